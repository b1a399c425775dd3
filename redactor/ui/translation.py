"""The language of the window: French, or English from `resources/translations`.

The code holds the French sentences; `redactor_fr.qm` holds their plurals, `redactor_en.qm` all
of them in English. Qt's own words (dialog buttons) come from its catalogues.
"""

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
    for name, folder in (
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"redactor_{code}", str(resource("translations"))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


@cache
def language() -> str:
    """The code of the language spoken: ``fr`` or ``en``."""
    code = QLocale().name()[:2]
    return code if code in LANGUAGES else "fr"
