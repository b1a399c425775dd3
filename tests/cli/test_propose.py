import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.formats.sight.pages import letter as drawn_letter
from tests.formats.sight.pages import save

NOTE = "\ufeffM. Noël LEVRAULT\r\nné le 3 mai 1980\r\n"


@pytest.fixture(scope="module")
def proposed(
    redactor: Callable[..., Ran],
    letter: Path,
    minutes: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Ran:
    """Three documents proposed at once: each run loads the model."""
    note = tmp_path_factory.mktemp("propose") / "note.txt"
    note.write_bytes(NOTE.encode())
    return redactor("propose", letter, minutes, note, "--format", "json")


def test_json_is_the_contract(proposed: Ran) -> None:
    assert proposed.code == 0
    assert proposed.err == ""
    document = proposed.json["documents"][0]
    assert proposed.json["version"] == 1
    assert {"path", "sha256", "pages", "mentions", "unread"} <= document.keys()
    assert document["pages"] == 2
    assert document["mentions"][0].keys() == {
        "id", "flow", "channel", "page", "start", "end", "text", "category", "role", "entity",
        "decision", "ground", "confidence", "detector",
    }  # fmt: skip
    found = {(m["category"], m["text"]) for m in document["mentions"]}
    assert {
        ("person", "Élodie TRÉGUIER"),
        ("person", "Yann LE GOASTER"),
        ("nir", "2 84 07 29 232 081 03"),
        ("iban", "FR76 3000 6000 0112\n3456 7890 189"),
        ("licence_plate", "FX-482-QT"),
    } <= found
    occulted = {m["text"] for m in document["mentions"] if m["decision"] == "occult"}
    assert "mairie@saint-aubin-les-marais.example" not in occulted
    assert not any("20261799" in text for text in occulted)


def test_ids_are_the_same_twice(redactor: Callable[..., Ran], proposed: Ran, minutes: Path) -> None:
    (again,) = redactor("propose", minutes, "--format", "json").json["documents"]
    once, twice = (
        [m["id"] for m in each["mentions"]] for each in (again, proposed.json["documents"][1])
    )
    assert once
    assert once == twice


def test_positions_refer_to_the_original_text(proposed: Ran) -> None:
    whole = NOTE.removeprefix("\ufeff")
    body = [m for m in proposed.json["documents"][2]["mentions"] if m["channel"] == "body"]
    assert body
    assert all(whole[m["start"] : m["end"]] == m["text"] for m in body)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.pdf", b"", "vide"),
        ("broken.pdf", b"%PDF-1.7\nnothing", ""),
        ("word.docx", b"PK\x03\x04not a zip", ""),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n", ""),
        ("what.xyz", b"\x00\x01\x02", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    redactor: Callable[..., Ran], tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    ran = redactor("propose", path, "--format", "json")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert name in ran.err
    assert sentence in ran.err


def test_a_file_that_failed_among_others_stands_in_unread(
    redactor: Callable[..., Ran], tmp_path: Path, letter: Path
) -> None:
    ran = redactor("propose", tmp_path / "absent.pdf", letter, "--format", "json")
    assert ran.code == 0
    absent, found = ran.json["documents"]
    assert absent["unread"] != []
    assert absent["mentions"] == []
    assert found["mentions"] != []


def test_explain_says_what_saw_each_mention(redactor: Callable[..., Ran], letter: Path) -> None:
    ran = redactor("propose", letter, "--explain")
    assert "clé valide" in ran.out
    assert "L.311-6 1°" in ran.out


def test_areas_are_suggested_and_not_occulted(redactor: Callable[..., Ran], tmp_path: Path) -> None:
    path = save(tmp_path / "signed.pdf", drawn_letter(0, ("handwritten_signature",)))
    ran = redactor("propose", path, "--format", "json")
    decisions = ran.json
    (document,) = decisions["documents"]
    (area,) = document["suggested_areas"]
    assert "areas" not in document
    assert (area["page"], area["category"]) == (1, "handwritten_signature")
    (tmp_path / "decisions.json").write_text(ran.out, "utf-8")
    out = tmp_path / "out"
    redactor("export", path, "--out", out, "--decisions", tmp_path / "decisions.json")
    assert not any(span["category"] == area["category"] for span in spans(out))
    # Moved by a person under `areas`, it goes.
    document["areas"] = [{key: area[key] for key in ("page", "bbox", "ground")}]
    (tmp_path / "decisions.json").write_text(json.dumps(decisions), "utf-8")
    redactor("export", path, "--out", out, "--decisions", tmp_path / "decisions.json")
    assert any(span["page"] == 1 and span["ground"] == area["ground"] for span in spans(out))


def spans(folder: Path) -> list[dict[str, object]]:
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    return [span for document in manifest["documents"] for span in document["spans"]]


def test_a_file_of_a_zip_is_called_by_its_place_in_the_zip(
    redactor: Callable[..., Ran], tmp_path: Path
) -> None:
    path = tmp_path / "sources.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("src/note.txt", "Auteure : Ida Vercastrel")
        archive.writestr("src/image.bin", "?")
    ran = redactor("propose", path, "--format", "json")
    assert ran.json["documents"][0]["path"] == str(path / "src" / "note.txt")
    assert ran.err.startswith(str(path / "src" / "image.bin"))
