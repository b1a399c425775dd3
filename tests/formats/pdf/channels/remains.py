"""Names in what nothing leads to: orphans, earlier revisions, bytes between objects."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf

from redactor.text.flow import Channel
from tests.formats.pdf.build import line, page, save
from tests.formats.pdf.channels.cases import BESIDE, NAME, altered


def _orphan(path: Path, source: str, content: bytes | None = None) -> None:
    with pymupdf.open(path) as doc:
        number = doc.get_new_xref()
        doc.update_object(number, source)
        if content is not None:
            doc.update_stream(number, content, compress=False)
        doc.save(path.with_suffix(".new"), garbage=0)
    path.with_suffix(".new").replace(path)


@altered(Channel.REVISION)
def orphan_string(path: Path) -> None:
    _orphan(path, f"<</Note (Vu par {NAME})>>")


@altered(Channel.REVISION)
def orphan_content(path: Path) -> None:
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    look = f"<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources{font}>>"
    _orphan(path, look, f"BT /F 9 Tf 9 9 Td (Mme {NAME}) Tj ET".encode())


_NOW = line(f"{BESIDE}.")


def _earlier(path: Path, change: Callable[[pymupdf.Document], object]) -> None:
    former = f"BT /F 12 Tf 72 600 Td (Mme {NAME}) Tj ET".encode()
    save(path, lambda pdf: page(pdf, line(f"{BESIDE}.") + former))
    with pymupdf.open(path) as doc:
        change(doc)
        doc.saveIncr()


@altered(Channel.REVISION)
def page_of_an_earlier_revision(path: Path) -> None:
    _earlier(path, lambda doc: doc.update_stream(doc[0].get_contents()[0], _NOW))


@altered(Channel.REVISION)
def property_of_an_earlier_revision(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = f"Cas {NAME}"
        pdf.save(path)
    with pymupdf.open(path) as doc:
        doc.set_metadata({"title": "Cas"})
        doc.saveIncr()


@altered(Channel.HIDDEN)
def bytes_before_the_header(path: Path) -> None:
    path.write_bytes(f"Envoi de {NAME}\n".encode() + path.read_bytes())


@altered(Channel.HIDDEN)
def bytes_after_the_end(path: Path) -> None:
    path.write_bytes(path.read_bytes() + f"\n% Envoi de {NAME}\n".encode())


@altered(Channel.HIDDEN)
def bytes_between_objects(path: Path) -> None:
    first, _, rest = path.read_bytes().partition(b"endobj")
    path.write_bytes(first + f"endobj\n% Envoi de {NAME}".encode() + rest)
