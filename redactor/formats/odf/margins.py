"""What a part says beside its running text: attributes, comments, texts of other elements."""

import itertools
from collections.abc import Iterator

from lxml import etree

from redactor.formats.formatwords import is_of_the_format
from redactor.formats.margins import STRAY, Rule, flows
from redactor.formats.odf.names import attribute, name, short
from redactor.formats.odf.vocabulary import (
    NAMING_SETTINGS,
    attribute_rule,
    is_programs_own,
    text_rule,
)
from redactor.formats.slots import SELF, TAIL, TEXT, Manner, Mapped, Piece
from redactor.text.flow import Channel

#: What other places refer to: it changes with them, or not at all.
_IDENTIFIERS = frozenset({"id", "continue-list", "change-id", "control", "continue-numbering"})


def margins(
    part: str,
    root: etree._Element,
    channel: Channel,
    claimed: set[tuple[etree._Element, str]],
) -> Iterator[Mapped]:
    """Flows of all that holds words in `root` and is not claimed yet."""
    places = itertools.chain.from_iterable(_places(e, channel, claimed) for e in root.iter())
    yield from flows(part, places, is_programs_own)


def _places(
    element: etree._Element, channel: Channel, claimed: set[tuple[etree._Element, str]]
) -> Iterator[tuple[Piece, Rule]]:
    tag: object = element.tag
    if isinstance(tag, str):
        for key, value in element.items():
            rule = attribute_rule(tag, str(key)) or _stray(tag, str(key), str(value))
            if rule is not None and value.strip():
                yield Piece(str(value), element, str(key)), rule
        text = element.text
        if text and not text.isspace() and (element, TEXT) not in claimed:
            parent = element.getparent()
            what = name(element)
            rule = text_rule(what, name(parent) if parent is not None else "", channel)
            if what == "config:config-item":
                rule = _setting(element)
            if what == "meta:user-defined" and _is_typed(element):
                rule = Rule(channel, "user-defined", Manner.UNMADE)
            if rule is not None and rule.manner is Manner.UNMADE:
                yield Piece(text, element, SELF), rule
            elif rule is not None:
                yield Piece(text, element), rule
    elif element.text and element.text.strip():
        what = "xml-comment" if tag is etree.Comment else "xml-instruction"
        yield Piece(element.text, element), Rule(Channel.HIDDEN, what)
    tail = element.tail
    if tail and not tail.isspace() and (element, TAIL) not in claimed:
        yield Piece(tail, element, TAIL), Rule(channel, "text")


def _stray(tag: str, key: str, value: str) -> Rule | None:
    """The rule of a value that is no word of the format, where it should be."""
    what, called = short(tag).rpartition(":")[2], short(key).rpartition(":")[2]
    if called in _IDENTIFIERS:
        return None
    return None if is_of_the_format(what, called, value) else STRAY


def _setting(item: etree._Element) -> Rule | None:
    if attribute(item, "config:name") in NAMING_SETTINGS:
        return Rule(Channel.METADATA, "setting", Manner.EMPTIED)
    if attribute(item, "config:type") == "string" and len(item.text or "") < 2000:
        return Rule(Channel.METADATA, "setting-value")
    return None


def _is_typed(item: etree._Element) -> bool:
    return attribute(item, "meta:value-type") not in ("", "string")
