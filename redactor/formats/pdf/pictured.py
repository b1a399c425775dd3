"""Which pages draw pictures, and where."""

import re
from collections.abc import Iterator
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.formats.base import Box
from redactor.formats.pdf.glyphs import extract

_INLINE = re.compile(rb"(?:^|[\s>)\]])BI\s")


def has_images(doc: Any, number: int) -> bool:
    """Whether the resources of page `number` (1-based), or of a form it draws, name an image.

    The engine's own list goes through resources as often as they are met: 7 s for a page whose
    270 forms name each other.
    """
    page = mupdf.pdf_lookup_page_obj(mupdf.pdf_document_from_fz_document(doc.this), number - 1)
    ahead = [mupdf.pdf_dict_get_inheritable(page, mupdf.pdf_new_name("Resources"))]
    met: set[int] = set()
    while ahead:
        for drawn in _values(mupdf.pdf_dict_gets(ahead.pop(), "XObject")):
            object_number = mupdf.pdf_to_num(drawn)
            if object_number in met:
                continue
            met.add(object_number)
            if mupdf.pdf_to_name(mupdf.pdf_dict_gets(drawn, "Subtype")) == "Image":
                return True
            ahead.append(mupdf.pdf_dict_gets(drawn, "Resources"))
    return False


def pictures_of(page: Any) -> list[tuple[Box, float]]:
    """The pictures that `page` draws: their boxes as displayed, and their dots an inch."""
    if not _may_have_pictures(page):
        return []
    text = extract(page, pymupdf.TEXT_PRESERVE_IMAGES)
    return [
        (
            tuple(info["bbox"]),
            72
            * max(info["width"], info["height"])
            / max(info["bbox"][2] - info["bbox"][0], info["bbox"][3] - info["bbox"][1], 1e-3),
        )
        for info in text.extractIMGINFO()
    ]


def _may_have_pictures(page: Any) -> bool:
    """Whether anything but the page's own lines and letters may be drawn: asking is forty times
    quicker than drawing the page."""
    content = page.read_contents()
    if b"BI" in content and _INLINE.search(content):
        return True
    handle = page.this
    if isinstance(handle, mupdf.FzPage):
        handle = mupdf.pdf_page_from_fz_page(handle)
    resources = mupdf.pdf_dict_get_inheritable(handle.obj(), mupdf.pdf_new_name("Resources"))
    if any(
        mupdf.pdf_dict_len(mupdf.pdf_dict_gets(resources, kind)) for kind in ("XObject", "Pattern")
    ):
        return True
    states = mupdf.pdf_dict_gets(resources, "ExtGState")
    fonts = mupdf.pdf_dict_gets(resources, "Font")
    return any(
        mupdf.pdf_is_dict(mupdf.pdf_dict_gets(state, "SMask")) for state in _values(states)
    ) or any(
        mupdf.pdf_to_name(mupdf.pdf_dict_gets(font, "Subtype")) == "Type3"
        for font in _values(fonts)
    )


def _values(holder: Any) -> Iterator[Any]:
    for number in range(mupdf.pdf_dict_len(holder)):
        yield mupdf.pdf_dict_get_val(holder, number)
