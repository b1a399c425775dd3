"""The tables of the guide that the program's own data say: keys, profiles, grounds.

    python -m tests.docs.tables

writes them anew between their marks; a test fails where a page holds anything else.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from redactor.law.decisions import Decision
from redactor.law.grounds import grounds
from redactor.law.profile import Profile, load, rows
from redactor.ui.commands import Command, Section, commands, ground_commands, section_name

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
_MARKED = re.compile(r"(<!-- table : (?P<name>[a-z]+) -->\n).*?(<!-- fin -->)", re.S)
_KEYS = {
    "Shift": "Maj",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "PgUp": "Page préc.",
    "PgDown": "Page suiv.",
}
_SAID = {
    Decision.OCCULT: "occulter",
    Decision.KEEP: "conserver",
    Decision.REVIEW: "**à décider**",
    Decision.DISJOIN: "disjoindre",
}


def filled(page: str) -> str:
    """A page of the guide with its tables as the program's data say them."""
    return _MARKED.sub(lambda m: m[1] + "\n".join(TABLES[m["name"]]()) + "\n" + m[3], page)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _head(*cells: str) -> list[str]:
    return [_row(*cells), "|" + "---|" * len(cells)]


def keys() -> Iterator[str]:
    """Every key, in the order of the menus."""
    every = (*commands(), *ground_commands())
    for section in Section:
        listed = [each for each in every if each.section is section and each.keys]
        yield ""
        yield f"### {section_name(section).replace('&', '')}"
        yield ""
        yield from _head("touche", "action")
        for command in listed:
            yield _row(" ou ".join(map(_spelled, command.keys)), plain(command).removesuffix("…"))


def plain(command: Command) -> str:
    # Where the window was set up before, its sentences have no-break spaces.
    return command.text.replace("&", "").replace("\u00a0", " ")


def _spelled(keys: str) -> str:
    # The last « + » of « Ctrl++ » is a key.
    held, key = (keys[:-2], "+") if keys.endswith("++") else keys.rpartition("+")[::2]
    parts = [*filter(None, held.split("+")), key]
    return " + ".join(f"`{_KEYS.get(each, each)}`" for each in parts)


def profiles() -> Iterator[str]:
    """What each profile proposes for each kind of mention."""
    of_third = [load(name) for name in ("tiers", "publication", "accord", "interesse")]
    yield from _head(
        "ce qui est trouvé", "tiers", "publication", "accord",
        "intéressé : les autres", "intéressé : lui-même", "motif",
    )  # fmt: skip
    for name, row in rows().items():
        said = [_SAID[profile.decisions[name]] for profile in of_third]
        said.append(_SAID[of_third[-1].own[name]])
        yield _row(row.french, *said, row.ground or _or(row.others))


def _or(others: tuple[str, ...]) -> str:
    return f"— (sinon {' ou '.join(others)})" if others else "—"


def own_grounds() -> Iterator[str]:
    """The grounds that a profile gives where the row has none, or instead of it."""
    yield from _head("profil", "pour", "motif")
    for name in ("tiers", "publication", "accord", "interesse"):
        profile = load(name)
        for row, ground in profile.grounds.items():
            yield _row(name, rows()[row].french, ground)
        if profile.ground:
            yield _row(name, "les lignes sans motif", profile.ground)


def doctrine() -> Iterator[str]:
    """What the doctrine says of each kind, and how we know it."""
    yield from _head("ce qui est trouvé", "note", "source")
    for row in rows().values():
        if row.comment:
            yield _row(row.french, row.comment, row.source or "—")


def articles() -> Iterator[str]:
    """The grounds that the program offers."""
    yield from _head("motif", "texte", "ce qu’il dit", "sert à", "source")
    for each in grounds():
        uses = (["un passage"] if each.passages else []) + (
            ["un document entier"] if each.documents else []
        )
        yield _row(each.code, each.article, each.title, ", ".join(uses), each.source)


def options() -> Iterator[str]:
    """The choices of each profile that are not about a kind of mention."""
    kinds: list[tuple[str, Callable[[Profile], bool]]] = [
        ("toutes les pages doivent avoir été vues", lambda p: p.options.pages_seen),
        ("une seconde personne doit signer", lambda p: p.options.second_reader),
        ("modifications suivies acceptées", lambda p: p.options.changes == "accept"),
        ("pièces jointes retirées", lambda p: "attachment" in p.options.dropped),
        ("commentaires retirés", lambda p: "comment" in p.options.dropped),
        ("propriétés retirées", lambda p: "metadata" in p.options.dropped),
    ]
    names = ("tiers", "publication", "accord", "interesse")
    yield from _head("", *names)
    for said, holds in kinds:
        yield _row(said, *("oui" if holds(load(name)) else "non" for name in names))


TABLES: dict[str, Callable[[], Iterator[str]]] = {
    "touches": keys,
    "profils": profiles,
    "propres": own_grounds,
    "doctrine": doctrine,
    "motifs": articles,
    "options": options,
}


def main() -> int:
    for path in sorted(GUIDE.glob("*.md")):
        before = path.read_text("utf-8")
        if (after := filled(before)) != before:
            path.write_text(after, "utf-8", newline="\n")
            print(path.name, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
