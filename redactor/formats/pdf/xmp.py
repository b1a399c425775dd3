"""XML inside a PDF: metadata packets, as leaves of text that can be rewritten."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_MACHINE = re.compile(
    r"\s*|[\d.+:TZ-]+|uuid:[\w-]+|xmp\.(?:did|iid):[\w-]+|(?:adobe:ns:meta/)|True|False"
    r"|(?:application|audio|font|image|model|multipart|text|video)/(?!vnd\.)[\w.+-]+"
)
"""Dates, numbers, identifiers and MIME types: nothing a person is called by. « Roy/Tanguy » is none
of them, and a maker's own type has the maker's name."""

_PARSE_TYPE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}parseType"
_RDF = frozenset({"Resource", "Literal", "Collection"})
"""What RDF itself says of how a property is written (RDF 1.1 XML Syntax, 2.11)."""


class Malformed(Exception):
    """Not well-formed XML, or a construction that is refused."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text node or an attribute's value."""

    name: str
    text: str
    _element: Any
    _slot: str

    def write(self, new: str) -> None:
        if self._slot == "text":
            self._element.text = new
        elif self._slot == "tail":
            self._element.tail = new
        else:
            self._element.set(self._slot[1:], new)


class Packet:
    """A parsed XML stream."""

    def __init__(self, raw: bytes) -> None:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
        )
        try:
            self._root = etree.fromstring(raw.strip(b"\x00 \r\n\t"), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Malformed from error
        if self._root.getroottree().docinfo.internalDTD is not None:
            raise Malformed

    def leaves(self) -> Iterator[Leaf]:
        for element in self._root.iter():
            if not isinstance(element.tag, str):
                continue
            name = etree.QName(element).localname
            if element.text and not _MACHINE.fullmatch(element.text):
                yield Leaf(name, element.text, element, "text")
            for key, value in sorted(element.attrib.items()):
                if key == _PARSE_TYPE and value in _RDF:
                    continue
                if not _MACHINE.fullmatch(value) and "www.w3.org" not in value:
                    yield Leaf(etree.QName(key).localname, value, element, f"@{key}")
            if element.tail and not _MACHINE.fullmatch(element.tail):
                yield Leaf(name, element.tail, element, "tail")

    def serialise(self) -> bytes:
        """The packet, with the wrapper that ISO 16684-1, 7.3.2 asks for."""
        body = etree.tostring(self._root, encoding="utf-8")
        begin = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'.encode()
        return bytes(begin + body + b'\n<?xpacket end="w"?>')
