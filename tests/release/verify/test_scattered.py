"""A text asked for that stands letter by letter, with gaps that no folding can join."""

from pathlib import Path

import pymupdf
import pytest

from redactor.formats.base import Plan
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow
from redactor.text.fold import find_all


def written(path: Path, pieces: list[str]) -> list[Flow]:
    document = pymupdf.open()
    page = document.new_page()
    for number, piece in enumerate(pieces):
        page.insert_text((72 + 24 * number, 100), piece)
    document.save(path)
    with adapter_for(path).open(path) as source:
        return [each for each in source.read() if isinstance(each, Flow)]


def held(path: Path, flows: list[Flow], sought: str) -> bool:
    return not verify_copy(path, path, flows, Plan(sought=(sought,)), format="pdf").sound


def test_letters_set_apart_hold_the_release(tmp_path: Path) -> None:
    flows = written(tmp_path / "a.pdf", ["V", "E", "RCA", "S", "T", "RE", "L"])
    assert not [flow for flow in flows if find_all("Vercastrel", flow.text)], "no trap"
    assert held(tmp_path / "a.pdf", flows, "Vercastrel")


@pytest.mark.parametrize("sought", ["Levain", "Absent"])
def test_words_that_only_join_to_it_do_not(tmp_path: Path, sought: str) -> None:
    flows = written(tmp_path / "a.pdf", ["le", "vain", "espoir"])
    assert not held(tmp_path / "a.pdf", flows, sought)
