"""Addresses in parts: the fields of a form (« Voie : … Code postal : … »), the keys of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redactor.detect.found import Found
from redactor.detect.whose import is_of_service
from redactor.law.categories import Category

_LABELS = {
    "number": r"bis/ter|(?:n°|num[ée]ro)(?:[ _]?(?:de[ _])?(?:la[ _])?voie)?",
    "street": r"(?:(?:type|nom|libell[ée])[ _](?:de[ _])?(?:la[ _])?)?(?:voie|rue)|"
    r"adresse(?:[ _]?\d)?|street|extension|compl[ée]ment(?:[ _]d'adresse)?|lieu-?dit",
    "piece": r"b[âa]t(?:iment)?(?:/appt?)?|escalier|[ée]tage|app(?:artement|t)\.?|porte|hall|"
    r"r[ée]sidence|[ée]tage, esc\., appt",
    "code": r"code[ _]?postal|c\.?p\.?|postal[ _]?code|zip(?:[ _]?code)?",
    "town": r"localit[ée]|commune|ville|city",
}
_NAMES = "|".join(f"(?P<{kind}>{cues})" for kind, cues in _LABELS.items())
_ANY = "|".join(_LABELS.values())
# The labels of printed forms, which no colon closes: « N° de la voie 118   Type de voie  AVENUE ».
_PRINTED = (
    r"n°(?=[ ]\d{1,4}[ ]{2})|voie(?=[ ][a-z])|bis/ter(?=[ ]\w)|lieu-?dit(?=[ ][A-Z])|"
    r"cp(?=[ ]\d{5})|"
    r"(?:n°|type|nom)[ ]de[ ](?:la[ ])?voie(?=[ ])|extension[ ][^\n:]{0,12}?(?=[ ]{2})|"
    r"code[ ]postal(?=[ ]\d{5})|commune(?=[ ][A-Z]{2})"
)
# The value ends at the next label, at two spaces, at the line's end; in a record, at its quotes.
_FIELD = re.compile(
    rf"(?<![\w'-])(?:(?=(?P<printed>{_PRINTED})?)(?:{_NAMES}))"
    rf"(?(printed)(?:(?<=xtension)[^\n:]{{0,12}}?[ ]{{2}})?[ ]*|[ ]*:[ ]*)"
    rf"(?P<value>(?!n°[ ]et[ ])[^\s:](?:[^\n:\t]{{0,60}}?[^\s:])?)"
    rf"(?=[ ]{{2}}|[ ]*(?:\n|\t|$)|[ ]+(?:{_ANY})[ ]*:)",
    re.I,
)
# A printed web form: the label on a line, the value on the next.
_STACKED = re.compile(
    rf"^[ ]*(?:{_NAMES})[ *]*\n[ ]*(?P<value>(?!(?:{_ANY})[ *]*$)[^\n:]{{0,60}}[^\n: ])[ ]*$",
    re.I | re.M,
)
_KEY = re.compile(
    rf"[\"'](?:{_NAMES})[\"'][ ]?[:=]>?[ ]?[\"'](?P<value>[^\"'\n]{{1,80}})[\"']", re.I
)
# A record in a log: « {city=BREST, street=8 QUAI NEUF} »
_BARE = re.compile(
    rf"(?<![\w.-])(?:{_NAMES})="
    rf"(?P<value>[^\s=,;\"'{{}}][^=,;\n\"{{}}]{{0,60}})(?=[,;][ ]*\w+=|[}})\]\n]|$)",
    re.I,
)
_EQUAL = re.compile(r"\w=\w")
_CODE_LINE = re.compile(r"\n[ ]*\d{5}[ ]*\n")
_CODE = re.compile(r"\d(?:[ ]?\d){4}")
# « Date et lieu de naissance : … Commune : Épinal »
_BIRTH = re.compile(r"naissance|n[ée]{1,2}(?:\(e\))?[ ](?:le|à)", re.I)
# « Bâtiment C  Escalier 2  Étage 4 », the line above « Numéro : 17 »
_PIECES_ABOVE = re.compile(
    r"(?:^|\n)[ ]*(?P<pieces>(?:(?:b[âa]t(?:iment)?|esc(?:alier)?|[ée]tage|app(?:artement|t)?|"
    r"entr[ée]e|porte|hall|r[ée]sidence|immeuble|logement)\.?[ ]+:?[ ]*[\w'-]+[ ,;–-]*)"
    r"{1,5})\n[ ]*$",
    re.I,
)
#: Characters between two parts of one address.
_NEAR = 60


def address_parts(text: str) -> Iterator[Found]:
    """The parts of addresses whose street, or whose code and town, are said apart."""
    patterns = [_FIELD, _KEY, *([_BARE] if _EQUAL.search(text) else [])]
    if _CODE_LINE.search(text):
        patterns.append(_STACKED)
    for pattern in patterns:
        run: list[re.Match[str]] = []
        matches = list(pattern.finditer(text))
        for match, following in pairwise([*matches, None]):
            line = match and max(text.rfind("\n", 0, match.start()) + 1, match.start() - _NEAR)
            if match is None or line is None or _BIRTH.search(text, line, match.start()):
                continue
            run.append(match)
            if following is None or following.start() - match.end() > _NEAR:
                yield from _address(text, run)
                run = []


def _address(text: str, run: list[re.Match[str]]) -> Iterator[Found]:
    kinds = set(map(_kind, run))
    codes = [match["value"] for match in run if match["code"]]
    if len(kinds & {"street", "code", "town"}) < 2 or not all(map(_CODE.fullmatch, codes)):
        return
    if is_of_service(text[max(run[0].start() - 110, 0) : run[0].start()]):
        return
    start, end = _opening(text, run[0]), run[0].end("value")
    for match in run[1:]:
        between = text[end : match.start()]
        if between.strip() or "\n\n" in between or match.re in (_KEY, _BARE):
            yield _part(start, end)  # another field, or the marks of a record, stand between
            start = match.start("value")
        end = match.end("value")
    yield _part(start, end)


def _part(start: int, end: int) -> Found:
    return Found(
        start, end, Category.ADDRESS, "pattern:address-part", "adresse, par ses champs", 0.85
    )


def _opening(text: str, first: re.Match[str]) -> int:
    """Where an address begins: at « Numéro », or « Bâtiment », which say what they number, and
    at the line of such pieces above."""
    if not first["number"] and not first["piece"]:
        return first.start("value")
    above = _PIECES_ABOVE.search(text, max(first.start() - _NEAR, 0), first.start())
    return above.start("pieces") if above else first.start()


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in _LABELS if match[kind])
