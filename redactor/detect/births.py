"""Births: dates and places by the words around them, dates in lists of people, ages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redactor.detect.found import Found
from redactor.detect.names import LETTER, UPPER
from redactor.law.categories import Category

_MONTHS = (
    "janvier|f[éeè]vrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|"
    "décembre|decembre|janv\\.?|févr?\\.?|avr\\.?|juil\\.?|sept\\.?|oct\\.?|nov\\.?|déc\\.?"
)
# Digits that OCR reads as letters count as digits.
_D = r"[\dOIl]"
DATE = (
    # said first, since a date is looked for at every letter of a text
    rf"(?=[\dOIlp])"
    rf"(?:(?:{_D}{{1,2}}|1er)[ ]?[/.\-–][ ]?{_D}{{1,2}}[ ]?[/.\-–][ ]?(?:[12Il]{_D}{{3}}|\d{{2}})"
    rf"(?![\dOIl])|\d{{4}}[-/]\d{{2}}[-/]\d{{2}}|"
    rf"(?:{_D}{{1,2}}|1er|premier)(?:\s+|[ ]?\.[ ])(?:{_MONTHS})(?:\s+|[ ]?\.[ ])"
    rf"[12Il]{_D}{{3}}(?!\w)|"
    r"\d{2}[ ]\d{2}[ ]\d{4}(?!\d))"
)
# What is a date only after a word of birth: eight digits, two for the year, no year, in words.
_WRITTEN = (
    rf"(?:premier|[a-zé]{{2,8}}(?:[ -](?:et[ -])?[a-zé]{{2,5}})?)[ ](?:{_MONTHS})[ ]"
    rf"(?:mil(?:le)?|deux mille)"
    rf"(?:[ -](?:neuf|huit|cents?|et|un|deux|trois|quatre|cinq|six|sept|dix|onze|douze|treize|"
    rf"quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante))*(?!\w)"
)
# « 0 8 / 0 3 / 1 9 7 6 »
_MARK = r"[ ]{0,2}[/.-][ ]{0,2}"
_SPACED = rf"{_D}[ ]{_D}{_MARK}{_D}[ ]{_D}{_MARK}[12Il](?:[ ]{_D}){{3}}(?![ ]?\d)"
# « 1|9|/|0|8|/|1|9|8|2 », in the comb of a form
_BAR = r"[ ]?\|[ ]?(?:/?[ ]?\|[ ]?)?"
BIRTH = (
    rf"(?:{_SPACED}|[0-3](?:{_BAR}\d){{7}}|"
    rf"{_D}{{2}}[ ][.][ ]{_D}{{2}}[ ][.][ ](?:19|20)[ \n]{_D}{_D}(?!\d)|"
    rf"{DATE}|\d{{2}}[ ]\d{{2}}[ ]\d{{2}}(?![ ]?\d)|"
    rf"[0-3]\d[01]\d(?:19|20)\d{{2}}(?!\d)|(?:19|20)\d\d[01]\d[0-3]\d(?!\d)|"
    rf"(?:\d{{1,2}}|1er)\s+(?:{_MONTHS})\s+'?\d{{2}}(?!\d)|"
    rf"\d{{1,2}}[ ]\d{{1,2}}[ ]\d{{2}}(?![ ]?\d)|"
    rf"\d{{1,2}}/\d{{1,2}}(?![/\d])|"
    rf"\d{{1,2}}[ ]?[./-][ ]?[IVX]{{1,4}}[ ]?[./-][ ]?\d{{2,4}}(?!\d)|"
    rf"\d{{1,2}}-[a-z]{{3,4}}-\d{{2,4}}(?!\d)|"
    rf"(?<!un )(?:\d{{1,2}}|1er)[ ](?:{_MONTHS})(?!\w)|"
    rf"[.]\d\d[.][ ]?/[ ]?[.]\d\d[.][ ]?/[ ]?[.]\d{{4}}|"
    # « 1 4 0 9 1 9 9 1 », « 2 8 O1 1 988 »
    rf"[0-3O](?:[ ]?{_D}){{7}}(?![ ]?\d)|"
    rf"{_WRITTEN})"
)
_TO_DATE = (
    r"[\"']?[ ]*(?:\(?(?:jj/mm/aaaa|jour)\)?)?[ ]*(?:[:=|]|\t|\n|,|le|du)?[ \n:|]*[\"']?"
    r"(?:(?:date[ ]*:|(?:serait|est|était)[ ]le|le)[ ]*)?"
)
_BORN = re.compile(
    rf"(?:(?<!\w)n[éeè]{{1,2}}(?:\(e\)|e?s|·e|\.e|-e)?[ ]*"
    rf"(?:le|[il1][ec](?=[ ]*:?[ ]*[\dOIl])|un|:|\n|\t)[ :\n\t|]*(?:le[ ]+)?|"
    rf"(?<!\w)na(?:î|i)t[ ]+le[ ]+|na[i1l]ssances?{_TO_DATE}|"
    rf"(?<![^\W_])na[i1l]ss?(?:\.|(?![^\W_])){_TO_DATE}|"
    rf"(?<!\w)(?:d\.?d\.?n\.?|(?-i:DN|D\.N\.|BDAY)|dob)[\"']?"
    rf"(?:[ ](?:complète|exacte|rectifiée|corrigée))?[ ]*[:=]?[ ]*[\"']?|"
    rf"(?<!\w)n[ée]{{1,2}}[ ]+(?={DATE})|"
    rf"(?:(?<=[ ])|(?<=\())(?:n|nat)\.[ ](?:le[ ])?"
    rf"(?={DATE}|\d{{1,2}}[. ]+(?:[IVX]+[.]|{_MONTHS}))|"
    rf"(?<!\w)geb(?:\.|oren)(?:[ ]am)?[ ]+(?={DATE})|"
    rf"date de naissance[^\n\d.;]{{0,25}}\((?={DATE})|(?<!\w)n[ée]e?_le[\"']?[ ]*[:=][ ]*[\"']?|"
    rf"birth(?:_?date| date| ?day)?[\"']?[ ]*[:=][ ]*[\"']?|"
    rf"(?<!\w)born (?:on )?)"
    rf"(?P<date>{BIRTH})",
    re.I,
)
# « nés les 12/01/2014 et 07/09/2016 »
_BORN_MANY = re.compile(
    rf"(?<!\w)n[é]e?s[ ]+(?:respectivement[ ]+)?les?[ ]+{DATE}"
    rf"(?:(?:[ ]?,|[ ]et)[ ]+(?:le[ ]+)?{DATE})+",
    re.I,
)
# « Nés, savoir : Monsieur à Brest le … ; Madame à Plouha le … »: up to what is said next.
_BORN_EACH = re.compile(
    r"(?<!\w)n[ée]e?s[ ,:]*(?:à )?(?:savoir|tous (?:les )?deux|l'une?(?= ))"
    r"(?:(?!\n\n|[^\w](?:mari[ée]|pacs|demeur|domicil|divorc|ont |agissant))[\s\S]){5,300}",
    re.I,
)
_ON = re.compile(rf"(?<!\w)le\s+(?P<date>{BIRTH})", re.I)
# « 12/03/1980 PORTO (Portugal) », a line of a record
_BORN_LINE = re.compile(
    rf"^[ \t]*(?P<date>{DATE})[ ,]+(?:à[ ]+)?[{UPPER}][^\W\d_]+(?:[ '’-][^\W\d_]+){{0,4}}"
    r"[ ]?\([^()\n]{2,25}\)[ ]*$",
    re.I | re.M,
)
# « moi (22/01/1985), ma femme (7/11/1986) »
_KIN = re.compile(
    rf"(?<!\w)(?:moi-même[ ]le[ ]|(?:moi|femme|mari|fils|fille|mère|père|sœur|frère|épou(?:x|se)|"
    rf"conjointe?|compagn(?:e|on)|bébé|aînée?|cadette?|benjamine?)[ ]\((?={DATE}[ ]?\)))"
    rf"(?P<date>{BIRTH})"
)
# ne_le=date(1975, 9, 14)
_CODED = re.compile(r"\((?P<date>\d{4},[ ]?\d{1,2},[ ]?\d{1,2})\)")
_CODED_AS = re.compile(
    r"(?:birth\w*|n[ée]e?_le|naiss\w*|dob|ddn)[ ]?[:=][ ]?(?:\w+\.)?date(?:time)?(?:\.of)?$", re.I
)
# A column of dates under its heading, one a line.
_BORN_LINES = re.compile(rf"naissances?[^\n\d]{{0,12}}\n(?:[ \t]*{DATE}[ \t]*(?:\n|$)){{2,}}", re.I)
# « Le neuf mars deux mille dix-neuf à quatre heures est née »
_THEN_BORN = re.compile(
    rf"(?<!\w)le[ ](?P<date>{BIRTH})[^.\n]{{0,60}}[ ](?:est|sont)[ ]née?s?(?!\w)", re.I
)
# « née Thuriès le 06-11-1980 », « né à Paris (75012) le 17 mai 1962 », « Né à : Brest   Le : … »
_BORN_THEN = re.compile(
    rf"(?<!\w)(?i:n[é]e?(?:\(e\))?)[ ]+(?:(?:à|a|aux?|en)[ ]*:?[ ]*)?(?=[{UPPER}]|même)"
    rf"(?:(?![ ](?i:a|est|sera|ont|fut|était|qui|\w+ée?s?|morte?|disparue?)[ ])[^\n.;:])"
    rf"{{2,60}}?,?[ ]+[Ll][Ee][ ]*:?[ ]*(?P<date>(?i:{BIRTH}))"
)
# « Date et lieu de naissance : Brest (29), le 12/03/1980 »
_PLACE_THEN = re.compile(
    rf"(?i:lieu(?: et date)? de naissance)[ ]*:?[ ]*(?=[{UPPER}])[^\n\d:;]{{2,40}}"
    rf"(?:\(\d{{2,5}}\))?[ ,]*(?:[Ll]e[ ]*:?[ ]*)?(?P<date>{DATE})"
)
# « Julie Farget (° 12/03/1980) », as genealogists and registers write it.
_SIGN = re.compile(
    rf"\([°*][ ]?(?P<date>{DATE}|\d{{1,2}}[ .]?[IVX]{{1,4}}[ .]?(?:1[6-9]|20)\d\d|"
    r"(?:1[6-9]|20)\d\d)(?=[ )†+])",
    re.I,
)
# « 1er janvier 1950 (présumé), date de naissance », « 42 ans (1981-06-30) »
_BORN_BEFORE = re.compile(
    rf"(?P<date>{DATE})(?:[ ,]*(?:\([^()\n]{{1,25}}\))?[ ,:]*(?:date|jour) de (?:\w+ )?naissance|"
    r"[ ,(]{1,3}\d{1,3} ans(?!\w))",
    re.I,
)
# « Maud KERLANN / 26/09/1934 – 11/02/2023 », on a stone
_LIVED = re.compile(rf"^[ \t(]*(?P<date>{DATE})[ ]?[–-][ ]?(?:{DATE})[ \t)]*$", re.I | re.M)
_AGED = re.compile(rf"(?<!\d)\d{{1,3}} ans[ ]?\((?P<date>{DATE})\)", re.I)
_ANY_DATE = re.compile(DATE, re.I)
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
    rf"(?:[ ]{{1,14}}(?!{DATE})[^\s,;:]{{1,12}}){{0,3}}[ ]{{1,40}}(?P<date>{DATE})(?!\d)", re.I
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
_CHILDREN = re.compile(
    r"(?<!\w)(?:enfants?|fils|filles?|nés?|nées?|mineurs?|bébé|petite? de \d)(?!\w)", re.I
)
_YEAR = re.compile(r"(?:19|20)\d\d")
#: A date after a comma, or two spaces, that is earlier than this is of a birth.
_GROWN = 2005
#: A date in the cell after a name that is later than this is more often that of an event.
_LATEST = 2018
_BORN_YEAR = re.compile(
    rf"(?:(?<!\w)n\.[ ](?=(?:{_MONTHS})[ ])|"
    r"(?<!\w)(?:n[ée]e?s?(?:\(e\))?|naissance)[ ]+"
    r"(?:vers|en|:|courant|aux environs de|autour de)[ ]+|"
    r"ann[ée]e de naissance[ ]*[:=]?[ ]*)(?P<date>(?:(?:"
    + _MONTHS
    + r")[ ]+)?(?:19|20)\d{2})(?![\d/-])",
    re.I,
)
_PLACE = (
    rf"(?!(?:NIR|INSEE|NSS|SS|TEL|Tél|Nationalité|NATIONALITÉ|Domicile|DOMICILE)(?!\w))"
    rf"[{UPPER}]{LETTER}+(?:(?:[ '-]|-(?:sur|les|en|de|du|la|le)-|[ ](?:sur|les|de|"
    rf"du)[ ])(?!(?:le|en|et|de|qui|est|a)(?!\w))[{UPPER}]?{LETTER}+){{0,3}}"
    rf"(?:[ ]?\([^)\n]{{2,30}}\)|,[ ](?=Alg|Mar|"
    rf"Tun|Séné|Mali|Guin)[{UPPER}]{LETTER}+)?"
)
_BORN_AT = re.compile(
    rf"(?:(?i:(?<!\w)n[ée]{{1,2}}(?:\(e\))?[ ]+(?:le[ ]*:?[ ]*)?(?:{DATE}[ ,]*)?|"
    rf"naissance[^\n]{{0,12}}\n?[ ]*{DATE}[ ,]*)(?:(?:à|au|aux|en)[ ]*:?[ ]+|[-–][ ])|"
    rf"(?i:lieu de naissance)[ ]*[:|\t][ ]*(?:à[ ]+)?|(?i:commune de naissance|"
    rf"ville de naissance|pays de naissance)[ ]*[:\t][ ]*)(?P<place>{_PLACE})"
)
_AGE = re.compile(
    r"(?<!\w)(?:âgée?s? de|âge[ ]*:)[ ]*(?P<age>\d{1,3}(?:[ ]ans(?: et demi)?|[ ]mois)?)", re.I
)


#: A life, and no event of some days: its first year is of the last century.
_LONG = re.compile(r"19\d\d\D.*20\d\d")


def births(text: str) -> Iterator[Found]:
    """Dates and places of birth, and ages, in their context."""
    for pattern, why in (
        (_BORN, "date de naissance"),
        (_BORN_YEAR, "année de naissance"),
        (_BORN_THEN, "date de naissance"),
        (_PLACE_THEN, "date de naissance"),
        (_SIGN, "date de naissance"),
        (_BORN_BEFORE, "date de naissance"),
        (_AGED, "date de naissance"),
        (_LIVED, "dates d’une vie"),
        (_THEN_BORN, "date de naissance"),
        (_BORN_LINE, "date et lieu de naissance"),
        (_KIN, "date de naissance"),
    ):
        for match in pattern.finditer(text):
            if _thing(text, match.start()):
                continue
            if pattern is _LIVED and not _LONG.search(match.group()):
                continue
            yield Found(
                *match.span("date"),
                Category.BIRTH_DATE,
                "pattern:birth",
                f"{why} : « {_cue(match, 'date')} »",
                0.97,
            )
    for match in (m for pattern in (_BORN_MANY, _BORN_LINES) for m in pattern.finditer(text)):
        for date in _ANY_DATE.finditer(match.group()):
            yield Found(
                match.start() + date.start(), match.start() + date.end(), Category.BIRTH_DATE,
                "pattern:birth", "date de naissance : « nés les »", 0.95,
            )  # fmt: skip
    for match in _CODED.finditer(text):
        if _CODED_AS.search(text, max(match.start() - 40, 0), match.start()):
            yield Found(
                *match.span("date"), Category.BIRTH_DATE, "pattern:birth",
                "date de naissance, dans un programme", 0.95,
            )  # fmt: skip
    for match in _BORN_EACH.finditer(text):
        for date in _ON.finditer(text, *match.span()):
            yield Found(
                *date.span("date"), Category.BIRTH_DATE, "pattern:birth",
                "date de naissance : « nés, savoir »", 0.95,
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
    for found in _after_names(text, people, tabular=tabular):
        numbers = [int(each) for each in re.findall(r"\d+", text[found.start : found.end])]
        # « tonton Kerlann, 79.60.04 » is a telephone number.
        if len(numbers) != 3 or (numbers[1] <= 12 and not 31 < numbers[0] < 1000):
            yield found


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


def year_of(date: str) -> int | None:
    """The year of a date; of two digits, the last century's or one that is over."""
    if full := _YEAR.search(date):
        return int(full.group())
    short = re.search(r"\d[ ]?[/.-][ ]?(\d\d)$", date)
    return short and (1900 if int(short[1]) > 30 else 2000) + int(short[1])


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
