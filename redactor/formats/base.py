"""The protocol that every format implements, and what passes through it.

A source is a file opened once, in a process that can be killed. It gives flows and unread
places; for paged formats also pictures and the boxes of characters; and it writes the two
copies from one list of occultations. A format knows no law: labels and notes reach it as
plain strings. It never searches text: it turns spans into places.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self, runtime_checkable

from redactor.boxes import Box as Box
from redactor.text.flow import Flow, Span, Unread


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file is read. The same for reading, showing, writing and verifying it: the ids of
    flows depend on it."""

    ocr: bool = False
    """Read pictures of text too, where the engine's data are installed."""
    ocr_again: bool = False
    """Set aside the text layer that a scan already has, and read its pixels."""
    ocr_pages: frozenset[int] = frozenset()
    """Pages of which that is so, where it is not so of all."""
    ocr_cache: Path | None = None
    """Folder of what was recognised, shared between processes; it holds document text."""

    def anew(self, page: int) -> bool:
        """Whether a page is read from its pixels, whatever text layer it has."""
        return self.ocr_again or page in self.ocr_pages


NOWHERE = Path(os.devnull)
"""`ReadOptions.ocr_cache`: nothing of what was recognised is written to a disk."""

READ_ALL = ReadOptions(ocr=True)
"""What a person expects of a file: everything that can be read is."""


@dataclass(frozen=True, slots=True)
class Occultation:
    """A span to take out of the redacted copy and to highlight in the audit copy."""

    id: str
    span: Span
    label: str = ""
    """What the reader meets in its place, e.g. ``[nom]``; empty: the plain mark."""
    note: str = ""
    """What the audit copy says of it: category and ground."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a page (or of an embedded image, `part`) whose content goes."""

    id: str
    page: int
    box: Box
    label: str = ""
    note: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class RemovedPage:
    """A page taken out of scope: the redacted copy shows `notice` in its place."""

    id: str
    page: int
    notice: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes: the one list from which both copies are made (DESIGN, invariant 3)."""

    occultations: tuple[Occultation, ...] = ()
    areas: tuple[Area, ...] = ()
    removed_pages: tuple[RemovedPage, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    """Choices of a profile that a format may know, e.g. ``keep_attachments``; unknown ones
    are ignored by it."""
    sought: tuple[str, ...] = ()
    """Texts that were asked for by themselves. Formats ignore them: their places are among the
    occultations; verification looks for them wherever no flow was read."""


@dataclass(frozen=True, slots=True)
class Applied:
    """One occultation as a copy really carries it."""

    id: str
    span: Span
    page: int | None
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer did. `applied` holds each occultation of the plan exactly once."""

    applied: tuple[Applied, ...]
    dropped: tuple[str, ...] = ()
    """Whole channels that the copy no longer has: ``thumbnail``, ``signature``, …"""
    warnings: tuple[str, ...] = ()
    """Message keys."""
    narrow: tuple[str, ...] = ()
    """Ids of occultations whose blank keeps the width of their text, where one width for all
    was asked for and the line did not allow it."""
    removed: tuple[str, ...] = ()
    """Unread places (`Unread.where`) that the copy no longer has."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of a rendered page: 8-bit RGB rows without padding."""

    width: int
    height: int
    samples: bytes


@dataclass(frozen=True, slots=True)
class SuggestedArea:
    """A rectangle that a person may want to occult: nothing goes before they say so."""

    page: int
    box: Box
    kind: str
    """``handwritten_signature``, ``stamp``, ``photograph``, ``qr_code``, ``data_matrix``,
    ``machine_readable_zone``."""
    confidence: float
    """0 to 1: measured on drawn pages (`tests.benchmarks.suggestions`)."""
    why: str
    """What it was told by, for the reviewer, in French."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Where the characters of a page stand, for overlays and for selecting text."""

    page: int
    width: float
    height: float
    flows: Mapping[str, Sequence[Box | None]]
    """Flow id → one box per character of `Flow.text`; None where nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture inside a document without pages, whose pixels an `Area` may take away."""

    part: str
    """`Area.part`: the part's name, through the packages that hold it."""
    width: int
    height: int
    """Pixels as shown: the unit of `Area.box` in it."""


@runtime_checkable
class Illustrated(Protocol):
    """A source whose pictures can be listed and shown."""

    def illustrations(self) -> Sequence[Illustration]: ...

    def illustration(self, part: str, most: int) -> Picture | None:
        """Its pixels, its longer side at most `most`; None where it is not sound."""
        ...


class Source(Protocol):
    """An opened document. Used as a context manager, by one process alone."""

    @property
    def pages(self) -> int | None:
        """How many pages, None for formats without pages."""
        ...

    @property
    def warnings(self) -> Sequence[str]:
        """Message keys: what was repaired without loss, an owner's password, …"""
        ...

    def read(self) -> Iterator[Flow | Unread]:
        """Every flow and every unread place: pages in order, then the document's channels.

        Streams: a page is yielded before the next is parsed.
        """
        ...

    def layout(self, page: int) -> PageLayout:
        """The boxes of the characters of a page (1-based). Paged formats only."""
        ...

    def render(self, page: int, scale: float) -> Picture:
        """Pixels of a page, `scale` pixels a point. Paged formats only."""
        ...

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        """Write the redacted copy. Raises `CannotRedact` rather than leave a text behind."""
        ...

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        """Write the original with the occulted spans in yellow; hidden channels are listed."""
        ...

    def marked(self) -> Sequence[Applied]:
        """The highlights that an audit copy carries, read back from its file."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


@runtime_checkable
class Suggests(Protocol):
    """A source that also looks at what its pages show beside text."""

    def suggested(self, page: int) -> Sequence[SuggestedArea]:
        """What a page (1-based) shows that a person may want to occult, from top to bottom."""
        ...


@dataclass(frozen=True, slots=True)
class Premarked:
    """What the author of a document had marked before it came."""

    kind: str
    """``highlight``, or ``redaction``: one that was never applied."""
    page: int | None
    spans: tuple[Span, ...] = ()
    box: Box | None = None
    """Of a redaction that covers no text: a picture, a scan."""


@runtime_checkable
class Premarks(Protocol):
    """A source whose author may have marked what should go."""

    def premarked(self) -> Iterator[Premarked]: ...


class Adapter(Protocol):
    """A format: how its files are known and opened."""

    name: str
    """``pdf``, ``docx``, ``text``, …"""
    suffixes: frozenset[str]
    """Lower case, with the dot."""
    paged: bool
    redacted_suffix: str | None
    """The suffix of the redacted copy where it is not the original's."""
    audit_suffix: str | None
    """The same for the audit copy: ``.html`` for a text."""

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether the content is of this format, judged by its bytes, not by its name."""
        ...

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> Source:
        """Open for reading. Raises a `redactor.formats.errors.Problem`."""
        ...
