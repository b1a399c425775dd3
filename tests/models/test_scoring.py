"""What the figures mean: a half-covered name is a miss, a span beside a name is an error."""

import json
from pathlib import Path

import pytest

from models.scoring import Item, Score, read, wilson


def score(item: Item, *proposed: tuple[int, int, str]) -> Score:
    result = Score()
    result.add(item, proposed)
    return result


ITEM = Item("Mme Rose Durfort-Lanne est là.", ((4, 21, "person"),), "letters")


def test_a_half_covered_name_is_missed() -> None:
    assert ITEM.text[4:21] == "Rose Durfort-Lann"  # the trap: one letter of the name is outside
    item = Item(ITEM.text, ((4, 22, "person"),), "letters")
    tally = score(item, (4, 21, "person")).total("person")
    assert (tally.covered, tally.true) == (0, 1)
    assert (tally.right, tally.proposed) == (1, 1)  # it touches a name: not a false alarm


def test_two_spans_may_cover_one_name() -> None:
    item = Item(ITEM.text, ((4, 22, "person"),), "letters")
    tally = score(item, (4, 8, "person"), (9, 22, "person")).total("person")
    assert tally.covered == 1


def test_spaces_and_hyphens_need_no_cover() -> None:
    item = Item(ITEM.text, ((4, 22, "person"),), "letters")
    assert item.text[16] == "-"
    parts = ((4, 8, "person"), (9, 16, "person"), (17, 22, "person"))
    assert score(item, *parts).total("person").covered == 1


def test_a_span_of_another_label_covers_nothing() -> None:
    result = score(ITEM, (4, 21, "email"))
    assert result.total("person").covered == 0
    assert result.total("email").right == 0


def test_an_optional_span_is_neither_miss_nor_error() -> None:
    item = Item("voir l'accueil", (), "x", ((5, 14, "person"),))
    assert score(item).total("person").true == 0
    assert score(item, (5, 14, "person")).wrong == []


def test_nothing_proposed_scores_nothing() -> None:
    tally = score(ITEM).total("person")
    assert (tally.covered, tally.proposed) == (0, 0)


def test_the_interval_is_wilsons() -> None:
    # Newcombe (1998), table I: 81 of 263.
    low, high = wilson(81, 263)
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(10, 10)[1] == pytest.approx(1)


def test_the_marked_notation(tmp_path: Path) -> None:
    path = tmp_path / "set.txt"
    path.write_text(
        "#mail\nDe : [[LE GAC Zoé]] <[[email:zoe@a.fr]]>\\nla rue [[Zola]]-NOT, [[?phone:01]]\n",
        "utf-8",
    )
    (item,) = read(path)
    assert item.text == "De : LE GAC Zoé <zoe@a.fr>\nla rue Zola, 01"
    assert [(item.text[s:e], label) for s, e, label in item.spans] == [
        ("LE GAC Zoé", "person"),
        ("zoe@a.fr", "email"),
    ]
    assert [(item.text[s:e], label) for s, e, label in item.optional] == [("01", "phone")]
    assert item.category == "mail"


def test_a_web_address_is_no_label(tmp_path: Path) -> None:
    path = tmp_path / "set.txt"
    path.write_text("voir [[https://a.fr]]\n", "utf-8")
    assert read(path)[0].text == "voir https://a.fr"


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    row = {"text": "tel 01", "spans": [{"start": 4, "end": 6, "label": "phone"}]}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    assert read(path)[0].spans == ((4, 6, "phone"),)


def test_a_span_outside_its_text_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('{"text": "a", "spans": [{"start": 0, "end": 2, "label": "x"}]}\n', "utf-8")
    with pytest.raises(ValueError, match="line 1"):
        read(path)
