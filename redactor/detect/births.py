"""Births by the words around them: dates, places, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.dates import BIRTH, DATE, MONTHS
from redactor.detect.found import Found
from redactor.detect.names import LETTER, UPPER
from redactor.law.categories import Category

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
    rf"(?={DATE}|\d{{1,2}}[. ]+(?:[IVX]+[.]|{MONTHS}))|"
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
    # « épousée le 26 octobre 1974 ; de leur union sont nés deux enfants » dates a marriage
    rf"(?<!\w)le[ ](?P<date>{BIRTH})(?![^.\n]{{0,60}}(?:union|mariage))[^.\n]{{0,60}}[ ]"
    r"(?:est|sont)[ ]née?s?(?!\w)",
    re.I,
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
_BORN_YEAR = re.compile(
    rf"(?:(?<!\w)n\.[ ](?=(?:{MONTHS})[ ])|"
    r"(?<!\w)(?:n[ée]e?s?(?:\(e\))?|naissance)[ ]+"
    r"(?:vers|en|:|courant|aux environs de|autour de)[ ]+|"
    r"ann[ée]e de naissance[ ]*[:=]?[ ]*)(?P<date>(?:(?:"
    + MONTHS
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
    rf"naissance[^\n]{{0,12}}\n?[ ]*{DATE}[ ,]*)(?:(?:à|au|aux|en)[ ]*:?[ ]+|"
    # « née le 27/07/1997 – En Corvée, 21490 X » says where she lives
    rf"[-–][ ](?![^\n,]{{2,30}},[ ]\d{{5}}))|"
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
