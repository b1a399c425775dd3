"""The language of the window: French, or English from `resources/translations`.

The code holds the French sentences; `redactor_fr.qm` holds their plurals, `redactor_en.qm` all
of them in English. Qt's own words (dialog buttons) come from its catalogues.
"""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from redactor.paths import resource

LANGUAGES = ("fr", "en")

_LOCALES = {
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def install(app: QCoreApplication, chosen: str) -> None:
    """Make the window speak a language. Before any widget is made."""
    locale = _LOCALES.get(chosen, _LOCALES["fr"])
    QLocale.setDefault(locale)
    language.cache_clear()
    code = locale.name()[:2]
    ours = _French(app) if code == "fr" else QTranslator(app)
    ours.load(f"redactor_{code}", str(resource("translations")))
    app.installTranslator(ours)
    # Asked before ours, which has an answer to everything.
    qt = QTranslator(app)
    qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    app.installTranslator(qt)


class _French(QTranslator):
    """The plurals of the catalogue, and every other sentence as the code has it."""

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        found = super().translate(context, source_text, disambiguation or "", n)
        return typeset(found or source_text)


def typeset(french: str) -> str:
    """A French sentence whose « : ; ? ! » and guillemets no line's end parts from their words."""
    return _PARTED.sub("\u00a0", french)


_PARTED = re.compile(r"(?<=«) | (?=[»:;?!])")


@cache
def language() -> str:
    """The code of the language spoken: ``fr`` or ``en``."""
    code = QLocale().name()[:2]
    return code if code in LANGUAGES else "fr"
