"""`make demo`: open the sample dossier; without a screen, export it and say what was done."""

import csv
import os
import sys
from collections import Counter
from pathlib import Path

from redactor.cli import main

OUT = Path("out/demo")


def demo(samples: list[str]) -> int:
    """Returns the exit code of what was run."""
    screen = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if screen:
        return main(samples)
    code = main(["export", *samples, "--out", str(OUT), "--profile", "publication"])
    if code == 0:
        _tell()
    return code


def _tell() -> None:
    print(f"No screen here, so the sample dossier was exported by the command to {OUT}/:")
    for path in sorted(p for p in OUT.rglob("*") if p.is_file()):
        print(f"  {path.relative_to(OUT)}")
    with (OUT / "integrale" / "registre-integral.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for document, count in Counter(row["Document"] for row in rows).items():
        print(f"\n{document}: {count} passages occulted")
        lines = Counter(
            (row["Catégorie"], " ".join(row["Texte occulté"].split()), row["Motif"])
            for row in rows
            if row["Document"] == document
        )
        for (category, text, ground), times in sorted(lines.items()):
            print(f"  {category:<28} {text:<44.44} {times:>2} × {ground}")


if __name__ == "__main__":
    sys.exit(demo(sys.argv[1:]))
