"""Who a name names: first names and surname, told apart, folded for comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from redactor.detect.lexicon import Known, fold_word
from redactor.detect.names import WORD, Token
from redactor.detect.reader import NameReader


@dataclass(frozen=True, slots=True)
class Identity:
    """First names (or initials) and surname of a name, folded; either may be empty."""

    first: tuple[str, ...]
    last: tuple[str, ...]

    @property
    def initial(self) -> str:
        """The first letter of the first name, or nothing."""
        return self.first[0][0] if self.first else ""

    @property
    def is_full(self) -> bool:
        """Whether it has a surname and a first name that is more than an initial."""
        return bool(self.last) and any(len(f) > 1 for f in self.first)

    @property
    def key(self) -> str:
        """What two spellings of one full name share: parts in order, hyphens away."""
        return f"{_bare(self.first)}|{_bare(self.last)}"


_MARKS = re.compile(r"[_.+-]+")
# « Kermar-⏎rec » is one word; « VANDER-⏎MEERSCH » and « Le Goff-⏎Martin » keep their hyphen.
_LINE_END = re.compile(r"(?<=\w)[-\u2010\u00ad\u00ac][ \t]*\n\s*(?=[a-zà-öø-ÿœæ])")


def _bare(words: tuple[str, ...]) -> str:
    return " ".join(" ".join(words).replace("-", " ").replace("'", " ").split())


def identify(text: str, reader: NameReader) -> Identity:
    """Tell first names from surname: by capitals, then by the lists, then by order."""
    text = " ".join(unquote(_LINE_END.sub("", text)).split())
    if " " not in text and text == text.lower():
        text = _MARKS.sub(" ", text)  # noemie-levain in a link, levain_noemie in a file's name
    tokens = [reader.token(m) for m in WORD.finditer(text)]
    parts = [t for t in tokens if t.kind != "particle"]
    if not parts:
        return Identity((), tuple(_fold(t) for t in tokens))
    kinds = {t.kind for t in parts}
    if "capitals" in kinds and kinds & {"capitalised", "small"}:
        first = [t for t in parts if t.kind != "capitals"]
        chosen = set(map(id, first))
        return Identity(
            tuple(_fold(t) for t in first), tuple(_fold(t) for t in tokens if id(t) not in chosen)
        )
    if len(parts) == 1:
        only = parts[0]
        if only.is_first and Known.LAST not in only.known and len(tokens) == 1:
            return Identity((_fold(only),), ())
        return Identity((), tuple(_fold(t) for t in tokens))
    if tokens[0].kind == "initial" or tokens[0].is_first or not tokens[-1].is_first:
        return _split(tokens, _count_first(tokens))
    # surname first: « Levain Noémie »
    backwards = _count_first(tokens[::-1])
    return Identity(
        tuple(_fold(t) for t in tokens[len(tokens) - backwards :]),
        tuple(_fold(t) for t in tokens[: len(tokens) - backwards]),
    )


def _count_first(tokens: list[Token]) -> int:
    """How many leading words are first names: at least one, and one is left."""
    count = 1
    while (
        count < len(tokens) - 1
        and tokens[count].kind != "particle"
        and (
            tokens[count].kind == "initial"
            or (tokens[count].is_first and Known.LAST not in tokens[count].known)
        )
    ):
        count += 1
    return count


def _split(tokens: list[Token], count: int) -> Identity:
    return Identity(
        tuple(_fold(t) for t in tokens[:count]), tuple(_fold(t) for t in tokens[count:])
    )


def _fold(token: Token) -> str:
    return fold_word(token.text).strip(".'")
