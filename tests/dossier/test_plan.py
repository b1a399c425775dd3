"""What goes: precedence, one trap each, and disjoint spans for any decisions at all."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.dossier.pieces import Piece, merge
from redactor.dossier.plan import (
    Accept,
    Choices,
    DocumentPlan,
    Instructions,
    Material,
    Origin,
    Told,
    ToldArea,
    ToldPage,
    ToldPassage,
    Undecided,
    options,
)
from redactor.dossier.planning import build
from redactor.law.categories import Category, Role, Trait
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.law.profile import Mark, load
from redactor.text.flow import Channel, Flow, Span

TEXT = "Jeanne Dupont, agent, écrit à Paul Martin : p.martin@exemple.fr, 06 12 34 56 78."
FLOW = Flow("f1", TEXT, page=1)


def mention(
    text: str, category: Category, role: Role = Role.UNKNOWN, *traits: Trait, flow: Flow = FLOW
) -> Mention:
    start = flow.text.index(text)
    return Mention(
        id=text, span=Span(flow.id, start, start + len(text)), text=text, category=category,
        role=role, traits=frozenset(traits), page=flow.page,
    )  # fmt: skip


AGENT = mention("Jeanne Dupont", Category.PERSON, Role.AGENT)
PRIVATE = mention("Paul Martin", Category.PERSON)
EMAIL = mention("p.martin@exemple.fr", Category.EMAIL, Role.PRIVATE)
SIGNAL = mention("écrit à Paul Martin", Category.CONDUCT)
MENTIONS = (AGENT, PRIVATE, EMAIL, SIGNAL)


def plan(
    *,
    mentions: Sequence[Mention] = MENTIONS,
    instructions: Instructions = Instructions(),  # noqa: B008
    flows: Sequence[Flow] = (FLOW,),
    accept: Accept = Accept.PROPOSED,
    undecided: Undecided = Undecided.OCCULT,
    redact: tuple[str, ...] = (),
    keep: tuple[str, ...] = (),
    profile: str = "tiers",
) -> DocumentPlan:
    choices = Choices(load(profile), accept, undecided, redact, keep)
    (found,) = build([Material("d", flows, mentions, instructions)], choices).documents
    return found


def gone(found: DocumentPlan) -> list[str]:
    return [each.text for each in found.occultations]


def told(mention: Mention, decision: Decision, ground: str = "") -> Instructions:
    return Instructions((Told(mention.id, decision, ground),))


def test_the_profile_is_followed_and_what_is_undecided_goes() -> None:
    found = plan()
    assert gone(found) == ["Paul Martin", "p.martin@exemple.fr"]
    assert [each.origin for each in found.occultations] == [Origin.UNDECIDED, Origin.PROFILE]
    assert found.undecided == (PRIVATE.id, SIGNAL.id)


def test_what_is_undecided_can_stay() -> None:
    assert gone(plan(undecided=Undecided.KEEP)) == ["p.martin@exemple.fr"]


@pytest.mark.parametrize("accept", Accept)
def test_refusing_is_about_what_a_person_should_choose(accept: Accept) -> None:
    choices = Choices(load("tiers"), accept, Undecided.REFUSE)
    asked = build([Material("d", [FLOW], [PRIVATE])], choices)
    assert asked.refused == (accept is Accept.PROPOSED)
    settled = Material("d", [FLOW], [PRIVATE], told(PRIVATE, Decision.KEEP))
    assert not build([settled], choices).refused


def test_accepting_all_takes_every_mention_but_signals() -> None:
    assert gone(plan(accept=Accept.ALL)) == [AGENT.text, PRIVATE.text, EMAIL.text]


def test_accepting_none_takes_nothing_by_itself() -> None:
    assert gone(plan(accept=Accept.NONE)) == []


@pytest.mark.parametrize("accept", Accept)
def test_a_decision_applies_whatever_is_accepted(accept: Accept) -> None:
    assert AGENT.text in gone(
        plan(accept=accept, instructions=told(AGENT, Decision.OCCULT, "L.311-6 2°"))
    )
    assert EMAIL.text not in gone(plan(accept=accept, instructions=told(EMAIL, Decision.KEEP)))


def test_an_unedited_review_says_nothing() -> None:
    assert gone(plan(instructions=told(EMAIL, Decision.REVIEW))) == gone(plan())
    assert gone(plan(accept=Accept.NONE, instructions=told(EMAIL, Decision.REVIEW))) == []


def test_a_signal_goes_only_when_decided() -> None:
    found = plan(instructions=told(SIGNAL, Decision.OCCULT))
    assert "écrit à Paul Martin" in gone(found)


def test_redact_comes_before_decisions_and_keep() -> None:
    found = plan(redact=("martin",), keep=("Martin",), instructions=told(PRIVATE, Decision.KEEP))
    assert gone(found) == ["Martin", "martin"]
    assert {each.origin for each in found.occultations} == {Origin.REDACT}


def test_decisions_come_before_keep() -> None:
    found = plan(keep=("Martin",), instructions=told(PRIVATE, Decision.OCCULT))
    assert gone(found) == ["Paul Martin"]


def test_keep_lifts_the_mentions_that_it_overlaps() -> None:
    assert gone(plan(keep=("MARTIN",))) == []
    assert gone(plan(keep=("Mart",))) == gone(plan())


def test_redact_finds_text_that_nobody_detected_and_says_what_is_nowhere() -> None:
    choices = Choices(load("tiers"), Accept.NONE, redact=("ÉCRIT", "Levasseur"))
    planned = build([Material("d", [FLOW], [])], choices)
    assert gone(planned.documents[0]) == ["écrit"]
    assert planned.not_found == ("Levasseur",)
    assert planned.documents[0].occultations[0].category is Category.CUSTOM


def test_a_redacted_text_is_named_for_the_mention_around_it() -> None:
    (found,) = plan(accept=Accept.NONE, redact=("Dupont",)).occultations
    assert (found.category, found.label) == (Category.PERSON, "[nom]")
    assert found.ground == "L.311-6 1°"


def test_a_decision_without_its_own_ground_has_the_profiles() -> None:
    (found,) = plan(accept=Accept.NONE, instructions=told(EMAIL, Decision.OCCULT)).occultations
    assert found.ground == "L.311-6 1°"
    assert found.note == "Adresse électronique — L.311-6 1°"


def test_no_ground_is_made_up_for_a_name_that_the_law_keeps() -> None:
    assert len(load("tiers").default(AGENT).suggestions) > 1
    found = plan(accept=Accept.ALL, mentions=[AGENT])
    assert found.occultations[0].ground == ""


def test_the_demandeurs_name_stays_even_undecided() -> None:
    mine = replace(PRIVATE, role=Role.DEMANDEUR)
    assert gone(plan(mentions=[mine])) == []


def test_overlapping_spans_become_one_with_both_grounds() -> None:
    said = Instructions(
        (Told(PRIVATE.id, Decision.OCCULT), Told(SIGNAL.id, Decision.OCCULT, "L.311-6 3°"))
    )
    (found,) = plan(accept=Accept.NONE, instructions=said).occultations
    assert found.text == "écrit à Paul Martin"
    assert found.ground == "L.311-6 3°, L.311-6 1°"
    assert (found.id, found.category) == (SIGNAL.id, Category.CONDUCT)
    assert set(found.merged) == {PRIVATE.id, SIGNAL.id}


def test_a_decision_is_found_by_its_span_when_ids_have_changed() -> None:
    old = Told("m-old", Decision.KEEP, span=EMAIL.span, text=EMAIL.text, category=EMAIL.category)
    assert EMAIL.text not in gone(plan(instructions=Instructions((old,))))


def test_a_decision_may_correct_the_category() -> None:
    said = Told(AGENT.id, Decision.OCCULT, "L.311-6 1°", category=Category.USERNAME)
    (found,) = plan(accept=Accept.NONE, instructions=Instructions((said,))).occultations
    assert (found.text, found.label) == (AGENT.text, "[identifiant]")


def test_a_decision_may_name_a_text_that_was_not_proposed() -> None:
    span = Span("f1", TEXT.index("agent"), TEXT.index("agent") + 5)
    new = Told("", Decision.OCCULT, "L.311-6 2°", span=span, text="agent")
    (found,) = plan(accept=Accept.NONE, instructions=Instructions((new,))).occultations
    assert (found.text, found.ground) == ("agent", "L.311-6 2°")


@pytest.mark.parametrize(
    "stale",
    [
        Told("x", Decision.OCCULT),
        Told("x", Decision.OCCULT, span=Span("f1", 0, 6), text="Gisèle"),
        Told("x", Decision.OCCULT, span=Span("f1", 0, len(TEXT) + 1)),
        Told("x", Decision.OCCULT, span=Span("f9", 0, 3)),
    ],
)
def test_a_decision_on_characters_that_are_not_there_is_said(stale: Told) -> None:
    found = plan(accept=Accept.NONE, instructions=Instructions((stale,)))
    assert found.unplaced == ("x",)
    assert gone(found) == []


def test_a_passage_is_disjoined_on_its_own_ground() -> None:
    passage = Instructions(passages=(ToldPassage(Span("f1", 0, 20)),))
    (found,) = plan(accept=Accept.NONE, instructions=passage).occultations
    assert (found.category, found.ground) == (Category.OUT_OF_SCOPE, "hors périmètre")
    assert found.label == "[hors périmètre]"


def test_a_removed_page_takes_what_stands_on_it() -> None:
    other = Flow("f2", "Tél. 06 99 88 77 66", page=2)
    phone = mention("06 99 88 77 66", Category.PHONE, flow=other)
    found = plan(
        flows=[FLOW, other], mentions=[*MENTIONS, phone],
        instructions=Instructions(pages=(ToldPage(2),)),
    )  # fmt: skip
    assert phone.text not in gone(found)
    assert [each.text for each in found.absorbed] == [phone.text]
    assert found.removed_pages[0].ground == "hors périmètre"
    assert "2" in found.removed_pages[0].notice


def test_an_area_has_its_categorys_ground_and_mark() -> None:
    areas = (
        ToldArea(1, (0, 0, 10, 10), category=Category.HANDWRITTEN_SIGNATURE),
        ToldArea(1, (0, 0, 20, 10), "L.311-5 2°d"),
    )
    found = plan(instructions=Instructions(areas=areas)).areas
    assert [each.ground for each in found] == ["L.311-6 1°", "L.311-5 2°d"]
    assert [each.label for each in found] == ["[signature]", "[image]"]
    assert len({each.id for each in found}) == 2


def test_a_plain_box_has_no_label() -> None:
    tiers = load("tiers")
    plain = replace(tiers, options=replace(tiers.options, mark=Mark.BOX))
    (found,) = build([Material("d", [FLOW], [EMAIL])], Choices(plain)).documents
    assert found.occultations[0].label == ""
    assert options(plain)["mark"] == "box"


def test_hidden_channels_are_planned_like_the_page() -> None:
    hidden = Flow("meta", "Paul Martin", Channel.METADATA)
    author = mention("Paul Martin", Category.PERSON, Role.PRIVATE, flow=hidden)
    found = plan(flows=[FLOW, hidden], mentions=[author], profile="publication")
    assert [(each.channel, each.page) for each in found.occultations] == [(Channel.METADATA, None)]


SPANS = st.builds(
    lambda flow, start, size: Span(flow, start, start + size),
    st.sampled_from(["a", "b"]), st.integers(0, 30), st.integers(1, 12),
)  # fmt: skip
GROUNDS = st.sampled_from(["", "L.311-6 1°", "L.311-6 3°", "L.311-5 2°d, L.311-6 1°"])


@st.composite
def pieces(draw: st.DrawFn) -> list[Piece]:
    found = draw(st.lists(st.tuples(SPANS, GROUNDS, st.sampled_from(Origin)), max_size=12))
    return [
        Piece(f"m{i}", span, Category.PERSON, ground, origin)
        for i, (span, ground, origin) in enumerate(found)
    ]


def characters(spans: Sequence[Span]) -> set[tuple[str, int]]:
    return {(span.flow, i) for span in spans for i in range(span.start, span.end)}


@given(pieces())
def test_merged_spans_are_disjoint_and_cover_the_same_characters(given: list[Piece]) -> None:
    whole = list(merge(given))
    spans = [piece.span for piece, _ in whole]
    assert characters(spans) == characters([piece.span for piece in given])
    assert sum(span.end - span.start for span in spans) == len(characters(spans))
    assert spans == sorted(spans)


@given(pieces())
def test_every_piece_and_every_ground_is_told_once(given: list[Piece]) -> None:
    whole = list(merge(given))
    assert sorted(part.id for _, parts in whole for part in parts) == sorted(p.id for p in given)
    for piece, parts in whole:
        assert piece.id in {part.id for part in parts}
        stated = piece.ground.split(", ") if piece.ground else []
        assert len(stated) == len(set(stated))
        assert set(stated) == {code for part in parts for code in part.ground.split(", ") if code}


@given(pieces(), st.randoms(use_true_random=False))
def test_the_order_in_which_decisions_came_changes_nothing(given: list[Piece], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(given)
    random.shuffle(shuffled)
    assert [piece for piece, _ in merge(shuffled)] == [piece for piece, _ in merge(given)]


def test_neighbours_that_only_touch_stay_apart() -> None:
    one = Piece("a", Span("f", 0, 5), Category.PERSON, "", Origin.PERSON)
    two = Piece("b", Span("f", 5, 9), Category.PERSON, "", Origin.PERSON)
    assert [piece for piece, _ in merge([two, one])] == [one, two]


def test_who_decided_an_area_and_a_page_and_when_reaches_the_plan() -> None:
    area = ToldArea(1, (0, 0, 10, 10), by="Soazig", when="2026-11-22")
    page = ToldPage(2, by="Maël", when="2026-11-23")
    instructions = Instructions(areas=(area,), pages=(page,))
    found = plan(instructions=instructions)
    assert (found.areas[0].by, found.areas[0].when) == ("Soazig", "2026-11-22")
    assert (found.removed_pages[0].by, found.removed_pages[0].when) == ("Maël", "2026-11-23")


def test_no_id_that_is_published_holds_the_name_of_a_part() -> None:
    flow = Flow("word/media/castrelbec.svg#title-0", "Portrait de Castrelbec")
    material = Material("00ff", [flow], [])
    planned = build([material], Choices(load("tiers"), redact=("Castrelbec",))).documents[0]
    (gone,) = planned.occultations
    assert "castrelbec" in gone.span.flow
    assert "castrelbec" not in gone.id.casefold()


def test_a_text_asked_for_is_found_over_the_end_of_a_page() -> None:
    flows = [
        Flow("p1.1", "La demande de Yann Kermar-", page=1),
        Flow("p2.1", "rec est acceptée.", page=2),
    ]
    assert not any("Kermarrec" in flow.text for flow in flows)
    found = plan(flows=flows, mentions=[], redact=("Kermarrec",))
    texts = {flow.id: flow.text for flow in flows}
    spans = [piece.span for piece in found.occultations]
    assert [texts[s.flow][s.start : s.end] for s in spans] == ["Kermar-", "rec"]
