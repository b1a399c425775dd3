"""Why a mention is proposed, in the language of the window.

Detection says it in French, as dossiers, registers and the command keep it. The English of each
form is in `resources/translations/reasons_en.toml`.
"""

import re
import tomllib
from functools import cache

from redactor.paths import resource
from redactor.ui.translation import language

_Forms = tuple[tuple[re.Pattern[str], str], ...]


def reason(why: str) -> str:
    """A reason as the window says it; in French where its form is not known."""
    return (language() == "en" and in_english(why)) or why


def role_reason(clue: str) -> str:
    """What gave a role: the document's words, and ours in the language of the window."""
    if language() != "en":
        return clue
    for french, english in _table()["clues"].items():
        clue = clue.replace(french, english)
    told, differ, roles = clue.partition("different roles: ")
    names = _table()["roles"]
    return told + differ + ", ".join(names.get(role, role) for role in roles.split(", "))


def in_english(why: str) -> str | None:
    """The English of a reason; None where its form is not known."""
    for pattern, english in _forms("tails"):
        if (match := pattern.fullmatch(why)) and (form := in_english(match[1])):
            return english.format(form, *match.groups()[1:])
    for pattern, english in _forms("forms"):
        if match := pattern.fullmatch(why):
            return english.format(*match.groups())
    return None


@cache
def _forms(name: str) -> _Forms:
    return tuple(
        (re.compile(re.escape(french).replace(r"\{\}", "(.+)"), re.DOTALL), english)
        for french, english in _table()[name].items()
    )


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads((resource("translations") / "reasons_en.toml").read_text("utf-8"))
