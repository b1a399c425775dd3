"""Old formats: converted where an office suite is there, else read and never copied."""

import shutil
import subprocess
from pathlib import Path

import pytest

from redactor.formats.base import Plan
from redactor.formats.errors import NeedsOffice
from redactor.formats.legacy.source import RTF
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_audit, verify_copy
from redactor.text.flow import Channel, Flow, Unread
from tests.formats.asking import every_part, plan_for

_RTF = rb"""{\rtf1\ansi\ansicpg1252 {\info{\author auteur Brindavoine}}
{\header\pard entete Brindavoine suite\par}
\pard corps Brindavoine\b  gras\b0  d'\'e9t\'e9\par autre ligne\par}"""
needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="no office suite"
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ancien.rtf"
    path.write_bytes(_RTF)
    return path


@pytest.fixture
def no_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("no_office")
def test_without_an_office_suite_the_text_is_read_and_no_copy_is_made(
    old: Path, tmp_path: Path
) -> None:
    adapter = adapter_for(old)
    assert adapter.name == "rtf"
    with adapter.open(old) as source:
        items = list(source.read())
        assert [item.text for item in items if isinstance(item, Flow)] == [
            "corps Brindavoine gras d'été",
            "autre ligne",
        ]
        assert [item.why for item in items if isinstance(item, Unread)] == ["unread.needs-office"]
        for write in (source.write_redacted, source.write_audit):
            with pytest.raises(NeedsOffice):
                write(tmp_path / "copie.docx", Plan())
    assert not (tmp_path / "copie.docx").exists()


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize(
    ("kind", "suffix", "body"),
    [("doc", ".txt", "corps Brindavoine d'été\nautre"), ("xls", ".csv", "nom;Brindavoine\n1;2\n")],
)
def test_old_files_are_read_alike_with_and_without_a_suite(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, suffix: str, body: str
) -> None:
    made_of = tmp_path / f"piece{suffix}"
    made_of.write_text(body, encoding="utf-8")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'u').as_uri()}",
         "--convert-to", kind, "--outdir", str(tmp_path), str(made_of)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    old = tmp_path / f"piece.{kind}"
    adapter = adapter_for(old)
    assert adapter.name == kind
    out = tmp_path / f"copie{adapter.redacted_suffix}"
    with adapter.open(old) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        plan = plan_for(flows, "Brindavoine")
        source.write_redacted(out, plan)
    assert plan.occultations
    assert not any(b"Brindavoine" in data for _, data in every_part(out.read_bytes()))
    assert verify_copy(old, out, flows, plan, format=kind).sound
    monkeypatch.setenv("PATH", str(tmp_path))
    with adapter.open(old) as source:
        alone = [each.text for each in source.read() if isinstance(each, Flow)]
    shown = [each.text for each in flows if each.channel is Channel.BODY]
    assert [text for text in alone if text in shown] == shown


@pytest.mark.slow
@needs_office
def test_a_rich_text_is_redacted_as_the_word_file_made_of_it(old: Path, tmp_path: Path) -> None:
    copy, audit = tmp_path / "copie.docx", tmp_path / "audit.docx"
    with RTF.open(old) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        plan = plan_for(flows, "Brindavoine")
        assert {o.span.flow.partition("#")[0] for o in plan.occultations} >= {"word/document.xml"}
        source.write_redacted(copy, plan)
        source.write_audit(audit, plan)
    assert not any(b"Brindavoine" in data for _, data in every_part(copy.read_bytes()))
    report = verify_copy(old, copy, flows, plan, format="rtf")
    assert report.sound, report
    with RTF.open(audit) as source:
        marked = source.marked()
    assert verify_audit(old, audit, flows, plan, marked, format="rtf").sound
