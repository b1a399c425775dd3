"""Documents and their analyses: what comes in batches, comes again, moves or changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from redactor.dossier import Dossier, originals
from redactor.dossier.errors import OriginalDiffers, OriginalMissing
from redactor.dossier.records import Info, Original, State
from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision
from redactor.text.flow import Cell, Channel, Flow, Kind, Unread
from tests.dossier.conftest import FLOWS, MENTIONS, fill, ids
from tests.dossier.stored import store_analysis


@pytest.fixture
def document(dossier: Dossier) -> str:
    return dossier.documents()[0].id


def test_a_file_added_twice_is_one_document(dossier: Dossier, document: str) -> None:
    row = dossier.document(document)
    assert dossier.add_document(row.path).id == document
    assert len(dossier.documents()) == 1


def test_a_removed_file_added_again_comes_back_with_its_decisions(
    dossier: Dossier, document: str
) -> None:
    names = ids(dossier, "Kerbrat")
    dossier.decide(names, Decision.KEEP)
    path = dossier.document(document).path
    dossier.remove_document(document)
    assert dossier.add_document(path).id == document
    assert dossier.effective(names[0]).decision is Decision.KEEP


def test_two_copies_of_one_file_are_decided_apart(dossier: Dossier, tmp_path: Path) -> None:
    copy = fill(dossier, tmp_path, "copie.txt")
    here = [row.id for row in dossier.mentions(copy)]
    there = [row.id for row in dossier.mentions(dossier.documents()[0].id)]
    assert not set(here) & set(there)


def test_a_file_that_is_not_there_is_said(dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(OriginalMissing):
        dossier.add_document(tmp_path / "absent.pdf")


def test_a_changed_a_missing_and_a_moved_original_are_noticed(
    dossier: Dossier, document: str, tmp_path: Path
) -> None:
    def standing() -> Original:
        row = dossier.document(document)
        return originals.check(row.path, row.sha256)

    path = dossier.document(document).path
    assert standing() is Original.SAME
    moved = path.rename(tmp_path / "ailleurs.txt")
    assert standing() is Original.MISSING
    assert dossier.relocate(document, moved).name == "ailleurs.txt"
    assert standing() is Original.SAME
    moved.write_text("autre chose", encoding="utf-8")
    assert standing() is Original.CHANGED
    with pytest.raises(OriginalDiffers):
        dossier.relocate(document, moved)


def test_another_version_of_a_document_is_read_afresh(
    dossier: Dossier, document: str, tmp_path: Path
) -> None:
    dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP)
    dossier.add_area(document, 1, (0, 0, 1, 1))
    newer = tmp_path / "v2.txt"
    newer.write_text("M. Kerbrat", encoding="utf-8")
    row = dossier.replace_original(document, newer)
    assert (row.state, dossier.mentions(), dossier.areas()) == (State.TO_ANALYSE, [], [])
    assert dossier.undo() is None
    store_analysis(dossier, document, FLOWS, (), MENTIONS)
    assert not dossier.effective(ids(dossier, "Kerbrat")[0]).decided


def test_a_failed_document_says_why_after_reopening(
    path: Path, dossier: Dossier, document: str
) -> None:
    dossier.fail(document, "problem.damaged", {"where": "page 3"})
    dossier.close()
    with Dossier.open(path) as again:
        row = again.document(document)
        assert (row.state, row.error, row.error_facts) == (
            State.FAILED, "problem.damaged", {"where": "page 3"},
        )  # fmt: skip


def test_flows_come_back_exactly(dossier: Dossier, document: str) -> None:
    flows = (
        Flow("x", "e\u0301 \U0001f600 \ud83d seul", Channel.METADATA, None, Kind.VALUE, 0),
        Flow("y", "a\r\nb\0", Channel.BODY, 3, Kind.CELL, 2, Cell(1, 2, 3), "word/p.xml", "x"),
    )
    dossier.begin_analysis(document)
    dossier.append_analysis(document, flows[:1], [Unread("page 2", "unread.image-only", 2)])
    dossier.append_analysis(document, flows[1:])
    assert dossier.flows(document) == flows
    assert dossier.unread(document) == (Unread("page 2", "unread.image-only", 2),)


def test_the_first_batch_can_be_decided_before_the_last_comes(
    dossier: Dossier, document: str
) -> None:
    dossier.begin_analysis(document)
    dossier.append_analysis(document, FLOWS[:1], (), MENTIONS[:3])
    names = ids(dossier, "Yann Kerbrat")
    dossier.decide(names, Decision.KEEP)
    dossier.append_analysis(document, FLOWS[1:], (), MENTIONS[3:])
    assert dossier.finish_analysis(document, 2) == []
    assert dossier.effective(names[0]).decision is Decision.KEEP
    assert dossier.undo() is not None
    assert dossier.effective(names[0]).undecided


def test_an_analysis_cut_short_is_made_again_and_loses_no_decision(
    path: Path, dossier: Dossier, document: str
) -> None:
    dossier.begin_analysis(document)
    dossier.append_analysis(document, FLOWS[:1], (), MENTIONS[:3])
    names = ids(dossier, "Yann Kerbrat")
    dossier.decide(names, Decision.KEEP)
    dossier.close()
    with Dossier.open(path) as again:
        assert again.document(document).state is State.TO_ANALYSE
        store_analysis(again, document, FLOWS, (), MENTIONS)
        assert again.effective(names[0]).decision is Decision.KEEP
        assert len(again.mentions()) == 6


def test_final_mentions_replace_those_of_the_batches(dossier: Dossier, document: str) -> None:
    wrong = replace(MENTIONS[1], id="false-alarm")
    dossier.begin_analysis(document)
    dossier.append_analysis(document, FLOWS, (), [wrong, *MENTIONS])
    false_alarm = f"{document}:false-alarm"
    kept = ids(dossier, "Kerbrat")[0]
    dossier.decide([kept], Decision.KEEP)
    final = [replace(each, role=Role.AGENT) for each in MENTIONS if each.text != "Kerbrat"]
    changed = dossier.append_analysis(document, mentions=final[:2], final=True)
    changed += dossier.append_analysis(document, mentions=final[2:], final=True)
    gone = dossier.finish_analysis(document, 2)
    assert gone == [false_alarm]
    assert kept not in gone, "a person decided it"
    assert f"{document}:{MENTIONS[1].id}" in changed
    assert dossier.mention(f"{document}:{MENTIONS[1].id}").mention.role is Role.AGENT
    assert false_alarm not in [row.id for row in dossier.mentions()]


def test_what_is_put_away_comes_back_when_it_is_seen_again(dossier: Dossier, document: str) -> None:
    store_analysis(dossier, document, FLOWS, (), MENTIONS[:2])
    assert len(dossier.mentions()) == 2
    store_analysis(dossier, document, FLOWS, (), MENTIONS)
    assert len(dossier.mentions()) == 6


def test_undo_may_speak_of_a_mention_that_was_put_away(dossier: Dossier, document: str) -> None:
    names = ids(dossier, "Kerbrat")
    dossier.decide(names, Decision.KEEP)
    dossier.undo()
    store_analysis(dossier, document, FLOWS, (), MENTIONS[:2])
    assert dossier.redo() is not None
    assert dossier.undo() is not None


def test_a_new_analysis_leaves_what_a_person_corrected(dossier: Dossier, document: str) -> None:
    (name,) = ids(dossier, "3 rue des Lilas")
    dossier.change([name], category=Category.BIRTH_PLACE)
    dossier.set_entity([name], "own")
    again = [replace(each, role=Role.AGENT, entity="e") for each in MENTIONS]
    store_analysis(dossier, document, FLOWS, (), again)
    mention = dossier.mention(name).mention
    assert (mention.category, mention.entity) == (Category.BIRTH_PLACE, "own")
    assert mention.role is Role.AGENT


def test_regrouping_leaves_the_entities_that_a_person_made(dossier: Dossier) -> None:
    full, short = ids(dossier, "Yann Kerbrat", "Kerbrat")
    dossier.set_entity([full], "own")
    assert dossier.regroup({full: "e1", short: "e1"}) == [short]
    assert dossier.mention(full).mention.entity == "own"


def test_pages_seen_are_known_after_reopening(path: Path, dossier: Dossier, document: str) -> None:
    dossier.proceedings.see(document, [1])
    dossier.proceedings.see(document, [1, 2])
    dossier.close()
    with Dossier.open(path) as again:
        assert again.proceedings.seen(document) == {1, 2}


def test_the_dossier_opens_where_one_was(path: Path, dossier: Dossier) -> None:
    dossier.proceedings.leave("page", "3")
    dossier.proceedings.leave("page", "4")
    dossier.close()
    with Dossier.open(path) as again:
        assert (again.proceedings.left("page"), again.proceedings.left("zoom")) == ("4", "")


def test_the_lists_of_a_dossier_are_kept(path: Path, dossier: Dossier) -> None:
    dossier.set_info(always=("Ker*",), never=("Odile Ravenel",))
    dossier.close()
    with Dossier.open(path) as again:
        assert (again.info.always, again.info.never) == (("Ker*",), ("Odile Ravenel",))


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 3, 3), date(2026, 4, 3)),
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 15), date(2027, 1, 15)),
    ],
)
def test_silence_is_a_refusal_after_one_month(received: date, due: date) -> None:
    assert Info(received=received).due == due
    assert Info(received=received, deadline=date(2026, 5, 1)).due == date(2026, 5, 1)
