"""Things that bear people's names, told by the noun that an enumeration hangs on."""

import pytest

from redactor.detect.pipeline import Detector
from redactor.detect.things import Things
from redactor.law.categories import Category
from redactor.text.flow import Flow
from tests.detect.asking import people


@pytest.fixture(scope="module")
def things(detector: Detector) -> Things:
    return Things(detector.lexicon)


@pytest.mark.parametrize(
    ("before", "noun"),
    [
        ("La bascule des environnements ", "environnements"),
        ("Les modules Agnès, Anna et ", "modules"),
        ("les connecteurs Chorus Formulaires, Oscar, Escale et ", "connecteurs"),
        ("des frégates « Jean-Bart » et « ", "frégates"),
    ],
)
def test_a_plural_noun_says_what_its_names_name(things: Things, before: str, noun: str) -> None:
    text = f"{before}Géraldine sont là."
    assert things.head(text, len(before)) == noun


@pytest.mark.parametrize(
    "before",
    [
        "Les agents Riou et ", "les conseillères Riou, Kerven et ", "avec les enfants Lina et ",
        "les dossiers Riou et ", "Bises ", "Le vieux ", "Il a vu ", "les époux ",
    ],
)  # fmt: skip
def test_people_and_what_is_theirs_keep_their_names(things: Things, before: str) -> None:
    assert not things.head(f"{before}Géraldine sont là.", len(before))


def test_no_module_is_a_person(detector: Detector) -> None:
    text = "Les modules Agnès, Anna et Géraldine du portail seront gelés. Voir avec Géraldine."
    assert people(detector, text) == ["Géraldine"]


def test_agents_are_people(detector: Detector) -> None:
    assert people(detector, "Les agents Agnès, Anna et Géraldine seront absents.") == [
        "Agnès", "Anna", "Géraldine",
    ]  # fmt: skip


def test_bars_part_the_cells_of_a_row(detector: Detector) -> None:
    text = "24037|BERGERAC|COM|ROUTE\n29019|BREST|COM|ROUTE\n"
    assert not people(detector, text)
    assert people(detector, "M. KER|ANN a signé.")  # a bar that OCR read for an L


def test_a_label_and_its_value_are_no_header(detector: Detector) -> None:
    text = "Bénéficiaire\tKERDONCUFF Maud\nLocalisation\tPointe\nDescription\tMme Riou appelle\n"
    assert people(detector, text) == ["KERDONCUFF Maud", "Riou"]


def test_what_stands_after_a_name_and_its_role_is_no_name(detector: Detector) -> None:
    text = "Maud KERDONCUFF\tRapporteure\tVarsovie\tsigné\n"
    assert people(detector, text) == ["Maud KERDONCUFF"]
    assert people(detector, "Rapporteure\tMaud Kerdoncuff\n") == ["Maud Kerdoncuff"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nom\nVANDENBUSSCHE\nPrénom\nMaud", "VANDENBUSSCHE"),
        ("2) Moeata a Tetuanui, sans postérité", "Moeata a Tetuanui"),
        ("67100;Quimper;Voirie;KERDONCUFF.V\n", "KERDONCUFF.V"),
        ("import /data/RH/KERDONCUFF_Maud/fiche.pdf", "KERDONCUFF_Maud"),
        ("pour mon mari dang quoc tuan ne le 12 12 1979", "dang quoc tuan"),
        ("ma sœur est chez mamie Jo, je crois", "Jo"),
    ],
)
def test_names_of_rarer_forms(detector: Detector, text: str, name: str) -> None:
    assert name in people(detector, text)


@pytest.mark.parametrize(
    "text",
    [
        "Copie : PP (Mme Kerven), CPE (Maud)", "Votre dossier APA, suite", "S.A.S. NORKER",
        "Adresse : Kerdoncuff, route de la Mer",
    ],
)  # fmt: skip
def test_letters_firms_and_places_are_no_names(detector: Detector, text: str) -> None:
    names = people(detector, text)
    assert not {"PP", "CPE", "APA", "S.A.S. NORKER", "NORKER", "Kerdoncuff"} & set(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1. Serveurs Odin, Thor et Freya : migration", []),
        ("Prévu. Variétés Charlotte, Amandine et Monalisa.", []),
        ("Les gendarmes Castets et Lalanne sont passés.", ["Castets", "Lalanne"]),
        ("MM. Castan, Roumégoux\nObjet : travaux", ["Castan", "Roumégoux"]),
        ('<add name="Paie" value="2" />', []),
    ],
)
def test_what_opens_a_list(detector: Detector, text: str, names: list[str]) -> None:
    assert people(detector, text) == names


def test_dates_of_children_alone_are_births(detector: Detector) -> None:
    def births(text: str) -> list[str]:
        found = detector.mentions([Flow("f", text)])
        return [m.text for m in found if m.category is Category.BIRTH_DATE]

    children = "Enfants mineurs : KERVEN Maud, 12/05/2018 ; KERVEN Tanguy, 30/10/2020\n"
    assert births(children) == ["12/05/2018", "30/10/2020"]
    assert not births("(courriel de Maud Kerven, 12/05/2018)")


@pytest.mark.parametrize(
    "text",
    [
        "Vendredi 15\tVelouté Riou – Poisson frit – Lasagnes – Betteraves – Kerdoncuff",
        "Applications : Chorus Pro, Hélios, Kerdoncuff, Genesis, Windows.",
        "Nom | Finalité | Fournisseur\nKerdoncuff | scoring | interne\n",
        "Marque|Modèle|Affectataire\nKERDONCUFF|ZOE|Léa Riou\n",
    ],
)
def test_what_stands_among_things_is_one(detector: Detector, text: str) -> None:
    assert not {name for name in people(detector, text) if "erdoncuff" in name.lower()}


@pytest.mark.parametrize(
    "text",
    [
        "Présents : Léa Riou, Maire, Yann Kerdoncuff, Adjoint, Ana Kerven, Secrétaire.",
        "Nom | Type\nYann Kerdoncuff | Association\nYann Kerdoncuff | Service\n",
    ],
)
def test_a_person_among_functions_or_kinds_stays(detector: Detector, text: str) -> None:
    assert "Yann Kerdoncuff" in people(detector, text)


def test_a_long_list_that_no_comma_ends_is_read_at_once(things: Things) -> None:
    before = "Sujets : " + "eau, " * 45 + "puis "
    assert len(before) < 300, "more than is read before a name"
    things.beside(f"{before}Géraldine", len(before), len(before) + 9)
    assert things.beside(f"Ouvrages : {'eau, ' * 45}Géraldine", 236, 245)


@pytest.mark.parametrize(
    "text",
    [
        "Kerlouarnec, le 14 mars 2019\n\nMonsieur,",
        "Malbosquet, le mardi 4 mai 2021\nObjet : demande",
        "03/03/1954 KERLOUARNEC (Portugal)",
        "B-014  Rosa 'Pierre de Kerlouarnec'  rosier",
        "Pelargonium 'Jacky'  géranium",
    ],
)
def test_a_place_and_a_flower_are_nobody(detector: Detector, text: str) -> None:
    assert not [m.text for m in detector.mentions([Flow("f", text)]) if m.category == "person"]


def test_a_person_before_a_date_or_a_bracket_is_one(detector: Detector) -> None:
    text = "Roland Kerlann, le 14 mars 2019, a écrit à Roland (Simone Kerlann)."
    found = [m.text for m in detector.mentions([Flow("f", text)]) if m.category == "person"]
    assert found == ["Roland Kerlann", "Roland", "Simone Kerlann"]
