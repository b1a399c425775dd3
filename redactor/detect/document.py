"""One document: stream, then what is known of the whole is looked for everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.detect.pipeline import Detector
from redactor.law.mention import Mention
from redactor.text.flow import Flow


@dataclass(frozen=True, slots=True)
class Context:
    """What a dossier knows before reading: whose request it is, and its lists."""

    requesters: tuple[str, ...] = ()
    interested: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def detect(flows: Sequence[Flow], detector: Detector, context: Context | None = None) -> list[Mention]:
    """Every mention of a document, in the order of its flows."""
    _ = context or Context()
    return list(detector.mentions(flows))
