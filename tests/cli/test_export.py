import csv
import json
import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from redactor import __version__
from redactor.text.fold import find_all
from tests.cli.conftest import Ran


def manifest(out: Path) -> Any:
    return json.loads((out / "manifest.json").read_text("utf-8"))


def full_register(out: Path) -> list[dict[str, str]]:
    path = out / "integrale" / "registre-integral.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def text_of(pdf: Path) -> str:
    with pymupdf.open(pdf) as document:
        return "\n".join(page.get_text() for page in document)


def test_a_release_is_what_the_contract_says(
    redactor: Callable[..., Ran], samples: Sequence[Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    before = [path.read_bytes() for path in samples]
    ran = redactor("export", *samples, "--out", out, "--profile", "publication")
    assert ran.code == 0, ran.err
    assert [path.read_bytes() for path in samples] == before
    names = [path.name for path in samples]
    assert sorted(p.name for p in (out / "communicable").iterdir()) == sorted(names)
    assert sorted(p.name for p in (out / "integrale").iterdir()) == sorted(
        [*names, "registre-integral.csv"]
    )
    told = manifest(out)
    assert {"version", "program", "profile", "documents", "verification"} <= told.keys()
    assert [d["source"] for d in told["documents"]] == names
    rows = full_register(out)
    assert len(rows) == sum(len(d["spans"]) for d in told["documents"]) > 20
    occulted = {row["Texte occulté"] for row in rows}
    assert "2 84 07 29 232 081 03" in occulted
    proposers = {row["Proposé par"] for row in rows}
    first, second = told["program"]["model"].split(" + ")
    assert f"Redactor {__version__}, modèle {first}" in proposers
    assert second.startswith("crf ")
    assert all(each.startswith(f"Redactor {__version__}, ") for each in proposers)
    public = (out / "manifest.json").read_text("utf-8") + (out / "registre.csv").read_text("utf-8")
    assert not [text for text in occulted if find_all(text, public)]


def test_a_text_asked_for_goes_from_every_channel(
    redactor: Callable[..., Ran], samples: Sequence[Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ran = redactor("export", *samples, "--out", out, "--accept", "none", "--redact", "Tréguier")
    assert ran.code == 0, ran.err
    places = {row["Emplacement"] for row in full_register(out)}
    assert places >= {"", "signet", "propriétés"}
    assert any(place.startswith("paragraphe ") for place in places), "Word files have no pages"
    for path in (out / "communicable").iterdir():
        if path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                content = "\n".join(
                    archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
                )
            assert "Goaster" in content
        else:
            content = text_of(path)
            assert "Goaster" in content or "GOASTER" in content
        assert find_all("Tréguier", content) == []


def test_keep_lifts_a_proposal(redactor: Callable[..., Ran], letter: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = redactor("export", letter, "--out", out, "--keep", "FX-482-QT")
    assert ran.code == 0, ran.err
    assert "FX-482-QT" in text_of(out / "communicable" / letter.name)
    assert "2 84 07 29" not in text_of(out / "communicable" / letter.name)


def test_edited_decisions_apply_under_any_accept(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path
) -> None:
    proposed = redactor("propose", letter, "--format", "json").json
    chosen = [m for m in proposed["documents"][0]["mentions"] if m["category"] == "licence_plate"]
    assert chosen
    proposed["documents"][0]["mentions"] = [{**m, "decision": "occult"} for m in chosen]
    proposed["documents"][0]["areas"] = [{"page": 1, "bbox": [50, 50, 300, 70], "ground": "x"}]
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps(proposed))
    out = tmp_path / "out"
    ran = redactor("export", letter, "--out", out, "--accept", "none", "--decisions", file)
    assert ran.code == 0, ran.err
    text = text_of(out / "communicable" / letter.name)
    assert "FX-482-QT" not in text
    assert "2 84 07 29" in text
    assert "COMMUNE" not in text
    assert len(manifest(out)["documents"][0]["spans"]) == len(chosen) + 1


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"version": 2}', '{"version": 1, "documents": [{"sha256": 3}]}'],
)
def test_a_wrong_file_of_decisions_is_one_sentence(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path, content: str
) -> None:
    file = tmp_path / "decisions.json"
    file.write_text(content)
    ran = redactor("export", letter, "--out", tmp_path / "out", "--decisions", file)
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_all_or_nothing_over_the_inputs(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    ran = redactor("export", letter, tmp_path / "broken.pdf", "--out", tmp_path / "out")
    assert ran.code == 2
    assert not (tmp_path / "out").exists()


def test_two_inputs_of_one_name(redactor: Callable[..., Ran], letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / letter.name
    other.parent.mkdir()
    shutil.copy(letter, other)
    out = tmp_path / "out"
    ran = redactor("export", letter, other, "--out", out, "--accept", "none", "--redact", "Yann")
    assert ran.code == 0, ran.err
    assert sorted(p.name for p in (out / "communicable").iterdir()) == [
        "1-lettre-sinistre-2.pdf",
        "1-lettre-sinistre.pdf",
    ]


def test_occulted_text_leaves_the_name_too(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path
) -> None:
    named = tmp_path / "lettre Tréguier.pdf"
    shutil.copy(letter, named)
    out = tmp_path / "out"
    ran = redactor("export", named, "--out", out, "--accept", "none", "--redact", "TREGUIER")
    assert ran.code == 0, ran.err
    assert [p.name for p in (out / "communicable").iterdir()] == ["lettre _.pdf"]
    assert "réguier" not in (out / "manifest.json").read_text("utf-8")


def test_a_text_found_nowhere_is_a_warning(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path
) -> None:
    ran = redactor(
        "export", letter, "--out", tmp_path / "out", "--accept", "none", "--redact", "Zyxwvut"
    )
    assert ran.code == 0
    assert "Zyxwvut" in ran.err


def test_undecided_can_hold_the_release(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path
) -> None:
    ran = redactor("export", letter, "--out", tmp_path / "out", "--undecided", "refuse")
    assert ran.code == 1
    assert not (tmp_path / "out").exists()


def test_a_page_without_text_is_not_published_unless_allowed(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    with pymupdf.open(letter) as document, pymupdf.open() as image:
        pixels = document[0].get_pixmap(dpi=50)
        page = image.new_page()
        page.insert_image(page.rect, pixmap=pixels)
        image.save(scan)
    out = tmp_path / "out"
    words = ("export", scan, "--out", out, "--ocr", "no", "--accept", "none")
    ran = redactor(*words)
    assert ran.code == 1
    assert not out.exists()
    assert redactor(*words, "--allow-unread").code == 0
    assert manifest(out)["documents"][0]["unread"] != []


def test_the_output_never_holds_an_original(
    redactor: Callable[..., Ran], letter: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert redactor("export", letter, "--out", out, "--accept", "none").code == 0
    inside = out / "communicable" / letter.name
    ran = redactor("export", inside, "--out", out, "--accept", "none")
    assert ran.code == 2
    assert inside.exists()


def test_an_unedited_file_of_proposals_of_a_text_is_decisions(
    redactor: Callable[..., Ran], tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Mme Claire Levrault habite Brest.", "utf-8")
    proposed = redactor("propose", note, "--format", "json")
    assert proposed.json["documents"][0]["pages"] is None
    file = tmp_path / "decisions.json"
    file.write_text(proposed.out, "utf-8")
    ran = redactor("export", note, "--out", tmp_path / "out", "--decisions", file)
    assert ran.code == 0, ran.err


def test_a_file_put_into_an_earlier_export_is_not_lost(
    redactor: Callable[..., Ran], tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Bonjour", "utf-8")
    words = ("export", note, "--out", tmp_path / "out", "--accept", "none")
    assert redactor(*words).code == 0
    mine = tmp_path / "out" / "communicable" / "à relire.txt"
    mine.write_text("mes notes", "utf-8")
    assert redactor(*words).code == 2
    assert mine.read_text("utf-8") == "mes notes"


@pytest.mark.parametrize(
    "words",
    [
        ("export",),
        ("export", "a.txt", "--nope"),
        ("export", "a.txt", "--out", "o", "--password-file", "/absent"),
        ("export", "a.txt", "--out", "o", "--profile", "absent"),
        ("export", "a.txt", "--out", "o", "--redact", " "),
        ("propose",),
        ("--nope",),
    ],
)
def test_wrong_usage_is_one_line(redactor: Callable[..., Ran], words: tuple[str, ...]) -> None:
    ran = redactor(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.strip().splitlines()) == 1


def test_a_name_with_a_line_break_stays_one_line(
    redactor: Callable[..., Ran], tmp_path: Path
) -> None:
    ran = redactor("propose", tmp_path / "a\nb\x1b[31m.pdf")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert "\x1b" not in ran.err
