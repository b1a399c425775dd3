"""The audit copy of a message or of a web page: all it says, the occulted spans in yellow.

Headers, bodies and attachments in their order, then what no reader shows. The attachments'
own audit copies, and the file as it came, lie in the page to be saved. It loads nothing
from anywhere, and reads back exactly.
"""

import base64
import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.formats.base import Applied, Occultation
from redactor.text.flow import VISIBLE_CHANNELS, Channel, Flow, Span

_HEAD = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="Redactor">
<title>{title}</title>
<style>
body {{ margin: 2rem auto; max-width: 60rem; background: #fff; color: #000;
  font: 1rem/1.5 sans-serif; }}
pre {{ font: inherit; margin: 0.4rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }}
mark {{ background: #ff0; color: #000; }}
dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }}
dt {{ color: #555; }} dd {{ margin: 0; }}
h2 {{ font-size: 1.1rem; border-top: 1px solid #888; padding-top: 1rem; }}
</style>
</head>
<body>
"""
_FOOT = "</body>\n</html>\n"
_FLOW = re.compile(r'<pre data-flow="([^"]*)">(.*?)</pre>', re.DOTALL)
_MARK = re.compile(r'<mark data-id="([^"]*)"[^>]*>|</mark>')


@dataclass(frozen=True, slots=True)
class File:
    """A file to save out of the page."""

    name: str
    data: bytes


def render(
    title: str,
    flows: Iterable[Flow],
    occultations: Mapping[str, Sequence[Occultation]],
    files: Sequence[File],
    body: str = "Message",
) -> str:
    """The page. `occultations` by flow; `body` heads what is shown."""
    pieces = [_HEAD.format(title=html.escape(title))]
    section = ""
    for flow in flows:
        heading = _section(flow, body)
        if heading != section:
            if section in _LISTS:
                pieces.append("</dl>\n")
            section = heading
            pieces.append(f"<h2>{html.escape(heading)}</h2>\n")
            if section in _LISTS:
                pieces.append("<dl>\n")
        id_ = html.escape(flow.id)
        said = f'<pre data-flow="{id_}">{_marked(flow.text, occultations.get(flow.id, ()))}</pre>'
        if section in _LISTS:
            said = f"<dt>{html.escape(flow.place)}</dt><dd>{said}</dd>"
        pieces.append(said + "\n")
    if section in _LISTS:
        pieces.append("</dl>\n")
    if files:
        pieces.append("<h2>Fichiers</h2>\n<ul>\n")
        for file in files:
            data = base64.b64encode(file.data).decode("ascii")
            name = html.escape(file.name)
            pieces.append(
                f'<li><a download="{name}" '
                f'href="data:application/octet-stream;base64,{data}">{name}</a></li>\n'
            )
        pieces.append("</ul>\n")
    return "".join([*pieces, _FOOT])


_LISTS = frozenset({"En-têtes", "Hors du texte affiché"})


def _section(flow: Flow, body: str) -> str:
    if flow.channel is Channel.HEADER:
        return "En-têtes"
    if flow.channel is Channel.ATTACHMENT:
        return f"Pièce jointe : {flow.place.partition(' · ')[0]}"
    if flow.channel is Channel.OCR:
        return f"Image : {flow.place}"
    return body if flow.channel in VISIBLE_CHANNELS else "Hors du texte affiché"


def _marked(text: str, occultations: Sequence[Occultation]) -> str:
    """A text with its marks: every stretch between two edges in the marks of all its spans."""
    edges = {0, len(text)}
    for each in occultations:
        edges |= {each.span.start, each.span.end}
    ordered = sorted(edges)
    pieces: list[str] = []
    for start, end in pairwise(ordered):
        said = html.escape(text[start:end], quote=False)
        # A page's reader takes a carriage return for a line feed: only a reference keeps it.
        said = said.replace("\r", "&#13;")
        for each in occultations:
            if each.span.start <= start and end <= each.span.end:
                note = f' title="{html.escape(each.note)}"' if each.note else ""
                said = f'<mark data-id="{html.escape(each.id)}"{note}>{said}</mark>'
        pieces.append(said)
    return "".join(pieces)


def read_back(page: str) -> list[Applied] | None:
    """The marks of an audit page; None for any other page."""
    if '<meta name="generator" content="Redactor">' not in page[:2000]:
        return None
    found: list[Applied] = []
    for flow in _FLOW.finditer(page):
        marks: dict[str, tuple[int, int]] = {}
        length = at = 0
        opened: list[tuple[str, int]] = []
        body = flow.group(2)
        for mark in _MARK.finditer(body):
            length += len(html.unescape(body[at : mark.start()]))
            at = mark.end()
            if mark.group(1) is not None:
                opened.append((html.unescape(mark.group(1)), length))
            elif opened:
                id_, start = opened.pop()
                known = marks.get(id_, (start, length))
                marks[id_] = min(known[0], start), max(known[1], length)
        id_ = html.unescape(flow.group(1))
        found += [
            Applied(name, Span(id_, start, end), None)
            for name, (start, end) in marks.items()
            if start < end
        ]
    return found
