"""`redactor verify`: is a package what was released, and does it still hold?"""

import argparse
from contextlib import closing
from pathlib import Path

from redactor.cli.analysis import passwords
from redactor.cli.speech import Speech
from redactor.jobs import verify as job
from redactor.jobs.process import Limits
from redactor.jobs.process import run as run_job
from redactor.release.recheck import Verdict


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "verify", help="check a package again: hashes, copies, spans", allow_abbrev=False
    )
    parser.add_argument("package", type=Path, metavar="DIR|ZIP")
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="passwords to open an encrypted package with, one a line",
    )


def run(parsed: argparse.Namespace, speech: Speech) -> int:
    """0 sound, 1 not, 2 not a package (a `Problem`, which the command turns into 2)."""
    request = job.Verify(parsed.package, passwords(parsed.password_file))
    steps = run_job(
        job.service, request, Limits(seconds=900), lambda p: speech.progress(p.done, p.what)
    )
    with closing(steps):
        verdict: Verdict = next(steps)
    for fault in verdict.faults:
        detail = f" – {fault.detail}" if fault.detail else ""
        sentence = speech.text(f"fault.{fault.kind.value}")
        speech.line("fault", file=fault.file, sentence=sentence, detail=detail)
    if verdict.not_replayed:
        speech.line("not-replayed", count=len(verdict.not_replayed))
    if not verdict.sound:
        speech.line("not-sound", count=len(verdict.faults))
        return 1
    speech.line(
        "sound", documents=verdict.documents, spans=verdict.spans, replayed=verdict.replayed
    )
    return 0
