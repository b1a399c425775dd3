"""Whose data it is: contacts, addresses and numbers take the role of the person they are of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.detect.identity import identify
from redactor.detect.reader import NameReader
from redactor.law.categories import Category, Role, Trait, shared
from redactor.law.mention import Mention

_CONTACTS = frozenset({Category.EMAIL, Category.PHONE})
#: What belongs to one person, and stays in the copy that this person receives.
_PERSONAL = _CONTACTS | {
    Category.ADDRESS, Category.BIRTH_DATE, Category.BIRTH_PLACE, Category.AGE, Category.NIR,
    Category.TAX_ID, Category.ACCOUNT_ID, Category.IDENTITY_DOCUMENT, Category.LICENCE_PLATE,
    Category.IBAN, Category.BANK_CARD, Category.INCOME,
}  # fmt: skip
#: Characters after a name within which a telephone number is that person's.
_NEAR = 250
#: Characters after the requester's name within which data without another name are theirs.
_OWN = 160
#: Flows after an agent's name within which, over a page break, a number is still theirs: the
#: rest of a signature block, with a footer and a header between.
_BLOCK = 6
#: Flows after the requester's name that are the lines of one address block.
_LINES = 3


def owned(
    mentions: Sequence[Mention], order: Mapping[str, int], reader: NameReader
) -> list[Mention]:
    """The same mentions. A contact beside a person's name takes that person's role (the PRADA's
    is public); the requester's and the interested person's own data are marked as theirs.

    `order` says which flow comes how far.
    """
    bearers = _bearers(mentions, reader)
    done: list[Mention] = []
    lately: Mention | None = None
    for mention in mentions:
        if mention.category is Category.PERSON:
            lately = mention
        elif mention.category in _PERSONAL and Trait.FUNCTIONAL not in mention.traits:
            distance = _distance(lately, mention, order)
            owner, clue = None, ""
            if mention.category is Category.EMAIL:
                owner, clue = _of_address(mention, bearers)
            elif mention.category is Category.PHONE and _holds(lately, mention, distance):
                owner, clue = lately, _under(lately)
            if owner is None and _is_own(lately, mention, distance):
                owner, clue = lately, _under(lately)
            if owner is not None:
                traits = owner.traits & {Trait.PRADA, Trait.INTERESTED}
                mention = replace(
                    mention, role=owner.role, role_clue=clue, traits=shared(mention.traits | traits)
                )
        done.append(mention)
    return done


def _under(owner: Mention | None) -> str:
    return f"sous le nom de {owner.text}" if owner else ""


def _bearers(mentions: Sequence[Mention], reader: NameReader) -> dict[str, Mention]:
    """People by the letters of their surname, as e-mail addresses hold it."""
    bearers: dict[str, Mention] = {}
    for mention in mentions:
        if mention.category is not Category.PERSON:
            continue
        identity = identify(mention.text, reader)
        last = "".join(identity.last).replace("-", "").replace("'", "")
        if identity.is_full and len(last) >= 3:
            kept = bearers.get(last)
            if kept is None or kept.role is Role.UNKNOWN or Trait.PRADA in mention.traits:
                bearers[last] = mention
    return bearers


def _distance(lately: Mention | None, mention: Mention, order: Mapping[str, int]) -> int:
    """Flows between the last person and a mention; many where they cannot be compared."""
    if lately is None:
        return _BLOCK + 1
    here, there = order.get(mention.span.flow), order.get(lately.span.flow)
    return abs(here - there) if here is not None and there is not None else _BLOCK + 1


def _of_address(mention: Mention, bearers: Mapping[str, Mention]) -> tuple[Mention | None, str]:
    local = re.sub(r"[^a-z]", "", mention.text.partition("@")[0].casefold())
    for last, owner in bearers.items():
        if last in local:
            return owner, f"adresse au nom de {owner.text}"
    if re.search(r"@(?:[\w-]+\.)*gouv\.fr$", mention.text):
        return replace(mention, role=Role.AGENT), "adresse d’une administration"
    return None, ""


def _holds(lately: Mention | None, mention: Mention, distance: int) -> bool:
    """Whether a telephone number stands under the last name."""
    if lately is None:
        return False
    if lately.span.flow == mention.span.flow:
        return mention.span.start - lately.span.end < _NEAR
    if lately.role is not Role.AGENT:
        return False
    if lately.page == mention.page:
        return True
    follows = lately.page is not None and mention.page == lately.page + 1
    return follows and distance <= _BLOCK


def _is_own(lately: Mention | None, mention: Mention, distance: int) -> bool:
    """Whether data without another name stand right after the requester or the interested."""
    if lately is None or not (lately.role is Role.DEMANDEUR or Trait.INTERESTED in lately.traits):
        return False
    if lately.span.flow == mention.span.flow:
        return mention.span.start - lately.span.end < _OWN
    return distance <= _LINES and lately.page == mention.page
