"""Old Word files and rich text (.doc, .rtf), by way of the office suite where there is one.

The suite converts them to a Word file of today in a folder of its own, with macros off and no
way to the network; that file is read, and both copies are made from it. Where there is no suite,
one sentence says what to do: half a reading would be worse than none.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redactor.formats.base import ReadOptions
from redactor.formats.docx.source import WordSource
from redactor.formats.errors import Damaged, NeedsOffice, TooLong

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}

_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
#: No macro runs, nothing linked is fetched, and every address leads to a closed door.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def office() -> str | None:
    """The office suite's program, where one is installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


@contextmanager
def converted(path: Path, kind: str = "docx") -> Iterator[Path]:
    """The file as a Word file of today, or as a PDF (`kind`), for as long as the context lasts.

    Raises NeedsOffice, Damaged, TooLong.
    """
    program = office()
    if program is None:
        raise NeedsOffice
    with tempfile.TemporaryDirectory(prefix="redactor-") as name:
        folder = Path(name)
        source = folder / f"piece{path.suffix.lower()}"
        shutil.copyfile(path, source)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
        command = [
            program,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            _FILTERS[kind],
            "--outdir",
            str(folder / "out"),
            str(source),
        ]
        try:
            subprocess.run(  # our own arguments, no shell
                command, capture_output=True, timeout=_SECONDS, check=False, env=_environment()
            )
        except subprocess.TimeoutExpired as error:
            raise TooLong(seconds=_SECONDS) from error
        made = folder / "out" / f"piece.{kind}"
        if not made.exists():
            raise Damaged(where=path.name)
        yield made


def _registry() -> str:
    items = "".join(_SETTING.format(path=p, name=n, value=v) for p, n, v in _SETTINGS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor='
        '"http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )


def _environment() -> dict[str, str]:
    closed = "http://127.0.0.1:9"
    return {**os.environ, "http_proxy": closed, "https_proxy": closed, "ftp_proxy": closed}


class ConvertedSource(WordSource):
    """An old file, read as the Word file made of it."""

    warnings = ("warning.converted",)

    def __init__(self, path: Path, options: ReadOptions | None = None) -> None:
        self._conversion = converted(path)
        made = self._conversion.__enter__()
        try:
            super().__init__(made, path.name, options)
        except BaseException:
            self._conversion.__exit__(None, None, None)
            raise

    def close(self) -> None:
        super().close()
        self._conversion.__exit__(None, None, None)


class OldAdapter:
    """A format that only an office suite reads."""

    paged = False
    redacted_suffix: str | None = ".docx"
    audit_suffix: str | None = ".docx"

    def __init__(self, name: str, suffix: str) -> None:
        self.name = name
        self.suffixes = frozenset({suffix})

    def recognises(self, path: Path, head: bytes) -> bool:
        if self.name == "rtf":
            return head.lstrip()[:5] == b"{\\rtf"
        return head.startswith(_OLE) and _WORD in path.read_bytes()

    def open(
        self, path: Path, password: str | None = None, options: ReadOptions | None = None
    ) -> WordSource:
        with path.open("rb") as file:
            # Its copies are Word files of today.
            is_copy = file.read(4) == b"PK\x03\x04"
        if is_copy:
            return WordSource(path, path.name, options)
        return ConvertedSource(path, options)


DOC = OldAdapter("doc", ".doc")
RTF = OldAdapter("rtf", ".rtf")
