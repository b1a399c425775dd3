"""Old Word files, rich text and workbooks (.doc, .rtf, .xls).

Where an office suite is installed, it converts them to a file of today, which is read, and both
copies are made from it. Where there is none, their text is read for proposals, what was not read
is said, and no copy is made: half a redaction would be worse than none.
"""

from abc import ABC
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from redactor.formats.base import Plan, ReadOptions, Source, Written
from redactor.formats.docx.source import WordSource
from redactor.formats.errors import NeedsOffice
from redactor.formats.files import read_bytes
from redactor.formats.legacy import text
from redactor.formats.legacy.office import converted, office
from redactor.formats.packaged import PackagedSource
from redactor.formats.pageless import Pageless
from redactor.formats.sealed import unsealed_old
from redactor.formats.xlsx.source import ExcelSource
from redactor.text.flow import Flow, Unread

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class _Converted(PackagedSource[Any], ABC):
    """An old file, read as the file of today that is made of it."""

    kind: str
    """What is made of it: ``docx``, ``xlsx``."""
    warnings = ("warning.converted",)

    def __init__(
        self, path: Path, options: ReadOptions | None = None, data: bytes | None = None
    ) -> None:
        """`data`: what lies behind the file's password."""
        with ExitStack() as stack:
            super().__init__(
                stack.enter_context(converted(path, self.kind, data)), path.name, options
            )
            self._made = stack.pop_all()

    def close(self) -> None:
        super().close()
        self._made.close()


class ConvertedText(_Converted, WordSource):
    """An old text, read as the Word file made of it."""

    kind = "docx"


class ConvertedBook(_Converted, ExcelSource):
    """An old workbook, read as the Excel file made of it."""

    kind = "xlsx"


class TextAlone(Pageless):
    """The text of an old file, for proposals: no copy is made from it."""

    warnings = ("warning.read-only",)

    def __init__(self, path: Path, read: text.Reader, data: bytes | None = None) -> None:
        """`data`: what lies behind the file's password. Raises Damaged, NeedsPassword."""
        self._name = path.name
        self._flows = tuple(read(read_bytes(path) if data is None else data, path.name))

    def read(self) -> Iterator[Flow | Unread]:
        yield from self._flows
        yield Unread(self._name, "unread.needs-office")

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        raise NeedsOffice

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        raise NeedsOffice


class OldAdapter:
    """A format that an office suite makes one of today of."""

    paged = False

    def __init__(
        self,
        name: str,
        suffixes: frozenset[str],
        made: str,
        stream: str,
        opened: tuple[type[WordSource | ExcelSource], Callable[..., Source]],
        read: text.Reader,
    ) -> None:
        """`made`: the suffix of what is made of it. `stream`: one that each such compound file
        has. `opened`: how a file of today is opened, and one that is converted first."""
        self.name = name
        self.suffixes = suffixes
        self.redacted_suffix: str | None = made
        self.audit_suffix: str | None = made
        self._stream = stream.encode("utf-16-le")
        self._today, self._converted = opened
        self._read = read

    def recognises(self, path: Path, head: bytes) -> bool:
        if self.name == "rtf":
            return head.lstrip()[:5] == b"{\\rtf"
        return head.startswith(_OLE) and self._stream in read_bytes(path)

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> Source:
        with path.open("rb") as file:
            # Its copies are files of today.
            is_copy = file.read(4) == b"PK\x03\x04"
        if is_copy:
            return self._today(path, path.name, options)
        opened = path if self.name == "rtf" else unsealed_old(path, password)
        data = opened if isinstance(opened, bytes) else None
        if office() is None:
            return TextAlone(path, self._read, data)
        return self._converted(path, options, data)


_WORD = (WordSource, ConvertedText)
DOC = OldAdapter("doc", frozenset({".doc", ".dot"}), ".docx", "WordDocument", _WORD, text.of_doc)
RTF = OldAdapter("rtf", frozenset({".rtf"}), ".docx", "", _WORD, text.of_rtf)
# The name of the stream is « Workbook », and « Book » in the files of Excel 5 and 95.
XLS = OldAdapter(
    "xls", frozenset({".xls", ".xlt"}), ".xlsx", "ook\0", (ExcelSource, ConvertedBook), text.of_xls
)
