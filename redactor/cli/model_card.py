"""`redactor model-card`: what proposes, on what it was trained and measured, and its limits.

An administration explains the algorithms that it uses (see CRPA, art. L.311-3-1 and L.312-1-3).
"""

import argparse
import json
import sys
from typing import Any

from redactor import paths
from redactor.cli.speech import Speech
from redactor.release.manifest import program


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    commands.add_parser(
        "model-card",
        help="print what proposes names, on what it was trained and measured",
        allow_abbrev=False,
    )


def run(parsed: argparse.Namespace, speech: Speech) -> int:  # noqa: ARG001 - as all commands
    sys.stdout.write(text())
    return 0


def text() -> str:
    """The card, with the versions of what is installed here."""
    card = paths.model_card().read_text("utf-8").rstrip()
    of_program = program()
    lines = [
        "",
        "",
        "## Installed here",
        f"- {of_program['name']} {of_program['version']}, Python {of_program['python']}",
        *(f"- {name} {version}" for name, version in of_program["libraries"].items()),
        *(
            f"- weights/{model}, {name}: {value}"
            for model in ("ner", "crf")
            for name, value in _training(model).items()
        ),
        "",
    ]
    return card + "\n".join(lines)


def _training(model: str) -> dict[str, Any]:
    """Those facts of the training that say which weights these are."""
    try:
        told = json.loads((paths.weights(model) / "training.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: value for name, value in told.items() if isinstance(value, str | int | float)}
