"""The straight road: read, occult, both copies, read back."""

from dataclasses import replace
from pathlib import Path

import pikepdf

from redactor.formats.base import Adapter, Plan, RemovedPage, Source
from redactor.formats.pdf import ADAPTER
from tests.formats.pdf.build import everything, line, page, plan_for, redact, save, texts


def letter(pdf: pikepdf.Pdf) -> None:
    page(
        pdf,
        line("Madame Eulalie Trévidic, née à Brest,", y=700)
        + line("demeurant rue des Lilas, ligne suivante.", y=688)
        + line("Trévidic est inscrite.", y=640),
    )
    page(pdf, line("Deuxième page sans personne."))
    pdf.docinfo["/Title"] = "Dossier de Mme Trévidic"
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Le cas Trévidic", 0))


def test_the_source_is_what_the_others_expect(tmp_path: Path) -> None:
    adapter: Adapter = ADAPTER
    with adapter.open(save(tmp_path / "a.pdf", letter)) as opened:
        source: Source = opened
        assert source.pages == 2


def test_flows_come_page_by_page_then_the_document(tmp_path: Path) -> None:
    found = texts(save(tmp_path / "a.pdf", letter))
    assert found[0].startswith("Madame Eulalie Trévidic, née à Brest,\ndemeurant")
    assert found.index("Deuxième page sans personne.") < found.index("Dossier de Mme Trévidic")
    assert "Le cas Trévidic" in found


def test_ids_are_the_same_each_time(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    with ADAPTER.open(path) as one, ADAPTER.open(path) as two:
        assert list(one.read()) == list(two.read())


def test_the_word_is_nowhere_and_the_rest_is_there(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    assert "Trévidic" in everything(path)
    redact(path, tmp_path / "r.pdf", "Trévidic")
    left = "\n".join(texts(tmp_path / "r.pdf"))
    assert "vidic" not in everything(tmp_path / "r.pdf").lower()
    for kept in (
        "Madame Eulalie",
        "née à Brest",
        "rue des Lilas",
        "est inscrite",
        "Dossier de Mme",
    ):
        assert kept in left
    assert left.count("[nom]") == 4


def test_both_copies_carry_the_same_spans(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    with ADAPTER.open(path) as source:
        plan = plan_for(source, "Trévidic")
        redacted = source.write_redacted(tmp_path / "r.pdf", plan)
        audit = source.write_audit(tmp_path / "a2.pdf", plan)
    with ADAPTER.open(tmp_path / "a2.pdf") as copy:
        marked = copy.marked()
        assert copy.pages == 3, "the bookmark and the title are listed on an added page"
    spans = [(one.id, one.span, one.page) for one in redacted.applied]
    assert [(one.id, one.span, one.page) for one in audit.applied] == spans
    assert {(one.id, one.span, one.page) for one in marked} == set(spans)


def test_a_note_says_in_the_audit_copy_what_was_written(tmp_path: Path) -> None:
    note = "Motif\u00a0: vie privée"
    assert note.encode("latin-1").decode("pdfdoc") == "Motif€: vie privée", "a byte a character"
    with ADAPTER.open(save(tmp_path / "a.pdf", letter)) as source:
        one = replace(plan_for(source, "Eulalie").occultations[0], note=note)
        source.write_audit(tmp_path / "a2.pdf", Plan((one,)))
    with pikepdf.open(tmp_path / "a2.pdf") as pdf:
        assert [str(annot.Contents) for annot in pdf.pages[0].obj.Annots] == [note]


def test_the_original_is_not_touched(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    before = path.read_bytes()
    redact(path, tmp_path / "r.pdf", "Trévidic")
    assert path.read_bytes() == before


def test_nothing_to_occult_changes_no_text(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    with ADAPTER.open(path) as source:
        source.write_redacted(tmp_path / "r.pdf", Plan())
    assert texts(tmp_path / "r.pdf") == texts(path)


def test_a_removed_page_shows_its_notice_and_nothing_else(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    notice = "page disjointe : hors périmètre de la demande"
    with ADAPTER.open(path) as source:
        source.write_redacted(
            tmp_path / "r.pdf", Plan(removed_pages=(RemovedPage("d", 2, notice),))
        )
    found = texts(tmp_path / "r.pdf")
    assert notice in found
    assert "Deuxième page" not in everything(tmp_path / "r.pdf")
