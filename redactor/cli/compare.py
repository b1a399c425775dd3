"""`redactor compare`: what one release hides and the other shows."""

import argparse
import queue
from contextlib import closing
from pathlib import Path

from redactor.check.finding import Report
from redactor.check.options import Options
from redactor.check.received import Received
from redactor.cli import arguments
from redactor.cli.check import check_all, show
from redactor.cli.speech import Speech
from redactor.jobs import check
from redactor.jobs.process import Event, Worker, follow


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "compare", help="say what one release hides and another shows", allow_abbrev=False
    )
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    arguments.reading(parser)
    arguments.output_format(parser)


def run(parsed: argparse.Namespace, speech: Speech) -> int:
    paths = Received((parsed.old, parsed.new))
    options = Options(ocr=parsed.ocr != "no")
    reports, unusable = check_all(paths, options, parsed.password_file, speech, together=False)
    if not unusable:
        reports = _compare(*reports)
    return show(reports, nothing_read=unusable > 0, how=parsed.format, speech=speech)


def _compare(old: Report, new: Report) -> list[Report]:
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Worker(check.service, events.put)) as worker:
        *_, compared = follow(worker.submit(check.Compare(old, new)), events)
    return list(compared)
