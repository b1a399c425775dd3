"""What a verification says. Nothing here ever holds an occulted text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from redactor.text.flow import Unread

Progress = Callable[[float], None]
"""Told what part of a verification is done, 0 to 1."""


def silent(done: float) -> None:
    """Nobody asked for progress."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found, in words that a person can follow."""

    where: str
    """``page 3``, ``object 12``, the name of a part."""
    page: int | None = None
    """1-based."""
    channel: str = ""
    """A channel of `redactor.text.flow.Channel`, or ``outside`` for bytes of no object."""
    engine: str = ""
    """Which reading found it: ``pdfium``, ``mupdf``, ``objects``, ``bytes``, ``expat``, …"""
    detail: str = ""
    """More precisely: a key, an attribute, an offset. Never the occulted text."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something of occulted texts can be read in the copy."""

    occultations: tuple[str, ...]
    """The ids of the plan whose text was found; every one that has this text."""
    place: Place
    kind: str
    """``text``: the text itself; ``reversed``, ``encoded``: under that guise; ``remainder``: a
    word of it; ``letters``: letters of it; ``page``: a removed page's content; ``area``: what
    an area held; ``unhighlighted``, ``highlighted``: an audit copy that marks too little or
    too much."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was not occulted is not the same in the copy."""

    place: Place
    what: str
    """``missing``, ``added``, ``order``, ``pages``, ``picture``, ``part``."""


@dataclass(frozen=True, slots=True)
class Report:
    """The result of verifying one copy."""

    leaks: tuple[Leak, ...] = ()
    changes: tuple[Change, ...] = ()
    unread: tuple[Unread, ...] = ()
    engines: tuple[str, ...] = ()
    checked: Mapping[str, int] = field(default_factory=dict)
    """How much was looked at: ``texts`` looked for, ``unsearchable`` ones (no letter and no
    digit), ``pages``, those ``rendered`` and compared, those that the ``same`` objects draw,
    ``objects``, ``parts``, and the ``characters`` read in the copy by all engines."""

    @property
    def sound(self) -> bool:
        """Whether nothing was found. What was not read is for the caller to weigh."""
        return not self.leaks and not self.changes
