"""Files inside a PDF go from its copy; where they are kept, they are redacted by their format."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest

from redactor.formats.base import Written
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Flow
from tests.formats.pdf.build import attached, line, page, plan_for, save

NAME = "Zephirine"


def text() -> bytes:
    return f"Vu avec {NAME} le 3 mai.".encode()


def word() -> bytes:
    data = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(f"Vu avec {NAME} le 3 mai.")
    document.save(data)
    return data.getvalue()


def pdf() -> bytes:
    data = io.BytesIO()
    with pikepdf.new() as inner:
        page(inner, line(f"Vu avec {NAME} le 3 mai."))
        inner.save(data)
    return data.getvalue()


FILES = {"notes.txt": text, "notes.docx": word, "notes.pdf": pdf}


def with_attachment(path: Path, name: str, data: bytes) -> Path:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("Texte ordinaire."))
        pdf.attachments[name] = attached(pdf, data, name)

    return save(path, build)


def write(path: Path, out: Path, keep: bool) -> Written:
    with ADAPTER.open(path) as source:
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        options = {"keep_attachments": "yes"} if keep else {}
        plan = replace(plan_for(source, NAME), options=options)
        written = source.write_redacted(out, plan)
    report = verify_copy(path, out, flows, plan, format="pdf")
    assert report.sound, report
    return written


@pytest.mark.parametrize("name", FILES)
def test_a_kept_attachment_is_redacted_inside(name: str, tmp_path: Path) -> None:
    path = with_attachment(tmp_path / "a.pdf", name, FILES[name]())
    write(path, tmp_path / "r.pdf", keep=True)
    with pikepdf.open(tmp_path / "r.pdf") as copy:
        data = copy.attachments[name].get_file().read_bytes()
    inner = tmp_path / f"inner{Path(name).suffix}"
    inner.write_bytes(data)
    from redactor.formats.registry import adapter_for

    with adapter_for(inner).open(inner) as source:
        said = " ".join(flow.text for flow in source.read() if isinstance(flow, Flow))
    assert NAME not in said
    assert "Vu avec" in said
    assert "le 3 mai." in said


@pytest.mark.parametrize("keep", [False, True])
def test_what_no_format_reads_goes(keep: bool, tmp_path: Path) -> None:
    path = with_attachment(tmp_path / "a.pdf", "cv.bin", b"\0\1\2" + text())
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = NAME
        pdf.save(path)
    assert "attachment" in write(path, tmp_path / "r.pdf", keep).dropped
    assert text() not in (tmp_path / "r.pdf").read_bytes()
    with pikepdf.open(tmp_path / "r.pdf") as copy:
        assert all("/EF" not in each.obj for each in copy.attachments.values())


def test_a_file_that_holds_itself_is_read_a_few_times_only(tmp_path: Path) -> None:
    path = with_attachment(tmp_path / "0.pdf", "a.txt", text())
    for depth in range(1, 8):
        path = with_attachment(tmp_path / f"{depth}.pdf", "a.pdf", path.read_bytes())
    with ADAPTER.open(path) as source:
        ids = [flow.id for flow in source.read() if isinstance(flow, Flow)]
    assert max(flow.count("attachment.") for flow in ids) <= 4
