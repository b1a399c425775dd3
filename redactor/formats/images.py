"""The pixels of pictures inside documents: read, shown, taken away, highlighted.

Coordinates are pixels of the picture as it is shown: its EXIF orientation, if any, is applied
first, and a picture that is written again no longer needs it.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import (
    ExifTags,
    Image,
    ImageChops,
    ImageDraw,
    ImageFilter,
    ImageOps,
    ImageSequence,
    PngImagePlugin,
)

from redactor.formats.base import Box, Picture
from redactor.formats.ocr import Line, Reader

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
_SMALL = (60, 20)
"""Pixels: a picture narrower or lower than this holds no text worth reading."""
_SCAN = 400_000
"""Pixels: a picture of fewer is no scan of a page (two fifths of A4 at 100 dots an inch), and a
document is not held because nobody could read it, as a PDF is not for a logo."""
_LOW = 1500
"""Pixels: a picture no larger is a screenshot or a small scan, and is read at twice its size."""
_MOST = 36_000_000
_DPI = 200
_QUALITY = 90
_BESIDE = 0.15
"""Of a line's height: letters are wider than what is recognised of them."""
_FEW = 20
"""Letters: fewer that are in doubt are a logo's or a photograph's, and no text left unread."""
_BLACK, _BOX = 16, 11
"""Levels of what is black, and pixels both ways of what is a box, not a letter's stroke."""
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text in a picture that stand together, with one box per character."""

    text: str
    letters: tuple[Box | None, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a picture says; `why` is a message key where that is not all of it."""

    blocks: tuple[Block, ...] = ()
    why: str = ""


def is_raster(data: bytes) -> bool:
    """Whether these are pixels of a kind that can be changed."""
    return data.startswith(
        (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"BM", b"II*\0", b"MM\0*")
    ) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height as shown; None for what is not such a picture."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            width, height = picture.size
            turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
            return (height, width) if turned else (width, height)
    except _BROKEN:
        return None


def read(data: bytes, reader: Reader | None) -> Reading:
    """The text of a picture. Without a reader, one that may be a page is said unread."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width < _SMALL[0] or picture.height < _SMALL[1]:
                return Reading()
            if reader is None:
                scan = picture.width * picture.height >= _SCAN
                return Reading(why="unread.image-only" if scan else "")
            if picture.width * picture.height > _MOST:
                return Reading(why="unread.ocr-too-long")
            grey = _on_white(ImageOps.exif_transpose(picture)).convert("L")
    except _BROKEN:
        return Reading(why="unread.part")
    scale = 2 if max(grey.size) <= _LOW else 1
    enlarged = grey.resize((grey.width * scale, grey.height * scale), Image.Resampling.LANCZOS)
    found = reader.read(enlarged, _DPI)
    if found is None:
        return Reading(why="unread.ocr-too-long")
    letters = sum(len(word.text) for word in found.words())
    why = "unread.ocr-poor" if found.poor and letters >= _FEW else ""
    return Reading(_blocks(found.placed(scale).lines), why)


def shown(data: bytes, most: int) -> Picture | None:
    """The pixels of a picture, its longer side at most `most`; None where it is not sound."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            upright = _on_white(ImageOps.exif_transpose(picture)).convert("RGB")
    except _BROKEN:
        return None
    upright.thumbnail((most, most))
    return Picture(upright.width, upright.height, upright.tobytes())


def blank(data: bytes, boxes: Sequence[Box]) -> bytes:
    """The picture with black in the place of `boxes`. Raises ValueError where it is not sound."""

    def blacken(frame: Image.Image) -> Image.Image:
        draw = ImageDraw.Draw(frame)
        for box in boxes:
            draw.rectangle(_whole(box), fill=_black(frame.mode))
        return frame

    return _edited(data, blacken)


def highlight(data: bytes, boxes: Sequence[Box]) -> bytes:
    """The picture with `boxes` seen through yellow, and all that it says beside its pixels.
    Raises ValueError where it is not sound."""

    def yellow(frame: Image.Image) -> Image.Image:
        frame = frame.convert("RGBA" if "A" in frame.mode else "RGB")
        veil = Image.new(frame.mode, frame.size, "white")
        draw = ImageDraw.Draw(veil)
        for box in boxes:
            draw.rectangle(_whole(box), fill="yellow")
        return ImageChops.multiply(frame, veil)

    return _edited(data, yellow, with_notes=True)


def keep_only(data: bytes, seen: Sequence[Box]) -> bytes:
    """The picture with white in the place of all that is outside of `seen` (fractions of its
    width and height, as it is stored). Raises ValueError where it is not sound."""

    def cut(frame: Image.Image) -> Image.Image:
        whole = frame.convert("RGBA" if "A" in frame.mode else "RGB")
        left = Image.new(whole.mode, whole.size, "white")
        width, height = whole.size
        for x0, y0, x1, y1 in seen:
            # A pixel cut by the edge of what is seen is seen.
            box = (
                int(x0 * width),
                int(y0 * height),
                int(-(-x1 * width // 1)),
                int(-(-y1 * height // 1)),
            )
            left.paste(whole.crop(box), box[:2])
        return left

    return _edited(data, cut)


def without_boxes(data: bytes) -> bytes:
    """The picture, grey, with white in the place of black boxes: beside one, the engine that
    reads letters reads nothing. Raises ValueError where it is not sound."""
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            grey = _on_white(ImageOps.exif_transpose(picture)).convert("L")
    except _BROKEN as error:
        raise ValueError("not a sound picture") from error
    black = grey.point([255] * _BLACK + [0] * (256 - _BLACK))
    boxes = black.filter(ImageFilter.MinFilter(_BOX)).filter(ImageFilter.MaxFilter(_BOX + 4))
    grey.paste(255, mask=boxes)
    out = io.BytesIO()
    grey.save(out, "PNG")
    return out.getvalue()


def strip_of(letters: Sequence[Box | None], start: int, end: int) -> list[Box]:
    """The boxes that hide characters `start` to `end`: one for each stretch on a line."""
    strips: list[Box] = []
    inside = False
    for box in letters[start:end]:
        if box is None:
            inside = False
            continue
        # The letters of a word are on one line, whichever way it runs; its neighbours are where
        # they stand at one height.
        if strips and (
            inside
            or min(strips[-1][3], box[3]) - max(strips[-1][1], box[1]) > 0.5 * (box[3] - box[1])
        ):
            last = strips[-1]
            strips[-1] = (
                min(last[0], box[0]), min(last[1], box[1]),
                max(last[2], box[2]), max(last[3], box[3]),
            )  # fmt: skip
        else:
            strips.append(box)
        inside = True
    return [_wider(box) for box in strips]


def _wider(box: Box) -> Box:
    edge = _BESIDE * min(box[3] - box[1], box[2] - box[0]) + 1
    return box[0] - edge, box[1] - edge, box[2] + edge, box[3] + edge


def _blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    texts: dict[int, list[str]] = {}
    places: dict[int, list[Box | None]] = {}
    for line in lines:
        text, letters = texts.setdefault(line.block, []), places.setdefault(line.block, [])
        if text:
            text.append("\n")
            letters.append(None)
        for number, word in enumerate(line.words):
            if number:
                text.append(" ")
                letters.append(None)
            text.append(word.text)
            letters += word.letters
    return tuple(Block("".join(texts[n]), tuple(places[n])) for n in texts)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture
    layered = picture.convert("RGBA")
    ground = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(ground, layered)


def _black(mode: str) -> Any:
    return {"RGBA": (0, 0, 0, 255), "LA": (0, 255), "CMYK": (0, 0, 0, 255), "RGB": (0, 0, 0)}.get(
        mode, 0
    )


def _whole(box: Box) -> tuple[int, int, int, int]:
    """The pixels that a box touches."""
    return int(box[0]), int(box[1]), int(-(-box[2] // 1)) - 1, int(-(-box[3] // 1)) - 1


def _edited(
    data: bytes, edit: Callable[[Image.Image], Image.Image], *, with_notes: bool = False
) -> bytes:
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            kind = str(picture.format)
            kept: dict[str, Any] = {
                k: picture.info[k] for k in ("dpi", "icc_profile") if k in picture.info
            }
            if kind in ("GIF", "WEBP"):
                kept |= {k: picture.info[k] for k in ("duration", "loop") if k in picture.info}
            if with_notes:
                kept |= _notes(picture, kind)
            frames = [
                edit(_drawable(ImageOps.exif_transpose(frame.copy())))
                for frame in ImageSequence.Iterator(picture)
            ]
            return _saved(frames, kind, kept, picture.info)
    except _BROKEN as error:
        raise ValueError("not a sound picture") from error


def _notes(picture: Image.Image, kind: str) -> dict[str, Any]:
    """What a picture says beside its pixels, as what saves it takes it."""
    exif = picture.getexif()
    exif.pop(ExifTags.Base.Orientation, None)  # the pixels are written upright
    said: dict[str, Any] = {"exif": exif.tobytes()} if len(exif) else {}
    if kind == "PNG":
        said["pnginfo"] = PngImagePlugin.PngInfo()
        for key, value in picture.info.items():
            if isinstance(value, str):
                said["pnginfo"].add_itxt(key, value)
        return said
    return said | {key: picture.info[key] for key in ("comment", "xmp") if key in picture.info}


def _drawable(frame: Image.Image) -> Image.Image:
    """A frame in a mode where black is black whatever its palette or depth."""
    if frame.mode in ("RGB", "RGBA", "L", "LA", "1", "CMYK"):
        return frame
    return frame.convert("RGBA" if "transparency" in frame.info or frame.mode == "PA" else "RGB")


def _saved(
    frames: Sequence[Image.Image], kind: str, kept: dict[str, Any], info: dict[Any, Any]
) -> bytes:
    first, *others = frames
    how = dict(kept)
    if kind == "JPEG":
        first = first.convert("RGB") if first.mode not in ("L", "RGB", "CMYK") else first
        how |= {"quality": _QUALITY, "optimize": True}
    elif kind == "WEBP":
        how["quality"] = _QUALITY
    elif kind == "TIFF":
        compression = info.get("compression")
        bilevel = first.mode == "1"
        how["compression"] = (
            compression if bilevel or compression in ("jpeg", "tiff_lzw") else "tiff_adobe_deflate"
        )
    if others and kind in ("GIF", "WEBP", "TIFF", "PNG"):
        how |= {"save_all": True, "append_images": others}
    for frame in frames:
        frame.info.clear()
    out = io.BytesIO()
    first.save(out, kind, **how)
    return out.getvalue()
