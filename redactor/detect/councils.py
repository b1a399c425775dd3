"""Who sits on an elected council, by the attendance list of its minutes.

Members of a municipal council are named in their office there (RULES, « élu dans son mandat »):
without this every name of « Étaient présents : … » waited for a decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from redactor.law.categories import Category, Role
from redactor.law.mention import Mention
from redactor.text.flow import VISIBLE_CHANNELS, Flow

_COUNCIL = re.compile(
    r"\b(?:conseil (?:municipal|communautaire|départemental|régional|métropolitain|général|"
    r"syndical|territorial|d['’]arrondissement|d['’]agglomération|de communauté|"
    r"de (?:la )?métropole|de Paris)"
    r"|comité syndical|bureau communautaire"
    r"|assemblée (?:départementale|régionale|territoriale|de Corse|de la Polynésie))\b",
    re.I,
)
#: « Étaient présents : », « Absents excusés ayant donné pouvoir : », « Membres présents ».
_HEAD = re.compile(
    r"^[^\S\n]*(?:[-–•*+][^\S\n]*)?(?:(?:[ée]taient|sont|les)[^\S\n]+)?"
    r"(?:(?:membres|conseillers|élus|mesdames et messieurs|mmes et mm\.?|titulaires)[^\S\n]+"
    r"(?:\w+[^\S\n]+)?)?"
    r"(?:pr[ée]sente?s?|absente?s?|excus[ée]e?s?|repr[ée]sent[ée]e?s?|"
    r"(?:ayant[^\S\n]+donn[ée][^\S\n]+)?(?:pouvoirs?|procurations?))"
    r"(?=[^\S\n]*[:(]|[^\S\n,]+[^\n:]{0,50}:|[^\S\n]*$)[^\n:]{0,60}:?",
    re.I | re.M,
)
#: Characters before the list within which the council is named; of a line below its heading that
#: is one member's; and before the name in it: a sentence begins with more.
_BEFORE, _LINE, _INDENT = 4000, 120, 25
_CALL = re.compile(r"[^\n]*(?:\n(?![ \t]*\n)(?![^\n]{0,70}:)[^\n]*)*")


@dataclass(frozen=True, slots=True)
class _Seats:
    """A part of a flow's text that lists members."""

    start: int
    end: int
    clue: str


def seated(flows: Sequence[Flow], mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions: people listed as members and not known to be anything else are
    elected."""
    seats = _seats(flows, _named(mentions))
    return [_member(mention, seats) for mention in mentions] if seats else list(mentions)


def _member(mention: Mention, seats: Mapping[str, Sequence[_Seats]]) -> Mention:
    if mention.category is not Category.PERSON or mention.role is not Role.UNKNOWN:
        return mention
    for part in seats.get(mention.span.flow, ()):
        if part.start <= mention.span.start < part.end:
            return replace(mention, role=Role.ELECTED, role_clue=part.clue)
    return mention


def _named(mentions: Sequence[Mention]) -> Mapping[str, Sequence[int]]:
    """Where people are named, by flow."""
    found: dict[str, list[int]] = {}
    for mention in mentions:
        if mention.category is Category.PERSON:
            found.setdefault(mention.span.flow, []).append(mention.span.start)
    return found


def _seats(
    flows: Sequence[Flow], named: Mapping[str, Sequence[int]]
) -> Mapping[str, Sequence[_Seats]]:
    found: dict[str, list[_Seats]] = {}
    before, clue = "", ""
    for flow in flows:
        if flow.channel not in VISIBLE_CHANNELS:
            continue
        text, people = flow.text, named.get(flow.id, ())
        heads = list(_HEAD.finditer(text))
        if clue:
            first = heads[0].start() if heads else len(text)
            end = min(_with_lines(text, 0, people), first)
            if end:
                found.setdefault(flow.id, []).append(_Seats(0, end, clue))
            if heads or end < len(text.rstrip()):
                clue = ""
        for head in heads:
            council = _last(_COUNCIL, (before + text[: head.start()])[-_BEFORE:])
            if not council:
                continue
            said = f"{' '.join(head.group().split(':')[0].split()).strip('-–•*+ ')}, {council}"
            call = _CALL.match(text, head.end())
            end = _with_lines(text, call.end() if call else head.end(), people)
            found.setdefault(flow.id, []).append(_Seats(head.end(), end, said))
            clue = said if end >= len(text.rstrip()) else ""
        before = (before + "\n" + text)[-_BEFORE:]
    return found


def _with_lines(text: str, end: int, people: Sequence[int]) -> int:
    """Where a list ends that has one member a line, perhaps after an empty line."""
    for start, stop in _lines(text, end):
        if text[start:stop].strip():
            if not _is_row(text, start, stop, people):
                break
            end = stop
    return end


def _is_row(text: str, start: int, stop: int, people: Sequence[int]) -> bool:
    return (
        stop - start <= _LINE
        and ":" not in text[start:stop]
        and any(start <= place <= start + _INDENT for place in people)
    )


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _last(pattern: re.Pattern[str], text: str) -> str:
    found = ""
    for match in pattern.finditer(text):
        found = match.group()
    return found.lower()
