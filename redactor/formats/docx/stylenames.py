"""The names that authors give to styles, and their identifiers wherever these are used.

Word's own styles have theirs from the program; who makes a style may sign it.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from redactor.formats.docx.names import attribute, name
from redactor.formats.docx.officespeak import is_office_speak
from redactor.formats.slots import Manner, Mapped, Piece
from redactor.text.flow import Channel, Flow, Kind

_USES = (
    "pStyle rStyle tblStyle basedOn next link numStyleLink styleLink clickAndTypeStyle "
    "defaultTableStyle"
).split()


def style_names(prefix: str, trees: Mapping[str, etree._Element]) -> Iterator[Mapped]:
    """A flow for each name of a custom style, and for its identifier with all its uses.

    The parts of a package share the identifiers, save the glossary, which has a list of its own
    and mostly the same styles: an identifier changes everywhere at once.
    """
    identifiers: dict[str, Mapped] = {}
    count = 0
    for part, root in trees.items():
        names = 0
        if name(root) not in ("w:styles", "w:glossaryDocument"):
            continue
        for style in root.iter("{*}style"):
            if name(style) != "w:style":
                continue
            own = attribute(style, "customStyle") in ("1", "true", "on")
            for child in style:
                is_name = name(child) == "w:aliases" or (own and name(child) == "w:name")
                if is_name and not is_office_speak(attribute(child, "val")):
                    yield _flow(f"{prefix}{part}#style-{names}", part, child, "val")
                names += is_name
            identifier = attribute(style, "styleId")
            count += own
            if not own or is_office_speak(identifier):
                continue
            if identifier in identifiers:
                identifiers[identifier].copies.append(_piece(style, "styleId"))
            elif identifier:
                id_ = f"{prefix}{part}#style-id-{count}"
                identifiers[identifier] = _flow(id_, part, style, "styleId")
    uses = [f"{{*}}{use}" for use in _USES] if identifiers else []
    for root in trees.values():
        for element in root.iter(*uses) if uses else ():
            used = identifiers.get(attribute(element, "val"))
            if used is not None:
                used.copies.append(_piece(element, "val"))
    yield from identifiers.values()


def _flow(id_: str, part: str, node: etree._Element, local: str) -> Mapped:
    piece = _piece(node, local)
    what = "style" if local == "val" else "style-id"
    flow = Flow(
        id=id_,
        text=piece.text,
        channel=Channel.METADATA,
        kind=Kind.VALUE,
        place=f"{part} · {what}",
    )
    return Mapped(flow, (piece,), Manner.NAMED, unique_among=f"{what} {part}")


def _piece(node: etree._Element, local: str) -> Piece:
    key = node.tag.rpartition("}")[0] + "}" + local
    return Piece(node.get(key) or "", node, key)
