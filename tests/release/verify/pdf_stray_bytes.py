"""Bytes of a PDF that no table lists, or that nothing refers to."""

import zlib
from pathlib import Path

import pikepdf
import pymupdf

from tests.release.verify.pdf_page_places import invisible_text


def append_bytes(path: Path, data: bytes) -> None:
    with path.open("ab") as file:
        file.write(data)


def old_revision(path: Path, text: str) -> None:
    """An incremental save: the page's former content stays in the file."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        invisible_text(pdf, text)
        pdf.save(path)
    with pymupdf.open(path) as document:
        page = document[0]
        last = page.get_contents()[-1]
        document.update_stream(last, b"q Q")
        document.saveIncr()


def orphan(path: Path, text: str) -> None:
    """An object of its own at the end, packed, in no table."""
    content = zlib.compress(f"BT /F1 11 Tf ({text}) Tj ET".encode("cp1252"))
    head = f"\n9001 0 obj\n<</Length {len(content)}/Filter/FlateDecode>>\nstream\n".encode()
    append_bytes(path, head + content + b"\nendstream\nendobj\n")


def listed_orphan(path: Path, text: str) -> None:
    """An object that the table lists and nothing refers to."""
    with pymupdf.open(path) as document:
        number = document.get_new_xref()
        document.update_object(number, f"<</Contents({text})>>")
        document.save(path.with_suffix(".tmp"), garbage=0)
    path.with_suffix(".tmp").replace(path)


def after_the_end(path: Path, text: str) -> None:
    append_bytes(path, f"\n% {text}\n".encode())


def after_the_end_in_utf16(path: Path, text: str) -> None:
    append_bytes(path, b"\0" + text.encode("utf-16-le") + b"\0")


def after_the_end_in_hexadecimal(path: Path, text: str) -> None:
    append_bytes(path, text.encode("latin-1").hex().encode())


RAW = (
    old_revision, orphan, listed_orphan, after_the_end, after_the_end_in_utf16,
    after_the_end_in_hexadecimal,
)  # fmt: skip
