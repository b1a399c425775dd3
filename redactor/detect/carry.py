"""A function named in one place, carried to the other mentions of the same person.

RULES.md asks for the role of each mention: the same person is an elected member at the top of a
minute and a listed taxpayer below. So a function is carried only to a mention that has no clue
of its own, that stands in no table, and beside which nothing private stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redactor.law.categories import Category, Role, Trait, shared
from redactor.law.mention import Mention
from redactor.text.flow import Flow

_PUBLIC = frozenset({Role.AGENT, Role.ELECTED})
_PRIVATE = frozenset({Role.PRIVATE, Role.DEMANDEUR})
#: What stands beside a person who is there in private.
_PRIVATE_DATA = frozenset(
    {
        Category.BIRTH_DATE, Category.BIRTH_PLACE, Category.AGE, Category.NIR, Category.IBAN,
        Category.ADDRESS, Category.TAX_ID, Category.INCOME, Category.LICENCE_PLATE,
        Category.ACCOUNT_ID, Category.IDENTITY_DOCUMENT, Category.HEALTH, Category.CONDUCT,
        Category.APPRAISAL, Category.FAMILY, Category.PAY, Category.LEAVE,
    }
)  # fmt: skip
#: Characters of a flow around a mention in which private data speak of it.
_BESIDE = 200


def carry(flows: Sequence[Flow], mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions; those without a clue take their entity's one function."""
    known: dict[str, dict[Role, Mention]] = {}
    for mention in mentions:
        if mention.category is Category.PERSON and mention.role is not Role.UNKNOWN:
            known.setdefault(mention.entity, {}).setdefault(mention.role, mention)
    giver: dict[str, Mention] = {}
    for entity, roles in known.items():
        public = [one for role, one in roles.items() if role in _PUBLIC]
        if len(public) == 1 and not _PRIVATE & set(roles):
            giver[entity] = public[0]
    if not giver:
        return list(mentions)
    in_cell = {flow.id for flow in flows if flow.cell}
    private: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.category in _PRIVATE_DATA:
            span = mention.span
            private.setdefault(span.flow, []).append((span.start - _BESIDE, span.end + _BESIDE))
    return [_with(m, giver.get(m.entity), in_cell, private) for m in mentions]


def _with(
    mention: Mention,
    source: Mention | None,
    in_cell: set[str],
    private: dict[str, list[tuple[int, int]]],
) -> Mention:
    span = mention.span
    if (
        source is None
        or mention.category is not Category.PERSON
        or mention.role is not Role.UNKNOWN
        or span.flow in in_cell
        or any(low < span.end and span.start < high for low, high in private.get(span.flow, ()))
    ):
        return mention
    return replace(
        mention,
        role=source.role,
        role_clue=f"{source.role_clue}, ailleurs dans le document"[:90].strip(" ,"),
        traits=shared(mention.traits | (source.traits & {Trait.EXPOSED_AGENT})),
    )
