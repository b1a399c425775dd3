"""The process of a batch: it reads a document, judges it, and releases it or gives it back.

One process does it all, so that the flows of a document that goes out cross no border.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from redactor.detect.document import Context
from redactor.dossier.plan import Choices, DocumentPlan, Material
from redactor.dossier.planning import build
from redactor.formats.base import READ_ALL, ReadOptions
from redactor.formats.errors import CannotRedact
from redactor.jobs import analyse
from redactor.jobs.process import Event, Handler, Part, Progress, Task
from redactor.law.mention import Mention
from redactor.law.profile import Profile
from redactor.release.export import export
from redactor.release.orders import order
from redactor.release.rules import NOTHING, Facts, Reason, Rules, waits
from redactor.text.flow import Flow, Unread

#: Nobody asked, nobody is concerned, and no list is given.
NOBODY = Context()


@dataclass(frozen=True, slots=True)
class Treat:
    """Ask for a document of a batch to be released into `folder`, if `rules` let it."""

    path: Path
    name: str
    """Where it is in the batch's folder, with ``/``."""
    folder: Path
    profile: Profile
    rules: Rules = NOTHING
    context: Context = NOBODY
    reading: ReadOptions = READ_ALL


@dataclass(frozen=True, slots=True)
class Treated:
    """What became of it. Nothing here is document text."""

    sha256: str
    pages: int | None
    mentions: int
    undecided: int
    signals: int
    occulted: int
    """Passages that were taken out, or would be."""
    reasons: tuple[Reason, ...] = ()
    """Why it waits for a person; empty where it was released."""

    @property
    def released(self) -> bool:
        return not self.reasons


def service() -> Handler:
    """Serve `Treat` with a `Treated`, last. A document that waits is given back before it, in
    the parts of `redactor.jobs.analyse`: for its review dossier."""
    read = analyse.service()

    def handle(task: Task, request: Treat) -> Treated:
        # What is recognised serves the copies and their verification, then goes.
        with TemporaryDirectory(prefix="redactor-", ignore_cleanup_errors=True) as folder:
            kept = replace(request.reading, ocr_cache=Path(folder))
            return treat(task, replace(request, reading=kept))

    def treat(task: Task, request: Treat) -> Treated:
        parts: list[object] = []

        def collect(event: Event) -> None:
            if isinstance(event, Part):
                parts.append(event.value)
                task.progress(0.0, request.name)
            elif isinstance(event, Progress):
                task.progress(0.7 * event.done, request.name)

        asked = analyse.Analyse(request.path, reading=request.reading, context=request.context)
        result = read(Task(task.id, collect), asked)
        assert isinstance(result, analyse.Analysis)
        treated = _treated(task, request, parts, result)
        if not treated.released:
            for part in (*parts, result):
                task.give(part)
        return treated

    return handle


def _treated(task: Task, request: Treat, parts: list[object], result: analyse.Analysis) -> Treated:
    opened = parts[0]
    assert isinstance(opened, analyse.Opened)
    batches = [part for part in parts if isinstance(part, analyse.Batch)]
    flows = tuple(flow for batch in batches for flow in batch.flows)
    unread = tuple(place for batch in batches for place in batch.unread)
    choices = Choices(request.profile, redact=request.context.always)
    (plan,) = build([Material(opened.sha256, flows, result.mentions)], choices).documents
    facts = Facts(request.name, opened.sha256, opened.format, opened.pages, len(unread))
    reasons = waits(request.rules, facts, plan, result.mentions)
    if not reasons:
        reasons = _release(task, request, opened, flows, unread, plan, result)
    return _account(opened, plan, result.mentions, reasons)


def _release(
    task: Task,
    request: Treat,
    opened: analyse.Opened,
    flows: tuple[Flow, ...],
    unread: tuple[Unread, ...],
    plan: DocumentPlan,
    result: analyse.Analysis,
) -> tuple[Reason, ...]:
    made = order(
        request.path,
        opened.sha256,
        opened.format,
        flows,
        unread,
        plan,
        request.profile,
        reading=request.reading,
        warnings=result.warnings,
    )
    try:
        outcome = export(
            [made],
            request.folder,
            profile=request.profile.name,
            facts={"without_review": True},
            progress=lambda done, _: task.progress(0.7 + 0.3 * done, request.name),
        )
    except CannotRedact:
        return (Reason.VERIFICATION,)
    return () if outcome.published else (Reason.VERIFICATION,)


def _account(
    opened: analyse.Opened,
    plan: DocumentPlan,
    mentions: tuple[Mention, ...],
    reasons: tuple[Reason, ...],
) -> Treated:
    signals = {mention.id for mention in mentions if mention.is_signal}
    return Treated(
        opened.sha256,
        opened.pages,
        len(mentions) - len(signals),
        len(set(plan.undecided) - signals),
        len(signals),
        len(plan.occultations) + len(plan.areas) + len(plan.removed_pages),
        reasons,
    )
