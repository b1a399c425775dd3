"""What ties a Word file to its author's others goes, and nothing else of the parts."""

import zipfile
from pathlib import Path

import pytest

from redactor.formats.base import Plan, Written
from redactor.formats.docx import ADAPTER
from redactor.formats.docx.traces import without_traces
from tests.formats.asking import plan_for
from tests.formats.docx import sound
from tests.formats.docx.helpers import flows_of
from tests.formats.docx.markup import NS, document, relation, relations, types_of, zipped

_FONTS = '<w:font w:name="Corps"><w:embedRegular r:id="rId1" w:fontKey="{0}"/></w:font>'


def build(path: Path, *, subsets: bool) -> Path:
    body = (
        '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CE"><w:r w:rsidRPr="00AB12CF"><w:t>vu '
        'Brindavoine : w:rsidR="00AB12CD"</w:t></w:r></w:p>'
    )
    flag = "<w:saveSubsetFonts/>" if subsets else '<w:saveSubsetFonts w:val="false"/>'
    settings = (
        f'<w:settings {NS}>{flag}<w:rsids><w:rsidRoot w:val="00AB12CD"/>'
        '</w:rsids><w15:docId w15:val="{12345678-1234-1234-1234-123456789ABC}"/></w:settings>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types_of("word/document.xml"),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relations(
            relation("rId1", "settings", "settings.xml"),
            relation("rId2", "fontTable", "fontTable.xml"),
        ),
        "word/settings.xml": settings,
        "word/fontTable.xml": f"<w:fonts {NS}>{_FONTS}</w:fonts>",
        "word/_rels/fontTable.xml.rels": relations(relation("rId1", "font", "fonts/font1.odttf")),
        "word/fonts/font1.odttf": b"\x01\x02\x03glyphs",
    }
    path.write_bytes(zipped(parts))
    return path


def copied(path: Path, plan: Plan) -> tuple[Written, dict[str, str]]:
    out = path.with_name("copie.docx")
    with ADAPTER.open(path) as source:
        written = source.write_redacted(out, plan)
    assert set(sound.problems(out)) <= set(sound.problems(path))
    with zipfile.ZipFile(out) as archive:
        return written, {n: archive.read(n).decode("latin-1") for n in archive.namelist()}


@pytest.mark.parametrize("name", ["Brindavoine", "personne"])
def test_numbers_of_sessions_and_of_the_file_go(tmp_path: Path, name: str) -> None:
    path = build(tmp_path / "piece.docx", subsets=False)
    written, parts = copied(path, plan_for(flows_of(path), name))
    assert "revision-ids" in written.dropped
    body = parts["word/document.xml"]
    assert "<w:p><w:r><w:t>vu " in body
    assert 'w:rsidR="00AB12CD"</w:t>' in body, "what looks like one is text"
    assert "rsid" not in parts["word/settings.xml"]
    assert "docId" not in parts["word/settings.xml"]
    assert "saveSubsetFonts" in parts["word/settings.xml"]


def test_the_audit_copy_keeps_them(tmp_path: Path) -> None:
    path = build(tmp_path / "piece.docx", subsets=False)
    with ADAPTER.open(path) as source:
        source.write_audit(tmp_path / "audit.docx", Plan())
    with zipfile.ZipFile(tmp_path / "audit.docx") as archive:
        assert b'w:rsidRPr="00AB12CF"' in archive.read("word/document.xml")


@pytest.mark.parametrize("subsets", [True, False])
def test_fonts_that_hold_this_text_s_letters_alone_go(tmp_path: Path, subsets: bool) -> None:
    written, parts = copied(build(tmp_path / "piece.docx", subsets=subsets), Plan())
    assert ("word/fonts/font1.odttf" in parts) is not subsets
    assert ("w:embedRegular" in parts["word/fontTable.xml"]) is not subsets
    assert ("embedded-fonts" in written.dropped) is subsets


def test_tags_that_are_text_stay() -> None:
    data = b'<a><![CDATA[<w:p w:rsidR="00AB12CD">]]></a>'
    assert without_traces(data) == data
