"""More places where a PDF can hold a name: what is played, printed, measured, chosen."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.text.flow import Channel
from tests.formats.pdf.build import form, line
from tests.formats.pdf.channels.cases import NAME, annotate, case, field, plain


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


@case(Channel.ANNOTATION)
def recording(pdf: pikepdf.Pdf) -> None:
    """What is heard cannot be read: it goes, whatever is occulted."""
    plain(pdf)
    sound = Stream(pdf, f"RIFF {NAME}".encode())
    sound.Type, sound.R = Name.Sound, 8000
    annotate(pdf, "Sound", Sound=sound, Contents=String(f"Message de {NAME}"))


@case(Channel.ANNOTATION)
def view_of_a_model(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    model = Stream(pdf, f"U3D {NAME}".encode())
    model.Type, model.Subtype = Name("/3D"), Name.U3D
    model.VA = Array([Dictionary(Type=Name("/3DView"), XN=String(f"Vue de {NAME}"))])
    made = annotate(pdf, "3D", AP=Dictionary(N=form(pdf, b"0 0 9 9 re f")))
    made["/3DD"] = model


@case(Channel.METADATA)
def page_for_a_script(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    page = Dictionary(Type=Name.Template, Contents=Stream(pdf, line(NAME, 10, 10)))
    names = Array([String(f"Fiche {NAME}"), pdf.make_indirect(page)])
    pdf.Root.Names = Dictionary(Templates=Dictionary(Names=names))


@case(Channel.FORM)
def choice_of_a_radio_button(pdf: pikepdf.Pdf) -> None:
    """Its states are names made of what was chosen from."""
    states = {f"/Mme {NAME}": form(pdf, b"0 0 9 9 re f"), "/Off": form(pdf, b"0 0 9 9 re S")}
    plain(pdf)
    made = field(pdf, FT=Name.Btn, Ff=1 << 15, T=String("choix"), V=Name(f"/Mme {NAME}"))
    made.AS = Name(f"/Mme {NAME}")
    made.AP = Dictionary(N=Dictionary(states))
