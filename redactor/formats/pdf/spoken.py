"""What assistive technology is told in place of glyphs: it goes with the glyphs it stands for.

``ActualText``, ``Alt`` and ``E`` (ISO 32000-2, 14.9) repeat words of their page. Where words go
from a page, the same words go from what its marked content and structure elements say of it,
whether or not that flow was decided apart: no reader of the page would understand otherwise.
"""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache

import pikepdf

from redactor.formats.pdf import channels, content
from redactor.formats.pdf.places import Place
from redactor.text.flow import Channel

_SHORTEST = 3
"""Letters: what a sequence says alone is part of a removed word from this length on; shorter
ones are ligatures and hyphens."""


def may_speak(pdf: pikepdf.Pdf, number: int) -> bool:
    """Whether page `number` may have such text: it is tagged, or its content carries some."""
    if "/StructTreeRoot" in pdf.Root:
        return True
    data = content.contents(pdf.pages[number - 1]) or b""
    return b"BDC" in data or b"/Do" in data or b" Do" in data


def scrub(
    pdf: pikepdf.Pdf,
    pages: Collection[int],
    gone_from: Callable[[int], Mapping[str, str]],
    decided: Collection[str],
) -> None:
    """Take what goes from each of `pages` out of what is said of it.

    `gone_from`: each text with its label, of a page that something is said of; `decided`: flows
    that were rewritten by decision.
    """
    gone_from = cache(gone_from)
    places = [
        place
        for place in channels.Walk(pdf).everything()
        if isinstance(place, Place)
        and place.flow.channel is Channel.STRUCTURE
        and place.flow.page in pages
        and place.flow.id not in decided
    ]
    for place in places:
        assert place.flow.page is not None
        said = without(place.flow.text, gone_from(place.flow.page))
        if said != place.flow.text:
            place.write(said)


def without(said: str, gone: Mapping[str, str]) -> str:
    """`said`, each text of `gone` in it replaced by its label."""
    own = _letters(said)
    for text in sorted(gone, key=len, reverse=True):
        words = text.split()
        if not words:
            continue
        if len(own) >= _SHORTEST and own in _letters(text):
            return gone[text]
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
        label = gone[text]
        said = re.sub(pattern, lambda _, label=label: label, said, flags=re.IGNORECASE)  # type: ignore[misc]
    return said


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
