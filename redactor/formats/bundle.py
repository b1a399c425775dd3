"""Folders and zips of documents: what an administration releases as one set, such as the sources
of a program."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from redactor.formats.errors import UnknownFormat
from redactor.formats.package import Package
from redactor.formats.registry import is_named


@dataclass(frozen=True, slots=True)
class Members:
    """The documents of a set, in order, and the files that no reader opens."""

    documents: tuple[Path, ...]
    others: tuple[Path, ...] = ()
    origins: Mapping[Path, Path] = field(default_factory=dict)
    """For a file unpacked from a zip, where a person finds it: the zip's path, then its own."""


@contextmanager
def unfolded(paths: Sequence[Path]) -> Iterator[Members]:
    """The documents that `paths` stand for: folders with all that is below them, zips unpacked for
    as long as the context lasts, files as they are.

    Raises Damaged, Hostile, NeedsPassword, TooLarge for a zip; UnknownFormat for a folder or a
    zip without a document.
    """
    with tempfile.TemporaryDirectory(prefix="redactor-") as scratch:
        documents: list[Path] = []
        others: list[Path] = []
        origins: dict[Path, Path] = {}
        for number, path in enumerate(paths):
            folder = Path(scratch) / str(number)
            inside = _inside(path, folder)
            if inside is None:
                documents.append(path)
                continue
            unpacked = [each for each in inside if each.is_relative_to(folder)]
            origins |= {each: path / each.relative_to(folder) for each in unpacked}
            named = [each for each in inside if is_named(each)]
            if not named:
                raise UnknownFormat
            documents += named
            others += [each for each in inside if each not in set(named)]
        yield Members(tuple(documents), tuple(others), origins)


def _inside(path: Path, scratch: Path) -> list[Path] | None:
    """The files of a folder or of a zip; None for a document."""
    if path.is_dir():
        return sorted(
            each
            for each in path.rglob("*")
            if each.is_file()
            and not each.is_symlink()
            and not any(piece.startswith(".") for piece in each.relative_to(path).parts[:-1])
        )
    if path.suffix.lower() != ".zip" or not path.is_file():
        return None
    with Package(path, path.name) as package:
        files = []
        for name in package.names:
            file = scratch / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(package.part(name))
            files.append(file)
        return sorted(files)
