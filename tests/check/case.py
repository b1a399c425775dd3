"""A fault of a received file, beside the same file without it. The names are invented."""

from collections.abc import Callable
from dataclasses import dataclass

NAME = "Solange Béranger"
SENTENCE = f"La demande de Mme {NAME} a été reçue le 12 mars."
PLAIN = "Le service instruit les demandes dans leur ordre d’arrivée."
ADDRESS = "solange.beranger@exemple.fr"


@dataclass(frozen=True)
class Case:
    """A fault: its kind, the file that has it, the file that does not."""

    name: str
    kind: str
    suffix: str
    bad: Callable[[], bytes]
    clean: Callable[[], bytes]
    text: str = NAME
    beside: str = ""
    """What another document of the batch says."""
    names: tuple[str, ...] = ()
    residual: bool = False
