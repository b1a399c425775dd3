"""Flows: runs of text in reading order, each with one home in its document."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """What kind of home a flow has. The values are part of the command's JSON."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXTBOX = "textbox"
    COMMENT = "comment"
    FIELD = "field"
    FORM = "form"
    ANNOTATION = "annotation"
    LINK = "link"
    BOOKMARK = "bookmark"
    METADATA = "metadata"
    ATTACHMENT = "attachment"
    REVISION = "revision"
    HIDDEN = "hidden"
    STRUCTURE = "structure"
    LAYER = "layer"
    SCRIPT = "script"
    EMBEDDED = "embedded"
    OCR = "ocr"
    FILENAME = "filename"


#: Channels that a reader of the page sees; the others are listed apart on screen.
VISIBLE_CHANNELS = frozenset(
    {
        Channel.BODY,
        Channel.HEADER,
        Channel.FOOTER,
        Channel.FOOTNOTE,
        Channel.ENDNOTE,
        Channel.TEXTBOX,
        Channel.FORM,
        Channel.OCR,
    }
)


class Kind(StrEnum):
    """What a flow is on its page: serves display and the rules that read layout."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"
    VALUE = "value"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: all three count from zero within the document."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A run of text in reading order with one home.

    `text` is the original, never normalised: every position in Redactor is a code point
    offset in it. Line breaks inside a paragraph are ``\\n``. A flow never holds two
    paragraphs or two cells, save a plain-text file, which is one flow.
    """

    id: str
    """Unique in the document and the same each time the same bytes are read."""
    text: str
    channel: Channel = Channel.BODY
    page: int | None = None
    """1-based, for formats that have pages."""
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    """Depth of a heading or of a list item."""
    cell: Cell | None = None
    place: str = ""
    """Where it stands, for the reader: a part's name, a property, a field."""
    joined: str = ""
    """Set to the id of the preceding flow where the sentence goes on from it: a paragraph
    that a page break cuts. Detection may read both as one; spans never cross."""
    beside: str = ""
    """The id of the flow that it is about: a comment's paragraph, the paragraph of which a tracked
    change tells how it was. For display; empty where the format does not say."""
    walls: tuple[int, ...] = ()
    """In order, offsets that no passage crosses: where the rows of a table written as text end.
    Its cells are parted by their own signs."""

    def __reduce__(self) -> tuple[type["Flow"], tuple[object, ...]]:
        # Sent and packed in half the time that a frozen class takes by itself.
        return Flow, tuple(getattr(self, name) for name in self.__slots__)

    def is_crossed(self, start: int, end: int) -> bool:
        """Whether a wall stands between two offsets."""
        at = bisect_right(self.walls, start)
        return at < len(self.walls) and self.walls[at] < end


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of the flow `flow`, in code points."""

    flow: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.flow == other.flow and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read. A finding, never silence (DESIGN, invariant 6)."""

    where: str
    """The place: ``page 3``, the name of a part."""
    why: str
    """A message key of `redactor.messages`, such as ``unread.image-only``."""
    page: int | None = None


FILENAME_FLOW = "filename"
"""The id of the flow that holds a document's own name; the analysis adds it, no format does."""


def filename_flow(name: str) -> Flow:
    """The name of a file as a flow: hidden text is text (DESIGN, invariant 5)."""
    return Flow(FILENAME_FLOW, name, Channel.FILENAME)
