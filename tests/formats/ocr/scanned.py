"""Synthetic scans: pages of known text, drawn, then spoiled as a scanner does."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pymupdf
from PIL import Image, ImageFilter

A4 = (595.0, 842.0)

LETTER = """Madame la directrice,

Par courrier du 14 mars 2023, Madame Hyacinthe Trévidic, née le 3 juin 1981 à Douarnenez, a
demandé la communication de son dossier. Le secrétariat de Monsieur Anatole Kerguélen, chef du
service des prestations, en a accusé réception le 21 mars suivant sous le numéro 2023-0417.

L'intéressée demeure 12, rue des Églantiers à Quimperlé. Elle peut être jointe au 06 12 34 56 78
ou par courriel à l'adresse hyacinthe.trevidic@exemple.fr. Sa mère, Mme Gwenaëlle Le Bihan, a
été entendue par les services de la préfecture, où elle a remis trois pièces : une attestation,
un certificat de scolarité et la copie d'un bail. L'examen du dossier n'appelle pas d'observation.

La commission, réunie le 2 mai, a estimé que le refus opposé à la requérante était fondé, sauf
en ce qui concerne les pièces nos 4, 7 et 11, qui ne comportent aucune mention couverte par le
secret. Il vous appartient donc de les communiquer, après occultation des noms des tiers.

Je vous prie d'agréer, Madame la directrice, l'expression de ma considération distinguée.

Barnabé Quéméneur
adjoint au chef du bureau des affaires générales"""


@dataclass(frozen=True, slots=True)
class Spoil:
    """What happens to a page between the printer and the file."""

    dpi: int = 200
    skew: float = 0.0
    """Degrees."""
    turn: int = 0
    """Quarter turns, counter-clockwise."""
    contrast: float = 1.0
    """1: black on white; 0.3: grey on grey."""
    noise: float = 6.0
    """Standard deviation, of 255."""
    blur: float = 0.5
    """Pixels."""
    quality: int = 75


def scan(
    path: Path,
    pages: Sequence[str] = (LETTER,),
    spoil: Spoil | None = None,
    *,
    columns: int = 1,
    font: str = "tiro",
    size: float = 11.0,
) -> Path:
    """A PDF whose pages are pictures of text, and nothing else."""
    with pymupdf.open() as out:
        for number, text in enumerate(pages):
            data, width, height = picture(text, spoil or Spoil(), number, columns, font, size)
            page = out.new_page(width=width, height=height)
            page.insert_image(page.rect, stream=data)
        out.save(path)
    return path


def picture(
    text: str, spoil: Spoil, seed: int = 0, columns: int = 1, font: str = "tiro", size: float = 11.0
) -> tuple[bytes, float, float]:
    """A JPEG of a page of text, and the page's size in points."""
    image = spoiled(drawn(text, spoil.dpi, columns, font, size), spoil, seed)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=spoil.quality)
    return out.getvalue(), image.width * 72 / spoil.dpi, image.height * 72 / spoil.dpi


def drawn(text: str, dpi: int, columns: int, font: str, size: float) -> Image.Image:
    with pymupdf.open() as doc:
        page = doc.new_page(width=A4[0], height=A4[1])
        width = (A4[0] - 120 - 20 * (columns - 1)) / columns
        paragraphs = text.split("\n\n")
        share = -(-len(paragraphs) // columns)
        for column in range(columns):
            part = "\n\n".join(paragraphs[column * share : (column + 1) * share])
            if columns > 1:
                part = "\n\n".join(p.replace("\n", " ") for p in part.split("\n\n"))
            left = 60 + column * (width + 20)
            box = pymupdf.Rect(left, 70, left + width, A4[1] - 40)
            if page.insert_textbox(box, part, fontname=font, fontsize=size, lineheight=1.3) < 0:
                raise ValueError("the text does not fit")
        pixmap = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)


def spoiled(image: Image.Image, spoil: Spoil, seed: int = 0) -> Image.Image:
    if spoil.skew:
        image = image.rotate(spoil.skew, Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(spoil.blur))
    grey = np.asarray(image, dtype=np.float32)
    grey = 235 - (255 - grey) * spoil.contrast * 0.85
    grey += np.random.default_rng(seed).normal(0, spoil.noise, grey.shape)
    image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8), "L")
    return image.rotate(90 * spoil.turn, expand=True) if spoil.turn else image


def words(seed: int, count: int) -> str:
    """Lines of invented names, for measuring on more than one text."""
    source = random.Random(seed)
    syllables = "ba ker gwen lé tri mor van du fay san chou bel ran ty vé qui no la mé zo".split()
    made = ["".join(source.choices(syllables, k=source.randint(2, 4))) for _ in range(count)]
    named = [word.capitalize() if source.random() < 0.5 else word for word in made]
    return "\n".join(" ".join(named[at : at + 9]) for at in range(0, count, 9))
