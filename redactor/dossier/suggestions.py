"""Areas that the program suggests: stored as they come, once each, and never acted upon."""

from collections.abc import Iterable

from redactor.boxes import area, shared
from redactor.dossier import codec
from redactor.dossier.memory import Memory
from redactor.dossier.records import AreaRow, Suggestion
from redactor.dossier.store import Store

_SAME = 0.5
"""Part of the smaller of two boxes that they share when they are one thing."""


def keep(store: Store, memory: Memory, document: str, found: Iterable[Suggestion]) -> list[AreaRow]:
    """Store those that are new, and give them. A thing that was suggested before, and perhaps
    moved or judged since, is left as it is: no step is made, nothing can be undone."""
    known = [row for row in memory.areas.records.values() if row.document == document]
    new: list[Suggestion] = []
    for each in found:
        if not any(_is(row, each) for row in known) and each not in new:
            new.append(each)
    keys = memory.new_keys("area", len(new))
    rows = {
        key: AreaRow(
            f"a{key}", document, each.page, each.box, each.category,
            suggested=True, kind=each.kind, confidence=each.confidence, why=each.why,
        )
        for key, each in zip(keys, new, strict=True)
    }  # fmt: skip
    if rows:
        with store.transaction(durable=False) as db:
            for key, row in rows.items():
                columns = codec.area_columns(row)
                names = ", ".join(f'"{name}"' for name in columns)
                marks = ", ".join("?" for _ in columns)
                db.execute(
                    f"INSERT INTO area (id, {names}) VALUES (?, {marks})",  # noqa: S608
                    [key, *columns.values()],
                )
    memory.areas.records.update(rows)
    return list(rows.values())


def _is(row: AreaRow, found: Suggestion) -> bool:
    if (row.page, row.kind) != (found.page, found.kind) or not row.suggested:
        return False
    return shared(row.box, found.box) > _SAME * min(area(row.box), area(found.box))
