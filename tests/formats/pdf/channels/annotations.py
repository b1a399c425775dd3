"""Names in what lies on the page: notes, stamps, recordings."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.text.flow import Channel
from tests.formats.pdf.build import form, line
from tests.formats.pdf.channels.cases import NAME, annotate, case, plain


@case(Channel.ANNOTATION)
def note(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Text", Contents=String(f"Voir {NAME}"), T=String("Greffe"))


@case(Channel.ANNOTATION)
def note_author(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Text", Contents=String("Voir"), T=String(NAME))


@case(Channel.ANNOTATION)
def note_subject(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Text", Contents=String("Voir"), Subj=String(f"Cas de {NAME}"))


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
def stamp_shown_while_pressed(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    look = form(pdf, line(f"Vu {NAME}", 4, 8, 9), (0, 0, 120, 30))
    annotate(pdf, "Stamp", AP=Dictionary(N=look, D=look, R=look))


@case(Channel.ANNOTATION)
def hidden_annotation_appearance(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    look = form(pdf, line(f"Vu {NAME}", 4, 8, 9), (0, 0, 120, 30))
    annotate(pdf, "Stamp", AP=Dictionary(N=look))["/F"] = 2


@case(Channel.ANNOTATION)
def unapplied_redaction(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Redact", OverlayText=String(f"Efface {NAME}"))


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
