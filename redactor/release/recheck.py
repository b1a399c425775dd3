"""Check a package again, on another machine: is it what was released, and does it still hold?

Four questions, for every document: is every file there, unchanged, and nothing else; do the
marks of the full copy say exactly what the manifest says; does the redacted copy hold nothing of
what they mark, and all the rest (the verification of the export, replayed against the full
copy); does nothing of the full version stand on the requester's side. A manifest rewritten to
suit a changed file passes the first question and fails the others.
"""

import csv
import hashlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from redactor.formats.base import Adapter, Applied, Area, Occultation, Plan, RemovedPage
from redactor.formats.errors import Damaged, Hostile, NeedsPassword, TooLarge, WrongPassword
from redactor.formats.registry import adapter_named
from redactor.problem import Problem
from redactor.release import claims, departures, manifest, override, register, restore
from redactor.release.archive import unpack
from redactor.release.claims import DocumentClaim, NotAPackage
from redactor.release.departures import Departures
from redactor.release.export import AUDIT, FULL_REGISTER, REGISTER
from redactor.release.override import Override
from redactor.release.verify import verify_both
from redactor.text.flow import FILENAME_FLOW, Flow

#: The files of a packed release: see `redactor.release.package`.
REQUESTER, CADA, FINGERPRINTS = "demandeur.zip", "cada.zip", "empreintes.txt"
#: Channels of manifest entries that no span of the copies stands for.
_WITHOUT_SPAN = frozenset({"area", "page"})
#: The file's own name stands in no copy; the name of a part in a package does.
_PERHAPS_WITHOUT_SPAN = "filename"
#: A bookmark of a Word file holds 40 characters: long ids are in it by their hash.
_SHORTEST_HASH = 20


class Kind(StrEnum):
    """What can be wrong with a package. The values name the sentences (``fault.…``)."""

    MANIFEST = "manifest"
    """The manifest contradicts itself or lacks what a release writes."""
    MISSING = "missing"
    EXTRA = "extra"
    CHANGED = "changed"
    FULL_VERSION = "full-version"
    """A full copy, or a register with texts, stands on the requester's side."""
    REGISTER = "register"
    SPANS = "spans"
    """The full copy marks otherwise than the manifest says."""
    LEAK = "leak"
    DIFFERENT = "different"
    """The redacted copy differs from the full one elsewhere than in the marks."""
    UNREAD = "unread"
    UNREADABLE = "unreadable"
    """A copy cannot be opened."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong. `detail` never holds document text."""

    kind: Kind
    file: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was checked, and what is wrong with it."""

    documents: int
    spans: int
    replayed: int
    """Documents of which the whole verification was made again."""
    not_replayed: tuple[str, ...] = ()
    """Those of which only hashes and marks could be: no full copy here, or no way back from it."""
    faults: tuple[Fault, ...] = ()

    @property
    def sound(self) -> bool:
        return not self.faults


Progress = Callable[[float, str], None]


def recheck(
    path: Path,
    passwords: Sequence[str] = (),
    progress: Progress | None = None,
    *,
    replay: bool = True,
) -> Verdict:
    """Check the package at `path`: what an export wrote, one of its parts, or the folder of both.

    Without `replay`, files, sides and registers alone. Raises NotAPackage; NeedsPassword,
    WrongPassword, Hostile, TooLarge, Damaged for a zip.
    """
    tell = progress or _silent
    if path.is_dir() and (path / FINGERPRINTS).is_file():
        return _both(path, passwords, tell, replay=replay)
    if path.is_dir():
        return _Recheck(path, tell, passwords, replay=replay).run()
    with tempfile.TemporaryDirectory(prefix="redactor-") as folder:
        _open(path, Path(folder), passwords)
        return _Recheck(_root(path, Path(folder)), tell, passwords, replay=replay).run()


def _both(path: Path, passwords: Sequence[str], tell: Progress, *, replay: bool) -> Verdict:
    """The folder of a packed release: its fingerprints, then both parts.

    Only those two files must be in it: the letter is completed, and other papers may join it.
    """
    faults: list[Fault] = []
    lines = (path / FINGERPRINTS).read_text("utf-8", "replace").splitlines()
    due = {name: sha256 for sha256, _, name in (line.partition("  ") for line in lines)}
    if not any((path / name).is_file() for name in (REQUESTER, CADA)):
        raise NotAPackage(path=str(path))
    most = Verdict(0, 0, 0)
    for name in (REQUESTER, CADA):
        part = path / name
        if not part.is_file() or part.is_symlink():
            faults.append(Fault(Kind.MISSING, name))
            continue
        if manifest.sha256(part) != due.get(name):
            faults.append(Fault(Kind.CHANGED, name))
        try:
            # CADA's part, the last, holds all that the requester's does, and can be replayed.
            most = recheck(part, passwords, tell, replay=replay)
        except (Damaged, Hostile, TooLarge):
            faults.append(Fault(Kind.UNREADABLE, name))
            continue
        faults += [replace(each, file=f"{name}/{each.file}") for each in most.faults]
    return replace(most, faults=tuple(faults))


def _silent(done: float, what: str) -> None:
    """Nobody watches."""


def _open(path: Path, into: Path, passwords: Sequence[str]) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise NotAPackage(path=str(path)) from error
    if head not in (b"PK\x03\x04", b"PK\x05\x06"):
        raise NotAPackage(path=str(path))
    unpack(path, into, passwords)


def _root(path: Path, folder: Path) -> Path:
    """Where the package begins in what was unpacked: a zip of a folder holds that folder."""
    inside = [*folder.iterdir()]
    if len(inside) == 1 and inside[0].is_dir():
        return inside[0]
    if not inside:
        raise NotAPackage(path=str(path))
    return folder


class _Recheck:
    def __init__(
        self, root: Path, tell: Progress, passwords: Sequence[str], *, replay: bool
    ) -> None:
        self._passwords = passwords
        self._root = root
        self._replay = replay
        self._tell = tell
        self._faults: list[Fault] = []
        self._present = dict(_files(root, self._faults))
        self._left_out: list[str] = []

    def run(self) -> Verdict:
        content = claims.load(self._root)
        try:
            documents, files = claims.claims_of(content)
        except claims.Malformed as error:
            fault = Fault(Kind.MANIFEST, manifest.NAME, str(error))
            return Verdict(0, 0, 0, (), (*self._faults, fault))
        self._presence(documents, files)
        self._sides(documents)
        said = {
            override.ID: Override.of(content) is not None,
            departures.ID: Departures.of(content) is not None,
        }
        self._registers(documents, said)
        replayed = 0
        for number, document in enumerate(documents if self._replay else ()):
            self._tell(number / len(documents), document.redacted)
            try:
                replayed += self._document(document)
            except Problem as problem:
                self._fault(Kind.UNREADABLE, document.redacted, problem.key)
            except Exception as error:  # noqa: BLE001 - engines raise what they like on bad files
                self._fault(Kind.UNREADABLE, document.redacted, type(error).__name__)
        return Verdict(
            len(documents),
            sum(len(document.entries) for document in documents),
            replayed,
            tuple(self._left_out),
            tuple(dict.fromkeys(self._faults)),
        )

    def _fault(self, kind: Kind, file: str, detail: str = "") -> None:
        self._faults.append(Fault(kind, file, detail))

    # --- files ---------------------------------------------------------------------------

    def _presence(self, documents: Sequence[DocumentClaim], files: Mapping[str, str]) -> None:
        due = dict(files)
        for document in documents:
            due[document.redacted] = document.redacted_sha256
            if document.audit:
                due[document.audit] = document.audit_sha256
        for name, sha256 in due.items():
            if name not in self._present:
                self._fault(Kind.MISSING, name)
            elif manifest.sha256(self._present[name]) != sha256:
                self._fault(Kind.CHANGED, name)
        for name in sorted(self._present.keys() - due.keys() - {manifest.NAME}):
            self._fault(Kind.EXTRA, name)

    def _sides(self, documents: Sequence[DocumentClaim]) -> None:
        """Nothing of the full version stands where the requester's files do."""
        full = {d.audit_sha256 for d in documents if d.audit}
        for name, path in self._present.items():
            if name.startswith(f"{AUDIT}/"):
                continue
            if manifest.sha256(path) in full or _is_marked(path):
                self._fault(Kind.FULL_VERSION, name)

    def _registers(self, documents: Sequence[DocumentClaim], said: Mapping[str, bool]) -> None:
        """`said`: the lines about the release as a whole that there must be."""
        ids = Counter(entry.id for document in documents for entry in document.entries)
        ids.update({line: int(there) for line, there in said.items()})
        count = ids.total()
        for name, headings in (
            (REGISTER, register.HEADINGS),
            (FULL_REGISTER, register.FULL_HEADINGS),
        ):
            path = self._present.get(name)
            if path is None:
                continue
            try:
                with path.open(encoding="utf-8-sig", newline="") as file:
                    rows = list(csv.reader(file, delimiter=";"))
            except (OSError, ValueError, csv.Error):
                self._fault(Kind.REGISTER, name)
                continue
            if name == REGISTER and rows and register.TEXT in rows[0]:
                self._fault(Kind.FULL_VERSION, name)
            known = (headings, register.EARLIER[headings])
            if not rows or tuple(rows[0]) not in known or len(rows) - 1 != count:
                self._fault(Kind.REGISTER, name)
                continue
            place = headings.index("Identifiant")
            if Counter(row[place].lstrip("'") for row in rows[1:] if len(row) > place) != Counter(
                {key.lstrip("'"): number for key, number in ids.items() if number}
            ):
                self._fault(Kind.REGISTER, name)

    # --- one document --------------------------------------------------------------------

    def _document(self, document: DocumentClaim) -> bool:
        """Check the copies against each other; whether the verification was made again."""
        redacted = self._present.get(document.redacted)
        audit = self._present.get(document.audit) if document.audit else None
        if redacted is None or audit is None:
            if redacted is not None and not document.audit:
                self._left_out.append(document.redacted)
            return False
        if not restore.can_restore(document.format):
            self._left_out.append(document.redacted)
            return False
        password, marked = self._marked(adapter_named(document.format), audit)
        with tempfile.TemporaryDirectory(prefix="redactor-") as folder:
            original = Path(folder, f"original{redacted.suffix}")
            restored = restore.restore(audit, original, document.format, password)
            adapter = adapter_named(restored.format)
            with adapter.open(original, None, document.reading) as source:
                flows = tuple(each for each in source.read() if isinstance(each, Flow))
            plan = self._plan(document, marked, restored.ids, {flow.id: flow for flow in flows})
            flows = tuple(flow for flow in flows if flow.id != FILENAME_FLOW)
            report, audited = verify_both(
                original,
                redacted,
                audit,
                flows,
                plan,
                marked,
                format=restored.format,
                audit_password=password,
                reading=document.reading,
            )
        for leak in (*report.leaks, *audited.leaks):
            self._fault(Kind.LEAK, document.redacted, f"{leak.place.where}, {leak.place.engine}")
        for change in report.changes:
            where = f"{change.place.where}, {change.what}"
            self._fault(Kind.DIFFERENT, document.redacted, where)
        for change in audited.changes:
            where = f"{change.place.where}, {change.what}"
            self._fault(Kind.DIFFERENT, document.audit, where)
        if not document.unread:
            for unread in report.unread:
                self._fault(Kind.UNREAD, document.redacted, unread.where)
        return True

    def _marked(self, adapter: Adapter, audit: Path) -> tuple[str | None, Sequence[Applied]]:
        """What a full copy marks, and the password that opens it."""
        for password in (None, *self._passwords):
            try:
                with adapter.open(audit, password) as source:
                    return password, tuple(source.marked())
            except (NeedsPassword, WrongPassword):
                continue
        raise NeedsPassword(name=audit.name)

    def _plan(
        self,
        document: DocumentClaim,
        marked: Sequence[Applied],
        unspanned: frozenset[str],
        flows: Mapping[str, Flow],
    ) -> Plan:
        """What went, read from the full copy's own marks and held against the manifest."""
        due = {e.id: e for e in document.entries if e.channel not in _WITHOUT_SPAN}
        hashed = {hashlib.sha256(each.encode()).hexdigest(): each for each in due}
        occultations: list[Occultation] = []
        seen: set[str] = set()
        for each in marked:
            id_ = each.id
            if id_ not in due and len(id_) >= _SHORTEST_HASH:
                id_ = next((full for key, full in hashed.items() if key.startswith(id_)), id_)
            entry, flow = due.get(id_), flows.get(each.span.flow)
            place = flow.place or flow.id if flow else ""
            if entry is None:
                self._fault(Kind.SPANS, document.audit, place)
                continue
            if flow is None or each.span.end > len(flow.text):
                self._fault(Kind.SPANS, document.audit, f"{entry.channel}, page {entry.page}")
                continue
            if flow.channel.value != entry.channel or flow.page != entry.page:
                self._fault(Kind.SPANS, document.audit, place)
            seen.add(id_)
            occultations.append(Occultation(id_, each.span, entry.label))
        for id_ in due.keys() - seen:
            if due[id_].channel == _PERHAPS_WITHOUT_SPAN:
                continue
            where = due[id_].channel + (f", page {due[id_].page}" if due[id_].page else "")
            self._fault(Kind.SPANS, document.audit, where)
        areas = [
            e for e in document.entries if e.channel == "area" and (e.page or e.part) and e.box
        ]
        pages = [e for e in document.entries if e.channel == "page" and e.page]
        for one in (*areas, *pages):
            if document.format == "pdf" and one.id not in unspanned and not one.part:
                self._fault(Kind.SPANS, document.audit, f"page {one.page}")
        if unspanned - {one.id for one in (*areas, *pages)}:
            self._fault(Kind.SPANS, document.audit)
        return Plan(
            tuple(occultations),
            tuple(
                Area(e.id, e.page or 0, e.box or (0, 0, 0, 0), e.label, "", e.part) for e in areas
            ),
            tuple(RemovedPage(e.id, e.page or 0, e.label) for e in pages),
        )


def _is_marked(path: Path) -> bool:
    try:
        return restore.own_marks(path) > 0
    except (Problem, OSError):
        return False  # said elsewhere: it is changed, or one too many


# --- reading ----------------------------------------------------------------------------------


def _files(root: Path, faults: list[Fault]) -> Iterator[tuple[str, Path]]:
    """Every file under `root` by its name in the package. A link is a fault: it leads out."""
    for folder, folders, files in os.walk(root):
        for name in [*folders, *files]:
            path = Path(folder, name)
            inside = path.relative_to(root).as_posix()
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                faults.append(Fault(Kind.EXTRA, inside))
            elif path.is_file():
                yield inside, path
