"""What comes of a folder of real files: ``python -m tests.benchmarks.outcomes FOLDER|FILE…``

Of each file three of its words go (a frequent one, a middling one, a rare one) and, apart, nothing
at all; both copies are written, and both are verified. Prints what did not go well and where, then
counts. Words are picked blindly: one that is also a format's own (« charset ») may rightly hold
its copy. Each file has a process of its own, and three minutes of a processor.
"""

import multiprocessing
import re
import resource
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pikepdf

from redactor.formats.base import Occultation, Plan
from redactor.formats.registry import adapter_for
from redactor.problem import Problem
from redactor.release.verify import Change, Leak, verify_audit, verify_copy
from redactor.text.flow import Flow, Span

_WORD = re.compile(r"[^\W\d_]{5,}")
_SECONDS = 180
_PLACES = 3


def main(named: Sequence[str]) -> None:
    counts: Counter[str] = Counter()
    for path in sorted(file for name in named for file in _files(Path(name))):
        for outcome, why in _of(path):
            counts[outcome] += 1
            if not outcome.endswith("sound"):
                print(f"{path.name}: {outcome} {why}", flush=True)
    for outcome, count in counts.most_common():
        print(f"{count:6} {outcome}")


def _files(path: Path) -> list[Path]:
    return [each for each in path.iterdir() if each.is_file()] if path.is_dir() else [path]


def _of(path: Path) -> list[tuple[str, str]]:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.Process(target=_work, args=(path, theirs))
    worker.start()
    theirs.close()
    try:
        found: list[tuple[str, str]] = ours.recv()
        return found
    except EOFError:
        worker.join()
        return [("too long" if worker.exitcode == -signal.SIGXCPU else "crash", "")]
    finally:
        worker.join()


def _work(path: Path, answer: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 1))
    try:
        found = list(_outcomes(path))
    except Problem as problem:
        found = [(f"refused: {type(problem).__name__}", str(dict(problem.facts)))]
    answer.send(found)


def _outcomes(path: Path) -> Iterator[tuple[str, str]]:
    adapter = adapter_for(path)
    with adapter.open(path) as source, tempfile.TemporaryDirectory() as folder:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        copy = Path(folder) / f"copie{adapter.redacted_suffix or path.suffix}"
        audit = Path(folder) / f"audit{adapter.audit_suffix or path.suffix}"
        for name, plan in (("three words", _three_words(flows)), ("nothing", Plan())):
            source.write_redacted(copy, plan)
            source.write_audit(audit, plan)
            with adapter.open(audit) as marked:
                marks = marked.marked()
            report = verify_copy(path, copy, flows, plan, format=adapter.name)
            audited = verify_audit(path, audit, flows, plan, marks, format=adapter.name)
            if report.leaks:
                yield f"{name}: held", _said(report.leaks)
            elif report.changes or audited.changes or audited.leaks:
                yield f"{name}: changed", _said((*report.changes, *audited.changes, *audited.leaks))
            elif syntax := _syntax(copy):
                yield f"{name}: unclean", syntax
            else:
                yield f"{name}: sound", ""


def _said(found: Sequence[Leak | Change]) -> str:
    return "; ".join(
        f"{one.place.where} {one.place.engine} {one.kind if isinstance(one, Leak) else one.what}"
        for one in found[:_PLACES]
    )


def _syntax(copy: Path) -> str:
    """What `qpdf --check` says of a PDF."""
    if copy.suffix.lower() != ".pdf":
        return ""
    with pikepdf.open(copy) as pdf:
        return "; ".join(map(str, pdf.check_pdf_syntax()[:_PLACES]))


def _three_words(flows: Sequence[Flow]) -> Plan:
    ranked = [w for w, _ in Counter(w for f in flows for w in _WORD.findall(f.text)).most_common()]
    picked = {ranked[0], ranked[len(ranked) // 4], ranked[len(ranked) // 2]} if ranked else set()
    words = "|".join(map(re.escape, sorted(picked)))
    spans = [
        Span(flow.id, found.start(), found.end())
        for flow in (flows if words else ())
        for found in re.finditer(rf"(?i)(?<![^\W_])(?:{words})(?![^\W_])", flow.text)
    ]
    return Plan(tuple(Occultation(f"m{number}", span) for number, span in enumerate(spans)))


if __name__ == "__main__":
    main(sys.argv[1:])
