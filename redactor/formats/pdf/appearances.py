"""What annotations and form fields show: their appearance streams.

Their text is drawn over the page, from streams of their own, and does not follow their value:
it is read as flows of its own (``p3.ap2.1``: the second annotation of page 3) and rewritten
there. An appearance whose text cannot be met glyph by glyph is taken away whole.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pymupdf import mupdf

from redactor.formats.pdf import erase, glyphs, marks
from redactor.formats.pdf.glyphs import Extraction, Glyph

ORDER = "RdtrOrder"
"""A key that names an annotation between the writer's two engines; it does not last."""
_SHOWN = 4
"""The annotation flag *print*, alone: nothing hides what it shows."""


def lines_of(page: Any) -> Iterator[tuple[int, bool, Extraction]]:
    """(order in the page's ``Annots``, whether a field, its text) of each with a text."""
    handle = erase.pdf_page(page)
    array = mupdf.pdf_dict_gets(handle.obj(), "Annots")
    if not mupdf.pdf_array_len(array):
        return
    orders = {
        mupdf.pdf_to_num(mupdf.pdf_array_get(array, number)): number + 1
        for number in range(mupdf.pdf_array_len(array))
    }
    found = []
    for annot in _annotations(handle):
        owner = mupdf.pdf_annot_obj(annot)
        order = orders.get(mupdf.pdf_to_num(owner))
        if order is None or mupdf.pdf_annot_ap(annot).m_internal is None:
            continue
        widget = mupdf.pdf_to_name(mupdf.pdf_dict_gets(owner, "Subtype")) == "Widget"
        extraction = _extract(annot, owner)
        if extraction.lines:
            found.append((order, widget, extraction))
    yield from sorted(found, key=lambda item: item[0])


def erase_from(
    page: Any, order: int, targets: Sequence[Glyph], drawn: Sequence[marks.Mark]
) -> None:
    """Take `targets` out of what annotation number `order` shows, and draw the marks there."""
    handle = erase.pdf_page(page)
    for annot in _annotations(handle):
        owner = mupdf.pdf_annot_obj(annot)
        if mupdf.pdf_to_int(mupdf.pdf_dict_gets(owner, ORDER)) == order:
            break
    else:
        return
    mupdf.pdf_dict_dels(owner, ORDER)
    shown = mupdf.pdf_annot_ap(annot)
    looks = mupdf.pdf_dict_gets(owner, "AP")
    if shown.m_internal is None:
        return
    found = erase.Targets(targets)
    place = mupdf.fz_concat(mupdf.pdf_annot_transform(annot), erase.page_matrix(page))
    resources = mupdf.pdf_dict_get_inheritable(handle.obj(), mupdf.pdf_new_name("Resources"))
    new = erase.without(shown, resources, found.goes, place)
    if found.missed():
        mupdf.pdf_dict_dels(owner, "AP")
        return
    own = mupdf.pdf_dict_get_matrix(new, mupdf.pdf_new_name("Matrix"))
    content = marks.draw(drawn, mupdf.fz_concat(own, place))
    old = mupdf.fz_buffer_extract_copy(mupdf.pdf_load_stream(new))
    whole = mupdf.fz_new_buffer_from_copied_data(old + b"\n" + content)
    mupdf.pdf_update_stream(handle.doc(), new, whole, 0)
    marks.add_font(handle.doc(), mupdf.pdf_dict_gets(new, "Resources"))
    normal = mupdf.pdf_dict_gets(looks, "N")
    if mupdf.pdf_is_stream(normal):
        mupdf.pdf_dict_puts(looks, "N", new)
    else:
        state = mupdf.pdf_to_name(mupdf.pdf_dict_gets(owner, "AS"))
        mupdf.pdf_dict_puts(normal, state, new)


def _annotations(handle: Any) -> Iterator[Any]:
    for first, following in (
        (mupdf.pdf_first_annot, mupdf.pdf_next_annot),
        (mupdf.pdf_first_widget, mupdf.pdf_next_widget),
    ):
        annot = first(handle)
        while annot.m_internal is not None:
            yield annot
            annot = following(annot)


def _extract(annot: Any, owner: Any) -> Extraction:
    flags = mupdf.pdf_to_int(mupdf.pdf_dict_gets(owner, "F"))
    hidden = bool(flags & (1 | 2 | 32)) or not flags & _SHOWN
    if hidden:  # a hidden annotation's text is text; the flag is put back below
        mupdf.pdf_dict_puts(owner, "F", mupdf.pdf_new_int(_SHOWN))
    try:
        text = glyphs.run(lambda device: _run(annot, device))
    finally:
        if hidden:
            mupdf.pdf_dict_puts(owner, "F", mupdf.pdf_new_int(flags))
    return Extraction(text)


def _run(annot: Any, device: Any) -> None:
    mupdf.pdf_run_annot(annot, device, mupdf.FzMatrix(), mupdf.FzCookie())
