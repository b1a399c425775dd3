"""Judge what the objects of a copy say: is each occurrence one that a kept flow accounts for?"""

from dataclasses import dataclass
from functools import cache, cached_property

from redactor.formats.pdf.naming import NAME
from redactor.release.verify import nested, pdf_objects
from redactor.release.verify.kept import Kept
from redactor.release.verify.needles import WALL, Hit, Reading, squeeze
from redactor.release.verify.pdf_case import Case
from redactor.release.verify.pdf_objects import Said
from redactor.release.verify.report import Place
from redactor.text.flow import Channel

#: Fonts with codes of their own make other letters of the raw strings: short texts would be
#: found by chance. Both page engines read those.
_LONG_ENOUGH_FOR_BYTES = 5


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """An occurrence, with what says it."""

    hit: Hit
    said: Said
    text: str
    reading: Reading
    """Of `text`, whatever encoding the hit was found inside."""


class Sayings:
    """A walk over the copy's objects. What pages draw is judged at once, the rest together at
    the end, since one property may stand in several places."""

    def __init__(self, case: Case, walk: pdf_objects.Walk) -> None:
        self._case, self._walk = case, walk
        self._found: list[_Found] = []
        self.explained: set[int] = set()
        """Hashes of the texts that were judged."""

    @property
    def visited(self) -> set[tuple[int, int]]:
        return self._walk.visited

    def page(self, number: int, kept: Kept) -> None:
        for said in self._walk.page(number):
            if said.kind == "shown" and said.home == "page":
                self._drawn(said, number, kept)
            else:
                self._found += self._in(said)

    def document(self) -> None:
        for said in self._walk.document():
            self._found += self._in(said)
        self._case.checked["objects"] = self._walk.objects
        self._case.unread += self._walk.unread
        self.explained |= {hash(each.text) for each in self._found}
        known = [each for each in self._found if each.said.home != "orphan"]
        texts = {(each.said.number, each.text): None for each in known}
        together = Reading(WALL.join(text for _, text in texts))
        hits = [each.hit for each in known]
        unexplained = set(map(id, self._case.aside.unexplained(hits, together, _always)))
        for each in self._found:
            if each.said.home == "orphan" or (
                id(each.hit) in unexplained and not self._echoes(each)
            ):
                self._case.leak([each.hit], _place(each.said))

    def _drawn(self, said: Said, number: int, kept: Kept) -> None:
        case = self._case
        for text in said.texts:
            reading = Reading(case.marks.hide(text))
            everything_kept = kept.is_all(reading)
            found = [] if everything_kept else case.needles.find(reading)
            hits = [hit for hit in found if not _is_chance(said, hit, text)]
            if hits or everything_kept:
                self.explained.add(hash(text))
            if hits and number not in case.removed:
                place = f"page {number}, object {said.number}"
                case.leak(
                    kept.unexplained(hits, reading, _never),
                    Place(place, number, Channel.HIDDEN, "qpdf"),
                )

    def _in(self, said: Said) -> list[_Found]:
        case = self._case
        if said.kind == "file":
            return [
                _Found(hit, said, text, reading)
                for text in nested.texts(said.texts[0].encode("latin-1"), case.unread)
                for reading in [Reading(text)]
                for hit in case.needles.find(reading)
            ]
        if not case.needles.find(Reading(case.marks.hide(WALL.join(said.texts)))):
            return []
        by_text = [
            [
                _Found(hit, said, text, reading)
                for reading in [Reading(case.marks.hide(text))]
                for hit in case.needles.find(reading)
                if not _is_chance(said, hit, text)
            ]
            for text in said.texts
        ]
        if said.kind == "bytes":
            # Its texts are several readings of the same bytes: one occurrence shows in many.
            most = max(by_text, key=len)
            keys = {each.hit.key for each in most}
            by_text = [
                found if found is most else [each for each in found if each.hit.key not in keys]
                for found in by_text
            ]
        return [each for found in by_text for each in found]

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names that are kept whole, squeezed."""
        named = [flow for flow in self._case.aside.flows if flow.place == NAME]
        gone = {squeeze(flow.text) for flow in named if self._case.spans.get(flow.id)}
        return frozenset({squeeze(flow.text) for flow in named} - gone)

    def _echoes(self, found: _Found) -> bool:
        """Whether the whole string says what a kept flow of the same home says.

        A title stands in the Info dictionary and in XMP, a value in a field and in its
        appearance; one flow may speak for both. A name (7.3.5) is one flow wherever it stands.
        """
        whole = found.reading.squeezed
        if found.said.kind == "name" and whole in self._names:
            return True
        case, key = self._case, found.hit.key
        channels = pdf_objects.CHANNELS[found.said.home]
        flows = [flow for flow in case.aside.flows if flow.channel in channels]
        kept = Kept(flows, case.spans, case.needles)
        if key in kept.planned or key not in kept.slots:
            return False
        return bool(whole) and whole in kept.reading.squeezed


def _is_chance(said: Said, hit: Hit, text: str) -> bool:
    size = len(hit.key.removeprefix("<"))
    if said.kind == "program":
        # Among bytes only a whole word counts, and none by which a font finds a glyph.
        whole = "".join(hit.words) == hit.key
        return not whole or size < _LONG_ENOUGH_FOR_BYTES or hit.key in _glyph_names()
    if said.kind == "shown" and said.home == "page":
        return size < _LONG_ENOUGH_FOR_BYTES
    if said.kind == "bytes" or not text.replace("\n", "").replace("\r", "").isprintable():
        return size < _LONG_ENOUGH_FOR_BYTES
    return False


@cache
def _glyph_names() -> frozenset[str]:
    """Of the Adobe Glyph List: « macron » is one."""
    from fontTools.agl import AGL2UV  # loaded where a program says what is sought

    return frozenset(map(str.casefold, AGL2UV))


def _place(said: Said) -> Place:
    where = f"object {said.number}" if said.number else "document"
    if said.page:
        where = f"page {said.page}, {where}"
    return Place(where, said.page, said.home, "qpdf", said.kind)


def _never(_: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True
