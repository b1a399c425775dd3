"""What the command says of wrong usage and of its own errors."""

import argparse
from collections.abc import Iterator
from pathlib import Path

import pytest

import redactor.cli
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


@pytest.mark.parametrize(
    ("words", "french", "english"),
    [
        (["propose"], "il manque FILE", "the following arguments are required: FILE"),
        (["--frob"], "argument inconnu : --frob", "unrecognized arguments: --frob"),
        (["propose", "a", "--format", "x"], "'x' n’est pas admis", "invalid choice: 'x'"),
        (["export", "a", "--redact"], "une valeur est attendue", "expected one argument"),
        (["export", "a", "--redact", " "], "texte vide", "empty text"),
    ],
)
def test_wrong_usage_is_said_in_the_persons_language(
    words: list[str],
    french: str,
    english: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for language, expected in (("fr", french), ("en", english)):
        monkeypatch.setenv("REDACTOR_LANG", language)
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == 2
        assert expected in capsys.readouterr().err


def test_a_file_of_decisions_that_is_not_there_is_said_so(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "lettre.txt"
    letter.write_text("Bonjour.", "utf-8")
    words = ["export", letter, "--out", tmp_path / "out", "--decisions", tmp_path / "none.json"]
    assert main([str(word) for word in words]) == 2
    assert "none.json ne peut pas être lu (il n’existe pas)" in capfd.readouterr().err


def test_the_whole_help_is_in_one_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = {}
    for language in ("en", "fr"):
        monkeypatch.setenv("REDACTOR_LANG", language)
        parser = redactor.cli._parser(redactor.cli._COMMANDS)
        told[language] = set(_helps(parser))
    assert "show this help message and exit" in told["en"]
    assert told["en"] & told["fr"] == set()


def _helps(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if action.help:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from _helps(each)
