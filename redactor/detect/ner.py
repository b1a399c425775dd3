"""The model's two passes: over every paragraph, then over the names in capitals that it missed,
case restored."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from redactor.detect.found import Found
from redactor.detect.lexicon import Known, Lexicon
from redactor.detect.names import UPPER
from redactor.law.categories import Category
from redactor.text.normalise import restore_case

#: Characters of a stretch that the model reads at once: enough context, short documents.
STRETCH = 700
BATCH = 64
# Columns of plain text, which the model reads better between tabs.
WIDE = re.compile(r"(?<=\S)[ ]{3,}(?=\S)")
# A line's end, or a stop after a word: not that of « M. », of « Mme. » or of an initial.
_SENTENCE_END = re.compile(r"\n|(?<=[a-zà-ÿœ0-9]{4}[.!?;])[ ]+|(?<=[a-zà-ÿœ0-9)»] [!?;:])[ ]+")
_CAPITALS = re.compile(rf"(?<!\w)[{UPPER}]{{2,}}(?!\w)")


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text at line ends into stretches of about `STRETCH` characters."""
    start, size = 0, len(text)
    while start < size:
        end = size
        if size - start > STRETCH:
            cut = text.rfind("\n", start + 1, start + STRETCH)
            if cut < 0:
                cut = text.rfind(". ", start + STRETCH // 2, start + STRETCH)
            if cut < 0:
                cut = text.rfind(" ", start + 1, start + STRETCH)
            end = cut + 1 if cut > start else start + STRETCH
        yield start, end
        start = end


@dataclass(frozen=True, slots=True)
class _Task:
    """A piece of a text for the model to read."""

    index: int
    start: int
    piece: str


def people(nlp: Any, texts: Sequence[str], lexicon: Lexicon) -> list[list[Found]]:
    """What the model takes for people in each text."""
    found: list[list[Found]] = [[] for _ in texts]
    pieces = [
        _Task(index, start, text[start:end])
        for index, text in enumerate(texts)
        for start, end in stretches(text)
        if any(map(str.isalpha, text[start:end]))
    ]
    for task, first, last in _read(nlp, pieces):
        found[task.index].append(
            Found(first, last, Category.PERSON, "ner", "reconnu par le modèle", 0.85)
        )
    capitals = [
        _Task(index, start, restore_case(text[start:end]))
        for index, text in enumerate(texts)
        for start, end in _capital_lines(text, lexicon, found[index])
    ]
    for task, first, last in _read(nlp, capitals):
        if _CAPITALS.search(texts[task.index], first, last):
            why = "reconnu par le modèle, casse rétablie"
            found[task.index].append(Found(first, last, Category.PERSON, "ner:restored", why, 0.8))
    return found


def _read(nlp: Any, tasks: Sequence[_Task]) -> Iterator[tuple[_Task, int, int]]:
    """Each person that the model sees in the pieces, by start and end in the piece's text."""
    documents = nlp.pipe((WIDE.sub("\t", task.piece) for task in tasks), batch_size=BATCH)
    for task, document in zip(tasks, documents, strict=True):
        gaps = list(WIDE.finditer(task.piece))
        for entity in document.ents:
            if entity.label_ == "PER":
                first = task.start + _widened(entity.start_char, gaps)
                yield task, first, task.start + _widened(entity.end_char - 1, gaps) + 1


def _widened(position: int, gaps: Sequence[re.Match[str]]) -> int:
    """Where a character stood before wide gaps became tabs."""
    for gap in gaps:
        if position <= gap.start():
            break
        position += gap.end() - gap.start() - 1
    return position


def _may_name(lexicon: Lexicon, word: str) -> bool:
    """Whether a word in capitals is worth a second look: a name, or no word and long enough."""
    known = lexicon.of(word)
    if known & Known.NAME:
        return True
    return len(word) > 3 and not known & (Known.WORD | Known.STOP | Known.PLACE)


def _capital_lines(text: str, lexicon: Lexicon, seen: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """The sentences of lines that hold words in capitals, but for those with nothing but acronyms
    and those whose names have all been `seen`: in ordinary papers, nearly all.

    Sentences, not lines: a line may be a long paragraph, and most of it has been read.
    """
    # « PJ-0338\nKERLANN » is two things: read again
    seen = [item for item in seen if "\n" not in text[item.start : item.end]]
    ends = [item.end for item in seen]
    for start, end in _sentences(text):
        for word in _CAPITALS.finditer(text, start, end):
            index = bisect_left(ends, word.end())
            if index < len(seen) and seen[index].start <= word.start():
                continue
            if _may_name(lexicon, word.group()):
                for first in range(start, end, STRETCH):
                    yield first, min(first + STRETCH, end)
                break


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _SENTENCE_END.finditer(text):
        yield start, gap.end()
        start = gap.end()
    if start < len(text):
        yield start, len(text)
