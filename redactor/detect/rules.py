"""The rules of `resources/rules/persons.toml`: cues beside which names stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redactor.detect.enumerations import read_list
from redactor.detect.found import Found
from redactor.detect.lexicon import Known
from redactor.detect.names import PARTICLES, UPPER, WORD, Name, Token, Trust
from redactor.detect.reader import NameReader
from redactor.law.categories import Category, Role, Trait
from redactor.paths import resource

_ALONE = re.compile(r"[ ]*(?:,[^\n]*|\([^\n]*\)|[-–/|][^\n]*|\.)?[ ]*(?=\n|$)")
# One person follows; after « Mmes », « MM. » comes a list.
_SINGLE = re.compile(
    r"M\.?|M[mM][eE]\.?|M[lL][lL][eE]|Mr\.?|Monsieur|Madame|Mademoiselle|MADAME|"
    r"MONSIEUR|MADEMOISELLE|madame|monsieur|mademoiselle|Me|Dr\.?|Pr\.?|"
    r"[dD]octeure?|DOCTEUR|[mM]aître|MAÎTRE|MAITRE|Professeure?|Vve|Veuve|Feue?|Mgr|"
    r"M"
)
# The initial, a dot, the surname, and nothing of an address around it.
_LOGIN = re.compile(
    r"(?<![\w.@-])(?:[a-z]{1,2}[._](?P<name>[a-zà-ÿœ][a-zà-ÿœ-]{2,})|"
    r"(?P<turned>[a-zà-ÿœ][a-zà-ÿœ-]{2,})[._][a-z]{1,2})(?![\w.@-])"
)
_IN_TAG = re.compile(r"<[a-z][^<>\n]*\Z")
# « Dampvalley les Colombe »: towns are written so, with or without accent and hyphens
_TOWN = re.compile(
    rf"(?<![\w'-])(?!(?:Chez|Avec|Contre|Entre|Pour|Que|Voir|Vue?|Dans|Et|Sur|Tous|Par|Près|Mes|Vos)"
    rf"[ ])[{UPPER}][\w'-]*[ ]$"
)
_MAX_BLANKS = 4
# What stands between a title and a name; OCR leaves it out: « Mme.KERLANN ».
_GLUED = rf"(?:[ \n]+|(?<=\.)(?=[{UPPER}][^\W\d_]{{2}}))"
# « M. et Mme Da Cunha / Villanova »
_SLASH = re.compile(rf"[ ]?/[ ]?(?=[{UPPER}])")


@dataclass(frozen=True, slots=True)
class PersonRule:
    """One entry of the file, compiled."""

    id: str
    kind: str
    pattern: re.Pattern[str]
    folded: bool
    """Whether the pattern reads the text in small letters: in half the time, for `re.I` keeps
    the engine from passing over what cannot begin a cue."""
    trust: Trust
    many: bool
    one_line: bool
    small: bool
    """Whether names in small letters are read: « mr ruffat »."""
    needs: tuple[str, ...]
    """Small letters of which a text holds some wherever the rule can match; empty: any text."""
    confidence: float
    why: str
    role: Role
    traits: frozenset[Trait]
    examples: tuple[str, ...]
    counter: tuple[str, ...]


def load_rules(path: Path | None = None) -> tuple[tuple[PersonRule, ...], re.Pattern[str]]:
    """The rules and the pattern of civilities. Raises ValueError naming a wrong entry."""
    with (path or resource("rules") / "persons.toml").open("rb") as file:
        data = tomllib.load(file)
    titles = "|".join(data["civility"]["cues"])
    # A title is written with a capital, or all in capitals; "ma dame" and "me" are not titles.
    civility = re.compile(rf"(?<![\w'-])(?:{_cased(titles)})(?![\w']){_GLUED}", re.M)
    return tuple(_compile(entry, titles) for entry in data["rule"]), civility


def spaces(cue: str) -> str:
    """A cue as written in a data file: any white space for a space, accents left out or not."""
    loose = _CLASS_OR_ACCENT.sub(lambda m: _ACCENTS.get(m.group(), m.group()), cue)
    loose = re.sub(r"(?<![\[\w])([nN])°", r"\1[°º]", loose)
    return loose.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,4}")


# Runs of lines that hold what ends a label.
_LABEL_LINES = re.compile(r"^(?:[^\n]*[:：=\t][^\n]*(?:\n|\Z))+", re.M)
_ACCENTS = {c: f"[{c}{bare}]" for c, bare in zip("éèêàâîôûçÉÈÊÀÇ", "eeeaaioucEEEAC", strict=True)}
_CLASS_OR_ACCENT = re.compile(r"\[[^\]]*\]|[éèêàâîôûçÉÈÊÀÇ]")


def _cased(titles: str) -> str:
    return (
        f"{titles}|MADAME|MONSIEUR|MME|MLLE|MAÎTRE|MAITRE|MESDAMES|MESSIEURS|DOCTEUR|MADEMOISELLE"
    )


def _compile(entry: dict[str, object], titles: str) -> PersonRule:
    try:
        cues = "|".join(spaces(str(cue)) for cue in entry["cues"])  # type: ignore[attr-defined]
        kind = str(entry["kind"])
        folded = cues == cues.lower() and "(?-i" not in cues and cues != "@civility"
        flags = re.M if folded else re.I | re.M
        if cues == "@civility":
            pattern = re.compile(rf"(?<![\w'-])(?P<cue>{_cased(titles)})(?![\w']){_GLUED}", re.M)
        elif kind == "after":
            pattern = re.compile(
                rf"(?<![\w'-])(?P<cue>{cues})(?<!\s)"
                rf"(?:\s{{0,3}}:\s{{0,4}}|[ \n]{{1,4}}|(?<=['(«“\"]))",
                flags,
            )
        elif kind == "label":
            pattern = re.compile(
                rf"(?<![\w'-])(?P<cue>{cues})[ ]*(?:\([^)\n]{{1,30}}\)[ ]*)?"
                rf"(?:[:：=][ ]*\n?[ ]*[\"']?|[ ]*\t[ ]*(?:\|[ ]*)?)",
                flags,
            )
        elif kind == "line":
            pattern = re.compile(rf"^[ >]*(?P<cue>{cues})[ ]*[,.:!]?[ ]*$", flags)
        elif kind == "logins":
            pattern = re.compile(rf"^[ >]*(?P<cue>{cues})[ ]*:[ ]*(?=\S)", flags)
        elif kind == "before":
            pattern = re.compile(rf"(?P<cue>{cues})", flags)
        else:
            raise ValueError(f"unknown kind {kind}")
        return PersonRule(
            id=str(entry["id"]),
            kind=kind,
            pattern=pattern,
            folded=folded,
            trust=Trust(entry["trust"]),
            many=bool(entry.get("list", False)),
            one_line=entry.get("list") == "line",
            small=bool(entry.get("small", False)),
            needs=tuple(entry.get("needs", ())),  # type: ignore[arg-type]
            confidence=float(str(entry["confidence"])),
            why=str(entry["why"]),
            role=Role(str(entry.get("role", "unknown"))),
            traits=frozenset(Trait(t) for t in entry.get("traits", ())),  # type: ignore[attr-defined]
            examples=tuple(entry["examples"]),  # type: ignore[arg-type]
            counter=tuple(entry["counter"]),  # type: ignore[arg-type]
        )
    except (KeyError, ValueError, re.error) as error:
        raise ValueError(f"persons.toml, rule {entry.get('id')}: {error}") from error


def _beside_labels(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold what ends a label, with the line above, where the label may begin, and
    the line below, where the name may: few in a text of sentences."""
    for lines in _LABEL_LINES.finditer(text):
        below = text.find("\n", lines.end())
        yield (
            text.rfind("\n", 0, max(lines.start() - 1, 0)) + 1,
            len(text) if below < 0 else below,
        )


class PersonRules:
    """Applies every rule to a text."""

    def __init__(self, reader: NameReader) -> None:
        self.reader = reader
        self.rules, self.civility = load_rules()

    def find(self, text: str) -> Iterator[Found]:
        """Every name that stands beside a cue. They may overlap; merging comes later."""
        whole = ((0, len(text)),)
        labels = tuple(_beside_labels(text))
        small = text.lower()
        if len(small) != len(text):
            small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for rule in self.rules:
            if rule.needs and not any(map(small.__contains__, rule.needs)):
                continue
            places = labels if rule.kind == "label" else whole
            read = small if rule.folded else text
            for match in (m for place in places for m in rule.pattern.finditer(read, *place)):
                for name in self._read(rule, text, match):
                    cue = " ".join(text[slice(*match.span("cue"))].split())
                    yield Found(
                        name.start,
                        name.end,
                        Category.PERSON,
                        f"rule:{rule.id}",
                        rule.why.format(cue=cue.strip(" ,:")),
                        rule.confidence,
                        role=rule.role,
                        role_clue=cue.strip(" ,:;(") if rule.role is not Role.UNKNOWN else "",
                        traits=rule.traits,
                    )

    def _read(self, rule: PersonRule, text: str, match: re.Match[str]) -> Iterator[Name]:
        if text[slice(*match.span("cue"))] == "name" and _IN_TAG.search(
            text, max(match.start() - 40, 0), match.start()
        ):
            return  # <add name="Paie">
        if rule.id == "family" and _TOWN.search(text, max(match.start() - 24, 0), match.start()):
            return
        if rule.kind == "line":
            yield from self._below(rule, text, match.end())
        elif rule.kind == "before":
            name = self._ending(text, match.start(), rule.trust)
            if name:
                yield name
        elif rule.kind == "logins":
            yield from self._logins(text, match.end())
        elif rule.many and not (rule.id == "civility" and _SINGLE.fullmatch(match["cue"])):
            end = text.find("\n", match.end()) if rule.one_line else -1
            end = len(text) if end < 0 else end
            # « MM. Castan, Roumégoux »: a town's name, in a list that a title opens
            then = Trust.SURNAME if rule.id == "civility" else Trust.WEAK
            plural = rule.id == "civility"
            names = read_list(
                self.reader, text, match.end(), end, self.civility, rule.trust, then, plural=plural
            )
            for name in names:
                if rule.kind == "label" and self._is_header(text, match.end(), name):
                    break
                yield name
        else:
            start = match.end()
            title = self.civility.match(text, start)
            name = self.reader.read(
                text,
                title.end() if title else start,
                len(text),
                rule.trust,
                small=rule.small,
                common=rule.small and rule.trust is Trust.STRONG,
                torn=rule.id == "civility" or rule.kind == "label",
            )
            while name and not (rule.kind == "label" and self._is_header(text, match.end(), name)):
                yield name
                slash = _SLASH.match(text, name.end)
                if not slash:
                    return
                name = self.reader.read(text, slash.end(), len(text), Trust.SURNAME, lines=False)

    def _heads_row(self, before: str) -> bool:
        """« Agnès Kerlann | Rapporteure | Varsovie »: the label is the cell after a name."""
        cells = before.rstrip("\t").split("\t")
        return len(cells) == 2 and any(
            self.reader.lexicon.of(word) & (Known.FIRST | Known.WORD) == Known.FIRST
            or (word.isupper() and Known.LAST in self.reader.lexicon.of(word))
            for word in re.findall(r"[^\W\d_][\w'-]+", cells[0])
        )

    def _is_header(self, text: str, start: int, name: Name) -> bool:
        """Whether what follows a label is the next label of a table's header: « Prénom |
        Affectation »."""
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        line = text[first : last if last > 0 else len(text)]
        if text[start - 1 : start] == "\t" and self._heads_row(line[: start - first]):
            return True
        return (
            text[start - 1 : start] == "\t"
            and line.count("\t") > 1
            and not any(map(str.isdigit, line))
            and all(t.known & (Known.WORD | Known.STOP) and not t.is_first for t in name.parts)
        )

    def _logins(self, text: str, start: int) -> Iterator[Name]:
        """« h.rahmani ; c.lemoine » after a header of recipients, to the end of the line."""
        end = text.find("\n", start)
        for match in _LOGIN.finditer(text, start, len(text) if end < 0 else end):
            word = match["name"] or match["turned"]
            if Known.STOP not in self.reader.lexicon.of(word):
                known = self.reader.lexicon.of(word)
                yield Name(
                    (Token(match.start(), match.end(), match.group(), "capitalised", known),)
                )

    def _below(self, rule: PersonRule, text: str, end: int) -> Iterator[Name]:
        """The name that fills one of the lines under a cue line."""
        position = end
        for _ in range(_MAX_BLANKS):
            if position >= len(text) or text[position] != "\n":
                return
            position += 1
            stop = text.find("\n", position)
            stop = len(text) if stop < 0 else stop
            line = text[position:stop]
            if line.strip(" -_.\t>"):
                start = position + len(line) - len(line.lstrip(" -–\t>"))
                title = self.civility.match(text, start)
                name = self.reader.read(
                    text, title.end() if title else start, len(text), rule.trust, lines=False
                )
                if name and name.end <= stop and _ALONE.match(text, name.end):
                    yield name
                    if rule.many:
                        yield from self._given(text, stop)
                return
            position = stop

    def _given(self, text: str, end: int) -> Iterator[Name]:
        """The first name that fills the line under a surname's, where each cell is a line."""
        stop = text.find("\n", end + 1)
        stop = len(text) if stop < 0 else stop
        name = self.reader.read(text, end + 1, stop, Trust.FIRST, lines=False)
        if name and not text[name.end : stop].strip():
            yield name

    def _ending(self, text: str, end: int, trust: Trust) -> Name | None:
        """The longest name that ends at `end`."""
        line = max(text.rfind("\n", 0, end) + 1, end - 80)
        last = text[line:end].rpartition(" ")[2]
        if last.islower() or not last:
            return None  # most verbs follow no name
        best = None
        for match in WORD.finditer(text, line, end):
            word = match.group()
            if word[0].islower() and ("'" not in word or word.strip("'") in PARTICLES):
                continue  # opens no name: « la demande de Kadiatou Barry », but « d'Hauteville »
            name = self.reader.read(text, match.start(), end, trust)
            best = name if name and name.end == end else best
            if best:
                return best
        return None
