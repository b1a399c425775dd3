"""Outlook's own files: each place of a message is read, and in the copy the name is in none."""

import email
import email.policy
from pathlib import Path

import olefile
import pytest

from redactor.release.verify import verify_copy
from redactor.text.flow import Flow
from tests.formats.asking import assert_audited, flows_of, leaving, plan_for, redacted, tags_of
from tests.formats.mail import outlook
from tests.formats.mail.helpers import holding
from tests.formats.mail.torture import NAME


@pytest.fixture(scope="module")
def tortured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("msg")
    return outlook.build(folder / "torture.msg", folder)


@pytest.fixture(scope="module")
def flows(tortured: Path) -> list[Flow]:
    return flows_of(tortured)


def test_the_file_is_a_trap(tortured: Path) -> None:
    with olefile.OleFileIO(tortured) as compound:
        assert not compound.parsing_issues
        held = [
            path
            for path in compound.listdir()
            if NAME.encode("utf-16-le") in compound.openstream(path).read()
        ]
    assert len(held) > 30


def test_every_channel_is_read(flows: list[Flow]) -> None:
    assert tags_of(flows, NAME).keys() >= outlook.TAGS
    said = " ".join(flow.text for flow in flows)
    places = ("poste-", "second-", "expediteur.", "copie.", "cci-cache.", "piece-", "lien/")
    assert not [place for place in (*places, "classe-") if place + NAME not in said]


def test_the_copy_holds_the_name_in_no_byte_and_the_rest(
    tortured: Path, flows: list[Flow], tmp_path: Path
) -> None:
    plan = plan_for(flows, NAME)
    copy = redacted(tortured, tmp_path / "copy.eml", plan)
    assert holding(copy.read_bytes()) == []
    assert verify_copy(tortured, copy, flows, plan, format="msg").sound
    message = email.message_from_bytes(copy.read_bytes(), policy=email.policy.default)
    assert str(message["Subject"]).startswith("entete-objet")
    assert len(message.get_all("Received", [])) == 2
    files = [part.get_filename() for part in message.iter_attachments()]
    assert files[1:] == ["photo.png", "interne-nom occulte.eml", "suivi.eml"]


@pytest.mark.parametrize("tag", ["categorie", "interne-corps", "corps-html"])
def test_each_place_left_is_a_leak(
    tortured: Path, flows: list[Flow], tmp_path: Path, tag: str
) -> None:
    whole = plan_for(flows, NAME)
    copy = redacted(tortured, tmp_path / "copy.eml", leaving(whole, flows, tag))
    assert verify_copy(tortured, copy, flows, whole, format="msg").leaks


def test_the_audit_page_shows_the_same_spans(
    tortured: Path, flows: list[Flow], tmp_path: Path
) -> None:
    assert_audited(tortured, tmp_path / "audit.html", plan_for(flows, NAME), flows)
