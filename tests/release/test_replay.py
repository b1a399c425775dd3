"""`verify` makes the whole verification again for every format: each with one name in every place
that the format has, and each tampered with by a forger who makes the manifest agree."""

import base64
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from redactor.cli import main
from redactor.paths import resource
from redactor.release.recheck import Kind, recheck
from tests.formats.docx import torture as word
from tests.formats.mail import torture as mail
from tests.formats.odf import torture as odf
from tests.formats.xlsx import test_xlsx as xlsx
from tests.release.forging import agree, kinds, told

NAME = odf.NAME
needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") or shutil.which("libreoffice")), reason="no office suite"
)
KEPT = "suite"
"""A word beside the name, which stays."""


def _pdf(path: Path, _: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((60, 100), f"corps {NAME} {KEPT}")
        page.insert_text((60, 140), "Le service répond sous dix jours.")
        page.add_text_annot((60, 200), f"annotation {NAME}")
        document.set_toc([[1, f"signet {NAME}", 1]])
        document.save(path)


def _text(path: Path, _: Path) -> None:
    path.write_bytes(f"corps {NAME}\r\nIci {KEPT}.\r\n".encode())


def _web_page(path: Path, _: Path) -> None:
    path.write_text(
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>titre {NAME}</title></head>\n'
        f"<body><p>corps {NAME} {KEPT}</p><p>Le service répond.</p></body></html>\n",
        "utf-8",
    )


def _rich_text(path: Path, _: Path) -> None:
    path.write_bytes(
        rf"{{\rtf1\ansi\pard corps {NAME} {KEPT}\par autre ligne\par}}".encode("ascii")
    )


@dataclass(frozen=True, slots=True)
class Trade:
    """A format: a file full of the name, and how a forger changes a copy of it."""

    name: str
    build: Callable[[Path, Path], object]
    reword: Callable[[Path], None]
    """Takes a kept word out of a redacted copy."""
    unmark: Callable[[Path], None]
    """Takes a highlight off a full copy."""
    mail: str = "eml"
    """What an e-mail is released as."""


def _in_bytes(old: bytes, new: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        data = path.read_bytes()
        assert old in data
        path.write_bytes(data.replace(old, new, 1))

    return change


def _in_part(part: str, old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            parts = [(info, package.read(info)) for info in package.infolist()]
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for info, data in parts:
                if info.filename == part:
                    text = data.decode("utf-8")
                    changed = re.sub(old, new, text, count=1)
                    assert changed != text
                    data = changed.encode("utf-8")
                package.writestr(info, data, info.compress_type)

    return change


def _in_html_body(path: Path) -> None:
    """The body of the message in HTML travels as base64. These two words stand there alone."""
    data = path.read_bytes()
    found = next(
        block
        for block in re.findall(rb"(?:[A-Za-z0-9+/=]{60,}\r?\n)+[A-Za-z0-9+/=]*", data)
        if b"deux lignes" in base64.b64decode(block)
    )
    body = base64.b64decode(found).replace(b"deux lignes", b"deux", 1)
    path.write_bytes(data.replace(found, base64.encodebytes(body), 1))


def _in_page(word: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with pymupdf.open(path) as document:
            page = document[0]
            page.add_redact_annot(page.search_for(word)[0])
            page.apply_redactions()
            document.save(path, incremental=True, encryption=0)

    return change


def _annotation(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        annots = pdf.pages[0].obj.Annots
        assert any("/RDTR_Span" in each for each in annots)
        del annots[next(i for i, each in enumerate(annots) if "/RDTR_Span" in each)]
        pdf.save(path)


def _mark(path: Path) -> None:
    page = path.read_text("utf-8")
    changed = re.sub(r"<mark [^>]*>([^<]*)</mark>", r"\1", page, count=1)
    assert changed != page
    path.write_bytes(changed.encode())


TRADES = (
    Trade("a.pdf", _pdf, _in_page("dix"), _annotation),
    Trade(
        "a.docx",
        lambda path, _: word.build(path),
        _in_part("word/document.xml", KEPT, ""),
        _in_part("word/document.xml", r'w:name="_Redactor_S', 'w:name="_Reader_S'),
    ),
    Trade(
        "a.odt",
        lambda path, _: odf.build_text(path),
        _in_part("content.xml", KEPT, ""),
        _in_part("content.xml", r'text:name="_Redactor_S[^"]*"', 'text:name="autre"'),
    ),
    Trade(
        "a.ods",
        lambda path, _: odf.build_sheet(path),
        _in_part("content.xml", KEPT, ""),
        _in_part("content.xml", r'text:name="_Redactor_S[^"]*"', 'text:name="autre"'),
    ),
    Trade(
        "a.xlsx",
        lambda path, _: xlsx.build(path),
        _in_part("xl/sharedStrings.xml", KEPT, ""),
        _in_part("xl/worksheets/redactor-mentions.xml", r'<(\w+:row) r="2">.*?</\1>', ""),
    ),
    Trade("a.eml", mail.build, _in_html_body, _mark),
    Trade("a.eml", mail.build, _in_page("réunion"), _mark, mail="pdf"),
    Trade("a.html", _web_page, _in_bytes(KEPT.encode(), b""), _mark),
    Trade("a.txt", _text, _in_bytes(KEPT.encode(), b""), _mark),
    pytest.param(
        Trade(
            "a.rtf",
            _rich_text,
            _in_part("word/document.xml", KEPT, ""),
            _in_part("word/document.xml", r'w:name="_Redactor_S', 'w:name="_Reader_S'),
        ),
        marks=[pytest.mark.slow, needs_office],
    ),
)


def _name(trade: Trade) -> str:
    return Path(trade.name).suffix[1:] + ("-as-pdf" if trade.mail == "pdf" else "")


@pytest.fixture(scope="module", params=TRADES, ids=_name)
def released(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Trade, Path, Path]:
    """A format, its file, and the release made of it."""
    trade: Trade = request.param
    folder = tmp_path_factory.mktemp("replay")
    original = folder / trade.name
    trade.build(original, folder)
    usual = (resource("profiles") / "tiers.toml").read_text("utf-8")
    (folder / "profil.toml").write_text(
        usual.replace('mail = "eml"', f'mail = "{trade.mail}"'), "utf-8"
    )
    order = ["--accept", "none", "--redact", NAME, "--ocr", "no", "--allow-unread"]
    order += ["--profile", str(folder / "profil.toml")]
    assert main(["export", str(original), "--out", str(folder / "out"), *order]) == 0
    return trade, original, folder / "out"


@pytest.fixture
def package(released: tuple[Trade, Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(released[2], tmp_path / "package"))


@pytest.fixture
def trade(released: tuple[Trade, Path, Path]) -> Trade:
    return released[0]


def test_as_it_was_released_it_is_sound(package: Path) -> None:
    verdict = recheck(package)
    assert verdict.faults == ()
    assert (verdict.documents, verdict.replayed, verdict.not_replayed) == (1, 1, ())
    assert verdict.spans


def test_the_original_in_place_of_the_redacted_copy_is_a_leak(
    released: tuple[Trade, Path, Path], package: Path
) -> None:
    copy = package / told(package)["documents"][0]["redacted"]
    shutil.copy(released[1], copy)
    agree(package)
    is_old = released[1].suffix == ".rtf"  # its copy is a Word file: this is none
    assert (Kind.UNREADABLE if is_old else Kind.LEAK) in kinds(package)


def test_a_word_taken_from_the_redacted_copy_shows(trade: Trade, package: Path) -> None:
    trade.reword(package / told(package)["documents"][0]["redacted"])
    agree(package)
    assert kinds(package) == {Kind.DIFFERENT}


def test_a_highlight_taken_off_the_full_copy_shows(trade: Trade, package: Path) -> None:
    trade.unmark(package / told(package)["documents"][0]["audit"])
    agree(package)
    assert Kind.SPANS in kinds(package)


def test_the_full_copy_on_the_requesters_side_shows(package: Path) -> None:
    document = told(package)["documents"][0]
    forged = package / document["redacted"]
    shutil.copy(package / document["audit"], forged)
    with forged.open("ab") as file:
        file.write(b"\n")  # so that its hash does not give it away
    agree(package)
    assert Kind.FULL_VERSION in kinds(package)
