"""What a page shows beside its text, as areas that a person may want to occult.

Signatures, stamps, photographs, codes and machine-readable zones; as pictures, as drawings, as
annotations, and in scans. A page of mere text costs nothing: it is not drawn.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pymupdf
from PIL import Image

from redactor.boxes import area, shared, union
from redactor.formats.base import Box, SuggestedArea
from redactor.formats.pdf.glyphs import Line
from redactor.formats.pdf.pagetext import PageText
from redactor.formats.pdf.pictured import pictures_of
from redactor.formats.sight import codes, photos, strokes
from redactor.formats.sight.seen import Colours, Seen

SIGNATURE, STAMP, PHOTOGRAPH = "handwritten_signature", "stamp", "photograph"
QR_CODE, DATA_MATRIX, MRZ = "qr_code", "data_matrix", "machine_readable_zone"

_DPI = 150
_PIXELS = 12_000_000
_CURVE = re.compile(rb"[\d.]\s+c\b")
_CURVES = 8
"""Curves from which a page's content may hold something drawn by hand."""
_DRAWN = (pymupdf.PDF_ANNOT_INK, pymupdf.PDF_ANNOT_STAMP, pymupdf.PDF_ANNOT_WIDGET)
_LARGEST = 0.7
"""Part of the page that something to suggest may take."""
_MOST = 0.6
"""Part of a picture from which what was seen in it is the picture."""
_NEAR = (110.0, 150.0)
"""Points, to the sides and up or down, in which a signature's clue is looked for."""
_SAYS = re.compile(
    r"\b(?:sign(?:é|e|ature|ataire)s?|fait (?:à|le)|pour (?:le|la|l[’']|et par)|par délégation|"
    r"l[ue] et approuv|bon pour accord|cachet|direct(?:eur|rice)|mair(?:e|ie)|préf[eè]te?|"
    r"président|adjoint|secrétaire|chef(?:fe)?|responsable|ministre|recteur|rectrice|"
    r"gérant|délégué|notaire|l[’']intéressée?|l[’']employeur|l[’']agent|le salarié|"
    r"considération distinguée|salutations|cordialement|m(?:me|\.|onsieur|adame)\s+[A-ZÉÈ])",
    re.IGNORECASE,
)
_SURE = 0.65
"""Confidence from which something is suggested."""
_MRZ = re.compile(r"[A-Z0-9<«‹]{26,46}")
_CHEVRON = re.compile(r"[<«‹]")


def suggested(page: Any, number: int, text: PageText) -> list[SuggestedArea]:
    """What page `number` shows, from top to bottom."""
    lines = [line for line in text.extraction.lines if not line.hidden]
    read = text.scan.letters.lines if text.scan else []
    found = list(_zones([*lines, *read]))
    pictures = [box for box, _ in pictures_of(page)]
    if pictures or _is_drawn(page):
        picture, scale = _draw(page)
        clues = [line for line in (*lines, *read) if _SAYS.search(line.text)]
        printed = [line.box for line in lines if not line.invisible]
        printed += text.scan.sure if text.scan else []
        found += _codes(picture, scale)
        small = np.asarray(picture.reduce(2))
        found += _photographs(small, printed, page)
        found += _strokes(small, pictures, printed, clues, page)
    whole = pymupdf.Rect(page.rect)
    kept: list[tuple[str, Seen]] = []
    for kind, seen in found:
        box = tuple(pymupdf.Rect(_whole(seen.box, pictures)) & whole)
        size = area(box)
        if seen.confidence < _SURE or not 0 < size <= _LARGEST * area(tuple(page.rect)):
            continue
        if not any(shared(other.box, seen.box) > 0.5 * size for _, other in kept):
            kept.append((kind, Seen(box, seen.confidence, seen.why)))
    return [
        SuggestedArea(number, _rounded(seen.box), kind, round(seen.confidence, 2), seen.why)
        for kind, seen in sorted(kept, key=lambda one: (one[1].box[1], one[1].box[0]))
    ]


def _whole(box: Box, pictures: Sequence[Box]) -> Box:
    """The whole of the picture that `box` is most of."""
    for picture in pictures:
        both = shared(box, picture)
        if both > _MOST * area(picture) and both > _MOST * area(box):
            return union([box, picture])
    return box


def _is_drawn(page: Any) -> bool:
    if any(annot.type[0] in _DRAWN for annot in page.annots() or ()):
        return True
    if len(_CURVE.findall(page.read_contents())) >= _CURVES:
        return True
    return any(True for _ in page.widgets(types=[pymupdf.PDF_WIDGET_TYPE_SIGNATURE])) or bool(
        page.get_xobjects()
    )


def _draw(page: Any) -> tuple[Image.Image, float]:
    """The page in colours, annotations included, and its pixels a point."""
    scale = _DPI / 72
    pixels = area(tuple(page.rect)) * scale**2
    if pixels > _PIXELS:
        scale *= (_PIXELS / pixels) ** 0.5
    pixmap = page.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False
    )
    return Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples), scale


def _codes(picture: Image.Image, scale: float) -> Iterator[tuple[str, Seen]]:
    grey = np.asarray(picture.convert("L"))
    for kind, seen in (
        *((QR_CODE, one) for one in codes.qr_codes(grey)),
        *((DATA_MATRIX, one) for one in codes.data_matrices(grey)),
    ):
        yield kind, _scaled(seen, scale)


def _photographs(small: Colours, printed: Sequence[Box], page: Any) -> Iterator[tuple[str, Seen]]:
    scale = small.shape[1] / page.rect.width
    for seen in photos.photographs(small):
        seen = _scaled(seen, scale)
        # Under lines of text it is a page's ground: taking it would take the text.
        if sum(shared(box, seen.box) > 0.5 * area(box) for box in printed) < 4:
            yield PHOTOGRAPH, seen


def _strokes(
    small: Colours,
    pictures: Sequence[Box],
    printed: Sequence[Box],
    clues: Sequence[Line],
    page: Any,
) -> Iterator[tuple[str, Seen]]:
    scale = small.shape[1] / page.rect.width
    ink = strokes.ink_of(small)
    for seen in strokes.stamps(small, ink):
        yield STAMP, _signed_near(_scaled(seen, scale), clues, page)
    found: list[Seen] = []
    for one in strokes.drawings(small, ink):
        sure = strokes.looks_signed(one)
        if sure and strokes.ringed(one, ink):
            seen = _scaled(Seen(one.box, sure, "tampon rond"), scale)
            yield STAMP, _signed_near(seen, clues, page)
        elif sure:
            found.append(_scaled(Seen(one.box, sure, "tracé à la main"), scale))
    found += _in_pictures(small, pictures, scale)
    for seen in found:
        covered = sum(shared(box, seen.box) for box in printed)
        if covered < 0.5 * area(seen.box):
            yield SIGNATURE, _signed_near(seen, clues, page)


def _in_pictures(small: Colours, pictures: Sequence[Box], scale: float) -> Iterator[Seen]:
    """Pictures of a signature, on a paper of their own."""
    for box in pictures:
        x0, y0, x1, y1 = (max(round(edge * scale), 0) for edge in box)
        crop = small[y0:y1, x0:x1]
        if min(crop.shape[:2]) < 16 or max(crop.shape[:2]) > 340:
            continue
        for one in strokes.drawings(crop):
            sure = strokes.looks_signed(one)
            large = area(one.box) > 0.3 * crop.shape[0] * crop.shape[1]
            if sure and large:
                yield Seen(box, sure, "image d’un tracé à la main")


def _signed_near(seen: Seen, clues: Sequence[Line], page: Any) -> Seen:
    """More sure near words of a signature block, less where letters have their heading."""
    x0, y0, x1, y1 = seen.box
    around = (x0 - _NEAR[0], y0 - _NEAR[1], x1 + _NEAR[0], y1 + _NEAR[1] / 2)
    near = next((line for line in clues if shared(line.box, around) > 0), None)
    if near is not None:
        clue = _SAYS.search(near.text)
        said = clue[0].lower() if clue else ""
        return Seen(seen.box, min(seen.confidence + 0.15, 0.97), f"{seen.why}, près de « {said} »")
    high = (y0 + y1) / 2 < 0.2 * page.rect.height
    return Seen(seen.box, seen.confidence - (0.3 if high else 0.15), seen.why)


def _zones(lines: Sequence[Line]) -> Iterator[tuple[str, Seen]]:
    """Two or three lines of a machine-readable zone (ICAO 9303)."""
    likely = [line for line in lines if _is_zone_line(line.text)]
    group: list[Line] = []
    groups = [group]
    for line in sorted(likely, key=lambda line: line.box[1]):
        if group and line.box[1] - group[-1].box[3] > 2 * (line.box[3] - line.box[1]):
            group = []
            groups.append(group)
        group.append(line)
    for group in groups:
        if len(group) >= 2:
            yield (
                MRZ,
                Seen(union([line.box for line in group]), 0.95, "zone de lecture automatique"),
            )


def _is_zone_line(text: str) -> bool:
    text = "".join(text.split())
    return _MRZ.fullmatch(text) is not None and len(_CHEVRON.findall(text)) >= 2


def _scaled(seen: Seen, scale: float) -> Seen:
    x0, y0, x1, y1 = (edge / scale for edge in seen.box)
    return Seen((x0, y0, x1, y1), seen.confidence, seen.why)


def _rounded(box: Box) -> Box:
    x0, y0, x1, y1 = (round(edge, 1) for edge in box)
    return x0, y0, x1, y1
