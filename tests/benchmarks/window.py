"""How long the window's event loop stalls while a long PDF loads and is analysed.

    python -m tests.benchmarks.window [PAGES] [--why]
    python -m tests.benchmarks.window --stored [MENTIONS] [--why]

The second form opens a dossier that holds so many mentions already, without detection. With
`--why`, it says what the window's thread was at during the longest stalls.

A timer of the event loop notes the time between its ticks; what exceeds its interval is a
stall. While the file is read, the benchmark scrolls, filters, decides in bulk and takes it
back, as a person would. It prints; it asserts nothing.
"""

import gc
import multiprocessing
import os
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from time import monotonic, perf_counter, sleep, thread_time

TICK = 0.002


def main(pages: int, mentions: int = 0, *, why: bool = False) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from redactor.law.decisions import Decision
    from redactor.ui.app import prepare
    from redactor.ui.collecting import collect_out_of_the_way
    from redactor.ui.furnishing import furnished
    from redactor.ui.main_window import MainWindow
    from redactor.ui.review import Filter, Group, Show

    folder = Path(tempfile.mkdtemp(prefix="bench-window-"))
    source = make(folder / "rapport.pdf", pages)
    if mentions:
        source = store(folder / "grand.redactor", source, pages, mentions)
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings")
    )
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    window = furnished(MainWindow(prepare(app)), folder / "dossiers")
    collect_out_of_the_way()
    window.start()
    window.resize(1366, 768)
    window.show()
    clock = Clock(Watch() if why else None)
    timer = QTimer()
    timer.setInterval(round(TICK * 1000))
    timer.timeout.connect(clock.tick)
    timer.start()

    def wait(seconds: float) -> None:
        # A loop that never sleeps would take a core from the process that reads.
        until = monotonic() + seconds
        while monotonic() < until:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

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
    clock.do("filter text", lambda: window.review._filter(Filter(text="martin")))
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


class Clock:
    """Notes the largest gaps between ticks: on the wall, and in work of the window's thread.

    On a machine that does other things, only the second says what the program is worth.
    """

    def __init__(self, watch: "Watch | None" = None) -> None:
        self._last = perf_counter()
        self._work = thread_time()
        self._gaps: list[tuple[float, float]] = []
        self._watch = watch

    def tick(self) -> None:
        now, work = perf_counter(), thread_time()
        gap = (now - self._last - TICK, work - self._work)
        self._gaps.append(gap)
        if self._watch is not None:
            self._watch.ticked(gap)
        self._last, self._work = now, work

    def report(self, what: str) -> None:
        gaps, self._gaps = self._gaps, []
        if gaps:
            walls, works = (sorted(gap[kind] for gap in gaps) for kind in (0, 1))
            said = [
                f"{kind} worst {1000 * each[-1]:.0f} ms, {sum(gap > 0.05 for gap in each)} over 50"
                for kind, each in (("wall", walls), ("work", works))
            ]
            print(f"{what}: {'; '.join(said)}")
        if self._watch is not None:
            self._watch.report()

    def do(self, what: str, action: object) -> None:
        self._gaps = []
        start, work = perf_counter(), thread_time()
        action()  # type: ignore[operator]
        wall, work = perf_counter() - start, thread_time() - work
        print(f"{what}: {1000 * wall:.0f} ms, {1000 * work:.0f} ms of work")


class Watch:
    """Says what the window's thread was at while a tick was late (`--why`)."""

    LATE = 0.02

    def __init__(self) -> None:
        self._main = threading.get_ident()
        self._seen: Counter[str] = Counter()
        self._collecting = 0.0
        self._collected = 0.0
        self._stalls: list[tuple[tuple[float, float], float, Counter[str]]] = []
        self._last = perf_counter()
        gc.callbacks.append(self._gc)
        threading.Thread(target=self._sample, daemon=True).start()

    def _gc(self, phase: str, _: object) -> None:
        if threading.get_ident() == self._main:
            if phase == "start":
                self._collecting = perf_counter()
            else:
                self._collected += perf_counter() - self._collecting

    def _sample(self) -> None:
        while True:
            sleep(0.003)
            if perf_counter() - self._last > 0.008:
                frame = sys._current_frames().get(self._main)
                places: list[str] = []
                while frame is not None and len(places) < 6:
                    code = frame.f_code
                    places.append(f"{Path(code.co_filename).name}:{frame.f_lineno} {code.co_name}")
                    frame = frame.f_back
                self._seen[" < ".join(places)] += 1

    def ticked(self, gap: tuple[float, float]) -> None:
        if max(gap) > self.LATE:
            self._stalls.append((gap, self._collected, self._seen))
        self._seen, self._collected, self._last = Counter(), 0.0, perf_counter()

    def report(self) -> None:
        for (wall, work), collected, seen in sorted(self._stalls, key=lambda s: -s[0][1])[:6]:
            print(
                f"    {1000 * wall:.0f} ms, {1000 * work:.0f} of work,"
                f" {1000 * collected:.0f} collecting"
            )
            for place, count in seen.most_common(5):
                print(f"        {count} × {place}")
        self._stalls.clear()


def peak_of(process: int | None) -> float:
    """Peak resident memory of a process, in MB; 0 where the system does not say."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def make(path: Path, pages: int) -> Path:
    """A report of invented people, some 350 words and 12 names a page."""
    import random

    import pymupdf

    chance = random.Random(7)
    first = "Élodie Yann Hélène Mathieu Fatou Ibrahim Soazig Paulo Nadia Gwenaël".split()
    last = "Tréguier Cadiou Kermarrec Martin Diallo Benali Le-Goaster Ferreira Haddad".split()
    words = "le conseil examine la demande puis renvoie la décision au service compétent".split()
    with pymupdf.open() as document:
        for number in range(pages):
            page = document.new_page()
            for line in range(30):
                text = " ".join(chance.choices(words, k=9))
                if line % 3 == 0:
                    text = f"Madame {chance.choice(first)} {chance.choice(last)} {text}"
                page.insert_text((60, 70 + 22 * line), text, fontsize=10)
            page.insert_text((60, 760), f"Page {number + 1}", fontsize=8)
        document.save(path)
    return path


def store(path: Path, source: Path, pages: int, mentions: int, *, each_entity: int = 40) -> Path:
    """A dossier of one document whose analysis is invented."""
    from redactor.dossier import Dossier
    from redactor.law.categories import Category
    from redactor.law.mention import Mention
    from redactor.text.flow import Flow, Span

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
        dossier.store_analysis(row.id, flows, (), found, pages, format="pdf")
    return path


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if each != "--why"]
    why = "--why" in sys.argv
    if given[:1] == ["--stored"]:
        main(1000, int(given[1]) if len(given) > 1 else 20_000, why=why)
    else:
        main(int(given[0]) if given else 500, why=why)
