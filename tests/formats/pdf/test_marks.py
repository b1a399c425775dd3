"""Marks where lines are slanted and letters large: the word goes, its neighbours are still seen."""

import math
from pathlib import Path

import pikepdf
import pytest

from redactor.boxes import union
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from tests.formats.pdf.build import flows, form, line, page, plan_for, save, texts

NAME = "Kervella"


def slanted(text: str, angle: float, x: float, y: float) -> bytes:
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    shown = text.encode("cp1252").hex()
    return f"BT /F 12 Tf {c:.5f} {s:.5f} {-s:.5f} {c:.5f} {x} {y} Tm <{shown}> Tj ET\n".encode()


def published(path: Path, out: Path) -> None:
    """The copy is one that a release would publish: nothing else is hidden or moved."""
    with ADAPTER.open(path) as source:
        plan = plan_for(source, NAME)
        assert plan.occultations
        source.write_redacted(out, plan)
    report = verify_copy(path, out, flows(path), plan, format="pdf")
    assert report.sound, report


@pytest.mark.parametrize("angle", [3, 30, 45, -20, 120])
def test_a_mark_is_as_slanted_as_its_line(angle: float, tmp_path: Path) -> None:
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def build(pdf: pikepdf.Pdf) -> None:
        below = slanted("Une seconde ligne sous la sienne", angle, 300 + 14 * s, 400 - 14 * c)
        page(pdf, slanted(f"Le dossier de {NAME} est clos", angle, 300, 400) + below)

    path = save(tmp_path / "in.pdf", build)
    with ADAPTER.open(path) as source:
        layout = source.layout(1)
        flow = next(flow for flow in source.read() if NAME in getattr(flow, "text", ""))
        at = flow.text.index(NAME)  # type: ignore[union-attr]
        letters = [*layout.flows[flow.id]]  # type: ignore[union-attr]
        upright = union([box for box in letters[at : at + len(NAME)] if box])
        others = [box for box in letters[: at - 1] + letters[at + len(NAME) + 1 :] if box]
    if abs(angle) > 10:
        assert any(
            upright[0] < (box[0] + box[2]) / 2 < upright[2]
            and upright[1] < (box[1] + box[3]) / 2 < upright[3]
            for box in [*others, *_second(path)]
        ), "an upright box would hide nobody else"

    published(path, tmp_path / "out.pdf")


def _second(path: Path) -> list[tuple[float, float, float, float]]:
    with ADAPTER.open(path) as source:
        return [box for boxes in source.layout(1).flows.values() for box in boxes if box][-30:]


def test_a_drop_cap_belongs_to_its_word(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(
            pdf,
            line("K", 72, 640, 48)
            + line("ervella demeure au bourg depuis", 106, 664)
            + line("longtemps, et le dossier est", 106, 650)
            + line("clos, dit le maire.", 106, 636),
        )

    path = save(tmp_path / "in.pdf", build)
    assert f"{NAME} demeure au bourg depuis\nlongtemps" in texts(path)[0]
    published(path, tmp_path / "out.pdf")


def test_a_large_letter_that_begins_nothing_stays_apart(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("A", 72, 640, 48) + line("Les pièces du dossier", 130, 664))

    assert texts(save(tmp_path / "in.pdf", build)) == ["A", "Les pièces du dossier"]


@pytest.mark.parametrize("placed", ["1 0 0 1 72 500", "0.8 0.3 -0.3 0.8 72 500"])
def test_a_mark_in_a_form(placed: str, tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        drawn = form(pdf, line(f"Dans la forme {NAME} reste", 10, 20) + line("dessous", 10, 6))
        content = line("Avant") + f"q {placed} cm /X Do Q\n".encode() + line("Après", 72, 400)
        page(pdf, content, XObject=pikepdf.Dictionary(X=drawn))

    published(save(tmp_path / "in.pdf", build), tmp_path / "out.pdf")
