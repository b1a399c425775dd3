"""PDF pages with a name: shown, covered, or redacted as it should be."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pymupdf
from PIL import Image

from .case import NAME, PLAIN, SENTENCE

BLACK, WHITE, GREY = (0, 0, 0), (1, 1, 1), (0.6, 0.6, 0.6)


def page(doc: Any, *lines: str) -> Any:
    """A page with `lines`, the first at 100 points, 20 apart, and ordinary text below."""
    made = doc.new_page(width=595, height=842)
    for number, line in enumerate((*lines, PLAIN)):
        made.insert_text((72, 100 + 20 * number), line, fontsize=11)
    return made


def where(made: Any, text: str = NAME) -> Any:
    """The box of `text` on a page of ours."""
    return made.search_for(text)[0]


def remove(made: Any, text: str = NAME, fill: tuple[float, ...] | None = BLACK) -> Any:
    """Redact `text` as it should be; its box, drawn."""
    box = where(made, text)
    made.add_redact_annot(box)
    made.apply_redactions()
    if fill is not None:
        made.draw_rect(box, color=None, fill=fill)
    return box


def saved(doc: Any, **options: Any) -> bytes:
    data = doc.tobytes(garbage=4, deflate=True, **options)
    doc.close()
    return bytes(data)


def document(draw: Callable[[Any], None], *lines: str) -> bytes:
    doc = pymupdf.open()
    draw(page(doc, *(lines or (SENTENCE,))))
    return saved(doc)


def bytes_of(pdf: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def covered(cover: Callable[[Any, Any], None]) -> Callable[[], bytes]:
    """A file whose name lies below what `cover` draws."""
    return lambda: document(lambda made: cover(made, where(made)))


def redacted(cover: Callable[[Any, Any], None] | None = None) -> Callable[[], bytes]:
    """The twin: the name is gone, then the same is drawn."""

    def draw(made: Any) -> None:
        box = remove(made, fill=None)
        if cover:
            cover(made, box)

    return lambda: document(draw)


def black_box(made: Any, box: Any) -> None:
    made.draw_rect(box, color=None, fill=BLACK)


def with_text(**options: Any) -> Callable[[], bytes]:
    """A page with the name written at 300 points with `options` of `insert_text`."""
    at = options.pop("at", (72, 300))
    return lambda: document(lambda made: made.insert_text(at, NAME, **options), PLAIN)


def without_text() -> bytes:
    return document(lambda made: None, PLAIN)


def after(change: Callable[[Any], None], *lines: str) -> Callable[[], bytes]:
    """A clean page, then `change` by the other library."""

    def build() -> bytes:
        doc = pymupdf.open()
        page(doc, *(lines or (PLAIN,)))
        with pikepdf.open(io.BytesIO(saved(doc))) as pdf:
            change(pdf)
            return bytes_of(pdf)

    return build


def property_of(key: str, value: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        pdf.docinfo[key] = value

    return change


def bookmark(title: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(title, 0))

    return change


def link(uri: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(uri))
        annot = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[72, 700, 200, 720], A=action
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(annot)])

    return change


def photograph() -> bytes:
    """A picture with detail everywhere."""
    image = Image.effect_mandelbrot((300, 200), (-2, -1.5, 1, 1.5), 60).convert("RGB")
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def office() -> bytes:
    """What offices print: banner, shaded table, white on dark, watermark, stamp, logo, rule."""
    doc = pymupdf.open()
    made = doc.new_page(width=595, height=842)
    made.draw_rect((0, 0, 595, 60), color=None, fill=(0.1, 0.2, 0.6))
    made.insert_text((72, 38), "Commune de Valombre", fontsize=18, color=WHITE)
    for row in range(6):
        box = (72, 100 + 20 * row, 520, 120 + 20 * row)
        made.draw_rect(box, color=BLACK, fill=(0.85, 0.85, 0.9) if row % 2 else None, width=0.5)
        made.insert_text((76, 114 + 20 * row), f"Ligne {row} : subvention accordée", fontsize=10)
    made.draw_rect((72, 240, 520, 262), color=None, fill=BLACK)
    made.insert_text((80, 255), "Délibération du conseil municipal", fontsize=11, color=WHITE)
    made.insert_textbox((72, 280, 520, 420), (PLAIN + " ") * 8, fontsize=11)
    made.insert_text((150, 400), "PROJET", fontsize=80, color=(0.5, 0.5, 0.5), fill_opacity=0.2)
    made.draw_circle((430, 350), 50, color=(0.7, 0, 0), width=2, stroke_opacity=0.6)
    made.insert_text((395, 355), "ARRIVÉ LE", fontsize=14, color=(0.7, 0, 0), fill_opacity=0.6)
    made.draw_rect((72, 300, 300, 312), color=None, fill=(1, 1, 0), fill_opacity=0.4)
    made.insert_image((450, 5, 520, 55), stream=photograph())
    made.draw_line((72, 800), (520, 800), color=BLACK, width=0.7)
    made.insert_text((290, 804), "1", fontsize=9)
    doc.set_toc([[1, "Délibération du conseil municipal", 1]])
    return saved(doc)
