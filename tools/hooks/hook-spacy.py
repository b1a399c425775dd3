"""spaCy and what it stands on: what a run of the model loads, and no other language.

Much of it is imported by compiled code, where PyInstaller cannot look. Its own hook takes all
seventy languages and the sources of the compiled parts.
"""

from PyInstaller import isolated
from PyInstaller.utils.hooks import collect_data_files


@isolated.decorate
def _loaded() -> list[str]:
    import sys

    from redactor.detect import model

    list(model.load().pipe(["Madame Josiane Exemple habite à Brest."]))
    tops = ("blis", "catalogue", "confection", "cymem", "murmurhash", "preshed", "spacy", "srsly")
    stubs = ("spacy.cli", "spacy.cli.info")
    return sorted(m for m in sys.modules if m.split(".")[0] in (*tops, "thinc") and m not in stubs)


hiddenimports = _loaded()
excludedimports = ["spacy.cli"]
datas = collect_data_files("spacy", includes=["*.cfg"])
