"""Profiles say what the law's own table says, and a wrong file says where it is wrong."""

import csv
import pickle
from pathlib import Path

import pytest

from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision
from redactor.law.errors import (
    MissingRow,
    ProfileError,
    ProfileSyntax,
    UnknownEntry,
    UnknownProfile,
    WrongValue,
)
from redactor.law.grounds import ground, grounds, together
from redactor.law.profile import PROFILES, Mark, load, rows
from redactor.law.words import mark, words
from redactor.messages import say

with (Path(__file__).parent / "rules.csv").open(encoding="utf-8") as file:
    RULES = list(csv.DictReader(file, delimiter=";"))


@pytest.mark.parametrize("rule", RULES, ids=[rule["category"] for rule in RULES])
def test_every_row_is_as_the_table_of_the_law_has_it(rule: dict[str, str]) -> None:
    row = rule["category"]
    found = {name: load(name).decisions[row] for name in ("tiers", "publication", "accord")}
    assert found == {name: rule[name] for name in found}
    interesse = load("interesse")
    assert interesse.own[row] == rule["interesse_own"]
    assert interesse.decisions[row] == rule["interesse_third"]


def test_the_table_has_forty_rows() -> None:
    assert len(RULES) == 40
    assert set(rows()) == {rule["category"] for rule in RULES} | {"mask", "custom"}


def test_every_ground_of_a_row_is_a_known_ground() -> None:
    codes = {each.code for each in grounds()}
    stated = {code for row in rows().values() for code in (row.ground, *row.others) if code}
    for name in PROFILES:
        profile = load(name)
        stated |= {code for code in (profile.ground, *profile.grounds.values()) if code}
    assert stated <= codes


@pytest.mark.parametrize("rule", RULES, ids=[rule["category"] for rule in RULES])
def test_the_main_ground_is_the_first_article_of_the_table(rule: dict[str, str]) -> None:
    stated = rows()[rule["category"]].ground
    if stated.startswith("L."):
        assert rule["ground"].startswith(stated.replace("L.", "L", 1))
    elif not stated:
        assert rule["ground"].startswith(("aucun", "non tranche", "C. trav."))


def test_whatever_a_profile_occults_has_a_ground() -> None:
    for name in PROFILES:
        profile = load(name)
        for table in (profile.decisions, profile.own):
            for row, decision in table.items():
                if decision in (Decision.OCCULT, Decision.DISJOIN):
                    stated = profile.grounds.get(row) or rows()[row].ground or profile.ground
                    assert stated, (name, row)


def test_grounds_offered_for_keys_one_to_nine_serve_passages() -> None:
    assert all(each.passages for each in grounds()[:9])
    assert [each.code for each in grounds()[:3]] == ["L.311-6 1°", "L.311-6 2°", "L.311-6 3°"]


def test_a_whole_document_can_be_refused_as_unfinished() -> None:
    unfinished = ground("L.311-2 inachevé")
    assert unfinished is not None
    assert unfinished.documents
    assert not unfinished.passages


def test_grounds_of_one_passage_are_stated_once_each() -> None:
    assert together(["L.311-6 1°", "", "L.311-6 3°, L.311-6 1°"]) == "L.311-6 1°, L.311-6 3°"


@pytest.mark.parametrize("word", [*Category, *Role, *Decision])
def test_every_word_has_a_french_and_an_english_name(
    word: Category | Role | Decision,
) -> None:
    assert words(word).fr
    assert words(word).en


def test_every_category_has_a_mark() -> None:
    assert mark(Category.PERSON) == "[nom]"
    assert mark(Category.ADDRESS) == "[adresse]"
    assert all(len(mark(category)) > 3 for category in Category)


def test_no_mark_says_which_secret_of_private_life_it_hides() -> None:
    told = {mark(each) for each in (Category.HEALTH, Category.UNION, Category.SPECIAL_CATEGORY)}
    assert told == {"[vie privée]"}


def test_a_profile_crosses_a_process_border() -> None:
    assert pickle.loads(pickle.dumps(load("tiers"))) == load("tiers")


def test_a_profile_of_ones_own_states_only_its_differences(tmp_path: Path) -> None:
    path = tmp_path / "ministère.toml"
    path.write_text(
        'extends = "tiers"\n[decisions]\n"person:agent" = "occult"\n'
        '[grounds]\n"person:agent" = "L.311-6 1°"\n[options]\nmark = "label"\n',
        encoding="utf-8",
    )
    mine, tiers = load(path), load("tiers")
    assert mine.name == "ministère"
    assert mine.decisions["person:agent"] is Decision.OCCULT
    assert mine.options.mark is Mark.LABEL
    assert mine.options.dropped == tiers.options.dropped
    assert {**mine.decisions, "person:agent": Decision.KEEP} == tiers.decisions


def test_a_dossier_may_change_a_row() -> None:
    assert load("tiers").decisions["person:agent"] is Decision.KEEP
    changed = load("tiers").changed({"person:agent": Decision.OCCULT})
    assert changed.decisions["person:agent"] is Decision.OCCULT
    with pytest.raises(UnknownEntry):
        load("tiers").changed({"person:agnet": Decision.OCCULT})


BAD = [
    ("[decisions\n", ProfileSyntax, "line 1"),
    ('extends = "tiers"\n\n[decisions]\n"person:agnet" = "keep"\n', UnknownEntry, "ligne 4"),
    ('extends = "tiers"\n[decisions]\n"company" = "hide"\n', WrongValue, "keep, review"),
    ('extends = "tiers"\n[decisions]\n"company" = "hide"\n', WrongValue, "ligne 3"),
    ('extends = "tiers"\n[decisions]\ncompany = 3\n', WrongValue, "« 3 »"),
    ('extends = "voisin"\n', WrongValue, "« voisin »"),
    ('extends = "tiers"\n[options]\nsecond_reader = "oui"\n', WrongValue, "ligne 3"),
    ('extends = "tiers"\n[options]\ndropped = "metadata"\n', WrongValue, "dropped"),
    ('extends = "tiers"\n[option]\n', UnknownEntry, "« option »"),
    ('extends = "tiers"\ndecisions = "keep"\n', WrongValue, "[decisions]"),
    ('title = 7\nextends = "tiers"\n', WrongValue, "title"),
    ('[decisions]\n"company" = "keep"\n', MissingRow, "person:private"),
]


@pytest.mark.parametrize(("source", "kind", "said"), BAD)
def test_a_wrong_file_says_what_is_wrong_and_where(
    source: str, kind: type[ProfileError], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "faux.toml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(kind) as caught:
        load(path)
    sentence = say(caught.value.key, **caught.value.facts)
    assert said in sentence
    assert "faux.toml" in sentence
    assert say(caught.value.key, "en", **caught.value.facts)


def test_a_file_that_is_not_text_is_a_wrong_file(tmp_path: Path) -> None:
    path = tmp_path / "image.toml"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(ProfileSyntax):
        load(path)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownProfile) as caught:
        load("cada")
    assert "interesse" in say(caught.value.key, **caught.value.facts)
