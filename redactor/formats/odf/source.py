"""OpenDocument files: opened, read as flows, and written as their two copies."""

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
from redactor.formats.errors import CannotRedact, WrongType
from redactor.formats.files import write_bytes
from redactor.formats.leftover import holds
from redactor.formats.odf import audit
from redactor.formats.odf.document import CONTENT, Document, is_declared
from redactor.formats.odf.rewrite import packed, prune, rename, settle
from redactor.formats.package import Package
from redactor.formats.slots import Manner, Mapped, keep_unique, remove
from redactor.formats.xml import parse
from redactor.text.flow import Flow, Span, Unread


class OdfSource:
    """An OpenDocument file, opened. See `redactor.formats.base.Source`."""

    pages: int | None = None
    warnings: Sequence[str] = ()

    def __init__(self, path: Path, body: str, expected: str) -> None:
        """Raises Damaged, Hostile, TooLarge, NeedsPassword, WrongType."""
        self._package = Package(path, path.name)
        try:
            Document(self._package)
            root = parse(self._package.part(CONTENT), CONTENT)
            if not is_declared(root, body):
                raise WrongType(expected=expected)
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
        dropped = prune(document, _unwanted(plan))
        _refuse_unread(document, texts)
        touched = remove(((m, o.span, o.label) for o, m in places), roots)
        keep_unique(flows)
        renames: dict[str, list[Span]] = {}
        for each, mapped in places:
            if mapped.manner is Manner.RENAMED:
                renames.setdefault(mapped.flow.id, []).append(each.span)
        rename(document, renames)
        settle([mapped for _, mapped in places], document)
        tell(0.6)
        write_bytes(out, packed(document, touched))
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
        write_bytes(out, packed(document, touched))
        tell(1.0)
        return Written(_applied(places))

    def marked(self) -> Sequence[Applied]:
        return audit.read_back(Document(self._package))

    def layout(self, page: int) -> PageLayout:
        raise ValueError("an OpenDocument file has no pages")

    def render(self, page: int, scale: float) -> Picture:
        raise ValueError("an OpenDocument file has no pages")

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
    """What a profile leaves out: ``comments = "remove"``, ``properties = "drop"``."""
    unwanted: dict[str, str] = {}
    if plan.options.get("comments") == "remove":
        unwanted["comments"] = "comments"
    if plan.options.get("properties") == "drop":
        unwanted["properties"] = "properties"
    return unwanted


def _applied(places: Sequence[tuple[Occultation, Mapped]]) -> tuple[Applied, ...]:
    return tuple(Applied(o.id, o.span, None) for o, _ in places)


def _silent(_: float) -> None:
    """Progress that nobody follows."""


class OdfAdapter:
    """One kind of OpenDocument files: texts or spreadsheets, and their templates."""

    paged = False
    redacted_suffix: str | None = None
    audit_suffix: str | None = None

    def __init__(self, name: str, suffixes: frozenset[str], body: str, expected: str) -> None:
        self.name = name
        self.suffixes = suffixes
        self._body = body
        self._expected = expected

    def recognises(self, path: Path, head: bytes) -> bool:
        return head.startswith(b"PK\x03\x04")

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> OdfSource:
        return OdfSource(path, self._body, self._expected)


TEXT = OdfAdapter("odt", frozenset({".odt", ".ott"}), "office:text", "OpenDocument")
SHEET = OdfAdapter("ods", frozenset({".ods", ".ots"}), "office:spreadsheet", "OpenDocument")
