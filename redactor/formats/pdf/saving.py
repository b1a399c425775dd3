"""Write a document's objects so that a refused write is an error, not the end of the process."""

import io
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

import pikepdf


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
