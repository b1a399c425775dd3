"""Verify a redacted PDF: what is left of the occulted texts, and what else changed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pikepdf
from pikepdf import PdfError

from redactor.formats.base import READ_ALL, Box, Plan, ReadOptions
from redactor.formats.errors import Damaged
from redactor.formats.pdf.scans import is_recognised
from redactor.release.verify import (
    areas,
    binary,
    letters,
    nested,
    pdf_objects,
    pdf_raw,
    pdf_text,
    pictures,
)
from redactor.release.verify.engines import Mupdf, Pdfium
from redactor.release.verify.kept import Kept, spans_by_flow
from redactor.release.verify.letters import bare
from redactor.release.verify.marks import Marks
from redactor.release.verify.needles import WALL, Hit, Needles, Reading, squeeze
from redactor.release.verify.report import Change, Leak, Place, Report
from redactor.release.verify.scans import Scans
from redactor.text.flow import Channel, Flow, Unread

#: Flows of these channels are not in a page's content; the walk over objects reads them.
ASIDE = frozenset(
    {
        Channel.ANNOTATION, Channel.FORM, Channel.LINK, Channel.COMMENT, Channel.SCRIPT,
        Channel.ATTACHMENT, Channel.EMBEDDED, Channel.FILENAME, Channel.METADATA,
        Channel.BOOKMARK, Channel.STRUCTURE, Channel.LAYER, Channel.REVISION,
    }
)  # fmt: skip
#: Fonts with codes of their own make other letters of the raw strings: short texts would be
#: found by chance. Both page engines read those.
_LONG_ENOUGH_FOR_BYTES = 5
#: What is read in a picture may be misread: two letters are found by chance.
_LONG_ENOUGH_FOR_PIXELS = 3


def verify(
    original: Path,
    copy: Path,
    flows: Sequence[Flow],
    plan: Plan,
    password: str | None,
    reading: ReadOptions = READ_ALL,
) -> Report:
    return _Verification(original, copy, flows, plan, password, reading).run()


class _Verification:
    """One run. Holds what the steps share; pages are streamed and not kept."""

    def __init__(
        self,
        original: Path,
        copy: Path,
        flows: Sequence[Flow],
        plan: Plan,
        password: str | None,
        reading: ReadOptions,
    ) -> None:
        self.original, self.copy, self.plan, self.password = original, copy, plan, password
        self.by_id = {flow.id: flow for flow in flows}
        self.spans = spans_by_flow(plan)
        self.needles = Needles.of(flows, plan)
        self.removed = {page.page: page for page in plan.removed_pages}
        self.content: dict[int, list[Flow]] = {}
        aside: list[Flow] = []
        for flow in flows:
            if flow.page in self.removed:
                continue
            if flow.channel in ASIDE or flow.page is None:
                aside.append(flow)
            else:
                self.content.setdefault(flow.page, []).append(flow)
        self.aside = Kept(aside, self.spans, self.needles)
        self.marks = Marks(plan)
        self.scans = Scans(original, flows, plan, password, reading)
        self.leaks: list[Leak] = []
        self.changes: list[Change] = []
        self.unread: list[Unread] = []
        self.checked = Counter[str]()

    def run(self) -> Report:
        self.checked["texts"] = len(self.needles.ids)
        self.checked["unsearchable"] = self.needles.unsearchable
        self._pages()
        self._objects()
        blank = [*self.plan.areas, *self.scans.areas]
        for area in areas.with_pixels_left(self.copy, blank, self.password):
            place = Place(f"page {area.page}", area.page, Channel.BODY, "mupdf", "image")
            self.leaks.append(Leak((area.id,), place, "area"))
        return Report(
            tuple(dict.fromkeys(self.leaks)),
            tuple(dict.fromkeys(self.changes)),
            tuple(self.unread),
            ("pdfium", "mupdf", "qpdf", "bytes"),
            dict(self.checked),
        )

    # --- pages ---------------------------------------------------------------------------

    def _pages(self) -> None:
        with (
            Pdfium(self.original, self.password) as before,
            Pdfium(self.copy, self.password) as after,
            Mupdf(self.original, self.password) as before2,
            Mupdf(self.copy, self.password) as after2,
        ):
            if len(before) != len(after) or len(before2) != len(after2):
                self.changes.append(Change(Place("document", engine="pdfium"), "pages"))
            count = min(len(before), len(after), len(before2), len(after2))
            self.checked["pages"] = count
            looked_at = pictures.sample(count, self._pages_with_areas())
            for index in range(count):
                page = index + 1
                one = Sight("pdfium", before.text, after.text, index, self.marks)
                two = Sight("mupdf", before2.text, after2.text, index, self.marks)
                self.checked["characters"] += len(one.after) + len(two.after)
                if page in self.removed:
                    self._removed_page(page, (one, two))
                    continue
                kept = Kept(self.content.get(page, ()), self.spans, self.needles)
                for sight in (one, two):
                    self._leaks_on_page(page, kept, sight)
                self._letters(page, kept, one, two, before)
                self._scan(page, kept, one, after)
                drawn = [area for area in self.plan.areas if area.page == page and not area.part]
                for area in drawn:
                    left = self.marks.hide(after.text_in(index, area.box))
                    if re.search(r"\w", left.replace(WALL, "")):
                        place = Place(f"page {page}", page, Channel.BODY, "pdfium")
                        self.leaks.append(Leak((area.id,), place, "area"))
                boxes = [area.box for area in (*drawn, *self.scans.on(page))]
                if index in looked_at and not self._tiled(page):
                    self.checked["rendered"] += 1
                    if pictures.differ(before, after, index, boxes, self._annotations(page)):
                        place = Place(f"page {page}", page, Channel.BODY, "pdfium")
                        self.changes.append(Change(place, "picture"))

    def _annotations(self, page: int) -> list[Box]:
        """The rectangles of annotations and fields on `page` of which something goes."""
        gone = [flow for flow in self.spans if _OF_ANNOTATION.match(flow)]
        if not gone:
            return []
        orders = {
            int(found[2])
            for flow in gone
            if (found := _OF_ANNOTATION.match(flow)) and found[1] == str(page)
        }
        # A value that several fields share hangs on none of their pages.
        fields = any(not flow.startswith("p") for flow in gone)
        with pikepdf.open(self.original, password=self.password or "") as pdf:
            annotations = pdf.pages[page - 1].obj.get("/Annots")
            each = list(annotations) if isinstance(annotations, pikepdf.Array) else []
            return [
                _rectangle(one)
                for order, one in enumerate(each, 1)
                if isinstance(one, pikepdf.Dictionary)
                and (order in orders or (fields and one.get("/Subtype") == "/Widget"))
                and len(one.get("/Rect", ())) == 4
            ]

    def _tiled(self, page: int) -> bool:
        """Whether something goes from a pattern, a mask or a glyph's own drawing.

        They are drawn, but no engine says where their text stands: the picture may change
        wherever one is painted.
        """
        hidden = [
            flow.id
            for flow in self.content.get(page, ())
            if flow.channel is Channel.HIDDEN and self.spans.get(flow.id)
        ]
        if any(_PAINTED_WITH.match(flow) for flow in hidden):
            return True
        if not hidden:
            return False
        with pikepdf.open(self.original, password=self.password or "") as pdf:
            resources = pdf.pages[page - 1].obj.get("/Resources")
            return isinstance(resources, pikepdf.Dictionary) and "/Pattern" in resources

    def _pages_with_areas(self) -> set[int]:
        return {area.page - 1 for area in self.plan.areas}

    def _removed_page(self, page: int, sights: Sequence["Sight"]) -> None:
        for sight in sights:
            if re.search(r"\w", sight.after.replace(WALL, "")):
                place = Place(f"page {page}", page, Channel.BODY, sight.engine)
                self.leaks.append(Leak((self.removed[page].id,), place, "page"))

    def _scan(self, page: int, kept: Kept, sight: "Sight", copy: Pdfium) -> None:
        """Nothing of the occulted texts is left to see, and the new text layer says the rest."""
        place = Place(f"page {page}", page, Channel.OCR, "tesseract")
        reading = Reading(self.marks.hide(self.scans.read_around(copy, page)))
        hits = [
            hit for hit in self.needles.find(reading) if len(hit.key) >= _LONG_ENOUGH_FOR_PIXELS
        ]
        self._report(kept.unexplained(hits, reading, _never), place)
        read = [flow for flow in self.content.get(page, ()) if is_recognised(flow.id)]
        if not read or bare(sight.before):
            return
        due = Counter(squeeze("".join(Kept(read, self.spans, self.needles).text_pieces)))
        there = Counter(squeeze(sight.after.replace(WALL, "")))
        place = Place(f"page {page}", page, Channel.OCR, "pdfium")
        if there - due:
            self.changes.append(Change(place, "added"))
        if due - there and not any(area.page == page for area in self.plan.areas):
            self.changes.append(Change(place, "missing"))

    def _leaks_on_page(self, page: int, kept: Kept, sight: "Sight") -> None:
        reading = Reading(sight.after)
        hits = self.needles.find(reading)
        if not hits:
            return

        def exact(key: str) -> bool:
            there = [h for h in self.needles.find(Reading(sight.before)) if h.key == key]
            expected = len(kept.slots.get(key, ())) + len(kept.planned.get(key, ()))
            return len(there) == expected

        place = Place(f"page {page}", page, Channel.BODY, sight.engine)
        self._report(kept.unexplained(hits, reading, exact), place)

    def _report(self, hits: Sequence[Hit], place: Place) -> None:
        for hit in hits:
            self.leaks.append(Leak(self.needles.occultations(hit.key), place, hit.kind))

    def _letters(self, page: int, kept: Kept, one: "Sight", two: "Sight", before: Pdfium) -> None:
        """Exactly the planned letters are gone, the rest in order; in doubt both engines say so."""
        flows = [f for f in self.content.get(page, []) if not is_recognised(f.id)]
        if len(flows) < len(self.content.get(page, [])) and not bare(one.before):
            return  # the copy has a text layer that the original lacks
        if len(flows) < len(self.content.get(page, [])):
            kept = Kept(flows, self.spans, self.needles)
        if one.before == one.after and not kept.planned_ids:
            return
        in_areas = "".join(
            before.text_in(page - 1, area.box)
            for area in self.plan.areas
            if area.page == page and not area.part
        )
        # Where nothing is seen, more may go than was asked: the engine drops what a clip hides.
        in_areas += "".join(
            flow.text
            for flow in flows
            if flow.channel is Channel.HIDDEN and self.spans.get(flow.id)
        )
        texts = [flow.text for flow in flows]
        found = letters.compare(one.before, one.after, kept.planned_text, texts, in_areas)
        if found:
            found &= letters.compare(two.before, two.after, kept.planned_text, texts, in_areas)
        place = Place(f"page {page}", page, Channel.BODY, "pdfium, mupdf")
        for what in sorted(found):
            if what == "letters":
                ids = tuple(
                    o.id
                    for o in self.plan.occultations
                    if o.span.flow in self.by_id and self.by_id[o.span.flow] in flows
                )
                self.leaks.append(Leak(ids, place, "letters"))
            else:
                self.changes.append(Change(place, what))

    # --- objects and bytes ---------------------------------------------------------------

    def _objects(self) -> None:
        try:
            pdf = pikepdf.open(self.copy, password=self.password or "")
        except PdfError as error:
            raise Damaged(where="qpdf") from error
        with pdf:
            walk = pdf_objects.Walk(pdf)
            hits: list[tuple[Hit, pdf_objects.Said, str]] = []
            readings: dict[int, Reading] = {}
            for said in walk:
                for hit, text, reading in self._said(said):
                    hits.append((hit, said, text))
                    readings[id(hit)] = reading
            self.checked["objects"] = walk.objects
            self.unread += walk.unread
            self._account(hits, readings)
            self._bytes(walk.visited, {text for _, _, text in hits}, pdf.is_encrypted)

    def _said(self, said: pdf_objects.Said) -> Iterator[tuple[Hit, str, Reading]]:
        if said.kind == "file":
            for text in nested.texts(said.texts[0].encode("latin-1"), self.unread):
                reading = Reading(text)
                for hit in self.needles.find(reading):
                    yield hit, text, reading
            return
        together = Reading(self.marks.hide(WALL.join(said.texts)))
        if not self.needles.find(together):
            return
        found = [
            (hit, text, reading)
            for text in said.texts
            for reading in [Reading(self.marks.hide(text))]
            for hit in self.needles.find(reading)
            if not self._is_chance(said, hit, text)
        ]
        if said.kind == "bytes":
            # Its texts are several readings of the same bytes: one occurrence shows in many.
            most = max(said.texts, key=lambda text: sum(t is text for _, t, _ in found))
            keys = {hit.key for hit, text, _ in found if text is most}
            found = [entry for entry in found if entry[1] is most or entry[0].key not in keys]
        yield from found

    def _is_chance(self, said: pdf_objects.Said, hit: Hit, text: str) -> bool:
        size = len(hit.key.removeprefix("<"))
        if said.kind == "shown" and said.home == "page":
            return size < _LONG_ENOUGH_FOR_BYTES
        if said.kind == "bytes" or not text.replace("\n", "").replace("\r", "").isprintable():
            return size < _LONG_ENOUGH_FOR_BYTES
        return False

    def _account(
        self,
        hits: list[tuple[Hit, pdf_objects.Said, str]],
        readings: dict[int, Reading],
    ) -> None:
        by_page: dict[int, list[tuple[Hit, pdf_objects.Said]]] = {}
        rest: list[tuple[Hit, pdf_objects.Said, str]] = []
        for hit, said, text in hits:
            if said.kind == "shown" and said.home == "page" and said.page is not None:
                by_page.setdefault(said.page, []).append((hit, said))
            else:
                rest.append((hit, said, text))
        for page, found in by_page.items():
            if page in self.removed:
                continue
            kept = Kept(self.content.get(page, ()), self.spans, self.needles)
            by_object: dict[int, list[Hit]] = {}
            for hit, said in found:
                by_object.setdefault(said.number, []).append(hit)
            for number, each in by_object.items():
                leaks = kept.unexplained(each, readings[id(each[0])], _never)
                place = Place(f"page {page}, object {number}", page, Channel.HIDDEN, "qpdf")
                self._report(leaks, place)
        orphans = [entry for entry in rest if entry[1].home == "orphan"]
        known = [entry for entry in rest if entry[1].home != "orphan"]
        texts = {(said.number, text): None for _, said, text in known}
        together = Reading(WALL.join(text for _, text in texts))
        leaks = self.aside.unexplained([hit for hit, _, _ in known], together, _always)
        unexplained = set(map(id, leaks))
        for hit, said, _ in known:
            if id(hit) in unexplained and not self._echoes(hit, said, readings[id(hit)]):
                self._report([hit], _object_place(said))
        for hit, said, _ in orphans:
            self._report([hit], _object_place(said))

    def _echoes(self, hit: Hit, said: pdf_objects.Said, reading: Reading) -> bool:
        """Whether the whole string says what a kept flow of the same home says.

        A title stands in the Info dictionary and in XMP, a value in a field and in its
        appearance; one flow may speak for both.
        """
        channels = pdf_objects.CHANNELS[said.home]
        kept = Kept(
            [flow for flow in self.aside.flows if flow.channel in channels],
            self.spans,
            self.needles,
        )
        if hit.key in kept.planned or hit.key not in kept.slots:
            return False
        return bool(reading.squeezed) and reading.squeezed in kept.reading.squeezed

    def _bytes(self, visited: set[tuple[int, int]], explained: set[str], encrypted: bool) -> None:
        if self.needles.empty or encrypted:
            return
        raw = pdf_raw.RawFile(self.copy)
        try:
            items = pdf_raw.carve(raw.data)
            times = Counter(item.number for item in items)
            for item in items:
                name = (item.number, item.generation)
                if pdf_raw.is_packed(raw.data, item):
                    self._packed(raw, item, {n for n, _ in visited}, times, explained)
                elif name not in visited or times[item.number] > 1:
                    texts = [t for t in pdf_raw.contents(raw.data, item) if t not in explained]
                    self._stray(texts, f"object {item.number}", "orphan")
            for offset, data in pdf_raw.strays(raw.data, items):
                texts = [text for _, text in binary.any_text(pdf_raw.clean_trailer(data))]
                self._stray(texts, f"byte {offset}", "outside")
        finally:
            raw.close()

    def _packed(
        self,
        raw: pdf_raw.RawFile,
        item: pdf_raw.Carved,
        visited: set[int],
        times: Counter[int],
        explained: set[str],
    ) -> None:
        for number, source in pdf_raw.packed_objects(raw.data, item).items():
            if number in visited and not times[number]:
                continue
            texts = [pdf_text.text_of(string) for string in pdf_text.strings(source)]
            self._stray([t for t in texts if t not in explained], f"object {number}", "orphan")

    def _stray(self, texts: Sequence[str], where: str, channel: str) -> None:
        for text in texts:
            hits = [
                hit
                for hit in self.needles.find(Reading(text))
                if len(hit.key.removeprefix("<")) >= 3
            ]
            self._report(hits, Place(where, None, channel, "bytes"))


_PAINTED_WITH = re.compile(r"p\d+\.(?:mask|type3)\.")
_OF_ANNOTATION = re.compile(r"p(\d+)\.(?:ap|annot\.|form\.|link\.)(\d+)\.|form\.")


def _rectangle(annotation: pikepdf.Dictionary) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in annotation.Rect)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _never(_: str) -> bool:
    return False


def _always(_: str) -> bool:
    return True


def _object_place(said: pdf_objects.Said) -> Place:
    where = f"object {said.number}" if said.number else "document"
    if said.page:
        where = f"page {said.page}, {where}"
    return Place(where, said.page, said.home, "qpdf", said.kind)


class Sight:
    """One engine's reading of a page in both files; the original only when asked for."""

    def __init__(
        self,
        engine: str,
        before: Callable[[int], str],
        after: Callable[[int], str],
        index: int,
        marks: Marks,
    ) -> None:
        self.engine = engine
        self._before, self._index, self._marks = before, index, marks
        self.after = marks.hide(after(index))

    @cached_property
    def before(self) -> str:
        return self._marks.hide(self._before(self._index))
