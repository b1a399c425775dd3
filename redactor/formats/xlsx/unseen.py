"""Which formats of cells show nothing: letters in the colour of their ground, or a format of
numbers made of nothing but its separators."""

from lxml import etree

from redactor.formats.docx.names import name

_PAPER = "FFFFFF"
#: The first colour of a workbook's theme is that of the sheet (ECMA-376 part 1, § 20.1.6.2).
_THEME_PAPER = "0"
#: White in the old palette of numbered colours (§ 18.8.27).
_INDEXED_PAPER = frozenset({"1", "9"})


def unseen_styles(sheet: etree._Element | None) -> frozenset[str]:
    """The numbers of the cell formats whose text nobody sees."""
    if sheet is None:
        return frozenset()
    parts = {name(child): list(child) for child in sheet}
    fonts = [_colour(_child(font, "x:color")) for font in parts.get("x:fonts", [])]
    fills = [_ground(fill) for fill in parts.get("x:fills", [])]
    blank = {
        each.get("numFmtId", "")
        for each in parts.get("x:numFmts", [])
        if each.get("formatCode", "").strip() in (";;;", ";;;;")
    }
    unseen = set()
    for number, each in enumerate(parts.get("x:cellXfs", [])):
        colour, ground = _at(fonts, each.get("fontId")), _at(fills, each.get("fillId"))
        if each.get("numFmtId", "") in blank or (colour is not None and colour == ground):
            unseen.add(str(number))
    return frozenset(unseen)


def _ground(fill: etree._Element) -> str | None:
    """The colour of a cell; None where it is a pattern, a gradient, or one not known."""
    pattern = next(iter(fill), None)
    if pattern is None or pattern.get("patternType", "none") == "none":
        return _PAPER
    if pattern.get("patternType") != "solid":
        return None
    return _colour(_child(pattern, "x:fgColor"))


def _colour(colour: etree._Element | None) -> str | None:
    if colour is None or colour.get("tint"):
        return None
    if colour.get("theme") == _THEME_PAPER or colour.get("indexed") in _INDEXED_PAPER:
        return _PAPER
    rgb = colour.get("rgb", "")
    return rgb[-6:].upper() if len(rgb) in (6, 8) else None


def _child(parent: etree._Element, wanted: str) -> etree._Element | None:
    return next((child for child in parent if name(child) == wanted), None)


def _at(values: list[str | None], number: str | None) -> str | None:
    at = int(number) if number and number.isdigit() and len(number) < 7 else 0
    return values[at] if at < len(values) else None
