"""Two copies of ours mask one value in two ways: that gives nothing away."""

from pathlib import Path

import pytest

from redactor.check.consistency.across import across
from redactor.check.finding import Severity
from redactor.check.inspection import check, locator
from redactor.formats.slots import NAME_MARK

LINES = (
    "Le service instruit les demandes dans leur ordre d’arrivée et répond sous un mois.",
    "Écrivez à {} pour toute question sur le suivi de votre dossier de sinistre en cours.",
    "Le standard est ouvert les jours ouvrés, et la mairie reçoit le public le samedi matin.",
)


@pytest.mark.parametrize(("shown", "leaks"), [("Hyacinthe", 1), (NAME_MARK, 0)])
def test_the_mark_of_an_address_is_no_value_shown(tmp_path: Path, shown: str, leaks: int) -> None:
    reports = []
    for name, value in (("un.txt", "█████"), ("deux.txt", shown)):
        path = tmp_path / name
        path.write_text("\n".join(LINES).format(value), "utf-8")
        reports.append(check(path))
    found = [f for r in across(reports, lambda path: locator(Path(path))) for f in r.findings]
    assert sum(each.severity is Severity.LEAK for each in found) == leaks
