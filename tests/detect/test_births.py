"""Dates of birth in the forms that forms, registers and OCR write; other dates stay."""

import pytest

from redactor.detect.births import births
from redactor.law.categories import Category


def dates(text: str) -> list[str]:
    return [text[f.start : f.end] for f in births(text) if f.category is Category.BIRTH_DATE]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("la ptite Lola né le 4 12 21, merci", "4 12 21"),
        ("Kerlann Paulette n. 28/12/1937, le bourg", "28/12/1937"),
        ("M. Kerlann (nat. le 09.09.1969)", "09.09.1969"),
        ("Sa date de naissance est bonne (16/12/1950)", "16/12/1950"),
        ("  ne_le: 2010-03-27", "2010-03-27"),
        ("Maud Kerlann\n26/09/1934 – 11/02/2023\n", "26/09/1934"),
        ("Kerlann Maud  04/05/1951  71 ans", "04/05/1951"),
        ("NÉE LE  |1|9| |0|4| |1|9|8|6|  à Brest", "1|9| |0|4| |1|9|8|6"),
        ("Date naiss. : 12/03/1980", "12/03/1980"),
        ("DATE NAIS. 12/03/1980", "12/03/1980"),
        ("Né(e) le : 12 03 80", "12 03 80"),
        ("ddn 12031980", "12031980"),
        ('"dateNaissance":"1980-03-12"', "1980-03-12"),
        ("dob=1980-03-12", "1980-03-12"),
        ("année de naissance 1980", "1980"),
        ("Julie Kerlann (° 12/03/1980)", "12/03/1980"),
        ("née à Paris (75012) le 03/04/1961", "03/04/1961"),
        ("M. Kerlann, né aux Abymes le 3 avril 1961", "3 avril 1961"),
        ("Né à : Brest   Le : 12/03/1980", "12/03/1980"),
        ("Date et lieu de naissance : Brest, le 12/03/1980", "12/03/1980"),
        ("né Ie 12/03/l980 à Brest", "12/03/l980"),
        ("MADAME RIOU, NÉE KERLANN LE 21 AVRIL 1983 À BREST", "21 AVRIL 1983"),
        ("NÉ LE : 0 8 / 0 3 / 1 9 7 6", "0 8 / 0 3 / 1 9 7 6"),
        ("Né(e) le : 17 – 05 – 2010", "17 – 05 – 2010"),
        ("né le deux avril mil neuf cent quarante-sept à Cholet",
         "deux avril mil neuf cent quarante-sept"),
    ],
)  # fmt: skip
def test_a_birth_in_another_form(text: str, date: str) -> None:
    assert dates(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Mme Kerlann née Riou a été convoquée le 12/03/2020",
        "Naissance d'un service le matin",
        "Date de dépôt : 12/03/2020",
        "Fait le 0 8 / 0 3 / 2 0 2 1",
    ],
)
def test_another_date(text: str) -> None:
    assert dates(text) == []
