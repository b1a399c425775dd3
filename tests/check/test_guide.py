"""Every kind of finding is explained, in the guide that the screen and the report show."""

import pytest

from redactor.check.finding import Kind
from redactor.check.guide import sections


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_section(kind: Kind) -> None:
    section = sections()[kind]
    assert section.title
    assert len(section.text) > 40


def test_the_guide_explains_no_kind_that_does_not_exist() -> None:
    assert sections().keys() == set(Kind)
