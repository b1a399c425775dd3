"""Writing a document: so that a refused write is an error, not the end of the process, and so that
what is written need not be held."""

import io
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import pikepdf
import pymupdf

_APPENDED, _TIMES = 200, 25
"""Pages after which what was changed is written, since the engine keeps it (5 kB of a page of text
that is redacted, 2 of a highlight); and how often at most, since it then lists all pages again."""


def is_time(page: int, pages: int) -> bool:
    """Whether to `append` after page number `page` of `pages`."""
    return page < pages and not page % max(_APPENDED, pages // _TIMES)


def append(doc: Any, deflate: bool = False) -> Any:
    """Write what was changed of `doc` (a `pymupdf.Document`, closed then) behind its file's own
    bytes. Returns the file opened anew, which holds nothing of it."""
    path = doc.name
    doc.save(path, incremental=True, encryption=pymupdf.PDF_ENCRYPT_KEEP, deflate=deflate)
    doc.close()
    return pymupdf.open(path, filetype="pdf")


def save(pdf: pikepdf.Pdf, path: Path, **how: Any) -> None:
    """`pdf.save` into a new file at `path`, never the one that it was read from.

    Raises `OSError` as the disk gave it. qpdf may write the last of its buffers while it is
    torn down, where an error ends the process (measured with pikepdf 10.17, `deterministic_id`
    and a disk with 36 kB left: « terminate called after throwing … 'QPDFSystemError' »).
    """
    with path.open("wb") as file:
        told = _Told(file)
        try:
            pdf.save(cast(BinaryIO, told), **how)
        finally:
            if told.refusal is not None:
                raise told.refusal


class _Told(io.RawIOBase):
    """Takes everything; keeps the first refusal for who asks once qpdf is done."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.refusal: OSError | None = None

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._file.tell()

    def write(self, data: Any) -> int:
        if self.refusal is None:
            try:
                self._file.write(data)
            except OSError as error:
                self.refusal = error
        return len(data)
