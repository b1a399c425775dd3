"""What a profile leaves out of a Word file: changes, comments, properties, unknown parts."""

import re
from pathlib import Path

import pytest

from redactor.formats.base import Plan
from redactor.formats.docx import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Channel, Unread
from tests.formats.asking import READING, plan_for, redacted
from tests.formats.docx import sound
from tests.formats.docx.helpers import Make, body_of, flows_of, one_part, parts_of, redact
from tests.formats.docx.markup import (
    cell,
    paragraph,
    relation,
    relations,
    run,
    zipped,
)
from tests.formats.docx.torture import NAME


def test_tracked_changes_are_accepted_after_the_redaction(tortured: Path, tmp_path: Path) -> None:
    flows = flows_of(tortured)
    plan = Plan(plan_for(flows, NAME).occultations, options={"tracked_changes": "accept"})
    copy = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        written = source.write_redacted(copy, plan)
    assert "tracked-changes" in written.dropped
    assert not re.search(r"<w:(ins|del|moveFrom|moveTo|pPrChange)\b", body_of(copy))
    before = [f.text for f in flows if f.channel == Channel.BODY and "suivi" in f.text]
    after = [f.text for f in flows_of(copy) if f.channel == Channel.BODY and "suivi" in f.text]
    assert before == [f"suivi avant insere {NAME} apres"]
    assert after == ["suivi avant insere █████ apres"]
    assert sound.problems(copy) == []


def test_a_deleted_row_and_a_deleted_paragraph_end_are_accepted(simple: Make) -> None:
    when = 'w:id="9" w:author="Ada" w:date="2024-01-02T03:04:05Z"'
    row = f"<w:tr><w:trPr><w:del {when}/></w:trPr>{cell(paragraph(run('partie')))}</w:tr>"
    kept = f"<w:tr>{cell(paragraph(run('restée')))}</w:tr>"
    end = f"<w:pPr><w:rPr><w:del {when}/></w:rPr></w:pPr>"
    path = simple(
        f"<w:tbl><w:tblPr/><w:tblGrid/>{row}{kept}</w:tbl>"
        + paragraph(end, run("début "))
        + paragraph(run("et fin"))
    )
    copy = redact(path, Plan(options={"tracked_changes": "accept"}))
    assert [f.text for f in flows_of(copy)] == ["restée", "début et fin"]
    assert sound.problems(copy) == []


def test_a_range_over_deleted_text_stays_a_pair_or_goes(simple: Make) -> None:
    when = 'w:id="9" w:author="Ada" w:date="2024-01-02T03:04:05Z"'
    start = '<w:bookmarkStart w:id="{0}" w:name="repere{0}"/>'
    end = '<w:bookmarkEnd w:id="{0}"/>'
    inside = paragraph(start.format(2), run("partie"))
    row = f"<w:tr><w:trPr><w:del {when}/></w:trPr>{cell(inside)}</w:tr>"
    kept = f"<w:tr>{cell(paragraph(run('restée')))}</w:tr>"
    path = simple(
        f"<w:p><w:del {when}>{start.format(1)}<w:r><w:delText>non</w:delText></w:r></w:del>"
        f"{run('oui')}{end.format(1)}</w:p><w:tbl><w:tblPr/><w:tblGrid/>{row}{kept}</w:tbl>"
        f"<w:p>{end.format(2)}</w:p>"
    )
    assert sound.problems(path) == []
    copy = redact(path, Plan(options={"tracked_changes": "accept"}))
    assert sound.problems(copy) == []
    assert re.findall(r'w:name="(\w+)"', body_of(copy)) == ["repere1"]


def test_comments_and_properties_go_where_a_profile_says_so(tortured: Path, tmp_path: Path) -> None:
    plan = Plan(options={"comments": "remove", "properties": "drop"})
    copy = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        written = source.write_redacted(copy, plan)
    assert {"comments", "properties"} <= set(written.dropped)
    assert not [
        n for n in parts_of(copy) if "comments" in n or "people" in n or n.startswith("docProps")
    ]
    assert not re.search(r"<w:comment", body_of(copy))
    assert sound.problems(copy) == []


@pytest.mark.parametrize(
    "chosen",
    [{"tracked_changes": "accept"}, {"comments": "remove"}, {"properties": "drop"}],
)
def test_what_is_left_out_may_hold_passages(
    tortured: Path, tmp_path: Path, chosen: dict[str, str]
) -> None:
    flows = flows_of(tortured)
    plan = Plan(plan_for(flows, NAME).occultations, options=chosen)
    copy = redacted(tortured, tmp_path / "copie.docx", plan, READING)
    report = verify_copy(tortured, copy, flows, plan, format="docx", reading=READING)
    assert (report.leaks, report.changes) == ((), ())


def test_an_unknown_part_goes_where_a_profile_says_so(tmp_path: Path) -> None:
    path = one_part(tmp_path, paragraph(run("intact")))
    parts = parts_of(path)
    parts["word/_rels/document.xml.rels"] = relations(
        relation("rId1", "futur", "futur.bin")
    ).encode()
    parts["word/futur.bin"] = b"\x00\x01\x02 rien"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", b'<Default Extension="bin" ContentType="application/x-futur"/></Types>'
    )
    path.write_bytes(zipped(parts))
    out = tmp_path / "copie.docx"
    with ADAPTER.open(path) as source:
        assert [u.where for u in source.read() if isinstance(u, Unread)] == ["word/futur.bin"]
        assert source.write_redacted(out, Plan()).removed == ()
        written = source.write_redacted(out, Plan(options={"unknown_parts": "remove"}))
    assert written.removed == ("word/futur.bin",)
    assert written.dropped == ("unknown-part",)
    assert "word/futur.bin" not in parts_of(out)
    assert sound.problems(out) == []
