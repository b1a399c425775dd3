"""The `redactor` command: for scripts, tests and batch work. It has no logic of its own.

Its contract (arguments, output, exit codes) is in DESIGN, « The command »; scripts outside the
project rely on it.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from redactor import __version__
from redactor.cli import batch, check, compare, export, model_card, propose, verify
from redactor.cli.speech import Speech
from redactor.jobs.offline import forbid_internet
from redactor.problem import Problem

OK, HELD, UNUSABLE = 0, 1, 2
_COMMANDS = {
    "propose": propose,
    "export": export,
    "check": check,
    "compare": compare,
    "verify": verify,
    "batch": batch,
    "model-card": model_card,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the window where no sub-command is named. Returns the exit code."""
    multiprocessing.freeze_support()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if "--scheduler" not in words:  # `batch` on a cluster, an optional extra, is the exception
        forbid_internet()
    if not words or (words[0] not in _COMMANDS and words[0] not in _ASKED):
        return _window(words)
    parsed = _parser().parse_args(words)
    speech = Speech.of_environment()
    try:
        code: int = _COMMANDS[parsed.command].run(parsed, speech)
    except Problem as problem:
        speech.problem(problem)
        return UNUSABLE
    except KeyboardInterrupt:
        speech.line("interrupted")
        return 130
    except BrokenPipeError:
        return UNUSABLE
    return code


_ASKED = ("-h", "--help", "--version")


def _window(words: Sequence[str]) -> int:
    unknown = [word for word in words if word.startswith("-")]
    if unknown:
        _parser().error(f"unrecognized arguments: {' '.join(unknown)}")
    from redactor.ui.app import main as open_window

    return open_window([Path(word) for word in words])


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line: scripts show it to people as it is."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {' '.join(message.split())} ({self.prog} --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="redactor",
        description="Review documents before disclosure. Without a command, opens the window on "
        "the files given.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Redactor {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in _COMMANDS.values():
        module.add_parser(commands)
    return parser
