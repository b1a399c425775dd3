"""Reading and writing whole files, with the errors that a person is told of."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redactor.formats.errors import IsFolder, NotFound, NotPermitted


@contextmanager
def reading() -> Iterator[None]:
    """Have a file that is read in the block told of as missing, a folder or refused.

    Raises NotFound, IsFolder, NotPermitted; other OSErrors as they are.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound from error
    except IsADirectoryError as error:
        raise IsFolder from error
    except PermissionError as error:
        raise NotPermitted from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises what `reading` does."""
    with reading():
        return path.read_bytes()


def write_bytes(out: Path, data: bytes) -> None:
    """Write `data` to `out`, whole or not at all: what stood there stays if writing fails."""
    draft = out.with_name(out.name + ".part")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(out)
    finally:
        draft.unlink(missing_ok=True)
