"""What holds a release, and what lets it go: each reason, and its cure."""

from dataclasses import replace
from pathlib import Path

import pytest

from redactor.dossier import Dossier
from redactor.dossier.gate import Hold, Reason, holds
from redactor.dossier.materials import plan
from redactor.dossier.plan import Undecided
from redactor.dossier.records import State, Verdict
from redactor.dossier.releases import differences, recorded
from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.text.flow import Span, Unread
from tests.dossier.conftest import FLOWS, MENTIONS, ids
from tests.dossier.stored import store_analysis


@pytest.fixture
def ready(dossier: Dossier) -> Dossier:
    """Everything decided, on a ground, and seen."""
    dossier.decide(ids(dossier, "Yann Kerbrat", "Kerbrat"), Decision.OCCULT)
    dossier.decide(ids(dossier, "est en arrêt maladie"), Decision.OCCULT)
    dossier.proceedings.see("d1", [1, 2])
    assert holds(dossier) == []
    return dossier


def test_a_fresh_analysis_waits_for_decisions_and_for_eyes(dossier: Dossier) -> None:
    assert holds(dossier) == [
        Hold(Reason.UNDECIDED, "d1", tuple(ids(dossier, "Yann Kerbrat", "Kerbrat"))),
        Hold(Reason.SIGNAL, "d1", tuple(ids(dossier, "est en arrêt maladie"))),
        Hold(Reason.UNSEEN, "d1", pages=(1, 2)),
    ]


def test_a_document_not_analysed_or_failed_holds(ready: Dossier) -> None:
    ready.set_state("d1", State.TO_ANALYSE)
    assert [each.reason for each in holds(ready)] == [Reason.NOT_ANALYSED]
    ready.fail("d1", "problem.damaged", {"where": ""})
    assert [each.reason for each in holds(ready)] == [Reason.FAILED]
    ready.exclude_document("d1", "L.311-2 inachevé")
    assert holds(ready) == []


def test_an_unread_page_holds_until_it_is_removed(ready: Dossier) -> None:
    unread = [Unread("page 2", "unread.image-only", 2)]
    store_analysis(ready, "d1", FLOWS, unread, MENTIONS, pages=2)
    assert [each.reason for each in holds(ready)] == [Reason.UNREAD]
    ready.remove_page("d1", 2)
    assert holds(ready) == []


def test_a_kept_name_that_someone_occults_needs_a_ground(ready: Dossier) -> None:
    (agent,) = ids(ready, "Odile Ravenel")
    ready.decide([agent], Decision.OCCULT)
    assert holds(ready) == [Hold(Reason.NO_GROUND, "d1", (agent,))]
    ready.change([agent], ground="L.311-6 2°")
    assert holds(ready) == []


def test_a_suggested_area_waits_and_one_without_ground_holds(ready: Dossier) -> None:
    category = Category.HANDWRITTEN_SIGNATURE
    area = ready.add_area("d1", 1, (0, 0, 9, 9), category=category, decision=None, suggested=True)
    assert holds(ready) == [Hold(Reason.UNDECIDED, "d1", areas=(area.id,))]
    ready.change_area(area.id, decision=Decision.OCCULT)
    assert holds(ready) == [Hold(Reason.NO_GROUND, "d1", areas=(area.id,))]
    ready.change_area(area.id, ground="L.311-6 1°")
    assert holds(ready) == []


def test_what_the_second_reader_returns_must_be_decided_again(
    ready: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    (name,) = ids(ready, "Kerbrat")
    ready.read([name], Verdict.RETURNED, note="motif ?", by="Relecteur")
    assert [each.reason for each in holds(ready)] == [Reason.RETURNED]
    monkeypatch.setattr("redactor.dossier.dossier.now", lambda: "9999-01-01T00:00:00Z")
    ready.decide([name], Decision.KEEP)
    assert holds(ready) == []


def test_a_second_reader_is_someone_else(ready: Dossier, path: Path) -> None:
    own = path.parent / "strict.toml"
    own.write_text('extends = "tiers"\n[options]\nsecond_reader = true\n', encoding="utf-8")
    ready.set_info(profile=str(own))
    ready.proceedings.sign_off("O. Ravenel")
    assert [each.reason for each in holds(ready)] == [Reason.NOT_CONFIRMED]
    ready.proceedings.sign_off("Relecteur")
    assert holds(ready) == []


def test_a_second_release_says_what_it_shows_and_what_it_hides(ready: Dossier) -> None:
    first = recorded(plan(ready).documents)
    assert "Kerbrat" not in first
    (name,), (agent,) = ids(ready, "Kerbrat"), ids(ready, "Odile Ravenel")
    ready.decide([name], Decision.KEEP)
    ready.decide([agent], Decision.OCCULT, ground="L.311-5 2°d")
    found = differences(first, plan(ready, Undecided.REFUSE).documents)
    assert [(each.hidden, each.span, each.ground) for each in found] == [
        (True, ready.mention(agent).mention.span, "L.311-5 2°d"),
        (False, ready.mention(name).mention.span, "L.311-6 1°"),
    ]


def test_a_span_that_grew_differs_by_its_new_characters_alone(ready: Dossier) -> None:
    first = recorded(plan(ready).documents)
    (name,) = ids(ready, "Kerbrat")
    span = ready.mention(name).mention.span
    ready.change([name], span=replace(span, start=span.start - 3))
    (found,) = differences(first, plan(ready).documents)
    assert found.span == Span("p2", span.start - 3, span.start)


def test_a_purged_dossier_keeps_its_releases_and_no_text(ready: Dossier, path: Path) -> None:
    ready.set_info(requesters=("Claire Aubin",))
    ready.proceedings.record_release("/sortie", "tiers", "{}", recorded(plan(ready).documents))
    lines = len(ready.journal())
    ready.purge()
    assert (ready.documents(), ready.mentions(), ready.undo()) == ([], [], None)
    ready.close()
    data = path.read_bytes()
    assert b"Kerbrat" not in data
    assert b"Aubin" not in data
    with Dossier.open(path) as again:
        assert len(again.proceedings.releases()) == 1
        assert len(again.journal()) == lines
        assert again.info.title == "Demande du 3 mars"
