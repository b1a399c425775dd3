"""The audit copy of a text: an HTML page with the occulted spans marked in yellow.

The page is made so that it reads back exactly: `read_back` gives the text and the spans.
"""

import html
import re
from collections.abc import Sequence

from redactor.formats.base import Occultation
from redactor.text.flow import Span

_HEAD = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ margin: 2rem; background: #fff; color: #000; }}
pre {{ font: 0.95rem/1.5 monospace; white-space: pre-wrap; overflow-wrap: anywhere; }}
mark {{ background: #ff0; color: #000; }}
</style>
</head>
<body>
<pre id="redactor-text">
"""
_FOOT = "</pre>\n</body>\n</html>\n"
_MARK = re.compile(r'<mark data-id="([^"]*)"[^>]*>|</mark>')


def render(title: str, text: str, occultations: Sequence[Occultation]) -> str:
    """`text` as a page, each occultation in a `mark` with its note as tooltip.

    Spans that overlap are marked one inside the other, or cut where they cross.
    """
    body: list[str] = []
    open_marks: list[Occultation] = []
    edges = sorted(
        {0, len(text)} | {o.span.start for o in occultations} | {o.span.end for o in occultations}
    )
    starting: dict[int, list[Occultation]] = {}
    for each in sorted(occultations, key=lambda o: (o.span.start, -o.span.end, o.id)):
        starting.setdefault(each.span.start, []).append(each)
    for at, until in zip(edges, [*edges[1:], len(text)], strict=True):
        ending = [o for o in open_marks if o.span.end == at]
        if ending:
            # Close down to the outermost that ends here, and open again what goes on.
            first = open_marks.index(ending[0])
            body.append("</mark>" * (len(open_marks) - first))
            going_on = [o for o in open_marks[first:] if o.span.end != at]
            open_marks = open_marks[:first] + going_on
            body += [_opening(o) for o in going_on]
        for each in starting.get(at, []):
            open_marks.append(each)
            body.append(_opening(each))
        body.append(html.escape(text[at:until], quote=False))
    return _HEAD.format(title=html.escape(title)) + "".join(body) + _FOOT


def read_back(page: str) -> tuple[str, list[tuple[str, Span]]] | None:
    """The text of an audit page and its marks as (id, span); None for any other page."""
    opening = _HEAD.format(title="\0").split("\0")[1]
    start = page.find(opening)
    if start < 0 or not page.endswith(_FOOT):
        return None
    body = page[start + len(opening) : -len(_FOOT)]
    text: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, int]] = []
    marks: dict[str, Span] = {}
    for found in _MARK.finditer(body):
        piece = html.unescape(body[at : found.start()])
        text.append(piece)
        length += len(piece)
        at = found.end()
        if found.group(1) is not None:
            open_marks.append((html.unescape(found.group(1)), length))
            continue
        if not open_marks:
            return None
        id_, begun = open_marks.pop()
        known = marks.get(id_)
        # A mark cut in two by another one is one span.
        marks[id_] = Span("text", known.start if known else begun, length)
    text.append(html.unescape(body[at:]))
    return "".join(text), sorted(marks.items(), key=lambda mark: mark[1])


def _opening(occultation: Occultation) -> str:
    id_ = html.escape(occultation.id)
    note = f' title="{html.escape(occultation.note)}"' if occultation.note else ""
    return f'<mark data-id="{id_}"{note}>'
