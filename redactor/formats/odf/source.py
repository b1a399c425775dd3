"""OpenDocument files: opened, read as flows, and written as their two copies."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.formats.base import Applied, Plan, Premarked, ReadOptions
from redactor.formats.errors import WrongType
from redactor.formats.ocr import Reader
from redactor.formats.odf import audit
from redactor.formats.odf.document import CONTENT, Document, is_declared
from redactor.formats.odf.premarked import premarked
from redactor.formats.odf.rewrite import drop_asides, prune, settle
from redactor.formats.odf.sealed import unsealed
from redactor.formats.packaged import PackagedSource, Place, unwanted
from redactor.formats.xml import parse


class OdfSource(PackagedSource[Document]):
    """An OpenDocument file, opened. See `redactor.formats.base.Source`."""

    def __init__(
        self,
        file: Path | bytes,
        name: str,
        body: str,
        expected: str,
        options: ReadOptions | None = None,
    ) -> None:
        """Raises Damaged, Hostile, TooLarge, NeedsPassword, WrongType."""
        self._body, self._expected = body, expected
        super().__init__(file, name, options)

    def _document(self, reader: Reader | None, *, to_write: bool = False) -> Document:
        return Document(self._package, reader=reader)

    def _check(self) -> None:
        Document(self._package)
        if not is_declared(parse(self._package.part(CONTENT), CONTENT), self._body):
            raise WrongType(expected=self._expected)

    def _prune(self, document: Document, plan: Plan) -> set[str]:
        return prune(document, unwanted(plan))

    def _settle(self, document: Document, places: Sequence[Place], plan: Plan) -> set[str]:
        settle([mapped for _, mapped in places], document)
        return drop_asides(document, plan.options)

    def _highlight(
        self, document: Document, places: Sequence[Place], plan: Plan
    ) -> tuple[set[str], Sequence[tuple[str, bytes]]]:
        return audit.highlight(document, places, plan.areas), ()

    def premarked(self) -> Iterator[Premarked]:
        """What the author had highlighted."""
        return premarked(self._document(None))

    def _read_back(self, document: Document) -> Sequence[Applied]:
        return audit.read_back(document)


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
        return OdfSource(unsealed(path, password), path.name, self._body, self._expected, options)


TEXT = OdfAdapter("odt", frozenset({".odt", ".ott"}), "office:text", "OpenDocument")
SHEET = OdfAdapter("ods", frozenset({".ods", ".ots"}), "office:spreadsheet", "OpenDocument")
