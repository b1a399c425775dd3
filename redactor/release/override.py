"""What a person released all the same, and why: the register and the bordereau carry it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from redactor.law.words import counted

ID = "override"
"""The « Identifiant » of its line in a register."""

#: What held the release (`redactor.dossier.gate.Reason`), as a paper says it.
_HELD = {
    "failed": "document(s) illisible(s)",
    "unread": "partie(s) non lue(s)",
    "undecided": "mention(s) ou zone(s) non décidée(s)",
    "signal": "passage(s) signalé(s) non examiné(s)",
    "no_ground": "occultation(s) sans motif",
    "unseen": "page(s) non vue(s)",
    "returned": "décision(s) renvoyée(s) par le second lecteur",
    "not_confirmed": "signature du second lecteur absente",
}
_UNCOUNTED = frozenset({"not_confirmed"})


@dataclass(frozen=True, slots=True)
class Override:
    """A release made although something held it."""

    reason: str
    held: tuple[str, ...] = ()
    """What held it: ``undecided:3``, by document."""
    by: str = ""
    when: str = ""

    @classmethod
    def of(cls, manifest: Mapping[str, Any]) -> Self | None:
        """What a manifest says; None where nothing was overridden."""
        reason = manifest.get("override")
        if not isinstance(reason, str) or not reason:
            return None
        held = manifest.get("held")
        return cls(
            reason,
            tuple(map(str, held)) if isinstance(held, list | tuple) else (),
            str(manifest.get("override_by") or ""),
            str(manifest.get("override_when") or ""),
        )

    def facts(self) -> dict[str, Any]:
        """What the manifest keeps of it."""
        return {
            "override": self.reason,
            "held": list(self.held),
            "override_by": self.by,
            "override_when": self.when,
        }

    def said(self) -> str:
        """« 3 mentions ou zones non décidées, 1 page non vue »"""
        times: Counter[str] = Counter()
        for each in self.held:
            reason, _, number = each.partition(":")
            times[reason] += int(number) if number.isdigit() else 1
        return ", ".join(
            words if reason in _UNCOUNTED else counted(times[reason], words)
            for reason, words in _HELD.items()
            if times[reason]
        )

    def row(self, *, full: bool = True) -> tuple[str, ...]:
        """Its line in a register, after the number. `full`: with who decided it, and when to
        the minute."""
        return (
            "",
            "",
            "communication entière",
            "",
            f"Communiqué malgré : {self.said()}" if self.held else "Communiqué malgré tout",
            f"raison : {self.reason}",
            self.by if full else "",
            self.when if full else self.when[:10],
            ID,
        )
