"""What an author had highlighted in a text is offered as marks."""

from pathlib import Path

import pytest

from redactor.formats.base import Plan, Premarks
from redactor.formats.odf.source import TEXT
from redactor.text.flow import Flow
from tests.formats.asking import plan_for
from tests.formats.odf import torture

_STYLE = (
    '<style:style style:name="{name}" style:family="text"{parent}><style:text-properties '
    "{look}/></style:style>"
)
_BODY = (
    '<text:p>vu <text:span text:style-name="Jaune">Ida <text:span text:style-name="Gras">Verca'
    '</text:span>strel</text:span> et <text:span text:style-name="Gras">Paul</text:span> '
    '<text:span text:style-name="Blanc">là</text:span> <text:span text:style-name="Fils">'
    "hier</text:span></text:p>"
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    styles = "".join(
        (
            _STYLE.format(name="Jaune", parent="", look='fo:background-color="#ffff00"'),
            _STYLE.format(name="Gras", parent="", look='fo:font-weight="bold"'),
            _STYLE.format(name="Blanc", parent="", look='fo:background-color="#ffffff"'),
            _STYLE.format(name="Fils", parent=' style:parent-style-name="Jaune"', look=""),
        )
    )
    content = torture.part(
        "document-content",
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{_BODY}</office:text></office:body>",
    )
    path = tmp_path / "annote.odt"
    path.write_bytes(torture.package({"content.xml": content}, torture.TEXT_TYPE))
    return path


def test_each_highlighted_stretch_is_a_mark(text: Path) -> None:
    with TEXT.open(text) as source:
        assert isinstance(source, Premarks)
        said = {each.id: each.text for each in source.read() if isinstance(each, Flow)}
        marks = [span for mark in source.premarked() for span in mark.spans]
    assert [said[m.flow][m.start : m.end] for m in marks] == ["Ida Vercastrel", "hier"]


def test_the_yellow_of_an_audit_copy_is_not_its_author_s(text: Path, tmp_path: Path) -> None:
    with TEXT.open(text) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        source.write_audit(tmp_path / "audit.odt", plan_for(flows, "Paul"))
    with TEXT.open(tmp_path / "audit.odt") as source:
        assert list(source.premarked()) == []


def test_the_author_s_own_yellow_stays_in_both_copies(text: Path, tmp_path: Path) -> None:
    with TEXT.open(text) as source:
        source.write_redacted(tmp_path / "copie.odt", Plan())
    with TEXT.open(tmp_path / "copie.odt") as source:
        assert len(list(source.premarked())) == 2
