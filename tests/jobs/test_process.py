import queue
import sys
from collections.abc import Iterator

import pytest

from redactor.formats.errors import Damaged, TooLong, WorkerDied
from redactor.jobs.process import (
    Bug,
    Cancelled,
    Event,
    Failed,
    Finished,
    Limits,
    Progress,
    Worker,
    run,
)
from tests.jobs.services import echo


@pytest.fixture
def events() -> "queue.SimpleQueue[Event]":
    return queue.SimpleQueue()


@pytest.fixture
def worker(events: "queue.SimpleQueue[Event]") -> Iterator[Worker]:
    worker = Worker(echo, events.put)
    yield worker
    worker.close()


def test_parts_come_before_the_result() -> None:
    seen: list[Progress] = []
    assert list(run(echo, "count", on_progress=seen.append)) == [0, 1, 2, "count"]
    assert [p.done for p in seen] == [0, 1 / 3, 2 / 3]


def test_a_problem_crosses_with_its_facts(
    worker: Worker, events: "queue.SimpleQueue[Event]"
) -> None:
    worker.submit("damaged")
    event = events.get(timeout=20)
    assert isinstance(event, Failed)
    assert isinstance(event.problem, Damaged)
    assert event.problem.facts == {"where": "page 3"}


def test_a_bug_never_quotes_the_document(
    worker: Worker, events: "queue.SimpleQueue[Event]"
) -> None:
    worker.submit("bug")
    event = events.get(timeout=20)
    assert isinstance(event, Failed)
    assert isinstance(event.problem, Bug)
    assert "ValueError" in event.trace
    assert "secret" not in repr(event)


def test_a_death_fails_the_task_and_the_next_one_is_served(
    worker: Worker, events: "queue.SimpleQueue[Event]"
) -> None:
    worker.submit("die")
    event = events.get(timeout=20)
    assert isinstance(event, Failed)
    assert isinstance(event.problem, WorkerDied)
    worker.submit("again")
    assert isinstance(event := events.get(timeout=20), Finished)
    assert event.value == "again"


def test_a_running_task_stops_when_cancelled(
    worker: Worker, events: "queue.SimpleQueue[Event]"
) -> None:
    task = worker.submit("until cancelled")
    assert isinstance(events.get(timeout=20), Progress)
    worker.cancel(task)
    while isinstance(event := events.get(timeout=20), Progress):
        pass
    assert event == Cancelled(task)


def test_silence_over_the_limit_kills_the_process() -> None:
    with pytest.raises(TooLong):
        list(run(echo, "sleep", Limits(seconds=1)))


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux alone")
def test_memory_over_the_limit_fails_the_task_alone() -> None:
    with pytest.raises(WorkerDied):
        list(run(echo, "memory", Limits(memory=2 * 1024**3)))


def test_what_is_asked_right_after_a_kill_does_not_fail_with_the_process_killed(
    worker: Worker, events: "queue.SimpleQueue[Event]"
) -> None:
    worker.submit("sleep")
    worker.kill()
    task = worker.submit("after")
    while (event := events.get(timeout=60)).task != task:
        assert isinstance(event, Failed)
    assert isinstance(event, Finished), event
