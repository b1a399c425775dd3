"""The process that draws pages: pictures, and where their characters stand; and the pictures
inside documents without pages.

It keeps the documents it was asked for open, since a person goes back and forth between them.
A thread would not do: rendering holds the interpreter's lock (557 ms stalls measured).
"""

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from redactor.formats.base import (
    READ_ALL,
    Applied,
    Illustrated,
    Illustration,
    PageLayout,
    Picture,
    ReadOptions,
    Source,
)
from redactor.formats.registry import adapter_for
from redactor.jobs.process import Handler, Task

#: Documents kept open at once.
_OPEN = 8


@dataclass(frozen=True, slots=True)
class Document:
    """A file, and the password that opens it, if it needs one."""

    path: Path
    password: str | None = None
    reading: ReadOptions = READ_ALL


@dataclass(frozen=True, slots=True)
class DrawPage:
    """Ask for the pixels of a page (1-based), `scale` pixels a point."""

    document: Document
    page: int
    scale: float


@dataclass(frozen=True, slots=True)
class LayPage:
    """Ask for the boxes of the characters of a page (1-based)."""

    document: Document
    page: int


@dataclass(frozen=True, slots=True)
class ListMarked:
    """Ask for what an audit copy highlights, read back from its file."""

    document: Document


@dataclass(frozen=True, slots=True)
class ListPictures:
    """Ask for the pictures inside a document."""

    document: Document


@dataclass(frozen=True, slots=True)
class DrawPicture:
    """Ask for the pixels of a picture inside a document, its longer side at most `most`."""

    document: Document
    part: str
    most: int


@dataclass(frozen=True, slots=True)
class Close:
    """Close a document: it was removed, or its file is to be replaced."""

    path: Path


Request: TypeAlias = DrawPage | LayPage | ListMarked | ListPictures | DrawPicture | Close
Answer: TypeAlias = Picture | PageLayout | tuple[Illustration, ...] | tuple[Applied, ...] | None


def service() -> Handler:
    """Serve `DrawPage` with a `Picture`, `LayPage` with a `PageLayout`, `ListPictures` with
    `Illustration`s, `ListMarked` with `Applied`s, `DrawPicture` with a `Picture`, or None where
    it is not sound."""
    sources: OrderedDict[Document, Source] = OrderedDict()

    def opened(document: Document) -> Source:
        if document not in sources:
            adapter = adapter_for(document.path)
            sources[document] = adapter.open(document.path, document.password, document.reading)
            if len(sources) > _OPEN:
                sources.popitem(last=False)[1].close()
        sources.move_to_end(document)
        return sources[document]

    def handle(_: Task, request: Request) -> Answer:
        match request:
            case DrawPage(document, page, scale):
                return opened(document).render(page, scale)
            case LayPage(document, page):
                return opened(document).layout(page)
            case ListMarked(document):
                return tuple(opened(document).marked())
            case ListPictures(document):
                source = opened(document)
                return tuple(source.illustrations()) if isinstance(source, Illustrated) else ()
            case DrawPicture(document, part, most):
                source = opened(document)
                return source.illustration(part, most) if isinstance(source, Illustrated) else None
            case Close(path):
                for document in [d for d in sources if d.path == path]:
                    sources.pop(document).close()
        return None

    return handle
