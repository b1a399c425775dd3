"""What the tests of Word files ask of every copy."""

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from redactor.formats.base import Occultation, Plan, ReadOptions
from redactor.formats.docx import ADAPTER
from redactor.text.flow import Flow, Span
from tests.formats.docx import torture

_CACHE = tempfile.TemporaryDirectory(prefix="redactor-tests-")
#: Pictures are read too, each once.
READING = ReadOptions(ocr=True, ocr_cache=Path(_CACHE.name))


def flows_of(path: Path) -> list[Flow]:
    with ADAPTER.open(path, options=READING) as source:
        return [each for each in source.read() if isinstance(each, Flow)]


def plan_for(flows: list[Flow], word: str, label: str = "") -> Plan:
    """An occultation for each occurrence of `word`."""
    occultations: list[Occultation] = []
    for flow in flows:
        at = flow.text.find(word)
        while at >= 0:
            span = Span(flow.id, at, at + len(word))
            occultations.append(Occultation(f"m-{len(occultations)}", span, label, "motif"))
            at = flow.text.find(word, at + len(word))
    return Plan(tuple(occultations))


def every_part(data: bytes, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """Every part of a zip, decompressed, at any depth, and the zip's own bytes around them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield f"{prefix}(comment)", archive.comment
        for name in archive.namelist():
            part = archive.read(name)
            yield prefix + name, name.encode() + b"\n" + part
            if part.startswith(b"PK"):
                yield from every_part(part, f"{prefix}{name}!")


def one_part(tmp_path: Path, body: str) -> Path:
    """A Word file of a body alone."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": torture.types_of("word/document.xml"),
        "_rels/.rels": torture.relations(
            torture.relation("rId1", "officeDocument", "word/document.xml")
        ),
        "word/document.xml": torture.document(body),
    }
    path = tmp_path / "simple.docx"
    path.write_bytes(torture.zipped(parts))
    return path
