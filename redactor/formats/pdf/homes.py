"""What goes from a page, by the content that draws it: the page itself, or an annotation."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.formats.base import Applied, Box, Occultation
from redactor.formats.errors import CannotRedact
from redactor.formats.pdf import marks, settled, slanted, where
from redactor.formats.pdf.glyphs import Extraction, Glyph, Line
from redactor.formats.pdf.pagetext import PageText, Placed
from redactor.formats.pdf.placing import Gap
from redactor.text.flow import Channel


@dataclass
class Home:
    """What goes from one content: the page's own, or an annotation's appearance."""

    runs: list[list[Glyph]] = field(default_factory=list)
    drawn: list[marks.Mark] = field(default_factory=list)
    pictured: list[Box] = field(default_factory=list)
    """Boxes of letters that a scan shows: their pixels go too."""
    gaps: list[Gap] = field(default_factory=list)
    """Where words of the page's own content go, each with its mark."""
    of_gap: dict[tuple[float, float], str] = field(default_factory=dict)
    """The occultation that a gap, by its place, belongs to."""
    places: set[tuple[int, int]] = field(default_factory=set)
    """(line, character) in the extraction."""
    read: set[tuple[int, int]] = field(default_factory=set)
    """(line, character) in what was recognised in the page's pictures."""
    labels: dict[tuple[int, int], list[marks.Mark]] = field(default_factory=dict)
    """Marks over pictures, by the first of the characters that they stand for."""

    def add_lines(self, lines: Sequence[Line], extraction: Extraction) -> None:
        """Take out whole lines: an earlier text layer."""
        for line in lines:
            glyphs = extraction.glyphs(line.number, line.start, line.start + len(line.text))
            self.runs += marks.runs_of([glyph for glyph in glyphs if glyph.size])
            self.places |= {(line.number, line.start + at) for at in range(len(line.text))}

    def give_way(self, areas: Sequence[Box]) -> None:
        """Say nothing where an area is drawn over a mark: half a label would be left to read,
        and its own box would go with what the area takes."""

        def free(mark: marks.Mark | None) -> bool:
            return mark is None or not any(_overlap(mark.box, area) for area in areas)

        covered = [gap.mark for gap in self.gaps if gap.mark and not free(gap.mark)]
        self.gaps = [gap for gap in self.gaps if free(gap.mark)]
        covered += [mark for mark in self.drawn if not free(mark)]
        self.drawn = [mark for mark in self.drawn if free(mark)]
        self.drawn += [marks.Mark(mark.box, marks.PLAIN) for mark in covered]

    def glyphs(self) -> list[Glyph]:
        return [glyph for run in self.runs for glyph in run]


def _overlap(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _slants(item: Placed, runs: Sequence[Sequence[Glyph]]) -> list[slanted.Corners | None]:
    return [] if item.picture else [slanted.corners_of(run) for run in runs]


def homes_of(
    occultations: Sequence[Occultation], text: PageText | None
) -> tuple[list[Applied], dict[int, Home]]:
    """Each occultation as the copy carries it, and by the order of the annotation whose
    appearance it is read from (0: the page itself) what goes from there."""
    applied: list[Applied] = []
    homes: defaultdict[int, Home] = defaultdict(Home)
    placed = {item.flow.id: item for item in text.placed} if text else {}
    for one in occultations:
        item = placed.get(one.span.flow)
        if item is None or one.span.end > len(item.flow.text):
            raise CannotRedact(where=where.in_words(one.span.flow))
        runs = marks.runs_of(item.glyphs(one.span.start, one.span.end))
        boxes = marks.boxes_of(runs, item.picture)
        home = homes[item.annotation]
        places = {p for p in item.places(one.span.start, one.span.end) if p is not None}
        if item.picture:
            home.read |= places
        else:
            home.runs += runs
            home.places |= places
        shown = [] if item.hidden else marks.marks_of(boxes, one.label, _slants(item, runs))
        if item.picture and places:
            home.labels[min(places)] = shown
        elif not item.annotation and not item.picture and shown:
            gaps = settled.gaps_of(runs, shown)
            home.gaps += gaps
            home.of_gap |= {(gap.x0, gap.base): one.id for gap in gaps}
        else:
            home.drawn += shown
        if item.flow.channel is Channel.OCR:
            home.pictured += boxes
        applied.append(Applied(one.id, one.span, item.flow.page, boxes))
    return applied, dict(homes)
