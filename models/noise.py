"""What scanners, screens and typists do to a text, with its spans kept on the same letters."""

import random
import re
import unicodedata
from collections.abc import Callable

from models.synthesis import Annotated
from redactor.text.normalise import restore_case

#: Each letter of a text, and the number of the span that it belongs to (-1: none).
Letters = list[tuple[str, int]]

_CONFUSED = {
    "l": "1I|", "I": "l1|", "O": "0Q", "0": "O", "o": "0", "e": "c", "é": "eè", "è": "e", "m": "rn",
    "c": "e", "S": "5", "B": "8", "G": "6", "i": "l1", "u": "ii", "n": "ri", "h": "b", "E": "F",
    "É": "E", "À": "A", "ç": "c", "t": "f", "1": "l", "5": "S", "D": "0", "N": "H", "a": "o",
}  # fmt: skip


def to_letters(item: Annotated) -> Letters:
    owner = [-1] * len(item.text)
    for number, (start, end, _) in enumerate(item.spans):
        owner[start:end] = [number] * (end - start)
    return list(zip(item.text, owner, strict=True))


def from_letters(letters: Letters, labels: list[str]) -> Annotated:
    text = "".join(c for c, _ in letters)
    bounds: dict[int, tuple[int, int]] = {}
    position = 0
    for characters, owner in letters:
        end = position + len(characters)
        if owner >= 0 and not characters.isspace():
            start = bounds.get(owner, (position, end))[0]
            bounds[owner] = (start, end)
        position = end
    return Annotated(
        text, tuple((*bounds[n], labels[n]) for n in sorted(bounds, key=bounds.__getitem__))
    )


def upper(letters: Letters, _: random.Random) -> Letters:
    return [(c.upper() if c != "ß" else c, n) for c, n in letters]


def lower(letters: Letters, _: random.Random) -> Letters:
    return [(c.lower(), n) for c, n in letters]


def bare(letters: Letters, _: random.Random) -> Letters:
    """Accents lost."""
    return [(_bare(c), n) for c, n in letters]


def _bare(character: str) -> str:
    kept = [c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)]
    return "".join(kept) or character


def scan(letters: Letters, rng: random.Random) -> Letters:
    """Letters misread, spaces lost and won, as in a poor scan."""
    out: Letters = []
    for character, owner in letters:
        draw = rng.random()
        if draw < 0.025 and character in _CONFUSED:
            wrong = _CONFUSED[character]
            out.append((wrong if character in "mun" else rng.choice(wrong), owner))
        elif draw < 0.002 and character == " ":
            continue
        elif draw > 0.996 and character.isalpha():
            out += [(character, owner), (" ", owner)]
        else:
            out.append((character, owner))
    return out


def wrap(letters: Letters, rng: random.Random) -> Letters:
    """Lines broken at some spaces, names not spared; a hyphenated word may break too."""
    rate = rng.choice((0.05, 0.12, 0.25))
    out: Letters = []
    for character, owner in letters:
        if character == " " and rng.random() < rate:
            out.append(("\n", owner))
        elif character == "-" and owner >= 0 and rng.random() < rate:
            out += [("-", owner), ("\n", owner)]
        else:
            out.append((character, owner))
    return out


def widen(letters: Letters, rng: random.Random) -> Letters:
    """Runs of spaces and tabs, as text taken from columns has."""
    out: Letters = []
    for character, owner in letters:
        wide = character == " " and rng.random() < 0.12
        out.append((rng.choice(("  ", "   ", "\t")) if wide else character, owner))
    return out


def spread(letters: Letters, rng: random.Random) -> Letters:
    """Words set letter by letter: « D U R F O R T »."""
    text = "".join(c for c, _ in letters)
    chosen: set[int] = set()
    for word in re.finditer(r"[^\W\d_]{3,}", text):
        if rng.random() < 0.3:
            chosen.update(range(word.start(), word.end() - 1))
    out: Letters = []
    for place, (character, owner) in enumerate(letters):
        out.append((character, owner))
        if place in chosen:
            out.append((" ", owner))
    return out


def restored(letters: Letters, _: random.Random) -> Letters:
    """Capitals made small but for the first, as the second pass of detection reads them."""
    text = restore_case("".join(c for c, _ in letters))
    out: Letters = []
    start = 0
    for characters, owner in letters:
        out.append((text[start : start + len(characters)], owner))
        start += len(characters)
    return out


def split(letters: Letters, rng: random.Random) -> Letters:
    """Words cut by a space, as bad scans do: « Dur fort »."""
    out: Letters = []
    for place, (character, owner) in enumerate(letters):
        out.append((character, owner))
        inside = place + 1 < len(letters) and letters[place + 1][0].isalpha()
        if inside and character.isalpha() and rng.random() < 0.02:
            out.append((" ", owner))
    return out


def curl(letters: Letters, _: random.Random) -> Letters:
    return [("’" if c == "'" else c, n) for c, n in letters]


def unstop(letters: Letters, _: random.Random) -> Letters:
    """The last full stop dropped."""
    return letters[:-1] if letters and letters[-1][0] == "." and letters[-1][1] < 0 else letters


Step = Callable[[Letters, random.Random], Letters]

#: Each step with how often it happens; several may happen to one text.
STEPS: tuple[tuple[Step, float], ...] = (
    (upper, 0.06),
    (restored, 0.05),
    (lower, 0.012),
    (bare, 0.05),
    (scan, 0.06),
    (spread, 0.012),
    (split, 0.015),
    (wrap, 0.10),
    (widen, 0.04),
    (curl, 0.35),
    (unstop, 0.15),
)


def disturb(item: Annotated, rng: random.Random) -> Annotated:
    """The text as it may reach us. Spans keep their labels."""
    letters = to_letters(item)
    for step, rate in STEPS:
        if rng.random() < rate:
            letters = step(letters, rng)
    return from_letters(letters, [label for *_, label in item.spans])
