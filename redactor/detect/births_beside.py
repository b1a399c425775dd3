"""Births told by nothing but their place: dates right after a name, in lists and records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redactor.detect.dates import DATE, year_of
from redactor.detect.found import Found
from redactor.detect.names import UPPER
from redactor.law.categories import Category

# Right after a name: « AUFFRET Tom (15/03/2007) », or the next cell of a row.
_AFTER_NAME = re.compile(
    rf"[ ]?(?P<in>\(|\t[ ]*|,[ ]|[ ];[ ]|[ ]{{2,4}}|[–-][ ])"
    rf"(?P<date>{DATE})(?=[ ]*(?:[)\t\n–†;,-]|$|[ ]\d|[ ]et[ ]\d))"
    rf"(?:[ ]et[ ](?P<other>{DATE}))?",
    re.I,
)
# « Kerlann Maud – F – 14/11/2015 »
_SEX_DATE = re.compile(
    rf"[ ]*[,;|\t(–-][ ]*(?:[FMHG]|fém(?:inin|\.)|masc(?:ulin|\.)|fille|garçon)[ ]*[,;|\t)–-][ ]*"
    rf"(?:née?[ ])?(?:le[ ])?(?P<date>{DATE})(?!\d)",
    re.I,
)
# « KERLANN Maud / 14/11/1935 F », on a patient's label
_DATE_SEX = re.compile(
    rf"[ ]*[,;|\t\n][ ]*(?P<date>{DATE})[ ,;|\t]{{1,3}}(?:[FMHG]|(?:fém|masc)(?:inin|ulin|\.))"
    r"(?![\w.'’])",
    re.I,
)
# « 118204  KERLANN MAUD      14/04/1978 Cuisine »: a row of a list, whose first date it is
_ROW_OF_LIST = re.compile(rf"[ ]{{1,40}}(?P<date>{DATE})(?=[ ]+[^\d ]|[ ]*\n)", re.I)
_ROW_OPENS = re.compile(
    r"[ ]*(?:[–•*+-][ ]*)?(?:[A-Z]{0,3}\d{1,10}[.)]?[ ]+)?(?:MM?\.?[ ]|Mr[ ]|Mmes?[ ]|Mlle[ ])?"
)
# « née le 12/03/1980 et mon copain (Yann Kerlann) le 3/11/98 »
_ALSO = re.compile(rf"[ ]?\)?[ ]le[ ](?P<date>{DATE})", re.I)
_BIRTH_BEFORE = re.compile(r"(?<!\w)née?s?[ ]le[^.;\n]{8,90}$", re.I)
# Below a name, in a record: « Manuel / 03/03/1954 CHAVES »
_LINE_BELOW = re.compile(
    rf"\n{{1,2}}[ ]*(?P<date>{DATE})[ ,]+(?:à[ ]+)?[{UPPER}][^\n\d,;:]{{2,30}}(?=\n|$)"
)
# « — Nom, prénom, date de naissance ? — Benchikh Zoulikha 12 mai 1961 »
_NEXT_DATE = re.compile(rf"[ ,]{{1,2}}(?:le[ ])?(?P<date>{DATE})", re.I)
_ASKED = re.compile(r"date de naissance", re.I)
# A row whose columns are parted by one space, under a line that says « Né(e) le ».
_ROW_DATE = re.compile(
    rf"(?:[ ]{{1,14}}(?!{DATE}|(?:l[ea]|du|au)[ ])[^\s,;:]{{1,12}}){{0,3}}[ ]{{1,40}}"
    rf"(?P<date>{DATE})(?!\d)",
    re.I,
)
_WIDE_GAP = " " * 15
_BIRTH_HEADING = re.compile(
    r"^(?=[^\n]*\b(?:noms?|demandeurs?|élèves?|enfants?|agents?|bénéficiaires?|candidats?)\b)"
    r"[^\n\d:]*(?:n[ée]{1,2}(?:\(e\)|e)? le|date de naissance|naissance|naiss\.|ddn)"
    r"[^\n\d:]*$",
    re.I | re.M,
)
# Above a list of pupils, or of children, the dates beside names are of births.
_PUPILS = re.compile(
    r"(?<!\w)(?:élèves?|enfants?|CP|CE[12]|CM[12]|[PMG]S|crèche|maternelle|classe|ALSH|colonie|ENFANTS?|ÉLÈVES?|ELEVES?|CLASSE)(?!\w)"
)
# « Concerne : KERLANN Elikya, 11.06.2014 », « 1 interpellé : KERLANN Moussa, 05/04/2007, tour H »
_CONCERNED = re.compile(
    r"(?<!\w)(?:concerne|interpellée?s?|mineure?|mis en cause|victime|prévenue?|patiente?|usager|"
    r"bénéficiaire|intéressée?|pour|compagn(?:on|e)|mari|époux|épouse|père|mère|fils|fille|témoin)"
    r"[ ]*:[ ]*$",
    re.I,
)
_COMMA_DATE = re.compile(
    rf",[ ](?:(?P<kin>fils|fille|conjointe?|époux|épouse|mère|père|frère|sœur|retraitée?|"
    rf"étudiante?|sans profession|petite?-fil[sle]+),[ ])?"
    rf"(?P<date>{DATE})(?!\d)",
    re.I,
)
# « Enfants : Lusine, 12/05/2018 ; Tigran, 30/10/2020 »
# « Enfants à charge : KERLANN Maud 11/01/2004 »
_ENTITLED = re.compile(
    r"(?<!\w)(?:enf(?:ants?|\.)(?: à charge)?|ayants?[ -]droits?|conjointe?)[ ]?[:(][^\n:]{0,90}$",
    re.I,
)
_IN_DIGITS = re.compile(
    r"(?<![\d/.-])[0-3]?\d(?P<mark>[/.-])(?P<month>[01]?\d)(?P=mark)(?P<year>(?:19|20)?\d\d)(?![\d/.-])"
)
_CHILDREN = re.compile(
    r"(?<!\w)(?:à charge|enfants?|fils|filles?|nés?|nées?|mineurs?|bébé|petite? de \d)(?!\w)", re.I
)
#: A date after a comma, or two spaces, that is earlier than this is of a birth.
_GROWN = 2005
#: A date in the cell after a name that is later than this is more often that of an event.
_LATEST = 2018


def dated(text: str, people: Iterable[Found], *, tabular: bool) -> Iterator[Found]:
    """Dates that stand right after a name, as in lists of civil status. `tabular`: also in the
    next cell, where no header says what the column holds."""
    for found in _after_names(text, people, tabular=tabular):
        numbers = [int(each) for each in re.findall(r"\d+", text[found.start : found.end])]
        # « tonton Kerlann, 79.60.04 » is a telephone number.
        if len(numbers) != 3 or (numbers[1] <= 12 and not 31 < numbers[0] < 1000):
            yield found


def told_by_nirs(text: str, nirs: Iterable[Found]) -> Iterator[Found]:
    """Dates of the month and the year that a social security number of the text tells:
    « 1 78 06 66 136 247 09, 30/6/1978 »."""
    months = {re.sub(r"[^\dAB]", "", text[one.start : one.end].upper())[1:5] for one in nirs}
    if not months:
        return
    for match in _IN_DIGITS.finditer(text):
        if f"{match['year'][-2:]}{int(match['month']):02}" in months:
            yield Found(
                *match.span(), Category.BIRTH_DATE, "pattern:birth-nir",
                "date du mois et de l’année d’un NIR", 0.8,
            )  # fmt: skip


def _after_names(text: str, people: Iterable[Found], *, tabular: bool) -> Iterator[Found]:
    heading = _BIRTH_HEADING.search(text)
    for person in people:
        match = _AFTER_NAME.match(text, person.end)
        if other := _beside(text, person):
            yield other
            continue
        asked = _NEXT_DATE.match(text, person.end)
        entitled = _ENTITLED.search(text, max(person.start - 110, 0), person.start)
        if asked and (entitled or _ASKED.search(text, max(person.start - 200, 0), person.start)):
            yield Found(
                *asked.span("date"), Category.BIRTH_DATE, "pattern:birth-row",
                "date après un nom, là où une date de naissance est demandée", 0.8,
            )  # fmt: skip
        if not match:
            row = _row_date(text, person)
            if comma := _concerned(text, person):
                yield comma
            elif row and (
                (heading and heading.end() < person.start) or _of_pupil(text, person, row["date"])
            ):
                yield Found(
                    *row.span("date"), Category.BIRTH_DATE, "pattern:birth-row",
                    "date après un nom, sous un intitulé de naissance", 0.85,
                )  # fmt: skip
            continue
        year = year_of(match["date"])
        listed = match["in"][0] in ", ;–-"
        if listed and year and year <= _GROWN:
            pass
        elif listed and not _CHILDREN.search(text, max(person.start - 150, 0), person.start):
            continue
        early = tabular and year and year <= _LATEST
        if match["in"][0] not in "(, ;–-" and not early:
            continue
        for group in ("date", "other"):
            if match[group]:
                yield Found(
                    *match.span(group), Category.BIRTH_DATE, "pattern:birth-list",
                    "date juste après un nom, comme dans une liste d’état civil", 0.75,
                )  # fmt: skip


def _beside(text: str, person: Found) -> Found | None:
    """The date of a row or of a record, by what stands between it and the name."""
    match = _SEX_DATE.match(text, person.end) or _DATE_SEX.match(text, person.end)
    if match is None:
        match = _LINE_BELOW.match(text, person.end)
        line = text.rfind("\n", 0, person.start) + 1
        if match is None and _ROW_OPENS.fullmatch(text, line, person.start):
            match = _ROW_OF_LIST.match(text, person.end)
        also = _ALSO.match(text, person.end)
        if also and _BIRTH_BEFORE.search(text, max(person.start - 100, 0), person.start):
            match = also
        year = match and year_of(match["date"])
        if match is None or not year or year > _GROWN:
            return None
    return Found(
        *match.span("date"), Category.BIRTH_DATE, "pattern:birth-row",
        "première date après un nom, dans une fiche ou une liste", 0.75,
    )  # fmt: skip


def _of_pupil(text: str, person: Found, date: str) -> bool:
    """Whether a date in the row of a name is of a child's birth: « Kerlann  CM1  14/02/2014 »."""
    year = year_of(date)
    before = text[max(person.start - 600, 0) : person.end + 30]
    return bool(year and year <= _LATEST + 4 and _PUPILS.search(before))


def _row_date(text: str, person: Found) -> re.Match[str] | None:
    """The first date of a row; across an empty column only one that is no recent event's."""
    row = _ROW_DATE.match(text, person.end)
    year = row and year_of(row["date"])
    if row and _WIDE_GAP in row.group() and not (year and year <= _GROWN):
        return None
    return row


def _concerned(text: str, person: Found) -> Found | None:
    """« Concerne : KERLANN Elikya, 11.06.2014 »"""
    match = _COMMA_DATE.match(text, person.end)
    cued = _CONCERNED.search(text, max(person.start - 40, 0), person.start)
    if match is None or not (match["kin"] or cued):
        return None
    return Found(
        *match.span("date"), Category.BIRTH_DATE, "pattern:birth-list",
        "date juste après le nom de la personne concernée", 0.8,
    )  # fmt: skip
