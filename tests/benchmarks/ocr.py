"""Character error rate and seconds a page on synthetic scans.

python -m tests.benchmarks.ocr
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pymupdf
from rapidfuzz.distance import Levenshtein

from redactor.formats.base import ReadOptions
from redactor.formats.pdf import ADAPTER
from redactor.text.flow import Channel, Flow, Unread
from tests.formats.ocr.scanned import LETTER, Spoil, scan

CASES: dict[str, tuple[Spoil, dict[str, object]]] = {
    "clean, 200 dpi": (Spoil(), {}),
    "clean, 300 dpi": (Spoil(dpi=300), {}),
    "150 dpi": (Spoil(dpi=150), {}),
    "100 dpi": (Spoil(dpi=100), {}),
    "Helvetica": (Spoil(), {"font": "helv"}),
    "Courier 10": (Spoil(), {"font": "cour", "size": 9.0}),
    "8 points": (Spoil(), {"size": 8.0}),
    "skew 1°": (Spoil(skew=1), {}),
    "skew 3°": (Spoil(skew=3), {}),
    "skew 5°": (Spoil(skew=5), {}),
    "two columns": (Spoil(), {"columns": 2, "size": 9.5}),
    "two columns, skew 2°": (Spoil(skew=2), {"columns": 2, "size": 9.5}),
    "contrast 0.3": (Spoil(contrast=0.3), {}),
    "contrast 0.15": (Spoil(contrast=0.15), {}),
    "contrast 0.07": (Spoil(contrast=0.07, noise=2), {}),
    "one name": (Spoil(), {}),
    "blank": (Spoil(contrast=0.0), {}),
    "noise 40": (Spoil(noise=40), {}),
    "blur 1.2": (Spoil(blur=1.2), {}),
    "blur 2": (Spoil(blur=2.0), {}),
    "quality 20": (Spoil(quality=20), {}),
    "turned 90°": (Spoil(turn=1), {}),
    "turned 180°": (Spoil(turn=2), {}),
    "turned 270°": (Spoil(turn=3), {}),
}


def main() -> None:
    print(f"{'case':<24} {'errors':>7} {'seconds':>8}  unread  (PyMuPDF {pymupdf.__version__})")
    with TemporaryDirectory() as folder:
        for name, (spoil, layout) in CASES.items():
            text = "Hyacinthe Trévidic" if name == "one name" else LETTER
            path = scan(Path(folder, "scan.pdf"), (text,), spoil, **layout)  # type: ignore[arg-type]
            start = time.perf_counter()
            with ADAPTER.open(path, None, ReadOptions(ocr=True)) as source:
                read = list(source.read())
            seconds = time.perf_counter() - start
            found = " ".join(
                each.text for each in read if isinstance(each, Flow) and each.channel is Channel.OCR
            )
            unread = ", ".join(each.why for each in read if isinstance(each, Unread))
            print(f"{name:<24} {errors(text, found):7.2%} {seconds:8.1f}  {unread}")


def errors(truth: str, read: str) -> float:
    """Edits a character, white space counted as one."""
    one, two = " ".join(truth.split()), " ".join(read.split())
    one, two = (each.replace("’", "'") for each in (one, two))
    return Levenshtein.distance(one, two) / len(one)


if __name__ == "__main__":
    main()
