"""The package of a release: one file for the requester, one for CADA, a letter to complete.

::

    demandeur.zip   communicable/, registre.csv, registre.pdf, bordereau.pdf, manifest.json
    cada.zip        all of that, and integrale/ with the registers that hold the texts
    lettre.docx     to the requester, to be completed
    empreintes.txt  SHA-256 of the three, as `sha256sum -c` reads it

The requester's manifest has no hash of an original or of a full copy: with the redacted text in
hand, four hidden digits are ten thousand guesses, and a hash would confirm the right one.
"""

import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.problem import Problem
from redactor.release import account, bordereau, letter, manifest, register, register_pdf
from redactor.release.account import Account, Case
from redactor.release.archive import pack_files, unpack
from redactor.release.export import AUDIT, FULL_REGISTER, REDACTED, REGISTER
from redactor.release.folder import staged
from redactor.release.recheck import CADA, FINGERPRINTS, REQUESTER, recheck

LETTER = "lettre.docx"
REGISTER_PDF = "registre.pdf"
FULL_REGISTER_PDF = f"{AUDIT}/registre-integral.pdf"
BORDEREAU = "bordereau.pdf"

#: What the requester's manifest says of a document, and of each of its passages.
_PUBLIC_DOCUMENT = ("source", "format", "redacted", "redacted_sha256", "unread", "dropped")
_PUBLIC_SPAN = ("id", "channel", "page", "category", "ground", "label", "bbox")
_PUBLIC_FACTS = (
    "version",
    "program",
    "profile",
    "departures",
    "departures_why",
    "override",
    "held",
)


class ReleaseNotSound(Problem):
    """The folder is no longer what the export wrote: nothing is packed. Facts: ``file``."""

    key = "problem.release-not-sound"


class WrongSide(Problem):
    """Something of the full version was about to go to the requester. Facts: ``file``."""

    key = "problem.wrong-side"


@dataclass(frozen=True, slots=True)
class Packaged:
    """What was written."""

    folder: Path
    requester: Path
    cada: Path
    letter: Path


def package(release: Path, folder: Path, case: Case, *, password: str = "") -> Packaged:
    """Pack the release in the folder `release` into `folder`, which appears whole or not at all.

    `password` encrypts CADA's part (AES-256). Raises NotAPackage, ReleaseNotSound, WrongSide,
    and what `staged` raises of a folder that cannot be written.
    """
    verdict = recheck(release, replay=False)
    if not verdict.sound:
        raise ReleaseNotSound(file=verdict.faults[0].file)
    told = json.loads((release / manifest.NAME).read_text("utf-8"))
    of_release = account.read(release / FULL_REGISTER, told, case)
    with (
        staged(folder, FINGERPRINTS) as stage,
        tempfile.TemporaryDirectory(prefix=".redactor-", dir=stage) as work,
    ):
        full = _full(Path(work, "full"), release, told, of_release)
        public = _public(Path(work, "public"), full, told, of_release)
        _keep_apart(public, full)
        pack_files(stage / REQUESTER, _files(public))
        pack_files(stage / CADA, _files(full), password)
        letter.write(stage / LETTER, of_release)
        _reopen(stage / REQUESTER, full)
        lines = [f"{manifest.sha256(stage / name)}  {name}\n" for name in (CADA, REQUESTER, LETTER)]
        (stage / FINGERPRINTS).write_text("".join(lines), "utf-8", newline="\n")
    return Packaged(folder, folder / REQUESTER, folder / CADA, folder / LETTER)


def _full(folder: Path, release: Path, told: Mapping[str, Any], of_release: Account) -> Path:
    """Everything: the release as it is, with its papers."""
    shutil.copytree(release, folder)
    register_pdf.write(folder / REGISTER_PDF, of_release, full=False)
    register_pdf.write(folder / FULL_REGISTER_PDF, of_release, full=True)
    bordereau.write(folder / BORDEREAU, of_release)
    names = (REGISTER, FULL_REGISTER, REGISTER_PDF, FULL_REGISTER_PDF, BORDEREAU)
    hashes = {name: manifest.sha256(folder / name) for name in names}
    manifest.write(folder / manifest.NAME, {**told, "files": hashes})
    return folder


def _public(folder: Path, full: Path, told: Mapping[str, Any], of_release: Account) -> Path:
    """What the requester receives, built file by file: nothing comes along by mistake."""
    (folder / REDACTED).mkdir(parents=True)
    for document in told["documents"]:
        shutil.copyfile(full / document["redacted"], folder / document["redacted"])
    for name in (REGISTER_PDF, BORDEREAU):
        shutil.copyfile(full / name, folder / name)
    rows = [_row(each) for each in of_release.passages]
    if of_release.departures:
        rows.append(of_release.departures.row())
    if of_release.override:
        rows.append(of_release.override.row(full=False))
    register.write_passages(folder / REGISTER, rows)
    names = (REGISTER, REGISTER_PDF, BORDEREAU)
    manifest.write(
        folder / manifest.NAME,
        {
            **{name: told[name] for name in _PUBLIC_FACTS if name in told},
            "part": "demandeur",
            "documents": [
                {
                    **{name: document[name] for name in _PUBLIC_DOCUMENT if name in document},
                    "spans": [
                        {name: span[name] for name in _PUBLIC_SPAN if name in span}
                        for span in document["spans"]
                    ],
                }
                for document in told["documents"]
            ],
            "files": {name: manifest.sha256(folder / name) for name in names},
        },
    )
    return folder


def _row(passage: account.Passage) -> tuple[str, ...]:
    """A line of the requester's register: neither the agent's name nor the minute."""
    return (
        passage.document,
        "" if passage.page is None else str(passage.page),
        passage.place,
        passage.category,
        passage.ground,
        passage.origin,
        "",
        passage.when[:10],
        passage.id,
        passage.proposed_by,
    )


def _files(folder: Path) -> list[tuple[str, Path]]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.relative_to(folder).as_posix(), path) for path in paths]


def _keep_apart(public: Path, full: Path) -> None:
    """Raises WrongSide where a file of the full version is among the requester's."""
    hidden = {manifest.sha256(path): name for name, path in _files(full / AUDIT)}
    for name, path in _files(public):
        if name.startswith(AUDIT) or manifest.sha256(path) in hidden:
            raise WrongSide(file=name)
    for fault in recheck(public, replay=False).faults:
        raise WrongSide(file=fault.file)


def _reopen(archive: Path, full: Path) -> None:
    """The same question asked of the file that will be sent, not of what it was made from."""
    with tempfile.TemporaryDirectory(prefix="redactor-") as folder:
        unpack(archive, Path(folder))
        _keep_apart(Path(folder), full)
