"""Marks stand among the words around them; gaps of one width say nothing of the name."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.formats.base import Written
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow
from tests.formats.pdf.build import line, page, plan_for, save


def export(path: Path, out: Path, *words: str, gap: str = "") -> Written:
    with ADAPTER.open(path) as source:
        plan = replace(plan_for(source, *words), options={"gap": gap})
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        written = source.write_redacted(out, plan)
    report = verify_copy(path, out, flows, plan, format="pdf")
    assert report.sound, report
    return written


def drawn(path: Path) -> str:
    """All that is drawn, in the order of the content."""
    with pymupdf.open(path) as doc:
        return " ".join(doc[0].get_text(sort=False).split())


def boxes(path: Path) -> list[tuple[float, float]]:
    """Left edge and width of each black box, down the page."""
    with pymupdf.open(path) as doc:
        found = [drawing["rect"] for drawing in doc[0].get_drawings()]
    return [(round(r.x0, 1), round(r.width, 1)) for r in sorted(found, key=lambda r: (r.y0, r.x0))]


MOVES = {
    "one string": line("Mme Ly habite a Brest") + line("ligne voisine", y=686),
    "several strings": b"BT /F 12 Tf 72 700 Td (Mme ) Tj (Ly) Tj ( habite a Brest) Tj "
    b"0 -14 Td (ligne voisine) Tj ET",
    "kerned": b"BT /F 12 Tf 72 700 Td [(Mme L) 20 (y) -10 ( habite a Brest)] TJ "
    b"0 -14 Td (ligne voisine) Tj ET",
    "moved with Td": b"BT /F 12 Tf 72 700 Td (Mme Ly) Tj 48 0 Td (habite a Brest) Tj "
    b"-48 -14 Td (ligne voisine) Tj ET",
    "moved with Tm": b"BT /F 12 Tf 1 0 0 1 72 700 Tm (Mme Ly) Tj 1 0 0 1 120 700 Tm "
    b"(habite a Brest) Tj 1 0 0 1 72 686 Tm (ligne voisine) Tj ET",
    "text of its own": line("Mme Ly")
    + line("habite a Brest", x=120)
    + line("ligne voisine", y=686),
    "scaled space": b"q .5 0 0 .5 0 0 cm BT /F 24 Tf 144 1400 Td (Mme Ly habite a Brest) Tj "
    b"14 TL 0 -28 Td (ligne voisine) Tj ET Q",
    "next line": b"BT /F 12 Tf 14 TL 72 700 Td (Mme Ly habite a Brest) Tj (ligne voisine) ' ET",
}


@pytest.mark.parametrize("name", MOVES)
def test_the_mark_is_met_where_the_word_stood(name: str, tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, MOVES[name]))
    export(path, tmp_path / "r.pdf", "Ly")
    assert drawn(tmp_path / "r.pdf") == "Mme [nom] habite a Brest ligne voisine"


@pytest.mark.parametrize("name", MOVES)
def test_the_rest_of_the_line_is_shifted(name: str, tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, MOVES[name]))
    written = export(path, tmp_path / "r.pdf", "Ly", gap="fixed")
    assert not written.narrow
    assert [width for _, width in boxes(tmp_path / "r.pdf")] == [72.0]

    def places(of: Path) -> dict[str, float]:
        with pymupdf.open(of) as doc:
            return {word[4]: word[0] for word in doc[0].get_text("words")}

    before, after = places(path), places(tmp_path / "r.pdf")
    moved = after["habite"] - before["habite"]
    assert moved == pytest.approx(72.0 - 12.7, abs=0.3)
    assert after["Brest"] - before["Brest"] == pytest.approx(moved, abs=0.1)
    assert after["ligne"] == pytest.approx(before["ligne"], abs=0.1)


def test_two_names_of_other_lengths_leave_one_width(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("Mme Ly et M. Vandenbroucke sont venus") + line("M. Ly aussi", y=680))

    path = save(tmp_path / "a.pdf", build)
    export(path, tmp_path / "r.pdf", "Ly", "Vandenbroucke", gap="fixed")
    assert {width for _, width in boxes(tmp_path / "r.pdf")} == {72.0}


def test_a_wide_mark_after_which_the_line_is_bare(tmp_path: Path) -> None:
    """The trap: no letter stands or moves where the mark goes on."""
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, line("Vu par M. Ly", 72, 700, 8)))
    with pymupdf.open(path) as doc:
        end = doc[0].search_for("Ly")[0].x1
    export(path, tmp_path / "r.pdf", "Ly", gap="fixed")
    ((left, width),) = boxes(tmp_path / "r.pdf")
    assert left + width > end + 30


def test_a_full_line_keeps_its_width_and_says_so(tmp_path: Path) -> None:
    long = "Ly " + "mot " * 20 + "fin"

    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, line(long)))
    written = export(path, tmp_path / "r.pdf", "Ly", gap="fixed")
    assert written.narrow == tuple(one.id for one in written.applied)
    assert written.warnings == ("warning.gap-width",)


def test_the_next_column_stays(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("M. Ly seul") + line("colonne", x=220) + line("suite", x=220, y=686))

    path = save(tmp_path / "a.pdf", build)
    export(path, tmp_path / "r.pdf", "Ly", gap="fixed")
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        words = {word[4]: round(word[0]) for word in doc[0].get_text("words")}
    assert words["colonne"] == words["suite"] == 220


def test_a_mark_stays_in_the_tagged_sequence_of_its_line(tmp_path: Path) -> None:
    content = b"/P <</MCID 0>> BDC " + line("Mme Ly habite ici") + b"EMC "

    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, content))
    export(path, tmp_path / "r.pdf", "Ly")
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        written = doc[0].read_contents()
    assert written.index(b"/MCID 0") < written.index(b"/Span") < written.rindex(b"EMC")
    inside = written[written.index(b"/MCID 0") : written.rindex(b"EMC")]
    assert inside.count(b"BDC") + inside.count(b"BMC") == inside.count(b"EMC") + 1
