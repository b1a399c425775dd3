"""Which program and which model propose: what a register says of a proposal, and nothing else."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from redactor import __version__, paths

#: What saw a mention (`redactor.law.mention.Mention.detector`), as a register says it; all else
#: is a rule.
_KINDS = {"ner": "modèle", "pattern": "motif", "propagation": "rapprochement", "list": "liste"}
_PERSONS = frozenset({"", "person", "author"})


@dataclass(frozen=True, slots=True)
class Proposer:
    """The program and the model that proposed the mentions of a document."""

    program: str
    """``Redactor 0.1.0``"""
    model: str
    """``ner c772bb50 + crf 1f0a92c4``: the names of the weights and how their SHA-256 begin."""

    def of(self, detector: str) -> str:
        """« Redactor 0.1.0, modèle ner c772bb50 »; empty where no detector saw it, or nobody
        knows which."""
        saw = detector.partition(":")[0]
        if saw in _PERSONS or not self.program:
            return ""
        kind = _KINDS.get(saw, "règle")
        return f"{self.program}, {kind}" + (f" {self._which(detector)}" if kind == "modèle" else "")

    def _which(self, detector: str) -> str:
        """Of several models the one that a detector is named after, else the first."""
        models = self.model.split(" + ")
        named = detector.rpartition(":")[2]
        return next((model for model in models if model.startswith(f"{named} ")), models[0])

    def __str__(self) -> str:
        return f"{self.program}, {self.model}"

    @classmethod
    def read(cls, text: str) -> Self:
        """What `str` wrote."""
        program, _, model = text.partition(", ")
        return cls(program, model)


@lru_cache(maxsize=1)
def proposer() -> Proposer:
    """The program and the model that are installed here."""
    models = " + ".join(f"{name} {_digest(name)}" for name in ("ner", "crf"))
    return Proposer(f"Redactor {__version__}", models)


def _digest(name: str) -> str:
    """How the SHA-256 of installed weights begins."""
    try:
        told = json.loads((paths.weights(name) / "training.json").read_text("utf-8"))
        return str(told["model_sha256"])[:8]
    except (OSError, ValueError, KeyError, TypeError):
        return "?"
