"""Every action of the window: its words, its keys, its icon. The help is made from this list."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from redactor.law.grounds import ground, grounds
from redactor.ui.translation import language

# Grounds that have a key, 1 to 9.
KEYED = 9


class Section(StrEnum):
    """The menus, in order. The grounds have keys and no menu."""

    FILE = "file"
    DOCUMENT = "document"
    DECIDE = "decide"
    GROUND = "ground"
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
        Section.DOCUMENT: translate("commands", "Docu&ment"),
        Section.DECIDE: translate("commands", "&Décider"),
        Section.GROUND: translate("commands", "Motifs"),
        Section.MOVE: translate("commands", "&Parcourir"),
        Section.VIEW: translate("commands", "&Affichage"),
        Section.HELP: translate("commands", "&Aide"),
    }[section]


def commands() -> tuple[Command, ...]:
    """Every command, in the order of the menus."""
    translate = QCoreApplication.translate
    file, document, decide, _, move, view, help_ = Section
    return (
        Command("new", file, translate("commands", "&Nouveau dossier…"), ("Ctrl+N",)),
        Command("open", file, translate("commands", "&Ouvrir des fichiers…"), ("Ctrl+O",), "open"),
        Command("check", file, translate("commands", "&Vérifier des fichiers reçus…"), ("Ctrl+K",)),
        Command(
            "properties",
            file,
            translate("commands", "Demande, &profil et listes…"),
            ("Ctrl+I",),
            "",
            True,
        ),
        Command("defaults", file, translate("commands", "&Règles propres au dossier…"), ()),
        Command("save-as", file, translate("commands", "Enregistrer le dossier &sous…"), ()),
        Command("protect", file, translate("commands", "P&hrase de passe…"), ()),
        Command("purge", file, translate("commands", "Pu&rger le dossier…"), ()),
        Command(
            "changes",
            file,
            translate("commands", "Ce qui chan&ge depuis la dernière communication…"),
            (),
            "",
            True,
        ),
        Command("preview", file, translate("commands", "Aperçu avant e&xport…"), ("Ctrl+P",)),
        Command(
            "export",
            file,
            translate("commands", "&Exporter les copies…"),
            ("Ctrl+E",),
            "export",
            True,
        ),
        Command("close", file, translate("commands", "&Fermer le dossier"), ("Ctrl+W",)),
        Command("quit", file, translate("commands", "&Quitter"), ("Ctrl+Q",), "", True),
        Command("move-up", document, translate("commands", "&Monter"), ("Alt+Up",)),
        Command("move-down", document, translate("commands", "&Descendre"), ("Alt+Down",)),
        Command(
            "exclude",
            document,
            translate("commands", "&Ne pas communiquer ce document…"),
            (),
            "disjoin",
            True,
        ),
        Command("include", document, translate("commands", "&Communiquer ce document"), ()),
        Command(
            "relocate", document, translate("commands", "Retrouver l’&original…"), (), "", True
        ),
        Command("read-again", document, translate("commands", "Relire une version &modifiée…"), ()),
        Command("read-scans", document, translate("commands", "Relire les pages &numérisées…"), ()),
        Command("read-page", document, translate("commands", "Relire cette &page numérisée…"), ()),
        Command("try-again", document, translate("commands", "&Essayer de relire"), ()),
        Command(
            "remove",
            document,
            translate("commands", "&Retirer ce document"),
            (),
            "close",
            True,
        ),
        Command("occult", decide, translate("commands", "&Occulter"), ("O",), "occult"),
        Command("keep", decide, translate("commands", "&Conserver"), ("C",), "keep"),
        Command(
            "occult-all",
            decide,
            translate("commands", "Occulter &toutes les mentions de l’ensemble"),
            ("Shift+O",),
        ),
        Command(
            "keep-all",
            decide,
            translate("commands", "Conserver to&utes les mentions de l’ensemble"),
            ("Shift+C",),
        ),
        Command(
            "reconsider", decide, translate("commands", "Remettre à &décider"), ("D",), "review"
        ),
        Command("skip", decide, translate("commands", "&Passer"), ("X",)),
        Command("flag", decide, translate("commands", "Si&gnaler avec une note…"), ("F",)),
        Command(
            "category", decide, translate("commands", "Changer la c&atégorie"), ("T",), "", True
        ),
        Command("ground", decide, translate("commands", "Changer le mot&if"), ("M",)),
        Command(
            "grow",
            decide,
            translate("commands", "&Étendre la fin d’un mot"),
            ("Alt+Right",),
            "",
            True,
        ),
        Command("shrink", decide, translate("commands", "Réduire la fin d’un mot"), ("Alt+Left",)),
        Command(
            "grow-start",
            decide,
            translate("commands", "Étendre le début d’un mot"),
            ("Alt+Shift+Left",),
        ),
        Command(
            "shrink-start",
            decide,
            translate("commands", "Réduire le début d’un mot"),
            ("Alt+Shift+Right",),
        ),
        Command(
            "add",
            decide,
            translate("commands", "&Ajouter la sélection comme mention"),
            ("A",),
            "",
            True,
        ),
        Command(
            "add-all", decide, translate("commands", "Ajouter la sélection &partout"), ("Shift+A",)
        ),
        Command(
            "find",
            decide,
            translate("commands", "&Chercher et occulter dans le dossier…"),
            ("Ctrl+Shift+F",),
        ),
        Command(
            "premarked",
            decide,
            translate("commands", "Reprendre ce que l’auteur avait &marqué…"),
            (),
        ),
        Command(
            "area", decide, translate("commands", "Tracer une &zone à occulter"), ("Z",), "area"
        ),
        Command(
            "disjoin",
            decide,
            translate("commands", "Dis&joindre la sélection…"),
            ("J",),
            "disjoin",
        ),
        Command(
            "disjoin-page",
            decide,
            translate("commands", "Disjoindre la pa&ge ou la rétablir…"),
            ("Shift+J",),
        ),
        Command(
            "merge",
            decide,
            translate("commands", "&Réunir avec une autre entité…"),
            ("E",),
            "",
            True,
        ),
        Command(
            "split", decide, translate("commands", "En faire une entité à &part"), ("Shift+E",)
        ),
        Command(
            "confirm",
            decide,
            translate("commands", "Seconde lecture : confi&rmer"),
            ("V",),
            "",
            True,
        ),
        Command(
            "return",
            decide,
            translate("commands", "Seconde lecture : ren&voyer avec une note…"),
            ("R",),
        ),
        Command("sign-off", decide, translate("commands", "&Signer le dossier…"), ()),
        Command("undo", decide, translate("commands", "A&nnuler"), ("Ctrl+Z",), "undo", True),
        Command(
            "redo", decide, translate("commands", "&Rétablir"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"
        ),
        Command(
            "next", move, translate("commands", "Mention &suivante à décider"), ("N", "S"), "next"
        ),
        Command(
            "previous",
            move,
            translate("commands", "Mention &précédente à décider"),
            ("P",),
            "previous",
        ),
        Command(
            "next-unseen", move, translate("commands", "Page suivante à &voir"), ("G",), "", True
        ),
        Command("next-area", move, translate("commands", "&Zone suivante"), ("Shift+Z",)),
        Command("next-flag", move, translate("commands", "Si&gnalement suivant"), ("Shift+F",)),
        Command(
            "filter",
            move,
            translate("commands", "&Filtrer les mentions"),
            ("Ctrl+F", "/"),
            "filter",
            True,
        ),
        Command("list", move, translate("commands", "Aller à la &liste des mentions"), ("F6",)),
        Command("page", move, translate("commands", "Aller au &document affiché"), ("F7",)),
        Command(
            "documents", move, translate("commands", "Aller à la liste des d&ocuments"), ("F8",)
        ),
        Command(
            "next-page",
            move,
            translate("commands", "Page suivante"),
            ("Ctrl+PgDown",),
            "next",
            True,
        ),
        Command(
            "previous-page",
            move,
            translate("commands", "Page précédente"),
            ("Ctrl+PgUp",),
            "previous",
        ),
        Command("next-document", move, translate("commands", "Document suivant"), ("Ctrl+Tab",)),
        Command(
            "previous-document",
            move,
            translate("commands", "Document précédent"),
            ("Ctrl+Shift+Tab",),
        ),
        Command(
            "zoom-in", view, translate("commands", "&Agrandir"), ("Ctrl++", "Ctrl+="), "zoom-in"
        ),
        Command("zoom-out", view, translate("commands", "&Réduire"), ("Ctrl+-",), "zoom-out"),
        Command(
            "fit-width",
            view,
            translate("commands", "&Largeur de la fenêtre"),
            ("Ctrl+0",),
            "fit-width",
        ),
        Command(
            "text-larger",
            view,
            translate("commands", "Texte plus &grand"),
            ("Ctrl+Shift++",),
            "",
            True,
        ),
        Command(
            "text-smaller", view, translate("commands", "Texte plus &petit"), ("Ctrl+Shift+-",)
        ),
        Command("help", help_, translate("commands", "&Touches du clavier"), ("?", "F1"), "help"),
        Command("about", help_, translate("commands", "À &propos de Redactor"), ()),
    )


def ground_commands() -> tuple[Command, ...]:
    """The grounds that have a key."""
    found = []
    for number, code in enumerate(keyed_grounds(), 1):
        known = ground(code)
        title = "" if known is None else known.english if language() == "en" else known.title
        found.append(
            Command(f"ground-{number}", Section.GROUND, f"{code} — {title}", (str(number),))
        )
    return tuple(found)


def keyed_grounds() -> Sequence[str]:
    """The codes of the grounds that have a key."""
    return [each.code for each in grounds() if each.passages][:KEYED]
