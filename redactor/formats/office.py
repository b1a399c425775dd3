"""How files of Office are known and opened: packages, or packages behind a password."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from redactor.formats.base import ReadOptions
from redactor.formats.sealed import is_sealed, unsealed

_Source = TypeVar("_Source")


class OfficeAdapter(Generic[_Source]):
    """One of Office's formats: its documents and templates, with macros or without."""

    paged = False
    redacted_suffix: str | None = None
    audit_suffix: str | None = None

    def __init__(
        self,
        name: str,
        suffixes: str,
        source: Callable[[Path | bytes, str, ReadOptions | None], _Source],
    ) -> None:
        self.name = name
        self.suffixes = frozenset(suffixes.split())
        self._source = source

    def recognises(self, path: Path, head: bytes) -> bool:
        return head.startswith(b"PK\x03\x04") or is_sealed(path)

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> _Source:
        return self._source(unsealed(path, password), path.name, options)
