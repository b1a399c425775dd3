"""Formats that are written as text: how their files are known, opened and decoded."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from redactor.formats.base import ReadOptions
from redactor.formats.errors import TooLarge, WrongType
from redactor.formats.files import read_bytes
from redactor.formats.plain.encoding import Decoded, begins_text, decode

_MAX_BYTES = 256 * 1024 * 1024
_Source = TypeVar("_Source")


def decoded(path: Path, expected: str) -> tuple[bytes, Decoded]:
    """The bytes of a file, and their text. `expected`: what it should be, for people.

    Raises WrongType, TooLarge, NotPermitted, NotFound.
    """
    if path.stat().st_size > _MAX_BYTES:
        raise TooLarge(what=path.suffix or expected, limit=f"{_MAX_BYTES >> 20} Mo")
    data = read_bytes(path)
    text = decode(data)
    if text is None:
        raise WrongType(expected=expected)
    return data, text


class WrittenAdapter(Generic[_Source]):
    """One of these formats. Its audit copy is a page."""

    paged = False
    redacted_suffix: str | None = None
    audit_suffix: str | None = ".html"

    def __init__(
        self, name: str, suffixes: str, source: Callable[[Path, ReadOptions | None], _Source]
    ) -> None:
        self.name = name
        self.suffixes = frozenset(f".{suffix}" for suffix in suffixes.split())
        self._source = source

    def recognises(self, path: Path, head: bytes) -> bool:
        return begins_text(head)

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> _Source:
        return self._source(path, options)
