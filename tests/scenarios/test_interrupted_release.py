"""What goes wrong while a release is made: nothing partial is left looking complete.

Real full disks, real kills, real folders that vanish. Where the system lets nobody make a small
disk of their own (user namespaces), those tests are skipped and say so.
"""

import os
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.dossier.plan import Accept, Choices, Material
from redactor.dossier.planning import build
from redactor.formats.registry import adapter_for
from redactor.law.profile import load
from redactor.problem import Problem
from redactor.release.account import Case
from redactor.release.export import Order, export
from redactor.release.manifest import NAME, sha256
from redactor.release.orders import order
from redactor.release.package import package
from redactor.release.recheck import recheck
from redactor.text.flow import Flow

SECRET = "Kerouanton"
ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="kill -9 and mounts are POSIX's")


def letter(folder: Path, number: int, size: int = 1) -> Path:
    path = folder / f"lettre-{number}.txt"
    lines = [f"Mme Aela {SECRET} habite 4 impasse des Goélands.", *["Suite du texte."] * size]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def ordered(path: Path) -> Order:
    """An order that takes the name out of one file."""
    adapter, profile, digest = adapter_for(path), load("tiers"), sha256(path)
    with adapter.open(path) as source:
        flows = tuple(item for item in source.read() if isinstance(item, Flow))
    choices = Choices(profile, Accept.NONE, redact=(SECRET,))
    (plan,) = build([Material(digest, flows, ())], choices).documents
    assert plan.occultations
    return order(path, digest, adapter.name, flows, (), plan, profile)


@pytest.fixture
def orders(tmp_path: Path) -> list[Order]:
    files = tmp_path / "recus"
    files.mkdir()
    return [ordered(letter(files, number)) for number in range(3)]


def is_whole_or_absent(out: Path) -> bool:
    return not out.exists() or recheck(out).sound


def remove_parent(out: Path, orders: list[Order]) -> None:
    shutil.rmtree(out.parent)


def remove_original(out: Path, orders: list[Order]) -> None:
    orders[-1].source.unlink()


def change_original(out: Path, orders: list[Order]) -> None:
    orders[-1].source.write_text("autre chose", "utf-8")


def a_folder_for_an_original(out: Path, orders: list[Order]) -> None:
    orders[-1].source.unlink()
    orders[-1].source.mkdir()


@pytest.mark.parametrize(
    "disaster",
    [remove_parent, remove_original, change_original, a_folder_for_an_original],
)
@pytest.mark.parametrize("earlier", [False, True], ids=["first", "over an earlier one"])
def test_what_vanishes_midway_ends_the_release_in_one_sentence(
    tmp_path: Path,
    orders: list[Order],
    disaster: Callable[[Path, list[Order]], None],
    earlier: bool,
) -> None:
    out = tmp_path / "sorties" / "communication"
    if earlier:
        assert export(orders, out, profile="tiers").published
    before = (out / NAME).read_bytes() if earlier else b""
    struck = False

    def strike(done: float, what: str) -> None:
        nonlocal struck
        if done > 0.4 and not struck:
            struck = True
            disaster(out, orders)

    with pytest.raises(Problem) as told:
        export(orders, out, profile="tiers", progress=strike)
    assert struck
    if disaster is remove_parent:
        assert not out.exists()
    else:
        assert told.value.facts["document"] == orders[-1].source.name
        assert told.value.key not in ("problem.output-not-writable", "problem.bug")
        assert sorted(each.name for each in out.parent.iterdir()) == (
            ["communication"] if earlier else []
        )
        assert not earlier or (out / NAME).read_bytes() == before
    assert is_whole_or_absent(out)


EXPORT = """
    import sys
    from pathlib import Path
    sys.path[:0] = [sys.argv[1]]
    from tests.scenarios.test_interrupted_release import ordered
    from redactor.release.export import export
    from redactor.release.package import package
    from redactor.release.account import Case
    from redactor.problem import Problem
    def main():
        orders = [ordered(Path(each)) for each in sys.argv[3:]]
        print("ready", flush=True)
        out = Path(sys.argv[2])
        try:
            assert export(orders, out, profile="tiers").published
            print("released", flush=True)
            package(out, out.with_name("paquet"), Case())
        except Problem as problem:
            print(type(problem).__name__, flush=True)
            sys.exit(2)
        print("packed", flush=True)
    main()
"""


def command(out: Path, files: list[Path]) -> list[str]:
    code = textwrap.dedent(EXPORT)
    return [sys.executable, "-c", code, str(ROOT), str(out), *map(str, files)]


@posix
@pytest.mark.slow
def test_killed_at_any_moment_a_release_and_its_package_are_whole_or_absent(
    tmp_path: Path,
) -> None:
    files = [letter(tmp_path, number, size=200) for number in range(4)]
    folder = tmp_path / "sorties"
    out, packed = folder / "communication", folder / "paquet"
    whole = _seconds(out, files)
    told: set[str] = set()
    for step in range(KILLS):
        if step % 3 == 0:  # now and then from nothing, otherwise over what is there
            shutil.rmtree(folder, ignore_errors=True)
        child = subprocess.Popen(command(out, files), stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(whole * step / KILLS)
        child.kill()
        said, _ = child.communicate()
        told.add(said)
        assert is_whole_or_absent(out)
        assert out.exists() or "released" not in said, "it said so, and it is not there"
        assert is_whole_or_absent(packed)
    assert len(told) >= 2, f"every kill fell on the same moment: {told}"
    assert export([ordered(each) for each in files], out, profile="tiers").published
    assert not list(folder.glob(".redactor-*")), "what killed runs left is still there"


KILLS = 16


def _seconds(out: Path, files: list[Path]) -> float:
    """How long the release and its package take, imports apart."""
    child = subprocess.Popen(command(out, files), stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    started = time.monotonic()
    said, _ = child.communicate()
    assert said == "released\npacked\n"
    return time.monotonic() - started


def namespace(prepare: str, then: list[str]) -> list[str]:
    """A command run where this user may mount disks of their own."""
    script = f'{prepare} && exec "$@"'
    return ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", *then]


def can_mount(folder: Path) -> bool:
    folder.mkdir(exist_ok=True)
    try:
        tried = namespace(f"mount -t tmpfs -o size=64k tmpfs '{folder}'", ["true"])
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@posix
@pytest.mark.parametrize("kilobytes", [8, 64, 192, 256])
def test_a_full_disk_leaves_nothing_that_looks_complete(tmp_path: Path, kilobytes: int) -> None:
    disk = tmp_path / "disque"
    if not can_mount(disk):
        pytest.skip("no disk of one's own may be mounted here")
    files = [letter(tmp_path, number, size=3000) for number in range(2)]
    need = sum(each.stat().st_size for each in files)
    assert 2 * need > 150_000, "two copies of each must not fit on the smallest disks"
    # What the disk holds at the end is listed from inside: it goes with its namespace.
    list_it = f"; code=$?; find '{disk}' -mindepth 1; exit $code"
    inner = ["sh", "-c", f'"$@"{list_it}', "sh", *command(disk / "communication", files)]
    mount = f"mount -t tmpfs -o size={kilobytes}k tmpfs '{disk}'"
    ran = subprocess.run(namespace(mount, inner), capture_output=True, text=True, check=False)
    lines = ran.stdout.splitlines()
    left = [each for each in lines if each.startswith("/")]
    assert ran.stderr == ""
    assert lines[0] == "ready"
    if lines[1] == "released":
        assert f"{disk}/communication/{NAME}" in left
        assert lines[2] in ("packed", "DiskFull")
        assert (f"{disk}/paquet/demandeur.zip" in left) == (lines[2] == "packed")
        assert lines[2] == "packed" or f"{disk}/paquet" not in left
    else:
        assert lines[1] == "DiskFull"
        assert left == []


@posix
def test_a_disk_that_turns_read_only_is_said_and_holds_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disque"
    if not can_mount(disk):
        pytest.skip("no disk of one's own may be mounted here")
    mount = f"mount -t tmpfs -o size=4m tmpfs '{disk}' && mount -o remount,ro '{disk}'"
    inner = command(disk / "communication", [letter(tmp_path, 0)])
    ran = subprocess.run(namespace(mount, inner), capture_output=True, text=True, check=False)
    assert ran.stdout.split() == ["ready", "OutputNotWritable"]
    assert ran.returncode == 2


@posix
@pytest.mark.parametrize("limit", [200, 2_000, 20_000])
def test_a_file_that_may_not_grow_ends_the_release(tmp_path: Path, limit: int) -> None:
    """A quota on the size of files: the write that goes past it fails in the middle."""
    import resource

    files = [letter(tmp_path, 0, size=3000)]
    out = tmp_path / "sorties" / "communication"

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ran = subprocess.run(
        command(out, files), capture_output=True, text=True, check=False, preexec_fn=limited
    )
    said = ran.stdout.split()
    assert ran.stderr == ""
    if "released" in said:
        assert recheck(out).sound
    else:
        assert said[1] in ("OutputNotWritable", "DiskFull")
        assert not out.exists()
    assert not list(out.parent.glob(".redactor-*"))


def test_a_release_that_was_cut_short_by_hand_is_never_packed(
    tmp_path: Path, orders: list[Order]
) -> None:
    """A copy made of a folder while it was being written, say: the manifest tells."""
    out = tmp_path / "sorties" / "communication"
    assert export(orders, out, profile="tiers").published
    (out / "communicable" / orders[1].source.name).unlink()
    assert not recheck(out).sound
    with pytest.raises(Problem):
        package(out, tmp_path / "paquet", Case())
    assert not (tmp_path / "paquet").exists()


@posix
@pytest.mark.slow
@pytest.mark.parametrize("share", [0.2, 0.8])
@pytest.mark.parametrize("name", ["1-lettre-sinistre.pdf", "2-compte-rendu-commission.docx"])
def test_engines_that_meet_a_full_disk_have_it_said(
    tmp_path: Path, name: str, share: float
) -> None:
    """MuPDF and zip writers have errors of their own for it, or write a copy cut short.

    The disk takes only a share of what the release weighs, in whole pages of memory.
    """
    disk = tmp_path / "disque"
    if not can_mount(disk):
        pytest.skip("no disk of one's own may be mounted here")

    def export_to(out: Path) -> list[str]:
        words = ["export", str(ROOT / "resources" / "samples" / name), "--out", str(out)]
        words += ["--accept", "none", "--redact", "Tréguier"]
        return [sys.executable, "-m", "redactor", *words]

    roomy = tmp_path / "large"
    subprocess.run(export_to(roomy), capture_output=True, check=True, cwd=ROOT)
    weight = sum(file.stat().st_size for file in roomy.rglob("*") if file.is_file())
    kilobytes = int(weight * share) // 4096 * 4
    list_it = f"; code=$?; find '{disk}' -mindepth 1; exit $code"
    inner = ["sh", "-c", f'"$@"{list_it}', "sh", *export_to(disk / "sortie")]
    mount = f"mount -t tmpfs -o size={kilobytes}k tmpfs '{disk}'"
    ran = subprocess.run(
        namespace(mount, inner), capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert ran.returncode == 2
    assert ran.stdout == "", "something was left"
    assert ran.stderr.startswith("Le disque est plein")
    assert ran.stderr.count("\n") == 1
