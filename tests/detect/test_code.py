"""Words of programs are nobody; names beside them stay."""

import pytest

from redactor.detect.code import is_month, is_of_machine, is_of_program


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


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("BEGIN:VCALENDAR", "VCALENDAR"),
        ('ATTENDEE;CN="Riou"', "ATTENDEE"),
        ("  @Inject private Riou client;", "Inject"),
        ('<Parameter name="x"/>', "Parameter"),
        ("KERDONCUFF-4471 moved", "KERDONCUFF"),
        ('"-" "Mozilla/5.0 (X11)"', "Mozilla"),
        ("Hibernate 6.2.5.Final", "Hibernate"),
        ("  if (!robert) return send(404);", "robert"),
        ('TOKEN_HEADER = "X-Auth-Token";', "X-Auth-Token"),
        ("$cred = New-Object System.Management", "New-Object System"),
        ('MsgBox "Accès refusé": Exit Sub', "Exit Sub"),
        ('host = os.getenv("PGHOST", "x")', "PGHOST"),
    ],
)
def test_what_a_machine_writes_around_is_nobody(text: str, word: str) -> None:
    start = text.index(word)
    assert is_of_machine(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Présents : Riou ; Kerven ;", "Kerven"),
        ("PC-POR-KERVEN-03", "KERVEN"),
        ("Merci à Kerven - 3 jours", "Kerven"),
        ('mail("Kerven");', "Kerven"),
    ],
)
def test_a_name_beside_the_same_marks_stays(text: str, word: str) -> None:
    start = text.index(word)
    assert not is_of_machine(text, start, start + len(word))
