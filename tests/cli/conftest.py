import contextlib
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from redactor.cli import main

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture(scope="module")
def redactor() -> Iterator[Callable[..., Ran]]:
    """Run the command as a shell would."""

    def run(*words: str | Path) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main([str(word) for word in words])
            except SystemExit as stop:
                code = int(stop.code or 0)
        return Ran(code, out.getvalue(), err.getvalue())

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("REDACTOR_LANG", "fr")
        yield run


@pytest.fixture(scope="session")
def letter() -> Path:
    return SAMPLES / "1-lettre-sinistre.pdf"


@pytest.fixture(scope="session")
def minutes() -> Path:
    return SAMPLES / "2-compte-rendu-commission.docx"


@pytest.fixture(scope="session")
def samples(letter: Path, minutes: Path) -> Sequence[Path]:
    return (letter, minutes, SAMPLES / "3-courriel-temoin.pdf")
