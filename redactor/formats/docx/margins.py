"""What a part says beside its running text: attributes, comments, texts of other elements.

Serves every XML part: of a Word part it reads what the story left, of any other part all.
"""

from collections.abc import Iterator

from lxml import etree

from redactor.formats.docx.names import OWN_BOOKMARK, name, short
from redactor.formats.docx.vocabulary import (
    TYPED_TEXT,
    VOCABULARY_TEXT,
    Rule,
    attribute_rule,
    is_offices_own,
)
from redactor.formats.slots import TAIL, TEXT, Manner, Mapped, Piece
from redactor.text.flow import Channel, Flow, Kind

#: Values that must differ from each other, or Word leaves some out.
_UNIQUE = frozenset({"bookmark", "sheet"})


def margins(
    part: str,
    root: etree._Element,
    channel: Channel,
    claimed: set[tuple[etree._Element, str]],
) -> Iterator[Mapped]:
    """Flows of all that holds words in `root` and is not claimed yet."""
    counts: dict[str, int] = {}
    shared: dict[tuple[str, str], Mapped] = {}
    for element in root.iter():
        for piece, rule in _places(element, channel, claimed):
            known = shared.get((rule.what, piece.text)) if rule.shared else None
            if known is not None:
                known.copies.append(piece)
                continue
            series = "mark" if piece.text.startswith(OWN_BOOKMARK) else rule.what
            number = counts.get(series, 0)
            counts[series] = number + 1
            flow = Flow(
                id=f"{part}#{series}-{number}",
                text=piece.text,
                channel=rule.channel,
                kind=Kind.VALUE,
                place=f"{part} · {rule.what}",
            )
            mapped = Mapped(flow, (piece,), rule.manner)
            if rule.what in _UNIQUE:
                mapped.unique_among = rule.what
            if rule.shared:
                shared[rule.what, piece.text] = mapped
            yield mapped


def _places(
    element: etree._Element, channel: Channel, claimed: set[tuple[etree._Element, str]]
) -> Iterator[tuple[Piece, Rule]]:
    what = name(element)
    if what.startswith("#"):
        if element.text and element.text.strip():
            yield Piece(element.text, element), Rule(Channel.HIDDEN, f"xml-{what[1:]}")
    else:
        parent = element.getparent()
        parent_name = name(parent) if parent is not None else ""
        for key, value in element.attrib.items():
            if not value.strip():
                continue
            rule = attribute_rule(what, parent_name, short(str(key)))
            if rule is not None and not is_offices_own(rule, str(value)):
                yield Piece(str(value), element, str(key)), rule
        if (
            element.text
            and element.text.strip()
            and (element, TEXT) not in claimed
            and what not in VOCABULARY_TEXT
        ):
            manner = TYPED_TEXT.get(what, Manner.MARKED)
            yield Piece(element.text, element), Rule(channel, _word(what), manner)
    if element.tail and element.tail.strip() and (element, TAIL) not in claimed:
        yield Piece(element.tail, element, TAIL), Rule(channel, "text")


def _word(what: str) -> str:
    return what.rpartition(":")[2]
