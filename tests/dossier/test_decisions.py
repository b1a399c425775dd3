"""Decisions of persons, over what the profile says; what can be corrected, added, grouped."""

from pathlib import Path

import pytest

from redactor.dossier import Counts, Dossier
from redactor.dossier.errors import NoSuchRecord
from redactor.dossier.materials import plan
from redactor.dossier.plan import Undecided
from redactor.dossier.records import Verdict
from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision
from redactor.law.errors import UnknownProfile
from redactor.law.mention import Mention
from redactor.text.flow import Span
from tests.dossier.conftest import FLOWS, fill, ids


def test_mentions_come_in_reading_order(dossier: Dossier) -> None:
    assert [row.mention.text for row in dossier.mentions()] == [
        "Odile Ravenel", "Yann Kerbrat", "3 rue des Lilas",
        "06 12 34 56 78", "Kerbrat", "est en arrêt maladie",
    ]  # fmt: skip


def test_the_profile_speaks_until_a_person_does(dossier: Dossier) -> None:
    (phone,) = ids(dossier, "06 12 34 56 78")
    before = dossier.effective(phone)
    assert (before.decision, before.ground, before.decided) == (
        Decision.OCCULT, "L.311-6 1°", False,
    )  # fmt: skip
    dossier.decide([phone], Decision.KEEP)
    after = dossier.effective(phone)
    assert (after.decision, after.ground, after.decided) == (Decision.KEEP, "", True)
    dossier.decide([phone], None)
    assert dossier.effective(phone) == before


def test_who_decided_and_when_is_known(dossier: Dossier) -> None:
    (phone,) = ids(dossier, "06 12 34 56 78")
    dossier.decide([phone], Decision.OCCULT, note="ligne directe", by="Y. Le Goff")
    ruling = dossier.effective(phone).ruling
    assert ruling is not None
    assert (ruling.by, ruling.note) == ("Y. Le Goff", "ligne directe")
    assert ruling.at.endswith("Z")


def test_a_ground_can_be_chosen_before_deciding(dossier: Dossier) -> None:
    (name,) = ids(dossier, "Yann Kerbrat")
    dossier.change([name], ground="L.311-6 3°")
    assert dossier.effective(name).undecided
    dossier.decide([name], Decision.OCCULT)
    assert dossier.effective(name).ground == "L.311-6 3°"


def test_a_signal_waits_for_a_person(dossier: Dossier) -> None:
    (signal,) = ids(dossier, "est en arrêt maladie")
    assert dossier.effective(signal).undecided
    assert signal in [row.id for row in dossier.undecided()]


def test_what_is_undecided_is_counted_with_signals_apart(dossier: Dossier) -> None:
    assert dossier.counts() == Counts(occult=2, keep=1, review=2, signals=1)
    dossier.decide(ids(dossier, "Yann Kerbrat", "Kerbrat"), Decision.DISJOIN)
    assert dossier.counts() == Counts(occult=2, keep=1, disjoin=2, signals=1, decided=2)


def test_a_decision_is_of_a_mention_not_of_a_name(dossier: Dossier) -> None:
    first, second = ids(dossier, "Yann Kerbrat", "Kerbrat")
    dossier.decide([first], Decision.KEEP)
    assert dossier.effective(second).undecided


def test_a_corrected_role_changes_what_the_profile_says(dossier: Dossier) -> None:
    (name,) = ids(dossier, "Yann Kerbrat")
    dossier.change([name], role=Role.AGENT)
    assert dossier.effective(name).decision is Decision.KEEP


def test_a_corrected_span_has_the_text_of_its_flow(dossier: Dossier) -> None:
    (name,) = ids(dossier, "Kerbrat")
    start = dossier.mention(name).mention.span.start
    dossier.change([name], span=Span("p2", start - 3, start + 7))
    assert dossier.mention(name).mention.text == "M. Kerbrat"


def test_a_span_outside_its_flow_is_refused(dossier: Dossier) -> None:
    (name,) = ids(dossier, "Kerbrat")
    with pytest.raises(ValueError, match="not in the document"):
        dossier.change([name], span=Span("p2", 0, len(FLOWS[1].text) + 1))


def test_an_unknown_mention_changes_nothing_for_the_others(dossier: Dossier) -> None:
    (phone,) = ids(dossier, "06 12 34 56 78")
    with pytest.raises(NoSuchRecord):
        dossier.decide([phone, "d1:nobody"], Decision.KEEP)
    assert not dossier.effective(phone).decided


def test_added_mentions_are_decided_and_those_that_stand_are_not_doubled(
    dossier: Dossier,
) -> None:
    document = dossier.documents()[0].id
    stands = dossier.mention(ids(dossier, "Kerbrat")[0]).mention
    title = Mention("", Span("p1", 0, 3), "Mme", Category.CUSTOM, page=1)
    added = dossier.add_mentions([(document, stands), (document, title)], ground="L.311-6 1°")
    assert len(dossier.mentions()) == 7
    assert [dossier.effective(each).decision for each in added] == [Decision.OCCULT] * 2
    assert dossier.mentions()[0].mention.text == "Mme"
    assert dossier.mentions()[0].added


def test_a_passage_is_disjoined_over_its_paragraphs_at_once(dossier: Dossier) -> None:
    document = dossier.documents()[0].id
    spans = [Span("p1", 30, len(FLOWS[0].text)), Span("p2", 0, 19)]
    passage = dossier.add_passage(document, spans)
    assert {dossier.effective(each).decision for each in passage} == {Decision.DISJOIN}
    assert {dossier.effective(each).ground for each in passage} == {"hors périmètre"}
    dossier.undo()
    assert len(dossier.mentions()) == 6


def test_merged_entities_follow_what_was_decided_of_the_other(dossier: Dossier) -> None:
    full, short = ids(dossier, "Yann Kerbrat", "Kerbrat")
    dossier.set_entity([full], "yann")
    dossier.decide([full], Decision.OCCULT, ground="L.311-6 3°")
    dossier.set_entity([short], "yann")
    assert dossier.effective(short).decision is Decision.OCCULT
    assert dossier.effective(short).ground == "L.311-6 3°"


def test_a_split_entity_keeps_what_was_decided(dossier: Dossier) -> None:
    both = ids(dossier, "Yann Kerbrat", "Kerbrat")
    dossier.decide(both, Decision.KEEP)
    dossier.set_entity(both[1:], dossier.new_entity())
    assert dossier.mention(both[0]).mention.entity != dossier.mention(both[1]).mention.entity
    assert dossier.effective(both[1]).decision is Decision.KEEP


def test_another_profile_changes_what_is_proposed_not_what_was_decided(dossier: Dossier) -> None:
    agent, private = ids(dossier, "Odile Ravenel", "Yann Kerbrat")
    dossier.decide([private], Decision.KEEP)
    dossier.set_info(profile="accord")
    assert dossier.effective(agent).decision is Decision.OCCULT
    assert dossier.effective(private).decision is Decision.KEEP
    dossier.undo()
    assert dossier.effective(agent).decision is Decision.KEEP


def test_a_dossier_may_depart_from_its_profile_and_say_why(dossier: Dossier) -> None:
    (agent,) = ids(dossier, "Odile Ravenel")
    dossier.set_info(changed_rows={"person:agent": Decision.OCCULT}, changed_why="menaces")
    assert dossier.effective(agent).decision is Decision.OCCULT
    assert dossier.info.changed_why == "menaces"


def test_a_wrong_profile_changes_nothing(dossier: Dossier) -> None:
    with pytest.raises(UnknownProfile):
        dossier.set_info(profile="voisin", title="autre")
    assert dossier.info.title == "Demande du 3 mars"


def test_a_removed_document_takes_its_mentions_and_undo_brings_all_back(
    dossier: Dossier, tmp_path: Path
) -> None:
    other = fill(dossier, tmp_path, "note.txt")
    (name,) = [row.id for row in dossier.mentions(other) if row.mention.text == "Kerbrat"]
    dossier.decide([name], Decision.KEEP)
    dossier.remove_document(other)
    assert {row.document for row in dossier.mentions()} == {dossier.documents()[0].id}
    dossier.undo()
    assert dossier.effective(name).decision is Decision.KEEP


def test_documents_have_the_order_that_a_person_gives_them(
    dossier: Dossier, tmp_path: Path
) -> None:
    first = dossier.documents()[0].id
    second, third = fill(dossier, tmp_path, "b.txt"), fill(dossier, tmp_path, "c.txt")
    dossier.reorder([third, first])
    assert [row.id for row in dossier.documents()] == [third, first, second]
    assert dossier.mentions()[0].document == third


def test_areas_pages_and_exclusions_are_steps_of_their_own(dossier: Dossier) -> None:
    document = dossier.documents()[0].id
    area = dossier.add_area(document, 1, (10, 10, 60, 40), ground="L.311-6 1°")
    dossier.change_area(area.id, box=(10, 10, 80, 40), ground="L.311-5 2°d")
    assert dossier.areas()[0].ruling.ground == "L.311-5 2°d"
    dossier.remove_page(document, 2)
    dossier.exclude_document(document, "L.311-2 inachevé", note="projet")
    assert dossier.document(document).excluded == "L.311-2 inachevé"
    for _ in range(3):
        dossier.undo()
    assert (dossier.areas()[0].box, dossier.removed_pages()) == ((10, 10, 60, 40), [])
    dossier.undo()
    assert dossier.areas() == []


def test_a_suggested_area_is_nothing_until_someone_decides(dossier: Dossier) -> None:
    document = dossier.documents()[0].id
    area = dossier.add_area(document, 1, (0, 0, 9, 9), decision=None, suggested=True)
    assert plan(dossier).documents[0].areas == ()
    dossier.change_area(area.id, decision=Decision.OCCULT)
    assert len(plan(dossier).documents[0].areas) == 1


def test_flags_and_second_readings_are_kept(dossier: Dossier) -> None:
    document = dossier.documents()[0].id
    (name,) = ids(dossier, "Kerbrat")
    dossier.flag(document, "à vérifier", mention=name)
    dossier.read([name], Verdict.RETURNED, note="motif ?", by="Relecteur")
    assert dossier.flags()[0].mention == name
    assert dossier.readings()[name].note == "motif ?"
    dossier.unflag(dossier.flags()[0].id)
    assert dossier.flags() == []


def test_the_plan_of_a_dossier_is_what_was_decided(dossier: Dossier) -> None:
    dossier.decide(ids(dossier, "Yann Kerbrat", "Kerbrat"), Decision.OCCULT, by="A. Petit")
    planned = plan(dossier)
    assert planned.refused
    assert planned.documents[0].undecided == tuple(ids(dossier, "est en arrêt maladie"))
    dossier.decide(ids(dossier, "est en arrêt maladie"), Decision.KEEP)
    planned = plan(dossier, Undecided.REFUSE)
    assert not planned.refused
    assert [each.text for each in planned.documents[0].occultations] == [
        "Yann Kerbrat", "3 rue des Lilas", "06 12 34 56 78", "Kerbrat",
    ]  # fmt: skip
    assert planned.documents[0].occultations[0].by == "A. Petit"


def test_the_plan_leaves_out_what_is_excluded(dossier: Dossier) -> None:
    dossier.exclude_document(dossier.documents()[0].id)
    assert plan(dossier).documents == ()
