"""Bodies of Outlook's messages that are compressed rich text alone."""

import pytest

from redactor.formats.errors import Damaged
from redactor.formats.mail import richtext

#: The examples of [MS-OXRTFCP] § 3: plain bytes and references, then a reference to itself.
_HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c"
    "090020627705b06c647d0a800fa0"
)
_CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def test_the_text_of_a_compressed_body_is_read() -> None:
    assert richtext.decompressed(_HELLO) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert richtext.text_of(_HELLO) == "hello world"
    assert not richtext.holds_objects(_HELLO)


def test_a_reference_may_read_what_it_writes() -> None:
    assert richtext.decompressed(_CROSSING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_a_picture_in_the_text_is_seen() -> None:
    said = b"{\\rtf1 avant {\\pict\\pngblip 89}}"
    stored = (len(said) + 12).to_bytes(4, "little") + len(said).to_bytes(4, "little")
    assert richtext.holds_objects(stored + b"MELA\0\0\0\0" + said)


@pytest.mark.parametrize("data", [b"", b"\0" * 15, _HELLO.replace(b"LZFu", b"ZZZZ")])
def test_other_bytes_are_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        richtext.decompressed(data)


def test_a_cut_body_ends() -> None:
    assert richtext.decompressed(_HELLO[:30]).startswith(b"{\\rtf1\\ansi")
