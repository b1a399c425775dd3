"""Each kind of finding, in each format where it exists: the fault is found with what it reveals,
and its clean twin gives nothing of the kind."""

from pathlib import Path

import pytest

from redactor.check.consistency.across import across
from redactor.check.finding import Finding, Kind
from redactor.check.inspection import check, locator
from redactor.check.options import Options

from .build_cases import CASES, WHERE
from .case import Case

MARKED = [
    pytest.param(case, id=case.name, marks=[pytest.mark.slow] if case.residual else [])
    for case in CASES
]


def findings(case: Case, data: bytes, folder: Path) -> list[Finding]:
    path = folder / f"document{case.suffix}"
    path.write_bytes(data)
    options = Options(names=case.names, residual=case.residual)
    reports = [check(path, options)]
    if case.beside:
        other = folder / "autre.txt"
        other.write_text(case.beside, "utf-8")
        reports.append(check(other))
    report, *_ = across(reports, lambda name: locator(Path(name)))
    return [finding for finding in report.findings if finding.kind == case.kind]


@pytest.mark.parametrize("case", MARKED)
def test_the_fault_is_found_with_what_it_reveals(case: Case, tmp_path: Path) -> None:
    found = findings(case, case.bad(), tmp_path)
    assert found, "nothing of the kind"
    assert any(case.text in f.text for f in found), [f.text for f in found]


@pytest.mark.parametrize("case", MARKED)
def test_its_clean_twin_gives_nothing_of_the_kind(case: Case, tmp_path: Path) -> None:
    assert [(f.message, f.text) for f in findings(case, case.clean(), tmp_path)] == []


def test_every_kind_has_its_pair_in_every_format_where_it_exists() -> None:
    assert WHERE.keys() == {kind.value for kind in Kind}
    wanted = {(kind, suffix) for kind, suffixes in WHERE.items() for suffix in suffixes.split()}
    assert wanted - {(case.kind, case.suffix) for case in CASES} == set()
