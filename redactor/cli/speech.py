"""What the command says to a person: on stderr, in their language."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from redactor.formats.errors import NeedsPassword
from redactor.messages import LANGUAGES, say
from redactor.problem import Problem


def language() -> str:
    """The person's: French, unless REDACTOR_LANG says otherwise."""
    wanted = os.environ.get("REDACTOR_LANG", "fr")[:2].lower()
    return wanted if wanted in LANGUAGES else "fr"


@dataclass(frozen=True, slots=True)
class Speech:
    """Sentences go to `stream`, results never do."""

    language: str
    stream: TextIO
    origins: dict[Path, Path] = field(default_factory=dict)
    """How a person knows a file that was unpacked."""

    @staticmethod
    def of_environment() -> "Speech":
        """Sentences for the person who runs the command."""
        return Speech(language(), sys.stderr)

    def line(self, key: str, /, **facts: str | int | float) -> None:
        """Say one sentence of the catalogue."""
        self._print(say(f"command.{key}", self.language, **facts))

    def shown(self, file: Path) -> Path:
        """The path by which a person knows a file."""
        return self.origins.get(file, file)

    def problem(self, problem: Problem, file: Path | str = "") -> None:
        """Say what went wrong, with the file it went wrong with."""
        sentence = say(problem.key, self.language, **problem.facts)
        if isinstance(problem, NeedsPassword):
            sentence += " (--password-file FILE)"
        known = self.shown(file) if isinstance(file, Path) else file
        what = known or problem.facts.get("document", "")
        self._print(f"{what} : {sentence}" if what else sentence)

    def warning(self, key: str, file: Path | str) -> None:
        """Say something that a person should know of a file that was read all the same."""
        known = self.shown(file) if isinstance(file, Path) else file
        self._print(f"{known} : {say(key, self.language)}")

    def trace(self, places: str) -> None:
        """Say where in the code something failed, for a report."""
        self._print(places)

    def text(self, key: str, /, **facts: str | int | float) -> str:
        """A sentence of the whole catalogue, in the person's language."""
        return say(key, self.language, **facts)

    def progress(self, done: float, what: str) -> None:
        """Show progress, to a terminal only."""
        if self.stream.isatty():
            bar = "█" * round(20 * done)
            print(f"\r\x1b[K{bar:░<20} {what}", end="", file=self.stream, flush=True)

    def _print(self, sentence: str) -> None:
        if self.stream.isatty():
            print("\r\x1b[K", end="", file=self.stream)
        # One line, whatever a stranger put into a file's name, and nothing a terminal obeys.
        line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in sentence)
        print(line, file=self.stream, flush=True)
