"""Giving an image that was blanked its own kind back: its filter, its quality, its size.

The engine leaves what it touched raw, indexed colours spread out. What was one bit a point is
one bit again, in Group 4 where it was coded for facsimile; JPEG keeps its own tables, and what
had no loss has none.
"""

import io
import zlib
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, JpegImagePlugin

_QUALITY = 85
"""Of a JPEG whose own tables cannot be used."""
_LEVEL = 6
"""Of Flate. At 9 a page of grey grain took 29 s, at 6 it takes 1.7 and as much room."""
_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_DEVICES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_FACSIMILE = ("CCITTFaxDecode", "JBIG2Decode")
_BROKEN = (OSError, ValueError, SyntaxError, KeyError, IndexError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Kind:
    """How an image was coded, before it was touched."""

    width: int
    height: int
    filter: str
    """The last one: ``DCTDecode``; empty for none."""
    bits: int
    indexed: bool
    space: str
    """Its colours, where they are a device's: ``/DeviceGray``."""
    data: bytes
    """As it was coded, for a JPEG or a JPEG 2000."""


def kinds_on(page: Any) -> dict[int, Kind]:
    """The images of a page by their object's number, before they are touched."""
    doc = page.parent
    return {image[0]: _kind(doc, image) for image in page.get_images(full=True)}


def restore(doc: Any, xref: int, before: dict[int, Kind]) -> None:
    """Code image `xref`, new and raw, as the one it replaces was; and its mask."""
    mask = doc.xref_get_key(xref, "SMask")
    if mask[0] == "xref":
        _without_loss(doc, int(mask[1].split()[0]), False)
    if doc.xref_get_key(xref, "Filter")[0] != "null":
        return
    width, height = _number(doc, xref, "Width"), _number(doc, xref, "Height")
    alike = [kind for kind in before.values() if (kind.width, kind.height) == (width, height)]
    if not alike:
        _without_loss(doc, xref, False)
        return
    # Two of one size that were coded differently: the one without loss decides.
    kind = min(alike, key=lambda one: one.filter in ("DCTDecode", "JPXDecode"))
    components = _components(doc, xref, len(doc.xref_stream(xref)))
    if kind.space == _DEVICES.get(components) and not _is_mask(doc, xref):
        doc.xref_set_key(xref, "ColorSpace", kind.space)
    try:
        if _number(doc, xref, "BitsPerComponent") == 1 and kind.filter in _FACSIMILE:
            _as_facsimile(doc, xref)
        elif kind.filter == "DCTDecode":
            _as_jpeg(doc, xref, kind)
        elif kind.filter == "JPXDecode":
            _as_jpeg_2000(doc, xref, kind)
        else:
            _without_loss(doc, xref, kind.indexed)
    except _BROKEN:
        _without_loss(doc, xref, False)


def _is_mask(doc: Any, xref: int) -> bool:
    return bool(doc.xref_get_key(xref, "ImageMask")[1] == "true")


def _kind(doc: Any, image: Any) -> Kind:
    xref, _, width, height, bits = image[:5]
    last = image[8].split(",")[-1].strip()
    space = doc.xref_get_key(xref, "ColorSpace")[1]
    coded = last in ("DCTDecode", "JPXDecode")
    return Kind(
        width,
        height,
        last,
        bits,
        "/Indexed" in space or image[5] == "Indexed",
        space if space in _DEVICES.values() else "",
        doc.xref_stream_raw(xref) if coded and "," not in image[8] else b"",
    )


def _number(doc: Any, xref: int, key: str) -> int:
    kind, value = doc.xref_get_key(xref, key)
    return int(value) if kind == "int" else 0


def _components(doc: Any, xref: int, size: int) -> int:
    width, height = _number(doc, xref, "Width"), _number(doc, xref, "Height")
    bits = _number(doc, xref, "BitsPerComponent") or 1
    return size // height * 8 // (width * bits) if width and height else 0


def _picture(doc: Any, xref: int) -> Image.Image:
    """The image's own samples. Raises ValueError where they are no usual ones."""
    data = doc.xref_stream(xref)
    size = _number(doc, xref, "Width"), _number(doc, xref, "Height")
    mode = _MODES.get(_components(doc, xref, len(data)), "")
    if _number(doc, xref, "BitsPerComponent") != 8 or not mode:
        raise ValueError("not bytes")
    return Image.frombytes(mode, size, data)


def _as_facsimile(doc: Any, xref: int) -> None:
    """ISO 32000-2, 7.4.6: Group 4 is K < 0; here, as there, a point that is set is white."""
    size = _number(doc, xref, "Width"), _number(doc, xref, "Height")
    out = io.BytesIO()
    picture = Image.frombytes("1", size, doc.xref_stream(xref))
    picture.save(out, "TIFF", compression="group4", strip_size=1 << 30)
    out.seek(0)
    with Image.open(out) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
        dark_is_set = tiff.tag_v2[262] == 1  # type: ignore[attr-defined]
    parameters = (
        f"<</K -1 /Columns {size[0]} /Rows {size[1]} /BlackIs1 {str(dark_is_set).lower()}>>"
    )
    _put(doc, xref, out.getvalue()[start : start + length], "/CCITTFaxDecode", parameters)


def _as_jpeg(doc: Any, xref: int, kind: Kind) -> None:
    picture = _picture(doc, xref)
    how: dict[str, Any] = {"quality": _QUALITY}
    if kind.data:
        with Image.open(io.BytesIO(kind.data), formats=("JPEG",)) as old:
            if len(old.getbands()) == len(picture.getbands()):
                how = {"qtables": old.quantization}  # type: ignore[attr-defined]
                if old.mode == "RGB":
                    how["subsampling"] = JpegImagePlugin.get_sampling(old)
    out = io.BytesIO()
    picture.save(out, "JPEG", optimize=True, **how)
    _put(doc, xref, out.getvalue(), "/DCTDecode")
    if picture.mode == "CMYK":  # written upside down, as the Adobe marker says it is
        doc.xref_set_key(xref, "Decode", "[1 0 1 0 1 0 1 0]")


def _as_jpeg_2000(doc: Any, xref: int, kind: Kind) -> None:
    picture = _picture(doc, xref)
    rate = len(doc.xref_stream(xref)) / max(len(kind.data), 1)
    out = io.BytesIO()
    picture.save(
        out, "JPEG2000", quality_mode="rates", quality_layers=[max(rate, 1)],
        irreversible=rate > 4, no_jp2=True,
    )  # fmt: skip
    _put(doc, xref, out.getvalue(), "/JPXDecode")


def _without_loss(doc: Any, xref: int, indexed: bool) -> None:
    """Flate; with the predictors of PNG where they are of use (ISO 32000-2, 7.4.4.4)."""
    if doc.xref_get_key(xref, "Filter")[0] != "null":
        return
    try:
        picture = _picture(doc, xref)
    except ValueError:
        _put(doc, xref, zlib.compress(doc.xref_stream(xref), _LEVEL), "/FlateDecode")
        return
    if indexed and picture.mode == "RGB" and _as_indexed(doc, xref, picture):
        return
    plain = zlib.compress(picture.tobytes(), _LEVEL)
    colours = len(picture.getbands())
    # PNG knows no CMYK; four bytes a point are filtered alike, whatever they mean.
    bands = Image.frombytes("RGBA", picture.size, picture.tobytes()) if colours == 4 else picture
    out = io.BytesIO()
    bands.save(out, "PNG", compress_level=_LEVEL)
    predicted = _chunks(out.getvalue())
    if len(plain) <= len(predicted):
        _put(doc, xref, plain, "/FlateDecode")
        return
    parameters = f"<</Predictor 15 /Colors {colours} /BitsPerComponent 8 /Columns {picture.width}>>"
    _put(doc, xref, predicted, "/FlateDecode", parameters)


def _as_indexed(doc: Any, xref: int, picture: Image.Image) -> bool:
    """As a palette, where the colours are few enough for one."""
    points = np.asarray(picture, dtype=np.uint32)
    packed = (points[..., 0] << 16) | (points[..., 1] << 8) | points[..., 2]
    colours, places = np.unique(packed, return_inverse=True)
    if len(colours) > 256:
        return False
    palette = "".join(f"{colour:06x}" for colour in colours)
    space = f"[/Indexed /DeviceRGB {len(colours) - 1} <{palette}>]"
    # As few bits a point as the palette needs: 1, 2, 4 or 8.
    bits = next(each for each in (1, 2, 4, 8) if len(colours) <= 1 << each)
    rows = places.reshape(points.shape[:2]).astype(np.uint8)
    if bits < 8:
        each = 8 // bits
        rows = np.pad(rows, ((0, 0), (0, -rows.shape[1] % each)))
        parts = rows.reshape(rows.shape[0], -1, each)
        shifts = np.arange(8 - bits, -1, -bits, dtype=np.uint8)
        rows = np.bitwise_or.reduce(parts << shifts, axis=2)
    _put(doc, xref, zlib.compress(rows.astype(np.uint8).tobytes(), _LEVEL), "/FlateDecode")
    doc.xref_set_key(xref, "ColorSpace", space)
    doc.xref_set_key(xref, "BitsPerComponent", str(bits))
    return True


def _chunks(png: bytes) -> bytes:
    """The pixels of a PNG, as they are coded in it."""
    at, found = 8, []
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            found.append(png[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(found)


def _put(doc: Any, xref: int, data: bytes, name: str, parameters: str = "null") -> None:
    doc.update_stream(xref, data, compress=False)
    doc.xref_set_key(xref, "Filter", name)
    doc.xref_set_key(xref, "DecodeParms", parameters)
