"""`redactor check`: is anything still readable, and is it consistent?"""

import argparse
import queue
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.check.options import Options
from redactor.cli import arguments, findings
from redactor.cli.analysis import passwords
from redactor.cli.speech import Speech
from redactor.formats.errors import NeedsPassword, TooLong, WorkerDied, WrongPassword
from redactor.formats.files import read_bytes
from redactor.jobs import check
from redactor.jobs.process import Bug, Event, Worker, follow
from redactor.problem import Problem


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check", help="look for what received files still show", allow_abbrev=False
    )
    arguments.files(parser)
    parser.add_argument(
        "--residual", action="store_true", help="say what detection still finds in clear"
    )
    parser.add_argument(
        "--names",
        type=Path,
        metavar="FILE",
        help="names, one a line, to compare the widths of boxes and gaps with",
    )
    arguments.reading(parser)
    arguments.output_format(parser)


def run(parsed: argparse.Namespace, speech: Speech) -> int:
    options = Options(
        residual=parsed.residual, names=read_names(parsed.names), ocr=parsed.ocr == "auto"
    )
    reports, unusable = check_all(parsed.files, options, passwords(parsed.password_file), speech)
    return show(reports, unusable == len(parsed.files), parsed.format, speech)


def show(reports: Sequence[Report], nothing_read: bool, how: str, speech: Speech) -> int:
    """Print the reports; return the exit code."""
    if how == "json":
        findings.print_json(reports, speech)
    else:
        findings.print_text(reports, speech)
    if nothing_read:
        return 2
    return 0 if all(report.clean for report in reports) else 1


def check_all(
    paths: Sequence[Path], options: Options, keys: Sequence[str], speech: Speech
) -> tuple[list[Report], int]:
    """Check every file; how many could not be read at all."""
    reports: list[Report] = []
    unusable = 0
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Worker(check.service, events.put)) as worker:
        for path in paths:
            speech.progress(len(reports) / len(paths), path.name)
            try:
                reports.append(_check(path, options, keys, worker, events, speech))
            except (TooLong, WorkerDied, Bug) as problem:
                # It was opened: what it hides is unknown, and that is a finding.
                speech.problem(problem, path)
                reports.append(_unread(path, problem))
            except Problem as problem:
                speech.problem(problem, path)
                reports.append(_unread(path, problem))
                unusable += 1
    return reports, unusable


def read_names(file: Path | None) -> tuple[str, ...]:
    """The names of a file, one a line."""
    if file is None:
        return ()
    lines = read_bytes(file).decode("utf-8-sig", "replace").splitlines()
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _check(
    path: Path,
    options: Options,
    keys: Sequence[str],
    worker: Worker,
    events: "queue.SimpleQueue[Event]",
    speech: Speech,
) -> Report:
    for key in (None, *keys):
        request = check.Check(path, replace(options, password=key))
        try:
            *_, report = follow(
                worker.submit(request), events, lambda p: speech.progress(p.done, path.name)
            )
        except NeedsPassword:
            if not keys:
                raise
        except WrongPassword:
            pass
        else:
            assert isinstance(report, Report)
            return report
    raise WrongPassword


def _unread(path: Path, problem: Problem) -> Report:
    finding = Finding(
        Kind.UNREAD, Severity.WARNING, 1.0, problem.key, place=path.name, facts=problem.facts
    )
    return Report(str(path), (finding,))
