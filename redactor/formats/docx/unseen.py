"""Which runs nobody sees: formatted as hidden, in the colour of their ground, or too small.

Formatting comes from the document's defaults, the styles of the paragraph and of the run with
what they build on, and the run itself (ECMA-376 part 1, § 17.7.2).
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from redactor.formats.docx.names import attribute, name
from redactor.formats.look import Look

PAPER = "FFFFFF"
#: A ground of which nothing is known: a shape's, a table style's.
UNKNOWN = ""
#: Half-points: no eye reads letters of two points.
_TINY = 4
#: Of 255, on each channel: what the eye does not part.
_ALIKE = 16
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_OFF = ("0", "false", "off", "none")
_THEME_PAPER = frozenset({"background1", "light1", "bg1"})
_HIGHLIGHTS = {
    "white": "FFFFFF", "black": "000000", "yellow": "FFFF00", "green": "00FF00",
    "cyan": "00FFFF", "magenta": "FF00FF", "blue": "0000FF", "red": "FF0000",
    "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080",
    "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


class Unseen:
    """The styles of a document, as far as they hide what they dress."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._known: dict[str, Look] = {}
        self._default = Look()
        for child in root if root is not None else ():
            if name(child) == "w:style":
                self._styles[attribute(child, "styleId")] = child
            elif name(child) == "w:docDefaults":
                runs = [e for e in child.iter("{*}rPr") if name(e) == "w:rPr"]
                self._default = _look(runs)

    def is_unseen(self, run: etree._Element, style: str, ground: str) -> bool:
        """Whether nobody sees `run`, in a paragraph of `style` on `ground`, a colour."""
        properties = [child for child in run if name(child) == "w:rPr"]
        if not properties and self._of(style) == self._default == Look():
            return False
        own = _look(properties)
        dress = next(
            (attribute(e, "val") for p in properties for e in p if name(e) == "w:rStyle"), ""
        )
        block, letters = self._of(style), self._of(dress)
        look = own.over(letters.over(block.over(self._default)))
        if own.hidden is None and letters.hidden is not None and block.hidden is not None:
            # A property that toggles: said by both styles, it is not (§ 17.7.3).
            look = replace(look, hidden=letters.hidden != block.hidden)
        ground = ground if look.ground is None else look.ground
        return bool(
            look.hidden
            or (look.size is not None and look.size <= _TINY)
            or (look.colour is not None and ground != UNKNOWN and _alike(look.colour, ground))
        )

    def _of(self, id_: str) -> Look:
        known = self._known.get(id_)
        if known is None:
            self._known[id_] = Look()  # a style that is based on itself ends here
            known = self._known[id_] = self._inherited(id_)
        return known

    def _inherited(self, id_: str) -> Look:
        style = self._styles.get(id_)
        if style is None:
            return Look()
        base = next((attribute(child, "val") for child in style if name(child) == "w:basedOn"), "")
        return _look(child for child in style if name(child) == "w:rPr").over(self._of(base))

    def ground_of(self, paragraph: etree._Element, below: str) -> str:
        """The colour behind a paragraph that stands on `below`."""
        for child in paragraph:
            if name(child) == "w:pPr":
                own = shade(child)
                if own is not None:
                    return own
                style = next((attribute(e, "val") for e in child if name(e) == "w:pStyle"), "")
                return self._shaded(style) or below
        return below

    def _shaded(self, id_: str) -> str | None:
        for _ in range(20):
            style = self._styles.get(id_)
            if style is None:
                return None
            for child in style:
                own = shade(child) if name(child) == "w:pPr" else None
                if own is not None:
                    return own
            id_ = next(
                (attribute(child, "val") for child in style if name(child) == "w:basedOn"), ""
            )
        return None


def shade(properties: etree._Element) -> str | None:
    """The colour that properties give to a ground; None where they say none."""
    for child in properties:
        if name(child) == "w:shd":
            fill = attribute(child, "fill")
            if attribute(child, "themeFill"):
                return PAPER if attribute(child, "themeFill") in _THEME_PAPER else UNKNOWN
            if attribute(child, "val") == "solid":
                return _colour(attribute(child, "color")) or UNKNOWN
            return _colour(fill)
    return None


def _look(properties: Iterable[etree._Element]) -> Look:
    look = Look()
    for each in properties:
        for child in each:
            what, value = name(child), attribute(child, "val")
            if what == "w:vanish":
                look = replace(look, hidden=value not in _OFF)
            elif what == "w:color":
                theme = attribute(child, "themeColor")
                tinted = attribute(child, "themeTint") or attribute(child, "themeShade")
                colour = PAPER if theme in _THEME_PAPER and not tinted else _colour(value)
                look = replace(look, colour=None if theme and theme not in _THEME_PAPER else colour)
            elif what == "w:sz" and value.isdigit():
                look = replace(look, size=int(value))
            elif what == "w:highlight" and value not in ("", "none"):
                look = replace(look, ground=_HIGHLIGHTS.get(value, UNKNOWN))
        ground = shade(each)
        if ground is not None and look.ground is None:
            look = replace(look, ground=ground)
    return look


def _colour(value: str) -> str | None:
    return value.upper() if _HEX.fullmatch(value) else None


def _alike(one: str, two: str) -> bool:
    pairs = zip(bytes.fromhex(one), bytes.fromhex(two), strict=True)
    return all(abs(a - b) <= _ALIKE for a, b in pairs)
