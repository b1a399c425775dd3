"""Which pictures are shown cropped everywhere: what lies outside can still be uncropped."""

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from redactor.formats.base import Box
from redactor.formats.docx.names import name, short
from redactor.formats.opc import owner_of, relationships

_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


def cropped(
    trees: Mapping[str, etree._Element], pictures: Iterable[str]
) -> Mapping[str, Sequence[Box]]:
    """The pictures of which no place shows the whole: what is seen, in fractions."""
    known = {part.lower(): part for part in pictures}
    seen: dict[str, list[Box]] = {}
    for rels in (part for part in trees if part.endswith(".rels")):
        targets = {
            each.id: known[each.target.lower()]
            for each in relationships(trees[rels], rels)
            if not each.external and each.target.lower() in known
        }
        owner = trees.get(owner_of(rels)) if targets else None
        for element in owner.iter("{*}*") if owner is not None else ():
            for key, value in element.items():
                part = targets.get(str(value))
                if part is not None and short(str(key)).startswith(("r:", "o:relid")):
                    seen.setdefault(part, []).append(_seen(element))
    return {part: boxes for part, boxes in seen.items() if _WHOLE not in boxes}


def _seen(pointer: etree._Element) -> Box:
    what = name(pointer)
    if what == "v:imagedata":
        sides = ("left", "top", "right", "bottom")
        return _inner(*(_fraction(pointer.get(f"crop{side}")) for side in sides))
    parent = pointer.getparent()
    if what != "a:blip" or parent is None:
        return _WHOLE
    for child in parent:
        if name(child) == "a:srcRect":
            return _inner(*(_thousandths(child.get(side)) for side in "ltrb"))
    return _WHOLE


def _inner(left: float, top: float, right: float, bottom: float) -> Box:
    """Negative edges add room around a picture; a picture cropped whole shows nothing known."""
    box = max(left, 0.0), max(top, 0.0), 1 - max(right, 0.0), 1 - max(bottom, 0.0)
    return box if box[0] < box[2] and box[1] < box[3] else _WHOLE


def _thousandths(value: str | None) -> float:
    """A percentage: thousandths of a percent, or with its sign (ECMA-376-1, § 22.9.2.9)."""
    text = (value or "0").strip()
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text) / 100_000
    except ValueError:
        return 0.0


def _fraction(value: str | None) -> float:
    """A fraction, ``0.25`` or ``16384f`` (of 65,536)."""
    text = (value or "0").strip()
    try:
        return float(text[:-1]) / 65_536 if text.endswith("f") else float(text)
    except ValueError:
        return 0.0
