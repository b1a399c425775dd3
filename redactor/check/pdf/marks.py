"""Redaction marks that were never applied: the text is still there, and pointed at."""

from collections.abc import Iterator
from typing import Any

import pikepdf

from redactor.boxes import common, covered, union
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.objects import rectangle
from redactor.check.pdf.sight import PageView
from redactor.formats.base import Box
from redactor.text.flow import Channel


def findings(view: PageView, page: pikepdf.Page, matrix: Any) -> Iterator[Finding]:
    """Every redaction annotation of a page, with the text below it (ISO 32000-2, 12.5.6.23)."""
    annots = page.obj.get("/Annots")
    if not isinstance(annots, pikepdf.Array):
        return
    for annot in annots:
        if not isinstance(annot, pikepdf.Dictionary) or annot.get("/Subtype") != "/Redact":
            continue
        boxes = _boxes(annot, matrix)
        if not boxes:
            continue
        text = _text_in(view, boxes)
        overlay = str(annot.get("/OverlayText", ""))
        yield Finding(
            Kind.UNAPPLIED_REDACTION,
            Severity.LEAK if text else Severity.WARNING,
            1.0 if text else 0.8,
            "finding.unapplied" if text else "finding.unapplied-empty",
            view.number,
            union(boxes),
            Channel.ANNOTATION,
            text,
            overlay,
        )


def _boxes(annot: Any, matrix: Any) -> list[Box]:
    quads = annot.get("/QuadPoints")
    boxes: list[Box] = []
    if isinstance(quads, pikepdf.Array) and len(quads) >= 8:
        values = [float(v) for v in quads]
        for start in range(0, len(values) - 7, 8):
            xs, ys = values[start : start + 8 : 2], values[start + 1 : start + 8 : 2]
            box = rectangle((min(xs), min(ys), max(xs), max(ys)), matrix)
            if box:
                boxes.append(box)
    if not boxes:
        box = rectangle(annot.get("/Rect"), matrix)
        if box:
            boxes.append(box)
    return boxes


def _text_in(view: PageView, boxes: list[Box]) -> str:
    pieces: list[str] = []
    for op in view.texts:
        if not any(covered_at_all(op.box, box) for box in boxes):
            continue
        inside = "".join(
            letter.char if any(covered(letter.box, box) > 0.5 for box in boxes) else "\n"
            for letter in op.letters
        )
        pieces += inside.split("\n")
    return " ".join(" ".join(pieces).split())[:2000]


def covered_at_all(one: Box, two: Box) -> bool:
    """Whether two boxes share some area."""
    x0, y0, x1, y1 = common(one, two)
    return x0 < x1 and y0 < y1
