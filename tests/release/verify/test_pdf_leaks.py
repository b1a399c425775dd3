"""Every place of a PDF that can hold a text: found there, and silent beside its clean twin."""

from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.release.verify import verify_copy
from tests.release.verify import pdf_files as files
from tests.release.verify.pdf_document_places import DOCUMENT
from tests.release.verify.pdf_files import FLOWS, NAME, OTHER, PLAN
from tests.release.verify.pdf_page_places import PAGE
from tests.release.verify.pdf_stray_bytes import RAW


def _name(function: Callable[..., object]) -> str:
    return function.__name__


def test_a_clean_copy_is_sound(tmp_path: Path) -> None:
    original, copy = files.pair(tmp_path)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert report.sound, report
    assert not report.unread
    assert report.checked["pages"] == 2


def test_the_original_is_no_copy_of_itself(tmp_path: Path) -> None:
    original, _ = files.pair(tmp_path)
    report = verify_copy(original, original, FLOWS, PLAN, format="pdf")
    engines = {leak.place.engine for leak in report.leaks}
    assert {"pdfium", "mupdf", "qpdf"} <= engines


@pytest.mark.parametrize("inject", [*PAGE, *DOCUMENT], ids=_name)
def test_a_leak_is_caught(tmp_path: Path, inject: files.Inject) -> None:
    original, copy = files.pair(tmp_path, inject, NAME)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert report.leaks
    assert all(leak.occultations == ("o1",) for leak in report.leaks)
    assert "Quernec" not in repr(report)


@pytest.mark.parametrize("inject", [*PAGE, *DOCUMENT], ids=_name)
def test_its_twin_is_clean(tmp_path: Path, inject: files.Inject) -> None:
    original, copy = files.pair(tmp_path, inject, OTHER)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert report.sound, report


@pytest.mark.parametrize("leave", RAW, ids=_name)
def test_stray_bytes_are_caught(tmp_path: Path, leave: Callable[[Path, str], None]) -> None:
    original, copy = files.pair(tmp_path)
    leave(copy, NAME)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert report.leaks


@pytest.mark.parametrize("leave", RAW, ids=_name)
def test_other_stray_bytes_are_not(tmp_path: Path, leave: Callable[[Path, str], None]) -> None:
    original, copy = files.pair(tmp_path)
    leave(copy, OTHER)
    report = verify_copy(original, copy, FLOWS, PLAN, format="pdf")
    assert not report.leaks
