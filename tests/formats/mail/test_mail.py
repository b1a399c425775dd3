"""E-mails: each place of a message is read, and in the copy the name is in none."""

import email
import email.policy
import io
import re
import zipfile
from dataclasses import replace
from email.header import Header
from email.message import EmailMessage
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.formats import markup
from redactor.formats.base import Occultation, Plan
from redactor.formats.errors import CannotRedact
from redactor.formats.mail import MAIL, headers
from redactor.formats.splice import Edit, edits, splice
from redactor.release.verify import verify_copy
from redactor.text.flow import Channel, Span, Unread
from tests.formats.asking import (
    assert_audited,
    every_part,
    flows_of,
    leaving,
    plan_for,
    redacted,
    said_in,
    tags_of,
)
from tests.formats.mail import torture
from tests.formats.mail.torture import NAME

#: One place of each kind; to leave each of them would say no more and take half a minute.
_LEFT = """objet a-destinataire entete-x preambule corps-texte corps-html script commentaire-html
infobulle cite description exif interne-corps note-bas prop-auteur recu. lien/ piece-""".split()


@pytest.fixture(scope="session")
def tortured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eml")
    return torture.build(folder / "torture.eml", folder)


def holding(data: bytes) -> list[str]:
    """Where the name can be read: bytes, headers and parts decoded, packages unpacked."""
    found = ["bytes"] if NAME.encode() in data else []
    message = email.message_from_bytes(data, policy=email.policy.default)
    for number, part in enumerate(message.walk()):
        if any(NAME in str(value) for value in part.values()) or NAME in (
            part.get_filename() or ""
        ):
            found.append(f"headers {number}")
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        if said_in(payload, NAME):
            found.append(f"part {number}")
        if payload.startswith(b"PK"):
            found += [name for name, inner in every_part(payload) if NAME.encode() in inner]
    return found


def simple(tmp_path: Path, body: bytes, *lines: bytes) -> Path:
    path = tmp_path / "simple.eml"
    path.write_bytes(b"\r\n".join([b"From: a@exemple.fr", b"To: b@exemple.fr", *lines, b"", body]))
    return path


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


def test_the_verification_accepts_the_copy_and_sees_a_leak(tortured: Path, tmp_path: Path) -> None:
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


def test_nothing_to_occult_changes_no_header_and_no_body(tmp_path: Path) -> None:
    path = simple(
        tmp_path, b"Voil\xe0 du\r\ntexte.\r\n", b"Subject: =?utf-8?q?=C3=A9?=", b"X-A: b\r\n c"
    )
    copy = redacted(path, tmp_path / "copie.eml", Plan())
    assert copy.read_bytes() == path.read_bytes()


def test_a_header_of_bare_bytes_is_the_same_to_both_readings(tmp_path: Path) -> None:
    path = simple(tmp_path, b"Rien.", b"Subject: R\xe9union \xe0 =?utf-8?Q?No=C3=ABl?= pr\xe9vue")
    flows = flows_of(path)
    assert "Réunion à Noël prévue" in [flow.text for flow in flows]
    copy = redacted(path, tmp_path / "copy.eml", Plan())
    assert not verify_copy(path, copy, flows, Plan(), format="eml").changes


def test_a_class_named_after_someone_is_named_otherwise_wherever_it_is_used(tmp_path: Path) -> None:
    page = (
        f"<style>.a-{NAME} {{ color: red }}</style><p class='a-{NAME} b' style='color: red'>mot</p>"
    )
    path = simple(tmp_path, page.encode(), b"Content-Type: text/html")
    flows = flows_of(path)
    plan = plan_for(flows, NAME)
    copy = redacted(path, tmp_path / "copy.eml", plan)
    said = copy.read_text()
    assert ".a-occulte {" in said
    assert "class='a-occulte b' style='color: red'" in said
    assert verify_copy(path, copy, flows, plan, format="eml").sound
    assert not verify_copy(path, path, flows, plan, format="eml").sound


def test_an_unknown_charset_is_read_all_the_same(tmp_path: Path) -> None:
    kind = b"Content-Type: text/plain; charset=x-inconnu"
    path = simple(tmp_path, "Jos\xe9 Brindavoine".encode("cp1252"), kind)
    assert "José Brindavoine" in [flow.text for flow in flows_of(path)]


def test_a_name_over_two_encoded_words_goes_whole(tmp_path: Path) -> None:
    path = simple(
        tmp_path, b"x", b"Subject: =?utf-8?q?M=C3=A9moire_de_Brinda?= =?utf-8?q?voine_?= fin"
    )
    flow = next(f for f in flows_of(path) if f.id == "message:subject-0")
    assert "Mémoire de Brindavoine" in flow.text
    copy = redacted(path, tmp_path / "c.eml", plan_for([flow], NAME))
    after = next(f for f in flows_of(copy) if f.id == flow.id)
    assert after.text == flow.text.replace(NAME, "█████")


def test_an_attachment_that_nothing_reads_is_said(tmp_path: Path) -> None:
    path = simple(
        tmp_path,
        b"AAECAwQFBgc=",
        b"Content-Type: application/octet-stream; name=x.bin",
        b"Content-Transfer-Encoding: base64",
    )
    with MAIL.open(path) as source:
        assert [u for u in source.read() if isinstance(u, Unread)] == [
            Unread("x.bin", "unread.part")
        ]


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


@given(st.text(alphabet="ab<>&;/!-'\"= \nép", max_size=60))
def test_any_markup_is_read_and_maps_to_its_source(source: str) -> None:
    for found in markup.read(source):
        assert len(found.text) == len(found.ranges)
        for start, end in found.ranges:
            assert 0 <= start <= end <= len(source)


@given(st.text(alphabet="abé œ", min_size=1, max_size=40), st.data())
def test_a_span_of_a_header_goes_and_the_rest_stays(text: str, data: st.DataObject) -> None:
    raw = Header(text, "utf-8").encode()
    value = headers.read(raw)
    if not value.text.strip():
        return
    start = data.draw(st.integers(0, len(value.text) - 1))
    end = data.draw(st.integers(start + 1, len(value.text)))
    changed = headers.edited("Subject", value, [Edit(start, end, "X")])
    expected = value.text[:start] + "X" + value.text[end:]
    assert headers.read(changed).text.strip() == expected.strip()


def _copied(path: Path, tmp_path: Path) -> tuple[EmailMessage, tuple[str, ...]]:
    """The redacted copy of a message, sound, and what it dropped."""
    flows = flows_of(path)
    plan = plan_for(flows, NAME)
    out = tmp_path / "copie.eml"
    with MAIL.open(path) as source:
        written = source.write_redacted(out, plan)
    assert holding(out.read_bytes()) == []
    report = verify_copy(path, out, flows, plan, format="eml")
    assert report.sound, report
    message = email.message_from_bytes(out.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message, written.dropped


def test_a_boundary_that_names_someone_is_read_and_made_anew(tmp_path: Path) -> None:
    body = f"--jean.{NAME}\r\n\r\nbonjour\r\n--jean.{NAME}--\r\n".encode()
    path = simple(tmp_path, body, f'Content-Type: multipart/mixed; boundary="jean.{NAME}"'.encode())
    message, _ = _copied(path, tmp_path)
    assert message.is_multipart()
    assert "bonjour" in message.as_string()


@pytest.mark.parametrize(
    "header",
    [
        f'Content-Type: text/plain; charset=utf-8; x-auteur="{NAME}"',
        f"Content-Type: text/plain ({NAME}); charset=utf-8",
        f"Content-Type: text/plain; charset={NAME}",
        f"Content-Type: application/{NAME}",
        f"Content-Type: text/plain\nContent-Type: text/html; name={NAME}",
        f"Content-Type: text/plain\nContent-Disposition: inline; x-qui={NAME}",
        f"Content-Transfer-Encoding: 7bit ({NAME})",
        f"Mime-Version: 1.0 ({NAME})",
    ],
)
def test_words_in_headers_that_are_for_programs_are_read_and_go(
    tmp_path: Path, header: str
) -> None:
    path = simple(tmp_path, b"bonjour", *header.encode().split(b"\n"))
    assert verify_copy(
        path, path, flows_of(path), plan_for(flows_of(path), NAME), format="eml"
    ).leaks
    _copied(path, tmp_path)


def test_words_of_the_standard_are_no_flows(tmp_path: Path) -> None:
    kind = b"Content-Type: multipart/report; report-type=delivery-status; boundary=b; charset=UTF-8"
    path = simple(tmp_path, b"--b--", kind, b"Content-Disposition: inline; size=12; filename=a.txt")
    assert [flow.text for flow in flows_of(path) if flow.id.startswith("message:content")] == []


def test_the_envelope_goes_and_the_rest_stays(tmp_path: Path) -> None:
    path = simple(tmp_path, b"bonjour\r\n")
    path.write_bytes(f"From {NAME} Tue Jan  2 03:04:05 2024\r\n".encode() + path.read_bytes())
    message, dropped = _copied(path, tmp_path)
    assert dropped == ("envelope",)
    assert message.get_content() == "bonjour\r\n"


def test_a_long_boundary_is_judged_at_once(tmp_path: Path) -> None:
    """A report of 4 KB once took minutes: its boundary ends in the name of a machine."""
    boundary = b"k9JMDbg4005560.1161332913/antivirus.exemple.fr"
    kind = b'Content-Type: multipart/report; boundary="%s"' % boundary
    path = simple(tmp_path, b"--%s\n\nx\n--%s--\n" % (boundary, boundary), kind)
    assert [flow.text for flow in flows_of(path) if flow.id.endswith("boundary")] == [
        boundary.decode()
    ]


def test_boundaries_that_programs_make_are_nobody_s(tmp_path: Path) -> None:
    kind = b'Content-Type: multipart/mixed; boundary="----=_NextPart_000_00B1_01C5E184.F3AFBB00"'
    path = simple(tmp_path, b"", kind)
    assert not [flow for flow in flows_of(path) if flow.id.endswith("boundary")]


@pytest.mark.parametrize("kind", ["application/octet-stream", "application/pgp-signature"])
def test_the_signature_of_a_signed_message_goes_and_is_said(tmp_path: Path, kind: str) -> None:
    body = (
        f"--b\r\n\r\nbonjour {NAME}\r\n--b\r\nContent-Type: {kind}; name=smime.p7s\r\n\r\n"
        f"CN={NAME}\r\n--b--\r\n"
    ).encode()
    path = simple(tmp_path, body, b"Content-Type: multipart/signed; boundary=b")
    message, dropped = _copied(path, tmp_path)
    assert dropped == ("signature",)
    assert message.get_content_type() == "multipart/mixed"
    assert len(list(message.iter_parts())) == 1


def test_a_name_over_a_soft_line_end_goes_whole(tmp_path: Path) -> None:
    kind = b"Content-Type: text/plain; format=flowed; delsp=yes"
    soft = f"> vu {NAME[:4]} \r\n> {NAME[4:]} hier\r\n-- \r\nfin\r\n"
    path = simple(tmp_path, soft.encode(), kind)
    assert f"> vu {NAME} hier\r\n-- \r\nfin" in [flow.text for flow in flows_of(path)][-1]
    message, _ = _copied(path, tmp_path)
    assert message.get_content().startswith("> vu █████ \r\n>  hier\r\n-- \r\nfin")


def test_tags_inside_a_name_of_an_enriched_text(tmp_path: Path) -> None:
    soft = f"vu <bold>{NAME[:4]}</bold>{NAME[4:]} hier".encode()
    _copied(simple(tmp_path, soft, b"Content-Type: text/enriched"), tmp_path)


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


def test_edits_leave_tags_in_between() -> None:
    source = "a <b>Ma</b>rie b"
    found = next(iter(markup.read(source)))
    assert found.text == "a Marie b"
    assert splice(source, edits(found.ranges, 2, 7, "#")) == "a <b>#</b> b"


def test_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = simple(tmp_path, b"x")
    plan = Plan((Occultation("m", Span("ailleurs", 0, 1)),))
    with MAIL.open(path) as source, pytest.raises(CannotRedact):
        source.write_redacted(tmp_path / "c.eml", plan)
    assert not (tmp_path / "c.eml").exists()


@pytest.mark.parametrize(
    "source",
    [
        '<span style="display: block">Ida Cas<b>trel</b></span><span>Cheffe</span>',
        '<span>Nom</span><span style="float:right">Ida Castrel</span>',
        "Nom<img src=x>Ida Castrel<img src=y>Cheffe",
        "<label>Ida Castrel</label><button>Voir</button>",
        "<template>Ida Castrel</template><noscript>Ida Castrel</noscript>",
    ],
)
def test_what_is_shown_apart_is_read_apart(source: str) -> None:
    assert "Ida Castrel" in re.sub(r"<[^>]*>", "", source), "a trap: no space stands beside it"
    assert any(re.search(r"\bIda Castrel\b", found.text) for found in markup.read(source))


def test_a_window_that_a_link_names_is_read() -> None:
    said = [found.text for found in markup.read('<a target="rivoal">x</a><a target=_blank>y</a>')]
    assert "rivoal" in said
    assert "_blank" not in said
