"""A crash report says where, and never what."""

import pytest

from redactor.ui.crash import report_of


def _fail(secret: str) -> None:
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(f"cannot read {secret}") from error


def test_the_report_keeps_document_text_out() -> None:
    secret = "Élodie Tréguier"
    with pytest.raises(ValueError, match=secret) as caught:  # the trap: it quotes the document
        _fail(secret)
    report = report_of(caught.value)
    assert secret not in report
    assert "ValueError" in report
    assert "KeyError" in report
    assert "test_crash.py" in report
