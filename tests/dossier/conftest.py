"""A small dossier about invented people."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.dossier import Dossier
from redactor.law.categories import Category, Role
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span
from tests.dossier.stored import store_analysis

FLOWS = (
    Flow("p1", "Mme Odile Ravenel, adjointe, reçoit M. Yann Kerbrat, 3 rue des Lilas.", page=1),
    Flow("p2", "Tél. 06 12 34 56 78. M. Kerbrat est en arrêt maladie.", page=2),
)


def found(flow: Flow, text: str, category: Category, role: Role = Role.UNKNOWN) -> Mention:
    """The mention of `text`, as a detector would give it."""
    start = flow.text.index(text)
    return Mention(
        id=f"{flow.id}-{text}", span=Span(flow.id, start, start + len(text)), text=text,
        category=category, page=flow.page, role=role, entity=text.split()[-1], detector="ner",
    )  # fmt: skip


MENTIONS = (
    found(FLOWS[0], "Odile Ravenel", Category.PERSON, Role.AGENT),
    found(FLOWS[0], "Yann Kerbrat", Category.PERSON),
    found(FLOWS[0], "3 rue des Lilas", Category.ADDRESS, Role.PRIVATE),
    found(FLOWS[1], "06 12 34 56 78", Category.PHONE, Role.PRIVATE),
    found(FLOWS[1], "Kerbrat", Category.PERSON),
    found(FLOWS[1], "est en arrêt maladie", Category.HEALTH),
)


def fill(dossier: Dossier, folder: Path, name: str = "lettre.txt") -> str:
    """Add an analysed document; its id."""
    path = folder / name
    path.write_text("\n".join(flow.text for flow in FLOWS) + name, encoding="utf-8")
    document = dossier.add_document(path).id
    store_analysis(dossier, document, FLOWS, (), MENTIONS, pages=2)
    return document


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "demande.redactor"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    with Dossier.create(path, "Demande du 3 mars") as created:
        created.person = "O. Ravenel"
        fill(created, path.parent)
        yield created


def ids(dossier: Dossier, *texts: str) -> list[str]:
    """The ids of the mentions with these texts, in reading order."""
    return [row.id for row in dossier.mentions() if row.mention.text in texts]
