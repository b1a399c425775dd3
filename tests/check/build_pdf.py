# ruff: noqa: E501 - one case a line reads as a table
"""PDFs with one fault each, and their clean twins, with invented people.

`bad` is the file as careless hands leave it; the twin differs by the one step that was missing:
the redaction done right.
"""

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from PIL import Image, ImageDraw

NAME = "Solange Béranger"
SENTENCE = f"La demande de Mme {NAME} a été reçue le 12 mars."
PLAIN = "Le service instruit les demandes dans leur ordre d’arrivée."
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


def _document(draw: Callable[[Any], None], *lines: str) -> bytes:
    doc = pymupdf.open()
    draw(page(doc, *(lines or (SENTENCE,))))
    return saved(doc)


def covered(cover: Callable[[Any, Any], None]) -> Callable[[], bytes]:
    """A file whose name lies below what `cover` draws."""
    return lambda: _document(lambda made: cover(made, where(made)))


def redacted(cover: Callable[[Any, Any], None] | None = None) -> Callable[[], bytes]:
    """The twin: the name is gone, then the same is drawn."""

    def draw(made: Any) -> None:
        box = remove(made, fill=None)
        if cover:
            cover(made, box)

    return lambda: _document(draw)


# --- covers --------------------------------------------------------------------------------------


def black_box(made: Any, box: Any) -> None:
    made.draw_rect(box, color=None, fill=BLACK)


def white_box(made: Any, box: Any) -> None:
    made.draw_rect(box, color=None, fill=WHITE)


def polygon(made: Any, box: Any) -> None:
    x0, y0, x1, y1 = box
    made.draw_polyline(
        [(x0 - 3, y0), (x1, y0 - 1), (x1 + 3, y1), (x0, y1 + 1), (x0 - 3, y0)],
        color=None, fill=BLACK, closePath=True,
    )  # fmt: skip


def stroke(made: Any, box: Any) -> None:
    middle = (box.y0 + box.y1) / 2
    made.draw_line((box.x0, middle), (box.x1, middle), color=BLACK, width=box.height)


def oval(made: Any, box: Any) -> None:
    made.draw_oval(
        pymupdf.Rect(box.x0 - 3, box.y0 - 12, box.x1 + 3, box.y1 + 12), color=None, fill=BLACK
    )


def nearly_opaque(made: Any, box: Any) -> None:
    made.draw_rect(box, color=None, fill=BLACK, fill_opacity=0.99)


def see_through(made: Any, box: Any) -> None:
    made.draw_rect(box, color=None, fill=GREY, fill_opacity=0.9)


def picture(made: Any, box: Any) -> None:
    made.insert_image(box, stream=black_picture(), keep_proportion=False)


def square_note(made: Any, box: Any) -> None:
    note = made.add_rect_annot(box)
    note.set_colors(stroke=BLACK, fill=BLACK)
    note.update()


def ink_note(made: Any, box: Any) -> None:
    middle = (box.y0 + box.y1) / 2
    note = made.add_ink_annot([[(box.x0, middle), (box.x1, middle)]])
    note.set_colors(stroke=BLACK)
    note.set_border(width=box.height)
    note.update()


def black_picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 12), "black").save(stream, "PNG")
    return stream.getvalue()


def marker_pen() -> bytes:
    """Black text on a black ground, as black highlighting prints."""
    doc = pymupdf.open()
    made = doc.new_page(width=595, height=842)
    made.draw_rect((160, 90, 260, 105), color=None, fill=BLACK)
    made.insert_text((72, 100), "Reçue de Mme", fontsize=11)
    made.insert_text((165, 101), NAME, fontsize=11, color=BLACK)
    return saved(doc)


def marker_pen_empty() -> bytes:
    doc = pymupdf.open()
    made = doc.new_page(width=595, height=842)
    made.draw_rect((160, 90, 260, 105), color=None, fill=BLACK)
    made.insert_text((72, 100), "Reçue de Mme", fontsize=11)
    return saved(doc)


def pattern_cover() -> bytes:
    """A tiling pattern of black over the name."""
    doc = pymupdf.open()
    made = page(doc, SENTENCE)
    box = where(made)
    data = saved(doc)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tile = pdf.make_stream(b"0 0 900 900 re f")
        tile.Type, tile.PatternType, tile.PaintType = pikepdf.Name.Pattern, 1, 1
        tile.TilingType, tile.BBox, tile.XStep, tile.YStep = 1, [0, 0, 900, 900], 900, 900
        tile.Resources = pikepdf.Dictionary()
        one = pdf.pages[0]
        one.Resources.Pattern = pikepdf.Dictionary(P=pdf.make_indirect(tile))
        x, y, w, h = box.x0 - 4, 842 - box.y1, box.width + 8, box.height
        one.contents_add(f"q /Pattern cs /P scn {x:.1f} {y:.1f} {w:.1f} {h:.1f} re f Q".encode())
        return _bytes(pdf)


# --- unseen --------------------------------------------------------------------------------------


def with_text(**options: Any) -> Callable[[], bytes]:
    """A page with the name written at 300 points with `options` of `insert_text`."""
    at = options.pop("at", (72, 300))
    return lambda: _document(lambda made: made.insert_text(at, NAME, **options), PLAIN)


def without_text() -> bytes:
    return _document(lambda made: None, PLAIN)


def clipped(text: str = NAME) -> bytes:
    doc = pymupdf.open()
    page(doc, PLAIN)
    data = saved(doc)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown = text.encode("cp1252").hex()
        pdf.pages[0].contents_add(
            f"q 10 10 5 5 re W n BT /helv 11 Tf 72 500 Td <{shown}> Tj ET Q".encode()
        )
        return _bytes(pdf)


def scan(mark: bool, layer: bool) -> bytes:
    """A page that is a picture of two lines; `mark`: the name is blackened in the picture;
    `layer`: its text layer still gives the name."""
    doc = pymupdf.open()
    drawn = page(doc, SENTENCE, "La commune a répondu.")
    box = where(drawn)
    picture = drawn.get_pixmap(dpi=110)
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.samples)
    if mark:
        scale = 110 / 72
        ImageDraw.Draw(image).rectangle([v * scale for v in box], fill="black")
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=80)
    words = [w for w in drawn.get_text("words") if layer or w[4].strip(".,") not in NAME.split()]
    made = doc.new_page(width=595, height=842)
    made.insert_image(made.rect, stream=stream.getvalue())
    for x0, _, _, y1, word, *_ in words:
        made.insert_text((x0, y1 - 3), word, fontsize=11, render_mode=3)
    doc.delete_page(0)
    return saved(doc)


def stroke_of_marker(opacity: float) -> bytes:
    """A scanned page whose name lies under a stroke of so opaque a pen."""
    doc = pymupdf.open()
    drawn = page(doc, SENTENCE, "La commune a répondu.")
    box = where(drawn)
    pixmap = drawn.get_pixmap(dpi=150)
    image = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
    x0, y0, x1, y1 = (round(v * 150 / 72) for v in box)
    ink = Image.new("RGB", (x1 - x0, y1 - y0), "black")
    image.paste(Image.blend(image.crop((x0, y0, x1, y1)), ink, opacity), (x0, y0))
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=85)
    doc.new_page(width=595, height=842).insert_image((0, 0, 595, 842), stream=stream.getvalue())
    doc.delete_page(0)
    return saved(doc)


def lying_font(lie: bool) -> bytes:
    """A font whose table of letters says others than it draws."""
    doc = pymupdf.open()
    made = doc.new_page(width=595, height=842)
    writer = pymupdf.TextWriter(made.rect)
    writer.append((72, 100), SENTENCE, font=pymupdf.Font("helv"), fontsize=11)
    writer.write_text(made)
    doc.subset_fonts()
    with pikepdf.open(io.BytesIO(saved(doc))) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        if lie:
            glyphs = sorted({c[1] for s in _trace(pdf) for c in s["chars"]})
            rows = "".join(f"<{g:04x}> <{0x61 + n % 26:04x}>\n" for n, g in enumerate(glyphs))
            font.ToUnicode = pdf.make_stream(
                b"/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange\n"
                b"<0000> <ffff>\nendcodespacerange\n"
                + f"{len(glyphs)} beginbfchar\n{rows}endbfchar\nendcmap\n".encode()
            )
        return _bytes(pdf)


def _trace(pdf: Any) -> Any:
    with pymupdf.open(stream=_bytes(pdf), filetype="pdf") as doc:
        return doc[0].get_texttrace()


def thumbnail(pdf: Any) -> None:
    picture = pdf.make_stream(bytes(300), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    picture.Width, picture.Height, picture.BitsPerComponent = 10, 10, 8
    picture.ColorSpace = pikepdf.Name.DeviceRGB
    pdf.pages[0].obj.Thumb = picture


# --- beside the page -----------------------------------------------------------------------------


def after(change: Callable[[Any], None], *lines: str) -> Callable[[], bytes]:
    """A clean page, then `change` by the other library."""

    def build() -> bytes:
        doc = pymupdf.open()
        page(doc, *(lines or (PLAIN,)))
        with pikepdf.open(io.BytesIO(saved(doc))) as pdf:
            change(pdf)
            return _bytes(pdf)

    return build


def _bytes(pdf: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def unapplied() -> bytes:
    return _document(lambda made: made.add_redact_annot(where(made)))


def property_of(key: str, value: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        pdf.docinfo[key] = value

    return change


def xmp(pdf: Any) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [NAME]


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


def note(pdf: Any) -> None:
    annot = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[72, 700, 90, 720],
        Contents=pikepdf.String(f"à revoir avec Mme {NAME}"),
    )  # fmt: skip
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(annot)])


def field(pdf: Any) -> None:
    """A field that keeps a value and does not draw it: hidden."""
    widget = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, F=2,
            Rect=[72, 600, 200, 620], T=pikepdf.String("nom"), V=pikepdf.String(NAME),
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = pikepdf.Array([widget])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([widget]))


def attachment(pdf: Any) -> None:
    pdf.attachments["liste.csv"] = f"nom\n{NAME}\n".encode()


def structure(pdf: Any) -> None:
    element = pikepdf.Dictionary(
        Type=pikepdf.Name.StructElem, S=pikepdf.Name.Span, ActualText=pikepdf.String(NAME)
    )
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pdf.make_indirect(element))
    )


def marked_content(pdf: Any) -> None:
    text = NAME.encode("utf-16-be").hex()
    pdf.pages[0].contents_add(f"/Span <</ActualText <FEFF{text}>>> BDC EMC".encode())


def layer(hidden: bool) -> Callable[[], bytes]:
    def build() -> bytes:
        doc = pymupdf.open()
        made = page(doc, PLAIN)
        group = doc.add_ocg("Brouillon", on=not hidden)
        made.insert_text((72, 300), f"Dossier de Mme {NAME}", fontsize=11, oc=group)
        return saved(doc)

    return build


def revision(keep: bool) -> bytes:
    """Redacted, then saved after what was there (`keep`) or in full."""
    doc = pymupdf.open()
    page(doc, SENTENCE)
    first = saved(doc)
    if keep:
        return _incremental(first)
    with pymupdf.open(stream=first, filetype="pdf") as again:
        remove(again[0])
        return bytes(again.tobytes(garbage=4))


def _incremental(first: bytes) -> bytes:
    """Redacted, and saved after the bytes as they were."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(first)
        with pymupdf.open(path) as doc:
            remove(doc[0])
            doc.saveIncr()
        return path.read_bytes()


def orphan(keep: bool) -> bytes:
    """The old page left in the file by a save that collects nothing."""
    doc = pymupdf.open()
    page(doc, SENTENCE)
    page(doc, "La commune a répondu.")
    doc.delete_page(0)
    return bytes(doc.tobytes(garbage=0 if keep else 4))


def unknown_stream(pdf: Any) -> None:
    pdf.Root.OriginalRecord = pdf.make_stream(f"Dossier de Mme {NAME}\n".encode())


# --- pictures ------------------------------------------------------------------------------------


def photograph() -> bytes:
    """A picture with detail everywhere."""
    image = Image.effect_mandelbrot((300, 200), (-2, -1.5, 1, 1.5), 60).convert("RGB")
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def covered_picture(blank: bool) -> bytes:
    doc = pymupdf.open()
    made = page(doc, PLAIN)
    data = photograph()
    if blank:
        image = Image.open(io.BytesIO(data))
        ImageDraw.Draw(image).rectangle((100, 50, 200, 100), fill="black")
        stream = io.BytesIO()
        image.save(stream, "PNG")
        data = stream.getvalue()
    made.insert_image((72, 300, 372, 500), stream=data)
    made.draw_rect((172, 350, 272, 400), color=None, fill=BLACK)
    return saved(doc)


# --- honest documents ----------------------------------------------------------------------------


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


@dataclass(frozen=True)
class Case:
    """A fault: its kind, the file that has it, the file that does not."""

    name: str
    kind: str
    bad: Callable[[], bytes]
    clean: Callable[[], bytes]
    text: str = NAME


CASES = [
    *(
        Case(cover.__name__, "covered-text", covered(cover), redacted(cover))
        for cover in (
            black_box, white_box, polygon, stroke, nearly_opaque, picture, square_note, ink_note,
        )
    ),
    Case("oval", "covered-text", covered(oval), redacted(oval), "lange Béran"),
    Case("marker_pen", "covered-text", marker_pen, marker_pen_empty),
    Case("pattern", "covered-text", pattern_cover, redacted(black_box)),
    Case("scan_layer", "covered-text", lambda: scan(True, True), lambda: scan(True, False), "Solange"),
    Case("see_through", "see-through-cover", covered(see_through), redacted(see_through)),
    Case("white", "hidden-text", with_text(color=WHITE, fontsize=11), without_text),
    Case("tiny", "hidden-text", with_text(fontsize=0.8), without_text),
    Case("invisible", "hidden-text", with_text(render_mode=3, fontsize=11), without_text),
    Case("transparent", "hidden-text", with_text(fill_opacity=0, fontsize=11), without_text),
    Case("clipped", "hidden-text", clipped, without_text),
    Case("off_page", "off-page-text", with_text(at=(700, 300), fontsize=11), without_text),
    Case("unapplied", "unapplied-redaction", unapplied, redacted(black_box)),
    Case("property", "metadata", after(property_of("/Author", NAME)), without_text),
    Case("title", "metadata", after(property_of("/Title", "Compte rendu")), without_text, "Compte rendu"),
    Case("xmp", "metadata", after(xmp), without_text),
    Case("bookmark", "bookmark", after(bookmark(NAME)), after(bookmark(PLAIN))),
    Case("link", "link", after(link("mailto:solange.beranger@exemple.fr")),
         after(link("https://exemple.fr/aide")), "solange.beranger@exemple.fr"),
    Case("note", "annotation", after(note), without_text),
    Case("field", "form-value", after(field), without_text),
    Case("attachment", "attachment", after(attachment), without_text, "liste.csv"),
    Case("structure", "structure-text", after(structure), without_text),
    Case("marked_content", "structure-text", after(marked_content), without_text),
    Case("layer", "layer", layer(True), layer(False)),
    Case("revision", "revision", lambda: revision(True), lambda: revision(False)),
    Case("orphan", "orphan-text", lambda: orphan(True), lambda: orphan(False)),
    Case("unknown_stream", "orphan-text", after(unknown_stream), without_text),
    Case("marker_on_scan", "see-through-cover", lambda: stroke_of_marker(0.85), lambda: stroke_of_marker(1), ""),
    Case("lying_font", "hidden-text", lambda: lying_font(True), lambda: lying_font(False)),
    Case("thumbnail", "metadata", after(thumbnail), without_text, ""),
    Case("covered_picture", "covered-image", lambda: covered_picture(False), lambda: covered_picture(True), ""),
]  # fmt: skip
