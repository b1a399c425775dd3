"""What the pages of a document say: whether a text elsewhere repeats it or gives more."""

import re
from collections.abc import Iterable

from redactor.check.consistency.masks import is_masked
from redactor.text.fold import fold

_SPACING = re.compile(r"[\W_]+")


class Said:
    """The pages' text, folded, to be asked whether a reader has it before them anyway."""

    def __init__(self) -> None:
        self._pages: dict[int, str] = {}
        self._all: str | None = None
        self._masked = False

    def add(self, page: int, text: str) -> None:
        """The text that page `page` (1-based) shows."""
        self._pages[page] = _bare(text)
        self._masked = self._masked or is_masked(text)
        self._all = None

    def has(self, text: str, page: int | None = None) -> bool:
        """Whether page `page`, or any page, says `text`."""
        wanted = _bare(text)
        if not wanted:
            return True
        if page is not None and wanted in self._pages.get(page, ""):
            return True
        if self._all is None:
            self._all = "\n".join(self._pages.values())
        return wanted in self._all

    def has_words(self, text: str) -> bool:
        """Whether each of its words of three letters or more is said somewhere."""
        return all(self.has(word) for word in fold(text).split() if len(word) > 2)

    @property
    def masked(self) -> bool:
        """Whether masks were typed in place of letters."""
        return self._masked

    @property
    def pages(self) -> Iterable[int]:
        return self._pages.keys()


def _bare(text: str) -> str:
    """Letters and digits alone: spacing and line breaks differ from channel to channel."""
    return _SPACING.sub("", fold(text))
