"""Licence plates and IP addresses."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from redactor.detect.found import Found, shaped
from redactor.law.categories import Category

_PLATE = re.compile(
    r"(?<![\w-])([A-HJ-NP-TV-Z]{2}|W(?=-))([ .-]?\n?| - )(\d{3})([ .-]?\n?| - )"
    r"([A-HJ-NP-TV-Z]{2})(?![\w-])"
)
_OLD_PLATE = re.compile(
    # « 06:58:12 CAM-07 »: a second, and a camera
    r"(?<![\w:-])\d{1,4}[ -]?[A-HJ-NP-TV-Z]{2,3}[ -]?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97\d)(?![\w-])"
)
_PLATE_CUE = re.compile(
    r"(?:immatricul|plaque|v[ée]hicule|voiture|moto|scooter|camion|fourgon|"
    r"certificat d.immat|carte grise|[A-Z][a-zé]+ [A-Z0-9]\w*,? )[^\n]{0,50}$",
    re.I,
)


_OLD_PLATE_CUE = re.compile(
    r"immatricul|(?<!\w)immat(?!\w)|plaque|v[ée]hicu[li]e|voiture|(?<!\w)vl\d?(?!\w)|carte grise|"
    r"poids lourd|"
    r"fourri[èe]re|[ée]pave|scooter|fourgon|pick-?up|caravane|remorque|camping-car|"
    r"(?<!\w)(?:peugeot|renault|citro[ëe]n|dacia|duster|sandero|clio|m[ée]gane|twingo|kangoo|golf|"
    r"polo|bmw?|audi|mercedes|toyota|hilux|nissan|ford|fiat|opel|corsa|volkswagen|vw|seat|skoda|"
    r"hyundai|kia|suzuki|yamaha|honda|berlingo|partner|moto|camion|camionnette|4x4|quad)(?!\w)",
    re.I,
)
# « 218 417 P », « 412 345 NC », « 1234 WF »: the plates of the Pacific, near a vehicle
_PACIFIC_PLATE = re.compile(
    r"(?<![\w.,-])(?<!\d[ ])(?:\d{1,3}[ ]?\d{3}[ ]?(?:P|NC)|\d{1,4}[ ]?WF)(?![\w-]|[ ]?\d)"
)
# « ER-822-2A », « ff 117 kd », « AB-l23-CD »: misprinted, in small letters, near a vehicle
_LOOSE_PLATE = re.compile(
    r"(?<![\w-])(?:[A-HJ-NP-TV-Z]{2}[ -]\d{3}[ -]2[AB]|"
    r"[A-HJ-NP-TV-Z]{2}[ -](?=\d*[OIl])(?=[OIl]*\d)[\dOIl]{3}[ -][A-HJ-NP-TV-Z]{2}|"
    r"(?!de|le|la|en|et|ma|ta|sa|ce|se|ne|me|te|je|st|rn|rd|art)[a-hj-np-tv-z]{2}(?P<mark>[ -]?)"
    r"\d{3}(?P=mark)(?!km|cm|mm|ch|cv|kg|ml|ha|cc|et|de|en|le|la)[a-hj-np-tv-z]{2}|"
    r"\d{2,4}[ -][A-HJ-NP-TV-Z]{2,3}[ -](?:[1-9][OIl]|O[1-9])|"
    r"(?=\d*[OIl])(?=[OIl]*\d)[\dOIl]{2,4}[ -][A-HJ-NP-TV-Z]{2,3}[ -](?:0[1-9]|[1-8]\d|9[0-5])|"
    # « OG-DS 551 », « B-TR 4409 », « HD KL 4471 »: of Germany
    r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ ]\d{1,4}E?|[A-ZÄÖÜ]{1,3}[ ][A-Z]{1,2}[ ]\d{3,4}|"
    # « B 204 XKL », « AA KS-417 », « 42-XP-18 »: of Romania, Hungary, Portugal
    r"(?:B|[A-Z]{2})[ -]\d{2,3}[ -][A-Z]{3}|[A-Z]{2}[ ][A-Z]{2}-\d{3}|\d\d-[A-Z]{2}-\d\d|"
    # « 1-KLT-407 », « 8841 LBC », « LB17 KZO », « VD 418 207 », « WGM 4481C »: of Belgium, Spain,
    # the United Kingdom, Switzerland, Poland
    r"[1-9]-[A-Z]{3}-\d{3}|\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}|[A-Z]{2}\d{2}[ ][A-Z]{3}|"
    r"(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)"
    r"[ -]\d{1,3}[ ']\d{3}|[A-Z]{2,3}[ ]\d{4}[A-Z])(?![\w-])"
)
# « GB-812-K », « ef 902 s »: light motor cycles, near one
_LIGHT = re.compile(
    r"(?<![\w-])[A-HJ-NP-TV-Z]{2}(?P<mark>[ -])\d{2,3}(?P=mark)[A-HJ-NP-TV-Z](?![\w'’-])", re.I
)
_LIGHT_CUE = re.compile(
    r"(?<!\w)(?:moto|cyclo(?:moteur)?|scooter|mob(?:ylette|ilette)?|solex|quad|trottinette|"
    r"voiturette|sans permis)s?(?!\w)[^\n]{0,40}$",
    re.I,
)
# « wx-418-qs »: nothing else is written so
_SMALL_PLATE = re.compile(r"[a-z]{2}-\d{3}-[a-z]{2}")
#: Characters before a plate, and after it, in which a vehicle is named.
_VEHICLE_REACH = 150
#: Characters between a plate of the old system and the plate of a list that vouches for it.
_LIST_REACH = 120
_SURE_PLATE = 0.75


def plates(text: str) -> Iterator[Found]:
    """Licence plates of both systems."""
    modern = list(_modern_plates(text))
    yield from modern
    for match in _OLD_PLATE.finditer(text):
        before = text[max(match.start() - 70, 0) : match.start()]
        listed = any(
            -_LIST_REACH < match.start() - one.start < _LIST_REACH and one.confidence > _SURE_PLATE
            for one in modern
        )
        if _OLD_PLATE_CUE.search(before) or (listed and re.search(r"[ -]", match.group())):
            yield shaped(
                match,
                Category.LICENCE_PLATE,
                "pattern:plate-old",
                "plaque d’immatriculation (ancien format)" + (", parmi d’autres" if listed else ""),
                0.8 if listed else 0.9,
            )
    for pattern in (_PACIFIC_PLATE, _LOOSE_PLATE):
        for match in pattern.finditer(text):
            if _SMALL_PLATE.fullmatch(match.group()) or _OLD_PLATE_CUE.search(
                text, max(match.start() - _VEHICLE_REACH, 0), match.end() + _VEHICLE_REACH // 3
            ):
                yield shaped(
                    match,
                    Category.LICENCE_PLATE,
                    "pattern:plate-old",
                    "plaque d’immatriculation, près d’un véhicule",
                    0.75,
                )

    for match in _LIGHT.finditer(text):
        if _LIGHT_CUE.search(text, max(match.start() - 60, 0), match.start()):
            yield shaped(
                match, Category.LICENCE_PLATE, "pattern:plate-old",
                "plaque d’un cyclomoteur", 0.75,
            )  # fmt: skip


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    """« 'GE304FW' », a value of code: little else is two letters, three digits, two letters."""
    mark = text[match.start() - 1 : match.start()]
    return mark in ("'", '"') and text.startswith(mark, match.end())


def _modern_plates(text: str) -> Iterator[Found]:
    for match in _PLATE.finditer(text):
        before = text[max(match.start() - 70, 0) : match.start()]
        if "SS" in (match[1], match[5]) or (match[1] == "WW" and not match[2]):
            continue
        if match[1] == match[5] == "AA" and match[3] in ("000", "001", "123"):
            continue  # « (format AA-123-AA) »: what a plate looks like
        cued = bool(_PLATE_CUE.search(before))
        if match[2].strip() == match[4].strip() == "-":
            yield shaped(
                match, Category.LICENCE_PLATE, "pattern:plate", "plaque d’immatriculation", 0.97
            )
        elif cued or (match[2] == match[4] == " ") or _is_quoted(text, match):
            yield shaped(
                match,
                Category.LICENCE_PLATE,
                "pattern:plate",
                "plaque d’immatriculation",
                0.9 if cued else 0.7,
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
        yield shaped(match, Category.IP_ADDRESS, "pattern:ip", "adresse IP", 0.95)
    for match in _IPV6.finditer(text):
        try:
            address = ipaddress.ip_address(match.group())
        except ValueError:
            continue
        if match.group().count(":") >= 3 and not address.is_loopback:
            yield shaped(match, Category.IP_ADDRESS, "pattern:ip", "adresse IPv6", 0.95)
