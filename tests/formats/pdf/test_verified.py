"""Each place where the verifier looks for a leak: what it would catch, the writer takes out."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from redactor.formats.base import Occultation, Plan
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow, Span
from redactor.text.fold import Finder
from tests.release.verify import pdf_files as files
from tests.release.verify.pdf_document_places import DOCUMENT
from tests.release.verify.pdf_page_places import PAGE
from tests.release.verify.pdf_stray_bytes import RAW

#: Their name is not spelt as such in any flow (or lies outside the document): no copy has it.
NOT_SPELT = {"backwards", "letter_spaced", "letter_by_letter", "signature"}
#: Read by the caller, through the format of what is attached.
ATTACHED = {"attachment", "attached_package", "attached_pdf"}


def _name(function: Callable[..., object]) -> str:
    return function.__name__


def _plan(flows: list[Flow]) -> Plan:
    finder = Finder({"name": files.NAME})
    spans = [Span(f.id, low, high) for f in flows for _, low, high in finder.find(f.text)]
    return Plan(tuple(Occultation(f"o{n}", span, "[nom]") for n, span in enumerate(spans)))


@pytest.mark.parametrize("inject", [*PAGE, *DOCUMENT], ids=_name)
def test_the_copy_passes_verification(tmp_path: Path, inject: files.Inject) -> None:
    original = tmp_path / "original.pdf"
    files.base(original, redacted=False)
    with pikepdf.open(original, allow_overwriting_input=True) as pdf:
        inject(pdf, files.NAME)
        pdf.save(original)
    with ADAPTER.open(original) as source:
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        plan = _plan(flows)
        if inject.__name__ not in NOT_SPELT | ATTACHED | {"javascript_stream"}:
            assert len(plan.occultations) > 1, "the name is shown to nobody"
        source.write_redacted(tmp_path / "copy.pdf", plan)
    report = verify_copy(original, tmp_path / "copy.pdf", flows, plan, format="pdf")
    assert report.sound, report


@pytest.mark.parametrize("leave", RAW, ids=_name)
def test_stray_bytes_are_not_copied(tmp_path: Path, leave: Callable[[Path, str], None]) -> None:
    original = tmp_path / "original.pdf"
    files.base(original, redacted=False)
    leave(original, files.NAME)
    with ADAPTER.open(original) as source:
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        plan = _plan(flows)
        source.write_redacted(tmp_path / "copy.pdf", plan)
    report = verify_copy(original, tmp_path / "copy.pdf", flows, plan, format="pdf")
    assert report.sound, report
