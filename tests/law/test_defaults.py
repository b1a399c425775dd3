"""What is proposed for a mention: the traps of the doctrine, one each."""

import pytest

from redactor.law.categories import SIGNALS, Category, Role, Trait
from redactor.law.decisions import Decision, Default
from redactor.law.mention import Mention
from redactor.law.profile import PROFILES, load
from redactor.text.flow import Span


def default(
    category: Category, role: Role = Role.UNKNOWN, *traits: Trait, profile: str = "tiers"
) -> Default:
    mention = Mention(
        id="m", span=Span("f", 0, 3), text="abc", category=category, role=role,
        traits=frozenset(traits),
    )  # fmt: skip
    return load(profile).default(mention)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("category", sorted(SIGNALS))
def test_a_signal_is_always_for_a_person_to_judge(category: Category, profile: str) -> None:
    for traits in ([], [Trait.INTERESTED], [Trait.LEGAL_PERSON], [Trait.INDIVIDUAL_PAY]):
        for role in Role:
            assert default(category, role, *traits, profile=profile).decision is Decision.REVIEW


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("category", sorted(Category))
def test_every_mention_has_a_row(category: Category, profile: str) -> None:
    for role in Role:
        for trait in Trait:
            found = default(category, role, trait, profile=profile)
            assert found.row in load(profile).rows
            assert not (found.decision is Decision.KEEP and found.ground)


def test_an_unknown_role_counts_as_private() -> None:
    assert default(Category.PERSON) == default(Category.PERSON, Role.PRIVATE)
    assert default(Category.PERSON).decision is Decision.REVIEW
    assert default(Category.PHONE).row == "contact:private"


def test_an_agents_name_is_kept_but_not_their_direct_line() -> None:
    assert default(Category.PERSON, Role.AGENT).decision is Decision.KEEP
    line = default(Category.PHONE, Role.AGENT)
    assert (line.decision, line.row, line.ground) == (
        Decision.OCCULT, "contact:agent", "L.311-6 1°",
    )  # fmt: skip


def test_an_agents_kept_name_still_suggests_grounds() -> None:
    found = default(Category.PERSON, Role.AGENT)
    assert found.ground == ""
    assert found.suggestions == ("L.311-5 2°d", "L.311-6 2°", "L.311-6 3°")


@pytest.mark.parametrize("trait", [Trait.FUNCTIONAL, Trait.PRADA])
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("role", Role)
def test_the_contacts_of_a_service_and_of_the_prada_stay(
    trait: Trait, profile: str, role: Role
) -> None:
    assert default(Category.EMAIL, role, trait, profile=profile).decision is Decision.KEEP


def test_the_demandeurs_own_data_stay_for_the_demandeur_but_not_online() -> None:
    for category in (Category.PERSON, Category.EMAIL, Category.ADDRESS, Category.NIR):
        assert default(category, Role.DEMANDEUR).decision is Decision.KEEP
        online = default(category, Role.DEMANDEUR, profile="publication")
        assert (online.decision, online.ground) == (Decision.OCCULT, "L.311-6 1°")


def test_a_password_of_the_demandeur_is_still_a_secret() -> None:
    assert default(Category.SECRET, Role.DEMANDEUR).decision is Decision.OCCULT


def test_the_person_concerned_sees_their_own_data_and_nobody_elses() -> None:
    own = default(Category.ADDRESS, Role.PRIVATE, Trait.INTERESTED, profile="interesse")
    other = default(Category.ADDRESS, Role.PRIVATE, profile="interesse")
    assert (own.decision, other.decision) == (Decision.KEEP, Decision.OCCULT)


def test_who_is_concerned_changes_nothing_for_a_third_party() -> None:
    assert default(Category.ADDRESS, Role.PRIVATE, Trait.INTERESTED).decision is Decision.OCCULT


def test_a_complainant_goes_even_towards_the_person_they_speak_of() -> None:
    found = default(Category.PERSON, Role.PRIVATE, Trait.COMPLAINANT, profile="interesse")
    assert (found.decision, found.ground) == (Decision.OCCULT, "L.311-6 3°")


def test_an_agent_who_blows_the_whistle_is_no_longer_a_kept_name() -> None:
    found = default(Category.PERSON, Role.AGENT, Trait.WHISTLEBLOWER)
    assert (found.decision, found.ground) == (Decision.OCCULT, "L.311-5 2°h")


def test_an_exposed_agent_goes_even_when_signing() -> None:
    found = default(Category.PERSON, Role.AGENT, Trait.SIGNATORY, Trait.EXPOSED_AGENT)
    assert (found.decision, found.ground) == (Decision.OCCULT, "L.311-5 2°d")


def test_only_a_public_signatory_is_the_author_of_a_decision() -> None:
    assert default(Category.PERSON, Role.AGENT, Trait.SIGNATORY).row == "person:signatory"
    assert default(Category.PERSON, Role.PRIVATE, Trait.SIGNATORY).row == "person:private"


def test_the_names_of_an_accord_go_on_the_ground_of_the_labour_code() -> None:
    found = default(Category.PERSON, Role.PRIVATE, Trait.NEGOTIATOR, profile="accord")
    assert (found.decision, found.ground) == (Decision.OCCULT, "C. trav. L.2231-5-1")
    assert default(Category.PERSON, Role.PRIVATE, Trait.NEGOTIATOR).decision is Decision.KEEP


def test_what_only_publication_asks_for_has_its_own_ground() -> None:
    assert default(Category.PERSON, Role.ELECTED, profile="accord").ground == "L.312-1-2"
    assert default(Category.PERSON, Role.AGENT, profile="publication").ground == "L.312-1-2"


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("category", [Category.COMPANY, Category.COMPANY_ID, Category.MASK])
def test_companies_and_masks_stay(category: Category, profile: str) -> None:
    assert default(category, profile=profile).decision is Decision.KEEP


def test_the_bank_details_of_a_company_are_a_trade_secret() -> None:
    assert default(Category.IBAN, Role.UNKNOWN, Trait.LEGAL_PERSON).row == "trade_secret"
    assert default(Category.IBAN).row == "bank_income"


def test_what_is_out_of_scope_is_disjoined_on_its_own_ground() -> None:
    found = default(Category.OUT_OF_SCOPE)
    assert (found.decision, found.ground) == (Decision.DISJOIN, "hors périmètre")


def test_a_signature_by_hand_is_open_and_suggests_private_life() -> None:
    found = default(Category.HANDWRITTEN_SIGNATURE)
    assert (found.decision, found.ground) == (Decision.REVIEW, "")
    assert found.suggestions == ("L.311-6 1°",)


def test_a_bonus_is_looked_at_on_the_ground_of_appraisal() -> None:
    assert default(Category.PAY, Role.AGENT, Trait.INDIVIDUAL_PAY).ground == "L.311-6 2°"
