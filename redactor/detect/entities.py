"""Entities: the person, address or number that several mentions name, across documents.

Two full names are one person when their parts are the same, folded. A shorter form — a surname,
initials, a first name — joins the one person whom it can mean, in its own document first, then in
the dossier; where it can mean two, it stays apart.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from redactor.detect.identity import Identity, identify
from redactor.detect.lexicon import Lexicon
from redactor.detect.reader import NameReader
from redactor.detect.twins import bare, completes
from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.fold import fold

#: What a half-masked value may be completed by.
_COMPLETABLE = frozenset(
    {
        Category.PHONE, Category.NIR, Category.IBAN, Category.TAX_ID, Category.BANK_CARD,
        Category.LICENCE_PLATE, Category.ACCOUNT_ID, Category.SECRET, Category.URL_TOKEN,
        Category.IDENTITY_DOCUMENT, Category.CASE_ID,
    }
)  # fmt: skip
_PERSONAL_DIGITS = frozenset({Category.PHONE, Category.NIR, Category.IBAN, Category.TAX_ID})


@cache
def _reader() -> NameReader:
    return NameReader(Lexicon.load())


def link(
    documents: Mapping[str, Sequence[Mention]], reader: NameReader | None = None
) -> dict[str, list[Mention]]:
    """Give every mention its entity. Ids are the same for the same names, whatever the order."""
    reader = reader or _reader()
    known = _People()
    identities: dict[str, Identity] = {}
    for mentions in documents.values():
        for mention in mentions:
            if mention.category is Category.PERSON and mention.text not in identities:
                identities[mention.text] = identify(mention.text, reader)
    for name, mentions in documents.items():
        for mention in mentions:
            if mention.category is Category.PERSON:
                known.add(name, identities[mention.text])
    known.settle()
    values = _Values([m for mentions in documents.values() for m in mentions])
    return {
        name: _keep_joined(
            mentions,
            [
                replace(
                    m,
                    entity=_hash("person", known.key(name, identities[m.text]))
                    if m.category is Category.PERSON
                    else _hash(*values.key(m)),
                )
                for m in mentions
            ],
        )
        for name, mentions in documents.items()
    }


def _keep_joined(before: Sequence[Mention], linked: list[Mention]) -> list[Mention]:
    """A mask that its place joined to a value in its own document stays with that value, when
    several documents are linked anew."""
    owners = {
        old.entity: new.entity
        for old, new in zip(before, linked, strict=True)
        if old.entity and old.category is not Category.MASK
    }
    return [
        replace(new, entity=owners[old.entity])
        if old.category is Category.MASK and old.entity in owners
        else new
        for old, new in zip(before, linked, strict=True)
    ]


class _People:
    """The full names of the dossier, and to whom each shorter form belongs."""

    def __init__(self) -> None:
        self._full: dict[str, Identity] = {}
        self._in: dict[str, set[str]] = {}
        self._by_last: dict[str, set[str]] = {}
        self._by_first: dict[str, set[str]] = {}
        self._same: dict[str, str] = {}

    def add(self, document: str, identity: Identity) -> None:
        if not identity.is_full:
            return
        key = identity.key
        self._full[key] = identity
        self._in.setdefault(document, set()).add(key)

    def settle(self) -> None:
        """Join spellings of one name, then index people by surname and first name."""
        keys = sorted(self._full)
        by_words: dict[str, str] = {}
        for key in keys:
            # inverted without a clue: the same words in another order are one person
            words = " ".join(sorted(key.replace("|", " ").split()))
            self._same[key] = by_words.setdefault(words, key)
        by_end: dict[str, list[str]] = {}
        for key in keys:
            by_end.setdefault(key[:1], []).append(key)
        for group in by_end.values():
            for place, one in enumerate(group):
                for two in group[place + 1 :]:
                    if self._same[one] != self._same[two] and _one_person(
                        self._full[one], self._full[two]
                    ):
                        self._same[two] = self._same[one]
        for key in keys:
            head = self.head(key)
            identity = self._full[key]
            self._by_last.setdefault(_flat(identity.last), set()).add(head)
            self._by_first.setdefault(identity.first[0], set()).add(head)
        self._in = {name: {self.head(key) for key in keys} for name, keys in self._in.items()}

    def head(self, key: str) -> str:
        while self._same.get(key, key) != key:
            key = self._same[key]
        return key

    def key(self, document: str, identity: Identity) -> str:
        """The key of the person whom a name means."""
        if identity.is_full:
            return self.head(identity.key)
        if identity.last:
            owners = self._by_last.get(_flat(identity.last)) or self._nearly(identity)
            if not owners and not identity.first and len(identity.last) == 1:
                # « Bruno », which is also a surname, in a table's column of first names
                owners = self._by_first.get(identity.last[0], set())
            if identity.first:
                owners = {o for o in owners if self._full[o].initial == identity.initial}
        else:
            owners = self._by_first.get(identity.first[0], set()) if identity.first else set()
        here = owners & self._in.get(document, set())
        for choice in (here, owners):
            if len(choice) == 1:
                return next(iter(choice))
            if choice:
                break  # it can mean two: it stays apart
        return f"{identity.key}|{document}" if owners else identity.key

    def _nearly(self, identity: Identity) -> set[str]:
        """Who has this surname but for one letter, misread."""
        flat = _flat(identity.last)
        close = [owners for last, owners in self._by_last.items() if _close(last, flat)]
        return close[0] if len(close) == 1 else set()


def _flat(words: Sequence[str]) -> str:
    return re.sub(r"[ '-]", "", "".join(words))


def _one_person(one: Identity, two: Identity) -> bool:
    """Whether two full names that differ are one person's: a second first name, one OCR error."""
    if one.last == two.last:
        first, second = one.first, two.first
        shorter, longer = sorted((first, second), key=len)
        if longer[: len(shorter)] == shorter:
            return True
        return len(first) == len(second) == 1 and _close(first[0], second[0])
    return one.first == two.first and _close(_flat(one.last), _flat(two.last))


def _close(one: str, two: str) -> bool:
    """One letter apart in long words: « Thibaut » and « Thibaud » stay two people."""
    return (
        min(len(one), len(two)) >= 7 and DamerauLevenshtein.distance(one, two, score_cutoff=1) == 1
    )


class _Values:
    """What is no person: one entity a value; a mask joins the value that it lets guess."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._emails = sorted(
            {_value(m) for m in mentions if m.category is Category.EMAIL and "@" in m.text}
        )
        self._twins: dict[str, str] = {}
        self._wholes = sorted(
            {(str(m.category), _value(m)) for m in mentions if m.category in _COMPLETABLE}
        )
        self._halves: dict[str, tuple[str, str] | None] = {}

    def key(self, mention: Mention) -> tuple[str, str]:
        value = _value(mention)
        if mention.category is Category.MASK and "@" in value:
            if value not in self._twins:
                self._twins[value] = self._twin(value)
            if self._twins[value]:
                return str(Category.EMAIL), self._twins[value]
        elif mention.category is Category.MASK:
            if value not in self._halves:
                self._halves[value] = self._whole(mention.text)
            if whole := self._halves[value]:
                return whole
        return str(mention.category), value

    def _whole(self, mask: str) -> tuple[str, str] | None:
        """The one value that a half-masked number or token can stand for."""
        pattern = completes(mask)
        if pattern is None:
            return None
        fits = [key for key in self._wholes if pattern.fullmatch(bare(key[1]))]
        return fits[0] if len(fits) == 1 else None

    def _twin(self, mask: str) -> str:
        pattern = mask_pattern(mask)
        fits = [email for email in self._emails if pattern and pattern.fullmatch(email)]
        return fits[0] if len(fits) == 1 else ""


def mask_pattern(mask: str) -> re.Pattern[str] | None:
    """What a half-masked value may stand for; None where too little is left to tell.

    A run of x in the local part stands for as many characters; in the domain, for any.
    """
    local, at, domain = mask.lower().partition("@")
    if not at or len(re.sub(r"x{3,}|\*{3,}|[^\w]", "", local)) < 4:
        return None
    body = "".join(
        f"[\\w.+-]{{{len(piece)}}}" if re.fullmatch(r"x{3,}|\*{3,}", piece) else re.escape(piece)
        for piece in re.split(r"(x{3,}|\*{3,})", local)
    )
    host = r"[\w.-]+" if re.search(r"x{2,}|\*{2,}", domain) else re.escape(domain)
    return re.compile(f"{body}@{host}")


def _value(mention: Mention) -> str:
    """What two writings of one value share."""
    if mention.category in _PERSONAL_DIGITS:
        digits = re.sub(r"[^0-9A-Z]", "", mention.text.upper())
        return re.sub(r"^(?:0033|33)(?=\d{9}$)", "0", digits)
    return re.sub(r"\s+", "", fold(mention.text)) if "@" in mention.text else fold(mention.text)


def _hash(kind: str, key: str) -> str:
    return hashlib.blake2b(f"{kind}\0{key}".encode(), digest_size=6).hexdigest()
