"""Nothing else changes: letters, order, pictures, pages. And letters that survive are leaks."""

from pathlib import Path

import pymupdf
import pytest

from redactor.formats.base import Applied, Area, Occultation, Plan, RemovedPage
from redactor.release.verify import verify_audit, verify_copy
from redactor.text.flow import Flow, Span, Unread
from tests.release.verify import packages, pdf_files
from tests.release.verify.pdf_files import FLOWS, NAME, PLAN


def edit(path: Path, *lines: tuple[float, float, str], page: int = 0) -> None:
    with pymupdf.open(path) as document:
        for x, y, text in lines:
            document[page].insert_text((x, y), text, fontsize=11)
        document.save(path.with_suffix(".tmp"), garbage=3)
    path.with_suffix(".tmp").replace(path)


def what(original: Path, copy: Path, plan: Plan = PLAN) -> set[str]:
    report = verify_copy(original, copy, FLOWS, plan, format="pdf")
    return {change.what for change in report.changes} | {leak.kind for leak in report.leaks}


def test_added_text(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    edit(copy, (60, 400, "Ajout"))
    assert "added" in what(original, copy)


def test_lost_text(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    edit(original, (60, 400, "perdu"))
    assert what(original, copy) == {"missing"}


def test_letters_that_survive(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    edit(copy, (pdf_files_x(), 80, "Qu"))
    assert "letters" in what(original, copy)


def pdf_files_x() -> float:
    return 60 + float(pymupdf.Font("helv").text_length("Madame Zélie ", 11))


def test_a_surname_left_of_a_whole_name(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    edit(copy, (pdf_files_x(), 80, "Quernec"))
    assert "letters" in what(original, copy)


def test_text_out_of_order(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    edit(original, (60, 400, "Premier"), (60, 430, "Second"))
    edit(copy, (60, 400, "Second"), (60, 430, "Premier"))
    assert "order" in what(original, copy)


def test_a_line_drawn_away(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    with pymupdf.open(original) as document:
        document[0].draw_line((60, 500), (300, 500))
        document.save(original.with_suffix(".tmp"))
    original.with_suffix(".tmp").replace(original)
    assert what(original, copy) == {"picture"}


def test_a_box_over_kept_text(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    with pymupdf.open(copy) as document:
        document[0].draw_rect((60, 100, 200, 113), fill=(0, 0, 0))
        document.save(copy.with_suffix(".tmp"), garbage=3)
    copy.with_suffix(".tmp").replace(copy)
    assert what(original, copy) == {"picture"}


def test_a_page_lost(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    with pymupdf.open(copy) as document:
        document.delete_page(1)
        document.save(copy.with_suffix(".tmp"), garbage=3)
    copy.with_suffix(".tmp").replace(copy)
    assert "pages" in what(original, copy)


def removed(folder: Path, says: str) -> set[str]:
    original, copy = pdf_files.pair(folder)
    with pymupdf.open(copy) as document:
        document.delete_page(1)
        page = document.new_page()
        page.insert_text((60, 80), says, fontsize=11)
        document.save(copy.with_suffix(".tmp"), garbage=3)
    copy.with_suffix(".tmp").replace(copy)
    notice = RemovedPage("p", 2, "Page disjointe : hors du champ")
    return what(original, copy, Plan(PLAN.occultations, removed_pages=(notice,)))


def test_a_removed_page_shows_its_notice(tmp_path: Path) -> None:
    assert removed(tmp_path, "Page disjointe : hors du champ") == set()


def test_a_removed_page_that_is_still_there(tmp_path: Path) -> None:
    assert removed(tmp_path, "Une page ordinaire.") == {"page"}


def test_text_under_an_area(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    area = Area("z", 1, (50, 95, 300, 120))
    plan = Plan(PLAN.occultations, (area,))
    assert "area" in what(original, copy, plan)


def test_an_area_emptied(tmp_path: Path) -> None:
    original, copy = pdf_files.pair(tmp_path)
    with pymupdf.open(copy) as document:
        page = document[0]
        page.add_redact_annot((50, 95, 300, 120), fill=(0, 0, 0))
        page.apply_redactions()
        document.save(copy.with_suffix(".tmp"), garbage=3)
    copy.with_suffix(".tmp").replace(copy)
    plan = Plan(PLAN.occultations, (Area("z", 1, (50, 95, 300, 120)),))
    assert what(original, copy, plan) == set()


def with_picture(folder: Path, pixels: int) -> set[str]:
    """A photograph, on half of which an area lies; `pixels`: what becomes of it."""
    import io

    from PIL import Image

    original, copy = pdf_files.pair(folder)
    data = io.BytesIO()
    Image.radial_gradient("L").convert("RGB").save(data, "PNG")
    box = (60, 250, 260, 350)
    for path in (original, copy):
        with pymupdf.open(path) as document:
            page = document[0]
            page.insert_image((60, 250, 260, 450), stream=data.getvalue())
            if path == copy:
                page.add_redact_annot(box, fill=(0, 0, 0))
                page.apply_redactions(images=pixels)
            document.save(path.with_suffix(".tmp"), garbage=3)
        path.with_suffix(".tmp").replace(path)
    return what(original, copy, Plan(PLAN.occultations, (Area("z", 1, box),)))


def test_a_picture_blanked_under_its_area(tmp_path: Path) -> None:
    assert with_picture(tmp_path, pymupdf.PDF_REDACT_IMAGE_PIXELS) == set()


def test_a_picture_left_under_its_box(tmp_path: Path) -> None:
    assert with_picture(tmp_path, pymupdf.PDF_REDACT_IMAGE_NONE) == {"area"}


# --- Word --------------------------------------------------------------------------------


def test_a_paragraph_lost(tmp_path: Path) -> None:
    original, _ = packages.pair(tmp_path, packages.paragraph_left, packages.OTHER)
    other = tmp_path / "b"
    other.mkdir()
    _, copy = packages.pair(other)
    report = verify_copy(original, copy, packages.FLOWS, packages.PLAN, format="docx")
    assert [change.what for change in report.changes] == ["missing"]


def test_a_paragraph_added(tmp_path: Path) -> None:
    original, _ = packages.pair(tmp_path)
    other = tmp_path / "b"
    other.mkdir()
    _, copy = packages.pair(other, packages.paragraph_left, packages.OTHER)
    report = verify_copy(original, copy, packages.FLOWS, packages.PLAN, format="docx")
    assert [change.what for change in report.changes] == ["added"]


def test_a_malformed_part_is_unread(tmp_path: Path) -> None:
    def broken(parts: packages.Parts, text: str) -> None:
        parts["word/header1.xml"] = b"<w:hdr><w:p>"

    original, copy = packages.pair(tmp_path, broken)
    report = verify_copy(original, copy, packages.FLOWS, packages.PLAN, format="docx")
    assert report.unread == (Unread("word/header1.xml", "unread.damaged-object"),)


@pytest.mark.parametrize(
    "word",
    [
        "Normal",
        "w",
        "Text",
        "Calibri",
        "document",
        "Override",
        "rId1",
        "styles",
        "paragraph",
        "xml",
        "preserve",
        "officeDocument",
    ],
)
def test_words_own_vocabulary_is_not_text(tmp_path: Path, word: str) -> None:
    flows = (Flow("d1", f"Madame {word} habite à Brest."), packages.FLOWS[1])
    plan = Plan((Occultation("o", Span("d1", 7, 7 + len(word)), "[nom]"),))
    original, copy = packages.pair(tmp_path)
    report = verify_copy(original, copy, flows, plan, format="docx")
    assert not report.leaks, report


# --- plain text --------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text(tmp_path: Path, encoding: str) -> None:
    text = "Madame Zélie Quernec habite à Brest.\r\nLe 3 mai.\r\n"
    flows = (Flow("text", text),)
    plan = Plan((Occultation("o", Span("text", 7, 20), "[nom]"),))
    original, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    original.write_bytes(text.encode(encoding))
    copy.write_bytes(text.replace(NAME, "[nom]").encode(encoding))
    assert verify_copy(original, copy, flows, plan, format="text").sound
    assert not verify_copy(original, original, flows, plan, format="text").sound


@pytest.mark.parametrize(
    "left",
    [
        "Z%C3%A9lie%20Quernec",
        "WsOpbGllIFF1ZXJuZWM=",
        "Z=C3=A9lie Quernec",
        "Z&eacute;lie Quernec",
        "ZELIE QUERNEC",
        "Z é l i e Q u e r n e c",
        "Zélie Quer-\nnec",
        "cenreuQ eiléZ",
    ],
)
def test_a_disguise_in_a_text(tmp_path: Path, left: str) -> None:
    text = f"Madame Zélie Quernec habite à Brest.\n{left}\n"
    flows = (Flow("text", text),)
    plan = Plan((Occultation("o", Span("text", 7, 20), "[nom]"),))
    original, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    original.write_text(text, encoding="utf-8")
    copy.write_text(text.replace("Madame Zélie Quernec", "Madame [nom]", 1), encoding="utf-8")
    # The flow knows the disguise, since a text file is one flow: nobody decided to keep it, but
    # the reader of the flow would have found it. Only what the flow lacks is a leak.
    blind = (Flow("text", text.replace(left, "")),)
    assert verify_copy(original, copy, blind, plan, format="text").leaks
    assert not verify_copy(original, copy, flows, plan, format="text").leaks


# --- the audit copy ----------------------------------------------------------------------


def highlighted(folder: Path, *texts: str) -> tuple[Path, Path]:
    original, _ = pdf_files.pair(folder)
    audit = folder / "audit.pdf"
    with pymupdf.open(original) as document:
        for text in texts:
            document[0].add_highlight_annot(document[0].search_for(text)[0])
        document.save(audit)
    return original, audit


MARKED = (Applied("o1", PLAN.occultations[0].span, 1),)


def test_an_audit_copy(tmp_path: Path) -> None:
    original, audit = highlighted(tmp_path, NAME)
    assert verify_audit(original, audit, FLOWS, PLAN, MARKED, format="pdf").sound


def test_an_audit_copy_without_its_highlight(tmp_path: Path) -> None:
    original, audit = highlighted(tmp_path)
    report = verify_audit(original, audit, FLOWS, PLAN, MARKED, format="pdf")
    assert [change.what for change in report.changes] == ["not-highlighted"]


def test_an_audit_copy_that_marks_another_place(tmp_path: Path) -> None:
    original, audit = highlighted(tmp_path, "habite")
    report = verify_audit(original, audit, FLOWS, PLAN, MARKED, format="pdf")
    assert not report.sound


def test_spans_that_differ(tmp_path: Path) -> None:
    original, audit = highlighted(tmp_path, NAME)
    marked = (Applied("o1", Span("p1.1", 0, 12), 1),)
    report = verify_audit(original, audit, FLOWS, PLAN, marked, format="pdf")
    assert {change.what for change in report.changes} == {
        "not-highlighted",
        "wrongly-highlighted",
    }


def test_an_audit_copy_of_another_text(tmp_path: Path) -> None:
    original, audit = highlighted(tmp_path, NAME)
    edit(audit, (60, 400, "Ajout"))
    report = verify_audit(original, audit, FLOWS, PLAN, MARKED, format="pdf")
    assert "text" in {change.what for change in report.changes}
