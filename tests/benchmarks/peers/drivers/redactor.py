"""Redactor, in the three parts of the comparison: names, copies, received files."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

job = json.load(sys.stdin)


def names() -> dict[str, object]:
    start = time.perf_counter()
    from models.evaluate import detector

    detect = detector("pipeline", None)
    detect("Bonjour.")
    loaded = time.perf_counter()
    found = [
        [(start, end) for start, end, label in detect(text) if label == "person"]
        for text in job["texts"]
    ]
    return {"load": loaded - start, "work": time.perf_counter() - loaded, "found": found}


def copies() -> dict[str, object]:
    """One export for each file, as a script would: a process each, its start counted."""
    start = time.perf_counter()
    outcomes = []
    for given, out in job["files"]:
        with tempfile.TemporaryDirectory() as folder:
            told = ["--accept", "none", "--redact", job["word"], "--ocr", "no"]
            done = subprocess.run(
                [sys.executable, "-m", "redactor", "export", given, "--out", f"{folder}/x", *told],
                capture_output=True,
            )
            made = sorted(Path(folder).glob("x/communicable/*"))
            if done.returncode == 0 and made:
                Path(out).write_bytes(made[0].read_bytes())
                outcomes.append("written")
            else:
                outcomes.append("held" if done.returncode == 1 else "failed")
    return {"work": time.perf_counter() - start, "outcomes": outcomes}


def received() -> dict[str, object]:
    from redactor.check.finding import Severity
    from redactor.check.inspection import check

    found, seconds = [], []
    for path in job["files"]:
        start = time.perf_counter()
        report = check(Path(path))
        found.append(sum(each.severity is not Severity.INFO for each in report.findings))
        seconds.append(time.perf_counter() - start)
    return {"found": found, "seconds": seconds}


print(json.dumps({"names": names, "copies": copies, "received": received}[job["part"]]()))
