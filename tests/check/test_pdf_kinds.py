"""Redactions done right, and honest documents, give no alarm."""

from pathlib import Path

import pytest

from redactor.check.finding import Finding, Severity
from redactor.check.inspection import check

from . import build_pdf
from .case import Case
from .pdf_faults import CASES


def findings(data: bytes, folder: Path) -> tuple[Finding, ...]:
    path = folder / "document.pdf"
    path.write_bytes(data)
    return check(path).findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_redaction_done_right_leaks_nothing(case: Case, tmp_path: Path) -> None:
    leaks = [f for f in findings(case.clean(), tmp_path) if f.severity is Severity.LEAK]
    assert leaks == []


def test_an_honest_office_document_gives_nothing(tmp_path: Path) -> None:
    assert findings(build_pdf.office(), tmp_path) == ()
