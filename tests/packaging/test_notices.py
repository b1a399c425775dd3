"""What the package says of its own content."""

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import notices


@pytest.fixture(scope="module")
def libraries() -> list[notices.Library]:
    import pymupdf
    import PySide6

    return notices.libraries([pymupdf.__file__, PySide6.__file__])


def test_only_what_is_inside_is_named(libraries: list[notices.Library]) -> None:
    names = {library.name.lower() for library in libraries}
    assert names == {"pymupdf", "pyside6_essentials", "pyinstaller", "python"}


def test_every_library_comes_with_its_licence(
    libraries: list[notices.Library], tmp_path: Path
) -> None:
    assert [library.name for library in libraries if not library.licences] == []
    out = tmp_path / "licences.txt"
    notices.write_licences(libraries, out)
    text = out.read_text("utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in text


@pytest.mark.slow
def test_the_bill_of_materials_names_them_and_no_address(
    libraries: list[notices.Library], tmp_path: Path
) -> None:
    out = tmp_path / "sbom.json"
    notices.write_sbom(libraries, out)
    bill = json.loads(out.read_text("utf-8"))
    assert {part["name"] for part in bill["components"]} == {one.name for one in libraries}
    # The specification's own address is all that remains.
    hosts = set(re.findall(r"://([^/\"]+)", out.read_text("utf-8")))
    assert hosts <= {"cyclonedx.org"}
