"""Initials in the place of a name, or beside a surname: « Mme K. », « signé : W. F. »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.law.categories import Category

# « Madame K., », « son fils Y. »: whoever wrote it hid the name, but not the initial.
_ALONE = re.compile(
    rf"(?<=[ ])(?P<initial>(?!X|M\.[ ])(?:[{UPPER}]\.[ -]?){{0,2}}[{UPPER}]\.)"
    rf"(?=[ ]?(?:$|[\n,;:)?!]|(?:a|est|et|ne|n'a|qui|sera|avait)[ ]))"
)
# Kin and parties, after whom an initial stands for a name.
_KIN = re.compile(
    r"(?:fils|fille|frère|sœur|père|mère|époux|épouse|enfant|compagne|compagnon|élève|mineure?|jeune|"
    r"patiente?|requérante?|victime|agente?|témoin|signé|docteur|nommée?|dénommée?)[ ]$",
    re.I,
)
_LETTERS = rf"(?:[{UPPER}][a-zà-ÿœ]{{0,5}}\.-?[ ]?){{1,3}}(?<=\.)"
# « Secr. : A. I.-L. », « Le chef de service : F. C. »
_SIGNING = re.compile(
    r"(?<!\w)(?:secr(?:étaire|\.)?(?: de séance)?|présidente?|signée?|"
    r"cheff?e?(?: d[eu]s? [\w' ]{2,25})?|visa|rédact(?:eur|rice)|l'agente?|maire|"
    r"direct(?:eur|rice)|évaluat(?:eur|rice)|rapporteure?|"
    r"(?:reçu|vu|saisi|fait|rédigé|établi|validé) par)[ ]?:?[ ]"
    rf"(?P<initial>(?-i:{_LETTERS}))(?=[ ]*(?:$|[\n,;)]))",
    re.I,
)
#: What follows the last line of a message.
MESSAGE_END = (
    r"(?=\Z|\n[ ]*(?:\n|De :|From :|Le [^\n]{5,80} a écrit|-{3,}|_{3,}|>|PJ\b|[Pp][Ss]\b|P\.-?S\.|"
    r"Envoyé (?:de|à partir)))"
)
GREETING = re.compile(
    r"^[ >]*(?:bonjour|bonsoir|salut|coucou|hello|cher|chère|objet|sujet|subject|de|from|re|tr)\b",
    re.I | re.M,
)
_LAST_LINE = re.compile(
    rf"[.!?,…)][ ]*\n(?:[ >]*\n)?[ >]*"
    rf"(?P<initial>(?:[{UPPER}]\.-?[ ]?){{1,3}}(?<=\.))[ ]*{MESSAGE_END}"
)
# « BET fluides | K. Oulmi | 06 12 … »: an initial and a surname that fill a cell
_CELL = re.compile(
    rf"(?<=\t)(?:[{UPPER}]\.-?[ ]?){{1,2}}(?P<last>[{UPPER}][\w'-]{{2,20}})(?=[ ]*(?:\t|\n|$))"
)
# « 6A|JANVIER Claire|06 … »: a surname that is a common word, before a first name, in a cell
_CELL_NAME = re.compile(
    rf"(?<=[\t|;])[ ]?(?P<initial>[{UPPER}][{UPPER}'-]{{2,20}}[ ]"
    rf"(?P<first>[{UPPER}][a-zà-ÿœ-]{{2,20}}))(?=[ ]?[\t|;\n])"
)
# « KERLANN D., RIOU P.-A. et KERVEN Th. »: surnames with initials, in a list.
_INITIALLED = re.compile(
    rf"(?<![\w.-])(?P<last>(?:(?:DE|DU|LE|LA|EL|BEN|AÏT|VAN)[ ])?[{UPPER}][{UPPER}'-]{{2,}})[ ]"
    rf"(?:(?:[{UPPER}][a-z]?\.-?)+|[{UPPER}]-[{UPPER}](?=[ ]*[,;):\n]|[ ]{{2}}|$))(?![\w])"
)


def initials(text: str, lexicon: Lexicon, civility: re.Pattern[str]) -> Iterator[Found]:
    """Initials where a name is written, and surnames in capitals with theirs."""
    yield from _initialled(text, lexicon)
    for match in _CELL.finditer(text):
        known = lexicon.of(match["last"])
        if known & Known.NAME or not known & (Known.WORD | Known.PLACE | Known.STOP):
            yield Found(
                *match.span(),
                Category.PERSON,
                "rule:initial",
                "initiale et nom dans une cellule",
                0.8,
            )
    for match in _CELL_NAME.finditer(text):
        if Known.FIRST in lexicon.of(match["first"]):
            yield _found(match, "nom et prénom connu dans une cellule", 0.8)
    for match in _ALONE.finditer(text):
        before = text[max(match.start() - 24, 0) : match.start()]
        title = next((m for m in civility.finditer(before) if m.end() == len(before)), None)
        if title or _KIN.search(before):
            yield _found(match, "une initiale, là où un nom s’écrit", 0.5)
    for match in _SIGNING.finditer(text):
        yield _found(match, "initiales d’un signataire", 0.7)
    for match in _LAST_LINE.finditer(text):
        if GREETING.search(text, 0, match.start()):
            yield _found(match, "initiales au bas d’un message", 0.65)


def _found(match: re.Match[str], why: str, confidence: float) -> Found:
    return Found(*match.span("initial"), Category.PERSON, "rule:initial", why, confidence)


def _initialled(text: str, lexicon: Lexicon) -> Iterator[Found]:
    matches = [m for m in _INITIALLED.finditer(text) if Known.STOP not in lexicon.of(m["last"])]
    for match in matches:
        near = sum(abs(m.start() - match.start()) < 80 for m in matches)
        known = lexicon.of(match["last"])
        if Known.LAST in known or (near > 1 and (Known.WORD not in known or near > 2)):
            yield Found(
                *match.span(), Category.PERSON, "rule:initialled",
                "NOM et initiale, dans une liste", 0.85,
            )  # fmt: skip
