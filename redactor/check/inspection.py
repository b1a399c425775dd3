"""The inspections, by format."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from redactor.check import overdone, residual
from redactor.check.consistency.evidence import Locate
from redactor.check.finding import Finding, Hole, Report, in_order, unread_finding
from redactor.check.options import Options
from redactor.check.released import as_decided
from redactor.formats.errors import EmptyFile, WrongType
from redactor.formats.registry import adapter_for
from redactor.own_copies import is_own
from redactor.text.flow import Flow, Unread, filename_flow


class Inspect(Protocol):
    """How each format is inspected: what is found, what could not be read, and the text."""

    def __call__(
        self, path: Path, options: Options, progress: Callable[[float], None]
    ) -> Iterator[Finding | Flow | Unread | Hole]: ...


#: Format → module with its `inspect`. Imported when needed: engines are slow to load.
_INSPECTIONS = {
    "pdf": "redactor.check.pdf.document",
    "docx": "redactor.check.office.word",
    "odt": "redactor.check.office.odf",
    "xlsx": "redactor.check.office.sheet",
    "eml": "redactor.check.office.mail",
    "msg": "redactor.check.office.mail",
}
_SUFFIXES = {
    ".eml": "eml",
    ".odt": "odt",
    ".ods": "odt",
    ".ott": "odt",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
}
_PDF = "redactor.check.pdf"
_ZIP = b"PK\x03\x04"


def check(
    path: Path, options: Options | None = None, progress: Callable[[float], None] | None = None
) -> Report:
    """Check one file. Raises a `redactor.problem.Problem` where it cannot be read at all."""
    options = options or Options()
    findings: list[Finding] = []
    flows = [filename_flow(path.name)]
    holes: list[Hole] = []
    for item in _inspection_of(path)(path, options, progress or (lambda _: None)):
        match item:
            case Flow():
                flows.append(item)
            case Unread():
                findings.append(unread_finding(item))
            case Finding():
                findings.append(item)
            case Hole():
                holes.append(item)
    findings += overdone.of_texts(flows)
    if not _is_pdf(path):  # whose boxes count too
        findings += overdone.without_ground(flows, 0)
        findings += overdone.Means().findings(flows)
    released = is_own(path)
    if released:
        findings = list(as_decided(findings))
    if options.residual:
        locate = locator(path, options.password)
        findings += residual.findings(flows, options.profile, locate)
    return Report(str(path), in_order(findings), tuple(flows), tuple(holes), released)


def locator(path: Path, password: str | None = None) -> Locate:
    """What says where characters of a document's flows stand."""
    if _is_pdf(path):
        from redactor.check.pdf.locate import Locator

        return Locator(path, password)
    return lambda _flow, _start, _end: None


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf" or _inspection_of(path).__module__.startswith(_PDF)


def _inspection_of(path: Path) -> Inspect:
    """The inspection for a file, which must be of the format that its name says."""
    name = _SUFFIXES.get(path.suffix.lower()) if path.is_file() else None
    if name in ("odt", "xlsx"):
        with path.open("rb") as file:
            head = file.read(4)
        if not head:
            raise EmptyFile
        if head != _ZIP:
            raise WrongType(expected=path.suffix[1:].upper())
    elif name is None:
        name = adapter_for(path).name
    module = _INSPECTIONS.get(name or "", "redactor.check.text")
    return cast(Inspect, import_module(module).inspect)
