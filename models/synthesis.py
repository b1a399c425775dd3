"""Turns templates into annotated text: `templates/README.md` gives the notation."""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from models.draws import DRAWS
from models.names.pools import People, Person, fold

FOLDER = Path(__file__).parent / "templates"
_TOKEN = re.compile(r"\[\[(?P<who>.*?)\]\]|\{(?P<slot>[^{}]*)\}", re.DOTALL)
_NUMBERED = re.compile(r"(?P<name>\D+?)(?P<number>\d*)")

#: Usual forms of a name, with how often each is drawn.
FORMS: dict[str, tuple[tuple[str, int], ...]] = {
    "personne": (
        ("{Prénom} {Nom}", 36),
        ("{Prénom} {NOM}", 26),
        ("{NOM} {Prénom}", 18),
        ("{P}. {Nom}", 4),
        ("{P}. {NOM}", 4),
        ("{PRÉNOM} {NOM}", 5),
        ("{NOM} {PRÉNOM}", 3),
        ("{Nom} {Prénom}", 3),
        ("{NOM} {P}.", 1),
    ),
    "civil": (
        ("{Nom}", 26),
        ("{NOM}", 20),
        ("{Prénom} {Nom}", 22),
        ("{Prénom} {NOM}", 16),
        ("{NOM} {Prénom}", 8),
        ("{P}. {NOM}", 4),
        ("{P}. {Nom}", 4),
    ),
    "patronyme": (("{Nom}", 60), ("{NOM}", 40)),
    "prénom": (("{Prénom}", 92), ("{PRÉNOM}", 8)),
    "inversé": (("{NOM} {Prénom}", 75), ("{Nom} {Prénom}", 15), ("{NOM} {PRÉNOM}", 10)),
    "capitales": (("{PRÉNOM} {NOM}", 60), ("{NOM} {PRÉNOM}", 40)),
}


#: What stands between the names of a run, with how often.
SEPARATORS = (
    (", ", 55),
    (" ; ", 8),
    ("\n", 15),
    (" - ", 8),
    ("\n- ", 6),
    (" / ", 4),
    ("\t", 4),
    (" – ", 5),
    (" + ", 2),
)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and its spans (start, end, label), in order, without overlap."""

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """One line of a template file."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class WordList:
    """Values of a slot; `label` is what they are (`LOC`, `ORG`, `MISC`) or nothing."""

    values: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """The templates of one kind of writing, with the share of it that is drawn."""

    name: str
    weight: float
    templates: tuple[Template, ...]


def _lines(path: Path) -> tuple[dict[str, str], list[str]]:
    settings: dict[str, str] = {}
    lines = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            key, colon, value = line[1:].partition(":")
            if colon:
                settings[key.strip()] = value.strip()
        elif line.strip():
            lines.append(line)
    return settings, lines


def load_styles(folder: Path = FOLDER) -> tuple[Style, ...]:
    """Every `templates/*.txt`."""
    styles = []
    for path in sorted(folder.glob("*.txt")):
        settings, lines = _lines(path)
        templates = tuple(Template(line, path.stem) for line in lines)
        styles.append(Style(path.stem, float(settings.get("weight", "1")), templates))
    return tuple(styles)


def load_lists(folder: Path = FOLDER / "lists") -> dict[str, WordList]:
    """Every `templates/lists/*.txt`, by its file's name, which is the slot's."""
    lists = {}
    for path in sorted(folder.glob("*.txt")):
        settings, lines = _lines(path)
        lists[path.stem] = WordList(tuple(lines), settings.get("label", ""))
    return lists


@dataclass(slots=True)
class _Scope:
    """The people of one template or value: a number names the same one throughout.

    Without a number it is one inside a name, somebody else each time outside of names.
    """

    people: People
    inside: bool = False
    known: dict[str, Person] = field(default_factory=dict)

    def person(self, number: str) -> Person:
        if not number and not self.inside:
            return self.people.person()
        if number not in self.known:
            self.known[number] = self.people.person()
        return self.known[number]


class _Buffer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.spans: list[tuple[int, int, str]] = []

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def close(self, start: int, label: str) -> None:
        """Labels what was added since `start`; it swallows what was labelled inside."""
        self.spans = [s for s in self.spans if s[1] <= start]
        if label and self.length > start:
            self.spans.append((start, self.length, label))


class Synthesis:
    """Fills templates. The same seed gives the same texts."""

    def __init__(self, rng: random.Random, people: People | None = None) -> None:
        self._rng = rng
        self._people = people or People(rng)
        self._lists = load_lists()

    def fill(self, template: str) -> Annotated:
        """One text of a template. Raises KeyError for a slot that does not exist."""
        buffer = _Buffer()
        self._write(
            template.replace("\\n", "\n").replace("\\t", "\t"), buffer, _Scope(self._people)
        )
        return Annotated("".join(buffer.parts), tuple(buffer.spans))

    def _write(self, template: str, out: _Buffer, scope: _Scope) -> None:
        position = 0
        for match in _TOKEN.finditer(template):
            out.add(template[position : match.start()])
            position = match.end()
            if match["who"] is not None and match["who"].endswith("*"):
                self._write_people(match["who"].removesuffix("*"), out)
            elif match["who"] is not None:
                start = out.length
                self._write_person(match["who"], out, scope)
                out.close(start, "PER")
            else:
                self._write_slot(match["slot"], out, scope)
        out.add(template[position:])

    def _write_people(self, form: str, out: _Buffer) -> None:
        """A run of people in one form, between separators of one kind."""
        rng = self._rng
        if form in FORMS:
            choices = FORMS[form]
            form = rng.choices([f for f, _ in choices], [w for _, w in choices])[0]
        between = rng.choices([s for s, _ in SEPARATORS], [w for _, w in SEPARATORS])[0]
        count = rng.randint(2, 9)
        for number in range(count):
            if number:
                out.add(
                    " et "
                    if between == ", " and number == count - 1 and rng.random() < 0.5
                    else between
                )
            start = out.length
            self._write_person(form, out, _Scope(self._people, inside=True))
            out.close(start, "PER")

    def _write_person(self, form: str, out: _Buffer, scope: _Scope) -> None:
        named = _NUMBERED.fullmatch(form)
        if named and named["name"] in FORMS:
            choices = FORMS[named["name"]]
            form = self._rng.choices([f for f, _ in choices], [w for _, w in choices])[0]
            form = form.replace("}", named["number"] + "}")
        if not re.search(r"\d\}", form):  # not numbered: somebody new
            scope = _Scope(self._people, inside=True)
        self._write(form, out, scope)

    def _write_slot(self, slot: str, out: _Buffer, scope: _Scope) -> None:
        if "|" in slot:
            self._write(self._rng.choice(slot.split("|")), out, scope)
            return
        match = _NUMBERED.fullmatch(slot)
        if not match:
            raise KeyError(slot)
        name, number = match["name"], match["number"]
        if name in DRAWS:
            out.add(DRAWS[name](self._rng))
        elif name in self._lists:
            words = self._lists[name]
            start = out.length
            self._write(self._rng.choice(words.values), out, _Scope(self._people))
            if words.label:
                out.close(start, words.label)
        else:
            out.add(_part_of_name(name, scope.person(number), self._rng))


def _part_of_name(part: str, person: Person, rng: random.Random) -> str:
    first, last = person.first, person.last
    plain = re.sub(r"[^a-z]+", "-", fold(first)), re.sub(r"[^a-z]+", "-", fold(last))
    match part:
        case "Prénom":
            return first
        case "PRÉNOM":
            return first.upper()
        case "prénom":
            return first.lower()
        case "Nom":
            return last
        case "NOM":
            return last.upper()
        case "nom":
            return last.lower()
        case "P":
            return _initials(first)
        case "p":
            return plain[0][0]
        case "N":
            return last[0].upper()
        case "adel":
            host = rng.choice(
                ("gouv.fr", "orange.fr", "mairie-exemple.fr", "example.org", "chu.fr")
            )
            return f"{plain[0]}.{plain[1]}@{host}"
        case "compte":
            return rng.choice((plain[0][0] + plain[1], f"{plain[0]}.{plain[1]}", plain[1]))
        case _:
            raise KeyError(part)


def _initials(first: str) -> str:
    """« Jean-Pierre » → « J.-P » (the last dot is the template's)."""
    return ".-".join(w[0].upper() for w in first.split("-") if w)
