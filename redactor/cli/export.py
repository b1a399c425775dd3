"""`redactor export`: both copies, verified, with register and manifest."""

import argparse
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from redactor.cli import arguments, decisions
from redactor.cli.analysis import Document, Unusable, passwords, read_all
from redactor.cli.instructions import instructions
from redactor.cli.speech import Speech
from redactor.dossier.plan import Accept, Choices, Instructions, Material, Planned, Undecided
from redactor.dossier.planning import build
from redactor.formats.base import ReadOptions
from redactor.jobs import export as job
from redactor.jobs.analyse import Analyse
from redactor.jobs.process import Limits
from redactor.jobs.process import run as run_job
from redactor.law.profile import Changes, Comments, Copies, Mail, Profile, load
from redactor.problem import Problem
from redactor.release.export import Held, Order, Outcome
from redactor.release.orders import order


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "export", help="write the redacted and the audit copies of files", allow_abbrev=False
    )
    arguments.files(parser)
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="the folder to write to"
    )
    arguments.profile(parser)
    parser.add_argument(
        "--accept",
        choices=[each.value for each in Accept],
        default="proposed",
        help="which proposals to follow (default: proposed, as the profile says)",
    )
    parser.add_argument(
        "--undecided",
        choices=[each.value for each in Undecided],
        default="occult",
        help="what becomes of mentions that a person should decide (default: occult)",
    )
    parser.add_argument(
        "--redact",
        action="append",
        type=arguments.text,
        default=[],
        metavar="TEXT",
        help="occult TEXT wherever it stands (repeatable)",
    )
    parser.add_argument(
        "--keep",
        action="append",
        type=arguments.text,
        default=[],
        metavar="TEXT",
        help="keep TEXT (repeatable)",
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="the JSON of `propose`, with its decisions edited",
    )
    parser.add_argument(
        "--changes",
        choices=[each.value for each in Changes],
        help="tracked changes of Word and ODT files: kept, or accepted after the redaction "
        "(default: as the profile says)",
    )
    parser.add_argument(
        "--comments",
        choices=("keep", "remove"),
        help="comments: kept redacted, or removed (default: as the profile says)",
    )
    parser.add_argument(
        "--mail-as",
        choices=[each.value for each in Mail],
        help="the redacted copy of an e-mail: a message, or a PDF with its attachments inside "
        "(default: as the profile says)",
    )
    arguments.people(parser)
    arguments.reading(parser)
    parser.add_argument(
        "--audit-password-file",
        type=Path,
        metavar="FILE",
        help="protect the audit copies, which must be PDFs, with the password on its first line",
    )
    parser.add_argument(
        "--allow-unread", action="store_true", help="publish what could not be read, as it is"
    )


class NoPassword(Problem):
    """The file that should hold the audit copies' password is empty. Facts: ``file``."""

    key = "problem.no-password"


def run(parsed: argparse.Namespace, speech: Speech) -> int:
    with (
        arguments.documents(parsed.files, speech) as files,
        arguments.read_options(parsed) as reading,
    ):
        return _run(parsed, files, speech, reading)


def _run(
    parsed: argparse.Namespace, files: Sequence[Path], speech: Speech, reading: ReadOptions
) -> int:
    profile = _chosen(load(parsed.profile), parsed)
    decided = decisions.read(parsed.decisions) if parsed.decisions else {}
    base = Analyse(
        Path(),
        reading=reading,
        detect=parsed.accept != Accept.NONE,
        suggest=False,
        context=arguments.context(parsed),
    )
    read = read_all(files, base, passwords(parsed.password_file), speech)
    unusable = [each for each in read if isinstance(each, Unusable)]
    for one in unusable:
        speech.problem(one.problem, one.path)
    if unusable:
        return 2
    documents = [each for each in read if isinstance(each, Document)]
    planned = _plan(parsed, profile, documents, decided)
    _warn(documents, planned.not_found, decided, speech)
    if planned.refused:
        count = sum(len(each.undecided) for each in planned.documents)
        speech.line("undecided", count=count)
        return 1
    protecting = passwords(parsed.audit_password_file)
    if parsed.audit_password_file and not protecting:
        raise NoPassword(file=str(parsed.audit_password_file))
    orders = tuple(
        order(
            document.path,
            document.opened.sha256,
            document.opened.format,
            document.flows,
            document.unread,
            each,
            profile,
            password=document.password,
            reading=reading,
            warnings=document.warnings,
            sought=tuple(parsed.redact),
            audit_password=protecting[0] if protecting else None,
        )
        for document, each in zip(documents, planned.documents, strict=True)
    )
    return _publish(parsed, profile.name, orders, len(planned.not_found), speech)


def _chosen(profile: Profile, parsed: argparse.Namespace) -> Profile:
    """The profile with what the command line says of its options."""
    return profile.given(
        Copies(
            Changes(parsed.changes) if parsed.changes else None,
            Comments(parsed.comments) if parsed.comments else None,
            Mail(parsed.mail_as) if parsed.mail_as else None,
        )
    )


def _plan(
    parsed: argparse.Namespace,
    profile: Profile,
    documents: Sequence[Document],
    decided: Mapping[str, decisions.Decisions],
) -> Planned:
    choices = Choices(
        profile,
        Accept(parsed.accept),
        Undecided(parsed.undecided),
        tuple(parsed.redact),
        tuple(parsed.keep),
    )
    planned = build([_material(d, decided, parsed.decisions) for d in documents], choices)
    for document, each in zip(documents, planned.documents, strict=True):
        if each.unplaced:
            raise decisions.WrongDecisions(
                file=str(parsed.decisions), where=document.path.name, what=each.unplaced[0]
            )
    return planned


def _publish(
    parsed: argparse.Namespace,
    profile: str,
    orders: tuple[Order, ...],
    not_found: int,
    speech: Speech,
) -> int:
    # The texts themselves stay out of the manifest, which anyone may be given.
    warnings = [speech.text("command.not-found-count", count=not_found)] if not_found else []
    release = job.Release(
        orders,
        parsed.out,
        profile,
        allow_unread=parsed.allow_unread,
        facts={"warnings": warnings},
    )
    # A long document is silent for a while between two reports of progress.
    limits = Limits(seconds=900)
    steps = run_job(job.service, release, limits, lambda p: speech.progress(p.done, p.what))
    with closing(steps):
        outcome: Outcome = next(steps)
    if outcome.published:
        speech.line(
            "published",
            count=len(outcome.documents),
            spans=sum(each.spans for each in outcome.documents),
            folder=str(parsed.out),
        )
        return 0
    for held in outcome.held:
        _say_held(held, speech)
    speech.line("held", count=len(outcome.held))
    return 1


def _material(
    document: Document,
    decided: Mapping[str, decisions.Decisions],
    file: Path | None,
) -> Material:
    of_file = decided.get(document.opened.sha256)
    return Material(
        document.opened.sha256,
        document.flows,
        document.mentions,
        instructions(document, of_file, file) if of_file and file else Instructions(),
    )


def _warn(
    documents: Sequence[Document],
    not_found: Sequence[str],
    decided: Mapping[str, decisions.Decisions],
    speech: Speech,
) -> None:
    for document in documents:
        for warning in document.warnings:
            speech.warning(warning, document.path)
    for text in not_found:
        speech.line("not-found", text=text)
    known = {document.opened.sha256 for document in documents}
    for sha256 in decided.keys() - known:
        speech.line("other-document", sha256=sha256[:12])


def _say_held(held: Held, speech: Speech) -> None:
    for leak in held.leaks:
        speech.line(
            "leak",
            document=held.document,
            where=leak.place.where,
            engine=leak.place.engine,
            detail=leak.place.detail,
            kind=leak.kind,
            ids=", ".join(leak.occultations),
        )
    for change in (*held.changes, *held.audit):
        speech.line(
            "change",
            document=held.document,
            where=change.place.where,
            engine=change.place.engine,
            detail=change.place.detail,
            what=change.what,
        )
    for unread in held.unread:
        speech.line(
            "unread", document=held.document, where=unread.where, why=speech.text(unread.why)
        )
