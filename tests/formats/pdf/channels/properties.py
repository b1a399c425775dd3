"""Names in what a file, a page or a resource is called, and in what is noted of it."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image

from redactor.text.flow import Channel
from tests.formats.pdf.build import form, line
from tests.formats.pdf.channels.cases import NAME, case, plain

_XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>{NAME}</a></x:xmpmeta>'


@case(Channel.LAYER)
def layer_name(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"Calque de {NAME}")))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(Order=[layer]))
    plain(pdf)


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
def name_of_a_property(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.docinfo[f"/Vu par {NAME}"] = "oui"


@case(Channel.METADATA)
def custom_key_anywhere(pdf: pikepdf.Pdf) -> None:
    plain(pdf).obj["/ACME_Suivi"] = Dictionary(Agent=Array([String(f"vu par {NAME}")]))


def _packet(pdf: pikepdf.Pdf, xml: str = _XMP) -> pikepdf.Object:
    packet = Stream(pdf, xml.encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    return pdf.make_indirect(packet)


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
    pdf.Root.Metadata = _packet(pdf, f"<x:xmpmeta><rdf:li>{NAME}</rdf:li>")


@case(Channel.METADATA)
def untyped_xmp_of_marked_content(pdf: pikepdf.Pdf) -> None:
    """Page-layout programs leave out the type that a packet should have."""
    packet = _packet(pdf)
    del packet.Type, packet.Subtype
    listed = Dictionary(MC0=Dictionary(Metadata=packet))
    plain(pdf, b"/Image /MC0 BDC 10 10 20 20 re f EMC", Properties=listed)


@case(Channel.METADATA)
def xmp_of_a_page(pdf: pikepdf.Pdf) -> None:
    plain(pdf).obj.Metadata = _packet(pdf)


@case(Channel.METADATA)
def xmp_of_a_form(pdf: pikepdf.Pdf) -> None:
    shown = form(pdf, line("Forme", 10, 10))
    shown.Metadata = _packet(pdf)
    plain(pdf, b"q 1 0 0 1 72 500 cm /X Do Q", XObject=Dictionary(X=shown))


@case(Channel.METADATA)
def private_data(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.Root.PieceInfo = Dictionary(Acme=Dictionary(Private=Dictionary(Auteur=String(NAME))))


@case(Channel.METADATA)
def private_stream(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    data = Stream(pdf, b"donnees " + f"pour {NAME}".encode().hex().encode() + f" {NAME}".encode())
    pdf.Root["/AcmePrive"] = pdf.make_indirect(data)


@case(Channel.METADATA)
def name_of_a_resource(pdf: pikepdf.Pdf) -> None:
    shown = form(pdf, line("Forme", 10, 10))
    plain(pdf, f"/{NAME} Do".encode(), XObject=Dictionary({f"/{NAME}": shown}))


@case(Channel.METADATA)
def name_of_a_form(pdf: pikepdf.Pdf) -> None:
    shown = form(pdf, line("Forme", 10, 10))
    shown.Name = Name("/" + NAME)
    shown.LastModified = String(f"par {NAME}")
    plain(pdf, b"q 1 0 0 1 72 500 cm /X Do Q", XObject=Dictionary(X=shown))


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
def output_intent(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(f"Imprimante de {NAME}"),
            )
        ]
    )


@case(Channel.METADATA)
def unit_of_a_measure(pdf: pikepdf.Pdf) -> None:
    measure = Dictionary(Type=Name.Measure, X=Array([Dictionary(U=String(NAME), C=1)]))
    plain(pdf).obj.VP = Array(
        [Dictionary(Type=Name.Viewport, BBox=Array([0, 0, 9, 9]), Measure=measure)]
    )


@case(Channel.METADATA)
def page_for_a_script(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    page = Dictionary(Type=Name.Template, Contents=Stream(pdf, line(NAME, 10, 10)))
    names = Array([String(f"Fiche {NAME}"), pdf.make_indirect(page)])
    pdf.Root.Names = Dictionary(Templates=Dictionary(Names=names))
