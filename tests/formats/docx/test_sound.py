"""The check of our Word copies sees what makes Word refuse or repair a file."""

import pytest

from tests.formats.docx import sound
from tests.formats.docx.helpers import Make, parts_of
from tests.formats.docx.markup import paragraph, run, zipped


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (paragraph('<w:bookmarkStart w:id="1" w:name="a"/>'), "do not pair"),
        (
            paragraph(*('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>',) * 2),
            "bookmark 'a' twice",
        ),
        (paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'), "leads nowhere"),
        (paragraph(f'<w:hyperlink r:id="rId9">{run("ici")}</w:hyperlink>'), "'rId9', not in"),
        ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "does not end with a paragraph"),
        (paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'), "does not end"),
        (paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "before it begins"),
        (paragraph(run("a", "<w:i/><w:b/>")), "out of order"),
        (paragraph("<w:r><w:t>a</w:t><w:rPr><w:b/></w:rPr></w:r>"), "not first"),
    ],
)
def test_a_fault_of_the_body_is_said(simple: Make, body: str, problem: str) -> None:
    assert any(problem in said for said in sound.problems(simple(body)))


@pytest.mark.parametrize(
    ("part", "change", "problem"),
    [
        ("word/futur.bin", None, "no content type"),
        ("_rels/.rels", (b"word/document.xml", b"word/absent.xml"), "which is not there"),
        ("[Content_Types].xml", (b"/word/document.xml", b"/word/absent.xml"), "without its part"),
    ],
)
def test_a_fault_of_the_package_is_said(
    simple: Make, part: str, change: tuple[bytes, bytes] | None, problem: str
) -> None:
    path = simple(paragraph(run("a")))
    assert sound.problems(path) == []
    parts = parts_of(path)
    parts[part] = parts[part].replace(*change) if change else b"x"
    path.write_bytes(zipped(parts))
    assert any(problem in said for said in sound.problems(path))
