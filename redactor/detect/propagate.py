"""Looking everywhere for what was found or decided somewhere.

A name found beside « affaire suivie par » stands again in a file name, bare in a minute, inverted
in a table, percent-encoded in a link, misread by OCR. Each comes as a mention of its own, with
the reason, and less confidence the further it is from the name as found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from redactor.detect.identity import Identity, identify
from redactor.detect.lexicon import Known, fold_word
from redactor.detect.names import LETTER, PARTICLES, UPPER
from redactor.detect.reader import NameReader
from redactor.detect.vetoes import Vetoes
from redactor.law.categories import Category
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span
from redactor.text.fold import Finder

_CAPITAL_WORD = re.compile(
    rf"(?<![\w@./-])[{UPPER}](?:{LETTER}|['-](?={LETTER})|[0-9](?={LETTER})){{4,}}(?![\w@])"
)
# « Verdier-|Roussel »: the second half of another name; « CV-Roussel » and « Mme-Roussel » are not.
_COMPOUND_BEFORE = re.compile(rf"(?:^|[\s(«\"“,/])(?!M(?:me|lle|r)-)[{UPPER}][a-zà-ÿœ]{{2,}}-$")
#: Why « le rapport Kerlann » is no person's name, unless M. Kerlann is known to have written it.
_OWN_WORK = "texte ou projet qui porte un nom"
# A line that is nothing but a person's initials, under what they wrote.
_INITIALS_LINE = re.compile(rf"^[ >\t]*(?P<letters>[{UPPER}]{{2,4}})[ ]*$", re.M)


# « JY passe mardi », « (Solenn, JY) »: a compound first name's initials.
_COMPOUND = re.compile(r"(?:jean|marie|anne|pierre|louis|paul)-[^\W\d_]{3,}")
_LETTERS = re.compile(r"(?<![\w./@&°-])[A-Z]{2}(?![\w/@&-]|[. ]?\d|\.\w)")


@cache
def _vetoes(reader: NameReader) -> Vetoes:
    return Vetoes(reader)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a person's name."""

    text: str
    detector: str
    why: str
    confidence: float
    capital: bool = False
    """Counts only where it starts with a capital: the word also means something else."""
    written: bool = False
    """Counts only where each of its words starts with a capital."""


def forms(identity: Identity, shown: str, reader: NameReader) -> Iterator[Form]:
    """Every form that a person's name may take, the whole name first."""
    first, last = " ".join(identity.first), " ".join(identity.last)
    if identity.is_full:
        word = Known.STOP in reader.lexicon.of(last)
        for whole in (f"{first} {last}", f"{last} {first}", f"{last}, {first}"):
            yield Form(
                whole, "propagation:name", f"« {shown} », relevé ailleurs", 0.97, written=word
            )
        # Written in one word or with marks: file names, links, logins.
        words = [w for w in re.split(r"[ '-]", f"{first} {last}") if w]
        turned = [w for w in re.split(r"[ '-]", f"{last} {first}") if w]
        for order in (words, turned):
            for mark in ("-", "_", ".", "+", ""):
                joined = mark.join(order)
                if len(joined) >= 8:
                    yield Form(
                        joined,
                        "propagation:handle",
                        f"« {shown} », dans un identifiant ou un lien",
                        0.9,
                    )
        initial = identity.initial
        yield Form(
            f"{initial}. {last}",
            "propagation:initials",
            f"initiale et nom de « {shown} »",
            0.9,
        )
        yield Form(
            f"{last} {initial}.",
            "propagation:initials",
            f"nom et initiale de « {shown} »",
            0.9,
        )
    if identity.first and last:
        yield from _handles(identity, last, shown)
    if last:
        known = reader.lexicon.of(last)
        plain = (
            bool(known & (Known.WORD | Known.PLACE | Known.FIRST | Known.STOP)) and " " not in last
        )
        if Known.PLACE in known and Known.LAST not in known:
            return
        if any(Known.STOP in reader.lexicon.of(word) for word in last.split(" ")[1:]):
            return  # « Jeanne Le Maire » is not every mayor
        if len(last.replace(" ", "")) >= (4 if plain else 3) and Known.STOP not in known:
            yield Form(
                last,
                "propagation:surname",
                f"nom seul de « {shown} »",
                0.55 if plain else 0.8,
                capital=known is not Known.NOTHING or len(last) < 6,
            )
        compound = last.split("-")
        if len(compound) == 2 and all(len(part) >= 4 for part in compound):
            yield Form(
                compound[0], "propagation:surname", f"premier nom de « {shown} »", 0.6, capital=True
            )


def _handles(identity: Identity, last: str, shown: str) -> Iterator[Form]:
    """« skerlann », « kerlann_s »: logins made of an initial and a surname."""
    flat = last.replace(" ", "").replace("-", "").replace("'", "")
    if len(flat) < 4:
        return
    handles = [f"{identity.initial}{mark}{flat}" for mark in ("", ".", "-", "_")]
    handles += [f"{flat}{mark}{identity.initial}" for mark in ("", ".", "-", "_")]
    for handle in handles:
        yield Form(handle, "propagation:handle", f"initiale et nom de « {shown} »", 0.75)


def _initials(identity: Identity) -> str:
    """« JNP » for Jean-Noël Poroi; nothing for a name that is not whole."""
    if not identity.is_full:
        return ""
    words = [word for part in (*identity.first, *identity.last) for word in part.split("-")]
    return "".join(word[0] for word in words if word not in PARTICLES).upper()


class Propagation:
    """What is known of people, ready to be looked for in any flow."""

    def __init__(self, names: Iterable[str], reader: NameReader) -> None:
        self.reader = reader
        self._forms: dict[str, Form] = {}
        self._surnames: dict[str, str] = {}
        self._initials: dict[str, str] = {}
        self._compounds: dict[str, str] = {}
        firsts: dict[str, set[str]] = {}
        for name in sorted(set(names), key=lambda n: (-len(n), n)):
            identity = identify(name, reader)
            for first in identity.first:
                if _COMPOUND.fullmatch(first):
                    letters = "".join(part[0] for part in first.split("-")).upper()
                    self._compounds.setdefault(letters, name)
            if not identity.last:
                continue
            for form in forms(identity, name, reader):
                kept = self._forms.get(form.text)
                if kept is None or kept.confidence < form.confidence:
                    self._forms[form.text] = form
            if len(identity.last) == 1 and len(identity.last[0]) >= 6:
                self._surnames.setdefault(identity.last[0], name)
            if len(letters := _initials(identity)) > 1:
                self._initials.setdefault(letters, name)
            if identity.is_full:
                firsts.setdefault(identity.first[0], set()).add(name)
        for first, owners in firsts.items():
            known = reader.lexicon.of(first)
            if (
                len(owners) == 1
                and len(first) >= 4
                and not known & (Known.WORD | Known.PLACE | Known.LAST)
            ):
                shown = next(iter(owners))
                self._forms.setdefault(
                    first,
                    Form(
                        first, "propagation:first", f"prénom seul de « {shown} »", 0.6, capital=True
                    ),
                )
        self._finder = Finder({text: text for text in self._forms})

    def find(self, flow: Flow) -> Iterator[tuple[int, int, Form]]:
        """Every form in a flow: ranges of the original, which may overlap what is known."""
        if not self._forms:
            return
        for text, start, end in self._finder.find(flow.text):
            form = self._forms[text]
            shown = flow.text[start:end]
            if form.written and not _is_written(shown):
                continue  # « Ana plus tard », where Ana PLUS is named too
            if form.capital and not self._is_capital(flow.text, start, end):
                continue
            if form.detector == "propagation:handle" and form.text.isalpha() and " " in shown:
                continue
            if self._is_of_thing(flow.text, start, end, form):
                continue
            yield start, end, form
        yield from self._fuzzy(flow.text)
        for match in _INITIALS_LINE.finditer(flow.text):
            if name := self._initials.get(match["letters"]):
                form = Form(
                    match["letters"], "propagation:initials", f"initiales de « {name} »", 0.55
                )
                yield *match.span("letters"), form
        for match in _LETTERS.finditer(flow.text) if self._compounds else ():
            if name := self._compounds.get(match.group()):
                yield (
                    *match.span(),
                    Form(
                        match.group(),
                        "propagation:initials",
                        f"initiales du prénom de « {name} »",
                        0.6,
                    ),
                )

    def _is_of_thing(self, text: str, start: int, end: int, form: Form) -> bool:
        """« boulevard Paoli », « Nagy & Filles », « l'atelier Verdier-Roussel », where M. Paoli,
        Mme Nagy and Mme Roussel are named too."""
        if not (form.capital or form.detector == "propagation:surname"):
            return False
        vetoes = _vetoes(self.reader)
        if form.capital and vetoes.is_saint(text, start, end):
            return True
        if vetoes.after(text, end) or _COMPOUND_BEFORE.search(text, max(start - 30, 0), start):
            return True
        return vetoes.before(text, start) not in ("" if form.capital else _OWN_WORK, "")

    def _is_capital(self, text: str, start: int, end: int) -> bool:
        """Whether a bare name is written as one, and is not a part of another's name."""
        if not text[start].isupper():
            # decoded or inside a file's name: letters are small there
            return "%" in text[max(start - 3, 0) : end] or bool(
                re.search(r"[_]", text[max(start - 1, 0) : end + 1])
            )
        after = re.match(rf"[ -]([{UPPER}]{LETTER}+)", text[end : end + 30])
        if after and not self.reader.lexicon.of(after[1]) & (Known.WORD | Known.STOP):
            return False
        before = re.search(rf"([{UPPER}]{LETTER}+)[ -]$", text[max(start - 30, 0) : start])
        return not (
            before
            and self.reader.lexicon.of(before[1]) & Known.NAME
            and Known.WORD not in self.reader.lexicon.of(before[1])
        )

    def _fuzzy(self, text: str) -> Iterator[tuple[int, int, Form]]:
        """Surnames with one letter changed, which no list knows: OCR and typing errors."""
        if not self._surnames:
            return
        for match in _CAPITAL_WORD.finditer(text):
            word = fold_word(match.group())
            if word in self._surnames or self.reader.lexicon.of(match.group()) != Known.NOTHING:
                continue
            for surname, name in self._surnames.items():
                if (
                    abs(len(surname) - len(word)) <= 1
                    and DamerauLevenshtein.distance(surname, word, score_cutoff=1) <= 1
                ):
                    yield (
                        match.start(),
                        match.end(),
                        Form(
                            word, "propagation:fuzzy", f"à une lettre près, nom de « {name} »", 0.5
                        ),
                    )
                    break


#: What found a name on sight of a cue, not by its form alone.
_CUED = ("rule:", "table:", "list:")


def names_of(mentions: Iterable[Mention], reader: NameReader) -> list[str]:
    """The names to look for everywhere: those that a cue, or the lists, vouch for.

    A word that the model alone took for a name is not: one error would come back at each
    of its places.
    """
    names = []
    for mention in mentions:
        if mention.category is not Category.PERSON or mention.confidence < 0.8:
            continue
        cued = mention.detector.startswith(_CUED) and mention.detector != "rule:form"
        identity = identify(mention.text, reader)
        first = reader.lexicon.of(identity.first[0]) if identity.first else Known.NOTHING
        initials = bool(identity.first) and all(len(word) == 1 for word in identity.first)
        rare = initials and not any(
            reader.lexicon.of(word) & (Known.WORD | Known.PLACE) for word in identity.last
        )
        if cued or rare or (identity.is_full and Known.FIRST in first):
            names.append(mention.text)
    return names


def _is_written(name: str) -> bool:
    """Whether each word of a name has its capital: « Ana Plus », not « Ana plus tard »."""
    words = re.split(r"[\s'’-]+", name)
    return all(word[0].isupper() or word in PARTICLES for word in words if word)


def _is_half(part: tuple[int, int], whole: tuple[int, int]) -> bool:
    return part != whole and whole[0] <= part[0] and part[1] <= whole[1]


def everywhere(
    flows: Sequence[Flow],
    mentions: Sequence[Mention],
    names: Iterable[str],
    reader: NameReader,
) -> list[Mention]:
    """Mentions of `names` that `mentions` lacks or has half of, in the order of the flows."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        if not mention.is_signal:
            taken.setdefault(mention.span.flow, []).append((mention.span.start, mention.span.end))
    search = Propagation(names, reader)
    found: list[Mention] = []
    for flow in flows:
        here = taken.setdefault(flow.id, [])
        for start, end, form in sorted(
            search.find(flow), key=lambda hit: (hit[0] - hit[1], -hit[2].confidence)
        ):
            over = [(low, high) for low, high in here if low < end and start < high]
            whole = form.detector == "propagation:name" and _is_written(flow.text[start:end])
            if over and not (whole and all(_is_half(part, (start, end)) for part in over)):
                continue
            here.append((start, end))
            found.append(
                Mention(
                    id="",
                    span=Span(flow.id, start, end),
                    text=flow.text[start:end],
                    category=Category.PERSON,
                    channel=flow.channel,
                    page=flow.page,
                    confidence=form.confidence,
                    detector=form.detector,
                    why=form.why,
                )
            )
    return found
