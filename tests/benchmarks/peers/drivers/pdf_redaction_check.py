"""pdf-redaction-check, alone or told the text that must not be there: what it finds of weight."""

import json
import subprocess
import sys
import time
from pathlib import Path

job = json.load(sys.stdin)
tool = [str(Path(sys.executable).parent / "pdf-redaction-check"), "--json"]
if job.get("word"):
    tool += ["-s", job["word"]]
found, seconds = [], []
for path in job["files"]:
    start = time.perf_counter()
    done = subprocess.run([*tool, path], capture_output=True, text=True)
    try:
        told = json.loads(done.stdout)["findings"]
        found.append(sum(each["severity"] != "INFO" for each in told))
    except ValueError:
        found.append(None)
    seconds.append(time.perf_counter() - start)
print(json.dumps({"found": found, "seconds": seconds}))
