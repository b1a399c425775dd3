"""A process that serves tasks one at a time, under limits, and can be killed.

The parent submits requests and receives events through a callback, called on a reader thread
(a pipe cannot be watched by a `QSocketNotifier` on Windows; a thread can). The child runs a
*service*: a function called once to set up (load a model, say) that returns the function that
handles each request.
"""

import itertools
import multiprocessing
import os
import queue
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeAlias

from redactor.formats.errors import Problem, TooLong, WorkerDied
from redactor.jobs.offline import forbid_internet

#: How much nicer than the window its processes are.
_NICER = 5
#: Memory a reading process may address. A 2 GB PDF is mapped, not loaded, by the engines.
MEMORY = 6 * 1024**3


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a task may go before its process is killed."""

    seconds: float | None = 120.0
    """Longest silence: a task that gives parts or reports progress may take longer in all."""
    memory: int | None = MEMORY
    """Bytes of address space, where the system can limit it (not on Windows and macOS)."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is, 0 to 1."""

    task: int
    done: float
    what: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a task gives before its end."""

    task: int
    value: Any


@dataclass(frozen=True, slots=True)
class Finished:
    task: int
    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The task ended without a result. `trace` says where in the code, never document text."""

    task: int
    problem: Problem
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Cancelled:
    task: int


Event: TypeAlias = Progress | Part | Finished | Failed | Cancelled


class Bug(Problem):
    """An error of the program. Facts: ``kind``, the exception's class; ``where`` in the code."""

    key = "problem.bug"


class TaskCancelled(Exception):
    """Raised inside a task by `Task.check`."""


@dataclass
class Task:
    """A running task as its handler sees it, in the child."""

    id: int
    _send: Callable[[Event], None]
    _cancelled: set[int] = field(default_factory=set)

    def give(self, value: Any) -> None:
        """Send a part of the result now."""
        self.check()
        self._send(Part(self.id, value))

    def progress(self, done: float, what: str = "") -> None:
        """Report progress, 0 to 1; also shows that the task is alive."""
        self.check()
        self._send(Progress(self.id, done, what))

    def check(self) -> None:
        """Stop here if the parent cancelled the task. Raises `TaskCancelled`."""
        if self.id in self._cancelled:
            raise TaskCancelled


Handler: TypeAlias = Callable[[Task, Any], Any]
Service: TypeAlias = Callable[[], Handler]

_BETWEEN_LOOKS = 0.5
"""Seconds between two looks at whether a task is over its time."""


class Worker:
    """The parent's end of a process. Starts it when first needed, and again after a death."""

    def __init__(
        self,
        service: Service,
        on_event: Callable[[Event], None] | None = None,
        limits: Limits | None = None,
        *,
        newest_first: bool = False,
        gives_way: bool = False,
    ) -> None:
        """`service` is a module-level function: it is sent to the child by name.

        `on_event` is called in a thread of its own; see `tell` for a later one.
        `newest_first`: the last request waiting is served first (pictures of pages).
        `gives_way`: a window asks, and comes before it where both want the processor.
        """
        self._service = service
        self._on_event = on_event or _ignore
        self._limits = limits or Limits()
        self._newest_first = newest_first
        self._gives_way = gives_way
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._pending: dict[int, float] = {}
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None

    def start(self) -> None:
        """Start the process now, so that it is warm when the first request comes."""
        with self._lock:
            self._ensure()

    def tell(self, on_event: Callable[[Event], None]) -> None:
        """Call this from now on."""
        self._on_event = on_event

    def number(self) -> int:
        """A number for a request to come, where its answers must be expected before it is sent."""
        return next(self._ids)

    def submit(self, request: Any, task: int | None = None) -> int:
        """Ask for something. Returns the number that the events about it carry."""
        with self._lock:
            task = self.number() if task is None else task
            for _ in range(2):
                connection = self._ensure()
                self._pending[task] = time.monotonic()
                try:
                    connection.send((task, request))
                    return task
                except (BrokenPipeError, OSError):
                    del self._pending[task]
                    self._connection = None
            raise WorkerDied

    def cancel(self, task: int) -> None:
        """Ask for a task to stop at its next step, or never to begin."""
        with self._lock:
            if task in self._pending and self._connection:
                with suppress(OSError):
                    self._connection.send((task, _CANCEL))

    def kill(self) -> None:
        """End the process at once. What was pending fails with `WorkerDied`."""
        with self._lock:
            process = self._process
        if process is not None and process.is_alive():
            process.kill()
            process.join()

    def close(self) -> None:
        """End the process; no event comes after this."""
        self._on_event = _ignore
        self.kill()

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def _ensure(self) -> Connection:
        if self._connection is not None and self._process and self._process.is_alive():
            return self._connection
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_child,
            args=(
                *(theirs, self._service, self._limits.memory, self._newest_first),
                *(tempfile.tempdir, self._gives_way),
            ),
            daemon=True,
            name=self._service.__module__,
        )
        self._process.start()
        theirs.close()
        self._connection = ours
        # Of this process alone: what is asked of the next one must not fail with this one, whose
        # end is heard of later.
        self._pending = {}
        threading.Thread(
            target=self._listen,
            args=(ours, self._process, self._pending),
            daemon=True,
            name=f"events of {self._service.__module__}",
        ).start()
        return ours

    def _listen(
        self,
        connection: Connection,
        process: multiprocessing.process.BaseProcess,
        pending: dict[int, float],
    ) -> None:
        overdue = False
        try:
            while True:
                if not connection.poll(min(_BETWEEN_LOOKS, self._limits.seconds or _BETWEEN_LOOKS)):
                    if self._is_overdue(pending):
                        overdue = True
                        process.kill()
                        break
                    continue
                self._receive(connection.recv(), pending)
        except (EOFError, OSError):
            pass
        process.join()
        with self._lock:
            lost = list(pending)
            pending.clear()
            if self._connection is connection:
                self._connection = None
        connection.close()
        for task in lost:
            seconds = int(self._limits.seconds or 0)
            self._on_event(Failed(task, TooLong(seconds=seconds) if overdue else WorkerDied()))

    def _receive(self, event: Event, pending: dict[int, float]) -> None:
        with self._lock:
            if event.task not in pending:
                return
            now = time.monotonic()
            if isinstance(event, Progress | Part):
                pending[event.task] = now
            else:
                del pending[event.task]
                # Those that waited behind it start now.
                pending.update(dict.fromkeys(pending, now))
        self._on_event(event)

    def _is_overdue(self, pending: dict[int, float]) -> bool:
        if self._limits.seconds is None:
            return False
        with self._lock:
            last = max(pending.values(), default=time.monotonic())
        return time.monotonic() - last > self._limits.seconds


def run(
    service: Service,
    request: Any,
    limits: Limits | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Generator[Any, None, None]:
    """Run one request in a process of its own; yield its parts, then its result, last.

    For the command. Raises the `Problem` that the task failed with. The process is killed when
    the iterator is closed.
    """
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    worker = Worker(service, events.put, limits)
    try:
        yield from follow(worker.submit(request), events, on_progress)
    finally:
        worker.close()


def follow(
    task: int,
    events: "queue.SimpleQueue[Event]",
    on_progress: Callable[[Progress], None] | None = None,
) -> Iterator[Any]:
    """Yield the parts of one task, read from its worker's events, then its result."""
    while True:
        event = events.get()
        if event.task != task:
            continue
        if isinstance(event, Part):
            yield event.value
        elif isinstance(event, Progress):
            if on_progress:
                on_progress(event)
        elif isinstance(event, Finished):
            yield event.value
            return
        elif isinstance(event, Failed):
            raise event.problem
        else:
            raise TaskCancelled


# --- the child ---------------------------------------------------------------------------------

_CANCEL = "cancel"


def _ignore(event: Event) -> None:
    """Events of a closed worker go nowhere."""


def _child(
    connection: Connection,
    service: Service,
    memory: int | None,
    newest_first: bool,
    scratch: str | None,
    gives_way: bool,
) -> None:
    forbid_internet()
    if gives_way:
        _give_way()
    tempfile.tempdir = scratch
    # Libraries warn on stderr, with their paths and sometimes the document's words.
    warnings.simplefilter("ignore")
    if memory is not None:
        _limit_memory(memory)
    requests: list[tuple[int, Any]] = []
    cancelled: set[int] = set()
    arrived = threading.Condition()
    closed = False

    def read() -> None:
        nonlocal closed
        try:
            while True:
                task, request = connection.recv()
                with arrived:
                    if isinstance(request, str) and request == _CANCEL:
                        cancelled.add(task)
                    else:
                        requests.append((task, request))
                    arrived.notify()
        except (EOFError, OSError):
            with arrived:
                closed = True
                arrived.notify()

    threading.Thread(target=read, daemon=True).start()
    handle = service()
    while True:
        with arrived:
            arrived.wait_for(lambda: requests or closed)
            if closed:
                return
            task, request = requests.pop(-1 if newest_first else 0)
        try:
            connection.send(_serve(handle, Task(task, connection.send, cancelled), request))
        except (BrokenPipeError, OSError):
            return
        cancelled.discard(task)


def _serve(handle: Handler, task: Task, request: Any) -> Event:
    try:
        task.check()
        return Finished(task.id, handle(task, request))
    except TaskCancelled:
        return Cancelled(task.id)
    except Problem as problem:
        return Failed(task.id, problem, places(problem))
    except MemoryError:
        return Failed(task.id, WorkerDied(), "MemoryError")
    except Exception as error:  # noqa: BLE001 - whatever an engine raises, the parent must hear
        return Failed(task.id, bug_of(error), places(error))


def bug_of(error: BaseException) -> Bug:
    """An error that nobody foresaw, without its message."""
    return Bug(kind=type(error).__name__, where=_innermost(error))


def places(error: BaseException) -> str:
    """The places in the code, without the message: it may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    return " > ".join([*places, type(error).__name__])


def _innermost(error: BaseException) -> str:
    """The last place of our own code that the error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if "redactor" in Path(f.filename).parts] or list(frames)
    return f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""


def _give_way() -> None:
    """Measured on two cores while 500 pages are read: without this the window waits up to
    98 ms for a processor that two of its own processes hold."""
    if sys.platform == "win32":
        import ctypes

        below_normal = 0x4000
        ctypes.windll.kernel32.SetPriorityClass(
            ctypes.windll.kernel32.GetCurrentProcess(), below_normal
        )
    else:
        os.nice(_NICER)


def _limit_memory(size: int) -> None:
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        soft = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
