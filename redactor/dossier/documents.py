"""The documents of an open dossier, and what was read of them."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from redactor.dossier import codec, edits, originals, suggestions
from redactor.dossier.analysis import Analysis
from redactor.dossier.changes import Change
from redactor.dossier.errors import OriginalDiffers
from redactor.dossier.opened import Opened
from redactor.dossier.records import (
    DocumentRow,
    State,
    StepRow,
    Suggestion,
)
from redactor.dossier.store import apply
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Unread

OUT_OF_SCOPE = "hors périmètre"


class WithDocuments(Opened):
    """A dossier's documents, and what was read of them."""

    def documents(self) -> list[DocumentRow]:
        """The documents in their order, without those removed."""
        rows = (row for row in self._memory.documents.records.values() if not row.removed)
        return sorted(rows, key=lambda row: (row.position, codec.number_of(row.id)))

    def document(self, document_id: str) -> DocumentRow:
        """One document, even removed. Raises NoSuchRecord."""
        return self._memory.documents.records[edits.document_number(self._memory, document_id)]

    def released(self) -> set[str]:
        """The documents that went out as they stand now."""
        rows = self._memory.documents.records.values()
        return {row.id for row in rows if row.state is State.RELEASED}

    def add_document(self, path: Path, *, sha256: str = "") -> DocumentRow:
        """Add a file, to be analysed. `sha256`: its hash where it is known already.

        The same file added twice is one document; one that was removed comes back as it was.
        Raises OriginalMissing.
        """
        path = path.resolve()
        size, known = originals.size(path), sha256 or originals.sha256(path)
        for row in self._memory.documents.records.values():
            if row.path == path and row.sha256 == known:
                if row.removed:
                    self._do(
                        "restore", edits.documents(self._memory, [replace(row, removed=False)])
                    )
                return self.document(row.id)
        records = self._memory.documents.records
        position = 1 + max((row.position for row in records.values()), default=0)
        (key,) = self._memory.new_keys("document", 1)
        row = DocumentRow(f"d{key}", path, path.name, known, size, position)
        with self._store.transaction() as db:
            apply(db, Change("document", (key,), None, codec.document_columns(row)))
        records[key] = row
        return row

    def remove_document(self, document_id: str, *, by: str = "") -> StepRow | None:
        """Take a document out of the dossier. Undo brings it back with its decisions."""
        row = replace(self.document(document_id), removed=True)
        return self._do("remove", edits.documents(self._memory, [row]), by)

    def reorder(self, document_ids: Sequence[str], *, by: str = "") -> StepRow | None:
        """Put documents in this order; those not named follow."""
        named = dict.fromkeys(document_ids)
        rest = [row.id for row in self.documents() if row.id not in named]
        rows = [
            replace(self.document(each), position=position)
            for position, each in enumerate([*named, *rest], 1)
        ]
        return self._do("reorder", edits.documents(self._memory, rows), by)

    def exclude_document(
        self, document_id: str, ground: str = OUT_OF_SCOPE, *, note: str = "", by: str = ""
    ) -> StepRow | None:
        """The whole document is out of scope or not communicable. An empty ground takes it back."""
        row = replace(self.document(document_id), excluded=ground, excluded_note=note)
        return self._do("exclude", edits.documents(self._memory, [row]), by, {"ground": ground})

    def relocate(self, document_id: str, path: Path) -> DocumentRow:
        """The original was moved to `path`. Raises OriginalDiffers if it is another file."""
        if originals.sha256(path) != self.document(document_id).sha256:
            raise OriginalDiffers(path=str(path))
        self._analysis.move(edits.document_number(self._memory, document_id), path.resolve())
        return self.document(document_id)

    def replace_original(self, document_id: str, path: Path) -> DocumentRow:
        """Another version of the document takes its place: it is analysed afresh, and what was
        decided in the old one is lost."""
        key = edits.document_number(self._memory, document_id)
        path = path.resolve()
        self._analysis.replace_original(key, path, originals.sha256(path), originals.size(path))
        return self.document(document_id)

    def set_state(self, document_id: str, state: State) -> None:
        """Where the document stands in the work."""
        self._analysis.set_state(edits.document_number(self._memory, document_id), state)

    def set_ocr_again(
        self, document_id: str, again: bool, pages: frozenset[int] = frozenset()
    ) -> None:
        """Whether scans are read from their pixels, whatever text layer they have: all of them,
        or those of some `pages`. To be followed by an analysis: what was recognised has other
        flows."""
        key = edits.document_number(self._memory, document_id)
        self._analysis.set_ocr_again(key, again, pages)

    def fail(self, document_id: str, error: str, facts: Mapping[str, str | int]) -> None:
        """The document could not be read: `error` is a message key."""
        self._analysis.fail(edits.document_number(self._memory, document_id), error, facts)

    def begin_analysis(self, document_id: str) -> None:
        """Start reading a document from its first flow."""
        self._analysis.begin(edits.document_number(self._memory, document_id))

    def append_analysis(
        self,
        document_id: str,
        flows: Sequence[Flow] = (),
        unread: Sequence[Unread] = (),
        mentions: Iterable[Mention] = (),
        *,
        suggested: Iterable[Suggestion] = (),
        final: bool = False,
    ) -> list[str]:
        """Store a batch. Gives the ids of mentions that are new or that changed; the dossier
        prefixes the detector's own with the document's, so that two copies of one file stay
        apart. What a person corrected or decided is left as it is.

        `final`: these are, or begin, the mentions of the whole document; `finish_analysis`
        then puts away those that came in earlier batches and are not among them.
        """
        key = edits.document_number(self._memory, document_id)
        suggestions.keep(self._store, self._memory, document_id, suggested)
        return self._analysis.append(key, flows, unread, mentions, final=final)

    def finish_analysis(
        self,
        document_id: str,
        pages: int | None = None,
        warnings: Sequence[str] = (),
        format: str = "",
    ) -> list[str]:
        """The document is read to its end. Gives the ids of mentions that are put away, since
        only an earlier analysis or batch had seen them; those that a person decided stay."""
        key = edits.document_number(self._memory, document_id)
        return self._analysis.finish(key, pages, format, warnings)

    def regroup(self, entities: Mapping[str, str]) -> list[str]:
        """Mention id → entity, as detection sees it over all documents. What a person said of
        an entity stays. Gives the ids of mentions that changed."""
        numbers = edits.numbers(self._memory, entities)
        return self._analysis.regroup(dict(zip(numbers, entities.values(), strict=True)))

    def flows(self, document_id: str) -> tuple[Flow, ...]:
        """The flows of a document, read from the file at each call."""
        return self._analysis.flows(edits.document_number(self._memory, document_id))

    def packed_flows(self, document_id: str) -> tuple[bytes, ...]:
        """The flows of a document as they are stored: for another process to unpack
        (`redactor.dossier.codec.unpacked_flows`)."""
        return self._analysis.blobs(edits.document_number(self._memory, document_id))

    def flow(self, document_id: str, flow_id: str) -> Flow | None:
        """One flow, without reading the whole document."""
        return self._analysis.flow(edits.document_number(self._memory, document_id), flow_id)

    def unread(self, document_id: str) -> tuple[Unread, ...]:
        """What could not be read of a document."""
        return self._analysis.unread(edits.document_number(self._memory, document_id))

    def purge(self) -> None:
        """Take every text of documents and persons out of the file, for good: the request is
        closed. What was released, when and by whom stays, and so does the journal's list.
        """
        self._analysis.purge()
        if self.recognised is not None:
            shutil.rmtree(self.recognised, ignore_errors=True)
        self._analysis = Analysis(self._store, self._memory, self._history)

    def _of(self, rows: Iterable[Any], document_id: str | None) -> list[Any]:
        live = {row.id for row in self.documents()}
        if document_id is not None:
            live = {self.document(document_id).id}
        return [row for row in rows if row.document in live]
