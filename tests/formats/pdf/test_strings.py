"""Which strings of a file's objects are text."""

import hashlib

import pikepdf

from redactor.formats.pdf.strings import readable

UNIT = "le pas de Mme Odile Vercastrel, de Marnay"


def test_a_long_label_under_a_key_of_the_encryption_is_read() -> None:
    assert len(UNIT) >= 32
    assert readable("/U", pikepdf.String(UNIT)) == UNIT
    assert readable("/U", pikepdf.String(UNIT + " — à pied")) == UNIT + " — à pied"


def test_the_hash_of_a_password_is_no_text() -> None:
    for number in range(200):
        assert readable("/U", pikepdf.String(hashlib.sha256(bytes([number])).digest())) is None
