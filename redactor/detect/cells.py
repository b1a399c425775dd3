"""What a column, a field or a key says of its values: `resources/rules/columns.toml`.

The same entry reads a table's header (« Date de naissance »), a database's column
(`DT_NAISS_ENF`) and a key of JSON or XML (`birthDate`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from redactor.detect.dates import BIRTH
from redactor.detect.found import Found
from redactor.detect.lexicon import Known, fold_word
from redactor.detect.names import Trust
from redactor.detect.reader import NameReader
from redactor.detect.rules import spaces
from redactor.detect.secret_rules import is_secret_name, is_secret_value
from redactor.detect.whose import is_of_service
from redactor.law.categories import Category
from redactor.paths import resource

_DATE = re.compile(
    rf"{BIRTH}|(?<![\d/.-])(?:19|20)\d\d(?![\d/.-])|(?<!\d)[0-3]\d[01]\d{{3}}(?!\d)|"
    r"\d{2}-[A-Z]{3}-\d{2,4}(?!\d)",
    re.I,
)
# « p.kerlann »: an account in a field for a person
_LOGIN = re.compile(r"[a-zà-ÿœ]{1,2}[._][a-zà-ÿœ-]{3,}")
_ACCOUNT = re.compile(r"[a-z]{5,20}\d{0,2}")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_MARKS = re.compile(r"[\W_]+")
# What numbers the people of a table or of a list: « id », « Réf. », « N° demande ».
_NUMBER = re.compile(r"(?:id|ref|reference|num|numero|no|n|code|key|uid)(?: [a-z]+){0,2}")
_LETTERED = re.compile(r"[A-Z]{1,5}[-_ ]?[\dA-Z-]+|\d+[A-Z]{1,3}")
# « CNI 140359201884 », « passeport 17CK44092 »: what the number is, before it
_KIND = re.compile(r"[^\W\d_]{3,10}[ ](?=[A-Z\d]{7,}$)")
#: What a column of an address holds that is no part of one.
_NO_PART = re.compile(
    r"(?:inconnue?|idem|sans|neant|nc|null|sdf|secrete?|attente|oui|non|npai|date|a jour)(?!\w).*"
)
#: The number of a permit to build: the file of a place, which anyone may read.
_PERMIT = re.compile(r"(?:PC|PA|PD|DP|CU[ab]?|AT|DIA)[ ]?\d{3}")
#: What a home without a number begins with, in a column of addresses.
_PLACED = re.compile(
    r"(?:quartier|hameau|lieu[ -]?dit|ld|chemin|chem?|rue|route|rte|impasse|imp|allees?|avenue|av"
    r"|boulevard|bd|place|pl|residence|res|batiment|bat|immeuble|lotissement|lot|villa|ferme"
    r"|domaine|mas|cite|clos|bourg|chez)\b\.? ?\w"
)
# The columns of an address beside that of its street: number, complement, code, town.
_TOWN = re.compile(
    r"(?:(?:lib|libelle|code|nom) )?(?:(?:code ?postal|cp|insee)(?: (?:et )?(?:ville|commune))?"
    r"|postal code|zip(?: ?code)?|ville|commune|localite|city|bureau ?distrib\w*|cpville)"
    r"(?: (?:resid\w*|dom\w*|perso|actuelle|l?\d))?"
)
_PART = re.compile(
    r"(?:(?:lib|libelle|type|typ|nom|num|numero|no|n|compl|cplt?|complement)(?: (?:de |d )?)?)?"
    r"(?:voie|rue|lieu ?dit|ld|adr|adresse|addr|etage|bat\w*|appt?|appartement|escalier|porte)"
    r"(?: ?l?\d| \w{1,8})?|compl\w*|cplt|bis ter|btq|"
    r"(?:ligne|line|adr|addr|address|adresse) ?l?\d|typ ?voie|lib ?voie"
)
#: Beside a column of ways, that of the houses' numbers.
_HOUSE = re.compile(r"num|numero|no|n|num(?:ero)? voie|rep|indice rep\w*")
#: A column of ways alone is one of roads, where no one lives.
_ROADS = re.compile(r"(?:voies?|rues?)", re.I)


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """One entry of `columns.toml`."""

    category: Category
    pattern: re.Pattern[str]
    keys: re.Pattern[str] | None
    why: str
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()
    part: bool = False
    """Whether it holds a part of an address, which only the others show to be one."""
    numbers: bool = False
    """Whether it only numbers people, and a short number says nothing of one."""


def load_columns() -> tuple[ColumnRule, ...]:
    """The columns file, compiled."""
    with (resource("rules") / "columns.toml").open("rb") as file:
        data = tomllib.load(file)
    owner = "|".join(data["owners"])
    return tuple(
        ColumnRule(
            Category(entry["category"]),
            re.compile(
                rf"(?:{'|'.join(map(spaces, entry['cues']))})[ ]*(?:\([^)]*\))?[ :*]*", re.I
            ),
            re.compile(rf"(?:(?:{owner})[ ])*(?:{'|'.join(entry['keys'])})(?:[ ](?:{owner}|\d))*")
            if "keys" in entry
            else None,
            entry["why"],
            tuple(entry["examples"]),
            tuple(entry["counter"]),
        )
        for entry in data["column"]
    )


def load_things() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The headers of columns of things, and those that make « Nom » one."""
    with (resource("rules") / "columns.toml").open("rb") as file:
        data = tomllib.load(file)
    one, two = (re.compile("|".join(map(spaces, data[k])), re.I) for k in ("things", "of_things"))
    return one, two


def key_words(key: str) -> str:
    """A program's name for a field, in words: ``dateNaissance``, ``DT_NAISS`` → « dt naiss »."""
    return _MARKS.sub(" ", fold_word(_HUMP.sub(" ", key))).strip()


#: What a table of things has no column of.
_OF_PEOPLE = frozenset(
    (Category.LICENCE_PLATE, Category.BIRTH_DATE, Category.ADDRESS, Category.NIR, Category.IBAN)
)


class Cells:
    """Knows columns by their names, and reads their cells."""

    def __init__(self, reader: NameReader, civility: re.Pattern[str]) -> None:
        self.reader = reader
        self.civility = civility
        self.rules = load_columns()
        account = next(r for r in self.rules if r.category is Category.ACCOUNT_ID)
        self.numbered = replace(account, numbers=True)
        self._address = next(r for r in self.rules if r.category is Category.ADDRESS)
        self._secret = next(r for r in self.rules if r.category is Category.SECRET)
        self._things, self._of_things = load_things()
        self._thing = replace(account, category=Category.OUT_OF_SCOPE)

    def of_header(self, label: str) -> ColumnRule | None:
        """The rule of a column by the cell at its head."""
        rule = next((r for r in self.rules if r.pattern.fullmatch(label)), None)
        return rule or self.of_key(label)

    def of_key(self, key: str) -> ColumnRule | None:
        """The rule of a field by the name that a program gives it."""
        words = key_words(key)
        rule = next((r for r in self.rules if r.keys and r.keys.fullmatch(words)), None)
        return rule or (self._secret if is_secret_name(key) else None)

    def of_things(
        self, labels: Mapping[int, str], columns: Mapping[int, tuple[ColumnRule, str]]
    ) -> dict[int, tuple[ColumnRule, str]]:
        """The columns under whose headers no person stands; `columns` are those that are known."""
        # « Plaque ; Nom ; Voie ; Tarif »: of people
        inventory = any(map(self._of_things.fullmatch, labels.values())) and not any(
            rule.category in _OF_PEOPLE for rule, _ in columns.values()
        )
        return {
            n: (self._thing, label)
            for n, label in labels.items()
            if self._things.fullmatch(label)
            or (inventory and label.lower() in ("nom", "noms", "intitulé"))
        }

    def with_parts(
        self, columns: Mapping[int, tuple[ColumnRule, str]], labels: Mapping[int, str]
    ) -> dict[int, tuple[ColumnRule, str]]:
        """The columns, that of a number beside people, and those of the code and the town
        beside one of addresses."""
        if any(rule.category is Category.PERSON for rule, _ in columns.values()):
            numbers = {n for n, label in labels.items() if _NUMBER.fullmatch(key_words(label))}
            columns = {**{n: (self.numbered, labels[n]) for n in numbers}, **columns}
        return self._with_address(columns, labels)

    def _with_address(
        self, columns: Mapping[int, tuple[ColumnRule, str]], labels: Mapping[int, str]
    ) -> dict[int, tuple[ColumnRule, str]]:
        """The columns, each part of an address among them: a street shows that of the code and
        the town, and these show theirs."""
        words = {n: key_words(label) for n, label in labels.items()}
        towns = {n for n, label in words.items() if _TOWN.fullmatch(label)}
        parts = {n for n, label in words.items() if _PART.fullmatch(label)}
        if any("voie" in label for label in words.values()):
            parts |= {n for n, label in words.items() if _HOUSE.fullmatch(label)}
        streets = {n for n, (rule, _) in columns.items() if rule.category is Category.ADDRESS}
        named = any(rule.category is Category.PERSON for rule, _ in columns.values())
        if not towns and not named:
            streets -= {n for n in streets if _ROADS.fullmatch(labels[n])}
            columns = {
                n: column
                for n, column in columns.items()
                if column[0].category is not Category.ADDRESS or n in streets
            }
        if not streets and not (len(towns) > 1 and len(parts) > 1):
            return dict(columns)
        rule = replace(self._address, part=True)
        beside = {n: (rule, labels[n]) for n in towns | parts}
        return {**columns, **{n: c for n, c in beside.items() if self._is_free(columns.get(n))}}

    @staticmethod
    def _is_free(column: tuple[ColumnRule, str] | None) -> bool:
        """Whether a column says nothing surer than that it is one of an address."""
        return column is None or column[0].numbers

    def of_part(self, key: str) -> ColumnRule | None:
        """The rule of a field that holds a part of an address, beside others that do."""
        words = key_words(key)
        if any(part.fullmatch(words) for part in (_TOWN, _PART, _HOUSE)):
            return replace(self._address, part=True)
        return None

    def read(
        self,
        text: str,
        low: int,
        high: int,
        rule: ColumnRule,
        label: str,
        *,
        exact: bool = False,
    ) -> Iterator[Found]:
        """What the cell `low:high` of a known column holds. `exact`: a program wrote the value,
        and no one a remark in its place."""
        low += len(text[low:high]) - len(text[low:high].lstrip(" \t\"'"))
        high = low + len(text[low:high].rstrip(" \t\n\"'"))
        if low >= high:
            return
        why = rule.why.format(cue=label.strip(" :*\"'"))
        if rule.category is Category.OUT_OF_SCOPE:
            yield Found(low, high, rule.category, "table:thing", why, 1.0)
        elif rule.category is Category.PERSON and (
            _LOGIN.fullmatch(text, low, high) or self._is_account(text[low:high])
        ):
            yield Found(low, high, Category.PERSON, "rule:login", why, 0.85)
        elif rule.category is Category.PERSON and exact and "''" in text[low:high]:
            # « N''Guessan », as a statement doubles an apostrophe
            yield Found(low, high, Category.PERSON, "table:person", why, 0.9)
        elif rule.category is Category.PERSON:
            yield from self._people(text, low, high, why)
        elif rule.category is Category.BIRTH_DATE:
            for match in _DATE.finditer(text, low, high):
                if match.group().startswith(("1900-01-01", "01/01/1900", "0000")):
                    continue  # what a program writes for no date
                yield Found(*match.span(), rule.category, "table:birth_date", why, 0.95)
        elif (
            rule.part
            and self._is_part(text[low:high])
            and not is_of_service(text[text.rfind("\n", 0, low) + 1 : low])
        ) or self._holds(text, low, high, rule, exact=exact):
            if rule.category is Category.ACCOUNT_ID and (kind := _KIND.match(text, low, high)):
                low = kind.end()
            yield Found(low, high, rule.category, f"table:{rule.category}", why, 0.9)

    def _is_part(self, value: str) -> bool:
        """A code, a town, a number: « attente », which a comma too many put there, is none."""
        if len(value) > 60 or "@" in value or _NO_PART.match(fold_word(value)):
            return False
        return value[0].isdigit() or value[0].isupper() or self._is_placed(value)

    def _is_placed(self, value: str) -> bool:
        folded = fold_word(value)
        return _PLACED.match(folded) is not None or folded in self.reader.lexicon.places

    def _holds(self, text: str, low: int, high: int, rule: ColumnRule, *, exact: bool) -> bool:
        """Whether a cell looks like what its column says."""
        value = text[low:high]
        digits = sum(map(str.isdigit, value))
        match rule.category:
            case Category.ADDRESS:
                row = text[text.rfind("\n", 0, low) + 1 : low]
                # « CCAS de Kerlann | 1 rue du Pont »
                placed = digits > 0 or value[0].isupper() or self._is_placed(value)
                if _NO_PART.match(fold_word(value)) or _DATE.fullmatch(value):
                    return False
                return len(value) >= 4 and placed and not is_of_service(row)
            case Category.BIRTH_PLACE:
                return any(map(str.isalpha, value))
            case Category.SECRET:
                return is_secret_value(value) and (exact or not self._is_plain(value))
            case Category.USERNAME:
                spaced = re.search(r"\s", value) is not None
                return (
                    len(value) > 2 and not spaced and "@" not in value and not self._is_plain(value)
                )
            case Category.CASE_ID:
                return digits >= 3 and not _PERMIT.match(value)
            case _ if rule.numbers:
                return digits > 5 or (digits > 3 and _LETTERED.fullmatch(value) is not None)
            case _:
                return digits >= 3

    def _is_account(self, value: str) -> bool:
        """« pkerlann »: one word in small letters that no list holds."""
        return bool(_ACCOUNT.fullmatch(value)) and not self.reader.lexicon.of(value)

    def _is_plain(self, value: str) -> bool:
        """« oublié », « actif »: a word about the value, not the value."""
        return value.isalpha() and Known.WORD in self.reader.lexicon.of(value)

    def _people(self, text: str, low: int, high: int, why: str) -> Iterator[Found]:
        title = self.civility.match(text, low, high)
        start = title.end() if title else low
        while start < high:
            name = self.reader.read(text, start, high, Trust.STRONG, small=True, lines=False)
            if name is None:
                return
            whole = not any(map(str.isalpha, text[name.end : high]))
            if whole or name.is_supported:
                yield Found(
                    name.start, name.end, Category.PERSON, "table:person", why,
                    0.95 if whole else 0.8,
                )  # fmt: skip
            rest = re.match(r"\s*(?:[,;/]|et\b)\s*", text[name.end : high])
            if not rest:
                return
            start = name.end + rest.end()
