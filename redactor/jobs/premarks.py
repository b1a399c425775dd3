"""The process that reads what the authors of documents had marked themselves."""

from dataclasses import dataclass
from pathlib import Path

from redactor.formats.base import READ_ALL, Premarked, Premarks, ReadOptions
from redactor.formats.errors import Problem
from redactor.formats.registry import adapter_named
from redactor.jobs.process import Handler, Task


@dataclass(frozen=True, slots=True)
class Marked:
    """A document to be looked at."""

    document: str
    """Any id of the caller's."""
    path: Path
    format: str
    password: str | None = None
    reading: ReadOptions = READ_ALL


@dataclass(frozen=True, slots=True)
class FindMarks:
    """Ask for the marks of documents."""

    documents: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What was found, by document, and the documents that could not be looked at."""

    found: tuple[tuple[str, Premarked], ...]
    failed: tuple[tuple[str, Problem], ...] = ()


def service() -> Handler:
    """Serve `FindMarks` with `Marks`."""

    def handle(task: Task, request: FindMarks) -> Marks:
        found: list[tuple[str, Premarked]] = []
        failed: list[tuple[str, Problem]] = []
        for number, each in enumerate(request.documents):
            task.progress(number / len(request.documents))
            try:
                adapter = adapter_named(each.format)
                with adapter.open(each.path, each.password, each.reading) as source:
                    if isinstance(source, Premarks):
                        found += [(each.document, mark) for mark in source.premarked()]
            except Problem as problem:
                failed.append((each.document, problem))
        return Marks(tuple(found), tuple(failed))

    return handle
