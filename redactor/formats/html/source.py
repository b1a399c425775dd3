"""Saved web pages: their texts are flows, their mark-up stays to the letter."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from redactor.formats import flow_page, markup
from redactor.formats.base import Applied, Occultation, Plan, ReadOptions, Written
from redactor.formats.errors import CannotRedact, TooLarge, WrongType
from redactor.formats.files import read_bytes, write_bytes
from redactor.formats.markup import Found
from redactor.formats.pageless import Pageless, applied, placed, silent
from redactor.formats.plain.encoding import Decoded, begins_text, decode
from redactor.formats.plain.source import MAX_BYTES
from redactor.formats.slots import MARK
from redactor.formats.splice import Edit, edits, splice
from redactor.text.flow import Flow, Unread

_PREFIX = "page"


class PageSource(Pageless):
    """A web page, opened. See `redactor.formats.base.Source`."""

    def __init__(self, path: Path) -> None:
        """Raises WrongType, TooLarge, NotPermitted, NotFound."""
        if path.stat().st_size > MAX_BYTES:
            raise TooLarge(what=path.suffix, limit=f"{MAX_BYTES >> 20} Mo")
        self._name = path.name
        self._data = read_bytes(path)
        decoded = decode(self._data)
        if decoded is None:
            raise WrongType(expected="HTML")
        self._decoded: Decoded = decoded

    def read(self) -> Iterator[Flow | Unread]:
        for flow, _ in self._flows():
            yield flow

    def _flows(self) -> Iterator[tuple[Flow, Found]]:
        return markup.flows(self._decoded.text, _PREFIX, whole=True)

    def _places(self, plan: Plan) -> list[tuple[Occultation, tuple[Flow, Found]]]:
        """Raises CannotRedact for a place that is not here."""
        if plan.areas or plan.removed_pages:
            raise CannotRedact(where="page")
        known = {flow.id: (flow, found) for flow, found in self._flows()}
        return placed(plan, known, {id_: len(flow.text) for id_, (flow, _) in known.items()})

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        changes: list[Edit] = []
        for each, (_, found) in self._places(plan):
            mark = markup.mark_in(each.label or MARK, plain=found.plain)
            changes += edits(found.ranges, each.span.start, each.span.end, mark)
        write_bytes(out, self._decoded.encode(splice(self._decoded.text, changes)))
        (progress or silent)(1.0)
        return Written(applied(plan.occultations))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        marks: dict[str, list[Occultation]] = {}
        for each, (flow, _) in self._places(plan):
            marks.setdefault(flow.id, []).append(each)
        flows = [flow for flow, _ in self._flows()]
        original = flow_page.File(self._name, self._data)
        page = flow_page.render(self._name, flows, marks, [original], body="Page")
        write_bytes(out, page.encode("utf-8", "replace"))
        (progress or silent)(1.0)
        return Written(applied(plan.occultations))

    def marked(self) -> Sequence[Applied]:
        return flow_page.read_back(self._decoded.text) or ()


class PageAdapter:
    """Web pages saved as files."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".xhtml"})
    paged = False
    redacted_suffix: str | None = None
    audit_suffix: str | None = ".html"

    def recognises(self, path: Path, head: bytes) -> bool:
        return begins_text(head)

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> PageSource:
        return PageSource(path)


ADAPTER = PageAdapter()
