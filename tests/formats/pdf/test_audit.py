"""The audit copy of a PDF: the original's own bytes, and the highlights after them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from redactor.formats.pdf import ADAPTER, saving
from redactor.release.verify import verify_audit
from redactor.text.flow import Flow
from tests.formats.pdf.build import line, page, plan_for, save

Builder = Callable[[pikepdf.Pdf], None]


def audited(path: Path, **options: str) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of the audit copy that occults « Hyacinthe », and its warnings."""
    copy = path.with_suffix(".audit.pdf")
    with ADAPTER.open(path) as source:
        plan = replace(plan_for(source, "Hyacinthe"), options=options)
        written = source.write_audit(copy, plan)
    with pikepdf.open(copy, password=options.get("audit_password", "")) as pdf:
        notes = [each for each in pdf.pages[0].get("/Annots", []) if "/RDTR_Span" in each]
    assert len(notes) == 1
    return copy.read_bytes(), written.warnings


def signed(allowed: int | None = None) -> Builder:
    """A signed letter; `allowed`: what its author's certification still allows, if it has one."""

    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("Madame Hyacinthe Roy"))
        value = pdf.make_indirect(
            Dictionary(
                Type=Name.Sig,
                Filter=Name("/Adobe.PPKLite"),
                Contents=pikepdf.String(b"\x30\x82\x00\x01" * 8),
                ByteRange=[0, 1, 2, 3],
            )
        )
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=pikepdf.String("sceau"),
                V=value,
                Rect=[0, 0, 0, 0],
            )
        )
        pdf.pages[0].obj.Annots = Array([widget])
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), SigFlags=3)
        if allowed is not None:
            rules = Dictionary(Type=Name.TransformParams, P=allowed)
            value.Reference = Array(
                [Dictionary(TransformMethod=Name.DocMDP, TransformParams=rules)]
            )
            pdf.Root.Perms = Dictionary(DocMDP=value)

    return build


def test_the_original_stays_byte_for_byte_before_the_highlights(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, line("Madame Hyacinthe Roy")))
    original = path.read_bytes()
    copy, _ = audited(path)
    assert copy.startswith(original)
    assert len(copy) > len(original)


def test_a_signature_holds_in_the_audit_copy(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", signed())
    copy, warnings = audited(path)
    assert copy.startswith(path.read_bytes())
    assert warnings == ()


@pytest.mark.parametrize(("allowed", "broken"), [(1, True), (2, True), (3, False)])
def test_a_certification_that_forbids_notes_is_said_gone(
    tmp_path: Path, allowed: int, broken: bool
) -> None:
    _, warnings = audited(save(tmp_path / "a.pdf", signed(allowed)))
    assert ("warning.signature-gone" in warnings) is broken


def test_a_password_rewrites_the_whole_and_ends_the_signature(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", signed())
    copy, warnings = audited(path, audit_password="sésame")
    assert not copy.startswith(path.read_bytes())
    assert warnings == ("warning.signature-gone",)


def test_a_long_copy_is_written_as_it_grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(
        tmp_path / "a.pdf",
        lambda pdf: [page(pdf, line(f"Madame Hyacinthe Roy, {n}")) for n in range(5)],
    )
    monkeypatch.setattr(saving, "_APPENDED", 2)
    copy = tmp_path / "audit.pdf"
    with ADAPTER.open(path) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        plan = plan_for(source, "Hyacinthe")
        source.write_audit(copy, plan)
    data = copy.read_bytes()
    assert data.startswith(path.read_bytes())
    assert data.count(b"%%EOF") == 4, "the original's, two on the way, the last"
    with ADAPTER.open(copy) as source:
        marked = source.marked()
    assert [one.page for one in marked] == [1, 2, 3, 4, 5]
    report = verify_audit(path, copy, flows, plan, marked, format="pdf")
    assert report.sound, report
