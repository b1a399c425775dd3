"""URLs that carry a person's address, or a token that opens something."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from redactor.detect.found import Found
from redactor.law.categories import Category

URL = re.compile(
    r"(?:https?|ftps?)://[^\s<>\"'«»|]{4,}(?:\n"
    # the next line of a configuration is no end of a link
    r"(?:(?<=[?&=]\n)|(?![A-Za-z_][\w.-]{1,40}[ ]?=[^\n&%]*(?:\n|$)))"
    r"(?=[^\s<>\"'«»|]*[%=&][^\s<>\"'«»|]*)[^\s<>\"'«»|]{8,}|\n(?!\d{4}-\d\d-\d\d)[0-9a-f-]{8,}(?=[)>\s,.;]|$))*",
    re.I,
)
# « GET /reset?token=… »: a link without its host, as logs have it.
PATH = re.compile(
    r"(?<![^\s\"'(])/[\w./%~-]*\?[^\s<>\"'«»|]{4,}|(?<=(?:GET|PUT) )/[^\s<>\"'«»|]{8,}|"
    r"(?<=(?:POST|HEAD) )/[^\s<>\"'«»|]{8,}"
)
_WRAPPER = re.compile(
    r"urlprotect|safelinks|urldefense|clicktime|protection\.outlook|linkprotect|"
    r"mimecast|proofpoint|barracuda|"
    r"cudasvc|sophos|mailinblack|vadesecure|trendmicro|fireeye|/wis/clicktime|checkpoint",
    re.I,
)
_TOKEN_NAME = re.compile(
    r"(?:^|[_-])(?:token|auth|key|sig|signature|sess|session|sessionid|sid|jsessionid|"
    r"phpsessid|secret|hash|code|ticket|umid|jwt|"
    r"access|apikey|api_key|pwd|password|pass|otp|nonce|uid|uuid|guid|invite|"
    r"invitation|reset|confirm|confirmation|unsubscribe|sas|sv|se|h|t|tk|k|u)(?:$|[_-])",
    re.I,
)
# « ?id=28817-k7Xw0q »: small letters, capitals and digits
_DRAWN = re.compile(r"(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{10,}$")
_LETS_IN = re.compile(
    r"/(?:enrol\w*|reset|activ\w*|confirm\w*|invit\w*|verif\w*|unlock)[^/]*\?", re.I
)
_BOTH_CASES = re.compile(r"(?=\w*[a-z]\w*[A-Z])(?=\w*[A-Z]\w*[a-z])\w{8,}")
_PARAMETER = re.compile(r"[?&;#]([\w.\[\]-]{1,40})=([^&#\s]+)")
_STRONG_NAME = re.compile(
    r"token|key|clef?$|sig|secret|hash|pwd|passw|auth|ticket|otp|code|session|jwt|sid|sso|acc[eè]s$|jeton|saml|hmac|"
    r"nonce|assertion|^state$",
    re.I,
)
_FILE = re.compile(
    r"\.(?:pdf|html?|css|js|svg|xlsx?|od[tsp]|csv|xml|json|jpe?g|png|docx?|zip|aspx?|php)$", re.I
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg)$", re.I)
_SEGMENT = re.compile(r"(?<=/)[\w~.=%@-]{6,}(?=$|[/?#$])")
# « /s/Xk29fLq2 »: what services of sharing put before what opens a file.
_SHARED = re.compile(
    r"/(?:[a-z]|share|shared|invit\w*|(?:meetup-)?join|partages?|reset|verif\w*|confirm\w*|magic|"
    r"rdv|dl|download|link|lien|acces|access|activ\w*|depot|sondage|salon|salle|meet|visio|stop|"
    r"unsub\w*|d[eé]s(?:abo|inscri)\w*|cagnotte|collecte|pot|formulaires?|forms?|enquetes?|qr|suivi|"
    r"val(?:id\w*)?|:[a-z]:/[a-z])/$"
)
# « 2023-04-la-reunion-du-conseil »: a title
_SLUG = re.compile(r"(?:\d{1,4}-)*[a-zà-ÿœ]{2,}(?:-(?:[a-zà-ÿœ]+|\d{1,4})){2,}", re.I)
# « visio.exemple.fr/j/418-207-963 », « webconf.exemple.fr/jgqz-4418-hsrb »: where people meet
_MEETING = re.compile(
    r"://[^/]*(?:visio|web-?conf|webinaire|meet|jitsi|bbb|zoom|conf[eé]rence|assist)[^/]*/"
    # « /r/hqz-trwm-okb »: groups that cannot be said
    r"(?:[\w.-]+/){0,3}(?P<room>(?:(?=[a-z-]*\d)|(?=[a-z-]*[bcdfghjklmnpqrstvwxz]{3}))"
    r"[a-z0-9]{2,}(?:-[a-z0-9]{2,}){1,4})(?=$|[/?#])",
    re.I,
)
_CARRIED = re.compile(r"[\w.+-]{2,}@[\w-]+\.[a-z]{2,}")
# « /services/T02/B9K/xk29Lm0P »: what a chat or a robot calls back, in several parts.
_HOOK = re.compile(
    r"/(?:services|web-?hooks?|hooks?|api/webhooks|incoming)/(?P<value>[\w@.-]+(?:/[\w@.-]+)*)",
    re.I,
)
# « /bot58104429:AAHx7Zq0LmRt8VbNcYwKp/sendMessage »: what speaks for a robot
_ROBOT = re.compile(r"(?<=/bot)\d{6,12}:[\w-]{20,}")
# Data that a State publishes: what names them opens nothing that is not open.
_PUBLISHED = re.compile(r"data\.gouv|/datasets?/|/jeux-de-donnees/")
# « 9xk2mvq8f3lw7 »: letters and digits that take turns, four times or more.
_TURNS = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")


def urls(text: str) -> Iterator[Found]:
    """URLs that carry a person's address, or a token that opens something."""
    if "/" not in text:
        return
    for match in (m for pattern in (URL, PATH) for m in pattern.finditer(text)):
        raw = match.group().rstrip(".,;:!?)]}’")
        if raw.count("(") > raw.count(")"):
            raw = match.group().rstrip(".,;:!?]}’")
        start, end = match.start(), match.start() + len(raw)
        decoded = unquote(unquote(raw))
        host = re.split(r"[/?#]", raw.partition("://")[2])[0] if "://" in raw else ""
        if _WRAPPER.search(raw) and ("%" in raw or "?" in raw):
            yield Found(
                start, end, Category.URL_TOKEN, "url:wrapper",
                "lien réécrit par un filtre de courriel : porte une adresse et un jeton", 0.97,
            )  # fmt: skip
            continue
        query = decoded[len(host) :]
        # « ?user=anne.kerven@exemple.fr » is an address that `emails` reads, in a link
        if _CARRIED.search(query) and not _CARRIED.search(raw) and "@" not in host:
            yield Found(
                start,
                end,
                Category.URL_TOKEN,
                "url:address",
                "l’adresse du lien porte une adresse électronique",
                0.95,
            )
            continue
        for part in _PARAMETER.finditer(raw):
            name, value = part.groups()
            if _FILE.search(value):
                continue  # « ?n=12/530682_Decret_n2031_7284.pdf »: a document that anyone opens
            random = len(value) >= 16 and looks_random(value)
            strong = _STRONG_NAME.search(name) and len(value) >= 5 and looks_random(value, 2)
            weak = _TOKEN_NAME.search(name) and len(value) >= 8 and looks_random(value, 2.2)
            # « /enroll?t=QWxhZGRpbjpv »: where one is let in, letters of both cases are enough
            weak = weak or bool(_LETS_IN.search(raw) and _BOTH_CASES.fullmatch(value))
            weak = weak or (name == "id" and _DRAWN.match(value) and looks_random(value, 2.5))
            if random or strong or weak:
                yield Found(
                    start + part.start(2), start + part.end(2), Category.URL_TOKEN, "url:token",
                    f"jeton dans le paramètre « {name} »", 0.9,
                )  # fmt: skip
        if room := _MEETING.search(raw):
            yield Found(
                start + room.start("room"), start + room.end("room"), Category.URL_TOKEN,
                "url:token", "salle d’une réunion en ligne", 0.85,
            )  # fmt: skip
            continue
        hook = _HOOK.search(raw)
        if hook and len(hook["value"]) >= 14 and _opens(hook["value"].replace("/", "")):
            yield Found(
                start + hook.start("value"), start + hook.end("value"), Category.URL_TOKEN,
                "url:token", "jeton dans l’adresse d’un rappel", 0.9,
            )  # fmt: skip
            continue
        if robot := _ROBOT.search(raw):
            yield Found(
                start + robot.start(), start + robot.end(), Category.URL_TOKEN,
                "url:token", "jeton dans l’adresse d’un robot", 0.9,
            )  # fmt: skip
            continue
        path = raw.partition("?")[0]
        if _PICTURE.search(path) or _PUBLISHED.search(path):
            continue  # where a site keeps its pictures opens nothing else
        for part in _SEGMENT.finditer(path, raw.find(host) + len(host)):
            shared = _SHARED.search(raw[: part.start()]) and re.search(r"\d", part.group())
            if not (shared or _long_enough(part.group())):
                continue
            if _SLUG.fullmatch(part.group()):
                continue
            short = len(part.group()) < 14
            if looks_random(
                part.group(), 2.2 if shared else 2.8 if short else 3.3
            ) and not _FILE.search(part.group()):
                yield Found(
                    start + part.start(),
                    start + part.end(),
                    Category.URL_TOKEN,
                    "url:token",
                    "jeton dans le chemin du lien",
                    0.85,
                )


def _opens(value: str) -> bool:
    """Whether what calls a robot back looks drawn: « y8rtq3mmofd1ukgwz5 » may hold some words."""
    return looks_random(value) or (bool(re.search(r"\d[a-z]+\d", value)) and entropy(value) > 3)


def _long_enough(segment: str) -> bool:
    """Twenty characters, fourteen of three kinds (« g.x8Kq2LmVn0ZrTy » opens a pad), or ten
    in which letters and digits take turns."""
    if (
        len(segment) >= 8
        and len(_TURNS.findall(segment)) >= (4 if len(segment) >= 10 else 3)
        and not re.fullmatch(r"[\d.-]*[a-z]?[\d.-]*", segment)
    ):
        return True
    if len(segment) < 14:
        return False
    kinds = any(map(str.isdigit, segment)), any(map(str.islower, segment))
    return len(segment) >= 20 or (all(kinds) and any(map(str.isupper, segment)))


def looks_random(value: str, bits: float = 3.0) -> bool:
    """Whether a value looks drawn at random: mixed digits and letters, no words."""
    value = unquote(value.replace("+", " "))
    if " " in value or not value.isascii():
        return False  # words, percent-encoded
    core = value.strip("=.-_")
    if not core or not any(map(str.isdigit, core)) or not any(map(str.isalpha, core)):
        return (
            bool(re.fullmatch(r"[A-Za-z]{24,}", core))
            and entropy(core) > 4
            and core != core.lower()
        )
    if re.fullmatch(r"[A-Za-z]+\d+|(?:PC|PA|PD|DP|CU[ab]?|AT)\d{6,10}[A-Z]?\d{4}", core):
        return False  # LEGIARTI000031366350, PC02542323A0007: a register's number
    if re.fullmatch(r"(?:[a-zéèà]+[-_.])+(?:[a-zéèà]+\d{0,4}|\d{1,6})", core):
        return False  # slug-of-words-12
    words = re.findall(r"[a-z]{4,}", core)
    return entropy(core) >= bits and sum(map(len, words)) < 0.5 * len(core)


def entropy(value: str) -> float:
    """Bits a character."""
    counts = Counter(value)
    return -sum(n / len(value) * math.log2(n / len(value)) for n in counts.values())
