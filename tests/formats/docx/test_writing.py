"""The two copies of a Word file: one trap a test."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.formats.base import Occultation, Plan
from redactor.formats.docx import ADAPTER, sound
from redactor.formats.errors import CannotRedact, Damaged, Hostile, NeedsPassword, WrongType
from redactor.release.verify import verify_copy
from redactor.text.flow import Channel, Flow, Span, Unread
from tests.formats.docx import torture
from tests.formats.docx.helpers import READING, every_part, flows_of, one_part, plan_for
from tests.formats.docx.torture import NAME, paragraph, run

Make = Callable[[str], Path]


def redact(path: Path, plan: Plan, out: str = "copie.docx") -> Path:
    copy = path.with_name(out)
    with ADAPTER.open(path, options=READING) as source:
        source.write_redacted(copy, plan)
    return copy


def audit(path: Path, plan: Plan) -> Path:
    copy = path.with_name("audit.docx")
    with ADAPTER.open(path, options=READING) as source:
        source.write_audit(copy, plan)
    return copy


def redact_to(path: Path, plan: Plan, copy: Path) -> dict[str, bytes]:
    with ADAPTER.open(path, options=READING) as source:
        source.write_redacted(copy, plan)
    return {name: data.partition(b"\n")[2] for name, data in every_part(copy.read_bytes())}


def body_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml").decode()


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
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy) as after:
        assert before.namelist() == after.namelist()
        assert all(before.read(name) == after.read(name) for name in before.namelist())


def test_a_copy_bears_no_date_and_no_comment(tortured: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        source.write_redacted(copy, Plan())
    with zipfile.ZipFile(tortured) as archive:
        assert archive.comment
    with zipfile.ZipFile(copy) as archive:
        assert archive.comment == b""
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any(i.extra or i.comment for i in archive.infolist())


def test_an_unknown_part_that_holds_the_name_stops_the_export(tmp_path: Path) -> None:
    for content in ("Verdier", "VERDIER", "verdier"):
        for encoding in ("utf-8", "utf-16-le"):
            parts = torture.documents()
            parts["word/inconnu.dat"] = b"\x00\x01" + content.encode(encoding) + b"\x02"
            rels = str(parts["word/_rels/document.xml.rels"])
            line = torture.relation("rIdX", "http://exemple.fr/inconnu", "inconnu.dat")
            parts["word/_rels/document.xml.rels"] = rels.replace("</Rel", line + "</Rel")
            parts["word/document.xml"] = torture.document(paragraph(run("M. Verdier")))
            path = tmp_path / "inconnu.docx"
            path.write_bytes(torture.zipped(parts))
            with pytest.raises(CannotRedact) as caught:
                redact(path, plan_for(flows_of(path), "Verdier"))
            assert caught.value.facts == {"where": "word/inconnu.dat"}
            assert not (tmp_path / "copie.docx").exists()


def test_a_malformed_part_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    parts = torture.documents()
    parts["word/footer1.xml"] = "<w:ftr><w:p></w:ftr>"
    path = tmp_path / "casse.docx"
    path.write_bytes(torture.zipped(parts))
    with pytest.raises(Damaged) as caught:
        redact(path, Plan())
    assert caught.value.facts == {"where": "word/footer1.xml"}
    assert not (tmp_path / "copie.docx").exists()


def test_entities_are_refused(simple: Make, tmp_path: Path) -> None:
    body = torture.document(paragraph(run("&b;")))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": torture.types_of("word/document.xml"),
        "_rels/.rels": torture.relations(
            torture.relation("rId1", "officeDocument", "word/document.xml")
        ),
        "word/document.xml": body.replace("<w:doc", bomb + "<w:doc", 1),
    }
    path = tmp_path / "entites.docx"
    path.write_bytes(torture.zipped(parts))
    with pytest.raises(Hostile):
        flows_of(path)


def test_a_workbook_named_docx_is_not_word(tmp_path: Path) -> None:
    path = tmp_path / "classeur.docx"
    path.write_bytes(torture.book())
    with pytest.raises(WrongType):
        ADAPTER.open(path, options=READING)


def test_a_document_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "protege.docx"
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    path.write_bytes(container + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert ADAPTER.recognises(path, path.read_bytes()[:64])
    with pytest.raises(NeedsPassword):
        ADAPTER.open(path, options=READING)


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
    parts: dict[str, str | bytes] = {}
    with zipfile.ZipFile(copy) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = body_of(copy).replace('w:val="yellow"', 'w:val="none"')
    copy.write_bytes(torture.zipped(parts))
    with ADAPTER.open(copy, options=READING) as source:
        assert source.marked() == []


def test_formatting_stays_under_the_yellow(simple: Make) -> None:
    path = simple(paragraph(run("Madame Verdier", '<w:b/><w:u w:val="single"/>')))
    copy = audit(path, plan_for(flows_of(path), "Verdier"))
    assert '<w:b/><w:highlight w:val="yellow"/><w:u w:val="single"/>' in body_of(copy)
    assert sound.problems(copy) == []


def test_a_part_named_after_a_person_is_renamed_with_what_points_to_it(tmp_path: Path) -> None:
    parts = torture.documents()
    parts["word/media/photo Brindavoine.png"] = parts.pop("word/media/image1.png")
    rels = str(parts["word/_rels/document.xml.rels"])
    rels = rels.replace("media/image1.png", "media/photo%20Brindavoine.png")
    parts["word/_rels/document.xml.rels"] = rels
    path = tmp_path / "photo.docx"
    path.write_bytes(torture.zipped(parts))
    assert sound.problems(path) == []
    flows = flows_of(path)
    assert "photo Brindavoine.png" in [f.text for f in flows if f.channel == Channel.FILENAME]
    copy = redact(path, plan_for(flows, torture.NAME))
    assert sound.problems(copy) == []
    with zipfile.ZipFile(copy) as archive:
        assert "word/media/photo occulte.png" in archive.namelist()


def test_tracked_changes_are_accepted_after_the_redaction(tortured: Path, tmp_path: Path) -> None:
    flows = flows_of(tortured)
    plan = Plan(plan_for(flows, torture.NAME).occultations, options={"tracked_changes": "accept"})
    copy = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        written = source.write_redacted(copy, plan)
    assert "tracked-changes" in written.dropped
    assert not re.search(r"<w:(ins|del|moveFrom|moveTo|pPrChange)\b", body_of(copy))
    before = [f.text for f in flows if f.channel == Channel.BODY and "suivi" in f.text]
    after = [f.text for f in flows_of(copy) if f.channel == Channel.BODY and "suivi" in f.text]
    assert before == [f"suivi avant insere {torture.NAME} apres"]
    assert after == ["suivi avant insere █████ apres"]
    assert sound.problems(copy) == []


def test_a_deleted_row_and_a_deleted_paragraph_end_are_accepted(simple: Make) -> None:
    when = 'w:id="9" w:author="Ada" w:date="2024-01-02T03:04:05Z"'
    row = f"<w:tr><w:trPr><w:del {when}/></w:trPr>{torture.cell(paragraph(run('partie')))}</w:tr>"
    kept = f"<w:tr>{torture.cell(paragraph(run('restée')))}</w:tr>"
    end = f"<w:pPr><w:rPr><w:del {when}/></w:rPr></w:pPr>"
    path = simple(
        f"<w:tbl><w:tblPr/><w:tblGrid/>{row}{kept}</w:tbl>"
        + paragraph(end, run("début "))
        + paragraph(run("et fin"))
    )
    copy = redact(path, Plan(options={"tracked_changes": "accept"}))
    assert [f.text for f in flows_of(copy)] == ["restée", "début et fin"]
    assert sound.problems(copy) == []


def test_comments_and_properties_go_where_a_profile_says_so(tortured: Path, tmp_path: Path) -> None:
    plan = Plan(options={"comments": "remove", "properties": "drop"})
    copy = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        written = source.write_redacted(copy, plan)
    assert {"comments", "properties"} <= set(written.dropped)
    with zipfile.ZipFile(copy) as archive:
        names = archive.namelist()
    assert not [n for n in names if "comments" in n or "people" in n or n.startswith("docProps")]
    assert not re.search(r"<w:comment", body_of(copy))
    assert sound.problems(copy) == []


def test_a_range_over_deleted_text_stays_a_pair_or_goes(simple: Make) -> None:
    when = 'w:id="9" w:author="Ada" w:date="2024-01-02T03:04:05Z"'
    start = '<w:bookmarkStart w:id="{0}" w:name="repere{0}"/>'
    end = '<w:bookmarkEnd w:id="{0}"/>'
    inside = paragraph(start.format(2), run("partie"))
    row = f"<w:tr><w:trPr><w:del {when}/></w:trPr>{torture.cell(inside)}</w:tr>"
    kept = f"<w:tr>{torture.cell(paragraph(run('restée')))}</w:tr>"
    path = simple(
        f"<w:p><w:del {when}>{start.format(1)}<w:r><w:delText>non</w:delText></w:r></w:del>"
        f"{run('oui')}{end.format(1)}</w:p><w:tbl><w:tblPr/><w:tblGrid/>{row}{kept}</w:tbl>"
        f"<w:p>{end.format(2)}</w:p>"
    )
    assert sound.problems(path) == []
    copy = redact(path, Plan(options={"tracked_changes": "accept"}))
    assert sound.problems(copy) == []
    assert re.findall(r'w:name="(\w+)"', body_of(copy)) == ["repere1"]


@pytest.mark.parametrize(
    "chosen",
    [{"tracked_changes": "accept"}, {"comments": "remove"}, {"properties": "drop"}],
)
def test_what_is_left_out_may_hold_passages(
    tortured: Path, tmp_path: Path, chosen: dict[str, str]
) -> None:
    flows = flows_of(tortured)
    plan = Plan(plan_for(flows, torture.NAME).occultations, options=chosen)
    copy = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        source.write_redacted(copy, plan)
    report = verify_copy(tortured, copy, flows, plan, format="docx", reading=READING)
    assert (report.leaks, report.changes) == ((), ())


def test_a_number_goes_with_what_holds_it(tortured: Path, tmp_path: Path) -> None:
    """A mark is no number: Excel and Word refuse a file that has one in a number's place."""
    copy = tmp_path / "copie.docx"
    flows = flows_of(tortured)
    plan = plan_for(flows, "4321")
    assert len(plan.occultations) == 2  # in the chart's cache and in the workbook behind it
    redacted = redact_to(tortured, plan, copy)
    chart = redacted["word/charts/chart1.xml"].decode()
    assert "</c:formatCode><c:ptCount" in chart
    assert "4321" not in chart
    sheet = redacted["word/embeddings/Classeur1.xlsx!xl/worksheets/sheet1.xml"].decode()
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


def test_an_unknown_part_goes_where_a_profile_says_so(tmp_path: Path) -> None:
    path = one_part(tmp_path, torture.paragraph(torture.run("intact")))
    parts = dict(_parts(path))
    parts["word/_rels/document.xml.rels"] = torture.relations(
        torture.relation("rId1", "futur", "futur.bin")
    ).encode()
    parts["word/futur.bin"] = b"\x00\x01\x02 rien"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", b'<Default Extension="bin" ContentType="application/x-futur"/></Types>'
    )
    path.write_bytes(torture.zipped(dict(parts)))
    out = tmp_path / "copie.docx"
    with ADAPTER.open(path) as source:
        assert [u.where for u in source.read() if isinstance(u, Unread)] == ["word/futur.bin"]
        assert source.write_redacted(out, Plan()).removed == ()
        written = source.write_redacted(out, Plan(options={"unknown_parts": "remove"}))
    assert written.removed == ("word/futur.bin",)
    assert written.dropped == ("unknown-part",)
    assert "word/futur.bin" not in dict(_parts(out))
    assert sound.problems(out) == []


def test_grounds_stand_beside_the_text_as_comments(tortured: Path, tmp_path: Path) -> None:
    """With the comments that are there, and where there was none."""
    bare = one_part(tmp_path, torture.paragraph(torture.run(f"corps {NAME} suite")))
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


def _parts(path: Path) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]
