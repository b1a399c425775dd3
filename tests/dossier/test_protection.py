"""A dossier under a passphrase: nothing of it can be read at rest, killed or closed, without it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from redactor.dossier import Dossier
from redactor.dossier.errors import (
    DossierProtected,
    DossierReadOnly,
    NotADossier,
    WrongPassphrase,
)
from redactor.dossier.store import protect
from redactor.law.decisions import Decision
from tests.dossier.conftest import fill, ids

WORDS = "l'étang gelé du Nord"
NAME = "Kerbrat"


def on_disk(folder: Path, name: str) -> bytes:
    """The bytes of a dossier's file and of all that lies beside it under its name."""
    return b"".join(each.read_bytes() for each in folder.glob(f"*{name}*") if each.is_file())


def test_nothing_of_a_protected_dossier_can_be_read(tmp_path: Path) -> None:
    plain, protected = tmp_path / "clair.redactor", tmp_path / "protege.redactor"
    for path, passphrase in ((plain, ""), (protected, WORDS)):
        with Dossier.create(path, passphrase=passphrase) as dossier:
            fill(dossier, tmp_path)
            dossier.decide(ids(dossier, NAME), Decision.OCCULT, note="note secrète")
            while_open = on_disk(tmp_path, path.name)
        for found in (while_open, on_disk(tmp_path, path.name)):
            shown = [NAME.encode() in found, "note secrète".encode() in found, b"SQLite" in found]
            assert any(shown) is (passphrase == "")


def test_it_opens_with_its_passphrase_alone(tmp_path: Path) -> None:
    path = tmp_path / "protege.redactor"
    with Dossier.create(path, "Titre", passphrase=WORDS) as dossier:
        assert dossier.protected
        assert dossier.recognised is None
    with pytest.raises(DossierProtected):
        Dossier.open(path)
    with pytest.raises(WrongPassphrase):
        Dossier.open(path, "autre chose")
    with Dossier.open(path, WORDS) as dossier:
        assert dossier.info.title == "Titre"


def test_noise_is_said_to_be_no_dossier_or_another_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "bruit.redactor"
    path.write_bytes(random.Random(3).randbytes(8192))
    with pytest.raises(DossierProtected):
        Dossier.open(path)
    with pytest.raises(WrongPassphrase):
        Dossier.open(path, WORDS)
    path.write_bytes(b"trop court pour une page")
    with pytest.raises(NotADossier):
        Dossier.open(path, WORDS)


@pytest.mark.parametrize(("before", "after"), [("", WORDS), (WORDS, "autre"), (WORDS, "")])
def test_a_passphrase_is_given_changed_and_taken_away(
    tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "demande.redactor"
    with Dossier.create(path, passphrase=before) as dossier:
        fill(dossier, tmp_path)
        dossier.decide(ids(dossier, NAME), Decision.KEEP)
        steps = len(dossier.journal())
    protect(path, before, after)
    assert (NAME.encode() in on_disk(tmp_path, path.name)) is (after == "")
    with Dossier.open(path, after) as dossier:
        assert dossier.protected is (after != "")
        assert dossier.effective(ids(dossier, NAME)[0]).decision is Decision.KEEP
        assert len(dossier.journal()) == steps
        dossier.undo()
        dossier.redo()
    if after:
        with pytest.raises(DossierProtected):
            Dossier.open(path)


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "demande.redactor"
    Dossier.create(path, passphrase=WORDS).close()
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        protect(path, "autre", "nouvelle")
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_copy_is_as_protected_as_its_dossier(tmp_path: Path) -> None:
    path, copy = tmp_path / "demande.redactor", tmp_path / "copie.redactor"
    with Dossier.create(path, passphrase=WORDS) as dossier:
        fill(dossier, tmp_path)
        dossier.copy(copy)
    assert NAME.encode() not in copy.read_bytes()
    with Dossier.open(copy, WORDS) as dossier:
        assert ids(dossier, NAME)


def test_a_protected_dossier_is_purged_too(tmp_path: Path) -> None:
    path = tmp_path / "demande.redactor"
    with Dossier.create(path, passphrase=WORDS) as dossier:
        fill(dossier, tmp_path)
        dossier.purge()
        assert not dossier.documents()
    Dossier.open(path, WORDS).close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    path = tmp_path / "demande.redactor"
    Dossier.create(path, passphrase=WORDS).close()
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DossierReadOnly):
            protect(path, WORDS, "")
    finally:
        tmp_path.chmod(0o700)


CHILD = """
import sys
from pathlib import Path
from redactor.dossier import Dossier
from redactor.law.decisions import Decision
path, words = Path(sys.argv[1]), sys.argv[2]
dossier = Dossier.open(path, words)
names = [row.id for row in dossier.mentions()]
turn = 0
while True:
    name, decision = names[turn % len(names)], (Decision.KEEP, Decision.OCCULT)[turn % 2]
    dossier.decide([name], decision, note=str(turn))
    print(name, turn, flush=True)
    turn += 1
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_killed_it_loses_nothing_and_leaves_nothing_readable(tmp_path: Path) -> None:
    path = tmp_path / "demande.redactor"
    with Dossier.create(path, passphrase=WORDS) as dossier:
        fill(dossier, tmp_path)
    chance = random.Random(11)
    for _ in range(3):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path), WORDS], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        lines = [child.stdout.readline()]
        time.sleep(chance.uniform(0, 0.1))
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
        child.wait()
        child.stdout.close()
        found = on_disk(tmp_path, path.name)
        assert path.with_name(f"{path.name}-wal").exists()
        assert NAME.encode() not in found
        name, turn = [line for line in lines if line.endswith("\n")][-1].rsplit(maxsplit=1)
        with Dossier.open(path, WORDS) as dossier:
            ruling = dossier.effective(name).ruling
            assert ruling is not None
            assert int(ruling.note) >= int(turn)
