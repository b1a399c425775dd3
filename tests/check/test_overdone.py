"""What is hidden against the doctrine, without a stated ground, or as pictures of text."""

import io
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from redactor.check.finding import Finding, Kind, Severity
from redactor.check.inspection import check
from redactor.check.options import Options
from redactor.check.overdone import what_was
from redactor.formats.ocr.data import folder

from . import build_pdf
from .case import PLAIN


def over(path: Path, message: str) -> list[Finding]:
    return [
        finding
        for finding in check(path).findings
        if finding.kind is Kind.OVER_REDACTION and finding.message == message
    ]


def text(folder: Path, content: str) -> Path:
    path = folder / "note.txt"
    path.write_text(content, "utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "row"),
    [
        ("Fonction : ", "function"),
        ("transmis au service des ", "function"),
        ("conclu avec la société ", "company"),
        ("Courriel du service : ", "contact:functional"),
        ("Affaire suivie par Mme ", "person:agent"),
        ("Le maire, ", "person:elected"),
        ("La plainte de Mme ", None),
        ("demeurant au ", None),
    ],
)
def test_the_words_before_a_mask_say_what_it_hid(before: str, row: str | None) -> None:
    assert what_was(before) == row


def test_a_masked_function_is_said_with_the_doctrine(tmp_path: Path) -> None:
    (found,) = over(text(tmp_path, "Fonction : ██████\n"), "finding.over-kept")
    assert found.severity is Severity.WARNING
    assert "20212712" in str(found.facts["what"])


def test_a_masked_private_person_is_not(tmp_path: Path) -> None:
    assert over(text(tmp_path, "La plainte de Mme ██████\n"), "finding.over-kept") == []


def test_a_black_box_after_a_label_is_said_where_it_stands(tmp_path: Path) -> None:
    doc = pymupdf.open()
    made = build_pdf.page(doc, "Fonction : adjointe administrative, catégorie C.")
    box = build_pdf.remove(made, "adjointe administrative")
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf.saved(doc))
    (found,) = over(path, "finding.over-kept")
    assert found.page == 1
    assert found.box == pytest.approx(tuple(box), abs=1)


MASKS = "Vu la demande de Mme ███, de M. ███ et de Mme ███, il est décidé ce qui suit.\n"


def test_masks_without_a_stated_ground(tmp_path: Path) -> None:
    assert over(text(tmp_path, MASKS), "finding.over-ground")


def test_a_stated_ground_is_enough(tmp_path: Path) -> None:
    stated = MASKS + "Occultations faites en application de l’article L. 311-6 du CRPA.\n"
    assert over(text(tmp_path, stated), "finding.over-ground") == []


def blackened(folder: Path, *, lines: int) -> Path:
    doc = pymupdf.open()
    sentences = [
        f"{number}. Le service instruit les demandes dans leur ordre." for number in range(12)
    ]
    made = build_pdf.page(doc, *sentences)
    for sentence in sentences[:lines]:
        build_pdf.remove(made, sentence)
    path = folder / "a.pdf"
    path.write_bytes(build_pdf.saved(doc))
    return path


def test_a_page_mostly_hidden_says_how_much(tmp_path: Path) -> None:
    (found,) = over(blackened(tmp_path, lines=9), "finding.over-much")
    assert found.severity is Severity.WARNING
    assert 60 < float(found.facts["percent"]) < 90
    assert found.facts["boxes"] == 9


def test_a_page_with_a_line_hidden_says_nothing(tmp_path: Path) -> None:
    assert over(blackened(tmp_path, lines=1), "finding.over-much") == []


def pictured(folder: Path, *, grain: bool) -> Path:
    """A page of text as a picture: a program's own, or a scanner's."""
    doc = pymupdf.open()
    drawn = build_pdf.page(doc, *[PLAIN] * 3)
    pixmap = drawn.get_pixmap(dpi=150)
    image = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples).convert("L")
    if grain:
        image = Image.blend(image, Image.effect_noise(image.size, 40), 0.15)
    stream = io.BytesIO()
    image.save(stream, "PNG")
    doc.new_page(width=595, height=842).insert_image((0, 0, 595, 842), stream=stream.getvalue())
    doc.delete_page(0)
    path = folder / "a.pdf"
    path.write_bytes(build_pdf.saved(doc))
    return path


@pytest.mark.skipif(folder() is None, reason="no data to recognise text with")
@pytest.mark.parametrize("grain", [False, True])
def test_text_turned_into_a_picture_is_told_from_a_scan(tmp_path: Path, grain: bool) -> None:
    path = pictured(tmp_path, grain=grain)
    report = check(path)
    assert any("ordre" in flow.text for flow in report.flows), "the page was read"
    assert bool(over(path, "finding.over-image")) is not grain


def test_without_recognition_a_picture_is_unread(tmp_path: Path) -> None:
    report = check(pictured(tmp_path, grain=True), Options(ocr=False))
    assert [finding.message for finding in report.unread] == ["unread.image-only"]
