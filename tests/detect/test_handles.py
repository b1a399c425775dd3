"""Names in small letters in file names and links."""

import pytest

from redactor.detect.handles import handles
from redactor.detect.lexicon import Lexicon

LEXICON = Lexicon.load()


def found(text: str) -> list[str]:
    return [text[f.start : f.end] for f in handles(text, LEXICON)]


def test_a_name_in_a_file_and_in_a_link() -> None:
    assert found("Voir dossier_kerlann_solenn_v2.odt.") == ["kerlann_solenn"]
    assert found("kerlann_solenn.pdf") == ["kerlann_solenn"]  # « solenn.pdf » is no name
    assert found("https://intranet.exemple.fr/annuaire/solenn.kerlann") == ["solenn.kerlann"]


@pytest.mark.parametrize(
    "text",
    [
        "rapport_annuel_definitif.pdf",
        "https://www.service-public.fr/particuliers/vos-droits",
        "https://solenn.kerlann.fr/",
    ],
)
def test_nobody(text: str) -> None:
    assert found(text) == []
