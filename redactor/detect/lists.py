"""A dossier's own lists: what is always occulted, what never is."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import StringIO

from redactor.detect.found import Found
from redactor.law.categories import Category
from redactor.text.fold import Finder, fold


@dataclass(frozen=True)
class DossierLists:
    """Texts of a dossier. In both, `*` stands for the rest of a word, `?` for one letter."""

    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    @classmethod
    def from_csv(cls, content: str) -> DossierLists:
        """Two columns, `;` or `,`: the text, then `toujours` or `jamais`.

        Raises ValueError with the line's number where the second is neither.
        """
        always, never = [], []
        dialect = ";" if content.count(";") >= content.count(",") else ","
        rows = csv.reader(StringIO(content.lstrip("\ufeff")), delimiter=dialect)
        for number, row in enumerate(rows, 1):
            if not row or not row[0].strip():
                continue
            wish = fold(row[1]) if len(row) > 1 else "toujours"
            if wish in ("toujours", "always", "occulter"):
                always.append(row[0].strip())
            elif wish in ("jamais", "never", "conserver"):
                never.append(row[0].strip())
            elif number > 1:
                raise ValueError(str(number))
        return cls(tuple(always), tuple(never))

    @cached_property
    def _always(self) -> tuple[Finder, re.Pattern[str] | None]:
        return _compile(self.always)

    @cached_property
    def _never(self) -> tuple[Finder, re.Pattern[str] | None]:
        return _compile(self.never)

    def find(self, text: str) -> Iterator[Found]:
        """Every occurrence of what is always occulted."""
        if not self.always:
            return
        for start, end in _search(self._always, text):
            yield Found(
                start,
                end,
                Category.CUSTOM,
                "list:always",
                "liste du dossier : toujours occulter",
                1.0,
            )

    def spares(self, text: str) -> bool:
        """Whether a mention's whole text is one that is never occulted."""
        return bool(self.never) and any(
            end - start >= len(text.strip()) for start, end in _search(self._never, text)
        )


def _compile(texts: tuple[str, ...]) -> tuple[Finder, re.Pattern[str] | None]:
    plain = {text: text for text in texts if not re.search(r"[*?]", text)}
    wild = [
        re.escape(text).replace(r"\*", r"[\w'-]*").replace(r"\?", r"\w").replace(r"\ ", r"\s+")
        for text in texts
        if re.search(r"[*?]", text) and re.search(r"\w", text)
    ]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(wild)})(?!\w)", re.I) if wild else None
    return Finder(plain), pattern


def _search(
    compiled: tuple[Finder, re.Pattern[str] | None], text: str
) -> Iterator[tuple[int, int]]:
    finder, pattern = compiled
    for _, start, end in finder.find(text):
        yield start, end
    if pattern:
        for match in pattern.finditer(text):
            yield match.span()
