"""A whole request in one run: import, detection, decisions, release, package, verify, check.

The window's own steps, without the window: a dossier, the processes of `redactor.jobs`, the
gate that holds a release, the package of both parts. `-k twelve`: the short one.
"""

import queue
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from redactor.check.finding import Report, Severity
from redactor.detect.document import Context
from redactor.dossier import Dossier
from redactor.dossier.gate import holds
from redactor.jobs import analyse, check, export, package, verify
from redactor.jobs.gather import Gather, Read
from redactor.jobs.process import Event, Limits, Worker, follow, run
from redactor.jobs.reading import reading
from redactor.law.decisions import Decision
from redactor.release.cases import case_of
from redactor.release.export import REDACTED, Outcome
from redactor.release.package import Packaged
from redactor.release.recheck import Verdict
from redactor.ui.export_dialog import Choice
from redactor.ui.releasing import orders
from redactor.versions import proposer
from tests.scenarios.dossier_files import MAILBOX, RESIDENTS, build

pytestmark = pytest.mark.slow
LIMITS = Limits(seconds=900)


@pytest.mark.parametrize("count", [pytest.param(12, id="twelve"), pytest.param(40, id="whole")])
def test_a_request_goes_from_its_files_to_a_package_that_shows_nothing(
    tmp_path: Path, count: int
) -> None:
    files = build(tmp_path / "recus", count)
    with closing(Dossier.create(tmp_path / "sinistre.redactor", "Sinistre")) as dossier:
        dossier.set_info(requesters=("Association Exemple",), reference="2026-042")
        _import(dossier, files)
        assert len(dossier.documents()) == count
        assert _named(dossier) == {each.surname for each in RESIDENTS}
        assert holds(dossier), "nothing was decided yet"
        _decide(dossier)
        assert _told(holds(dossier)) == []
        outcome = _release(dossier, tmp_path / "communication")
        assert _told(outcome.held) == []
        packaged = _package(dossier, outcome, tmp_path / "paquet")
    verdict = _last(verify.service, verify.Verify(packaged.folder))
    assert isinstance(verdict, Verdict)
    assert verdict.faults == ()
    assert (verdict.replayed, verdict.not_replayed) == (count, ())
    _of_the_requester(packaged.requester, tmp_path / "demandeur", count)


def _import(dossier: Dossier, files: list[Path]) -> None:
    """Read and analyse every file, then look for the names of each in the others."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Worker(analyse.service, events.put, LIMITS)) as worker:
        for path in files:
            row = dossier.add_document(path)
            dossier.begin_analysis(row.id)
            asked = analyse.Analyse(path, reading=reading(dossier), context=_context(dossier))
            opened: analyse.Opened | None = None
            for part in follow(worker.submit(asked), events):
                match part:
                    case analyse.Opened():
                        opened = part
                    case analyse.Batch():
                        dossier.append_analysis(
                            row.id, part.flows, part.unread, suggested=part.suggested
                        )
                    case analyse.Analysis():
                        assert opened is not None
                        dossier.append_analysis(row.id, mentions=part.mentions, final=True)
                        dossier.finish_analysis(row.id, opened.pages, part.warnings, opened.format)
        everyone = tuple(
            Read(row.id, row.sha256, dossier.packed_flows(row.id), tuple(_seen(dossier, row.id)))
            for row in dossier.documents()
        )
        (more,) = follow(worker.submit(Gather(everyone, _context(dossier))), events)
        for document, mentions in more.items():
            dossier.append_analysis(document, mentions=mentions)


def _context(dossier: Dossier) -> Context:
    return Context(requesters=dossier.info.requesters)


def _seen(dossier: Dossier, document: str) -> Iterator[tuple[str, int, int, str, str, float, str]]:
    for row in dossier.mentions(document):
        m = row.mention
        if not m.is_signal:
            yield (
                m.span.flow, m.span.start, m.span.end, m.category.value, m.text, m.confidence,
                m.detector,
            )  # fmt: skip


def _named(dossier: Dossier) -> set[str]:
    """The surnames that detection proposes somewhere."""
    texts = " ".join(row.mention.text for row in dossier.mentions())
    return {each.surname for each in RESIDENTS if each.surname in texts}


def _decide(dossier: Dossier) -> None:
    """As the person at the desk: every proposal is judged, every page seen."""
    for row in dossier.undecided():
        if row.mention.is_signal:
            dossier.decide([row.id], Decision.KEEP, by="Greffe")
            continue
        ground = next(iter(dossier.effective(row).default.suggestions), "L.311-6 1°")
        dossier.decide([row.id], Decision.OCCULT, ground=ground, by="Greffe")
    # Nobody signed or stamped these pages: what looks like it is turned down.
    waiting = [area.id for area in dossier.areas() if area.waits]
    dossier.judge_suggestions(waiting, occult=False, by="Greffe")
    for document in dossier.documents():
        if document.pages:
            dossier.proceedings.see(document.id, range(1, document.pages + 1), by="Greffe")


def _release(dossier: Dossier, folder: Path) -> Outcome:
    choice = Choice(folder, allow_unread=False, occult_undecided=True, reason="")
    prepared = orders(dossier, choice, {})
    request = export.Release(prepared.orders, folder, dossier.profile.name)
    outcome = _last(export.service, request)
    assert isinstance(outcome, Outcome)
    return outcome


def _package(dossier: Dossier, outcome: Outcome, folder: Path) -> Packaged:
    packed = _last(package.service, package.Pack(outcome.folder, folder, case_of(dossier)))
    assert isinstance(packed, Packaged)
    return packed


def _of_the_requester(archive: Path, folder: Path, count: int) -> None:
    """What the requester receives shows no one, keeps what is public, and `check` agrees."""
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    with pymupdf.open(folder / "registre.pdf") as register:
        assert f"Proposés par {proposer().of('ner')} : " in register[0].get_text()
    copies = sorted((folder / REDACTED).iterdir())
    assert len(copies) == count
    found = _checked(copies)
    for report in found:
        worse = [f for f in report.findings if f.severity is not Severity.INFO]
        assert worse == [], (report.path, _told(worse))
        text = "\n".join(flow.text for flow in report.flows)
        assert not [r.surname for r in RESIDENTS if r.surname in text], report.path
        assert not [r.phone for r in RESIDENTS if r.phone in text], report.path
        assert not [r.street for r in RESIDENTS if r.street in text], report.path
    kept = ["\n".join(flow.text for flow in report.flows) for report in found]
    assert sum(MAILBOX in text for text in kept) >= count * 4 // 7, "what is public was taken"


def _checked(paths: list[Path]) -> tuple[Report, ...]:
    """What `redactor check` finds in files, one by one and together."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    with closing(Worker(check.service, events.put, LIMITS)) as worker:

        def ask(request: check.Request) -> Any:
            (answer,) = follow(worker.submit(request), events)
            return answer

        reports = tuple(ask(check.Check(path)) for path in paths)
        return tuple(ask(check.Across(reports)))


def _last(service: object, request: object) -> object:
    """What a process of its own answers, last."""
    with closing(run(service, request, LIMITS)) as steps:  # type: ignore[arg-type]
        *_, answer = steps
    return answer


def _told(what: object) -> list[object]:
    """Reasons in full, for the message of a failed test."""
    return [*what] if isinstance(what, list | tuple) else [what]
