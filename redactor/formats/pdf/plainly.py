"""Content written so that the engine's rewriting keeps every line in its place.

Measured with MuPDF 1.28.2: its filter writes the operator ``'`` (move to the next line and
show, ISO 32000-2, 9.4.3) as ``T*`` after a ``TD`` that has set another leading; the line then
jumps off the page. ``T*`` itself is kept right, so the two operators that imply it are written
out in full before a page is rewritten.
"""

import re
from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Operator

from redactor.formats.pdf import content
from redactor.formats.pdf.broken import BROKEN

_IMPLIES = re.compile(rb"[)>]\s*['\"](?=\s|$)")


def write_out(pdf: pikepdf.Pdf, numbers: Iterable[int]) -> None:
    """Write the next-line operators of those pages (from 1) and of their forms in full."""
    seen: set[tuple[int, int]] = set()
    for number in numbers:
        page = pdf.pages[number - 1]
        data = content.contents(page)
        if data and _IMPLIES.search(data):
            page.obj.Contents = pikepdf.Stream(pdf, _in_full(page))
        for stream in content.streams(page.obj.get("/Resources"), seen, 0):
            try:
                if _IMPLIES.search(stream.read_bytes()):
                    stream.write(_in_full(stream))
            except (*BROKEN, TypeError):
                continue


def _in_full(source: Any) -> bytes:
    program: list[Any] = []
    for step in pikepdf.parse_content_stream(source):
        operator = str(step.operator)
        if operator == "'":
            program += [([], Operator("T*")), (step.operands, Operator("Tj"))]
        elif operator == '"' and len(step.operands) == 3:
            word, char, text = step.operands
            program += [([word], Operator("Tw")), ([char], Operator("Tc"))]
            program += [([], Operator("T*")), ([text], Operator("Tj"))]
        else:
            program.append(step)
    return bytes(pikepdf.unparse_content_stream(program))
