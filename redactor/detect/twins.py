"""What is masked in one place and readable in another: one entity.

Two ways to tell: what is left of the value fits one value of the dossier alone (`completes`), or
the mask stands after the same words as the value (`join_masks`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redactor.law.categories import SIGNALS, Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow

_WORDS = re.compile(r"(?!(?:mm?|mmes?|mlle)\b)\w+")
_HIDDEN = re.compile(r"[xX*█▇■▓▒░▉•]")
_MARKS = re.compile(r"[\s._/()-]+")
#: Words that stand before anything: a cue made of them alone tells nothing.
_CUE_LETTERS = 12


def join_masks(flows: Sequence[Flow], mentions: list[Mention]) -> list[Mention]:
    """A wholly masked value joins the one that stands after the same words elsewhere."""
    texts = {flow.id: flow.text for flow in flows}
    owners: dict[str, set[str]] = {}
    joined: set[str] = set()
    for mention in mentions:
        if mention.category is Category.MASK or mention.category in SIGNALS:
            continue
        joined.add(mention.entity)
        for cue in _cues(texts, mention):
            owners.setdefault(cue, set()).add(mention.entity)
    done = []
    for mention in mentions:
        if mention.category is Category.MASK and mention.entity not in joined:
            twins = {e for cue in _cues(texts, mention) for e in owners.get(cue, ())}
            if len(twins) == 1:
                what = "adresse" if "@" in mention.text else "valeur"
                why = f"{what} masquée ; la même place, ailleurs, la donne en clair"
                mention = replace(mention, entity=next(iter(twins)), why=why)
        done.append(mention)
    return _with_links(mentions, done)


def _with_links(before: Sequence[Mention], joined: list[Mention]) -> list[Mention]:
    """The target of a masked address's link stands after no words: it goes where every joined
    mask of the same text went, as long as enough of its shape is left to tell it apart."""
    went: dict[str, set[str]] = {}
    for old, new in zip(before, joined, strict=True):
        if old.entity != new.entity:
            went.setdefault(old.entity, set()).add(new.entity)
    done = []
    for old, new in zip(before, joined, strict=True):
        owners = went.get(old.entity, set())
        shaped = len(old.text.partition("@")[0]) > 2 and "@" in old.text
        if old.entity == new.entity and shaped and len(owners) == 1:
            why = "adresse masquée comme celle que le texte donne en clair ailleurs"
            new = replace(new, entity=next(iter(owners)), why=why)
        done.append(new)
    return done


def _cues(texts: dict[str, str], mention: Mention) -> list[str]:
    """What tells a place: the three words before, and for an address the length of its local
    part, which a mask keeps."""
    before = texts.get(mention.span.flow, "")[max(mention.span.start - 60, 0) : mention.span.start]
    words = _WORDS.findall(before.casefold())[-3:]
    if len(words) < 3:
        return []
    if "@" in mention.text:
        local = mention.text.partition("@")[0]
        return [" ".join([*words, f"{len(local)}@"])] if len(local) > 2 else []
    # an address may be wholly hidden by blocks, so it answers to both cues
    return [" ".join(words)] if sum(map(len, words)) >= _CUE_LETTERS else []


def bare(value: str) -> str:
    """A value without the marks between its groups."""
    return _MARKS.sub("", value).upper()


def completes(mask: str) -> re.Pattern[str] | None:
    """What a half-masked number, plate or token may stand for: as many characters, those left
    in their places. None where fewer than four are left."""
    left = bare(mask)
    shown = _HIDDEN.sub("", left)
    if len(shown) < 4 or not any(map(str.isdigit, shown)) or shown == left:
        return None
    body = "".join(r"\w" if _HIDDEN.fullmatch(c) else re.escape(c) for c in left)
    return re.compile(body)
