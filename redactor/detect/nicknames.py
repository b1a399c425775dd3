"""Nicknames: between quotes beside a name or after a word of kin, or a syllable said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.detect.vetoes import Vetoes
from redactor.law.categories import Category

_COMMON = Known.WORD | Known.PLACE | Known.STOP
_QUOTE = re.compile(r"[\"«“]")
# « Françoise dite "Fanfan" Loubet », « Marie-Thérèse (dite « Mimi ») Vasseur »
_CALLED = re.compile(
    rf"(?<![\w-])(?P<first>[{UPPER}][\w'-]+(?:[ ][{UPPER}][\w'-]+){{0,3}})[ ]\(?"
    rf"(?:dite?|alias|surnommée?)[ ][\"«“][ ]?[^\"»”\n]{{2,25}}[ ]?[\"»”]\)?"
    rf"(?:[ ][{UPPER}][\w'-]+){{0,3}}"
)
# « Fabrice "Fab" Lacoste », « M. « Titi » Roche »
_INSIDE = re.compile(
    rf"(?:(?<![\w-])(?P<first>[{UPPER}][a-zà-ÿœ'-]+)[ ]|(?<=M\.[ ])|(?<=Mme[ ]))"
    rf"[\"«“][ ]?[{UPPER}][\w'-]{{1,15}}[ ]?[\"»”](?:[ ][{UPPER}][\w'-]+){{1,3}}"
)
# « Karim, alias « Le Kabyle » », « un individu dit « Tonton » »
_NICKNAMED = re.compile(
    rf"(?:[{UPPER}][\w'-]+|(?<!\w)(?:individus?|nommée?|homme|femme|sieur|dame|auteur|suspect|"
    r"jeune|prévenue?|accusée?|victime|témoin|agente?|élève|enfant|mineur|voisine?))"
    r"(?:[ ]connue?)?,?[ ](?:dite?|alias|surnommée?|sous le (?:nom|surnom)(?: de)?)[ ]"
    rf"[\"«“][ ]?(?P<name>[{UPPER}][\w'’-]+(?:[ ][\w'’-]+){{0,2}})[ ]?[\"»”]"
)
# « identifié comme « Zak » MENDY »
_BEFORE = re.compile(
    rf"(?<=[\"«“])[ ]?(?P<name>[{UPPER}]\w{{1,12}})[ ]?[\"»”][ ]"
    rf"(?P<last>[{UPPER}][{UPPER}'-]{{2,}})"
)
# « Compagnon de la mère : « Jo » »
_OF_KIN = re.compile(
    r"(?<!\w)(?i:compagn(?:on|e)|conjointe?|amie?|copa?ine?|beau-(?:père|frère)|"
    r"belle-(?:mère|sœur)|frère|sœur|voisine?|collègue|auteure?|individu|complice)"
    r"(?:[ ][^\n.;:,«\"“]{0,18})?[ ]?[:,][ ]"
    rf"[\"«“][ ]?(?P<name>[{UPPER}][\w-]{{1,14}})[ ]?[\"»”]"
)
# « Mumu de la cantine », « Coco est comme ça »
_TWICE = re.compile(
    r"(?<![\w'-])(?<!Chez )(?P<half>(?:[BCDFGHJKLMNPQRSTVWXZ]|Ch)(?:ou|[aeiouyéè]))"
    r"(?i:(?P=half))(?![\w'-])"
)
_VERB_AFTER = re.compile(r"[ ](?:n['’]|ne[ ])?(?:est|a|va|était|avait|vient|sera|m['’]a)[ ]")
#: What a syllable said twice also calls: kin, and a greeting.
_NO_NICKNAME = frozenset("Papa Mama Tata Bébé Pépé Mémé Nounou Coucou".split())


def nicknames(text: str, lexicon: Lexicon, vetoes: Vetoes) -> Iterator[Found]:
    """What people are called by, and the names around it."""
    if _QUOTE.search(text):
        yield from _quoted(text, lexicon)
    for match in _TWICE.finditer(text):
        word = match.group()
        known = lexicon.of(word)
        sure = Known.FIRST in known or not known or _VERB_AFTER.match(text, match.end())
        if sure and word not in _NO_NICKNAME and not vetoes.names_thing(text, *match.span()):
            yield Found(
                *match.span(), Category.PERSON, "rule:nickname-twice",
                "surnom, une syllabe dite deux fois", 0.65,
            )  # fmt: skip


def _quoted(text: str, lexicon: Lexicon) -> Iterator[Found]:
    why = "surnom entre guillemets"
    for match in _NICKNAMED.finditer(text):
        yield Found(*match.span("name"), Category.PERSON, "rule:nicknamed", why, 0.8)
    for match in _BEFORE.finditer(text):
        if Known.STOP not in lexicon.of(match["last"]):
            yield Found(*match.span("name"), Category.PERSON, "rule:nicknamed", why, 0.75)
    for match in _OF_KIN.finditer(text):
        if Known.STOP not in lexicon.of(match["name"]):
            yield Found(*match.span("name"), Category.PERSON, "rule:nicknamed", why, 0.75)
    for match in _INSIDE.finditer(text):
        if not match["first"] or not lexicon.of(match["first"]) & _COMMON:
            yield Found(*match.span(), Category.PERSON, "rule:called", "nom et surnom", 0.9)
    for match in _CALLED.finditer(text):
        if any(lexicon.of(word) & Known.NAME for word in match["first"].split()):
            yield Found(*match.span(), Category.PERSON, "rule:called", "nom et surnom", 0.9)
