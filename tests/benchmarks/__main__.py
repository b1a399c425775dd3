"""`make bench`."""

import subprocess
import sys

#: Each in a process of its own, so that one's memory is not another's.
PARTS = ("detection", "export", "dossier", "check", "window", "word")

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{part}"], check=True)
        print()
