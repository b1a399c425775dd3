"""Names of the files inside a file, and in them."""

import io

import pikepdf
from pikepdf import Dictionary, Name, Stream, String

from redactor.text.flow import Channel
from tests.formats.pdf.build import attached, line
from tests.formats.pdf.channels.cases import NAME, annotate, case, plain


@case(Channel.ATTACHMENT)
def attachment_name(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    pdf.attachments["piece.txt"] = attached(pdf, b"contenu", f"cv {NAME}.txt", description="piece")


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
