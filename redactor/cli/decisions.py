"""The file of `--decisions`: the JSON of `propose`, its decisions edited, areas added.

The file is a person's: what is wrong in it is said with its place, and nothing is guessed.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from redactor.cli.arguments import text_of
from redactor.formats.base import Box
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.problem import Problem
from redactor.text.flow import Span

_Value = TypeVar("_Value")


class WrongDecisions(Problem):
    """The file is not what `propose` writes. Facts: ``file``, ``where``, ``what``."""

    key = "problem.wrong-decisions"


@dataclass(frozen=True, slots=True)
class Decided:
    """A mention with the decision that the file gives it."""

    id: str
    span: Span
    text: str
    category: Category
    decision: Decision
    ground: str


@dataclass(frozen=True, slots=True)
class DecidedArea:
    page: int
    """Zero for one of a picture inside a document (`part`)."""
    box: Box
    ground: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class DecidedPassage:
    span: Span
    ground: str


@dataclass(frozen=True, slots=True)
class DecidedPage:
    page: int
    ground: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the file decides of one document."""

    mentions: tuple[Decided, ...] = ()
    areas: tuple[DecidedArea, ...] = ()
    passages: tuple[DecidedPassage, ...] = ()
    pages: tuple[DecidedPage, ...] = ()


def read(file: Path) -> Mapping[str, Decisions]:
    """The decisions of a file, by the SHA-256 of the document. Raises `WrongDecisions`."""
    try:
        content = json.loads(text_of(file))
    except ValueError as error:
        at = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else "…"
        raise WrongDecisions(file=str(file), where="JSON", what=at) from error
    reader = _Reader(file)
    root = reader.table(content, "")
    if root.get("version") != 1:
        raise reader.wrong("version", "1")
    documents: dict[str, Decisions] = {}
    for i, entry in enumerate(reader.rows(root, "documents", "")):
        where = f"documents[{i}]"
        if entry.get("sha256") is None:
            continue  # `propose` writes so of a file that it could not read.
        if not isinstance(entry.get("pages", []), list):
            del entry["pages"]  # `propose` counts them there; a list removes some.
        documents[reader.text(entry, "sha256", where)] = Decisions(
            reader.each(entry, "mentions", where, reader.mention),
            reader.each(entry, "areas", where, reader.area),
            reader.each(entry, "passages", where, reader.passage),
            reader.each(entry, "pages", where, reader.page),
        )
    return documents


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads values of the right kind, or says where the wrong one is."""

    file: Path

    def wrong(self, where: str, what: str) -> WrongDecisions:
        return WrongDecisions(file=str(self.file), where=where, what=what)

    def table(self, value: object, where: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.wrong(where, "{…}")
        return value

    def rows(self, table: dict[str, Any], name: str, where: str) -> list[dict[str, Any]]:
        rows = table.get(name, [])
        if not isinstance(rows, list):
            raise self.wrong(f"{where}.{name}".lstrip("."), "[…]")
        return [self.table(row, f"{where}.{name}[{i}]") for i, row in enumerate(rows)]

    def each(
        self,
        table: dict[str, Any],
        name: str,
        where: str,
        read: Callable[[dict[str, Any], str], _Value],
    ) -> tuple[_Value, ...]:
        return tuple(
            read(row, f"{where}.{name}[{i}]") for i, row in enumerate(self.rows(table, name, where))
        )

    def text(self, row: dict[str, Any], name: str, where: str, default: str | None = None) -> str:
        value = row.get(name, default)
        if not isinstance(value, str):
            raise self.wrong(f"{where}.{name}", '"…"')
        return value

    def number(self, row: dict[str, Any], name: str, where: str) -> int:
        value = row.get(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(f"{where}.{name}", "0, 1, 2…")
        return value

    def ground(self, row: dict[str, Any], where: str) -> str:
        return self.text(row, "ground", where, "") if row.get("ground") is not None else ""

    def span(self, row: dict[str, Any], where: str) -> Span:
        flow = self.text(row, "flow", where)
        try:
            return Span(flow, self.number(row, "start", where), self.number(row, "end", where))
        except ValueError as error:
            raise self.wrong(f"{where}.start", "0 ≤ start < end") from error

    def mention(self, row: dict[str, Any], where: str) -> Decided:
        try:
            decision = Decision(str(row.get("decision")))
        except ValueError as error:
            raise self.wrong(f"{where}.decision", " | ".join(Decision)) from error
        try:
            category = Category(row.get("category", Category.CUSTOM))
        except ValueError as error:
            raise self.wrong(f"{where}.category", " | ".join(Category)) from error
        return Decided(
            self.text(row, "id", where, ""),
            self.span(row, where),
            self.text(row, "text", where, ""),
            category,
            decision,
            self.ground(row, where),
        )

    def area(self, row: dict[str, Any], where: str) -> DecidedArea:
        box = row.get("bbox")
        if (
            not isinstance(box, list)
            or len(box) != 4
            or not all(isinstance(v, int | float) and not isinstance(v, bool) for v in box)
            or not (box[0] < box[2] and box[1] < box[3])
        ):
            raise self.wrong(f"{where}.bbox", "[x0, y0, x1, y1], x0 < x1, y0 < y1")
        x0, y0, x1, y1 = (float(v) for v in box)
        part = self.text(row, "part", where, "")
        page = 0 if part else self.number(row, "page", where)
        return DecidedArea(page, (x0, y0, x1, y1), self.ground(row, where), part)

    def passage(self, row: dict[str, Any], where: str) -> DecidedPassage:
        return DecidedPassage(self.span(row, where), self.ground(row, where))

    def page(self, row: dict[str, Any], where: str) -> DecidedPage:
        return DecidedPage(self.number(row, "page", where), self.ground(row, where))
