"""Masks typed in place of letters: ``xxx``, ``███``, ``[...]``, and tokens half masked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from redactor.check.consistency.evidence import Evidence, Place, places

#: Three or more of one sign that no word repeats. Two do not mask: « 4xx », « Maxxi ».
_RUN = re.compile(r"[xX]{3,}|[█▇▆■▮●⬛]{2,}|(?<=\w)\*{3,}|\*{3,}(?=[\w@])")
#: What a token is made of: a word, an address, an identifier, masked or not.
_TOKEN = re.compile(r"[^\s<>()\[\]{}\"'’“”«»,;:|]+")
#: Three X in a row at most: « XXXX » is no numeral.
_ROMAN = re.compile(r"(?!.*X{4})[IVXLCDM]+(?:e|ème|er|o|°)?", re.I)
#: Masks that stand for a whole word; nothing of it is left.
_WHOLE = re.compile(
    r"\[\s*(?:\.{3}|…|x{2,}|nom|prénom|adresse|e-?mail|courriel|téléphone|occulté|anonymisé|"
    r"masqué)\s*\]|<\s*>|(?:█|■|▮|⬛){1,}",
    re.I,
)
_LITERALS = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Mask:
    """A token of which letters were replaced by signs."""

    place: Place

    @property
    def text(self) -> str:
        return self.place.text

    @cached_property
    def masked(self) -> frozenset[int]:
        """The places of the signs that stand for a letter."""
        return frozenset(
            place for run in _RUN.finditer(self.text) for place in range(run.start(), run.end())
        )

    @cached_property
    def is_address(self) -> bool:
        return "@" in self.text

    @cached_property
    def tells(self) -> bool:
        """Whether something of the value is left: more than a domain's ending."""
        head = self.text.partition("@")[0] if self.is_address else self.text
        return len(_LITERALS.findall(_RUN.sub("", head))) >= 2

    def matches(self, clear: str, slack: int) -> bool:
        """Whether a token in clear could be the value, its masked runs being within `slack`."""
        return self._patterns[slack > 0].fullmatch(clear) is not None

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return self._pattern(0), self._pattern(2)

    def _pattern(self, slack: int) -> re.Pattern[str]:
        pieces: list[str] = []
        last = 0
        for run in _RUN.finditer(self.text):
            pieces.append(re.escape(self.text[last : run.start()]))
            length = len(run.group())
            pieces.append(rf"[^\s@]{{{max(1, length - slack)},{length + slack}}}")
            last = run.end()
        tail = self.text[last:]
        if re.fullmatch(r"\.xx?", tail):  # the ending of a domain, masked by two signs
            pieces.append(rf"\.[a-z]{{{max(2, len(tail) - 1 - slack)},{len(tail) - 1 + slack}}}")
        else:
            pieces.append(re.escape(tail).replace(r"\.xx\.", r"\.[^\s@.]{1,8}\."))
        return re.compile("".join(pieces), re.I)


def masks(evidence: Sequence[Evidence]) -> Iterator[Mask]:
    """Every token that holds a mask."""
    for document, flow in places(evidence):
        if not _RUN.search(flow.text):
            continue
        for match in _TOKEN.finditer(flow.text):
            start, end = match.span()
            end -= len(match.group()) - len(match.group().rstrip(".!?"))
            token = flow.text[start:end]
            if not _RUN.search(token) or _ROMAN.fullmatch(token) or _calls_note(token, flow.text):
                continue
            yield Mask(Place(document, flow, start, end))


def _calls_note(token: str, text: str) -> bool:
    """Whether stars count notes: « Pr*** » among « Pr* » and « Pr** »."""
    stem = token.rstrip("*")
    return stem.isalnum() and bool(re.search(rf"(?<!\w){stem}\*{{1,2}}(?!\*)", text))


def literals(text: str) -> str:
    """The letters and digits that masks left of a text."""
    return "".join(_LITERALS.findall(_RUN.sub("", _WHOLE.sub("", text))))


def joined(one: Mask, two: Mask) -> str | None:
    """What two masks of one length leave of a value together, the signs that both mask as
    « ␣ »; None where they are of two values, or where one leaves nothing to the other."""
    a, b = one.text, two.text
    if len(a) != len(b) or a == b:
        return None
    first, second = one.masked, two.masked
    pieces: list[str] = []
    agreed = 0
    for place, (x, y) in enumerate(zip(a, b, strict=True)):
        if place in first and place in second:
            pieces.append("\u2423")
        elif place in first or place in second:
            pieces.append(y if place in first else x)
        elif x.casefold() == y.casefold():
            agreed += x.isalnum()
            pieces.append(x)
        else:
            return None
    tells = first - second and second - first
    return "".join(pieces) if tells and agreed >= _AGREED else None


#: Letters or digits that two masks of one value leave both.
_AGREED = 3


def is_masked(text: str) -> bool:
    """Whether a text holds a mask of any kind."""
    return bool(_RUN.search(text) or _WHOLE.search(text))


def masked_at(text: str) -> Iterator[tuple[int, int]]:
    """Where masks of any kind stand in a text, in order, each once."""
    found = sorted(
        match.span()
        for pattern in (_RUN, _WHOLE)
        for match in pattern.finditer(text)
        if not _ROMAN.fullmatch(match.group()) and match.group()[0] != "<"
    )
    last = 0
    for start, end in found:
        if start >= last:
            yield start, end
            last = end


def tokens(evidence: Sequence[Evidence]) -> Iterator[Place]:
    """Every token in clear that a mask could have replaced: addresses and identifiers."""
    for document, flow in places(evidence):
        for match in _TOKEN.finditer(flow.text):
            token = match.group().rstrip(".!?")
            if len(token) < 4 or _RUN.search(token):
                continue
            if "@" in token or any(c.isdigit() for c in token) or len(token) >= 8:
                yield Place(document, flow, match.start(), match.start() + len(token))
