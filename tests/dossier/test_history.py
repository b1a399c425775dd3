"""Undo is the exact inverse of what was done; the journal tells it all."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.dossier import Dossier
from redactor.dossier.changes import Change, inverse, packed, unpacked
from redactor.dossier.records import Event, Verdict
from redactor.law.categories import Category, Role, Trait
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.flow import Span
from tests.dossier.conftest import FLOWS, MENTIONS, fill, ids
from tests.dossier.stored import store_analysis


def seen(dossier: Dossier) -> object:
    """Everything of a dossier that a person can see and change."""
    return (
        dossier.info,
        dossier.documents(),
        dossier.mentions(),
        [dossier.effective(row) for row in dossier.mentions()],
        sorted(dossier.areas(), key=lambda row: row.id),
        sorted(dossier.removed_pages(), key=lambda row: row.id),
        sorted(dossier.flags(), key=lambda row: row.id),
        dossier.readings(),
    )


DECISIONS = st.sampled_from([*Decision, None])
GROUNDS = st.sampled_from([None, "", "L.311-6 1°", "L.311-6 3°"])
CHOSEN = st.sets(st.integers(0, 11), min_size=1, max_size=5)
ACTIONS = st.one_of(
    st.tuples(st.just("decide"), CHOSEN, DECISIONS, GROUNDS),
    st.tuples(st.just("change"), CHOSEN, st.sampled_from(Category), st.sampled_from(Role)),
    st.tuples(st.just("ground"), CHOSEN, GROUNDS, st.none()),
    st.tuples(st.just("entity"), CHOSEN, st.sampled_from(["x", "y"]), st.none()),
    st.tuples(st.just("span"), st.integers(0, 11), st.integers(0, 9), st.integers(1, 9)),
    st.tuples(st.just("add"), st.integers(0, 1), st.integers(0, 9), DECISIONS),
    st.tuples(st.just("area"), st.integers(0, 1), st.integers(1, 2), DECISIONS),
    st.tuples(st.just("page"), st.integers(0, 1), st.integers(1, 2), GROUNDS),
    st.tuples(st.just("restore"), st.integers(0, 1), st.integers(1, 2), st.none()),
    st.tuples(st.just("exclude"), st.integers(0, 1), GROUNDS, st.none()),
    st.tuples(st.just("remove"), st.integers(0, 1), st.none(), st.none()),
    st.tuples(st.just("reorder"), st.booleans(), st.none(), st.none()),
    st.tuples(st.just("read"), CHOSEN, st.sampled_from(Verdict), st.none()),
    st.tuples(st.just("flag"), st.integers(0, 1), st.integers(1, 2), st.none()),
    st.tuples(st.just("info"), st.sampled_from(["tiers", "accord"]), st.text(), st.none()),
    st.tuples(st.sampled_from(["undo", "redo", "reopen"]), st.none(), st.none(), st.none()),
)


def act(dossier: Dossier, names: list[str], action: tuple) -> None:  # type: ignore[type-arg]
    what, one, two, three = action
    documents = ["d1", "d2"]
    match what:
        case "decide":
            dossier.decide([names[i] for i in one], two, ground=three)
        case "change":
            traits = frozenset({Trait.MINOR}) if three is Role.PRIVATE else None
            dossier.change([names[i] for i in one], category=two, role=three, traits=traits)
        case "ground":
            dossier.change([names[i] for i in one], ground=two)
        case "entity":
            dossier.set_entity([names[i] for i in one], two)
        case "span":
            dossier.change([names[one]], span=Span("p1", two, two + three))
        case "add":
            mention = Mention("", Span("p1", two, two + 3), "abc", Category.CUSTOM)
            dossier.add_mentions([(documents[one], mention)], decision=three)
        case "area":
            dossier.add_area(documents[one], two, (1.5, 2, 3, 4), decision=three)
        case "page":
            dossier.remove_page(documents[one], two, three or "hors périmètre")
        case "restore":
            dossier.restore_page(documents[one], two)
        case "exclude":
            dossier.exclude_document(documents[one], two or "")
        case "remove":
            dossier.remove_document(documents[one])
        case "reorder":
            dossier.reorder(documents if one else documents[::-1])
        case "read":
            dossier.read([names[i] for i in one], two)
        case "flag":
            dossier.flag(documents[one], "note", page=two)
        case "info":
            dossier.set_info(profile=one, title=two)


@given(st.lists(ACTIONS, max_size=14))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_undo_and_redo_are_exact_whatever_was_done(actions: list) -> None:  # type: ignore[type-arg]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "d.redactor"
        dossier = Dossier.create(path)
        for name in ("a.txt", "b.txt"):
            fill(dossier, Path(folder), name)
        names = [row.id for row in dossier.mentions()]
        past, future = [seen(dossier)], list[object]()
        for action in actions:
            if action[0] == "undo":
                assert (dossier.undo() is None) == (len(past) == 1)
                if len(past) > 1:
                    future.append(past.pop())
            elif action[0] == "redo":
                assert (dossier.redo() is None) == (not future)
                if future:
                    past.append(future.pop())
            elif action[0] == "reopen":
                dossier.close()
                dossier = Dossier.open(path)
            else:
                lines = len(dossier.journal())
                act(dossier, names, action)
                if len(dossier.journal()) > lines:
                    past.append(seen(dossier))
                    future.clear()
            assert seen(dossier) == past[-1]
        while dossier.undo():
            past.pop()
            assert seen(dossier) == past[-1]
        assert len(past) == 1
        dossier.close()


COLUMNS = st.dictionaries(st.sampled_from(["ground", "note"]), st.text(), min_size=2)
CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(["ruling", "mention"]),
        st.lists(st.integers(1, 9), unique=True).map(tuple),
        st.none() | COLUMNS,
        COLUMNS,
    ),
    max_size=5,
).map(tuple)


@given(CHANGES)
def test_a_stored_step_is_read_back_as_it_was(changes: tuple[Change, ...]) -> None:
    assert unpacked(packed(changes)) == changes
    assert inverse(inverse(changes)) == changes


def test_one_bulk_action_is_one_step(dossier: Dossier) -> None:
    step = dossier.decide([row.id for row in dossier.mentions()], Decision.KEEP)
    assert step is not None
    assert (step.action, step.count, step.facts["decision"]) == ("decide", 6, "keep")
    undone = dossier.undo()
    assert undone == step
    assert dossier.counts().decided == 0
    assert dossier.can_undo() is None
    assert dossier.can_redo() == step


def test_what_is_said_again_is_no_step(dossier: Dossier) -> None:
    names = ids(dossier, "Kerbrat")
    assert dossier.decide(names, Decision.KEEP) is not None
    assert dossier.decide(names, Decision.KEEP) is None
    assert len(dossier.journal()) == 1


def test_a_new_action_after_undo_ends_redo(dossier: Dossier) -> None:
    names = ids(dossier, "Kerbrat")
    dossier.decide(names, Decision.KEEP)
    dossier.undo()
    dossier.decide(names, Decision.OCCULT)
    assert dossier.can_redo() is None
    assert dossier.redo() is None


def test_the_journal_tells_who_did_and_undid_what(dossier: Dossier) -> None:
    dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP, by="A. Petit")
    dossier.undo(by="B. Grand")
    dossier.redo()
    entries = dossier.journal()
    assert [(each.event, each.by) for each in entries] == [
        (Event.REDONE, "O. Ravenel"), (Event.UNDONE, "B. Grand"), (Event.DONE, "A. Petit"),
    ]  # fmt: skip
    (change,) = dossier.changes(entries[0].step.number)
    assert (change.table, change.before) == ("ruling", None)
    assert change.after is not None
    assert change.after["decision"] == "keep"


def test_the_journal_holds_no_document_text(dossier: Dossier) -> None:
    dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP)
    dossier.set_entity(ids(dossier, "Yann Kerbrat"), "e9")
    told = repr([(each.step.action, each.step.facts) for each in dossier.journal()])
    assert "Kerbrat" not in told


def test_a_sign_off_covers_the_dossier_only_as_it_stood(dossier: Dossier) -> None:
    dossier.proceedings.sign_off("Relecteur")
    assert dossier.proceedings.signed_off() is not None
    dossier.decide(ids(dossier, "Kerbrat"), Decision.KEEP)
    assert dossier.proceedings.signed_off() is None


def test_releases_are_numbered_and_remember_their_plan(dossier: Dossier) -> None:
    first = dossier.proceedings.record_release("/tmp/r1", "tiers", "{}", '{"plan": 1}')
    second = dossier.proceedings.record_release("/tmp/r2", "tiers", "{}", '{"plan": 2}')
    assert (first.number, second.number) == (1, 2)
    assert dossier.proceedings.releases() == [first, second]
    assert dossier.proceedings.plan_of(1) == '{"plan": 1}'


def test_decisions_whose_text_went_are_set_aside_and_come_back_with_undo(
    dossier: Dossier,
) -> None:
    kept, lost = ids(dossier, "Odile Ravenel", "06 12 34 56 78")
    dossier.decide([kept, lost], Decision.OCCULT)
    again = (FLOWS[0], replace(FLOWS[1], text="Téléphone " + FLOWS[1].text[5:]))
    store_analysis(dossier, "d1", again, (), MENTIONS[:3], pages=2)
    assert lost in {row.id for row in dossier.mentions()}, "a decided mention is never dropped"
    assert dossier.unplaced("d1") == [lost]
    dossier.put_away([lost])
    assert lost not in {row.id for row in dossier.mentions()}
    assert dossier.effective(kept).decision is Decision.OCCULT
    path = dossier.path
    dossier.close()
    with Dossier.open(path) as opened:
        assert lost not in {row.id for row in opened.mentions()}
        opened.undo()
        assert opened.unplaced("d1") == [lost]
        opened.redo()
        assert not opened.unplaced("d1")
