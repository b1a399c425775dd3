"""Whether a short text speaks of someone: the light means, no model.

Serves to tell a property that names a person from one that names nobody, and a bookmark or an
alternative text worth a warning from one that every office document has.
"""

import itertools
import re
from functools import cache

from redactor.detect.lexicon import fold_word, read_list
from redactor.paths import resource

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\+33|0033|0)\s?[1-9](?:[\s.-]?\d\d){4}(?!\d)")
_NIR = re.compile(r"(?<!\d)[12]\s?\d\d\s?(?:0[1-9]|1[0-2])\s?(?:\d\d|2[AB])\s?\d{3}\s?\d{3}")
_IBAN = re.compile(r"\bFR\d\d(?:\s?[\dA-Z]{4}){5}\s?[\dA-Z]{3}\b")
_CIVILITY = re.compile(
    r"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteur|Maître|Me)\s+"
    r"(?:(?:le|la|l['’])\s*)?(?=[A-ZÀ-Þ])(?P<name>[\w'’-]+)"
)
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’-][A-Za-zÀ-ÖØ-öø-ÿ]+)*")
#: What programs write where a name is asked for.
_NOBODY = frozenset(
    "anonymous unknown user utilisateur administrateur administrator admin microsoft office "
    "author auteur windows default owner python python-docx openpyxl libreoffice word excel "
    "writer unspecified untitled root pc hp dell".split()
)
#: Titles that « Madame » goes with, and that are no name.
_FUNCTIONS = frozenset(
    "maire ministre directeur directrice president presidente secretaire prefet prefete "
    "procureur procureure recteur rectrice conseiller conseillere chef responsable".split()
)


def names_someone(text: str) -> bool:
    """Whether the text holds a contact, a number of a person, or what reads as a name."""
    if any(pattern.search(text) for pattern in (EMAIL, _PHONE, _NIR, _IBAN)):
        return True
    return bool(people(text))


def people(text: str) -> list[str]:
    """What reads as names of people: civility and name, first name and surname."""
    found = [
        match.group()
        for match in _CIVILITY.finditer(text)
        if fold_word(match["name"]) not in _FUNCTIONS
    ]
    words = list(_WORD.finditer(text))
    for one, two in itertools.pairwise(words):
        if text[one.end() : two.start()].strip(" ,\t\u00a0\u202f"):
            continue
        if _is_name(one.group(), two.group()) or _is_name(two.group(), one.group()):
            found.append(text[one.start() : two.end()])
    return found


def of_author(text: str) -> bool:
    """The same for a field that asks for a person: one unusual word is enough."""
    words = [fold_word(word.group()) for word in _WORD.finditer(text)]
    words = [word for word in words if word not in _NOBODY]
    return names_someone(text) or (
        0 < len(words) <= 3 and any(word in _first_names() for word in words)
    )


def nobody(text: str) -> bool:
    """Whether a property holds only what programs write by themselves."""
    words = [fold_word(word.group()) for word in _WORD.finditer(text)]
    return all(word in _NOBODY for word in words)


def _is_name(first: str, last: str) -> bool:
    """First name known, surname with a capital and no common word's look."""
    return (
        first[0].isupper()
        and last[0].isupper()
        and len(last) > 2
        and fold_word(first) in _first_names()
        and fold_word(last) not in _first_names() - _surnames()
        and fold_word(last) not in _common()
    )


@cache
def _first_names() -> frozenset[str]:
    return read_list(resource("lists") / "prenoms.txt")


@cache
def _surnames() -> frozenset[str]:
    return read_list(resource("lists") / "noms.txt")


@cache
def _common() -> frozenset[str]:
    return read_list(resource("lists") / "mots.txt") - _surnames()
