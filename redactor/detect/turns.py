"""Who speaks in minutes, writes in a conversation or signs a message: names by their turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.detect.found import Found
from redactor.detect.initials import GREETING, MESSAGE_END
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import FUNCTION_WORDS, UPPER
from redactor.detect.vetoes import is_speakable
from redactor.law.categories import Category

# The last line of a message, which is one word: « Ludi ».
_SIGNED_OFF = re.compile(
    rf"[.!?,…)][ ]*\n(?:[ >]*\n)?[ >]*"
    rf"(?P<name>[{UPPER}][a-zà-ÿœ]{{2,10}}(?:-[{UPPER}][a-zà-ÿœ]+)?)[ ]*{MESSAGE_END}"
)
# « Kerlann : d'accord. Riou : contre. »: who speaks, in minutes.
_SPEAKER = re.compile(
    rf"(?:^|(?<=[.!?»] ))(?P<name>[{UPPER}][a-zà-ÿœ'-]{{2,15}})[ ]?:[ ](?=[^\W\d_«\"])", re.M
)
# « [14:03] Jo : d'accord », « 12/03/2023, 14:02 - Karine P. : merci »: who writes, in a chat.
_CHAT = re.compile(
    r"^[ ]*(?:\[[^\]\n]{4,22}\]|(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?[ ](?:à[ ])?)?"
    r"\d{1,2}[:h]\d\d(?::\d\d)?)[ ]?[-–]?[ ]?<?"
    rf"(?P<name>[{UPPER}](?:[^\W_]|['-]){{1,15}})(?:_\w{{1,12}}|(?:[ ][{UPPER}][\w.'-]*){{1,3}})?"
    r">?[ ]?:[ ]",
    re.M,
)
# « [14:02] mag : qqn a vu steph ? », « <nico> ok »
_CHAT_SMALL = re.compile(
    r"^[ ]*(?:\[\d{1,2}[:h]\d\d(?::\d\d)?\][ ]|(?=<))(?:<(?=\w+>))?"
    r"(?P<name>[^\W\d_]{2,15})(?:>|[ ]?:)[ ](?=[^\W\d_])",
    re.M,
)
#: The initials of first names of two parts, in small letters.
_INITIALS = frozenset("jb jc jd jf jl jm jp js jy py fx ml mf mc".split())
# « cdt, jb morel », « Merci !! gwen », « marchand cathy » above « Envoyé de mon téléphone »: who
# signs in small letters
_SMALL = (
    r"(?P<name>(?:[a-zà-ÿœ][. ]{1,2})?[a-zà-ÿœ][a-zà-ÿœ'-]+(?:[ ][a-zà-ÿœ][a-zà-ÿœ'-]+){0,2})"
    r"[ .]*(?=\n|\Z)"
)
_SMALL_SIGNED = re.compile(
    r"(?:(?<!\w)(?:cdt|cdlt|crdt|cordialement|merci(?:[ ](?:d['’ ]?avance|beaucoup|bcp|encore))?|"
    r"bises?|bisous|slts?|bonne[ ](?:journ[ée]e|soir[ée]e)|salutations?)[ ,.!]*\n?[ >]*"
    rf"{_SMALL}|\n[ >]*{_SMALL.replace('name', 'above')}\s*\n[ ]*(?:Envoyé|Sent)[ ])",
    re.I,
)


def speakers(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Who speaks in minutes, and who writes in a conversation."""
    turns = [
        (match, known)
        for match in (m for pattern in (_SPEAKER, _CHAT) for m in pattern.finditer(text))
        if not (known := lexicon.of(match["name"])) & (Known.WORD | Known.STOP)
        and (known or is_speakable(match["name"]))
    ]
    yield from _in_chat(text, lexicon)
    if not any(known & Known.NAME for _, known in turns):
        return
    for match, known in turns:
        # a town, or an unknown word, may head one line; two that answer each other are people
        # an hour before a first name says as much
        if (
            len(turns) > 1
            or known & (Known.LAST | Known.PLACE) == Known.LAST
            or (match.re is _CHAT and Known.FIRST in known)
        ):
            yield Found(
                *match.span("name"), Category.PERSON, "rule:speaker",
                "prend la parole dans un compte rendu", 0.75,
            )  # fmt: skip


def _in_chat(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """« [14:02] mag : … », where another line opens as this one does."""
    turns = list(_CHAT_SMALL.finditer(text)) if "[" in text or "<" in text else []
    for match in turns if len(turns) > 1 else ():
        known = lexicon.of(match["name"])
        if not known & (Known.WORD | Known.STOP) or Known.FIRST in known:
            yield Found(
                *match.span("name"), Category.PERSON, "rule:chat-small",
                "écrit dans une conversation", 0.7,
            )  # fmt: skip


def signed_off(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Who ends a message on one word, or signs it in small letters."""
    for match in _SMALL_SIGNED.finditer(text):
        group = "name" if match["name"] else "above"
        if _is_small_name(re.findall(r"[^\s.]+", match[group]), lexicon):
            yield Found(
                *match.span(group), Category.PERSON, "rule:signed-small",
                "signature d’un message, en minuscules", 0.75,
            )  # fmt: skip
    for match in _SIGNED_OFF.finditer(text):
        known = lexicon.of(match["name"])
        named = Known.FIRST in known or not known
        if named and Known.STOP not in known and GREETING.search(text, 0, match.start()):
            yield Found(
                *match.span("name"), Category.PERSON, "rule:signed-off",
                "dernière ligne d’un message", 0.7,
            )  # fmt: skip


def _is_small_name(words: Sequence[str], lexicon: Lexicon) -> bool:
    """« gwen », « jb morel », « marchand cathy »: a first name that is no word, or the initials of
    one, and what may be a surname."""
    known = [lexicon.of(word) for word in words]
    given = [
        (Known.FIRST in k and Known.WORD not in k)
        or (len(words) > 1 and (word in _INITIALS or len(word) == 1))
        for word, k in zip(words, known, strict=True)
    ]
    others = [(word, k) for word, k, first in zip(words, known, given, strict=True) if not first]
    return (
        any(given)
        and (len(words) > 1 or len(words[0]) > 1)
        and all(
            Known.STOP not in k and word not in FUNCTION_WORDS and (Known.LAST in k or not k)
            for word, k in others
        )
    )
