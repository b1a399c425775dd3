"""Things with a shape, validated: e-mail, telephone, NIR, IBAN, SIRET, plates, IP addresses.

A right key gives full confidence; a near miss (one wrong digit, an O for a 0, spaced letters)
comes with less, never with silence.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers
from stdnum import iban as iban_number
from stdnum import luhn
from stdnum.fr import nif, nir, siren, siret

from redactor.detect.found import Found
from redactor.law.categories import Category, Trait

# --- e-mail -----------------------------------------------------------------------------------

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}(?![\w@])")
# OCR puts a space about a dot or the sign: "noemie. levain@ddt .fr", "jean.petit @ mairie.fr".
_EMAIL_SPLIT = re.compile(
    r"(?<![\w.+-])(?:\w+(?:[ ]?\.[ ]?|[_+-])){0,3}\w+[ ]?(?:@|\(a\)|\[at\]|\(at\)|"
    r"\[arobase\]| arobase | at )[ ]?"
    r"(?:[a-z0-9-]+[ ]?(?:\.|\[dot\]|\(point\)| point )[ ]?){1,3}(?:fr|com|org|net|"
    r"eu|gouv|re|gp|mq|gf|nc|pf|be|ch|info|bzh|corsica|io)\b",
    re.I,
)
_FUNCTIONAL = re.compile(
    r"(?:^|[._+-])(?:contact|accueil|info|infos|secretariat|mairie|prada|cada|dpo|"
    r"dpd|rgpd|courrier|"
    r"bal|drh|rh|dsi|dgs|dga|juridique|service|direction|bureau|pole|cabinet|communication|presse|"
    r"urbanisme|etat-?civil|marches?|achats?|commande|comptabilite|compta|facturation|support|"
    r"assistance|helpdesk|hotline|webmaster|postmaster|admin|administration|noreply|no-?reply|"
    r"ne-?pas-?repondre|donotreply|notification|notifications|inscription|formation|recrutement|"
    r"candidature|greffe|standard|ddt|ddtm|ddpp|dreal|dreets|drac|ars|prefecture|"
    r"pref|sous-pref|sp|rectorat|ce|"
    r"scolarite|bibliotheque|mediatheque|ccas|police|elections?|cantine|salsa|algos|equipe|team|"
    r"collectif|asso|association|syndicat|reclamations?|plaintes?|signalements?|"
    r"usagers?|relations?)"
    r"(?:$|[._+\d-])",
    re.I,
)


def is_functional(address: str) -> bool:
    """Whether an e-mail address is that of a service, judged by its local part."""
    local = address.partition("@")[0].strip().lower()
    if re.match(r"no-?reply|ne-?pas-?repondre|donotreply", local):
        return True
    if re.fullmatch(r"[a-z]{1,2}[._-][a-z-]{3,}|[a-z]{3,}[._-][a-z-]{3,}", local):
        # two words: "noemie.levain" or "service.juridique"
        return all(_FUNCTIONAL.search(word) for word in re.split(r"[._-]", local)[:1])
    return bool(_FUNCTIONAL.search(local))


def emails(text: str) -> Iterator[Found]:
    """E-mail addresses, plain, with accents, or with a space that OCR put in."""
    if "@" not in text and not re.search(r"arobase|[\[(]at[\])]|\(a\)", text, re.I):
        return
    for pattern, confidence, why in (
        (_EMAIL, 0.99, "forme d’une adresse électronique"),
        (_EMAIL_SPLIT, 0.8, "adresse électronique coupée ou écrite en toutes lettres"),
    ):
        for match in pattern.finditer(text):
            address = match.group()
            if (
                pattern is _EMAIL_SPLIT
                and " " in address.partition("@")[0]
                and not re.search(r"[._-]", address.partition("@")[0])
            ):
                continue  # « l'adresse @exemple.fr »: a word before a bare domain
            if _is_masked(address):
                yield _found(match, Category.MASK, "mask", "adresse déjà masquée", 0.9)
                continue
            traits = set()
            if is_functional(address):
                traits.add(Trait.FUNCTIONAL)
            yield Found(
                match.start(), match.end(), Category.EMAIL, "pattern:email", why, confidence,
                traits=frozenset(traits),
            )  # fmt: skip


def _is_masked(address: str) -> bool:
    local, _, domain = address.lower().partition("@")
    return bool(re.fullmatch(r"[x.*+_-]{3,}", local)) or (
        bool(re.match(r"x{3,}", domain)) and bool(re.search(r"x{3,}$|^x+|\*{2,}", local))
    )


# --- telephone --------------------------------------------------------------------------------

_PHONE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)[ .]?\d{1,3}[ .-]?(?:\(0\)[ .-]?)?|\(?0[ .]?)"
    r"(?:[ .\-/()\u00a0]{0,2}\d){6,12}(?![\d]|[.,/-]\d)"
)
_PHONE_LETTERS = re.compile(r"(?<![\w.,/-])[0Oo][ .-]?[1-9Il](?:[ .-]{0,3}[\dOoIl]){8}(?![\w])")
_REGIONS = ("FR", "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "WF")
_PHONE_CUE = re.compile(
    r"(?:t[ée]l[ée]?(?:phone|copie)?|tph|fax|portable|mobile|gsm|ligne(?: directe)?|"
    r"standard|appel|joindre|fixe|poste|phone|☎|✆|📞)\W{0,12}(?:\w+\W{0,3}){0,2}$",
    re.I,
)
_NUMBER_CUE = re.compile(
    r"(?:n°|no|numéro|num|réf(?:érence)?|siret|siren|dossier|facture|iban|rib|"
    r"compte|nir|finess|uai|rna|commande|marché|avis)\W{0,4}$",
    re.I,
)
_SWITCHBOARD = re.compile(
    r"(?:standard|accueil|secrétariat|n° vert|numéro vert|plateforme|service client)[^\n]{0,30}$",
    re.I,
)


def phones(text: str) -> Iterator[Found]:
    """Telephone numbers of the mainland and overseas, and foreign ones written with a +."""
    for match in _PHONE.finditer(text):
        before = text[max(match.start() - 40, 0) : match.start()]
        raw = match.group()
        cued = bool(_PHONE_CUE.search(before))
        if not cued and _NUMBER_CUE.search(before):
            continue
        kind = _phone(re.sub(r"[^\d+]", "", raw.replace("(0)", "")))
        if kind is None:
            if not cued:
                continue
            kind, confidence, why = "near", 0.6, "après « tél. », numéro incomplet ou non attribué"
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
    for match in _PHONE_LETTERS.finditer(text):
        raw = match.group()
        if not re.search(r"[OoIl]", raw):
            continue
        digits = re.sub(r"\D", "", raw.translate(str.maketrans("OoIl", "0011")))
        if re.search(r"\d", raw) and _phone(digits):
            yield _found(
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


# --- numbers with a key -----------------------------------------------------------------------

_SEP = r"[ .\-\u00a0]{0,2}"
_NIR_PARTS = (
    "[1-478]",
    r"[\dOo]{2}",
    r"[\dO]{2}",
    r"(?:\d{2}|2[AB]|9[78])",
    r"[\dO]{3}",
    r"[\dO]{3}",
)
_NIR_KEY = r"(?:[ .\-/\u00a0]{0,3}(?:clé|cle)?[ :]{0,2}[\dO]{2})?(?!\d)"
_NIR = re.compile(r"(?<!\w)" + _SEP.join(_NIR_PARTS) + _NIR_KEY, re.I)
_NIR_SPACED = re.compile(r"(?<!\w)[12](?:[ ]{1,2}[\dAB]){12}(?:[ ]{1,2}\d){0,2}(?!\w)")
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
            if len(digits) == 15 and nir.is_valid(digits):
                changed = bool(re.search("[Oo]", raw))
                why = "NIR, clé valide" + (", un O lu pour un 0" if changed else "")
                yield _found(match, Category.NIR, "pattern:nir", why, 0.85 if changed else 0.999)
            elif len(digits) == 15 and _plausible_nir(digits):
                yield _found(
                    match,
                    Category.NIR,
                    "pattern:nir-key",
                    "forme d’un NIR, clé fausse",
                    0.75 if not cued else 0.95,
                )
            elif len(digits) == 13 and (
                cued or (_plausible_nir(digits) and re.search(r"[ .]", raw))
            ):
                yield _found(
                    match, Category.NIR, "pattern:nir-13", "NIR sans sa clé", 0.95 if cued else 0.7
                )


def _plausible_nir(digits: str) -> bool:
    month = digits[3:5]
    return (
        digits[0] in "12" and month.isdigit() and (1 <= int(month) <= 12 or 20 <= int(month) <= 42)
    )


_IBAN = re.compile(r"(?<![\w])[A-Z]{2}[ ]?[\dO]{2}(?:[ .-]?[A-Z0-9]{1,4}){3,8}(?![\w])")
_RIB = re.compile(
    r"(?<!\d)(\d{5})[ |\t]{1,4}(\d{5})[ |\t]{1,4}([A-Z0-9]{11})[ |\t]{1,4}(\d{2})(?!\d)"
)
_RIB_FIELD = re.compile(
    r"(?:(?:n°|numéro) de compte|compte n°|code guichet|guichet|clé rib|code banque|"
    r"(?:n°|numéro) (?:de )?rib)[ ]*:?[ ]*(?P<value>[A-Z0-9][A-Z0-9 ]{1,26}[A-Z0-9])"
    r"(?![\w])",
    re.I,
)
_CARD = re.compile(r"(?<![\d])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?![\d])")


def banks(text: str) -> Iterator[Found]:
    """IBAN and RIB, whole or by their parts, and bank cards."""
    for match in _IBAN.finditer(text):
        raw = match.group()
        # The shape may have eaten a neighbouring word: try the country's own length first.
        value = re.sub(r"[ .-]", "", raw)
        size = _IBAN_SIZE.get(value[:2])
        if not size or len(value) < size:
            if value[:2] == "FR" and len(value) >= 20:
                yield _found(match, Category.IBAN, "pattern:iban-part", "IBAN incomplet", 0.6)
            continue
        end, count = match.start(), 0
        while count < size:
            count += text[end].isalnum()
            end += 1
        if end < len(text) and text[end].isalnum():
            continue
        kept = value[:size].replace("O", "0") if value[:2] == "FR" else value[:size]
        if iban_number.is_valid(kept, check_country=False):
            why, confidence = "IBAN, clé valide", 0.999
        else:
            why, confidence = "forme d’un IBAN, clé fausse", 0.75
        yield Found(match.start(), end, Category.IBAN, "pattern:iban", why, confidence)
    for match in _RIB.finditer(text):
        good = _rib_key("".join(match.groups()))
        yield _found(
            match,
            Category.IBAN,
            "pattern:rib",
            "RIB, clé valide" if good else "forme d’un RIB",
            0.99 if good else 0.7,
        )
    for match in _RIB_FIELD.finditer(text):
        if any(c.isdigit() for c in match["value"]):
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
            yield _found(
                match, Category.BANK_CARD, "pattern:card", "carte bancaire, clé valide", 0.9
            )


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
    r"(?:num[ée]ro fiscal|n° fiscal|spi|nif|r[ée]f[ée]rence fiscale)[^\n\d]{0,30}"
    r"(?P<value>[0-3](?:[ ]?\d){12})(?!\d)",
    re.I,
)


def companies(text: str) -> Iterator[Found]:
    """SIREN and SIRET (kept by every profile), and personal tax numbers."""
    for match in _SIREN.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        before = text[max(match.start() - 30, 0) : match.start()]
        if len(digits) == 14 and (siret.is_valid(digits) or _COMPANY_CUE.search(before)):
            yield _found(match, Category.COMPANY_ID, "pattern:siret", "SIRET", 0.97)
        elif len(digits) == 9 and siren.is_valid(digits) and _COMPANY_CUE.search(before):
            yield _found(match, Category.COMPANY_ID, "pattern:siren", "SIREN", 0.97)
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


_PLATE = re.compile(
    r"(?<![\w-])([A-HJ-NP-TV-Z]{2})([ -]?)(\d{3})([ -]?)([A-HJ-NP-TV-Z]{2})(?![\w-])"
)
_OLD_PLATE = re.compile(
    r"(?<![\w-])\d{1,4}[ -]?[A-HJ-NP-TV-Z]{2,3}[ -]?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97\d)(?![\w-])"
)
_PLATE_CUE = re.compile(
    r"(?:immatricul|plaque|v[ée]hicule|voiture|moto|scooter|camion|fourgon|"
    r"certificat d.immat|carte grise|[A-Z][a-zé]+ [A-Z0-9]\w*,? )[^\n]{0,50}$",
    re.I,
)


def plates(text: str) -> Iterator[Found]:
    """Licence plates of both systems."""
    for match in _PLATE.finditer(text):
        before = text[max(match.start() - 70, 0) : match.start()]
        if "SS" in (match[1], match[5]) or (match[1] == "WW" and not match[2]):
            continue
        cued = bool(_PLATE_CUE.search(before))
        if match[2] == match[4] == "-":
            yield _found(
                match, Category.LICENCE_PLATE, "pattern:plate", "plaque d’immatriculation", 0.97
            )
        elif cued or (match[2] == match[4] == " "):
            yield _found(
                match,
                Category.LICENCE_PLATE,
                "pattern:plate",
                "plaque d’immatriculation",
                0.9 if cued else 0.7,
            )
    for match in _OLD_PLATE.finditer(text):
        if re.search(
            r"immatricul|plaque|véhicule|voiture|carte grise",
            text[max(match.start() - 70, 0) : match.start()],
            re.I,
        ):
            yield _found(
                match,
                Category.LICENCE_PLATE,
                "pattern:plate-old",
                "plaque d’immatriculation (ancien format)",
                0.9,
            )


_IPV4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)")
_IPV6 = re.compile(r"(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])", re.I)
_VERSION_CUE = re.compile(
    r"(?:version|v|article|art\.?|section|§|chapitre|annexe|rev\.?)\s{0,2}$", re.I
)


def machines(text: str) -> Iterator[Found]:
    """IP addresses. A version number of four parts is none."""
    for match in _IPV4.finditer(text):
        if _VERSION_CUE.search(text[max(match.start() - 12, 0) : match.start()]):
            continue
        try:
            address = ipaddress.ip_address(match.group())
        except ValueError:
            continue
        if address.is_unspecified or address.is_loopback or str(address).startswith("255."):
            continue
        if all(len(part) == 1 for part in match.group().split(".")):
            continue  # 1.2.3.4 numbers a paragraph more often than a machine
        yield _found(match, Category.IP_ADDRESS, "pattern:ip", "adresse IP", 0.95)
    for match in _IPV6.finditer(text):
        try:
            address = ipaddress.ip_address(match.group())
        except ValueError:
            continue
        if match.group().count(":") >= 3 and not address.is_loopback:
            yield _found(match, Category.IP_ADDRESS, "pattern:ip", "adresse IPv6", 0.95)


def _found(
    match: re.Match[str], category: Category, detector: str, why: str, confidence: float
) -> Found:
    name = detector if detector.startswith("pattern:") else f"pattern:{detector}"
    return Found(match.start(), match.end(), category, name, why, confidence)


def find(text: str) -> Iterator[Found]:
    """Every pattern of this module."""
    yield from emails(text)
    if any(map(str.isdigit, text)):
        for detect in (phones, nirs, banks, companies, plates, machines):
            yield from detect(text)
