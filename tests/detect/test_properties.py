"""Programs, styles and identifiers are nobody; authors are someone."""

from dataclasses import replace

import pytest

from redactor.detect.pipeline import Detector
from redactor.detect.properties import is_author, is_identifier, is_machine
from redactor.law.categories import Category
from redactor.text.flow import Channel, Flow


def property_(text: str, place: str, id: str = "docProps/core.xml#0") -> Flow:
    return Flow(id, text, Channel.METADATA, place=place)


def people(flow: Flow, detector: Detector) -> list[str]:
    return [m.text for m in detector.mentions([flow]) if m.category is Category.PERSON]


@pytest.mark.parametrize(
    ("text", "place", "id"),
    [
        ("MuPDF 1.28.2", "Info/Producer", "meta.producer"),
        ("Microsoft® Word 2019", "Creator", "meta.creator"),
        ("Traitement de texte", "Creator", "meta.creator"),
        ("Martin", "docProps/app.xml · Template", "docProps/app.xml#Template-0"),
        ("QuoteChar", "word/styles.xml · style-id", "word/styles.xml#3"),
        ("DGEFP", "docProps/core.xml · creator", "docProps/core.xml#creator-0"),
        ("Ministère du travail", "docProps/core.xml · creator", "docProps/core.xml#creator-0"),
        ("fullpage", "Name", "meta.3.name"),
        ("mailto", "Name", "meta.4.name"),
        ("Utilisateur Windows", "docProps/core.xml · lastModifiedBy", "x#0"),
    ],
)
def test_nobody(text: str, place: str, id: str, detector: Detector) -> None:
    assert people(property_(text, place, id), detector) == []


@pytest.mark.parametrize("text", ["Solenn Kerlann", "kerlann", "s.kerlann", "KERLANN Solenn"])
def test_an_author(text: str, detector: Detector) -> None:
    flow = property_(text, "docProps/core.xml · lastModifiedBy")
    assert is_author(flow)
    assert people(flow, detector) == [text]


def test_creator_is_a_person_in_word_and_a_program_in_pdf() -> None:
    assert is_author(property_("x", "docProps/core.xml · creator"))
    assert is_machine(property_("x", "Creator", "meta.creator"))


def test_identifiers() -> None:
    assert all(map(is_identifier, ["QuoteChar", "BigBlueButton", "Word2019", "titreNiveau"]))
    assert not any(map(is_identifier, ["McKenzie", "LeGoff", "DeSousa", "Kerlann", "KERLANN"]))


@pytest.mark.parametrize(
    "text",
    ["Rédigé avec LibreOffice Writer.", "La DGEFP et la DAG pilotent.", "class A(models.Model):"],
)
def test_nobody_in_the_text(text: str, detector: Detector) -> None:
    assert not [m for m in detector.mentions([Flow("f", text)]) if m.category is Category.PERSON]


def test_the_name_that_a_program_gives_an_annotation_is_nobodys(detector: Detector) -> None:
    """« fitz-L1 », where the model sees a person « fitz-L »."""
    flow = Flow("p1.link.2.nm", "fitz-L1", Channel.LINK, 1, place="Link/NM")
    assert people(replace(flow, place=""), detector) == ["fitz-L"]
    assert people(flow, detector) == []
