"""How runs of a Word file are drawn, as far as it can hide them (ECMA-376, 17.3.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from redactor.check.finding import Kind
from redactor.check.office import common

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Verdict: TypeAlias = tuple[Kind, str, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is drawn, as far as hiding goes."""

    hidden: bool = False
    colour: str | None = None
    highlight: str | None = None
    shade: str | None = None
    size: int = 22
    """Half points."""


def looks(root: etree._Element | None) -> dict[str, Look]:
    """How each style of `word/styles.xml` draws, by its id, what it is based on included."""
    found: dict[str, Look] = {}
    if root is None:
        return found
    styles = {s.get(f"{_W}styleId", ""): s for s in root.iter(f"{_W}style")}

    def look(key: str, depth: int = 0) -> Look:
        if key not in found and key in styles and depth < 20:
            style = styles[key]
            based = style.find(f"{_W}basedOn")
            base = look(based.get(f"{_W}val", ""), depth + 1) if based is not None else Look()
            found[key] = _drawn(style.find(f"{_W}rPr"), base)
        return found.get(key, Look())

    for key in styles:
        look(key)
    return found


def verdict(
    run: etree._Element, base: Look, ground: str | None, styles: Mapping[str, Look]
) -> Verdict | None:
    """Whether a run cannot be seen: the kind, the message and the certainty."""
    look = base
    properties = run.find(f"{_W}rPr")
    if properties is not None:
        style = properties.find(f"{_W}rStyle")
        if style is not None and (own := styles.get(style.get(f"{_W}val", ""))):
            look = own
        look = _drawn(properties, look)
    if look.hidden:
        return Kind.HIDDEN_RUN, "finding.hidden-run", 1.0
    ink = look.colour
    if common.dark(look.highlight) and (ink is None or common.dark(ink)):
        return Kind.HIGHLIGHT_ONLY, "finding.highlight-only", 0.95
    if common.dark(look.shade) and (ink is None or common.dark(ink)):
        # Word draws « automatic » text in white on a dark shade: seen, but a cover is meant.
        return Kind.HIGHLIGHT_ONLY, "finding.highlight-only", 0.9 if ink else 0.6
    behind = look.highlight or look.shade or ground or "FFFFFF"
    if ink and common.hides(ink, behind):
        kind = Kind.HIGHLIGHT_ONLY if common.dark(behind) else Kind.HIDDEN_RUN
        return kind, "finding.same-colour", 0.85
    if look.size <= 3:
        return Kind.HIDDEN_RUN, "finding.tiny", 0.8
    return None


def _drawn(properties: etree._Element | None, base: Look) -> Look:
    """What run properties change of a look (ECMA-376, 17.3.2)."""
    if properties is None:
        return base
    hidden, colour, highlight, shade, size = (
        base.hidden,
        base.colour,
        base.highlight,
        base.shade,
        base.size,
    )
    for element in properties:
        value = element.get(f"{_W}val")
        match element.tag:
            case t if t == f"{_W}vanish":
                hidden = value not in ("0", "false", "off")
            case t if t == f"{_W}color":
                colour = None if value in (None, "auto") else value
            case t if t == f"{_W}highlight":
                highlight = None if value in (None, "none") else value
            case t if t == f"{_W}shd":
                shade = fill(element)
            case t if t == f"{_W}sz" and value and value.isdigit():
                size = int(value)
    return Look(hidden, colour, highlight, shade, size)


def fill(shading: etree._Element | None) -> str | None:
    """The colour of a shading; a solid pattern is drawn in the pattern's own colour."""
    if shading is None:
        return None
    if shading.get(f"{_W}val") == "solid":
        colour = shading.get(f"{_W}color")
        return "000000" if colour in (None, "auto") else colour
    colour = shading.get(f"{_W}fill")
    return None if colour in (None, "auto") else colour


def cell_fill(paragraph: etree._Element) -> str | None:
    """The ground of the table cell around a paragraph; a style's is not known here."""
    for parent in paragraph.iterancestors():
        if parent.tag == f"{_W}tc":
            properties = parent.find(f"{_W}tcPr")
            found = properties.find(f"{_W}shd") if properties is not None else None
            if (colour := fill(found)) is not None:
                return colour
        elif parent.tag == f"{_W}tbl":
            properties = parent.find(f"{_W}tblPr")
            if properties is not None and properties.find(f"{_W}tblStyle") is not None:
                return "auto"  # the table's style may give any ground
        elif parent.tag == f"{_W}txbxContent":
            return "auto"  # a shape's fill
    return None
