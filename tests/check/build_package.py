"""Parts of the packages that office files are."""

import io
import zipfile
from collections.abc import Mapping


def with_parts(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """A package with parts more, or others."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def broken(data: bytes, name: str) -> bytes:
    return with_parts(data, {name: "<a><b>"})
