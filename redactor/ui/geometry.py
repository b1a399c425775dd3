"""Where text stands on a page: marks from boxes, and text from places. Pure functions.

Everything is in points with the origin at the top left of the page as displayed, and comes
from the same characters as the redaction (`PageLayout`), so that what is drawn is what goes.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redactor.formats.base import Box, PageLayout
from redactor.text.flow import Span


def marks(boxes: Iterable[Box | None]) -> tuple[Box, ...]:
    """The rectangles that cover characters in order: one a line, and one a distant piece."""
    runs: list[Box] = []
    for box in boxes:
        if box is None or box[2] <= box[0]:
            continue
        if runs and _goes_on(runs[-1], box):
            run = runs[-1]
            runs[-1] = (
                min(run[0], box[0]),
                min(run[1], box[1]),
                max(run[2], box[2]),
                max(run[3], box[3]),
            )
        else:
            runs.append(box)
    return tuple(runs)


def _goes_on(run: Box, box: Box) -> bool:
    """Whether `box` stands on the line of `run`, no further than one and a half its height."""
    height = max(min(run[3] - run[1], box[3] - box[1]), 1.0)
    overlap = min(run[3], box[3]) - max(run[1], box[1])
    if overlap >= 0.5 * height:
        return box[0] - run[2] < 1.5 * height and run[0] - box[2] < 1.5 * height
    # Rotated text goes on downwards or upwards. Its boxes lie: wider than high.
    width = max(min(run[2] - run[0], box[2] - box[0]), 1.0)
    across = min(run[2], box[2]) - max(run[0], box[0])
    near = box[1] - run[3] < 0.2 * height and run[1] - box[3] < 0.2 * height
    return across >= 0.8 * width and near and box[2] - box[0] > box[3] - box[1]


def marks_of(layout: PageLayout, span: Span) -> tuple[Box, ...]:
    """The rectangles of a span on its page; empty where it is not drawn there."""
    boxes = layout.flows.get(span.flow)
    return marks(boxes[span.start : span.end]) if boxes else ()


@dataclass(frozen=True, slots=True)
class Caret:
    """A character of a page: the flow's place in reading order, the flow, the character."""

    order: int
    flow: str
    index: int

    @property
    def rank(self) -> tuple[int, int]:
        return self.order, self.index


def caret_at(layout: PageLayout, x: float, y: float, reach: float = 40.0) -> Caret | None:
    """The character at a place or, within `reach` points, the nearest; None in the void."""
    best: Caret | None = None
    least = reach * reach
    for order, (flow, boxes) in enumerate(layout.flows.items()):
        for index, box in enumerate(boxes):
            if box is None:
                continue
            dx = max(box[0] - x, 0.0, x - box[2])
            # A place between two lines belongs to the line it is level with: vertical
            # distance counts more.
            dy = 2 * max(box[1] - y, 0.0, y - box[3])
            distance = dx * dx + dy * dy
            if distance < least:
                least, best = distance, Caret(order, flow, index)
                if distance == 0.0:
                    return best
    return best


def spans_between(layout: PageLayout, one: Caret, other: Caret) -> tuple[Span, ...]:
    """What is selected from one character to another, both included: one span a flow."""
    first, last = sorted((one, other), key=lambda caret: caret.rank)
    spans: list[Span] = []
    for order, (flow, boxes) in enumerate(layout.flows.items()):
        if not first.order <= order <= last.order:
            continue
        start = first.index if order == first.order else 0
        end = last.index + 1 if order == last.order else len(boxes)
        if start < end:
            spans.append(Span(flow, start, end))
    return tuple(spans)


def word_at(text: str, index: int) -> tuple[int, int]:
    """The word around a character: letters, digits and what joins them inside a word.

    >>> word_at("M. Jean-Paul d'Or.", 5)
    (3, 12)
    """
    if not 0 <= index < len(text) or not _in_word(text, index):
        return index, min(index + 1, len(text))
    start = index
    while start > 0 and _in_word(text, start - 1):
        start -= 1
    end = index + 1
    while end < len(text) and _in_word(text, end):
        end += 1
    return start, end


def _in_word(text: str, index: int) -> bool:
    letter = text[index]
    if letter.isalnum():
        return True
    return (
        letter in "-'’_.@"
        and 0 < index < len(text) - 1
        and text[index - 1].isalnum()
        and text[index + 1].isalnum()
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same range without the white space at its ends; equal ends when nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def moved_by_word(text: str, position: int, step: int) -> int:
    """The next end of a word after `position` (step 1), or start of one before it (step -1)."""
    n = len(text)
    if step > 0:
        while position < n and not text[position].isalnum():
            position += 1
        while position < n and text[position].isalnum():
            position += 1
    else:
        while position > 0 and not text[position - 1].isalnum():
            position -= 1
        while position > 0 and text[position - 1].isalnum():
            position -= 1
    return position


def visible_pages(
    tops: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> range:
    """The pages (from zero) that meet a band, by bisection: `tops` grow."""
    first = max(bisect_right(tops, top) - 1, 0)
    if first < len(tops) and tops[first] + heights[first] < top:
        first += 1
    last = bisect_right(tops, bottom)
    return range(first, max(first, last))


#: How far each side of a rectangle follows the hand: left, top, right, bottom.
GRIPS: dict[str, tuple[int, int, int, int]] = {
    "north-west": (1, 1, 0, 0),
    "north": (0, 1, 0, 0),
    "north-east": (0, 1, 1, 0),
    "east": (0, 0, 1, 0),
    "south-east": (0, 0, 1, 1),
    "south": (0, 0, 0, 1),
    "south-west": (1, 0, 0, 1),
    "west": (1, 0, 0, 0),
    "inside": (1, 1, 1, 1),
}


def grips(box: Box) -> dict[str, tuple[float, float]]:
    """Where the eight handles of a rectangle are."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    found = {}
    for name, (left, top, right, bottom) in GRIPS.items():
        if name != "inside":
            across = box[0] if left else box[2] if right else x
            down = box[1] if top else box[3] if bottom else y
            found[name] = (across, down)
    return found


def grip_at(box: Box, x: float, y: float, reach: float) -> str:
    """The handle within `reach` of a place, ``inside``, or empty outside the rectangle."""
    near = [
        ((across - x) ** 2 + (down - y) ** 2, name) for name, (across, down) in grips(box).items()
    ]
    distance, name = min(near)
    if distance <= reach * reach:
        return name
    return "inside" if box[0] <= x <= box[2] and box[1] <= y <= box[3] else ""


def pulled(
    box: Box, grip: str, dx: float, dy: float, size: tuple[float, float], least: float
) -> Box:
    """A rectangle pulled by a grip. It stays on its page of `size`, and no side is shorter than
    `least`; moved by its inside it keeps its size."""
    left, top, right, bottom = GRIPS[grip]
    width, height = size
    if grip == "inside":
        dx = min(max(dx, -box[0]), width - box[2])
        dy = min(max(dy, -box[1]), height - box[3])
        return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy
    x0, y0, x1, y1 = box
    if left:
        x0 = min(max(x0 + dx, 0.0), x1 - least)
    if right:
        x1 = max(min(x1 + dx, width), x0 + least)
    if top:
        y0 = min(max(y0 + dy, 0.0), y1 - least)
    if bottom:
        y1 = max(min(y1 + dy, height), y0 + least)
    return x0, y0, x1, y1
