"""The dossier's file: what it survives, and what is said when it cannot be used."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from redactor.dossier import Dossier
from redactor.dossier.errors import (
    DossierDamaged,
    DossierError,
    DossierExists,
    DossierLocked,
    DossierMissing,
    DossierNotSaved,
    DossierReadOnly,
    NewerDossier,
    NotADossier,
)
from redactor.dossier.schema import VERSION
from redactor.law.decisions import Decision
from redactor.messages import say
from tests.dossier.conftest import fill, ids


def sentence(error: DossierError) -> str:
    assert say(error.key, "en", **error.facts)
    return say(error.key, **error.facts)


def test_everything_is_there_after_reopening(path: Path, dossier: Dossier) -> None:
    dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP)
    dossier.set_info(requesters=("Claire Aubin",), scope="2024")
    before = dossier.mentions(), dossier.info, dossier.journal(), dossier.flows("d1")
    dossier.close()
    with Dossier.open(path) as again:
        assert (again.mentions(), again.info, again.journal(), again.flows("d1")) == before
        assert again.effective(ids(again, "Kerbrat")[0]).decision is Decision.KEEP


def test_a_closed_dossier_is_one_file(path: Path, dossier: Dossier) -> None:
    dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP)
    dossier.close()
    assert [each.name for each in path.parent.glob("demande*")] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="rights follow the folder there")
def test_a_dossier_and_its_copy_are_for_their_owner_alone(path: Path, dossier: Dossier) -> None:
    usual = os.umask(0o022)
    try:
        copy = path.with_name("copie.redactor")
        dossier.copy(copy)
    finally:
        os.umask(usual)
    assert [each.stat().st_mode & 0o077 for each in (path, copy)] == [0, 0]


def test_a_new_dossier_never_takes_the_place_of_a_file(path: Path) -> None:
    path.write_bytes(b"something")
    with pytest.raises(DossierExists) as caught:
        Dossier.create(path)
    assert path.read_bytes() == b"something"
    assert "autre nom" in sentence(caught.value)


def test_a_dossier_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DossierMissing):
        Dossier.create(tmp_path / "absent" / "d.redactor")
    assert list(tmp_path.iterdir()) == []


def test_one_at_a_time(path: Path, dossier: Dossier) -> None:
    with pytest.raises(DossierLocked) as caught:
        Dossier.open(path)
    assert "déjà ouvert" in sentence(caught.value)
    dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 not a dossier at all", b"SQLite format 3\0"])
def test_another_file_is_not_a_dossier(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    with pytest.raises(NotADossier) as caught:
        Dossier.open(path)
    assert "demande.redactor" in sentence(caught.value)
    assert path.read_bytes() == content


def test_another_database_is_not_a_dossier(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE info (id INTEGER)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NotADossier):
        Dossier.open(path)
    assert path.read_bytes() == before


def altered(path: Path, *statements: str) -> None:
    with Dossier.create(path) as dossier:
        fill(dossier, path.parent)
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


def test_a_later_version_is_refused_untouched(path: Path) -> None:
    altered(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerDossier) as caught:
        Dossier.open(path)
    assert "plus récente" in sentence(caught.value)
    assert path.read_bytes() == before


def test_a_trigger_slipped_into_a_dossier_never_runs(path: Path) -> None:
    altered(path, "CREATE TRIGGER t AFTER INSERT ON ruling BEGIN DELETE FROM ruling; END")
    with pytest.raises(NotADossier):
        Dossier.open(path)


def test_tables_of_another_shape_are_not_a_dossiers(path: Path) -> None:
    altered(path, "ALTER TABLE mention ADD COLUMN more TEXT")
    with pytest.raises(NotADossier):
        Dossier.open(path)


def test_a_value_of_another_kind_is_damage(path: Path) -> None:
    altered(path, "UPDATE mention SET category = 'nonsense' WHERE id = 1")
    with pytest.raises(DossierDamaged) as caught:
        Dossier.open(path)
    assert "endommagé" in sentence(caught.value)


def test_a_page_overwritten_on_disk_is_damage(path: Path) -> None:
    with Dossier.create(path) as dossier:
        fill(dossier, path.parent)
    data = bytearray(path.read_bytes())
    assert len(data) > 5 * 4096
    data[2 * 4096 : 12 * 4096] = os.urandom(10 * 4096)[: len(data[2 * 4096 : 12 * 4096])]
    path.write_bytes(data)
    with pytest.raises((DossierDamaged, NotADossier)):
        Dossier.open(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_protected_file_is_said_to_be_protected(path: Path, dossier: Dossier) -> None:
    dossier.close()
    path.chmod(0o400)
    with pytest.raises(DossierReadOnly):
        Dossier.open(path)


def test_a_change_that_cannot_be_written_is_not_shown_as_made(path: Path, dossier: Dossier) -> None:
    names = ids(dossier, "Kerbrat")
    # A disk that is full, as SQLite sees it: the file may not grow.
    pages = dossier._store.rows("PRAGMA page_count")[0][0]
    dossier._store.rows(f"PRAGMA max_page_count = {pages}")
    everyone = [row.id for row in dossier.mentions()]

    def fill_the_disk() -> None:
        for turn in range(1000):
            dossier.decide(everyone, Decision.KEEP, note=str(turn) * 2000)

    with pytest.raises(DossierNotSaved) as caught:
        fill_the_disk()
    assert "intact" in sentence(caught.value)
    shown = dossier.effective(names[0]).ruling
    dossier._store.rows("PRAGMA max_page_count = 1000000")
    dossier.close()
    with Dossier.open(path) as again:
        assert again.effective(names[0]).ruling == shown


def test_what_was_deleted_is_not_left_in_the_file(path: Path, dossier: Dossier) -> None:
    document = dossier.documents()[0]
    other = path.parent / "autre.txt"
    other.write_text("rien", encoding="utf-8")
    dossier.add_document(other)
    dossier.replace_original(document.id, other)
    dossier.close()
    assert b"Kerbrat" not in path.read_bytes()


CHILD = """
import sys
from pathlib import Path
from redactor.dossier import Dossier
from redactor.law.decisions import Decision
with Dossier.open(Path(sys.argv[1])) as dossier:
    names = [row.id for row in dossier.mentions()]
    turn = len({entry.step.number for entry in dossier.journal()})
    while True:
        name = names[turn % len(names)]
        dossier.decide([name], (Decision.KEEP, Decision.OCCULT)[turn // len(names) % 2],
                       note=str(turn))
        if turn % 7 == 3:
            dossier.undo()
            dossier.redo()
        turn += 1
        print(name, turn - 1, flush=True)
"""


def killed(path: Path, seconds: float) -> list[str]:
    """Run the child that decides without end, kill it, and give the decisions it was sure of."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    lines = [child.stdout.readline()]
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    lines += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    return [line for line in lines if line.endswith("\n")]


def survives(path: Path, kills: int) -> None:
    with Dossier.create(path) as dossier:
        fill(dossier, path.parent)
    chance = random.Random(7)
    for _ in range(kills):
        told = killed(path, chance.uniform(0, 0.15))
        assert told, "the child must have decided something before it was killed"
        with Dossier.open(path) as dossier:
            name, turn = told[-1].rsplit(maxsplit=1)
            ruling = dossier.effective(name).ruling
            assert ruling is not None
            # The one after may have been committed before it could be told.
            assert int(ruling.note) >= int(turn)
            steps = {entry.step.number for entry in dossier.journal()}
            assert len(steps) >= int(turn) + 1


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_nothing_decided_is_lost_when_the_program_is_killed(path: Path) -> None:
    survives(path, 4)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_nothing_decided_is_lost_in_fifty_kills(path: Path) -> None:
    survives(path, 50)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_copy_taken_in_mid_write_opens_as_it_was_committed(path: Path, tmp_path: Path) -> None:
    with Dossier.create(path) as dossier:
        fill(dossier, tmp_path)
        dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP)
        for file in tmp_path.glob("demande*"):
            shutil.copy(file, tmp_path / file.name.replace("demande", "copie"))
    with Dossier.open(tmp_path / "copie.redactor") as copy:
        assert copy.effective(ids(copy, "Kerbrat")[0]).decision is Decision.KEEP


def test_a_decision_waits_for_the_disk_whatever_was_read_before(
    dossier: Dossier, path: Path
) -> None:
    """What detection finds is committed without waiting; a mode left so would lose a decision
    in a power cut."""
    said: list[str] = []
    dossier._store._db.set_trace_callback(said.append)
    fill(dossier, path.parent, "autre.txt")
    reading = said.index("PRAGMA synchronous=NORMAL")
    assert "COMMIT" in said[reading:]
    said.clear()
    dossier.decide(ids(dossier, "Yann Kerbrat"), Decision.OCCULT)
    assert said.index("PRAGMA synchronous=FULL") < said.index("BEGIN IMMEDIATE")
    assert said[-1] == "COMMIT"
