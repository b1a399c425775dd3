"""What styles say that decides how a text is read: whether anybody sees it."""

import re
from collections.abc import Iterable

from lxml import etree

from redactor.formats.look import Look
from redactor.formats.odf.names import attribute, full, name

PAPER = "#ffffff"
#: A ground of which nothing is known: a frame's, a shape's.
UNKNOWN = ""
#: Points: no eye reads letters so small.
_TINY = 2.0
#: Of 255, on each channel: what the eye does not part.
_ALIKE = 16
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")


_NOTHING = Look()


class Styles:
    """The styles of a package, by family and name, as far as they hide what they dress."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._parents: dict[tuple[str, str], str] = {}
        self._own: dict[tuple[str, str], Look] = {}
        self._known: dict[tuple[str, str], Look] = {}
        for root in roots:
            for style in root.iter(full("style:style"), full("style:default-style")):
                key = attribute(style, "style:family"), attribute(style, "style:name")
                self._parents[key] = attribute(style, "style:parent-style-name")
                self._own[key] = _look(style)
            for section in root.iter(full("style:section-properties")):
                home = section.getparent()
                if home is not None and attribute(section, "text:display") == "none":
                    self._own["section", attribute(home, "style:name")] = Look(hidden=True)

    def hides(self, family: str, style: str) -> bool:
        """Whether what is dressed in `style` is not shown."""
        return bool(self._of(family, style).hidden)

    def ground(self, family: str, style: str, below: str) -> str:
        """The colour behind what is dressed in `style` and stands on `below`."""
        own = self._of(family, style).ground
        return below if own is None else own

    def is_unseen(self, letters: Iterable[str], paragraph: str, ground: str) -> bool:
        """Whether nobody sees letters in text styles (innermost first) in a paragraph's style, on
        `ground`."""
        look = _NOTHING
        for style in letters:
            look = look.over(self._of("text", style))
        dressed = look.over(self._of("paragraph", paragraph))
        behind = ground if look.ground is None else look.ground
        return bool(
            dressed.hidden
            or (dressed.size is not None and dressed.size <= _TINY)
            or (dressed.colour is not None and behind != UNKNOWN and _alike(dressed.colour, behind))
        )

    def _of(self, family: str, style: str) -> Look:
        key = family, style
        known = self._known.get(key)
        if known is None:
            self._known[key] = _NOTHING  # a style that is its own parent ends here
            own = self._own.get(key)
            if own is None or not style:
                # Without a style of its own, the family's default dresses it.
                known = self._own.get((family, ""), _NOTHING) if not style else _NOTHING
            else:
                known = own.over(self._of(family, self._parents.get(key, "")))
            self._known[key] = known
        return known


def _look(style: etree._Element) -> Look:
    look = _NOTHING
    for properties in style:
        what = name(properties)
        if what == "style:text-properties":
            display = attribute(properties, "text:display")
            size = _POINTS.fullmatch(attribute(properties, "fo:font-size"))
            window = attribute(properties, "style:use-window-font-color") == "true"
            look = Look(
                display == "none" if display else None,
                None if window else _colour(attribute(properties, "fo:color")),
                float(size.group(1)) if size else None,
                _ground(properties),
            ).over(look)
        elif what == "style:table-properties":
            shown = attribute(properties, "table:display")
            look = Look(shown == "false" if shown else None, ground=_ground(properties)).over(look)
        elif what in ("style:paragraph-properties", "style:table-cell-properties"):
            # What is behind the letters themselves lies over what is behind the paragraph.
            look = look.over(Look(ground=_ground(properties)))
    return look


def _ground(properties: etree._Element) -> str | None:
    return _colour(attribute(properties, "fo:background-color"))


def _colour(value: str) -> str | None:
    return value.lower() if _COLOUR.fullmatch(value) else None


def _alike(one: str, two: str) -> bool:
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(two[1:]), strict=True)
    return all(abs(a - b) <= _ALIKE for a, b in pairs)
