"""The `redactor` command: for scripts, tests and batch work. It has no logic of its own.

Its contract (arguments, output, exit codes) is in DESIGN, « The command »; scripts outside the
project rely on it.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from redactor import __version__
from redactor.cli import usage
from redactor.cli.speech import Speech
from redactor.jobs.offline import forbid_internet
from redactor.jobs.process import bug_of, places
from redactor.problem import Problem
from redactor.scratch import scratch

OK, HELD, UNUSABLE = 0, 1, 2
#: Each is a module of this package, loaded when it is asked for: the window needs none of them.
_COMMANDS = ("propose", "export", "check", "compare", "verify", "batch", "model-card")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the window where no sub-command is named. Returns the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if "--scheduler" not in words:  # `batch` on a cluster, an optional extra, is the exception
        forbid_internet()
    if not words or (words[0] not in _COMMANDS and words[0] not in _ASKED):
        return _window(words)
    asked = [words[0]] if words[0] in _COMMANDS else _COMMANDS
    parsed = _parser(asked).parse_args(words)
    speech = Speech.of_environment()
    try:
        with scratch():
            code: int = _module(parsed.command).run(parsed, speech)
    except Problem as problem:
        speech.problem(problem)
        return UNUSABLE
    except KeyboardInterrupt:
        speech.line("interrupted")
        return 130
    except BrokenPipeError:
        return UNUSABLE
    except Exception as error:  # noqa: BLE001 - a trace would quote the document into some log
        speech.problem(bug_of(error))
        speech.trace(places(error))
        return UNUSABLE
    return code


_ASKED = ("-h", "--help", "--version")


def _window(words: Sequence[str]) -> int:
    unknown = [word for word in words if word.startswith("-")]
    if unknown:
        _parser(()).error(usage.said("unrecognized arguments: %s") % " ".join(unknown))
    from redactor.ui import ahead

    with scratch(), ahead.reader() as reader:
        from redactor.ui.app import main as open_window

        return open_window([Path(word) for word in words], reader)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line: scripts show it to people as it is."""

    def error(self, message: str) -> NoReturn:
        self.exit(UNUSABLE, f"{self.prog}: {' '.join(message.split())} ({self.prog} --help)\n")


def _module(command: str) -> Any:
    return import_module(f"redactor.cli.{command.replace('-', '_')}")


def _parser(asked: Iterable[str]) -> argparse.ArgumentParser:
    """The parser of the sub-commands `asked`."""
    usage.speak()
    parser = _Parser(
        prog="redactor",
        description="Review documents before disclosure. Without a command, opens the window on "
        "the files given.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Redactor {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in asked:
        _module(command).add_parser(commands)
    usage.translate(parser)
    return parser
