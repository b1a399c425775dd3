"""Which pictures are shown cropped everywhere: what lies outside can still be uncropped."""

import io
import re
from collections.abc import Mapping, Sequence

from lxml import etree
from PIL import Image

from redactor.formats.base import Box
from redactor.formats.odf.names import attribute, full, name

_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
_CLIP = re.compile(r"rect\(\s*([^,\s)]+)[\s,]+([^,\s)]+)[\s,]+([^,\s)]+)[\s,]+([^,\s)]+)\s*\)")
_LENGTH = re.compile(r"(-?\d*\.?\d+)(cm|mm|in|pt|px)")
_INCHES = {"cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1.0, "pt": 1 / 72, "px": 1 / 96}
_UNKNOWN_DPI = 96
#: How far the shape of what is seen may be from that of its frame. A clip is given in lengths of
#: the picture at its own resolution: where that is not what the program took, it shows here.
_ASKEW = 0.03


def cropped(
    trees: Mapping[str, etree._Element], pictures: Mapping[str, bytes]
) -> Mapping[str, Sequence[Box]]:
    """The pictures of which no place shows the whole: what is seen, in fractions."""
    clips = {
        attribute(style, "style:name"): attribute(properties, "fo:clip")
        for root in trees.values()
        for style in root.iter(full("style:style"))
        for properties in style.iter(full("style:graphic-properties"))
    }
    seen: dict[str, list[Box]] = {}
    for root in trees.values():
        for element in root.iter("{*}*"):
            part = attribute(element, "xlink:href").removeprefix("./")
            if part in pictures:
                seen.setdefault(part, []).append(_seen(element, clips, pictures[part]))
    return {part: boxes for part, boxes in seen.items() if _WHOLE not in boxes}


def _seen(pointer: etree._Element, clips: Mapping[str, str], data: bytes) -> Box:
    frame = pointer.getparent()
    if frame is None or name(pointer) != "draw:image" or name(frame) != "draw:frame":
        return _WHOLE
    clip = _CLIP.match(clips.get(attribute(frame, "draw:style-name"), ""))
    own = _inches(data)
    shown = _length(attribute(frame, "svg:width")), _length(attribute(frame, "svg:height"))
    if clip is None or own is None or not all(shown):
        return _WHOLE
    top, right, bottom, left = (max(_length(edge), 0.0) for edge in clip.groups())
    box = left / own[0], top / own[1], 1 - right / own[0], 1 - bottom / own[1]
    if not (box[0] < box[2] and box[1] < box[3]):
        return _WHOLE
    shape = (box[2] - box[0]) * own[0] / ((box[3] - box[1]) * own[1])
    return box if abs(shape * shown[1] / shown[0] - 1) < _ASKEW else _WHOLE


def _inches(data: bytes) -> tuple[float, float] | None:
    """Width and height at the picture's own resolution."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            dpi = picture.info.get("dpi") or (0, 0)
            return (
                picture.width / (float(dpi[0]) or _UNKNOWN_DPI),
                picture.height / (float(dpi[1]) or _UNKNOWN_DPI),
            )
    except (OSError, ValueError, SyntaxError, TypeError, Image.DecompressionBombError):
        return None


def _length(text: str) -> float:
    """Inches; zero for ``auto`` and for what is no length."""
    found = _LENGTH.fullmatch(text.strip())
    return float(found.group(1)) * _INCHES[found.group(2)] if found else 0.0
