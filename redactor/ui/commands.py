"""Every action of the window: its words, its keys, its icon. The help is made from this list."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from redactor.ui.detail_panel import KEYED


class Section(StrEnum):
    """The menus, in order."""

    FILE = "file"
    DECIDE = "decide"
    MOVE = "move"
    VIEW = "view"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Command:
    """What a person can do. Letters are keys without a modifier: fields of text keep them."""

    name: str
    section: Section
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    separated: bool = False
    """Whether a line stands above it in its menu."""


def section_name(section: Section) -> str:
    translate = QCoreApplication.translate
    return {
        Section.FILE: translate("commands", "&Fichier"),
        Section.DECIDE: translate("commands", "&Décider"),
        Section.MOVE: translate("commands", "&Parcourir"),
        Section.VIEW: translate("commands", "&Affichage"),
        Section.HELP: translate("commands", "&Aide"),
    }[section]


def commands() -> tuple[Command, ...]:
    """Every command, in the order of the menus."""
    tr = QCoreApplication.translate
    file, decide, move, view, help_ = Section
    return (
        Command("open", file, tr("commands", "&Ouvrir des fichiers…"), ("Ctrl+O",), "open"),
        Command("remove", file, tr("commands", "&Retirer ce document"), (), "close"),
        Command(
            "export", file, tr("commands", "&Exporter les copies…"), ("Ctrl+E",), "export", True
        ),
        Command("close", file, tr("commands", "&Fermer le dossier"), ("Ctrl+W",)),
        Command("quit", file, tr("commands", "&Quitter"), ("Ctrl+Q",), "", True),
        Command("occult", decide, tr("commands", "&Occulter"), ("O",), "occult"),
        Command("keep", decide, tr("commands", "&Conserver"), ("C",), "keep"),
        Command(
            "occult-all",
            decide,
            tr("commands", "Occulter &toutes les mentions de l’ensemble"),
            ("Shift+O",),
        ),
        Command(
            "keep-all",
            decide,
            tr("commands", "Conserver to&utes les mentions de l’ensemble"),
            ("Shift+C",),
        ),
        Command("reconsider", decide, tr("commands", "Remettre à &décider"), ("D",), "review"),
        Command("category", decide, tr("commands", "Changer la c&atégorie"), ("T",), "", True),
        Command("ground", decide, tr("commands", "Changer le &motif"), ("M",)),
        Command(
            "grow", decide, tr("commands", "&Étendre la fin d’un mot"), ("Alt+Right",), "", True
        ),
        Command("shrink", decide, tr("commands", "Réduire la fin d’un mot"), ("Alt+Left",)),
        Command(
            "grow-start", decide, tr("commands", "Étendre le début d’un mot"), ("Alt+Shift+Left",)
        ),
        Command(
            "shrink-start",
            decide,
            tr("commands", "Réduire le début d’un mot"),
            ("Alt+Shift+Right",),
        ),
        Command(
            "add", decide, tr("commands", "&Ajouter la sélection comme mention"), ("A",), "", True
        ),
        Command("add-all", decide, tr("commands", "Ajouter la sélection &partout"), ("Shift+A",)),
        Command(
            "find", decide, tr("commands", "&Chercher un texte et l’occulter…"), ("Ctrl+Shift+F",)
        ),
        Command("area", decide, tr("commands", "Tracer une &zone à occulter"), ("Z",), "area"),
        Command("undo", decide, tr("commands", "A&nnuler"), ("Ctrl+Z",), "undo", True),
        Command("redo", decide, tr("commands", "&Rétablir"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
        Command("next", move, tr("commands", "Mention &suivante à décider"), ("N", "S"), "next"),
        Command(
            "previous", move, tr("commands", "Mention &précédente à décider"), ("P",), "previous"
        ),
        Command(
            "filter", move, tr("commands", "&Filtrer les mentions"), ("Ctrl+F", "/"), "filter", True
        ),
        Command("list", move, tr("commands", "Aller à la &liste des mentions"), ("F6",)),
        Command("page", move, tr("commands", "Aller au &document affiché"), ("F7",)),
        Command("documents", move, tr("commands", "Aller à la liste des d&ocuments"), ("F8",)),
        Command("next-page", move, tr("commands", "Page suivante"), ("Ctrl+PgDown",), "next", True),
        Command(
            "previous-page", move, tr("commands", "Page précédente"), ("Ctrl+PgUp",), "previous"
        ),
        Command("next-document", move, tr("commands", "Document suivant"), ("Ctrl+Tab",)),
        Command(
            "previous-document", move, tr("commands", "Document précédent"), ("Ctrl+Shift+Tab",)
        ),
        Command("zoom-in", view, tr("commands", "&Agrandir"), ("Ctrl++", "Ctrl+="), "zoom-in"),
        Command("zoom-out", view, tr("commands", "&Réduire"), ("Ctrl+-",), "zoom-out"),
        Command(
            "fit-width", view, tr("commands", "&Largeur de la fenêtre"), ("Ctrl+0",), "fit-width"
        ),
        Command("help", help_, tr("commands", "&Touches du clavier"), ("?", "F1"), "help"),
        Command("about", help_, tr("commands", "À &propos de Redactor"), ()),
    )


def ground_keys() -> tuple[str, ...]:
    """The keys that give a ground."""
    return tuple(str(number) for number in range(1, KEYED + 1))
