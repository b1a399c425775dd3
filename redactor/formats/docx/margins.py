"""What a part says beside its running text: attributes, comments, texts of other elements.

Serves every XML part: of a Word part it reads what the story left, of any other part all.
"""

import itertools
from collections.abc import Iterator

from lxml import etree

from redactor.formats.docx.names import short
from redactor.formats.docx.vocabulary import (
    TYPED_TEXT,
    TYPED_VALUES,
    VOCABULARY_TEXT,
    attribute_rule,
    child_rule,
    is_named_by_parent,
    is_offices_own,
    stretches,
)
from redactor.formats.formatwords import is_of_the_format
from redactor.formats.margins import STRAY, Rule, flows
from redactor.formats.slots import SELF, TAIL, TEXT, Manner, Mapped, Piece
from redactor.text.flow import Channel


def margins(
    part: str,
    root: etree._Element,
    channel: Channel,
    claimed: set[tuple[etree._Element, str]],
) -> Iterator[Mapped]:
    """Flows of all that holds words in `root` and is not claimed yet."""
    places = itertools.chain.from_iterable(_places(e, channel, claimed) for e in root.iter())
    yield from flows(part, places, is_offices_own)


def _places(
    element: etree._Element, channel: Channel, claimed: set[tuple[etree._Element, str]]
) -> Iterator[tuple[Piece, Rule]]:
    tag: object = element.tag
    if isinstance(tag, str):
        for key, value in element.items():
            rule = _rule(element, tag, str(key)) or _stray(tag, str(key), str(value))
            if rule is not None and value.strip():
                for start, said in stretches(f"{short(tag)}@{short(str(key))}", str(value)):
                    yield Piece(said, element, str(key), start), rule
        text = element.text
        if text and not text.isspace() and (element, TEXT) not in claimed:
            what = short(tag)
            if what in TYPED_VALUES:
                yield from _value(element, what, text, channel)
            elif what not in VOCABULARY_TEXT:
                manner = TYPED_TEXT.get(what, Manner.MARKED)
                for start, said in stretches(what, text):
                    rule = Rule(channel, what.rpartition(":")[2], manner)
                    yield Piece(said, element, TEXT, start), rule
    elif element.text and element.text.strip():
        what = "xml-comment" if tag is etree.Comment else "xml-instruction"
        yield Piece(element.text, element), Rule(Channel.HIDDEN, what)
    tail = element.tail
    if tail and not tail.isspace() and (element, TAIL) not in claimed:
        yield Piece(tail, element, TAIL), Rule(channel, "text")


def _value(
    element: etree._Element, what: str, text: str, channel: Channel
) -> Iterator[tuple[Piece, Rule]]:
    """A number or a date where a mark would be an error of type: what holds it goes whole."""
    parent = element.getparent()
    if parent is None:
        return
    word = what.rpartition(":")[2]
    if what == "x:v":
        kind = parent.get("t", "n")
        if kind in ("n", "d"):
            yield Piece(text, element, SELF), Rule(channel, word, Manner.UNMADE)
        elif kind == "str":
            yield Piece(text, element), Rule(channel, word)
        # The others are the number of a shared text, a truth value, an error.
    elif what == "c:v":
        cache = parent.getparent()
        if cache is not None and short(str(cache.tag)) in ("c:numCache", "c:numLit"):
            yield Piece(text, parent, SELF), Rule(channel, word, Manner.UNMADE)
        else:
            yield Piece(text, element), Rule(channel, word)
    elif short(str(parent.tag)) == "op:property":
        yield Piece(text, parent, SELF), Rule(channel, word, Manner.UNMADE)


def _stray(tag: str, key: str, value: str) -> Rule | None:
    """The rule of a value that is no word of the format, where it should be."""
    what, attribute = short(tag).rpartition(":")[2], short(key)
    if attribute.startswith("r:"):  # what a relationship is called changes with it alone
        return None
    own = is_of_the_format(what, attribute.rpartition(":")[2], value)
    return None if own else STRAY


def _rule(element: etree._Element, tag: str, key: str) -> Rule | None:
    if is_named_by_parent(tag, key):
        parent = element.getparent()
        rule = child_rule(str(parent.tag), tag, key) if parent is not None else None
        if rule is not None:
            return rule
    return attribute_rule(tag, key)
