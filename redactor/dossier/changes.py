"""Changes to the records of a dossier, so written down that each can be taken back exactly."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | float | None
Columns: TypeAlias = Mapping[str, Value]

_LIMIT = 256 * 1024 * 1024
"""Bytes of a decompressed step or batch: a dossier may come from a stranger."""


@dataclass(frozen=True, slots=True)
class Change:
    """The same change to several records of one table.

    `before` is None for records that appear, `after` for records that go; for the others, both
    hold the columns that change, and no other.
    """

    table: str
    keys: tuple[int, ...]
    before: Columns | None
    after: Columns | None

    def inverse(self) -> "Change":
        return Change(self.table, self.keys, self.after, self.before)


def inverse(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that take `changes` back, in the order in which to make them."""
    return tuple(change.inverse() for change in reversed(changes))


def grouped(
    table: str, changes: Iterable[tuple[int, Columns | None, Columns | None]]
) -> tuple[Change, ...]:
    """One change for all records that change alike; those that do not change are left out."""
    groups: dict[str, tuple[Columns | None, Columns | None, list[int]]] = {}
    for key, before, after in changes:
        if before is not None and after is not None:
            names = [name for name in after if before[name] != after[name]]
            before = {name: before[name] for name in names}
            after = {name: after[name] for name in names}
        if before == after:
            continue
        likeness = json.dumps([before, after], sort_keys=True)
        groups.setdefault(likeness, (before, after, []))[2].append(key)
    return tuple(
        Change(table, tuple(keys), before, after) for before, after, keys in groups.values()
    )


def packed(changes: Sequence[Change]) -> bytes:
    """The changes as the journal stores them."""
    data = [[each.table, each.keys, each.before, each.after] for each in changes]
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode(), 1)


def unpacked(blob: bytes) -> tuple[Change, ...]:
    """The changes of a stored step. Raises ValueError when it is not one."""
    return tuple(
        Change(table, tuple(keys), before, after)
        for table, keys, before, after in json.loads(inflate(blob))
    )


def inflate(blob: bytes) -> bytes:
    """The bytes of a compressed blob. Raises ValueError when damaged or beyond the limit."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(blob, _LIMIT)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if stream.unconsumed_tail or not stream.eof:
        raise ValueError("too large or cut short")
    return data
