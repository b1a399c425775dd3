"""The packaged program, run as its users do: elsewhere, without network, its folder untouched.

`make package` builds it and runs these; REDACTOR_PROGRAM names another one.
"""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing, suppress
from pathlib import Path

import pymupdf
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from redactor.dossier import Dossier

CHECKOUT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("REDACTOR_PROGRAM", CHECKOUT / "dist" / "Redactor" / "Redactor"))
SAMPLES = sorted((CHECKOUT / "resources" / "samples").glob("?-*"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM.exists(), reason="make package builds the program"),
]
MEGABYTES = 450
WORDS = "cinq mots de passe ici"


def _apart() -> list[str]:
    """What runs a command without any network, where the system lets us."""
    alone = ["unshare", "--net", "--map-root-user"]
    possible = shutil.which("unshare") and not subprocess.call([*alone, "true"], stderr=-3)
    return alone if possible else []


class Bench:
    """A home of its own, from which the program is run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.temporary = folder / "tmp"
        for path in (self.home, self.temporary):
            path.mkdir()
        self.environment = {
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._apart = _apart()

    def run(self, *arguments: str | Path, under: tuple[str, ...] = ()) -> str:
        """The output of a command that must succeed."""
        done = subprocess.run(
            [*self._apart, *under, PROGRAM, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*self._apart, PROGRAM, *arguments], cwd=self.folder, env=self.environment
        )


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def _text(pdf: Path) -> str:
    with pymupdf.open(pdf) as document:
        return "\n".join(page.get_text() for page in document)


def test_it_is_small_enough() -> None:
    size = sum(path.lstat().st_size for path in PROGRAM.parent.rglob("*") if path.is_file())
    assert size <= MEGABYTES * 1024**2


def test_it_proposes_what_the_sources_propose(bench: Bench) -> None:
    told: tuple[str | Path, ...] = ("propose", *SAMPLES, "--format", "json")
    sources = subprocess.run(
        [sys.executable, "-m", "redactor", *told], cwd=CHECKOUT, capture_output=True, check=True
    )
    expected = json.loads(sources.stdout)
    assert {"person", "email"} <= {m["category"] for m in expected["documents"][0]["mentions"]}
    assert json.loads(bench.run(*told)) == expected


def test_it_redacts_the_sample_and_finds_nothing_in_its_copies(bench: Bench) -> None:
    out = bench.folder / "out"
    bench.run("export", *SAMPLES, "--out", out, "--redact", "Tréguier")
    copy = out / "communicable" / SAMPLES[0].name
    assert "tréguier" in _text(SAMPLES[0]).lower()
    assert "tréguier" not in _text(copy).lower()
    assert "Copie : M." in _text(copy)
    bench.run("verify", out)
    checked = subprocess.run(
        [PROGRAM, "check", *sorted((out / "communicable").iterdir()), "--format", "json"],
        env=bench.environment,
        capture_output=True,
    )
    findings = [f for d in json.loads(checked.stdout)["documents"] for f in d["findings"]]
    assert [f for f in findings if f["severity"] != "info"] == []


def test_it_reads_a_scan(bench: Bench) -> None:
    scan = bench.folder / "scan.pdf"
    with pymupdf.open(SAMPLES[0]) as source, pymupdf.open() as made:
        picture = source[0].get_pixmap(dpi=200)
        made.new_page(width=595, height=842).insert_image((0, 0, 595, 842), pixmap=picture)
        made.save(scan)
    assert not _text(scan).strip()
    found = json.loads(bench.run("propose", scan, "--format", "json"))
    mentions = found["documents"][0]["mentions"]
    assert {"person"} <= {m["category"] for m in mentions if m["channel"] == "ocr"}
    bench.run("export", scan, "--out", "out", "--redact", mentions[0]["text"])


def test_it_opens_a_word_file_under_a_password(bench: Bench) -> None:
    source, sealed = SAMPLES[1], bench.folder / SAMPLES[1].name
    with source.open("rb") as plain, sealed.open("wb") as out:
        OOXMLFile(plain).encrypt(WORDS, out)
    (bench.folder / "mots.txt").write_text(f"{WORDS}\n", "utf-8")
    assert sealed.read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    order = ("--redact", "Tréguier", "--accept", "none", "--password-file", "mots.txt")
    bench.run("export", sealed, "--out", "out", *order)
    with zipfile.ZipFile(bench.folder / "out" / "communicable" / sealed.name) as copy:
        assert "Tréguier" not in copy.read("word/document.xml").decode("utf-8")


def test_it_opens_a_dossier_under_a_passphrase(bench: Bench) -> None:
    dossier = bench.folder / "protege.redactor"
    Dossier.create(dossier, "Sinistre", passphrase=WORDS).close()
    assert not dossier.read_bytes().startswith(b"SQLite")
    # As the window starts its processes: the program runs what it is sent, here the opening, with
    # modules of its own alone.
    inside = PROGRAM.parent / "_internal"
    start = (
        "import multiprocessing.popen_spawn_posix, sys\n"
        "from multiprocessing import connection, resource_tracker\n"
        "from pathlib import Path; from redactor.dossier import Dossier\n"
        "sys.frozen = True; multiprocessing.set_executable(sys.argv[1])\n"
        "process = multiprocessing.get_context('spawn').Process(\n"
        "    target=Dossier.open, args=(Path(sys.argv[2]),), kwargs={'passphrase': sys.argv[3]})\n"
        "sys.path[:] = sys.argv[4:]\n"
        "process.start(); process.join(); sys.exit(process.exitcode)"
    )
    paths = [inside / "base_library.zip", *inside.glob("python3*/lib-dynload"), inside]

    def opened(words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", start, PROGRAM, dossier, words, *paths],
            cwd=CHECKOUT,
            env=bench.environment,
            capture_output=True,
            text=True,
        )

    assert opened(WORDS).returncode == 0
    assert "WrongPassphrase" in opened("autres mots").stderr


def test_it_writes_in_the_users_folders_alone_and_opens_no_internet_socket(bench: Bench) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace tells what is written")
    log = bench.folder / "strace.log"
    calls = "trace=openat,open,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,socket"
    bench.run(
        *("export", SAMPLES[0], "--out", "out"), under=(strace, "-f", "-o", str(log), "-e", calls)
    )
    writing = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|^\d+ +(creat|mkdir|rename|unlink)")
    touched = {
        path
        for line in log.read_text().splitlines()
        if writing.search(line) and " = -1 " not in line
        for path in re.findall(r'"([^"]+)"', line)
    }
    assert any("/out" in path for path in touched)
    assert "AF_INET" not in log.read_text()
    allowed = (str(bench.folder), "/dev/", "/proc/self/", "out")
    assert [path for path in touched if path.startswith("/") and not path.startswith(allowed)] == []
    assert [path.name for path in bench.temporary.iterdir()] == []


def test_its_window_analyses_the_sample_in_workers(bench: Bench) -> None:
    window = bench.start(*SAMPLES)
    try:
        mentions = 0
        until = time.monotonic() + 120
        while time.monotonic() < until and not mentions:
            assert window.poll() is None
            time.sleep(0.2)
            mentions = _stored(bench.home, bench.folder / "copy")
        assert mentions
        assert len(_children(window.pid)) >= 2
    finally:
        window.send_signal(signal.SIGTERM)
        window.wait(20)
    assert list(bench.folder.glob("*.pdf")) == []


def _children(process: int) -> list[str]:
    """The processes that any thread of a process started."""
    return [
        child
        for thread in Path(f"/proc/{process}/task").glob("*/children")
        for child in thread.read_text().split()
    ]


def _stored(home: Path, apart: Path) -> int:
    """Mentions in the dossier under `home`, counted in a copy: the window holds the file."""
    apart.mkdir(exist_ok=True)
    for file in home.rglob("*.redactor*"):
        shutil.copyfile(file, apart / file.name)
    total = 0
    for dossier in apart.glob("*.redactor"):
        with closing(sqlite3.connect(dossier)) as db, suppress(sqlite3.OperationalError):
            total += int(db.execute("SELECT count(*) FROM mention").fetchone()[0])
    return total
