"""The register of occultations, as CSV that a French Excel or LibreOffice opens by itself.

CRPA, art. L.311-7: what is taken out is taken out on a ground; the register states it for each
passage. The public register holds no occulted text; the full one does, and stays on the full
copy's side.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from redactor.law import words
from redactor.law.categories import Category
from redactor.release.departures import Departures
from redactor.release.override import Override

#: How a register says where, for channels that are not the page itself.
PLACES = {
    "body": "",
    "header": "en-tête",
    "footer": "pied de page",
    "footnote": "note de bas de page",
    "endnote": "note de fin",
    "textbox": "zone de texte",
    "comment": "commentaire",
    "field": "champ",
    "form": "formulaire",
    "annotation": "annotation",
    "link": "lien",
    "bookmark": "signet",
    "metadata": "propriétés",
    "attachment": "pièce jointe",
    "revision": "suivi des modifications",
    "hidden": "texte masqué",
    "structure": "texte de remplacement",
    "layer": "calque",
    "script": "script",
    "embedded": "objet incorporé",
    "ocr": "texte reconnu",
    "filename": "nom du fichier",
    "area": "zone",
    "page": "page entière",
    "document": "document entier",
}

_NARROW = " (blanc à la largeur du texte : la ligne n’a pas pu être recomposée)"

TEXT = "Texte occulté"
HEADINGS = (
    "N°",
    "Document",
    "Page",
    "Emplacement",
    "Catégorie",
    "Motif",
    "Origine",
    "Décidé par",
    "Décidé le",
    "Identifiant",
    "Proposé par",
)
#: Scripts read columns by their place: the newest is the last of both registers.
FULL_HEADINGS = (*HEADINGS[:-1], TEXT, HEADINGS[-1])
#: What releases wrote before it was added.
EARLIER = {HEADINGS: HEADINGS[:-1], FULL_HEADINGS: FULL_HEADINGS[:-1]}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the register: a passage, an area or a page taken out of a document."""

    id: str
    document: str
    """The name of the copy, without occulted text."""
    page: int | None
    channel: str
    category: Category
    ground: str
    origin: str = ""
    """``proposition``, ``décision``, ``demande`` (asked for by its text)."""
    by: str = ""
    when: str = ""
    text: str = ""
    """The occulted text. Only the full register writes it."""
    proposed_by: str = ""
    """The version of what proposed it: « Redactor 0.1.0, modèle ner c772bb50 »; empty where
    nothing did."""
    narrow: bool = False
    """Whether its blank keeps the width of the text, against the profile: see `Written.narrow`."""
    where: str = ""
    """Where in the text of a document without pages: « paragraphe 12 »."""


def write_register(
    path: Path,
    entries: Iterable[Entry],
    override: Override | None = None,
    departures: Departures | None = None,
) -> None:
    """The register for the requester: no occulted text. A release that departs from its
    profile, or was made although something held it, says so in its last lines."""
    write_table(path, HEADINGS, (row for row, _ in _rows(entries, override, departures)))


def write_full_register(
    path: Path,
    entries: Iterable[Entry],
    override: Override | None = None,
    departures: Departures | None = None,
) -> None:
    """The register that goes with the full copies: with the occulted text."""
    rows = _rows(entries, override, departures)
    write_table(path, FULL_HEADINGS, ((*row[:-1], text, row[-1]) for row, text in rows))


def _rows(
    entries: Iterable[Entry], override: Override | None, departures: Departures | None
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each line and its occulted text; at the end what is said of the release as a whole."""
    numbers = count(1)
    for entry in entries:
        yield _row(next(numbers), entry), entry.text
    for said in (departures, override):
        if said is not None:
            yield (str(next(numbers)), *said.row(), ""), ""


def write_passages(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """A register for the requester of rows in the words of `HEADINGS`, the number left out, and
    at the end what nothing is to be said of."""
    numbered = ([str(i), *row] for i, row in enumerate(rows, 1))
    write_table(path, HEADINGS, (row + [""] * (len(HEADINGS) - len(row)) for row in numbered))


def _row(number: int, entry: Entry) -> tuple[str, ...]:
    return (
        str(number),
        entry.document,
        "" if entry.page is None else str(entry.page),
        (PLACES.get(entry.channel, entry.channel) or entry.where)
        + (_NARROW if entry.narrow else ""),
        words.name(entry.category),
        entry.ground,
        entry.origin,
        entry.by,
        entry.when,
        entry.id,
        entry.proposed_by,
    )


def write_table(path: Path, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table as CSV, its cells inert."""
    # The byte order mark is what makes Excel read UTF-8; the semicolon is its French separator.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(headings)
        for row in rows:
            writer.writerow([_inert(cell) for cell in row])


def _inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: documents come from strangers."""
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def plain(cell: str) -> str:
    """A cell of the register as it was before it was made inert."""
    return cell[1:] if cell[:1] == "'" and _inert(cell[1:]) == cell else cell
