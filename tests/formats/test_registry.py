"""Which format a file is: by content and name together."""

import os
from pathlib import Path

import pytest

from redactor.formats.errors import (
    EmptyFile,
    IsFolder,
    NotFound,
    NotPermitted,
    UnknownFormat,
    WrongType,
)
from redactor.formats.package import pack
from redactor.formats.registry import adapter_for


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("note.txt", "Réunion du conseil".encode(), "text"),
        ("note.TXT", "Réunion du conseil".encode("cp1252"), "text"),
        ("calcul.py", b"print('bonjour')\n", "text"),
        ("README", b"Lisez-moi", "text"),
        (".env", b"CLE=valeur", "text"),
        ("lettre.docx", pack([("word/document.xml", b"<x/>")]), "docx"),
        ("page.pdf", b"%PDF-1.7\n", "pdf"),
        ("sans-suffixe", b"%PDF-1.7\n", "pdf"),
    ],
)
def test_a_file_is_known_by_its_name_and_content(
    tmp_path: Path, name: str, content: bytes, format_: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert adapter_for(path).name == format_


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("facture.txt", b"%PDF-1.7\n"),
        ("lettre.docx", b"Bonjour"),
        ("lettre.docx", b"%PDF-1.7\n"),
        ("ancien.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"),
        ("page.pdf", b"PK\x03\x04"),
    ],
)
def test_a_content_that_the_name_denies_is_refused(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WrongType):
        adapter_for(path)


def test_what_is_not_a_file_that_can_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        adapter_for(tmp_path / "absent.docx")
    with pytest.raises(IsFolder):
        adapter_for(tmp_path)
    (tmp_path / "vide.docx").touch()
    with pytest.raises(EmptyFile):
        adapter_for(tmp_path / "vide.docx")
    (tmp_path / "inconnu.xyz").write_bytes(b"abc")
    with pytest.raises(UnknownFormat):
        adapter_for(tmp_path / "inconnu.xyz")


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_bytes(b"abc")

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError

    # The tests may run as a user whom no permission stops.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(NotPermitted):
        adapter_for(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "note.txt"
    os.mkfifo(pipe)
    assert pipe.exists()  # the trap: opened, it never answers
    with pytest.raises(UnknownFormat):
        adapter_for(pipe)
