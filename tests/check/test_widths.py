"""A box or a gap whose width singles out a candidate."""

from pathlib import Path

from redactor.check.finding import Kind, Severity
from redactor.check.inspection import check
from redactor.check.options import Options

from . import build_pdf
from .case import NAME

CANDIDATES = (NAME, "Ève Li", "Maximilienne de Kergoat-Pennanec’h", "Luc Roy", "Jo Bé")


def widths(folder: Path, names: tuple[str, ...]) -> list[tuple[str, Severity]]:
    path = folder / "a.pdf"
    path.write_bytes(build_pdf.redacted(build_pdf.black_box)())
    found = check(path, Options(names=names)).findings
    return [(f.text, f.severity) for f in found if f.kind is Kind.GAP_WIDTH]


def test_the_width_of_a_box_singles_out_a_name(tmp_path: Path) -> None:
    assert widths(tmp_path, CANDIDATES) == [(NAME, Severity.WARNING)]


def test_names_of_other_widths_say_nothing(tmp_path: Path) -> None:
    assert widths(tmp_path, CANDIDATES[1:]) == []


def test_without_candidates_nothing_is_said(tmp_path: Path) -> None:
    assert widths(tmp_path, ()) == []
