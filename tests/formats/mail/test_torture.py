"""A name in every place of a message: each is read, and in the copy it is nowhere."""

import email
import email.policy
import io
import re
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pymupdf
import pytest

from redactor.formats.base import Plan
from redactor.formats.mail import MAIL
from redactor.release.verify import verify_copy
from redactor.text.flow import Channel
from tests.formats.asking import (
    assert_audited,
    every_part,
    flows_of,
    leaving,
    plan_for,
    redacted,
    tags_of,
)
from tests.formats.mail import torture
from tests.formats.mail.helpers import holding
from tests.formats.mail.torture import NAME

#: One place of each kind; to leave each of them would say no more and take half a minute.
_LEFT = """objet a-destinataire entete-x preambule corps-texte corps-html script commentaire-html
infobulle cite description exif interne-corps note-bas prop-auteur recu. lien/ piece-""".split()


@pytest.fixture(scope="session")
def tortured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eml")
    return torture.build(folder / "torture.eml", folder)


def test_the_file_is_a_trap(tortured: Path) -> None:
    found = holding(tortured.read_bytes())
    assert {"bytes", "headers 0", "part 2", "part 3", "content.xml", "meta.xml"} <= set(found)


def test_every_channel_is_read(tortured: Path) -> None:
    said = " ".join(flow.text for flow in flows_of(tortured))
    assert torture.TAGS - set(re.findall(rf"([\w-]+) {NAME}", said)) == set()
    for wanted in ("retour.", "recu.", "poste-", "msgid.", "ref.", "piece-", "lien/", "qui="):
        assert f"{wanted}{NAME}" in said


def test_channels_are_told_apart(tortured: Path) -> None:
    seen = tags_of(flows_of(tortured), NAME)
    expected = {
        "objet": Channel.HEADER,
        "cci": Channel.HEADER,
        "entete-x": Channel.METADATA,
        "corps-texte": Channel.BODY,
        "corps-html": Channel.BODY,
        "cache": Channel.HIDDEN,
        "commentaire-html": Channel.HIDDEN,
        "script": Channel.SCRIPT,
        "infobulle": Channel.STRUCTURE,
        "corps": Channel.ATTACHMENT,
        "interne-corps": Channel.BODY,
    }
    assert {tag: seen[tag] for tag in expected} == expected


def test_the_copy_holds_the_name_in_no_byte(tortured: Path, tmp_path: Path) -> None:
    plan = plan_for(flows_of(tortured), NAME)
    copy = redacted(tortured, tmp_path / "copie.eml", plan)
    assert holding(copy.read_bytes()) == []


def test_the_rest_of_the_message_is_still_there(tortured: Path, tmp_path: Path) -> None:
    plan = plan_for(flows_of(tortured), NAME)
    copy = redacted(tortured, tmp_path / "copie.eml", plan)
    message = email.message_from_bytes(copy.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert message["Subject"] == "objet █████ de la réunion"
    assert message["From"].addresses[0].addr_spec == "de@exemple.fr"
    assert [a.addr_spec for a in message["To"].addresses] == ["a@exemple.fr", "b@exemple.fr"]
    assert message["To"].addresses[1].display_name == "René Autre"
    html = message.get_body(("html",))
    assert html is not None
    page = html.get_content()
    assert (
        "<p>corps-html &#9608;&#9608;&#9608;&#9608;&#9608;<b></b> suite &eacute;t&eacute;<br>"
        in page
    )
    assert "pixel.example" not in page
    text = message.get_body(("plain",))
    assert text is not None
    assert "corps-texte █████ suite d'été" in text.get_content()
    attached = next(p for p in message.walk() if p.get_filename() == "piece-occulte.odt")
    payload = attached.get_payload(decode=True)
    assert isinstance(payload, bytes)
    with zipfile.ZipFile(io.BytesIO(payload)) as archive:
        assert "corps █████ suite" in archive.read("content.xml").decode()


def test_the_verification_accepts_the_copy(tortured: Path, tmp_path: Path) -> None:
    flows = flows_of(tortured)
    plan = plan_for(flows, NAME)
    copy = redacted(tortured, tmp_path / "copie.eml", plan)
    report = verify_copy(tortured, copy, flows, plan, format="eml")
    assert report.sound, report


@pytest.mark.parametrize("tag", _LEFT)
def test_each_place_left_is_a_leak(tortured: Path, tmp_path: Path, tag: str) -> None:
    flows = flows_of(tortured)
    plan = plan_for(flows, NAME)
    copy = redacted(tortured, tmp_path / "copie.eml", leaving(plan, flows, tag))
    report = verify_copy(tortured, copy, flows, plan, format="eml")
    if tag == "exif":  # never enters a copy, whatever is planned
        assert report.sound
    else:
        assert report.leaks, tag


def test_the_audit_page_shows_the_same_spans(tortured: Path, tmp_path: Path) -> None:
    flows = flows_of(tortured)
    assert_audited(tortured, tmp_path / "audit.html", plan_for(flows, NAME), flows)


def test_the_audit_page_loads_nothing(tortured: Path, tmp_path: Path) -> None:
    out = tmp_path / "audit.html"
    with MAIL.open(tortured) as source:
        source.write_audit(out, Plan())
    page = out.read_text()
    assert re.search(r"<(img|script|link|iframe)\b", page) is None
    assert re.findall(r'(?:src|href)="(?!data:)', page) == []


def _as_pdf(path: Path, out: Path, plan: Plan) -> Path:
    return redacted(path, out, replace(plan, options={"mail": "pdf"}))


def test_a_message_as_a_pdf_shows_all_but_the_name(tortured: Path, tmp_path: Path) -> None:
    flows = flows_of(tortured)
    plan = plan_for(flows, NAME)
    copy = _as_pdf(tortured, tmp_path / "copie.pdf", plan)
    assert verify_copy(tortured, copy, flows, plan, format="eml").sound
    assert copy.read_bytes() == _as_pdf(tortured, tmp_path / "encore.pdf", plan).read_bytes()
    with pymupdf.open(copy) as document:
        said = "".join(page.get_text() for page in document)
        attached = document.embfile_get("piece-occulte.odt")
        assert document.embfile_names() == ["piece-occulte.odt"]
        shown = [image for page in document for image in page.get_images()]
    assert len(shown) == 1  # the one that the body shows stands in it
    assert "corps-html █████ suite été" in said.replace("[occulté]", "█████")
    assert not any(NAME.encode() in data for _, data in every_part(attached))


@pytest.mark.parametrize("tag", ["objet", "corps-texte", "corps-html", "interne-corps", "corps"])
def test_what_is_left_in_a_pdf_of_a_message_is_a_leak(
    tortured: Path, tmp_path: Path, tag: str
) -> None:
    flows = flows_of(tortured)
    plan = plan_for(flows, NAME)
    copy = _as_pdf(tortured, tmp_path / "copie.pdf", leaving(plan, flows, tag))
    assert verify_copy(tortured, copy, flows, plan, format="eml").leaks
