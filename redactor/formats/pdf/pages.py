"""One page of the redacted copy: its letters taken out, marks set in their places.

Where the engine's own redaction can be trusted, both are done before the page is read again, and
that one reading proves both. Where it proves nothing the page is put back as it was, and each
step is taken and proved apart.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Applied, Area, Occultation
from redactor.formats.errors import CannotRedact
from redactor.formats.pdf import (
    appearances,
    elsewhere,
    erase,
    marks,
    pixels,
    saving,
    settled,
    stayed,
    textlayer,
    where,
)
from redactor.formats.pdf.glyphs import Extraction, Glyph, Word, everything
from redactor.formats.pdf.homes import Home, homes_of
from redactor.formats.pdf.pagetext import PageText

_TRIES = 3
"""Pages in a row on which one reading proved nothing; on the next it is not tried."""


class Pages:
    """Rewrites the pages of a copy, one after the other."""

    def __init__(self, doc: Any, gap: str) -> None:
        """`doc`: a `pymupdf.Document`, closed with this; `gap`: "fixed" for masks of one width."""
        self._gap = gap
        self._use(doc)
        self._own = doc.xref_length()
        """Objects from this number on were made here."""
        self._unproved = 0
        self.narrow: list[str] = []
        """The occultations whose gap keeps its width."""
        self.lost_unseen = False
        """Whether lines that nobody sees went beside what was asked."""

    def append(self) -> None:
        """Write what was rewritten, and let go of it."""
        self._use(saving.append(self.doc, deflate=True))

    def close(self) -> None:
        self.doc.close()

    def _use(self, doc: Any) -> None:
        self.doc = doc
        self._pdf = mupdf.pdf_document_from_fz_document(doc.this)

    def redact(
        self,
        number: int,
        matrix: Any,
        occultations: Sequence[Occultation],
        areas: Sequence[Area],
        text: PageText | None,
    ) -> list[Applied]:
        """Rewrite page `number`; `matrix` leads from its user space to the page as displayed."""
        applied, homes = homes_of(occultations, text)
        own = homes.pop(0, Home())
        own.give_way([area.box for area in areas])
        if text is not None and text.scan is not None:
            own.add_lines(text.scan.replaced, text.extraction)
        if not self._at_once(number, matrix, own, text):
            self._step_by_step(number, matrix, own, text)
        page = self.doc[number - 1]
        for order, home in homes.items():
            appearances.erase_from(page, order, home.glyphs(), home.drawn)
        own.pictured += pixels.showing(page, own.runs)
        scan = text.scan if text else None
        if areas or own.pictured:
            boxes = [area.box for area in areas]
            pixels.blank(page, boxes, own.pictured, bool(scan and scan.whole))
            own.drawn += [marks.Mark(area.box, area.label or marks.PLAIN) for area in areas]
        content = marks.draw(own.drawn, matrix)
        if scan is not None:
            boxes = [area.box for area in areas]
            content += textlayer.draw(scan.letters, own.read, own.labels, boxes, matrix)
        else:
            content += marks.draw((mark for each in own.labels.values() for mark in each), matrix)
        if content:
            _add_font(page)
            pymupdf.TOOLS._insert_contents(page, content, 1)
        return applied

    def _at_once(self, number: int, matrix: Any, own: Home, text: PageText | None) -> bool:
        """Take out what goes and set the marks; whether that was proved right. Where it was not,
        the page is as before."""
        if text is None or self._gap == "fixed" or not own.gaps or self._unproved == _TRIES:
            return False
        bands = erase.bands_of(own.runs)
        if not bands:
            return False
        undo = erase.take_out(self.doc, number, matrix, bands)
        page = self.doc[number - 1]
        taken = self._content_of(page)
        marked = settled.mark(page, page.read_contents(), own.gaps, matrix)
        rest = everything(page, drawn=True)
        words, bases = rest.words(), [run[0].y for run in own.runs]
        proved = _is_left(rest, _left(text, _gone(own)), own, text) and any(
            settled.only_lost(before.words(), words, bases) for before in text.extraction.readings()
        )
        self._unproved = 0 if proved else self._unproved + 1
        if not proved:
            undo()
            return False
        _add_font(page)
        own.drawn += marked.keep(own.gaps)
        self._forget(taken)
        return True

    def _step_by_step(self, number: int, matrix: Any, own: Home, text: PageText | None) -> None:
        words: list[Word] = []
        if text is not None and own.runs:
            words = self._erase(number, matrix, own, text).words()
            bases = [run[0].y for run in own.runs]
            # Where words part otherwise, it may be that spaces were inferred from gaps.
            if not any(
                settled.stayed(before.words(), words, bases)
                for before in text.extraction.readings()
            ):
                raise CannotRedact(where=where.on_page(number))
        if not own.gaps or not words:
            own.drawn += [one.mark for one in own.gaps if one.mark]
            return
        page = self.doc[number - 1]
        _add_font(page)
        lines = text.extraction.lines if text and self._gap == "fixed" else None
        taken = self._content_of(page)
        left, kept = settled.settle(page, words, own.gaps, matrix, lines)
        if taken != self._content_of(page):
            self._forget(taken)
        own.drawn += left
        self.narrow += [own.of_gap[gap.x0, gap.base] for gap in kept]

    def _content_of(self, page: Any) -> int:
        """The number of the stream that is the content of `page`; 0 where several are."""
        kind, value = self.doc.xref_get_key(page.xref, "Contents")
        return int(value.split()[0]) if kind == "xref" else 0

    def _forget(self, stream: int) -> None:
        """Let go of a content that another has replaced: the engine would keep it until all is
        saved, 13 kB for a page of text."""
        if stream >= self._own:
            mupdf.pdf_delete_object(self._pdf, stream)

    def _erase(self, number: int, matrix: Any, home: Home, text: PageText) -> Extraction:
        """Take out what goes. Returns what the page draws then."""
        gone = _gone(home)
        expected = _left(text, gone)
        bands = erase.bands_of(home.runs)
        if bands:
            undo = erase.take_out(self.doc, number, matrix, bands)
            rest = everything(self.doc[number - 1], drawn=True)
            if _is_left(rest, expected, home, text):
                return rest
            undo()
        targets = erase.Targets(home.glyphs())
        page = self.doc[number - 1]
        erase.erase(page, targets)
        missed = [glyph for glyph in targets.missed() if not glyph.char.isspace()]
        if missed:
            elsewhere.erase_runs(page, missed)
        rest = everything(self.doc[number - 1], drawn=True)
        left = erase.letters([rest.text()])
        if left == expected:
            return rest
        for line, places in gone.items():
            _whole_glyphs(text.extraction.glyphs(line), places)
        if left != _left(text, gone):
            lost = stayed.lost_with(text, gone, rest)
            if lost is None:
                # The engine rewrote more than it was asked to: no copy rather than a damaged page.
                raise CannotRedact(where=where.on_page(number))
            self.lost_unseen |= bool(lost)
        return rest


def _gone(home: Home) -> dict[int, set[int]]:
    """The places of what goes, by line."""
    gone: defaultdict[int, set[int]] = defaultdict(set)
    for line, at in home.places:
        gone[line].add(at)
    return gone


def _is_left(rest: Extraction, expected: str, home: Home, text: PageText) -> bool:
    """Whether exactly the `expected` letters are left, in order, and no fewer spaces than drawn
    before."""
    if erase.letters([rest.text()]) != expected:
        return False
    spaces = erase.spaces_in(rest.text()) + sum(glyph.char.isspace() for glyph in home.glyphs())
    return any(spaces >= erase.spaces_in(one.text()) for one in text.extraction.readings())


def _left(text: PageText, gone: Mapping[int, set[int]]) -> str:
    return erase.letters(
        _without(line.text, gone[line.number]) if line.number in gone else line.text
        for line in text.extraction.lines
    )


def _whole_glyphs(line: Sequence[Glyph], places: set[int]) -> None:
    """Add to `places` the letters that one glyph draws with a letter already there.

    The engine gives the glyph's width to the first and none to those that follow.
    """
    start = 0
    for at in range(1, len(line) + 1):
        if at < len(line) and line[at].size and line[at].box[0] == line[at].box[2]:
            continue
        if not places.isdisjoint(range(start, at)):
            places.update(range(start, at))
        start = at


def _without(text: str, places: set[int]) -> str:
    pieces: list[str] = []
    last = 0
    for at in sorted(places):
        pieces.append(text[last:at])
        last = at + 1
    return "".join([*pieces, text[last:]])


def _add_font(page: Any) -> None:
    handle = erase.pdf_page(page)
    resources = mupdf.pdf_dict_get_inheritable(handle.obj(), mupdf.pdf_new_name("Resources"))
    if not mupdf.pdf_is_dict(resources):
        resources = mupdf.pdf_dict_put_dict(handle.obj(), mupdf.pdf_new_name("Resources"), 1)
    marks.add_font(handle.doc(), resources)
