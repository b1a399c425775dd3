"""One function for each place inside a page of a PDF that can leak."""

from urllib.parse import quote

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from tests.release.verify.pdf_files import add_content, font


def invisible_text(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td ({text}) Tj ET")


def white_text(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"BT 1 g {font(pdf)} 11 Tf 60 300 Td ({text}) Tj ET")


def tiny_text(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"BT {font(pdf)} 0.01 Tf 60 300 Td ({text}) Tj ET")


def off_page(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"BT {font(pdf)} 11 Tf 60 -300 Td ({text}) Tj ET")


def clipped(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"0 0 1 1 re W n BT {font(pdf)} 11 Tf 60 300 Td ({text}) Tj ET")


def covered(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"BT {font(pdf)} 11 Tf 60 300 Td ({text}) Tj ET 0 g 50 290 200 30 re f")


def kerned(pdf: pikepdf.Pdf, text: str) -> None:
    pieces = " -30 ".join(f"({letter})" for letter in text)
    add_content(pdf, f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td [{pieces}] TJ ET")


def letter_spaced(pdf: pikepdf.Pdf, text: str) -> None:
    spaced = " ".join(text.replace(" ", ""))
    add_content(pdf, f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td ({spaced}) Tj ET")


def letter_by_letter(pdf: pikepdf.Pdf, text: str) -> None:
    shows = " ".join(f"({letter}) Tj 14 0 Td" for letter in text)
    add_content(pdf, f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td {shows} ET")


def hyphenated(pdf: pikepdf.Pdf, text: str) -> None:
    half = len(text) - 3
    add_content(
        pdf,
        f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td ({text[:half]}-) Tj 0 -14 Td ({text[half:]}) Tj ET",
    )


def capitals(pdf: pikepdf.Pdf, text: str) -> None:
    plain = text.upper().replace("É", "E")
    add_content(pdf, f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td ({plain}) Tj ET")


def backwards(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td ({text[::-1]}) Tj ET")


def percent_encoded(pdf: pikepdf.Pdf, text: str) -> None:

    address = f"https://exemple.fr/?q={quote(text)}"
    add_content(pdf, f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td ({address}) Tj ET")


def hidden_layer(pdf: pikepdf.Pdf, text: str) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Calque")))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
    )
    pdf.pages[0].obj["/Resources"]["/Properties"] = Dictionary(Calque=layer)
    show = f"BT {font(pdf)} 11 Tf 60 300 Td ({text}) Tj ET"
    add_content(pdf, f"/OC /Calque BDC {show} EMC")


def form_xobject(pdf: pikepdf.Pdf, text: str) -> None:
    resources = pdf.pages[0].obj["/Resources"]
    show = f"BT 3 Tr {font(pdf)} 11 Tf 60 300 Td ({text}) Tj ET"
    form = Stream(pdf, show.encode("cp1252"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
    form.Resources = Dictionary(Font=resources["/Font"])
    resources["/XObject"] = Dictionary(Fx=pdf.make_indirect(form))
    add_content(pdf, "/Fx Do")


def unused_form(pdf: pikepdf.Pdf, text: str) -> None:
    form_xobject(pdf, text)
    streams = pdf.pages[0].obj["/Contents"]
    del streams[len(streams) - 1]


def _paint_with(pdf: pikepdf.Pdf, show: bytes, fonts: pikepdf.Object) -> None:
    pattern = Stream(pdf, show)
    pattern.PatternType, pattern.PaintType, pattern.TilingType = 1, 1, 1
    pattern.BBox, pattern.XStep, pattern.YStep = Array([0, 0, 100, 30]), 100, 30
    pattern.Resources = Dictionary(Font=fonts)
    pdf.pages[0].obj["/Resources"]["/Pattern"] = Dictionary(Px=pdf.make_indirect(pattern))
    add_content(pdf, "/Pattern cs /Px scn 60 300 200 60 re f")


def tiling_pattern(pdf: pikepdf.Pdf, text: str) -> None:
    show = f"BT {font(pdf)} 11 Tf 10 10 Td ({text}) Tj ET"
    _paint_with(pdf, show.encode("cp1252"), pdf.pages[0].obj["/Resources"]["/Font"])


def unicode_map(codes: dict[int, str]) -> bytes:
    rows = "\n".join(
        f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> "
        f"endcodespacerange {len(codes)} beginbfchar\n{rows}\nendbfchar endcmap end"
    ).encode()


def pattern_of_glyph_codes(pdf: pikepdf.Pdf, text: str) -> None:
    """Only ToUnicode can tell what is drawn: its codes are no letters in any encoding."""
    codes = {0x0301 + i: letter for i, letter in enumerate(dict.fromkeys(text))}
    by_letter = {letter: code for code, letter in codes.items()}
    cid = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/AAAAAA+Essai"),
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name("/AAAAAA+Essai")),
    )  # fmt: skip
    fancy = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/AAAAAA+Essai"),
        Encoding=Name("/Identity-H"), DescendantFonts=Array([pdf.make_indirect(cid)]),
        ToUnicode=Stream(pdf, unicode_map(codes)),
    )  # fmt: skip
    shown = "".join(f"{by_letter[letter]:04x}" for letter in text)
    show = f"BT /Fz 11 Tf 10 10 Td <{shown}> Tj ET"
    _paint_with(pdf, show.encode(), Dictionary(Fz=pdf.make_indirect(fancy)))


def type3(pdf: pikepdf.Pdf, text: str) -> None:
    """A font of drawings, whose letters only ToUnicode tells."""
    letters = dict.fromkeys(text)
    codes = {1 + i: letter for i, letter in enumerate(letters)}
    glyphs = {f"/g{code}": Stream(pdf, b"600 0 0 0 500 700 d1 0 0 500 700 re f") for code in codes}
    rows = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for code, letter in codes.items())
    cmap = (
        "begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar endcmap"
    )
    face = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), CharProcs=Dictionary(glyphs),
        Encoding=Dictionary(
            Type=Name.Encoding, Differences=Array([1, *(Name(f"/g{code}") for code in codes)])
        ),
        FirstChar=1, LastChar=len(codes), Widths=Array([600] * len(codes)),
        Resources=Dictionary(), ToUnicode=Stream(pdf, cmap.encode()),
    )  # fmt: skip
    pdf.pages[0].obj["/Resources"]["/Font"]["/T3"] = pdf.make_indirect(face)
    by_letter = {letter: code for code, letter in codes.items()}
    shown = "".join(f"{by_letter[letter]:02x}" for letter in text)
    add_content(pdf, f"BT /T3 11 Tf 60 300 Td <{shown}> Tj ET")


def actual_text(pdf: pikepdf.Pdf, text: str) -> None:
    hexadecimal = ("\ufeff" + text).encode("utf-16-be").hex()
    add_content(pdf, f"/Span <</ActualText <{hexadecimal}>>> BDC 0 g 60 300 80 12 re f EMC")


def comment_in_stream(pdf: pikepdf.Pdf, text: str) -> None:
    stream = Stream(pdf, f"% {text}\n".encode())
    pdf.pages[0].contents_add(stream, prepend=False)


def resource_name(pdf: pikepdf.Pdf, text: str) -> None:
    state = Dictionary(Type=Name.ExtGState, CA=1)
    encoded = "/" + "".join(f"#{byte:02x}" for byte in text.encode())
    pdf.pages[0].obj["/Resources"]["/ExtGState"] = Dictionary({"/" + text: state})
    add_content(pdf, f"{encoded} gs")


def soft_mask(pdf: pikepdf.Pdf, text: str) -> None:
    """Text that only a mask's group draws."""
    resources = pdf.pages[0].obj["/Resources"]
    group = Stream(pdf, f"BT {font(pdf)} 11 Tf 60 300 Td ({text}) Tj ET".encode("cp1252"))
    group.Type, group.Subtype, group.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
    group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    group.Resources = Dictionary(Font=resources["/Font"])
    mask = Dictionary(S=Name.Luminosity, G=pdf.make_indirect(group))
    resources["/ExtGState"] = Dictionary(Ms=Dictionary(SMask=mask))
    add_content(pdf, "/Ms gs 0 g 50 290 200 30 re f")


def rotated(pdf: pikepdf.Pdf, text: str) -> None:
    add_content(pdf, f"BT {font(pdf)} 11 Tf 0 1 -1 0 300 300 Tm ({text}) Tj ET")


PAGE = (
    invisible_text, white_text, tiny_text, off_page, clipped, covered, kerned, letter_spaced,
    letter_by_letter, hyphenated, capitals, backwards, percent_encoded, hidden_layer,
    form_xobject, unused_form, tiling_pattern, pattern_of_glyph_codes, type3, actual_text,
    comment_in_stream, resource_name, soft_mask, rotated,
)  # fmt: skip
