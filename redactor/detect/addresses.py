"""Postal addresses of people, whole: from the number to the town, over several lines.

The address of a service (BP, CS, Cedex, a town hall above it) is public and is not proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.address_forms import (
    CODE_LAST,
    CUED_CODE_LAST,
    CUED_STREET,
    FULL,
    HAMLET,
    HAMLET_OF,
    HOUSED,
    INLINE_HAMLET,
    LINE_HAMLET,
    OWN_LINE,
    STREET_ONLY,
    TOWN_ONLY,
    TYPED,
)
from redactor.detect.found import Found
from redactor.detect.lexicon import Lexicon, fold_word
from redactor.detect.names import UPPER
from redactor.detect.whose import ADMINISTRATION, FIRM_ABOVE, whose
from redactor.law.categories import Category

Span = tuple[int, int]

# Lines above a street that belong to the address: a box, a building, a floor.
_LINES_ABOVE = re.compile(
    r"(?:(?:BP|CS|TSA|B\.P\.|(?i:app?t|appartement)\.?|(?i:b[âa]t)(?:iment)?\.?|[Rr]ésidence|RÉSIDENCE|"
    r"RESIDENCE|[Ii]mmeuble|[Ee]sc(?:alier)?\.?|[Ll]ieu-dit|[Ll]ogement|[Ll]ot\.?|[Ll]otissement)"
    r"[ ][^\n\t]{1,40}\n[ ]*){1,3}$"
)
# « La Valette, 14 chemin des Douaniers »: a hamlet that opens the line of a street
_HAMLET_BEFORE = re.compile(
    rf"(?:^|\n)[ ]*(?P<hamlet>(?:L[ae]s?[ ]|L'|Ker|Ty[ ]|Mas[ ]|Coat)[{UPPER}a-zà-ÿœ]"
    rf"[\w'’ -]{{2,30}}),[ ]$"
)
_CEDEX = re.compile(r"[ ]+CEDEX(?:[ ]\d{1,2})?(?!\w)", re.I)
_ROAD = re.compile(r"(?<!\w)(?:RD|RN|D|N|A|PR|CD|VC)[ ]?$|\+$")
_ARTICLE_NUMBER = re.compile(r"\d{3}|\d{1,3}[-.]\d")
#: Kinds of ways that a street in small letters may be of: « place de stationnement » is none.
_NAMED_IN_SMALL = frozenset("rue avenue allée allées impasse chemin boulevard route".split())
#: Kinds of ways where hardly anyone lives: as often a thing's word.
_NO_HOMES = frozenset("porte cours cour parc zone pont val ru galerie jardin jardins".split())
_TOWN_FORM = re.compile(
    r"-(?:sur|sous|le|la|les|lès|en|de|du|des|au|aux|l[èe]s)-|[ ]à[ ]|Saint-|(?<!\w)Ste?-"
)

# What every address with a code holds, sought first: most of a text is far from any.
_CODE_THEN_TOWN = re.compile(
    rf"\d\d[ ]?\d{{3}}[ \t|]{{1,4}}(?:(?i:ville|commune|localité)|[{UPPER}])"
)
_CODE_IN_BRACKETS = re.compile(r"\((?:\d[\dAB]|\d{3}|\d\d[ ]?\d{3})\)")
#: Characters before and after a code that an address reaches.
_BEFORE_CODE, _AFTER_CODE = 400, 160

_TOWN_CUE = re.compile(
    r"(?:demeurant|domicili\w+|résidant|habitant|code postal|"
    r"adresse(?! d(?:u|es) (?:terrain|projet|chantier|bien|site|local|travaux))|cp)[^\n]{0,40}$",
    re.I,
)


def addresses(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Addresses of people, or that may be: those that say most first, and nothing twice."""
    taken: list[tuple[int, int]] = []
    coded = _windows(text, _CODE_THEN_TOWN)
    bracketed = _windows(text, _CODE_IN_BRACKETS)
    yield from _whole(text, lexicon, coded, taken)
    yield from _code_last(text, bracketed, taken)
    yield from _places(text, lexicon, coded, bracketed, taken)
    yield from _streets(text, lexicon, taken)
    yield from _towns(text, lexicon, coded, taken)


def _is_taken(start: int, end: int, taken: list[Span]) -> bool:
    return any(low < end and start < high for low, high in taken)


def _whole(text: str, lexicon: Lexicon, coded: list[Span], taken: list[Span]) -> Iterator[Found]:
    """Number, way, code and town, with the house or the lines above that belong to them."""
    for match in _within(text, FULL, coded):
        start = match.start()
        if above := _LINES_ABOVE.search(text, max(start - 130, 0), start):
            start = above.start()
        elif (
            hamlet := _HAMLET_BEFORE.search(text, max(start - 45, 0), start)
        ) and not ADMINISTRATION.search(hamlet["hamlet"]):
            start = hamlet.start("hamlet")
        end = match.end("cedex") if match["cedex"] else _town_end(match, lexicon)
        street = match.end("number") - len(match["number"].rpartition(",")[2].lstrip())
        housed = HOUSED.search(text, max(start - 100, 0), street)
        if housed:
            start = housed.start("house")
        cedex = bool(match["cedex"])
        if more := _CEDEX.match(text, end):  # « SAINT-AVÉ CEDEX »: read as the town's last word
            end, cedex = more.end(), True
        verdict = "person" if housed else whose(text, start, text[start:end])
        turn = text.find("\n", start, end)
        if turn > 0 and (below := _below(text, start, turn)):
            taken += [(start, turn), below]
            if verdict != "service":
                yield _address(start, turn, "numéro et voie, dans une colonne", 0.85)
                yield _address(*below, "code postal et commune, sous une voie", 0.85)
            continue
        taken.append((start, end))
        if verdict == "service" or (cedex and verdict != "person"):
            continue
        yield _address(start, end, "numéro, voie, code postal et commune", 0.96 if verdict else 0.9)


def _code_last(text: str, bracketed: list[Span], taken: list[Span]) -> Iterator[Found]:
    """« 9 allée des Tilleuls à LAXOU (54520) »"""
    for match in _within(text, CODE_LAST, bracketed):
        taken.append(match.span())
        verdict = whose(text, match.start(), match.group())
        if verdict != "service":
            confidence = 0.95 if verdict else 0.85
            yield _address(*match.span(), "numéro, voie, commune et code postal", confidence)


def _places(
    text: str,
    lexicon: Lexicon,
    coded: list[Span],
    bracketed: list[Span],
    taken: list[Span],
) -> Iterator[Found]:
    """Hamlets, residences, ways without a number: by their words, or a word of dwelling."""
    anywhere = [(0, len(text))]
    for pattern, windows in (
        (CUED_CODE_LAST, bracketed),
        (HAMLET, coded),
        (LINE_HAMLET, coded),
        (OWN_LINE, coded),
        (INLINE_HAMLET, coded),
        (CUED_STREET, anywhere),
        (HAMLET_OF, anywhere if ", commune d" in text else []),
        (TYPED, coded),
    ):
        for match in _within(text, pattern, windows):
            start, end = match.span("address")
            if above := _LINES_ABOVE.search(text, max(start - 130, 0), start):
                start = above.start()
            if "town" in match.re.groupindex and pattern is not CUED_CODE_LAST:
                end = _town_end(match, lexicon)
            if _is_taken(start, end, taken) or ("cedex" in match.re.groupindex and match["cedex"]):
                continue
            taken.append((start, end))
            if (
                pattern in (LINE_HAMLET, OWN_LINE, INLINE_HAMLET, TYPED)
                and whose(text, start, match.group()) == "service"
            ) or (pattern is HAMLET and FIRM_ABOVE.search(text[max(start - 110, 0) : start])):
                continue
            yield _address(start, end, "lieu et commune", 0.92 if pattern is HAMLET else 0.85)


def _streets(text: str, lexicon: Lexicon, taken: list[Span]) -> Iterator[Found]:
    """A number and a way, with the town after it or below it."""
    for match in STREET_ONLY.finditer(text):
        start, end = match.span()
        if _is_taken(start, end, taken) or _is_no_street(text, match):
            continue
        end = match.end("street")
        within = match["in"]
        if within:
            word = fold_word(re.sub(r"^[ ,–-]*(?:(?:à|au|aux) )?", "", within))
            # « 8 chemin des Mûriers, Sorgues-le-Vieux »
            if word in lexicon.places or _TOWN_FORM.search(within):
                end = match.end("in")
        verdict = whose(text, start, match.group())
        if verdict == "service":
            continue
        end = _trimmed(text, start, end)
        yield _address(start, end, "numéro et voie", 0.9 if verdict else 0.75)
        taken.append((start, end))
        if below := _below(text, start, end):
            yield _address(*below, "code postal et commune, sous une voie", 0.85)
            taken.append(below)


def _is_no_street(text: str, match: re.Match[str]) -> bool:
    """« décret n° 2015-1342 R. 112-9 », « RD 940, carrefour de la Croix », « 2 cours d'eau »"""
    kind = match["type"].lower()
    small = not any(map(str.isupper, match["street"]))
    return (
        kind in _NO_HOMES
        or (small and kind not in _NAMED_IN_SMALL)
        or _ARTICLE_NUMBER.match(match["street"]) is not None
        or _ROAD.search(text, max(match.start() - 8, 0), match.start()) is not None
    )


def _towns(text: str, lexicon: Lexicon, coded: list[Span], taken: list[Span]) -> Iterator[Found]:
    """A code and a known town alone, after a word of address."""
    for match in _within(text, TOWN_ONLY, coded):
        start, end = match.start(), _town_end(match, lexicon)
        if _is_taken(start, end, taken) or match["cedex"]:
            continue
        before = text[max(start - 60, 0) : start]
        cued = _TOWN_CUE.search(before) and not ADMINISTRATION.search(before)
        if cued and fold_word(match["town"]) in lexicon.places:
            yield _address(start, end, "code postal et commune, après un mot d’adresse", 0.75)


def _windows(text: str, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    """The stretches of a text, apart from one another, that may hold an address with its code."""
    windows: list[tuple[int, int]] = []
    for match in sign.finditer(text):
        low, high = max(match.start() - _BEFORE_CODE, 0), match.end() + _AFTER_CODE
        if windows and low <= windows[-1][1]:
            low = windows.pop()[0]
        windows.append((low, high))
    return windows


def _within(
    text: str, pattern: re.Pattern[str], windows: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    for low, high in windows:
        yield from pattern.finditer(text, low, high)


def _below(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The code and town under a street, in the same column of a page."""
    line = text.rfind("\n", 0, start) + 1
    below = text.find("\n", end) + 1
    column = below + start - line
    if not below or text[column - 2 : column].strip() or not text[line:start].strip():
        return None
    match = TOWN_ONLY.match(text, column)
    return (match.start(), match.end("town")) if match and not match["cedex"] else None


def _town_end(match: re.Match[str], lexicon: Lexicon) -> int:
    """Where the town ends: at the longest known commune, else at the words in its case."""
    town = match["town"]
    start = match.start("town")
    ends = [m.end() for m in re.finditer(r"[^ /]+", town)]
    for end in reversed(ends):
        name = fold_word(town[:end].replace("’", "'"))
        if (
            name in lexicon.places
            or name.replace(" ", "-") in lexicon.places
            or re.sub(r"\bst(e?)\b", r"saint\1", name).replace(" ", "-") in lexicon.places
        ):
            if _GOES_ON.match(
                town, end
            ):  # « La Plaine des Cafres », where « La Plaine » is one too
                break
            if town.isupper() and _ENDS.match(match.string, match.end("town")):
                break  # « 18999 VIERZON LE BOURG »: the whole line
            return start + end
    closed = re.match(r"\s*(?:[,;.)\n]|$)", match.string[match.end("town") :])
    whole = len(ends) == 1 or town.isupper() or closed
    return start + (len(town.rstrip()) if whole else ends[0])


_ENDS = re.compile(r"[ ]*(?:\n|$)")
_GOES_ON = re.compile(rf"[ -](?:d(?:e|u|es)|sur|en|sous|lès)[ -](?:l[ae]s?[ -])?[{UPPER}]")


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without the dot that closes the sentence."""
    return end - 1 if text[start:end].endswith(".") else end


def _address(start: int, end: int, why: str, confidence: float) -> Found:
    return Found(start, end, Category.ADDRESS, "pattern:address", why, confidence)
