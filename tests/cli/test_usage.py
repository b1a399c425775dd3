"""What the command says of wrong usage and of its own errors."""

import pytest

from redactor.cli import main, propose


def test_an_error_of_the_program_never_quotes_the_document(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ValueError("Madame Josiane Kervella")

    monkeypatch.setattr(propose, "run", fail)
    assert main(["propose", "letter.txt"]) == 2
    told = capfd.readouterr().err
    assert "ValueError" in told
    assert "test_usage.py" in told
    assert "Kervella" not in told
