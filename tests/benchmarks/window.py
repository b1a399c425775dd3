"""How long the window's event loop stalls while a long PDF loads and is analysed.

    python -m tests.benchmarks.window [PAGES] [--why]
    python -m tests.benchmarks.window --stored [MENTIONS] [--why]

The second form opens a dossier that holds so many mentions already, without detection. With
`--why`, it says what the window's thread was at during the longest stalls.

While the file is read, the benchmark scrolls, filters, decides in bulk and takes it back, as a
person would. It prints; it asserts nothing.
"""

import multiprocessing
import os
import sys
import tempfile
from pathlib import Path
from time import monotonic

from redactor.dossier import Dossier
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span
from redactor.ui.review import Filter, Group, Show
from tests.benchmarks.desk import Desk
from tests.benchmarks.material import text_pdf
from tests.dossier.stored import store_analysis


def main(pages: int, mentions: int = 0, *, why: bool = False) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bench-window-"))
    source = text_pdf(folder / "rapport.pdf", pages)
    if mentions:
        source = store(folder / "grand.redactor", source, pages, mentions)
    bench = Desk(folder, why=why)
    window, clock, wait = bench.window, bench.clock, bench.wait
    wait(4.0)
    clock.report("the model loads")
    start = monotonic()
    window.open_paths([source])
    while not window.desk.review.items and monotonic() - start < 60:
        wait(0.01)
    clock.report("until the first mentions")
    print(f"first mentions after {monotonic() - start:.2f} s")
    bar = window.pane.canvas.verticalScrollBar()
    while (window.desk.intake.busy or not window.desk.feed.idle) and monotonic() - start < 500:
        bar.setValue((bar.value() + 400) % max(bar.maximum(), 1))
        wait(0.2)
    desk = window.desk
    print(f"{pages} pages read in {monotonic() - start:.1f} s, {len(desk.review.items)} mentions")
    clock.report("reading, scrolling meanwhile")
    while desk.entities.linking.busy or not desk.feed.idle:
        wait(0.1)
    clock.report("linking entities")
    for show in (Show.UNDECIDED, Show.OCCULT, Show.ALL):
        clock.do(f"filter {show}", lambda show=show: window.review._filter(Filter(show=show)))
        wait(0.4)
    clock.do("filter text", lambda: window.review._filter(Filter(text="diallo")))
    wait(0.4)
    clock.do("filter nothing", lambda: window.review._filter(Filter()))
    wait(0.4)
    groups = [row for row in window.review.model.rows if isinstance(row, Group)]
    largest = max(groups, key=lambda row: len(row.items))
    ids = list(largest.items)
    clock.do(f"decide {len(ids)}", lambda: desk.decisions.decide(ids, Decision.OCCULT))
    wait(0.4)
    clock.do("undo", desk.steps.undo)
    wait(0.4)
    every = list(desk.review.items)
    clock.do(f"decide {len(every)}", lambda: desk.decisions.decide(every, Decision.OCCULT))
    wait(0.4)
    clock.do("undo", desk.steps.undo)
    wait(0.4)
    window.review.next_undecided()
    clock.report("(drain)")
    for _ in range(20):
        window.review.decide(Decision.OCCULT)
        wait(0.05)
    clock.report("twenty decisions, one after the other")
    pids = [os.getpid(), *(child.pid for child in multiprocessing.active_children())]
    print("peak memory: " + ", ".join(f"{peak_of(pid):.0f}" for pid in pids) + " MB")
    window.close()


def peak_of(process: int | None) -> float:
    """Peak resident memory of a process, in MB; 0 where the system does not say."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def store(path: Path, source: Path, pages: int, mentions: int, *, each_entity: int = 40) -> Path:
    """A dossier of one document whose analysis is invented."""
    each = mentions // pages
    text = "Madame Élodie Tréguier a été reçue en mairie le douze mars. " * each
    flows = [Flow(f"p{n}", text, page=n) for n in range(1, pages + 1)]
    found = [
        Mention(
            f"m{flow.page}-{i}",
            Span(flow.id, 60 * i + 7, 60 * i + 22),
            "Élodie Tréguier",
            Category.PERSON,
            page=flow.page,
            entity=f"e{((flow.page or 0) * each + i) // each_entity}",
            confidence=0.9,
            detector="ner",
        )
        for flow in flows
        for i in range(each)
    ]
    with Dossier.create(path) as dossier:
        row = dossier.add_document(source)
        store_analysis(dossier, row.id, flows, (), found, pages, format="pdf")
    return path


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if each != "--why"]
    why = "--why" in sys.argv
    if given[:1] == ["--stored"]:
        main(1000, int(given[1]) if len(given) > 1 else 20_000, why=why)
    else:
        main(int(given[0]) if given else 500, why=why)
