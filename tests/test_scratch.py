"""Temporary files go with the run that made them, or with the next one."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from redactor import scratch
from redactor.jobs.process import Handler, Task, run

KILLED = """
import os, signal, sys, tempfile
from pathlib import Path
from redactor import scratch
tempfile.tempdir = sys.argv[1]
with scratch.scratch() as folder:
    (folder / "words.txt").write_text("Josiane")
    stage = Path(sys.argv[2])
    stage.mkdir()
    scratch.own(stage)
    scratch.go_with(stage)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _kill(temporary: Path, stage: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, temporary, stage], check=False)
    assert done.returncode == -signal.SIGKILL


def test_a_run_leaves_nothing(temporary: Path) -> None:
    with scratch.scratch() as folder:
        Path(tempfile.mkstemp()[1]).write_text("Josiane")
        assert len(list(folder.iterdir())) == 2
        assert folder.stat().st_mode & 0o077 == 0
    assert list(temporary.iterdir()) == []


DIED = """
import sys
from pathlib import Path
from redactor import scratch
stage = Path(sys.argv[1])
stage.mkdir()
scratch.own(stage)
scratch.go_with(stage)
"""


def test_what_a_worker_left_elsewhere_as_it_died_goes_with_the_run(
    temporary: Path, tmp_path: Path
) -> None:
    stage = tmp_path / ".redactor-stage"
    with scratch.scratch() as folder:
        set_it = f"import tempfile; tempfile.tempdir = {str(folder)!r}"
        subprocess.run([sys.executable, "-c", set_it + DIED, stage], check=True)
        assert stage.exists(), "no trap"
    assert not stage.exists()


def where(task: Task, request: object) -> str:
    return tempfile.gettempdir()


def service() -> Handler:
    return where


def test_a_worker_writes_into_the_folder_of_its_run(temporary: Path) -> None:
    with scratch.scratch() as folder:
        assert list(run(service, None)) == [str(folder)]


def test_the_next_run_removes_what_a_killed_one_left(temporary: Path, tmp_path: Path) -> None:
    stage = tmp_path / "somewhere" / ".redactor-stage"
    stage.parent.mkdir()
    _kill(temporary, stage)
    assert list(temporary.rglob("words.txt"))
    assert stage.exists()
    with scratch.scratch():
        assert not list(temporary.rglob("words.txt"))
        assert not stage.exists()


def test_a_run_that_goes_on_keeps_its_folder(temporary: Path) -> None:
    with scratch.scratch() as folder, scratch.scratch():
        assert folder.is_dir()


def test_a_folder_that_no_run_marked_is_left_alone(temporary: Path) -> None:
    other = temporary / "redactor-notes"
    other.mkdir()
    with scratch.scratch():
        assert other.is_dir()


def test_a_folder_named_by_a_leftover_goes_only_if_an_export_made_it(
    temporary: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    _kill(temporary, mine)
    assert (mine / "owner").is_file()
    with scratch.scratch():
        assert (mine / "owner").is_file()


def test_another_machines_folder_is_left_alone(temporary: Path) -> None:
    other = temporary / "redactor-x"
    other.mkdir()
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (other / "owner").write_text(f"{dead.pid} elsewhere")
    assert not scratch.abandoned(other)
    (other / "owner").write_text(f"{dead.pid} {os.uname().nodename}")
    assert scratch.abandoned(other)
