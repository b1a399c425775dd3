"""Reading and writing whole files, with the errors that a person is told of."""

import os
from pathlib import Path

from redactor.formats.errors import IsFolder, NotFound, NotPermitted


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises NotFound, IsFolder, NotPermitted; other OSErrors as they are."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound from error
    except IsADirectoryError as error:
        raise IsFolder from error
    except PermissionError as error:
        raise NotPermitted from error


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
