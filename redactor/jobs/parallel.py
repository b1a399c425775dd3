"""Documents treated by several processes of this machine, each with its model."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from redactor.jobs import treat
from redactor.jobs.process import Event, Limits, TaskCancelled, Worker, follow
from redactor.jobs.treat import Treat, Treated
from redactor.problem import Problem

#: After so many documents a process is replaced: what its engines' caches hold is given back.
RECYCLE = 100
#: A long document is silent while it is verified.
LIMITS = Limits(seconds=900)


@dataclass(frozen=True, slots=True)
class Given:
    """What a treatment gave: for one that waits, the parts for its review dossier."""

    treated: Treated | None = None
    parts: tuple[object, ...] = ()
    problem: Problem | None = None
    seconds: float = 0.0


Take = Callable[[Treat, Given], None]


class Treatment(Protocol):
    """Where the work is done: processes of this machine, or a cluster's."""

    def run(self, requests: Iterator[Treat], take: Take) -> None:
        """Treat every request and hand what it gave to `take`, from any thread."""
        ...


class Processes:
    """The processes of this machine, each with its model."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def run(self, requests: Iterator[Treat], take: Take) -> None:
        shared = _Shared(requests)
        threads = [
            threading.Thread(target=_serve, args=(shared, take), daemon=True, name=f"batch {n}")
            for n in range(self._jobs)
        ]
        for thread in threads:
            thread.start()
        try:
            for thread in threads:
                while thread.is_alive():
                    thread.join(0.2)  # a join without end would not hear Ctrl+C on Windows
        finally:
            shared.stop()
            for thread in threads:
                thread.join()


class _Shared:
    """One iterator of requests for several threads, that can be ended."""

    def __init__(self, requests: Iterator[Treat]) -> None:
        self._requests = requests
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._workers: list[Worker] = []

    def __iter__(self) -> Iterator[Treat]:
        while True:
            with self._lock:
                request = None if self._stopped.is_set() else next(self._requests, None)
            if request is None:
                return
            yield request

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def known(self, worker: Worker) -> Worker:
        with self._lock:
            self._workers.append(worker)
        return worker

    def stop(self) -> None:
        """No more requests; what runs is killed."""
        self._stopped.set()
        with self._lock:
            workers = list(self._workers)
        for worker in workers:
            worker.kill()


def _serve(shared: _Shared, take: Take) -> None:
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    worker = shared.known(Worker(treat.service, events.put, LIMITS))
    served = 0
    try:
        for request in shared:
            if served and served % RECYCLE == 0:
                worker.close()
                events = queue.SimpleQueue()
                worker = shared.known(Worker(treat.service, events.put, LIMITS))
            served += 1
            given = _given(worker, events, request)
            if shared.stopped:
                return
            take(request, given)
    finally:
        worker.close()


def _given(worker: Worker, events: "queue.SimpleQueue[Event]", request: Treat) -> Given:
    began = time.monotonic()
    try:
        *parts, treated = follow(worker.submit(request), events)
    except Problem as problem:
        return Given(problem=problem)
    except TaskCancelled:
        return Given()
    return Given(treated, tuple(parts), seconds=time.monotonic() - began)
