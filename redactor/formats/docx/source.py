"""Word files: opened, read as flows, and written as their two copies."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from redactor.formats.base import (
    Applied,
    Occultation,
    PageLayout,
    Picture,
    Plan,
    ReadOptions,
    Written,
)
from redactor.formats.docx import audit
from redactor.formats.docx.changes import COMMENT_KINDS
from redactor.formats.docx.document import Document
from redactor.formats.docx.rewrite import parts, prune, rename, settle
from redactor.formats.errors import CannotRedact, NeedsPassword, WrongType
from redactor.formats.files import read_bytes
from redactor.formats.leftover import holds
from redactor.formats.package import Package, write_package
from redactor.formats.slots import Manner, Mapped, keep_unique, remove
from redactor.text.flow import Flow, Span, Unread

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class WordSource:
    """A Word file, opened. See `redactor.formats.base.Source`."""

    pages: int | None = None
    warnings: Sequence[str] = ()

    def __init__(self, path: Path) -> None:
        """Raises Damaged, Hostile, TooLarge, NeedsPassword, WrongType."""
        with path.open("rb") as file:
            if file.read(8) == _OLE:
                raise NeedsPassword
        self._package = Package(path, path.name)
        try:
            if not Document(self._package).is_word():
                raise WrongType(expected="Word")
        except BaseException:
            self._package.close()
            raise

    def read(self) -> Iterator[Flow | Unread]:
        for each in Document(self._package).mapped():
            yield each.flow if isinstance(each, Mapped) else each

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or _silent
        document = Document(self._package)
        flows = [each for each in document.mapped() if isinstance(each, Mapped)]
        places = _places(flows, plan)
        tell(0.3)
        texts = {m.flow.text[o.span.start : o.span.end] for o, m in places}
        roots = document.roots()
        unwanted = _unwanted(plan)
        dropped = prune(document, unwanted)
        _refuse_unread(document, texts)
        touched = remove(((m, o.span, o.label) for o, m in places), roots)
        keep_unique(flows)
        renames: dict[str, list[Span]] = {}
        for each, mapped in places:
            if mapped.manner is Manner.RENAMED:
                renames.setdefault(mapped.flow.id, []).append(each.span)
        rename(document, renames)
        dropped |= settle(document, plan.options)
        tell(0.6)
        write_package(out, parts(document, touched))
        tell(1.0)
        return Written(_applied(places), tuple(sorted(dropped)))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or _silent
        document = Document(self._package)
        places = _places((m for m in document.mapped() if isinstance(m, Mapped)), plan)
        tell(0.3)
        touched = audit.highlight(document, places)
        tell(0.6)
        write_package(out, parts(document, touched))
        tell(1.0)
        return Written(_applied(places))

    def marked(self) -> Sequence[Applied]:
        return audit.read_back(Document(self._package))

    def layout(self, page: int) -> PageLayout:
        raise ValueError("a Word file has no pages")

    def render(self, page: int, scale: float) -> Picture:
        raise ValueError("a Word file has no pages")

    def close(self) -> None:
        self._package.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _places(flows: Iterable[Mapped], plan: Plan) -> list[tuple[Occultation, Mapped]]:
    """Each occultation with its flow. Raises CannotRedact for a place that is not here."""
    if plan.areas or plan.removed_pages:
        raise CannotRedact(where="page")
    mapped = {m.flow.id: m for m in flows}
    places = []
    for each in plan.occultations:
        flow = mapped.get(each.span.flow)
        if flow is None or each.span.end > len(flow.flow.text):
            raise CannotRedact(where=each.span.flow)
        places.append((each, flow))
    return places


def _refuse_unread(document: Document, texts: set[str]) -> None:
    """Raises CannotRedact where a part that is kept unread, at any depth, holds one of `texts`."""
    for part in (*document.opaque, *document.pictures):
        if part not in document.gone:
            data = document.replaced.get(part) or document.data(part)
            if holds(data, texts):
                raise CannotRedact(where=document.prefix + part)
    for inner in document.inner.values():
        _refuse_unread(inner, texts)


def _unwanted(plan: Plan) -> dict[str, str]:
    """Kinds of parts that a profile leaves out: ``comments = "remove"``, ``properties =
    "drop"``. Known besides: ``tracked_changes = "accept"``."""
    unwanted: dict[str, str] = {}
    if plan.options.get("comments") == "remove":
        unwanted |= dict.fromkeys(COMMENT_KINDS, "comments")
    if plan.options.get("properties") == "drop":
        unwanted |= dict.fromkeys(
            ("core-properties", "extended-properties", "custom-properties"), "properties"
        )
    return unwanted


def _applied(places: Sequence[tuple[Occultation, Mapped]]) -> tuple[Applied, ...]:
    return tuple(Applied(o.id, o.span, None) for o, _ in places)


def _silent(_: float) -> None:
    """Progress that nobody follows."""


class WordAdapter:
    """Word documents and templates, with macros or without."""

    name = "docx"
    suffixes = frozenset({".docx", ".docm", ".dotx", ".dotm"})
    paged = False
    redacted_suffix: str | None = None
    audit_suffix: str | None = None

    def recognises(self, path: Path, head: bytes) -> bool:
        if head.startswith(b"PK\x03\x04"):
            return True
        # A document with a password lies whole inside a container of another kind.
        return head.startswith(_OLE) and _ENCRYPTED in read_bytes(path)

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> WordSource:
        return WordSource(path)


ADAPTER = WordAdapter()
__all__ = ["ADAPTER", "Span", "WordAdapter", "WordSource"]
