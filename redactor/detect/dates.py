"""Dates as French documents write them, and what may be one after a word of birth."""

from __future__ import annotations

import re

MONTHS = (
    "janvier|f[éeè]vrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|"
    "décembre|decembre|janv\\.?|févr?\\.?|avr\\.?|juil\\.?|sept\\.?|oct\\.?|nov\\.?|déc\\.?"
)
# Digits that OCR reads as letters count as digits.
_D = r"[\dOIl]"
#: A date that is one wherever it stands.
DATE = (
    # said first, since a date is looked for at every letter of a text
    rf"(?=[\dOIlp])"
    rf"(?:(?:{_D}{{1,2}}|1er)[ ]?[/.\-–][ ]?{_D}{{1,2}}[ ]?[/.\-–][ ]?(?:[12Il]{_D}{{3}}|\d{{2}})"
    rf"(?![\dOIl])|\d{{4}}[-/]\d{{2}}[-/]\d{{2}}|"
    rf"(?:{_D}{{1,2}}|1er|premier)(?:\s+|[ ]?\.[ ])(?:{MONTHS})(?:\s+|[ ]?\.[ ])"
    rf"[12Il]{_D}{{3}}(?!\w)|"
    r"\d{2}[ ]\d{2}[ ]\d{4}(?!\d))"
)
# What is a date only after a word of birth: eight digits, two for the year, no year, in words.
_WRITTEN = (
    rf"(?:premier|[a-zé]{{2,8}}(?:[ -](?:et[ -])?[a-zé]{{2,5}})?)[ ](?:{MONTHS})[ ]"
    rf"(?:mil(?:le)?|deux mille)"
    rf"(?:[ -](?:neuf|huit|cents?|et|un|deux|trois|quatre|cinq|six|sept|dix|onze|douze|treize|"
    rf"quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante))*(?!\w)"
)
# « 0 8 / 0 3 / 1 9 7 6 »
_MARK = r"[ ]{0,2}[/.-][ ]{0,2}"
_SPACED = rf"{_D}[ ]{_D}{_MARK}{_D}[ ]{_D}{_MARK}[12Il](?:[ ]{_D}){{3}}(?![ ]?\d)"
# « 1|9|/|0|8|/|1|9|8|2 », in the comb of a form
_BAR = r"[ ]?\|[ ]?(?:/?[ ]?\|[ ]?)?"
#: What is a date after a word of birth: the same, and shorter, torn, in words.
BIRTH = (
    rf"(?:{_SPACED}|[0-3](?:{_BAR}\d){{7}}|"
    rf"{_D}{{2}}[ ][.][ ]{_D}{{2}}[ ][.][ ](?:19|20)[ \n]{_D}{_D}(?!\d)|"
    rf"{DATE}|\d{{2}}[ ]\d{{2}}[ ]\d{{2}}(?![ ]?\d)|"
    rf"[0-3]\d[01]\d(?:19|20)\d{{2}}(?!\d)|(?:19|20)\d\d[01]\d[0-3]\d(?!\d)|"
    rf"(?:\d{{1,2}}|1er)\s+(?:{MONTHS})\s+'?\d{{2}}(?!\d)|"
    rf"\d{{1,2}}[ ]\d{{1,2}}[ ]\d{{2}}(?![ ]?\d)|"
    rf"\d{{1,2}}/\d{{1,2}}(?![/\d])|"
    rf"\d{{1,2}}[ ]?[./-][ ]?[IVX]{{1,4}}[ ]?[./-][ ]?\d{{2,4}}(?!\d)|"
    rf"\d{{1,2}}-[a-z]{{3,4}}-\d{{2,4}}(?!\d)|"
    rf"(?<!un )(?:\d{{1,2}}|1er)[ ](?:{MONTHS})(?!\w)|"
    rf"[.]\d\d[.][ ]?/[ ]?[.]\d\d[.][ ]?/[ ]?[.]\d{{4}}|"
    # « 1 4 0 9 1 9 9 1 », « 2 8 O1 1 988 »
    rf"[0-3O](?:[ ]?{_D}){{7}}(?![ ]?\d)|"
    rf"{_WRITTEN})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def year_of(date: str) -> int | None:
    """The year of a date; of two digits, the last century's or one that is over."""
    if full := _YEAR.search(date):
        return int(full.group())
    short = re.search(r"\d[ ]?[/.-][ ]?(\d\d)$", date)
    return short and (1900 if int(short[1]) > 30 else 2000) + int(short[1])
