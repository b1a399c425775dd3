"""What a page draws, and in which order: the operations that texts and covers are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeAlias, overload

import numpy as np
import pymupdf
from pymupdf import mupdf

from redactor.check.geometry import Grid
from redactor.formats.base import Box

Boxes: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
"""Boxes, or parts of them, a row each."""
_FAR = 1e6
_TEXT = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_IGNORE_ACTUALTEXT
_THIN, _LINES, _LARGE = 4.0, 40, 0.1
"""Points, lines of a path, part of a page: a frame's."""
INVISIBLE = 3
"""Text rendering mode (ISO 32000-2, 9.3.6)."""


class Letter(NamedTuple):
    """A character and its box."""

    char: str
    box: Box


class Letters(Sequence[Letter]):
    """The letters of an operation, made when they are looked at: of most pages' thousands, few
    are (measured: an eighth of the time of a page with boxes)."""

    def __init__(self, characters: Sequence[Any], chars: Sequence[str]) -> None:
        self._characters = characters
        self._chars = chars

    def __len__(self) -> int:
        return len(self._chars)

    @overload
    def __getitem__(self, number: int) -> Letter: ...
    @overload
    def __getitem__(self, number: slice) -> list[Letter]: ...
    def __getitem__(self, number: int | slice) -> Letter | list[Letter]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        return Letter(self._chars[number], _upright(self._characters[number][3]))

    def __iter__(self) -> Iterator[Letter]:
        return map(Letter, self._chars, (_upright(c[3]) for c in self._characters))


@dataclass(frozen=True)
class TextOp:
    """One text-showing operation."""

    number: int
    """Its rank among the page's operations: what comes later lies over it."""
    mode: int
    colour: tuple[float, float, float]
    opacity: float
    size: float
    box: Box
    characters: Sequence[Any]
    """As the engine gives them; most are never looked at."""
    layer: str
    font: str

    @cached_property
    def letters(self) -> Letters:
        return Letters(self.characters, self._chars)

    @cached_property
    def _chars(self) -> list[str]:
        return [_char(c[0]) for c in self.characters]

    @cached_property
    def boxes(self) -> Boxes:
        """The letters' boxes, a row each: arrays, where whole pages are asked about places."""
        boxes = np.array([c[3] for c in self.characters], np.float64).reshape(-1, 4)
        low, high = np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])
        return np.hstack((low, high))

    @cached_property
    def _inked(self) -> "np.ndarray[Any, np.dtype[np.bool_]]":
        return ~np.fromiter(map(str.isspace, self._chars), bool, len(self._chars))

    def level_with(self, y: float) -> "np.ndarray[Any, np.dtype[np.intp]]":
        """The places of the letters that are no blank and whose line goes through `y`."""
        boxes = self.boxes
        return np.flatnonzero(self._inked & (boxes[:, 1] <= y) & (y <= boxes[:, 3]))

    @cached_property
    def text(self) -> str:
        return "".join(self._chars)


@dataclass(frozen=True, slots=True)
class Cover:
    """Something drawn that could hide what lies below it."""

    number: int
    kind: str
    """``fill-path``, ``stroke-path``, ``fill-image``, ``fill-imgmask``, ``fill-shade``."""
    box: Box

    @property
    def is_image(self) -> bool:
        return self.kind in ("fill-image", "fill-imgmask")


class Paint(NamedTuple):
    """How a path is painted."""

    fill: tuple[float, float, float] | None
    opacity: float
    thin: bool
    """Whether it is but a few thin lines: a frame, a rule. What lies between them is seen."""


class PageView:
    """A page of a document, read lazily: most pages need little."""

    def __init__(self, page: Any, number: int) -> None:
        self.page = page
        self.number = number
        self.box: Box = (0.0, 0.0, float(page.rect.width), float(page.rect.height))
        # The engine lists the operations of a turned page as if it stood upright.
        self._turn: Any = page.rotation_matrix if page.rotation else None

    @cached_property
    def texts(self) -> tuple[TextOp, ...]:
        """Every text operation, also what is clipped or off the page."""
        return tuple(
            TextOp(
                span["seqno"],
                span["type"],
                _rgb(span["color"]),
                span["opacity"],
                span["size"],
                self._displayed(span["bbox"]),
                span["chars"]
                if self._turn is None
                else [(*char[:3], self._displayed(char[3])) for char in span["chars"]],
                span["layer"],
                span["font"],
            )
            for span in self.page.get_texttrace()
        )

    def _displayed(self, box: Box) -> Box:
        """A box of the upright page, on the page as displayed."""
        if self._turn is None:
            return box
        x0, y0, x1, y1 = pymupdf.Rect(box) * self._turn
        return x0, y0, x1, y1

    @cached_property
    def covers(self) -> tuple[Cover, ...]:
        """Every operation that is no text and covers more than a hairline."""
        return tuple(
            Cover(number, kind, self._displayed(box))
            for number, (kind, box, *_) in enumerate(self.page.get_bboxlog())
            if not kind.endswith("-text")
            and box[2] - box[0] > 2
            and box[3] - box[1] > 2
            and not (kind == "stroke-path" and self._frames(number, box))
        )

    def _frames(self, number: int, box: Box) -> bool:
        """Whether a stroke frames a large part of the page: crop marks, a border. Taken for a
        cover, each text within it would be drawn twice (measured: eight times the page's time)."""
        large = (box[2] - box[0]) * (box[3] - box[1]) >= _LARGE * self.box[2] * self.box[3]
        return large and self._is_thin(number)

    def is_thin(self, cover: Cover) -> bool:
        """Whether it is but a few thin lines."""
        return cover.kind == "stroke-path" and self._is_thin(cover.number)

    def _is_thin(self, number: int) -> bool:
        paint = self.paints.get(number)
        return paint is not None and paint.thin

    @cached_property
    def paints(self) -> Mapping[int, Paint]:
        """How each path is painted, by its operation's number."""
        return {
            drawing["seqno"]: Paint(
                drawing.get("fill"),
                drawing.get("fill_opacity") or 1.0,
                drawing["type"] == "s"
                and drawing["width"] < _THIN
                and len(drawing["items"]) <= _LINES,
            )
            for drawing in self.page.get_cdrawings()
            if "seqno" in drawing
        }

    @cached_property
    def everything(self) -> str:
        """All text of the page, one line a line; clipped and off the page too."""
        return _extract(self.page, _TEXT, None)

    def level_with(self, y: float) -> Iterator[TextOp]:
        """The texts that have a line through `y`."""
        for number in np.flatnonzero((self._rows[:, 0] <= y) & (y <= self._rows[:, 1])):
            yield self.texts[int(number)]

    def texts_at(self, box: Box) -> Iterator[TextOp]:
        """The texts that share some area with `box`, in order."""
        return (self.texts[number] for number in self._texts_grid.touching(box))

    @cached_property
    def _texts_grid(self) -> Grid:
        return Grid([op.box for op in self.texts])

    @cached_property
    def runs(self) -> Mapping[int, Sequence[TextOp]]:
        """The texts by their operation: one that changes font has several."""
        runs: dict[int, list[TextOp]] = {}
        for op in self.texts:
            runs.setdefault(op.number, []).append(op)
        return runs

    @cached_property
    def _rows(self) -> Boxes:
        rows = [sorted((op.box[1], op.box[3])) for op in self.texts]
        return np.array(rows, np.float64).reshape(-1, 2)

    @cached_property
    def clipped(self) -> tuple[Box, ...]:
        """Where letters stand on the page and a clip cuts them off.

        What lies off the page is another finding's: a printer's slug line is on every page.
        """
        flags = _TEXT | pymupdf.TEXT_CLIP
        if len(_extract(self.page, flags, self.page.rect)) == len(self.everything):
            return ()
        shown = Counter(_places(self.page, flags, self.page.rect))
        width, height = self.box[2:]
        return tuple(
            box
            for char, box in _places(self.page, _TEXT, None)
            if not shown[char, box] and _meets(box, width, height)
        )

    @cached_property
    def pictures(self) -> Sequence[Mapping[str, Any]]:
        """The page's images as the engine lists them, with their boxes as displayed."""
        return [
            {**entry, "bbox": self._displayed(entry["bbox"])}
            for entry in self.page.get_image_info(xrefs=True)
        ]

    @cached_property
    def patterned(self) -> bool:
        """Whether the page may paint with tiles, which the list of operations shows but once."""
        doc = self.page.parent
        return bool(doc.xref_get_key(self.page.xref, "Resources/Pattern")[0] != "null")

    @property
    def is_scan(self) -> bool:
        """Whether a picture makes up most of the page."""
        return self.image_share > 0.5

    @cached_property
    def image_share(self) -> float:
        """Which part of the page its largest image covers, 0 to 1."""
        whole = self.box[2] * self.box[3] or 1.0
        return max(
            (
                (c.box[2] - c.box[0]) * (c.box[3] - c.box[1]) / whole
                for c in self.covers
                if c.is_image
            ),
            default=0.0,
        )


def words(op: TextOp) -> Iterator[list[tuple[int, Letter]]]:
    """The letters of an operation with their places in it, word by word."""
    word: list[tuple[int, Letter]] = []
    for number, letter in enumerate(op.letters):
        if letter.char.isspace():
            if word:
                yield word
            word = []
        else:
            word.append((number, letter))
    if word:
        yield word


def page_matrix(page: Any) -> Any:
    """From a page's user space to points of the page as displayed."""
    box, matrix = mupdf.FzRect(), mupdf.FzMatrix()
    mupdf.pdf_page_transform(pymupdf._as_pdf_page(page), box, matrix)
    return matrix


def characters(page: Any) -> tuple[str, list[Box | None]]:
    """The text that `PageView.everything` gives, with each character's box."""
    text: list[str] = []
    boxes: list[Box | None] = []
    for block in _run(page, _TEXT, None).extractRAWDICT()["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    text.append(char["c"])
                    boxes.append(_upright(char["bbox"]))
            text.append("\n")
            boxes.append(None)
    return "".join(text), boxes


def _places(page: Any, flags: int, rect: Any) -> Iterator[tuple[str, Box]]:
    """The characters of a page that are not blank, and their boxes."""
    for block in _run(page, flags, rect).extractRAWDICT()["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    if not char["c"].isspace():
                        yield char["c"], _upright(char["bbox"])


def _extract(page: Any, flags: int, rect: Any) -> str:
    return str(_run(page, flags, rect).extractText())


def _run(page: Any, flags: int, rect: Any) -> Any:
    bounds = (
        mupdf.FzRect(-_FAR, -_FAR, _FAR, _FAR) if rect is None else mupdf.FzRect(*map(float, rect))
    )
    text = mupdf.FzStextPage(bounds)
    device = mupdf.fz_new_stext_device(text, mupdf.FzStextOptions(flags))
    handle = page.this if isinstance(page.this, mupdf.FzPage) else page.this.super()
    mupdf.fz_run_page(handle, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    return pymupdf.TextPage(text)


@cache
def _char(code: int) -> str:
    return chr(code) if 31 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _upright(box: Box) -> Box:
    x0, y0, x1, y1 = box
    if x0 <= x1 and y0 <= y1:
        return box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _meets(box: Box, width: float, height: float) -> bool:
    return box[0] < width and box[2] > 0 and box[1] < height and box[3] > 0


def _rgb(colour: Any) -> tuple[float, float, float]:
    if isinstance(colour, int | float):
        return float(colour), float(colour), float(colour)
    values = tuple(float(v) for v in colour or (0.0,))
    if len(values) == 3:
        return values
    if len(values) == 4:
        cyan, magenta, yellow, black = values
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    return values[0], values[0], values[0]
