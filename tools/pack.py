"""`make package`, after PyInstaller: the portable zip, the Debian package, their checksums.

Everything is written to `dist/`, with the folder that is packed: the same files give the same
bytes, wherever and whenever they are packed.
"""

import hashlib
import os
import platform
import shutil
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from redactor import __version__

DIST = Path("dist")
FOLDER = DIST / "Redactor"
_STAMP = (2026, 1, 1, 0, 0, 0)
_CONTROL = """\
Package: redactor
Version: {version}
Architecture: {architecture}
Maintainer: the authors of Redactor
Installed-Size: {kilobytes}
Section: editors
Priority: optional
Depends: libc6 (>= {libc}), libegl1, libgl1
Description: review administrative documents before disclosure
 Proposes the personal data to occult, has a person decide, writes a redacted
 copy from which the text is gone, an audit copy and a register. Offline.
"""
_DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Redactor
Comment=Occulter des documents administratifs avant communication
Comment[en]=Redact administrative documents before disclosure
Exec=redactor %F
Icon=redactor
Categories=Office;
MimeType=application/pdf;application/vnd.openxmlformats-officedocument.wordprocessingml.document;application/vnd.oasis.opendocument.text;message/rfc822;
StartupWMClass=redactor
"""


def main() -> int:
    """Pack what lies in `dist/Redactor`. Returns the exit code."""
    if not FOLDER.is_dir():
        print("Nothing to pack: PyInstaller comes first (make package).", file=sys.stderr)
        return 2
    name = f"redactor-{__version__}-{_system()}-{platform.machine().lower()}"
    made = [_zip(DIST / f"{name}.zip")]
    if shutil.which("dpkg-deb"):
        made.append(_deb(DIST / f"redactor_{__version__}_{_architecture()}.deb"))
    bill = DIST / f"{name}.sbom.cdx.json"
    shutil.copyfile(next(FOLDER.rglob("sbom.cdx.json")), bill)
    made.append(bill)
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(f"{_sha256(path)}  {path.name}\n" for path in made), "utf-8")
    print(f"{_size(FOLDER) / 1e6:7.1f} MB  {FOLDER}/")
    for path in made:
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path}")
    return 0


def _system() -> str:
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)


def _files() -> Iterator[Path]:
    return (path for path in sorted(FOLDER.rglob("*")) if path.is_file())


def _size(folder: Path) -> int:
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def _zip(out: Path) -> Path:
    """A zip that any tool opens; programs keep their right to be run."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in _files():
            info = zipfile.ZipInfo(path.relative_to(DIST).as_posix(), _STAMP)
            executable = path.stat().st_mode & stat.S_IXUSR
            info.external_attr = (stat.S_IFREG | (0o755 if executable else 0o644)) << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            with path.open("rb") as source, archive.open(info, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)
    return out


def _deb(out: Path) -> Path:
    """A package that puts the folder in /opt, the command in /usr/bin and an entry in the menu."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "redactor"
        shutil.copytree(FOLDER, root / "opt/redactor")
        (root / "usr/bin").mkdir(parents=True)
        (root / "usr/bin/redactor").symlink_to("/opt/redactor/Redactor")
        _write(root / "usr/share/applications/redactor.desktop", _DESKTOP)
        _write(root / "usr/share/icons/hicolor/scalable/apps/redactor.svg", _icon())
        control = _CONTROL.format(
            version=__version__,
            architecture=_architecture(),
            kilobytes=_size(root) // 1024,
            libc=platform.libc_ver()[1],
        )
        _write(root / "DEBIAN/control", control)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", root, out],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"},
        )
    return out


def _icon() -> str:
    return (
        Path("resources/icons/redactor.svg").read_text("utf-8").replace("currentColor", "#1f4e8c")
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _architecture() -> str:
    done = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    sys.exit(main())
