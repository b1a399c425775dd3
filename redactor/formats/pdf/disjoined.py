"""Pages taken out of scope: a notice stands in their place, and nothing else says what they said.

Beside its content a page is told of by its structure (ActualText, Alt), by the fields whose
boxes lie on it, and by the bookmarks that lead to it.
"""

from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.formats.base import RemovedPage

_KEPT = ("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/StructParents")
_SAID = ("/ActualText", "/Alt", "/E", "/T", "/ID")
_DEPTH = 64


def remove_pages(pdf: pikepdf.Pdf, removed: Iterable[RemovedPage]) -> None:
    """Put a notice in place of each removed page, keeping its size and number."""
    notices: dict[tuple[int, int], str] = {}
    boxes: set[tuple[int, int]] = set()
    for one in removed:
        page = pdf.pages[one.page - 1]
        notices[page.obj.objgen] = one.notice
        annots = page.obj.get("/Annots")
        for annot in annots if isinstance(annots, Array) else ():
            if isinstance(annot, Dictionary) and annot.is_indirect:
                boxes.add(annot.objgen)
        _blank(pdf, page, one.notice)
    if notices:
        _silence(pdf, notices)
        form = pdf.Root.get("/AcroForm")
        if boxes and isinstance(form, Dictionary):
            _take_out(form, "/Fields", boxes, 0)
        outlines = pdf.Root.get("/Outlines")
        if isinstance(outlines, Dictionary):
            _retitle(outlines, notices)


def _blank(pdf: pikepdf.Pdf, page: pikepdf.Page, notice: str) -> None:
    box = [float(edge) for edge in page.mediabox]
    inherited = {key: page.obj.get(key) for key in ("/CropBox", "/Rotate")}
    crop = [float(edge) for edge in page.cropbox]
    for key in list(page.obj.keys()):
        if key not in _KEPT:
            del page.obj[key]
    page.obj.MediaBox = Array(box)
    if inherited["/CropBox"] is not None:
        box = crop
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    text = notice.encode("cp1252", "replace").hex()
    turn = int(page.rotation) % 360 if hasattr(page, "rotation") else 0
    a, b, c, d = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}.get(
        turn, (1, 0, 0, 1)
    )
    # A fifth of the page's width from its left edge as displayed, half way down.
    middle_x, middle_y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    across = (box[2] - box[0] if a else box[3] - box[1]) * 0.38
    x, y = middle_x - a * across, middle_y - b * across
    content = f"BT 0 g /F 12 Tf {a} {b} {c} {d} {x:.2f} {y:.2f} Tm <{text}> Tj ET"
    page.obj.Contents = pikepdf.Stream(pdf, content.encode())


def _silence(pdf: pikepdf.Pdf, notices: dict[tuple[int, int], str]) -> None:
    """Take from the structure elements of those pages what they say in words."""
    root = pdf.Root.get("/StructTreeRoot")
    stack: list[tuple[Any, tuple[int, int] | None]] = [(root, None)]
    met: set[tuple[int, int]] = set()
    while stack:
        element, page = stack.pop()
        if isinstance(element, Array):
            stack += [(kid, page) for kid in element]
        if not isinstance(element, Dictionary):
            continue
        if element.is_indirect:
            if element.objgen in met:
                continue
            met.add(element.objgen)
        shown = element.get("/Pg")
        page = shown.objgen if isinstance(shown, Dictionary) else page
        if page in notices:
            for key in _SAID:
                if key in element:
                    del element[key]
        stack.append((element.get("/K"), page))


def _take_out(holder: Any, key: str, boxes: set[tuple[int, int]], depth: int) -> None:
    """Take the fields of those boxes out of the form, and what is left without a box."""
    fields = holder.get(key)
    if depth > _DEPTH or not isinstance(fields, Array):
        return
    kept = []
    for one in fields:
        if not isinstance(one, Dictionary) or (one.is_indirect and one.objgen in boxes):
            continue
        if "/Kids" in one:
            _take_out(one, "/Kids", boxes, depth + 1)
            if not len(one.get("/Kids", ())):
                continue
        kept.append(one)
    holder[key] = Array(kept)


def _retitle(outlines: Dictionary, notices: dict[tuple[int, int], str]) -> None:
    """A bookmark that leads to such a page says the notice."""
    stack: list[Any] = [outlines.get("/First")]
    met: set[tuple[int, int]] = set()
    while stack:
        item = stack.pop()
        if not isinstance(item, Dictionary) or item.objgen in met:
            continue
        met.add(item.objgen)
        action = item.get("/A")
        target = item.get("/Dest", action.get("/D") if isinstance(action, Dictionary) else None)
        if isinstance(target, Array) and len(target) and isinstance(target[0], Dictionary):
            notice = notices.get(target[0].objgen)
            if notice is not None:
                item.Title = String(notice)
        stack += [item.get("/Next"), item.get("/First")]
