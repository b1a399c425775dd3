"""Names of styles and objects: the programs' own are left out, a person's never."""

import pytest

from redactor.formats.docx.officespeak import is_office_speak


@pytest.mark.parametrize(
    "name",
    [
        "CaptionedFigure",
        "Titre 1 Car",
        "Zone de texte 2",
        "Table Caption",
        "HeaderChar",
        "AE97A46584377840878E03A31F2AEB39",
        "ControlFlowTok",
        "En-tête",
    ],
)
def test_names_that_programs_give(name: str) -> None:
    assert is_office_speak(name)


@pytest.mark.parametrize(
    "name", ["Style Verdier", "StyleVerdier", "VERDIER", "Titre Hélène", "verdier1", "Note de Ève"]
)
def test_names_that_hold_a_person(name: str) -> None:
    assert not is_office_speak(name)
