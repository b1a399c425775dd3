"""Each place where a PDF can hold a name: it is read, gone from the copy, and nothing else is."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary

from redactor.formats.base import Plan
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_audit, verify_copy
from redactor.text.flow import Flow
from tests.formats.pdf.build import (
    everything,
    flows,
    form,
    line,
    page,
    plan_for,
    redact,
    save,
    texts,
)
from tests.formats.pdf.channels import BESIDE, CASES, NAME, made
from tests.formats.pdf.channels.pages import page_text
from tests.formats.pdf.channels.properties import name_of_a_resource

#: No byte spells the name: letters apart, a packed file or stream.
SPELT_OTHERWISE = {"letters_apart", "inside_an_attached_pdf", "page_of_an_earlier_revision"}


def publish(path: Path, out: Path, *words: str) -> Plan:
    """Both copies, as a release writes and verifies them."""
    redacted, audit = out / "r.pdf", out / "i.pdf"
    with ADAPTER.open(path) as source:
        read = [flow for flow in source.read() if isinstance(flow, Flow)]
        plan = replace(plan_for(source, *words), sought=words)
        assert plan.occultations, "the name is shown to nobody"
        source.write_redacted(redacted, plan)
        source.write_audit(audit, plan)
    with ADAPTER.open(audit) as source:
        marked = source.marked()
    report = verify_copy(path, redacted, read, plan, format="pdf")
    assert report.sound, report
    report = verify_audit(path, audit, read, plan, marked, format="pdf")
    assert report.sound, report
    return plan


@pytest.mark.parametrize("name", CASES)
def test_read_with_its_channel_and_gone_from_the_copy(name: str, tmp_path: Path) -> None:
    path = made(name, tmp_path / "a.pdf")
    if name not in SPELT_OTHERWISE:
        raw = path.read_bytes().decode("latin-1").lower()
        assert NAME.lower() in everything(path).lower() + raw, "the trap is not set"
    homes = [flow.channel for flow in flows(path) if NAME.lower() in flow.text.lower()]
    assert CASES[name][0] in homes
    publish(path, tmp_path, NAME)
    assert NAME.lower() not in everything(tmp_path / "r.pdf").lower()
    assert any(BESIDE in text for text in texts(tmp_path / "r.pdf"))
    with pikepdf.open(tmp_path / "r.pdf") as copy:
        assert not copy.check_pdf_syntax()


def test_a_form_that_another_page_lists_goes_there_too(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        shared = form(pdf, line(f"Forme {NAME}", 10, 10))
        for content in (b"q 1 0 0 1 72 500 cm /X Do Q ", b""):
            page(pdf, content + line(f"{BESIDE}."), XObject=Dictionary(X=shared))

    path = save(tmp_path / "a.pdf", build)
    with pikepdf.open(path) as pdf:
        assert "/X" in pdf.pages[1].obj.Resources.XObject, "the trap is not set"
    redact(path, tmp_path / "r.pdf", NAME)
    assert NAME not in everything(tmp_path / "r.pdf")
    assert sum(BESIDE in text for text in texts(tmp_path / "r.pdf")) == 2


def test_a_form_that_another_page_draws_is_not_said_unused(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        shared = form(pdf, line(f"Forme {NAME}", 10, 10))
        for content in (b"", b"q 1 0 0 1 72 500 cm /X Do Q "):
            page(pdf, content + line(f"{BESIDE}."), XObject=Dictionary(X=shared))

    found = [flow for flow in flows(save(tmp_path / "a.pdf", build)) if NAME in flow.text]
    assert [flow.page for flow in found] == [2]


def test_a_renamed_resource_is_still_drawn(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", name_of_a_resource)
    redact(path, tmp_path / "r.pdf", NAME)
    assert "Forme" in texts(tmp_path / "r.pdf")


def test_what_rdf_says_of_itself_is_no_text(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line(f"{BESIDE}."))
        packet = (
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            f'<a r:parseType="Resource">{NAME}</a></r:RDF>'
        )
        pdf.Root.Metadata = pikepdf.Stream(pdf, packet.encode())
        pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML

    said = texts(save(tmp_path / "a.pdf", build))
    assert NAME in said
    assert "Resource" not in said


def test_the_copy_names_no_engine(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", page_text)
    redact(path, tmp_path / "r.pdf", NAME)
    assert "mupdf" not in everything(tmp_path / "r.pdf").lower()
    with pikepdf.open(tmp_path / "r.pdf") as copy:
        assert not copy.check_pdf_syntax()
        assert not copy.trailer.get("/Info", {})
