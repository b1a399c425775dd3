"""A value that one place tells for what it is, found where nothing tells it."""

import pytest

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Flow


def values(detector: Detector, category: Category, *texts: str) -> list[tuple[str, str]]:
    flows = [Flow(f"p{number}", text) for number, text in enumerate(texts)]
    return [(m.span.flow, m.text) for m in detect(flows, detector) if m.category is category]


@pytest.mark.parametrize(
    ("category", "told", "bare", "value"),
    [
        (Category.SECRET, "Mot de passe : Ajonc2020", "1032  Ajonc2020\n1033  clear", "Ajonc2020"),
        (Category.ACCOUNT_ID, "N° allocataire : 4471902", "INSERT (4471902, 'x')", "4471902"),
    ],
)
def test_a_value_is_found_where_nothing_announces_it(
    detector: Detector, category: Category, told: str, bare: str, value: str
) -> None:
    assert not values(detector, category, bare)  # the trap
    assert values(detector, category, told, bare) == [("p0", value), ("p1", value)]


def test_a_word_or_a_part_of_a_number_is_not(detector: Detector) -> None:
    texts = ("Mot de passe : hirondelle ; n° allocataire : 4471902", "L'hirondelle, 144719025")
    found = values(detector, Category.SECRET, *texts)
    assert [flow for flow, _ in found] == ["p0"]  # the trap: a word is somebody's password
    assert values(detector, Category.ACCOUNT_ID, *texts) == [("p0", "4471902")]
