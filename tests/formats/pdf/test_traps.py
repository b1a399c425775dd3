"""Layouts in which removal takes too much or too little: the word goes, its neighbours stay.

Each file is asserted to be the trap it is named for, then published as a release would: letter
for letter and pixel for pixel outside the marks.
"""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.formats.base import Occultation, Plan
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow, Span
from redactor.text.fold import Finder
from tests.formats.pdf import embedded_fonts as fonts
from tests.formats.pdf.build import everything, line, page, save

NAME = "Kervella"
Traps = dict[str, tuple[Callable[[pikepdf.Pdf], None], Callable[[Path], bool]]]


def helvetica_width(text: str, size: float = 12) -> float:
    return float(pymupdf.get_text_length(text, "helv", size))


def justified(pdf: pikepdf.Pdf) -> None:
    rows = (f"Le dossier de {NAME} est clos", "depuis la réunion tenue ce matin", "au bourg.")
    content = b""
    for number, row in enumerate(rows):
        gaps = max(row.count(" "), 1)
        space = (260 - helvetica_width(row)) / gaps if number < 2 else 0
        shown = row.encode("cp1252").hex()
        content += (
            f"BT /F 12 Tf {space:.3f} Tw 72 {700 - 14 * number} Td <{shown}> Tj ET\n".encode()
        )
    page(pdf, content)


def right_aligned(pdf: pikepdf.Pdf) -> None:
    rows = ("Le maire,", f"Anatole {NAME}", "par ordre")
    page(
        pdf,
        b"".join(
            line(row, 523 - helvetica_width(row), 700 - 14 * number)
            for number, row in enumerate(rows)
        ),
    )


def underlined(pdf: pikepdf.Pdf) -> None:
    row = f"Le dossier de {NAME} est clos"
    page(pdf, line(row) + f"72 698.5 {helvetica_width(row):.1f} 0.6 re f\n".encode())


def boxed(pdf: pikepdf.Pdf) -> None:
    row = f"Le dossier de {NAME} est clos"
    page(pdf, line(row) + f"70 696 {helvetica_width(row) + 4:.1f} 14 re S\n".encode())


def tight(pdf: pikepdf.Pdf) -> None:
    rows = ("agglomération qui jouxte", f"Le dossier de {NAME} est", "Éloïse et son ÉTAT bâti")
    page(pdf, b"".join(line(row, 72, 700 - 8 * n) for n, row in enumerate(rows)))


def hyphenated(pdf: pikepdf.Pdf) -> None:
    page(pdf, line("Le dossier de M. Ker-") + line("vella est clos au bourg", 72, 686))


def letter_spaced(pdf: pikepdf.Pdf) -> None:
    page(pdf, b"BT /F 12 Tf 6 Tc 72 700 Td (Dossier Kervella clos) Tj ET\n")


def kerned(pdf: pikepdf.Pdf) -> None:
    page(pdf, b"BT /F 12 Tf 72 700 Td [(Le dossier de K)40(er)-12(ve)25(lla)-30( est)] TJ ET\n")


def split(pdf: pikepdf.Pdf) -> None:
    page(pdf, b"BT /F 12 Tf 72 700 Td (Le dossier de Ke) Tj (rv) Tj (ella) Tj ( est clos) Tj ET\n")


def split_between_streams(pdf: pikepdf.Pdf) -> None:
    added = page(pdf, b"")
    # A string may not cross streams: each ends what it began.
    added.obj.Contents = pikepdf.Array(
        pikepdf.Stream(pdf, part)
        for part in (b"BT /F 12 Tf 72 700 Td (Le dossier de Ker) Tj", b"(vella est clos) Tj ET")
    )


HEBREW, ARABIC = "שלום עולם", "مرحبا بالعالم"


def beside(said: str) -> Callable[[pikepdf.Pdf], None]:
    """The name between words that are read from right to left, drawn from left to right."""

    def build(pdf: pikepdf.Pdf) -> None:
        letters = "".join(dict.fromkeys(said.replace(" ", "")))
        font = fonts.composite(pdf, letters)
        first, second = said.split()
        content, x = b"", 72.0
        for word in (second, NAME, first):
            if word == NAME:
                content += line(f" {word} ", x)
            else:
                shown = "".join(f"{letters.index(one) + 1:04x}" for one in reversed(word))
                content += f"BT /F1 12 Tf {x} 700 Td <{shown}> Tj ET\n".encode()
            x += 6 * len(word) + 12
        page(pdf, content, Font={"/F1": font})

    return build


def rows(path: Path) -> list[str]:
    with pymupdf.open(path) as doc:
        return [row for row in doc[0].get_text().splitlines() if row.strip()]


def raw(path: Path) -> bytes:
    with pikepdf.open(path) as pdf:
        pdf.pages[0].contents_coalesce()
        return pdf.pages[0].Contents.read_bytes()


def lines_overlap(path: Path) -> bool:
    with pymupdf.open(path) as doc:
        boxes = [each["bbox"] for b in doc[0].get_text("dict")["blocks"] for each in b["lines"]]
    return any(one[3] > two[1] + 2 for one, two in pairwise(boxes))


def ends_at_one_edge(path: Path) -> bool:
    with pymupdf.open(path) as doc:
        boxes = [each["bbox"] for b in doc[0].get_text("dict")["blocks"] for each in b["lines"]]
    ends = [float(box[2]) for box in boxes]
    return max(ends) - min(ends) < 1


TRAPS: Traps = {
    "justified": (justified, lambda path: b" Tw" in raw(path) and b"0.000 Tw" in raw(path)),
    "right-aligned": (right_aligned, ends_at_one_edge),
    "underlined": (underlined, lambda path: b" re f" in raw(path)),
    "boxed": (boxed, lambda path: b" re S" in raw(path)),
    "tight leading": (tight, lines_overlap),
    "hyphenated": (hyphenated, lambda path: any(row.endswith("Ker-") for row in rows(path))),
    "letter-spaced": (letter_spaced, lambda path: b" Tc" in raw(path)),
    "kerned": (kerned, lambda path: NAME.encode() not in raw(path)),
    "split": (split, lambda path: NAME.encode() not in raw(path)),
    "split between streams": (split_between_streams, lambda path: NAME.encode() not in raw(path)),
    "Hebrew": (beside(HEBREW), lambda path: any("\u0590" < c < "\u0600" for c in str(rows(path)))),
    "Arabic": (beside(ARABIC), lambda path: any("\u0600" < c < "\u0700" for c in str(rows(path)))),
}


@pytest.mark.parametrize("name", TRAPS)
def test_the_word_goes_and_its_neighbours_stay(name: str, tmp_path: Path) -> None:
    build, is_trap = TRAPS[name]
    path, out = save(tmp_path / "in.pdf", build), tmp_path / "out.pdf"
    assert is_trap(path), "the trap is not set"
    publish(path, out)


def publish(path: Path, out: Path) -> None:
    with ADAPTER.open(path) as source:
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        finder = Finder({"name": NAME})
        spans = [Span(f.id, low, high) for f in flows for _, low, high in finder.find(f.text)]
        assert spans, "the name is shown to nobody"
        plan = Plan(tuple(Occultation(f"o{n}", one, "[nom]") for n, one in enumerate(spans)))
        source.write_redacted(out, plan)
    report = verify_copy(path, out, flows, plan, format="pdf")
    assert report.sound, report
    assert NAME.lower() not in everything(out).lower()


def test_a_word_hyphenated_over_a_page(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("Le maire a reçu", 72, 120) + line("le dossier de M. Ker-", 72, 106))
        page(pdf, line("vella, qui est clos", 72, 780) + line("depuis hier.", 72, 766))

    path, out = save(tmp_path / "in.pdf", build), tmp_path / "out.pdf"
    assert rows(path)[-1].endswith("Ker-")
    with ADAPTER.open(path) as source:
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        spans = [
            Span(flow.id, flow.text.index(half), flow.text.index(half) + len(half))
            for flow, half in zip(flows, ("Ker-", "vella"), strict=True)
        ]
        plan = Plan(tuple(Occultation(f"o{n}", one, "[nom]") for n, one in enumerate(spans)))
        source.write_redacted(out, plan)
    report = verify_copy(path, out, flows, plan, format="pdf")
    assert report.sound, report
    left = everything(out)
    assert "Ker-" not in left
    assert "vella" not in left
