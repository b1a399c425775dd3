"""`redactor propose`: what would be occulted, and why."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from redactor.cli import arguments
from redactor.cli.analysis import Document, Unusable, passwords, read_all
from redactor.cli.speech import Speech
from redactor.dossier.records import Suggestion
from redactor.jobs.analyse import Analyse
from redactor.law import words
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.law.profile import Profile, load
from redactor.text.flow import Span


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "propose", help="list the personal data of files", allow_abbrev=False
    )
    arguments.files(parser)
    arguments.profile(parser)
    arguments.reading(parser)
    arguments.people(parser)
    parser.add_argument("--explain", action="store_true", help="say what saw each mention and why")
    arguments.output_format(parser)


def run(parsed: argparse.Namespace, speech: Speech) -> int:
    profile = load(parsed.profile)
    with (
        arguments.documents(parsed.files, speech) as files,
        arguments.read_options(parsed) as reading,
    ):
        base = Analyse(Path(), reading=reading, context=arguments.context(parsed))
        read = read_all(files, base, passwords(parsed.password_file), speech)
    for each in read:
        if isinstance(each, Unusable):
            speech.problem(each.problem, each.path)
        else:
            for warning in each.warnings:
                speech.warning(warning, each.path)
    if parsed.format == "json":
        documents = [_as_json(each, profile, speech, parsed.explain) for each in read]
        json.dump({"version": 1, "documents": documents}, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for each in read:
            if isinstance(each, Document):
                _print(each, profile, speech, explain=parsed.explain)
        _print_counts(read, profile, speech)
    return 2 if all(isinstance(each, Unusable) for each in read) else 0


def _as_json(
    each: Document | Unusable, profile: Profile, speech: Speech, explain: bool
) -> dict[str, Any]:
    if isinstance(each, Unusable):
        why = speech.text(each.problem.key, **each.problem.facts)
        return {
            "path": str(speech.shown(each.path)),
            "sha256": None,
            "pages": None,
            "mentions": [],
            "unread": [{"where": each.path.name, "why": why}],
        }
    return {
        "path": str(speech.shown(each.path)),
        "sha256": each.opened.sha256,
        "pages": each.opened.pages,
        "mentions": [_mention(m, profile, explain) for m in each.mentions],
        "pictures": [
            {"part": i.part, "width": i.width, "height": i.height} for i in each.illustrations
        ],
        "suggested_areas": [_suggestion(s, profile) for s in each.suggested],
        "unread": [{"where": u.where, "why": speech.text(u.why)} for u in each.unread],
    }


def _suggestion(suggestion: Suggestion, profile: Profile) -> dict[str, Any]:
    """An area that nobody asked for: put into `areas` by a person, it is occulted."""
    default = profile.default(Mention("", Span("", 0, 1), "", suggestion.category))
    grounds = [each for each in (default.ground, *default.suggestions) if each]
    return {
        "page": suggestion.page,
        "bbox": list(suggestion.box),
        "category": suggestion.category.value,
        "kind": suggestion.kind,
        "ground": grounds[0] if grounds else "",
        "confidence": suggestion.confidence,
        "why": suggestion.why,
    }


def _mention(mention: Mention, profile: Profile, explain: bool) -> dict[str, Any]:
    default = profile.default(mention)
    row: dict[str, Any] = {
        "id": mention.id,
        "flow": mention.span.flow,
        "channel": mention.channel.value,
        "page": mention.page,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "category": mention.category.value,
        "role": mention.role.value,
        "entity": mention.entity,
        "decision": default.decision.value,
        "ground": default.ground,
        "confidence": round(mention.confidence, 3),
        "detector": mention.detector,
    }
    if explain:
        row |= {
            "why": mention.why,
            "role_clue": mention.role_clue,
            "traits": sorted(trait.value for trait in mention.traits),
            "row": default.row,
            "comment": default.comment,
            "source": default.source,
        }
    return row


_SIGNS = {Decision.OCCULT: "■", Decision.REVIEW: "?", Decision.KEEP: "·", Decision.DISJOIN: "−"}


def _print(document: Document, profile: Profile, speech: Speech, *, explain: bool) -> None:
    print(f"{speech.shown(document.path)}")
    places = [
        f"p. {mention.page}" if mention.page else speech.text(f"channel.{mention.channel.value}")
        for mention in document.mentions
    ]
    width = max(map(len, places), default=0)
    for mention, place in zip(document.mentions, places, strict=True):
        default = profile.default(mention)
        text = " ".join(mention.text.split())
        print(
            f"  {_SIGNS[default.decision]} {place:<{width}}  "
            f"{words.name(mention.category, speech.language):<24} {_short(text)}"
            + (f"  [{default.ground}]" if default.ground else "")
        )
        if explain:
            print(f"      {_because(mention, speech)}")
            if default.source:
                print(f"      {default.ground or default.row} : {default.source}")
    for suggestion in document.suggested:
        name = words.name(suggestion.category, speech.language)
        place = f"p. {suggestion.page}"
        print(f"  ? {place:<{width}}  {name:<24} {suggestion.why}")
    for unread in document.unread:
        print(f"  ! {unread.where}: {speech.text(unread.why)}")


def _print_counts(read: Sequence[Document | Unusable], profile: Profile, speech: Speech) -> None:
    """How many mentions of each decision, which is also what the signs mean."""
    decided = Counter(
        profile.default(mention).decision
        for each in read
        if isinstance(each, Document)
        for mention in each.mentions
    )
    kinds = [
        f"{sign} {words.name(decision, speech.language)} : {decided[decision]}"
        for decision, sign in _SIGNS.items()
        if decided[decision]
    ]
    if kinds:
        print("   ".join(kinds))


def _because(mention: Mention, speech: Speech) -> str:
    role = words.name(mention.role, speech.language)
    clue = f" ({mention.role_clue})" if mention.role_clue else ""
    return f"{mention.detector}: {mention.why}; {role}{clue}; {mention.confidence:.2f}"


def _short(text: str, width: int = 70) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
