"""One function for each place of a PDF outside what its pages draw that can leak."""

import io
import zipfile
from typing import Any
from urllib.parse import quote

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from tests.release.verify.pdf_files import add_content, font


def note(pdf: pikepdf.Pdf, subtype: Name, **entries: Any) -> None:
    made = Dictionary(Type=Name.Annot, Subtype=subtype, Rect=Array([300, 300, 320, 320]), **entries)
    pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(made)])


def field(pdf: pikepdf.Pdf, kind: Name = Name.Tx, **entries: Any) -> None:
    made = Dictionary(FT=kind, T=String("champ"), **entries)
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(made)]))


def element(pdf: pikepdf.Pdf, kind: Name, **entries: Any) -> None:
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=kind, **entries))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=made))


def commented_jpeg(pdf: pikepdf.Pdf, text: str) -> pikepdf.Object:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(data, "JPEG", comment=text.encode())
    image = Stream(pdf, data.getvalue())
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 8, 8
    image.ColorSpace, image.BitsPerComponent, image.Filter = Name.DeviceRGB, 8, Name.DCTDecode
    return pdf.make_indirect(image)


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
    note(pdf, Name.Text, Contents=String(text))


def annotation_appearance(pdf: pikepdf.Pdf, text: str) -> None:
    face = Stream(pdf, f"BT {font(pdf)} 9 Tf 2 2 Td ({text}) Tj ET".encode("cp1252"))
    face.Type, face.Subtype, face.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 20])
    face.Resources = Dictionary(Font=pdf.pages[0].obj["/Resources"]["/Font"])
    note(pdf, Name.Stamp, F=2, AP=Dictionary(N=pdf.make_indirect(face)))


def link(pdf: pikepdf.Pdf, text: str) -> None:
    note(pdf, Name.Link, A=Dictionary(S=Name.URI, URI=String(f"mailto:?subject={quote(text)}")))


def form_value(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, V=String(text))


def form_state(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, Name.Btn, V=Name("/" + text))


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
    element(pdf, Name.Figure, Alt=String(text))


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
    pdf.pages[0].obj["/Resources"]["/XObject"] = Dictionary(Im0=commented_jpeg(pdf, text))
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
    field(pdf, Name.Sig, V=value)


def field_name(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, TM=String(text))


def field_default(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, DV=String(text))


def field_options(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, Opt=Array([Array([String("1"), String(text)])]))


def tool_tip(pdf: pikepdf.Pdf, text: str) -> None:
    field(pdf, TU=String(text))


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
    element(pdf, Name.Span, E=String(text), T=String("titre"))


def element_title(pdf: pikepdf.Pdf, text: str) -> None:
    element(pdf, Name.Span, T=String(text))


def thumbnail_header(pdf: pikepdf.Pdf, text: str) -> None:
    pdf.pages[0].obj["/Thumb"] = commented_jpeg(pdf, text)


def portfolio(pdf: pikepdf.Pdf, text: str) -> None:
    heading = Dictionary(Type=Name.CollectionField, Subtype=Name.S, N=String(text))
    pdf.Root.Collection = Dictionary(Type=Name.Collection, Schema=Dictionary(Nom=heading))


DOCUMENT = (
    info, custom_info_key, xmp, xmp_in_utf16, outline, named_destination, old_destination,
    page_label, annotation, annotation_appearance, link, form_value, form_state, xfa, javascript,
    javascript_stream, structure, layer_name, piece_info, attachment, attachment_name,
    attached_package, attached_pdf, jpeg_comment, custom_key, hex_in_a_string, thread, signature,
    field_name, field_default, field_options, tool_tip, note_author, rich_note,
    unapplied_redaction, launched_file, submitted_form, expansion, element_title,
    thumbnail_header, portfolio,
)  # fmt: skip
