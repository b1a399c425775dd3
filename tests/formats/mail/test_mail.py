"""What messages say, and what goes from them: one trap a test."""

import email
import email.policy
from email.header import Header
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.formats.base import Occultation, Plan
from redactor.formats.errors import CannotRedact
from redactor.formats.mail import MAIL, headers
from redactor.formats.splice import Edit
from redactor.release.verify import verify_copy
from redactor.text.flow import Span, Unread
from tests.formats.asking import flows_of, plan_for, redacted
from tests.formats.mail.helpers import holding, simple
from tests.formats.mail.torture import NAME


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


def test_a_place_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = simple(tmp_path, b"x")
    plan = Plan((Occultation("m", Span("ailleurs", 0, 1)),))
    with MAIL.open(path) as source, pytest.raises(CannotRedact):
        source.write_redacted(tmp_path / "c.eml", plan)
    assert not (tmp_path / "c.eml").exists()
