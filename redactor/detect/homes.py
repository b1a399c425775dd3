"""Addresses by a small grammar: what follows a name, or a word of dwelling, segment by segment.

An address is a run of segments that a code, a way or a country vouches for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from redactor.detect.dates import BIRTH
from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.segments import BREAK, END, WORDS, Grammar, Kind, Segment
from redactor.detect.segments import folded as folded_view
from redactor.detect.whose import ADMINISTRATION, whose
from redactor.law.categories import Category

_TITLE = re.compile(r"[ \t]*(?i:m\.?|mr\.?|mme|mlle|monsieur|madame)(?:[ ]|$)")
_SAID = re.compile(r"dem|dom|deten|incarc|ecrou|resid|heberg|loge(?!ment)|j ?'?h?abit|habit")
_CELL = re.compile(r"[^\t\n]{3,60}")
_CODE_UNDER = re.compile(r"[ ]?\n[ ]*\(\d{2,5}\)")
# « à Espelette (Xokoa, chemin d'Olha, 64250 ESPELETTE) »: an address in brackets
_BRACKET = re.compile(r"\((?=[^()\n]{8,90}[ ]\d{4,5} [^()\d\n]{2,30}\))")
_CUE = re.compile(
    rf"(?<![\w'-])(?:{WORDS['cues']}){END}[ ]?(?:[:,=][ \n\t]*[\"«]?[ ]?|[ ]*\"|[ ]+|\n[ \t>]*)"
    # « habite depuis 2011 une maison sise | 12 bis rue X », « logée chez sa sœur, au | lieu-dit X »
    rf"(?:(?:a|au|aux|en|actuellement|ensemble|de fait|:|dans|sise?|situee?|{WORDS['dwellings']}|"
    rf"depuis[ ][^.;\n]{{2,18}}?,?|(?:{WORDS['kin']})s?,|"
    rf"(?:chez|avec)[ ](?:[mslnv]\w{{0,3}}|une?)[ ](?:{WORDS['kin']})s?,?)[ ]+(?:l')?){{0,6}}"
)
# A column of a page, whose next line is not the next of the address.
_IN_COLUMN = re.compile(r"\S(?:[ ]{3,}|\t).*$")
_ARTICLE = re.compile(r"L[ae]s?[ ]|L['’]")
# « hôtel Balladins, ch. 209 », « camping de l'Aunis, emplacement 9 »: who has a room lives there
_ROOM = re.compile(
    r"(?<![\w'-])(?:(?:appart-?|appart')?hotel|foyer|residence|ehpad|camping|chrs|chu|cada|huda|"
    r"imm(?:\.|euble)|fjt|aire d'accueil|cite|maison de retraite) (?=[^\n;:()\t]{2,45}?,?[ \n][ >]*"
    r"(?:ch\.?|chb\.?|chambre|boite|emplacement|empl\.?|mobil-?home|porte|app[at]?\w*\.?|apt\.?|"
    r"logement|case|lit|studio|villa) ?(?:n[°º] ?)?\d)"
)
# Between a name and what is said of where one lives: a birth.
_BORN = re.compile(
    rf"[ ,;:|(–\t/-]*(?:n[ée]{{1,2}}(?:\(e\))?|n\.|nat\.)?[ ]*(?:le[ ]+)?(?:{BIRTH})[)]?"
    r"(?:[ ]+[àa][ ][^,;\n|–]{2,40})?",
    re.I,
)
_CAPITAL_AT = re.compile(r"(?<=[^\w])(?:Aux?|À|A)[ ]+$")
_SLOT = re.compile(
    r"[ ]*\)?[ ]*(?:[,;|–(\t:→]|[ ](?=\d{1,4}(?:[ ]?(?:bis|ter|[A-C]))?,?[ ]\w+[ ][\w'’-])|"
    r"/(?=[ ])|[ ]-[ ]|\n(?:\n(?=\t|[ ]{4}))?|[ ]{2})[ \t(>|–-]*(?:à[ ])?"
)
_YEARS = re.compile(r"\(?\d{1,3} ans\)?(?= *(?:\n|[,;|)–-]|$))")
_PHONE = re.compile(r",[ ](?i:t[ée]l|port|e-?mail)")


@dataclass(frozen=True, slots=True)
class _Start:
    """Where an address may begin, and what says so."""

    at: int
    cued: bool = False
    """A word of dwelling, or of address."""
    said: bool = False
    """A word of dwelling: who lives at a service lives there."""
    dated: bool = False
    """A name with a birth."""


@dataclass(frozen=True, slots=True)
class _Column:
    """Where places may stand after the names of a list, written in one manner."""

    starts: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    """Those that the lines above make a service's."""


_CLOCK = re.compile(r"\d[:h]$")


class Homes:
    """Reads addresses after names and words of dwelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.grammar = Grammar(lexicon)
        functions = rf"(?:{WORDS['functions']}){END}"
        self._functions = re.compile(functions)

    def find(
        self, text: str, people: Sequence[Found], streets: Iterable[Found] = ()
    ) -> Iterator[Found]:
        """The addresses of people whom a name, or a word before them, shows to live there;
        what goes on after `streets`."""
        folded = folded_view(text)
        taken = -1
        starts = [
            _Start(_from_capital(text, cue), cued=True, said=bool(_SAID.match(folded, cue.start())))
            for cue in _CUE.finditer(folded)
        ]
        starts += [_Start(bracket.end()) for bracket in _BRACKET.finditer(folded)]
        starts += [_Start(room.start(), cued=True, said=True) for room in _ROOM.finditer(folded)]
        starts += [
            _Start(street.start)
            for street in streets
            if not _IN_COLUMN.search(text, text.rfind("\n", 0, street.start) + 1, street.start)
        ]
        listed: dict[str, _Column] = {}
        named = {person.start for person in people if not person.detector.startswith("ner")}
        above = place = 0
        for person in sorted(people, key=lambda person: person.start):
            born = _BORN.match(text, person.end)
            after = born.end() if born else person.end
            start = self._slot(text, folded, after)
            if start is None:
                continue
            column = listed.setdefault(_manner(text[after:start], born), _Column())
            if person.start > place:
                above = place
            place = start
            if _of_service(text, person, start, above):
                column.doubtful.append(start)
            else:
                column.starts.append(start)
                starts.append(_Start(start, dated=born is not None))
        sure = set()
        for one in sorted(starts, key=lambda start: start.at):
            if one.at >= taken and (found := self._address(text, folded, one)):
                taken = found.end
                sure.add(one.at)
                yield found
        for column in listed.values():
            yield from self._in_list(text, folded, column, sure, named)

    def _in_list(
        self, text: str, folded: str, column: _Column, sure: set[int], named: set[int]
    ) -> Iterator[Found]:
        """The other places of a list of which most are addresses: « Le Serre », a hamlet."""
        rest = {
            start: self.grammar.run(text, folded, start, cued=False)
            for start in (*column.starts, *column.doubtful)
            if start not in sure
        }
        seen = len(sure & set(column.starts))
        whole = seen + sum(
            bool(self._whole(text, [*run], cued=False, dated=False)) for run in rest.values()
        )
        if not rest or not seen or whole < 2 or whole * 2 < len(rest):
            return
        for start, run in rest.items():
            while run and run[-1].kind is Kind.NAMED and "\n" in text[run[0].end : run[-1].start]:
                run.pop()  # the name below
            before = text[start - 2 : start]
            if not run or _TITLE.match(text, start) or start in named:
                continue
            if run[0].kind is Kind.NAMED and "," in before and not _ARTICLE.match(text, start):
                continue  # « Maud, Li-Wei, voici la liste »
            cell = _CELL.match(text, start) if "\t" in before else None
            if _ROOM.match(folded, start) or not ADMINISTRATION.match(text, start):
                end = cell.end() if cell else self.grammar.end(text, run[-1])
                yield Found(
                    start, end, Category.ADDRESS, "pattern:home",
                    "lieu après un nom, dans une liste d’adresses", 0.75,
                )  # fmt: skip

    def _slot(self, text: str, folded: str, end: int) -> int | None:
        """Where what may be an address begins after a name."""
        for _ in range(4):
            slot = _SLOT.match(text, end)
            if not slot:
                return None
            segment = self.grammar.segment(text, folded, slot.end(), cued=False)
            aged = _YEARS.match(folded, slot.end())
            if segment or (slot.group().strip() == "" and not aged):
                return slot.end() if segment else None
            stop = BREAK.search(text, slot.end())
            said = folded[slot.end() : stop.start() if stop else len(folded)]
            if not stop or len(said) > 30 or self._functions.search(said) or "\n" in said:
                return None
            if re.search(r"\d", said) and not aged:
                return None
            end = stop.start()
        return None

    def _address(self, text: str, folded: str, start: _Start) -> Found | None:
        run = self.grammar.run(text, folded, start.at, cued=start.cued)
        run = self._whole(text, run, cued=start.cued, dated=start.dated)
        if not run:
            return None
        low, high = run[0].start, self.grammar.end(text, run[-1])
        if _CLOCK.search(text, max(low - 3, 0), low):
            return None  # « 09:40 R. Kerlann », « 14:00  ch. 8 »
        if below := _CODE_UNDER.match(text, high):
            high = below.end()
        if (ADMINISTRATION.match(text, low) and not start.said) or "\n\n" in text[low:high]:
            return None
        if not start.said and whose(text, low, text[low:high]) == "service":
            return None
        why = "adresse après un mot d’adresse" if start.cued else "adresse après un nom"
        return Found(low, high, Category.ADDRESS, "pattern:home", why, 0.8)

    def _whole(self, text: str, run: list[Segment], *, cued: bool, dated: bool) -> list[Segment]:
        """The run up to its last sure segment; none without one."""

        def sure(item: Segment) -> bool:
            if item.kind is not Kind.NAMED or self.grammar.is_town(text[item.start : item.end]):
                return True
            # « 4e dr., Clermont-Fd », at the end of a line
            ends = item.mark in tuple("\n:).;") or _PHONE.match(text, item.end)
            beside = len(run) > 1 and text[run[-2].end] == "," and run[-2].kind is not Kind.NAMED
            return bool(ends and beside and "\n" not in text[run[-2].end : item.start])

        while run and not sure(run[-1]):
            run.pop()
        kinds = [item.kind for item in run]
        vouched = {Kind.TOWN, Kind.COUNTRY} & set(kinds) and len(run) > 1
        high = run[-1].end if run else 0
        way = Kind.WAY in kinds and re.search(r"\d", text[run[0].start : high])
        if len(run) > 1 and kinds[0] is Kind.PLACE and re.search(r"\d", text[run[1].start : high]):
            return run  # « lot. Les Cazals, villa 6, Luc »
        placed = (Kind.WAY, Kind.PLACE, Kind.PIECE, *((Kind.NAMED,) if cued else ()))
        place = (cued or dated) and kinds[:1] and kinds[0] in placed
        if kinds[:1] == [Kind.PIECE] and re.fullmatch(r"\d{1,4}", text[run[0].start : run[0].end]):
            return []
        if vouched or way or (place and len(run) > 1):
            return run
        return run if cued and len(run) == 1 and self._stands_alone(text, run[0]) else []

    def _stands_alone(self, text: str, only: Segment) -> bool:
        """Whether a word of dwelling and one place are a home: « demeurant Kergonan Izella. »"""
        if only.kind not in (Kind.NAMED, Kind.PLACE) or only.mark not in tuple("\n,;.)"):
            return False
        place = text[only.start : only.end]
        if not any(map(str.isupper, place)) or ADMINISTRATION.match(place):
            return False  # « il habite la maison mitoyenne », « incarcéré au centre de détention »
        words = re.findall(r"[^\W\d_][\w'’-]+", place)
        plain = [Known.WORD in self.lexicon.of(word) for word in words]
        return not self.grammar.is_town(place) and (only.kind is Kind.PLACE or not all(plain))


def _from_capital(text: str, cue: re.Match[str]) -> int:
    """Where the address after a word of dwelling begins: « domiciliée Au Village »."""
    own = _CAPITAL_AT.search(text, cue.start(), cue.end())
    return own.start() if own else cue.end()


def _manner(between: str, born: re.Match[str] | None) -> str:
    """How a list parts a name from a place."""
    marks = re.sub(r"[^\n\t,;:|(–-]+", " ", between)
    return f"{born is not None} {marks}"


def _of_service(text: str, person: Found, start: int, above: int) -> bool:
    """Whether the lines above a name, under which an address stands, are those of a service;
    what stands before `above`, another person's place, says nothing of this one."""
    if "\n" not in text[person.end : start]:
        return False
    line = text.rfind("\n", 0, person.start) + 1
    if _TITLE.match(text, line):
        return False
    paragraph = max(text.rfind("\n\n", 0, line), line - 120, above)
    return bool(ADMINISTRATION.search(text, paragraph, start))
