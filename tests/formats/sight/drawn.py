"""Things that a page shows beside its text, drawn by script: no real person's hand or face."""

import io
import math
import random

import numpy as np
import pymupdf
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pystrich.datamatrix import DataMatrixEncoder
from pystrich.qrcode import QRCodeEncoder

BLUE, BLACK, RED, VIOLET = (28, 48, 140), (25, 25, 25), (170, 30, 40), (90, 40, 130)
_LARGE = 4


def strokes(seed: int) -> list[list[tuple[float, float]]]:
    """Points of the strokes of a signature, in a box of 1 by 0.4."""
    source = random.Random(seed)
    found = []
    for part in range(source.randint(1, 3)):
        x = 0.04 + 0.25 * part
        knots = [(x, source.uniform(0.15, 0.3))]
        for step in range(source.randint(6, 13)):
            x += source.uniform(-0.03, 0.16)
            tall = source.choice((0.05, 0.1, 0.18))
            y = 0.2 + (tall if step % 2 else -tall) * source.uniform(0.6, 1)
            knots.append((min(max(x, 0.02), 0.98), min(max(y, 0.01), 0.39)))
        found.append(_smooth(knots))
    if source.random() < 0.6:  # a flourish under the whole
        found.append(_smooth([(0.9, 0.3), (0.5, 0.36), (0.1, 0.33), (0.5, 0.38), (0.95, 0.34)]))
    return found


def _smooth(knots: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A Catmull-Rom curve through the knots."""
    every = [knots[0], *knots, knots[-1]]
    points = []
    for a, b, c, d in zip(every, every[1:], every[2:], every[3:], strict=False):
        for step in range(14):
            t = step / 14
            points.append(
                tuple(
                    0.5
                    * (
                        2 * q
                        + (r - p) * t
                        + (2 * p - 5 * q + 4 * r - s) * t**2
                        + (3 * q - p - 3 * r + s) * t**3
                    )
                    for p, q, r, s in zip(a, b, c, d, strict=True)
                )
            )
    return points  # type: ignore[return-value]


def signature(
    seed: int, width: int = 420, colour: tuple[int, int, int] = BLUE, thick: float = 3.0
) -> Image.Image:
    """A signature on nothing: its ink alone is opaque."""
    size = (width * _LARGE, int(width * 0.4) * _LARGE)
    ink = Image.new("L", size, 0)
    pencil = ImageDraw.Draw(ink)
    for line in strokes(seed):
        pencil.line(
            [(x * size[0], y * size[0]) for x, y in line], 255, round(thick * _LARGE), "curve"
        )
    ink = ink.resize((width, int(width * 0.4)), Image.Resampling.LANCZOS)
    ink = ink.crop(ink.getbbox())
    picture = Image.new("RGB", ink.size, colour)
    picture.putalpha(ink)
    return picture


def draw_signature(page: pymupdf.Page, box: pymupdf.Rect, seed: int) -> pymupdf.Rect:
    """A signature as a drawing program writes it: curves, no picture. Returns where its ink is."""
    shape = page.new_shape()
    whole = pymupdf.EMPTY_RECT()
    for line in strokes(seed):
        points = [pymupdf.Point(box.x0 + x * box.width, box.y0 + y * box.width) for x, y in line]
        for a, b, c, d in zip(points[::3], points[1::3], points[2::3], points[3::3], strict=False):
            shape.draw_bezier(a, b, c, d)
            whole.include_point(a).include_point(d)
    shape.finish(color=(0.05, 0.1, 0.5), width=1.1, closePath=False)
    shape.commit()
    return whole


def stamp(
    seed: int,
    side: int = 330,
    colour: tuple[int, int, int] = BLUE,
    words: str = "MAIRIE DE PLOUVARA",
) -> Image.Image:
    """A round stamp: two rings, words around, a mark in the middle."""
    source = random.Random(seed)
    big = side * 2
    ink = Image.new("L", (big, big), 0)
    pencil = ImageDraw.Draw(ink)
    edge = big * 0.02
    pencil.ellipse((edge, edge, big - edge, big - edge), outline=255, width=round(big * 0.018))
    inner = big * 0.2
    pencil.ellipse((inner, inner, big - inner, big - inner), outline=255, width=round(big * 0.01))
    font = ImageFont.load_default(big * 0.1)
    for number, char in enumerate(words):
        angle = 360 * number / len(words)
        letter = Image.new("L", (round(big * 0.12),) * 2, 0)
        ImageDraw.Draw(letter).text((big * 0.03, 0), char, 255, font=font)
        letter = letter.rotate(-angle, expand=True)
        x = big / 2 + 0.39 * big * math.sin(math.radians(angle)) - letter.width / 2
        y = big / 2 - 0.39 * big * math.cos(math.radians(angle)) - letter.height / 2
        ink.paste(255, (round(x), round(y)), letter)
    middle = big / 2
    pencil.regular_polygon(
        (middle, middle, big * 0.16), 5, rotation=source.randint(0, 72), fill=255
    )
    ink = ink.resize((side, side), Image.Resampling.LANCZOS).rotate(
        source.uniform(-20, 20), Image.Resampling.BICUBIC
    )
    # Rubber does not print evenly.
    worn = np.random.default_rng(seed).normal(0.82, 0.12, (side, side)).clip(0, 1)
    ink = Image.fromarray((np.asarray(ink) * worn).astype(np.uint8), "L")
    picture = Image.new("RGB", ink.size, colour)
    picture.putalpha(ink)
    return picture


def portrait(
    seed: int, width: int = 280, skin: tuple[int, int, int] = (205, 160, 130)
) -> Image.Image:
    """An oval of the colour of skin with hair and shoulders, lit from one side, with grain."""
    source = np.random.default_rng(seed)
    height = round(width * 1.28)
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    light = 0.75 + 0.35 * (columns / width)
    ground = np.stack(
        [170 + 30 * rows / height, 180 + 20 * columns / width, 195 - 25 * rows / height], 2
    )
    picture = Image.fromarray(ground.clip(0, 255).astype(np.uint8), "RGB")
    pencil = ImageDraw.Draw(picture)
    cloth = tuple(int(v) for v in source.integers(30, 120, 3))
    pencil.ellipse((width * 0.05, height * 0.72, width * 0.95, height * 1.4), fill=cloth)
    pencil.ellipse((width * 0.24, height * 0.1, width * 0.76, height * 0.62), fill=(60, 45, 38))
    pencil.ellipse((width * 0.29, height * 0.18, width * 0.71, height * 0.72), fill=skin)
    for x in (0.4, 0.6):
        pencil.ellipse(
            (width * x - 9, height * 0.38, width * x + 9, height * 0.42), fill=(50, 40, 40)
        )
    pencil.arc((width * 0.4, height * 0.5, width * 0.6, height * 0.62), 20, 160, (150, 80, 80), 5)
    soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(width / 60)), dtype=np.float32)
    soft = soft * light[..., None] + source.normal(0, 6, soft.shape)
    return Image.fromarray(soft.clip(0, 255).astype(np.uint8), "RGB")


def qr(text: str = "https://verif.exemple.fr/?id=8f2c41aa") -> Image.Image:
    return QRCodeEncoder(text).get_pilimage(6).convert("RGB")


def data_matrix(text: str = "DC04FR0000011C2A0BE4") -> Image.Image:
    return DataMatrixEncoder(text * 4).get_pilimage(6).convert("RGB")


def as_png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def as_jpeg(picture: Image.Image, quality: int = 80) -> bytes:
    """On white, as a word processor would flatten it."""
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=quality)
    return out.getvalue()
