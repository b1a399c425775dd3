"""Addresses by a small grammar: what follows a name, or a word of dwelling, segment by segment.

A segment is a way (« 12 rue X », « Kerkstraat 17 »), a piece (« bât. C », « 3e ét. »), a place
(« hameau de X », « Les Frasses »), a code with its town, a country. An address is a run of them
that a code, a way or a country vouches for. The words stand in `resources/rules/addresses.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from redactor.detect.births import BIRTH
from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon, fold_word
from redactor.detect.names import UPPER
from redactor.detect.whose import ADMINISTRATION, whose
from redactor.law.categories import Category
from redactor.paths import resource

with (resource("rules") / "addresses.toml").open("rb") as _file:
    _WORDS = {key: "|".join(words) for key, words in tomllib.load(_file).items()}

_NUMBER = r"(?:n[°º] ?)?\d{1,5}(?: ?(?:bis|ter|quater|[a-h]))?(?: ?[-/,] ?\d{1,4})?"
_END = r"(?![\w'])"
_CODE = r"(?:[a-z]{1,2}-)?\d{4,5}|[013-9]\d \d{3}|\d{4}-\d{3}"
_COUNTRY = re.compile(rf"(?:{_WORDS['countries']}){_END}")
_IN_BRACKETS = rf"(?: ?\((?:{_WORDS['countries']}|[a-z]{{2}}|\d{{2,5}}|2[ab]|[a-z' -]{{4,20}})\))?"
_CODE_TOWN = re.compile(rf"(?:{_CODE})[ -]+[a-z][a-z' /.-]*(?: ?\d{{1,2}})?{_IN_BRACKETS}")
_TOWN_CODE = re.compile(r"(?:a )?[a-z][a-z' -]+ (?:\(\d{2,5}\)|\d{5})")
_WAY = re.compile(
    rf"(?:{_NUMBER}[ ,]{{1,3}})?(?:{_WORDS['ways']}){_END}[ ]?[a-z0-9'].*|"
    rf"{_NUMBER}[ ,]{{1,3}}(?:{_WORDS['places']}){_END}.*|"
    rf"{_NUMBER}[ ,]{{1,2}}(?:grand(?:e[ -]|'|-)?rue(?:[ ].+)?|l[ea]s? [a-z].+)|"
    r"(?:\d{1,4} ?[a-z]? )?[a-z' -]*(?:straat|strasse|stra.e|str\.|weg|platz|laan|lei|"
    r"steenweg [a-z ]+|gasse)(?:(?<=\d)|[ ]\d{1,4}[a-z]?|(?<=[a-z]))"
)
_PIECE = re.compile(rf"(?:{_WORDS['pieces']})")
_PLACE = re.compile(rf"(?:(?:au|a la|l[ea]s?|en) )?(?:{_WORDS['places']}){_END}.*")
# « Le Globe », « Porh-Kerret »: a place by its capitals alone
_CAPITALS = re.compile(
    rf"(?:«[ ]?)?(?:(?:[Ll](?:a|e|es)|En|Au)[ ]|L['’])?[{UPPER}][\w'’.-]+"
    rf"(?:[ ](?:(?:de|du|des|la|le|les|sur|en|et|s/|sous|im)[ ]|l['’]|d['’]){{0,2}}"
    rf"[{UPPER}][\w'’.-]+){{0,4}}(?:[ ]\d{{1,2}}e?)?(?:[ ]?»)?"
)
# « 22 Kervaro », after a word of dwelling
_NUMBERED = re.compile(
    rf"{_NUMBER}[ ][{UPPER}][\w'’-]{{3,}}(?:[ ][{UPPER}][\w'’-]+){{0,3}}"
    rf"(?:[ ]à[ ][{UPPER}][\w'’-]+(?:[ ]\(\d{{5}}\))?)?"
)
_TITLE = re.compile(r"[ \t]*(?i:m\.?|mr\.?|mme|mlle|monsieur|madame)(?:[ ]|$)")
_SMALL_TOWN = re.compile(r"\d{5}[ ](?P<name>[a-zà-ÿ' -]+)")
_OPENS_TOWN = re.compile(r"(?:l[ae]s?|s(?:ain)?te?)[ ]\S+")
_BEFORE_CODE = re.compile(r",[ ]\d{4,5}[ ][^\W\d_]")
# « 307 (3e, couloir D) / 95100 »
_SAID = re.compile(r"dem|dom|deten|incarc|ecrou|resid|heberg|loge")
_ASIDE = re.compile(r"[ ]\([^()\n\d]{0,3}\d[^()\n]{1,25}\)[ ,]*\n?[ >]*(?=\d{5}|\d{1,4}[ ])")
_CELL = re.compile(r"[^\t\n]{3,60}")
_CODE_UNDER = re.compile(r"[ ]?\n[ ]*\(\d{2,5}\)")
_LAST_SPACE = re.compile(r"[^\n,;:()]*(?=[ ])")
# « à Espelette (Xokoa, chemin d'Olha, 64250 ESPELETTE) »: an address in brackets
_BRACKET = re.compile(r"\((?=[^()\n]{8,90}[ ]\d{4,5} [^()\d\n]{2,30}\))")
_LINKS = frozenset("la le les en au aux de du des sur et sous l'".split())
_CUE = re.compile(
    rf"(?<![\w'-])(?:{_WORDS['cues']}){_END}[ ]?(?:[:,=][ \n\t]*[\"«]?[ ]?|[ ]*\"|[ ]+|\n[ \t>]*)"
    r"(?:(?:a|au|aux|actuellement|ensemble|chez ses parents,|:|dans)[ ]+){0,2}"
)
# A dot after a short word is an abbreviation's; a line that ends on « du », or
# that « du » follows, goes on.
_BREAK = re.compile(
    r"[ ]*(?:,(?!\d{1,2}(?!\d))|[\t|;:()\"{}]|[ ]{3}(?=[ ]*[^ \n])|[ ]puis(?=[ ])|"
    r"(?<! de)(?<! du)(?<! des)(?<! la)(?<! les)\n(?![ ]{0,40}(?:de|du|des)[ ])|[ ][–—-]+(?=[ ])|"
    r"(?:(?<=[^\W\d_]{5})(?<!résid)(?<!Résid)(?<!appart)|(?<=\d))\.(?=[ ]+[^\W\d_]|\n|$)|$)"
    r"[ ]*(?:\n[ \t>|]*)?[ \t>]*"
)
_CLOSED = re.compile(_IN_BRACKETS[: -len("?")], re.I)
# A column of a page, whose next line is not the next of the address.
_IN_COLUMN = re.compile(r"\S(?:[ ]{3,}|\t).*$")
_ARTICLE = re.compile(r"L[ae]s?[ ]|L['’]")
_TURN = re.compile(r"\s*\n\s*")
# « 97440 Saint-André mais chez moi »: a town ends with its last capital.
_TOWN_ENDS = re.compile(
    rf"\S+[ -]+(?:(?:l[ae]s?|de|du)[ ]|l')?[{UPPER}\d]\S*"
    rf"(?:[ -]{{1,2}}(?:(?:l[ae]s?|d[eu]s?|sur|sous|en|lès|à|aux?|et|st)[ -]|[ls]['/] ?){{0,2}}"
    rf"[{UPPER}\d(/]\S*)*"
)
_INNER_CODE = re.compile(r"[ ]+(?=(?:[A-Z]{1,2}-)?\d{5}[ ]+[^\W\d_]{2})")
# Between a name and what is said of where one lives: a birth, what one is.
# « hôtel Balladins, ch. 209 », « camping de l'Aunis, emplacement 9 »: who has a room lives there
_ROOM = re.compile(
    r"(?<![\w'-])(?:(?:appart-?|appart')?hotel|foyer|residence|ehpad|camping|chrs|chu|cada|huda|imm(?:\.|euble)|"
    r"fjt|aire d'accueil|cite|maison de retraite) (?=[^\n;:()\t]{2,45}?,?[ \n][ >]*"
    r"(?:ch\.?|chb\.?|chambre|boite|emplacement|empl\.?|mobil-?home|porte|app[at]?\w*\.?|apt\.?|logement|case|lit|"
    r"studio|villa) ?(?:n[°º] ?)?\d)"
)
_BORN = re.compile(
    rf"[ ,;:|(–\t-]*(?:n[ée]{{1,2}}(?:\(e\))?|n\.|nat\.)?[ ]*(?:le[ ]+)?(?:{BIRTH})[)]?"
    r"(?:[ ]+[àa][ ][^,;\n|–]{2,40})?",
    re.I,
)
_CAPITAL_AT = re.compile(r"(?<=[^\w])(?:Aux?|À|A)[ ]+$")
_SLOT = re.compile(
    r"[ ]*\)?[ ]*(?:[,;|–(\t:→]|[ ](?=\d{1,4}(?:[ ]?(?:bis|ter|[A-C]))?,?[ ]\w+[ ][\w'’-])|"
    r"[ ]-[ ]|\n(?:\n(?=\t|[ ]{4}))?|[ ]{2})[ \t(>|–-]*(?:à[ ])?"
)
_PHONE = re.compile(r",[ ](?i:t[ée]l|port|e-?mail)")
#: What parts the columns of a page.
_WIDE = "   "
_MOST_SEGMENTS = 8


class Kind(Enum):
    """What a segment of an address is."""

    WAY = auto()
    PIECE = auto()
    PLACE = auto()
    NAMED = auto()
    """A place by its capitals alone."""
    TOWN = auto()
    COUNTRY = auto()


@dataclass(frozen=True, slots=True)
class Segment:
    start: int
    end: int
    kind: Kind
    mark: str
    """What parts it from the next."""


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


class Homes:
    """Reads addresses after names and words of dwelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        functions = rf"(?:{_WORDS['functions']}){_END}"
        self._functions = re.compile(functions)

    def find(
        self, text: str, people: Sequence[Found], streets: Iterable[Found] = ()
    ) -> Iterator[Found]:
        """The addresses of people whom a name, or a word before them, shows to live there;
        what goes on after `streets`."""
        folded = _folded(text)
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
            start: self._run(text, folded, start, cued=False)
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
                end = cell.end() if cell else self._end(text, run[-1])
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
            segment = self._segment(text, folded, slot.end(), cued=False)
            if segment or slot.group().strip() == "":
                return slot.end() if segment else None
            stop = _BREAK.search(text, slot.end())
            said = folded[slot.end() : stop.start() if stop else len(folded)]
            if not stop or len(said) > 30 or self._functions.search(said) or "\n" in said:
                return None
            if re.search(r"\d", said) and not re.fullmatch(r"\(?\d{1,3} ans\)?", said):
                return None
            end = stop.start()
        return None

    def _address(self, text: str, folded: str, start: _Start) -> Found | None:
        run = self._run(text, folded, start.at, cued=start.cued)
        run = self._whole(text, run, cued=start.cued, dated=start.dated)
        if not run:
            return None
        low, high = run[0].start, self._end(text, run[-1])
        if below := _CODE_UNDER.match(text, high):
            high = below.end()
        if (ADMINISTRATION.match(text, low) and not start.said) or "\n\n" in text[low:high]:
            return None
        if whose(text, low, text[low:high]) == "service":
            return None
        why = "adresse après un mot d’adresse" if start.cued else "adresse après un nom"
        return Found(low, high, Category.ADDRESS, "pattern:home", why, 0.8)

    def _run(self, text: str, folded: str, start: int, *, cued: bool) -> list[Segment]:
        """The segments from `start` on, as long as they are an address's."""
        run: list[Segment] = []
        position = start
        while len(run) < _MOST_SEGMENTS:
            segment = self._segment(text, folded, position, cued=cued)
            if segment is None or (run and not self._goes_on(text, run, segment)):
                break
            run.append(segment)
            if segment.mark in (*";:).", _WIDE) or (
                segment.mark == "(" and not _ASIDE.match(text, segment.end)
            ):
                break
            after = _BREAK.match(text, segment.end)
            gap = _INNER_CODE.match(text, segment.end)
            position = gap.end() if gap else after.end() if after else segment.end
            if aside := _ASIDE.match(text, segment.end):
                position = aside.end()  # « ch. 307 (3e, couloir D) »
            position += len(text[position : position + 40]) - len(
                text[position : position + 40].lstrip(" ")
            )
        return run

    def _end(self, text: str, last: Segment) -> int:
        """Without what a line in small letters says after the town: « 29200 brest depuis mai »."""
        if last.kind is Kind.TOWN and (cut := _TOWN_ENDS.match(text, last.start, last.end)):
            return cut.end() - text[: cut.end()].endswith(".")
        town = _SMALL_TOWN.fullmatch(text, last.start, last.end)
        if town is None or last.kind is not Kind.TOWN:
            return last.end - text[: last.end].endswith(".")
        ends = [word.end() for word in re.finditer(r"\S+", town["name"])]
        known = (end for end in reversed(ends) if self._is_town(town["name"][:end]))
        opens = _OPENS_TOWN.match(town["name"])
        return town.start("name") + next(known, opens.end() if opens else ends[0])

    def _segment(self, text: str, folded: str, start: int, *, cued: bool) -> Segment | None:
        stop = _BREAK.search(text, start, start + 70)
        if not stop and _SMALL_TOWN.match(text, start):
            stop = _LAST_SPACE.match(text, start, start + 70)
        if not stop or stop.start() == start:
            return None
        end, mark = stop.start(), stop.group().strip(" \t>|")[:1] or " "
        if stop.group().startswith("   ") and mark == " ":
            mark = _WIDE
        if inner := _INNER_CODE.search(text, start + 1, end):
            end, mark = inner.start(), " "
        elif mark == "(" and (closed := _CLOSED.match(folded, end)):
            # « ALGER (Algérie) », « Plouha (22580) »
            end = closed.end()
            after = _BREAK.match(text, end)
            mark = after.group().strip(" \t>|")[:1] if after else " "
        kind = self._kind(text, folded, start, end, cued=cued)
        return Segment(start, end, kind, mark) if kind else None

    def _kind(self, text: str, folded: str, start: int, end: int, *, cued: bool) -> Kind | None:
        piece = folded[start:end].rstrip(". ")
        shown = text[start:end].rstrip(" .")
        if "\n" in piece:
            piece, shown = _TURN.sub(" ", piece), _TURN.sub(" ", shown)
        if "cedex" in piece or not piece:
            return None
        if (cued and re.fullmatch(r"\d{5}", piece)) or _CODE_TOWN.fullmatch(piece):
            return Kind.TOWN
        if _TOWN_CODE.fullmatch(piece):
            return Kind.TOWN
        if _COUNTRY.fullmatch(piece):
            return Kind.COUNTRY
        if _PIECE.fullmatch(piece):
            return Kind.PIECE
        if _WAY.fullmatch(piece):
            return Kind.WAY
        if _PLACE.fullmatch(piece):
            return Kind.PLACE
        if cued and _NUMBERED.fullmatch(text, start, end):
            return Kind.WAY
        if (cued or text[start].isupper()) and self._is_town(piece):
            return Kind.NAMED
        if closed := _CLOSED.search(piece):
            shown = shown[: closed.start()]
        if _CAPITALS.fullmatch(shown):
            words = [w for w in re.findall(r"[^\W\d_][\w'’-]+", shown) if w.lower() not in _LINKS]
            known = [self.lexicon.of(word) for word in words]
            named = not cued and any(Known.FIRST in k for k in known)
            if _BEFORE_CODE.match(text, end) or not (named or any(Known.STOP in k for k in known)):
                return Kind.NAMED
        return None

    @staticmethod
    def _goes_on(text: str, run: list[Segment], segment: Segment) -> bool:
        """Whether a segment goes on with the address: below a line, a name of a place does not."""
        last = run[-1]
        if last.kind is Kind.COUNTRY or (
            last.kind is Kind.TOWN
            and segment.kind not in (Kind.COUNTRY, Kind.WAY, Kind.PIECE)
            # « demeurant à PLOUHA (22580), lieudit Kerblez »
            and (segment.kind is not Kind.PLACE or len(run) > 1)
        ):
            return False
        lines = "\n" in text[last.end : segment.start]
        bare = text[segment.start : segment.end]
        if segment.kind is Kind.PIECE and re.fullmatch(r"\d{1,4}[ ]?(?:bis|ter)?", bare):
            return last.kind is Kind.WAY and not lines  # « bd de la Libération, 112 »
        return not lines or last.kind is not Kind.TOWN or segment.kind is Kind.COUNTRY

    def _whole(self, text: str, run: list[Segment], *, cued: bool, dated: bool) -> list[Segment]:
        """The run up to its last sure segment; none without one."""

        def sure(item: Segment) -> bool:
            if item.kind is not Kind.NAMED or self._is_town(text[item.start : item.end]):
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
        if not any(map(str.isupper, place)):
            return False  # « il habite la maison mitoyenne »
        words = re.findall(r"[^\W\d_][\w'’-]+", place)
        plain = [Known.WORD in self.lexicon.of(word) for word in words]
        return not self._is_town(place) and (only.kind is Kind.PLACE or not all(plain))

    def _is_town(self, name: str) -> bool:
        bare = re.sub(r" ?\([^)]*\)$| \d{1,2}e$", "", fold_word(name)).strip(" .«»")
        bare = re.sub(r"^st[ -]", "saint-", bare)
        article, _, rest = bare.partition(" ") if bare[:2] in ("le", "la") else ("", "", bare)
        joined = f"{article} {rest.replace(' ', '-')}".strip()
        return bool({bare, joined, bare.replace(" ", "-")} & self.lexicon.places)


def _from_capital(text: str, cue: re.Match[str]) -> int:
    """Where the address after a word of dwelling begins: « domiciliée Au Village »."""
    own = _CAPITAL_AT.search(text, cue.start(), cue.end())
    return own.start() if own else cue.end()


def _manner(between: str, born: re.Match[str] | None) -> str:
    """How a list parts a name from a place."""
    marks = re.sub(r"[^\n\t,;:|(–-]+", " ", between)
    return f"{born is not None} {marks}"


def _folded(text: str) -> str:
    """Small letters without accents, each in its place."""
    return text.translate(_FOLDS)


_FOLDS = {n: fold_word(chr(n))[:1] or chr(n) for n in range(0x41, 0x250) if chr(n).isalpha()}


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
