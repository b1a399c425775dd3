"""The dossiers opened lately."""

from pathlib import Path

from PySide6.QtCore import QSettings

# Dossiers that are remembered.
REMEMBERED = 8


def recent(settings: QSettings) -> list[Path]:
    """Those that are still there, the last first."""
    names = settings.value("recent", [])
    listed = names if isinstance(names, list) else [names] if names else []
    return [path for name in listed if (path := Path(str(name))).is_file()]


def remember(settings: QSettings, opened: Path) -> None:
    """Put one first."""
    here = opened.resolve()
    others = [path for path in recent(settings) if path != here]
    settings.setValue("recent", [str(path) for path in [here, *others][:REMEMBERED]])
