"""Seconds of an export of a 500-page PDF against bare MuPDF redaction and saving."""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pymupdf

from redactor.formats.base import Occultation, Plan
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_both
from redactor.text.flow import Flow, Span
from redactor.text.packed import Packed
from tests.benchmarks.clock import Measure, clock, peak_mb
from tests.benchmarks.material import text_pdf

PAGES = 500
A_PAGE = 8


def main(pages: int = PAGES) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), pages)


def _measure(folder: Path, pages: int) -> None:
    path = text_pdf(folder / "long.pdf", pages)
    adapter = adapter_for(path)
    with clock() as reading, adapter.open(path) as source:
        flows = Packed(each for each in source.read() if isinstance(each, Flow))
    plan = Plan(tuple(_choose(flows)))
    bare = _bare(path, folder / "bare.pdf", plan)
    with adapter.open(path) as source:
        with clock() as redacting:
            source.write_redacted(folder / "redacted.pdf", plan)
        with clock() as auditing:
            source.write_audit(folder / "audit.pdf", plan)
    with clock() as verifying:
        with adapter.open(folder / "audit.pdf") as source:
            marked = source.marked()
        redacted, audit = folder / "redacted.pdf", folder / "audit.pdf"
        report, audited = verify_both(path, redacted, audit, flows, plan, marked, format="pdf")
    print(f"export of {pages} pages, {len(plan.occultations):,} occultations")
    print("                               wall     processor")
    _row("reading", reading)
    _row("bare redaction + saving", bare)
    _row("both copies (≤ 2.5)", _sum(redacting, auditing), bare)
    _row("  the redacted one", redacting, bare)
    _row("  the audit one", auditing, bare)
    _row("verification", verifying, bare)
    _row("with verification (≤ 5)", _sum(redacting, auditing, verifying), bare)
    whole = redacting.seconds + auditing.seconds + verifying.seconds
    print(f"  pages a second           {pages / whole:8.1f}")
    for name in ("redacted", "audit"):
        size = (folder / f"{name}.pdf").stat().st_size / path.stat().st_size
        print(f"  size of the {name + ' copy':14} {size:8.2f} × the original's")
    print(f"  sound                    {report.sound and audited.sound}")
    print(f"  peak memory              {peak_mb():8,.0f} MB")


def _sum(*measures: Measure) -> Measure:
    return Measure(sum(m.seconds for m in measures), sum(m.processor for m in measures))


def _row(name: str, measure: Measure, bare: Measure | None = None) -> None:
    row = f"  {name:25}{measure.seconds:8.2f} s {measure.processor:8.2f} s"
    if bare is not None:
        wall, processor = measure.seconds / bare.seconds, measure.processor / bare.processor
        row += f"   ratio {wall:5.2f} {processor:5.2f}"
    print(row)


def _choose(flows: Iterable[Flow]) -> list[Occultation]:
    """Words spread over each page."""
    body = (flow for flow in flows if flow.page is not None and flow.channel == "body")
    return [
        Occultation(f"{page}-{i}", span)
        for page, on_page in groupby(body, lambda flow: flow.page)
        for spans in [[span for flow in on_page for span in _words(flow)]]
        for i, span in enumerate(spans[:: max(1, len(spans) // A_PAGE)][:A_PAGE])
    ]


def _words(flow: Flow) -> Iterator[Span]:
    start = 0
    for word in flow.text.split(" "):
        if len(word) > 4 and word.isalpha():
            yield Span(flow.id, start, start + len(word))
        start += len(word) + 1


def _bare(path: Path, out: Path, plan: Plan) -> Measure:
    """The same words, by the engine's own redaction, and one full save."""
    with adapter_for(path).open(path) as source:
        boxes: dict[int, list[tuple[float, float, float, float]]] = {}
        pages = sorted({int(o.id.split("-")[0]) for o in plan.occultations})
        for page in pages:
            layout = source.layout(page)
            for one in plan.occultations:
                if one.id.startswith(f"{page}-"):
                    places = layout.flows[one.span.flow][one.span.start : one.span.end]
                    boxes.setdefault(page, []).extend(box for box in places if box)
    words = {
        page: [
            (min(b[0] for b in group), group[0][1], max(b[2] for b in group), group[0][3])
            for group in _lines(found)
        ]
        for page, found in boxes.items()
    }
    with clock() as measure:
        document = pymupdf.open(path)
        for number, rectangles in words.items():
            page = document[number - 1]
            for rectangle in rectangles:
                page.add_redact_annot(pymupdf.Rect(rectangle), fill=(0, 0, 0))
            page.apply_redactions()
        document.save(out, garbage=3, deflate=True)
        document.close()
    return measure


def _lines(
    boxes: list[tuple[float, float, float, float]],
) -> list[list[tuple[float, float, float, float]]]:
    """Boxes of neighbouring characters of one word together."""
    groups: list[list[tuple[float, float, float, float]]] = []
    for box in boxes:
        if groups and abs(groups[-1][-1][1] - box[1]) < 1 and -1 < box[0] - groups[-1][-1][2] < 1:
            groups[-1].append(box)
        else:
            groups.append([box])
    return groups


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
