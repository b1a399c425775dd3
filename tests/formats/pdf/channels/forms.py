"""Names in what a form asks and is answered."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.text.flow import Channel
from tests.formats.pdf.build import form, line
from tests.formats.pdf.channels.cases import NAME, case, field, plain


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


@case(Channel.FORM)
def choice_of_a_radio_button(pdf: pikepdf.Pdf) -> None:
    """Its states are names made of what was chosen from."""
    states = {f"/Mme {NAME}": form(pdf, b"0 0 9 9 re f"), "/Off": form(pdf, b"0 0 9 9 re S")}
    plain(pdf)
    made = field(pdf, FT=Name.Btn, Ff=1 << 15, T=String("choix"), V=Name(f"/Mme {NAME}"))
    made.AS = Name(f"/Mme {NAME}")
    made.AP = Dictionary(N=Dictionary(states))


@case(Channel.FORM)
def state_of_a_field(pdf: pikepdf.Pdf) -> None:
    field(pdf, V=Name(f"/{NAME}"), FT=Name.Btn)


@case(Channel.FORM)
def xfa(pdf: pikepdf.Pdf) -> None:
    field(pdf, V=String("autre"))
    data = Stream(pdf, f"<data><nom>{NAME}</nom></data>".encode())
    start = Stream(pdf, b"<xdp:xdp>")
    pdf.Root.AcroForm.XFA = Array([String("preamble"), start, String("datasets"), data])


@case(Channel.FORM)
def signer_in_a_certificate(pdf: pikepdf.Pdf) -> None:
    who = f"{NAME} Le Goff".encode()
    attribute = b"\x06\x03\x55\x04\x03\x0c" + bytes([len(who)]) + who
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String(attribute))
    field(pdf, V=value)["/FT"] = Name.Sig
