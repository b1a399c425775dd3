"""Whatever comes: protected, damaged, hostile, or not a PDF at all."""

import random
import re
import zlib
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.errors import (
    Damaged,
    EmptyFile,
    IsFolder,
    NeedsPassword,
    NoPages,
    NotFound,
    Problem,
    TooLarge,
    WrongPassword,
    WrongType,
)
from redactor.formats.pdf import ADAPTER, limits
from tests.formats.pdf.build import line, page, plan_for, redact, save, texts


def letter(pdf: pikepdf.Pdf) -> None:
    page(pdf, line("Madame Hyacinthe Roy"))
    page(pdf, line("Suite"))


def protected(tmp_path: Path, **passwords: Any) -> Path:
    save(tmp_path / "plain.pdf", letter)
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        pdf.save(tmp_path / "p.pdf", encryption=pikepdf.Encryption(R=6, **passwords))
    return tmp_path / "p.pdf"


def test_a_user_password_is_asked_for(tmp_path: Path) -> None:
    path = protected(tmp_path, user="secret", owner="maitre")
    with pytest.raises(NeedsPassword):
        ADAPTER.open(path)
    with pytest.raises(WrongPassword):
        ADAPTER.open(path, "faux")
    with ADAPTER.open(path, "secret") as source:
        assert any("Hyacinthe" in getattr(flow, "text", "") for flow in source.read())


def test_a_protected_file_is_redacted_and_its_copy_is_open(tmp_path: Path) -> None:
    path = protected(tmp_path, user="", owner="maitre")
    with ADAPTER.open(path) as source:
        assert source.warnings == ("warning.owner-password",)
    redact(path, tmp_path / "r.pdf", "Hyacinthe")
    assert not any("Hyacinthe" in text for text in texts(tmp_path / "r.pdf"))


def test_a_lost_cross_reference_table_is_repaired_and_said(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    data = path.read_bytes()
    cut = data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF"
    path.write_bytes(cut)
    with ADAPTER.open(path) as source:
        assert "warning.repaired" in source.warnings
        assert any("Hyacinthe" in getattr(flow, "text", "") for flow in source.read())
    redact(path, tmp_path / "r.pdf", "Hyacinthe")


def page_tree_cycle(pdf: pikepdf.Pdf) -> None:
    letter(pdf)
    pages = pdf.Root.Pages
    pages.Kids = Array([pages, *pages.Kids])


def no_pages(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(), Count=0))


@pytest.mark.parametrize("build", [page_tree_cycle, no_pages])
def test_a_broken_page_tree_is_one_sentence(build, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = save(tmp_path / "a.pdf", build)
    with pytest.raises(Problem):
        ADAPTER.open(path).close()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", EmptyFile),
        (b"Bonjour", WrongType),
        (b"%PDF-1.7\nrien du tout", Damaged),
    ],
)
def test_what_cannot_be_read(content: bytes, problem: type[Problem], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(problem):
        ADAPTER.open(tmp_path / "a.pdf").close()


def test_neither_a_folder_nor_nothing(tmp_path: Path) -> None:
    with pytest.raises(IsFolder):
        ADAPTER.open(tmp_path)
    with pytest.raises(NotFound):
        ADAPTER.open(tmp_path / "absent.pdf")


def test_an_earlier_revision_is_gone(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", letter)
    before = path.read_bytes()
    update = (
        b"\n9999 0 obj\n(Hyacinthe orpheline)\nendobj\nxref\n9999 1\n%010d 00000 n \n"
        b"trailer\n<< /Size 10000 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    )
    start = int(before[before.rindex(b"startxref") + 9 :].split()[0])
    offset = len(before) + 1
    table = len(before) + update.index(b"xref")
    path.write_bytes(before + update % (offset, start, table))
    redact(path, tmp_path / "r.pdf", "Hyacinthe")
    assert b"orpheline" not in (tmp_path / "r.pdf").read_bytes()


def test_what_a_producer_signed_says_so(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        letter(pdf)
        value = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            Contents=pikepdf.String(b"\x30\x82\x00\x01" * 8),
            ByteRange=[0, 1, 2, 3],
            Name=pikepdf.String("Hyacinthe Roy"),
        )
        widget = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T=pikepdf.String("signature"),
                V=pdf.make_indirect(value),
                Rect=[0, 0, 0, 0],
            )
        )
        pdf.pages[0].obj.Annots = Array([widget])
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), SigFlags=3)

    path = save(tmp_path / "a.pdf", build)
    with ADAPTER.open(path) as source:
        plan = plan_for(source, "Hyacinthe")
        written = source.write_redacted(tmp_path / "r.pdf", plan)
    assert "warning.signature-gone" in written.warnings
    assert "signature" in written.dropped
    assert b"ByteRange" not in (tmp_path / "r.pdf").read_bytes()


def test_a_file_without_pages_is_said_so(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: None)
    with pytest.raises(NoPages):
        ADAPTER.open(path)


@pytest.mark.parametrize("rounds", [1, 2])
def test_a_stream_that_unpacks_without_end_is_refused(
    rounds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytes(300_000_000) if rounds == 2 else random.Random(1).randbytes(1000) * 300_000
    packed = data
    for _ in range(rounds):
        packed = zlib.compress(packed)

    def build(pdf: pikepdf.Pdf) -> None:
        bomb = Stream(pdf, b"")
        bomb.write(packed, filter=Array([Name.FlateDecode] * rounds))
        page(pdf, line("Texte")).obj.Contents = pdf.make_indirect(bomb)

    path = save(tmp_path / "a.pdf", build)
    assert path.stat().st_size < len(data) / 100, "the trap is not set"
    monkeypatch.setattr(limits, "MAX_UNPACKED", 100_000_000)
    with pytest.raises(TooLarge):
        ADAPTER.open(path)


def test_a_page_tree_that_bites_its_tail_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "a.pdf", lambda pdf: page(pdf, line("Texte")))
    raw = path.read_bytes()
    tree = re.search(rb"(\d+) 0 obj\n<< /Count 1 /Kids \[ 3 0 R", raw)
    assert tree, "the trap is not set"
    looped = raw.replace(b"/Kids [ 3 0 R", b"/Kids [ 3 0 R " + tree[1] + b" 0 R")
    path.write_bytes(looped)
    with pytest.raises(Damaged):
        ADAPTER.open(path)
