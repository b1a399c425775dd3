"""Text set at size 0, or squeezed to nothing: no eye and no page engine's words find it.

Its letters are in the content all the same, and come back with a copy of the stream.
"""

import re
from collections.abc import Callable
from typing import Any

import pikepdf
from lxml import etree

from redactor.formats.pdf import content
from redactor.formats.pdf.glyphs import everything

_SIZE = re.compile(rb"([-+]?[\d.]+)\s+T[fz]\b")
_MATRIX = re.compile(rb"(?:[-+]?0[.0]*\s+){4}[-+.\d]+\s+[-+.\d]+\s+Tm\b")
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})


def may_be_in(data: bytes) -> bool:
    if any(not size.strip(b"+-.0") for size in {*_SIZE.findall(data)}):
        return True
    return _MATRIX.search(data) is not None


def text_of(page: Any) -> str:
    """The letters of `page` (a `pymupdf.Page`) that take no room."""
    xml = everything(page).xml()
    root = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, recover=True))
    letters = [
        char.get("c", "")
        for char in root.iter("char")
        if len({*zip(*[iter(char.get("quad", "").split())] * 2, strict=False)}) == 1
    ]
    return "".join(letters).strip()


def drop(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Take such text out of a page's content and of the forms it draws."""
    data = content.contents(page)
    if data and may_be_in(data):
        page.obj.Contents = pikepdf.Stream(pdf, without(page))
    for stream in content.streams(page.obj.get("/Resources"), set(), 0):
        if may_be_in(content.bytes_of(stream)):
            stream.write(without(stream))


def without(source: Any) -> bytes:
    """The content less the text that takes no room."""
    state = _State()
    program = [step for step in pikepdf.parse_content_stream(source) if state.stays(step)]
    return bytes(pikepdf.unparse_content_stream(program))


class _State:
    """Size, width and matrix of the text (ISO 32000-2, 9.3 and 9.4)."""

    def __init__(self) -> None:
        self._size = self._width = 1.0
        self._flat = False
        self._saved: list[tuple[float, float]] = []

    def stays(self, step: Any) -> bool:
        operator = str(step.operator)
        if operator in _SHOWS:
            return bool(self._size and self._width and not self._flat)
        change = _CHANGES.get(operator)
        if change is not None:
            change(self, step.operands)
        return True

    def font(self, operands: Any) -> None:
        self._size = float(operands[1])

    def squeeze(self, operands: Any) -> None:
        self._width = float(operands[0])

    def matrix(self, operands: Any) -> None:
        self._flat = not any(float(edge) for edge in operands[:4])

    def begin(self, _: Any) -> None:
        self._flat = False

    def save(self, _: Any) -> None:
        self._saved.append((self._size, self._width))

    def restore(self, _: Any) -> None:
        if self._saved:
            self._size, self._width = self._saved.pop()


_CHANGES: dict[str, Callable[[_State, Any], None]] = {
    "Tf": _State.font,
    "Tz": _State.squeeze,
    "Tm": _State.matrix,
    "BT": _State.begin,
    "q": _State.save,
    "Q": _State.restore,
}
