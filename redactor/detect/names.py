"""The words of French names, and what a name as read is worth."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from redactor.detect.lexicon import Known


def _letters(category: str) -> str:
    """Every Latin letter of a Unicode category, as the inside of a character class."""
    codes = [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]
    return "".join(chr(c) for c in codes if unicodedata.category(chr(c)) == category)


UPPER = _letters("Lu")
LETTER = r"[^\W\d_]"

#: Small words inside names. A name never ends on one, and starts on one only before a capital.
PARTICLES = frozenset(
    "de du des d' la le les l' van von vom zu zur den der ten ter di da do dos das del della dei "
    "degli y ben bin ibn bint ould ait aït el al abou abu bou bent ou st saint sainte mac "
    "mc".split()
)

#: Words that no list of words holds and that end a name in small letters.
FUNCTION_WORDS = frozenset(
    "et ou a à est ne n'a n'est qui que au aux en dans par pour sur avec sans se il elle on ils "
    "elles me te je tu nous vous ce ça si mais donc ni car était sera avait "
    "sont ont font vont peut peuvent veut veulent vient viennent ma m'a m'ont".split()
)

#: Words of grammar that are surnames too and open sentences: « Vu le code », « En application ».
OPENERS = frozenset(
    "en vu il ils un une on le la les des du de au aux ce cet cette ces si ni et ou or à y sa son "
    "ses ma mon mes ta ton tes elle elles nous vous je tu se ne pas par pour sur sous dès vus vue "
    "lu est sont soit fait dit".split()
)

WORD = re.compile(
    rf"(?P<initial>(?:[{UPPER}]\.?-)?[{UPPER}]\.(?:[ -]?[{UPPER}]\.)*"
    rf"(?=[ ]?(?:d'|(?:d[eu]|des|de la|le|la|van|von)[ ])?[{UPPER}])"
    rf"|(?:[{UPPER}]\.?-)?(?:Th|Ch|Ph|Fr|Cl|Chr|Fl|Al|Cath|Gu|Em|Ed|Bern|Jos)\."
    rf"(?=[ ]?[{UPPER}]))"
    rf"|(?P<elided>[dDlL]')(?=[{UPPER}])"
    rf"|(?P<word>{LETTER}(?:{LETTER}|['-](?={LETTER}))*)(?P<dot>\.(?=[ ]?$|[ ]?[;,)\n]))?"
)
# Endings of irregular verbs, whose forms are in no list, and of plurals: « prescrit », « viendra ».
_VERB_END = re.compile(r"(?:[dts]|eux|ra|rez|euse|ale|ive|ique|elle)$")


class Trust(Enum):
    """How much the cue before a name says that a name follows."""

    STRONG = "strong"
    """Any capitalised word that is no stop: « Mme Boucher »."""
    WEAK = "weak"
    """At least one word must be known as a name, or unknown as anything else."""
    SURNAME = "surname"
    """A known name, common word or not, or a town's: « les consorts Barthe »."""
    NAMED = "named"
    """A word known as a name, though it be a common one too: « à l'attention de Mouton »."""
    FIRST = "first"
    """A first name, though it be a common word too: « la grosse Lulu »."""
    SMALL = "small"
    """In small letters: known names that are no common word, or words of no list that have no
    verb's ending: « le docteur kerlann », but not « le docteur prescrit »."""
    KNOWN = "known"
    """A known name that is no common word, or several words that are all known as names."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name."""

    start: int
    end: int
    text: str
    kind: str
    """``initial``, ``capitals``, ``capitalised``, ``particle``, ``small``."""
    known: Known

    @property
    def is_stop(self) -> bool:
        """Whether it is never part of a name: « Service », « EARL », but not « Marie »."""
        if Known.STOP not in self.known:
            return False
        return not self.known & Known.NAME or (self.kind == "capitals" and len(self.text) <= 5)

    @property
    def is_first(self) -> bool:
        return Known.FIRST in self.known


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read: its words, in order."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def parts(self) -> tuple[Token, ...]:
        """The words that are no particle."""
        return tuple(token for token in self.tokens if token.kind != "particle")

    @property
    def is_supported(self) -> bool:
        """Whether a word is known as a name, or as nothing at all."""
        return any(
            token.kind != "initial"
            and (
                (token.known & Known.NAME and Known.WORD not in token.known)
                or not token.known & (Known.WORD | Known.PLACE | Known.STOP)
            )
            for token in self.parts
        )

    @property
    def is_proper(self) -> bool:
        """Whether a word is a town's and no common one."""
        return any(t.known & (Known.PLACE | Known.WORD) == Known.PLACE for t in self.parts)

    @property
    def is_named(self) -> bool:
        """Whether every word is known as a name, whatever else it means."""
        return all(t.known & Known.NAME for t in self.parts if t.kind != "initial")

    @property
    def is_first(self) -> bool:
        """Whether it opens on a first name that is no town's."""
        known = self.parts[0].known
        return Known.FIRST in known and not known & (Known.PLACE | Known.STOP)

    @property
    def is_known(self) -> bool:
        """Whether the lists alone say that it is a name."""
        words = [t for t in self.parts if t.kind != "initial"]
        if len(words) > 1:
            return all(t.known & Known.NAME for t in words)
        return (
            bool(words)
            and bool(words[0].known & Known.NAME)
            and not words[0].known & (Known.WORD | Known.PLACE | Known.STOP)
        )


def is_grammar(name: Name) -> bool:
    """« Il est assuré », « Vu le code »: the first word of a sentence, below a list of names;
    « président du SIVOM »: letters that stand for a body's name."""
    only = name.parts[-1]
    if len(name.parts) > 1:
        article = name.parts[0].text.lower() in ("un", "une", "ce", "cet", "cette", "ces")
        return article and Known.WORD in name.parts[1].known
    if len(name.tokens) == 1:
        return only.text.istitle() and only.text.lower() in OPENERS
    lead = name.tokens[0].text
    return lead.islower() and only.kind == "capitals" and not only.known & Known.NAME


def is_noble(tokens: list[Token]) -> bool:
    """« Wenceslas DES | ÉTAGES »: a first name and a particle in capitals."""
    if len(tokens) < 2 or not tokens[-1].text.isupper() or tokens[-1].kind != "particle":
        return False
    return any(token.is_first and token.kind == "capitalised" for token in tokens)


def is_small_name(name: Name) -> bool:
    """Whether small letters can be a name after a weak cue. After a first name that is no word,
    a surname may be one: « kenny rivière »."""
    head, *others = name.parts
    if head.known & Known.NAME:
        given = head.is_first and Known.WORD not in head.known
        return not head.known & (Known.WORD | Known.STOP) and (
            given or all(t.known & (Known.NAME | Known.WORD) != Known.WORD for t in others)
        )
    unknown = not head.known and len(head.text) > 3 and not _VERB_END.search(head.text)
    return unknown or (head.kind == "initial" and bool(others))
