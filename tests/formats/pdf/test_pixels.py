"""Pixels under areas go from every representation, on their page alone, and keep their kind."""

import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pymupdf
import pytest
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from redactor.formats.base import Area, Plan
from redactor.formats.pdf import ADAPTER

SIZE = (595, 842)
AREA = (60.0, 100.0, 300.0, 140.0)
SECRET = (80, 105, 280, 135)
"""Dark, within the area: in points and in pixels, since the page is drawn at 72 dots an inch."""


def drawing() -> Image.Image:
    """A page with a dark bar in the area and another one below it."""
    picture = Image.new("L", SIZE, 245)
    pencil = ImageDraw.Draw(picture)
    pencil.rectangle(SECRET, fill=20)
    for row in range(300, 800, 9):
        pencil.line((60, row, 60 + row // 2, row), fill=row % 120, width=3)
    return picture


def group_4(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.convert("1", dither=Image.Dither.NONE).save(
        out, "TIFF", compression="group4", strip_size=1 << 30
    )
    with Image.open(io.BytesIO(out.getvalue())) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
        assert tiff.tag_v2[262] == 1  # type: ignore[attr-defined]
    return out.getvalue()[start : start + length]


def jpeg(picture: Image.Image, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", **how)
    return out.getvalue()


def image(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Stream:
    grey = drawing()
    told: dict[str, Any] = {"Width": SIZE[0], "Height": SIZE[1], "BitsPerComponent": 8}
    space: object = Name.DeviceGray
    fax = Dictionary(K=-1, Columns=SIZE[0], Rows=SIZE[1], BlackIs1=True)
    match kind:
        case "group 4":
            data, name = group_4(grey), Name.CCITTFaxDecode
            told |= {"BitsPerComponent": 1, "DecodeParms": fax}
        case "stencil":
            data, name = group_4(grey), Name.CCITTFaxDecode
            told |= {"BitsPerComponent": 1, "DecodeParms": fax, "ImageMask": True}
        case "grey":
            data, name = zlib.compress(grey.tobytes()), Name.FlateDecode
        case "indexed":
            few = grey.convert("RGB").quantize(16)
            data, name = zlib.compress(few.tobytes()), Name.FlateDecode
            palette = bytes(few.getpalette() or ())[:48]
            space = Array([Name.Indexed, Name.DeviceRGB, 15, pikepdf.String(palette)])
        case "jpeg":
            data, name = jpeg(grey.convert("RGB"), quality=40), Name.DCTDecode
            space = Name.DeviceRGB
        case "cmyk":
            data, name = jpeg(grey.convert("RGB").convert("CMYK"), quality=60), Name.DCTDecode
            space = Name.DeviceCMYK
            told["Decode"] = Array([1, 0] * 4)
        case "jpeg 2000":
            out = io.BytesIO()
            grey.save(out, "JPEG2000", quality_mode="rates", quality_layers=[20], irreversible=True)
            data, name = out.getvalue(), Name.JPXDecode
        case "mask":
            data, name = zlib.compress(bytes(3 * SIZE[0] * SIZE[1])), Name.FlateDecode
            space = Name.DeviceRGB
            told["SMask"] = pdf.make_stream(
                zlib.compress(Image.eval(grey, lambda v: 255 - v).tobytes()),
                Type=Name.XObject, Subtype=Name.Image, Width=SIZE[0], Height=SIZE[1],
                ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.FlateDecode,
            )  # fmt: skip
        case _:
            raise ValueError(kind)
    if kind != "stencil":
        told["ColorSpace"] = space
    return pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Filter=name, **told)


def document(path: Path, kind: str, pages: int = 1, change: object = None) -> Path:
    """Pages that are one shared picture."""
    with pikepdf.new() as pdf:
        shown = image(pdf, kind)
        if callable(change):
            change(pdf, shown)
        for _ in range(pages):
            page = pdf.add_blank_page(page_size=SIZE)
            page.Resources = Dictionary(XObject=Dictionary(Im0=shown))
            page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")
        pdf.save(path)
    return path


def redact(path: Path, out: Path) -> Path:
    with ADAPTER.open(path) as source:
        source.write_redacted(out, Plan(areas=(Area("a", 1, AREA),)))
    return out


def shown(path: Path, page: int = 0) -> NDArray[np.int64]:
    with pymupdf.open(path) as doc:
        pixmap = doc[page].get_pixmap(colorspace=pymupdf.csGRAY, alpha=False)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(SIZE[1], SIZE[0]).astype(np.int64)


def pixels_under(path: Path) -> NDArray[np.uint8]:
    """What lies under the area, whatever is drawn over it: without the mark."""
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        name = next(iter(page.Resources.XObject.keys()))
        page.Contents = pdf.make_stream(f"q 595 0 0 842 0 0 cm {name} Do Q".encode())
        bare = io.BytesIO()
        pdf.save(bare)
    with pymupdf.open(stream=bare.getvalue()) as doc:
        clip = pymupdf.Rect(SECRET)
        pixmap = doc[0].get_pixmap(colorspace=pymupdf.csGRAY, alpha=False, clip=clip)
    return np.frombuffer(pixmap.samples, np.uint8)


@dataclass(frozen=True)
class Coded:
    """How the one image of a page is coded."""

    filter: str
    stencil: bool
    bits: int
    space: str
    data: bytes


def image_of(path: Path, page: int = 0) -> Coded:
    with pikepdf.open(path) as pdf:
        (found,) = (
            each
            for each in pdf.pages[page].Resources.XObject.values()
            if each.Subtype == Name.Image
        )
        space = found.get("/ColorSpace")
        return Coded(
            str(found.Filter),
            bool(found.get("/ImageMask", False)),
            int(found.BitsPerComponent),
            str(space[0] if isinstance(space, Array) else space),
            found.read_raw_bytes(),
        )


KINDS = ("group 4", "stencil", "grey", "indexed", "jpeg", "cmyk", "jpeg 2000", "mask")


@pytest.mark.parametrize("kind", KINDS)
def test_pixels_go_and_the_rest_stays(kind: str, tmp_path: Path) -> None:
    path = document(tmp_path / "a.pdf", kind)
    assert np.ptp(pixels_under(path)) < 80, "the trap"
    assert pixels_under(path).mean() < 80, "the trap: dark"
    out = redact(path, tmp_path / "r.pdf")
    assert pixels_under(out).min() > 230
    before, after = shown(path), shown(out)
    x0, y0, x1, y1 = (round(edge) for edge in AREA)
    before[y0 - 9 : y1 + 9, x0 - 9 : x1 + 9] = after[y0 - 9 : y1 + 9, x0 - 9 : x1 + 9] = 0
    lossy = kind in ("jpeg", "cmyk", "jpeg 2000")
    assert np.abs(before - after).max() <= (24 if lossy else 0)


@pytest.mark.parametrize("kind", KINDS)
def test_an_image_keeps_its_kind_and_about_its_size(kind: str, tmp_path: Path) -> None:
    path = document(tmp_path / "a.pdf", kind)
    old, new = image_of(path), image_of(redact(path, tmp_path / "r.pdf"))
    assert (new.filter, new.stencil, new.space) == (old.filter, old.stencil, old.space)
    assert new.bits <= old.bits
    assert len(new.data) < 1.1 * len(old.data) + 100


def test_an_image_of_another_page_stays_whole(tmp_path: Path) -> None:
    path = document(tmp_path / "a.pdf", "jpeg", pages=2)
    out = redact(path, tmp_path / "r.pdf")
    assert np.array_equal(shown(path, 1), shown(out, 1))
    assert image_of(path, 1) == image_of(out, 1)


def test_other_forms_of_the_image_go_with_it(tmp_path: Path) -> None:
    def alternate(pdf: pikepdf.Pdf, shown: pikepdf.Stream) -> None:
        twin = image(pdf, "grey")
        shown.Alternates = Array([Dictionary(Image=twin, DefaultForPrinting=True)])
        shown.Metadata = pdf.make_stream(b"<x>Hyacinthe</x>", Type=Name.Metadata, Subtype=Name.XML)

    path = document(tmp_path / "a.pdf", "jpeg", change=alternate)
    out = redact(path, tmp_path / "r.pdf")
    with pikepdf.open(out) as pdf:
        images = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Width" in o]
    assert len(images) == 1, "the alternate is no more"
    assert b"Hyacinthe" not in out.read_bytes()


def test_a_page_thumbnail_goes(tmp_path: Path) -> None:
    path = document(tmp_path / "a.pdf", "grey")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Thumb = image(pdf, "grey")
        pdf.save(path)
    with pikepdf.open(redact(path, tmp_path / "r.pdf")) as pdf:
        assert "/Thumb" not in pdf.pages[0]


def test_notes_inside_a_jpeg_go(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Hyacinthe Trevidic"  # the author
    data = jpeg(drawing(), quality=70, exif=exif)
    with pymupdf.open() as doc:
        doc.new_page(width=SIZE[0], height=SIZE[1]).insert_image((0, 0, *SIZE), stream=data)
        doc.new_page(width=SIZE[0], height=SIZE[1]).insert_image((0, 0, *SIZE), stream=data)
        doc.save(tmp_path / "a.pdf")
    assert b"Trevidic" in (tmp_path / "a.pdf").read_bytes(), "the trap"
    out = redact(tmp_path / "a.pdf", tmp_path / "r.pdf")
    assert b"Trevidic" not in out.read_bytes(), "on the page without an area either"


def test_an_image_within_the_content_is_blanked(tmp_path: Path) -> None:
    samples = drawing().resize((119, 168)).tobytes()
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=SIZE)
        page.Contents = pdf.make_stream(
            b"q 595 0 0 842 0 0 cm BI /W 119 /H 168 /BPC 8 /CS /G /F /AHx ID "
            + samples.hex().encode()
            + b"> EI Q"
        )
        pdf.save(tmp_path / "a.pdf")
    out = redact(tmp_path / "a.pdf", tmp_path / "r.pdf")
    with pymupdf.open(out) as doc:
        blocks = [b for b in doc[0].get_text("dict")["blocks"] if b["type"] == 1]
    (block,) = blocks
    under = Image.open(io.BytesIO(block["image"])).convert("L")
    crop = under.crop((18, 22, 54, 26))
    assert min(crop.tobytes()) > 230


def test_of_two_drawings_of_one_image_the_one_under_the_area_is_blanked(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=SIZE)
        page.Resources = Dictionary(XObject=Dictionary(Im0=image(pdf, "jpeg")))
        page.Contents = pdf.make_stream(
            b"q 240 0 0 40 60 702 cm /Im0 Do Q q 240 0 0 40 60 202 cm /Im0 Do Q"
        )
        pdf.save(tmp_path / "a.pdf")
    out = redact(tmp_path / "a.pdf", tmp_path / "r.pdf")
    below = np.s_[600:640, 60:300]
    difference = np.abs(shown(tmp_path / "a.pdf")[below] - shown(out)[below])
    assert difference.max() <= 24
