"""Checking received files: plain pages against the extraction of their characters, and pages
with many drawings."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pymupdf

from redactor.check.inspection import check
from tests.benchmarks.clock import clock, peak_mb
from tests.benchmarks.material import text_pdf

_PLAIN, _DRAWN, _DRAWINGS = 500, 50, 44


def main() -> None:
    check_a_little()
    with TemporaryDirectory() as folder:
        plain = text_pdf(Path(folder) / "plain.pdf", _PLAIN)
        drawn = with_drawings(Path(folder) / "drawn.pdf", _DRAWN, _DRAWINGS)
        with clock() as extracting, pymupdf.open(plain) as document:
            for page in document:
                page.get_text("rawdict")
        with clock() as checking:
            check(plain)
        with clock() as drawing:
            report = check(drawn)
    print(f"check of {_PLAIN} plain pages")
    print(f"  extraction         {extracting.processor:10.2f} s of processor")
    print(f"  check              {checking.processor:10.2f} s of processor")
    ratio = checking.processor / extracting.processor
    print(f"  ratio              {ratio:10.2f}   (target: 3.00 or less)")
    print(f"check of {_DRAWN} pages with {_DRAWINGS} drawings, {len(report.findings)} findings")
    print(f"  check              {drawing.processor:10.2f} s of processor   (target: 3.00 or less)")
    print(f"  wall clock         {drawing.seconds:10.2f} s")
    print(f"  peak memory        {peak_mb():10,.0f} MB")


def with_drawings(path: Path, pages: int, drawings: int) -> Path:
    """Pages of text over and under so many rectangles: shaded rows, rules, boxes that hide."""
    text_pdf(path, pages)
    with pymupdf.open(path) as document:
        for page in document:
            words = page.get_text("words")[5::7]
            for number in range(drawings):
                x0, y0, x1, y1, *_ = words[number % len(words)]
                if number % 2:
                    page.draw_rect((x0, y0, x1, y1), color=None, fill=(0, 0, 0))
                else:
                    page.draw_rect(
                        (56, y0, 539, y1), color=None, fill=(0.9, 0.9, 0.95), overlay=False
                    )
        data = document.tobytes(garbage=4, deflate=True)
    path.write_bytes(data)
    return path


def check_a_little() -> None:
    """Load what the first check of a process loads, which is no page's time."""
    with TemporaryDirectory() as folder:
        check(text_pdf(Path(folder) / "one.pdf", 1))


if __name__ == "__main__":
    main()
