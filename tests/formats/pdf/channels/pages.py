"""Names in what a page draws, or would draw: in its text, a form, a pattern, a font, a mask."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.text.flow import Channel
from tests.formats.pdf.build import form, helvetica, line
from tests.formats.pdf.channels.cases import NAME, case, plain


@case(Channel.BODY)
def page_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, line(f"Madame {NAME} Le Goff", y=600))


@case(Channel.BODY)
def nested_form(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, line(f"Forme {NAME}", 10, 10))
    outer = form(pdf, b"q 1 0 0 1 5 5 cm /I Do Q")
    outer.Resources = Dictionary(XObject=Dictionary(I=inner))
    plain(pdf, b"q 1 0 0 1 72 500 cm /X Do Q", XObject=Dictionary(X=outer))


@case(Channel.HIDDEN)
def pattern(pdf: pikepdf.Pdf) -> None:
    tile = Stream(pdf, line(f"Motif {NAME}", 2, 4))
    tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 150, 20]), 150, 20
    tile.Resources = Dictionary(Font=Dictionary(F=helvetica()))
    plain(
        pdf,
        b"/Pattern cs /P scn 72 400 200 60 re f",
        Pattern=Dictionary(P=pdf.make_indirect(tile)),
    )


@case(Channel.BODY)
def type3_font(pdf: pikepdf.Pdf) -> None:
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 600, 700],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(box=Stream(pdf, b"600 0 0 0 500 700 d1 0 0 500 700 re f")),
        Encoding=Dictionary(Differences=Array([65, *[Name.box] * 26])),
        FirstChar=65,
        LastChar=90,
        Widths=[600] * 26,
        ToUnicode=Stream(
            pdf,
            b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> "
            b"endcodespacerange 1 beginbfrange <41> <5a> <0041> endbfrange endcmap end",
        ),
    )
    plain(pdf, b"BT /T 12 Tf 72 620 Td (" + NAME.upper().encode() + b") Tj ET", Font={"/T": font})


@case(Channel.BODY)
def white_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, b"1 g " + line(f"Blanc {NAME}", y=600))


@case(Channel.BODY)
def tiny_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, line(f"Minuscule {NAME}", y=600, size=0.5))


@case(Channel.BODY)
def covered_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, line(f"Couvert {NAME}", y=600) + b"0 g 70 595 200 16 re f")


@case(Channel.BODY)
def letters_apart(pdf: pikepdf.Pdf) -> None:
    shown = " ".join(f"1 0 0 1 {72 + 10 * at} 600 Tm ({c}) Tj" for at, c in enumerate(NAME))
    plain(pdf, f"BT /F 12 Tf {shown} ET".encode())


@case(Channel.BODY)
def missing_font(pdf: pikepdf.Pdf) -> None:
    plain(pdf, f"BT /Absente 12 Tf 72 600 Td (Mme {NAME}) Tj ET".encode())


@case(Channel.HIDDEN)
def clipped_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, b"q 0 0 9 9 re W n " + line(f"Coupe {NAME}", y=600) + b"Q")


@case(Channel.HIDDEN)
def off_page_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, line(f"Dehors {NAME}", x=900, y=600))


@case(Channel.HIDDEN)
def invisible_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, b"q 3 Tr " + line(f"Invisible {NAME}", y=600) + b"Q")


@case(Channel.HIDDEN)
def size_zero(pdf: pikepdf.Pdf) -> None:
    plain(pdf, line(NAME, y=600, size=0))


@case(Channel.HIDDEN)
def squeezed_to_nothing(pdf: pikepdf.Pdf) -> None:
    plain(pdf, f"BT /F 12 Tf 0 0 0 0 72 600 Tm ({NAME}) Tj ET".encode())


@case(Channel.HIDDEN)
def empty_clip(pdf: pikepdf.Pdf) -> None:
    plain(pdf, b"q 0 0 0 0 re W n " + line(NAME, y=600) + b"Q")


@case(Channel.HIDDEN)
def hidden_layer(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Calque")))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer]))
    content = b"/OC /L BDC " + line(f"Calque {NAME}", y=600) + b"EMC"
    plain(pdf, content, Properties=Dictionary(L=layer))


@case(Channel.HIDDEN)
def print_only_layer(pdf: pikepdf.Pdf) -> None:
    usage = Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Filigrane"), Usage=usage))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary())
    content = b"/OC /L BDC " + line(f"Imprime {NAME}", y=600) + b"EMC"
    plain(pdf, content, Properties=Dictionary(L=layer))


@case(Channel.HIDDEN)
def content_comment(pdf: pikepdf.Pdf) -> None:
    plain(pdf, f"% redige par {NAME}\n".encode() + line("10 % (dix)", y=600))


@case(Channel.HIDDEN)
def words_inside_a_glyph(pdf: pikepdf.Pdf) -> None:
    glyph = Stream(pdf, b"600 0 d0 " + line(f"Tampon {NAME}", 0, 0, 90))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 600, 700],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(stamp=pdf.make_indirect(glyph)),
        Encoding=Dictionary(Differences=Array([65, Name.stamp])),
        Resources=Dictionary(Font=Dictionary(F=helvetica())),
        FirstChar=65,
        LastChar=65,
        Widths=[600],
    )
    glyph.Resources = font.Resources
    plain(pdf, b"BT /T 40 Tf 72 620 Td (A) Tj ET", Font={"/T": font})


@case(Channel.HIDDEN)
def form_that_no_page_draws(pdf: pikepdf.Pdf) -> None:
    plain(pdf, XObject=Dictionary(X=form(pdf, line(f"Oublie {NAME}", 10, 10))))


def _masked(pdf: pikepdf.Pdf, content: bytes) -> None:
    group = form(pdf, b"1 g " + line(NAME, 72, 600), (0, 0, 595, 842))
    group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = Dictionary(S=Name.Luminosity, G=group)
    plain(pdf, content, ExtGState=Dictionary(M=Dictionary(SMask=mask)))


@case(Channel.HIDDEN)
def soft_mask(pdf: pikepdf.Pdf) -> None:
    _masked(pdf, b"q /M gs 0 g 60 590 200 30 re f Q")


@case(Channel.HIDDEN)
def soft_mask_that_nothing_is_drawn_through(pdf: pikepdf.Pdf) -> None:
    _masked(pdf, b"/M gs")
