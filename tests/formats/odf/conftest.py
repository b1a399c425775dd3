"""OpenDocument files of the tests."""

from pathlib import Path

import pytest

from tests.formats.odf import torture


@pytest.fixture(scope="session")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The text with the name in every channel. Never written to."""
    return torture.build_text(tmp_path_factory.mktemp("odt") / "torture.odt")


@pytest.fixture(scope="session")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook with the name in every channel. Never written to."""
    return torture.build_sheet(tmp_path_factory.mktemp("ods") / "torture.ods")
