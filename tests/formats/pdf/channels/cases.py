"""One file for each place where a PDF can hold a name, an ordinary text beside it."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from redactor.text.flow import Channel
from tests.formats.pdf.build import attached, form, helvetica, line, page, save

NAME = "Zephirine"
BESIDE = "Texte ordinaire"

Build = Callable[[pikepdf.Pdf], object]
Alter = Callable[[Path], object]
CASES: dict[str, tuple[Channel, Build | None, Alter | None]] = {}


def case(channel: Channel) -> Callable[[Build], Build]:
    """A file built from objects."""

    def keep(build: Build) -> Build:
        CASES[build.__name__] = (channel, build, None)
        return build

    return keep


def altered(channel: Channel) -> Callable[[Alter], Alter]:
    """A saved file of one ordinary page, changed in its bytes."""

    def keep(alter: Alter) -> Alter:
        CASES[alter.__name__] = (channel, None, alter)
        return alter

    return keep


def made(name: str, path: Path) -> Path:
    """The file of that case."""
    _, build, alter = CASES[name]
    save(path, build or plain)
    if alter is not None:
        alter(path)
    return path


def plain(pdf: pikepdf.Pdf, extra: bytes = b"", **resources: object) -> pikepdf.Page:
    return page(pdf, line(f"{BESIDE}.") + extra, **resources)


def annotate(pdf: pikepdf.Pdf, subtype: str, **keys: object) -> Dictionary:
    made = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=[300, 300, 420, 330], F=4)
    )
    for key, value in keys.items():
        made["/" + key] = value
    pdf.pages[0].obj.Annots = Array([made])
    return made


def name_tree(**entries: object) -> Dictionary:
    names: list[object] = []
    for key, value in entries.items():
        names += [String(key), value]
    return Dictionary(Names=Array(names))


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
    letters = sorted(set(NAME.upper()))
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
    assert letters
    plain(pdf, b"BT /T 12 Tf 72 620 Td (" + NAME.upper().encode() + b") Tj ET", Font={"/T": font})


@case(Channel.BODY)
def white_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, b"1 g " + line(f"Blanc {NAME}", y=600))


@case(Channel.BODY)
def tiny_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf, line(f"Minuscule {NAME}", y=600, size=0.5))


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
def hidden_layer(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Calque")))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer]))
    content = b"/OC /L BDC " + line(f"Calque {NAME}", y=600) + b"EMC"
    plain(pdf, content, Properties=Dictionary(L=layer))


@case(Channel.LAYER)
def layer_name(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"Calque de {NAME}")))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(Order=[layer]))
    plain(pdf)


@case(Channel.STRUCTURE)
def actual_text_in_content(pdf: pikepdf.Pdf) -> None:
    shown = line("Glyphes", y=600)
    plain(pdf, f"/Span <</ActualText (Lu {NAME})>> BDC ".encode() + shown + b"EMC")


@case(Channel.STRUCTURE)
def actual_text_in_a_form(pdf: pikepdf.Pdf) -> None:
    content = f"/Span <</Alt (Lu {NAME})>> BDC ".encode() + line("Glyphes", 5, 5) + b"EMC"
    plain(pdf, b"q 1 0 0 1 72 500 cm /X Do Q", XObject=Dictionary(X=form(pdf, content)))


@case(Channel.STRUCTURE)
def property_list(pdf: pikepdf.Pdf) -> None:
    lists = Dictionary(M=Dictionary(ActualText=String(f"Lu {NAME}")))
    plain(pdf, b"/Span /M BDC " + line("Glyphes", y=600) + b"EMC", Properties=lists)


@case(Channel.HIDDEN)
def content_comment(pdf: pikepdf.Pdf) -> None:
    plain(pdf, f"% redige par {NAME}\n".encode() + line("10 % (dix)", y=600))


@case(Channel.STRUCTURE)
def structure_tree(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    element = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, Alt=String(f"Photo de {NAME}"))
    )
    root.K = Array([element])
    pdf.Root.StructTreeRoot = root


@case(Channel.ANNOTATION)
def note(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Text", Contents=String(f"Voir {NAME}"), T=String("Greffe"))


@case(Channel.ANNOTATION)
def note_author(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Text", Contents=String("Voir"), T=String(NAME))


@case(Channel.ANNOTATION)
def note_rich_text(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    body = f'<body xmlns="http://www.w3.org/1999/xhtml"><p>De {NAME}</p></body>'
    annotate(pdf, "FreeText", Contents=String("De"), RC=String(body), DA=String("/Helv 9 Tf 0 g"))


@case(Channel.ANNOTATION)
def note_popup(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    made = annotate(pdf, "Text", Contents=String("Voir"))
    made.Popup = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Popup, Parent=made, Contents=String(NAME))
    )


@case(Channel.ANNOTATION)
def stamp_appearance(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Stamp", AP=Dictionary(N=form(pdf, line(f"Vu {NAME}", 4, 8, 9), (0, 0, 120, 30))))


@case(Channel.ANNOTATION)
def name_of_a_stamp(pdf: pikepdf.Pdf) -> None:
    """A viewer names a stamp that a user made after what the user called it."""
    plain(pdf)
    look = form(pdf, line("Vu", 4, 8, 9), (0, 0, 120, 30))
    annotate(pdf, "Stamp", AP=Dictionary(N=look), Name=Name(f"/{NAME}"))


@case(Channel.ANNOTATION)
def hidden_annotation_appearance(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    look = form(pdf, line(f"Vu {NAME}", 4, 8, 9), (0, 0, 120, 30))
    annotate(pdf, "Stamp", AP=Dictionary(N=look))["/F"] = 2


@case(Channel.ANNOTATION)
def unapplied_redaction(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Redact", OverlayText=String(f"Efface {NAME}"))


def field(pdf: pikepdf.Pdf, **keys: object) -> Dictionary:
    plain(pdf)
    made = annotate(pdf, "Widget", FT=Name.Tx, T=String("champ"), DA=String("/Helv 9 Tf 0 g"))
    for key, value in keys.items():
        made["/" + key] = value
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([made]), DR=Dictionary(Font=Dictionary(Helv=helvetica()))
    )
    return made


@case(Channel.FORM)
def field_value(pdf: pikepdf.Pdf) -> None:
    field(pdf, V=String(f"Mme {NAME}"))


@case(Channel.FORM)
def field_value_and_appearance(pdf: pikepdf.Pdf) -> None:
    look = form(pdf, b"/Tx BMC " + line(f"Mme {NAME}", 4, 8, 9) + b"EMC", (0, 0, 120, 30))
    field(pdf, V=String(f"Mme {NAME}"), AP=Dictionary(N=look))


@case(Channel.FORM)
def field_default(pdf: pikepdf.Pdf) -> None:
    field(pdf, V=String("autre"), DV=String(NAME))


@case(Channel.FORM)
def field_name(pdf: pikepdf.Pdf) -> None:
    field(pdf, V=String("autre"))["/T"] = String(f"nom de {NAME}")


@case(Channel.FORM)
def field_tooltip(pdf: pikepdf.Pdf) -> None:
    field(pdf, TU=String(f"Le nom, {NAME}"))


@case(Channel.FORM)
def choice_options(pdf: pikepdf.Pdf) -> None:
    field(pdf, Opt=Array([String("autre"), Array([String("a"), String(NAME)])]))["/FT"] = Name.Ch


@case(Channel.LINK)
def uri(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    target = String(f"https://exemple.fr/{NAME}?q=1")
    annotate(pdf, "Link", A=Dictionary(S=Name.URI, URI=target))


@case(Channel.LINK)
def launch(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Link", A=Dictionary(S=Name.Launch, F=String(f"C:/dossiers/{NAME}.doc")))


@case(Channel.SCRIPT)
def javascript(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{NAME}')"))
    pdf.Root.Names = Dictionary(JavaScript=name_tree(debut=action))


@case(Channel.SCRIPT)
def javascript_stream(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    script = Stream(pdf, f"var nom = '{NAME}';".encode())
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=script)


@case(Channel.BOOKMARK)
def bookmark(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Le cas {NAME}", 0))


@case(Channel.BOOKMARK)
def named_destination(pdf: pikepdf.Pdf) -> None:
    added = plain(pdf)
    target = Array([added.obj, Name.Fit])
    pdf.Root.Names = Dictionary(Dests=name_tree(**{f"cas_{NAME}": target}))


@case(Channel.BOOKMARK)
def old_style_destination(pdf: pikepdf.Pdf) -> None:
    added = plain(pdf)
    pdf.Root.Dests = Dictionary({f"/cas_{NAME}": Array([added.obj, Name.Fit])})
    annotate(pdf, "Link", Dest=Name(f"/cas_{NAME}"))


@case(Channel.METADATA)
def page_label(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String(f"{NAME}-"))]))


@case(Channel.METADATA)
def thread(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    info = Dictionary(Title=String(f"Fil {NAME}"))
    pdf.Root.Threads = Array([pdf.make_indirect(Dictionary(Type=Name.Thread, I=info))])


@case(Channel.METADATA)
def title(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.docinfo["/Title"] = f"Dossier {NAME}"


@case(Channel.METADATA)
def custom_property(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.docinfo["/Instructeur"] = NAME


@case(Channel.METADATA)
def custom_key_anywhere(pdf: pikepdf.Pdf) -> None:
    plain(pdf).obj["/ACME_Suivi"] = Dictionary(Agent=Array([String(f"vu par {NAME}")]))


@case(Channel.METADATA)
def xmp(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as packet:
        packet["dc:creator"] = [f"{NAME} Le Goff"]
        packet["dc:title"] = "Dossier"


@case(Channel.METADATA)
def xmp_of_two_names(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as packet:
        packet["dc:publisher"] = {f"Tanguy/{NAME}"}


@case(Channel.METADATA)
def malformed_xmp(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    packet = Stream(pdf, f"<x:xmpmeta><rdf:li>{NAME}</rdf:li>".encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet


@case(Channel.FORM)
def xfa(pdf: pikepdf.Pdf) -> None:
    field(pdf, V=String("autre"))
    data = Stream(pdf, f"<data><nom>{NAME}</nom></data>".encode())
    start = Stream(pdf, b"<xdp:xdp>")
    pdf.Root.AcroForm.XFA = Array([String("preamble"), start, String("datasets"), data])


@case(Channel.METADATA)
def private_data(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.Root.PieceInfo = Dictionary(Acme=Dictionary(Private=Dictionary(Auteur=String(NAME))))


@case(Channel.ATTACHMENT)
def attachment_name(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.attachments["piece.txt"] = attached(pdf, b"contenu", f"cv {NAME}.txt", description="piece")


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


@case(Channel.METADATA)
def name_of_a_property(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.docinfo[f"/Vu par {NAME}"] = "oui"


@case(Channel.STRUCTURE)
def name_in_a_property_list(pdf: pikepdf.Pdf) -> None:
    """Adobe's tags are their own keys: ``/TagSuspect <</TagSuspect /Ordering>> BDC``."""
    tag = f"/{NAME} <</{NAME} /Ordering>> BDC\n".encode()
    plain(pdf, tag + line("Une ligne.", 72, 620) + b"EMC\n")


@case(Channel.METADATA)
def name_of_a_resource(pdf: pikepdf.Pdf) -> None:
    shown = form(pdf, line("Forme", 10, 10))
    plain(pdf, f"/{NAME} Do".encode(), XObject=Dictionary({f"/{NAME}": shown}))


@case(Channel.FORM)
def state_of_a_field(pdf: pikepdf.Pdf) -> None:
    field(pdf, V=Name(f"/{NAME}"), FT=Name.Btn)


@case(Channel.METADATA)
def comment_of_a_picture(pdf: pikepdf.Pdf) -> None:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(data, "JPEG", comment=f"Photo {NAME}".encode())
    picture = Stream(pdf, data.getvalue())
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 8, 8
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    picture.Filter = Name.DCTDecode
    plain(pdf, b"q 8 0 0 8 400 400 cm /I Do Q", XObject=Dictionary(I=pdf.make_indirect(picture)))


@case(Channel.METADATA)
def private_stream(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    data = Stream(pdf, b"donnees " + f"pour {NAME}".encode().hex().encode() + f" {NAME}".encode())
    pdf.Root["/AcmePrive"] = pdf.make_indirect(data)


@case(Channel.FORM)
def signer_in_a_certificate(pdf: pikepdf.Pdf) -> None:
    who = f"{NAME} Le Goff".encode()
    attribute = b"\x06\x03\x55\x04\x03\x0c" + bytes([len(who)]) + who
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String(attribute))
    field(pdf, V=value)["/FT"] = Name.Sig


# --- beside the page's own text ----------------------------------------------------------


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
def size_zero(pdf: pikepdf.Pdf) -> None:
    plain(pdf, line(NAME, y=600, size=0))


@case(Channel.HIDDEN)
def squeezed_to_nothing(pdf: pikepdf.Pdf) -> None:
    plain(pdf, f"BT /F 12 Tf 0 0 0 0 72 600 Tm ({NAME}) Tj ET".encode())


@case(Channel.HIDDEN)
def empty_clip(pdf: pikepdf.Pdf) -> None:
    plain(pdf, b"q 0 0 0 0 re W n " + line(NAME, y=600) + b"Q")


@case(Channel.HIDDEN)
def print_only_layer(pdf: pikepdf.Pdf) -> None:
    usage = Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Filigrane"), Usage=usage))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary())
    content = b"/OC /L BDC " + line(f"Imprime {NAME}", y=600) + b"EMC"
    plain(pdf, content, Properties=Dictionary(L=layer))


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


@case(Channel.STRUCTURE)
def tag_of_content(pdf: pikepdf.Pdf) -> None:
    plain(pdf, f"/{NAME} BMC ".encode() + line("Glyphes", y=600) + b"EMC")


# --- annotations, forms, actions ----------------------------------------------------------


@case(Channel.ANNOTATION)
def note_subject(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Text", Contents=String("Voir"), Subj=String(f"Cas de {NAME}"))


@case(Channel.ANNOTATION)
def reply_to_a_note(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    first = annotate(pdf, "Text", Contents=String("Voir"))
    reply = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[300, 300, 320, 320], IRT=first,
        Contents=String(f"Vu avec {NAME}"),
    )  # fmt: skip
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(reply))


@case(Channel.ANNOTATION)
def text_written_on_the_page(pdf: pikepdf.Pdf) -> None:
    """Without an appearance: each viewer draws one from the text."""
    plain(pdf)
    annotate(pdf, "FreeText", Contents=String(f"Vu par {NAME}"), DA=String("/Helv 12 Tf 0 g"))


@case(Channel.ANNOTATION)
def text_written_on_the_page_and_its_appearance(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    look = form(pdf, line(f"Vu par {NAME}", 4, 8, 9), (0, 0, 120, 30))
    rich = f"<body><p>Vu par <b>{NAME[:4]}</b>{NAME[4:]}</p></body>"
    annotate(
        pdf, "FreeText", Contents=String(f"Vu par {NAME}"), DA=String("/Helv 9 Tf 0 g"),
        RC=String(rich), DS=String(f"font: {NAME} 12pt"), AP=Dictionary(N=look),
    )  # fmt: skip


@case(Channel.ANNOTATION)
def stamp_shown_while_pressed(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    look = form(pdf, line(f"Vu {NAME}", 4, 8, 9), (0, 0, 120, 30))
    annotate(pdf, "Stamp", AP=Dictionary(N=look, D=look, R=look))


@case(Channel.LINK)
def submit(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    target = Dictionary(FS=Name.URL, F=String(f"https://exemple.fr/{NAME}"))
    annotate(pdf, "Link", A=Dictionary(S=Name.SubmitForm, F=target))


@case(Channel.SCRIPT)
def script_of_a_field(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String(f"event.value = '{NAME}'"))
    field(pdf, V=String("autre"), AA=Dictionary(K=action))


# --- structure ----------------------------------------------------------------------------


def _tagged(pdf: pikepdf.Pdf, **keys: object) -> Dictionary:
    plain(pdf)
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root))
    for key, value in keys.items():
        element["/" + key] = value
    root.K = Array([element])
    pdf.Root.StructTreeRoot = root
    return element


@case(Channel.STRUCTURE)
def expansion(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, E=String(f"Mme {NAME}"))


@case(Channel.STRUCTURE)
def title_of_an_element(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, T=String(f"Cas {NAME}"))


@case(Channel.STRUCTURE)
def actual_text_of_an_element(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, ActualText=String(f"Mme {NAME}"))


@case(Channel.STRUCTURE)
def id_of_an_element(pdf: pikepdf.Pdf) -> None:
    element = _tagged(pdf, ID=String(f"cas-{NAME}"))
    names = Array([String(f"cas-{NAME}"), element])
    pdf.Root.StructTreeRoot.IDTree = Dictionary(Names=names)


@case(Channel.STRUCTURE)
def language_of_an_element(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, Lang=String(NAME))


@case(Channel.STRUCTURE)
def user_property_of_an_element(pdf: pikepdf.Pdf) -> None:
    said = Dictionary(N=String("Dessinateur"), V=String(NAME))
    _tagged(pdf, A=Dictionary(O=Name.UserProperties, P=Array([said])))


# --- properties ----------------------------------------------------------------------------


@case(Channel.METADATA)
def untyped_xmp_of_marked_content(pdf: pikepdf.Pdf) -> None:
    """Page-layout programs leave out the type that a packet should have."""
    packet = Stream(pdf, f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{NAME}</a></x:xmpmeta>'.encode())
    listed = Dictionary(MC0=Dictionary(Metadata=pdf.make_indirect(packet)))
    plain(pdf, b"/Image /MC0 BDC 10 10 20 20 re f EMC", Properties=listed)


@case(Channel.METADATA)
def name_of_a_form(pdf: pikepdf.Pdf) -> None:
    shown = form(pdf, line("Forme", 10, 10))
    shown.Name = Name("/" + NAME)
    shown.LastModified = String(f"par {NAME}")
    plain(pdf, b"q 1 0 0 1 72 500 cm /X Do Q", XObject=Dictionary(X=shown))


@case(Channel.METADATA)
def xmp_of_a_page(pdf: pikepdf.Pdf) -> None:
    packet = Stream(pdf, f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{NAME}</a></x:xmpmeta>'.encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    plain(pdf).obj.Metadata = pdf.make_indirect(packet)


@case(Channel.METADATA)
def xmp_of_a_form(pdf: pikepdf.Pdf) -> None:
    packet = Stream(pdf, f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{NAME}</a></x:xmpmeta>'.encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    shown = form(pdf, line("Forme", 10, 10))
    shown.Metadata = pdf.make_indirect(packet)
    plain(pdf, b"q 1 0 0 1 72 500 cm /X Do Q", XObject=Dictionary(X=shown))


# --- files inside the file ------------------------------------------------------------------


def attach(pdf: pikepdf.Pdf, name: str, data: bytes) -> None:
    plain(pdf)
    pdf.attachments[name] = attached(pdf, data, name)


@case(Channel.ATTACHMENT)
def inside_an_attached_text(pdf: pikepdf.Pdf) -> None:
    attach(pdf, "notes.txt", f"Vu avec {NAME} le 3 mai.".encode())


@case(Channel.ATTACHMENT)
def inside_an_attached_pdf(pdf: pikepdf.Pdf) -> None:
    data = io.BytesIO()
    with pikepdf.new() as inner:
        plain(inner, line(f"Mme {NAME}", y=600))
        inner.save(data)
    attach(pdf, "annexe.pdf", data.getvalue())


@case(Channel.ATTACHMENT)
def inside_a_file_pinned_to_the_page(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    file = Stream(pdf, f"Vu avec {NAME}.".encode())
    file.Type = Name.EmbeddedFile
    spec = Dictionary(
        Type=Name.Filespec, F=String("n.txt"), EF=Dictionary(F=pdf.make_indirect(file))
    )
    annotate(pdf, "FileAttachment", FS=spec, Contents=String("piece"))


# --- what nothing leads to -------------------------------------------------------------------


def _orphan(path: Path, source: str, content: bytes | None = None) -> None:
    with pymupdf.open(path) as doc:
        number = doc.get_new_xref()
        doc.update_object(number, source)
        if content is not None:
            doc.update_stream(number, content, compress=False)
        doc.save(path.with_suffix(".new"), garbage=0)
    path.with_suffix(".new").replace(path)


@altered(Channel.REVISION)
def orphan_string(path: Path) -> None:
    _orphan(path, f"<</Note (Vu par {NAME})>>")


@altered(Channel.REVISION)
def orphan_content(path: Path) -> None:
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    look = f"<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources{font}>>"
    _orphan(path, look, f"BT /F 9 Tf 9 9 Td (Mme {NAME}) Tj ET".encode())


@altered(Channel.REVISION)
def page_of_an_earlier_revision(path: Path) -> None:
    _earlier(path, lambda doc: doc.update_stream(doc[0].get_contents()[0], _NOW))


@altered(Channel.REVISION)
def property_of_an_earlier_revision(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = f"Cas {NAME}"
        pdf.save(path)
    with pymupdf.open(path) as doc:
        doc.set_metadata({"title": "Cas"})
        doc.saveIncr()


_NOW = line(f"{BESIDE}.")


def _earlier(path: Path, change: Callable[[pymupdf.Document], object]) -> None:
    former = f"BT /F 12 Tf 72 600 Td (Mme {NAME}) Tj ET".encode()
    save(path, lambda pdf: page(pdf, line(f"{BESIDE}.") + former))
    with pymupdf.open(path) as doc:
        change(doc)
        doc.saveIncr()


@altered(Channel.HIDDEN)
def bytes_before_the_header(path: Path) -> None:
    path.write_bytes(f"Envoi de {NAME}\n".encode() + path.read_bytes())


@altered(Channel.HIDDEN)
def bytes_after_the_end(path: Path) -> None:
    path.write_bytes(path.read_bytes() + f"\n% Envoi de {NAME}\n".encode())


@altered(Channel.HIDDEN)
def bytes_between_objects(path: Path) -> None:
    first, _, rest = path.read_bytes().partition(b"endobj")
    path.write_bytes(first + f"endobj\n% Envoi de {NAME}".encode() + rest)
