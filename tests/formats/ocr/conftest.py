"""Scans need the engine's data: where the set-up could not bring them, these tests say so."""

from pathlib import Path

import pytest

from redactor.formats.ocr import data


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    if data.folder() is None:
        for item in items:
            if item.path.is_relative_to(here):
                item.add_marker(pytest.mark.skip(reason="no OCR data: run tools/tessdata"))
