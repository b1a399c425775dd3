"""Word files of the tests."""

from pathlib import Path

import pytest

from tests.formats.docx import torture
from tests.formats.docx.helpers import Make, one_part


@pytest.fixture(scope="session")
def tortured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file with the name in every channel. Never written to."""
    return torture.build(tmp_path_factory.mktemp("torture") / "torture.docx")


@pytest.fixture
def simple(tmp_path: Path) -> Make:
    """Makes a Word file of the body it is given."""
    return lambda body: one_part(tmp_path, body)
