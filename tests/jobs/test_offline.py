"""The suite runs under `forbid_internet` (tests/conftest.py); so does every worker."""

import socket

import pytest

from redactor.formats.errors import Problem
from redactor.jobs.offline import NetworkForbidden
from redactor.jobs.process import Bug, run
from tests.jobs.services import echo


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_an_internet_socket_cannot_be_made(family: int) -> None:
    with pytest.raises(NetworkForbidden):
        socket.socket(family)


def test_a_name_cannot_be_looked_up() -> None:
    with pytest.raises(NetworkForbidden):
        socket.getaddrinfo("exemple.example", 80)


def test_processes_still_talk_to_each_other() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"x")
        assert other.recv(1) == b"x"


def test_a_worker_cannot_reach_the_internet() -> None:
    with pytest.raises(Problem) as caught:
        list(run(echo, "internet"))
    assert isinstance(caught.value, Bug)
    assert caught.value.facts["kind"] == "NetworkForbidden"
