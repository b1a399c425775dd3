"""A package that someone tampered with. What differs by format is in `test_replay`."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from redactor.cli import main
from redactor.formats.errors import Hostile
from redactor.release.claims import NotAPackage
from redactor.release.recheck import Kind, recheck
from tests.release.forging import agree, kinds, tell, told

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
LETTER = SAMPLES / "1-lettre-sinistre.pdf"
NOTE = "Note du 3 mars.\r\nMme Aela Kerouanton habite 4 impasse des Goélands.\r\nFin.\r\n"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released")
    note = folder / "note.txt"
    note.write_bytes(NOTE.encode())
    lines = folder / "lignes.txt"
    lines.write_text("M. Yann Penmarch\nMme Aela Kerouanton\nM. Yann Penmarch\n", "utf-8")
    names = ["--redact", "Kerouanton", "--redact", "Penmarch"]
    options = ["--out", str(folder / "out"), "--accept", "none", *names]
    assert main(["export", str(note), str(lines), *options]) == 0
    return folder / "out"


@pytest.fixture
def package(released: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(released, tmp_path / "package"))


def test_a_package_as_it_was_released_is_sound(package: Path) -> None:
    verdict = recheck(package)
    assert verdict.faults == ()
    assert (verdict.documents, verdict.replayed, verdict.spans) == (2, 2, 4)


def test_a_zip_of_it_is_sound_with_or_without_its_folder(package: Path, tmp_path: Path) -> None:
    inside = shutil.make_archive(str(tmp_path / "inside"), "zip", package)
    around = shutil.make_archive(str(tmp_path / "around"), "zip", tmp_path, "package")
    for archive in (inside, around):
        assert recheck(Path(archive)).sound


@pytest.mark.parametrize(
    "name",
    [
        "communicable/note.txt",
        "integrale/note.html",
        "registre.csv",
        "integrale/registre-integral.csv",
    ],
)
def test_one_byte_more_shows(package: Path, name: str) -> None:
    with (package / name).open("ab") as file:
        file.write(b"\n")
    assert Kind.CHANGED in kinds(package)


@pytest.mark.parametrize("name", ["communicable/note.txt", "integrale/note.html", "registre.csv"])
def test_a_missing_file_shows(package: Path, name: str) -> None:
    (package / name).unlink()
    assert Kind.MISSING in kinds(package)


@pytest.mark.parametrize("name", ["notes.txt", "communicable/deep/notes.txt", ".hidden"])
def test_a_file_too_many_shows(package: Path, name: str) -> None:
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("x")
    assert kinds(package) == {Kind.EXTRA}


def test_a_link_that_leads_out_shows(package: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("x")
    (package / "communicable" / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    assert Kind.EXTRA in kinds(package)


def test_a_full_copy_under_another_name_shows(package: Path) -> None:
    shutil.copy(package / "integrale" / "note.html", package / "communicable" / "annexe.html")
    assert Kind.FULL_VERSION in kinds(package)


def test_a_span_taken_from_the_manifest_shows(package: Path) -> None:
    content = told(package)
    del content["documents"][1]["spans"][0]
    tell(package, content)
    assert {Kind.SPANS, Kind.REGISTER} <= kinds(package)


def test_the_full_register_on_the_requesters_side_shows(package: Path) -> None:
    shutil.copy(package / "integrale" / "registre-integral.csv", package / "registre.csv")
    agree(package)
    assert Kind.FULL_VERSION in kinds(package)


def test_a_register_without_a_line_shows(package: Path) -> None:
    register = package / "registre.csv"
    lines = register.read_bytes().split(b"\r\n")
    register.write_bytes(b"\r\n".join([*lines[:3], *lines[4:]]))
    agree(package)
    assert kinds(package) == {Kind.REGISTER}


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(version=7),
        lambda m: m["documents"][0].update(redacted="../outside.pdf"),
        lambda m: m["documents"][0].update(redacted="integrale/note.html"),
        lambda m: m["documents"][0].update(spans=3),
        lambda m: m["documents"].append(None),
        lambda m: m["documents"].append(m["documents"][0]),
    ],
)
def test_a_manifest_that_no_release_writes_shows(
    package: Path, change: Callable[[Any], None]
) -> None:
    content = told(package)
    change(content)
    tell(package, content)
    assert Kind.MANIFEST in kinds(package)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"documents": [], "program": {}}'])
def test_what_no_release_made_is_no_package(tmp_path: Path, content: str) -> None:
    (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(NotAPackage):
        recheck(tmp_path)


def test_a_zip_that_climbs_out_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "in" / "a.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("../../climbed.txt", "x")
    with pytest.raises(Hostile):
        recheck(archive)
    assert not list(tmp_path.rglob("climbed.txt"))


@pytest.fixture(scope="module")
def protected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release whose full copy asks for a password."""
    folder = tmp_path_factory.mktemp("protected")
    secret = folder / "secret.txt"
    secret.write_text("cinq mots de passe ici\n", encoding="utf-8")
    options = ["--accept", "none", "--redact", "Tréguier", "--audit-password-file", str(secret)]
    assert main(["export", str(LETTER), "--out", str(folder / "out"), *options]) == 0
    return folder / "out"


def test_a_full_copy_may_ask_for_a_password(protected: Path) -> None:
    audit = protected / "integrale" / LETTER.name
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(audit)
    with pikepdf.open(audit, password="cinq mots de passe ici") as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        annotations = [a for page in pdf.pages for a in page.obj.get("/Annots", ())]
        notes = [str(each.get("/Contents", "")) for each in annotations]
    assert any(note.endswith("— texte demandé") for note in notes)
    with pikepdf.open(protected / "communicable" / LETTER.name) as pdf:
        assert not pdf.is_encrypted


def test_a_protected_full_copy_is_checked_with_its_password(protected: Path) -> None:
    assert {fault.kind for fault in recheck(protected).faults} == {Kind.UNREADABLE}
    verdict = recheck(protected, ["cinq mots de passe ici"])
    assert (verdict.faults, verdict.replayed) == ((), 1)


def test_a_password_that_a_format_cannot_carry_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("cinq mots de passe ici\n", encoding="utf-8")
    note = tmp_path / "note.txt"
    note.write_bytes(NOTE.encode())
    options = ["--accept", "none", "--out", str(tmp_path / "out")]
    options += ["--audit-password-file", str(secret)]
    assert main(["export", str(note), *options]) == 2
    assert not (tmp_path / "out").exists()
    secret.write_text("\n", encoding="utf-8")
    assert main(["export", str(LETTER), *options]) == 2
