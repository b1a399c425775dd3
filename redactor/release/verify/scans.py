"""What was occulted in pictures of text: blank pixels, nothing left to read around the marks,
and a text layer that says what stays.

Places come from the original, read again; the writer is not asked.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from redactor.boxes import shared, union
from redactor.formats import ocr
from redactor.formats.base import Area, Box, Plan, ReadOptions
from redactor.formats.pdf import ADAPTER
from redactor.formats.pdf.scans import is_recognised
from redactor.release.verify.engines import Pdfium
from redactor.text.flow import Flow

#: Dots an inch at which the surroundings of a mark are read.
_DPI = 200
#: Of a mark's height: how far its surroundings go, to the sides and up and down.
_BESIDE, _ABOVE = 6.0, 1.0


class Scans:
    """The places of the occultations that lie in pictures, by page."""

    def __init__(
        self,
        original: Path,
        flows: Sequence[Flow],
        plan: Plan,
        password: str | None,
        reading: ReadOptions,
    ) -> None:
        recognised = {flow.id: flow for flow in flows if is_recognised(flow.id)}
        due = [o for o in plan.occultations if o.span.flow in recognised]
        pages = sorted({recognised[o.span.flow].page or 0 for o in due})
        self.areas: list[Area] = []
        self._reader = ocr.reader() if due else None
        if not due:
            return
        with ADAPTER.open(original, password, reading) as source:
            layouts: Mapping[int, Mapping[str, Sequence[Box | None]]] = {
                page: source.layout(page).flows for page in pages
            }
        for one in due:
            page = recognised[one.span.flow].page or 0
            boxes = layouts[page].get(one.span.flow, ())[one.span.start : one.span.end]
            self.areas += [Area(one.id, page, box) for box in _lines(boxes)]

    def on(self, page: int) -> list[Area]:
        return [area for area in self.areas if area.page == page]

    def read_around(self, copy: Pdfium, page: int) -> str:
        """What can still be read in the copy's picture, around the marks of a page."""
        boxes = [area.box for area in self.on(page)]
        if not boxes or self._reader is None:
            return ""
        scale = _DPI / 72
        picture = copy.picture(page - 1, scale)
        texts = []
        for box in _merged([_around(box) for box in boxes]):
            x0, y0, x1, y1 = (int(edge * scale) for edge in box)
            crop = picture.crop((max(x0, 0), max(y0, 0), min(x1, picture.width), y1))
            found = self._reader.read(crop, _DPI)
            texts.append(found.text if found else "")
        return "\n".join(texts)

    def close(self) -> None:
        if self._reader is not None:
            self._reader.close()


def _lines(boxes: Sequence[Box | None]) -> list[Box]:
    """One box for each stretch of letters on one line."""
    lines: list[Box] = []
    for box in boxes:
        if box is None:
            continue
        if lines and _level(lines[-1], box):
            lines[-1] = union([lines[-1], box])
        else:
            lines.append(box)
    return lines


def _level(one: Box, two: Box) -> bool:
    tall = max(min(two[3] - two[1], two[2] - two[0]), 1.0) * 3
    level = min(one[3], two[3]) - max(one[1], two[1]) > 0.5 * (two[3] - two[1])
    upright = min(one[2], two[2]) - max(one[0], two[0]) > 0.5 * (two[2] - two[0])
    near_x = max(one[0], two[0]) - min(one[2], two[2]) < tall
    near_y = max(one[1], two[1]) - min(one[3], two[3]) < tall
    return (level and near_x) or (upright and near_y and not level)


def _around(box: Box) -> Box:
    height = min(box[3] - box[1], box[2] - box[0])
    x, y = _BESIDE * height, _ABOVE * height
    if box[3] - box[1] > box[2] - box[0]:
        x, y = y, x
    return box[0] - x, box[1] - y, box[2] + x, box[3] + y


def _merged(boxes: Sequence[Box]) -> list[Box]:
    merged: list[Box] = []
    for box in boxes:
        whole = box
        while near := next((each for each in merged if shared(each, whole)), None):
            merged.remove(near)
            whole = union([near, whole])
        merged.append(whole)
    return merged
