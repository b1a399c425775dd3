"""Taking glyphs out of a page's content, exactly.

The engine rewrites the content of a page through a filter that asks, glyph by glyph, what to
keep (`pdf_sanitize_filter_options.text_filter`). The question comes with the glyph's code
point and place, from the very interpreter that extracted the text; so a glyph goes if it is
one of those of an occulted span, and nothing is decided by rectangles: a neighbour, a line
above or below is never touched (measured: rectangles lose letters where leading is tight).
Text in form XObjects is reached, each form being copied for this page alone.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pymupdf import mupdf

from redactor.formats.pdf.glyphs import Glyph

_EXACT = 0.05
"""Points. The same glyph has the same place in both readings, but for rounding."""
_TWICE = 0.1
"""Type sizes. A letter drawn again this close is the same letter, made bold."""
_UNKNOWN = (0xFFFD, 0)


class _Index:
    """The glyphs to remove, found by place."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
        for glyph in glyphs:
            # A glyph is looked up from the cell it falls in, so it is entered in every cell
            # that its tolerance reaches: cells are 4 points wide.
            reach = max(_EXACT, _TWICE * glyph.size)
            for column in range(int((glyph.x - reach) // 4), int((glyph.x + reach) // 4) + 1):
                for row in range(int((glyph.y - reach) // 4), int((glyph.y + reach) // 4) + 1):
                    self._cells[column, row].append(glyph)

    def at(self, x: float, y: float) -> list[Glyph] | None:
        return self._cells.get((int(x // 4), int(y // 4)))


class _Filter(mupdf.PdfSanitizeFilterOptions2):  # type: ignore[misc]
    """Answers the engine's question for each glyph."""

    def __init__(self, index: _Index, page_matrix: Any) -> None:
        super().__init__()
        self.use_virtual_text_filter()
        self._index = index
        self._page = page_matrix
        self.removed = 0

    def text_filter(
        self,
        ctx: Any,  # noqa: ARG002
        codes: Any,
        count: int,
        trm: Any,
        ctm: Any,
        bbox: Any,  # noqa: ARG002
        render: int,  # noqa: ARG002
        fill_alpha: float,  # noqa: ARG002
        stroke_alpha: float,  # noqa: ARG002
    ) -> int:
        x = trm.e * ctm.a + trm.f * ctm.c + ctm.e
        y = trm.e * ctm.b + trm.f * ctm.d + ctm.f
        page = self._page
        x, y = x * page.a + y * page.c + page.e, x * page.b + y * page.d + page.f
        near = self._index.at(x, y)
        if near is None:
            return 0
        for glyph in near:
            dx, dy = abs(glyph.x - x), abs(glyph.y - y)
            reach = _TWICE * glyph.size
            if dx > max(reach, _EXACT) or dy > max(reach, _EXACT):
                continue
            exact = dx <= _EXACT and dy <= _EXACT
            if _says(codes, count, glyph.char, exact):
                self.removed += 1
                return 1
        return 0


def _says(codes: Any, count: int, char: str, exact: bool) -> bool:
    """Whether the glyph stands for `char`; one without a known meaning does at its place."""
    values = (ctypes.c_int * max(count, 1)).from_address(int(codes))
    if any(value == ord(char) for value in values):
        return True
    return exact and values[0] in _UNKNOWN


class _Factory(mupdf.PdfFilterFactory2):  # type: ignore[misc]
    def __init__(self, options: _Filter) -> None:
        super().__init__()
        self.use_virtual_filter()
        self._options = options

    def filter(
        self,
        ctx: Any,  # noqa: ARG002
        doc: Any,
        chain: Any,
        struct_parents: int,  # noqa: ARG002
        transform: Any,
        options: Any,
    ) -> Any:
        # -1 for the structure parents: left to itself the engine writes what it edits of
        # ActualText into Alt and leaves the former; the structure is ours to clean.
        return mupdf.ll_pdf_new_sanitize_filter(
            doc, chain, -1, transform, options, self._options.internal()
        )


def page_matrix(page: Any) -> Any:
    """From the page's user space to points of the page as displayed."""
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_transform(pdf_page(page), box, matrix)
    return matrix


def erase(page: Any, glyphs: Iterable[Glyph]) -> int:
    """Rewrite the content of `page` (a `pymupdf.Page`) without `glyphs`.

    Returns how many were removed: more than were given where a letter is drawn twice.
    """
    handle = pdf_page(page)
    options = mupdf.PdfFilterOptions()
    # Forms are copied for this page; patterns and fonts, which pages share and whose text has
    # no place on this page, are not followed.
    options.recurse, options.instance_forms, options.ascii, options.no_update = 0, 1, 0, 0
    answers = _Filter(_Index(glyphs), page_matrix(page))
    factory = _Factory(answers)
    options.add_factory(factory.internal())
    mupdf.pdf_filter_page_contents(handle.doc(), handle, options)
    return answers.removed


def pdf_page(page: Any) -> Any:
    return (
        mupdf.pdf_page_from_fz_page(page.this) if isinstance(page.this, mupdf.FzPage) else page.this
    )
