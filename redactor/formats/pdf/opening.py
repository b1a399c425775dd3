"""Opening a PDF: passwords, damage, limits. Nothing here writes to the original."""

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
from pymupdf import mupdf

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
_MAX_REPAIRED = 256 * 1024**2
"""Bytes of a damaged file that is kept repaired in memory."""
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
    repaired: bytes | None = None
    """The file as the engine that draws pages repaired it, where it was damaged."""

    def objects(self) -> pikepdf.Pdf:
        """The same file as objects, by the other engine. The caller closes it."""
        return _objects(self.path, self.password, self.repaired)


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
        warnings = _unlock(doc, password)
        repaired = _repaired(path, doc, password)
        if repaired is not None or doc.is_repaired:
            warnings.append("warning.repaired")
        warnings += _check(path, doc, password, repaired)
    except BaseException:
        doc.close()
        raise
    return Opened(path, doc, password, tuple(warnings), repaired)


def _objects(path: Path, password: str | None, repaired: bytes | None) -> pikepdf.Pdf:
    source = path if repaired is None else io.BytesIO(repaired)
    return pikepdf.open(source, password=password or "", suppress_warnings=True)


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


def _repaired(path: Path, doc: Any, password: str | None) -> bytes | None:
    """The file as one engine repairs it, where either finds it damaged.

    Engines repair differently (measured: qpdf leaves out the last object of a file cut before
    its table), and the copies need both to see the same objects.
    """
    try:
        with _objects(path, password, None) as pdf:
            damaged = len(pdf.pages) != doc.page_count or bool(pdf.get_warnings())
    except pikepdf.PasswordError as error:
        raise (WrongPassword() if password else NeedsPassword()) from error
    except (pikepdf.PdfError, RuntimeError, ValueError):
        damaged = True
    if not damaged and not doc.is_repaired:
        return None
    if path.stat().st_size > _MAX_REPAIRED:
        return None
    try:
        return saved(doc)
    except (mupdf.FzErrorBase, RuntimeError, ValueError) as error:
        raise Damaged(where=path.name) from error


def saved(doc: Any) -> bytes:
    """The document as its engine writes it."""
    # To a file: in memory the engine writes each entry of a table apart (measured: 30 s for a
    # file of 100 kB whose table was damaged).
    with tempfile.TemporaryDirectory(prefix="redactor-") as folder:
        path = Path(folder, "repaired.pdf")
        doc.save(path, encryption=pymupdf.PDF_ENCRYPT_KEEP)
        return path.read_bytes()


def _check(path: Path, doc: Any, password: str | None, repaired: bytes | None) -> list[str]:
    """What is to be said of the file's kind.

    Raises a `Problem` unless both engines see one document, within limits."""
    try:
        pages = doc.page_count
        if pages <= 0:
            raise NoPages()
        if pages > MAX_PAGES:
            raise TooLarge(what="pages", limit=MAX_PAGES)
        with _objects(path, password, repaired) as pdf:
            if len(pdf.pages) != pages:
                raise Damaged(where=path.name)
            limits.check(doc)
            return _kind(pdf)
    except (pikepdf.PdfError, RuntimeError, ValueError) as error:
        raise Damaged(where=path.name) from error


def _kind(pdf: pikepdf.Pdf) -> list[str]:
    """Whether the pages are but a cover: of a portfolio's files (ISO 32000-2, 12.3.5), or of a
    form that only its maker's reader draws (XFA, ISO 32000-1, 12.7.8)."""
    said = []
    if isinstance(pdf.Root.get("/Collection"), pikepdf.Dictionary):
        said.append("warning.portfolio")
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and "/XFA" in form:
        fields = form.get("/Fields")
        drawn = isinstance(fields, pikepdf.Array) and len(fields) > 0
        if bool(pdf.Root.get("/NeedsRendering", False)) or not drawn:
            said.append("warning.xfa-only")
    return said
