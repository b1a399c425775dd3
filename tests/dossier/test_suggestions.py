"""Suggested areas are stored once, wait for a person, and stay as that person left them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from redactor.dossier import Dossier, store
from redactor.dossier.gate import Reason, holds
from redactor.dossier.materials import plan
from redactor.dossier.records import Suggestion
from redactor.dossier.schema import MIGRATIONS
from redactor.jobs.reading import reading
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.text.flow import Flow

SIGNATURE = Suggestion(
    1, (80, 460, 210, 520), Category.HANDWRITTEN_SIGNATURE, "handwritten_signature", 0.93, "tracé"
)
PHOTOGRAPH = Suggestion(2, (400, 100, 480, 200), Category.IMAGE, "photograph", 0.85, "photographie")


@pytest.fixture
def read(tmp_path: Path) -> Dossier:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 not really")
    dossier = Dossier.create(tmp_path / "d.redactor")
    row = dossier.add_document(tmp_path / "a.pdf")
    dossier.begin_analysis(row.id)
    flow = Flow("p1.1", "Fait à Plouvara.", page=1)
    dossier.append_analysis(row.id, [flow], suggested=[PHOTOGRAPH, SIGNATURE])
    dossier.finish_analysis(row.id, 2)
    return dossier


def test_a_suggestion_waits_and_takes_nothing_away(read: Dossier) -> None:
    found = read.suggestions("d1")
    assert [(row.page, row.kind, row.confidence, row.why) for row in found] == [
        (1, "handwritten_signature", 0.93, "tracé"),
        (2, "photograph", 0.85, "photographie"),
    ]
    assert all(row.waits for row in found)
    assert not plan(read).documents[0].areas
    (hold,) = [hold for hold in holds(read) if hold.reason is Reason.UNDECIDED]
    assert set(hold.areas) == {row.id for row in found}


def test_accepted_it_goes_on_the_ground_of_the_profile_and_can_be_undone(read: Dossier) -> None:
    signature, _ = read.suggestions("d1")
    read.judge_suggestions([signature.id], occult=True)
    (area,) = plan(read).documents[0].areas
    assert (area.page, area.box, area.ground) == (1, SIGNATURE.box, "L.311-6 1°")
    read.undo()
    assert not plan(read).documents[0].areas
    assert len(read.suggestions("d1")) == 2


def test_turned_down_it_is_no_area_and_holds_nothing(read: Dossier) -> None:
    for row in read.suggestions("d1"):
        read.remove_area(row.id)
    assert read.suggestions("d1") == read.areas("d1") == []
    assert len(read.suggestions("d1", dismissed=True)) == 2
    assert not [hold for hold in holds(read) if hold.reason is Reason.UNDECIDED]
    read.undo()
    assert len(read.suggestions("d1")) == 1


def test_a_second_reading_suggests_nothing_twice(read: Dossier) -> None:
    signature, photograph = read.suggestions("d1")
    read.judge_suggestions([photograph.id], occult=False)
    read.change_area(signature.id, box=(70, 450, 220, 530), decision=Decision.OCCULT, ground="g")
    read.begin_analysis("d1")
    read.append_analysis("d1", suggested=[PHOTOGRAPH, SIGNATURE])
    read.finish_analysis("d1", 2)
    assert read.suggestions("d1") == []
    assert [row.box for row in read.areas("d1")] == [(70, 450, 220, 530)]


def test_they_are_there_when_the_dossier_is_opened_again(read: Dossier) -> None:
    before, path = read.suggestions(), read.path
    read.close()
    with Dossier.open(path) as again:
        assert again.suggestions() == before


def test_a_dossier_made_before_suggestions_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(store, "MIGRATIONS", MIGRATIONS[:1])
        store.Store.create(tmp_path / "old.redactor").close()
    with closing(sqlite3.connect(tmp_path / "old.redactor")) as db, db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        db.execute(
            "INSERT INTO info VALUES"
            " (1, '', '', '[]', '[]', '[]', '[]', NULL, NULL, 'tiers', '{}', '', '')"
        )
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    with Dossier.open(tmp_path / "old.redactor") as dossier:
        row = dossier.add_document(tmp_path / "a.pdf")
        dossier.append_analysis(row.id, suggested=[SIGNATURE])
        assert dossier.suggestions()[0].kind == "handwritten_signature"


def test_what_was_recognised_goes_with_a_purge(read: Dossier) -> None:
    recognised = read.recognised
    assert recognised is not None
    recognised.mkdir()
    (recognised / "0123").write_bytes(b"text of a page")
    read.purge()
    assert not recognised.exists()
    assert read.suggestions() == []


def test_how_scans_are_read_is_remembered(read: Dossier) -> None:
    path = read.path
    read.set_ocr_again("d1", True)
    assert reading(read, "d1").ocr_again
    read.close()
    with Dossier.open(path) as again:
        assert reading(again, "d1").ocr_again
        assert reading(again, "d1").ocr_cache == again.recognised
        assert not reading(again).ocr_again, "of a document to come"
