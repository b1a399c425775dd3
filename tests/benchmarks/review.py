"""What the review of 300 mentions costs: keystrokes, and seconds of the machine.

    python -m tests.benchmarks.review [MENTIONS]

A stored dossier of invented mentions, five an entity, none decided, is reviewed by keys alone
in the real window: every other entity is decided as a whole, the others mention by mention, and
one decision in ten is taken back. It prints; it asserts nothing.
"""

import sys
import tempfile
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.benchmarks.desk import Desk
from tests.benchmarks.material import text_pdf
from tests.benchmarks.window import store


def main(mentions: int) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bench-review-"))
    pages = max(mentions // 10, 1)
    source = text_pdf(folder / "rapport.pdf", pages)
    stored = store(folder / "demande.redactor", source, pages, mentions, each_entity=5)
    desk = Desk(folder)
    app, window = desk.app, desk.window
    window.open_paths([stored])
    while not window.desk.review.items or window.desk.busy:
        app.processEvents()
    review = window.review
    review.list.setFocus()
    keys, slowest = 0, 0.0
    start, work = perf_counter(), thread_time()

    def press(key: str | Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        nonlocal keys, slowest
        before = thread_time()
        QTest.keyClick(review.list, key, modifier)  # type: ignore[arg-type]
        app.processEvents()
        slowest = max(slowest, thread_time() - before)
        keys += 1

    none, shift, ctrl = (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.ControlModifier,
    )
    press("n", none)
    whole, group, turn = False, "", 0
    while window.desk.review.undecided():
        item = window.desk.review.items[review.current]
        if item.group != group:
            group, whole = item.group, not whole
        press("o" if turn % 3 else "c", shift if whole else none)
        turn += 1
        if turn % 10 == 0:
            press(Qt.Key.Key_Z, ctrl)
            review.go_to(item.id)
            press("o", shift if whole else none)
    print(
        f"{mentions} mentions decided with {keys} keystrokes"
        f" ({keys / mentions:.2f} a mention), {thread_time() - work:.2f} s of the window's thread"
        f" ({perf_counter() - start:.1f} s on the wall); slowest {1000 * slowest:.0f} ms of work"
    )
    window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
