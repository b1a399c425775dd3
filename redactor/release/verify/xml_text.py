"""The text and attributes of XML by expat, apart from the parser that wrote it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from redactor.formats.formatwords import is_of_the_format
from redactor.release.verify.office_words import (
    is_text_attribute,
    is_text_element,
    value_words,
    without_codes,
)

#: What may stand inside a paragraph without ending a word.
_PARAGRAPHS = frozenset({"p", "h"})
_SPACES = frozenset({"tab", "br", "cr", "s", "line-break", "ptab"})
_CODES = frozenset({"instrText", "delInstrText"})
_DELETED = frozenset({"del", "moveFrom", "deletion"})
#: What tells of the text, inside it.
_REMARKS = frozenset({"annotation", "changed-region"})
_SILENT = ""
_TOO_DEEP = 500


class Hostile(Exception):
    """A construction that no honest file needs."""


@dataclass
class XmlText:
    """What one XML part says."""

    paragraphs: list[str] = field(default_factory=list)
    """Text, a paragraph or an element outside paragraphs each, tracked deletions included."""
    accepted: list[str] = field(default_factory=list)
    """Those paragraphs that hold tracked deletions, read without them."""
    settled: list[str] = field(default_factory=list)
    """All paragraphs, tracked deletions, codes and comments inside them left out."""
    deleted: list[bool] = field(default_factory=list)
    """For each of `paragraphs`, whether it holds a tracked deletion."""
    attributes: list[tuple[str, str]] = field(default_factory=list)
    """``element@attribute`` and value, of those that hold words."""
    aside: list[str] = field(default_factory=list)
    """Comments and processing instructions."""


def read_xml(data: bytes) -> XmlText:
    """Raises expat.ExpatError for malformed XML, `Hostile` for entities of its own."""
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self.result = XmlText()
        self._depth = 0
        self._stack: list[str] = []
        # One open paragraph inside another (a text box in a run) suspends the outer one.
        self._open: list[_Paragraph] = [_Paragraph()]

    def read(self, data: bytes) -> XmlText:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.buffer_size = 65536
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self.result.aside.append
        parser.ProcessingInstructionHandler = self._instruction
        parser.EntityDeclHandler = _refuse
        parser.Parse(data, True)
        self._flush()
        return self.result

    def _instruction(self, target: str, data: str) -> None:
        self.result.aside.append(f"{target} {data}")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag, said = _element(name)
        self._stack.append(said)
        if len(self._stack) > _TOO_DEEP:
            raise Hostile("depth")
        for key, value in attributes.items():
            where = _attribute(name, key) if value else ""
            called = key.rpartition(" ")[2]
            if value and not where and not is_of_the_format(tag, called, value):
                where = f"{tag}@{called}"
            if where:
                self.result.attributes.append((where, value_words(tag, value)))
        if tag in _PARAGRAPHS:
            if len(self._open) == 1:
                self._flush()
            self._open.append(_Paragraph())
        elif len(self._open) == 1:
            self._flush()
        elif tag in _SPACES:
            self._open[-1].add(" ", self._is_deleted())
        elif tag == "noBreakHyphen":
            self._open[-1].add("-", self._is_deleted())

    def _end(self, name: str) -> None:
        self._stack.pop()
        if len(self._open) > 1 and _element(name)[0] in _PARAGRAPHS:
            self._close(self._open.pop())
        elif len(self._open) == 1:
            self._flush()

    def _text(self, text: str) -> None:
        if self._stack and self._stack[-1] == _SILENT:
            return
        if self._stack and self._stack[-1] in _CODES:
            self._open[-1].codes.append(text)
        else:
            said = without_codes(self._stack[-1], text) if self._stack else text
            self._open[-1].add(
                said, self._is_deleted(), remark=not _REMARKS.isdisjoint(self._stack)
            )

    def _is_deleted(self) -> bool:
        return any(tag in _DELETED for tag in self._stack)

    def _flush(self) -> None:
        if self._open[0].all or self._open[0].codes:
            self._close(self._open[0])
            self._open[0] = _Paragraph()

    def _close(self, paragraph: "_Paragraph") -> None:
        text = "".join(paragraph.all)
        if text.strip():
            self.result.paragraphs.append(text)
            self.result.settled.append("".join(paragraph.kept))
            self.result.deleted.append(paragraph.deletions)
            if paragraph.deletions:
                self.result.accepted.append("".join(paragraph.kept))
        if paragraph.codes:
            self.result.paragraphs.append("".join(paragraph.codes))
            self.result.deleted.append(True)


@lru_cache(maxsize=4096)
def _element(name: str) -> tuple[str, str]:
    """An element without its namespace, and the same where its text is text."""
    namespace, _, tag = name.rpartition(" ")
    return tag, tag if is_text_element(namespace, tag) else _SILENT


@lru_cache(maxsize=16384)
def _attribute(name: str, key: str) -> str:
    """``element@attribute`` where that holds words."""
    namespace, _, tag = name.rpartition(" ")
    home, _, attribute = key.rpartition(" ")
    holds_words = is_text_attribute(home or namespace, tag, attribute)
    return f"{tag}@{attribute}" if holds_words else ""


@dataclass
class _Paragraph:
    all: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    deletions: bool = False

    def add(self, text: str, deleted: bool, *, remark: bool = False) -> None:
        self.all.append(text)
        if deleted:
            self.deletions = True
        elif not remark:
            self.kept.append(text)


def _refuse(*_: object) -> None:
    raise Hostile("entity")


_TAG = re.compile(r"(?s)<!--(.*?)-->|<!\[CDATA\[(.*?)\]\]>|<[/!?]?[^<>]*>")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
#: Attributes of packets and forms that name programs and spaces, not people.
_NOT_TEXT = re.compile(r"xmlns|xmptk|rdf:parseType|xml:lang|locale|xpacket")


#: What stands inside a word or between two without parting them: « Ma<b>rie</b> Curie ».
_INLINE = re.compile(r"</?(?:a|b|em|font|i|s|small|span|strong|sub|sup|u)(?:[\s/][^<>]*)?>", re.I)


def loose_text(markup: str) -> Iterator[str]:
    """Text between tags, comments and attribute values, whether well formed or not."""
    last = 0
    run: list[str] = []
    for match in _TAG.finditer(markup):
        run.append(markup[last : match.start()])
        if not _INLINE.fullmatch(match.group()):
            between = "".join(run)
            run.clear()
            if between.strip():
                yield between
        last = match.end()
        if match.group(1) or match.group(2):
            yield match.group(1) or match.group(2)
        elif "=" in match.group():
            for name, one, two in _ATTRIBUTE.findall(match.group()):
                if (one or two) and not _NOT_TEXT.match(name):
                    yield one or two
    between = "".join([*run, markup[last:]])
    if between.strip():
        yield between
