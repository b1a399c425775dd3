"""What the tests of e-mails ask of every copy."""

import email
import email.policy
from pathlib import Path

from tests.formats.asking import every_part, said_in
from tests.formats.mail.torture import NAME


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
