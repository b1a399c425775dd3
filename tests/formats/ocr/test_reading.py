"""From pixels to words: letters right, places right, and no silence about what was not read."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from redactor.formats import ocr
from redactor.formats.ocr.letters import letter_boxes
from redactor.formats.ocr.paper import is_blank
from redactor.formats.ocr.turning import sideways
from redactor.formats.ocr.words import decode, encode
from tests.formats.ocr.scanned import LETTER, Spoil, drawn, picture, spoiled

SHORT = LETTER.split("\n\n")[1].rsplit("\n", 1)[0]


@pytest.fixture(scope="module")
def reader() -> Iterator[ocr.Reader]:
    found = ocr.reader()
    assert found is not None
    yield found
    found.close()


def pixels(text: str = SHORT, spoil: Spoil | None = None) -> Image.Image:
    return Image.open(io.BytesIO(picture(text, spoil or Spoil())[0]))


def errors(text: str, found: ocr.Recognised | None) -> float:
    assert found is not None
    return Levenshtein.normalized_distance(" ".join(text.split()), " ".join(found.text.split()))


def test_a_clean_page_is_read(reader: ocr.Reader) -> None:
    found = reader.read(pixels(), 200)
    assert errors(SHORT, found) < 0.01
    assert found is not None
    assert found.confidence > 0.8
    assert not found.poor


@pytest.mark.parametrize(
    "spoil",
    [
        Spoil(skew=2),
        Spoil(contrast=0.2, noise=3),
        Spoil(noise=30),
        Spoil(turn=1),
        Spoil(turn=2),
        Spoil(turn=3),
    ],
    ids=["skewed", "faint", "grainy", "on its left", "upside down", "on its right"],
)
def test_a_spoiled_page_is_read(reader: ocr.Reader, spoil: Spoil) -> None:
    assert errors(SHORT, reader.read(pixels(spoil=spoil), 200)) < 0.03


def test_a_page_that_bears_one_name_is_read(reader: ocr.Reader) -> None:
    found = reader.read(pixels("Hyacinthe Trévidic"), 200)
    assert found is not None
    assert found.text == "Hyacinthe Trévidic"


def test_words_of_a_turned_page_are_where_their_ink_is(reader: ocr.Reader) -> None:
    image = pixels(spoil=Spoil(turn=1))
    assert sideways(image)
    found = reader.read(image, 200)
    assert found is not None
    ink = Image.eval(image, lambda level: 255 * (level < 128)).getbbox()
    assert ink is not None
    boxes = [word.box for word in found.words()]
    assert min(box[0] for box in boxes) == pytest.approx(ink[0], abs=5)
    assert max(box[3] for box in boxes) == pytest.approx(ink[3], abs=5)
    line = found.lines[0]
    word = line.words[0]
    assert line.turn == 3, "written from bottom to top"
    assert word.letters[0][1] > word.letters[-1][1], "its first letter stands lowest"


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_slip_turned_beside_upright_text_is_read(reader: ocr.Reader, turn: int) -> None:
    """The trap: the page as a whole is upright and well read, so nobody turns it."""
    page = Image.new("L", (1654, 2000), 255)
    page.paste(drawn(LETTER, 200, 1, "tiro", 11).crop((0, 150, 1654, 900)), (0, 0))
    slip = drawn("Madame Hyacinthe Trévidic\n\n12, rue des Églantiers", 200, 1, "tiro", 11)
    slip = slip.crop((100, 150, 900, 450)).rotate(90 * turn, expand=True)
    page.paste(slip, (300, 1000))
    found = reader.read(spoiled(page, Spoil()), 200)
    assert found is not None
    said = {line.text: line for line in found.lines}
    assert "Madame Hyacinthe Trévidic" in said
    line = said["Madame Hyacinthe Trévidic"]
    assert line.turn == (4 - turn) % 4
    x0, y0, x1, y1 = map(int, line.words[-1].box)
    ink = page.crop((x0, y0, x1, y1))
    assert min(ink.convert("L").tobytes()) < 128, "the name is where its ink is"


def test_nothing_is_told_from_faint_print() -> None:
    assert is_blank(pixels(spoil=Spoil(contrast=0.0)))
    assert is_blank(pixels(spoil=Spoil(contrast=0.0, noise=25)))
    assert not is_blank(pixels("Hyacinthe", Spoil(contrast=0.2)))
    assert not is_blank(pixels(spoil=Spoil(contrast=0.08, noise=2)))


def test_ink_says_where_letters_end() -> None:
    """The engine's own boxes may be a letter off, before a comma above all."""
    word = Image.new("L", (60, 20), 255)
    for x0, x1 in ((2, 10), (14, 22), (26, 28)):
        word.paste(0, (x0, 2, x1, 18))
    symbols = [("n", (2, 2, 6, 18)), ("n", (6, 2, 12, 18)), (",", (12, 2, 28, 18))]
    boxes = letter_boxes(word, symbols, (2, 2, 28, 18))
    assert [(box[0], box[2]) for box in boxes] == [(2, 12), (12, 24), (24, 28)]


def test_what_was_read_is_kept(reader: ocr.Reader, tmp_path: Path) -> None:
    image = pixels("Hyacinthe Trévidic")
    first = ocr.reader(tmp_path / "cache")
    assert first is not None
    found = first.read(image, 200)
    assert found is not None
    assert decode(encode(found)).text == found.text
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(encode(ocr.Recognised(blank=True)))
    second = ocr.reader(tmp_path / "cache")
    assert second is not None
    again = second.read(image, 200)
    assert again is not None
    assert again.blank, "the cache was asked"
    kept.write_bytes(b"damaged")
    third = ocr.reader(tmp_path / "cache")
    assert third is not None
    read = third.read(image, 200)
    assert read is not None
    assert read.text == found.text
