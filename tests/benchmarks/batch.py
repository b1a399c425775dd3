"""Documents an hour of `redactor batch`, and the memory of its processes from first to last.

``python -m tests.benchmarks.batch [DOCUMENTS [JOBS]]``: ten-page PDFs, all let out by the rules,
so that every one is read, detected, written twice and verified. A shared machine makes the hour
shorter: the processor time of a document is printed too, and the load.
"""

import os
import resource
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

from redactor.jobs.batch import Order, run
from redactor.jobs.ledger import State
from redactor.law.profile import load
from redactor.release.rules import Rules
from tests.benchmarks.material import text_pdf

PAGES = 10
#: What France publishes of accords d'entreprise in a year.
YEARLY = 87_000


def main(documents: int = 24, jobs: int = 2) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in")
        source.mkdir()
        for number in range(documents):
            text_pdf(source / f"accord-{number:04}.pdf", PAGES, seed=number + 1)
        _measure(source, Path(folder, "out"), jobs)


def _measure(source: Path, out: Path, jobs: int) -> None:
    profile = load("accord")
    anything = Rules(without_review=True, most_undecided=10**6, most_signals=10**6)
    memory: list[tuple[int, int]] = []
    ended = threading.Event()
    done = [0]
    watch = threading.Thread(target=_watch, args=(memory, done, ended))
    watch.start()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    def count(so_far: int, _: int, __: str) -> None:
        done[0] = so_far

    result = run(Order(source, out, profile, "accord", anything, jobs=jobs), count)
    ended.set()
    watch.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    released, count_all = result.count(State.RELEASED), len(result.lines)
    hour = result.fresh * 3600 / result.seconds
    each = used / max(result.fresh, 1)
    print(f"batch: {count_all} documents of {PAGES} pages, {jobs} processes, {released} released")
    days = YEARLY / hour / 24
    print(f"  {hour:.0f} documents an hour, loading included; {days:.1f} days for {YEARLY}")
    print(f"  {each:.2f} s of processor a document: {3600 / each:.0f} an hour and core when idle")
    print(f"  load {' '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores")
    for share in (0.25, 0.5, 0.75, 1.0):
        at = [kb for so_far, kb in memory if so_far <= share * count_all]
        if at:
            print(
                f"  memory of all processes at {share:.0%}: {max(at[-20:]) / 1024:.0f} MB at most"
            )


def _watch(memory: list[tuple[int, int]], done: list[int], ended: threading.Event) -> None:
    """Resident memory of this process and its children, every quarter of a second."""
    while not ended.wait(0.25):
        memory.append((done[0], sum(map(_resident, [os.getpid(), *_children()]))))


def _children() -> list[int]:
    """The processes that any thread of this one started."""
    found: list[int] = []
    for thread in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            found += map(int, thread.read_text().split())
    return found


def _resident(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(found[0].split()[1]) if found else 0


if __name__ == "__main__":
    started = time.monotonic()
    main(*map(int, sys.argv[1:]))
    print(f"  {time.monotonic() - started:.0f} s in all")
