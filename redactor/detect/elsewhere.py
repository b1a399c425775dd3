"""What the whole document says of words that one line took for a name.

A body known by its letters, a river or a programme stands alone in a heading or a cell, where
nothing tells it from a surname. Elsewhere the same document writes « le SIVOKER », « de la
Kerlette », and a person takes no article. It also gives the names of associations, « Les Enfants
de Solenn », whose first name is nobody's, and the numbers of its lists' entries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redactor.detect.lexicon import Known, fold_word
from redactor.detect.names import PARTICLES, UPPER
from redactor.detect.reader import NameReader
from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span

_ARTICLED = re.compile(
    r"(?:(?<![\w'’-])(?:l[ea]s?|du|des|aux?|cette?|ces|[nv]otre|une?)\s{1,2}|(?<!\w)l['’])"
    rf"[«“\"]?[ ]?(?P<word>[{UPPER}][\w-]{{2,}})(?![\w'’])"
    # « Le SIVOKER propose »; « Le Quintrec » is a surname
    rf"|(?<![\w'’-])(?:L[ea]s?[ ]|L['’])(?P<letters>[{UPPER}][{UPPER}\d-]{{2,}})(?=\s[a-zà-ÿœ])"
)
# « le secteur économique kerlannois »: what is of a place
_ADJECTIVE = re.compile(r"(?<![\w-])[a-zà-ÿœ]{3,}(?:oise?|aise?|ien|ienne|éenn?e?)s?(?![\w-])")
_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\.?\s$")
#: Words after which « le », « du » open a surname: « M. du Plessis ».
_TITLES = frozenset("m mm mme mmes mlle me monsieur madame mademoiselle maitre dr pr".split())
#: Detectors that no cue of a person stands behind.
_UNCUED = ("ner", "propagation:surname", "rule:list", "rule:roster", "rule:plural", "rule:handle")
_LOOKS = (*_UNCUED, "rule:form")
_BODY = re.compile(
    r"(?<![\w-])(?:associations?|collectifs?|comités?|amicales?|clubs?|compagnies?|groupes?|"
    r"chorales?|fondations?|fédérations?|crèches?|sociétés?|dénommée?|intitulée?|"
    r"ayant pour (?:titre|nom|dénomination))\s*[:,]?\s*[«“\"]?\s*"
    r"(?P<title>(?:L[ea]s?|L['’]|Aux?)[ ]?[\w'’-]+(?:[ ](?:de|du|des|d['’]|et|la|le|en)[ ]?)+"
    rf"(?-i:[{UPPER}])[\w-]+(?:[ ](?-i:[{UPPER}])[\w-]+)?)",
    re.I,
)
# « 04 – VAL DE KERLOC »: an entry of a numbered list.
_ENTRY = re.compile(
    rf"^[ ]*\d{{1,3}}[ ]?[–—-][ ]?(?P<name>[{UPPER}][{UPPER}' -]+[{UPPER}])[ ]*$", re.M
)
#: How often an entry returns before it is a term and no person.
_TERM = 3


class Elsewhere:
    """What one document shows to be no person. Built from what was found in it."""

    def __init__(self, flows: Sequence[Flow], found: Iterable[Mention], reader: NameReader) -> None:
        self._lexicon = reader.lexicon
        looks: set[str] = set()
        self._vouched: set[str] = set()
        for mention in found:
            if mention.category is Category.PERSON:
                uncued = mention.detector.startswith(_LOOKS)
                (looks if uncued else self._vouched).update(map(fold_word, _words(mention.text)))
        nameless = {word for word in looks if not self._lexicon.of(word) & Known.NAME}
        self._told = self._articled(flows, nameless - self._vouched)
        self._terms = _terms(flows)
        self._titles = _titles(flows)

    def persons(self, mentions: Iterable[Mention]) -> list[Mention]:
        """The mentions without things; a name that ran into the letters of a body ends before
        them: « Ana Riou | SIVOKER »."""
        return [
            self._trimmed(m) if m.category is Category.PERSON else m
            for m in mentions
            if m.category is not Category.PERSON or not self._is_thing(m)
        ]

    def _is_thing(self, mention: Mention) -> bool:
        span = mention.span
        if any(
            low <= span.start and span.end <= high for low, high in self._titles.get(span.flow, ())
        ):
            return True
        words = _words(mention.text)
        if not words or not mention.detector.startswith(_UNCUED):
            return False
        known = [self._lexicon.of(word) for word in words]
        if not any(Known.FIRST in k for k in known) and any(
            f" {mention.text} " in term for term in self._terms
        ):
            return True
        if any(k & Known.NAME for k in known):
            return False
        told = [fold_word(word) in self._told for word in words]
        common = [bool(k & (Known.WORD | Known.PLACE)) for k in known]
        return any(told) and all(t or c for t, c in zip(told, common, strict=True))

    def _trimmed(self, mention: Mention) -> Mention:
        words = mention.text.split()
        last = words[-1]
        if (
            len(words) < 2
            or not mention.detector.startswith(_LOOKS)
            or not last.isupper()
            or fold_word(last) not in self._told
            or Known.FIRST not in self._lexicon.of(words[0])
        ):
            return mention
        text = mention.text[: mention.text.rindex(last)].rstrip()
        span = mention.span
        return replace(mention, text=text, span=Span(span.flow, span.start, span.start + len(text)))

    def _articled(self, flows: Iterable[Flow], words: set[str]) -> set[str]:
        """The words before which the text puts an article, as before a thing's name, or that it
        has as adjectives."""
        told: set[str] = set()
        for flow in flows if words else ():
            told |= words & set(map(fold_word, _ADJECTIVE.findall(flow.text)))
            for match in _ARTICLED.finditer(flow.text):
                word = fold_word(match["word"] or match["letters"])
                if word not in words or word in told:
                    continue
                before = _BEFORE.search(flow.text, max(match.start() - 24, 0), match.start())
                title = fold_word(before[1]) if before else ""
                if title not in _TITLES and Known.FIRST not in self._lexicon.of(title):
                    told.add(word)
        return told


def _words(text: str) -> list[str]:
    words = re.findall(r"[^\W_][\w'’-]*", text)
    return [word for word in words if fold_word(word) not in PARTICLES]


def _terms(flows: Iterable[Flow]) -> frozenset[str]:
    seen = Counter(f" {match['name']} " for flow in flows for match in _ENTRY.finditer(flow.text))
    return frozenset(name for name, count in seen.items() if count >= _TERM)


def _titles(flows: Sequence[Flow]) -> dict[str, list[tuple[int, int]]]:
    """Where the names of associations stand, in each flow."""
    titles = {
        r"\s+".join(re.escape(word) for word in match["title"].split())
        for flow in flows
        for match in _BODY.finditer(flow.text)
    }
    if not titles:
        return {}
    named = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(titles, key=len, reverse=True))})(?!\w)", re.I)
    return {flow.id: [m.span() for m in named.finditer(flow.text)] for flow in flows}
