"""What a dossier knows before its documents are read. Loads no list and no model."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """Whose request it is, and the dossier's lists."""

    requesters: tuple[str, ...] = ()
    interested: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
