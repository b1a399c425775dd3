"""Connected stretches of a mask: the letters, strokes and spots of a page."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from redactor.formats.sight.seen import Mask

_STEPS = 64


@dataclass(frozen=True, slots=True)
class Blobs:
    """The blobs of a mask: one row each in every array."""

    boxes: NDArray[np.int64]
    """x0, y0, x1, y1, ends exclusive."""
    sizes: NDArray[np.int64]
    """How many points."""
    labels: NDArray[np.int64]
    """Of each run."""
    runs: NDArray[np.int64]
    """row, start, end of each stretch of points on one row."""

    def mask_of(self, chosen: NDArray[np.bool_], shape: tuple[int, int]) -> Mask:
        """The points of the `chosen` blobs alone."""
        steps = np.zeros((shape[0], shape[1] + 1), dtype=np.int32)
        rows, starts, ends = self.runs[chosen[self.labels]].T
        np.add.at(steps, (rows, starts), 1)
        np.add.at(steps, (rows, ends), -1)
        return np.cumsum(steps, axis=1)[:, :-1] > 0


def runs_of(mask: Mask) -> NDArray[np.int64]:
    """Row, start and end of each stretch of points, row by row."""
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = mask
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    _, ends = np.nonzero(steps == -1)
    return np.stack([rows, starts, ends], axis=1).astype(np.int64)


def blobs(mask: Mask) -> Blobs:
    """Points that touch, by a side or a corner, are one blob."""
    runs = runs_of(mask)
    labels = _labels(runs, mask.shape[1])
    count = int(labels.max()) + 1 if len(labels) else 0
    boxes = np.zeros((count, 4), dtype=np.int64)
    boxes[:, :2] = max(mask.shape)
    rows, starts, ends = runs.T
    np.minimum.at(boxes[:, 0], labels, starts)
    np.minimum.at(boxes[:, 1], labels, rows)
    np.maximum.at(boxes[:, 2], labels, ends)
    np.maximum.at(boxes[:, 3], labels, rows + 1)
    sizes = np.bincount(labels, weights=ends - starts, minlength=count).astype(np.int64)
    return Blobs(boxes, sizes, labels, runs)


def _labels(runs: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """A number for each run; runs of one blob share it."""
    rows, starts, ends = runs.T
    stride = width + 4
    # Runs of the next row that touch a run: those that end after it begins, up to the last
    # that begins before it ends.
    first = np.searchsorted(rows * stride + ends, (rows + 1) * stride + starts, side="left")
    last = np.searchsorted(rows * stride + starts, (rows + 1) * stride + ends, side="right")
    counts = np.maximum(last - first, 0)
    one = np.repeat(np.arange(len(runs)), counts)
    two = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    two = two + np.repeat(first, counts)
    parents = np.arange(len(runs))
    for _ in range(_STEPS):
        low = np.minimum(parents[one], parents[two])
        before = parents.copy()
        np.minimum.at(parents, one, low)
        np.minimum.at(parents, two, low)
        np.minimum.at(parents, before[one], low)
        np.minimum.at(parents, before[two], low)
        parents = parents[parents]
        if np.array_equal(parents, before):
            break
    return np.unique(parents, return_inverse=True)[1].reshape(-1)


def grown(mask: Mask, reach: int) -> Mask:
    """The mask with every point spread by `reach` to all sides."""
    found = mask.copy()
    for axis in (0, 1):
        whole = found.copy()
        for step in range(1, reach + 1):
            ahead, behind = [slice(None)] * 2, [slice(None)] * 2
            ahead[axis], behind[axis] = slice(step, None), slice(None, -step)
            whole[tuple(ahead)] |= found[tuple(behind)]
            whole[tuple(behind)] |= found[tuple(ahead)]
        found = whole
    return found
