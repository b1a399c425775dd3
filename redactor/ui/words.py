"""What the window calls things, in the language spoken."""

from PySide6.QtCore import QCoreApplication, QLocale

from redactor import messages
from redactor.formats.errors import Problem
from redactor.law import words as law
from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision
from redactor.text.flow import Channel, Unread
from redactor.ui.translation import language, typeset


def category_name(category: Category) -> str:
    return law.name(category, language())


def role_name(role: Role) -> str:
    return law.name(role, language())


def state_name(decision: Decision) -> str:
    """What has been, or will be, done with a mention."""
    translate = QCoreApplication.translate
    return {
        Decision.REVIEW: translate("words", "à décider"),
        Decision.OCCULT: translate("words", "occultée"),
        Decision.KEEP: translate("words", "conservée"),
        Decision.DISJOIN: translate("words", "disjointe"),
    }[decision]


def channel_name(channel: Channel) -> str:
    """Where a text stands."""
    return say(f"channel.{channel.value}")


def part_name(part: str) -> str:
    """What a copy no longer has: a channel, or a part that only a format knows."""
    translate = QCoreApplication.translate
    known = {
        "thumbnail": translate("words", "vignette d’aperçu"),
        "signature": translate("words", "signature électronique"),
        "macro": translate("words", "macros"),
        "revision-ids": translate("words", "identifiants de révision"),
        "tracked-changes": translate("words", "suivi des modifications"),
        "drawing-cache": translate("words", "copie de travail d’un dessin"),
        "comments": translate("words", "commentaires"),
        "cropped-pixels": translate("words", "parties rognées d’images"),
        "image-metadata": translate("words", "propriétés d’images"),
        "printer-settings": translate("words", "réglages d’imprimante"),
        "envelope": translate("words", "enveloppe du courriel"),
        "tracking-pixel": translate("words", "image de suivi"),
        "outside": translate("words", "hors des objets du fichier"),
    }
    if part in known:
        return known[part]
    try:
        return channel_name(Channel(part))
    except ValueError:
        return part


def detector_name(detector: str) -> str:
    """What saw a mention, for a person: ``rule:civility`` is a rule."""
    translate = QCoreApplication.translate
    kind = detector.split(":", 1)[0]
    return {
        "ner": translate("words", "Modèle de langue"),
        "rule": translate("words", "Règle"),
        "pattern": translate("words", "Motif vérifié"),
        "propagation": translate("words", "Rapprochement"),
        "list": translate("words", "Liste du dossier"),
        "signal": translate("words", "Signal"),
        "person": translate("words", "Ajoutée à la main"),
        "author": translate("words", "Marqué par l’auteur"),
        "user": translate("words", "Ajoutée à la main"),
        "manual": translate("words", "Ajoutée à la main"),
    }.get(kind, detector)


def kind_name(kind: str) -> str:
    """What a suggested area shows; empty for what is drawn by hand."""
    translate = QCoreApplication.translate
    return {
        "handwritten_signature": translate("words", "Signature manuscrite"),
        "stamp": translate("words", "Cachet"),
        "photograph": translate("words", "Photographie"),
        "qr_code": translate("words", "Code QR"),
        "data_matrix": translate("words", "Code 2D"),
        "machine_readable_zone": translate("words", "Zone de lecture automatique"),
    }.get(kind, "")


def percent(value: float) -> str:
    """0.973 → « 97 % », as the language writes it."""
    gap = "\u202f" if language() == "fr" else ""
    return f"{QLocale().toString(round(value * 100))}{gap}%"


def sentence(problem: Problem) -> str:
    """A problem said to a person."""
    return say(problem.key, problem.facts)


def say(key: str, facts: dict[str, str | int] | None = None) -> str:
    """The sentence of a message key; the key itself where a catalogue lacks it."""
    try:
        said = messages.say(key, language(), **(facts or {}))
    except KeyError:
        return key
    return typeset(said) if language() == "fr" else said


def say_unread(unread: Unread) -> str:
    """What could not be read, and why."""
    between = "\u00a0: " if language() == "fr" else ": "
    return f"{unread.where}{between}{say(unread.why)}"
