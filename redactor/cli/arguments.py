"""Arguments that several sub-commands share."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from redactor.cli.speech import Speech
from redactor.cli.usage import said
from redactor.detect.context import Context
from redactor.formats.base import ReadOptions
from redactor.formats.bundle import unfolded
from redactor.formats.files import read_bytes
from redactor.law.profile import PROFILES
from redactor.problem import Problem, reason
from redactor.text.fold import fold


def files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files or folders")


def profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile",
        default="tiers",
        metavar="P",
        help=f"{', '.join(PROFILES)}, or a profile's TOML file (default: tiers)",
    )


def reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ocr",
        choices=("auto", "no", "again"),
        default="auto",
        help="read pages without a text layer where the OCR data are installed (default: auto); "
        "`again`: read scans anew, whatever text layer they have",
    )
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="passwords to open files with, one a line",
    )


@contextmanager
def documents(paths: Sequence[Path], speech: Speech) -> Iterator[tuple[Path, ...]]:
    """The documents that files, folders and zips stand for; what no reader opens is said."""
    with unfolded(paths) as members:
        speech.origins.update(members.origins)
        for other in members.others:
            speech.warning("warning.not-a-document", other)
        yield members.documents


@contextmanager
def read_options(parsed: argparse.Namespace) -> Iterator[ReadOptions]:
    """How to read, while the command runs: what is recognised is kept until it ends, in a
    folder that no other user may enter."""
    if parsed.ocr == "no":
        yield ReadOptions()
        return
    with TemporaryDirectory(prefix="redactor-", ignore_cleanup_errors=True) as folder:
        yield ReadOptions(ocr=True, ocr_again=parsed.ocr == "again", ocr_cache=Path(folder))


def people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--requester", action="append", default=[], metavar="NAME", help="who asked (repeatable)"
    )
    parser.add_argument(
        "--interested",
        action="append",
        default=[],
        metavar="NAME",
        help="the person concerned, to whom the documents go (repeatable)",
    )


def output_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")


def context(parsed: argparse.Namespace) -> Context:
    """Who asked and who is concerned, as detection wants to know it."""
    return Context(requesters=tuple(parsed.requester), interested=tuple(parsed.interested))


class UnreadableList(Problem):
    """A file given to the command itself cannot be read. Facts: ``file``, ``why``."""

    key = "problem.unreadable-list"


def lines_of(file: Path) -> list[str]:
    """The lines of a list given to the command, without the empty ones. Raises `UnreadableList`."""
    return [line for line in text_of(file).splitlines() if line.strip()]


def text_of(file: Path) -> str:
    """The text of a file given to the command itself. Raises `UnreadableList`."""
    try:
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise UnreadableList(file=str(file), why=reason(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableList(file=str(file), why="UTF-8") from error


def text(value: str) -> str:
    """A text to look for. An empty one is a script's empty variable: refused, not ignored."""
    if not fold(value):
        raise argparse.ArgumentTypeError(said("empty text"))
    return value


def lines(file: Path | None) -> tuple[str, ...]:
    """The lines of a file of texts, names or passwords. Raises NotFound, NotPermitted."""
    if file is None:
        return ()
    found = read_bytes(file).decode("utf-8-sig", "replace").splitlines()
    return tuple(dict.fromkeys(line.strip() for line in found if line.strip()))
