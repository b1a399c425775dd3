"""Taking glyphs out of a page's content, exactly.

Two ways lead there, and both end in the same content. Most pages take the quick one
(`take_out`): the engine's own redaction along thin bands through the letters' middles,
after which the page is read again and kept only if it lost exactly the letters it should.
Where it lost others, or kept some, the exact one (`erase`) follows on the former content.

There the engine rewrites the content of a page through a filter that asks, glyph by glyph, what to
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
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, cast

import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Box
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


def matrix_of(doc: Any, number: int) -> Any:
    """`page_matrix` of page `number` (1-based), which is not loaded for it: its annotations would
    be, and kept."""
    page = mupdf.pdf_lookup_page_obj(mupdf.pdf_document_from_fz_document(doc.this), number - 1)
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_obj_transform(page, box, matrix)
    return matrix


def erase(page: Any, targets: Targets) -> None:
    """Rewrite the content of `page` (a `pymupdf.Page`) without `targets`."""
    handle = pdf_page(page)
    filtering = _Options(targets.goes, page_matrix(page))
    mupdf.pdf_filter_page_contents(handle.doc(), handle, filtering.options)


def take_out(doc: Any, number: int, matrix: Any, bands: Sequence[Box]) -> Callable[[], None]:
    """Take out what thin `bands` through the middle of letters touch. Returns what undoes it.

    The engine's own redaction asks no question of us and is an order of magnitude quicker, but
    it judges by rectangles: the caller reads the page again. `matrix` leads from the user space
    of page `number` (1-based), which must not be open, to the page as displayed.
    """
    pdf = mupdf.pdf_document_from_fz_document(doc.this)
    page = mupdf.pdf_lookup_page_obj(pdf, number - 1)
    before = {key: mupdf.pdf_dict_gets(page, key) for key in ("Contents", "Resources")}
    # The engine would take links and text notes under the bands away, and edit the structure.
    kept = {key: mupdf.pdf_dict_gets(page, key) for key in _KEPT}
    for key in _KEPT:
        mupdf.pdf_dict_dels(page, key)
    asked = _redaction(pdf, matrix, bands)
    try:
        annots = mupdf.pdf_dict_put_array(page, mupdf.pdf_new_name("Annots"), 1)
        mupdf.pdf_array_push(annots, asked)
        choice = mupdf.PdfRedactOptions()
        choice.black_boxes = 0
        choice.image_method = mupdf.PDF_REDACT_IMAGE_NONE
        choice.line_art = mupdf.PDF_REDACT_LINE_ART_NONE
        choice.text = mupdf.PDF_REDACT_TEXT_REMOVE
        mupdf.pdf_redact_page(pdf, mupdf.pdf_load_page(pdf, number - 1), choice)
    finally:
        mupdf.pdf_dict_dels(page, "Annots")
        _give_back(page, kept)
        mupdf.pdf_delete_object(pdf, mupdf.pdf_to_num(asked))
    return lambda: _give_back(page, before)


def _give_back(page: Any, entries: Mapping[str, Any]) -> None:
    for key, value in entries.items():
        if value.m_internal is None:
            mupdf.pdf_dict_dels(page, key)
        else:
            mupdf.pdf_dict_puts(page, key, value)


def spaces_in(text: str) -> int:
    return text.count(" ") + text.count("\u00a0")


def letters(texts: Iterable[str]) -> str:
    """What must not change: every character but white space, which engines infer."""
    return "".join("".join(text.split()) for text in texts)


def bands_of(runs: Iterable[Sequence[Glyph]]) -> list[Box] | None:
    """A thin band for each run of glyphs on one line; None where a run is slanted."""
    bands = []
    for run in runs:
        first, last = run[0], run[-1]
        x0, y0 = _middle(first.box)
        x1, y1 = _middle(last.box)
        if abs(y1 - y0) > 0.05 * first.size and abs(x1 - x0) > 0.05 * first.size:
            return None
        thin = 0.02 * first.size
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        bands.append((left - thin, top - thin, right + thin, bottom + thin))
    return bands


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


_KEPT = ("Annots", "StructParents")


def redact(page: Any, boxes: Sequence[Box], *, images: int, drawings: int, text: int) -> None:
    """Apply the engine's own redaction under `boxes` of `page` (a `pymupdf.Page`), as displayed.

    Links and text notes under them go. Redactions that the original has and never applied are
    set aside: nobody decided what they mark.
    """
    handle = pdf_page(page)
    annots = mupdf.pdf_dict_gets(handle.obj(), "Annots")
    each = [mupdf.pdf_array_get(annots, at) for at in range(mupdf.pdf_array_len(annots))]
    unapplied = [one for one in each if _subtype(one) == "Redact"]
    for one in unapplied:
        mupdf.pdf_dict_puts(one, "Subtype", mupdf.pdf_new_name(_ASIDE))
    structure = mupdf.pdf_dict_gets(handle.obj(), "StructParents")
    mupdf.pdf_dict_dels(handle.obj(), "StructParents")
    for box in boxes:
        made = mupdf.pdf_create_annot(handle, mupdf.PDF_ANNOT_REDACT)
        mupdf.pdf_set_annot_rect(made, mupdf.FzRect(*box))
    choice = mupdf.PdfRedactOptions()
    choice.black_boxes = 0
    choice.image_method, choice.line_art, choice.text = images, drawings, text
    mupdf.pdf_redact_page(handle.doc(), handle, choice)
    for one in unapplied:
        mupdf.pdf_dict_puts(one, "Subtype", mupdf.pdf_new_name("Redact"))
    if structure.m_internal is not None:
        mupdf.pdf_dict_puts(handle.obj(), "StructParents", structure)


_ASIDE = "RdtrUnapplied"


def _subtype(annot: Any) -> str:
    return str(mupdf.pdf_to_name(mupdf.pdf_dict_gets(annot, "Subtype")))


def _redaction(pdf: Any, matrix: Any, bands: Sequence[Box]) -> Any:
    """One redaction annotation for all bands, in the page's user space."""
    a, b, c, d, e, f = ~pymupdf.Matrix(*(getattr(matrix, name) for name in "abcdef"))
    quads = mupdf.pdf_new_array(pdf, 8 * len(bands))
    for x0, y0, x1, y1 in bands:
        for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1)):
            mupdf.pdf_array_push_real(quads, x * a + y * c + e)
            mupdf.pdf_array_push_real(quads, x * b + y * d + f)
    annot = mupdf.pdf_add_new_dict(pdf, 4)
    mupdf.pdf_dict_puts(annot, "Type", mupdf.pdf_new_name("Annot"))
    mupdf.pdf_dict_puts(annot, "Subtype", mupdf.pdf_new_name("Redact"))
    mupdf.pdf_dict_puts(annot, "QuadPoints", quads)
    mupdf.pdf_dict_put_rect(annot, mupdf.pdf_new_name("Rect"), mupdf.FzRect(0, 0, 1, 1))
    return annot


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
