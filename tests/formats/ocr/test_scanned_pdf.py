"""Scanned pages as flows, and their two copies."""

import io
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from redactor.formats import ocr
from redactor.formats.base import Occultation, Plan, ReadOptions
from redactor.formats.ocr.words import encode
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import Report, verify_audit, verify_copy
from redactor.text.flow import Channel, Flow, Span, Unread
from tests.formats.ocr.scanned import LETTER, Spoil, picture, scan

NAME = "Trévidic"
SHORT = LETTER.split("\n\n")[1].rsplit("\n", 1)[0]


@pytest.fixture(scope="session")
def options(tmp_path_factory: pytest.TempPathFactory) -> ReadOptions:
    return ReadOptions(ocr=True, ocr_cache=tmp_path_factory.mktemp("ocr"))


def read(path: Path, options: ReadOptions) -> list[Flow | Unread]:
    with ADAPTER.open(path, None, options) as source:
        return list(source.read())


def flows(path: Path, options: ReadOptions) -> list[Flow]:
    return [each for each in read(path, options) if isinstance(each, Flow)]


def plan_of(path: Path, options: ReadOptions, text: str = NAME) -> Plan:
    found: list[Occultation] = []
    for flow in flows(path, options):
        start = flow.text.find(text)
        if start >= 0:
            span = Span(flow.id, start, start + len(text))
            found.append(Occultation(f"o{len(found)}", span, "[nom]"))
    return Plan(tuple(found))


def redact(path: Path, out: Path, plan: Plan, options: ReadOptions) -> Report:
    with ADAPTER.open(path, None, options) as source:
        source.write_redacted(out, plan)
    return verify_copy(path, out, flows(path, options), plan, format="pdf", reading=options)


def seen(path: Path, page: int = 0) -> str:
    """What a reader of the page's pixels sees, in another resolution than ours."""
    with pymupdf.open(path) as doc:
        pixmap = doc[page].get_pixmap(dpi=240, colorspace=pymupdf.csGRAY)
    reader = ocr.reader()
    assert reader is not None
    picture = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
    found = reader.read(picture, 240)
    reader.close()
    assert found is not None
    return found.text


@pytest.mark.parametrize("turn", [0, 1], ids=["upright", "sideways"])
def test_a_name_goes_from_pixels_and_text(turn: int, tmp_path: Path, options: ReadOptions) -> None:
    path = scan(tmp_path / "a.pdf", (SHORT,), Spoil(turn=turn))
    assert NAME in seen(path)
    plan = plan_of(path, options)
    report = redact(path, tmp_path / "r.pdf", plan, options)
    assert report.sound, report
    assert NAME not in seen(tmp_path / "r.pdf")
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        text = doc[0].get_text()
        picture = Image.open(io.BytesIO(doc.extract_image(doc[0].get_images()[0][0])["image"]))
    assert NAME not in text
    for word in ("Hyacinthe", "née", "Douarnenez", "Kerguélen"):
        assert word in text, "what stays can be searched"
    if not turn:  # a label that its box has no room for is read aloud, not extracted
        assert "Hyacinthe [nom] , née" in " ".join(text.split())
    reader = ocr.reader()
    assert reader is not None
    under = reader.read(picture.convert("L"), 200)
    assert under is not None
    assert NAME not in under.text
    assert "Hyacinthe" in under.text


def test_a_mark_over_live_pixels_is_a_leak(tmp_path: Path, options: ReadOptions) -> None:
    path = scan(tmp_path / "a.pdf", (SHORT,))
    plan = plan_of(path, options)
    redact(path, tmp_path / "good.pdf", plan, options)
    with pymupdf.open(path) as doc, ADAPTER.open(path, None, options) as source:
        boxes = source.layout(1).flows[plan.occultations[0].span.flow]
        span = plan.occultations[0].span
        for box in boxes[span.start : span.end]:
            doc[0].draw_rect(pymupdf.Rect(box), color=0, fill=0)
        doc.save(tmp_path / "bad.pdf")
    all_flows = flows(path, options)
    report = verify_copy(path, tmp_path / "bad.pdf", all_flows, plan, format="pdf", reading=options)
    assert "area" in {leak.kind for leak in report.leaks}


def test_a_name_still_to_be_seen_is_a_leak(tmp_path: Path, options: ReadOptions) -> None:
    path = scan(tmp_path / "a.pdf", (SHORT,))
    plan = plan_of(path, options)
    report = verify_copy(path, path, flows(path, options), plan, format="pdf", reading=options)
    assert any(leak.place.engine == "tesseract" for leak in report.leaks)


def test_the_audit_copy_highlights_the_pixels(tmp_path: Path, options: ReadOptions) -> None:
    path = scan(tmp_path / "a.pdf", (SHORT,))
    plan = plan_of(path, options)
    with ADAPTER.open(path, None, options) as source:
        source.write_audit(tmp_path / "i.pdf", plan)
    with ADAPTER.open(tmp_path / "i.pdf") as source:
        marked = source.marked()
    assert [one.span for one in marked] == [one.span for one in plan.occultations]
    report = verify_audit(
        path, tmp_path / "i.pdf", flows(path, options), plan, marked, format="pdf"
    )
    assert report.sound, report
    with pymupdf.open(tmp_path / "i.pdf") as doc:
        pixmap = doc[0].get_pixmap(dpi=72)
        x0, y0, _, y1 = marked[0].boxes[0]
        red, _, blue = pixmap.pixel(int(x0) + 1, int((y0 + y1) / 2))
        assert blue < red


def test_a_scan_among_pages_of_text(tmp_path: Path, options: ReadOptions) -> None:
    data, width, height = picture("Hyacinthe Trévidic", Spoil())
    with pymupdf.open() as doc:
        doc.new_page().insert_text((72, 72), "Une page de texte, sans image.")
        doc.new_page(width=width, height=height).insert_image((0, 0, width, height), stream=data)
        doc.save(tmp_path / "a.pdf")
    found = [(f.page, f.channel, f.text) for f in flows(tmp_path / "a.pdf", options) if f.page]
    assert found == [
        (1, Channel.BODY, "Une page de texte, sans image."),
        (2, Channel.OCR, "Hyacinthe Trévidic"),
    ]


def test_a_scan_under_a_typed_number_is_read_too(tmp_path: Path, options: ReadOptions) -> None:
    """A page of « text » by its number alone: the trap of counting pages with a text layer."""
    data, width, height = picture(SHORT, Spoil())
    with pymupdf.open() as doc:
        page = doc.new_page(width=width, height=height)
        page.insert_image(page.rect, stream=data)
        page.insert_text((500, 830), "Page 3/10")
        doc.save(tmp_path / "a.pdf")
    path = tmp_path / "a.pdf"
    assert any(NAME in f.text for f in flows(path, options) if f.channel is Channel.OCR)
    assert [u.why for u in read(path, ReadOptions()) if isinstance(u, Unread)] == [
        "unread.image-only"
    ]
    report = redact(path, tmp_path / "r.pdf", plan_of(path, options), options)
    assert report.sound, report
    assert NAME not in seen(tmp_path / "r.pdf")
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        words = doc[0].get_text()
    assert "Page 3/10" in words
    assert "Kerguélen" in words, "what was recognised can be searched in the copy"
    assert words.count("Page 3/10") == 1
    assert NAME not in words


def test_a_scan_with_its_text_is_not_read_twice(tmp_path: Path, options: ReadOptions) -> None:
    path = scan(tmp_path / "a.pdf", (SHORT,))
    redact(path, tmp_path / "layered.pdf", Plan(), options)
    found = flows(tmp_path / "layered.pdf", options)
    assert all(".o" not in flow.id for flow in found)
    assert any(NAME in f.text for f in found if f.channel is Channel.OCR)


def test_a_bad_layer_can_be_replaced(tmp_path: Path, options: ReadOptions) -> None:
    data, width, height = picture(SHORT, Spoil())
    with pymupdf.open() as doc:
        page = doc.new_page(width=width, height=height)
        page.insert_image(page.rect, stream=data)
        for at in range(90, 180, 12):
            page.insert_text((60, at), "Xdlkjf qsdfm lkjqsdf " * 5, render_mode=3)
        doc.save(tmp_path / "a.pdf")
    path = tmp_path / "a.pdf"
    assert not any(NAME in flow.text for flow in flows(path, options)), "the trap"
    again = ReadOptions(ocr=True, ocr_again=True, ocr_cache=options.ocr_cache)
    plan = plan_of(path, again)
    assert plan.occultations
    redact(path, tmp_path / "r.pdf", plan, again)
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        assert "Xdlkjf" not in doc[0].get_text()
        assert "Hyacinthe" in doc[0].get_text()


def test_pixels_under_plain_text_go_with_it(tmp_path: Path) -> None:
    """Some scanners write what they recognised in plain sight, and lay the picture over it."""
    data, width, height = picture("Hyacinthe Trévidic", Spoil())
    with pymupdf.open() as doc:
        page = doc.new_page(width=width, height=height)
        page.insert_text((60, 80), "Hyacinthe Trévidic", fontname="tiro", fontsize=11)
        page.insert_image(page.rect, stream=data)
        doc.save(tmp_path / "a.pdf")
    path = tmp_path / "a.pdf"
    plan = plan_of(path, ReadOptions())
    assert plan.occultations
    with ADAPTER.open(path) as source:
        source.write_redacted(tmp_path / "r.pdf", plan)
    assert NAME not in seen(tmp_path / "r.pdf")
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        image = doc.extract_image(doc[0].get_images()[0][0])["image"]
    reader = ocr.reader()
    assert reader is not None
    under = reader.read(Image.open(io.BytesIO(image)).convert("L"), 200)
    assert under is not None
    assert NAME not in under.text


def test_a_page_is_read_once_by_all_who_share_the_folder(tmp_path: Path) -> None:
    """The window's processes, and the release: whoever meets a page first reads it for all."""
    path, folder = scan(tmp_path / "a.pdf", (SHORT,)), tmp_path / "d.redactor-ocr"
    shared = ReadOptions(ocr=True, ocr_cache=folder)
    with ADAPTER.open(path, None, shared) as source:
        first = source.layout(1)
    (kept,) = folder.iterdir()
    kept.write_bytes(encode(ocr.Recognised(blank=True)))
    with ADAPTER.open(path, None, shared) as source:
        assert not source.layout(1).flows, "the folder was asked"
    with ADAPTER.open(path, None, ReadOptions(ocr=True)) as source:
        assert source.layout(1).flows == first.flows


def test_a_page_that_cannot_be_read_says_so(tmp_path: Path, options: ReadOptions) -> None:
    path = scan(tmp_path / "a.pdf", (SHORT,), Spoil(dpi=40, blur=1.5))
    assert [u.why for u in read(path, options) if isinstance(u, Unread)] == ["unread.ocr-poor"]


def test_without_data_a_scan_is_unread(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf", (SHORT,))
    unread = [u for u in read(path, ReadOptions()) if isinstance(u, Unread)]
    assert [(u.where, u.why) for u in unread] == [("page 1", "unread.image-only")]


def test_a_blank_scan_is_not_unread(tmp_path: Path, options: ReadOptions) -> None:
    printed = scan(tmp_path / "a.pdf", (SHORT,))
    assert [u for u in read(printed, ReadOptions()) if isinstance(u, Unread)], "no trap"
    path = scan(tmp_path / "b.pdf", (SHORT,), Spoil(contrast=0.0))
    for each in (options, ReadOptions()):
        assert not [u for u in read(path, each) if isinstance(u, Unread)]
