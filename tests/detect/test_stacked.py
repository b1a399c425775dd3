"""Tables of which every cell became a line."""

import pytest

from redactor.detect.cells import Cells
from redactor.detect.lexicon import Lexicon
from redactor.detect.pipeline import Detector
from redactor.detect.reader import NameReader
from redactor.detect.rules import PersonRules
from redactor.detect.stacked import Stacked
from redactor.detect.tables import Tables
from redactor.law.categories import Category
from tests.detect.asking import of

READER = NameReader(Lexicon.load())
STACKED = Stacked(Tables(Cells(READER, PersonRules(READER).civility)))

HEADS = "Nom\nPrénom\nGrade\nDate de naissance\nVéhicule"
ROWS = (
    "KERDONCUFF\nMaud\nAdjoint technique\n03/08/1977\nAB-402-CD\n"
    "RIOU\nSenad\nAgent de maîtrise\n26/11/1969\nBX-915-JT"
)


def found(text: str) -> list[str]:
    items = sorted(STACKED.find(text), key=lambda f: f.start)
    return [text[f.start : f.end] for f in items if f.category is not Category.OUT_OF_SCOPE]


def test_the_heads_say_what_the_lines_below_are(detector: Detector) -> None:
    assert not found(f"Agents du service\n{ROWS}")  # the trap: any dates
    text = f"Agents du service\n{HEADS}\n{ROWS}\nLe directeur"
    assert of(detector, text, "birth_date") == ["03/08/1977", "26/11/1969"]
    assert found(text)[:3] == ["KERDONCUFF", "Maud", "03/08/1977"]


def test_a_cell_may_read_like_a_head() -> None:
    assert STACKED._is_known("Agent de maîtrise")  # the trap: a head of people
    assert "26/11/1969" in found(f"{HEADS}\n{ROWS}")


@pytest.mark.parametrize(
    "text",
    [
        "Nom\nKERDONCUFF\nPrénom\nMaud\nDate de naissance\n03/08/1977",  # a form: label, value
        f"{HEADS}\nKERDONCUFF\nMaud\nAdjoint technique\n03/08/1977\nAB-402-CD",  # one row
        # cells are missing, and what follows stands under other heads
        f"{HEADS}\nKERDONCUFF\nMaud\n03/08/1977\nRIOU\nSenad\nAdjoint\nAgent\n26/11/1969\nVélo",
        "Nom\nPrénom\nLa séance est ouverte\nLe quorum est atteint\nLe vote a lieu\nIl est clos",
    ],
)
def test_what_is_no_such_table(text: str) -> None:
    assert found(text) == []


def test_two_columns_of_known_names_are_enough() -> None:
    assert found("Nom\nPrénom\nQualité\nMercier\nJean-Noël\nriverain\nDurand\nMaud\nélue") == [
        "Mercier", "Jean-Noël", "Durand", "Maud",
    ]  # fmt: skip


def test_rows_of_a_table_with_tabs_are_no_cells() -> None:
    rows = "KERDONCUFF\tMaud\tVoirie\nRIOU\tSenad\tÉcoles\nRIOU\tAnne\tVoirie\nLE GOFF\tYves\tÉtat"
    assert found(f"Nom\nPrénom\n{rows}") == []
