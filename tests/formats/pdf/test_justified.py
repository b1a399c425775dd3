"""A justified line of few words is one line; the cells of a table stay apart."""

from pathlib import Path

import pymupdf

from tests.formats.pdf.build import page, redact, save, texts

FULL = "Le conseil municipal de la commune approuve le compte rendu du mois de mars."


def row(words: list[str], y: float, right: float, left: float = 72) -> bytes:
    """Words set evenly between two margins, each drawn apart."""
    widths = [pymupdf.get_text_length(word, "helv", 12) for word in words]
    gap = (right - left - sum(widths)) / max(1, len(words) - 1)
    shown, x = [], left
    for word, width in zip(words, widths, strict=True):
        shown.append(f"1 0 0 1 {x:.2f} {y:g} Tm ({word}) Tj")
        x += width + gap
    return f"BT /F 12 Tf {' '.join(shown)} ET\n".encode("cp1252")


def right_of(text: str) -> float:
    return 72 + float(pymupdf.get_text_length(text, "helv", 12))


WORDS = ["Membres", ":", "MM.", "VERCASTREL", "Yann,", "KERMADEC", "Odile"]


def test_the_words_of_a_stretched_line_are_one_paragraph(tmp_path: Path) -> None:
    right = right_of(FULL)
    content = row(WORDS, 614, right) + row(FULL.split(), 600, right)
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, content))
    with pymupdf.open(path) as doc:
        assert "VERCASTREL Yann" not in doc[0].get_text(), "the trap is not set"
    assert texts(path) == [f"{' '.join(WORDS)}\n{FULL}"]
    redact(path, tmp_path / "r.pdf", "VERCASTREL Yann")
    with pymupdf.open(tmp_path / "r.pdf") as doc:
        left = doc[0].get_text()
    assert "VERCASTREL" not in left
    assert "Yann" not in left
    assert all(word in left for word in ("MM.", "KERMADEC", "Odile", "approuve"))


def test_rows_of_single_words_stay_cells(tmp_path: Path) -> None:
    content = row(["Nom", "Grade", "Sexe"], 614, 180) + row(["Castera", "B", "F"], 600, 180)
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, content))
    assert "Nom" in texts(path)


def test_words_at_uneven_places_stay_cells(tmp_path: Path) -> None:
    right = right_of(FULL)
    content = (
        row(["Nom", "Grade"], 614, 160)
        + row(["Indice", "Points"], 614, right, 200)
        + row(FULL.split(), 600, right)
    )
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, content))
    assert "Nom" in texts(path)
