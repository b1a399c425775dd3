"""What goes into the packaged program, for `build.spec`.

Entries are (name inside, source, kind).
"""

import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]

#: Imported by libraries if they are there, and used by no part of the program.
UNUSED = [
    *("tkinter", "torch", "tensorflow", "jax", "cupy", "matplotlib", "IPython", "pandas"),
    *("pytest", "_pytest", "hypothesis", "mypy", "setuptools", "pkg_resources", "pip", "pygments"),
    *("distributed", "dask", "tornado", "yaml", "psutil"),
    # spaCy's command line, with its HTTP clients; see redactor/detect/model.py.
    *("spacy.cli", "weasel", "typer", "rich", "requests", "httpx", "urllib3", "certifi", "jinja2"),
    *("spacy.tests", "thinc.tests", "numpy.f2py", "numpy.testing.tests"),
    *("PIL.ImageQt", "PIL.ImageTk", "lxml.isoschematron"),
    *("phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata"),
]

#: Qt's plugins: windows, their decoration and input, SVG icons and plain pictures. The others
#: serve embedded screens, the network, or bring a second widget library (GTK).
_PLUGINS = {
    "iconengines": None,
    "imageformats": ("qsvg", "qjpeg", "qgif", "qico"),
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qminimal.", "qwindows", "qcocoa"),
    "platforminputcontexts": None,
    "platformthemes": ("qxdgdesktopportal",),
    "styles": None,
    "wayland-decoration-client": None,
    "wayland-graphics-integration-client": None,
    "wayland-shell-integration": None,
    "xcbglintegrations": None,
}
_LANGUAGES = ("qtbase_fr", "qtbase_en", "qt_fr", "qt_en")


def wanted(entry: Entry) -> bool:
    """Whether a file found by the analysis serves the program."""
    path = PurePosixPath(entry[0].replace("\\", "/"))
    if entry[2] == "SYMLINK" and sys.platform == "linux":
        return False  # a second name at the top of a library that its package finds by itself
    if "PySide6" not in path.parts:
        return True
    if "translations" in path.parts:
        return path.stem in _LANGUAGES
    if "plugins" in path.parts:
        kind, name = path.parts[-2:]
        taken = _PLUGINS.get(kind, ())
        return taken is None or name.removeprefix("lib").startswith(taken)
    return True


def needed(binaries: list[Entry]) -> list[Entry]:
    """Leave out the libraries of the system that only left-out files asked for."""
    if sys.platform != "linux":
        return binaries
    waiting = {
        name: (name, source, kind)
        for name, source, kind in binaries
        # What starts the program loads the interpreter by name.
        if "/" not in name and kind == "BINARY" and not name.startswith("libpython")
    }
    found = [entry for entry in binaries if entry[0] not in waiting]
    for _, source, _ in found:  # grows as libraries are found
        for name, _path in get_imports(source):
            library = waiting.pop(PurePosixPath(name).name, None)
            if library is not None:
                found.append(library)
    return found


def stripped(binaries: list[Entry], folder: Path) -> list[Entry]:
    """The binaries without their debugging symbols, as copies in `folder`.

    Linux alone: elsewhere symbols lie apart. What auditwheel patched (`*.libs`) breaks when it
    is stripped.
    """
    strip = shutil.which("strip")
    if sys.platform != "linux" or strip is None:
        return binaries
    result = []
    for name, source, kind in binaries:
        if kind in ("BINARY", "EXTENSION") and ".libs/" not in source:
            copy = folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
            copy.chmod(0o755)
            done = subprocess.run([strip, "--strip-unneeded", copy], capture_output=True)
            if done.returncode == 0:
                source = str(copy)
        result.append((name, source, kind))
    return result
