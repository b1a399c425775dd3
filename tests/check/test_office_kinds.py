"""Honest office files and e-mails give nothing at all."""

from pathlib import Path

import pytest
from docx.document import Document

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.inspection import check

from .build_word import deleted, word
from .case import Case
from .office_faults import CASES


def findings(data: bytes, suffix: str, folder: Path) -> tuple[Finding, ...]:
    path = folder / f"document{suffix}"
    path.write_bytes(data)
    return check(path).findings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_its_clean_twin_gives_nothing(case: Case, tmp_path: Path) -> None:
    assert findings(case.clean(), case.suffix, tmp_path) == ()


def test_a_plain_word_file_gives_nothing(tmp_path: Path) -> None:
    assert findings(word(), ".docx", tmp_path) == ()


def test_a_mask_elsewhere_does_not_excuse_a_deletion(tmp_path: Path) -> None:
    def change(made: Document) -> None:
        made.add_paragraph("La demande de Mme ████ est rejetée.")
        deleted(made, "pour avoir menti sur ses revenus")

    (found,) = findings(word(change), ".docx", tmp_path)
    assert (found.kind, found.severity) == (Kind.TRACKED_CHANGE, Severity.WARNING)


def test_a_deletion_that_was_masked_is_information(tmp_path: Path) -> None:
    (found,) = findings(word(lambda made: deleted(made, "████████")), ".docx", tmp_path)
    assert found.severity is Severity.INFO
