"""A name where the schema of a format wants a number or a word of its own."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.formats.base import Plan
from redactor.formats.formatwords import is_of_the_format
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow, Span
from tests.formats.asking import every_part, flows_of, plan_for, redacted
from tests.formats.docx.helpers import one_part
from tests.formats.odf import torture as odf
from tests.formats.xlsx.test_xlsx import build as build_book

NAME = "Quennehen"


def _word(folder: Path) -> Path:
    return one_part(folder, '<w:p><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>mot</w:t></w:r></w:p>')


def _stamped(path: Path, part: str, place: str) -> Path:
    """The package with the name in the value of the first attribute that `place` finds."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename == part:
                found = re.search(rf'{place}="([^"]*)"'.encode(), data)
                assert found, place
                data = data[: found.start(1)] + f"1 {NAME}".encode() + data[found.end(1) :]
            after.writestr(info, data)
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize(
    ("build", "name", "part", "place"),
    [
        (_word, "a.docx", "word/document.xml", "w:val"),
        (lambda f: build_book(f / "a.xlsx"), "a.xlsx", "xl/worksheets/sheet1.xml", "max"),
        (lambda f: odf.build_text(f / "a.odt"), "a.odt", "content.xml", "text:outline-level"),
        (lambda f: odf.build_sheet(f / "a.ods"), "a.ods", "content.xml", "office:value-type"),
    ],
)
def test_a_name_for_a_number_is_read_and_goes(
    build: Callable[[Path], Path], name: str, part: str, place: str, tmp_path: Path
) -> None:
    path = _stamped(build(tmp_path), part, place)
    assert path.suffix == Path(name).suffix
    flows = flows_of(path)
    (said,) = [flow for flow in flows if NAME in flow.text]
    assert said.id.startswith(f"{part}#stray-value-")
    plan = plan_for(flows, NAME)
    copy = redacted(path, tmp_path / f"copy{path.suffix}", plan)
    assert not [p for p, data in every_part(copy.read_bytes()) if NAME.encode() in data]
    assert _is_sound(path, copy, flows, plan)
    left = redacted(path, tmp_path / f"left{path.suffix}", Plan())
    assert not _is_sound(path, left, flows, plan)


def _is_sound(path: Path, copy: Path, flows: list[Flow], plan: Plan) -> bool:
    return not verify_copy(path, copy, flows, plan, format=adapter_for(path).name).leaks


_ROSE = (
    "<w:p><w:r><w:t>Mme Rose Quennehen, 2 rue des Roses</w:t></w:r></w:p><w:p><w:r><w:pict>"
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1" alt="photo de Rose"'
    ' fillcolor="rose" style="width:10pt;color:rose"/></w:pict></w:r></w:p>'
    '<w:p><w:r><w:rPr><w:sz w:val="Rose"/></w:rPr><w:t>mot</w:t></w:r></w:p>'
)
_OF_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_ROSE = (
    f'<office:document-content xmlns:office="{_OF_ODF}:office:1.0"'
    f' xmlns:text="{_OF_ODF}:text:1.0" xmlns:style="{_OF_ODF}:style:1.0"'
    f' xmlns:draw="{_OF_ODF}:drawing:1.0" xmlns:fo="{_OF_ODF}:xsl-fo-compatible:1.0"'
    ' office:version="1.3"><office:automatic-styles><style:style style:name="P1"'
    ' style:family="paragraph"><style:text-properties fo:color="rose" fo:border="1pt solid rose"/>'
    '<style:paragraph-properties fo:margin-left="Rose"/></style:style></office:automatic-styles>'
    '<office:body><office:text><text:p text:style-name="P1">Mme Rose Quennehen, 2 rue des Roses'
    '</text:p><text:h text:outline-level="Rose">mot</text:h></office:text></office:body>'
    "</office:document-content>"
)


def _in_word(folder: Path) -> Path:
    return one_part(folder, _ROSE)


def _in_odt(folder: Path) -> Path:
    path = odf.build_text(folder / "a.odt")
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            own = info.filename == "content.xml"
            after.writestr(info, _ODF_ROSE if own else before.read(info))
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize(
    ("build", "part", "colours", "texts"),
    [
        (_in_word, "word/document.xml", ('fillcolor="rose"', "color:rose"), 3),
        (_in_odt, "content.xml", ('fo:color="rose"', "1pt solid rose"), 3),
    ],
)
def test_a_colour_is_no_name_and_a_name_is_no_number(
    build: Callable[[Path], Path], part: str, colours: tuple[str, ...], texts: int, tmp_path: Path
) -> None:
    path = build(tmp_path)
    flows = flows_of(path)
    every = plan_for(flows, "Rose").occultations
    plan = Plan(tuple(o for o in every if not _goes_on(flows, o.span)))
    assert len(plan.occultations) == texts == len(every) - 1, "the street keeps its roses"
    copy = redacted(path, tmp_path / f"copy{path.suffix}", plan)
    with zipfile.ZipFile(copy) as archive:
        said = archive.read(part).decode()
    assert all(colour in said for colour in colours)
    assert re.findall(r"\bRose\b", said) == []
    assert "rue des Roses" in said
    assert _is_sound(path, copy, flows, plan)


def _goes_on(flows: list[Flow], span: Span) -> bool:
    text = next(flow.text for flow in flows if flow.id == span.flow)
    return text[span.end : span.end + 1].isalpha()


@pytest.mark.parametrize(
    ("element", "attribute", "value"),
    [
        ("jc", "val", "center"),
        ("shape", "style", "position:absolute;margin-left:12.5pt;mso-wrap-style:square"),
        ("color", "val", "FFCCEE"),
        ("paragraph-properties", "border", "0.74pt solid #808080"),
        ("item", "itemID", "{ABCDEFAB-ABCD-ABCD-ABCD-ABCDEFABCDEF}"),
        ("rFonts", "ascii", "Garamond"),
        ("pStyle", "val", "Corpsdetexte"),
        ("prstClr", "val", "violet"),
        ("prstClr", "val", "mistyRose"),
        ("shape", "strokecolor", "rose [3204]"),
        ("text-properties", "font-family-generic", "roman"),
        ("spacing", "line", "240"),
    ],
)
def test_what_the_format_says_is_no_text(element: str, attribute: str, value: str) -> None:
    assert is_of_the_format(element, attribute, value)


@pytest.mark.parametrize("value", ["Rivoal", "rivoal", "24 Rivoal", "aRivoal", "mso-x:#Rivoal"])
def test_a_name_is(value: str) -> None:
    assert not is_of_the_format("sz", "val", value)


@pytest.mark.parametrize(
    ("element", "attribute", "value"),
    [
        ("sz", "val", "Rose"),
        ("sz", "val", "center"),
        ("jc", "val", "Alice"),
        ("jc", "val", "olive"),
        ("paragraph-properties", "margin-left", "Center"),
        ("shape", "fillcolor", "Alice"),
    ],
)
def test_a_name_that_is_a_word_elsewhere_is_a_name_there(
    element: str, attribute: str, value: str
) -> None:
    assert not is_of_the_format(element, attribute, value)
