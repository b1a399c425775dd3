"""When Python looks for cycles of objects that nothing holds any more.

Nearly all of the program's objects go without it. A look at all of them takes 90 ms with
20,000 mentions open, in whatever thread allocates, and stops the window: it is made when one
is in another program.
"""

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

# Objects made between two looks at the youngest, and looks at them between two at those that
# stayed: some milliseconds each.
YOUNG = 10_000
LOOKS = 5
NEVER = 1_000_000_000


def collect_later() -> None:
    """Look at no objects while modules are loaded beside the window: Qt's may only be let go of
    in its own thread."""
    gc.disable()


def collect_out_of_the_way() -> None:
    """Never stop the window to look at all objects. Called once what is imported is there."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, LOOKS, NEVER)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.connect(_rest)


def _rest(state: Qt.ApplicationState) -> None:
    if state is not Qt.ApplicationState.ApplicationActive:
        gc.collect()
