"""What the caller of a check may choose. There is nothing else to configure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How to check a file."""

    residual: bool = False
    """Run detection too, on what is left in clear."""
    names: tuple[str, ...] = ()
    """Candidates for what a box hides, by its width."""
    ocr: bool = True
    password: str | None = None
    profile: str = "tiers"
