"""Plain printed papers: a title, lines, tables whose headings stand on every page.

The same content gives the same bytes, without dates, authors or the name of a machine. Letters
that the face lacks come from the engine's fallback faces: occulted texts are in any script.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MARGIN, _FOOT = 42.0, 30.0
_SIZE, _LEADING, _PAD = 8.5, 11.0, 3.0
_GREY, _RULE = (0.92, 0.92, 0.92), (0.6, 0.6, 0.6)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `share`: its part of the width, beside the others'."""

    heading: str
    share: float


class Paper:
    """A paper being written, from top to bottom."""

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        import pymupdf

        self._engine = pymupdf
        self._width, self._height = (842.0, 595.0) if landscape else (595.0, 842.0)
        self._document = pymupdf.open()
        self._title = title
        self._plain, self._bold = pymupdf.Font("helv"), pymupdf.Font("hebo")
        self._page: Any = None
        self._writer: Any = None
        self._y = 0.0
        self._turn()
        self.line(title, size=15, bold=True)
        self.gap()

    def gap(self, height: float = 6.0) -> None:
        self._y += height

    def heading(self, text: str) -> None:
        """A heading, with room for what it announces."""
        self._room(60)
        self.gap(8)
        self.line(text, size=11, bold=True)
        self.gap(2)

    def line(self, text: str, *, size: float = 9.5, bold: bool = False) -> None:
        """A paragraph over the whole width."""
        font = self._bold if bold else self._plain
        for piece in self._wrapped(text, font, size, self._width - 2 * _MARGIN):
            self._room(size * 1.3)
            self._put(_MARGIN, self._y + size, piece, font, size)
            self._y += size * 1.3

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """A table. A row that does not fit goes to the next page, under the headings."""
        whole = self._width - 2 * _MARGIN
        total = sum(column.share for column in columns)
        widths = [whole * column.share / total for column in columns]
        headings = [column.heading for column in columns]
        self._room(60)
        self._row(headings, widths, head=True)
        for row in rows:
            cells = [
                self._wrapped(cell, self._plain, _SIZE, width - 2 * _PAD)
                for cell, width in zip(row, widths, strict=True)
            ]
            tallest = max(map(len, cells))
            # A cell taller than a page (a disjoined passage) goes on over several.
            for start in range(0, max(tallest, 1), self._lines_a_page()):
                part = [cell[start : start + self._lines_a_page()] for cell in cells]
                height = max(map(len, part)) * _LEADING + 2 * _PAD
                if self._y + height > self._height - _MARGIN - _FOOT:
                    self._turn()
                    self._row(headings, widths, head=True)
                self._cells(part, widths, height, self._plain)
        self.gap(4)

    def save(self, out: Path) -> None:
        """Number the pages and write the file."""
        self._flush()
        count = self._document.page_count
        for number, page in enumerate(self._document, 1):
            writer = self._engine.TextWriter(page.rect)
            text = f"{self._title} — {number} / {count}"
            writer.append((_MARGIN, self._height - _FOOT), text, self._plain, 7)
            writer.write_text(page)
        self._document.set_metadata({"title": self._title})
        self._document.save(out, garbage=3, deflate=True, no_new_id=True)
        self._document.close()

    # --- laying out ----------------------------------------------------------------------

    def _turn(self) -> None:
        self._flush()
        self._page = self._document.new_page(width=self._width, height=self._height)
        self._writer = self._engine.TextWriter(self._page.rect)
        self._y = _MARGIN

    def _flush(self) -> None:
        if self._writer is not None:
            self._writer.write_text(self._page)

    def _room(self, height: float) -> None:
        if self._y + height > self._height - _MARGIN - _FOOT:
            self._turn()

    def _lines_a_page(self) -> int:
        return int((self._height - 2 * _MARGIN - _FOOT - 4 * _LEADING) // _LEADING) - 4

    def _row(self, texts: Sequence[str], widths: Sequence[float], *, head: bool) -> None:
        cells = [
            self._wrapped(text, self._bold, _SIZE, width - 2 * _PAD)
            for text, width in zip(texts, widths, strict=True)
        ]
        height = max(map(len, cells)) * _LEADING + 2 * _PAD
        if head:
            box = (_MARGIN, self._y, self._width - _MARGIN, self._y + height)
            self._page.draw_rect(box, color=None, fill=_GREY)
        self._cells(cells, widths, height, self._bold)

    def _cells(
        self, cells: Sequence[Sequence[str]], widths: Sequence[float], height: float, font: Any
    ) -> None:
        x = _MARGIN
        for lines, width in zip(cells, widths, strict=True):
            for number, line in enumerate(lines):
                y = self._y + _PAD + number * _LEADING + _SIZE
                self._put(x + _PAD, y, line, font, _SIZE)
            x += width
        self._y += height
        self._page.draw_line(
            (_MARGIN, self._y), (self._width - _MARGIN, self._y), color=_RULE, width=0.4
        )

    def _put(self, x: float, y: float, text: str, font: Any, size: float) -> None:
        if text:
            self._writer.append((x, y), text, font, size)

    def _wrapped(self, text: str, font: Any, size: float, width: float) -> list[str]:
        """`text` in lines no wider than `width`; a word that is wider is cut."""
        lines: list[str] = []
        for paragraph in text.splitlines() or [""]:
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}" if line else word
                if font.text_length(longer, size) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                while font.text_length(word, size) > width and len(word) > 1:
                    keep = self._fitting(word, font, size, width)
                    lines.append(word[:keep])
                    word = word[keep:]
                line = word
            lines.append(line)
        return lines

    def _fitting(self, word: str, font: Any, size: float, width: float) -> int:
        low, high = 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            if font.text_length(word[:middle], size) <= width:
                low = middle
            else:
                high = middle - 1
        return low
