"""A secret or a number read in one place, found wherever the document writes it again.

« mot de passe : Ajonc2020 » tells it, and a line of the shell's history holds it with nothing
around; a label names the number of a file once. Only what is taken for nothing else: letters and
digits of some length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import ahocorasick

from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span

#: What is looked for again, with the shortest length that tells it from a common number or word.
_LENGTHS = {Category.SECRET: 6, Category.URL_TOKEN: 8, Category.ACCOUNT_ID: 6}
#: A value longer than this is a block, not a word.
_LONGEST = 80


def again(flows: Sequence[Flow], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The other places of the secrets, tokens and account numbers found, as mentions."""
    known: dict[str, Mention] = {}
    for mention in mentions:
        if _tells(mention):
            known.setdefault(mention.text, mention)
    if not known:
        return
    words = ahocorasick.Automaton()
    for text in known:
        words.add_word(text, text)
    words.make_automaton()
    taken: dict[str, list[Span]] = {}
    for mention in mentions:
        if not mention.is_signal:
            taken.setdefault(mention.span.flow, []).append(mention.span)
    for flow in flows:
        for last, value in words.iter(flow.text):
            span = Span(flow.id, last + 1 - len(value), last + 1)
            if not _alone(flow.text, span) or any(
                span.start < other.end and other.start < span.end
                for other in taken.get(flow.id, ())
            ):
                continue
            yield replace(
                known[value],
                span=span,
                channel=flow.channel,
                page=flow.page,
                confidence=0.7,
                detector="propagation:value",
                why="la même valeur, que le document donne ailleurs pour ce qu’elle est",
            )


def _tells(mention: Mention) -> bool:
    text = mention.text
    return (
        len(text) >= _LENGTHS.get(mention.category, _LONGEST + 1)
        and len(text) <= _LONGEST
        and re.search(r"\d", text) is not None
        and (mention.category is Category.ACCOUNT_ID or re.search(r"[^\W\d_]", text) is not None)
    )


def _alone(text: str, span: Span) -> bool:
    """Whether no letter or digit touches it."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (before.isalnum() or after.isalnum())
