"""Numbers with a key: NIR, IBAN, RIB, bank cards, SIREN, SIRET, tax numbers.

A right key gives full confidence; a near miss (one wrong digit, an O for a 0, spaced letters)
comes with less, never with silence. A number may be broken over two lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban as iban_number
from stdnum import luhn
from stdnum.fr import nif, nir, siren, siret

from redactor.detect.found import Found, shaped
from redactor.law.categories import Category

# Between the groups of a number: a mark or two, and one line's end at most.
_SEP = r"(?:[ .\-\u00a0]{0,2}(?:\n[ ]{0,4})?)"
_NIR_PARTS = (
    "[1-478]",
    r"[\dOo]{2}",
    r"[\dO]{2}",
    r"(?:\d{2}|2[AB]|9[78])",
    r"[\dO]{3}",
    r"[\dO]{3}",
)
_NIR_KEY = r"(?:[ .\-/\u00a0]{0,3}\n?(?:clé|cle)?[ :]{0,2}[\dO]{2}(?![\dO]))?(?!\d)"
_NIR = re.compile(r"(?<!\w)" + _SEP.join(_NIR_PARTS) + _NIR_KEY, re.I)
# In groups of anyone's own: « 100061827905 559 », « 2 9 3 0 9 5 6 1 7 8 0 1 4 67 ».
_NIR_SPACED = re.compile(
    r"(?<!\w)(?<!\d[ ])[12](?:[ .]{0,2}\d){5}[ .]{0,2}[\dAB]"
    r"(?:[ .]{0,2}\d){6}(?:[ .]{0,2}\d){0,2}(?!\w)"
)
# « 2 33 07 66 l64 0l8 22 », « 2 61 O7 12 l45 020 3l »: read with letters for digits, after its cue
_NIR_MISREAD = re.compile(
    r"(?<!\w)[12](?=[^\n]{0,24}[lIO|])(?:[ .]{0,2}[\dOoIl|]){5}[ .]{0,2}[\dAB]"
    r"(?:[ .]{0,2}[\dOoIl|]){6}(?:[ .]{0,2}[\dOoIl|]){0,2}(?!\w)"
)
_GROUPED = re.compile(r"[12][ ]\d\d[ ]\d\d[ ]")
# What numbers something else.
_NUMBERED = re.compile(
    r"(?:n°|num(?:éro)?|réf(?:érence)?|ean|facture|dossier|commande|fiscale?|compte|licence|id)"
    r"[^\n\d]{0,12}\Z",
    re.I,
)
_LETTERS_APART = re.compile(r"\w(?:[ ]{1,2}\w)+")
_NIR_CUE = re.compile(
    r"(?:n\.?i\.?r|s[ée]curit[ée] sociale|s[ée]cu|n°\s?ss|n° insee|num[ée]ro insee|"
    r"immatriculation (?:sociale|assur))[^\n]{0,30}$",
    re.I,
)


def nirs(text: str) -> Iterator[Found]:
    """Numbers of the répertoire des personnes physiques, with their key, Corsica included."""
    for pattern in (_NIR, _NIR_SPACED):
        for match in pattern.finditer(text):
            raw = match.group()
            digits = re.sub(
                r"[^0-9ABab]|clé|cle", "", raw.replace("O", "0").replace("o", "0")
            ).upper()
            cued = bool(_NIR_CUE.search(text[max(match.start() - 60, 0) : match.start()]))
            # « 2 61 05 99 134 0 0 9 »: in the groups of one, though its key is missing
            grouped = len(digits) == 13 and _GROUPED.match(raw) and _ordinary_nir(digits)
            free = cued or grouped or nir.is_valid(digits) or _LETTERS_APART.fullmatch(raw)
            if pattern is _NIR_SPACED and not (free and " " in raw):
                continue
            if len(digits) == 15 and nir.is_valid(digits):
                changed = bool(re.search("[Oo]", raw))
                why = "NIR, clé valide" + (", un O lu pour un 0" if changed else "")
                yield shaped(match, Category.NIR, "pattern:nir", why, 0.85 if changed else 0.999)
            elif len(digits) == 15 and _plausible_nir(digits):
                yield shaped(
                    match,
                    Category.NIR,
                    "pattern:nir-key",
                    "forme d’un NIR, clé fausse",
                    0.75 if not cued else 0.95,
                )
            elif len(digits) == 13 and (
                cued
                or (_plausible_nir(digits) and re.search(r"[ .]", raw))
                or (
                    _ordinary_nir(digits)
                    and not _NUMBERED.search(text[max(match.start() - 30, 0) : match.start()])
                )
            ):
                yield shaped(
                    match, Category.NIR, "pattern:nir-13", "NIR sans sa clé", 0.95 if cued else 0.7
                )
    yield from _misread_nirs(text)


def _misread_nirs(text: str) -> Iterator[Found]:
    for match in _NIR_MISREAD.finditer(text):
        if _NIR_CUE.search(text, max(match.start() - 60, 0), match.start()):
            digits = re.sub(r"[ .]", "", match.group()).translate(_MISREAD)
            why = "NIR, lu avec des lettres pour des chiffres"
            right = len(digits) == 15 and nir.is_valid(digits)
            yield shaped(match, Category.NIR, "pattern:nir-ocr", why, 0.9 if right else 0.8)


def _plausible_nir(digits: str) -> bool:
    month = digits[3:5]
    return (
        digits[0] in "12" and month.isdigit() and (1 <= int(month) <= 12 or 20 <= int(month) <= 42)
    )


def _ordinary_nir(digits: str) -> bool:
    """Of a month of the year and a department: one number of fifty that begins like one."""
    place = digits[5:7]
    return (
        digits[0] in "12"
        and digits[3:5].isdigit()
        and 1 <= int(digits[3:5]) <= 12
        and (place in ("2A", "2B") or (place.isdigit() and place not in ("00", "96")))
    )


_COUNTRY_KEY = r"[A-Z][ ]?[A-Z][ ]{0,2}[\dO][ ]?[\dO]"
_IBAN = re.compile(rf"(?<!\w){_COUNTRY_KEY}(?:[ .-]?\n?[ ]{{0,2}}[A-Z0-9]){{10,30}}(?!\w)")
# « FR76 l68O 60O4 … »: read with letters for digits
_IBAN_MISREAD = re.compile(
    r"(?<!\w)[A-Z]{2}[ ]?[\dOoIl]{2}(?=[^\n]{0,60}[loi|])(?:[ .-]?[A-Z0-9loi|]){10,30}(?!\w)"
)
_MISREAD = str.maketrans("OoIli|SB", "00111158")
_RIB = re.compile(
    r"(?<!\d)(\d{5})[ |\t]{1,4}(\d{5})[ |\t]{1,4}([A-Z0-9]{11})[ |\t]{1,4}(\d{2})(?!\d)"
)
_RIB_FIELD = re.compile(
    r"(?:(?:n°|numéro) de compte|compte n°|code guichet|guichet|clé rib|code banque|"
    r"(?:n°|numéro) (?:de )?rib)[ ]*:?[ ]*(?P<value>[A-Z0-9][A-Z0-9 ]{1,26}[A-Z0-9])"
    r"(?![\w])",
    re.I,
)
_CARD = re.compile(r"(?<!\d)[3-6]\d{3}(?:[ -]?\n?\d{4}){2}[ -]?\n?\d{3,4}(?!\d)")


def banks(text: str) -> Iterator[Found]:
    """IBAN and RIB, whole or by their parts, and bank cards."""
    yield from _ibans(text)
    for match in _RIB.finditer(text):
        good = _rib_key("".join(match.groups()))
        yield shaped(
            match,
            Category.IBAN,
            "pattern:rib",
            "RIB, clé valide" if good else "forme d’un RIB",
            0.99 if good else 0.7,
        )
    for match in _RIB_FIELD.finditer(text):
        if sum(map(str.isdigit, match["value"])) >= 3:
            yield Found(
                *match.span("value"), Category.IBAN, "pattern:rib-field", "champ d’un RIB", 0.85
            )
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) in (15, 16) and luhn.is_valid(digits) and digits[0] in "3456":
            if digits.startswith(("35", "36", "38", "30")) and len(digits) == 15:
                continue
            if siret.is_valid(digits[:14]) and len(digits) == 14:
                continue
            yield shaped(
                match, Category.BANK_CARD, "pattern:card", "carte bancaire, clé valide", 0.9
            )


def _ibans(text: str) -> Iterator[Found]:
    """IBAN of known countries; the shape may have eaten a neighbouring word or a first « FR76 »."""
    for match in _IBAN.finditer(text):
        starts = [match.start() + m.start() for m in _COUNTRY.finditer(match.group())]
        read = [one for start in starts if (one := _iban(text, start, match.end()))]
        if read:
            yield max(read, key=lambda one: one.confidence)
            continue
        value = re.sub(r"[\s.-]", "", match.group())
        if value[:2] == "FR" and len(value) >= 20 and sum(map(str.isdigit, value)) >= 12:
            yield shaped(match, Category.IBAN, "pattern:iban-part", "IBAN incomplet", 0.6)
    for match in _IBAN_MISREAD.finditer(text):
        value = re.sub(r"[\s.-]", "", match.group())
        size, count = _IBAN_SIZE.get(value[:2], 0), len(value)
        whole = count == size or (value[:2] == "FR" and size - 3 <= count <= size + 3)
        if whole and 2 * sum(map(str.isdigit, value)) > count:
            good = iban_number.is_valid(
                value[:2] + value[2:].translate(_MISREAD), check_country=False
            )
            yield shaped(
                match, Category.IBAN, "pattern:iban", "IBAN lu avec des lettres pour des chiffres",
                0.85 if good else 0.65,
            )  # fmt: skip


def _iban(text: str, start: int, stop: int) -> Found | None:
    """The IBAN of its country's length that starts at `start`."""
    value = re.sub(r"[\s.-]", "", text[start:stop])
    size = _IBAN_SIZE.get(value[:2])
    if not size or len(value) < size:
        return None
    end, count = start, 0
    while count < size:
        count += text[end].isalnum()
        end += 1
    if end < len(text) and text[end].isalnum():
        return None
    kept = value[:size].replace("O", "0") if value[:2] == "FR" else value[:size]
    if iban_number.is_valid(kept, check_country=False):
        return Found(start, end, Category.IBAN, "pattern:iban", "IBAN, clé valide", 0.999)
    if iban_number.is_valid(value[:2] + value[2:size].translate(_MISREAD), check_country=False):
        why = "IBAN lu avec des lettres pour des chiffres"
        return Found(start, end, Category.IBAN, "pattern:iban", why, 0.85)
    if text[start + 1] == " " or sum(map(str.isdigit, kept)) < 10:
        return None  # letters set apart are an IBAN only where the key says so
    return Found(start, end, Category.IBAN, "pattern:iban", "forme d’un IBAN, clé fausse", 0.75)


_COUNTRY = re.compile(rf"(?<![^\W_]){_COUNTRY_KEY}")
_IBAN_SIZE = {
    "FR": 27, "MC": 27, "BE": 16, "DE": 22, "ES": 24, "IT": 27, "PT": 25, "LU": 20, "CH": 21,
    "NL": 18, "GB": 22, "IE": 22, "PL": 28, "RO": 24, "AT": 20, "MA": 28, "TN": 24, "DZ": 26,
    "TR": 26, "LT": 20, "SE": 24, "DK": 18, "FI": 18, "GR": 27, "CZ": 24, "HU": 28,
}  # fmt: skip


def _rib_key(rib: str) -> bool:
    """The key of a relevé d'identité bancaire: 97 − (89 b + 15 g + 3 c) mod 97."""
    letters = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")
    digits = rib.upper().translate(letters)
    if len(digits) != 23 or not digits.isdigit():
        return False
    bank, branch, account, key = digits[:5], digits[5:10], digits[10:21], digits[21:]
    return int(key) == 97 - (89 * int(bank) + 15 * int(branch) + 3 * int(account)) % 97


_SIREN = re.compile(
    r"(?<![\w.,])\d{3}[ \u00a0.]?\d{3}[ \u00a0.]?\d{3}(?:[ \u00a0.]?\d{5})?(?![\w]|[.,]\d)"
)
_COMPANY_CUE = re.compile(r"(?:siren|siret|rcs|n° d.entreprise|tva)[^\n]{0,24}$", re.I)
_TAX = re.compile(
    r"(?:num[ée]ro fiscal|n[°º] fiscal|spi|nif|r[ée]f[ée]rence fiscale)"
    r"(?:[^\n\d]|(?<!\d)[1-4](?=[ ]?:)){0,30}"
    r"(?P<value>[0-3](?:[ ]?\d){12})(?!\d)",
    re.I,
)


def companies(text: str) -> Iterator[Found]:
    """SIREN and SIRET (kept by every profile), and personal tax numbers."""
    for match in _SIREN.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        before = text[max(match.start() - 30, 0) : match.start()]
        if len(digits) == 14 and (siret.is_valid(digits) or _COMPANY_CUE.search(before)):
            yield shaped(match, Category.COMPANY_ID, "pattern:siret", "SIRET", 0.97)
        elif len(digits) == 9 and siren.is_valid(digits) and _COMPANY_CUE.search(before):
            yield shaped(match, Category.COMPANY_ID, "pattern:siren", "SIREN", 0.97)
    for match in _TAX.finditer(text):
        digits = re.sub(r"\D", "", match["value"])
        good = nif.is_valid(digits)
        yield Found(
            *match.span("value"),
            Category.TAX_ID,
            "pattern:tax",
            "numéro fiscal" + (", clé valide" if good else ""),
            0.98 if good else 0.9,
        )
