"""Dates of birth in the forms that forms, registers and OCR write; other dates stay."""

import re

import pytest

from redactor.detect.births import births
from redactor.detect.births_beside import dated
from redactor.detect.found import Found
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
        ("03/03/1954 PORTO (Portugal)\n6 impasse du Puits", "03/03/1954"),
        ("Né\t01-01-1999 (déclaré)", "01-01-1999"),
        ("Né lc : 07 .O2. l988", "07 .O2. l988"),
        ("née le 25 . 11 . 19 59 à Brest", "25 . 11 . 19 59"),
        ("Nous sommes deux : moi (22/01/1985) et le chat", "22/01/1985"),
        ("Date de naissance : |1|3| |0|5| |1|9|4|8|", "1|3| |0|5| |1|9|4|8"),
        ("mon oncle, n. 3. XI. 1919 à Metz", "3. XI. 1919"),
        ("Alphonse, geb. 17. Mai 1920", "17. Mai 1920"),
        ("née le 7 . mars . 1983 à Pau", "7 . mars . 1983"),
        ("né le 17 mai, j'ai vu sa carte", "17 mai"),
        ("née au même lieu le 25 juin 1954", "25 juin 1954"),
        ("Agent(ne_le=date(1975, 9, 14), x=1)", "1975, 9, 14"),
        ("date_of_birth=07-Apr-1985, addr", "07-Apr-1985"),
        ("et moi-même le 5/V/49, sommes", "5/V/49"),
        ("née le 5-XI-1984", "5-XI-1984"),
        ("Nee le 1 4 0 9 1 9 9 1   a TOULON", "1 4 0 9 1 9 9 1"),
        ("Né le 2 8 O1 1 988\nVOS ENFANTS", "2 8 O1 1 988"),
        ("Sa date de naissance serait le 30/09/1973", "30/09/1973"),
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
        "Mme Maud Kerlann, née RIOU, décédée le 4 février 2018",
        "Le marché 03/03/2021 lot 2 (Nord)",
        "si l'assuré est né un 29 février",
        "debut=date(1975, 9, 14)",
        "Naissance d'un service le matin",
        "Date de dépôt : 12/03/2020",
        "Fait le 0 8 / 0 3 / 2 0 2 1",
    ],
)
def test_another_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nés, savoir : Monsieur à PAU le [[30 septembre 1938]], Madame à VIC le [[12 avril 1942]].",
        "Nés savoir :\n- Monsieur à Vic le [[3 mai 1946]] ;\n- Madame à Pau le [[9 mai 1950]],\n"
        "Mariés à Pau le 4 mai 1970",
    ],
)
def test_births_of_a_couple(text: str) -> None:
    assert dates(text.replace("[[", "").replace("]]", "")) == re.findall(r"\[\[(.*?)\]\]", text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kerlann Maud – F – 14/11/2015", "14/11/2015"),
        ("118204  Kerlann Maud               14/04/1978 Cuisine  01/09/2024", "14/04/1978"),
        ("Kerlann Maud – 1987/04/09 – NIR", "1987/04/09"),
        ("Kerlann Maud\n\n19/12/1961 UTRECHT\nsans domicile", "19/12/1961"),
        ("- Mme Kerlann Maud 02.05.1984 + 4 enfants", "02.05.1984"),
        ("Kerlann Maud, 22/10/50, au-dessus", "22/10/50"),
        ("née le 12 août 2000 et mon ami (Kerlann Maud) le 3 / 11 / 98, on", "3 / 11 / 98"),
        ("Kerlann Maud\n19/12/1961 F\nIPP 8000", "19/12/1961"),
        ("Kerlann Maud\t19/12/2013\tM", "19/12/2013"),
        ("Kerlann Maud\n19/12/2021 M. Riou", None),
        ("Kerlann Maud, 22/10/24, au-dessus", None),
        ("Le maire, Kerlann Maud 02.05.1984", None),
        ("Kerlann Maud          14/04/2021 Cuisine", None),
        ("Vu par Kerlann Maud      14/04/1998 Cuisine", None),
        ("Kerlann Maud\n19/12/2021 UTRECHT", None),
    ],
)
def test_the_date_of_a_row(text: str, date: str | None) -> None:
    start = text.index("Kerlann")
    person = Found(start, start + len("Kerlann Maud"), Category.PERSON, "rule:x", "", 0.9)
    found = [text[f.start : f.end] for f in dated(text, [person], tabular=False)]
    assert found == ([date] if date else [])


def test_the_births_of_two() -> None:
    text = "- Kerlann Maud, 14/02/1943 et 8/11/1945, rue Neuve"
    person = Found(2, 14, Category.PERSON, "rule:x", "", 0.9)
    found = [text[f.start : f.end] for f in dated(text, [person], tabular=False)]
    assert found == ["14/02/1943", "8/11/1945"]


def test_a_marriage_of_which_children_were_born_is_no_birth() -> None:
    born = "Le 26 octobre 1974 à quatre heures est née Maud"
    assert [born[f.start : f.end] for f in births(born)] == ["26 octobre 1974"]
    text = "Il avait épousé Denise le 26 octobre 1974 et de leur union sont nés deux enfants"
    assert not list(births(text))
