"""Text in content that no place on the page leads to: patterns, soft masks.

Extraction shows their text (a tile's first letters, a mask's), but the engine's filter leaves
these streams alone, since pages share them. What a page's own content did not hold is looked
for in them by its run of letters, and goes from a copy made for this page.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pymupdf import mupdf

from redactor.formats.pdf import erase
from redactor.formats.pdf.glyphs import Glyph

_DEPTH = 8


def erase_runs(page: Any, missed: Sequence[Glyph]) -> list[Glyph]:
    """Take the runs of `missed` glyphs out of patterns and masks. Returns what is left."""
    runs = _runs(missed)
    left = erase_texts(page, ["".join(glyph.char for glyph in run) for run in runs])
    return [glyph for number in left for glyph in runs[number]]


def erase_texts(page: Any, texts: Sequence[str]) -> list[int]:
    """Take `texts` out of patterns and masks. Returns the numbers of those not met there."""
    handle = erase.pdf_page(page)
    resources = mupdf.pdf_dict_get_inheritable(handle.obj(), mupdf.pdf_new_name("Resources"))
    runs = ["".join(text.split()) for text in texts]
    left = set(range(len(runs)))
    for holder, key, stream in list(_streams(resources, 0)):
        letters = _letters(stream, resources)
        gone: set[int] = set()
        for number, run in enumerate(runs):
            found = _occurrences(letters, run)
            gone |= found
            if found:
                left.discard(number)
        if gone:
            mupdf.pdf_dict_puts(holder, key, _less(stream, resources, gone))
    return sorted(left)


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Stretches of glyphs on one line."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last is None or abs(last.y - glyph.y) > 0.1 or abs(last.box[2] - glyph.x) > last.size:
            runs.append([])
        runs[-1].append(glyph)
    return runs


def _letters(stream: Any, resources: Any) -> list[str]:
    letters: list[str] = []

    def keep(codes: Sequence[int], x: float, y: float) -> bool:  # noqa: ARG001
        letters.append("".join(chr(code) for code in codes if 0 < code < 0x110000))
        return False

    erase.without(stream, resources, keep, mupdf.FzMatrix(), update=False)
    return letters


def _occurrences(letters: Sequence[str], text: str) -> set[int]:
    """The numbers of the glyphs that spell `text`, wherever they do; spaces do not count."""
    if not text:
        return set()
    homes = [number for number, char in enumerate(letters) for c in char if not c.isspace()]
    joined = "".join(c for char in letters for c in char if not c.isspace())
    found: set[int] = set()
    start = joined.find(text)
    while start >= 0:
        found |= set(homes[start : start + len(text)])
        start = joined.find(text, start + 1)
    return found


def _less(stream: Any, resources: Any, gone: set[int]) -> Any:
    number = -1

    def goes(codes: Sequence[int], x: float, y: float) -> bool:  # noqa: ARG001
        nonlocal number
        number += 1
        return number in gone

    return erase.without(stream, resources, goes, mupdf.FzMatrix())


def _streams(resources: Any, depth: int) -> Iterator[tuple[Any, str, Any]]:
    """(holder, key, stream) of every pattern and mask that `resources` lead to."""
    if depth > _DEPTH or not mupdf.pdf_is_dict(resources):
        return
    for _, _, pattern in _entries(mupdf.pdf_dict_gets(resources, "Pattern")):
        if mupdf.pdf_is_stream(pattern):
            yield from _streams(mupdf.pdf_dict_gets(pattern, "Resources"), depth + 1)
    for holder, key, pattern in _entries(mupdf.pdf_dict_gets(resources, "Pattern")):
        if mupdf.pdf_is_stream(pattern):
            yield holder, key, pattern
    for _, _, state in _entries(mupdf.pdf_dict_gets(resources, "ExtGState")):
        mask = mupdf.pdf_dict_gets(state, "SMask")
        group = mupdf.pdf_dict_gets(mask, "G")
        if mupdf.pdf_is_stream(group):
            yield from _streams(mupdf.pdf_dict_gets(group, "Resources"), depth + 1)
            yield mask, "G", group
    for _, _, form in _entries(mupdf.pdf_dict_gets(resources, "XObject")):
        yield from _streams(mupdf.pdf_dict_gets(form, "Resources"), depth + 1)


def _entries(holder: Any) -> Iterator[tuple[Any, str, Any]]:
    for number in range(mupdf.pdf_dict_len(holder) if mupdf.pdf_is_dict(holder) else 0):
        key = mupdf.pdf_to_name(mupdf.pdf_dict_get_key(holder, number))
        yield holder, key, mupdf.pdf_dict_get_val(holder, number)
