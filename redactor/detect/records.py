"""Facts known by the words around them: births, ages, identifiers by label."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from redactor.detect.found import Found
from redactor.detect.names import LETTER, UPPER
from redactor.detect.rules import spaces
from redactor.law.categories import Category, Role
from redactor.paths import resource

_MONTHS = (
    "janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|"
    "décembre|decembre|janv\\.?|févr?\\.?|avr\\.?|juil\\.?|sept\\.?|oct\\.?|nov\\.?|déc\\.?"
)
DATE = (
    rf"(?:[\dO]{{1,2}}[ ]?[/.\-][ ]?[\dO]{{1,2}}[ ]?[/.\-][ ]?(?:\d{{4}}|\d{{2}})"
    rf"(?!\d)|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"(?:\d{{1,2}}|1er|premier)\s+(?:{_MONTHS})\s+\d{{4}}|\d{{2}}[ ]\d{{2}}[ ]\d{{4}}(?!\d))"
)
_BORN = re.compile(
    rf"(?:(?<!\w)n[ée]{{1,2}}(?:\(e\)|e?s|·e|\.e|-e)?[ ]*(?:le|un|:|\n)[ :\n]*(?:le[ ]+)?|"
    rf"na[i1l]ssances?[ ]*(?:\(?(?:jj/mm/aaaa|jour)\)?)?[ ]*(?:[:=|]|\t|\n|,|le|du)?"
    rf"[ \n:]*(?:le[ ]+)?|"
    rf"(?<!\w)(?:d\.?d\.?n\.?|(?-i:DN|D\.N\.))[ ]*[:=]?[ ]*|(?<!\w)n[ée]{{1,2}}[ ]+(?={DATE})|birth"
    rf"(?:_?date| date| day)?[\"']?[ ]*[:=][ ]*[\"']?)"
    rf"(?P<date>{DATE})",
    re.I,
)
# « nés les 12/01/2014 et 07/09/2016 »
_BORN_MANY = re.compile(
    rf"(?<!\w)n[é]e?s[ ]+(?:respectivement[ ]+)?les?[ ]+{DATE}"
    rf"(?:(?:[ ]?,|[ ]et)[ ]+(?:le[ ]+)?{DATE})+",
    re.I,
)
# « née Thuriès le 06-11-1980 », « né à Rodez le 17 mai 1962 »
_BORN_THEN = re.compile(
    rf"(?<!\w)(?i:n[é]e?(?:\(e\))?)[ ]+(?:(?:à|en)[ ]+)?(?=[{UPPER}])[^\n\d.;:]{{2,45}}?,?[ ]+"
    rf"le[ ]+(?P<date>{DATE})"
)
# « 1er janvier 1950 (présumé), date de naissance », « 42 ans (1981-06-30) »
_BORN_BEFORE = re.compile(
    rf"(?P<date>{DATE})[ ,]*(?:\([^()\n]{{1,25}}\))?[ ,:]*(?:date|jour) de (?:\w+ )?naissance", re.I
)
_AGED = re.compile(rf"(?<!\d)\d{{1,3}} ans[ ]?\((?P<date>{DATE})\)", re.I)
_ANY_DATE = re.compile(DATE, re.I)
# Right after a name: « AUFFRET Tom (15/03/2007) », or the next cell of a row.
_AFTER_NAME = re.compile(rf"[ ]?(?P<in>\(|\t[ ]*)(?P<date>{DATE})(?=[ ]*(?:[)\t\n–†-]|$))", re.I)
# A row whose columns are parted by one space, under a line that says « Né(e) le ».
_ROW_DATE = re.compile(
    rf"(?:[ ]{{1,4}}(?!{DATE})[^\s,;:]{{1,12}}){{0,3}}[ ]{{1,4}}(?P<date>{DATE})(?!\d)", re.I
)
_BIRTH_HEADING = re.compile(
    r"^(?=[^\n]*\bnoms?\b)[^\n\d:]*(?:n[ée]{1,2}(?:\(e\)|e)? le|date de naissance|naissance|ddn)"
    r"[^\n\d:]*$",
    re.I | re.M,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A date in the cell after a name that is later than this is more often that of an event.
_LATEST = 2018
_BORN_YEAR = re.compile(
    r"(?<!\w)(?:n[ée]e?s?|naissance)[ ]+(?:vers|en|:)[ ]+(?P<date>(?:(?:"
    + _MONTHS
    + r")[ ]+)?(?:19|20)\d{2})(?!\d)",
    re.I,
)
_PLACE = (
    rf"[{UPPER}]{LETTER}+(?:(?:[ '-]|-(?:sur|les|en|de|du|la|le)-|[ ](?:sur|les|de|"
    rf"du)[ ])[{UPPER}]?{LETTER}+){{0,3}}(?:[ ]?\([^)\n]{{2,30}}\)|,[ ](?=Alg|Mar|"
    rf"Tun|Séné|Mali|Guin)[{UPPER}]{LETTER}+)?"
)
_BORN_AT = re.compile(
    rf"(?:(?i:(?<!\w)n[ée]{{1,2}}(?:\(e\))?[ ]+(?:le[ ]+)?(?:{DATE}[ ,]*)?|"
    rf"naissance[^\n]{{0,12}}{DATE}[ ,]*)(?:à|au|aux|en)[ ]+|"
    rf"(?i:lieu de naissance)[ ]*[:|\t][ ]*(?:à[ ]+)?|(?i:commune de naissance|"
    rf"ville de naissance|pays de naissance)[ ]*[:\t][ ]*)(?P<place>{_PLACE})"
)
_AGE = re.compile(
    r"(?<!\w)(?:âgée?s? de|âge[ ]*:)[ ]*(?P<age>\d{1,3}(?:[ ]ans(?: et demi)?|[ ]mois)?)", re.I
)


def births(text: str) -> Iterator[Found]:
    """Dates and places of birth, and ages, in their context."""
    for pattern, why in (
        (_BORN, "date de naissance"),
        (_BORN_YEAR, "année de naissance"),
        (_BORN_THEN, "date de naissance"),
        (_BORN_BEFORE, "date de naissance"),
        (_AGED, "date de naissance"),
    ):
        for match in pattern.finditer(text):
            if _thing(text, match.start()):
                continue
            yield Found(
                *match.span("date"),
                Category.BIRTH_DATE,
                "pattern:birth",
                f"{why} : « {_cue(match, 'date')} »",
                0.97,
            )
    for match in _BORN_MANY.finditer(text):
        for date in _ANY_DATE.finditer(match.group()):
            yield Found(
                match.start() + date.start(), match.start() + date.end(), Category.BIRTH_DATE,
                "pattern:birth", "date de naissance : « nés les »", 0.95,
            )  # fmt: skip
    for match in _BORN_AT.finditer(text):
        start, end = match.span("place")
        yield Found(
            start, end, Category.BIRTH_PLACE, "pattern:birth-place", "lieu de naissance", 0.9
        )
    for match in _AGE.finditer(text):
        yield Found(*match.span("age"), Category.AGE, "pattern:age", "âge", 0.9)


def dated(text: str, people: Iterable[Found], *, tabular: bool) -> Iterator[Found]:
    """Dates that stand right after a name, as in lists of civil status. `tabular`: also in the
    next cell, where no header says what the column holds."""
    heading = _BIRTH_HEADING.search(text)
    for person in people:
        match = _AFTER_NAME.match(text, person.end)
        if not match:
            row = _ROW_DATE.match(text, person.end)
            if row and heading and heading.end() < person.start:
                yield Found(
                    *row.span("date"), Category.BIRTH_DATE, "pattern:birth-row",
                    "date après un nom, sous un intitulé de naissance", 0.85,
                )  # fmt: skip
            continue
        year = _YEAR.search(match["date"])
        if match["in"] != "(" and not (tabular and year and int(year.group()) <= _LATEST):
            continue
        yield Found(
            *match.span("date"), Category.BIRTH_DATE, "pattern:birth-list",
            "date juste après un nom, comme dans une liste d’état civil", 0.75,
        )  # fmt: skip


def _thing(text: str, start: int) -> bool:
    """Whether what was born is a building, a project: « le projet, né le 3 mars 2020 »."""
    before = text[max(start - 40, 0) : start]
    return bool(
        re.search(
            r"(?:projet|association|société|entreprise|commission|organisme|programme|idée|"
            r"dispositif)\W+(?:est )?$",
            before,
            re.I,
        )
    )


def _cue(match: re.Match[str], group: str) -> str:
    return " ".join(match.group()[: match.start(group) - match.start()].split())[-30:].strip(" :")


@dataclass(frozen=True, slots=True)
class LabelRule:
    """One entry of `labels.toml`."""

    category: Category
    pattern: re.Pattern[str]
    why: str
    confidence: float
    any_value: bool
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def load_labels() -> tuple[LabelRule, ...]:
    """The labels file, compiled. Raises ValueError naming a wrong entry."""
    with (resource("rules") / "labels.toml").open("rb") as file:
        entries = tomllib.load(file)["label"]
    rules = []
    for entry in entries:
        try:
            cues = "|".join(spaces(cue) for cue in entry["cues"])
            value = entry.get("value", r"[A-Z0-9](?:[A-Z0-9]|[ ._/\-](?=[A-Z0-9])){2,28}")
            rules.append(
                LabelRule(
                    Category(entry["category"]),
                    re.compile(
                        rf"(?<![\w-])(?P<cue>(?i:{cues}))"
                        rf"(?i:[ ]*(?:\([^)\n]{{1,30}}\))?[ ]*(?:n°|numéro|"
                        rf"no\.?)?[ ]*(?:[:=#|][ ]*|"
                        rf"\t+[ ]*|[ ]|\n)[ ]*(?:n°[ ]*)?)(?P<value>{value})"
                    ),
                    entry["why"],
                    float(entry["confidence"]),
                    "value" in entry,
                    tuple(entry["examples"]),
                    tuple(entry["counter"]),
                )
            )
        except (KeyError, ValueError, re.error) as error:
            raise ValueError(f"labels.toml, {entry.get('category')}: {error}") from error
    return tuple(rules)


_DOCUMENT_NUMBER = re.compile(r"(?:19|20)\d{2}[-/]?\d{3,4}")


def labelled(text: str, rules: tuple[LabelRule, ...]) -> Iterator[Found]:
    """Identifiers by their label."""
    for rule in rules:
        for match in rule.pattern.finditer(text):
            value = match["value"]
            start, end = match.span("value")
            if not rule.any_value:
                value, end = _identifier(value, start)
                if sum(map(str.isdigit, value)) < 3:
                    continue
            if rule.category is Category.CASE_ID and _DOCUMENT_NUMBER.fullmatch(value):
                continue
            cue = " ".join(match["cue"].split())
            yield Found(
                start, end, rule.category, f"label:{rule.category}", rule.why.format(cue=cue),
                rule.confidence, role=Role.UNKNOWN,
            )  # fmt: skip


def _identifier(value: str, start: int) -> tuple[str, int]:
    """Cut a value where words begin: « 45120 DUPONT » is 45120."""
    kept = 0
    for word in re.finditer(r"[^ ]+", value):
        if not any(map(str.isdigit, word.group())) and (kept or len(word.group()) > 3):
            break
        kept = word.end()
    return value[:kept], start + kept
