"""A workbook without the sheet that its full copy added. The yellow of its cells stays: a colour
is no text, and nothing is compared but text."""

from pathlib import Path

from redactor.formats.package import Package, write_package
from redactor.formats.xml import parse, serialise

SHEET = "xl/worksheets/redactor-mentions.xml"
_ID = "rIdRedactorMentions"


def restore(audit: Path, out: Path) -> None:
    with Package(audit) as package:
        write_package(
            out,
            (
                (part, _unlisted(part, package.part(part)))
                for part in package.names
                if part != SHEET
            ),
        )


def _unlisted(part: str, data: bytes) -> bytes:
    """A part that no longer speaks of the sheet."""
    if not part.endswith((".xml", ".rels")) or not (_ID.encode() in data or SHEET.encode() in data):
        return data
    root = parse(data, part)
    for element in list(root.iter("{*}sheet", "{*}Relationship", "{*}Override")):
        values = element.attrib.values()
        parent = element.getparent()
        if parent is not None and (_ID in values or f"/{SHEET}" in values):
            parent.remove(element)
    return serialise(root)
