"""What fonts, profiles and functions say of their makers goes, letter by letter, in its place."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.pdf import ADAPTER, programs
from tests.formats.pdf.build import everything, line, page, plan_for, save

NAME = "Zephirine Lescop"
TEXT = line(f"Madame {NAME} habite ici.")


def _profile(pdf: pikepdf.Pdf, said: bytes) -> None:
    profile = Stream(pdf, b"\0\0\1\x9aacsp\0\0\0\0desc\0\0\0\0" + said + b"\0\0\x80\x01")
    profile.N = 3
    space = Array([Name.ICCBased, pdf.make_indirect(profile)])
    page(pdf, b"/C cs 1 0 0 sc 9 9 9 9 re f\n" + TEXT, ColorSpace=Dictionary(C=space))


def _function(pdf: pikepdf.Pdf, said: bytes) -> None:
    function = Stream(pdf, b"{ % " + said + b"\n 1 exch sub }")
    function.FunctionType, function.Domain, function.Range = 4, Array([0, 1]), Array([0, 1])
    state = Dictionary(TR=pdf.make_indirect(function))
    page(pdf, b"/G gs\n" + TEXT, ExtGState=Dictionary(G=state))


@pytest.mark.parametrize(
    ("build", "encoding"),
    [
        (_profile, "latin-1"),
        (_profile, "utf-16-be"),
        (_profile, "utf-16-le"),
        (_function, "latin-1"),
    ],
)
def test_a_maker_of_that_name_is_blanked(build: object, encoding: str, tmp_path: Path) -> None:
    said = f"Fait par {NAME} en 2020".encode(encoding)
    path = save(tmp_path / "a.pdf", lambda pdf: build(pdf, said))  # type: ignore[operator]
    with ADAPTER.open(path) as source:
        plan = replace(plan_for(source, NAME), sought=(NAME,))
        assert len(plan.occultations) == 1, "the page alone says it"
        source.write_redacted(tmp_path / "r.pdf", plan)
    left = everything(tmp_path / "r.pdf")
    assert "lescop" not in left.lower()
    assert "Fait par" in left
    assert "en 2020" in left


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_nothing_but_the_text_changes_and_nothing_moves(before: bytes, after: bytes) -> None:
    with pikepdf.new() as pdf:
        whole = b"\0\1" + before + b"\0Quintrec Alban\0" + after
        program = pdf.make_indirect(Stream(pdf, whole))
        pdf.Root.Font = pdf.make_indirect(Dictionary(FontFile2=program))
        programs.blank(pdf, ["Quintrec"])
        now = program.read_bytes()
        assert len(now) == len(whole)
        changed = [at for at, (one, two) in enumerate(zip(whole, now, strict=True)) if one != two]
        assert all(whole[at : at + 1].isalpha() and now[at] == ord("x") for at in changed)
