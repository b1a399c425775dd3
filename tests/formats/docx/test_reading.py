"""Flows of a Word file: one trap a test."""

from pathlib import Path

from redactor.formats.docx import ADAPTER
from redactor.text.flow import Cell, Channel, Flow, Kind, Unread
from tests.formats.asking import READING
from tests.formats.docx import torture
from tests.formats.docx.helpers import Make, flows_of
from tests.formats.docx.markup import (
    W,
    cell,
    document,
    paragraph,
    relation,
    relations,
    run,
    table,
    types_of,
    zipped,
)

WHEN = 'w:id="9" w:author="Ada" w:date="2024-01-02T03:04:05Z"'


def texts(flows: list[Flow], channel: Channel = Channel.BODY) -> list[str]:
    return [flow.text for flow in flows if flow.channel == channel]


def deleted(text: str) -> str:
    return f"<w:del {WHEN}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text: str) -> str:
    return f"<w:ins {WHEN}>{run(text)}</w:ins>"


def test_runs_of_a_word_are_one_text(simple: Make) -> None:
    path = simple(paragraph(run("Ver", "<w:b/>"), run("dier", "<w:i/>")))
    assert texts(flows_of(path)) == ["Verdier"]


def test_signs_are_characters(simple: Make) -> None:
    signs = "<w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:cr/>"
    path = simple(paragraph(f"<w:r><w:t>a</w:t>{signs}</w:r>"))
    assert texts(flows_of(path)) == ["a\tb\nc-\u00ad\n"]


def test_a_name_half_deleted_is_read_whole(simple: Make) -> None:
    """Refusing the change gives « Madame Verdier » back: no run alone shows it."""
    path = simple(paragraph(run("Madame Ver"), deleted("dier"), inserted("net"), run(" dit")))
    flows = flows_of(path)
    assert texts(flows) == ["Madame Vernet dit"]
    assert texts(flows, Channel.REVISION)[0] == "Madame Verdier dit"


def test_a_name_that_an_insertion_cuts_is_read_whole(simple: Make) -> None:
    path = simple(paragraph(run("Jeanne "), inserted("très "), run("Verdier")))
    flows = flows_of(path)
    assert texts(flows) == ["Jeanne très Verdier"]
    assert texts(flows, Channel.REVISION)[0] == "Jeanne Verdier"


def test_far_words_are_not_told_again_with_a_change(simple: Make) -> None:
    path = simple(paragraph(run("Loin " * 20), deleted("Verdier"), run(" près" * 20)))
    before = texts(flows_of(path), Channel.REVISION)[0]
    assert "Verdier" in before
    assert before.count("Loin") == 4


def test_an_author_of_many_changes_is_one_flow(simple: Make) -> None:
    path = simple(paragraph(*(inserted(f"mot{n} ") for n in range(20))))
    authors = [f for f in flows_of(path) if f.text == "Ada"]
    assert len(authors) == 1


def test_hidden_text_does_not_cut_what_is_seen(simple: Make) -> None:
    path = simple(paragraph(run("Ver"), run("caché", "<w:vanish/>"), run("dier")))
    flows = flows_of(path)
    assert texts(flows) == ["Verdier"]
    assert texts(flows, Channel.HIDDEN) == ["caché"]


def test_vanish_that_is_off_hides_nothing(simple: Make) -> None:
    path = simple(paragraph(run("visible", '<w:vanish w:val="0"/>')))
    assert texts(flows_of(path)) == ["visible"]


def test_cells_know_their_place_spans_and_nesting_included(simple: Make) -> None:
    span = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph(run("large")) + "</w:tc>"
    inner = table([[paragraph(run("dedans"))]]) + paragraph()
    whole = (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        f"<w:tr>{span}{cell(paragraph(run('fin')))}</w:tr>"
        f"<w:tr>{cell(inner)}</w:tr></w:tbl>"
    )
    cells = {f.text: f.cell for f in flows_of(simple(whole))}
    assert cells == {
        "large": Cell(0, 0, 0),
        "fin": Cell(0, 0, 2),
        "dedans": Cell(1, 0, 0),
    }
    assert all(f.kind == Kind.CELL for f in flows_of(simple(whole)))


def test_headings_and_items_are_told(tortured: Path, simple: Make) -> None:
    title = next(f for f in flows_of(tortured) if f.text.startswith("titre"))
    assert (title.kind, title.level) == (Kind.HEADING, 1)
    number = '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    item = flows_of(simple(paragraph(number, run("point"))))[0]
    assert (item.kind, item.level) == (Kind.ITEM, 1)


def test_strict_files_are_read_alike(simple: Make, tmp_path: Path) -> None:
    """ISO 29500 strict names every namespace otherwise."""
    path = simple(paragraph(run("Verdier")))
    data = document(paragraph(run("Verdier"))).replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types_of("word/document.xml"),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": data,
    }
    strict = tmp_path / "strict.docx"
    strict.write_bytes(zipped(parts))
    assert flows_of(strict) == flows_of(path)


def test_ids_are_unique_and_the_same_each_time(tortured: Path) -> None:
    ids = [flow.id for flow in flows_of(tortured)]
    assert len(ids) == len(set(ids))
    assert ids == [flow.id for flow in flows_of(tortured)]


def test_the_body_comes_before_notes_headers_comments_and_properties(tortured: Path) -> None:
    order = [flow.id.partition("#")[0] for flow in flows_of(tortured)]
    parts = ["word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/comments.xml"]
    places = [order.index(part) for part in [*parts, "docProps/core.xml"]]
    assert places == sorted(places)


def test_an_unknown_part_is_told_as_unread(tmp_path: Path) -> None:
    parts = torture.documents()
    parts["word/inconnu.dat"] = b"\x00\x01\x02"
    rels = str(parts["word/_rels/document.xml.rels"])
    line = relation("rIdX", "http://exemple.fr/inconnu", "inconnu.dat")
    parts["word/_rels/document.xml.rels"] = rels.replace("</Rel", line + "</Rel")
    path = tmp_path / "inconnu.docx"
    path.write_bytes(zipped(parts))
    with ADAPTER.open(path, options=READING) as source:
        unread = [each for each in source.read() if isinstance(each, Unread)]
    assert unread == [Unread("word/inconnu.dat", "unread.part")]
