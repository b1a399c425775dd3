"""A batch on a cluster of two workers, one of which dies midway: an optional extra."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.dossier import Dossier
from redactor.jobs.cluster import Cluster, NotEncrypted
from redactor.release.recheck import recheck

ROOT = Path(__file__).parents[2]
COMMAND = "import sys; from redactor.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.mark.parametrize("address", ["tcp://cluster.example:8786", "192.0.2.7:8786"])
def test_documents_never_cross_a_network_in_clear(address: str) -> None:
    with pytest.raises(NotEncrypted):
        Cluster(address)
    Cluster("tls://cluster.example:8786")
    Cluster("tcp://127.0.0.1:8786")


def test_the_desktop_package_leaves_the_cluster_out() -> None:
    code = "import sys, redactor.cli; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
    bundle = (ROOT / "tools" / "bundle.py").read_text("utf-8")
    assert '"distributed"' in bundle.partition("UNUSED")[2]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    pytest.importorskip("distributed")
    file = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": str(ROOT)}
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    started = [
        subprocess.Popen(
            [*dask, "scheduler", *local, "--port", "0", "--scheduler-file", str(file)],
            **quiet,  # type: ignore[call-overload]
        )
    ]
    worker = [*dask, "worker", "--scheduler-file", str(file), "--no-nanny", "--nthreads", "1"]
    worker += [*local, "--local-directory", str(tmp_path)]
    started += [subprocess.Popen(worker, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    try:
        deadline = time.monotonic() + 60
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        yield json.loads(file.read_text("utf-8"))["address"], started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


@pytest.mark.slow
def test_a_worker_dies_and_nothing_is_lost_or_done_twice(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    source, out, rules = tmp_path / "in", tmp_path / "out", tmp_path / "rules.toml"
    source.mkdir()
    for number in range(30):
        name = f"{'accord' if number % 2 else 'courrier'}-{number:02}.txt"
        said = f"Accord n° {number}, signé par Mme Aela Kerouanton, 06 39 98 12 {number:02}.\n"
        (source / name).write_text(said * 20, "utf-8")
    rules.write_text('without_review = true\npaths = ["accord-*"]\n')
    words = ["batch", source, "--out", out, "--profile", "accord", "--rules", rules]
    run = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *map(str, words), "--scheduler", address],
        cwd=ROOT, stderr=subprocess.PIPE,
    )  # fmt: skip
    deadline = time.monotonic() + 200
    while _closed(out) < 6 and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert run.poll() is None
    os.kill(workers[0].pid, signal.SIGKILL)
    _, said_so = run.communicate(timeout=300)
    assert run.returncode == 1, said_so.decode()  # some wait, though there are rules
    with (out / "suivi.csv").open(encoding="utf-8-sig", newline="") as file:
        states = Counter(row["État"] for row in csv.DictReader(file, delimiter=";"))
    assert states == {"publié": 15, "à relire": 15}
    released = sorted((out / "publies").iterdir())
    assert all(recheck(each).sound for each in released)
    names = [path.name for each in released for path in (each / "communicable").iterdir()]
    assert sorted(names) == [f"accord-{n:02}.txt" for n in range(1, 30, 2)]
    with Dossier.open(out / "a-relire" / "001.redactor") as dossier:
        waiting = [row.name for row in dossier.documents()]
    assert sorted(waiting) == [f"courrier-{n:02}.txt" for n in range(0, 30, 2)]


def _closed(out: Path) -> int:
    try:
        return (out / "lot.jsonl").read_text("utf-8").count('"state"')
    except FileNotFoundError:
        return 0
