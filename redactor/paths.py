"""Where the program's own files are: installed inside the package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def resource(name: str) -> Path:
    """A file or folder of `resources/`. Raises FileNotFoundError."""
    return _find(_PACKAGE / "_data" / "resources" / name, _CHECKOUT / "resources" / name)


def weights(name: str) -> Path:
    """A folder of trained weights, from `models/weights/`. Raises FileNotFoundError."""
    return _find(_PACKAGE / "_data" / "weights" / name, _CHECKOUT / "models" / "weights" / name)


def model_card() -> Path:
    """The card of the model. Raises FileNotFoundError."""
    return _find(_PACKAGE / "_data" / "CARD.md", _CHECKOUT / "models" / "CARD.md")


def licences() -> tuple[Path, ...]:
    """Our licence, what we build on, and in the packaged program the licences of all it holds."""
    found = [
        _find(_PACKAGE / "_data" / "LICENSE", _CHECKOUT / "LICENSE"),
        _find(_PACKAGE / "_data" / "NOTICE", _CHECKOUT / "NOTICE"),
        _PACKAGE / "_data" / "LICENCES-TIERS.txt",
    ]
    return tuple(path for path in found if path.exists())


def _find(installed: Path, checkout: Path) -> Path:
    for path in (installed, checkout):
        if path.exists():
            return path
    raise FileNotFoundError(str(installed))
