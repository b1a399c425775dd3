"""The real window, offscreen, and how long its event loop stalls.

A timer of the event loop notes the time between its ticks; what exceeds its interval is a stall.
"""

import gc
import os
import sys
import threading
from collections import Counter
from pathlib import Path
from time import monotonic, perf_counter, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from redactor.ui.app import prepare
from redactor.ui.collecting import collect_out_of_the_way
from redactor.ui.furnishing import furnished
from redactor.ui.main_window import MainWindow

TICK = 0.002


class Desk:
    """The window, open and at work, on settings and dossiers of its own in `folder`. `why`: its
    clock says what the window's thread was at during the longest stalls."""

    def __init__(self, folder: Path, *, why: bool = False) -> None:
        kind, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
        QSettings.setPath(kind, scope, str(folder / "settings"))
        self.app = QApplication(sys.argv[:1])
        self.window = furnished(MainWindow(prepare(self.app)), folder / "dossiers")
        collect_out_of_the_way()
        self.window.start()
        self.window.resize(1366, 768)
        self.window.show()
        self.clock = Clock(Watch() if why else None)
        self._timer = QTimer()
        self._timer.setInterval(round(TICK * 1000))
        self._timer.timeout.connect(self.clock.tick)
        self._timer.start()

    def wait(self, seconds: float) -> None:
        """Let the window do what it has to."""
        # A loop that never sleeps would take a core from the process that reads.
        until = monotonic() + seconds
        while monotonic() < until:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


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
