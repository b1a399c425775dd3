"""One person, several roles: said on every mention, and no role taken where none can be read.

A role belongs to the mention in which it is read: a mayor at the head of a document may be a
taxpayer below, and the law treats the two apart. Where the mentions of one person have different
roles, each says so; one whose role stands only in a neighbouring paragraph loses it, and counts
as a private person's, which a person examines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from redactor.detect.lexicon import fold_word
from redactor.law.categories import Category, Role
from redactor.law.mention import Mention
from redactor.text.flow import Flow

_FRENCH = {
    Role.AGENT: "agent",
    Role.ELECTED: "élu",
    Role.PROFESSIONAL: "professionnel",
    Role.PRIVATE: "personne privée",
}
#: Characters around a name in which the words of a role are its own.
_NEAR = 130
#: Rules whose cue is the role, above the name or before it.
_CUED = ("rule:signature", "rule:follow-up", "rule:rank")


def reconcile(flows: Iterable[Flow], mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions; those of a person with different roles say which."""
    texts = {flow.id: flow.text for flow in flows}
    roles: dict[str, set[Role]] = {}
    for mention in mentions:
        if mention.category is Category.PERSON and mention.role in _FRENCH:
            roles.setdefault(mention.entity, set()).add(mention.role)
    told = {entity: found for entity, found in roles.items() if len(found) > 1}
    return [
        _said(mention, told[mention.entity], texts)
        if mention.category is Category.PERSON and mention.entity in told
        else mention
        for mention in mentions
    ]


def _said(mention: Mention, roles: set[Role], texts: Mapping[str, str]) -> Mention:
    if mention.role not in _FRENCH and mention.role is not Role.UNKNOWN:
        return mention  # the requester, named by a person
    note = "rôles différents : " + ", ".join(_FRENCH[role] for role in _FRENCH if role in roles)
    clue = f"{mention.role_clue} ; {note}" if mention.role_clue else note
    role = mention.role if _is_read(mention, texts) else Role.UNKNOWN
    return replace(mention, role=role, role_clue=clue)


def _is_read(mention: Mention, texts: Mapping[str, str]) -> bool:
    """Whether a mention's role is read beside it, in its own paragraph, or by its rule's cue."""
    if mention.detector.startswith(_CUED):
        return True
    text = texts.get(mention.span.flow, "")
    near = text[max(mention.span.start - _NEAR, 0) : mention.span.end + _NEAR]
    return bool(mention.role_clue) and fold_word(mention.role_clue) in fold_word(
        " ".join(near.split())
    )
