"""A redacted message as a PDF: what every reader shows, set on pages, its attachments inside.

Made of the message from which all occulted text is already gone. Routes, identifiers and hidden
texts stay out. The same message gives the same bytes.
"""

import html
import io
import mimetypes
from collections.abc import Iterator

from redactor.formats.mail.message import Home, Letter, Placed, content, file_name, is_body, placed
from redactor.text.flow import Channel

_MARGIN = 42
_STYLE = """
body { font-family: sans-serif; font-size: 10pt; }
p { margin: 3pt 0; white-space: pre-wrap; }
hr { margin: 8pt 0; }
"""


def to_pdf(letter: Letter) -> bytes:
    """The pages of a redacted message, with its attachments as files inside."""
    # Loaded only here: e-mails are read without any engine for pages.
    import pymupdf

    story = pymupdf.Story(html="".join(_markup(letter)), user_css=_STYLE)
    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    sheet = pymupdf.paper_rect("a4")
    room = pymupdf.Rect(_MARGIN, _MARGIN, sheet.width - _MARGIN, sheet.height - _MARGIN)
    more = 1
    while more:
        device = writer.begin_page(sheet)
        more, _ = story.place(room)
        story.draw(device)
        writer.end_page()
    writer.close()
    with pymupdf.open("pdf", out.getvalue()) as document:
        document.set_metadata({})
        taken: set[str] = set()
        for part, number in zip(letter.parts, letter.names, strict=True):
            data = b"" if part.is_multipart() or is_body(part) else content(part)
            suffix = mimetypes.guess_extension(part.get_content_type()) or ""
            name = file_name(part) or f"piece-{number}{suffix}"
            if data and name not in taken:
                taken.add(name)
                added = document.embfile_add(name, data, filename=name)
                for date in ("CreationDate", "ModDate"):
                    document.xref_set_key(added, f"Params/{date}", "null")
        done: bytes = document.tobytes(garbage=3, deflate=True, no_new_id=True)
    return done


def _markup(letter: Letter) -> Iterator[str]:
    """Headers of each message, its bodies, the names of its attachments."""
    said = [each for each in placed(letter, None) if isinstance(each, Placed)]
    part = -1
    for each in said:
        flow = each.flow
        if each.home is Home.HEADER and flow.channel is Channel.HEADER:
            key = html.escape(flow.place.rpartition(" · ")[2])
            yield "<hr>" if each.part != part and part >= 0 else ""
            yield f"<p><b>{key} :</b> {_shown(flow.text)}</p>"
        elif each.home is Home.FILE_NAME:
            yield f"<hr><p><i>Pièce jointe : {_shown(flow.text)}</i></p>"
        elif each.home in (Home.TEXT, Home.HTML) and flow.channel is Channel.BODY:
            yield "<hr>" if each.part != part else ""
            yield from (f"<p>{_shown(line)}</p>" for line in flow.text.splitlines() or ("",))
        else:
            continue
        part = each.part


def _shown(text: str) -> str:
    return html.escape(text, quote=False)
