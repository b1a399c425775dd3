"""Reading the files that the command was given, each in a process that can be killed."""

import queue
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from redactor.cli import arguments
from redactor.cli.speech import Speech
from redactor.detect.entities import link
from redactor.dossier.records import Suggestion
from redactor.formats.base import Illustration
from redactor.formats.errors import NeedsPassword, WrongPassword
from redactor.jobs import analyse
from redactor.jobs.process import Event, Progress, Worker, follow
from redactor.law.mention import Mention
from redactor.problem import Problem
from redactor.text.flow import Flow, Unread


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read."""

    path: Path
    opened: analyse.Opened
    flows: tuple[Flow, ...]
    unread: tuple[Unread, ...]
    mentions: tuple[Mention, ...]
    warnings: tuple[str, ...]
    password: str | None
    illustrations: tuple[Illustration, ...] = ()
    suggested: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file that could not be read, and why."""

    path: Path
    problem: Problem


def passwords(file: Path | None) -> tuple[str, ...]:
    """The passwords of a file, one a line. They are tried in turn and never stored.

    Raises `UnreadableList`.
    """
    return () if file is None else tuple(arguments.lines_of(file))


def read_all(
    paths: Sequence[Path], base: analyse.Analyse, keys: Sequence[str], speech: Speech
) -> list[Document | Unusable]:
    """Read every file, in order; entities are shared between them.

    `base` says how to analyse; its path and password are those of no file.
    """
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Worker(analyse.service, events.put)) as worker:
        read: list[Document | Unusable] = []
        for path in paths:
            speech.progress(len(read) / len(paths), path.name)
            try:
                read.append(_read(path, base, keys, worker, events, speech))
            except Problem as problem:
                read.append(Unusable(path, problem))
    linked = link({str(i): d.mentions for i, d in enumerate(read) if isinstance(d, Document)})
    return [
        replace(d, mentions=tuple(linked[str(i)])) if isinstance(d, Document) else d
        for i, d in enumerate(read)
    ]


def _read(
    path: Path,
    base: analyse.Analyse,
    keys: Sequence[str],
    worker: Worker,
    events: "queue.SimpleQueue[Event]",
    speech: Speech,
) -> Document:
    for key in (None, *keys):
        request = replace(base, path=path, password=key)
        try:
            parts = follow(worker.submit(request), events, _shown(speech, path))
            return _gather(path, key, parts)
        except NeedsPassword:
            if not keys:
                raise
        except WrongPassword:
            pass
    raise WrongPassword


def _shown(speech: Speech, path: Path) -> Callable[[Progress], None]:
    return lambda progress: speech.progress(progress.done, path.name)


def _gather(path: Path, password: str | None, parts: Iterator[object]) -> Document:
    flows: list[Flow] = []
    unread: list[Unread] = []
    suggested: list[Suggestion] = []
    opened: analyse.Opened | None = None
    for part in parts:
        match part:
            case analyse.Opened():
                opened = part
            case analyse.Batch():
                flows += part.flows
                unread += part.unread
                suggested += part.suggested
            case analyse.Analysis():
                assert opened is not None
                return Document(
                    path,
                    opened,
                    tuple(flows),
                    tuple(unread),
                    part.mentions,
                    part.warnings,
                    password,
                    part.illustrations,
                    tuple(suggested),
                )
    raise AssertionError("an analysis ends with its result")
