"""Secrets known by the name of the variable, the tag or the call that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.detect.links import looks_random
from redactor.detect.searched import Searched
from redactor.detect.secret_rules import DATA, NAMES, is_about, is_empty, is_secret_name
from redactor.law.categories import Category

_WEAK = re.compile(
    rf"(?<![\w.-])[\"'`]?(?P<name>(?:{'|'.join(DATA['variables']['weak'])}))"
    r"(?:\[\])?[\"'`]?\]?[ ]*(?:=>|[:=])[ ]*(?:(?P<q>[\"'])(?P<value>[^\"'\s]{8,200})(?P=q)|"
    r"(?P<unquoted>[^\s\"'`;,(){}<>\[\]/]{8,200})(?=\s|$))",
    re.I,
)
_SET = re.compile(r"[ \t]*(?:set|export|SET)?[ ]?(?:pass|pw)[ ]?=[^\s]+[ ]*(?:\n|$)", re.I)
_DEFAULTS = re.compile(r"getenv|environ|(?:env|config|fetch)\(|[ ]PIC[ ]")
# $mdp = md5("x")
_HASHED = re.compile(
    rf"(?<![\w.-])[\"'`]?(?P<name>{NAMES})[\"'`]?\]?[ \t]*(?:=>|:=|=|:)[ \t]*"
    r"(?:[\w.]{1,30}[.:]+)?(?:md5|sha_?\d{1,3}|hash|b?crypt|password_hash|hashpw|make|make_password|"
    r"generate_password_hash|base64_(?:en|de)code|b64(?:en|de)code|atob|btoa|encode|encrypt|"
    r"chiffrer?|hasher?|from|str|bytes)\([ ]*(?:[\"'](?:md5|sha-?\d+|bcrypt|utf-?8)[\"'],[ ]*)?"
    r"[bru]?(?P<q>[\"'])(?P<value>[^\"'\n]{3,200})(?P=q)",
    re.I,
)
# What every call with a quoted value has, and hardly a sentence.
_CALLED = re.compile(r"\w\([ ]*[bru]?[\"']")
# "apiKeys": {"matomo": "…", "mapbox": "…"}
_NESTED = re.compile(
    rf"[\"']?(?P<name>{NAMES})[\"']?[ ]?[:=]>?\s*[{{\[](?P<values>[^{{}}\[\]]{{8,600}})[}}\]]",
    re.I,
)
_NESTS = re.compile(r"[:=]>?\s*[{\[]\s*[\"']")
_QUOTED = re.compile(r"[\"'](?P<value>[^\"'\s]{8,200})[\"']")
# « GOOGLE_MAPS_KEY=… », « cleApi: … »: a key, whose value must look drawn at random.
_KEYLIKE = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][A-Z0-9_]*_(?:KEY|CLE|CLEF|HASH|SIGNATURE|SID)|[a-z_]+_key|"
    r"[a-z][A-Za-z]*Key)[\"']?[ ]*(?:=>|[:=])[ ]*[\"']?(?P<value>[^\s\"',;]{12,120})"
)
_NO_KEY = re.compile(r"public|primary|foreign|sort|partition|index|cache|host", re.I)
_ASSIGNED = re.compile(
    rf"(?<![\w.-])[\"'`]?(?P<name>{NAMES})[\"'`]?[\])]?[ \t]*(?:(?::|[ ]As)[ ]*(?:str|String|"
    rf"string|char\*|&str|bytes)[ ]*)?(?:=>|:=|<-|[=!]?==?|<>|::?|\|)[ \t]*"
    rf"(?:[bruf]{{0,2}}\"(?P<double>[^\"\n]{{1,200}})\"|[bruf]{{0,2}}'(?P<single>[^'\n]{{1,200}})'|`"
    rf"(?P<tick>[^`\n]{{1,200}})`|(?P<bare>(?:[^\s\"'`;,)}}\]<>#]|(?<=\w)#(?=\w)){{3,200}}))",
    re.I,
)
_TAG = re.compile(
    rf"<(?:\w{{1,20}}:)?(?P<name>{NAMES})(?:\s[^>]*)?>(?P<value>[^<\n]{{1,200}})</", re.I
)
_KEY_VALUE = re.compile(
    r"(?:name|key|id)=[\"'](?P<name>"
    + NAMES
    + r")[\"'][ ]+value=[\"'](?P<value>[^\"'\n]{1,200})[\"']",
    re.I,
)
# os.environ.get('SMTP_PW', 'x'), WS-PASSE PIC X(08) VALUE 'x': a default
_DEFAULT = re.compile(
    rf"(?:(?:getenv|environ\.get|env|config|fetch)\([ ]*[\"']{NAMES}[\"'][ ]*,|"
    rf"(?<![\w-]){NAMES}[ ]+PIC[ ][^\n'\"]{{1,30}}VALUE)[ ]*"
    r"(?P<q>[\"'])(?P<value>[^\"'\n]{3,200})(?P=q)",
    re.I,
)
# ('smtp_pwd', 'x'): the name and the value of a setting, side by side in a statement
_PAIR = re.compile(
    rf"[\"'](?P<name>{NAMES})[\"'][ ]*,[ ]*[\"'](?P<value>[^\"'\n]{{4,200}})[\"']", re.I
)
_CALL = re.compile(
    r"(?<![\w\"'])(?:set(?:Password|Secret|Token|ApiKey)|password_hash|PASSWORD|IDENTIFIED BY|"
    r"ENCRYPTED PASSWORD|login_with_password|(?:define|putenv|setenv)\([ ]*[\"'](?P<name>\w*"
    r"(?:PASSWORD|PASSWD|_PASSE?(?![A-Z])|PWD|SECRET|_KEY|_SALT|TOKEN|MDP)\w*)[\"'][ ]*,)"
    r"[ ]*\(?[ ]*(?P<q>[\"'])"
    r"(?P<value>[^\"'\n]{1,200})(?P=q)",
    re.I,
)
# A password that is its own name, between quotes.
_AS_NAMED = ("password", "secret", "passwd", "token")
# In small letters: what every match of `_CALL` holds.
_CALLS = (
    "password", "setsecret", "settoken", "setapikey", "identified by", "define(", "putenv(",
    "setenv(",
)  # fmt: skip
_CODE = re.compile(r"^[A-Za-z_][\w.]*(?:\(|\[|\.[A-Za-z_]\w*[\w.]*\(?)")
_PROSE = re.compile(r"^[^\W\d_]+(?:-[^\W\d_]+)*$")
_WORDS = re.compile(r"[^\W\d_]+(?:[-_ ][^\W\d_]+)*")


def of_variables(searched: Searched) -> Iterator[Found]:
    """What code, configuration and exports give to a name."""
    yield from _called(searched)
    if searched.names:
        yield from _nested(searched)
        yield from _paired(searched)
        yield from _assigned(searched)
    if searched.gives:
        yield from _weakly_named(searched)
        yield from _keys(searched)


def _called(searched: Searched) -> Iterator[Found]:
    """Given in a tag, an attribute, a call."""
    text = searched.text
    patterns = [_TAG, _KEY_VALUE] if searched.names else []
    if searched.names and _CALLED.search(text):
        patterns.append(_HASHED)
    if searched.names and _DEFAULTS.search(text):
        patterns.append(_DEFAULT)
    if any(map(searched.small.__contains__, _CALLS)):
        patterns.append(_CALL)
    for pattern in patterns:
        for match in pattern.finditer(text):
            name = match.groupdict().get("name")
            if not (name and is_about(name)) and not is_empty(match["value"].strip()):
                yield Found(
                    *match.span("value"), Category.SECRET, "secret:named",
                    "valeur d’un mot de passe ou d’un jeton", 0.9,
                )  # fmt: skip


def _of(match: re.Match[str], group: str, confidence: float, kind: str = "variable") -> Found:
    name = match["name"][-40:]
    return Found(
        *match.span(group), Category.SECRET, f"secret:{kind}", f"valeur de « {name} »", confidence
    )


def _nested(searched: Searched) -> Iterator[Found]:
    text = searched.text
    for nest in _NESTED.finditer(text) if _NESTS.search(text) else ():
        for match in _QUOTED.finditer(text, *nest.span("values")):
            value = match["value"]
            if looks_random(value) and len(value) > 15 and not is_empty(value):
                yield Found(
                    *match.span("value"), Category.SECRET, "secret:variable",
                    f"valeur de « {nest['name'][-40:]} »", 0.85,
                )  # fmt: skip


def _paired(searched: Searched) -> Iterator[Found]:
    for match in _PAIR.finditer(searched.text):
        value = match["value"]
        if not (is_empty(value) or is_about(match["name"]) or _WORDS.fullmatch(value)):
            yield _of(match, "value", 0.85, "named")


def _keys(searched: Searched) -> Iterator[Found]:
    """« GOOGLE_MAPS_KEY=… »"""
    for match in _KEYLIKE.finditer(searched.text):
        linked = searched.in_link(match.start())
        if not linked and looks_random(match["value"]) and not _NO_KEY.search(match["name"]):
            yield _of(match, "value", 0.85)


def _weakly_named(searched: Searched) -> Iterator[Found]:
    """« CLE_IGN = "h1osi7vfm" »: a key of something, if its value looks drawn at random."""
    for match in _WEAK.finditer(searched.text):
        group = "value" if match["value"] else "unquoted"
        value = match[group]
        marked = re.search(r"[!@#$%*&]", value) or (len(value) > 20 and group == "value")
        if searched.in_link(match.start()) or is_empty(value):
            continue
        if _NO_KEY.search(match["name"]) or is_about(match["name"]):
            continue
        if re.search(r"\d", value) and (marked or looks_random(value, 2.8)):
            yield _of(match, group, 0.75)


def _assigned(searched: Searched) -> Iterator[Found]:
    """« mdp = "x" », « mdp: x »"""
    text = searched.text
    for match in _ASSIGNED.finditer(text):
        group = next(g for g in ("double", "single", "tick", "bare") if match[g] is not None)
        value = match[group].strip()
        if searched.in_link(match.start()):
            continue  # a link's parameter: `links.urls` says what it is
        if text[match.start() - 1 : match.start()] in ("?", "&"):
            continue  # a connection's parameter, which `connections` reads to its end
        if value.startswith(("http://", "https://")):
            continue  # « modifier votre mot de passe : https://… »: `links.urls` reads it
        if is_about(match["name"]) or (value.isdigit() and len(value) < 4):
            continue
        if "_" in value and _WORDS.fullmatch(value) and is_secret_name(value):
            continue  # « mdp_provisoire | code_parent »: names of columns, a constant
        if group == "bare":
            if match["name"].lower() in ("pass", "pw") and not _SET.match(
                text, text.rfind("\n", 0, match.start()) + 1
            ):
                continue
            if not is_empty(value) and _bare_secret(match, value, text):
                yield _of(match, group, 0.8)
        elif (not is_empty(value) or value.lower() in _AS_NAMED) and (
            len(value.split()) < 4 or _is_phrase(match, value)  # a message has more words
        ):
            yield _of(match, group, 0.93)


def _is_phrase(match: re.Match[str], value: str) -> bool:
    """« passphrase = 'le petit chat est mort' »: words and nothing else, given to a variable."""
    return "phrase" in match["name"].lower() and bool(re.fullmatch(r"[\w '-]{8,80}", value))


def _bare_secret(match: re.Match[str], value: str, text: str) -> bool:
    """Whether an unquoted value is one: not code, not prose."""
    if _CODE.match(value) and not re.search(r"[!@#$%^&*+]|\.\d+$", value):
        return False
    if re.fullmatch(r"[A-Za-z_]\w*", value) and _IN_CODE.match(text, match.end()):
        # « client_secret: clientSecret, »: a variable that holds it; « pwd=Ajonc31, » is none
        worded = _WORD_AND_YEAR.fullmatch(value)
        return bool(worded and not is_secret_name(worded["word"]))
    first = text.rfind("\n", 0, match.start()) + 1
    spaced = text[match.end("name") : match.start("bare")]
    line = text[first : match.start("name")].strip(" \"'-#")
    alone = not line and _ENDS_LINE.match(text, match.end())
    if _PROSE.match(value):
        if match["name"].isupper() and "_" in match["name"] and not line:
            return True
        if "=" in spaced and " " not in spaced.strip("=: "):
            return not line.count(" ") > 3 or bool(_PAIRS.search(line))
        told = spaced == ": " and match["name"].isascii() and match["name"] == match["name"].lower()
        return bool(alone and told) or bool(re.search(r"[a-z][A-Z]", value))
    return bool(re.search(r"[\d!@#$%^&*+?_=]", value)) and not re.fullmatch(r"[\d.,/:]{1,3}", value)


_WORD_AND_YEAR = re.compile(r"(?P<word>[A-Za-z]{4,})\d{2,4}")
_IN_CODE = re.compile(r"[ ]*[,)}\];]|[ ]*\.\w|->")
_ENDS_LINE = re.compile(r"[ \t]*(?:\n|$)")
_PAIRS = re.compile(r"\w=\S+[ ]*$|\w=\S+[ ]\w+=?$")
