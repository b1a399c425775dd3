"""An area goes where it was drawn, on the page as displayed: turned, cropped, in other units."""

import random
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from redactor.formats.base import Area, Box, Plan
from redactor.formats.pdf import ADAPTER
from redactor.formats.pdf.audit import boxes_on
from redactor.formats.pdf.pictured import pictures_of
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow, Span
from tests.formats.pdf.build import line, page, save

BESIDE = ("Texte d'avant", "Texte d'apres")


def displayed(pdf: pikepdf.Pdf, turn: int, crop: bool, unit: float) -> pikepdf.Page:
    """A page with a name between two lines, and a picture of noise below."""
    content = line(BESIDE[0], 150, 600) + line("Zephirine", 150, 580) + line(BESIDE[1], 150, 560)
    added = page(pdf, content + b"q 200 0 0 100 150 300 cm /I Do Q")
    noise = Image.frombytes("L", (200, 100), random.Random(4).randbytes(20_000))
    picture = Stream(pdf, noise.tobytes())
    picture.Type, picture.Subtype, picture.Width, picture.Height = (
        Name.XObject,
        Name.Image,
        200,
        100,
    )
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    added.obj.Resources.XObject = Dictionary(I=pdf.make_indirect(picture))
    added.obj.Rotate = turn
    if crop:
        added.obj.CropBox = Array([100, 90, 560, 800])
    if unit != 1:
        added.obj.UserUnit = unit
    return added


def place_of(path: Path, word: str) -> Box:
    with ADAPTER.open(path) as source:
        text = source.page_text(1)
        flow = next(item.flow for item in text.placed if word in item.flow.text)
        start = flow.text.index(word)
        return boxes_on(text, Span(flow.id, start, start + len(word)))[0]


def blank(path: Path, out: Path, *boxes: Box) -> None:
    """Take `boxes` of the first page out, and have other engines look at the copy."""
    plan = Plan(areas=tuple(Area(f"a{n}", 1, box, "[image]") for n, box in enumerate(boxes)))
    with ADAPTER.open(path) as source:
        flows = [one for one in source.read() if isinstance(one, Flow)]
        source.write_redacted(out, plan)
    report = verify_copy(path, out, flows, plan, format="pdf")
    assert report.sound, report


@pytest.mark.parametrize("unit", [1, 2])
@pytest.mark.parametrize("crop", [False, True])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_is_under_the_area_goes(turn: int, crop: bool, unit: int, tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: displayed(pdf, turn, crop, unit))
    with pymupdf.open(path) as doc:
        ((x0, y0, x1, y1), _) = pictures_of(doc[0])[0]
    half = (x0, y0, (x0 + x1) / 2, y1)
    blank(path, tmp_path / "r.pdf", place_of(path, "Zephirine"), half)
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        text = doc[0].get_text()
        shown = pymupdf.Pixmap(doc, doc[0].get_images()[0][0])
    assert "Zephirine" not in text
    assert all(word in text for word in BESIDE)
    values = shown.samples[:: shown.n]
    assert 0.4 < len({*values}) / 256 <= 1, "the other half of the picture stays"
    most = max(values.count(bytes([value])) for value in {*values})
    assert 0.45 < most / len(values) < 0.56, "half of the picture is blank"


def test_a_redaction_that_was_never_applied_is_not_applied_either(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        added = displayed(pdf, 0, False, 1)
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=[140, 555, 300, 575], F=4)
        added.obj.Annots = Array([pdf.make_indirect(mark)])

    path = save(tmp_path / "a.pdf", build)
    blank(path, tmp_path / "r.pdf", place_of(path, "Zephirine"))
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        assert BESIDE[1] in doc[0].get_text()
        assert [annot.type[1] for annot in doc[0].annots()] == ["Redact"]


@pytest.mark.parametrize("edge", range(0, 30, 3))
def test_an_area_whose_edge_cuts_a_line_takes_lines_whole_and_no_other(
    edge: int, tmp_path: Path
) -> None:
    """The engine takes letters as soon as the box of their line is touched, and it is higher
    than the line: an area over one line took letters of the next, and the copy was held."""
    lines = ("Premiere ligne", "Deuxieme ligne", "Troisieme ligne", "Quatrieme ligne")
    source = tmp_path / "lignes.pdf"
    with pymupdf.open() as document:
        page = document.new_page()
        for number, text in enumerate(lines):
            page.insert_text((72, 100 + 14 * number), text, fontsize=12)
        document.save(source)
    copy = tmp_path / "copie.pdf"
    blank(source, copy, (60, 88, 300, 104 + edge))
    with pymupdf.open(copy) as document:
        text = document[0].get_text()
    gone = [line for line in lines if line not in text]
    assert gone == list(lines[: len(gone)])
    assert len(gone) == 1 + (edge + 10) // 14  # from a fifth of the capitals' height on
