"""Names in small letters: logins, file names, links, folders: « s.kerlann », « /home/skerlann »."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.detect.vetoes import is_speakable
from redactor.law.categories import Category
from redactor.paths import resource

_CHUNK = re.compile(r"(?<![\w%~./:@-])[\w%~./:@'-]{8,200}")
_FILE = re.compile(
    r"\.(?:pdf|docx?|od[tsp]|xlsx?|pptx?|jpe?g|png|msg|eml|zip|txt|csv|rtf|md|html?|xml|json|sql|log|odp)$",
    re.I,
)
_HOST = re.compile(r"https?://[^/]*/", re.I)
_SMALL = re.compile(r"[a-zà-ÿœ]{3,20}")
_PIECE = re.compile(
    rf"(?<![^\W_])[{UPPER}]?[^\W\d_]{{3,20}}(?:-[{UPPER}][^\W\d_]{{2,20}})?(?![^\W_])"
)
_MARKS = frozenset("._-")
_COMMON = Known.WORD | Known.PLACE | Known.STOP

# An initial or two, or a first name, a mark, a surname; nothing of an address or a link around.
_LOGIN = re.compile(
    r"(?:(?<![\w.@/\\:%+#-])|(?<=[ (]@))(?P<one>[a-zà-ÿœ]{1,14}(?:-[a-zà-ÿœ]{1,10})?)[._]"
    r"(?P<two>(?:(?:de|du|le|la|van|ben|el|da|dos)[._-]?)?[a-zà-ÿœ]{3,20}(?:-[a-zà-ÿœ]{2,20})?)\d{0,3}"
    r"(?![\w@(\[/\\:=-]|\.\w)"
)
_CODE_LINE = re.compile(r"[{};]|\w\(|\)\.|=[ ]?\w|^\s*(?:import|from|def|return|const|var|let)\b")
_HOME = re.compile(
    r"(?:(?<![\w.])/(?:home|Users|export/home)/"
    r"|[A-Za-z]:\\{1,2}(?:Users|Documents and Settings)\\{1,2}"
    r"|\\\\[\w.-]+\\{1,2}(?:home|users|profil(?:e?s)?)\$?\\{1,2})"
    r"(?P<user>[^\W\d][\w.-]{2,30})(?=[/\\])"
)
_MENTION = re.compile(
    rf"(?<![\w.@:])@(?P<name>[{UPPER}][a-zà-ÿœ]{{2,15}}(?:-[{UPPER}][a-zà-ÿœ]+)?)(?![\w@.])"
)
# « @skerlann », « TODO(solenn) »
_SMALL_MENTION = re.compile(
    r"(?:(?<![\w.@/:])@|(?<!\w)(?:TODO|FIXME|XXX|HACK)(?:[ ]?[(\[]@?|[ ]"
    r"(?=\w+[ ]?:)))(?P<name>[a-zà-ÿœ][a-zà-ÿœ-]{2,20})(?=[ ,;:)\]]|$)",
    re.M,
)
_FOLDER = re.compile(r"(?<=[/\\])[a-zà-ÿœ]{3,15}[._-][a-zà-ÿœ]{3,20}(?=[/\\])")
_FOLDER_INITIAL = re.compile(
    r"(?<=[/\\])(?:[a-z][._-](?P<after>[a-z]{4,20})|(?P<before>[a-z]{4,20})[._-][a-z])(?=[/\\])"
)
# « uid=skerlann », « user=skerlann », « @author skerlann », « - s.kerlann [14/Oct/2022:… »
_ACCOUNT = re.compile(
    r"(?:(?<![\w$.])(?:uid|user|username|userid|login|remote_user|samaccountname|principal|owner)"
    r"[\"']?[ ]?[=:][ ]?[\"']?|(?<![A-Za-z])[A-Z]+_(?:USER(?:NAME)?|LOGIN)=[\"']?|@author[ ]+|"
    # what sudo, sshd and ssh's own file write before an account
    r"(?:sudo|su|cron)(?:\[\d+\])?:[ ]+(?=\S+[ ]:[ ])|(?:publickey|password)[ ]for[ ]"
    r"(?:invalid[ ]user[ ])?(?=\S+[ ]from)|session (?:opened|closed) for user[ ]|"
    r"^[ \t]*User[ ]+(?=\S+$)|^\S+[ ]\S+[ ](?=\S+[ ]\[\d\d/[A-Z][a-z]{2}/\d{4}:))"
    r"(?P<name>[a-z][a-z._-]{2,30}?\d{0,2})(?=[\s,;\"')\]&]|$)",
    re.I | re.M,
)
_INITIAL_DOT = re.compile(r"[a-z]{1,2}[._][a-z-]{3,20}")
_KINDS = (
    r"(?:attestation|cv|contrat|courrier|lettre|arr[eê]t[eé]|bulletin|"
    r"certificat|cni|rib|passeport|dossier|demande|fiche|convocation|notification|justificatif|"
    r"plainte|audition|entretien|evaluation|diplome|avis|recours)"
)
_KIND = re.compile(_KINDS, re.I)
# « attestation_rabekoto_avo.pdf »: after what a document is, whose it is.
_OF_DOCUMENT = re.compile(
    rf"(?:(?<=[\s/\\\"'«(])|^){_KINDS}[_-]"
    r"(?P<words>[a-z]{3,20}(?:[_-][a-z]{3,20})?)(?:[_-]\d+)*"
    r"\.(?:pdf|docx?|od[ts]|xlsx?|jpe?g|png|msg|eml|rtf)(?![\w.])"
)
# « l'utilisateur « tibo34 » », « sous le pseudo "zorro_29" »
_QUOTED_LOGIN = re.compile(
    r"(?<!\w)(?:utilisat(?:eur|rice)|internaute|pseudo(?:nyme)?|compte|profil|membre|login)[ ]"
    r"(?:facebook[ ]|twitter[ ]|instagram[ ])?[«\"“][ ]?(?P<name>[\w.-]{3,30})[ ]?[»\"”]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class LoginWords:
    """`resources/rules/logins.toml`."""

    cue: re.Pattern[str]
    no_surname: frozenset[str]
    no_user: frozenset[str]

    @classmethod
    @cache
    def load(cls) -> LoginWords:
        with (resource("rules") / "logins.toml").open("rb") as file:
            data = tomllib.load(file)
        cues = "|".join(data["cues"])
        return cls(
            re.compile(rf"(?<!\w)(?:{cues})[ ]?(?:de[ ]|d'|:[ ]?|=[ ]?)?[«\"'(]?[ ]?$", re.I),
            frozenset(data["no_surname"].split()),
            frozenset(data["no_user"].split()),
        )


def handles(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """People named in small letters by a login, a file's name, a link or a folder."""
    yield from _in_files(text, lexicon)
    yield from _logins(text, lexicon)
    for match in _HOME.finditer(text):
        user = match["user"]
        if user.lower() not in LoginWords.load().no_user:
            person = bool(re.search(r"[._]", user)) or _is_login(user.lower(), lexicon)
            category = Category.PERSON if person else Category.USERNAME
            yield Found(
                *match.span("user"), category, "rule:home", "dossier personnel d’un poste", 0.8
            )
    for match in _MENTION.finditer(text):
        known = lexicon.of(match["name"])
        heads = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        # « @Inject » opens a line of a program
        if Known.FIRST in known or (not known and not heads and is_speakable(match["name"])):
            yield Found(
                *match.span("name"), Category.PERSON, "rule:mention", "interpellé par « @ »", 0.75
            )
    for match in _SMALL_MENTION.finditer(text):
        name = match["name"]
        if name not in LoginWords.load().no_user and _may_be_login(name, lexicon):
            yield Found(
                *match.span("name"), Category.PERSON, "rule:mention", "interpellé par « @ »", 0.7
            )
    for match in _ACCOUNT.finditer(text):
        name = match["name"]
        signed = match.group().startswith("@author") and _INITIAL_DOT.fullmatch(name)
        if signed or (
            name.lower() not in LoginWords.load().no_user and _is_login(name.lower(), lexicon)
        ):
            yield Found(*match.span("name"), Category.PERSON, "rule:login", "nom d’un compte", 0.75)
    for match in _QUOTED_LOGIN.finditer(text):
        yield Found(
            *match.span("name"), Category.USERNAME, "rule:pseudonym", "pseudonyme entre guillemets",
            0.8,
        )  # fmt: skip


def _logins(text: str, lexicon: Lexicon) -> Iterator[Found]:
    words = LoginWords.load()
    for match in _LOGIN.finditer(text):
        one, two = (
            match["one"],
            re.sub(r"^(?:de|du|le|la|van|ben|el|da|dos)[._-]", "", match["two"]),
        )
        if two in words.no_surname or one in words.no_surname:
            continue
        first, last = lexicon.of(one), lexicon.of(two)
        if Known.STOP in last:
            continue
        cued = words.cue.search(text, max(match.start() - 30, 0), match.start())
        short = len(one.replace("-", "")) <= 2
        if short and cued:
            sure = Known.LAST in last or (not last & _COMMON and len(two) > 3 and is_speakable(two))
        elif short:
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.end() + 80].split("\n")[0]
            sure = Known.LAST in last and Known.WORD not in last and not _CODE_LINE.search(line)
        else:
            sure = Known.FIRST in first and Known.STOP not in first
            sure = sure and (Known.WORD not in first or bool(cued))
            sure = sure and (Known.LAST in last or not last & Known.WORD or bool(cued))
        if sure:
            yield Found(
                *match.span(), Category.PERSON, "rule:login", "identifiant formé d’un nom", 0.75
            )


def _may_be_login(name: str, lexicon: Lexicon) -> bool:
    """A first name, or an initial and a surname, and no word."""
    known = lexicon.of(name)
    if known:
        return bool(known & Known.NAME) and not known & (Known.WORD | Known.STOP)
    last = lexicon.of(name[1:])
    return Known.LAST in last or (not last and len(name) > 5 and is_speakable(name[1:]))


def _is_login(name: str, lexicon: Lexicon) -> bool:
    """« skerlann », « s.kerlann », « kerlann_s », « solenn.kerlann »: a name, no programme."""
    name = name.rstrip("0123456789")
    parts = re.split(r"[._-]", name)
    if len(parts) == 1:
        known = lexicon.of(name)
        return len(name) > 4 and not known & _COMMON and _may_be_login(name, lexicon)
    if len(parts) != 2:
        return False
    one, two = map(lexicon.of, parts)
    if _is_name(one, two):
        return True
    if not (one | two) & Known.STOP and any(
        Known.LAST in k and not other and len(word) > 4 and is_speakable(word)
        for k, other, word in ((one, two, parts[1]), (two, one, parts[0]))
    ):
        return True  # « clemencia.arroyo »
    short, last = sorted(parts, key=len)
    known = lexicon.of(last)
    if len(short) != 1 or last in LoginWords.load().no_surname or Known.STOP in known:
        return False
    return Known.LAST in known or (not known and len(last) > 3 and is_speakable(last))


def _in_files(text: str, lexicon: Lexicon) -> Iterator[Found]:
    for folder in _FOLDER.finditer(text):
        one, two = re.split(r"[._-]", folder.group())
        if _is_name(lexicon.of(one), lexicon.of(two)):
            yield Found(
                *folder.span(), Category.PERSON, "rule:handle", "prénom et nom dans un chemin", 0.65
            )
    for folder in _FOLDER_INITIAL.finditer(text):
        last_known = lexicon.of(folder["after"] or folder["before"])
        if Known.LAST in last_known and not last_known & (Known.STOP | Known.WORD):
            yield Found(
                *folder.span(), Category.PERSON, "rule:handle", "initiale et nom dans un chemin",
                0.65,
            )  # fmt: skip
    for document in _OF_DOCUMENT.finditer(text):
        owners = re.split(r"[_-]", document["words"])
        known = [lexicon.of(word) for word in owners]
        if all(
            not k & _COMMON and (k or is_speakable(w)) for k, w in zip(known, owners, strict=True)
        ):
            yield Found(
                *document.span("words"), Category.PERSON, "rule:handle",
                "nom après celui d’un document", 0.65,
            )  # fmt: skip
    for chunk in _CHUNK.finditer(text):
        raw = chunk.group().rstrip(".")
        host = _HOST.match(raw)
        ending = _FILE.search(raw)
        if "@" in raw or not (host or ending):
            continue
        last = ending.start() if ending else len(raw)
        words = list(_SMALL.finditer(raw, host.end() if host else 0, last))
        for one, two in pairwise(words):
            joined = two.start() - one.end() == 1 and raw[one.end()] in _MARKS
            if joined and _is_name(lexicon.of(one.group()), lexicon.of(two.group())):
                yield Found(
                    chunk.start() + one.start(), chunk.start() + two.end(), Category.PERSON,
                    "rule:handle", "prénom et nom dans un nom de fichier ou un lien", 0.6,
                )  # fmt: skip
        if host:
            continue
        pieces = list(_PIECE.finditer(raw, 0, last))
        # « rib_KERLANN.pdf », « KERLANN_passeport.pdf »: what it is, and whose
        turned = len(pieces) > 1 and _KIND.fullmatch(pieces[1].group())
        if not turned and len(pieces) == 3 and _KIND.fullmatch(pieces[0].group()):
            yield from _owner(chunk.start(), pieces[1:], lexicon)
        for piece in pieces[:1] if turned else pieces[1:]:
            if _is_surname(piece.group(), lexicon):
                yield Found(
                    chunk.start() + piece.start(), chunk.start() + piece.end(), Category.PERSON,
                    "rule:handle", "nom dans un nom de fichier", 0.6,
                )  # fmt: skip


def _owner(start: int, pieces: list[re.Match[str]], lexicon: Lexicon) -> Iterator[Found]:
    """« notification_Robin_Maupas.pdf »: after what a document is, a first name and a surname."""
    one, two = (lexicon.of(piece.group()) for piece in pieces)
    titled = all(piece.group()[0].isupper() for piece in pieces)
    if titled and Known.FIRST in one and Known.STOP not in two and Known.WORD not in two:
        yield Found(
            start + pieces[0].start(), start + pieces[1].end(), Category.PERSON,
            "rule:handle", "prénom et nom dans un nom de fichier", 0.65,
        )  # fmt: skip


def _is_name(one: Known, two: Known) -> bool:
    for first, last in ((one, two), (two, one)):
        if Known.FIRST in first and Known.STOP not in first and not last & (_COMMON | Known.FIRST):
            return True
    return False


def _is_surname(word: str, lexicon: Lexicon) -> bool:
    """A surname that is nothing else; with a capital, also a word of no list that can be said."""
    known = lexicon.of(word)
    if known & _COMMON:
        return False
    return Known.LAST in known or (
        word[0].isupper() and not known and len(word) > 4 and is_speakable(word)
    )
