"""Whether a file is a copy that Redactor released, by the manifest that lies with it.

There, each text beside the pages was shown to a person and decided: an agent's name that a
property keeps was meant to stay. It is still said, for information. A manifest speaks for the
very bytes that it lists, and never of what a page hides.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from redactor.check.finding import Finding, Kind, Severity

_MANIFEST = "manifest.json"
_BYTES = 50_000_000
_DECIDED = frozenset(
    {
        Kind.METADATA,
        Kind.COMMENT,
        Kind.ANNOTATION,
        Kind.BOOKMARK,
        Kind.LINK,
        Kind.FORM_VALUE,
        Kind.STRUCTURE_TEXT,
        Kind.ATTACHMENT,
        Kind.LAYER,
        Kind.TRACKED_CHANGE,
        Kind.OVER_REDACTION,
        Kind.PARTIAL_MASK,
    }
)


def is_released(path: Path) -> bool:
    """Whether the manifest of the folder above lists these bytes as a copy."""
    manifest = path.absolute().parent.parent / _MANIFEST
    try:
        if manifest.stat().st_size > _BYTES:
            return False
        content = json.loads(manifest.read_text("utf-8"))
        listed = {
            document[key]
            for document in content["documents"]
            for key in ("redacted_sha256", "audit_sha256")
            if key in document
        }
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() in listed
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def as_decided(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of a released copy: what a person decided to keep is information."""
    for each in findings:
        decided = each.kind in _DECIDED or (
            # Masks that the original had already, beside what a person decided to keep.
            each.kind is Kind.INCONSISTENT and each.message != "finding.covered-elsewhere-clear"
        )
        if decided and each.severity is not Severity.INFO:
            yield replace(each, severity=Severity.INFO)
        else:
            yield each
