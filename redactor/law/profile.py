"""Release profiles: what to do with each kind of mention, as data that a lawyer can edit.

The rows that all profiles share (name, ground, doctrine, source) are in
`resources/law/rows.toml`; what each profile does with them in `resources/profiles/*.toml`. A
profile of one's own may build on another (``extends = "tiers"``) and state its differences.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from redactor.law.categories import Category, Trait
from redactor.law.decisions import Decision, Default
from redactor.law.errors import (
    MissingRow,
    ProfileSyntax,
    UnknownEntry,
    UnknownProfile,
    WrongValue,
)
from redactor.law.mention import Mention
from redactor.law.rows import row_of
from redactor.law.words import mark
from redactor.paths import resource

PROFILES = ("tiers", "publication", "accord", "interesse")
"""The profiles that come with the program."""


@dataclass(frozen=True, slots=True)
class Row:
    """What every profile knows of a kind of mention."""

    name: str
    french: str
    english: str = ""
    ground: str = ""
    others: tuple[str, ...] = ()
    """Further grounds on which it may be occulted."""
    comment: str = ""
    source: str = ""


class Mark(StrEnum):
    """What stands in the place of an occulted text."""

    BOX = "box"
    LABEL = "label"


class Colour(StrEnum):
    BLACK = "black"
    GREY = "grey"


class Label(StrEnum):
    """What a mark says: the category (``[nom]``) or the ground (``[L.311-6 1°]``)."""

    CATEGORY = "category"
    GROUND = "ground"


class Changes(StrEnum):
    """What a redacted copy makes of tracked changes."""

    KEEP = "keep"
    ACCEPT = "accept"


class Mail(StrEnum):
    """What the redacted copy of an e-mail is: a message, or a PDF of it."""

    EML = "eml"
    PDF = "pdf"


class Comments(StrEnum):
    """What a redacted copy makes of comments."""

    KEEP = "keep"
    """They stay, redacted like any text."""
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Copies:
    """What a dossier, or a command, says of its copies; None where it is as the profile says."""

    changes: Changes | None = None
    comments: Comments | None = None
    mail: Mail | None = None


AS_PROFILE = Copies()


class UnknownParts(StrEnum):
    """What a redacted copy makes of a part that could not be read."""

    STOP = "stop"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of a profile that are not about one kind of mention."""

    mark: Mark = Mark.BOX
    colour: Colour = Colour.BLACK
    label: Label = Label.CATEGORY
    dropped: tuple[str, ...] = ()
    """Whole channels that the redacted copy leaves out, and the register lists."""
    second_reader: bool = False
    """Another person must confirm before a release."""
    pages_seen: bool = True
    """Every page must have been seen before a release."""
    changes: Changes = Changes.KEEP
    """What becomes of tracked changes, after what is occulted is gone from them."""
    unknown_parts: UnknownParts = UnknownParts.STOP
    """What becomes of a part of a file that no reader knows."""
    mail: Mail = Mail.EML
    """What an e-mail is released as."""
    ground_comments: bool = False
    """The audit copy of a Word file gives each ground in a comment too."""

    @property
    def comments(self) -> Comments:
        """What becomes of comments: they are one of the channels that may be left out."""
        return Comments.REMOVE if _COMMENT in self.dropped else Comments.KEEP

    def given(self, copies: Copies) -> "Options":
        """These options, with what is said of the copies."""
        comments = copies.comments or self.comments
        others = tuple(each for each in self.dropped if each != _COMMENT)
        return replace(
            self,
            changes=copies.changes or self.changes,
            mail=copies.mail or self.mail,
            dropped=(*others, _COMMENT) if comments is Comments.REMOVE else others,
        )


_COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Profile:
    """The defaults of decision of one kind of release."""

    name: str
    title: str
    english: str
    rows: Mapping[str, Row]
    decisions: Mapping[str, Decision]
    """Row → decision, for everyone's data but the person concerned's."""
    own: Mapping[str, Decision] = field(default_factory=dict)
    """Row → decision for the data of the person concerned; empty where that changes nothing."""
    grounds: Mapping[str, str] = field(default_factory=dict)
    """Row → ground, where this kind of release has its own."""
    ground: str = ""
    """The ground of the rows that have none."""
    options: Options = Options()

    def default(self, mention: Mention) -> Default:
        """What to propose for `mention`. A signal is always for a person to judge."""
        name = row_of(mention)
        row = self.rows[name]
        decisions = self.own if self.own and Trait.INTERESTED in mention.traits else self.decisions
        decision = Decision.REVIEW if mention.is_signal else decisions[name]
        ground = self.grounds.get(name) or row.ground or self.ground
        suggestions = tuple(dict.fromkeys(each for each in (ground, *row.others) if each))
        return Default(
            decision=decision,
            row=name,
            ground="" if decision is Decision.KEEP else ground,
            comment=row.comment,
            source=row.source,
            french=row.french,
            suggestions=suggestions,
        )

    def given(self, copies: Copies) -> "Profile":
        """This profile, with what is said of the copies."""
        return replace(self, options=self.options.given(copies))

    def changed(self, decisions: Mapping[str, Decision]) -> "Profile":
        """This profile with other decisions on some rows, as a dossier may want.

        Raises UnknownEntry for a row that does not exist.
        """
        for name in decisions:
            if name not in self.rows:
                raise UnknownEntry(file=self.name, line=0, name=name)
        return replace(
            self,
            decisions={**self.decisions, **decisions},
            own={**self.own, **decisions} if self.own else {},
        )

    def label(self, category: Category, ground: str) -> str:
        """What the reader meets in the place of a text: ``[nom]`` or ``[L.311-6 1°]``."""
        if self.options.label is Label.GROUND and ground:
            return f"[{ground}]"
        return mark(category)


def load(name_or_path: str | Path) -> Profile:
    """The profile of that name, or of that TOML file.

    Raises a `redactor.law.errors.ProfileError` that says which file, line and row is wrong.
    """
    if str(name_or_path) in PROFILES:
        return _bundled(str(name_or_path))
    path = Path(name_or_path)
    if path.suffix != ".toml" or not path.is_file():
        raise UnknownProfile(name=str(name_or_path), known=", ".join(PROFILES))
    return _read(path)


@cache
def _bundled(name: str) -> Profile:
    return _read(resource("profiles") / f"{name}.toml")


@cache
def rows() -> Mapping[str, Row]:
    """The rows that all profiles share, by name."""
    with (resource("law") / "rows.toml").open("rb") as file:
        entries = tomllib.load(file)
    return {
        name: Row(name, **{**entry, "others": tuple(entry.get("others", ()))})
        for name, entry in entries.items()
    }


_TEXTS = ("title", "english", "ground", "extends")
_TABLES = ("options", "decisions", "own", "grounds")
_Choice = TypeVar("_Choice", bound=StrEnum)


def _read(path: Path) -> Profile:
    file = _File(path)
    file.check_names((), file.data, (*_TEXTS, *_TABLES))
    texts = {name: file.text(name) for name in _TEXTS}
    for name in _TABLES:
        file.check_names((name,), file.table(name), _OPTIONS if name == "options" else rows())
    decisions, own = file.decisions("decisions"), file.decisions("own")
    grounds = {row: file.text("grounds", row) for row in file.table("grounds")}
    base = _base(file, texts["extends"])
    if base is not None:
        return replace(
            base,
            name=path.stem,
            title=texts["title"] or base.title,
            english=texts["english"] or base.english,
            decisions={**base.decisions, **decisions},
            own={**base.own, **own},
            grounds={**base.grounds, **grounds},
            ground=texts["ground"] or base.ground,
            options=file.options(base.options),
        )
    file.check_complete("decisions", decisions)
    if own:
        file.check_complete("own", own)
    return Profile(
        name=path.stem,
        title=texts["title"] or path.stem,
        english=texts["english"] or texts["title"] or path.stem,
        rows=rows(),
        decisions=decisions,
        own=own,
        grounds=grounds,
        ground=texts["ground"],
        options=file.options(Options()),
    )


def _base(file: "_File", name: str) -> Profile | None:
    """The bundled profile that a file builds on; only those, so no file can go in circles."""
    if not name:
        return None
    if name not in PROFILES:
        raise file.wrong(("extends",), name, PROFILES)
    return _bundled(name)


_OPTIONS = (
    "mark",
    "colour",
    "label",
    "dropped",
    "second_reader",
    "pages_seen",
    "changes",
    "unknown_parts",
    "mail",
    "ground_comments",
)


class _File:
    """A profile's TOML while it is checked: every error names its line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._source = path.read_text("utf-8-sig")
            self.data: dict[str, Any] = tomllib.loads(self._source)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise ProfileSyntax(file=str(path), what=str(error)) from error

    def table(self, name: str) -> Mapping[str, Any]:
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong((name,), value, (f"[{name}]",))
        return value

    def text(self, *where: str) -> str:
        value = self._value(where, "")
        if not isinstance(value, str):
            raise self.wrong(where, value, ('"…"',))
        return value

    def decisions(self, table: str) -> dict[str, Decision]:
        return {row: self._choice((table, row), Decision.KEEP) for row in self.table(table)}

    def options(self, base: Options) -> Options:
        return Options(
            mark=self._choice(("options", "mark"), base.mark),
            colour=self._choice(("options", "colour"), base.colour),
            label=self._choice(("options", "label"), base.label),
            dropped=self._texts(("options", "dropped"), base.dropped),
            second_reader=self._flag(("options", "second_reader"), base.second_reader),
            pages_seen=self._flag(("options", "pages_seen"), base.pages_seen),
            changes=self._choice(("options", "changes"), base.changes),
            unknown_parts=self._choice(("options", "unknown_parts"), base.unknown_parts),
            mail=self._choice(("options", "mail"), base.mail),
            ground_comments=self._flag(("options", "ground_comments"), base.ground_comments),
        )

    def check_names(
        self, where: tuple[str, ...], found: Iterable[str], known: Iterable[str]
    ) -> None:
        for name in found:
            if name not in known:
                line = self._line((*where, name))
                raise UnknownEntry(file=str(self._path), line=line, name=name)

    def check_complete(self, table: str, decisions: Mapping[str, Decision]) -> None:
        for row in rows():
            if row not in decisions:
                raise MissingRow(file=str(self._path), table=table, row=row)

    def wrong(self, where: tuple[str, ...], value: object, allowed: Iterable[str]) -> WrongValue:
        return WrongValue(
            file=str(self._path),
            line=self._line(where),
            name=where[-1],
            value=str(value),
            allowed=", ".join(allowed),
        )

    def _value(self, where: tuple[str, ...], default: object) -> object:
        if len(where) == 1:
            return self.data.get(where[0], default)
        return self.table(where[0]).get(where[1], default)

    def _choice(self, where: tuple[str, ...], default: _Choice) -> _Choice:
        value = self._value(where, default)
        kind = type(default)
        try:
            return kind(str(value))
        except ValueError:
            raise self.wrong(where, value, [each.value for each in kind]) from None

    def _flag(self, where: tuple[str, ...], default: bool) -> bool:
        value = self._value(where, default)
        if not isinstance(value, bool):
            raise self.wrong(where, value, ("true", "false"))
        return value

    def _texts(self, where: tuple[str, ...], default: tuple[str, ...]) -> tuple[str, ...]:
        value = self._value(where, list(default))
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(where, value, ('["…", "…"]',))
        return tuple(value)

    def _line(self, where: tuple[str, ...]) -> int:
        """The line of an entry, 0 where it is written in a way not looked for."""
        section = ""
        for number, line in enumerate(self._source.splitlines(), 1):
            if header := re.match(r"\s*\[([^\]]+)\]", line):
                section = header[1].strip()
                if where == (section,):
                    return number
            entry = re.match(r"""\s*(["']?)([^"'=\s]+)\1\s*=""", line)
            if entry and (section, entry[2]) == ("" if len(where) == 1 else where[0], where[-1]):
                return number
        return 0
