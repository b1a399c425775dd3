"""The pages that an audit copy adds: what is occulted in places that no page shows."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Box
from redactor.text.flow import Channel, Flow, Span

_WIDTH, _HEIGHT, _MARGIN, _LEADING, _SIZE = 595.0, 842.0, 56.0, 26.0, 10.0
MATRIX = mupdf.FzMatrix(1, 0, 0, -1, 0, _HEIGHT)
"""From the user space of a listing page to the page as displayed."""
_RESOURCES = (
    "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
)
_TITLE = "Mentions occultées hors des pages"
_SPACE = re.compile(r"\s+")
_NAMES = {
    Channel.METADATA: "propriété",
    Channel.BOOKMARK: "signet",
    Channel.ANNOTATION: "annotation",
    Channel.LINK: "lien",
    Channel.FORM: "champ de formulaire",
    Channel.STRUCTURE: "texte de structure",
    Channel.LAYER: "calque",
    Channel.SCRIPT: "script",
    Channel.ATTACHMENT: "pièce jointe",
    Channel.HIDDEN: "commentaire du fichier",
}
_AROUND = 30
"""Characters of the flow shown on either side of a span."""


def add_pages(
    doc: Any, rows: Sequence[tuple[Flow, Span]]
) -> Iterator[tuple[int, list[tuple[int, Box]]]]:
    """Add pages at the end of a `pymupdf.Document`. Yields the number of each one's object, with
    (row's number, box of its span) pairs."""
    a_page = int((_HEIGHT - 2 * _MARGIN) // _LEADING) - 1
    for start in range(0, len(rows), a_page):
        content = [_text(_TITLE, _MARGIN, _MARGIN, 13)]
        boxes: list[tuple[int, Box]] = []
        for number, (flow, span) in enumerate(rows[start : start + a_page]):
            y = _MARGIN + _LEADING * (number + 1)
            where = f"{_NAMES.get(flow.channel, flow.channel.value)} · {flow.place or flow.id}"
            where += f" · p. {flow.page}" if flow.page else ""
            content.append(_text(where, _MARGIN, y, 7))
            before = _line(flow.text[max(0, span.start - _AROUND) : span.start])
            middle = _fit(_line(flow.text[span.start : span.end]))
            after = _line(flow.text[span.end : span.end + _AROUND])
            x0 = _MARGIN + _length(before)
            x1 = x0 + _length(middle)
            base = y + _SIZE + 1
            content.append(_text(before + middle + after, _MARGIN, base, _SIZE))
            boxes.append((start + number, (x0, base - 8.5, max(x1, x0 + 2), base + 2.5)))
        page = doc.new_page(width=_WIDTH, height=_HEIGHT).xref
        stream = doc.get_new_xref()
        doc.update_object(stream, "<<>>")
        doc.update_stream(stream, "".join(content).encode("latin-1"), new=True)
        for key, value in (("Contents", f"{stream} 0 R"), ("Resources", _RESOURCES)):
            doc.xref_set_key(page, key, value)
        doc.xref_set_key(page, "Rotate", "0")
        yield page, boxes


def _text(text: str, x: float, y: float, size: float) -> str:
    encoded = text.encode("cp1252", "replace").hex()
    return f"BT 0 g /F {size:g} Tf {x:.2f} {_HEIGHT - y:.2f} Td <{encoded}> Tj ET\n"


def _line(text: str) -> str:
    return _SPACE.sub(" ", text)


def _fit(text: str) -> str:
    while len(text) > 1 and _length(text) > _WIDTH - 2 * _MARGIN - 160:
        text = text[: len(text) * 3 // 4] + "…"
    return text


def _length(text: str) -> float:
    shown = text.encode("cp1252", "replace").decode("cp1252")
    return float(pymupdf.get_text_length(shown, "helv", _SIZE))
