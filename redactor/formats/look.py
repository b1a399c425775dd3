"""How styles dress text, as far as it tells what is seen of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What is said of a stretch of text; None where nothing is."""

    hidden: bool | None = None
    colour: str | None = None
    size: float | None = None
    """In the format's own unit."""
    ground: str | None = None
    """Behind the letters, the paragraph or the cell."""

    def over(self, below: "Look") -> "Look":
        """This look, and what it leaves unsaid as `below` says it."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.colour if self.colour is None else self.colour,
            below.size if self.size is None else self.size,
            below.ground if self.ground is None else self.ground,
        )
