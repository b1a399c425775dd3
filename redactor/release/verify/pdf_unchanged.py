"""Proof that a page of two files draws the same: every object that its drawing reaches is.

What is proved so need be neither read nor drawn twice. What cannot be proved so says nothing:
writers may store the same page in other words, and then the engines judge.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import pikepdf

from redactor.formats.pdf.broken import BROKEN
from redactor.release.verify import pdf_text
from redactor.release.verify.objects import Objects

_Number: TypeAlias = tuple[int, int]
#: What a page's drawing depends on (ISO 32000-1, 7.7.3.3).
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_DRAWN = ("/Contents", "/Group", "/UserUnit", *_INHERITED)
#: No honest tree of pages is deeper.
_DEPTH = 50
#: Of an annotation, what leads elsewhere and draws nothing.
_NOT_DRAWN = ("/P", "/Parent", "/Dest", "/A", "/AA", "/Popup", "/IRT", "/StructParent")
#: A string, so that a reference is looked for outside; or a reference.
_REFERENCE = re.compile(rb"(?s)" + pdf_text.STRING + rb"|\b(\d+) (\d+) R\b")
_LENGTH = re.compile(rb"/Length (?:\d+|0 R)(?= )")
_PACKING = re.compile(rb"/Filter (?:\[[^\]]*\]|/\w+) ")


class Unchanged:
    """Two files, compared page after page."""

    def __init__(self, before: Objects, after: Objects) -> None:
        self._before, self._after = before, after
        self._proved: set[tuple[_Number, _Number]] = set()
        self._layers: bool | None = None

    def content(self, index: int) -> bool:
        """Whether the content of page `index` (0-based) is the same, its annotations aside."""
        if index >= min(len(self._before.pages), len(self._after.pages)):
            return False  # engines part on how many pages a damaged file has
        one, two = self._before.page(index), self._after.page(index)
        return all(self._same(inherited(one, key), inherited(two, key)) for key in _DRAWN)

    def picture(self, index: int) -> bool:
        """Whether the page looks the same, its annotations and layers included."""
        if self._layers is None:
            one, two = self._before.pdf.Root, self._after.pdf.Root
            self._layers = self._same(one.get("/OCProperties"), two.get("/OCProperties"))
        return self._layers and self.content(index) and self._annotations(index)

    def _annotations(self, index: int) -> bool:
        one, two = (list(_annotations(file.page(index))) for file in (self._before, self._after))
        return len(one) == len(two) and all(map(self._same_annotation, one, two))

    def _same_annotation(self, one: Any, two: Any) -> bool:
        if not (isinstance(one, pikepdf.Dictionary) and isinstance(two, pikepdf.Dictionary)):
            return False
        keys = set(one.keys()) - set(_NOT_DRAWN)
        return keys == set(two.keys()) - set(_NOT_DRAWN) and all(
            self._same(one.get(key), two.get(key)) for key in keys
        )

    def _same(self, one: Any, two: Any) -> bool:
        """Whether two values are, with all that they refer to. Where references go round in a
        circle, two that were met together before are the same unless something else is not."""
        met: set[tuple[_Number, _Number]] = set()
        pending = [(one, two)]
        while pending:
            one, two = pending.pop()
            if not (isinstance(one, pikepdf.Object) and isinstance(two, pikepdf.Object)):
                if type(one) is not type(two) or one != two:
                    return False
                continue
            if one.is_indirect and two.is_indirect:
                pair = one.objgen, two.objgen
                if pair in met or pair in self._proved:
                    continue
                met.add(pair)
            (said, to), (said2, to2) = _said(one), _said(two)
            if isinstance(one, pikepdf.Stream) and isinstance(two, pikepdf.Stream):
                if not _same_stream(one, said, two, said2):
                    return False
            elif said != said2:
                return False
            pending += [
                (self._before.pdf.get_object(number), self._after.pdf.get_object(number2))
                for number, number2 in zip(to, to2, strict=True)
            ]
        self._proved |= met
        return True


def inherited(page: Any, key: str) -> Any:
    """An entry of a page, or the one that it inherits (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEPTH):
        parent = page.get("/Parent")
        if key in page or key not in _INHERITED or not isinstance(parent, pikepdf.Dictionary):
            break
        page = parent
    return page.get(key)


def _annotations(page: Any) -> Iterator[Any]:
    found = page.get("/Annots")
    if isinstance(found, pikepdf.Array):
        yield from found


def _said(value: Any) -> tuple[bytes, list[_Number]]:
    """An object's source without the numbers of the objects that it refers to; those."""
    to: list[_Number] = []

    def blank(match: re.Match[bytes]) -> bytes:
        if match[1] is None:
            return match[0]
        to.append((int(match[1]), int(match[2])))
        return b"0 R"

    held = value.stream_dict if isinstance(value, pikepdf.Stream) else value
    return _REFERENCE.sub(blank, held.unparse(resolved=True)), to


def _same_stream(one: Any, said: bytes, two: Any, said2: bytes) -> bool:
    said, said2 = _LENGTH.sub(b"", said), _LENGTH.sub(b"", said2)
    try:
        if said == said2 and one.read_raw_bytes() == two.read_raw_bytes():
            return True
        alike = _PACKING.sub(b"", said) == _PACKING.sub(b"", said2)
        return alike and bool(one.read_bytes() == two.read_bytes())
    except BROKEN:
        return False
