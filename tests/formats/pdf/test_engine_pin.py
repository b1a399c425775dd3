"""Known faults of the pinned engine, seen through our writer.

Upstream #4944 (letters that survive a redaction) has no file that we may ship; against it the
writer reads each page again and refuses, which tests/release/verify shows place by place.
"""

from pathlib import Path

import pymupdf

from redactor.formats.base import Occultation, Plan
from redactor.formats.errors import CannotRedact
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow, Span

#: A letter shown, then the line restarted at its place by the word that it begins.
OVERPRINT = b"BT /helv 12 Tf 1 0 0 1 72 700 Tm (f) Tj 0 0 TD (faeces) Tj 0 -30 TD (Levrault) Tj ET"


def glyphs(path: Path) -> list[tuple[str, float, float]]:
    with pymupdf.open(path) as document:
        return [
            (c["c"], round(c["origin"][0], 1), round(c["origin"][1], 1))
            for block in document[0].get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            for c in span["chars"]
            if c["c"].strip()
        ]


def test_a_page_whose_letters_moved_is_never_published(tmp_path: Path) -> None:
    """Upstream #5054: a page written anew turns « faeces » into « ffaeces » (1.28.2 still does).

    Until the engine is mended, the writer refuses, or else verification sees it.
    """
    path, copy = tmp_path / "in.pdf", tmp_path / "out.pdf"
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 72), "x", fontname="helv")
    (xref,) = page.get_contents()
    document.update_stream(xref, OVERPRINT)
    document.save(path)
    before = glyphs(path)
    assert sum(1 for letter, x, _ in before if letter == "f" and x == 72.0) >= 1
    with adapter_for(path).open(path) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        flow = next(f for f in flows if "Levrault" in f.text)
        start = flow.text.index("Levrault")
        plan = Plan((Occultation("o", Span(flow.id, start, start + len("Levrault"))),))
        try:
            source.write_redacted(copy, plan)
        except CannotRedact:
            return  # the writer reads its page again, too
    kept = [glyph for glyph in before if glyph[2] == before[0][2]]
    after = [glyph for glyph in glyphs(copy) if glyph[2] == before[0][2]]
    report = verify_copy(path, copy, flows, plan, format="pdf")
    assert report.sound == (after == kept)
