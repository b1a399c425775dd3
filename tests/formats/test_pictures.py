"""What pictures say beside their pixels goes; pixels stay, bit by bit."""

import io

import pytest
from PIL import Image, PngImagePlugin

from redactor.formats import images
from redactor.formats.pictures import is_picture, notes, strip
from tests.formats.docx.embedded import png

NAME = "Brindavoine"


def picture(kind: str, **saved: object) -> bytes:
    image = Image.new("RGB", (16, 12))
    image.putdata([(x * 16 % 256, x * 3 % 256, x % 256) for x in range(16 * 12)])
    buffer = io.BytesIO()
    image.save(buffer, kind, **saved)
    return buffer.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x013B] = f"auteur {NAME}"
    data[0x0112] = orientation
    return data


def xmp() -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>xmp {NAME}</a></x:xmpmeta>'.encode()


def signed() -> dict[str, bytes]:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", f"texte {NAME}")
    info.add_itxt("Comment", f"texte long {NAME}", zip=True)
    note = f"note {NAME}".encode()
    return {
        "JPEG": picture("JPEG", exif=exif(), comment=note, xmp=xmp()) + NAME.encode(),
        "PNG": picture("PNG", pnginfo=info, exif=exif()) + NAME.encode(),
        "GIF": picture("GIF", comment=note),
        "WEBP": picture("WEBP", exif=exif(), xmp=xmp(), lossless=True),
    }


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_notes_are_read_then_go_and_no_pixel_changes(kind: str) -> None:
    data = signed()[kind]
    assert is_picture(data)
    assert any(NAME in text for _, text in notes(data))
    bare = strip(data)
    assert NAME.encode() not in bare
    assert notes(bare) == []
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(bare)) as after:
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_the_highlighted_picture_says_what_the_original_says(kind: str) -> None:
    data = signed()[kind]
    assert images.highlight(data, [(2, 2, 6, 6)]) != data
    assert notes(images.highlight(data, [(2, 2, 6, 6)])) == notes(data)
    assert NAME.encode() not in images.blank(data, [(2, 2, 6, 6)])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_a_bare_picture_keeps_its_pixels_and_a_second_strip_changes_nothing(kind: str) -> None:
    bare = strip(picture(kind))
    assert strip(bare) == bare


def test_the_side_that_is_up_stays() -> None:
    data = picture("JPEG", exif=exif(orientation=6))
    with Image.open(io.BytesIO(strip(data))) as after:
        assert dict(after.getexif()) == {0x0112: 6}


def test_a_picture_cut_short_raises_nothing() -> None:
    for data in signed().values():
        cut = data[: len(data) // 3]
        assert len(strip(cut)) <= len(cut)


def test_the_sample_of_the_torture_file_is_a_trap() -> None:
    assert NAME.encode() in png(NAME)
    assert NAME.encode() not in strip(png(NAME))
