"""Scanned pages whose name somebody made unreadable, badly or well; cropped pictures."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pymupdf
from PIL import Image, ImageDraw, ImageFilter

from .build_pdf import page, photograph, saved, where
from .case import NAME, PLAIN, SENTENCE

DPI = 150
Box = tuple[int, int, int, int]


def scan(treat: Callable[[Image.Image, Box], None]) -> bytes:
    """A page that is a picture of text, of which `treat` changes the pixels of the name."""
    doc = pymupdf.open()
    drawn = page(doc, SENTENCE, *[f"{n}. {PLAIN}" for n in range(1, 8)])
    scale = DPI / 72
    box = tuple(round(v * scale) for v in where(drawn))
    pixmap = drawn.get_pixmap(dpi=DPI)
    image = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
    treat(image, box)
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=90)
    doc.new_page(width=595, height=842).insert_image((0, 0, 595, 842), stream=stream.getvalue())
    doc.delete_page(0)
    return saved(doc)


def compact(*, cut: bool = False) -> bytes:
    """A copier's compact scan: a stencil of the letters over a picture of the paper; `cut` has a
    clip hide where they are."""
    doc = pymupdf.open()
    pixmap = page(doc, SENTENCE, PLAIN).get_pixmap(dpi=DPI)
    letters = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples).convert("1")
    doc.new_page(width=595, height=842)
    doc.delete_page(0)
    paper = io.BytesIO()
    Image.new("RGB", (200, 283), (244, 240, 232)).save(paper, "PNG")
    doc[0].insert_image((4, 4, 591, 838), stream=paper.getvalue())
    with pikepdf.open(io.BytesIO(saved(doc))) as pdf:
        sheet = pdf.pages[0]
        sheet.Resources.XObject.Letters = pdf.make_stream(
            letters.tobytes(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=letters.width,
            Height=letters.height,
            ImageMask=True,
            BitsPerComponent=1,
        )
        clip = b"0 0 595 700 re W n " if cut else b""
        sheet.contents_add(b"q " + clip + b"595 0 0 842 0 0 cm 0.1 g /Letters Do Q")
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def mosaic(image: Image.Image, box: Box) -> None:
    part = image.crop(box)
    small = part.resize((part.width // 6, part.height // 6), Image.Resampling.BOX)
    image.paste(small.resize(part.size, Image.Resampling.NEAREST), box[:2])


def blur(image: Image.Image, box: Box) -> None:
    image.paste(image.crop(box).filter(ImageFilter.GaussianBlur(4)), box[:2])


def black(image: Image.Image, box: Box) -> None:
    ImageDraw.Draw(image).rectangle(box, fill="black")


def untouched(image: Image.Image, box: Box) -> None:
    assert image.crop(box).getextrema()


def cropped(*, cut: bool, by_page: bool = False) -> bytes:
    """A photograph of which a clip, or the page's edge, hides a third; or one cut for good."""
    doc = pymupdf.open()
    made = page(doc, PLAIN)
    data = photograph()
    if cut:
        stream = io.BytesIO()
        Image.open(io.BytesIO(data)).crop((0, 0, 200, 200)).save(stream, "PNG")
        made.insert_image((72, 300, 272, 500), stream=stream.getvalue())
        return saved(doc)
    left = 395 if by_page else 72
    made.insert_image((left, 300, left + 300, 500), stream=data)
    xref = made.get_contents()[-1]
    if not by_page:
        clipped = b"q 72 342 200 200 re W n " + doc.xref_stream(xref) + b" Q"
        doc.update_stream(xref, clipped)
    return saved(doc)


OTHER = "Zoé Fäßler-Kwiatkowski"


def leftover_glyphs(*, redacted_after: bool) -> bytes:
    """A font whose table lists the letters that the document used, as office programs write it:
    made before a name was removed, or after."""
    doc = pymupdf.open()
    made = doc.new_page(width=595, height=842)
    writer = pymupdf.TextWriter(made.rect)
    for number, line in enumerate((SENTENCE.replace(NAME, OTHER), PLAIN)):
        writer.append((72, 100 + 20 * number), line, font=pymupdf.Font("helv"), fontsize=11)
    writer.write_text(made)
    doc = pymupdf.open(stream=doc.tobytes(), filetype="pdf")
    before = _letters(doc[0])
    doc[0].add_redact_annot(doc[0].search_for(OTHER)[0], fill=(0, 0, 0))
    doc[0].apply_redactions()
    letters = before if redacted_after else _letters(doc[0])
    rows = "".join(f"<{glyph:04x}> <{code:04x}>\n" for code, glyph in letters)
    with pikepdf.open(io.BytesIO(saved(doc))) as pdf:
        (font,) = pdf.pages[0].Resources.Font.values()
        font.ToUnicode = pdf.make_stream(
            b"/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange\n"
            b"<0000> <ffff>\nendcodespacerange\n"
            + f"{len(letters)} beginbfchar\n{rows}endbfchar\nendcmap\n".encode()
        )
        stream = io.BytesIO()
        pdf.save(stream)
        return stream.getvalue()


def _letters(made: Any) -> list[tuple[int, int]]:
    """The letters of a page and their glyphs, in the order in which they first appear."""
    return list(dict.fromkeys((c[0], c[1]) for s in made.get_texttrace() for c in s["chars"]))
