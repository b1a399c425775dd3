"""Which format a file is, judged by its content and its name together."""

from importlib import import_module
from pathlib import Path
from typing import cast

from redactor.formats.base import Adapter
from redactor.formats.errors import (
    EmptyFile,
    IsFolder,
    NotFound,
    NotPermitted,
    UnknownFormat,
    WrongType,
)

#: How much of a file is looked at to know it.
HEAD = 64 * 1024

#: Module of each format, its adapter's name there where it is not ``ADAPTER``, and its name for
#: people. Modules are imported when needed; the engines behind some take longer to load than a
#: whole Word file takes to read.
_FORMATS = {
    "pdf": ("redactor.formats.pdf", "PDF"),
    "docx": ("redactor.formats.docx", "Word"),
    "odt": ("redactor.formats.odf:TEXT", "OpenDocument"),
    "ods": ("redactor.formats.odf:SHEET", "OpenDocument"),
    "xlsx": ("redactor.formats.xlsx", "Excel"),
    "eml": ("redactor.formats.mail:MAIL", "e-mail"),
    "msg": ("redactor.formats.mail:OUTLOOK", "Outlook"),
    "doc": ("redactor.formats.legacy.source:DOC", "Word"),
    "rtf": ("redactor.formats.legacy.source:RTF", "RTF"),
    "xls": ("redactor.formats.legacy.source:XLS", "Excel"),
    "html": ("redactor.formats.html", "HTML"),
    "text": ("redactor.formats.plain", "texte"),
}

#: Kept here, not asked of the adapters, so that a suffix costs no import.
_SUFFIXES = (
    {".pdf": "pdf"}
    | dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), "docx")
    | dict.fromkeys((".odt", ".ott"), "odt")
    | dict.fromkeys((".ods", ".ots"), "ods")
    | dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), "xlsx")
    | dict.fromkeys((".html", ".htm", ".xhtml"), "html")
    | {".eml": "eml", ".msg": "msg", ".doc": "doc", ".dot": "doc", ".rtf": "rtf"}
    | {".xls": "xls", ".xlt": "xls"}
)

#: Files without a suffix, or that are all suffix, which are text by custom.
_TEXT_NAMES = frozenset(
    "readme license licence copying notice changelog authors contributing makefile dockerfile "
    "jenkinsfile vagrantfile gemfile rakefile procfile .env .gitignore .gitattributes "
    ".dockerignore .editorconfig .npmrc .htaccess".split()
)


def adapter_for(path: Path) -> Adapter:
    """The format of the file at `path`.

    Raises NotFound, NotPermitted, IsFolder, EmptyFile; WrongType where the content is not what
    the name says; UnknownFormat where neither is known.
    """
    head = _head(path)
    named = _by_name(path)
    if named is None:
        found = _by_content(head)
        if found is not None and _recognises(found, path, head):
            return adapter_named(found)
        raise UnknownFormat
    # A small PDF can be read as text: its first bytes say what it is.
    disguised = named in ("text", "html") and _by_content(head) is not None
    if disguised or not _recognises(named, path, head):
        raise WrongType(expected=_FORMATS[named][1])
    return adapter_named(named)


def suffixes() -> frozenset[str]:
    """Every suffix that can be opened, for file dialogs and folders."""
    return frozenset(_SUFFIXES) | adapter_named("text").suffixes


def is_named(path: Path) -> bool:
    """Whether a file's name is that of a format."""
    return _by_name(path) is not None


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise IsFolder
        if path.exists() and not path.is_file():
            raise UnknownFormat  # a pipe, a device: its end may never come
        with path.open("rb") as file:
            head = file.read(HEAD)
    except FileNotFoundError as error:
        raise NotFound from error
    except (IsADirectoryError, NotADirectoryError) as error:
        raise NotFound from error
    except PermissionError as error:
        raise NotPermitted from error
    if not head:
        raise EmptyFile
    return head


def _by_name(path: Path) -> str | None:
    suffix = path.suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if path.name.lower() in _TEXT_NAMES or suffix in adapter_named("text").suffixes:
        return "text"
    return None


def _by_content(head: bytes) -> str | None:
    """What the first bytes say, at a glance that costs no import."""
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in head[:120]:
            return "ods"
        return "odt" if b"mimetypeapplication/vnd.oasis.opendocument" in head[:120] else "docx"
    return "docx" if head.startswith(b"\xd0\xcf\x11\xe0") else None


def _recognises(name: str, path: Path, head: bytes) -> bool:
    return adapter_named(name).recognises(path, head)


def adapter_named(name: str) -> Adapter:
    """The format of that name, one of those that `adapter_for` answers with. Raises KeyError."""
    module, _, attribute = _FORMATS[name][0].partition(":")
    return cast(Adapter, getattr(import_module(module), attribute or "ADAPTER"))
