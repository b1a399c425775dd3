"""Excel workbooks: opened, read as flows, and written as their two copies."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from redactor.formats.base import Applied, Plan, ReadOptions, Written
from redactor.formats.docx.rewrite import parts, prune, rename, settle
from redactor.formats.docx.source import WordSource, _applied, _places, _refuse_unread, _unwanted
from redactor.formats.errors import NeedsPassword, WrongType
from redactor.formats.files import read_bytes
from redactor.formats.package import Package, write_package
from redactor.formats.slots import Manner, Mapped, keep_unique, remove
from redactor.formats.xlsx import audit
from redactor.formats.xlsx.workbook import Workbook, drop_formula
from redactor.text.flow import Flow, Span, Unread

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class ExcelSource(WordSource):
    """A workbook, opened: its package is that of Word files, its flows are its cells."""

    def __init__(self, path: Path) -> None:
        """Raises Damaged, Hostile, TooLarge, NeedsPassword, WrongType."""
        with path.open("rb") as file:
            if file.read(8) == _OLE:
                raise NeedsPassword
        self._package = Package(path, path.name)
        try:
            if not Workbook(self._package).is_workbook():
                raise WrongType(expected="Excel")
        except BaseException:
            self._package.close()
            raise

    def read(self) -> Iterator[Flow | Unread]:
        for each in Workbook(self._package).mapped():
            yield each.flow if isinstance(each, Mapped) else each

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or (lambda _: None)
        book = Workbook(self._package, to_write=True)
        flows = [each for each in book.mapped() if isinstance(each, Mapped)]
        places = _places(flows, plan)
        tell(0.3)
        texts = {m.flow.text[o.span.start : o.span.end] for o, m in places}
        roots = book.roots()
        dropped = prune(book, _unwanted(plan))
        _refuse_unread(book, texts)
        touched = remove(((m, o.span, o.label) for o, m in places), roots)
        keep_unique(flows)
        for _, mapped in places:
            home = book.cells.get(mapped.flow.id)
            if home is not None:
                drop_formula(book.trees[home[0]], home[1])
                book.edited.add(home[0])
        book.edited |= book.share_again()
        renames: dict[str, list[Span]] = {}
        for each, mapped in places:
            if mapped.manner is Manner.RENAMED:
                renames.setdefault(mapped.flow.id, []).append(each.span)
        rename(book, renames)
        dropped |= settle(book, plan.options)
        tell(0.6)
        write_package(out, parts(book, touched))
        tell(1.0)
        return Written(_applied(places), tuple(sorted(dropped)))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        tell = progress or (lambda _: None)
        book = Workbook(self._package)
        places = _places((m for m in book.mapped() if isinstance(m, Mapped)), plan)
        tell(0.3)
        added = list(audit.highlight(book, places))
        write_package(out, chain(parts(book, set()), added))
        tell(1.0)
        return Written(_applied(places))

    def marked(self) -> Sequence[Applied]:
        return audit.read_back(Workbook(self._package))


class ExcelAdapter:
    """Workbooks and templates, with macros or without."""

    name = "xlsx"
    suffixes = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
    paged = False
    redacted_suffix: str | None = None
    audit_suffix: str | None = None

    def recognises(self, path: Path, head: bytes) -> bool:
        if head.startswith(b"PK\x03\x04"):
            return True
        # A workbook with a password lies whole inside a container of another kind.
        return head.startswith(_OLE) and _ENCRYPTED in read_bytes(path)

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> ExcelSource:
        return ExcelSource(path)


ADAPTER = ExcelAdapter()
