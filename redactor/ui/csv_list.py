"""A list of texts from a file that a person made in a spreadsheet."""

from pathlib import Path

from redactor.detect.lists import DossierLists
from redactor.problem import Problem

# More is no list: a person reads these.
LARGEST = 2_000_000


class NotAList(Problem):
    """The file does not hold two columns."""

    key = "problem.not-a-list"


def read(path: Path) -> DossierLists | Problem:
    """The lists of a CSV file, in UTF-8 or as an older spreadsheet writes it."""
    try:
        data = path.read_bytes()[: LARGEST + 1]
        if len(data) > LARGEST or b"\0" in data:
            return NotAList()
        try:
            content = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            content = data.decode("cp1252", errors="replace")
        return DossierLists.from_csv(content)
    except (OSError, ValueError):
        return NotAList()
