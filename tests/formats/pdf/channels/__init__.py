"""A file for each place where a PDF can hold a name, by what holds it."""

from tests.formats.pdf.channels import (
    actions,
    annotations,
    attachments,
    forms,
    pages,
    properties,
    remains,
    structure,
)
from tests.formats.pdf.channels.cases import BESIDE, CASES, NAME, made

__all__ = [
    "BESIDE",
    "CASES",
    "NAME",
    "actions",
    "annotations",
    "attachments",
    "forms",
    "made",
    "pages",
    "properties",
    "remains",
    "structure",
]
