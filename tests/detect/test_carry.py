"""A function given in one place goes to the mentions that have no clue of their own."""

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.detect.roles import clean_clue
from redactor.law.categories import Category, Role
from redactor.law.mention import Mention
from redactor.text.flow import Cell, Flow, Kind

AGENT = Flow("1", "Madame Solenn KERLANN, adjointe administrative, a reçu le dossier.")


def people(flows: list[Flow], detector: Detector) -> list[Mention]:
    return [m for m in detect(flows, detector) if m.category is Category.PERSON]


def test_the_agent_named_again(detector: Detector) -> None:
    first, second = people([AGENT, Flow("2", "Madame Kerlann a répondu.")], detector)
    assert (first.role, first.role_clue) == (Role.AGENT, "adjointe administrative")
    assert (second.role, second.entity) == (Role.AGENT, first.entity)
    assert second.role_clue == "adjointe administrative, ailleurs dans le document"


def test_not_where_she_stands_in_private(detector: Detector) -> None:
    flows = [AGENT, Flow("2", "Mme Kerlann, née le 3 mars 1984, demande une aide.")]
    assert [m.role for m in people(flows, detector)] == [Role.AGENT, Role.PRIVATE]


def test_not_into_a_table_of_others(detector: Detector) -> None:
    rows = [("Contribuable", "Montant"), ("KERLANN Solenn", "420 €")]
    cells = [
        Flow(f"{r}.{c}", text, kind=Kind.CELL, cell=Cell(0, r, c))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    assert [m.role for m in people([AGENT, *cells], detector)] == [Role.AGENT, Role.UNKNOWN]


def test_another_of_that_name_takes_nothing(detector: Detector) -> None:
    flows = [AGENT, Flow("2", "Monsieur Paul Kerlann se plaint.")]
    assert [m.role for m in people(flows, detector)][1] is not Role.AGENT


def test_a_clue_is_clean() -> None:
    assert clean_clue(", adjoint au maire,\n M. ") == "adjoint au maire"
