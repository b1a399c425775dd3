from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from tests.cli.conftest import Ran

CARD = Path(__file__).parents[2] / "models" / "CARD.md"


def test_the_card_is_printed_with_the_versions_installed(redactor: Callable[..., Ran]) -> None:
    ran = redactor("model-card")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(CARD.read_text("utf-8").rstrip())
    assert f"- spacy {version('spacy')}" in ran.out
    assert "model_sha256" in ran.out


def test_the_card_is_shipped_with_the_package() -> None:
    pyproject = (CARD.parents[1] / "pyproject.toml").read_text("utf-8")
    assert '"models/CARD.md" = "redactor/_data/CARD.md"' in pyproject
