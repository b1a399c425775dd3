"""A text in which secrets are searched, with what is asked of it more than once."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.detect.links import PATH, URL
from redactor.detect.secret_rules import names_one

# What gives a value to a name, or stands between the two.
_GIVING = ("=", ":", "<", "|", "',", '",', "' ,", '" ,')


@dataclass(frozen=True, slots=True)
class Searched:
    """A text, and the cheap questions that spare it the dear patterns."""

    text: str
    small: str
    """The text in small letters."""
    links: tuple[tuple[int, int], ...]
    gives: bool
    """Whether something in it may give a value to a name."""
    names: bool
    """Whether it does, and holds a secret's name."""

    @classmethod
    def of(cls, text: str) -> Searched:
        small = text.lower()
        links = (match.span() for pattern in (URL, PATH) for match in pattern.finditer(text))
        gives = any(sign in text for sign in _GIVING)
        return cls(
            text,
            small,
            tuple(links) if "/" in text else (),
            gives,
            gives and names_one(text, small),
        )

    def in_link(self, at: int) -> bool:
        """Whether a place is in a link, whose secrets `links.urls` reads."""
        return any(low <= at < high for low, high in self.links)
