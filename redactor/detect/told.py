"""Passwords and codes told in sentences: before or after their word, some words between."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.law.categories import Category

_NAMED = (
    r"(?<!\w)(?:(?:mots?|phrases?)[ \n]de[ \n]passe|mots[ ]passe|mdp|password|passwd|pwd|passcode)"
    r"(?!\w)"
)
# Letters and digits in one word, or a mark that no word of French holds.
_MIXED = (
    r"(?P<value>(?![\w.-]*(?:@[\w-]+\.|://))(?=[^\s«»\"]*[\d!#$%*+@&_])(?=[^\s«»\"]*[^\W\d_])"
    r"[^\W_][\w!#$%*+@&?.'’-]{3,40}[\w!#$%*+@&?])(?![\w@]|\.\w|/)"
)
_OPENS = r"(?::|=|→|->|«|“)[ ]{0,2}(?:«[ ]?|\"|“)?"
# « mot de passe communiqué par tél. : teranga51 », « mot de passe (envoyé…) : 971-Moule »
_AFTER = re.compile(
    rf"{_NAMED}(?P<between>[^\n:=«\"“]{{0,80}}){_OPENS}{_MIXED}(?=[\s,;.)»\"”]|$)", re.I
)
# « le mot de passe de l'ENT est « ajonc » »
_QUOTED = re.compile(
    rf"{_NAMED}[^\n.;:=«»\"“]{{0,60}}(?:est|était|:|=)[ ]{{0,2}}[«“][ ]?"
    r"(?P<value>[^\s«»“”]{3,40})[ ]?[»”]",
    re.I,
)
# « soleil83 comme mot de passe », « « azerty » comme code »
_BEFORE = re.compile(
    rf"(?:(?<![\w@./-]){_MIXED}|[«\"“][ ]?(?P<quoted>[^\s«»\"]{{4,30}})[ ]?[»\"”])[ ](?:comme|en "
    r"guise de|en|pour|est|était|:)[ ](?:(?:mon|son|le|leur|seul|nouveau|un)[ ]){0,2}"
    r"(?:mots?[ ]de[ ]passe|mdp|code|password)(?!\w)",
    re.I,
)
# « Perle2011 », « Isa = soleil83 »: a word of letters, then digits, that no sentence holds
_CALLED = re.compile(
    r"(?:[«“][ ]?|(?<=\w)[ ]=[ ])(?P<value>(?=[^\s«»\"]*[^\W\d_]{2})(?=[^\s«»\"]*[^\W\d_])"
    r"(?=[^\s«»\"]*[\d!#$%*])[^\W_][\w!#$%*+@&.-]{4,29}(?<![.]))(?=[\s,;.»\"”]|$)"
)
_PLAIN = re.compile(
    r"(?<![\w@./:-])(?P<value>[^\W\d_]{4,16}\d{2,6}[!*#$?]{0,2})(?=[\s,;.)»]|$)(?!\.\w)"
)
_OF_PASSWORDS = re.compile(
    r"(?<!\w)(?:mots?[ \n]de[ \n]passe(?!\w)|(?<![$\"'.-])mdp(?![\w\"'.\]])|"
    r"codes(?:[ ](?:de|d['’]|des|perso)|[ ]?:))",
    re.I,
)
_USER = re.compile(
    r"(?:identifiant|login|usager|client|agent|utilisat\w+|user\w*|compte|comptes|agent|session|fichier|version|"
    r"pseudo|référence|réf\.?|dossier|matricule|adresse|nom|serveur|poste|application|logiciel|"
    r"date|objet|page|art\.?|article|service|http\w*)\W{0,4}$",
    re.I,
)
_NO_VALUE = re.compile(
    r"(?:windows|word|office|excel|covid|sha|md|base|utf|python|http|ipv|wpa|articles?|annexe|page|"
    r"version|iso|lot|bac|web|janvier|mars|avril|juin|juillet|ao[ûu]t|septembre|octobre|"
    r"novembre|d[ée]cembre|f[ée]vrier|mai)\W?\d+$|\d{1,2}(?:h\d*|[eè]?me|er|[a-z]{1,2})$|"
    r"\d+(?:caract\w+|chiffres|mois|jours|min\w*)|[\w.-]+\.(?:\w{2,4})$|[LRDA]\.?[ ]?\d+(?:-\d+)*$|"
    r"\d{1,2}[/.-]\d|[\w.-]*\(|[A-Za-z]+(?:[_.][A-Za-z_]+)+$|[\w'’.]+[.]{2,}",
    re.I,
)
#: Characters before and after a value in which a word for passwords is looked for.
_NEAR = 200

# What a code opens.
_THING = (
    r"(?:alarme|coffre|portes?|portail|portillon|barri[èe]re|cadenas|digicode|interphone|visiophone|"
    r"immeuble|hall|garage|grille|entr[ée]e|sim|wi-?fi|conf(?:[ée]rence|call|\.)?|visio\w*|audio\w*|"
    r"r[ée]union|bo[îi]te [àa] cl[ée]s?|cl[ée]s|clavier|photocopieur|copieur|acc[èe]s|"
    r"s[ée]curit[ée]|secret|confidentiel|pin|puk|provisoire|temporaire|confirmation|validation|"
    r"connexion|activation|d[ée]verrouillage|parking|ascenseur|vestiaire|casier|armoire|tablette|"
    r"chambre|local|salle|ordinateur|session|r[ée]pondeur|messagerie|ameli|caf|badge|"
    r"carte bleue|carte bancaire|cb|"
    r"consigne|carnet|portable|t[ée]l[ée]phone|pharmacie|mallette|cession|gymnase|serveur)"
)
_NO_CODE = (
    r"(?![ ](?:postal|naf|ape|insee|commune|officiel|client|couleur|source|civil|p[ée]nal|"
    r"g[ée]n[ée]ral|de (?:l['’](?:urbanisme|[ée]ducation|environnement|action|entr[ée]e et)|la "
    r"(?:route|sant[ée]|s[ée]curit[ée] (?:sociale|int[ée]rieure)|d[ée]fense|construction|voirie|"
    r"commande|consommation|propri[ée]t[ée])|commerce|justice|proc[ée]dure|d[ée]ontologie)|du "
    r"(?:travail|sport|patrimoine|tourisme|service)|des (?:relations|collectivit|march|juridic|"
    r"imp[ôo]ts|assurances|transports|postes|pensions)|barres|erreur|service|article|produit|"
    r"analytique|nature|fonction|monnaie|bic|banque|guichet|iban))"
)
# In small letters: a code that is no code of law, nor a postal one.
_SOME_CODE = re.compile(rf"codes?(?!\w){_NO_CODE}|digicode|(?:tape|compose)[rz]?[ ]")
_CODE_VALUE = (
    r"(?P<value>\*\d{2,4}[A-Z]?\d{0,2}|\d{3,10}[A-Z]?[#*]{0,2}|[A-Z]{1,2}\d{2,6}[A-Z]?[#*]{0,2}|\d{1,3}[A-Z]\d{1,4}[#*]?|"
    r"\d{2,4}(?:[ ]\d{2,4}){1,4}[#*]?)"
    r"(?![\w@/#*-]|[.,/:]\d|[ ]?(?:€|%|°|m²|euros?|francs?|heures?|jours?|ans?|km|kg|mois|chiffres"
    r"|caract[èe]res|personnes|agents|places|fois|avenue|rue|bd)|[ ]\d|[ ]+[A-ZÉ][\w'-]+[ ]+CEDEX)"
)
_CODE_OPENS = (
    r"(?:[ ]?[:=→][ ]?|,[ ](?:c['’]est[ ])?(?:le[ ])?|[ ]\([ ]?|[ ]?«[ ]|"
    r"[ ](?:est|[ée]tait|sera|c['’]est|devient|reste|"
    r"passe [àa])(?:[ ](?:le|d[ée]sormais|toujours|maintenant|le suivant|maintenant le))?[ ]:?[ ]?)"
)
# « le code de son coffre est le 4471B », « code de la barrière change lundi : 8031# »
_CODE_OF = re.compile(
    rf"(?<!\w)(?:codes?(?!\w){_NO_CODE}[^\n.;:=]{{1,28}}?(?<!\w){_THING}|digicode)(?!\w)"
    rf"(?:[^\n.;:=,(]{{0,40}}?{_CODE_OPENS}|[ ](?:\w{{1,12}}[ ]){{0,1}}){_CODE_VALUE}",
    re.I,
)
# « pas de réponse à l'interphone, code B2709 »
_CODE_FOR = re.compile(
    rf"(?<!\w){_THING}(?!\w)[^\n.;:]{{0,30}}?(?:[ ]?:[ ]?)?(?<!\w)code(?!\w){_NO_CODE}[ ]?"
    rf"(?:est le[ ]|est[ ]|:[ ]?|=[ ]?|n°[ ]?)?{_CODE_VALUE}",
    re.I,
)
# « taper le code 7788# pour l'alarme », « tapez 4512 sur le digicode »
_CODE_THEN = re.compile(
    rf"(?<!\w)(?:codes?[ ](?:est[ ]|:[ ])?|(?:tape|compose)[rz]?[ ](?:le[ ](?:code[ ])?)?)"
    rf"{_CODE_VALUE}(?=[^\n.;:]{{0,12}}(?:[ ](?:pour|d[eu]|sur|à)[ ]|[ ]d['’])[^\n.;:]{{0,12}}?"
    rf"(?<!\w){_THING}(?!\w))",
    re.I,
)
# « codes à partir de demain : / Annexe : 8042 / Salle Ajonc : 19B74 »
_LISTED = re.compile(
    rf"(?<!\w)codes(?!\w){_NO_CODE}(?![ ](?:postaux|clients|articles|couleurs?|erreurs?|produits|"
    r"analyt|comptab|budg|lieux|agents|uai|actes|ccam|cim|matière|journa))[^\n.:]{0,60}:[ ]*\n"
    r"(?P<lines>(?:[ \t]*\n|[ \t]*(?:[-–•*][ ]?)?[^\n:]{2,40}:[ ][^\n]{1,60}(?:\n|$)){1,14})",
    re.I,
)
_OF_LIST = re.compile(
    r":[ ](?P<value>\d{4,8}[#*]?|\d{2,3}[A-Z]\d{1,3}|[A-Z]-?\d{2}(?:[ ][A-Z]-?\d{2}){1,4})"
    r"(?![\w./-])"
)
# « question secrète : premier animal ; réponse : Ajonc »
_ANSWER = re.compile(
    r"(?:r[ée]ponse[ ][^\n.;:]{0,15}question[ ]secr[eè]te[ ](?:est|était|:)|"
    r"questions?[ ](?:secr[èe]te|de s[ée]curit[ée])s?(?!\w)[^\n]{0,90}?(?<!\w)r[ée]ponse"
    r"(?:[ ][^\W\d_]{2,12})?[ ]?[:=«])[ ]?(?:«[ ]?)?(?P<value>[^\W_][^\n.;,»)]{1,40}[^\s.;,»)])",
    re.I,
)


def told(text: str, small: str) -> Iterator[Found]:
    """Passwords and codes that a sentence tells. `small` is the text in small letters."""
    if _SOME_CODE.search(small):
        for pattern in (_CODE_OF, _CODE_FOR, _CODE_THEN):
            for match in pattern.finditer(text):
                yield _secret(match.span("value"), "code, après ce qu’il ouvre", 0.75)
    if "codes" in small:
        for listed in _LISTED.finditer(text):
            for match in _OF_LIST.finditer(text, *listed.span("lines")):
                yield _secret(match.span("value"), "code, dans une liste de codes", 0.75)
    if "secr" in small and "question" in small:
        for match in _ANSWER.finditer(text):
            yield _secret(match.span("value"), "réponse à une question secrète", 0.8)
    words = [match.span() for match in _OF_PASSWORDS.finditer(text)] if _may(small) else []
    if not words:
        return
    for match in _AFTER.finditer(text):
        if not _USER.search(match["between"]) and not _NO_VALUE.match(match["value"]):
            yield _secret(match.span("value"), "valeur d’un mot de passe ou d’un code", 0.8)
    for match in _QUOTED.finditer(text):
        yield _secret(match.span("value"), "valeur d’un mot de passe ou d’un code", 0.8)
    for match in _BEFORE.finditer(text):
        group = "quoted" if match["quoted"] else "value"
        if not _NO_VALUE.match(match[group]):
            yield _secret(match.span(group), "valeur d’un mot de passe ou d’un code", 0.8)
    done = 0
    for start, end in words:
        low = max(start - _NEAR // 2, done, text.rfind("\n", 0, start) + 1)
        for pattern, begin in ((_CALLED, low), (_PLAIN, max(end, done))):
            for match in pattern.finditer(text, begin, end + _NEAR):
                before = text[max(match.start() - 25, 0) : match.start()]
                if not (
                    _NO_VALUE.match(match["value"])
                    or _USER.search(before.rstrip('=«"“: '))
                    or _IN_PROGRAM.search(before)
                ):
                    yield _secret(
                        match.span("value"), "écrit comme un mot de passe, peu après ce mot", 0.65
                    )
        done = end + _NEAR // 2


_IN_PROGRAM = re.compile(r"[\[{>$;]|\w\(|\w=\w|[\w\"']:$")


def _may(small: str) -> bool:
    return any(word in small for word in ("passe", "mdp", "passw", "pwd", "passcode", "codes "))


def _secret(span: tuple[int, int], why: str, confidence: float) -> Found:
    return Found(*span, Category.SECRET, "secret:told", why, confidence)
