"""The grammar of addresses: segments of a line, and runs of them.

A segment is a way (« 12 rue X », « Kerkstraat 17 »), a piece (« bât. C », « 3e ét. »), a place
(« hameau de X », « Les Frasses »), a code with its town, a country. The words stand in
`resources/rules/addresses.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import Enum, auto

from redactor.detect.lexicon import Known, Lexicon, fold_word
from redactor.detect.names import UPPER
from redactor.paths import resource

with (resource("rules") / "addresses.toml").open("rb") as _file:
    WORDS = {key: "|".join(words) for key, words in tomllib.load(_file).items()}

_NUMBER = r"(?:n[°º] ?)?\d{1,5}(?: ?(?:bis|ter|quater|[a-h]))?(?: ?[-/,] ?\d{1,4})?"
END = r"(?![\w'])"
_CODE = r"(?:[a-z]{1,2}-)?\d{4,5}|[013-9]\d \d{3}|\d{4}-\d{3}"
_COUNTRY = re.compile(rf"(?:{WORDS['countries']}){END}")
_IN_BRACKETS = rf"(?: ?\((?:{WORDS['countries']}|[a-z]{{2}}|\d{{2,5}}|2[ab]|[a-z' -]{{4,20}})\))?"
_CODE_TOWN = re.compile(rf"(?:{_CODE})[ -]+[a-z][a-z' /.-]*(?: ?\d{{1,2}})?{_IN_BRACKETS}")
_TOWN_CODE = re.compile(r"(?:a )?[a-z][a-z' -]+ (?:\(\d{2,5}\)|\d{5})")
_WAY = re.compile(
    rf"(?:{_NUMBER}[ ,]{{1,3}}(?:de (?:la |l')|du )?)?(?:{WORDS['ways']}){END}[ ]?[a-z0-9'].*|"
    rf"{_NUMBER}[ ,]{{1,3}}(?:{WORDS['places']}){END}.*|"
    rf"{_NUMBER}[ ,]{{1,2}}(?:grand(?:e[ -]|'|-)?rue(?:[ ].+)?|l[ea]s? [a-z].+)|"
    r"(?:\d{1,4} ?[a-z]? )?[a-z' -]*(?:straat|strasse|stra.e|str\.|weg|platz|laan|lei|"
    r"steenweg [a-z ]+|gasse)(?:(?<=\d)|[ ]\d{1,4}[a-z]?|(?<=[a-z]))|"
    r"\d{1,4}[a-z]? [a-z' -]+ (?:street|road|lane|drive|close|crescent|terrace|gardens|st|rd)\.?"
)
# « , à Plélan », « , sur la commune de Scaër (29390) »
_IN_TOWN = re.compile(
    rf"(?:à|en|(?:dans|sur)[ ]la[ ]commune[ ]d(?:e[ ]|'))[ ]?"
    rf"(?P<town>(?:L(?:a|e|es)[ ]|L['’])?[{UPPER}][\w'’-]+"
    rf"(?:[ ](?:(?:de|du|des|la|le|les|sur|en)[ ])*[{UPPER}][\w'’-]+){{0,3}})(?:[ ]?\(\d{{2,5}}\))?"
)
_HOUSE = re.compile(rf"{_NUMBER},[ ](?:{WORDS['ways']}|{WORDS['places']}){END}")
_PIECE = re.compile(rf"(?:{WORDS['pieces']})")
_PLACE = re.compile(rf"(?:(?:au|a la|l[ea]s?|en) )?(?:{WORDS['places']}){END}.*")
# « Le Globe », « Porh-Kerret »: a place by its capitals alone
_CAPITALS = re.compile(
    rf"(?:«[ ]?)?(?:(?:[Ll](?:a|e|es)|En|Au)[ ]|L['’])?[{UPPER}][\w'’.-]+"
    rf"(?:[ ](?:(?:de|du|des|la|le|les|sur|en|et|s/|sous|im|aux?|à)[ ]|l['’]|d['’]){{0,2}}"
    rf"[{UPPER}][\w'’.-]+){{0,4}}(?:[ ]\d{{1,2}}e?)?(?:[ ]?»)?"
)
# « 22 Kervaro », after a word of dwelling
_NUMBERED = re.compile(
    rf"{_NUMBER}[ ][{UPPER}][\w'’-]{{3,}}(?:[ ][{UPPER}][\w'’-]+){{0,3}}"
    rf"(?:[ ]à[ ][{UPPER}][\w'’-]+(?:[ ]\(\d{{5}}\))?)?"
)
_SMALL_TOWN = re.compile(r"\d{5}[ ](?P<name>[a-zà-ÿœ' -]+)")
_OPENS_TOWN = re.compile(r"(?:l[ae]s?|s(?:ain)?te?)[ ]\S+")
_BEFORE_CODE = re.compile(r",[ ]\d{4,5}[ ][^\W\d_]")
# « 307 (3e, couloir D) / 95100 »
_ASIDE = re.compile(r"[ ]\([^()\n\d]{0,3}\d[^()\n]{1,25}\)[ ,]*\n?[ >]*(?=\d{5}|\d{1,4}[ ])")
_LAST_SPACE = re.compile(r"[^\n,;:()]*(?=[ ])")
_LINKS = frozenset("la le les en au aux de du des sur et sous l'".split())
# A dot after a short word is an abbreviation's; a line that ends on « du », or
# that « du » follows, goes on.
BREAK = re.compile(
    r"[ ]*(?:,(?!\d{1,2}(?!\d))|[\t|;:()\"{}]|(?<=[ ])/(?=[ ])|[ ]{3}(?=[ ]*[^ \n])|"
    r"[ ](?:puis|depuis|qui|mais|car|avec)(?=[ ])|"
    r"(?<! de)(?<! du)(?<! des)(?<! la)(?<! les)\n(?![ ]{0,40}(?:de|du|des)[ ])|[ ][–—-]+(?=[ ])|"
    r"(?:(?<=[^\W\d_]{5})(?<!résid)(?<!Résid)(?<!appart)|(?<=\d))\.(?=[ ]+[^\W\d_]|\n|$)|$)"
    r"[ ]*(?:\n[ \t>|]*)?[ \t>]*"
)
_CLOSED = re.compile(_IN_BRACKETS[: -len("?")], re.I)
_TURN = re.compile(r"\s*\n\s*")
# « 97440 Saint-André mais chez moi »: a town ends with its last capital.
_TOWN_ENDS = re.compile(
    rf"\S+[ -]+(?:(?:l[ae]s?|de|du)[ ]|l')?[{UPPER}\d]\S*"
    rf"(?:[ -]{{1,2}}(?:(?:l[ae]s?|d[eu]s?|sur|sous|en|lès|à|aux?|et|st)[ -]|[ls]['/] ?){{0,2}}"
    rf"[{UPPER}\d(/]\S*)*"
)
_INNER_CODE = re.compile(r"[ ]+(?=(?:[A-Z]{1,2}-)?\d{5}[ ]+[^\W\d_]{2})")
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


class Grammar:
    """Reads segments, and runs of them, in a text and its `folded` view."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def run(self, text: str, folded: str, start: int, *, cued: bool) -> list[Segment]:
        """The segments from `start` on, as long as they are an address's."""
        run: list[Segment] = []
        position = start
        while len(run) < _MOST_SEGMENTS:
            segment = self.segment(text, folded, position, cued=cued)
            if segment is None or (run and not self._goes_on(text, run, segment)):
                break
            run.append(segment)
            if (
                segment.mark in (*";:).", _WIDE)
                or segment.mark.isalpha()
                or (segment.mark == "(" and not _ASIDE.match(text, segment.end))
            ):
                break
            after = BREAK.match(text, segment.end)
            gap = _INNER_CODE.match(text, segment.end)
            position = gap.end() if gap else after.end() if after else segment.end
            if aside := _ASIDE.match(text, segment.end):
                position = aside.end()  # « ch. 307 (3e, couloir D) »
            while text.startswith(" ", position):
                position += 1
        return run

    def end(self, text: str, last: Segment) -> int:
        """Without what a line in small letters says after the town: « 29200 brest depuis mai »."""
        if last.kind is Kind.TOWN and (cut := _TOWN_ENDS.match(text, last.start, last.end)):
            return cut.end() - text[: cut.end()].endswith(".")
        town = _SMALL_TOWN.fullmatch(text, last.start, last.end)
        if town is None or last.kind is not Kind.TOWN:
            return last.end - text[: last.end].endswith(".")
        ends = [word.end() for word in re.finditer(r"\S+", town["name"])]
        known = (end for end in reversed(ends) if self.is_town(town["name"][:end]))
        opens = _OPENS_TOWN.match(town["name"])
        return town.start("name") + next(known, opens.end() if opens else ends[0])

    def segment(self, text: str, folded: str, start: int, *, cued: bool) -> Segment | None:
        stop = BREAK.search(text, start, start + 70)
        if not stop and _SMALL_TOWN.match(text, start):
            stop = _LAST_SPACE.match(text, start, start + 70)
        if stop and stop.group().strip() == "," and _HOUSE.match(folded, start):
            stop = BREAK.search(text, stop.end(), start + 70)  # « 62, Grande-Rue »
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
            after = BREAK.match(text, end)
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
        if _PIECE.fullmatch(piece):
            return Kind.PIECE
        if _TOWN_CODE.fullmatch(piece):
            return Kind.TOWN
        if town := _IN_TOWN.fullmatch(shown):
            return Kind.TOWN if self._may_be_town(town["town"]) else None
        if _COUNTRY.fullmatch(piece):
            return Kind.COUNTRY
        if _WAY.fullmatch(piece):
            return Kind.WAY
        if _PLACE.fullmatch(piece):
            return Kind.PLACE
        if cued and _NUMBERED.fullmatch(text, start, end):
            return Kind.WAY
        if (cued or text[start].isupper()) and self.is_town(piece):
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

    def _may_be_town(self, name: str) -> bool:
        """« Plélan », or a word of no list; but not « Maud »."""
        known = self.lexicon.of(name)
        return self.is_town(name) or not known & (Known.NAME | Known.STOP | Known.WORD)

    def is_town(self, name: str) -> bool:
        bare = re.sub(r" ?\([^)]*\)$| \d{1,2}e$", "", fold_word(name)).strip(" .«»")
        bare = re.sub(r"^st[ -]", "saint-", bare)
        article, _, rest = bare.partition(" ") if bare[:2] in ("le", "la") else ("", "", bare)
        joined = f"{article} {rest.replace(' ', '-')}".strip()
        return bool({bare, joined, bare.replace(" ", "-")} & self.lexicon.places)


def folded(text: str) -> str:
    """Small letters without accents, each in its place."""
    return text.translate(_FOLDS)


_FOLDS = {n: fold_word(chr(n))[:1] or chr(n) for n in range(0x41, 0x250) if chr(n).isalpha()}
