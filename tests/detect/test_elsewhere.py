"""What a document says elsewhere of words that one line took for a name."""

import pytest

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.detect.vetoes import is_encoded
from redactor.law.categories import Category
from redactor.text.flow import Channel, Flow


def people(detector: Detector, *texts: str) -> list[str]:
    flows = [Flow(f"f{number}", text) for number, text in enumerate(texts)]
    return [m.text for m in detect(flows, detector) if m.category is Category.PERSON]


def test_letters_after_an_article_are_a_body_s(detector: Detector) -> None:
    assert people(detector, "SIVOKER") == ["SIVOKER"]  # alone, nothing tells
    assert people(detector, "SIVOKER", "Le SIVOKER propose une aide.") == []
    assert people(detector, "SIVOKER", "Les statuts du SIVOKER sont joints.") == []


def test_a_surname_with_an_article_stays_a_surname(detector: Detector) -> None:
    names = people(detector, "M. du Kerdoncuff est venu.", "Kerdoncuff", "Yann le Kerdoncuff")
    assert "Kerdoncuff" in names


def test_a_name_ends_before_a_body_s_letters(detector: Detector) -> None:
    assert people(detector, "Pascale Riou SIVOKER", "Venez au SIVOKER !") == ["Pascale Riou"]


def test_an_association_s_first_name_is_nobody_s(detector: Detector) -> None:
    minutes = "Le bureau remercie les enfants de Solenn pour leur don."
    assert people(detector, minutes) != []
    assert people(detector, minutes, "Statuts de l'association Les enfants de Solenn") == []


def test_an_association_s_name_hides_no_whole_name(detector: Detector) -> None:
    texts = ("L'association Les enfants de Solenn", "Solenn Riou préside.")
    assert people(detector, *texts) == ["Solenn Riou"]


def test_an_entry_that_returns_is_a_term(detector: Detector) -> None:
    assert people(detector, "04 – GARDONNE VIDOUCLE") != []
    assert people(detector, *["04 – GARDONNE VIDOUCLE"] * 3) == []
    assert people(detector, *["04 – RIOU Solenn"] * 3) == ["RIOU Solenn"] * 3


def test_a_surname_that_is_a_word_is_covered_where_the_list_is_silent(detector: Detector) -> None:
    bare = "La suite est vue avec Jean-Yves TOUS, puis Jean-Yves tous les jours."
    assert "Jean-Yves TOUS" not in people(detector, bare)
    present = "Présents : Denis Riou – Katell KERVEN - Jean-Yves TOUS –- Yann LE GOFF"
    names = people(detector, present, bare)
    assert names.count("Jean-Yves TOUS") == 2
    assert names[-1] == "Jean-Yves"


def test_a_compound_first_name_s_initials(detector: Detector) -> None:
    note = "JY passe mardi voir le local."
    assert people(detector, note) == []
    assert people(detector, "Présents : Jean-Yves, Katell, Yann", note)[-1] == "JY"


@pytest.mark.parametrize(
    "text",
    [
        "Présents : Katell Kerven\nEn application de l'article 3, la séance est ouverte.",
        "Responsable :\nIl est tenu par deux agents.",
        "La présidente du SIVOKER ouvre la séance.",
        "Monsieur Le Maire rappelle les faits. Le Maire conclut, le maire signe.",
        "Venez donner votre avis",
        "le centre de Saint Quentin des Oules et St-Siffret",
        "Le club de St Victor des Oules reçoit Saint VICTOR des OULES.",
        "il note que\nL'ensemble NE CHANGE PAS le montant",
        "La famille\nVenez apprendre un métier.",
        "Faut-il le signaler à la direction ?",
        "aux vacances de Toussaint, au marché de Noël",
        "la chaudière de l'espace Pierre Mendès\nFrance",
        "dans le quartier dit « Kerdoncuff et Vallagrande »",
        "SIGNATURE :\nUN DOUTE, UNE QUESTION",
        "LAVOIR DES KERLOUS",
        "Les élèves Kerlannois de l'école.\nLe club kerlannois.",
        "DÉCLARATION D INTENTION D ALIENER",
        "TARIFS DES SALLES COMMUNALES EMILE KERDONCUFF",
        "les sites universitaires Kerdoncuff et Kerven",
        "Bourcefranc-le- Chapus",
        "Permis de Végétaliser",
        "le bal d'Halloween",
        "la protéine N du KERS-CoV-2",
        "8 h 10 La Chapelle\n8 h 20 Mairie",
        "Tir Sportif Kerlannois\nle secteur économique kerlannois",
        "S.I.R.P. La Chapelle\nGarderie",
        "Les tempêtes CIARANE et DOMINGOS ont frappé la commune.",
    ],
)
def test_what_stands_where_names_stand(detector: Detector, text: str) -> None:
    assert [n for n in people(detector, text) if n != "Katell Kerven"] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("M. Saint-Cricq et Yves Saint-Just", ["Saint-Cricq", "Yves Saint-Just"]),
        ("02 SAINT-OMER Lilwenn CM1", ["SAINT-OMER Lilwenn"]),
        ("Arrivée de Tanguy Kerven en séance.", ["Tanguy Kerven"]),
        ("Renouveler le CDD Katell en juin.", ["Katell"]),
        ("La présidence de Monsieur Denis RIOU Maire.", ["Denis RIOU"]),
        ("SAVOIE FIBRE\nSolenn RIOU\nDirectrice", ["Solenn RIOU"]),
        ("KERDONCUFF\nSolenn", ["KERDONCUFF\nSolenn"]),
        ("Bruno Le Maire est venu.", ["Bruno Le Maire"]),
        ("M.M Yann RIOU- Benoît LE GOFF", ["Yann RIOU", "Benoît LE GOFF"]),
        ("Élus : Yann RIOU -Solenn KERVEN", ["Yann RIOU", "Solenn KERVEN"]),
        ("- Solenn : 11 votes\n- Yann : 2 votes\n- Blanc : 1 vote", ["Solenn", "Yann"]),
        ("M. Yann Riou et Madame Solenn Kerven", ["Yann Riou", "Solenn Kerven"]),
    ],
)  # fmt: skip
def test_where_names_end(detector: Detector, text: str, names: list[str]) -> None:
    assert people(detector, text) == names


def test_the_words_of_a_field_and_of_a_swatch_are_a_program_s(detector: Detector) -> None:
    flows = [
        Flow("a", "PAGE \\* MERGEFORMAT", Channel.FIELD, place="word/footer1.xml · instruction"),
        Flow("b", "Millimeters", Channel.METADATA, place="XMP unit"),
        Flow("b2", "Nexa Black", Channel.METADATA, place="XMP fontFamily"),
        Flow("c", "Doc-Start", Channel.BOOKMARK, place="Dests/Kids/Names"),
        Flow("d", "Kerdoncuff", Channel.METADATA, place="XMP creator"),
    ]
    found = [m for m in detect(flows, detector) if m.category is Category.PERSON]
    assert [m.text for m in found] == ["Kerdoncuff"]


def test_the_letters_of_a_thumbnail_are_no_name() -> None:
    thumbnail = "ACUOn/8AMTdf8nmxVgP/_/Solenn/28f+xXAVeyfk0CMRAfQmRAf8AAEQgBAADoAwERAAIRAQMRAf"
    start = thumbnail.index("Solenn")
    assert is_encoded(thumbnail, start, start + 6)
    link = f"https://kerlann.example/{'a1/' * 20}Solenn"
    assert not is_encoded(link, len(link) - 6, len(link))
    assert not is_encoded("ACUOn/8 Solenn 28f+xXAVeyfk0CM", 8, 14)


def test_the_head_of_a_markdown_file_names_its_author_only(detector: Detector) -> None:
    settings = "breadcrumb: true\nlinkcolor: blue\ntitlepage-logo: logo\nsubject: Markdown"
    text = f"---\nlayout: page\n{settings}\nauthor: Solenn Riou\n---\n\n# Séance du 3 mars"
    assert people(detector, text) == ["Solenn Riou"]
    assert people(detector, "[Solenn Riou](mailto:accueil)") == ["Solenn Riou"]


@pytest.mark.parametrize(
    ("link", "tokens"),
    [
        ("https://kerlann.example/xk29Lm0Pq7Zr4Tn8/kVPa3W_4dE1bR7/plan.jpg", []),
        ("https://kerlann.example/lien?n=12/530682_548562_Decret_n2031_7284.pdf", []),
        ("https://kerlann.example/lien/xk29Lm0Pq7Zr4Tn8", ["xk29Lm0Pq7Zr4Tn8"]),
    ],
)  # fmt: skip
def test_where_pictures_and_documents_lie_opens_nothing(
    detector: Detector, link: str, tokens: list[str]
) -> None:
    found = detect([Flow("f", link)], detector)
    assert [m.text for m in found if m.category is Category.URL_TOKEN] == tokens
