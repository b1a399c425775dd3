"""The bridge from worker processes to Qt: answers come back in the window's thread.

A `Worker` calls back on its reader thread; a signal carries each event to the thread of the
`Job`, where the callbacks of its request run. A callback of a request that was dropped is
never called.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from redactor.formats.errors import Problem
from redactor.jobs.process import (
    Bug,
    Cancelled,
    Event,
    Failed,
    Finished,
    Limits,
    Part,
    Progress,
    Service,
    Worker,
)

_LOG = logging.getLogger(__name__)
"""Holds places in the code, never document text."""


def _nothing(*_: Any) -> None:
    """The callback of those who do not care."""


@dataclass(frozen=True, slots=True)
class Calls:
    """What to call, in the window's thread, as a request goes on."""

    part: Callable[[Any], None] = _nothing
    progress: Callable[[float, str], None] = _nothing
    done: Callable[[Any], None] = _nothing
    failed: Callable[[Problem], None] = _nothing
    cancelled: Callable[[], None] = _nothing


class Job(QObject):
    """One worker process as the window sees it."""

    _arrived = Signal(object)

    def __init__(
        self,
        service: Service,
        parent: QObject | None = None,
        limits: Limits | None = None,
        *,
        newest_first: bool = False,
    ) -> None:
        super().__init__(parent)
        self._calls: dict[int, Calls] = {}
        self._closed = False
        self._senders: set[threading.Thread] = set()
        self._worker = Worker(
            service, self._arrived.emit, limits, newest_first=newest_first, gives_way=True
        )
        self._arrived.connect(self._dispatch, Qt.ConnectionType.QueuedConnection)

    def adopt(self, worker: Worker) -> None:
        """Go on with a process of the same service that runs already."""
        self._worker.close()
        self._worker = worker
        worker.tell(self._arrived.emit)

    def start(self) -> None:
        """Start the process now, so that it is warm when it is needed."""
        self._worker.start()

    def ask(self, request: Any, calls: Calls) -> int:
        """Send a request. Returns its number, for `cancel` and `drop`."""
        task = self._worker.submit(request)
        self._calls[task] = calls
        return task

    def ask_apart(self, make: Callable[[], Any], calls: Calls) -> int:
        """Send a large request, made and sent in a thread. `make` must touch nothing shared."""
        task = self._worker.number()
        self._calls[task] = calls

        def send() -> None:
            try:
                request = make()
                if task not in self._calls:  # dropped meanwhile: a release would still be made
                    return
                self._worker.submit(request, task)
                if task not in self._calls:
                    self._worker.cancel(task)
            except Problem as problem:
                self._arrived.emit(Failed(task, problem))
            except Exception as error:  # noqa: BLE001 - the window must hear that no answer comes
                self._arrived.emit(Failed(task, Bug(kind=type(error).__name__, where="request")))
            finally:
                self._senders.discard(threading.current_thread())

        sender = threading.Thread(target=send, daemon=True, name="request")
        self._senders.add(sender)
        sender.start()
        return task

    def cancel(self, task: int) -> None:
        """Ask for a request to stop; `cancelled` is called when it has."""
        self._worker.cancel(task)

    def drop(self, task: int) -> None:
        """Cancel a request and never hear of it again."""
        self._calls.pop(task, None)
        self._worker.cancel(task)

    def kill(self) -> None:
        """End the process at once: what was asked fails. The next request starts another."""
        self._worker.kill()

    def close(self) -> None:
        """End the process for good."""
        self._closed = True
        self._calls.clear()
        for sender in list(self._senders):
            sender.join(5)
        self._worker.close()

    @property
    def pid(self) -> int | None:
        return self._worker.pid

    @property
    def waiting(self) -> int:
        """How many requests have not ended."""
        return len(self._calls)

    def _dispatch(self, event: Event) -> None:
        if self._closed:
            return
        calls = self._calls.get(event.task)
        if calls is None:
            return
        if isinstance(event, Part):
            calls.part(event.value)
        elif isinstance(event, Progress):
            calls.progress(event.done, event.what)
        else:
            del self._calls[event.task]
            if isinstance(event, Finished):
                calls.done(event.value)
            elif isinstance(event, Failed):
                if isinstance(event.problem, Bug):
                    _LOG.error("%s", event.trace)
                calls.failed(event.problem)
            elif isinstance(event, Cancelled):
                calls.cancelled()
