"""The records of an open dossier, in memory: what the interface reads at every keystroke.

The file is the truth; this follows it, change by change, after each commit.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from redactor.dossier import codec
from redactor.dossier.changes import Change, Columns
from redactor.dossier.records import (
    AreaRow,
    DocumentRow,
    FlagRow,
    Info,
    MentionRow,
    ReadingRow,
    RemovedPageRow,
    Ruling,
)
from redactor.dossier.store import Store

Record = TypeVar("Record")


class Table(Generic[Record]):
    """The records of one table by number."""

    def __init__(
        self, decode: Callable[[int, Columns], Record], encode: Callable[[Record], Columns]
    ) -> None:
        self.records: dict[int, Record] = {}
        self.decode = decode
        self.encode = encode

    def load(self, rows: Iterable[Columns]) -> None:
        for row in rows:
            key = row["id"]
            assert isinstance(key, int)
            self.records[key] = self.decode(key, row)

    def apply(self, change: Change) -> None:
        if change.after is None:
            for key in change.keys:
                del self.records[key]
            return
        for key in change.keys:
            old = {} if change.before is None else self.encode(self.records[key])
            self.records[key] = self.decode(key, {**old, **change.after})


class Rulings(Table[Ruling]):
    """Decisions on mentions. Those made together are one value, however many there are."""

    def load(self, rows: Iterable[Columns]) -> None:
        shared: dict[tuple[Any, ...], Ruling] = {}
        for row in rows:
            key, *said = row.values()
            assert isinstance(key, int)
            ruling = shared.get(tuple(said))
            if ruling is None:
                ruling = shared[tuple(said)] = codec.ruling_of(row)
            self.records[key] = ruling

    def apply(self, change: Change) -> None:
        complete = change.after is not None and len(change.after) == _RULING_COLUMNS
        if complete and change.after is not None:
            self.records.update(dict.fromkeys(change.keys, codec.ruling_of(change.after)))
        else:
            super().apply(change)


_RULING_COLUMNS = len(codec.ruling_columns(Ruling()))


class Mentions(Table[MentionRow]):
    """Mentions. A correction is read once for all those that it concerns."""

    def apply(self, change: Change) -> None:
        if change.before is None or change.after is None:
            super().apply(change)
            return
        fields = codec.fields_of(change.after)
        edited = frozenset(str(change.after["edited"]).split())
        put_away = change.after.get("gone")
        for key in change.keys:
            row = self.records[key]
            mention = replace(row.mention, **fields) if fields else row.mention
            gone = row.gone if put_away is None else bool(put_away)
            self.records[key] = replace(row, mention=mention, edited=edited, gone=gone)


class Memory:
    """Every record that a person can change."""

    def __init__(self) -> None:
        self.infos: Table[Info] = Table(lambda _, c: codec.info_of(c), codec.info_columns)
        self.documents: Table[DocumentRow] = Table(codec.document_of, codec.document_columns)
        self.mentions = Mentions(codec.mention_of, codec.mention_columns)
        self.rulings = Rulings(lambda _, c: codec.ruling_of(c), codec.ruling_columns)
        self.areas: Table[AreaRow] = Table(codec.area_of, codec.area_columns)
        self.removed_pages: Table[RemovedPageRow] = Table(
            codec.removed_page_of, codec.removed_page_columns
        )
        self.flags: Table[FlagRow] = Table(codec.flag_of, codec.flag_columns)
        self.readings: Table[ReadingRow] = Table(
            lambda _, c: codec.reading_of(c), codec.reading_columns
        )
        self._tables: dict[str, Table[Any]] = {
            "info": self.infos,
            "document": self.documents,
            "mention": self.mentions,
            "ruling": self.rulings,
            "area": self.areas,
            "removed_page": self.removed_pages,
            "flag": self.flags,
            "reading": self.readings,
        }
        self.numbers: dict[str, int] = {}
        """Mention id → number."""
        self.of_document: dict[str, dict[int, None]] = {}
        """Document id → numbers of its mentions."""
        self._last: dict[str, int] = {}

    @property
    def info(self) -> Info:
        return self.infos.records[1]

    def load(self, store: Store) -> None:
        """Read everything. Raises ValueError where a row is not what it should be."""
        for name, table in self._tables.items():
            table.load(map(dict, store.rows(f"SELECT * FROM {name} ORDER BY id")))  # noqa: S608
        self._last = dict(map(tuple, store.rows("SELECT name, seq FROM sqlite_sequence")))
        self.index(self.mentions.records)

    def new_keys(self, table: str, count: int) -> range:
        """Numbers for new records. None is ever given twice, even after a record went."""
        first = self._last.get(table, 0) + 1
        self._last[table] = first + count - 1
        return range(first, first + count)

    def apply(self, change: Change) -> None:
        """Follow a change that is committed."""
        if change.table == "mention" and change.after is None:
            self._unindex(change.keys)
        self._tables[change.table].apply(change)
        if change.table == "mention" and change.before is None:
            self.index(change.keys)

    def home(self, change: Change, key: int) -> int:
        """The number of the document in which a record stands that is about to change."""
        columns = change.after or change.before or {}
        if change.table != "ruling" and (change.before is None or change.after is None):
            return int(str(columns["document"]))
        if change.table == "ruling":
            # A mention added in the same step is not known yet; its own change names its home.
            known = self.mentions.records.get(key)
            return codec.number_of(known.document) if known is not None else 0
        row: MentionRow | AreaRow | RemovedPageRow = self._tables[change.table].records[key]
        return codec.number_of(row.document)

    def index(self, keys: Iterable[int]) -> None:
        """Know mentions by their ids."""
        for key in keys:
            row = self.mentions.records[key]
            self.numbers[row.id] = key
            self.of_document.setdefault(row.document, {})[key] = None

    def _unindex(self, keys: Iterable[int]) -> None:
        for key in keys:
            row = self.mentions.records[key]
            self.numbers.pop(row.id, None)
            self.of_document[row.document].pop(key, None)

    def forget_document(self, identifier: str) -> None:
        """Follow the deletion of all that was found or decided in a document."""
        keys = [*self.of_document.get(identifier, ())]
        self._unindex(keys)
        for key in keys:
            del self.mentions.records[key]
            self.rulings.records.pop(key, None)
            self.readings.records.pop(key, None)
        tables: tuple[Table[Any], ...] = (self.areas, self.removed_pages, self.flags)
        for table in tables:
            for key, row in list(table.records.items()):
                if row.document == identifier:
                    del table.records[key]

    def clear(self) -> None:
        """Follow the deletion of all documents, with all that hangs on them."""
        for name, table in self._tables.items():
            if name != "info":
                table.records.clear()
        self.numbers.clear()
        self.of_document.clear()
