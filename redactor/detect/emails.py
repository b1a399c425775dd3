"""E-mail addresses: plain, cut by OCR or a line, written in words, masked; whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found, shaped
from redactor.law.categories import Category, Trait

_EMAIL = re.compile(
    r"(?<![\w.+-])(?:[oO]'(?=\w))?[\w.+%-]{1,64}@(?:[\w-]{1,63}\.)+[^\W\d_]{2,24}(?![\w@])"
)
# OCR puts a space about a dot or the sign: "noemie. levain@ddt .fr", "jean.petit @ mairie.fr".
_EMAIL_SPLIT = re.compile(
    r"(?<![\w.+-])(?=\w*[^\W\d_])(?:\w+(?:[ ]\.[ ]?|\.[ ]?|-[ ]?|[_+])){0,3}\w+[ ]?"
    r"(?:@|\(a\)|\[at\]|\(at\)|"
    r"\[arobase\]|\(arobase\)| arobase | at )[ ]?"
    r"(?:[a-z0-9-]+[ ]?(?:\.|\[dot\]|\(point\)| point )[ ]?){1,3}(?:fr|com|org|net|"
    r"eu|gouv|re|gp|mq|gf|nc|pf|be|ch|info|bzh|corsica|io|example|f[ ]r|c[ ]o[ ]m|n[ ]e[ ]t|"
    r"o[ ]r[ ]g)(?:[ ]?\.[ ]?(?:fr|f[ ]r|com|org))?\b",
    re.I,
)
# « d u p o n t @ f r e e . f r », « j.dupont@orange,fr »
_EMAIL_MARRED = re.compile(
    r"(?<![^\s:;<(])(?:(?:[\w.-][ ]){3,40}@(?:[ ][\w.-]){5,40}|"
    r"[\w.+-]{2,64}@[\w-]{2,63}(?:\.[\w-]{2,63})?,[ ]?(?:fr|com|net|org))(?![\w.]\w)"
)
# A line's end about the sign, before the last label, or after a mark of the local part.
_EMAIL_BROKEN = re.compile(
    r"(?<![\w.+-])(?:(?<=<)[\w.+-]{1,64}\.\n[ ]{0,4}|[\w.+-]{1,64}[_-]\n[ ]{0,4})?"
    r"[\w.+-]{1,64}(?:\n[ ]{0,4})?@(?:\n[ ]{0,4})?"
    r"(?:[\w-]{1,63}\.(?:\n[ ]{0,4})?){1,4}(?:fr|com|org|net|eu|re|gp|mq|gf|nc|pf|be|ch|info|bzh|"
    r"corsica|io|example)(?![\w@])"
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
        (_EMAIL_BROKEN, 0.9, "adresse électronique sur deux lignes"),
        (_EMAIL_MARRED, 0.7, "adresse électronique coupée ou écrite en toutes lettres"),
        (_EMAIL_SPLIT, 0.8, "adresse électronique coupée ou écrite en toutes lettres"),
    ):
        for match in pattern.finditer(text):
            address = match.group()
            if pattern is _EMAIL_BROKEN:
                if "\n" not in address:
                    continue
                address = re.sub(r"\s", "", address)
            if (
                pattern is _EMAIL_SPLIT
                and " " in address.partition("@")[0]
                and not re.search(r"[._-]", address.partition("@")[0])
            ):
                continue  # « l'adresse @exemple.fr »: a word before a bare domain
            if _is_masked(address):
                yield shaped(match, Category.MASK, "mask", "adresse déjà masquée", 0.9)
                continue
            if text.endswith("://", 0, match.start()) and re.search(
                r"\d", address.partition("@")[0]
            ):
                continue  # the key of a connection, which opens a link
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
