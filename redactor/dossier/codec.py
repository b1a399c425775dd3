"""Records as columns of the dossier's tables, and back."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

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
    return {
        "document": number_of(row.document),
        "name": row.mention.id.partition(":")[2],
        "place": row.place,
        **fields_columns({name: getattr(row.mention, name) for name in FIELDS}),
        "confidence": row.mention.confidence,
        "detector": row.mention.detector,
        "why": row.mention.why,
        "role_clue": row.mention.role_clue,
        "added": int(row.added),
        "edited": " ".join(sorted(row.edited)),
        "gone": int(row.gone),
    }


FIELDS = ("span", "text", "channel", "page", "category", "role", "traits", "entity")
"""The fields of a mention that a person may correct, directly or by moving its span."""


def fields_columns(fields: Mapping[str, Any]) -> dict[str, Value]:
    """The columns of some of the fields of a mention."""
    columns: dict[str, Value] = {}
    for name, value in fields.items():
        if name == "span":
            columns |= {"flow": value.flow, "start": value.start, "end": value.end}
        elif name == "traits":
            columns[name] = " ".join(sorted(value))
        else:
            columns[name] = value.value if isinstance(value, StrEnum) else value
    return columns


def fields_of(c: Columns) -> dict[str, Any]:
    """The fields of a mention that some columns give."""
    fields: dict[str, Any] = {name: c[name] for name in ("text", "page", "entity") if name in c}
    if "flow" in c:
        fields["span"] = Span(_text(c["flow"]), _int(c["start"]), _int(c["end"]))
    for name, values in (("category", _CATEGORIES), ("channel", _CHANNELS), ("role", _ROLES)):
        if name in c:
            fields[name] = values[c[name]]
    if "traits" in c:
        fields["traits"] = _traits(_text(c["traits"]))
    return fields


def mention_of(key: int, c: Columns) -> MentionRow:
    document = f"d{c['document']}"
    mention = Mention(
        f"{document}:{c['name']}",
        Span(_text(c["flow"]), _int(c["start"]), _int(c["end"])),
        _text(c["text"]),
        _CATEGORIES[c["category"]],
        _CHANNELS[c["channel"]],
        _optional_int(c["page"]),
        _ROLES[c["role"]],
        _traits(_text(c["traits"])),
        _text(c["entity"]),
        _float(c["confidence"]),
        _text(c["detector"]),
        _text(c["why"]),
        _text(c["role_clue"]),
    )
    edited = frozenset(_text(c["edited"]).split())
    return MentionRow(
        mention, document, _int(c["place"]), key, bool(c["added"]), edited, bool(c["gone"])
    )


# Looking a value up is four times faster than calling the enumeration, for 20,000 mentions.
_CATEGORIES: Mapping[Value, Category] = {each.value: each for each in Category}
_CHANNELS: Mapping[Value, Channel] = {each.value: each for each in Channel}
_ROLES: Mapping[Value, Role] = {each.value: each for each in Role}


@lru_cache(maxsize=1024)
def _traits(text: str) -> frozenset[Trait]:
    return frozenset(Trait(each) for each in text.split())


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
