"""Taking glyphs out of a page's content, exactly.

The engine rewrites the content of a page through a filter that asks, glyph by glyph, what to
keep (`pdf_sanitize_filter_options.text_filter`). The question comes with the glyph's code
point and place, from the very interpreter that extracted the text; so a glyph goes if it is
one of those of an occulted span, and nothing is decided by rectangles: a neighbour, a line
above or below is never touched (measured: rectangles lose letters where leading is tight).
Text in form XObjects is reached, each form being copied for this page alone.

One glyph that stands for several letters (a ligature whose ToUnicode says ``ffi``) goes whole
as soon as one of its letters is occulted: half a glyph cannot be drawn, and a letter too many
is better than one too few.
"""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from pymupdf import mupdf

from redactor.formats.pdf.glyphs import Glyph

_EXACT = 0.05
"""Points. The same glyph has the same place in both readings, but for rounding."""
_TWICE = 0.1
"""Type sizes. A letter drawn again this close is the same letter, made bold: the engine's
extraction leaves such a second one out."""
_UNKNOWN = (0xFFFD, 0)

Question = Callable[[Sequence[int], float, float], bool]
"""Code points of a glyph, and its origin in the target space → whether it goes."""


class Targets:
    """The glyphs to remove, found by place; which of them were met."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self.glyphs = list(glyphs)
        self._met: set[int] = set()
        self._cells: defaultdict[tuple[int, int], list[tuple[int, Glyph]]] = defaultdict(list)
        for number, glyph in enumerate(self.glyphs):
            # A glyph is looked up from the cell it falls in, so it is entered in every cell
            # that its tolerance reaches: cells are 4 points wide.
            reach = max(_EXACT, _TWICE * glyph.size)
            for column in range(int((glyph.x - reach) // 4), int((glyph.x + reach) // 4) + 1):
                for row in range(int((glyph.y - reach) // 4), int((glyph.y + reach) // 4) + 1):
                    self._cells[column, row].append((number, glyph))

    def missed(self) -> list[Glyph]:
        """What was not met in the content rewritten so far."""
        return [glyph for number, glyph in enumerate(self.glyphs) if number not in self._met]

    def goes(self, codes: Sequence[int], x: float, y: float) -> bool:
        near = self._cells.get((int(x // 4), int(y // 4)))
        if near is None:
            return False
        found = False
        for number, glyph in near:
            dx, dy = abs(glyph.x - x), abs(glyph.y - y)
            reach = max(_TWICE * glyph.size, _EXACT)
            if dx > reach or dy > reach:
                continue
            exact = dx <= _EXACT and dy <= _EXACT
            if ord(glyph.char) in codes or (exact and codes[0] in _UNKNOWN):
                # A ligature's letters all stand at its origin: meet them all.
                self._met.add(number)
                found = True
        return found


class _Filter(mupdf.PdfSanitizeFilterOptions2):  # type: ignore[misc]
    """Puts the engine's question for each glyph to `goes`."""

    def __init__(self, goes: Question, matrix: Any) -> None:
        super().__init__()
        self.use_virtual_text_filter()
        self._goes = goes
        self._matrix = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def text_filter(
        self,
        ctx: Any,
        codes: Any,
        count: int,
        trm: Any,
        ctm: Any,
        bbox: Any,
        render: int,
        fill_alpha: float,
        stroke_alpha: float,
    ) -> int:
        x = trm.e * ctm.a + trm.f * ctm.c + ctm.e
        y = trm.e * ctm.b + trm.f * ctm.d + ctm.f
        a, b, c, d, e, f = self._matrix
        values = (ctypes.c_int * max(count, 1)).from_address(int(codes))
        # An array is no Sequence to the type checker; it is read as one.
        return int(self._goes(cast(Sequence[int], values), x * a + y * c + e, x * b + y * d + f))


class _Factory(mupdf.PdfFilterFactory2):  # type: ignore[misc]
    def __init__(self, options: _Filter) -> None:
        super().__init__()
        self.use_virtual_filter()
        self._options = options

    def filter(
        self,
        ctx: Any,
        doc: Any,
        chain: Any,
        struct_parents: int,
        transform: Any,
        options: Any,
    ) -> Any:
        # -1 for the structure parents: left to itself the engine writes what it edits of
        # ActualText into Alt and leaves the former; the structure is ours to clean.
        return mupdf.ll_pdf_new_sanitize_filter(
            doc, chain, -1, transform, options, self._options.internal()
        )


class _Options:
    """The engine's options, with what they point to kept alive."""

    def __init__(self, goes: Question, matrix: Any, update: bool = True) -> None:
        self._filter = _Filter(goes, matrix)
        self._factory = _Factory(self._filter)
        self.options = mupdf.PdfFilterOptions()
        # Forms are copied for this page; patterns and fonts, which pages share and whose text
        # has no place on this page, are not followed: see `elsewhere`.
        self.options.recurse, self.options.instance_forms = 0, 1
        self.options.ascii, self.options.no_update = 0, int(not update)
        self.options.add_factory(self._factory.internal())


def page_matrix(page: Any) -> Any:
    """From the page's user space to points of the page as displayed."""
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_transform(pdf_page(page), box, matrix)
    return matrix


def erase(page: Any, targets: Targets) -> None:
    """Rewrite the content of `page` (a `pymupdf.Page`) without `targets`."""
    handle = pdf_page(page)
    filtering = _Options(targets.goes, page_matrix(page))
    mupdf.pdf_filter_page_contents(handle.doc(), handle, filtering.options)


def without(
    stream: Any, resources: Any, goes: Question, transform: Any, update: bool = True
) -> Any:
    """A copy of the content stream `stream` (an engine's object) less the glyphs that go.

    `transform` leads from the space around the stream to the one in which `goes` is asked.
    Without `update` the copy keeps the whole content: a way to read it.
    """
    filtering = _Options(goes, mupdf.FzMatrix(), update)
    return mupdf.pdf_filter_xobject_instance(
        stream, resources, transform, filtering.options, mupdf.PdfCycleList()
    )


def pdf_page(page: Any) -> Any:
    """The engine's own handle of a `pymupdf.Page`."""
    handle = page.this
    return mupdf.pdf_page_from_fz_page(handle) if isinstance(handle, mupdf.FzPage) else handle
