"""Categories and roles: the words in which a mention is put to the law.

The values are part of the command's JSON (DESIGN, « The command »).
"""

from enum import StrEnum
from functools import lru_cache


class Category(StrEnum):
    """What a mention is. The second group are signals: a sentence to look at."""

    PERSON = "person"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    AGE = "age"
    NIR = "nir"
    TAX_ID = "tax_id"
    ACCOUNT_ID = "account_id"
    CASE_ID = "case_id"
    IDENTITY_DOCUMENT = "identity_document"
    LICENCE_PLATE = "licence_plate"
    IBAN = "iban"
    BANK_CARD = "bank_card"
    INCOME = "income"
    USERNAME = "username"
    IP_ADDRESS = "ip_address"
    SECRET = "secret"
    URL_TOKEN = "url_token"
    COMPANY = "company"
    COMPANY_ID = "company_id"
    HANDWRITTEN_SIGNATURE = "handwritten_signature"
    IMAGE = "image"
    MASK = "mask"
    CUSTOM = "custom"
    """What a person added, or a list of the dossier asked for, without saying more."""
    OUT_OF_SCOPE = "out_of_scope"

    FAMILY = "family"
    HEALTH = "health"
    APPRAISAL = "appraisal"
    CONDUCT = "conduct"
    UNION = "union"
    SPECIAL_CATEGORY = "special_category"
    COMPLAINT = "complaint"
    PAY = "pay"
    LEAVE = "leave"
    CAREER = "career"
    TRADE_SECRET = "trade_secret"
    PROCEEDINGS = "proceedings"
    INVESTIGATION = "investigation"


SIGNALS = frozenset(
    {
        Category.FAMILY,
        Category.HEALTH,
        Category.APPRAISAL,
        Category.CONDUCT,
        Category.UNION,
        Category.SPECIAL_CATEGORY,
        Category.COMPLAINT,
        Category.PAY,
        Category.LEAVE,
        Category.CAREER,
        Category.TRADE_SECRET,
        Category.PROCEEDINGS,
        Category.INVESTIGATION,
    }
)


#: What a page shows beside its text, by kind as formats name it.
SHOWN = {
    "handwritten_signature": Category.HANDWRITTEN_SIGNATURE,
    "stamp": Category.IMAGE,
    "photograph": Category.IMAGE,
    "qr_code": Category.IMAGE,
    "data_matrix": Category.IMAGE,
    "machine_readable_zone": Category.IDENTITY_DOCUMENT,
}


class Role(StrEnum):
    """Who the person of a mention is, in that mention."""

    AGENT = "agent"
    ELECTED = "elected"
    PRIVATE = "private"
    DEMANDEUR = "demandeur"
    PROFESSIONAL = "professional"
    UNKNOWN = "unknown"


class Trait(StrEnum):
    """What else the law asks of a mention than its category and role."""

    FUNCTIONAL = "functional"
    """A contact of a service, not of a person."""
    PRADA = "prada"
    """The contact of the person responsible for access: never private."""
    SIGNATORY = "signatory"
    NEGOTIATOR = "negotiator"
    EXPOSED_AGENT = "exposed_agent"
    COMPLAINANT = "complainant"
    WHISTLEBLOWER = "whistleblower"
    DECEASED = "deceased"
    MINOR = "minor"
    INTERESTED = "interested"
    """Names the person concerned, to whom the document goes (profile `interesse`)."""
    LEGAL_PERSON = "legal_person"
    INDIVIDUAL_PAY = "individual_pay"


@lru_cache
def shared(traits: frozenset[Trait]) -> frozenset[Trait]:
    """The same set for equal ones: an empty one of its own took 216 bytes of each mention."""
    return traits
