"""What is done to a copy once its pages were rewritten and saved."""

import re
from collections.abc import Iterable
from pathlib import Path

import pikepdf

from redactor.formats.pdf import programs, saving, subsets

_ENGINE = re.compile(rb"(?<=%) Written by [^\r\n]*")


def trim(path: Path, texts: Iterable[str]) -> list[str]:
    """Take out of the fonts what no page shows any more, and `texts` where fonts and profiles
    speak of their makers. Returns warnings."""
    trimmed = path.with_suffix(".trimmed")
    with pikepdf.open(path) as pdf:
        changed, warnings = subsets.trim(pdf)
        changed |= programs.blank(pdf, texts)
        if changed:
            saving.save(pdf, trimmed, deterministic_id=True, fix_metadata_version=False)
    if changed:
        trimmed.replace(path)
    return warnings


def unsign(path: Path) -> None:
    """Blank the comment in which the engine names itself: a copy says no more than its original."""
    with path.open("r+b") as file:
        head = file.read(256)
        found = _ENGINE.search(head)
        if found:
            file.seek(found.start())
            file.write(b" " * len(found[0]))
