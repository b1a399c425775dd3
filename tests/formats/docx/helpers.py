"""What the tests of Word files ask of every copy."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from redactor.formats.base import Plan
from redactor.formats.docx import ADAPTER
from redactor.text.flow import Flow
from tests.formats import asking
from tests.formats.asking import READING
from tests.formats.docx.markup import document, relation, relations, types_of, zipped

Make = Callable[[str], Path]
"""Makes a Word file of the body it is given."""


def flows_of(path: Path) -> list[Flow]:
    return asking.flows_of(path, READING)


def redact(path: Path, plan: Plan) -> Path:
    """The redacted copy, beside the file."""
    return asking.redacted(path, path.with_name("copie.docx"), plan, READING)


def audit(path: Path, plan: Plan) -> Path:
    """The audit copy, beside the file."""
    copy = path.with_name("audit.docx")
    with ADAPTER.open(path, options=READING) as source:
        source.write_audit(copy, plan)
    return copy


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_of(path: Path) -> str:
    return parts_of(path)["word/document.xml"].decode()


def one_part(tmp_path: Path, body: str, name: str = "simple.docx") -> Path:
    """A Word file of a body alone."""
    parts = {
        "[Content_Types].xml": types_of("word/document.xml"),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
    }
    path = tmp_path / name
    path.write_bytes(zipped(parts))
    return path
