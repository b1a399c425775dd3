"""Opening a PDF: passwords, damage, limits. Nothing here writes to the original."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf

from redactor.formats.errors import (
    Damaged,
    EmptyFile,
    IsFolder,
    NeedsPassword,
    NoPages,
    NotFound,
    NotPermitted,
    TooLarge,
    WrongPassword,
    WrongType,
)
from redactor.formats.pdf import limits

MAX_BYTES = 4 * 1024**3
MAX_PAGES = 100_000
_OWNER = 4
"""Bit of `Document.authenticate`: the owner's password was accepted."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A PDF that both engines can read."""

    path: Path
    doc: Any
    """The `pymupdf.Document`."""
    password: str | None
    warnings: tuple[str, ...]

    def objects(self) -> pikepdf.Pdf:
        """The same file as objects, by the other engine. The caller closes it."""
        return pikepdf.open(self.path, password=self.password or "", suppress_warnings=True)


def open_pdf(path: Path, password: str | None) -> Opened:
    """Open for reading. Raises a `Problem` that says in one sentence why it cannot be."""
    _readable(path)
    # The engine prints to the console what it repairs; the warnings below say it instead.
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        doc = pymupdf.open(path, filetype="pdf")
    except pymupdf.FileDataError as error:
        raise Damaged(where=path.name) from error
    try:
        warnings = [*_unlock(doc, password), *_sound(path, doc, password)]
    except BaseException:
        doc.close()
        raise
    return Opened(path, doc, password, tuple(warnings))


def _readable(path: Path) -> None:
    try:
        if path.is_dir():
            raise IsFolder()
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except FileNotFoundError as error:
        raise NotFound() from error
    except PermissionError as error:
        raise NotPermitted() from error
    if not size:
        raise EmptyFile()
    if size > MAX_BYTES:
        raise TooLarge(what="octets", limit=MAX_BYTES)
    if b"%PDF-" not in head:
        raise WrongType(expected="PDF")


def _unlock(doc: Any, password: str | None) -> list[str]:
    """Give the password where one is needed; says whether an owner's password protects it."""
    encrypted = bool(doc.metadata and doc.metadata.get("encryption")) or doc.needs_pass
    if doc.needs_pass:
        if password is None:
            raise NeedsPassword()
        if not doc.authenticate(password):
            raise WrongPassword()
        return []
    # An empty user's password opened it: only the owner's one restricts what may be done.
    return ["warning.owner-password"] if encrypted else []


def _sound(path: Path, doc: Any, password: str | None) -> list[str]:
    """Whether both engines see the same document. Returns the warnings."""
    try:
        pages = doc.page_count
        if not 0 < pages <= MAX_PAGES:
            if pages <= 0:
                raise NoPages()
            raise TooLarge(what="pages", limit=MAX_PAGES)
        with pikepdf.open(path, password=password or "", suppress_warnings=True) as pdf:
            if len(pdf.pages) != pages:
                raise Damaged(where=path.name)
            limits.check(pdf)
            damaged = bool(pdf.get_warnings())
    except pikepdf.PasswordError as error:
        raise WrongPassword() from error
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise Damaged(where=path.name) from error
    return ["warning.repaired"] if damaged or doc.is_repaired else []
