"""Secrets in code, configuration and logs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Set
from dataclasses import dataclass

from redactor.detect.found import Found
from redactor.detect.links import PATH, URL, entropy, looks_random
from redactor.detect.rules import spaces
from redactor.detect.told import told
from redactor.law.categories import Category
from redactor.paths import resource


@dataclass(frozen=True, slots=True)
class SecretRule:
    """A phrase or a shape of `secrets.toml`."""

    pattern: re.Pattern[str]
    why: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    needs: frozenset[str] = frozenset()
    """Words, in small letters, of which a text holds one wherever the rule can match."""


with (resource("rules") / "secrets.toml").open("rb") as _file:
    _DATA = tomllib.load(_file)

_NAMES = (
    rf"(?:[\w.-]{{0,40}}(?:{'|'.join(_DATA['variables']['inside'])})[\w.-]{{0,40}}|"
    rf"[\w.-]{{0,40}}[_.-](?:{'|'.join(_DATA['variables']['ends'])})|"
    rf"{'|'.join(_DATA['variables']['whole'])})"
)
# What a text with such a name holds, in small letters: no other is searched for one.
_NAMING = re.compile(
    "|".join(
        (
            *(word for word in _DATA["variables"]["inside"] if not word.startswith("(?-i")),
            rf"[_.-](?:{'|'.join(_DATA['variables']['ends'])})",
            *(rf"{word}(?!\w)" for word in _DATA["variables"]["whole"]),
        )
    )
)
_NAMED = re.compile(_NAMES, re.I)
_ABOUT = re.compile("|".join(_DATA["variables"]["about"]), re.I)
_VERB = (
    r"[ ]*(?:(?:(?:est|le|provisoire|initial|temporaire|nouveau|a[ ]été|changé|modifié|"
    r"réinitialisé)(?!\w)|[:=«\"(])[ ]*){0,5}"
)
_SAID_VALUE = (
    r"(?P<value>(?=[\w!@#$%*+.-]*[\d_!@#$%*-])[^\W_][\w!@#$%*+.-]{2,40}[\w!*$@#])(?![\w=])"
)


def _rules(kind: str) -> tuple[SecretRule, ...]:
    return tuple(
        SecretRule(
            re.compile(
                rf"(?<!\w)(?:{'|'.join(map(spaces, entry['cues']))})(?!\w){_VERB}{_SAID_VALUE}",
                re.I,
            )
            if kind == "phrase"
            else re.compile(entry["pattern"])
            if kind == "place"
            else re.compile(rf"(?<![\w/+-])(?P<value>{entry['pattern']})"),
            entry.get("why", "valeur d’un mot de passe ou d’un code"),
            tuple(entry["examples"]),
            tuple(entry["counter"]),
            frozenset(entry.get("needs", ())),
        )
        for entry in _DATA[kind]
    )


PHRASES, SHAPES, PLACES = _rules("phrase"), _rules("shape"), _rules("place")
# Looking for words in a text takes a fiftieth of the time of the rules' own patterns.
_NEEDED = frozenset[str]().union(*(rule.needs for rule in (*PHRASES, *PLACES)))
# « oui : Ajonc#2022!! », said a few lines after « mot de passe »: no word is written so.
_PASSWORD_WORD = re.compile(r"(?<!\w)(?:mots?[ ]de[ ]passe|mdp|password|passwd|pwd)(?!\w)", re.I)
_PASSWORDISH = re.compile(
    r"(?<![^\s(«\"':=])(?=[\w!#$%*@&?+.-]*\d)(?=[^\s]*[A-Za-z])(?=[^\s]*[a-z\d]"
    r"(?:[!#$%*@&?+_][\w!#$%*@&?+]|[#$%*@&+](?:[\s)]|$))|[A-Z][a-zà-ÿœ]{3,}-\d{3,4}(?:-|(?!\w)))"
    r"(?P<value>[\w!#$%*@&?+.-]{7,30}[\w!#$%*@&+])(?=[\s)»\"',;]|\.(?!\w)|$)"
)
#: Characters after a word for a password in which one may be said.
_REACH = 300
_WEAK = re.compile(
    rf"(?<![\w.-])[\"'`]?(?P<name>(?:{'|'.join(_DATA['variables']['weak'])}))"
    r"(?:\[\])?[\"'`]?\]?[ ]*(?:=>|[:=])[ ]*(?:(?P<q>[\"'])(?P<value>[^\"'\s]{8,200})(?P=q)|"
    r"(?P<unquoted>[^\s\"'`;,(){}<>\[\]/]{8,200})(?=\s|$))",
    re.I,
)
_SET = re.compile(r"[ \t]*(?:set|export|SET)?[ ]?(?:pass|pw)[ ]?=[^\s]+[ ]*(?:\n|$)", re.I)
_DEFAULTS = re.compile(r"getenv|environ|(?:env|config|fetch)\(|[ ]PIC[ ]")
# $mdp = md5("x")
_HASHED = re.compile(
    rf"(?<![\w.-])[\"'`]?(?P<name>{_NAMES})[\"'`]?\]?[ \t]*(?:=>|:=|=|:)[ \t]*"
    r"(?:[\w.]{1,30}[.:]+)?(?:md5|sha_?\d{1,3}|hash|b?crypt|password_hash|hashpw|make|make_password|"
    r"generate_password_hash|base64_(?:en|de)code|b64(?:en|de)code|atob|btoa|encode|encrypt|"
    r"chiffrer?|hasher?|from|str|bytes)\([ ]*(?:[\"'](?:md5|sha-?\d+|bcrypt|utf-?8)[\"'],[ ]*)?"
    r"[bru]?(?P<q>[\"'])(?P<value>[^\"'\n]{3,200})(?P=q)",
    re.I,
)
# What gives a value to a name, or stands between the two.
_GIVING = ("=", ":", "<", "|", "',", '",', "' ,", '" ,')
# What every call with a quoted value has, and hardly a sentence.
_CALLED = re.compile(r"\w\([ ]*[bru]?[\"']")
# "apiKeys": {"matomo": "…", "mapbox": "…"}
_NESTED = re.compile(
    rf"[\"']?(?P<name>{_NAMES})[\"']?[ ]?[:=]>?\s*[{{\[](?P<values>[^{{}}\[\]]{{8,600}})[}}\]]",
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
# « POST /login?user=…&password=ajonc93 »
_QUERY = re.compile(
    r"[?&](?:password|passwd|pwd|pass|mdp|mot_?de_?passe)=(?P<value>[^&\s\"'#<>]{3,80})", re.I
)
# « grant_type=…&client_secret=…&refresh_token=… »: what a form sends, in no link
_SENT = re.compile(
    r"(?<=&)(?:client_secret|(?:refresh|access|id)_token|assertion|api_?key|otp|code_verifier)="
    r"(?P<value>[^&\s\"'#<>]{4,400})",
    re.I,
)
_ASSIGNED = re.compile(
    rf"(?<![\w.-])[\"'`]?(?P<name>{_NAMES})[\"'`]?[\])]?[ \t]*(?:(?::|[ ]As)[ ]*(?:str|String|"
    rf"string|char\*|&str|bytes)[ ]*)?(?:=>|:=|<-|[=!]?==?|<>|::?|\|)[ \t]*"
    rf"(?:[bruf]{{0,2}}\"(?P<double>[^\"\n]{{1,200}})\"|[bruf]{{0,2}}'(?P<single>[^'\n]{{1,200}})'|`"
    rf"(?P<tick>[^`\n]{{1,200}})`|(?P<bare>(?:[^\s\"'`;,)}}\]<>#]|(?<=\w)#(?=\w)){{3,200}}))",
    re.I,
)
_TAG = re.compile(
    rf"<(?:\w{{1,20}}:)?(?P<name>{_NAMES})(?:\s[^>]*)?>(?P<value>[^<\n]{{1,200}})</", re.I
)
_KEY_VALUE = re.compile(
    r"(?:name|key|id)=[\"'](?P<name>"
    + _NAMES
    + r")[\"'][ ]+value=[\"'](?P<value>[^\"'\n]{1,200})[\"']",
    re.I,
)
# os.environ.get('SMTP_PW', 'x'), WS-PASSE PIC X(08) VALUE 'x': a default
_DEFAULT = re.compile(
    rf"(?:(?:getenv|environ\.get|env|config|fetch)\([ ]*[\"']{_NAMES}[\"'][ ]*,|"
    rf"(?<![\w-]){_NAMES}[ ]+PIC[ ][^\n'\"]{{1,30}}VALUE)[ ]*"
    r"(?P<q>[\"'])(?P<value>[^\"'\n]{3,200})(?P=q)",
    re.I,
)
# ('smtp_pwd', 'x'): the name and the value of a setting, side by side in a statement
_PAIR = re.compile(
    rf"[\"'](?P<name>{_NAMES})[\"'][ ]*,[ ]*[\"'](?P<value>[^\"'\n]{{4,200}})[\"']", re.I
)
_CALL = re.compile(
    r"(?<![\w\"'])(?:set(?:Password|Secret|Token|ApiKey)|password_hash|PASSWORD|IDENTIFIED BY|"
    r"ENCRYPTED PASSWORD|login_with_password|(?:define|putenv|setenv)\([ ]*[\"'](?P<name>\w*"
    r"(?:PASSWORD|PASSWD|_PASSE?(?![A-Z])|PWD|SECRET|_KEY|_SALT|TOKEN|MDP)\w*)[\"'][ ]*,)"
    r"[ ]*\(?[ ]*(?P<q>[\"'])"
    r"(?P<value>[^\"'\n]{1,200})(?P=q)",
    re.I,
)
_CONNECTION = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]{1,30})://(?P<user>[^\s:/@\"'<>]{0,80}):"
    r"(?P<value>[^\s/\"'<>]{1,120})@",
    re.I,
)
# https://7f3a…@sentry.example/44: a key alone before the host
_CONNECTION_KEY = re.compile(r"[a-z][a-z0-9+.-]{1,30}://(?P<value>[\w-]{8,100})@", re.I)
# « Data Source=db;User ID=app;Password=x », inside another value or alone.
_KEYWORD = re.compile(
    r"(?<=[;?&])[ ]?(?:Jet OLEDB:Database )?(?:password|passwd|pwd|accountkey|sharedaccesskey)="
    r"(?P<value>[^;&\"'\s/][^;&\"'\s]{0,119})",
    re.I,
)
_HEADER = re.compile(
    r"(?:authorization|x-api-key|x-auth-token|private-token|cookie|"
    r"set-cookie)[\"']?[ ]*[:=, ][ ]*[\"']?(?:(?:bearer|basic|token|digest)[ ]+)?"
    r"(?P<value>[A-Za-z0-9+/=_.~%-]{12,}(?:;[^\n\"']*)?)",
    re.I,
)
_KEY_BLOCK = re.compile(
    r"-----BEGIN (?:[A-Z0-9]+ )*(?:PRIVATE KEY|PGP PRIVATE KEY BLOCK)"
    r"(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]+-----|\Z)|"
    r"\$ANSIBLE_VAULT;[^\n]+\n(?:[ \t]*[0-9a-f]{20,}[ \t]*(?:\n|\Z))+",
    re.S,
)
# In small letters: what every match of `_HEADER` and of `_CALL` holds.
_HEADERS = ("authorization", "x-api-key", "x-auth-token", "private-token", "cookie")
_CALLS = (
    "password", "setsecret", "settoken", "setapikey", "identified by", "define(", "putenv(",
    "setenv(",
)  # fmt: skip
_EMPTY = re.compile(rf"(?:{'|'.join(_DATA['values']['none'])})$", re.I)
_CODE = re.compile(r"^[A-Za-z_][\w.]*(?:\(|\[|\.[A-Za-z_]\w*[\w.]*\(?)")
_PROSE = re.compile(r"^[^\W\d_]+(?:-[^\W\d_]+)*$")
_WORDS = re.compile(r"[^\W\d_]+(?:[-_ ][^\W\d_]+)*")


_BY_NAME = (_TAG, _KEY_VALUE, _DEFAULT, _HASHED)


def secrets(text: str) -> Iterator[Found]:
    """Credentials by shape, by the name of their variable, by where they stand."""
    for match in _KEY_BLOCK.finditer(text):
        yield Found(*match.span(), Category.SECRET, "secret:private-key", "clé privée", 0.99)
    small = text.lower()
    words = frozenset(word for word in _NEEDED if word in small)
    given = any(sign in text for sign in _GIVING)
    named = given and ("Pass" in text or _NAMING.search(small) is not None)
    links = (
        [match.span() for pattern in (URL, PATH) for match in pattern.finditer(text)]
        if "/" in text
        else []
    )
    for rule in SHAPES:
        for match in rule.pattern.finditer(text):
            linked = any(low <= match.start() < high for low, high in links)
            category = Category.URL_TOKEN if linked else Category.SECRET
            yield Found(*match.span(), category, "secret:shape", rule.why, 0.97)
    for match in _CONNECTION.finditer(text) if "://" in text else ():
        if not _EMPTY.match(match["value"]):
            yield Found(
                match.start("user"), match.end("value"), Category.SECRET, "secret:connection",
                "identifiants dans une chaîne de connexion", 0.97,
            )  # fmt: skip
    for match in _CONNECTION_KEY.finditer(text) if "://" in text else ():
        if looks_random(match["value"], 2.5):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:connection",
                "clé dans une chaîne de connexion", 0.95,
            )  # fmt: skip
    for pattern in (
        _TAG,
        _KEY_VALUE,
        _HASHED,
        _CALL,
        _QUERY,
        _DEFAULT,
        *(phrase.pattern for phrase in PHRASES if not phrase.needs.isdisjoint(words)),
    ):
        if pattern in _BY_NAME and not named:
            continue
        if pattern is _CALL and not any(map(small.__contains__, _CALLS)):
            continue
        if pattern is _DEFAULT and not _DEFAULTS.search(text):
            continue
        if pattern is _HASHED and not _CALLED.search(text):
            continue
        for match in pattern.finditer(text):
            if pattern is _QUERY and looks_random(match["value"], 2):
                continue  # a token, which `urls` reads
            if (name := match.groupdict().get("name")) and _ABOUT.search(name):
                continue
            if not _EMPTY.match(match["value"].strip()):
                yield Found(
                    *match.span("value"),
                    Category.SECRET,
                    "secret:named",
                    "valeur d’un mot de passe ou d’un jeton",
                    0.9,
                )
    for match in _SENT.finditer(text) if "&" in text else ():
        linked = any(low < match.start() < high for low, high in links)
        if not linked and not _EMPTY.match(match["value"]):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:named",
                "valeur d’un mot de passe ou d’un jeton", 0.9,
            )  # fmt: skip
    yield from _placed(text, words, links)
    yield from _near_words(text) if _may_name_one(small) else ()
    for found in told(text, small):
        linked = any(low < found.start < high for low, high in links)
        if not linked and not _EMPTY.match(text[found.start : found.end]):
            yield found
    yield from _weakly_named(text, links) if given else ()
    for nest in _NESTED.finditer(text) if named and _NESTS.search(text) else ():
        for match in _QUOTED.finditer(text, *nest.span("values")):
            value = match["value"]
            if looks_random(value) and len(value) > 15 and not _EMPTY.match(value):
                yield Found(
                    *match.span("value"), Category.SECRET, "secret:variable",
                    f"valeur de « {nest['name'][-40:]} »", 0.85,
                )  # fmt: skip
    for match in _KEYLIKE.finditer(text) if given else ():
        linked = any(low <= match.start() < high for low, high in links)
        if not linked and looks_random(match["value"]) and not _NO_KEY.search(match["name"]):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:variable",
                f"valeur de « {match['name'][-40:]} »", 0.85,
            )  # fmt: skip
    for match in _PAIR.finditer(text) if named else ():
        value = match["value"]
        if not (_EMPTY.match(value) or _ABOUT.search(match["name"]) or _WORDS.fullmatch(value)):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:named",
                f"valeur de « {match['name'][-40:]} »", 0.85,
            )  # fmt: skip
    for match in _HEADER.finditer(text) if any(map(small.__contains__, _HEADERS)) else ():
        if _EMPTY.match(match["value"]) or not (
            any(map(str.isdigit, match["value"])) or entropy(match["value"]) > 3.2
        ):
            continue
        yield Found(
            *match.span("value"),
            Category.SECRET,
            "secret:header",
            "en-tête d’authentification",
            0.92,
        )
    for match in _KEYWORD.finditer(text) if "=" in text else ():
        linked = any(low < match.start() < high for low, high in links)
        if not linked and not _EMPTY.match(match["value"]):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:connection",
                "mot de passe dans une connexion", 0.95,
            )  # fmt: skip
    for match in _ASSIGNED.finditer(text) if named else ():
        group = next(g for g in ("double", "single", "tick", "bare") if match[g] is not None)
        value = match[group].strip()
        if _EMPTY.match(value) and not (
            group != "bare" and value.lower() in ("password", "secret", "passwd", "token")
        ):
            continue
        if any(low < match.start() < high for low, high in links):
            continue  # a link's parameter: `urls` says what it is
        if text[match.start() - 1 : match.start()] in ("?", "&"):
            continue  # a connection's parameter, which `_KEYWORD` reads to its end
        if (
            match["name"].lower() in ("pass", "pw")
            and group == "bare"
            and not _SET.match(text, text.rfind("\n", 0, match.start()) + 1)
        ):
            continue
        if _ABOUT.search(match["name"]) or (value.isdigit() and len(value) < 4):
            continue
        if "_" in value and _WORDS.fullmatch(value) and _NAMED.fullmatch(value):
            continue  # « mdp_provisoire | code_parent »: names of columns, a constant
        if group == "bare" and not _bare_secret(match, value, text):
            continue
        if group != "bare" and (
            " " in value and len(value.split()) > 3 and not _is_phrase(match, value)
        ):
            continue  # a message: "mot de passe oublié : contactez…"
        yield Found(
            *match.span(group), Category.SECRET, "secret:variable",
            f"valeur de « {match['name'][-40:]} »", 0.93 if group != "bare" else 0.8,
        )  # fmt: skip


def _is_phrase(match: re.Match[str], value: str) -> bool:
    """« passphrase = 'le petit chat est mort' »: words and nothing else, given to a variable."""
    return "phrase" in match["name"].lower() and bool(re.fullmatch(r"[\w '-]{8,80}", value))


def _placed(text: str, words: Set[str], links: list[tuple[int, int]]) -> Iterator[Found]:
    """What stands where a secret does: the places of `secrets.toml`. `words`: those of
    `_NEEDED` that the text holds."""
    for place in PLACES:
        if place.needs and place.needs.isdisjoint(words):
            continue
        for match in place.pattern.finditer(text):
            start = match.start("value")
            linked = any(low <= start < high for low, high in links)
            if not linked and not _EMPTY.match(match["value"]):
                yield Found(*match.span("value"), Category.SECRET, "secret:place", place.why, 0.85)


def _weakly_named(text: str, links: list[tuple[int, int]]) -> Iterator[Found]:
    """« CLE_IGN = "h1osi7vfm" »: a key of something, if its value looks drawn at random."""
    for match in _WEAK.finditer(text):
        group = "value" if match["value"] else "unquoted"
        value = match[group]
        marked = re.search(r"[!@#$%*&]", value) or (len(value) > 20 and group == "value")
        if any(low <= match.start() < high for low, high in links) or _EMPTY.match(value):
            continue
        if _NO_KEY.search(match["name"]) or _ABOUT.search(match["name"]):
            continue
        if re.search(r"\d", value) and (marked or looks_random(value, 2.8)):
            yield Found(
                *match.span(group), Category.SECRET, "secret:variable",
                f"valeur de « {match['name'][-40:]} »", 0.75,
            )  # fmt: skip


def _may_name_one(small: str) -> bool:
    return any(word in small for word in ("passe", "mdp", "passw", "pwd"))


def _near_words(text: str) -> Iterator[Found]:
    """Letters, digits and marks in one word, soon after a word for a password."""
    done = 0
    for word in _PASSWORD_WORD.finditer(text):
        limit = min(word.end() + _REACH, len(text))
        for match in _PASSWORDISH.finditer(text, max(word.end(), done), limit):
            if match.end() == limit < len(text):
                continue  # the reach's end, not the word's
            if not re.search(
                r"@[\w-]+\.|_\w*_|\.\w{2,4}$|[a-z]\(|^[A-Za-z]+_(?:[A-Za-z]+|v\d+)$|^[A-Z]+\d?_[A-Z_]+$",
                match["value"],
            ) and not _EMPTY.match(match["value"]):
                yield Found(
                    *match.span("value"), Category.SECRET, "secret:near",
                    "écrit comme un mot de passe, peu après ce mot", 0.7,
                )  # fmt: skip
        done = word.end() + _REACH


def is_secret_name(name: str) -> bool:
    """Whether a program's name for a field says that it holds one."""
    return bool(_NAMED.fullmatch(name)) and not _ABOUT.search(name)


def is_secret_value(value: str) -> bool:
    """Whether a field for a password holds one: no placeholder, no sentence."""
    if _OF_GROUPS.fullmatch(value):
        return True
    return len(value) > 3 and not re.search(r"\s", value) and not _EMPTY.match(value)


# « 7741 0928, 3316 8052 », twelve words that open a purse
_OF_GROUPS = re.compile(r"\d{3,}(?:[ ,-]+\d{3,}){1,15}|[a-zà-ÿœ]{3,}(?:[ ][a-zà-ÿœ]{3,}){10,23}")


def _bare_secret(match: re.Match[str], value: str, text: str) -> bool:
    """Whether an unquoted value is one: not code, not prose."""
    if _CODE.match(value) and not re.search(r"[!@#$%^&*+]|\.\d+$", value):
        return False
    if re.fullmatch(r"[A-Za-z_]\w*", value) and _IN_CODE.match(text, match.end()):
        # « client_secret: clientSecret, »: a variable that holds it; « pwd=Ajonc31, » is none
        worded = _WORD_AND_YEAR.fullmatch(value)
        return bool(worded and not _NAMED.fullmatch(worded["word"]))
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
