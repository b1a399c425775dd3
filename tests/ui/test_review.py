"""The order of the review and what is counted."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.law.categories import Category
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.flow import Span
from redactor.ui.review import Arrange, Filter, Group, Item, Review, Show, next_where, title_of


def item(
    number: int,
    text: str = "Yann Cadiou",
    *,
    entity: str = "",
    decision: Decision = Decision.REVIEW,
    category: Category = Category.PERSON,
    document: str = "d1",
) -> Item:
    mention = Mention(
        f"{document}:{number}",
        Span("p", number, number + 1),
        text,
        category,
        page=number // 10 + 1,
        entity=entity,
    )
    return Item(mention, document, decision, False, "", (0, 0, number))


def keys(review: Review, narrow: Filter | None = None) -> list[str]:
    rows = review.rows(narrow or Filter())
    return [row.key for row in rows if isinstance(row, Group)]


def test_doubtful_entities_come_first() -> None:
    review = Review()
    review.put([item(1, entity="sure", decision=Decision.OCCULT), item(2, entity="doubt")])
    assert keys(review) == ["doubt", "sure"]


def test_a_decided_entity_does_not_jump_away() -> None:
    review = Review()
    review.put([item(1, entity="a"), item(2, entity="b")])
    assert keys(review) == ["a", "b"]
    review.put([item(1, entity="a", decision=Decision.OCCULT)])
    assert keys(review) == ["a", "b"]
    review.settle()
    assert keys(review) == ["b", "a"]


def test_without_entity_the_same_words_are_one_group() -> None:
    review = Review()
    review.put([item(1, "Élodie TRÉGUIER"), item(2, "élodie tréguier"), item(3, "Autre")])
    sizes = [len(row.items) for row in review.rows(Filter()) if isinstance(row, Group)]
    assert sorted(sizes) == [1, 2]


def test_signals_come_last_and_are_counted_apart() -> None:
    review = Review()
    review.put([item(1, "Il est malade.", category=Category.HEALTH), item(2, entity="a")])
    assert keys(review) == ["a", "signal:health"]
    assert (review.undecided(), review.signals()) == (1, 1)


def test_the_filter_ignores_case_and_accents() -> None:
    review = Review()
    review.put([item(1, "Élodie Tréguier"), item(2, "Yann Cadiou")])
    rows = review.rows(Filter(text="TREGUIER", arrange=Arrange.READING))
    assert [row.mention.text for row in rows if isinstance(row, Item)] == ["Élodie Tréguier"]


def test_a_folded_group_hides_its_mentions() -> None:
    review = Review()
    review.put([item(1, entity="a"), item(2, entity="a")])
    assert len(review.rows(Filter(), frozenset({"a"}))) == 1


def test_the_reach_says_mentions_pages_and_documents() -> None:
    review = Review()
    review.put([item(1), item(2), item(15), item(1, document="d2")])
    reach = review.reach(review.items)
    assert (reach.mentions, reach.pages, reach.documents) == (4, 3, 2)


def test_the_title_of_a_group_is_its_longest_form_not_in_capitals() -> None:
    forms = ["TRÉGUIER ÉLODIE MARIE", "Élodie Tréguier", "Tréguier"]
    assert title_of(item(i, text) for i, text in enumerate(forms)) == "Élodie Tréguier"


def test_the_next_undecided_goes_round() -> None:
    review = Review()
    review.put([item(1, entity="a"), item(2, entity="b", decision=Decision.OCCULT)])
    rows = review.rows(Filter(arrange=Arrange.READING))
    assert next_where(rows, 1, lambda each: each.undecided) == 0
    assert next_where(rows, 0, lambda each: each.decision is Decision.KEEP) is None


def test_rows_made_ahead_follow_what_is_decided_added_and_dropped() -> None:
    review = Review()
    review.put(item(i, entity=str(i % 3)) for i in range(9))
    while review.prepare(0):
        pass
    assert review.rows(Filter()) == review.rows(Filter())
    review.put([item(0, entity="0", decision=Decision.KEEP), item(9, entity="0")])
    review.drop(["d1:1"])
    rows = review.rows(Filter())
    assert [row for row in rows if isinstance(row, Item) and row.group == "0"] == [
        review.items[f"d1:{number}"] for number in (0, 3, 6, 9)
    ]
    assert {row.id for row in rows if isinstance(row, Item)} == set(review.items)
    folded = review.rows(Filter(), frozenset({"2"}))
    assert not any(isinstance(row, Item) and row.group == "2" for row in folded)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(Decision)), max_size=40),
    st.sampled_from(Show),
)
def test_the_list_holds_what_the_filter_admits_once(
    made: list[tuple[int, Decision]], show: Show
) -> None:
    review = Review()
    review.put(item(i, entity=str(e), decision=d) for i, (e, d) in enumerate(made))
    narrow = Filter(show=show)
    listed = [row.id for row in review.rows(narrow) if isinstance(row, Item)]
    grouped = [m for row in review.rows(narrow) if isinstance(row, Group) for m in row.items]
    admitted = [each.id for each in filter(narrow.test(), review.items.values())]
    assert sorted(listed) == sorted(grouped) == sorted(admitted)
