"""Words of programs are nobody; names beside them stay."""

import pytest

from redactor.detect.code import is_month, is_of_program


def judged(text: str, word: str) -> bool:
    start = text.index(word)
    return is_of_program(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("  select NUMDOSS, MTREVENU from base", "MTREVENU"),
        ("proc export data=base;\nrun;", "run"),
        ("DEBUG = False", "False"),
        ("id BIGSERIAL PRIMARY KEY,", "BIGSERIAL"),
    ],
)
def test_a_word_of_a_program_is_nobody(text: str, word: str) -> None:
    assert judged(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("x = rang(f)  # vu avec KERGOAT", "KERGOAT"),
        ('agent = charge("LOSSOUARN");', "LOSSOUARN"),
        ("Vu avec KERGOAT au téléphone", "KERGOAT"),
        ("insert into agents values ('KERGOAT');", "KERGOAT"),
    ],
)
def test_comments_strings_and_sentences_name_people(text: str, word: str) -> None:
    assert not judged(text, word)


def test_the_month_of_a_log_is_nobody() -> None:
    assert is_month("[11/Sep/2023:21:12", 4, 7)
    assert not is_month("Mme Sep 2023", 4, 7)
