"""Marks where the letters stood: in the page's content, between the words around them.

Where the engine takes letters out it leaves their advance in an array, ``[-4446] TJ``.
There the text object is interrupted, the mark drawn, and the text goes on where it was: so
extraction and a screen reader meet the mark in its place, inside the tagged sequence it
belongs to. What is not found so (text of forms, of vertical lines) is left to the caller.

The same place serves to give each gap one width: the rest of the line is set again at a
distance that says nothing of the name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import pikepdf
import pymupdf

from redactor.formats.pdf import marks
from redactor.formats.pdf.broken import BROKEN

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_NEAR = 0.35
"""Points: the same advance, computed by two readings."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of letters that went, on one level line of the page as displayed."""

    x0: float
    x1: float
    base: float
    mark: marks.Mark | None
    size: float
    """Type size."""
    shift: float = 0.0
    """Points by which the rest of the line goes to the right."""
    until: float = 0.0
    """Where the rest of the line ends."""

    def drawn(self, gaps: Sequence["Gap"]) -> marks.Mark | None:
        """Its mark, moved and stretched as the line is."""
        if self.mark is None or self.mark.slant:
            return self.mark
        x0, y0, x1, y1 = self.mark.box
        before = shift_at(gaps, self.x0, self.base)
        return replace(self.mark, box=(x0 + before, y0, x1 + before + self.shift, y1))


@dataclass
class _Text:
    """Where a text object stands (ISO 32000-2, 9.4)."""

    line: Matrix
    """The text line matrix, as the original has it."""
    set_aside: bool = False
    """Whether the engine was told another place: the next relative move needs this one."""
    depth: int = 0
    """Marked content that was open when the object began."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A content with marks among its text."""

    content: bytes
    bare: bytes
    """The same with boxes alone: what it says besides can be compared."""
    left: list[Gap]
    """The gaps that were not found."""


def place(
    content: bytes, gaps: Sequence[Gap], matrix: Any, veils: Callable[[str], bool]
) -> Settled:
    """`content` with the marks of `gaps` in their places.

    `matrix` leads from user space to the page as displayed; `veils` says of a graphics state's
    name whether what is drawn under it would be seen through.
    """
    display = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    with pikepdf.new() as scratch:
        try:
            program = pikepdf.parse_content_stream(pikepdf.Stream(scratch, content))
        except (*BROKEN, TypeError, ValueError):
            return Settled(content, content, list(gaps))
        trailing: list[Gap] = []
        while True:
            writer = _Writer(gaps, display, veils, trailing)
            for step in program:
                writer.take(step)
            if trailing or not writer.left:
                return writer.done()
            # Nothing follows these on their lines: they go where the line's text object ends.
            trailing = writer.left


class _Writer:
    """Goes over a content stream once, keeping track of places as a viewer would."""

    def __init__(
        self,
        gaps: Sequence[Gap],
        display: Matrix,
        veils: Callable[[str], bool],
        trailing: Sequence[Gap],
    ) -> None:
        self.left = list(gaps)
        self._all = tuple(gaps)
        self._shifted = any(gap.shift for gap in gaps)
        self._trailing = list(trailing)
        self._ended: list[Gap] = []
        self._display, self._veils = display, veils
        self._space: Matrix = _IDENTITY
        self._user: Matrix = display
        """From the space in which content stands to the page as displayed."""
        self._veiled = False
        self._size, self._width = 0.0, 1.0
        self._saved: list[tuple[Matrix, bool, float, float, float]] = []
        self._text: _Text | None = None
        self._leading = 0.0
        self._depth = 0
        self._pieces: list[tuple[bytes, bytes]] = []
        """Each as it is in the content, and in the bare one."""
        self._run: list[Any] = []

    def done(self) -> Settled:
        self._flush()
        return Settled(
            b"\n".join(full for full, _ in self._pieces),
            b"\n".join(bare for _, bare in self._pieces),
            self.left,
        )

    def take(self, step: Any) -> None:
        operator = str(step.operator)
        if self._text is not None and self._trailing and operator in _ENDS:
            self._trail(self._text, operator)
        if self._text is not None and operator in _MOVES:
            self._move(self._text, operator, step)
            return
        if operator == "TJ" and self._text is not None and self.left:
            self._array(self._text, step)
            return
        self._run.append(step)
        change = _CHANGES.get(operator)
        if change is not None:
            change(self, step.operands)
        if operator == "ET" and self._ended:
            for gap in self._ended:
                self._mark(gap)
            self._ended = []

    # --- places --------------------------------------------------------------------------

    def _array(self, text: _Text, step: Any) -> None:
        """Show an array, cut where a number in it stands for a gap."""
        base = _times(text.line, self._user)[5]
        if not any(abs(gap.base - base) < 0.5 for gap in self.left):
            self._run.append(step)
            return
        shown: list[Any] = []
        for item in step.operands[0]:
            gap = None if isinstance(item, pikepdf.String) else self._gap(text, float(item))
            if gap is None:
                shown.append(item)
                continue
            if shown:
                self._run.append(([pikepdf.Array(shown)], pikepdf.Operator("TJ")))
                shown = []
            self._interrupt(text, gap)
        if shown:
            self._run.append(([pikepdf.Array(shown)], pikepdf.Operator("TJ")))

    def _gap(self, text: _Text, number: float) -> Gap | None:
        """The gap that a number in a TJ array stands for."""
        if number > -100 or self._veiled:
            return None
        if text.depth != self._depth:
            return None  # a tagged sequence begun inside the text object cannot be interrupted
        a, b, _, _, x, y = _times(text.line, self._user)
        if abs(b) > 1e-3 * abs(a) or a <= 0:
            return None
        advance = -number / 1000 * self._size * self._width * a
        for gap in self.left:
            level = abs(gap.base - y) < 0.5
            if level and gap.x0 > x - 0.5 and abs(advance - (gap.x1 - gap.x0)) < _NEAR:
                return gap
        return None

    def _interrupt(self, text: _Text, gap: Gap) -> None:
        self.left.remove(gap)
        self._raw(b"ET")
        self._mark(gap)
        self._raw(b"BT")
        shift = shift_at(self._all, gap.x0, gap.base) + gap.shift
        self._set(text, gap.x1 + shift, gap.base)

    def _mark(self, gap: Gap) -> None:
        mark = gap.drawn(self._all)
        if mark is not None:
            self._raw(*marks.draw_nested(mark, pymupdf.Matrix(*self._user)))

    def _trail(self, text: _Text, operator: str) -> None:
        """Draw the marks that end a line: here, or once its text object is closed."""
        _, _, _, _, x, y = _times(text.line, self._user)
        ended = [
            gap
            for gap in self._trailing
            if not self._veiled and abs(gap.base - y) < 0.5 and gap.x0 > x - 0.5
        ]
        if not ended:
            return
        self._trailing = [gap for gap in self._trailing if gap not in ended]
        self.left = [gap for gap in self.left if gap not in ended]
        if operator == "ET" or text.depth != self._depth:
            self._ended += ended
            return
        self._raw(b"ET")
        for gap in ended:
            self._mark(gap)
        self._raw(b"BT")
        text.set_aside = True

    def _set(self, text: _Text, x: float, y: float) -> None:
        """Tell the engine to go on at a point of the page as displayed."""
        a, b, c, d, e, f = self._user
        scale = a * d - b * c or 1.0
        x, y = x - e, y - f
        there = ((x * d - y * c) / scale, (y * a - x * b) / scale)
        self._raw(_matrix((*text.line[:4], *there)) + b" Tm")
        text.set_aside = True

    def _move(self, text: _Text, operator: str, step: Any) -> None:
        if text.set_aside and operator != "Tm":
            self._raw(_matrix(text.line) + b" Tm")
        text.set_aside = False
        self._run.append(step)
        numbers = [float(one) for one in step.operands if not isinstance(one, pikepdf.String)]
        if operator == "Tm":
            text.line = _as_matrix(numbers)
        elif operator in ("Td", "TD"):
            text.line = _times((1, 0, 0, 1, numbers[0], numbers[1]), text.line)
            if operator == "TD":
                self._leading = -numbers[1]
        else:
            text.line = _times((1, 0, 0, 1, 0, -self._leading), text.line)
        if operator in ("'", '"'):
            return
        if not self._shifted:
            return
        _, _, _, _, x, y = _times(text.line, self._user)
        shift = shift_at(self._all, x, y)
        if shift:
            self._set(text, x + shift, y)

    # --- output --------------------------------------------------------------------------

    def _raw(self, data: bytes, bare: bytes | None = None) -> None:
        self._flush()
        self._pieces.append((data, data if bare is None else bare))

    def _flush(self) -> None:
        if self._run:
            data = bytes(pikepdf.unparse_content_stream(self._run))
            self._pieces.append((data, data))
            self._run = []

    # --- state (ISO 32000-2, 8.4.4 and 9.3) ----------------------------------------------

    def save(self, _: Any) -> None:
        state = (self._space, self._veiled, self._size, self._width, self._leading)
        self._saved.append(state)

    def restore(self, _: Any) -> None:
        if self._saved:
            state = self._saved.pop()
            self._space, self._veiled, self._size, self._width, self._leading = state
            self._user = _times(self._space, self._display)

    def transform(self, operands: Any) -> None:
        self._space = _times(_as_matrix([float(one) for one in operands]), self._space)
        self._user = _times(self._space, self._display)

    def graphics_state(self, operands: Any) -> None:
        self._veiled = self._veiled or self._veils(str(operands[0]))

    def font(self, operands: Any) -> None:
        self._size = float(operands[1])

    def scale(self, operands: Any) -> None:
        self._width = float(operands[0]) / 100

    def lead(self, operands: Any) -> None:
        self._leading = float(operands[0])

    def begin(self, _: Any) -> None:
        self._text = _Text(_IDENTITY, depth=self._depth)

    def end(self, _: Any) -> None:
        self._text = None

    def open(self, _: Any) -> None:
        self._depth += 1

    def shut(self, _: Any) -> None:
        self._depth -= 1


_ENDS = frozenset({"Td", "TD", "Tm", "T*", "'", '"', "ET"})
_MOVES = frozenset({"Td", "TD", "Tm", "T*", "'", '"'})
_CHANGES: Mapping[str, Callable[[_Writer, Any], None]] = {
    "q": _Writer.save,
    "Q": _Writer.restore,
    "cm": _Writer.transform,
    "gs": _Writer.graphics_state,
    "Tf": _Writer.font,
    "Tz": _Writer.scale,
    "TL": _Writer.lead,
    "BT": _Writer.begin,
    "ET": _Writer.end,
    "BMC": _Writer.open,
    "BDC": _Writer.open,
    "EMC": _Writer.shut,
}


def shift_at(gaps: Sequence[Gap], x: float, base: float) -> float:
    """By how much what begins at a place goes to the right."""
    return sum(
        gap.shift
        for gap in gaps
        if gap.shift and abs(gap.base - base) < 0.5 and gap.x1 - 0.5 <= x < gap.until
    )


_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _as_matrix(numbers: Sequence[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _matrix(six: Sequence[float]) -> bytes:
    return " ".join(f"{part:.6g}" if abs(part) < 1e4 else f"{part:.3f}" for part in six).encode()
