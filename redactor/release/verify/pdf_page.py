"""Verify the pages of a PDF as two engines read them, and as one draws them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import pikepdf

from redactor.formats.base import Area, Box
from redactor.formats.pdf.scans import is_recognised
from redactor.release.verify import letters, pictures
from redactor.release.verify.engines import Mupdf, Pdfium
from redactor.release.verify.kept import Kept
from redactor.release.verify.letters import bare
from redactor.release.verify.marks import Marks
from redactor.release.verify.needles import WALL, Needles, Reading, squeeze
from redactor.release.verify.objects import Objects
from redactor.release.verify.pdf_case import Case
from redactor.release.verify.pdf_unchanged import Unchanged, inherited
from redactor.release.verify.report import Change, Leak, Place
from redactor.release.verify.scans import Scans
from redactor.text.flow import Channel, Flow

#: What is read in a picture may be misread: two letters are found by chance.
_LONG_ENOUGH_FOR_PIXELS = 3
#: Points around an area: half of a large letter.
_RIM = 6.0
_PAINTED_WITH = re.compile(r"p\d+\.(?:mask|type3)\.")
_OF_ANNOTATION = re.compile(r"p(\d+)\.(?:ap|annot\.|form\.|link\.)(\d+)\.|form\.")


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

    def occurrences_before(self, needles: Needles) -> Counter[str]:
        if "_found" not in self.__dict__:
            self._found = Counter(hit.key for hit in needles.find(Reading(self.before)))
        return self._found


class Pages:
    """Both files, opened by both engines, page after page."""

    def __init__(
        self,
        case: Case,
        scans: Scans,
        before: Pdfium,
        after: Pdfium,
        before2: Mupdf,
        after2: Mupdf,
        objects: Objects,
        unchanged: Unchanged,
    ) -> None:
        """`objects` are those of the original."""
        self._case, self._scans = case, scans
        self._before, self._after = before, after
        self._before2, self._after2 = before2, after2
        self._objects, self._unchanged = objects, unchanged
        self._areas: defaultdict[int, list[Area]] = defaultdict(list)
        for area in case.plan.areas:
            self._areas[area.page].append(area)
        self._annotations_gone = [
            found for flow in case.spans if (found := _OF_ANNOTATION.match(flow))
        ]

    def verify(self, page: int, kept: Kept) -> None:
        case, index = self._case, page - 1
        one = Sight("pdfium", self._before.text, self._after.text, index, case.marks)
        two = Sight("mupdf", self._before2.text, self._after2.text, index, case.marks)
        case.checked["characters"] += len(one.after) + len(two.after)
        if page in case.removed:
            self._removed(page, (one, two))
            return
        for sight in (one, two):
            self._leaks(page, kept, sight)
        self._letters(page, kept, one, two)
        self._scan(page, kept, one)
        drawn = [area for area in self._areas[page] if not area.part]
        for area in drawn:
            left = case.marks.hide(self._after.text_inside(index, area.box))
            if re.search(r"\w", left.replace(WALL, "")):
                case.leaks.append(Leak((area.id,), _body(page, "pdfium"), "area"))
        if kept.planned_ids or self._areas[page] or not self._unchanged.picture(index):
            self._picture(page, [area.box for area in drawn])
        else:
            case.checked["same"] += 1

    def _picture(self, page: int, areas: Sequence[Box]) -> None:
        if self._tiled(page):
            return
        self._case.checked["rendered"] += 1
        boxes = [*areas, *(area.box for area in self._scans.on(page))]
        own = self._annotations(page)
        if pictures.differ(self._before, self._after, page - 1, boxes, own):
            self._case.changes.append(Change(_body(page, "pdfium"), "picture"))

    def _removed(self, page: int, sights: Sequence[Sight]) -> None:
        for sight in sights:
            if re.search(r"\w", sight.after.replace(WALL, "")):
                removed = self._case.removed[page].id
                self._case.leaks.append(Leak((removed,), _body(page, sight.engine), "page"))

    def _leaks(self, page: int, kept: Kept, sight: Sight) -> None:
        needles = self._case.needles
        reading = Reading(sight.after)
        hits = [] if kept.is_all(reading) else needles.find(reading)
        if not hits:
            return

        def exact(key: str) -> bool:
            expected = len(kept.slots.get(key, ())) + len(kept.planned.get(key, ()))
            return sight.occurrences_before(needles)[key] == expected

        self._case.leak(kept.unexplained(hits, reading, exact), _body(page, sight.engine))

    def _letters(self, page: int, kept: Kept, one: Sight, two: Sight) -> None:
        """Exactly the planned letters are gone, the rest in order; in doubt both engines say so."""
        case = self._case
        flows = [flow for flow in kept.flows if not is_recognised(flow.id)]
        after, after2 = one.after, two.after
        if len(flows) < len(kept.flows):
            if not bare(one.before):
                return  # the copy has a text layer that the original lacks
            read = [flow for flow in kept.flows if is_recognised(flow.id)]
            layer = "".join(Kept(read, case.spans, case.needles).text_pieces)
            after = letters.without_layer(after, layer, one.before)
            after2 = letters.without_layer(after2, layer, two.before)
            kept = Kept(flows, case.spans, case.needles)
        if one.before == after and not kept.planned_ids:
            return
        in_areas = "".join(
            self._before.text_in(page - 1, _around(area.box))
            for area in self._areas[page]
            if not area.part
        )
        # Where nothing is seen, more may go than was asked: the engine drops what a clip hides.
        in_areas += "".join(flow.text for flow in self._hidden_gone(page))
        in_areas += "".join(letters.gone_whole(one.before, after, self._hidden_kept(page)))
        texts = [flow.text for flow in flows]
        found = letters.compare(one.before, after, kept.planned_text, texts, in_areas)
        if found:
            found &= letters.compare(two.before, after2, kept.planned_text, texts, in_areas)
        place = _body(page, "pdfium, mupdf")
        for what in sorted(found):
            if what == "letters":
                here = {flow.id for flow in flows}
                ids = tuple(o.id for o in case.plan.occultations if o.span.flow in here)
                case.leaks.append(Leak(ids, place, "letters"))
            else:
                case.changes.append(Change(place, what))

    def _scan(self, page: int, kept: Kept, sight: Sight) -> None:
        """Nothing of the occulted texts is left to see, and the new text layer says the rest."""
        case = self._case
        reading = Reading(case.marks.hide(self._scans.read_around(self._after, page)))
        hits = [
            hit for hit in case.needles.find(reading) if len(hit.key) >= _LONG_ENOUGH_FOR_PIXELS
        ]
        place = Place(f"page {page}", page, Channel.OCR, "tesseract")
        case.leak(kept.unexplained(hits, reading, _never), place)
        read = [flow for flow in kept.flows if is_recognised(flow.id)]
        if not read or bare(sight.before):
            return
        due = Counter(squeeze("".join(Kept(read, case.spans, case.needles).text_pieces)))
        there = Counter(squeeze(sight.after.replace(WALL, "")))
        place = Place(f"page {page}", page, Channel.OCR, "pdfium")
        if there - due:
            case.changes.append(Change(place, "added"))
        if due - there and not self._areas[page]:
            case.changes.append(Change(place, "missing"))

    def _tiled(self, page: int) -> bool:
        """Whether something goes from a pattern, a mask or a glyph's own drawing.

        They are drawn, but no engine says where their text stands: the picture may change
        wherever one is painted.
        """
        hidden = [flow.id for flow in self._hidden_gone(page)]
        if any(_PAINTED_WITH.match(flow) for flow in hidden):
            return True
        if not hidden:
            return False
        resources = inherited(self._objects.page(page - 1), "/Resources")
        return isinstance(resources, pikepdf.Dictionary) and "/Pattern" in resources

    def _hidden_gone(self, page: int) -> list[Flow]:
        """The hidden flows of `page` of which something goes."""
        return [flow for flow in self._hidden(page) if self._case.spans.get(flow.id)]

    def _hidden_kept(self, page: int) -> list[str]:
        return [flow.text for flow in self._hidden(page) if not self._case.spans.get(flow.id)]

    def _hidden(self, page: int) -> Iterator[Flow]:
        for flow in self._case.drawn_on(page):
            if flow.channel is Channel.HIDDEN:
                yield flow

    def _annotations(self, page: int) -> list[Box]:
        """The rectangles of annotations and fields on `page` of which something goes."""
        orders = {int(found[2]) for found in self._annotations_gone if found[1] == str(page)}
        # A value that several fields share hangs on none of their pages.
        fields = any(found[1] is None for found in self._annotations_gone)
        if not orders and not fields:
            return []
        annotations = self._objects.page(page - 1).get("/Annots")
        each = list(annotations) if isinstance(annotations, pikepdf.Array) else []
        return [
            _rectangle(one)
            for order, one in enumerate(each, 1)
            if isinstance(one, pikepdf.Dictionary)
            and (order in orders or (fields and one.get("/Subtype") == "/Widget"))
            and len(one.get("/Rect", ())) == 4
        ]


def _body(page: int, engine: str) -> Place:
    return Place(f"page {page}", page, Channel.BODY, engine)


def _around(area: Box) -> Box:
    """What an area may take: a letter goes with the line that it reaches the middle of."""
    x0, y0, x1, y1 = area
    return x0 - _RIM, y0 - _RIM, x1 + _RIM, y1 + _RIM


def _rectangle(annotation: pikepdf.Dictionary) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in annotation.Rect)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _never(_: str) -> bool:
    return False
