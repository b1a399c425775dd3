"""What is masked here and readable there is one entity."""

import pytest

from redactor.detect.document import detect
from redactor.detect.entities import link
from redactor.detect.pipeline import Detector
from redactor.detect.twins import completes
from redactor.law.categories import Category
from redactor.text.flow import Channel, Flow


@pytest.mark.parametrize(
    ("whole", "half"),
    [
        ("Tél. 06 12 34 56 78", "Tél. 06 12 XX XX XX"),
        ("Véhicule AB-123-CD", "Véhicule AB-1**-CD"),
        ("NIR 2 84 07 29 232 081 03", "NIR 2 84 07 29 XXX XXX XX"),
    ],
)
def test_a_half_masked_value(whole: str, half: str, detector: Detector) -> None:
    found = detect([Flow("1", whole), Flow("2", f"Ailleurs : {half}.")], detector)
    shown = next(m for m in found if m.span.flow == "1")
    masked = [m for m in found if m.category is Category.MASK]
    assert [m.entity for m in masked] == [shown.entity]


def test_two_values_fit_and_it_stays_apart(detector: Detector) -> None:
    texts = ["Tél. 06 12 34 56 78", "Tél. 06 12 34 56 79", "Tél. 06 12 XX XX XX"]
    found = detect([Flow(str(i), t) for i, t in enumerate(texts)], detector)
    assert len({m.entity for m in found}) == 3


def test_blocks_after_the_same_words(detector: Detector) -> None:
    texts = [
        "La convention est conclue avec Paul Kerlann pour un an.",
        "La convention est conclue avec ████████ pour un an.",
    ]
    found = detect([Flow(str(i), t) for i, t in enumerate(texts)], detector)
    assert [m.category for m in found] == [Category.PERSON, Category.MASK]
    assert found[0].entity == found[1].entity


def test_the_link_of_a_masked_address_goes_with_it(detector: Detector) -> None:
    mask = "xxxxx@xxxxxxxxxxxx.xx"
    flows = [
        Flow("1", "Merci de renseigner votre adresse mail ajonc@bruyere.example en bas."),
        Flow("2", f"Merci de renseigner votre adresse mail {mask} en bas."),
        Flow("3", f"mailto:{mask}", channel=Channel.LINK),
        Flow("4", "mailto:@xxx", channel=Channel.LINK),
    ]
    found = {m.span.flow: m.entity for m in detect(flows, detector)}
    assert found["1"] == found["2"] == found["3"] != found["4"]
    again = link({"a": detect(flows, detector), "b": []})["a"]
    assert {m.span.flow: m.entity for m in again} == found, "linked anew with other documents"


def test_too_little_is_left() -> None:
    assert completes("06 XX XX XX XX") is None
    assert completes("2023-118") is None
