"""The redacted copy of a Word file, and any spans in both copies: one trap a test."""

import re
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.formats.base import Occultation, Plan
from redactor.formats.docx import ADAPTER
from redactor.text.flow import Channel, Flow, Span
from tests.formats.asking import READING, every_part, plan_for, redacted
from tests.formats.docx import sound
from tests.formats.docx.helpers import Make, audit, body_of, flows_of, one_part, parts_of, redact
from tests.formats.docx.markup import (
    paragraph,
    run,
    zipped,
)
from tests.formats.docx.torture import NAME, documents


def spans(*edges: tuple[str, int, int]) -> Plan:
    return Plan(
        tuple(Occultation(f"o{n}", Span(*edge)) for n, edge in enumerate(edges)),
    )


def test_a_name_over_three_runs_leaves_one_mark_in_the_first(simple: Make) -> None:
    path = simple(paragraph(run("M. V"), run("erd", "<w:b/>"), run("ier, agent")))
    copy = redact(path, plan_for(flows_of(path), "Verdier"))
    assert [f.text for f in flows_of(copy)] == ["M. █████, agent"]
    assert body_of(copy).index("█") < body_of(copy).index("<w:b/>")


def test_the_label_stands_in_the_place_of_the_name(simple: Make) -> None:
    path = simple(paragraph(run("M. Verdier, agent")))
    copy = redact(path, plan_for(flows_of(path), "Verdier", "[nom]"))
    assert [f.text for f in flows_of(copy)] == ["M. [nom], agent"]


def test_the_mark_has_one_length(simple: Make) -> None:
    path = simple(paragraph(run("Ng et Rakotomalala-Andrianarisoa")))
    plan = spans(("word/document.xml#0", 0, 2), ("word/document.xml#0", 6, 32))
    assert [f.text for f in flows_of(redact(path, plan))] == ["█████ et █████"]


def test_a_name_half_deleted_leaves_a_mark_in_both_readings(simple: Make) -> None:
    when = 'w:id="9" w:author="Ada" w:date="2024-01-02T03:04:05Z"'
    deletion = f"<w:del {when}><w:r><w:delText>dier</w:delText></w:r></w:del>"
    path = simple(paragraph(run("Madame Ver"), deletion, run(" dit")))
    copy = redact(path, plan_for(flows_of(path), "Verdier"))
    assert [f.text for f in flows_of(copy)] == ["Madame █████ dit", "Madame ██████████ dit", "Ada"]


def test_a_break_inside_a_name_goes_with_it(simple: Make) -> None:
    path = simple(paragraph("<w:r><w:t>Ada</w:t><w:br/><w:t>Verdier vint</w:t></w:r>"))
    copy = redact(path, spans(("word/document.xml#0", 0, 11)))
    assert [f.text for f in flows_of(copy)] == ["█████ vint"]


def test_a_lone_sign_becomes_a_mark(simple: Make) -> None:
    path = simple(paragraph('<w:r><w:t>a</w:t><w:sym w:font="X" w:char="F041"/><w:t>b</w:t></w:r>'))
    assert [f.text for f in flows_of(path)] == ["aAb"]
    copy = redact(path, spans(("word/document.xml#0", 1, 2)))
    assert [f.text for f in flows_of(copy)] == ["a█████b"]


def test_spans_that_overlap_leave_one_mark_and_both_are_applied(simple: Make) -> None:
    path = simple(paragraph(run("Ada Verdier vint")))
    plan = spans(("word/document.xml#0", 0, 11), ("word/document.xml#0", 4, 11))
    copy = path.with_name("copie.docx")
    with ADAPTER.open(path, options=READING) as source:
        written = source.write_redacted(copy, plan)
    assert [f.text for f in flows_of(copy)] == ["█████ vint"]
    assert [a.id for a in written.applied] == ["o0", "o1"]


def test_white_space_at_the_ends_of_a_run_stays(simple: Make) -> None:
    path = simple(paragraph("<w:r><w:t>Verdier</w:t></w:r>", run(" et Ada")))
    plan = spans(("word/document.xml#0", 1, 7))
    copy = redact(path, plan)
    assert [f.text for f in flows_of(copy)] == ["V█████ et Ada"]
    path = simple(paragraph("<w:r><w:t>a Verdier</w:t></w:r>"))
    copy = redact(path, Plan((Occultation("o", Span("word/document.xml#0", 2, 9), " "),)))
    assert 'xml:space="preserve"' in body_of(copy)


def test_two_bookmarks_that_become_equal_stay_two(simple: Make) -> None:
    def marked(number: int, called: str) -> str:
        start = f'<w:bookmarkStart w:id="{number}" w:name="{called}"/>'
        link = f'<w:hyperlink w:anchor="{called}">{run("ici")}</w:hyperlink>'
        return paragraph(start, run("a"), f'<w:bookmarkEnd w:id="{number}"/>', link)

    path = simple(marked(1, "Verdier") + marked(2, "Vernet"))
    flows = flows_of(path)
    plan = plan_for(flows, "Verdier").occultations + plan_for(flows, "Vernet").occultations
    copy = redact(path, Plan(tuple(Occultation(f"{n}", o.span) for n, o in enumerate(plan))))
    assert sound.problems(copy) == []
    names = re.findall(r'w:name="(\w+)"', body_of(copy))
    assert names == ["occulte", "occulte2"]
    assert re.findall(r'w:anchor="(\w+)"', body_of(copy)) == names


def test_nothing_to_occult_gives_the_same_parts(simple: Make) -> None:
    path = simple(paragraph(run("Rien à occulter")))
    copy = redact(path, Plan())
    assert list(parts_of(copy).items()) == list(parts_of(path).items())


def test_a_copy_bears_no_date_and_no_comment(tortured: Path, tmp_path: Path) -> None:
    copy = redacted(tortured, tmp_path / "copie.docx", Plan(), READING)
    with zipfile.ZipFile(tortured) as archive:
        assert archive.comment
    with zipfile.ZipFile(copy) as archive:
        assert archive.comment == b""
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(i.extra or i.comment for i in archive.infolist())


def test_a_part_named_after_a_person_is_renamed_with_what_points_to_it(tmp_path: Path) -> None:
    parts = documents()
    parts["word/media/photo Brindavoine.png"] = parts.pop("word/media/image1.png")
    rels = str(parts["word/_rels/document.xml.rels"])
    rels = rels.replace("media/image1.png", "media/photo%20Brindavoine.png")
    parts["word/_rels/document.xml.rels"] = rels
    path = tmp_path / "photo.docx"
    path.write_bytes(zipped(parts))
    assert sound.problems(path) == []
    flows = flows_of(path)
    assert "photo Brindavoine.png" in [f.text for f in flows if f.channel == Channel.FILENAME]
    copy = redact(path, plan_for(flows, NAME))
    assert sound.problems(copy) == []
    assert "word/media/photo occulte.png" in parts_of(copy)


def test_a_number_goes_with_what_holds_it(tortured: Path, tmp_path: Path) -> None:
    """A mark is no number: Excel and Word refuse a file that has one in a number's place."""
    copy = tmp_path / "copie.docx"
    flows = flows_of(tortured)
    plan = plan_for(flows, "4321")
    assert len(plan.occultations) == 2  # in the chart's cache and in the workbook behind it
    parts = dict(every_part(redacted(tortured, copy, plan, READING).read_bytes()))
    chart = parts["word/charts/chart1.xml"].decode()
    assert "</c:formatCode><c:ptCount" in chart
    assert "4321" not in chart
    sheet = parts["word/embeddings/Classeur1.xlsx!xl/worksheets/sheet1.xml"].decode()
    assert '<c r="B1"/>' in sheet


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pieces=st.lists(st.text("abé \u00a0x", min_size=1, max_size=6), min_size=1, max_size=6),
    data=st.data(),
)  # fmt: skip
def test_any_spans_of_any_runs(tmp_path: Path, pieces: list[str], data: st.DataObject) -> None:
    """Outside the spans nothing changes; the audit copy reads back as the plan."""
    path = one_part(tmp_path, paragraph(*(run(piece) for piece in pieces)))
    text = "".join(pieces)
    flow = Flow("word/document.xml#0", text)
    edge = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    chosen = data.draw(st.lists(edge, max_size=4))
    plan = spans(*((flow.id, a, b) for a, b in chosen if a < b))
    gone = [False] * len(text)
    for each in plan.occultations:
        for at in range(each.span.start, each.span.end):
            gone[at] = True
    copy = redact(path, plan)
    said = "".join(f.text for f in flows_of(copy))
    assert said.replace("█", "") == "".join(c for c, g in zip(text, gone, strict=True) if not g)
    marked = audit(path, plan)
    assert [f.text for f in flows_of(marked)][:1] == [text]
    with ADAPTER.open(marked, options=READING) as source:
        assert {(a.id, a.span) for a in source.marked()} == {
            (o.id, o.span) for o in plan.occultations
        }
    assert sound.problems(marked) == []
