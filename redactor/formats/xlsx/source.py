"""Excel workbooks: opened, read as flows, and written as their two copies."""

from collections.abc import Sequence

from redactor.formats.base import Applied, Plan
from redactor.formats.docx.rewrite import prune, settle
from redactor.formats.errors import WrongType
from redactor.formats.ocr import Reader
from redactor.formats.office import OfficeAdapter
from redactor.formats.packaged import PackagedSource, Place, unwanted
from redactor.formats.xlsx import audit
from redactor.formats.xlsx.workbook import Workbook, drop_formula


class ExcelSource(PackagedSource[Workbook]):
    """A workbook, opened: its flows are its cells. See `redactor.formats.base.Source`."""

    def _document(self, reader: Reader | None, *, to_write: bool = False) -> Workbook:
        return Workbook(self._package, reader=reader, to_write=to_write)

    def _check(self) -> None:
        if not Workbook(self._package).is_workbook():
            raise WrongType(expected="Excel")

    def _prune(self, document: Workbook, plan: Plan) -> set[str]:
        return prune(document, unwanted(plan))

    def _settle(self, document: Workbook, places: Sequence[Place], plan: Plan) -> set[str]:
        for _, mapped in places:
            home = document.cells.get(mapped.flow.id)
            if home is not None:
                drop_formula(document.trees[home[0]], home[1])
                document.edited.add(home[0])
        document.edited |= document.share_again()
        return settle(document, plan.options)

    def _highlight(
        self, document: Workbook, places: Sequence[Place], plan: Plan
    ) -> tuple[set[str], Sequence[tuple[str, bytes]]]:
        return set(), tuple(audit.highlight(document, places, plan.areas))

    def _read_back(self, document: Workbook) -> Sequence[Applied]:
        return audit.read_back(document)


#: Workbooks and their templates.
ADAPTER = OfficeAdapter("xlsx", ".xlsx .xlsm .xltx .xltm", ExcelSource)
