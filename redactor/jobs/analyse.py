"""The process that reads documents and detects in them.

One process does both: flows stream from the parser to the model without crossing a border, and
if a hostile file kills it, loading the model again takes about a second.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from redactor.detect.context import Context
from redactor.formats.base import Source
from redactor.formats.errors import WrongPassword
from redactor.formats.registry import adapter_for
from redactor.jobs.process import Handler, Task
from redactor.law.mention import Mention
from redactor.release.export import filename_flow
from redactor.release.manifest import sha256
from redactor.text.flow import Flow, Unread

#: Flows are sent in batches of about this many characters: some pages, a tenth of a second.
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Analyse:
    """Ask for the flows and the mentions of a file."""

    path: Path
    password: str | None = None
    ocr: bool = True
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class Opened:
    """First part: what the file is."""

    format: str
    paged: bool
    pages: int | None
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Further parts: what was read, and what was seen in it so far."""

    flows: tuple[Flow, ...]
    unread: tuple[Unread, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The result: every mention of the document, final; it replaces those of the batches."""

    mentions: tuple[Mention, ...]
    warnings: tuple[str, ...]
