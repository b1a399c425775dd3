"""Word files: opened, read as flows, and written as their two copies."""

from collections.abc import Iterator, Sequence

from redactor.formats.base import Applied, Plan, Premarked
from redactor.formats.docx import audit
from redactor.formats.docx.document import Document
from redactor.formats.docx.premarked import premarked
from redactor.formats.docx.rewrite import prune, settle
from redactor.formats.errors import WrongType
from redactor.formats.ocr import Reader
from redactor.formats.office import OfficeAdapter
from redactor.formats.packaged import PackagedSource, Place, unwanted


class WordSource(PackagedSource[Document]):
    """A Word file, opened. See `redactor.formats.base.Source`."""

    def _document(self, reader: Reader | None, *, to_write: bool = False) -> Document:
        return Document(self._package, reader=reader)

    def _check(self) -> None:
        if not Document(self._package).is_word():
            raise WrongType(expected="Word")

    def _prune(self, document: Document, plan: Plan) -> set[str]:
        return prune(document, unwanted(plan))

    def _settle(self, document: Document, places: Sequence[Place], plan: Plan) -> set[str]:
        return settle(document, plan.options)

    def _highlight(
        self, document: Document, places: Sequence[Place], plan: Plan
    ) -> tuple[set[str], Sequence[tuple[str, bytes]]]:
        remarks = plan.options.get("audit_notes") == "comments"
        return audit.highlight(document, places, plan.areas, remarks)

    def premarked(self) -> Iterator[Premarked]:
        """What the author had highlighted."""
        return premarked(self._document(None))

    def _read_back(self, document: Document) -> Sequence[Applied]:
        return audit.read_back(document)


#: Word documents and templates.
ADAPTER = OfficeAdapter("docx", ".docx .docm .dotx .dotm", WordSource)
