"""The package: what each side receives, what the papers say, and what they never say."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pymupdf
import pytest
from docx.enum.text import WD_COLOR_INDEX

from redactor.cli import main
from redactor.dossier import Dossier
from redactor.formats.errors import NeedsPassword, WrongPassword
from redactor.release import package as packing
from redactor.release.account import Case, Document, Outcome, Refused
from redactor.release.cases import case_of
from redactor.release.package import Packaged, ReleaseNotSound, WrongSide, package
from redactor.release.paper import Column, Paper
from redactor.release.recheck import Kind, recheck
from tests.dossier.stored import store_analysis

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
CASE = Case(
    "Sinistre", "2026-042", ("Association Exemple",), date(2026, 10, 3),
    (Refused("brouillon.docx", "L.311-2 inachevé"), Refused("annexe.pdf", "hors périmètre")),
)  # fmt: skip
NAMES = ("Tréguier", "Goaster", "Kerouanton")


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    note = folder / "note.txt"
    note.write_bytes("Mme Aela Kerouanton habite 4 impasse des Goélands.\r\n".encode())
    (folder / "libre.txt").write_text("Rien à occulter ici.\n", "utf-8")
    files = [
        note,
        folder / "libre.txt",
        *(SAMPLES / n for n in ("2-compte-rendu-commission.docx",)),
    ]
    words = [word for name in NAMES for word in ("--redact", name)]
    out = folder / "out"
    assert main(["export", *map(str, files), "--out", str(out), "--accept", "none", *words]) == 0
    return out


@pytest.fixture(scope="module")
def packaged(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Packaged:
    return package(release, tmp_path_factory.mktemp("packed") / "paquet", CASE)


def parts(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def words_of(pdf: bytes) -> str:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return "\n".join(page.get_text() for page in document)


def test_each_side_receives_its_part(packaged: Packaged) -> None:
    requester, cada = parts(packaged.requester), parts(packaged.cada)
    assert set(requester) < set(cada)
    assert not [name for name in requester if name.startswith("integrale")]
    assert {"registre.csv", "registre.pdf", "bordereau.pdf", "manifest.json"} < set(requester)
    assert {"integrale/registre-integral.pdf", "integrale/note.html"} < set(cada)


def test_no_occulted_text_stands_on_the_requesters_side(packaged: Packaged) -> None:
    full = parts(packaged.cada)["integrale/registre-integral.pdf"]
    assert "Kerouanton" in words_of(full)
    for name, data in parts(packaged.requester).items():
        text = words_of(data) if name.endswith(".pdf") else data.decode("utf-8", "replace")
        if name.endswith(".docx"):
            with zipfile.ZipFile(io.BytesIO(data)) as inner:
                text = "".join(inner.read(n).decode("utf-8", "replace") for n in inner.namelist())
        assert not [occulted for occulted in NAMES if occulted.lower() in text.lower()], name


def test_no_hash_lets_the_requester_confirm_a_guess(packaged: Packaged) -> None:
    told = parts(packaged.requester)["manifest.json"].decode()
    assert '"sha256"' in parts(packaged.cada)["manifest.json"].decode()
    assert '"sha256"' not in told
    assert "audit" not in told


def test_both_parts_and_their_folder_verify(packaged: Packaged) -> None:
    assert recheck(packaged.cada).sound
    assert recheck(packaged.cada).replayed == 3
    of_requester = recheck(packaged.requester)
    assert of_requester.sound
    assert of_requester.replayed == 0
    assert recheck(packaged.folder).sound


def test_the_same_release_gives_the_same_bytes(
    release: Path, packaged: Packaged, tmp_path: Path
) -> None:
    again = package(release, tmp_path / "again", CASE)
    for one in ("demandeur.zip", "cada.zip", "lettre.docx", "empreintes.txt"):
        assert (again.folder / one).read_bytes() == (packaged.folder / one).read_bytes()


def test_one_byte_changed_in_either_part_is_a_fault_of_the_package(
    packaged: Packaged, tmp_path: Path
) -> None:
    import shutil

    for name in ("cada.zip", "demandeur.zip"):
        moved = Path(shutil.copytree(packaged.folder, tmp_path / name))
        data = bytearray((moved / name).read_bytes())
        data[len(data) // 2] ^= 1
        (moved / name).write_bytes(data)
        faults = {(each.kind, each.file.partition("/")[0]) for each in recheck(moved).faults}
        assert (Kind.CHANGED, name) in faults


def test_archives_tell_neither_date_nor_machine(packaged: Packaged) -> None:
    for archive in (packaged.requester, packaged.cada, packaged.letter):
        with zipfile.ZipFile(archive) as opened:
            assert {i.date_time for i in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert {i.extra for i in opened.infolist()} == {b""}


def test_the_full_version_can_be_encrypted(release: Path, tmp_path: Path) -> None:
    packed = package(release, tmp_path / "paquet", CASE, password="mot de passe é")
    with zipfile.ZipFile(packed.cada) as opened:
        assert all(info.flag_bits & 1 and info.compress_type == 99 for info in opened.infolist())
    assert b"Kerouanton" not in packed.cada.read_bytes()
    with pytest.raises(NeedsPassword):
        recheck(packed.cada)
    with pytest.raises(WrongPassword):
        recheck(packed.cada, ["autre"])
    assert recheck(packed.folder, ["autre", "mot de passe é"]).sound
    assert recheck(packed.requester).sound


def test_a_release_that_changed_is_not_packed(release: Path, tmp_path: Path) -> None:
    import shutil

    changed = Path(shutil.copytree(release, tmp_path / "release"))
    (changed / "communicable" / "note.txt").write_text("autre chose")
    with pytest.raises(ReleaseNotSound):
        package(changed, tmp_path / "paquet", CASE)
    assert not (tmp_path / "paquet").exists()


@pytest.mark.parametrize("name", ["integrale/note.html", "communicable/annexe.html"])
def test_the_full_version_never_enters_the_requesters_part(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = packing._files

    def mistaken(folder: Path) -> list[tuple[str, Path]]:
        found = real(folder)
        return (
            [*found, (name, release / "integrale" / "note.html")]
            if folder.name == "public"
            else found
        )

    monkeypatch.setattr(packing, "_files", mistaken)
    with pytest.raises(WrongSide):
        package(release, tmp_path / "paquet", CASE)
    assert not (tmp_path / "paquet").exists()


def test_a_requesters_part_with_a_full_copy_does_not_verify(
    packaged: Packaged, tmp_path: Path
) -> None:
    with zipfile.ZipFile(packaged.requester) as opened:
        opened.extractall(tmp_path / "part")
    copy = tmp_path / "part" / "communicable" / "note.html"
    copy.write_bytes(parts(packaged.cada)["integrale/note.html"])
    assert {Kind.FULL_VERSION, Kind.EXTRA} == {f.kind for f in recheck(tmp_path / "part").faults}


def test_the_bordereau_says_what_became_of_each_document(packaged: Packaged) -> None:
    text = " ".join(words_of(parts(packaged.requester)["bordereau.pdf"]).split())
    assert (
        "1 document communiqué intégralement, 2 communiqués partiellement, 1 non communiqué, "
        "1 hors du périmètre de la demande." in text
    )
    for row in (
        "note.txt communiqué partiellement 1",
        "libre.txt communiqué intégralement",
        "Demandeur : Association Exemple",
        "L.311-6 1° : CRPA, art. L.311-6, 1° (vie privée",
        "brouillon.docx non communiqué L.311-2 inachevé",
        "annexe.pdf hors périmètre de la demande",
    ):
        assert row in text


def test_the_requesters_register_names_no_agent_and_no_minute(
    packaged: Packaged, release: Path
) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(parts(packaged.requester)["registre.csv"].decode("utf-8-sig")),
            delimiter=";",
        )
    )
    full = (release / "integrale" / "registre-integral.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == len(full) - 1
    assert {row["Décidé par"] for row in rows} == {""}
    assert all(len(row["Décidé le"]) in (0, 10) for row in rows)


def test_the_letter_gives_grounds_remedies_and_what_is_left_to_fill(packaged: Packaged) -> None:
    letter: Any = docx.Document(str(packaged.letter))
    cells = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(p.text for p in letter.paragraphs), *cells])
    for said in (
        "L.311-7", "CRPA, art. L.311-6, 1°", "deux mois", "R.343-1", "L.311-14", "R.343-5",
        "R.421-1",
        "Association Exemple",
        "2026-042", "03/10/2026", "libre.txt", "annexe.pdf : document entier", "brouillon.docx",
    ):  # fmt: skip
        assert said in text, said
    assert not [occulted for occulted in NAMES if occulted in text]
    yellow = {
        run.text
        for p in letter.paragraphs
        for run in p.runs
        if run.font.highlight_color == WD_COLOR_INDEX.YELLOW
    }
    assert {"[nom de l’administration]", "[date]", "[objet de la demande]"} <= yellow
    assert "[motif à vérifier]" in yellow, "nobody here read L.311-2 in force"
    assert all(text.startswith("[") and text.endswith("]") for text in yellow)
    assert "XX" not in text


def test_no_paper_repeats_what_it_occults_in_a_persons_own_words(
    release: Path, tmp_path: Path
) -> None:
    refused = Refused("plainte KEROUANTON.pdf", "L.311-6 3°", "Aela Kerouanton se plaint.")
    packed = package(release, tmp_path / "paquet", Case(refused=(refused,)))
    letter: Any = docx.Document(str(packed.letter))
    text = "\n".join(p.text for p in letter.paragraphs)
    assert "plainte [occulté].pdf" in text
    assert "Aela [occulté] se plaint." in text
    bordereau = words_of(parts(packed.requester)["bordereau.pdf"])
    assert "plainte [occulté].pdf" in bordereau


def test_what_a_copy_leaves_out_is_no_whole_communication() -> None:
    assert Document("a.pdf", (), ("revision", "signature")).outcome is Outcome.WHOLE
    assert Document("a.pdf", (), ("attachment",)).outcome is Outcome.PART


def test_a_letter_that_refuses_nothing_speaks_of_no_remedy(tmp_path: Path) -> None:
    (tmp_path / "libre.txt").write_text("Rien à occulter ici.\n", "utf-8")
    out = tmp_path / "out"
    assert main(["export", str(tmp_path / "libre.txt"), "--out", str(out), "--accept", "none"]) == 0
    packed = package(out, tmp_path / "paquet", Case())
    letter: Any = docx.Document(str(packed.letter))
    assert not [p.text for p in letter.paragraphs if "CADA" in p.text]


def test_a_paper_repeats_headings_and_goes_over_pages(tmp_path: Path) -> None:
    paper = Paper("Titre", landscape=True)
    rows = [[str(n), "mot " * (1500 if n == 3 else 12) + "علي Ωмега"] for n in range(40)]
    paper.table([Column("N°", 1), Column("Texte", 9)], rows)
    paper.save(tmp_path / "a.pdf")
    with pymupdf.open(tmp_path / "a.pdf") as document:
        texts = [page.get_text() for page in document]
        assert len(texts) > 3
        assert all(
            "N°" in text and f"{n} / {len(texts)}" in text for n, text in enumerate(texts, 1)
        )
        assert "".join(texts).count("мега") == 40
        assert "".join(texts).split().count("mot") == 1500 + 39 * 12
        for page in document:
            assert page.rect.contains(pymupdf.Rect(page.get_text("blocks")[0][:4]))


def test_a_refused_document_keeps_nobody_in_its_name(tmp_path: Path) -> None:
    from redactor.law.categories import Category
    from redactor.law.mention import Mention
    from redactor.text.flow import Channel, Span, filename_flow

    original = tmp_path / "plainte Kerouanton.txt"
    original.write_text("x")
    with Dossier.create(tmp_path / "d.redactor", "Essai") as dossier:
        row = dossier.add_document(original)
        span = Span("filename", 8, 18)
        mention = Mention("m1", span, "Kerouanton", Category.PERSON, Channel.FILENAME)
        store_analysis(dossier, row.id, [filename_flow(row.name)], [], [mention])
        dossier.exclude_document(row.id, "L.311-6 3°", note="plainte")
        assert case_of(dossier).refused == (Refused("plainte _.txt", "L.311-6 3°", "plainte"),)
