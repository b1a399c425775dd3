"""What HTML and text with tags say, and where it stands in their source."""

import html
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.formats import markup
from redactor.formats.splice import edits, splice


@given(st.text(alphabet="ab<>&;/!-'\"= \nép", max_size=60))
def test_any_markup_is_read_and_maps_to_its_source(source: str) -> None:
    for found in markup.read(source):
        assert len(found.text) == len(found.ranges)
        assert all(one[1] <= two[0] for one, two in pairwise(found.ranges))
        behind = html.unescape("".join(source[start:end] for start, end in found.ranges))
        assert "".join(behind.split()) == "".join(found.text.split())


def test_edits_leave_tags_in_between() -> None:
    source = "a <b>Ma</b>rie b"
    found = next(iter(markup.read(source)))
    assert found.text == "a Marie b"
    assert splice(source, edits(found.ranges, 2, 7, "#")) == "a <b>#</b> b"


@pytest.mark.parametrize(
    "source",
    [
        '<span style="display: block">Ida Cas<b>trel</b></span><span>Cheffe</span>',
        '<span>Nom</span><span style="float:right">Ida Castrel</span>',
        "Nom<img src=x>Ida Castrel<img src=y>Cheffe",
        "<label>Ida Castrel</label><button>Voir</button>",
        "<template>Ida Castrel</template><noscript>Ida Castrel</noscript>",
    ],
)
def test_what_is_shown_apart_is_read_apart(source: str) -> None:
    assert "Ida Castrel" in re.sub(r"<[^>]*>", "", source), "a trap: no space stands beside it"
    assert any(re.search(r"\bIda Castrel\b", found.text) for found in markup.read(source))


def test_a_window_that_a_link_names_is_read() -> None:
    said = [found.text for found in markup.read('<a target="rivoal">x</a><a target=_blank>y</a>')]
    assert "rivoal" in said
    assert "_blank" not in said
