"""Fonts that say one letter and draw another: words hidden from every search."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from redactor.boxes import shared, union
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.sight import INVISIBLE, PageView
from redactor.formats.base import Box
from redactor.formats.pdf.lettering import Pair, Programs, counts_as_unlettered
from redactor.text.flow import Channel, Unread


def unlettered(view: PageView) -> Iterator[Unread]:
    """Text that is seen and that no one can search: its font does not say which letters it has
    (ISO 32000-2, 9.10.2)."""
    unknown: Counter[str] = Counter()
    if "\ufffd" in view.everything:
        for op in view.texts:
            unknown[op.font] += op.text.count("\ufffd")
    if counts_as_unlettered(unknown):
        yield Unread(f"page {view.number}", "unread.letters", view.number)


class Fonts:
    """The fonts of a document, each opened once."""

    def __init__(self, doc: Any) -> None:
        self._programs = Programs(doc)

    def findings(self, view: PageView) -> Iterator[Finding]:
        """Text of a page whose glyphs are other letters than it says."""
        letters: dict[str, set[Pair]] = {}
        for op in view.texts:
            if op.mode != INVISIBLE:
                pairs = letters.setdefault(op.font, set())
                pairs.update({char[:2] for char in op.characters})
        fonts = view.page.get_fonts(full=True) if letters else []
        for name, xref in self._programs.lie(fonts, letters):
            yield _finding(view, name, self._programs.drawn(xref))


def _finding(view: PageView, name: str, drawn: Mapping[int, str]) -> Finding:
    ops = [op for op in view.texts if op.font == name and op.mode != INVISIBLE]
    seen = " ".join(
        "".join(drawn.get(char[1], chr(char[0]) if char[0] > 31 else " ") for char in op.characters)
        for op in ops
    )
    boxes: list[Box] = [op.box for op in ops if shared(op.box, view.box)]
    return Finding(
        Kind.HIDDEN_TEXT,
        Severity.WARNING,
        0.7,
        "finding.font-lies",
        view.number,
        union(boxes) if boxes else None,
        Channel.BODY,
        " ".join(seen.split())[:2000],
        name,
    )
