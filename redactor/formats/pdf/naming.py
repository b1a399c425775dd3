"""Names that say something, as flows; and the ids by which flows are told apart."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

from redactor.formats.pdf import names
from redactor.formats.pdf.places import NAMELESS, NAMELESS_KEYS, PREFIXES, Node, Place
from redactor.formats.pdf.speaking import speaks
from redactor.text.flow import Channel, Flow, Kind

NAME = "Name"
"""`Flow.place` of a name."""


class Ids:
    """Numbers what has the same stem, in the order of one walk."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, int] = defaultdict(int)

    def number(self, stem: str) -> int:
        self._counts[stem] += 1
        return self._counts[stem]

    def of(self, stem: str) -> str:
        """The stem, with a number from the second on."""
        count = self.number(stem)
        return stem if count == 1 else f"{stem}.{count}"


class Namer:
    """The names (7.3.5) of a file that speak, each once: one is renamed everywhere at once."""

    def __init__(self, pdf: pikepdf.Pdf, ids: Ids) -> None:
        self._pdf, self._ids = pdf, ids
        self._given: set[str] = set()

    def place(self, text: str, stem: str, channel: Channel, page: int | None) -> Place:
        self._given.add(text)
        flow = Flow(self._ids.of(stem), text, channel, page, Kind.VALUE, place=NAME)

        def write(new: str) -> None:
            names.rename(self._pdf, text, new)

        return Place(flow, write)

    def tag(self, text: str, number: int) -> Iterator[Place]:
        """The tag of marked content on page `number`."""
        if self._is_new(text):
            yield self.place(text, f"p{number}.struct.tag", Channel.STRUCTURE, number)

    def of(self, node: Node, value: Any, page: int | None) -> Iterator[Place]:
        """Those of an object: keys of the producer's own, states, resources."""
        if NAMELESS.intersection(node.place.split("/")):
            return
        if isinstance(value, pikepdf.Array):
            found = [str(item)[1:] for item in value if isinstance(item, pikepdf.Name)]
        elif str(value.get("/Type", "")) in ("/Font", "/FontDescriptor", "/Encoding"):
            return
        else:
            found = []
            # A stamp, a note: a person may have given it; a picture or a font has another.
            annotation = value is node.owner
            for key in sorted(value.keys()):
                if node.key != "/RoleMap":
                    found.append(key[1:])
                item = value[key]
                said = key not in NAMELESS_KEYS or (annotation and key == "/Name")
                if said and isinstance(item, pikepdf.Name):
                    found.append(str(item)[1:])
        stem = PREFIXES.get(node.channel, "meta.") + "name"
        for name in found:
            if self._is_new(name):
                yield self.place(name, f"p{page}.{stem}" if page else stem, node.channel, page)

    def _is_new(self, name: str) -> bool:
        return name not in self._given and speaks(name)
