"""What an office suite makes of a file, in a folder of its own, with macros off and no way to
the network."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redactor.formats.errors import Damaged, NeedsOffice, TooLong

_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "pdf": "pdf:writer_pdf_Export",
}

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
def converted(path: Path, kind: str = "docx", data: bytes | None = None) -> Iterator[Path]:
    """The file as a `kind` of today's (``docx``, ``xlsx``, ``pdf``), for as long as the context
    lasts. `data`: what lies behind its password.

    Raises NeedsOffice, Damaged, TooLong.
    """
    program = office()
    if program is None:
        raise NeedsOffice
    with tempfile.TemporaryDirectory(prefix="redactor-") as name:
        folder = Path(name)
        source = folder / f"piece{path.suffix.lower()}"
        if data is None:
            shutil.copyfile(path, source)
        else:
            source.write_bytes(data)
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
