"""Whole documents as templates: other people, one each throughout, in the forms they had."""

import random
from pathlib import Path

import pytest

from models import documents
from models.documents import Document, Documents
from models.names.pools import fold
from models.noise import from_letters
from models.scoring import read
from models.synthesis import Annotated
from redactor.detect.ner import STRETCH

PAGE = (
    "#courriel\n"
    "De : [[QUERRIEN Maëlle]] <[[email:maelle.querrien@mairie.example]]>\\n"
    "Bonjour, Mme [[Querrien]] (compte [[mquerrien]]) et [[M. Querrien]] habitent rue Querrien."
    " [[?person:KD]]\\n"
)


def nothing_seen(_: str) -> list[tuple[int, int, str]]:
    return []


def page(tmp_path: Path, text: str = PAGE) -> Document:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    (document,) = documents.load([path], nothing_seen)
    return document


def variant(document: Document, seed: int) -> Annotated:
    source = Documents([document], random.Random(seed))
    letters = source._renamed(document.letters, document)
    kept = [(c, n if n < 0 or document.labels[n] else -1) for c, n in letters]
    return from_letters(kept, document.labels)


def people(item: Annotated) -> list[str]:
    return [item.text[s:e] for s, e, label in item.spans if label == "PER"]


def test_first_names_are_told_from_surnames(tmp_path: Path) -> None:
    assert page(tmp_path).words == {"querrien": "last", "maelle": "first"}


def test_a_login_is_made_of_the_names_beside_it(tmp_path: Path) -> None:
    item = variant(page(tmp_path), 3)
    surname, first = people(item)[0].split()
    assert fold(surname) != "querrien"
    assert people(item)[1].lower() == surname.lower() or fold(people(item)[1]) == fold(surname)
    assert people(item)[2] == fold(first)[0] + fold(surname)
    assert fold(people(item)[3]) == f"{fold(first)[0]}. {fold(surname)}"


def test_the_address_follows_its_owner(tmp_path: Path) -> None:
    item = variant(page(tmp_path), 3)
    surname, first = (fold(w) for w in people(item)[0].split())
    assert f"<{first}.{surname}@mairie.example>" in item.text


def test_what_is_nobody_stays(tmp_path: Path) -> None:
    item = variant(page(tmp_path), 3)
    assert "rue Querrien." in item.text


def test_capitals_stay_capitals(tmp_path: Path) -> None:
    document = page(tmp_path)
    for seed in range(30):
        surname, first = people(variant(document, seed))[0].split()
        assert surname.isupper()
        assert first[0].isupper()
        assert not first.isupper()


def test_what_nobody_decided_teaches_nothing(tmp_path: Path) -> None:
    item = variant(page(tmp_path), 1)
    assert [label for *_, label in item.spans].count(documents.UNKNOWN) == 1


def test_letters_set_apart_are_read_as_the_program_reads_them(tmp_path: Path) -> None:
    document = page(tmp_path, "#lettre\nDe :  [[M O R E L   S t é p h a n e]]\\nMaire\n")
    assert "".join(c for c, _ in document.letters) == "De :  MOREL Stéphane\nMaire"


def test_a_window_is_no_longer_than_what_the_model_reads() -> None:
    source = Documents(documents.load(documents.files()[:2], nothing_seen), random.Random(4))
    items = [source.draw() for _ in range(200)]
    assert max(len(i.text) for i in items) < 1.3 * STRETCH  # names may grow
    assert any("\n" in i.text for i in items)
    assert all(p == p.strip() for i in items for p in people(i))


def test_the_same_seed_gives_the_same_windows() -> None:
    loaded = documents.load(documents.files()[:1], nothing_seen)
    one, two = (
        [source.draw() for _ in range(20)]
        for source in (Documents(loaded, random.Random(8)), Documents(loaded, random.Random(8)))
    )
    assert one == two


@pytest.mark.parametrize("path", documents.files(), ids=lambda p: p.stem)
def test_every_file_of_documents_is_sound(path: Path) -> None:
    items = read(path)
    assert all("[[" not in i.text and "]]" not in i.text for i in items)
    for item in items:
        for start, end, label in item.spans:
            if label == "person":
                name = item.text[start:end]
                assert name == name.strip(), name
                assert len(name) < 80, name


def test_training_never_reads_a_set_that_is_kept_for_tests() -> None:
    trained = {p.stem for p in documents.files()}
    assert "cahiers" in trained
    assert not trained & {"documents", "passages", "admin_dev", *documents.KEPT_FOR_TESTS}
