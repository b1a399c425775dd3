"""Detection, streamed: flows in, mentions out, in order, one block in memory at a time."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from redactor.detect import model, ner, patterns, properties, read_in_place
from redactor.detect.address_parts import address_parts
from redactor.detect.addresses import addresses
from redactor.detect.birthdays import birthdays
from redactor.detect.births import births
from redactor.detect.births_beside import dated, told_by_nirs
from redactor.detect.block import Block, blocks
from redactor.detect.cell_homes import cell_homes
from redactor.detect.cells import Cells
from redactor.detect.crf import Reader, Reading
from redactor.detect.dwellings import dwellings
from redactor.detect.extensions import extensions
from redactor.detect.found import Found
from redactor.detect.handles import handles
from redactor.detect.homes import Homes
from redactor.detect.hosts import apart
from redactor.detect.keyed import keyed
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.links import urls
from redactor.detect.lists import DossierLists
from redactor.detect.masks import masks
from redactor.detect.merge import merge
from redactor.detect.misread import led, lettered, read_well, with_small_l
from redactor.detect.people import People
from redactor.detect.reader import NameReader
from redactor.detect.records import labelled, load_labels, load_shapes, of_people, shaped
from redactor.detect.rules import PersonRules
from redactor.detect.secrets import secrets
from redactor.detect.signals import Signals
from redactor.detect.stacked import Stacked
from redactor.detect.tables import Header, Tables, new_header
from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span

_NO_CHANCE = 0.01


def mention_id(span: Span, category: Category) -> str:
    """Short, and the same each time the same bytes are read."""
    seed = f"{span.flow}\0{span.start}\0{span.end}\0{category}"
    return hashlib.blake2b(seed.encode(), digest_size=6).hexdigest()


class Detector:
    """Everything that finds, loaded once. Give it flows, it gives mentions."""

    def __init__(self, lists: DossierLists | None = None, nlp: Any = None) -> None:
        self.lists = lists or DossierLists()
        self.lexicon = Lexicon.load()
        self.reader = NameReader(self.lexicon)
        self.rules = PersonRules(self.reader)
        self.people = People(self.reader, self.rules.civility)
        self.labels = load_labels()
        self.shapes = load_shapes()
        self.cells = Cells(self.reader, self.rules.civility)
        self.tables = Tables(self.cells)
        self.stacked = Stacked(self.tables)
        self.homes = Homes(self.lexicon)
        self.signals = Signals()
        self.nlp = nlp or model.load()
        self.second = Reader(self.lexicon)

    def mentions(
        self, flows: Iterable[Flow], lists: DossierLists | None = None
    ) -> Iterator[Mention]:
        """Mentions in the order of their flows, as soon as their block is read."""
        lists = lists or self.lists
        header = new_header()
        for block in blocks(flows):
            yield from self._of_block(block, lists, header)

    def _of_block(self, block: Block, lists: DossierLists, header: Header) -> Iterator[Mention]:
        for item in self.find(block, lists, header):
            for flow, span in block.spans(item.start, item.end):
                text = flow.text[span.start : span.end]
                if not properties.admits(flow, item, text):
                    continue
                if not any(map(str.isalnum, text)) and item.category is not Category.MASK:
                    continue
                if lists.spares(text) and item.category is not Category.CUSTOM:
                    continue
                yield Mention(
                    id=mention_id(span, item.category),
                    span=span,
                    text=text,
                    category=item.category,
                    channel=flow.channel,
                    page=flow.page,
                    role=item.role,
                    traits=item.traits,
                    confidence=round(item.confidence, 3),
                    detector=item.detector,
                    why=item.why,
                    role_clue=item.role_clue,
                )

    def find(self, block: Block, lists: DossierLists, header: Header) -> list[Found]:
        """Everything found in a block, merged."""
        block = replace(block, text=led(block.text))
        text = block.text
        second = self.second.read(text)
        lettered_block = replace(block, text=lettered(text, self.lexicon))
        named, columns = self._named(lettered_block, header, second)
        who = [(item.start, item.end) for item in named]
        plain = read_well(text)
        said = with_small_l(plain)
        homes = [item for item in columns if item.category is Category.ADDRESS]
        columns = [item for item in columns if item.category is not Category.ADDRESS]
        streets = list(dwellings(plain, addresses(plain, self.lexicon), named))
        found = [
            *named,
            *patterns.find(text),
            *births(said),
            *dated(said, named, tabular=not header.columns),
            *birthdays(said, () if header.columns else named),
            *labelled(text, self.labels),
            *shaped(text, self.shapes),
            *of_people(text, named),
            *extensions(text, named),
            *apart(
                text,
                chain(
                    streets,
                    homes,
                    self.homes.find(plain, named, streets),
                    cell_homes(plain, named),
                    address_parts(text),
                ),
                named,
            ),
            *secrets(text),
            *urls(text),
            *masks(text),
            *lists.find(text),
            *self.signals.find(text, who, [part.start for part in block.parts]),
            *columns,
        ]
        found += told_by_nirs(said, [item for item in found if item.category is Category.NIR])
        known = [item for item in found if item.category is Category.ADDRESS]
        is_town = self.homes.grammar.is_town
        more = read_in_place.addresses(text, second, known, named, is_town)
        return merge(
            [*found, *apart(text, more, named), *read_in_place.others(text, second, found)]
        )

    def _named(
        self, block: Block, header: Header, second: Reading
    ) -> tuple[list[Found], list[Found]]:
        """People, and what else columns and keys hold."""
        text = block.text
        columns = [
            *self.tables.find(block, header),
            *self.stacked.find(text),
            *self.tables.queries.find(text, header.dump),
            *keyed(text, self.cells),
        ]
        things = [c for c in columns if c.category is Category.OUT_OF_SCOPE]
        columns = [c for c in columns if c.category is not Category.OUT_OF_SCOPE]
        seen = ner.people(self.nlp, [text], self.lexicon)[0]
        surely = list(second.of("person"))
        seen = sorted([*seen, *surely], key=lambda item: item.start)
        persons = [*self.rules.find(text), *_outside(seen, things)]
        persons += [c for c in columns if c.category is Category.PERSON]
        named = self.people.find(text, persons)
        named = [item for item in named if not self._doubted(text, item, second)]
        named += list(handles(text, self.lexicon))
        named += list(properties.authors(block, named, self.lexicon))
        return named, [c for c in columns if c.category is not Category.PERSON]

    def _doubted(self, text: str, item: Found, second: Reading) -> bool:
        """Whether the first model alone saw a person in common words, where the second gives no
        chance to one: nine of ten are none (« Purée Parmentier »)."""
        if item.detector not in ("ner", "ner:restored"):
            return False
        known = [self.lexicon.of(word) for word in text[item.start : item.end].split()]
        if not all(k & (Known.WORD | Known.STOP) and Known.FIRST not in k for k in known):
            return False
        return second.share("person", item.start, item.end) < _NO_CHANCE


def _outside(seen: list[Found], things: list[Found]) -> Iterator[Found]:
    """What the model sees elsewhere than in columns of things."""
    starts = [thing.start for thing in things]
    for item in seen:
        index = bisect_right(starts, item.start) - 1
        if index < 0 or item.end > things[index].end:
            yield item
