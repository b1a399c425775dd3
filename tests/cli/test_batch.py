"""`redactor batch`: 0 all done, 1 some held back or failed, 2 usage."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from redactor.dossier import Dossier
from redactor.dossier.records import State
from redactor.jobs.alone import Alone
from redactor.release.recheck import recheck
from tests.cli.conftest import Ran

RULES = "without_review = true\nmost_undecided = 0\n"


def text(number: int) -> str:
    return (
        f"Accord n° {number}\nSigné par Mme Aela Kerouanton, demeurant 4 impasse des Goélands, "
        f"29999 Saint-Aubin.\nTéléphone : 06 39 98 12 {number:02}.\n"
    )


def accords(folder: Path) -> Path:
    source = folder / "accords"
    (source / "2026").mkdir(parents=True)
    for number in range(4):
        (source / "2026" / f"accord-{number}.txt").write_text(text(number), "utf-8")
    return source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return accords(tmp_path)


@pytest.fixture(scope="module")
def first(redactor: Callable[..., Ran], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where four documents were treated once, without rules."""
    place = tmp_path_factory.mktemp("lot")
    words = ("--out", place / "out", "--profile", "accord", "--jobs", "1")
    ran = redactor("batch", accords(place), *words)
    assert (ran.code, ran.out) == (0, ""), ran.err
    return place


def summary(out: Path) -> list[dict[str, str]]:
    with (out / "suivi.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def names_in_dossiers(out: Path) -> Counter[str]:
    found = Counter[str]()
    for path in sorted((out / "a-relire").glob("*.redactor")):
        with Dossier.open(path) as dossier:
            rows = dossier.documents()
            assert {row.state for row in rows} == {State.TO_REVIEW}
            assert all(dossier.flows(row.id) for row in rows)
            found.update(row.name for row in rows)
    return found


def test_by_default_everything_waits_in_a_dossier_and_nothing_goes_out(first: Path) -> None:
    out = first / "out"
    assert not (out / "publies").exists()
    assert names_in_dossiers(out) == Counter(f"accord-{n}.txt" for n in range(4))
    with Dossier.open(out / "a-relire" / "001.redactor") as dossier:
        assert dossier.info.profile == "accord"
        assert "Aela Kerouanton" in {row.mention.text for row in dossier.mentions()}
    assert [row["État"] for row in summary(out)] == ["à relire"] * 4
    assert "Kerouanton" not in (out / "suivi.csv").read_text("utf-8") + (
        out / "lot.jsonl"
    ).read_text("utf-8")


def test_rules_let_out_what_they_name_and_a_failure_keeps_to_its_file(
    redactor: Callable[..., Ran], folder: Path, tmp_path: Path
) -> None:
    (folder / "casse.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "a-part.txt").write_text(text(9), "utf-8")
    rules = tmp_path / "rules.toml"
    rules.write_text(RULES + 'paths = ["2026/*"]\n')
    out = tmp_path / "out"
    words = ("batch", folder, "--out", out, "--profile", "accord", "--rules", rules)
    ran = redactor(*words, "--jobs", "2")
    assert ran.code == 1
    assert "casse.pdf" in ran.err
    states = {row["Fichier"]: row["État"] for row in summary(out)}
    assert states == {
        **{f"2026/accord-{n}.txt": "publié" for n in range(4)},
        "a-part.txt": "à relire",
        "casse.pdf": "échec",
    }
    released = sorted((out / "publies").iterdir())
    assert len(released) == 4
    for each in released:
        assert recheck(each).sound
        (copy,) = (each / "communicable").iterdir()
        assert "Kerouanton" not in copy.read_text("utf-8")
    assert names_in_dossiers(out) == Counter({"a-part.txt": 1})


def test_a_batch_is_resumed_only_as_it_was_begun(
    redactor: Callable[..., Ran], folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    words = ("batch", folder, "--out", out, "--jobs", "1")
    assert redactor(*words).code == 0
    assert redactor(*words).code == 2  # there is one already
    assert redactor(*words, "--resume", "--profile", "publication").code == 2
    (folder / "nouveau.txt").write_text(text(7), "utf-8")
    (folder / "2026" / "accord-1.txt").write_text(text(8), "utf-8")
    ran = redactor(*words, "--resume")
    assert ran.code == 0, ran.err
    # The new one and the changed one; the changed one's earlier version stays as it was judged.
    assert names_in_dossiers(out) == Counter(
        {f"accord-{n}.txt": 1 + (n == 1) for n in range(4)} | {"nouveau.txt": 1}
    )


@pytest.mark.slow
def test_killed_in_the_middle_nothing_is_lost_and_nothing_done_twice(
    redactor: Callable[..., Ran], tmp_path: Path
) -> None:
    source, out, rules = tmp_path / "in", tmp_path / "out", tmp_path / "rules.toml"
    source.mkdir()
    for number in range(24):
        # Half of them go out; the others wait, outside the paths of the rules.
        name = f"{'accord' if number % 2 else 'courrier'}-{number:02}.txt"
        (source / name).write_text(text(number) * 20, "utf-8")
    rules.write_text(RULES + 'paths = ["accord-*"]\n')
    words = ["batch", str(source), "--out", str(out), "--profile", "accord", "--rules", str(rules)]
    code = "import sys; from redactor.cli import main; sys.exit(main(sys.argv[1:]))"
    for done in (3, 9):
        resume = ["--resume"] if (out / "lot.jsonl").exists() else []
        process = subprocess.Popen(
            [sys.executable, "-c", code, *words, "--jobs", "2", *resume],
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).parents[2],
        )
        deadline = time.monotonic() + 120
        while closed(out) < done and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        assert process.poll() is None, "it was too quick to be killed"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert done <= closed(out) < 24
    ran = redactor(*words, "--jobs", "2", "--resume")
    assert ran.code == 1  # some wait, though there are rules
    states = Counter(row["État"] for row in summary(out))
    assert states == {"publié": 12, "à relire": 12}
    assert names_in_dossiers(out) == Counter(f"courrier-{n:02}.txt" for n in range(0, 24, 2))
    released = [
        next((each / "communicable").iterdir()).name for each in (out / "publies").iterdir()
    ]
    assert Counter(released) == Counter(f"accord-{n:02}.txt" for n in range(1, 24, 2))
    assert redactor(*words, "--resume").err.count("à l’heure") == 0  # nothing was left to do


def closed(out: Path) -> int:
    try:
        lines = (out / "lot.jsonl").read_text("utf-8").splitlines()
    except FileNotFoundError:
        return 0
    return sum('"state"' in line for line in lines)


def test_wrong_usage_is_one_sentence_and_writes_nothing(
    redactor: Callable[..., Ran], folder: Path, tmp_path: Path
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("x")
    wrong = tmp_path / "rules.toml"
    wrong.write_text("most_pages = 3")
    for words in (
        (folder / "nowhere", "--out", tmp_path / "out"),
        (folder / "2026" / "accord-0.txt", "--out", tmp_path / "out"),
        (folder, "--out", full),
        (folder / "2026", "--out", folder),
        (folder, "--out", tmp_path / "out", "--rules", wrong),
        (folder, "--out", tmp_path / "out", "--profile", "none"),
    ):
        ran = redactor("batch", *words)
        assert ran.code == 2
        assert len(ran.err.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()
    assert sorted(path.name for path in full.iterdir()) == ["mine.txt"]


def test_the_output_may_lie_in_the_folder_and_is_not_read(
    redactor: Callable[..., Ran], folder: Path
) -> None:
    out = folder / "sortie"
    assert redactor("batch", folder, "--out", out, "--jobs", "1").code == 0
    before = {row["Fichier"] for row in summary(out)}
    assert redactor("batch", folder, "--out", out, "--jobs", "1", "--resume").code == 0
    assert {row["Fichier"] for row in summary(out)} == before
    assert not [name for name in before if "sortie" in name]


def test_a_ledger_cut_short_by_a_crash_is_read(
    redactor: Callable[..., Ran], first: Path, tmp_path: Path
) -> None:
    out = shutil.copytree(first / "out", tmp_path / "out")
    words = ("batch", first / "accords", "--out", out, "--profile", "accord", "--jobs", "1")
    ledger = out / "lot.jsonl"
    whole = ledger.read_bytes()
    last = whole.rstrip().rfind(b"\n")
    ledger.write_bytes(whole[: last + 30])
    assert b'"state"' not in ledger.read_bytes().splitlines()[-1]
    assert redactor(*words, "--resume").code == 0
    assert [json.loads(line) for line in ledger.read_text("utf-8").splitlines()]
    assert names_in_dossiers(out) == Counter(f"accord-{n}.txt" for n in range(4))


def test_two_batches_never_work_in_one_folder(
    redactor: Callable[..., Ran], folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with Alone(out):
        assert redactor("batch", folder, "--out", out).code == 2
    shutil.rmtree(out)


def test_a_folder_removed_midway_ends_the_batch_and_nothing_is_said_to_be_done(
    folder: Path, tmp_path: Path
) -> None:
    from redactor.jobs import batch
    from redactor.jobs.parallel import Given
    from redactor.law.profile import load

    out = tmp_path / "sortie"

    class Removed:
        """Treats a file, then finds its folder gone."""

        def run(self, requests: Any, take: Any) -> None:
            for request in requests:
                shutil.rmtree(out, ignore_errors=True)
                take(request, Given())

    order = batch.Order(folder, out, load("accord"), "accord")
    with pytest.raises(batch.BatchStopped):
        batch.run(order, treatment=Removed())
    assert not (out / "suivi.csv").exists()
