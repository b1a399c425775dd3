"""QR codes and Data Matrix codes (2D-Doc among them).

A QR code has three squares of black, white and black in proportions 1:1:3:1:1 (ISO/IEC 18004,
6.3.3); a Data Matrix has two solid sides and two broken ones (ISO/IEC 16022, 5.2).
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from redactor.formats.base import Box
from redactor.formats.sight.blobs import blobs, grown
from redactor.formats.sight.seen import Grey, Mask, Seen

_DARK = 128
_FINDER = np.array([1, 1, 3, 1, 1]) / 7
_OFF = 0.6
"""Modules by which a stretch may be longer or shorter than it should."""
_LEAST, _MOST = 24, 520
"""Pixels of a code's side."""
_SOLID, _BROKEN = 0.9, (0.25, 0.75)
_DENSE = 3.5
"""Changes from black to white along a line of the code's middle half, on average at least."""
_CHANGES = 8
"""Changes from black to white along a broken side, at least."""


def qr_codes(grey: Grey) -> list[Seen]:
    """QR codes, by their three finder squares."""
    dark = grey < _DARK
    centres = _finders(dark)
    found: list[Seen] = []
    for trio in combinations(centres[:60], 3):
        box = _square(trio)
        if box is not None and not any(_inside(box, each.box) for each in found):
            found.append(Seen(box, 0.95, "code QR : trois carrés repères"))
    return found


def _finders(dark: Mask) -> list[tuple[float, float, float]]:
    """(x, y, size of a module) of the squares that look like those of a QR code."""
    hits: list[tuple[float, float, float]] = []
    for row, centre, module in _proportioned(dark):
        column = round(centre)
        up = _crossing(dark[:, column], row)
        if up is None or not 0.6 < up[1] / module < 1.6:
            continue
        side = _crossing(dark[round(up[0])], column)
        if side is None or not 0.6 < side[1] / module < 1.6:
            continue
        hits.append((side[0], up[0], (up[1] + side[1]) / 2))
    groups: list[list[tuple[float, float, float]]] = []
    for hit in hits:
        for group in groups:
            x, y, module = group[0]
            if abs(hit[0] - x) < 2 * module and abs(hit[1] - y) < 2 * module:
                group.append(hit)
                break
        else:
            groups.append([hit])
    means = [tuple(np.mean(group, axis=0)) for group in groups]
    return [(float(x), float(y), float(m)) for x, y, m in means]


def _proportioned(dark: Mask) -> Iterator[tuple[int, float, float]]:
    """(row, middle, module) of five stretches in the finder's proportions."""
    steps = np.diff(dark.astype(np.int8), axis=1, prepend=0)
    rows, columns = np.nonzero(steps)
    if len(rows) < 6:
        return
    lengths = np.diff(columns)
    windows = np.lib.stride_tricks.sliding_window_view(lengths, 5)
    same = rows[:-5] == rows[5:]
    black = steps[rows[:-5], columns[:-5]] == 1
    totals = windows.sum(axis=1)
    modules = totals / 7
    with np.errstate(invalid="ignore"):
        off = np.abs(windows - totals[:, None] * _FINDER)
    fits = (off <= np.maximum(_OFF * modules, 0.75)[:, None] * [1, 1, 1.6, 1, 1]).all(axis=1)
    for at in np.flatnonzero(same & black & fits & (modules >= 1.2)):
        start = columns[at] + lengths[at] + lengths[at + 1]
        yield int(rows[at]), float(start + lengths[at + 2] / 2), float(modules[at])


def _crossing(line: Mask, at: int) -> tuple[float, float] | None:
    """(middle, module) of the finder's proportions around `at` on a line of points."""
    if not line[at]:
        return None
    edges = np.flatnonzero(np.diff(line.astype(np.int8), prepend=0, append=0))
    number = int(np.searchsorted(edges, at, side="right"))
    if number < 3 or number + 2 >= len(edges):
        return None
    lengths = np.diff(edges[number - 3 : number + 3])
    module = lengths.sum() / 7
    limits = np.maximum(_OFF * module, 0.75) * np.array([1, 1, 1.6, 1, 1])
    if (np.abs(lengths - lengths.sum() * _FINDER) > limits).any():
        return None
    return float(edges[number - 1] + edges[number]) / 2, float(module)


def _square(trio: tuple[tuple[float, float, float], ...]) -> Box | None:
    """The code whose corners are these three squares, if they make a right angle."""
    modules = [each[2] for each in trio]
    module = sum(modules) / 3
    if max(modules) > 1.5 * min(modules):
        return None
    points = np.array([each[:2] for each in trio])
    sides = [
        (float(np.linalg.norm(points[one] - points[two])), 3 - one - two)
        for one, two in ((0, 1), (0, 2), (1, 2))
    ]
    (short, _), (second, _), (long, corner) = sorted(sides)
    if short < 10 * module or short > 175 * module:
        return None
    if second > 1.15 * short or abs(long - np.hypot(short, second)) > 0.1 * long:
        return None
    others = [number for number in range(3) if number != corner]
    fourth = points[others[0]] + points[others[1]] - points[corner]
    every = np.vstack([points, fourth])
    edge = 5 * module
    x0, y0 = every.min(axis=0) - edge
    x1, y1 = every.max(axis=0) + edge
    return float(x0), float(y0), float(x1), float(y1)


def data_matrices(grey: Grey) -> list[Seen]:
    """Data Matrix codes, by their solid and broken sides."""
    dark = grey < _DARK
    half = dark[: dark.shape[0] // 2 * 2, : dark.shape[1] // 2 * 2]
    half = half[::2, ::2] | half[1::2, ::2] | half[::2, 1::2] | half[1::2, 1::2]
    found: list[Seen] = []
    # Modules of one code touch once each is grown by a module or so.
    for reach in (1, 2):
        whole = blobs(grown(half, reach))
        wide = whole.boxes[:, 2] - whole.boxes[:, 0]
        tall = whole.boxes[:, 3] - whole.boxes[:, 1]
        fits = (2 * np.minimum(wide, tall) >= _LEAST) & (2 * np.maximum(wide, tall) <= _MOST)
        fits &= np.maximum(wide, tall) <= 4.2 * np.minimum(wide, tall)
        for x0, y0, x1, y1 in 2 * whole.boxes[fits]:
            part = dark[y0:y1, x0:x1]
            box = _tight(part)
            if box is None or not _is_matrix(part[box[1] : box[3], box[0] : box[2]]):
                continue
            place = tuple(float(v) for v in np.add(box, [x0, y0, x0, y0]))
            if not any(_inside(place, each.box) for each in found):  # type: ignore[arg-type]
                found.append(Seen(place, 0.9, "code 2D-Doc ou Data Matrix"))  # type: ignore[arg-type]
    return found


def _tight(part: Mask) -> tuple[int, int, int, int] | None:
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _is_matrix(code: Mask) -> bool:
    height, width = code.shape
    if min(height, width) < _LEAST or not 0.3 < code.mean() < 0.75:
        return False
    if max(height, width) > 1.35 * min(height, width) and max(height, width) < 1.7 * min(
        height, width
    ):
        return False  # squares, or rectangles of two to four
    inner = code[height // 4 : -height // 4, width // 4 : -width // 4]
    if not 0.25 < inner.mean() < 0.75 or _changes(inner) < _DENSE or _changes(inner.T) < _DENSE:
        return False
    sides = [_side(np.rot90(code, turn)) for turn in range(4)]  # top, right, bottom, left
    for turn in range(4):
        solid = sides[turn][0] >= _SOLID and sides[(turn + 1) % 4][0] >= _SOLID
        broken = sides[(turn + 2) % 4], sides[(turn + 3) % 4]
        if solid and all(
            _BROKEN[0] < part < _BROKEN[1] and changes >= _CHANGES for part, changes in broken
        ):
            return True
    return False


def _side(code: Mask) -> tuple[float, int]:
    """(part that is black, changes) along the upper side, wherever within it reads clearest."""
    thick = max(2, code.shape[0] // 20)
    rows = [code[at] for at in range(thick)]
    # Leaning by a degree or two, a side is met a little lower: black if black anywhere there.
    reach = np.logical_or.reduce(rows)
    if reach.mean() >= _SOLID and rows[0].mean() > 0.45:
        plain = [float(row.mean()) for row in rows]
        if min(plain) > 0.6 or max(plain) >= _SOLID:
            return float(reach.mean()), 0
    best = max(rows, key=lambda row: int(np.count_nonzero(np.diff(row))))
    return float(best.mean()), int(np.count_nonzero(np.diff(best)))


def _changes(part: Mask) -> float:
    """Mean number of changes a row."""
    return float(np.count_nonzero(np.diff(part, axis=1), axis=1).mean()) if part.size else 0.0


def _inside(one: Box, two: Box) -> bool:
    wide = min(one[2], two[2]) - max(one[0], two[0])
    tall = min(one[3], two[3]) - max(one[1], two[1])
    area = min((one[2] - one[0]) * (one[3] - one[1]), (two[2] - two[0]) * (two[3] - two[1]))
    return wide > 0 and tall > 0 and wide * tall > 0.5 * area
