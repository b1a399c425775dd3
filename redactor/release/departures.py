"""Where a release departs from its profile, and why: the registers and the bordereau carry it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from redactor.law.decisions import Decision
from redactor.law.profile import Profile

ID = "profil"
"""The « Identifiant » of its line in a register."""

_DONE = {
    Decision.OCCULT: "occulté",
    Decision.KEEP: "conservé",
    Decision.REVIEW: "examiné",
    Decision.DISJOIN: "disjoint",
}


@dataclass(frozen=True, slots=True)
class Departures:
    """The kinds of mention that a dossier treats otherwise than its profile."""

    kinds: tuple[str, ...]
    """« nom d’un agent dans ses fonctions : occulté (profil : conservé) »"""
    why: str

    @classmethod
    def of_dossier(cls, profile: Profile, changed: Mapping[str, Decision], why: str) -> Self | None:
        """What a dossier changed in `profile`; None where that comes to the same."""
        kinds = tuple(
            f"{profile.rows[name].french} : {_DONE[decision]}"
            f" (profil : {_DONE[profile.decisions[name]]})"
            for name, decision in changed.items()
            if profile.decisions[name] is not decision
        )
        return cls(kinds, why) if kinds else None

    @classmethod
    def of(cls, manifest: Mapping[str, Any]) -> Self | None:
        """What a manifest says; None where its profile was followed."""
        kinds = manifest.get("departures")
        if not isinstance(kinds, list | tuple) or not kinds:
            return None
        return cls(tuple(map(str, kinds)), str(manifest.get("departures_why") or ""))

    def facts(self) -> dict[str, Any]:
        """What the manifest keeps of it."""
        return {"departures": list(self.kinds), "departures_why": self.why}

    def said(self) -> str:
        """In one line, with the reason."""
        return f"{', '.join(self.kinds)}. Raison : {self.why}"

    def row(self) -> tuple[str, ...]:
        """Its line in a register, after the number."""
        return (
            "",
            "",
            "communication entière",
            "",
            f"Règles propres au dossier : {', '.join(self.kinds)}",
            f"raison : {self.why}",
            "",
            "",
            ID,
        )
