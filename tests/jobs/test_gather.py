"""What one document says of a person is looked for in the others, in a process of its own."""

import pytest

from redactor.dossier.codec import packed_flows
from redactor.jobs.analyse import service
from redactor.jobs.gather import Gather, Link, Read, Seen
from redactor.jobs.process import Task
from redactor.text.flow import Flow


@pytest.fixture(scope="module")
def handle() -> object:
    return service()


def _task() -> Task:
    return Task(1, lambda _: None)


def _read(document: str, text: str, *seen: Seen) -> Read:
    return Read(document, "0" * 64, (packed_flows([Flow("p", text)]),), seen)


ELODIE: Seen = ("p", 7, 22, "person", "Élodie Tréguier", 0.95, "rule:civility")


def test_a_name_of_one_document_is_found_in_another(handle: object) -> None:
    other = "Reçu ce jour de TREGUIER Élodie, sans suite."
    first = _read("d1", "Madame Élodie Tréguier demande une copie.", ELODIE)
    request = Gather((first, _read("d2", other)))
    found = handle(_task(), request)  # type: ignore[operator]
    assert [mention.text for mention in found["d2"]] == ["TREGUIER Élodie"]
    assert "d1" not in found
    # What was looked for already is not looked for again.
    assert handle(_task(), request) == {}  # type: ignore[operator]


def test_links_are_given_by_value_and_not_by_mention(handle: object) -> None:
    values = {
        "d1": (("person", "Élodie Tréguier"), ("email", "e.treguier@courriel.example")),
        "d2": (("person", "Mme Tréguier"), ("person", "TRÉGUIER Élodie"), ("mask", "xxx")),
    }
    found = handle(_task(), Link(values))  # type: ignore[operator]
    assert found["d1", "person", "Élodie Tréguier"] == found["d2", "person", "TRÉGUIER Élodie"]
    assert ("d2", "mask", "xxx") not in found
