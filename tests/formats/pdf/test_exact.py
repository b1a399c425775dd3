"""Letters go exactly: what stands beside, above and below stays, character for character."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, Stream

from redactor.formats.base import Area, Occultation, Plan
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Channel, Flow, Span
from tests.formats.pdf.build import everything, flows, form, line, page, plan_for, redact, save
from tests.formats.pdf.embedded_fonts import type3


def letters(path: Path) -> str:
    """All that is drawn, but for white space and our marks."""
    drawn = [f.text for f in flows(path) if f.channel in (Channel.BODY, Channel.HIDDEN)]
    return "".join("".join(drawn).replace("[nom]", "").split())


def check(path: Path, out: Path, word: str) -> None:
    before = letters(path)
    assert word in before, "the trap is not set"
    redact(path, out, word)
    assert letters(out) == before.replace(word, "")


def test_tight_leading(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        rows = [
            line(f"ligne {n} bordeaux Marguerite lilas", y=700 - 6 * n, size=12) for n in range(9)
        ]
        rows[4] = line("ligne 4 bordeaux Hyacinthe lilas", y=700 - 24, size=12)
        page(pdf, b"".join(rows))

    check(save(tmp_path / "a.pdf", build), tmp_path / "r.pdf", "Hyacinthe")


def test_letters_set_one_by_one_and_kerned(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(
            pdf,
            b"BT /F 12 Tf 72 700 Td [(Mme Hy) 30 (a) -20 (c) 15 (inthe) -250 (Roy)] TJ ET "
            b"BT /F 12 Tf 72 650 Td (Hya) Tj (cin) Tj (the) Tj ( et Roy) Tj ET",
        )

    check(save(tmp_path / "a.pdf", build), tmp_path / "r.pdf", "Hyacinthe")


def test_a_word_drawn_twice_to_look_bold(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("Mme Hyacinthe Roy") + line("Mme Hyacinthe Roy", x=72.4))

    path = save(tmp_path / "a.pdf", build)
    redact(path, tmp_path / "r.pdf", "Hyacinthe")
    assert "yacinthe" not in everything(tmp_path / "r.pdf")


def test_half_a_word_on_a_line_of_its_own(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("remis par Mme Hya-", y=700) + line("cinthe en main propre", y=686))

    path = save(tmp_path / "a.pdf", build)
    with ADAPTER.open(path) as source:
        flow = source.page_text(1).placed[0].flow
        start = flow.text.index("Hya-")
        span = Span(flow.id, start, flow.text.index("cinthe") + 6)
        source.write_redacted(tmp_path / "r.pdf", Plan((Occultation("o", span, "[nom]"),)))
    assert letters(tmp_path / "r.pdf") == "remisparMmeenmainpropre"


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_page(tmp_path: Path, rotation: int) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("Mme Hyacinthe Roy") + line("ligne voisine", y=688)).obj.Rotate = rotation

    check(save(tmp_path / "a.pdf", build), tmp_path / "r.pdf", "Hyacinthe")


def test_slanted_text(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, b"BT /F 12 Tf .8 .6 -.6 .8 200 400 Tm (Mme Hyacinthe Roy) Tj ET")

    check(save(tmp_path / "a.pdf", build), tmp_path / "r.pdf", "Hyacinthe")


def test_a_cropped_page_with_an_offset(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        made = page(pdf, line("Mme Hyacinthe Roy") + line("ligne voisine", y=688))
        made.obj.MediaBox, made.obj.CropBox = [-50, -30, 545, 812], [20, 40, 500, 790]

    check(save(tmp_path / "a.pdf", build), tmp_path / "r.pdf", "Hyacinthe")


def test_a_form_shared_by_two_pages_loses_it_on_one(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        shared = form(pdf, line("Mme Hyacinthe", 5, 5))
        for _ in range(2):
            page(pdf, b"q 1 0 0 1 72 600 cm /X Do Q", XObject=Dictionary(X=shared))

    path = save(tmp_path / "a.pdf", build)
    with ADAPTER.open(path) as source:
        plan = plan_for(source, "Hyacinthe")
        first = Plan(tuple(o for o in plan.occultations if o.span.flow.startswith("p1.")))
        source.write_redacted(tmp_path / "r.pdf", first)
    found = {flow.page: flow.text for flow in flows(tmp_path / "r.pdf")}
    assert "Hyacinthe" in found[2]
    assert "Hyacinthe" not in found[1]


def ligature_font(pdf: pikepdf.Pdf) -> Dictionary:
    """Helvetica whose code 1 stands for three letters."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
        b"endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange "
        b"1 beginbfchar <01> <006600660069> endbfchar endcmap end"
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Dictionary(BaseEncoding=Name.WinAnsiEncoding, Differences=[1, Name.fi]),
        ToUnicode=Stream(pdf, cmap),
    )


def test_a_ligature_goes_with_its_word(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        content = b"BT /L 12 Tf 72 700 Td (Mme Gri\x01n au gre\x01er) Tj ET"
        page(pdf, content, Font={"/L": ligature_font(pdf)})

    path = save(tmp_path / "a.pdf", build)
    check(path, tmp_path / "r.pdf", "Griffin")


def test_half_a_ligature_takes_it_whole(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, b"BT /L 12 Tf 72 700 Td (Gri\x01n) Tj ET", Font={"/L": ligature_font(pdf)})

    path = save(tmp_path / "a.pdf", build)
    redact(path, tmp_path / "r.pdf", "Grif")
    assert letters(tmp_path / "r.pdf") == "n"


def test_links_over_the_word_keep_working(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        made = page(pdf, line("Mme Hyacinthe Roy"))
        made.obj.Annots = [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=[72, 695, 300, 715],
                    A=Dictionary(S=Name.URI, URI="https://exemple.fr/"),
                )
            )
        ]

    path = save(tmp_path / "a.pdf", build)
    redact(path, tmp_path / "r.pdf", "Hyacinthe")
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        assert [link["uri"] for link in doc[0].get_links()] == ["https://exemple.fr/"]


def test_an_area_takes_text_and_pixels(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        picture = Stream(pdf, b"\x40\x80\xc0" * 100 * 100)
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 100, 100, 8
        picture.ColorSpace = Name.DeviceRGB
        shared = pdf.make_indirect(picture)
        for _ in range(2):
            content = b"q 100 0 0 100 100 600 cm /I Do Q " + line("Hyacinthe", 110, 650)
            page(pdf, content, XObject=Dictionary(I=shared))

    path = save(tmp_path / "a.pdf", build)
    area = Area("a", 1, (100.0, 142.0, 150.0, 242.0))
    with ADAPTER.open(path) as source:
        source.write_redacted(tmp_path / "r.pdf", Plan(areas=(area,)))
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        xref = doc[0].get_images()[0][0]
        pixels = pymupdf.Pixmap(doc, xref)
        assert pixels.pixel(25, 50) != (0x40, 0x80, 0xC0)
        assert pixels.pixel(75, 50) == (0x40, 0x80, 0xC0)
        untouched = pymupdf.Pixmap(doc, doc[1].get_images()[0][0])
        assert untouched.pixel(25, 50) == (0x40, 0x80, 0xC0)
        assert "Hyac" not in doc[0].get_text()
        assert "Hyacinthe" in doc[1].get_text()


def test_a_text_layer_over_a_scan_goes_with_its_pixels(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        picture = Stream(pdf, b"\x80" * 595 * 842)
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 595, 842, 8
        picture.ColorSpace = Name.DeviceGray
        content = b"q 595 0 0 842 0 0 cm /I Do Q 3 Tr " + line("Mme Hyacinthe Roy")
        page(pdf, content, XObject=Dictionary(I=pdf.make_indirect(picture)))

    path = save(tmp_path / "a.pdf", build)
    assert [f.channel for f in flows(path)] == [Channel.OCR]
    plan = redact(path, tmp_path / "r.pdf", "Hyacinthe")
    assert plan.occultations
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        pixels = pymupdf.Pixmap(doc, doc[0].get_images()[0][0])
        x, y = 72 + 50, 842 - 704
        assert pixels.pixel(x, y) != (128,), "the picture still shows the word"
        assert pixels.pixel(400, 400) == (128,)


def test_a_page_that_is_but_an_image_is_unread(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        picture = Stream(pdf, b"\x00\xff")
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 2, 1, 8
        picture.ColorSpace = Name.DeviceGray
        page(pdf, b"q 595 0 0 842 0 0 cm /I Do Q", XObject=Dictionary(I=picture))

    with ADAPTER.open(save(tmp_path / "a.pdf", build)) as source:
        assert [(u.where, u.why, u.page) for u in source.read()] == [  # type: ignore[union-attr]
            ("page 1", "unread.image-only", 1)
        ]


TEXT = "Le dossier de Mme Hyacinthe Le Goff, née à Brest, est clos."


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    spans=st.lists(st.tuples(st.integers(0, 57), st.integers(1, 20)), min_size=1, max_size=4),
    size=st.sampled_from([6.0, 9.5, 14.0]),
)
def test_any_spans(spans: list[tuple[int, int]], size: float, tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, line(TEXT, size=size)))
    ranges = [(start, min(start + length, len(TEXT))) for start, length in spans]
    plan = Plan(tuple(Occultation(f"o{n}", Span("p1.1", *ends)) for n, ends in enumerate(ranges)))
    with ADAPTER.open(path) as source:
        source.write_redacted(tmp_path / "r.pdf", plan)
    gone = {at for start, end in ranges for at in range(start, end)}
    left = "".join(c for at, c in enumerate(TEXT) if at not in gone)
    assert letters(tmp_path / "r.pdf") == "".join(left.split())


def test_what_is_said_of_the_letters_goes_with_them(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        content = b"/Span <</ActualText (Mme Hyacinthe Roy)>> BDC " + line("Mme Hyacinthe Roy")
        made = page(pdf, content + b"EMC ")
        page(pdf, line("une autre page"))
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = pikepdf.Array(
            [
                pdf.make_indirect(
                    Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, Pg=on, Alt=alt)
                )
                for on, alt in (
                    (made.obj, "Photo de Hyacinthe"),
                    (pdf.pages[1].obj, "La fleur hyacinthe"),
                )
            ]
        )
        pdf.Root.StructTreeRoot = root

    path = save(tmp_path / "a.pdf", build)
    with ADAPTER.open(path) as source:
        whole = plan_for(source, "Hyacinthe")
        drawn = tuple(one for one in whole.occultations if one.span.flow == "p1.1")
        assert len(drawn) == 1 < len(whole.occultations), "the trap is not set"
        source.write_redacted(tmp_path / "r.pdf", Plan(drawn))
    said = {f.page: f.text for f in flows(tmp_path / "r.pdf") if f.place.endswith("Alt")}
    assert said == {1: "Photo de [nom]", 2: "La fleur hyacinthe"}
    assert "Mme [nom] Roy" in [f.text for f in flows(tmp_path / "r.pdf")]


CUT_AWAY = b"q 0 0 0 0 re W n " + line("note du graphiste", y=650) + b"Q "


def test_what_an_empty_clip_hides_may_go_beside_and_is_said(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, CUT_AWAY + line("Mme Hyacinthe Roy")))
    read = flows(path)
    assert "note du graphiste" in [f.text for f in read if f.channel is Channel.HIDDEN], "no trap"
    with ADAPTER.open(path) as source:
        plan = plan_for(source, "Hyacinthe")
        written = source.write_redacted(tmp_path / "r.pdf", plan)
    assert letters(tmp_path / "r.pdf") == "MmeRoy"
    assert "warning.unseen-lost" in written.warnings
    report = verify_copy(path, tmp_path / "r.pdf", read, plan, format="pdf")
    assert report.sound, report


def test_of_what_is_seen_nothing_may_go_beside(tmp_path: Path) -> None:
    seen = line("note du graphiste", y=650)
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, CUT_AWAY + seen + line("Mme Hyacinthe")))
    copy = save(tmp_path / "r.pdf", lambda pdf: page(pdf, CUT_AWAY + line("Mme [nom]")))
    with ADAPTER.open(path) as source:
        plan = plan_for(source, "Hyacinthe")
    report = verify_copy(path, copy, flows(path), plan, format="pdf")
    assert [change.what for change in report.changes] != []


def test_two_layers_of_one_name_stay_two(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        shown, hidden = (
            pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Calque")))
            for _ in range(2)
        )
        assert shown == hidden  # the trap: equal, and not the same
        pdf.Root.OCProperties = Dictionary(
            OCGs=[shown, hidden], D=Dictionary(ON=[shown], OFF=[hidden], Order=[shown, hidden])
        )
        content = b"/OC /A BDC\n" + line("Madame Hyacinthe Roy, sur un calque.") + b"EMC\n"
        content += b"/OC /B BDC\n" + line("Ce qui ne se voit pas.", y=600) + b"EMC\n"
        page(pdf, content, Properties=Dictionary(A=shown, B=hidden))

    redact(save(tmp_path / "a.pdf", build), tmp_path / "r.pdf", "Hyacinthe")
    with pikepdf.open(tmp_path / "r.pdf") as pdf:
        layers = pdf.Root.OCProperties
        assert len({layer.objgen for layer in layers.OCGs}) == 2
        assert layers.D.ON[0].objgen != layers.D.OFF[0].objgen
    with pymupdf.open(tmp_path / "r.pdf") as copy:
        assert "sur un calque" in copy[0].get_text()


def test_letters_of_a_font_whose_size_says_nothing(tmp_path: Path) -> None:
    size, scale = 80, 0.15

    def build(pdf: pikepdf.Pdf) -> None:
        font = type3(pdf, "Hyacinte")
        font.FontMatrix = [scale * float(number) for number in font.FontMatrix]
        shown = b"BT /T %d Tf 72 700 Td (Hyacinthe) Tj ET " % size
        page(pdf, shown + line("Au-dessus, une ligne.", y=730), Font={"/T": font})

    path = save(tmp_path / "a.pdf", build)
    with ADAPTER.open(path) as source:
        (shown,) = (f for f in source.read() if isinstance(f, Flow) and "Hyacinthe" in f.text)
        boxes = [box for box in source.layout(1).flows[shown.id] if box]
    assert len(boxes) == len("Hyacinthe")
    assert max(box[3] - box[1] for box in boxes) < 2 * scale * size  # 80 points high before
    redact(path, tmp_path / "r.pdf", "Hyacinthe")
    assert "Au-dessus, une ligne." in " ".join(f.text for f in flows(tmp_path / "r.pdf"))
