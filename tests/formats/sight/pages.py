"""Letters with something beside their text: as a word processor, or a scanner, writes them."""

import io
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pymupdf
from PIL import Image, ImageFilter

from redactor.formats.base import Box
from tests.formats.sight import drawn

LETTER = """Madame, Monsieur,

Par délibération du 4 avril, la commission permanente a approuvé le programme d'entretien des
chemins ruraux et le plan de financement qui l'accompagne. Les travaux seront conduits par les
services techniques entre juin et septembre, sous réserve des conditions météorologiques.

Les riverains seront avisés au moins quinze jours avant l'ouverture de chaque chantier. Un
registre est tenu à leur disposition à l'accueil, aux heures habituelles d'ouverture, afin de
recueillir leurs observations. Toute réclamation y est enregistrée et reçoit une réponse écrite.

Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée."""
SIGNED = ("Le directeur des services techniques,", "Anatole Kerguélen")
ZONE = ("IDFRAKERGUELEN<<<<<<<<<<<<<<<<<290141", "0812290C00341ANATOLE<<PIERRE8107062M5")
PASSPORT = (
    "P<FRAKERGUELEN<<ANATOLE<PIERRE<<<<<<<<<<<<<<",
    "08CK021236FRA8107062M1802283<<<<<<<<<<<<<<02",
)
WAYS = ("png", "jpeg", "vector", "scan", "scan-bw")


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and what it shows: kind and place."""

    document: bytes
    things: tuple[tuple[str, Box], ...] = ()


def letter(seed: int, things: tuple[str, ...] = (), way: str = "png") -> Page:
    """A letter with `things` of these kinds on it, drawn in that `way`."""
    source = random.Random(seed)
    doc = pymupdf.open()
    page = doc.new_page(width=595, height=842)
    page.insert_text((60, 60), "COMMUNE DE PLOUVARA", fontname="hebo", fontsize=13)
    page.draw_rect((60, 76, 535, 100), color=(0.2, 0.3, 0.6), fill=(0.9, 0.93, 1))
    page.insert_text((70, 92), "Direction des services techniques", fontsize=10)
    page.insert_textbox((60, 130, 540, 420), LETTER, fontname="tiro", fontsize=11, lineheight=1.3)
    x, y = source.choice((80, 320)), 470
    page.insert_text((x, y), SIGNED[0], fontname="tiro", fontsize=11)
    over = source.random() < 0.4
    page.insert_text((x, y + (40 if over else 95)), SIGNED[1], fontname="tiro", fontsize=11)
    placed = []
    for kind in things:
        box = _put(page, kind, way, seed, x, y)
        placed.append((kind, box))
    if way.startswith("scan"):
        doc = scanned(doc, seed, way == "scan-bw")
    data = doc.tobytes(garbage=3, deflate=True)
    doc.close()
    return Page(data, tuple(placed))


def _put(page: pymupdf.Page, kind: str, way: str, seed: int, x: float, y: float) -> Box:
    source = random.Random(seed * 7 + 1)
    colour = source.choice((drawn.BLUE, drawn.BLACK, drawn.BLUE))
    match kind:
        case "handwritten_signature":
            wide = source.uniform(105, 170)
            box = pymupdf.Rect(x + 10, y + 6, x + 10 + wide, y + 6 + 0.4 * wide)
            if way == "vector":
                box = drawn.draw_signature(page, box, seed)
            else:
                thick = source.uniform(2.2, 5)
                picture = drawn.signature(seed, 420, colour, thick)
                box = pymupdf.Rect(
                    box.x0, box.y0, box.x1, box.y0 + box.width * picture.height / picture.width
                )
                _place(page, box, picture, way)
        case "stamp":
            side = source.uniform(80, 115)
            box = pymupdf.Rect(x + 90, y - 4, x + 90 + side, y - 4 + side)
            ink = source.choice((drawn.BLUE, drawn.RED, drawn.VIOLET))
            _place(page, box, drawn.stamp(seed, colour=ink), way)
        case "photograph":
            box = pymupdf.Rect(430, 600, 430 + 85, 600 + 85 * 1.28)
            skin = source.choice(((205, 160, 130), (150, 105, 80), (90, 60, 45)))
            page.insert_image(box, stream=drawn.as_jpeg(drawn.portrait(seed, skin=skin)))
        case "qr_code":
            side = source.uniform(55, 90)
            box = pymupdf.Rect(80, 640, 80 + side, 640 + side)
            page.insert_image(
                box, stream=drawn.as_png(drawn.qr(f"https://v.exemple.fr/{seed:08x}"))
            )
        case "data_matrix":
            side = source.uniform(50, 70)
            box = pymupdf.Rect(250, 640, 250 + side, 640 + side)
            code = drawn.data_matrix(f"DC04FR{seed:08x}")
            page.insert_image(box, stream=drawn.as_png(code))
        case "machine_readable_zone":
            lines = source.choice((ZONE, PASSPORT))
            for number, line in enumerate(lines):
                page.insert_text((60, 760 + 18 * number), line, fontname="cour", fontsize=13)
            box = pymupdf.Rect(60, 748, 60 + 0.6 * 13 * len(lines[0]), 782)
        case _:
            raise ValueError(kind)
    return tuple(box)


def _place(page: pymupdf.Page, box: pymupdf.Rect, picture: Image.Image, way: str) -> None:
    data = drawn.as_jpeg(picture) if way == "jpeg" else drawn.as_png(picture)
    page.insert_image(box, stream=data)


def scanned(doc: pymupdf.Document, seed: int, bilevel: bool = False) -> pymupdf.Document:
    """The same pages as a scanner gives them: pictures of 200 dots an inch, a little skewed."""
    source = np.random.default_rng(seed)
    out = pymupdf.open()
    for page in doc:
        pixmap = page.get_pixmap(dpi=200)
        picture = Image.frombytes("RGB", (pixmap.width, pixmap.height), pixmap.samples)
        picture = picture.rotate(source.uniform(-1, 1), Image.Resampling.BICUBIC, fillcolor="white")
        values = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float32)
        grainy = 30 + values * 0.82 + source.normal(0, 5, values.shape)
        picture = Image.fromarray(grainy.clip(0, 255).astype(np.uint8), "RGB")
        data = io.BytesIO()
        if bilevel:
            picture.convert("L").point(lambda v: 255 * (v > 150)).convert("1").save(data, "PNG")
        else:
            picture.save(data, "JPEG", quality=75)
        new = out.new_page(width=page.rect.width, height=page.rect.height)
        new.insert_image(new.rect, stream=data.getvalue())
    return out


def save(path: Path, page: Page) -> Path:
    path.write_bytes(page.document)
    return path
