"""PDF files for verification: one document, and one function for each place that can leak.

The original and the copy are built by the same steps, so that they differ by what the test says
and nothing else. The names are invented.
"""

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.formats.base import Occultation, Plan
from redactor.text.flow import Channel, Flow, Span

NAME = "Zélie Quernec"
OTHER = "Armel Prigent"
BEFORE, AFTER = "Madame ", " habite à Brest."
LINE = f"{BEFORE}{NAME}{AFTER}"
SECOND = "Le conseil municipal a délibéré le 3 mai."

FLOWS = (
    Flow("p1.1", LINE, page=1),
    Flow("p1.2", SECOND, page=1),
    Flow("p2.1", "Une page ordinaire.", page=2),
)
PLAN = Plan((Occultation("o1", Span("p1.1", len(BEFORE), len(BEFORE) + len(NAME))),))

Inject = Callable[[pikepdf.Pdf, str], None]


def base(path: Path, *, redacted: bool) -> None:
    """Two pages; in the redacted one a black box stands where the name was."""
    document = pymupdf.open()
    page = document.new_page()
    font = pymupdf.Font("helv")
    x = 60.0
    for word in (BEFORE, NAME, AFTER):
        if word != NAME or not redacted:
            page.insert_text((x, 80), word, fontsize=11)
        else:
            page.draw_rect((x, 70, x + font.text_length(word, 11), 83), fill=(0, 0, 0), width=0)
        x += font.text_length(word, 11)
    page.insert_text((60, 110), SECOND, fontsize=11)
    document.new_page().insert_text((60, 80), "Une page ordinaire.", fontsize=11)
    document.save(path, deflate=True, garbage=3)
    document.close()


def pair(folder: Path, inject: Inject | None = None, text: str = "") -> tuple[Path, Path]:
    """An original and its copy, both with `text` injected."""
    original, copy = folder / "original.pdf", folder / "copy.pdf"
    for path, redacted in ((original, False), (copy, True)):
        base(path, redacted=redacted)
        if inject is not None:
            with pikepdf.open(path, allow_overwriting_input=True) as pdf:
                inject(pdf, text)
                pdf.save(path)
    return original, copy


def add_content(pdf: pikepdf.Pdf, content: str, page: int = 0) -> None:
    """Append to a page's content. Letters are put as WinAnsi codes, as its font reads them."""
    target = pdf.pages[page]
    target.contents_add(Stream(pdf, f"q {content} Q".encode("cp1252")), prepend=False)


def font(pdf: pikepdf.Pdf, page: int = 0) -> str:
    """The resource name of the page's font."""
    return str(next(iter(pdf.pages[page].obj["/Resources"]["/Font"].keys())))


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


# --- places inside a page ----------------------------------------------------------------


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
    from urllib.parse import quote

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


def tiling_pattern(pdf: pikepdf.Pdf, text: str) -> None:
    resources = pdf.pages[0].obj["/Resources"]
    show = f"BT {font(pdf)} 11 Tf 10 10 Td ({text}) Tj ET"
    pattern = Stream(pdf, show.encode("cp1252"))
    pattern.PatternType, pattern.PaintType, pattern.TilingType = 1, 1, 1
    pattern.BBox, pattern.XStep, pattern.YStep = Array([0, 0, 100, 30]), 100, 30
    pattern.Resources = Dictionary(Font=resources["/Font"])
    resources["/Pattern"] = Dictionary(Px=pdf.make_indirect(pattern))
    add_content(pdf, "/Pattern cs /Px scn 60 300 200 60 re f")


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
    resources = pdf.pages[0].obj["/Resources"]
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
    pattern = Stream(pdf, f"BT /Fz 11 Tf 10 10 Td <{shown}> Tj ET".encode())
    pattern.PatternType, pattern.PaintType, pattern.TilingType = 1, 1, 1
    pattern.BBox, pattern.XStep, pattern.YStep = Array([0, 0, 100, 30]), 100, 30
    pattern.Resources = Dictionary(Font=Dictionary(Fz=pdf.make_indirect(fancy)))
    resources["/Pattern"] = Dictionary(Px=pdf.make_indirect(pattern))
    add_content(pdf, "/Pattern cs /Px scn 60 300 200 60 re f")


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


# --- places outside the pages ------------------------------------------------------------


def info(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.docinfo["/Author"] = text


def custom_info_key(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.docinfo["/" + text] = "oui"


def xmp(pdf: pikepdf.Pdf, text: str) -> None:
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>'
        f"{text}</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )
    stream = Stream(pdf, packet.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(stream)


def xmp_in_utf16(pdf: pikepdf.Pdf, text: str) -> None:
    stream = Stream(pdf, f"\ufeff<?xml version='1.0'?><a t='{text}'/>".encode("utf-16-le"))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.pages[0].obj["/Metadata"] = pdf.make_indirect(stream)


def outline(pdf: pikepdf.Pdf, text: str) -> None:
    with pdf.open_outline() as tree:
        tree.root.append(pikepdf.OutlineItem(text, 0))


def named_destination(pdf: pikepdf.Pdf, text: str) -> None:
    target = Array([pdf.pages[0].obj, Name.Fit])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(text), target])))


def old_destination(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root.Dests = Dictionary({"/" + text: Array([pdf.pages[0].obj, Name.Fit])})


def page_label(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(text))]))


def annotation(pdf: pikepdf.Pdf, text: str) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([300, 300, 320, 320]), Contents=String(text)
    )
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(note)])


def annotation_appearance(pdf: pikepdf.Pdf, text: str) -> None:
    face = Stream(pdf, f"BT {font(pdf)} 9 Tf 2 2 Td ({text}) Tj ET".encode("cp1252"))
    face.Type, face.Subtype, face.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
    face.Resources = Dictionary(Font=pdf.pages[0].obj["/Resources"]["/Font"])
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([300, 300, 400, 320]),
        F=2, AP=Dictionary(N=pdf.make_indirect(face)),
    )  # fmt: skip
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(note)])


def link(pdf: pikepdf.Pdf, text: str) -> None:
    from urllib.parse import quote

    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([300, 300, 320, 320]),
        A=Dictionary(S=Name.URI, URI=String(f"mailto:?subject={quote(text)}")),
    )  # fmt: skip
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(note)])


def form_value(pdf: pikepdf.Pdf, text: str) -> None:
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("champ"), V=String(text)))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def form_state(pdf: pikepdf.Pdf, text: str) -> None:
    field = Dictionary(FT=Name.Btn, T=String("choix"), V=Name("/" + text))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


def xfa(pdf: pikepdf.Pdf, text: str) -> None:
    packet = Stream(pdf, f"<xdp><nom>{text}</nom></xdp>".encode())
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(), XFA=Array([String("datasets"), pdf.make_indirect(packet)])
    )


def javascript(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{text}')"))


def javascript_stream(pdf: pikepdf.Pdf, text: str) -> None:
    code = Stream(pdf, f"// {text}\napp.beep()".encode("utf-16-le"))
    script = Dictionary(S=Name.JavaScript, JS=pdf.make_indirect(code))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("s"), script])))


def structure(pdf: pikepdf.Pdf, text: str) -> None:
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(text)))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=element))


def layer_name(pdf: pikepdf.Pdf, text: str) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(text)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))


def piece_info(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.pages[0].obj["/PieceInfo"] = Dictionary(
        Outil=Dictionary(LastModified="D:2026", Private=Dictionary(Auteur=String(text)))
    )


def attachment(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments["note.txt"] = f"Dossier suivi pour {text}.".encode()


def attachment_name(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.attachments[f"{text}.txt"] = b"rien"


def attached_package(pdf: pikepdf.Pdf, text: str) -> None:
    import zipfile

    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", f"<sst><si><t>{text}</t></si></sst>")
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("classeur.xlsx", inner.getvalue())
    pdf.attachments["annexe.zip"] = outer.getvalue()


def attached_pdf(pdf: pikepdf.Pdf, text: str) -> None:
    document = pymupdf.open()
    document.new_page().insert_text((60, 80), f"Pour {text}", fontsize=11)
    pdf.attachments["annexe.pdf"] = document.tobytes(deflate=True)


def jpeg_comment(pdf: pikepdf.Pdf, text: str) -> None:
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(data, "JPEG", comment=text.encode())
    image = Stream(pdf, data.getvalue())
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 8, 8
    image.ColorSpace, image.BitsPerComponent, image.Filter = Name.DeviceRGB, 8, Name.DCTDecode
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary(Im0=pdf.make_indirect(image))
    add_content(pdf, "8 0 0 8 400 400 cm /Im0 Do")


def custom_key(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root["/XXDossier"] = String(text)


def hex_in_a_string(pdf: pikepdf.Pdf, text: str) -> None:
    stream = Stream(pdf, b"donnees " + text.encode("utf-8").hex().encode() + b" fin")
    pdf.Root["/XXPrive"] = pdf.make_indirect(stream)


def thread(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.Root.Threads = Array([Dictionary(Type=Name.Thread, I=Dictionary(Title=String(text)))])


def signature(pdf: pikepdf.Pdf, text: str) -> None:
    certificate = b"0\x82\x01\x0a1\x0b0\x09\x06\x03U\x04\x06\x13\x02FR\x0c\x10" + text.encode()
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String(certificate))
    field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("sig"), V=value))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


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


def field(pdf: pikepdf.Pdf, **entries: Any) -> None:
    made = Dictionary(FT=Name.Tx, T=String("champ"), **entries)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(made)]))


def field_name(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, TM=String(text))


def field_default(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, DV=String(text))


def field_options(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, Opt=Array([Array([String("1"), String(text)])]))


def tool_tip(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, TU=String(text))


def note(pdf: pikepdf.Pdf, subtype: Name, **entries: Any) -> None:
    made = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([300, 300, 320, 320]), **entries)
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(made)])


def note_author(pdf: pikepdf.Pdf, text: str) -> None:
    note(pdf, Name.Text, T=String(text))


def rich_note(pdf: pikepdf.Pdf, text: str) -> None:
    first, last = text.split()
    note(pdf, Name.FreeText, RC=String(f"<body><p>{first} <b>{last}</b></p></body>"))


def unapplied_redaction(pdf: pikepdf.Pdf, text: str) -> None:
    note(pdf, Name.Redact, OverlayText=String(text))


def launched_file(pdf: pikepdf.Pdf, text: str) -> None:
    note(pdf, Name.Link, A=Dictionary(S=Name.Launch, F=String(f"C:/{text}.doc")))


def submitted_form(pdf: pikepdf.Pdf, text: str) -> None:
    action = Dictionary(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String(f"x:{text}")))
    note(pdf, Name.Link, A=action)


def expansion(pdf: pikepdf.Pdf, text: str) -> None:
    element = Dictionary(Type=Name.StructElem, S=Name.Span, E=String(text), T=String("titre"))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(element))


def element_title(pdf: pikepdf.Pdf, text: str) -> None:
    element = Dictionary(Type=Name.StructElem, S=Name.Span, T=String(text))
    pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(element))


def thumbnail_header(pdf: pikepdf.Pdf, text: str) -> None:
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(data, "JPEG", comment=text.encode())
    thumb = Stream(pdf, data.getvalue())
    thumb.Subtype, thumb.Width, thumb.Height = Name.Image, 8, 8
    thumb.ColorSpace, thumb.BitsPerComponent, thumb.Filter = Name.DeviceRGB, 8, Name.DCTDecode
    pdf.pages[0].obj["/Thumb"] = pdf.make_indirect(thumb)


def portfolio(pdf: pikepdf.Pdf, text: str) -> None:
    heading = Dictionary(Type=Name.CollectionField, Subtype=Name.S, N=String(text))
    pdf.Root.Collection = Dictionary(Type=Name.Collection, Schema=Dictionary(Nom=heading))


PAGE = (
    invisible_text, white_text, tiny_text, off_page, clipped, covered, kerned, letter_spaced,
    letter_by_letter, hyphenated, capitals, backwards, percent_encoded, hidden_layer,
    form_xobject, unused_form, tiling_pattern, pattern_of_glyph_codes, type3, actual_text,
    comment_in_stream, resource_name, soft_mask, rotated,
)  # fmt: skip
DOCUMENT = (
    info, custom_info_key, xmp, xmp_in_utf16, outline, named_destination, old_destination,
    page_label, annotation, annotation_appearance, link, form_value, form_state, xfa, javascript,
    javascript_stream, structure, layer_name, piece_info, attachment, attachment_name,
    attached_package, attached_pdf, jpeg_comment, custom_key, hex_in_a_string, thread, signature,
    field_name, field_default, field_options, tool_tip, note_author, rich_note,
    unapplied_redaction, launched_file, submitted_form, expansion, element_title,
    thumbnail_header, portfolio,
)  # fmt: skip


# --- bytes that no table lists -----------------------------------------------------------


def append_bytes(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


def old_revision(path: Path, text: str) -> None:
    """An incremental save: the page's former content stays in the file."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        invisible_text(pdf, text)
        pdf.save(path)
    with pymupdf.open(path) as document:
        page = document[0]
        last = page.get_contents()[-1]
        document.update_stream(last, b"q Q")
        document.saveIncr()


def orphan(path: Path, text: str) -> None:
    """An object of its own at the end, packed, in no table."""
    content = zlib.compress(f"BT /F1 11 Tf ({text}) Tj ET".encode("cp1252"))
    head = f"\n9001 0 obj\n<</Length {len(content)}/Filter/FlateDecode>>\nstream\n".encode()
    append_bytes(path, head + content + b"\nendstream\nendobj\n")


def listed_orphan(path: Path, text: str) -> None:
    """An object that the table lists and nothing refers to."""
    with pymupdf.open(path) as document:
        number = document.get_new_xref()
        document.update_object(number, f"<</Contents({text})>>")
        document.save(path.with_suffix(".tmp"), garbage=0)
    path.with_suffix(".tmp").replace(path)


def after_the_end(path: Path, text: str) -> None:
    append_bytes(path, f"\n% {text}\n".encode())


def after_the_end_in_utf16(path: Path, text: str) -> None:
    append_bytes(path, b"\0" + text.encode("utf-16-le") + b"\0")


def after_the_end_in_hexadecimal(path: Path, text: str) -> None:
    append_bytes(path, text.encode("latin-1").hex().encode())


RAW = (
    old_revision, orphan, listed_orphan, after_the_end, after_the_end_in_utf16,
    after_the_end_in_hexadecimal,
)  # fmt: skip


def annotation_flow(text: str) -> Flow:
    return Flow("a1", text, Channel.ANNOTATION, page=1)
