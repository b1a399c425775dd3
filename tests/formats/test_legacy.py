"""Old formats: converted where an office suite is there, else refused in one sentence."""

import shutil
from pathlib import Path

import pytest

from redactor.formats.errors import NeedsOffice
from redactor.formats.legacy import RTF
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_audit, verify_copy
from redactor.text.flow import Flow
from tests.formats.docx.helpers import every_part, plan_for

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


def test_without_an_office_suite_one_sentence_says_so(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(old.parent))
    assert adapter_for(old).name == "rtf"
    with pytest.raises(NeedsOffice):
        adapter_for(old).open(old)


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
