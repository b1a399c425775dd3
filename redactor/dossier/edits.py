"""What each action of a person changes, computed before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from redactor.dossier import codec
from redactor.dossier.changes import Change, Columns, grouped
from redactor.dossier.errors import NoSuchRecord
from redactor.dossier.memory import Memory
from redactor.dossier.records import AreaRow, DocumentRow, Ruling


def numbers(memory: Memory, ids: Iterable[str]) -> list[int]:
    """The numbers of mentions, each once. Raises NoSuchRecord."""
    try:
        return list(dict.fromkeys(map(memory.numbers.__getitem__, ids)))
    except KeyError as error:
        raise NoSuchRecord(id=str(error.args[0])) from None


def by_ruling(memory: Memory, keys: Sequence[int]) -> dict[Ruling | None, list[int]]:
    """Mentions by what a person said of them."""
    old = memory.rulings.records
    if old.keys().isdisjoint(keys):
        # 20,000 undecided mentions decided at once are the common great case.
        return {None: list(keys)}
    groups: dict[Ruling | None, list[int]] = {}
    for key in keys:
        groups.setdefault(old.get(key), []).append(key)
    return groups


def rule(memory: Memory, keys: Sequence[int], ruling: Ruling | None) -> tuple[Change, ...]:
    """Give mentions one ruling, or none."""
    groups = by_ruling(memory, keys)
    after = codec.ruling_columns(ruling) if ruling else None
    return tuple(
        Change("ruling", tuple(members), codec.ruling_columns(before) if before else None, after)
        for before, members in groups.items()
        if not _same(before, ruling)
    )


def ground(memory: Memory, keys: Sequence[int], value: str, by: str, at: str) -> tuple[Change, ...]:
    """Give mentions another ground, whatever was decided of each."""
    changes: list[Change] = []
    for before, members in by_ruling(memory, keys).items():
        after = replace(before or Ruling(), ground=value, by=by, at=at)
        changes += rule(memory, members, after)
    return tuple(changes)


def mentions(memory: Memory, keys: Iterable[int], **fields: Any) -> tuple[Change, ...]:
    """Give mentions other fields, and remember that a person did."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for key in keys:
        row = memory.mentions.records[key]
        old = (*(getattr(row.mention, name) for name in fields), row.edited)
        groups.setdefault(old, []).append(key)
    new = tuple(fields.values())
    return tuple(
        Change(
            "mention",
            tuple(members),
            _correction(dict(zip(fields, old, strict=False)), old[-1]),
            _correction(fields, {*old[-1], *fields}),
        )
        for old, members in groups.items()
        if old[:-1] != new
    )


def put_away(memory: Memory, keys: Iterable[int]) -> tuple[Change, ...]:
    """Set mentions aside, as when they are no longer seen."""
    groups: dict[str, list[int]] = {}
    for key in keys:
        row = memory.mentions.records[key]
        if not row.gone:
            groups.setdefault(" ".join(sorted(row.edited)), []).append(key)
    return tuple(
        Change("mention", tuple(members), {"gone": 0, "edited": e}, {"gone": 1, "edited": e})
        for e, members in groups.items()
    )


def _correction(fields: Mapping[str, Any], edited: Iterable[str]) -> Columns:
    return {**codec.fields_columns(fields), "edited": " ".join(sorted(edited))}


def appear(table: str, keys: Iterable[int], columns: Iterable[Columns]) -> tuple[Change, ...]:
    """New records."""
    return tuple(Change(table, (key,), None, each) for key, each in zip(keys, columns, strict=True))


def area(memory: Memory, key: int, row: AreaRow) -> tuple[Change, ...]:
    """Put another area in the place of one."""
    before = codec.area_columns(memory.areas.records[key])
    return grouped("area", [(key, before, codec.area_columns(row))])


def documents(memory: Memory, rows: Iterable[DocumentRow]) -> tuple[Change, ...]:
    """Change documents, each known by its id."""
    changes: list[tuple[int, Columns | None, Columns | None]] = []
    for row in rows:
        key = document_number(memory, row.id)
        before = codec.document_columns(memory.documents.records[key])
        changes.append((key, before, codec.document_columns(row)))
    return grouped("document", changes)


def document_number(memory: Memory, identifier: str) -> int:
    """The number of a document. Raises NoSuchRecord."""
    key = codec.number_of(identifier)
    if identifier != f"d{key}" or key not in memory.documents.records:
        raise NoSuchRecord(id=identifier)
    return key


def _same(one: Ruling | None, other: Ruling | None) -> bool:
    """Whether two rulings say the same, whenever it was said."""
    if one is None or other is None:
        return one is other
    return replace(one, at="") == replace(other, at="")
