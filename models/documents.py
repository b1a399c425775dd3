"""Whole annotated documents as templates: the same page again, about other people.

Each word of a gold name becomes the same word of a drawn person wherever the document names
them: « Marianne ROUSSILLE », « Roussille M. » and `mroussille@…` stay one person. What is read
from a document is a window of it, as the program reads: some lines, at most a stretch.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from models.names.pools import People, fold, load_pools
from models.noise import Letters, from_letters, restored
from models.scoring import Item, read
from models.synthesis import Annotated
from redactor.detect.ner import STRETCH, WIDE, stretches
from redactor.text.normalise import Normalised

HERE = Path(__file__).parent
FOLDER = HERE / "templates" / "documents"
#: The evaluation sets that are no longer ones: training knows them.
TRAINED = (
    "cahiers", "carnets", "demandes", "dossiers", "guichets", "obtenus", "recommandes",
    "registres",
)  # fmt: skip
#: Those that training never reads.
KEPT_FOR_TESTS = (
    "adresses", "armoires", "bordereaux", "cadastres", "cartables", "cartons", "chemises",
    "colonnes", "cordes", "courant", "documents", "enveloppes", "liasses", "lieux", "livraisons",
    "noms", "pochettes", "porches", "reponses", "retours", "rues", "secrets", "serrures", "tiroirs",
    "versements",
)  # fmt: skip
#: What nobody decided: training passes over it.
UNKNOWN = "?"

#: Sees the places and organisations of a text.
Things: TypeAlias = Callable[[str], list[tuple[int, int, str]]]

_WORD = re.compile(r"[^\W\d_]+")
_CIVILITY = re.compile(r"(?:\b(?:MM?|Mmes?|Mlle|Me|Mr|Dr|Pr)\.?|Monsieur|Madame|Maître)\s*$")
_KEPT = frozenset(
    "de du des la le les da do dos das di del van von der den el al ben ould bint y et ou mc ait"
    " saint sainte dit dite née epouse dr mme mlle veuve".split()
)
#: About how many characters a window aims at, with how often.
_SIZES = ((1, 15), (150, 15), (350, 25), (STRETCH, 45))
_SHARE_RESTORED = 0.15
_SHARE_NOBODY = 0.18
#: How often a window without names of a document with some is drawn again.
_AGAIN = 0.5


@dataclass(frozen=True, slots=True)
class Document:
    """A document, letter by letter, with what each word of its names is."""

    letters: Letters
    labels: list[str]
    words: dict[str, str]
    """The folded words of its names: `first` or `last`."""
    lines: list[int] = field(default_factory=list)
    """Where its lines start."""

    @property
    def names(self) -> bool:
        return bool(self.words)


def files(held_out: Sequence[str] = ()) -> list[Path]:
    """Every file of documents to learn from, less those of these names."""
    paths = [*sorted(FOLDER.glob("*.txt")), *(HERE / "eval" / f"{n}.txt" for n in TRAINED)]
    return [p for p in paths if p.stem not in held_out]


def load(paths: Iterable[Path], things: Things) -> list[Document]:
    """Their documents; `things` sees the places and organisations of each text."""
    return [_document(item, things) for path in paths for item in read(path) if item.text.strip()]


class Seer:
    """The places and organisations that the stock model sees."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp

    def __call__(self, text: str) -> list[tuple[int, int, str]]:
        found = []
        for start, end in stretches(text):
            found += [
                (start + e.start_char, start + e.end_char, e.label_)
                for e in self._nlp(text[start:end]).ents
                if e.label_ != "PER" and "\n" not in e.text
            ]
        return found


def _document(item: Item, things: Things) -> Document:
    """As detection reads it: normalised, wide gaps made tabs."""
    spans = [(s, e, "PER") for s, e, label in item.spans if label == "person"]
    spans += [(s, e, UNKNOWN) for s, e, label in item.optional if label == "person"]
    spans += [(s, e, label) for s, e, label in item.spans if label in ("email", "url_token")]
    spans += [(s, e, label) for s, e, label in item.optional if label in ("email", "url_token")]
    taken = {i for start, end, _ in spans for i in range(start, end)}
    if sum(c.isupper() for c in item.text) < 0.4 * len(item.text):
        spans += [t for t in things(item.text) if taken.isdisjoint(range(t[0], t[1]))]
    owner = [-1] * len(item.text)
    for number, (start, end, _) in enumerate(spans):
        owner[start:end] = [number] * (end - start)
    view = Normalised.of(item.text)
    letters = [(c, owner[start]) for c, start in zip(view.text, view.starts, strict=True)]
    for gap in reversed(list(WIDE.finditer(view.text))):
        letters[gap.start() : gap.end()] = [("\t", -1)]
    labels = [label if label in _LEARNT else "" for *_, label in spans]
    text = "".join(c for c, _ in letters)
    people = [(s, e) for s, e, label in from_letters(letters, [x[2] for x in spans]).spans
              if label == "PER"]  # fmt: skip
    lines = [0, *(m.end() for m in re.finditer("\n", text) if m.end() < len(text))]
    return Document(letters, labels, _words(text, people), lines)


_LEARNT = frozenset({"PER", "LOC", "ORG", "MISC", UNKNOWN})


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """The folded words of first names and of surnames that the lists hold."""
    pools = load_pools().values()
    first = {fold(w) for p in pools for n in p.first for w in _WORD.findall(n)}
    last = {fold(w) for p in pools for n in p.last for w in _WORD.findall(n)}
    return frozenset(first), frozenset(last)


def _words(text: str, people: Sequence[tuple[int, int]]) -> dict[str, str]:
    """What each word of the names is, by where and how it is written throughout."""
    firsts, lasts = _known()
    votes: Counter[str] = Counter()
    capitalised = set()
    for start, end in people:
        words = [m.group() for m in _WORD.finditer(text, start, end)]
        words = [w for w in words if len(w) > 1 and fold(w) not in _KEPT]
        mixed = any(w.isupper() for w in words) and not all(w.isupper() for w in words)
        for place, word in enumerate(words):
            key = fold(word)
            votes[key] += 2 * (key in firsts) - (key in lasts)
            if not word.islower():
                capitalised.add(key)
            if mixed:
                votes[key] += -4 if word.isupper() else 4
            elif len(words) > 1:
                votes[key] += (place == 0) - (place == len(words) - 1)
            elif _CIVILITY.search(text, max(0, start - 12), start):
                votes[key] -= 2
    return {
        key: "first" if vote > 0 else "last"
        for key, vote in votes.items()
        if key in capitalised or not any(_parts(key, other) for other in capitalised)
    }


def _parts(login: str, name: str) -> tuple[str, str] | None:
    """The letters of a login before and after a name: at most two, on one side."""
    if len(name) < 4 or not 0 < len(login) - len(name) <= 2:
        return None
    if login.endswith(name):
        return login[: -len(name)], ""
    return ("", login[len(name) :]) if login.startswith(name) else None


class Documents:
    """Draws windows of documents about drawn people."""

    def __init__(self, documents: Sequence[Document], rng: random.Random) -> None:
        self._rng = rng
        self._people = People(rng)
        self._documents = documents
        sizes = [len(d.letters) ** 0.8 for d in documents]
        whole = sum(s for s, d in zip(sizes, documents, strict=True) if d.names)
        nobody = sum(sizes) - whole
        scale = min(1.0, _SHARE_NOBODY / (1 - _SHARE_NOBODY) * whole / nobody) if nobody else 1.0
        self._weights = [s if d.names else s * scale for s, d in zip(sizes, documents, strict=True)]

    def draw(self) -> Annotated:
        rng = self._rng
        document = rng.choices(self._documents, self._weights)[0]
        second = rng.random() < _SHARE_RESTORED
        size = rng.choices([s for s, _ in _SIZES], [w for _, w in _SIZES])[0]
        size = min(size, 150) if second else size
        letters = self._window(document, size)
        if document.names and rng.random() < _AGAIN and not _named(letters, document):
            letters = self._window(document, size)
        letters = self._renamed(letters, document)
        if second:
            letters = restored(letters, rng)
        if rng.random() < 0.5:
            letters = self._renumbered(letters)
        kept = [(c, n if n < 0 or document.labels[n] else -1) for c, n in letters]
        return from_letters(kept, document.labels)

    def _window(self, document: Document, size: int) -> Letters:
        lines = document.lines
        first = self._rng.randrange(len(lines))
        last = first + 1
        start = lines[first]
        while last < len(lines) and lines[last] - start < size:
            last += 1
        end = lines[last] if last < len(lines) else len(document.letters)
        if end - start > STRETCH:
            text = "".join(c for c, _ in document.letters[start:end])
            low, high = self._rng.choice(list(stretches(text)))
            start, end = start + low, start + high
        return document.letters[start:end]

    def _renumbered(self, letters: Letters) -> Letters:
        """Other figures, but for the first of each number."""
        out: Letters = []
        before = ""
        for character, owner in letters:
            new = character.isdigit() and before.isdigit() and owner < 0
            out.append((self._rng.choice("0123456789") if new else character, owner))
            before = character
        return out

    def _renamed(self, letters: Letters, document: Document) -> Letters:
        rng = self._rng
        names = _Renaming(document.words, self._people, rng)
        bare = rng.random() < 0.5
        out: Letters = []
        position = 0
        text = "".join(c for c, _ in letters)
        for word in _WORD.finditer(text):
            owner = letters[word.start()][1]
            label = _kind(document, owner)
            if label == "things":
                continue
            new = names.of(word.group(), exact=label == "address", bare=bare)
            out += letters[position : word.start()]
            out += [(c, owner) for c in new]
            position = word.end()
        return out + letters[position:]


def _named(letters: Letters, document: Document) -> bool:
    return any(n >= 0 and document.labels[n] == "PER" for _, n in letters)


def _kind(document: Document, owner: int) -> str:
    """What the owner of a letter is: a person, an address of one, or anything else."""
    if owner < 0:
        return "things"
    label = document.labels[owner]
    return "person" if label in ("PER", UNKNOWN) else "address" if not label else "things"


class _Renaming:
    """Who the people of one window are now."""

    def __init__(self, words: dict[str, str], people: People, rng: random.Random) -> None:
        self._words = words
        self._people = people
        self._rng = rng
        self._new: dict[str, str] = {}

    def of(self, word: str, exact: bool, bare: bool) -> str:
        """The word that stands for this one; `exact`: only where it is known to be a name's."""
        key = fold(word)
        if len(key) == 1:
            return self._initial(word) if not exact else word
        if key in self._words:
            new = self._drawn(key)
        elif joined := self._joined(key):
            new = joined
        else:
            return word
        plain = word.islower() and (exact or (word.isascii() and not new.isascii()))
        if plain or (word.isupper() and bare):
            new = "".join(c for c in fold(new) if c.isalpha())
        return new.upper() if word.isupper() else new.lower() if word.islower() else new

    def _drawn(self, key: str) -> str:
        if key not in self._new:
            person = self._people.person()
            whole = person.first if self._words[key] == "first" else person.last
            parts = [w for w in _WORD.findall(whole) if len(w) > 2 and fold(w) not in _KEPT]
            self._new[key] = parts[0][0].upper() + parts[0][1:] if parts else key.capitalize()
        return self._new[key]

    def _initial(self, letter: str) -> str:
        """The initial of whoever it may be: first names first."""
        for kind in ("first", "last"):
            for key, is_a in self._words.items():
                if is_a == kind and key.startswith(fold(letter)):
                    new = fold(self._drawn(key))[0]
                    return new.upper() if letter.isupper() else new
        return letter

    def _joined(self, key: str) -> str:
        """A login: « mroussille », « roussillem »."""
        for name in self._words:
            if parts := _parts(key, name):
                before, after = ("".join(map(self._initial, part)) for part in parts)
                return before + fold(self._drawn(name)) + after
        return ""
