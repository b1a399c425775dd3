"""The security statement names a test for each guarantee, and tests that exist."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`(?P<path>(?:tests/[\w/]*|test_)\w*(?:\.py)?/?)?(?:::(?P<test>\w+))?`")


def test_each_guarantee_names_its_test() -> None:
    statement = (CHECKOUT / "docs" / "SECURITY.md").read_text("utf-8")
    guarantees = statement.partition("## Guarantees")[2].partition("\n## ")[0]
    rows = [line for line in guarantees.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20
    assert [row for row in rows if not any(any(m.groups()) for m in NAMED.finditer(row))] == []


def test_every_test_that_the_statement_names_is_there() -> None:
    statement = (CHECKOUT / "docs" / "SECURITY.md").read_text("utf-8")
    rows = [line for line in statement.splitlines() if line.startswith("|")]
    named = [match for row in rows for match in NAMED.finditer(row) if any(match.groups())]
    assert len(named) > 35
    path = CHECKOUT
    for match in named:
        told, test = match["path"], match["test"]
        if told:  # a bare name stands in the folder of the one before it
            path = CHECKOUT / told if "/" in told else path.parent / told
        assert path.exists(), path
        if test:
            assert f"def {test}(" in path.read_text("utf-8"), test
