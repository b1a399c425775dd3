"""Names in what is said of the content for those who do not see it."""

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.text.flow import Channel
from tests.formats.pdf.build import form, line
from tests.formats.pdf.channels.cases import NAME, case, plain


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


@case(Channel.STRUCTURE)
def name_in_a_property_list(pdf: pikepdf.Pdf) -> None:
    """Adobe's tags are their own keys: ``/TagSuspect <</TagSuspect /Ordering>> BDC``."""
    tag = f"/{NAME} <</{NAME} /Ordering>> BDC\n".encode()
    plain(pdf, tag + line("Une ligne.", 72, 620) + b"EMC\n")


@case(Channel.STRUCTURE)
def tag_of_content(pdf: pikepdf.Pdf) -> None:
    plain(pdf, f"/{NAME} BMC ".encode() + line("Glyphes", y=600) + b"EMC")


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
def structure_tree(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, S=Name.Figure, Alt=String(f"Photo de {NAME}"))


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
