"""Files inside files: packages, PDFs, old Office documents, e-mails, plain text."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator

import pikepdf

from redactor.formats.package import swells, unpacked
from redactor.release.verify import binary, pdf_objects
from redactor.release.verify.objects import Objects
from redactor.text.flow import Unread

_DEPTH = 6
_MOST = 1 << 30


def texts(data: bytes, unread: list[Unread], depth: int = 0) -> Iterator[str]:
    """Whatever a file of any kind says. What cannot be read is added to `unread`."""
    if depth > _DEPTH:
        unread.append(Unread("embedded", "unread.too-deep"))
        return
    if data.startswith(b"PK\x03\x04"):
        yield from _package(data, unread, depth)
    elif data.startswith(b"%PDF-"):
        yield from _pdf(data, unread, depth)
    elif data.startswith(b"\x1f\x8b"):
        yield from _gzip(data, unread, depth)
    elif binary.is_picture(data):
        for _, text in binary.any_text(binary.picture_metadata(data)):
            yield text
    else:
        for _, text in binary.any_text(data):
            yield text


def _package(data: bytes, unread: list[Unread], depth: int) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from (info.filename for info in package.infolist())
            size = 0
            for info in package.infolist():
                size += info.file_size
                if size > _MOST or info.flag_bits & 1 or swells(info):
                    unread.append(Unread(info.filename, "unread.embedded"))
                    continue
                yield from texts(unpacked(package, info), unread, depth + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError):
        unread.append(Unread("embedded", "unread.embedded"))


def _gzip(data: bytes, unread: list[Unread], depth: int) -> Iterator[str]:
    try:
        with gzip.open(io.BytesIO(data)) as file:
            inside = file.read(_MOST // 4)
    except (OSError, EOFError, zlib.error):
        unread.append(Unread("embedded", "unread.embedded"))
        return
    yield from texts(inside, unread, depth + 1)


def _pdf(data: bytes, unread: list[Unread], depth: int) -> Iterator[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            yield page.get_textpage().get_text_range()
        document.close()
        with Objects(data, None) as file:
            walk = pdf_objects.Walk(file)
            for said in walk:
                if said.kind == "file":
                    yield from texts(said.texts[0].encode("latin-1"), unread, depth + 1)
                else:
                    yield from said.texts
            unread += walk.unread
    except (pikepdf.PdfError, pypdfium2.PdfiumError):
        unread.append(Unread("embedded", "unread.embedded"))
