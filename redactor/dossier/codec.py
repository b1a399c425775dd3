"""Records as columns of the dossier's tables, and back."""

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from redactor.dossier.changes import Columns, Value, inflate
from redactor.dossier.records import (
    AreaRow,
    DocumentRow,
    FlagRow,
    Info,
    MentionRow,
    ReadingRow,
    RemovedPageRow,
    Ruling,
    State,
    Verdict,
)
from redactor.law.categories import Category, Role, Trait
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.flow import Cell, Channel, Flow, Kind, Span, Unread


def number_of(identifier: str) -> int:
    """The record's number in an id such as ``d12``; 0, which no record has, for others."""
    digits = identifier[1:]
    return int(digits) if digits.isascii() and digits.isdigit() else 0


# --- info ------------------------------------------------------------------------------------


def info_columns(info: Info) -> Columns:
    return {
        "title": info.title,
        "reference": info.reference,
        "requesters": _json(info.requesters),
        "interested": _json(info.interested),
        "received": info.received.isoformat() if info.received else None,
        "deadline": info.deadline.isoformat() if info.deadline else None,
        "profile": info.profile,
        "changed_rows": _json(dict(info.changed_rows)),
        "changed_why": info.changed_why,
        "scope": info.scope,
    }


def info_of(c: Columns) -> Info:
    received, deadline = _optional(c["received"]), _optional(c["deadline"])
    return Info(
        title=_text(c["title"]),
        reference=_text(c["reference"]),
        requesters=_texts(c["requesters"]),
        interested=_texts(c["interested"]),
        received=date.fromisoformat(received) if received else None,
        deadline=date.fromisoformat(deadline) if deadline else None,
        profile=_text(c["profile"]),
        changed_rows={
            row: Decision(value) for row, value in json.loads(_text(c["changed_rows"])).items()
        },
        changed_why=_text(c["changed_why"]),
        scope=_text(c["scope"]),
    )


# --- documents -------------------------------------------------------------------------------


def document_columns(row: DocumentRow) -> Columns:
    return {
        "position": row.position,
        "path": str(row.path),
        "name": row.name,
        "sha256": row.sha256,
        "size": row.size,
        "format": row.format,
        "pages": row.pages,
        "state": row.state.value,
        "warnings": _json(row.warnings),
        "error": row.error,
        "error_facts": _json(dict(row.error_facts)),
        "removed": int(row.removed),
        "excluded": row.excluded,
        "excluded_note": row.excluded_note,
    }


def document_of(key: int, c: Columns) -> DocumentRow:
    return DocumentRow(
        id=f"d{key}",
        path=Path(_text(c["path"])),
        name=_text(c["name"]),
        sha256=_text(c["sha256"]),
        size=_int(c["size"]),
        position=_int(c["position"]),
        format=_text(c["format"]),
        pages=_optional_int(c["pages"]),
        state=State(_text(c["state"])),
        warnings=_texts(c["warnings"]),
        error=_text(c["error"]),
        error_facts=json.loads(_text(c["error_facts"])),
        removed=bool(c["removed"]),
        excluded=_text(c["excluded"]),
        excluded_note=_text(c["excluded_note"]),
    )


# --- mentions --------------------------------------------------------------------------------


def mention_columns(row: MentionRow) -> Columns:
    mention = row.mention
    return {
        "document": number_of(row.document),
        "name": mention.id.partition(":")[2],
        "place": row.place,
        "flow": mention.span.flow,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "category": mention.category.value,
        "channel": mention.channel.value,
        "page": mention.page,
        "role": mention.role.value,
        "traits": " ".join(sorted(mention.traits)),
        "entity": mention.entity,
        "confidence": mention.confidence,
        "detector": mention.detector,
        "why": mention.why,
        "role_clue": mention.role_clue,
        "added": int(row.added),
        "own_entity": int(row.own_entity),
    }


def mention_of(key: int, c: Columns) -> MentionRow:
    document = f"d{c['document']}"
    mention = Mention(
        id=f"{document}:{c['name']}",
        span=Span(_text(c["flow"]), _int(c["start"]), _int(c["end"])),
        text=_text(c["text"]),
        category=Category(_text(c["category"])),
        channel=Channel(_text(c["channel"])),
        page=_optional_int(c["page"]),
        role=Role(_text(c["role"])),
        traits=frozenset(Trait(each) for each in _text(c["traits"]).split()),
        entity=_text(c["entity"]),
        confidence=_float(c["confidence"]),
        detector=_text(c["detector"]),
        why=_text(c["why"]),
        role_clue=_text(c["role_clue"]),
    )
    return MentionRow(
        mention, document, _int(c["place"]), key, bool(c["added"]), bool(c["own_entity"])
    )


def ruling_columns(ruling: Ruling) -> Columns:
    return {
        "decision": ruling.decision.value if ruling.decision else None,
        "ground": ruling.ground,
        "note": ruling.note,
        "by": ruling.by,
        "at": ruling.at,
    }


def ruling_of(c: Columns) -> Ruling:
    decision = _optional(c["decision"])
    return Ruling(
        decision=Decision(decision) if decision else None,
        ground=_text(c["ground"]),
        note=_text(c["note"]),
        by=_text(c["by"]),
        at=_text(c["at"]),
    )


# --- areas, pages, flags, readings -----------------------------------------------------------


def area_columns(row: AreaRow) -> Columns:
    x0, y0, x1, y1 = row.box
    return {
        "document": number_of(row.document),
        "page": row.page,
        "x0": x0,
        "y0": y0,
        "x1": x1,
        "y1": y1,
        "category": row.category.value,
        "part": row.part,
        "suggested": int(row.suggested),
        **ruling_columns(row.ruling),
    }


def area_of(key: int, c: Columns) -> AreaRow:
    return AreaRow(
        id=f"a{key}",
        document=f"d{c['document']}",
        page=_int(c["page"]),
        box=(_float(c["x0"]), _float(c["y0"]), _float(c["x1"]), _float(c["y1"])),
        category=Category(_text(c["category"])),
        part=_text(c["part"]),
        suggested=bool(c["suggested"]),
        ruling=ruling_of(c),
    )


def removed_page_columns(row: RemovedPageRow) -> Columns:
    return {
        "document": number_of(row.document),
        "page": row.page,
        "ground": row.ground,
        "note": row.note,
        "by": row.by,
        "at": row.at,
    }


def removed_page_of(key: int, c: Columns) -> RemovedPageRow:
    return RemovedPageRow(
        id=f"p{key}",
        document=f"d{c['document']}",
        page=_int(c["page"]),
        ground=_text(c["ground"]),
        note=_text(c["note"]),
        by=_text(c["by"]),
        at=_text(c["at"]),
    )


def flag_columns(row: FlagRow) -> Columns:
    return {
        "document": number_of(row.document),
        "mention": row.mention,
        "page": row.page,
        "note": row.note,
        "by": row.by,
        "at": row.at,
    }


def flag_of(key: int, c: Columns) -> FlagRow:
    return FlagRow(
        id=f"f{key}",
        document=f"d{c['document']}",
        note=_text(c["note"]),
        mention=_text(c["mention"]),
        page=_optional_int(c["page"]),
        by=_text(c["by"]),
        at=_text(c["at"]),
    )


def reading_columns(row: ReadingRow) -> Columns:
    return {"verdict": row.verdict.value, "note": row.note, "by": row.by, "at": row.at}


def reading_of(c: Columns) -> ReadingRow:
    return ReadingRow(
        verdict=Verdict(_text(c["verdict"])),
        note=_text(c["note"]),
        by=_text(c["by"]),
        at=_text(c["at"]),
    )


# --- flows -----------------------------------------------------------------------------------


def packed_flows(flows: Iterable[Flow]) -> bytes:
    """Flows as a batch stores them: about a quarter of the size of their text."""
    data = [
        [
            flow.id,
            flow.text,
            flow.channel.value,
            flow.page,
            flow.kind.value,
            flow.level,
            [flow.cell.table, flow.cell.row, flow.cell.column] if flow.cell else None,
            flow.place,
            flow.joined,
        ]
        for flow in flows
    ]
    # A lone surrogate, which a damaged PDF can give, must survive: hence escaped JSON.
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode("ascii"), 3)


def unpacked_flows(blob: bytes) -> tuple[Flow, ...]:
    """The flows of a stored batch. Raises ValueError when it is not one."""
    return tuple(
        Flow(
            id=identifier,
            text=text,
            channel=Channel(channel),
            page=page,
            kind=Kind(kind),
            level=level,
            cell=Cell(*cell) if cell else None,
            place=place,
            joined=joined,
        )
        for identifier, text, channel, page, kind, level, cell, place, joined in json.loads(
            inflate(blob)
        )
    )


def packed_unread(unread: Sequence[Unread]) -> str:
    return _json([[each.where, each.why, each.page] for each in unread])


def unpacked_unread(text: str) -> tuple[Unread, ...]:
    return tuple(Unread(where, why, page) for where, why, page in json.loads(text))


# --- values ----------------------------------------------------------------------------------


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(each) for each in json.loads(_text(value)))


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise ValueError(f"not a text: {type(value).__name__}")
    return value


def _optional(value: Value) -> str | None:
    return None if value is None else _text(value)


def _int(value: Value) -> int:
    if not isinstance(value, int):
        raise ValueError(f"not a number: {type(value).__name__}")
    return value


def _optional_int(value: Value) -> int | None:
    return None if value is None else _int(value)


def _float(value: Value) -> float:
    if not isinstance(value, int | float):
        raise ValueError(f"not a number: {type(value).__name__}")
    return float(value)
