"""`redactor batch`: the same work over folders of documents."""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from redactor.cli import arguments
from redactor.cli.speech import Speech
from redactor.formats.base import ReadOptions
from redactor.jobs import batch, summary
from redactor.jobs.ledger import State
from redactor.jobs.shelf import FOLDER, profile_name
from redactor.law.profile import load
from redactor.problem import Problem
from redactor.release import rules


class NotAFolder(Problem):
    """A batch is made of a folder. Facts: ``path``."""

    key = "problem.not-a-folder"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "batch",
        help="treat a folder of documents: release what rules allow, put the rest aside",
        allow_abbrev=False,
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="the folder to write to"
    )
    arguments.profile(parser)
    parser.add_argument(
        "--rules",
        type=Path,
        metavar="FILE",
        help="what may go out without a person, as TOML (default: nothing)",
    )
    parser.add_argument(
        "--always", type=Path, metavar="FILE", help="texts to occult everywhere, one a line"
    )
    parser.add_argument(
        "--never", type=Path, metavar="FILE", help="texts not to propose, one a line"
    )
    arguments.people(parser)
    parser.add_argument("--ocr", choices=("auto", "no"), default="auto")
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=_default_jobs(),
        metavar="N",
        help="processes (default: %(default)s)",
    )
    parser.add_argument("--resume", action="store_true", help="go on where it was interrupted")
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="work on a Dask cluster (needs the extra « cluster »)",
    )
    parser.add_argument(
        "--tls",
        type=Path,
        metavar="DIR",
        help="ca.pem, cert.pem and key.pem for a tls:// scheduler",
    )


def run(parsed: argparse.Namespace, speech: Speech) -> int:
    """0 all done, 1 some held back or failed, 2 usage (a `Problem`).

    Without rules, waiting for a person is what was asked; with rules, it is being held back.
    """
    _check(parsed.folder)
    profile = load(parsed.profile)
    context = replace(
        arguments.context(parsed),
        always=arguments.lines(parsed.always),
        never=arguments.lines(parsed.never),
    )
    order = batch.Order(
        parsed.folder,
        parsed.out,
        profile,
        profile_name(profile, parsed.profile),
        rules.load(parsed.rules) if parsed.rules else rules.Rules(),
        context,
        ReadOptions(ocr=parsed.ocr != "no", ocr_again=parsed.ocr == "again"),
        parsed.jobs,
        parsed.resume,
    )
    treatment = None
    if parsed.scheduler:
        from redactor.jobs.cluster import Cluster

        treatment = Cluster(parsed.scheduler, parsed.tls)

    def shown(done: int, total: int, name: str) -> None:
        speech.progress(done / max(total, 1), f"{done}/{total} {name}")

    result = batch.run(order, shown, treatment)
    for line in result.lines:
        if line.state is State.FAILED:
            sentence = speech.text(line.problem, **line.facts)
            speech.line("batch-failed", file=line.path, sentence=sentence)
    released, waits, failed = map(result.count, (State.RELEASED, State.WAITS, State.FAILED))
    speech.line(
        "batch-done",
        released=released,
        waits=waits,
        failed=failed,
        summary=str(parsed.out / summary.NAME),
    )
    if waits:
        speech.line("batch-waits", folder=str(parsed.out / FOLDER))
    if result.fresh and result.seconds > 1:
        speech.line(
            "batch-pace", count=result.fresh, pace=round(result.fresh * 3600 / result.seconds)
        )
    held = waits if parsed.rules else 0
    return 1 if failed or held else 0


def _check(folder: Path) -> None:
    if not folder.is_dir():
        raise NotAFolder(path=str(folder))


def _jobs(value: str) -> int:
    number = int(value)
    if not 1 <= number <= 256:
        raise argparse.ArgumentTypeError("1–256")
    return number


def _default_jobs() -> int:
    """Half of a large machine, all of a small one: each process wants a core of its own."""
    cores = os.cpu_count() or 1
    return cores if cores <= 2 else max(2, cores // 2)
