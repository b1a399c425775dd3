"""Names that the end of a page cuts."""

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Flow

CUT = [
    Flow("p1.1", "Le conseil entend la demande de M. Yann Kermar-", page=1),
    Flow("p1.2", "Page 1 sur 2", page=1),
    Flow("p2.1", "Commune de Kervent", page=2),
    Flow("p2.2", "rec pour la réfection du lavoir communal et lui répond.", page=2),
]


def people(flows: list[Flow], detector: Detector) -> list[tuple[str, str, str]]:
    return [
        (m.span.flow, m.text, m.entity)
        for m in detect(flows, detector)
        if m.category is Category.PERSON
    ]


def test_both_halves_are_one_person(detector: Detector) -> None:
    (first, second) = people(CUT, detector)
    assert first[:2] == ("p1.1", "Yann Kermar-")
    assert second[:2] == ("p2.2", "rec")
    assert first[2] == second[2] != ""


def test_both_halves_are_whom_they_name_elsewhere(detector: Detector) -> None:
    flows = [*CUT, Flow("p2.3", "Pour copie : M. Yann Kermarrec", page=2)]
    entities = {entity for _, _, entity in people(flows, detector)}
    assert len(people(flows, detector)) == 3
    assert len(entities) == 1


def test_a_word_that_names_nobody_is_left(detector: Detector) -> None:
    flows = [
        Flow("p1.1", "Le conseil examine la demande de subven-", page=1),
        Flow("p2.1", "tion de l’association du lavoir.", page=2),
    ]
    assert not people(flows, detector)
