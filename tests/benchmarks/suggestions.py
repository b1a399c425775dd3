"""Suggested areas: how many of the things on drawn pages are found, and what else is.

python -m tests.benchmarks.suggestions [FOLDER of PDF files without such things]
"""

import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from redactor.formats.base import Box, ReadOptions
from redactor.formats.errors import Problem
from redactor.formats.pdf import ADAPTER
from tests.formats.sight.pages import WAYS, letter, save

KINDS = (
    "handwritten_signature",
    "stamp",
    "photograph",
    "qr_code",
    "data_matrix",
    "machine_readable_zone",
)
PAGES = 20


def main() -> None:
    print(f"{'kind':<24} {'way':<8} {'found':>8} {'others':>7} {'ms a page':>10}")
    with TemporaryDirectory() as folder:
        for kind in (*KINDS, "nothing"):
            for way in WAYS:
                drawn(Path(folder, "page.pdf"), kind, way)
    for folder_name in sys.argv[1:]:
        real(Path(folder_name))


def drawn(path: Path, kind: str, way: str) -> None:
    found = others = 0
    seconds = 0.0
    # What is recognised matters to zones alone, and takes a hundred times longer than the rest.
    options = ReadOptions(ocr=kind == "machine_readable_zone" and way.startswith("scan"))
    for seed in range(PAGES):
        page = letter(seed, () if kind == "nothing" else (kind,), way)
        with ADAPTER.open(save(path, page), None, options) as source:
            source.page_text(1)
            start = time.perf_counter()
            seen = source.suggested(1)
            seconds += time.perf_counter() - start
        for _, box in page.things:
            found += any(one.kind == kind and covered(box, one.box) > 0.7 for one in seen)
        others += sum(one.kind != kind for one in seen)
    share = f"{found}/{PAGES}" if kind != "nothing" else "-"
    print(f"{kind:<24} {way:<8} {share:>8} {others:>7} {1000 * seconds / PAGES:>10.0f}", flush=True)


def covered(thing: Box, by: Box) -> float:
    wide = min(thing[2], by[2]) - max(thing[0], by[0])
    tall = min(thing[3], by[3]) - max(thing[1], by[1])
    area = (thing[2] - thing[0]) * (thing[3] - thing[1])
    return wide * tall / area if wide > 0 and tall > 0 else 0.0


def real(folder: Path) -> None:
    """What is suggested on real pages, to be looked at one by one."""
    counts: Counter[str] = Counter()
    pages, seconds = 0, 0.0
    for path in sorted(folder.glob("*.pdf")):
        try:
            with ADAPTER.open(path) as source:
                for number in range(1, min(source.pages, 10) + 1):
                    source.page_text(number)
                    start = time.perf_counter()
                    seen = source.suggested(number)
                    seconds += time.perf_counter() - start
                    pages += 1
                    counts.update(one.kind for one in seen)
                    for one in seen:
                        print(f"  {path.name} p{number} {one.kind} {one.confidence} {one.box}")
        except Problem:
            continue
    print(f"{pages} pages, {1000 * seconds / max(pages, 1):.0f} ms a page: {dict(counts)}")


if __name__ == "__main__":
    main()
