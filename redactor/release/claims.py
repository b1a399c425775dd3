"""What the manifest of a package claims, read with distrust: another machine wrote it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.formats.base import ReadOptions
from redactor.formats.package import is_safe_name
from redactor.problem import Problem
from redactor.release import manifest
from redactor.release.export import AUDIT, REDACTED


class NotAPackage(Problem):
    """Nothing here was made by a release. Facts: ``path``."""

    key = "problem.not-a-package"


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    channel: str
    page: int | None
    label: str
    box: tuple[float, float, float, float] | None
    part: str


@dataclass(frozen=True, slots=True)
class DocumentClaim:
    """A document as the manifest tells it."""

    format: str
    redacted: str
    redacted_sha256: str
    audit: str
    """Empty in the requester's part, which has no full copy."""
    audit_sha256: str
    unread: bool
    reading: ReadOptions
    entries: tuple[Entry, ...]


class Malformed(Exception):
    """The manifest is not as a release writes it."""


def load(root: Path) -> Mapping[str, Any]:
    """The manifest of the package at `root`. Raises NotAPackage."""
    path = root / manifest.NAME
    try:
        if path.is_symlink() or path.stat().st_size > 256 * 1024 * 1024:
            raise NotAPackage(path=str(root))
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise NotAPackage(path=str(root)) from error
    if (
        not isinstance(content, dict)
        or not isinstance(content.get("documents"), list)
        or not isinstance(content.get("program"), dict)
        or content["program"].get("name") != "Redactor"
    ):
        raise NotAPackage(path=str(root))
    return content


def claims_of(content: Mapping[str, Any]) -> tuple[list[DocumentClaim], dict[str, str]]:
    """Its documents, and the hashes of its other files by name. Raises Malformed."""
    if content.get("version") != manifest.VERSION:
        raise Malformed("version")
    files = content.get("files", {})
    if not isinstance(files, dict):
        raise Malformed("files")
    documents = [_document(row, f"documents[{i}]") for i, row in enumerate(content["documents"])]
    named = [name for d in documents for name in (d.redacted, d.audit) if name] + [*files]
    if len({name.casefold() for name in named}) != len(named):
        raise Malformed("files")
    for name in named:
        if not is_safe_name(name):
            raise Malformed("files")
    return documents, {str(name): str(sha256) for name, sha256 in files.items()}


def _document(row: object, where: str) -> DocumentClaim:
    if not isinstance(row, dict):
        raise Malformed(where)
    redacted, audit = _text(row, "redacted", where), str(row.get("audit") or "")
    if not redacted.startswith(f"{REDACTED}/") or (audit and not audit.startswith(f"{AUDIT}/")):
        raise Malformed(f"{where}.redacted")
    spans = row.get("spans")
    if not isinstance(spans, list):
        raise Malformed(f"{where}.spans")
    reading = row.get("reading")
    chosen = reading if isinstance(reading, dict) else {}
    entries = tuple(_entry(each, f"{where}.spans[{i}]") for i, each in enumerate(spans))
    if len({entry.id for entry in entries}) != len(entries):
        raise Malformed(f"{where}.spans")
    return DocumentClaim(
        str(row.get("format") or ""),
        redacted,
        _text(row, "redacted_sha256", where),
        audit,
        str(row.get("audit_sha256") or ""),
        bool(row.get("unread")),
        ReadOptions(bool(chosen.get("ocr")), bool(chosen.get("ocr_again")), _pages(chosen)),
        entries,
    )


def _entry(row: object, where: str) -> Entry:
    if not isinstance(row, dict):
        raise Malformed(where)
    page, box = row.get("page"), row.get("bbox")
    if page is not None and (not isinstance(page, int) or isinstance(page, bool)):
        raise Malformed(f"{where}.page")
    if box is not None and not (
        isinstance(box, list) and len(box) == 4 and all(isinstance(v, int | float) for v in box)
    ):
        raise Malformed(f"{where}.bbox")
    x0, y0, x1, y1 = (float(v) for v in box) if box else (0.0, 0.0, 0.0, 0.0)
    return Entry(
        _text(row, "id", where),
        _text(row, "channel", where),
        page,
        str(row.get("label") or ""),
        (x0, y0, x1, y1) if box else None,
        str(row.get("part") or ""),
    )


def _text(row: Mapping[str, Any], name: str, where: str) -> str:
    value = row.get(name)
    if not isinstance(value, str):
        raise Malformed(f"{where}.{name}")
    return value


def _pages(reading: Mapping[str, Any]) -> frozenset[int]:
    """Pages read from their pixels; manifests of before say nothing of them."""
    pages = reading.get("ocr_pages")
    return (
        frozenset(n for n in pages if isinstance(n, int))
        if isinstance(pages, list)
        else frozenset()
    )
