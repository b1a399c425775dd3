"""Saved web pages: read as they are shown, edited in their source."""

import base64
import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from redactor.formats.base import Plan
from redactor.formats.html import ADAPTER
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_copy
from redactor.text.flow import Channel, Kind, Unread
from tests.formats.asking import assert_audited, flows_of, plan_for, redacted

NAME = "Brindavoine"
_PAGE = f"""<!DOCTYPE html>
<html><head><title>Note {NAME}</title><meta name="author" content="Ren&eacute; {NAME}">
<style>p.{NAME} {{ color: red }}</style></head>
<body class="{NAME} x"><h1>R\xe9union</h1>
<p>Vu <b>Brin</b>davoine, <span style="font-family:{NAME}">l\xe0</span></p>
<!-- {NAME} --><a href="mailto:{NAME}@exemple.fr" onclick="f('{NAME}')">ici</a>
<script>var d = "{NAME}"</script><table><tr><td>{NAME}</td><td>reste</td></tr></table>
</body></html>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(_PAGE.replace("\n", "\r\n").encode("cp1252"))
    return path


def test_a_name_cut_by_a_tag_is_read_whole(page: Path) -> None:
    assert NAME not in "Vu <b>Brin</b>davoine"
    assert f"Vu {NAME}, là" in [flow.text for flow in flows_of(page)]


def test_every_place_is_told_by_its_channel(page: Path) -> None:
    told = {flow.channel for flow in flows_of(page) if NAME in flow.text}
    assert told == {
        Channel.BODY,
        Channel.METADATA,
        Channel.LINK,
        Channel.HIDDEN,
        Channel.SCRIPT,
        Channel.STRUCTURE,
    }


def test_the_copy_holds_the_name_nowhere_and_all_else_to_the_letter(
    page: Path, tmp_path: Path
) -> None:
    flows = flows_of(page)
    plan = plan_for(flows, NAME)
    out = tmp_path / "copie.html"
    with ADAPTER.open(page) as source:
        source.write_redacted(out, plan)
    said = out.read_bytes().decode("cp1252")
    assert NAME not in said
    assert "davoine" not in said
    assert "<h1>Réunion</h1>\r\n" in said
    assert "<td>reste</td>" in said
    assert verify_copy(page, out, flows, plan, format="html").sound


def test_a_name_that_is_left_is_a_leak(page: Path, tmp_path: Path) -> None:
    flows = flows_of(page)
    plan = plan_for(flows, NAME)
    assert len(plan.occultations) > 6
    out = tmp_path / "copie.html"
    for left in plan.occultations:
        with ADAPTER.open(page) as source:
            source.write_redacted(out, Plan(tuple(o for o in plan.occultations if o != left)))
        assert verify_copy(page, out, flows, plan, format="html").leaks, left


def test_nothing_to_occult_leaves_the_bytes(page: Path, tmp_path: Path) -> None:
    with ADAPTER.open(page) as source:
        source.write_redacted(tmp_path / "copie.html", Plan())
    assert (tmp_path / "copie.html").read_bytes() == page.read_bytes()


def test_the_audit_page_marks_the_same_spans(page: Path, tmp_path: Path) -> None:
    flows = flows_of(page)
    plan = plan_for(flows, NAME)
    audit = tmp_path / "audit.html"
    assert_audited(page, audit, plan, flows)
    assert adapter_for(audit).name == "html"


def test_the_pages_of_others_carry_no_marks(page: Path) -> None:
    with ADAPTER.open(page) as source:
        assert source.marked() == ()


def test_what_a_picture_in_an_address_says_beside_its_pixels_goes(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = NAME
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(out, "JPEG", exif=exif)
    assert NAME.encode() in out.getvalue(), "a trap"
    address = f"data:image/jpeg;base64,{base64.b64encode(out.getvalue()).decode()}"
    page = tmp_path / "photo.html"
    page.write_text(f'<p>x</p><div style="background:url({address})">y</div>', encoding="utf-8")
    flows = flows_of(page)
    plan = plan_for(flows, NAME)
    assert [flow.place for flow in flows if NAME in flow.text] == ["data-0 · Artist"]
    copy = tmp_path / "copie.html"
    with ADAPTER.open(page) as source:
        assert source.write_redacted(copy, plan).dropped == ("image-metadata",)
    assert verify_copy(page, copy, flows, plan, format="html").sound
    assert verify_copy(page, page, flows, plan, format="html").leaks


def test_a_file_in_an_address_that_no_format_reads_is_told(tmp_path: Path) -> None:
    page = tmp_path / "lien.html"
    page.write_text('<a href="data:application/pdf;base64,JVBERi0=">acte</a>', encoding="utf-8")
    with ADAPTER.open(page) as source:
        unread = [each for each in source.read() if isinstance(each, Unread)]
    assert unread == [Unread("data-0 (application/pdf)", "unread.part")]


@pytest.mark.parametrize("piece", ['<a "', "<a ", "<!--", "<script>", "<style ", "<img "])
def test_a_page_of_what_never_ends_is_read_and_written(tmp_path: Path, piece: str) -> None:
    """Eighty kilobytes of tags without an end once took over forty seconds."""
    page = tmp_path / "sans-fin.html"
    page.write_text(f"<p>{NAME}</p>" + piece * 10_000, encoding="utf-8")
    flows = flows_of(page)
    plan = plan_for(flows, NAME)
    copy = redacted(page, tmp_path / "copie.html", plan)
    assert verify_copy(page, copy, flows, plan, format="html").sound


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<div>" * 12_000, "</div>" * 12_000),
        ("<div>x" * 12_000, ""),
        ("<pre>" + "mot " * 100_000, ""),
    ],
    ids=["nested", "never closed", "one long text"],
)
def test_a_deep_or_long_page_is_read_whole(tmp_path: Path, before: str, after: str) -> None:
    """Deeper than what is kept of the open elements; a text grown by letters took minutes."""
    page = tmp_path / "profonde.html"
    page.write_text(f"{before}{NAME} <i hidden>y</i>{after}", encoding="utf-8")
    flows = flows_of(page)
    plan = plan_for(flows, NAME)
    assert len(plan.occultations) == 1, "one place"
    copy = redacted(page, tmp_path / "copie.html", plan)
    assert NAME not in copy.read_text("utf-8")
    assert copy.read_text("utf-8").startswith(before)


def test_what_is_hidden_ends_with_its_element(tmp_path: Path) -> None:
    page = tmp_path / "caches.html"
    hidden = '<p style="display:none">a<b style="display:none">b</p>'
    page.write_text(f"<h2><div>{hidden}c</div></h2><ul><li>d</ul>e", encoding="utf-8")
    said = [
        (f.text, f.channel, f.kind) for f in flows_of(page) if f.channel is not Channel.STRUCTURE
    ]
    assert said == [
        ("ab", Channel.HIDDEN, Kind.VALUE),
        ("c", Channel.BODY, Kind.HEADING),
        ("d", Channel.BODY, Kind.ITEM),
        ("e", Channel.BODY, Kind.PARAGRAPH),
    ]
