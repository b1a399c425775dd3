"""Records as columns of the dossier's tables, and back."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

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
from redactor.law.profile import Changes, Comments, Copies, Mail
from redactor.text.flow import Cell, Channel, Flow, Kind, Span, Unread

Read: TypeAlias = Mapping[str, Any]
"""Columns as they come from the file. Their kinds are sure: the tables are STRICT, `quick_check`
verifies it, and a file whose tables are not the program's own is not opened."""


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
        "always": _json(info.always),
        "never": _json(info.never),
        "received": info.received.isoformat() if info.received else None,
        "deadline": info.deadline.isoformat() if info.deadline else None,
        "profile": info.profile,
        "changed_rows": _json(dict(info.changed_rows)),
        "changed_why": info.changed_why,
        "copies": _json({name: said for name, said in asdict(info.copies).items() if said}),
        "scope": info.scope,
    }


def info_of(c: Read) -> Info:
    received, deadline = c["received"], c["deadline"]
    return Info(
        title=c["title"],
        reference=c["reference"],
        requesters=_texts(c["requesters"]),
        interested=_texts(c["interested"]),
        always=_texts(c["always"]),
        never=_texts(c["never"]),
        received=date.fromisoformat(received) if received else None,
        deadline=date.fromisoformat(deadline) if deadline else None,
        profile=c["profile"],
        changed_rows={row: Decision(value) for row, value in json.loads(c["changed_rows"]).items()},
        changed_why=c["changed_why"],
        copies=_copies(json.loads(c["copies"])),
        scope=c["scope"],
    )


def _copies(said: Mapping[str, str]) -> Copies:
    changes, comments, mail = (said.get(name) for name in ("changes", "comments", "mail"))
    return Copies(
        Changes(changes) if changes else None,
        Comments(comments) if comments else None,
        Mail(mail) if mail else None,
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
        "ocr_again": int(row.ocr_again),
        "ocr_pages": _json(sorted(row.ocr_pages)),
        "proposer": row.proposer,
    }


def document_of(key: int, c: Read) -> DocumentRow:
    return DocumentRow(
        id=f"d{key}",
        path=Path(c["path"]),
        name=c["name"],
        sha256=c["sha256"],
        size=c["size"],
        position=c["position"],
        format=c["format"],
        pages=c["pages"],
        state=State(c["state"]),
        warnings=_texts(c["warnings"]),
        error=c["error"],
        error_facts=json.loads(c["error_facts"]),
        removed=bool(c["removed"]),
        excluded=c["excluded"],
        excluded_note=c["excluded_note"],
        ocr_again=bool(c.get("ocr_again", 0)),
        ocr_pages=frozenset(json.loads(c.get("ocr_pages", "[]"))),
        proposer=c.get("proposer", ""),
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


def fields_of(c: Read) -> dict[str, Any]:
    """The fields of a mention that some columns give."""
    fields: dict[str, Any] = {name: c[name] for name in ("text", "page", "entity") if name in c}
    if "flow" in c:
        fields["span"] = Span(c["flow"], c["start"], c["end"])
    for name, values in (("category", _CATEGORIES), ("channel", _CHANNELS), ("role", _ROLES)):
        if name in c:
            fields[name] = values[c[name]]
    if "traits" in c:
        fields["traits"] = _traits(c["traits"])
    return fields


def mention_of(key: int, c: Read) -> MentionRow:
    document = f"d{c['document']}"
    mention = Mention(
        f"{document}:{c['name']}",
        Span(c["flow"], c["start"], c["end"]),
        c["text"],
        _CATEGORIES[c["category"]],
        _CHANNELS[c["channel"]],
        c["page"],
        _ROLES[c["role"]],
        _traits(c["traits"]),
        c["entity"],
        c["confidence"],
        c["detector"],
        c["why"],
        c["role_clue"],
    )
    edited = frozenset(c["edited"].split())
    return MentionRow(mention, document, c["place"], key, bool(c["added"]), edited, bool(c["gone"]))


# Looking a value up is four times faster than calling the enumeration, for 20,000 mentions.
_CATEGORIES: Mapping[Value, Category] = {each.value: each for each in Category}
_CHANNELS: Mapping[Value, Channel] = {each.value: each for each in Channel}
_ROLES: Mapping[Value, Role] = {each.value: each for each in Role}
_KINDS: Mapping[Value, Kind] = {each.value: each for each in Kind}


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


def ruling_of(c: Read) -> Ruling:
    decision = c["decision"]
    return Ruling(
        decision=Decision(decision) if decision else None,
        ground=c["ground"],
        note=c["note"],
        by=c["by"],
        at=c["at"],
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
        "kind": row.kind,
        "confidence": row.confidence,
        "why": row.why,
        **ruling_columns(row.ruling),
    }


def area_of(key: int, c: Read) -> AreaRow:
    return AreaRow(
        id=f"a{key}",
        document=f"d{c['document']}",
        page=c["page"],
        box=(c["x0"], c["y0"], c["x1"], c["y1"]),
        category=Category(c["category"]),
        part=c["part"],
        suggested=bool(c["suggested"]),
        ruling=ruling_of(c),
        # A step of the journal may be older than these columns.
        kind=c.get("kind", ""),
        confidence=c.get("confidence", 1.0),
        why=c.get("why", ""),
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


def removed_page_of(key: int, c: Read) -> RemovedPageRow:
    return RemovedPageRow(
        id=f"p{key}",
        document=f"d{c['document']}",
        page=c["page"],
        ground=c["ground"],
        note=c["note"],
        by=c["by"],
        at=c["at"],
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


def flag_of(key: int, c: Read) -> FlagRow:
    return FlagRow(
        id=f"f{key}",
        document=f"d{c['document']}",
        note=c["note"],
        mention=c["mention"],
        page=c["page"],
        by=c["by"],
        at=c["at"],
    )


def reading_columns(row: ReadingRow) -> Columns:
    return {"verdict": row.verdict.value, "note": row.note, "by": row.by, "at": row.at}


def reading_of(c: Read) -> ReadingRow:
    return ReadingRow(
        verdict=Verdict(c["verdict"]),
        note=c["note"],
        by=c["by"],
        at=c["at"],
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
            flow.beside,
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
            channel=_CHANNELS[channel],
            page=page,
            kind=_KINDS[kind],
            level=level,
            cell=Cell(*cell) if cell else None,
            place=place,
            joined=joined,
            beside=beside[0] if beside else "",
        )
        # Dossiers of older versions do not say what is beside.
        for identifier, text, channel, page, kind, level, cell, place, joined, *beside in (
            json.loads(inflate(blob))
        )
    )


def packed_unread(unread: Sequence[Unread]) -> str:
    return _json([[each.where, each.why, each.page] for each in unread])


def unpacked_unread(text: str) -> tuple[Unread, ...]:
    return tuple(Unread(where, why, page) for where, why, page in json.loads(text))


# --- values ----------------------------------------------------------------------------------


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _texts(value: str) -> tuple[str, ...]:
    return tuple(str(each) for each in json.loads(value))
