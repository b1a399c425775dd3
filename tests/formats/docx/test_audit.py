"""The yellow of a Word file's audit copy, and the grounds beside it."""

from dataclasses import replace
from pathlib import Path

from redactor.formats.docx import ADAPTER
from redactor.text.flow import Channel
from tests.formats.asking import READING, plan_for
from tests.formats.docx import sound
from tests.formats.docx.helpers import Make, audit, body_of, flows_of, one_part, parts_of
from tests.formats.docx.markup import paragraph, run, zipped
from tests.formats.docx.torture import NAME


def test_the_authors_own_yellow_is_not_ours(simple: Make) -> None:
    yellow = '<w:highlight w:val="yellow"/>'
    path = simple(paragraph(run("déjà jaune Verdier", yellow), run(" et Vernet")))
    plan = plan_for(flows_of(path), "Verdier")
    copy = audit(path, plan)
    with ADAPTER.open(copy, options=READING) as source:
        assert [a.span for a in source.marked()] == [o.span for o in plan.occultations]
    assert body_of(copy).count(yellow) == 2  # cut in two, both still yellow
    assert next(f.text for f in flows_of(copy)) == "déjà jaune Verdier et Vernet"


def test_a_mark_without_yellow_is_not_read_back(simple: Make) -> None:
    path = simple(paragraph(run("Madame Verdier")))
    copy = audit(path, plan_for(flows_of(path), "Verdier"))
    parts = parts_of(copy)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'"yellow"', b'"none"')
    copy.write_bytes(zipped(parts))
    with ADAPTER.open(copy, options=READING) as source:
        assert source.marked() == []


def test_formatting_stays_under_the_yellow(simple: Make) -> None:
    path = simple(paragraph(run("Madame Verdier", '<w:b/><w:u w:val="single"/>')))
    copy = audit(path, plan_for(flows_of(path), "Verdier"))
    assert '<w:b/><w:highlight w:val="yellow"/><w:u w:val="single"/>' in body_of(copy)
    assert sound.problems(copy) == []


def test_grounds_stand_beside_the_text_as_comments(tortured: Path, tmp_path: Path) -> None:
    """With the comments that are there, and where there was none."""
    bare = one_part(tmp_path, paragraph(run(f"corps {NAME} suite")))
    for path in (tortured, bare):
        out = tmp_path / f"audit-{path.name}"
        plan = replace(plan_for(flows_of(path), NAME), options={"audit_notes": "comments"})
        with ADAPTER.open(path, options=READING) as source:
            source.write_audit(out, plan)
        with ADAPTER.open(out) as source:
            marked = source.marked()
        assert {(a.id, a.span) for a in marked} == {(o.id, o.span) for o in plan.occultations}
        assert sound.problems(out) == []
        said = [flow.text for flow in flows_of(out) if flow.channel is Channel.COMMENT]
        assert "motif" in said
