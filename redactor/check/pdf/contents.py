"""Whether a page's drawing instructions could be read at all.

An engine draws what it can of a broken stream and says nothing: the rest of the page is nobody's
to see, and a verdict must not call it clean.
"""

from collections.abc import Iterator

import pikepdf

from redactor.text.flow import Unread


def unread(pdf: pikepdf.Pdf, number: int) -> Iterator[Unread]:
    """What of page `number` (1-based) is no content stream, or stops before its end."""
    contents = pdf.pages[number - 1].obj.get("/Contents")
    entries = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    if all(entry is None or _reads(pdf, entry) for entry in entries):
        return
    yield Unread(f"page {number}", "unread.damaged-object", number)


def _reads(pdf: pikepdf.Pdf, entry: object) -> bool:
    if not isinstance(entry, pikepdf.Stream):
        return False
    pdf.get_warnings()  # those of what came before
    try:
        entry.read_bytes()
    except (pikepdf.PdfError, ValueError):
        return False
    return not pdf.get_warnings()
