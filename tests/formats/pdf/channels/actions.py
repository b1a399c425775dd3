"""Names in what a click, a key or an opening leads to: links, scripts, bookmarks."""

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.text.flow import Channel
from tests.formats.pdf.channels.cases import NAME, annotate, case, field, name_tree, plain


@case(Channel.LINK)
def uri(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    target = String(f"https://exemple.fr/{NAME}?q=1")
    annotate(pdf, "Link", A=Dictionary(S=Name.URI, URI=target))


@case(Channel.LINK)
def launch(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    annotate(pdf, "Link", A=Dictionary(S=Name.Launch, F=String(f"C:/dossiers/{NAME}.doc")))


@case(Channel.LINK)
def submit(pdf: pikepdf.Pdf) -> None:
    plain(pdf)
    target = Dictionary(FS=Name.URL, F=String(f"https://exemple.fr/{NAME}"))
    annotate(pdf, "Link", A=Dictionary(S=Name.SubmitForm, F=target))


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


@case(Channel.SCRIPT)
def script_of_a_field(pdf: pikepdf.Pdf) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String(f"event.value = '{NAME}'"))
    field(pdf, V=String("autre"), AA=Dictionary(K=action))


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
