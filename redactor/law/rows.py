"""From a mention to the row of a profile that speaks of it (RULES, « From mentions to rows »)."""

from redactor.law.categories import Category, Role, Trait
from redactor.law.mention import Mention

_CONTACTS = {Category.EMAIL, Category.PHONE, Category.ADDRESS}

_ROWS = {
    Category.BIRTH_DATE: "birth_family",
    Category.BIRTH_PLACE: "birth_family",
    Category.AGE: "birth_family",
    Category.FAMILY: "birth_family",
    Category.NIR: "identifier",
    Category.TAX_ID: "identifier",
    Category.ACCOUNT_ID: "identifier",
    Category.CASE_ID: "identifier",
    Category.IDENTITY_DOCUMENT: "identifier",
    Category.LICENCE_PLATE: "identifier",
    Category.IBAN: "bank_income",
    Category.BANK_CARD: "bank_income",
    Category.INCOME: "bank_income",
    Category.USERNAME: "online_identifier",
    Category.IP_ADDRESS: "online_identifier",
    Category.COMPANY_ID: "company",
    Category.COMPLAINT: "person:complainant",
}
"""Categories that share a row; the rest have the row of their own name."""

_PERSONAL = {
    *_CONTACTS,
    Category.BIRTH_DATE,
    Category.BIRTH_PLACE,
    Category.AGE,
    Category.NIR,
    Category.TAX_ID,
    Category.ACCOUNT_ID,
    Category.CASE_ID,
    Category.IDENTITY_DOCUMENT,
    Category.LICENCE_PLATE,
    Category.IBAN,
    Category.BANK_CARD,
    Category.INCOME,
    Category.USERNAME,
    Category.IP_ADDRESS,
    Category.IMAGE,
}
"""Plain data of one person, which stay for the *demandeur* when they are the demandeur's own."""

_OF_LEGAL_PERSONS = {
    **dict.fromkeys(_CONTACTS, "contact:functional"),
    Category.PERSON: "company",
    Category.NIR: "company",
    Category.TAX_ID: "company",
    Category.ACCOUNT_ID: "company",
    Category.CASE_ID: "company",
    Category.LICENCE_PLATE: "company",
    Category.IBAN: "trade_secret",
    Category.BANK_CARD: "trade_secret",
    Category.INCOME: "trade_secret",
    Category.CONDUCT: "company_conduct",
}
"""Private life is that of natural persons; a company's bank details and figures are trade
secrets (RULES: « BPU, moyens, RIB, CA »)."""

_TRAITS_OF_PERSONS = (
    # The first that applies: what protects life and limb, then what protects most.
    (Trait.EXPOSED_AGENT, "person:exposed_agent"),
    (Trait.WHISTLEBLOWER, "person:whistleblower"),
    (Trait.COMPLAINANT, "person:complainant"),
    (Trait.MINOR, "person:minor"),
    (Trait.DECEASED, "person:deceased"),
    (Trait.NEGOTIATOR, "person:negotiator_signatory"),
)

_ROLES_OF_SIGNATORIES = {Role.AGENT, Role.ELECTED}
"""L.212-1 names the author of a decision; whoever else signs is a private person."""


def row_of(mention: Mention) -> str:
    """The row of a profile that speaks of `mention`: ``contact:agent``."""
    category, role, traits = mention.category, mention.role, mention.traits
    if Trait.LEGAL_PERSON in traits and category in _OF_LEGAL_PERSONS:
        return _OF_LEGAL_PERSONS[category]
    if category in _CONTACTS and traits & {Trait.FUNCTIONAL, Trait.PRADA}:
        return "contact:functional"
    if role is Role.DEMANDEUR and (category is Category.PERSON or category in _PERSONAL):
        return "person:demandeur"
    if category is Category.PERSON:
        return _row_of_person(role, traits)
    if category in _CONTACTS:
        return _row_of_contact(role)
    if category is Category.PAY:
        return "pay:individual" if Trait.INDIVIDUAL_PAY in traits else "pay:fixed"
    return _ROWS.get(category, category.value)


def _row_of_person(role: Role, traits: frozenset[Trait]) -> str:
    for trait, row in _TRAITS_OF_PERSONS:
        if trait in traits:
            return row
    if Trait.SIGNATORY in traits and role in _ROLES_OF_SIGNATORIES:
        return "person:signatory"
    return f"person:{Role.PRIVATE if role is Role.UNKNOWN else role}"


def _row_of_contact(role: Role) -> str:
    at_work = role in {Role.AGENT, Role.ELECTED, Role.PROFESSIONAL}
    return "contact:agent" if at_work else "contact:private"
