"""What someone masked before us: `xxx`, `[...]`, `███`, `<nom>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.law.categories import Category

_MASKS = re.compile(
    r"(?P<blocks>[█▇■▓▒░▉]{2,}(?:[ ][█▇■▓▒░▉]{2,})*)"
    r"|(?P<address>(?<![\w.+-])[\w.+-]{0,64}?(?:x{3,}|X{3,}|\*{3,})[\w.+-]{0,64}@[\w.*-]+|(?<![\w.])@"
    r"(?:x{3,}|X{3,}|\*{3,})[\w.]*|(?<![\w.+-])[\w.+-]{1,64}@(?:x{3,}|X{3,}|\*{3,})(?:\.[\w*]+)*)"
    r"|(?P<letters>(?<!\w)(?:[xX]{3,}|(?:[xX][ ]){3,}[xX])(?!\w)|(?<![\w*])\*{3,}(?![\w*]))"
    r"|(?P<half>(?<!\w)(?=\w*\d)[\w-]{3,64}?(?:x{3,}|X{3,}|\*{3,})(?!\w))"
    r"|(?P<bracket>\[(?:\.{2,}|…|\*+|X+|x+|anonymis[ée]e?|occult[ée]e?|masqu[ée]e?|"
    r"caviard[ée]e?|(?:nom|prénom|adresse|téléphone|mail|courriel|date|lieu|"
    r"identité)[^\]\n@]{0,25})\])"
    r"|(?P<angle><(?:\.{2,}|…|nom|prénom|adresse|masqué|anonymisé|x{2,})>|<[ ]?>)"
)
# « 06 12 XX XX XX », « 2 88 04 29 XXX XXX XX », « AB-1**-CD »: groups of which some are hidden.
_GROUP = r"(?=[A-Za-z]{0,2}[\dxX*█]|[A-Z]{1,2}(?![A-Z]))[\dA-Zx*█]{1,10}"
_GROUPS = re.compile(rf"(?<![\w*-]){_GROUP}(?:[ .-]{_GROUP}){{1,9}}(?![\w*])")
# Without one of these a line masks nothing: most lines are read once, not by every pattern.
_HINT = re.compile(r"[█▇■▓▒░▉\[<]|[xX]{2}|\*{2}|[xX] [xX]")
_HIDDEN_GROUP = re.compile(r"[Xx]{2,}|\*{2,}|█{2,}")
# « BN-994-XX »: one plate in five hundred, and readable if it is none
_PLATE = re.compile(r"[A-HJ-NP-TV-Z]{2}-\d{3}-XX|XX-\d{3}-[A-HJ-NP-TV-Z]{2}")
_WORD_GROUP = re.compile(r"[A-WYZ]{3,}")
_WHY = {
    "blocks": "pavés noirs dans le texte", "address": "adresse déjà masquée",
    "letters": "lettres de remplacement", "half": "valeur en partie masquée",
    "bracket": "crochets de remplacement", "angle": "chevrons de remplacement",
}  # fmt: skip


def masks(text: str) -> Iterator[Found]:
    """Passages that are masked already. XXX alone is a mask; XXI and XX are centuries."""
    position = 0
    while hint := _HINT.search(text, position):
        start = text.rfind("\n", 0, hint.start()) + 1
        position = text.find("\n", hint.end())
        position = len(text) if position < 0 else position
        yield from _of_line(text, start, position)


def _of_line(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _GROUPS.finditer(text, start, end):
        raw = match.group()
        if (
            _HIDDEN_GROUP.search(raw)
            and sum(map(str.isdigit, raw)) >= (1 if "-" in raw else 3)
            and not _WORD_GROUP.search(raw)
            and not _PLATE.fullmatch(raw)
        ):
            yield Found(match.start(), match.end(), Category.MASK, "mask:half", _WHY["half"], 0.9)
    for match in _MASKS.finditer(text, start, end):
        kind = str(match.lastgroup)
        if (
            kind == "letters"
            and match.group() == "XXX"
            and re.match(r"[ ]?e\b|[ ]?ème", text[match.end() : match.end() + 4])
        ):
            continue
        yield Found(match.start(), match.end(), Category.MASK, f"mask:{kind}", _WHY[kind], 0.9)
