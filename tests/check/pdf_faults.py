# ruff: noqa: E501 - one case a line reads as a table
"""PDFs with one fault each, and their clean twins.

`bad` is the file as careless hands leave it; the twin differs by the one step that was missing:
the redaction done right.
"""

import io
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from PIL import Image, ImageDraw

from .build_pdf import (
    BLACK,
    GREY,
    WHITE,
    after,
    black_box,
    bookmark,
    bytes_of,
    covered,
    document,
    link,
    page,
    photograph,
    property_of,
    redacted,
    remove,
    saved,
    where,
    with_text,
    without_text,
)
from .case import ADDRESS, NAME, PLAIN, SENTENCE, Case


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
        return bytes_of(pdf)


def clipped(text: str = NAME) -> bytes:
    doc = pymupdf.open()
    page(doc, PLAIN)
    data = saved(doc)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        shown = text.encode("cp1252").hex()
        pdf.pages[0].contents_add(
            f"q 10 10 5 5 re W n BT /helv 11 Tf 72 500 Td <{shown}> Tj ET Q".encode()
        )
        return bytes_of(pdf)


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
        return bytes_of(pdf)


def _trace(pdf: Any) -> Any:
    with pymupdf.open(stream=bytes_of(pdf), filetype="pdf") as doc:
        return doc[0].get_texttrace()


def thumbnail(pdf: Any) -> None:
    picture = pdf.make_stream(bytes(300), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    picture.Width, picture.Height, picture.BitsPerComponent = 10, 10, 8
    picture.ColorSpace = pikepdf.Name.DeviceRGB
    pdf.pages[0].obj.Thumb = picture


def unapplied() -> bytes:
    return document(lambda made: made.add_redact_annot(where(made)))


def xmp(pdf: Any) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [NAME]


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


CASES = [
    *(
        Case(cover.__name__, "covered-text", ".pdf", covered(cover), redacted(cover))
        for cover in (
            black_box, white_box, polygon, stroke, nearly_opaque, picture, square_note, ink_note,
        )
    ),
    Case("oval", "covered-text", ".pdf", covered(oval), redacted(oval), "lange Béran"),
    Case("marker_pen", "covered-text", ".pdf", marker_pen, marker_pen_empty),
    Case("pattern", "covered-text", ".pdf", pattern_cover, redacted(black_box)),
    Case("scan_layer", "covered-text", ".pdf", lambda: scan(True, True), lambda: scan(True, False), "Solange"),
    Case("see_through", "see-through-cover", ".pdf", covered(see_through), redacted(see_through)),
    Case("white", "hidden-text", ".pdf", with_text(color=WHITE, fontsize=11), without_text),
    Case("tiny", "hidden-text", ".pdf", with_text(fontsize=0.8), without_text),
    Case("invisible", "hidden-text", ".pdf", with_text(render_mode=3, fontsize=11), without_text),
    Case("transparent", "hidden-text", ".pdf", with_text(fill_opacity=0, fontsize=11), without_text),
    Case("clipped", "hidden-text", ".pdf", clipped, without_text),
    Case("off_page", "off-page-text", ".pdf", with_text(at=(700, 300), fontsize=11), without_text),
    Case("unapplied", "unapplied-redaction", ".pdf", unapplied, redacted(black_box)),
    Case("property", "metadata", ".pdf", after(property_of("/Author", NAME)), without_text),
    Case("title", "metadata", ".pdf", after(property_of("/Title", "Compte rendu")), without_text, "Compte rendu"),
    Case("xmp", "metadata", ".pdf", after(xmp), without_text),
    Case("bookmark", "bookmark", ".pdf", after(bookmark(NAME)), after(bookmark(PLAIN))),
    Case("link", "link", ".pdf", after(link(f"mailto:{ADDRESS}")),
         after(link("https://exemple.fr/aide")), ADDRESS),
    Case("note", "annotation", ".pdf", after(note), without_text),
    Case("field", "form-value", ".pdf", after(field), without_text),
    Case("attachment", "attachment", ".pdf", after(attachment), without_text, "liste.csv"),
    Case("structure", "structure-text", ".pdf", after(structure), without_text),
    Case("marked_content", "structure-text", ".pdf", after(marked_content), without_text),
    Case("layer", "layer", ".pdf", layer(True), layer(False)),
    Case("revision", "revision", ".pdf", lambda: revision(True), lambda: revision(False)),
    Case("orphan", "orphan-text", ".pdf", lambda: orphan(True), lambda: orphan(False)),
    Case("unknown_stream", "orphan-text", ".pdf", after(unknown_stream), without_text),
    Case("marker_on_scan", "see-through-cover", ".pdf", lambda: stroke_of_marker(0.85), lambda: stroke_of_marker(1), ""),
    Case("lying_font", "hidden-text", ".pdf", lambda: lying_font(True), lambda: lying_font(False)),
    Case("thumbnail", "metadata", ".pdf", after(thumbnail), without_text, ""),
    Case("covered_picture", "covered-image", ".pdf", lambda: covered_picture(False), lambda: covered_picture(True), ""),
]  # fmt: skip
