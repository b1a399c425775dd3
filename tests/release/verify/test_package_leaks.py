"""Every place of a Word package that can hold a text: found there, silent beside its twin."""

from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.release.verify import verify_copy
from tests.release.verify import packages
from tests.release.verify.packages import FLOWS, NAME, OTHER, PLAN


def _name(function: Callable[..., object]) -> str:
    return function.__name__


def test_a_clean_copy_is_sound(tmp_path: Path) -> None:
    original, copy = packages.pair(tmp_path)
    report = verify_copy(original, copy, FLOWS, PLAN, format="docx")
    assert report.sound, report
    assert not report.unread
    assert report.checked["parts"] == 4


@pytest.mark.parametrize("inject", [*packages.BODY, *packages.PARTS], ids=_name)
def test_a_leak_is_caught(tmp_path: Path, inject: packages.Inject) -> None:
    original, copy = packages.pair(tmp_path, inject, NAME)
    report = verify_copy(original, copy, FLOWS, PLAN, format="docx")
    assert report.leaks
    assert "Quernec" not in repr(report)


@pytest.mark.parametrize("inject", [*packages.BODY, *packages.PARTS], ids=_name)
def test_its_twin_is_clean(tmp_path: Path, inject: packages.Inject) -> None:
    original, copy = packages.pair(tmp_path, inject, OTHER)
    report = verify_copy(original, copy, FLOWS, PLAN, format="docx")
    assert report.sound, report


@pytest.mark.parametrize("leave", packages.ZIP, ids=_name)
def test_what_no_part_holds_is_caught(tmp_path: Path, leave: Callable[[Path, str], None]) -> None:
    original, copy = packages.pair(tmp_path)
    leave(copy, NAME)
    assert verify_copy(original, copy, FLOWS, PLAN, format="docx").leaks


@pytest.mark.parametrize("leave", packages.ZIP, ids=_name)
def test_other_leftovers_are_not(tmp_path: Path, leave: Callable[[Path, str], None]) -> None:
    original, copy = packages.pair(tmp_path)
    leave(copy, OTHER)
    assert not verify_copy(original, copy, FLOWS, PLAN, format="docx").leaks
