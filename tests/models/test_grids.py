"""Tables: their people are marked in every layout, and one row's cells are one person's."""

import random

import pytest

from models import grids
from models.names.pools import fold
from models.synthesis import Annotated, Synthesis


def people_of(item: Annotated) -> list[str]:
    return [item.text[start:end] for start, end, label in item.spans if label == "PER"]


def laid_out(between: str, seed: int = 1) -> Annotated:
    filled = Synthesis(random.Random(seed)).fill(
        f"Nom{grids.CELL}Ville\n[[{{NOM1}} {{Prénom1}}]]{grids.CELL}Brest"
    )
    return grids._laid_out(filled, between, random.Random(seed))


def test_many_tables_are_sound() -> None:
    rng = random.Random(5)
    synthesis = Synthesis(rng)
    tables = [grids.grid(synthesis, rng) for _ in range(300)]
    assert all(grids.CELL not in t.text and "#" not in t.text.replace("#REF", "") for t in tables)
    assert all(p == p.strip() and "\t" not in p for t in tables for p in people_of(t))
    named = sum(bool(people_of(t)) for t in tables)
    assert 200 < named < 295  # most name people, some nobody


@pytest.mark.parametrize("between", grids._LAYOUTS)
def test_the_name_keeps_its_place_in_each_layout(between: str) -> None:
    item = laid_out(between)
    (name,) = people_of(item)
    assert len(name.split()) >= 2
    assert "Brest" in item.text.split(name)[1]


def test_columns_of_spaces_begin_below_one_another() -> None:
    starts = set()
    for seed in range(20):
        heading, row = laid_out("   ", seed).text.split("\n")
        starts.add(heading.index("Ville") == row.index("Brest"))
    assert starts == {True, False}  # some are ragged, as real ones are


def test_the_cells_of_a_row_are_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = (1, (("Nom", "[[{Nom#}]]"), ("Courriel", "{adel#}")))
    monkeypatch.setattr(grids, "_PEOPLE", (pair,))
    rng = random.Random(2)
    columns = [c for c in grids._columns(rng) if c.people]
    row = Synthesis(rng).fill(grids._row(columns[:2], 1, random.Random(1)))
    name, address = row.text.split(grids.CELL)
    first = "".join(c for c in fold(name.split("-")[0].split()[-1]) if c.isalpha())
    assert first in address
