"""The two families of engines that read the pages of a PDF, none of which wrote it."""

import ctypes
import io
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL import Image
from pymupdf import mupdf

from redactor.closing import Closing
from redactor.formats.base import Box
from redactor.formats.errors import Damaged
from redactor.formats.pdf.opening import saved

#: Pages read before the document is opened anew: pdfium keeps every stream that it has read.
#: Measured: 30 MB more for 120 pages of pictures that take 30 MB in their file. More where they
#: are light, since it then goes through all pages before the next (40 µs each).
_AT_ONCE, _TIMES, _LIGHT = 50, 20, 8 * 1024**2


def _with_hyphens(text: str) -> str:
    """Hyphens in the place of what pdfium returns for one that it takes for a line end's."""
    return text.replace("\x02", "-\n").replace("\ufffe", "-\n").replace("\0", " ")


class Glyph(NamedTuple):
    """A character where pdfium drew it, in points from the bottom left of the page."""

    character: str
    x: float
    y: float
    number: int
    """Its place in pdfium's own order."""


class Pdfium(Closing):
    """pdfium: reads what is drawn, layers that are off and text off the page included."""

    name = "pdfium"

    def __init__(self, path: Path, password: str | None, repair: bool = False) -> None:
        """`repair`: an original that pdfium cannot open is read as MuPDF repairs it.

        Raises Damaged.
        """
        self._file: Path | bytes = path
        self._password = password
        try:
            self._document = self._open()
        except pypdfium2.PdfiumError as error:
            if not repair:
                raise Damaged(where="pdfium") from error
            self._file = repaired(path, password)
            self._document = self._open()
        # One page is open at a time, and stays so while it is asked for: loading it and reading
        # its text is most of what each question costs.
        self._index = -1
        self._page: pypdfium2.PdfPage | None = None
        self._text: pypdfium2.PdfTextPage | None = None
        self._codes = ""
        self._loaded = 0
        """Pages since the document was opened."""
        size = len(self._file) if isinstance(self._file, bytes) else self._file.stat().st_size
        pages = len(self._document)
        self._at_once = max(_AT_ONCE, min(pages // _TIMES, pages * _LIGHT // max(size, 1)))

    def _open(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self._file, password=self._password)

    @cached_property
    def _units(self) -> list[float]:
        """Points to the unit of each page (``UserUnit``), which pdfium does not know."""
        file = self._file if isinstance(self._file, Path) else io.BytesIO(self._file)
        with pikepdf.open(file, password=self._password or "") as pdf:
            return [float(page.obj.get("/UserUnit", 1)) or 1.0 for page in pdf.pages]

    def in_units(self, index: int, displayed: Box) -> Box:
        """A box in points as pdfium measures: in the units of its page."""
        x0, y0, x1, y1 = (edge / self._units[index] for edge in displayed)
        return x0, y0, x1, y1

    def close(self) -> None:
        self._leave()
        self._document.close()

    def __len__(self) -> int:
        return len(self._document)

    def _at(self, index: int) -> pypdfium2.PdfPage:
        if self._page is None or self._index != index:
            self._leave()
            if self._loaded == self._at_once:
                self._document.close()
                self._document, self._loaded = self._open(), 0
            self._page, self._index = self._document[index], index
            self._loaded += 1
        return self._page

    def _text_at(self, index: int) -> pypdfium2.PdfTextPage:
        page = self._at(index)
        if self._text is None:
            self._text = page.get_textpage()
        return self._text

    def _leave(self) -> None:
        for each in (self._text, self._page):
            if each is not None:
                each.close()
        self._text = self._page = None
        self._codes = ""

    def text(self, index: int) -> str:
        text: str = self._text_at(index).get_text_range()
        return _with_hyphens(text)

    def codes(self, index: int) -> str:
        """The page's characters in pdfium's own order: those of `glyphs` by their numbers."""
        text = self._text_at(index)
        if self._codes:
            return self._codes
        raw, count = text.raw, text.count_chars()
        buffer = (ctypes.c_ushort * (count + 1))()
        # The last one written is a terminator; pairs of surrogates make the text longer.
        if pdfium_c.FPDFText_GetText(raw, 0, count, buffer) == count + 1:
            self._codes = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(self._codes) != count:
            self._codes = "".join(
                chr(pdfium_c.FPDFText_GetUnicode(raw, number)) for number in range(count)
            )
        return self._codes

    def glyphs(self, index: int, numbers: Iterable[int]) -> list[Glyph]:
        """Those of the page's characters, by their numbers, that are visible."""
        raw, codes = self._text_at(index).raw, self.codes(index)
        x, y = ctypes.c_double(), ctypes.c_double()
        glyphs: list[Glyph] = []
        for number in numbers:
            if codes[number] > " ":
                pdfium_c.FPDFText_GetCharOrigin(raw, number, x, y)
                glyphs.append(Glyph(codes[number], x.value, y.value, number))
        return glyphs

    def boxes(self, index: int, glyphs: Sequence[Glyph]) -> list[Box]:
        """The boxes of some of a page's glyphs, as high as their type."""
        if not glyphs:
            return []
        text_page = self._text_at(index)
        box = pdfium_c.FS_RECTF()
        boxes: list[Box] = []
        for glyph in glyphs:
            pdfium_c.FPDFText_GetLooseCharBox(text_page.raw, glyph.number, box)
            boxes.append((box.left, box.bottom, box.right, box.top))
        return boxes

    def picture(self, index: int, scale: float) -> Image.Image:
        bitmap = self._at(index).render(scale=scale, grayscale=True, may_draw_forms=False)
        picture: Image.Image = bitmap.to_pil().convert("L")
        return picture

    def to_picture(self, index: int, box: Box, scale: float) -> Box:
        """A box of `glyphs` in the pixels of `picture`, whatever the page's rotation."""
        page = self._at(index)
        width, height = page.get_size()
        pixels = [
            page_to_device(page, width * scale, height * scale, x, y)
            for x in (box[0], box[2])
            for y in (box[1], box[3])
        ]
        xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
        return min(xs), min(ys), max(xs), max(ys)

    def text_in_page(self, index: int, boxes: Sequence[Box]) -> list[str]:
        """The text inside boxes given in the page's own coordinates."""
        text_page = self._text_at(index)
        texts: list[str] = [
            text_page.get_text_bounded(left=box[0], bottom=box[1], right=box[2], top=box[3])
            for box in boxes
        ]
        return [_with_hyphens(text) for text in texts]

    def text_in(self, index: int, displayed: Box) -> str:
        """The text that a box touches, given in points from the top left of the displayed page."""
        left, bottom, right, top = self._in_page(index, displayed)
        text: str = self._text_at(index).get_text_bounded(
            left=left, right=right, bottom=bottom, top=top
        )
        return _with_hyphens(text)

    def text_inside(self, index: int, displayed: Box) -> str:
        """The letters whose middles lie in a box given as for `text_in`."""
        left, bottom, right, top = self._in_page(index, displayed)
        raw, codes = self._text_at(index).raw, self.codes(index)
        edges = [ctypes.c_double() for _ in range(4)]
        found = []
        for number, code in enumerate(codes):
            if code <= " ":
                found.append(code)
                continue
            pdfium_c.FPDFText_GetCharBox(raw, number, *edges)
            x0, x1, y0, y1 = (edge.value for edge in edges)
            if left <= (x0 + x1) / 2 <= right and bottom <= (y0 + y1) / 2 <= top:
                found.append(code)
        return "".join(found)

    def _in_page(self, index: int, displayed: Box) -> Box:
        """A box of the displayed page in the page's own coordinates: left, bottom, right, top."""
        page = self._at(index)
        width, height = page.get_size()
        x, y = ctypes.c_double(), ctypes.c_double()
        corners: list[tuple[float, float]] = []
        # Whole device pixels only: a hundred to the point keeps the error below what matters.
        x0, y0, x1, y1 = self.in_units(index, displayed)
        for dx, dy in ((x0, y0), (x1, y1)):
            pdfium_c.FPDF_DeviceToPage(
                page.raw, 0, 0, int(width * 100), int(height * 100), 0,
                int(dx * 100), int(dy * 100), x, y,
            )  # fmt: skip
            corners.append((x.value, y.value))
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


def repaired(path: Path, password: str | None) -> bytes:
    """A file as MuPDF repairs it."""
    with pymupdf.open(path, filetype="pdf") as document:
        if document.needs_pass:
            document.authenticate(password or "")
        return saved(document)


def page_to_device(
    page: pypdfium2.PdfPage, width: float, height: float, x: float, y: float
) -> tuple[float, float]:
    dx, dy = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, int(width), int(height), 0, x, y, dx, dy)
    return dx.value, dy.value


class Mupdf(Closing):
    """MuPDF's extraction: nothing clipped, ActualText ignored so that glyphs are seen."""

    name = "mupdf"
    _FLAGS = (
        pymupdf.TEXT_PRESERVE_WHITESPACE
        | pymupdf.TEXT_IGNORE_ACTUALTEXT
        | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
    )

    def __init__(self, path: Path, password: str | None) -> None:
        self._document = pymupdf.open(path, filetype="pdf")
        if self._document.needs_pass and not self._document.authenticate(password or ""):
            raise ValueError("password")
        self._pdf = mupdf.pdf_document_from_fz_document(self._document.this)

    def close(self) -> None:
        self._document.close()

    def __len__(self) -> int:
        return int(self._document.page_count)

    def text(self, index: int) -> str:
        text: str = self._read(index).extractText()
        if not index % _AT_ONCE and not self._document.is_repaired:
            mupdf.pdf_clear_xref(self._pdf)  # what was repaired is kept there alone
        return text

    def text_in_page(self, index: int, boxes: Sequence[Box]) -> list[str]:
        """The letters whose middles lie in boxes given in the page's own coordinates."""
        media, matrix = mupdf.FzRect(), mupdf.FzMatrix()
        mupdf.pdf_page_transform(mupdf.pdf_load_page(self._pdf, index), media, matrix)
        rects = [
            mupdf.fz_transform_rect(mupdf.FzRect(*map(float, box)), matrix)
            for box in sorted(set(boxes))
        ]
        found = []
        for block in self._read(index).extractRAWDICT()["blocks"]:
            for line in block.get("lines", ()):
                for char in (c for span in line["spans"] for c in span["chars"]):
                    x0, y0, x1, y1 = char["bbox"]
                    x, y = (x0 + x1) / 2, (y0 + y1) / 2
                    if any(r.x0 <= x <= r.x1 and r.y0 <= y <= r.y1 for r in rects):
                        found.append(char["c"])
        return found

    def _read(self, index: int) -> pymupdf.TextPage:
        # Contents alone: appearances of annotations are objects of their own, with their own
        # flows. The device is made by hand, since a display list clips what is off the page.
        page = mupdf.fz_load_page(self._document.this, index)
        text_page = mupdf.FzStextPage(mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE))
        options = mupdf.FzStextOptions()
        options.flags = self._FLAGS
        device = mupdf.fz_new_stext_device(text_page, options)
        mupdf.fz_run_page_contents(page, device, mupdf.FzMatrix(), mupdf.FzCookie())
        mupdf.fz_close_device(device)
        return pymupdf.TextPage(text_page)
