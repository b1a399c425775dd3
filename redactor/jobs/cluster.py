"""A batch on a Dask cluster: an optional extra, absent from the desktop package.

The one place of the program that opens internet sockets (DESIGN, invariant 8). Originals and the
output folder are shared by all machines; documents that wait for a person come back through the
scheduler, so its connections must be encrypted (``tls://``) unless they stay on one machine.
"""

import threading
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from redactor.formats.errors import WorkerDied
from redactor.jobs import treat
from redactor.jobs.parallel import Given, Take
from redactor.jobs.process import Event, Handler, Part, Task
from redactor.jobs.treat import Treat
from redactor.problem import Problem

#: Tasks waiting on the cluster, for each of its threads: enough to keep it busy, few enough for
#: their results to stay small.
_AHEAD = 2
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class NoCluster(Problem):
    """The extra is not installed."""

    key = "problem.no-cluster"


class SchedulerUnreachable(Problem):
    """No scheduler there, or it refuses. Facts: ``address``."""

    key = "problem.scheduler"


class NotEncrypted(Problem):
    """Documents would cross the network in clear. Facts: ``address``."""

    key = "problem.scheduler-clear"


class Cluster:
    """A `redactor.jobs.parallel.Treatment` on the workers of a scheduler."""

    def __init__(self, address: str, tls: Path | None = None) -> None:
        """`tls`: a folder with ``ca.pem``, ``cert.pem`` and ``key.pem``. Raises NotEncrypted."""
        parts = urlsplit(address if "://" in address else f"tcp://{address}")
        if parts.scheme != "tls" and parts.hostname not in _LOCAL:
            raise NotEncrypted(address=address)
        self._address = address
        self._tls = tls

    def run(self, requests: Iterator[Treat], take: Take) -> None:
        """Keep the cluster busy; hand on what comes back, from this thread alone.

        A task whose worker died is given to another; one that kills several is a failed file.
        """
        client, as_completed = self._client()
        with client:
            width = _AHEAD * max(1, sum(client.nthreads().values()))
            waiting: dict[Any, Treat] = {}
            done = as_completed()

            def more() -> None:
                request = next(requests, None)
                if request is not None:
                    future = client.submit(treat_here, request, pure=False)
                    waiting[future] = request
                    done.add(future)

            for _ in range(width):
                more()
            for future in done:
                take(waiting.pop(future), _result(future))
                future.release()
                more()

    def _client(self) -> tuple[Any, Any]:
        try:
            from distributed import Client, Security, as_completed
        except ImportError as error:
            raise NoCluster from error
        security = None
        if self._tls is not None:
            certificate, key = str(self._tls / "cert.pem"), str(self._tls / "key.pem")
            security = Security(
                tls_ca_file=str(self._tls / "ca.pem"),
                tls_client_cert=certificate,
                tls_client_key=key,
                require_encryption=True,
            )
        try:
            return Client(self._address, security=security, timeout=20), as_completed
        except (OSError, TimeoutError, ValueError, TypeError) as error:
            raise SchedulerUnreachable(address=self._address) from error


def _result(future: Any) -> Given:
    try:
        given: Given = future.result()
    except Problem as problem:
        return Given(problem=problem)
    except Exception:  # noqa: BLE001 - whatever the cluster raises, the file is to be told of
        return Given(problem=WorkerDied())
    return given


_one_at_a_time = threading.Lock()  # the engines are not thread-safe, and a worker has threads


def treat_here(request: Treat) -> Given:
    """Treat a document in the process of a worker."""
    parts: list[object] = []

    def collect(event: Event) -> None:
        if isinstance(event, Part):
            parts.append(event.value)

    began = time.monotonic()
    with _one_at_a_time:
        try:
            treated = _handler()(Task(0, collect), request)
        except Problem as problem:
            return Given(problem=problem)
    return Given(treated, tuple(parts), seconds=time.monotonic() - began)


@cache
def _handler() -> Handler:
    return treat.service()
