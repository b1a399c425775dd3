"""Texts looked for by a person: folded, with `*` for the rest of a word and `?` for a letter."""

import re
from collections.abc import Callable, Iterator

from redactor.text.fold import Finder, fold, views

_WILD = re.compile(r"[*?]")


def seeker(text: str, *, wild: bool = False) -> Callable[[str], list[tuple[int, int]]]:
    """What finds `text` in a flow's text: original ranges, in order, none inside another.

    `wild`: whether `*` and `?` stand for other letters than themselves.
    """
    if not wild or not _WILD.search(text):
        finder = Finder({"": text})
        return lambda where: [(start, end) for _, start, end in finder.find(where)]
    pattern = _pattern(text)
    if pattern is None:
        return lambda _: []
    return lambda where: _outermost(set(_wild(pattern, where)))


def _pattern(text: str) -> re.Pattern[str] | None:
    """A pattern for folded text; None where it would match anything."""
    form = fold(text)
    if not re.search(r"[^\W_]", form):
        return None
    body = re.escape(form).replace(r"\*", r"[\w'-]*").replace(r"\?", r"\w")
    return re.compile(rf"(?<![^\W_])(?:{body})(?![^\W_])")


def _wild(pattern: re.Pattern[str], where: str) -> Iterator[tuple[int, int]]:
    for view in views(where):
        for match in pattern.finditer(view.text):
            yield view.origin(*match.span())


def _outermost(found: set[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
