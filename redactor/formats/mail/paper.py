"""A redacted message as a PDF: what every reader shows, set on pages, its attachments inside.

Made of the message from which all occulted text is already gone. Routes, identifiers and hidden
texts stay out. The same message gives the same bytes.
"""

import html
import io
import mimetypes
from collections.abc import Iterator

from redactor.formats import embedded, images, markup
from redactor.formats.images import is_raster
from redactor.formats.mail.message import (
    Home,
    Letter,
    Part,
    Placed,
    content,
    file_name,
    is_body,
    placed,
    text,
)
from redactor.text.flow import Channel

_MARGIN = 42
_SHEET = (595.0, 842.0)
"""A4, in points."""
_ROOM = (_SHEET[0] - 2 * _MARGIN, _SHEET[1] - 2 * _MARGIN - 20)
_POINTS = 0.75
"""Of a pixel on a screen (CSS 2.1, § 4.3.2)."""
_STYLE = """
body { font-family: sans-serif; font-size: 10pt; }
p { margin: 3pt 0; white-space: pre-wrap; }
hr { margin: 8pt 0; }
"""


def to_pdf(letter: Letter) -> bytes:
    """The pages of a redacted message, with its attachments as files inside."""
    # Loaded only here: e-mails are read without any engine for pages.
    import pymupdf

    shown = _Shown(letter)
    archive = pymupdf.Archive()
    for name, data in shown.files.items():
        archive.add((data, name))
    story = pymupdf.Story(html="".join(shown.markup()), user_css=_STYLE, archive=archive)
    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    sheet = pymupdf.Rect(0, 0, *_SHEET)
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
            is_file = not part.is_multipart() and not is_body(part) and number not in shown.inline
            data = content(part) if is_file else b""
            suffix = mimetypes.guess_extension(part.get_content_type()) or ""
            name = file_name(part) or f"piece-{number}{suffix}"
            if data and name not in taken:
                taken.add(name)
                added = document.embfile_add(name, data, filename=name)
                for date in ("CreationDate", "ModDate"):
                    document.xref_set_key(added, f"Params/{date}", "null")
        done: bytes = document.tobytes(garbage=3, deflate=True, no_new_id=True)
    return done


class _Shown:
    """What the pages show of a message: its texts, and the pictures that its bodies show."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self.files: dict[str, bytes] = {}
        """The pictures that bodies show, by a name of ours."""
        self.inline: set[str] = set()
        """The names of the parts that are such pictures."""
        self._pictures: dict[int, list[tuple[int, str]]] = {}
        by_id = {_content_id(part): number for number, part in enumerate(letter.parts)}
        by_id.pop("", None)
        for number, part in enumerate(letter.parts):
            if not part.is_multipart() and is_body(part) and part.get_content_subtype() == "html":
                self._pictures[number] = list(self._in_body(text(part), number, by_id))

    def _in_body(
        self, source: str, number: int, by_id: dict[str, int]
    ) -> Iterator[tuple[int, str]]:
        """The pictures of a body: the place of each in its source, and its mark-up here."""
        own = {each.start: each.data for each in embedded.pictures(source)}
        for at, until, address in markup.shown_pictures(source):
            data = next((own[start] for start in own if at < start < until), b"")
            if address.lower().startswith("cid:"):
                which = by_id.get(address[4:].strip())
                data = content(self._letter.parts[which]) if which is not None else b""
                if which is not None and is_raster(data):
                    self.inline.add(self._letter.names[which])
            size = images.size(data) if is_raster(data) else None
            if size is not None:
                name = f"{number}-{len(self.files)}"
                self.files[name] = data
                yield at, _picture(name, *size)

    def markup(self) -> Iterator[str]:
        """Headers of each message, its bodies, the names of its attachments."""
        part = -1
        for each in placed(self._letter, None):
            if not isinstance(each, Placed):
                continue
            flow = each.flow
            if each.part != part:
                yield from self._pictures_before(part, None)
            if each.home is Home.HEADER and flow.channel is Channel.HEADER:
                key = html.escape(flow.place.rpartition(" · ")[2])
                yield "<hr>" if each.part != part and part >= 0 else ""
                yield f"<p><b>{key} :</b> {_escaped(flow.text)}</p>"
            elif each.home is Home.FILE_NAME:
                if self._letter.names[each.part] not in self.inline:
                    yield f"<hr><p><i>Pièce jointe : {_escaped(flow.text)}</i></p>"
            elif each.home in (Home.TEXT, Home.HTML) and flow.channel is Channel.BODY:
                yield "<hr>" if each.part != part else ""
                yield from self._pictures_before(each.part, each.ranges[0][0] if each.ranges else 0)
                yield from (f"<p>{_escaped(line)}</p>" for line in flow.text.splitlines() or ("",))
            else:
                continue
            part = each.part
        for number in self._pictures:
            yield from self._pictures_before(number, None)

    def _pictures_before(self, part: int, place: int | None) -> Iterator[str]:
        """The pictures of a part that stand before a place in its source, each once."""
        waiting = self._pictures.get(part, [])
        while waiting and (place is None or waiting[0][0] < place):
            yield waiting.pop(0)[1]


def _content_id(part: Part) -> str:
    return str(part.get("Content-ID", "")).strip().strip("<>")


def _picture(name: str, width: int, height: int) -> str:
    """A picture at its size on a screen, or as large as a page lets it be."""
    scale = min(_POINTS, _ROOM[0] / width, _ROOM[1] / height)
    size = f"width:{width * scale:.1f}pt;height:{height * scale:.1f}pt"
    return f'<p><img src="{name}" style="{size}"/></p>'


def _escaped(said: str) -> str:
    return html.escape(said, quote=False)
