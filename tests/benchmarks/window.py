"""How long the window's event loop stalls while a long PDF loads and is analysed.

    python -m tests.benchmarks.window [PAGES]
    python -m tests.benchmarks.window --stored [MENTIONS]

The second form opens a dossier that holds so many mentions already, without detection.

A timer of the event loop notes the time between its ticks; what exceeds its interval is a
stall. While the file is read, the benchmark scrolls, filters, decides in bulk and takes it
back, as a person would. It prints; it asserts nothing.
"""

import os
import sys
import tempfile
from pathlib import Path
from time import monotonic, perf_counter, thread_time

TICK = 0.002


def main(pages: int, mentions: int = 0) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from redactor.law.decisions import Decision
    from redactor.ui.app import prepare
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
    window = MainWindow(folder / "dossiers", prepare(app))
    window.start()
    window.resize(1366, 768)
    window.show()
    clock = Clock()
    timer = QTimer()
    timer.setInterval(round(TICK * 1000))
    timer.timeout.connect(clock.tick)
    timer.start()

    def wait(seconds: float) -> None:
        until = monotonic() + seconds
        while monotonic() < until:
            app.processEvents()

    wait(4.0)
    clock.report("the model loads")
    start = monotonic()
    window.open_paths([source])
    while not window.desk.review.items and monotonic() - start < 60:
        app.processEvents()
    clock.report("until the first mentions")
    print(f"first mentions after {monotonic() - start:.2f} s")
    bar = window.pane.canvas.verticalScrollBar()
    while (window.desk.intake.busy or not window.desk.feed.idle) and monotonic() - start < 500:
        bar.setValue((bar.value() + 400) % max(bar.maximum(), 1))
        wait(0.2)
    desk = window.desk
    print(f"{pages} pages read in {monotonic() - start:.1f} s, {len(desk.review.items)} mentions")
    clock.report("reading, scrolling meanwhile")
    while desk.linking.busy or not desk.feed.idle:
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
    clock.do(f"decide {len(ids)}", lambda: desk.decide(ids, Decision.OCCULT))
    wait(0.4)
    clock.do("undo", desk.undo)
    wait(0.4)
    every = list(desk.review.items)
    clock.do(f"decide {len(every)}", lambda: desk.decide(every, Decision.OCCULT))
    wait(0.4)
    clock.do("undo", desk.undo)
    wait(0.4)
    window.review.next_undecided()
    clock.report("(drain)")
    for _ in range(20):
        window.review.decide(Decision.OCCULT)
        wait(0.05)
    clock.report("twenty decisions, one after the other")
    window.close()


class Clock:
    """Notes the largest gaps between ticks: on the wall, and in work of the window's thread.

    On a machine that does other things, only the second says what the program is worth.
    """

    def __init__(self) -> None:
        self._last = perf_counter()
        self._work = thread_time()
        self._gaps: list[tuple[float, float]] = []

    def tick(self) -> None:
        now, work = perf_counter(), thread_time()
        self._gaps.append((now - self._last - TICK, work - self._work))
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

    def do(self, what: str, action: object) -> None:
        self._gaps = []
        start, work = perf_counter(), thread_time()
        action()  # type: ignore[operator]
        wall, work = perf_counter() - start, thread_time() - work
        print(f"{what}: {1000 * wall:.0f} ms, {1000 * work:.0f} ms of work")


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


def store(path: Path, source: Path, pages: int, mentions: int) -> Path:
    """A dossier of one document whose analysis is invented: 40 mentions an entity."""
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
            entity=f"e{((flow.page or 0) * each + i) // 40}",
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
    given = sys.argv[1:]
    if given[:1] == ["--stored"]:
        main(1000, int(given[1]) if len(given) > 1 else 20_000)
    else:
        main(int(given[0]) if given else 500)
