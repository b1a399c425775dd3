"""Roles: who a person is in a mention, by the words beside the name, with the clue shown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from redactor.detect.councils import seated
from redactor.detect.identity import Identity, identify
from redactor.detect.owners import owned
from redactor.detect.reader import NameReader
from redactor.law.categories import Category, Role, Trait, shared
from redactor.law.mention import Mention
from redactor.paths import resource
from redactor.text.flow import Flow

_BEFORE, _AFTER, _NEAR = 70, 80, 60
_NEIGHBOURS = 3


# The rest of a function whose first word was the clue: « adjointe | administrative ».
_FUNCTION_END = re.compile(
    r"\w*(?:[ ]?(?:administrati\w+|techniques?|principale?|générale?|territoriale?|adjointe?|"
    r"(?:d[eu]s?|de la|de l'|au|aux)[ ]\w+|d'\w+|"
    r"(?<=[ ])(?!a |est |et |qui |dit )\w+(?=[ ]*[,\n]))){0,2}"
)
_TITLE_END = re.compile(r"[ ,:]+(?:MM?\.?|Mmes?\.?|Mlle|Monsieur|Madame|Maître)$")
_CLUE_MARKS = " ,;:(–—-|<>\n\t"


def clean_clue(text: str) -> str:
    """A clue to show: one line, no mark at its ends, no civility after it."""
    shown = " ".join(text.split()).strip(_CLUE_MARKS)
    return _TITLE_END.sub("", shown).strip(_CLUE_MARKS)[:60]


@dataclass(frozen=True, slots=True)
class RoleRule:
    """One [[role]] of the file."""

    role: Role
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    examples: tuple[str, ...]

    def clue(self, before: str, after: str) -> str:
        """The words that say so, or nothing."""
        for pattern in self.before:
            if match := pattern.search(before):
                return clean_clue(match.group())
        for pattern in self.after:
            if match := pattern.search(after):
                more = _FUNCTION_END.match(after, match.end())
                return clean_clue(after[match.start() : more.end() if more else match.end()])
        return ""


@dataclass(frozen=True, slots=True)
class TraitRule:
    """One [[trait]] of the file."""

    trait: Trait
    near: tuple[re.Pattern[str], ...]


@cache
def load_roles() -> tuple[tuple[RoleRule, ...], tuple[TraitRule, ...]]:
    """The roles file, compiled. Raises ValueError for a wrong entry."""
    with (resource("rules") / "roles.toml").open("rb") as file:
        data = tomllib.load(file)
    try:
        roles = tuple(
            RoleRule(
                Role(entry["role"]),
                tuple(map(re.compile, entry["before"])),
                tuple(map(re.compile, entry["after"])),
                tuple(entry["examples"]),
            )
            for entry in data["role"]
        )
        traits = tuple(
            TraitRule(Trait(e["trait"]), tuple(map(re.compile, e["near"]))) for e in data["trait"]
        )
    except (KeyError, ValueError, re.error) as error:
        raise ValueError(f"roles.toml: {error}") from error
    return roles, traits


class Roles:
    """Gives every mention of a person its role, and contacts the role of their owner."""

    def __init__(
        self, reader: NameReader, requesters: Iterable[str] = (), interested: Iterable[str] = ()
    ) -> None:
        self.reader = reader
        self.roles, self.traits = load_roles()
        self.requesters = [identify(name, reader) for name in requesters]
        self.interested = [identify(name, reader) for name in interested]

    def assign(self, flows: Sequence[Flow], mentions: Sequence[Mention]) -> list[Mention]:
        """The same mentions with their roles, clues and traits."""
        index = {flow.id: number for number, flow in enumerate(flows)}
        done: list[Mention] = []
        for flow_id, group in groupby(mentions, key=lambda m: m.span.flow):
            number = index.get(flow_id)
            if number is None:
                done += group
                continue
            before = _joined(flows, number, -1)
            after = _joined(flows, number, 1)
            text = flows[number].text
            done += (self._one(m, text, before, after) for m in group)
        return owned(seated(flows, done), index, self.reader)

    def _one(self, mention: Mention, text: str, before: str, after: str) -> Mention:
        if mention.is_signal or mention.category is Category.MASK:
            return mention
        left = before + text[max(mention.span.start - 200, 0) : mention.span.start]
        right = text[mention.span.end : mention.span.end + 200] + after
        near = left[-_NEAR:] + " " + right[:_NEAR]
        traits = set(mention.traits)
        traits |= {rule.trait for rule in self.traits if any(p.search(near) for p in rule.near)}
        if mention.category is not Category.PERSON:
            keep = {Trait.FUNCTIONAL, Trait.PRADA} | set(mention.traits)
            if Trait.PRADA in traits:
                mention = replace(mention, role=Role.AGENT, role_clue="PRADA")
            return replace(mention, traits=shared(frozenset(traits & keep)))
        if Trait.PRADA in traits and mention.role is Role.UNKNOWN:
            mention = replace(mention, role=Role.AGENT, role_clue="PRADA")
        identity = identify(mention.text, self.reader)
        if any(_same(identity, one) for one in self.interested):
            traits.add(Trait.INTERESTED)
        if any(_same(identity, one) for one in self.requesters):
            return replace(
                mention, role=Role.DEMANDEUR, role_clue="nommé comme demandeur dans le dossier",
                traits=shared(frozenset(traits)),
            )  # fmt: skip
        role, clue = mention.role, mention.role_clue
        for rule in self.roles:
            if found := rule.clue(left[-_BEFORE:], right[:_AFTER]):
                # What a rule of detection said of its own cue is surer than a neighbour's word.
                if (
                    role is Role.UNKNOWN
                    or rule.role is Role.PROFESSIONAL
                    or rule.role is Role.ELECTED
                ):
                    role, clue = rule.role, found
                break
        if Trait.EXPOSED_AGENT in traits and role is not Role.AGENT:
            if role is Role.UNKNOWN:
                role, clue = Role.AGENT, clue or "corps de police ou de gendarmerie"
            else:
                traits.discard(Trait.EXPOSED_AGENT)
        if role is Role.AGENT:
            traits -= {Trait.MINOR, Trait.DECEASED}
        return replace(mention, role=role, role_clue=clue, traits=shared(frozenset(traits)))


def _joined(flows: Sequence[Flow], number: int, step: int) -> str:
    """The text of the neighbours on one side, nearest next to the flow."""
    flow, out = flows[number], ""
    for distance in range(1, _NEIGHBOURS + 1):
        place = number + step * distance
        if (
            not 0 <= place < len(flows)
            or flows[place].channel is not flow.channel
            or len(out) > 150
        ):
            break
        text = flows[place].text
        out = f"{text[-200:]}\n{out}" if step < 0 else f"{out}\n{text[:200]}"
    return out


def _same(one: Identity, two: Identity) -> bool:
    """Whether a name as found is a person as named in the dossier."""
    if not one.last or not two.last or one.last != two.last:
        return bool(one.first and not one.last and one.first == two.first)
    return (
        not one.first
        or not two.first
        or one.first == two.first
        or (len(one.first[0]) == 1 and one.first[0] == two.initial)
    )
