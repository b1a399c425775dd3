"""What a release took out, told document by document: what its papers are written from.

It is read from the folder that the export wrote, so that the papers say what was released and
nothing else; only what the export never saw (the request, whole documents refused) is added.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from redactor.law import words
from redactor.law.categories import Category
from redactor.law.grounds import ground as known_ground
from redactor.release import names, register
from redactor.release.departures import Departures
from redactor.release.override import Override

OUT_OF_SCOPE = "hors périmètre"
_OF_THE_DOCUMENT = frozenset({"attachment", "comment", "comments", "tracked-changes"})


@dataclass(frozen=True, slots=True)
class Refused:
    """A whole document that does not go, and on what ground."""

    name: str
    """The requester reads it: see `read`."""
    ground: str
    note: str = ""
    """Why, in fact. For the letter, and so for the requester."""

    @property
    def out_of_scope(self) -> bool:
        return self.ground == OUT_OF_SCOPE


@dataclass(frozen=True, slots=True)
class Case:
    """What the papers say of the request."""

    title: str = ""
    reference: str = ""
    requesters: tuple[str, ...] = ()
    received: date | None = None
    refused: tuple[Refused, ...] = ()


class Outcome(StrEnum):
    """How a document goes out, in the words of the bordereau."""

    WHOLE = "communiqué intégralement"
    PART = "communiqué partiellement"
    REFUSED = "non communiqué"


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of the register."""

    document: str
    page: int | None
    place: str
    category: str
    ground: str
    origin: str
    by: str
    when: str
    id: str
    text: str
    proposed_by: str = ""

    @property
    def out_of_scope(self) -> bool:
        """Disjoined: the request did not ask for it. That is no matter of article L.311-7."""
        return self.ground == OUT_OF_SCOPE or self.category == words.name(Category.OUT_OF_SCOPE)


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the release."""

    name: str
    passages: tuple[Passage, ...]
    dropped: tuple[str, ...] = ()
    unread: int = 0

    @property
    def withheld(self) -> tuple[str, ...]:
        """What the copy leaves out that a reader counts as the document's, not as its file's."""
        return tuple(each for each in self.dropped if each in _OF_THE_DOCUMENT)

    @property
    def outcome(self) -> Outcome:
        return Outcome.PART if self.passages or self.withheld else Outcome.WHOLE

    @property
    def occulted(self) -> tuple[Passage, ...]:
        return tuple(each for each in self.passages if not each.out_of_scope)

    @property
    def disjoined(self) -> tuple[Passage, ...]:
        return tuple(each for each in self.passages if each.out_of_scope)


@dataclass(frozen=True, slots=True)
class Account:
    """A whole release."""

    case: Case
    documents: tuple[Document, ...]
    override: Override | None = None
    departures: Departures | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(each for document in self.documents for each in document.passages)


def read(full_register: Path, manifest: Mapping[str, Any], case: Case) -> Account:
    """The account of the release that wrote these files. What a person wrote of the documents
    refused is without the texts that it occults."""
    with full_register.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    passages = [_passage(row) for row in rows]
    by_document: dict[str, list[Passage]] = {}
    for passage in passages:
        by_document.setdefault(passage.document, []).append(passage)
    texts = [passage.text for passage in passages]
    refused = tuple(
        replace(
            each,
            name=names.without_texts(each.name, texts),
            note=names.without_texts(each.note, texts),
        )
        for each in case.refused
    )
    return Account(
        replace(case, refused=refused),
        tuple(
            Document(
                entry["source"],
                tuple(by_document.get(entry["source"], ())),
                tuple(entry.get("dropped", ())),
                len(entry.get("unread", ())),
            )
            for entry in manifest["documents"]
        ),
        Override.of(manifest),
        Departures.of(manifest),
    )


def _passage(row: Mapping[str, str]) -> Passage:
    cell = {name: register.plain(value or "") for name, value in row.items()}
    page = cell["Page"]
    return Passage(
        cell["Document"],
        int(page) if page.isdigit() else None,
        cell["Emplacement"],
        cell["Catégorie"],
        cell["Motif"],
        cell["Origine"],
        cell["Décidé par"],
        cell["Décidé le"],
        cell["Identifiant"],
        cell[register.TEXT],
        cell.get("Proposé par", ""),
    )


def in_full(codes: str) -> str:
    """Grounds as a letter states them: ``CRPA, art. L.311-6, 1° (vie privée, …)``."""
    parts = []
    for code in filter(None, (part.strip() for part in codes.split(","))):
        known = known_ground(code)
        if known is None:
            parts.append(code)
        elif code == OUT_OF_SCOPE:
            parts.append(_lower(known.title))
        else:
            parts.append(f"{known.article} ({_lower(known.title)})")
    return " ; ".join(parts)


def by_ground(passages: Sequence[Passage]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each ground with the categories taken out on it and how many, the most frequent first."""
    counted: dict[str, Counter[str]] = {}
    for each in passages:
        counted.setdefault(each.ground, Counter())[each.category] += 1
    return [
        (ground, sorted(categories.items(), key=lambda item: (-item[1], item[0])))
        for ground, categories in sorted(
            counted.items(), key=lambda item: (-item[1].total(), item[0])
        )
    ]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
