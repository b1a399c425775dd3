"""Tables: rows and columns are known whatever blocks the engine makes of them."""

from pathlib import Path

import pymupdf

from redactor.text.flow import Flow
from tests.formats.pdf.build import flows

HEADINGS = ("Nom", "Qualité", "Téléphone")
PEOPLE = (("TRÉGUIER", "déclarante", "06 39 98 12 34"), ("LE GOASTER", "témoin", "06 39 98 56 78"))


def table(path: Path, leading: float) -> list[Flow]:
    with pymupdf.open() as document:
        page = document.new_page()
        for row, cells in enumerate((HEADINGS, *PEOPLE)):
            for column, text in enumerate(cells):
                page.insert_text((62 + 140 * column, 100 + leading * row), text, fontsize=11)
        document.save(path)
    return flows(path)


def test_the_rows_of_a_table_are_one_table_where_the_engine_makes_a_block_of_each(
    tmp_path: Path,
) -> None:
    read = table(tmp_path / "table.pdf", 24)
    with pymupdf.open(tmp_path / "table.pdf") as document:
        assert len(document[0].get_text("blocks")) > 1  # the trap
    cells = {flow.text: flow.cell for flow in read if flow.cell}
    heading, under = cells["Téléphone"], cells["06 39 98 56 78"]
    assert heading
    assert under
    assert (heading.table, heading.column) == (under.table, under.column)
    assert (heading.row, under.row) == (0, 2)


def test_two_tables_far_apart_are_two(tmp_path: Path) -> None:
    read = table(tmp_path / "table.pdf", 120)
    assert len({flow.cell.table for flow in read if flow.cell}) == 3
