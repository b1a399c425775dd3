"""Whole documents: what is found in one place is looked for everywhere, with roles and entities."""

import time
from collections.abc import Iterator

import pytest

from redactor.detect.document import Context, complete, detect
from redactor.detect.entities import link
from redactor.detect.lists import DossierLists
from redactor.detect.pipeline import Detector
from redactor.detect.propagate import everywhere
from redactor.law.categories import Category, Role, Trait
from redactor.law.mention import Mention
from redactor.text.flow import Cell, Channel, Flow


def paragraphs(*texts: str) -> list[Flow]:
    return [Flow(f"p{n}", text) for n, text in enumerate(texts)]


def people(mentions: list[Mention]) -> list[str]:
    return [m.text for m in mentions if m.category is Category.PERSON]


def one(mentions: list[Mention], text: str) -> Mention:
    (mention,) = [m for m in mentions if m.text == text]
    return mention


def test_spans_hold_their_text_and_ids_are_stable(detector: Detector) -> None:
    flows = paragraphs(
        "Mme Noé\u00admie Ker-\nlann, née le 4\u00a0mai 1980, a écrit.", "Tél. 02 98 76 52 00"
    )
    first, second = detect(flows, detector), detect(flows, detector)
    assert first == second
    texts = {flow.id: flow.text for flow in flows}
    assert first
    for mention in first:
        assert texts[mention.span.flow][mention.span.start : mention.span.end] == mention.text
    assert len({m.id for m in first}) == len(first)
    assert "Noé\u00admie Ker-\nlann" in people(first)


def test_every_mention_says_who_saw_it_and_why(detector: Detector) -> None:
    flows = paragraphs(
        "Mme Anne Kerlann, née le 4 mai 1980, 12 rue des Lilas 29000 Quimper, a.kerlann@exemple.fr"
    )
    mentions = detect(flows, detector)
    assert len(mentions) >= 4
    assert all(m.detector and m.why and 0 < m.confidence <= 1 and m.entity for m in mentions)


def test_forms_of_a_name_found_elsewhere(detector: Detector) -> None:
    flows = [
        Flow("a", "Affaire suivie par Mme Noémie Kerzerho."),
        Flow(
            "b",
            "Le rapport de Kerzerho est joint, comme celui de KERZERHO Noémie et de N. Kerzerho.",
        ),
        Flow("c", "rapport_kerzerho_noemie.pdf", channel=Channel.FILENAME),
        Flow("d", "https://exemple.fr/agents/noemie-kerzerho", channel=Channel.LINK),
        Flow("e", "https://exemple.fr/?q=No%C3%A9mie%20Kerzerho", channel=Channel.LINK),
        Flow("f", "Kerzerhó Noemie, Kerzenho", channel=Channel.BODY),
    ]
    mentions = detect(flows, detector)
    in_flow = {
        flow.id: [
            m.text for m in mentions if m.span.flow == flow.id and m.category is Category.PERSON
        ]
        for flow in flows
    }
    assert in_flow["b"] == ["Kerzerho", "KERZERHO Noémie", "N. Kerzerho"]
    # one handle, or its two words: every letter is covered either way
    assert "_".join(in_flow["c"]) == "kerzerho_noemie"
    assert in_flow["d"] == ["noemie-kerzerho"]
    assert in_flow["e"] == ["No%C3%A9mie%20Kerzerho"]
    assert in_flow["f"] == ["Kerzerhó Noemie", "Kerzenho"]
    whole = [m for m in mentions if m.category is Category.PERSON]
    assert len({m.entity for m in whole}) == 1


def test_a_surname_misread_by_one_letter(detector: Detector) -> None:
    flows = paragraphs("le dossier de Kerzenho, et celui de Kermarec")
    (fuzzy,) = everywhere(flows, [], ["Noémie Kerzerho"], detector.reader)
    assert (fuzzy.text, fuzzy.detector) == ("Kerzenho", "propagation:fuzzy")
    assert fuzzy.confidence <= 0.5
    assert "Noémie Kerzerho" in fuzzy.why


def test_one_entity_for_every_form(detector: Detector) -> None:
    flows = paragraphs(
        "Mme Noémie Kerzerho", "KERZERHO Noémie", "madame Kerzerho", "N. Kerzerho est là."
    )
    mentions = [m for m in detect(flows, detector) if m.category is Category.PERSON]
    assert len(mentions) == 4
    assert len({m.entity for m in mentions}) == 1


def test_two_people_with_one_surname_stay_apart(detector: Detector) -> None:
    flows = paragraphs("Mme Noémie Kerzerho et M. Yann Kerzerho.", "M. Kerzerho répond.")
    mentions = [m for m in detect(flows, detector) if m.category is Category.PERSON]
    assert [m.text for m in mentions] == ["Noémie Kerzerho", "Yann Kerzerho", "Kerzerho"]
    assert len({m.entity for m in mentions}) == 3


def test_entities_cross_documents(detector: Detector) -> None:
    one_doc = detect(paragraphs("Mme Noémie Kerzerho"), detector)
    other = detect(paragraphs("M. Paul Trévien a vu madame Kerzerho."), detector)
    linked = link({"one": one_doc, "two": other})
    assert one(linked["one"], "Noémie Kerzerho").entity == one(linked["two"], "Kerzerho").entity
    assert one(linked["two"], "Paul Trévien").entity != one(linked["two"], "Kerzerho").entity


def test_names_of_other_documents_are_looked_for(detector: Detector) -> None:
    flows = paragraphs("voir kerzerho_n.pdf, daté de mai")
    assert not [m for m in detector.mentions(flows) if m.text == "kerzerho_n"]
    mentions = complete(flows, list(detector.mentions(flows)), detector, names=["Noémie Kerzerho"])
    assert "kerzerho_n" in people(mentions)


def test_a_half_masked_address_joins_the_clear_one(detector: Detector) -> None:
    flows = paragraphs(
        "De : asso+demande-46657-eebf9xxx@xxxxxx.xx",
        "Répondre à asso+demande-46657-eebf9331@exemple.fr",
    )
    mentions = detect(flows, detector)
    mask, clear = (m for m in mentions if m.category in (Category.MASK, Category.EMAIL))
    assert mask.category is Category.MASK
    assert mask.entity == clear.entity


def test_a_masked_address_joins_its_twin_by_place(detector: Detector) -> None:
    flows = paragraphs(
        "renseignez votre adresse mail asso1@exemple.fr et le mot de passe",
        "renseignez votre adresse mail xxxxx@xxxxxxxxx.xx et le mot de passe",
    )
    mentions = detect(flows, detector)
    clear, mask = (m for m in mentions if m.category in (Category.MASK, Category.EMAIL))
    assert mask.category is Category.MASK
    assert mask.entity == clear.entity


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Affaire suivie par : Hélène Kerbellec", "Hélène Kerbellec", Role.AGENT),
        ("Cordialement,\nHélène Kerbellec\nChargée de mission", "Hélène Kerbellec", Role.AGENT),
        (
            "Mme Hélène Kerbellec, adjointe au maire, prend la parole.",
            "Hélène Kerbellec",
            Role.ELECTED,
        ),
        ("Maître Hélène Kerbellec plaide.", "Hélène Kerbellec", Role.PROFESSIONAL),
        (
            "Vu la demande de Mme Hélène Kerbellec, née le 3 mai 1980 ;",
            "Hélène Kerbellec",
            Role.PRIVATE,
        ),
    ],
)
def test_roles(text: str, name: str, role: Role, detector: Detector) -> None:
    mention = one(detect(paragraphs(text), detector), name)
    assert mention.role is role
    assert mention.role_clue


def test_the_requester_is_known_in_every_form(detector: Detector) -> None:
    context = Context(requesters=("Noémie Kerzerho",), interested=("Paul Trévien",))
    mentions = detect(
        paragraphs("La demande de madame Kerzerho vise M. Paul Trévien."), detector, context
    )
    assert one(mentions, "Kerzerho").role is Role.DEMANDEUR
    assert Trait.INTERESTED in one(mentions, "Paul Trévien").traits


def test_the_prada_and_its_address(detector: Detector) -> None:
    flows = paragraphs(
        "Bien à vous,",
        "Catherine Kerlouan",
        "directrice des affaires juridiques / PRADA",
        "mail : catherine.kerlouan@exemple.fr",
    )
    mentions = detect(flows, detector)
    assert Trait.PRADA in one(mentions, "Catherine Kerlouan").traits
    assert Trait.PRADA in one(mentions, "catherine.kerlouan@exemple.fr").traits


def test_an_agents_address_takes_the_agents_role(detector: Detector) -> None:
    flows = paragraphs(
        "Affaire suivie par : Hélène Kerbellec - h.kerbellec@exemple.fr - 02 98 76 52 00"
    )
    mentions = detect(flows, detector)
    assert one(mentions, "h.kerbellec@exemple.fr").role is Role.AGENT
    assert one(mentions, "02 98 76 52 00").role is Role.AGENT


def test_cells_are_read_by_their_column(detector: Detector) -> None:
    rows = [
        ["Nom", "Prénom", "Date de naissance", "Service"],
        ["PETIT", "Rose", "12/04/1987", "Voirie"],
        ["BOULANGER", "Marin", "03/11/1992", "Écoles"],
    ]
    flows = [
        Flow(f"{r}.{c}", text, cell=Cell(0, r, c))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    mentions = detect(flows, detector)
    assert people(mentions) == ["PETIT", "Rose", "BOULANGER", "Marin"]
    assert [m.text for m in mentions if m.category is Category.BIRTH_DATE] == [
        "12/04/1987",
        "03/11/1992",
    ]


def test_a_header_serves_a_table_longer_than_a_block(detector: Detector) -> None:
    flows = [Flow("h0", "Nom", cell=Cell(0, 0, 0)), Flow("h1", "Remarque", cell=Cell(0, 0, 1))]
    for row in range(1, 400):
        flows += [
            Flow(f"{row}.0", "MARCHAND", cell=Cell(0, row, 0)),
            Flow(f"{row}.1", "sans objet, classé sans suite", cell=Cell(0, row, 1)),
        ]
    assert len(people(list(detector.mentions(flows)))) == 399


def test_lists_of_the_dossier(detector: Detector) -> None:
    context = Context(always=("projet Alb*",), never=("Anne Kerlann",))
    mentions = detect(paragraphs("Mme Anne Kerlann suit le projet Albatros."), detector, context)
    assert [(m.text, m.category) for m in mentions] == [("projet Albatros", Category.CUSTOM)]


def test_lists_come_from_csv() -> None:
    lists = DossierLists.from_csv("\ufefftexte;choix\nDupont*;toujours\nMme la Préfète;jamais\n")
    assert lists == DossierLists(("Dupont*",), ("Mme la Préfète",))
    with pytest.raises(ValueError, match="2"):
        DossierLists.from_csv("a;toujours\nb;peut-être\n")


def test_a_flow_of_any_length_is_cut_at_paragraph_ends(detector: Detector) -> None:
    text = (
        "Le conseil délibère.\n\n" * 3000
        + "Mme Anne Kerlann signe.\n\n"
        + "Le conseil vote.\n\n" * 100
    )
    assert len(text) > 60_000
    (mention,) = [
        m for m in detector.mentions([Flow("long", text)]) if m.category is Category.PERSON
    ]
    assert text[mention.span.start : mention.span.end] == "Anne Kerlann"


def test_first_mentions_come_before_the_rest_is_read(detector: Detector) -> None:
    read = []

    def stream() -> Iterator[Flow]:
        for number in range(400):
            read.append(number)
            yield Flow(
                f"p{number}",
                f"Mme Anne Kerlann signe la pièce {number}, puis le conseil délibère longuement.",
            )

    next(detector.mentions(stream()))
    assert len(read) < 100


@pytest.mark.parametrize(
    "text",
    [
        "Objet : 20245799_LQDN_SRE/ REP ADM, avis n° 20220816 du 31 mars 2022",
        "La secrétaire générale de la préfecture est chargée de l'exécution du présent arrêté.",
        "Le ministère de la Transition écologique et la Direction générale de l'aménagement",
        "Le Directeur général des services, Monsieur le Maire, Madame la Préfète,",
    ],
)
def test_public_things_are_left_alone(text: str, detector: Detector) -> None:
    assert not [m for m in detect(paragraphs(text), detector) if not m.is_signal]


@pytest.mark.parametrize(
    "unit", ["a", "0", "\n", "-", "M. ", "né le ", "12 rue de ", "password=", "x@", "Ab_", "("]
)
def test_a_hostile_text_ends(unit: str, detector: Detector) -> None:
    # Each of these took minutes when a pattern was quadratic or worse in a run of one unit.
    text = unit * (12_000 // len(unit))
    started = time.process_time()
    list(detector.mentions([Flow("f", text)]))
    assert time.process_time() - started < 8


def test_a_surname_in_the_name_of_a_thing_is_left_where_its_bearer_is_found(
    detector: Detector,
) -> None:
    flows = paragraphs(
        "Mme Ilona Kerdoncuff, gérante, a été entendue.",
        "Offre 2 : Kerdoncuff & Filles, puis l'atelier Verdier-Kerdoncuff.",
        "La tannerie Kerdoncuff a fermé ; Kerdoncuff conteste.",
    )
    found = [(m.span.flow, m.span.start) for m in detect(flows, detector) if m.text == "Kerdoncuff"]
    assert found == [("p2", flows[2].text.rindex("Kerdoncuff"))]


def test_a_whole_name_of_no_list_before_one_that_is(detector: Detector) -> None:
    flows = paragraphs("Le texte de Haoukem Brezhan et Muriel Kerdoncuff est joint.")
    assert "Haoukem Brezhan" in people(detect(flows, detector))


def test_a_list_of_first_names_behind_a_key(detector: Detector) -> None:
    flows = paragraphs('{"nom": "Kerdoncuff", "prenoms": ["Solenn", "Ange"], "villes": ["Brest"]}')
    assert people(detect(flows, detector)) == ["Kerdoncuff", "Solenn", "Ange"]


@pytest.mark.parametrize(
    "text",
    [
        "Nous réfutons que nous mènerions une chasse.",
        "Vous tombez bien : venez par là.",
        "Équipe de cadrage Forge KTEI en place. Le KTEI pilote.",
    ],
)
def test_verbs_and_letters_for_words_are_nobody(text: str, detector: Detector) -> None:
    assert not people(detect(paragraphs(text), detector))


def test_a_name_is_as_long_as_elsewhere(detector: Detector) -> None:
    text = "Mme Évelyne Gourdin de Kerville préside.\nLa présidente : E. Gourdin de Kerville"
    assert people(detect(paragraphs(text), detector)) == [
        "Évelyne Gourdin de Kerville",
        "E. Gourdin de Kerville",
    ]


def test_an_initial_before_a_particle_and_a_town(detector: Detector) -> None:
    texts = (
        "III. Disponibilités – Ph. DE MONTBRON : un an",
        "Le train part de la gare de Montbron.",
    )
    assert people(detect(paragraphs(*texts), detector)) == ["Ph. DE MONTBRON"]
