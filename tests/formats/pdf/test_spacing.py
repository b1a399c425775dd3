"""Letters set apart are one word where the geometry says so, and stay apart where it does not."""

from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.formats.pdf import ADAPTER
from tests.formats.pdf.build import everything, line, page, redact, save, texts


def letters(text: str, *places: float, y: float = 600) -> bytes:
    """Each letter of `text` at a place of its own."""
    shown = " ".join(
        f"1 0 0 1 {x:g} {y:g} Tm ({char}) Tj"
        for char, x in zip(text, places, strict=True)
        if char != " "
    )
    return f"BT /F 12 Tf {shown} ET\n".encode()


def pitch(text: str, step: float) -> bytes:
    return letters(text, *(72 + step * at for at in range(len(text))))


def drawn(tmp_path: Path, content: bytes) -> Path:
    return save(tmp_path / "a.pdf", lambda pdf: page(pdf, line("Texte ordinaire.") + content))


@pytest.mark.parametrize("step", [10, 14, 20])
def test_letters_at_one_pitch_are_one_word(step: float, tmp_path: Path) -> None:
    path = drawn(tmp_path, pitch("VERCASTREL", step))
    with pymupdf.open(path) as doc:
        assert "VERCASTREL" not in doc[0].get_text(), "the trap is not set"
    assert "VERCASTREL" in texts(path)
    redact(path, tmp_path / "r.pdf", "VERCASTREL")
    assert texts(tmp_path / "r.pdf") == ["Texte ordinaire.", "[nom]"]
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        assert not set("VCAS") & set(doc[0].get_text().replace("Texte ordinaire.", ""))


def test_letters_at_uneven_gaps_are_one_word(tmp_path: Path) -> None:
    places, x = [], 72.0
    for char, gap in zip("VERCASTREL", (3, 5, 4, 6, 3, 5, 4, 6, 3, 0), strict=True):
        places.append(x)
        x += pymupdf.get_text_length(char, "helv", 12) + gap
    path = drawn(tmp_path, letters("VERCASTREL", *places))
    with pymupdf.open(path) as doc:
        assert "VERCASTREL" not in doc[0].get_text(), "the trap is not set"
    assert "VERCASTREL" in texts(path)


def test_an_empty_box_of_a_comb_parts_two_words(tmp_path: Path) -> None:
    assert "JEAN VERCASTREL" in texts(drawn(tmp_path, pitch("JEAN VERCASTREL", 14)))


def test_a_comb_among_words(tmp_path: Path) -> None:
    content = line("Nom :", 20, 600) + pitch("VERCASTREL", 14)
    assert any("VERCASTREL" in text for text in texts(drawn(tmp_path, content)))


@pytest.mark.parametrize(
    "shown",
    [
        line("Il y a 3 a 4 ans, on a vu 1 ou 2 cas.", y=600),
        b"BT /F 12 Tf 72 600 Td (A) Tj 60 0 Td (B) Tj 60 0 Td (C) Tj 60 0 Td (D) Tj ET",
        b"BT /F 12 Tf 72 600 Td [(Il) -300 (y) -300 (a) -300 (3) -300 (ans)] TJ ET",
    ],
    ids=["short words", "columns of one letter", "spaces that are gaps"],
)
def test_short_words_stay_apart(shown: bytes, tmp_path: Path) -> None:
    path = drawn(tmp_path, shown)
    with ADAPTER.open(path) as source:
        joined = [line for line in source.page_text(1).placed if "ABCD" in line.flow.text]
        words = [word for item in source.page_text(1).placed for word in item.flow.text.split()]
    assert not joined
    assert "Ilya3ans" not in "".join(f"{word} " for word in words)


def test_size_zero_is_text(tmp_path: Path) -> None:
    path = drawn(tmp_path, line("Vercastrel", y=600, size=0))
    assert any("Vercastrel" in text for text in texts(path))
    redact(path, tmp_path / "r.pdf", "Vercastrel")
    assert "Vercastrel" not in everything(tmp_path / "r.pdf")


def test_a_word_seen_in_part_is_one_word(tmp_path: Path) -> None:
    """The page's edge cuts it: neither part is the name."""
    path = drawn(tmp_path, line("Mme Vercastrel", x=540, y=600))
    with pymupdf.open(path) as doc:
        assert "Vercastrel" not in doc[0].get_text(clip=doc[0].rect), "the trap is not set"
    assert "Mme Vercastrel" in texts(path)
    redact(path, tmp_path / "r.pdf", "Vercastrel")
    with pikepdf.open(tmp_path / "r.pdf") as copy:
        assert b"castrel" not in copy.pages[0].Contents.read_bytes()


def test_words_of_a_tight_line_are_parted(tmp_path: Path) -> None:
    words = b"(Mme Yann) -138 (Vercastrel) -138 (invite) -138 (les) -138 (participants)"
    path = drawn(tmp_path, b"BT /F 12 Tf 72 600 Td [" + words + b"] TJ ET\n")
    with pymupdf.open(path) as doc:
        assert "YannVercastrelinvite" in doc[0].get_text(), "the trap is not set"
    assert "Mme Yann Vercastrel invite les participants" in texts(path)
    redact(path, tmp_path / "r.pdf", "Yann Vercastrel")
    assert "castrel" not in everything(tmp_path / "r.pdf")
    assert "invite les participants" in texts(tmp_path / "r.pdf")


def test_kerned_letters_are_one_word(tmp_path: Path) -> None:
    content = b"BT /F 12 Tf 72 600 Td [(L) -60 (administrativement) -60 (VercasTrel)] TJ ET\n"
    assert "LadministrativementVercasTrel" in texts(drawn(tmp_path, content))


@pytest.mark.parametrize("rise", [5, -2])
def test_the_call_of_a_note_is_no_letter_of_the_name(rise: int, tmp_path: Path) -> None:
    call = f"/F 7 Tf {rise} Ts (1) Tj 0 Ts /F 12 Tf".encode()
    path = drawn(tmp_path, b"BT /F 12 Tf 72 600 Td (Vercastrel) Tj " + call + b" (, a dit) Tj ET\n")
    with pymupdf.open(path) as doc:
        assert "Vercastrel1" in doc[0].get_text(), "the trap is not set"
    assert "Vercastrel 1, a dit" in texts(path)


def test_digits_on_the_line_belong_to_their_word(tmp_path: Path) -> None:
    assert "poste34 libre" in texts(drawn(tmp_path, line("poste34 libre", y=600)))
