"""Telephone numbers of the mainland and overseas, validated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

from redactor.detect.found import Found, shaped
from redactor.law.categories import Category, Trait

_PHONE = re.compile(
    r"(?<![\w./-])(?<!\d,)(?:\(?(?:\+|00)[ .]?\d{1,3}\)?[ .-]?(?:\(0\)[ .-]?)?|\(?0[ .]?)"
    r"(?:[ .\-/()\u00a0]{0,2}\d){6,12}(?![\d]|[.,/-]\d|[A-Z]{2}(?!\w))"
)
_DAY = re.compile(r"[0-3]\d([/.-])[01]\d\1(?:19|20)\d\d(?!\d)")
# « tél. 87 21 40 66 »: a number of Polynesia or of New Caledonia, without its country's
_LOCAL = re.compile(
    r"(?<!\w)(?:t[ée]l\.?|téléphone|portable|vini|fax|mobilis)[ ]*:?[ ]*"
    r"(?P<number>[2-9]\d(?:[ .]?\d\d){2,3})(?![ .]?\d)",
    re.I,
)
# Ten digits of which a line's end parts two groups: « 06 51 22 98\n04 ».
_TURN = r"(?:[ .\-/\u00a0]{0,2}\n[ ]{0,4}|[ .\-/\u00a0]{0,2})"
_PHONE_BROKEN = re.compile(
    rf"(?<![\w.,/-])(?:(?:\+|00)33{_TURN}(?:\(0\){_TURN})?|0[ .]?)[1-9](?:{_TURN}\d\d){{4}}"
    r"(?!\d|[.,/-]\d)"
)
_PHONE_LETTERS = re.compile(r"(?<![\w.,/-])[0Oo][ .-]?[1-9Il](?:[ .-]{0,3}[\dOoIl]){8}(?![\w])")
# « 31/07 / 01/08 11 h »: days, one a line
_DAYS = re.compile(r"\d/\d\d[ ]*\n")
# French numbers written in pairs. What is never assigned (« 06 39 98 12 34 » is kept for fiction)
# or not known to the library yet is a telephone number all the same.
_FRENCH = re.compile(
    r"(?:0|\(?(?:\+|00)33\)?[ .]?(?:\(0\)[ ]?)?)[1-9](?:(?:[ \u00a0]\d\d){4}|(?:[.-]\d\d){4})"
)
# « +44 7700 900418 »: a country's code and groups, of a range that the library does not know
_ABROAD = re.compile(r"\+(?=(?:[ .-]?\d){9,15}$)\d{1,3}(?:[ .-]\d{2,6}){2,5}")
# « 0 6 3 9 9 8 7 7 2 0 »
_APART = re.compile(r"0(?:[ ]\d){9}")
# « 06|71|40|25|98 », « |0|6|7|1|4|0|2|5|9|8| », in the comb of a form
_COMB = re.compile(
    r"(?<![\d|])0(?:[1-9](?:\|\d\d){4}|(?:\|\d){9})(?![\d]|\|\d)|(?<=[\s:]\|)0(?:\|\d){9}(?!\|?\d)"
)
_MOBILE = re.compile(r"(?:0|(?:\+|00)33)[67]\d{8}")
# « 06 - 51 - 20 - 77 - 43 », « 04 75 42 ,18 63 »: marks set apart, or one comma among the pairs
_MARRED = re.compile(
    r"(?<![\w.,/-])(?:0[1-9](?P<mark>[ ]?[-–—/_·.][ ]?|[ ]{2,3})\d\d(?:(?P=mark)\d\d){3}|"
    r"0[1-9](?:[ .]\d\d){0,3}[ ]?(?:[,;]|--?)[ ]?\d\d(?:[ .]\d\d){0,3})"
    r"(?!\d|[.,/-]\d|[ ]\d\d(?!\d))"
)
# « SMS au 33644019827 », « 33 6 44 01 98 27 », « (687) 95 03 18 »: a country's code without
# its mark
_BARE_CODE = re.compile(
    r"(?<![\w.,/+-])(?<!\d[ ])(?:33[1-79]\d{8}|33[ ][1-79](?:[ .]\d\d){4}|"
    r"(?:262|269|508|590|594|596)[67]?\d{8}|(?:687|689)\d{6,8}|"
    r"\((?:508|681|687|689)\)[ ]?\d\d(?:[ .]\d\d){2,3})(?![\w-]|[.,]\d|[ ]\d)"
)
_BARE_CUE = re.compile(
    r"(?:(?<=[?&])(?:to|dest|recipient)|sms|t[ée]l|phone|mobile|portable|gsm|msisdn|whatsapp|appel|num)\w{0,10}\W{0,4}"
    r"(?:\w+\W{1,3}){0,2}$",
    re.I,
)
# Pairs of digits, or a country's code: no number of a file is written so.
_PAIRED = re.compile(r"0[1-9](?:[ .-]\d\d){4}|\(?(?:\+|00)[ .]?\d.*")
_REGIONS = ("FR", "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "WF")
_PHONE_CUE = re.compile(
    r"(?:t[ée]l[ée]?(?:phone|copie)?|tph|fax|portable|mobile|gsm|(?<!en )ligne(?: directe)?|"
    r"standard|(?<!r)appel|joindre|(?:notre|mon|votre|son|leur|ton)[ ]num[ée]ro|"
    r"fixe|poste|phone|☎|✆|📞)\W{0,12}(?:\w+\W{0,3}){0,2}$",
    re.I,
)
_NUMBER_CUE = re.compile(
    r"(?<!\w)(?:n°|no|numéro|num|réf(?:érence)?|identifiant|ine|siret|siren|dossier|facture|iban|rib|"
    r"compte|nir|finess|uai|rna|commande|marché|avis|"
    r"(?:n°|numéro)[ ](?!vert|azur|d'appel)(?:d[eu][ ]|d')?\w+)\W{0,4}$",
    re.I,
)
# « 2023 0611 884 210 », « 0417.02.0131 »: groups of another number
_IN_CODE = re.compile(r"\d[ ]0\d{3} \d{3} \d{3}$|(?<!\d)\d{4}\.\d\d\.\d{4}$")
_SWITCHBOARD = re.compile(
    r"(?:standard|accueil|secrétariat|n° vert|numéro vert|plateforme|service client)[^\n]{0,30}$",
    re.I,
)


def phones(text: str) -> Iterator[Found]:
    """Telephone numbers of the mainland and overseas, and foreign ones written with a +."""
    for match in _PHONE.finditer(text):
        before = text[max(match.start() - 40, 0) : match.start()]
        raw = match.group()
        if _DAY.match(raw):
            continue
        cued = bool(_PHONE_CUE.search(before))
        paired = _PAIRED.fullmatch(raw)
        if (
            not cued
            and not paired
            and (_NUMBER_CUE.search(before) or _IN_CODE.search(before + raw))
        ):
            continue
        digits = re.sub(r"[^\d+]", "", raw.replace("(0)", ""))
        if digits.endswith("0000000"):
            continue  # « 06 00 00 00 00 », « 0 800 00 00 00 »: what a number looks like
        kind = _phone(digits)
        if kind and not cued and len(digits) < 10:
            continue  # six digits are a number of Nouméa, or of anything
        if kind is None:
            if cued:
                kind, confidence = "near", 0.6
                why = "après « tél. », numéro incomplet ou non attribué"
            elif (
                _FRENCH.fullmatch(raw.lstrip("("))
                or _MOBILE.fullmatch(raw.lstrip("("))
                or _APART.fullmatch(raw)
                or _ABROAD.fullmatch(raw)
            ):
                kind, confidence = "near", 0.7
                why = "écrit comme un numéro de téléphone, non attribué"
            else:
                continue
        else:
            grouped = re.search(r"[ .\-/()\u00a0]", raw.strip()) or raw.startswith("+") or cued
            confidence = 0.98 if grouped else 0.85
            why = "numéro de téléphone valide"
        special = kind in ("TOLL_FREE", "SHARED_COST", "PREMIUM_RATE") or _SWITCHBOARD.search(
            before
        )
        start = match.start() + (1 if raw.startswith("(") and ")" not in raw else 0)
        end = match.end() + (
            1
            if text[match.end() : match.end() + 1] == ")" and "(" in raw and ")" not in raw[1:]
            else 0
        )
        yield Found(
            start, end if "(" in raw and start == match.start() else match.end(),
            Category.PHONE, "pattern:phone", why, confidence,
            traits=frozenset({Trait.FUNCTIONAL} if special else ()),
        )  # fmt: skip
    for match in _PHONE_BROKEN.finditer(text):
        if (
            "\n" in match.group()
            and not _DAY.match(match.group())
            and not _DAYS.search(match.group())
            and _phone(re.sub(r"[^\d+]", "", match.group().replace("(0)", "")))
        ):
            yield shaped(
                match, Category.PHONE, "pattern:phone", "numéro de téléphone, sur deux lignes", 0.9
            )
    for match in _MARRED.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) == 10 and (_phone(digits) or _MOBILE.fullmatch(digits)):
            yield shaped(
                match, Category.PHONE, "pattern:phone", "numéro de téléphone, mal ponctué", 0.7
            )
    for match in _BARE_CODE.finditer(text):
        before = text[max(match.start() - 40, 0) : match.start()]
        digits = re.sub(r"\D", "", match.group())
        if (_BARE_CUE.search(before) or " " in match.group()) and _phone("+" + digits):
            yield shaped(match, Category.PHONE, "pattern:phone", "numéro de téléphone valide", 0.85)
    for match in _COMB.finditer(text) if "|" in text else ():
        before = text[max(match.start() - 40, 0) : match.start()]
        if _PHONE_CUE.search(before.rstrip("|")):
            yield shaped(
                match, Category.PHONE, "pattern:phone", "numéro de téléphone, dans des cases", 0.9
            )
    for match in _LOCAL.finditer(text):
        yield Found(
            *match.span("number"), Category.PHONE, "pattern:phone", "numéro local, après « tél. »",
            0.8,
        )  # fmt: skip
    for match in _PHONE_LETTERS.finditer(text):
        raw = match.group()
        if not re.search(r"[OoIl]", raw):
            continue
        digits = re.sub(r"\D", "", raw.translate(str.maketrans("OoIl", "0011")))
        if re.search(r"\d", raw) and (_phone(digits) or _MOBILE.fullmatch(digits)):
            yield shaped(
                match,
                Category.PHONE,
                "pattern:phone-ocr",
                "numéro lu avec des lettres pour des chiffres",
                0.7,
            )


@lru_cache(maxsize=4096)
def _phone(digits: str) -> str | None:
    """The type of a valid number, None for an invalid one."""
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    for region in ("FR",) if digits.startswith("+") else _REGIONS:
        try:
            number = phonenumbers.parse(digits, region)
        except phonenumbers.NumberParseException:
            return None
        if phonenumbers.is_valid_number(number):
            kind = phonenumbers.number_type(number)
            return str(phonenumbers.PhoneNumberType.to_string(kind))
    return None
