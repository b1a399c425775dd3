"""Character error rate and seconds a page on synthetic scans; how large the copy of a scan is.

python -m tests.benchmarks.ocr
python -m tests.benchmarks.ocr sizes [PAGES [CODING]]
"""

import io
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pymupdf
from PIL import Image
from rapidfuzz.distance import Levenshtein

from redactor.formats.base import Occultation, Plan, ReadOptions
from redactor.formats.pdf import ADAPTER
from redactor.text.flow import Channel, Flow, Span, Unread
from tests.benchmarks.clock import clock
from tests.formats.ocr.scanned import LETTER, Spoil, drawn, scan, spoiled

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


def sizes(pages: int, codings: Sequence[str]) -> None:
    """The redacted copy of a scan of 200 dots an inch, a name occulted on each page, against the
    original: both hold pictures; the copy has a text layer too. Processor seconds of a page, to
    recognise and to write it."""
    head = f"{'coding':<10} {'pages':>5} {'original':>10} {'copy':>10} {'ratio':>6}"
    print(head + f" {'read, s':>9} {'write, s':>9}")
    with TemporaryDirectory() as folder:
        for coding in codings:
            path, out = Path(folder, "scan.pdf"), Path(folder, "copy.pdf")
            coded(path, pages, coding)
            options = ReadOptions(ocr=True, ocr_cache=Path(folder, "read"))
            with clock() as reading, ADAPTER.open(path, None, options) as source:
                flows = [each for each in source.read() if isinstance(each, Flow)]
            found = [
                Occultation(f"o{number}", Span(flow.id, at, at + len(NAME)), "[nom]")
                for number, flow in enumerate(flows)
                if (at := flow.text.find(NAME)) >= 0
            ]
            with clock() as writing, ADAPTER.open(path, None, options) as source:
                source.write_redacted(out, Plan(tuple(found)))
            before, after = path.stat().st_size, out.stat().st_size
            print(
                f"{coding:<10} {pages:>5} {before:>10} {after:>10} {after / before:>6.2f}"
                f" {reading.processor / pages:>9.2f} {writing.processor / pages:>9.2f}"
                f"  ({len(found)} occulted)",
                flush=True,
            )


NAME = "Trévidic"


def coded(path: Path, pages: int, coding: str) -> None:
    """A scan whose pages are coded in one way, each with grain of its own."""
    with pymupdf.open() as doc:
        for number in range(pages):
            text = f"{number + 1}/{pages}\n\n{LETTER}"
            spoil = Spoil(skew=(number % 5 - 2) / 4)
            grey = spoiled(drawn(text, spoil.dpi, 1, "tiro", 11.0), spoil, number)
            page = doc.new_page(width=595, height=842)
            if coding == "group 4":
                as_group_4(page, grey)
                continue
            out = io.BytesIO()
            if coding == "jpeg":
                grey.save(out, "JPEG", quality=spoil.quality)
            else:
                grey.point(lambda v: v // 16 * 16).save(out, "PNG")
            page.insert_image(page.rect, stream=out.getvalue())
        doc.save(path, garbage=3, deflate=True, deflate_images=True)


def as_group_4(page: pymupdf.Page, grey: Image.Image) -> None:
    """Show the picture in black and white, coded as fax machines do."""
    out = io.BytesIO()
    grey.point(lambda v: 255 * (v > 140)).convert("1").save(
        out, "TIFF", compression="group4", strip_size=1 << 30
    )
    with Image.open(out) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]  # type: ignore[attr-defined]
    xref = page.insert_image(page.rect, pixmap=pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 1, 1)))
    doc = page.parent
    doc.update_stream(xref, out.getvalue()[start : start + length], compress=False)
    parameters = f"<</K -1 /Columns {grey.width} /Rows {grey.height} /BlackIs1 true>>"
    for key, value in (
        ("Width", grey.width),
        ("Height", grey.height),
        ("BitsPerComponent", 1),
        ("ColorSpace", "/DeviceGray"),
        ("Filter", "/CCITTFaxDecode"),
        ("DecodeParms", parameters),
    ):
        doc.xref_set_key(xref, key, str(value))


def errors(truth: str, read: str) -> float:
    """Edits a character, white space counted as one."""
    one, two = " ".join(truth.split()), " ".join(read.split())
    one, two = (each.replace("’", "'") for each in (one, two))
    return Levenshtein.distance(one, two) / len(one)


if __name__ == "__main__":
    if sys.argv[1:2] == ["sizes"]:
        pages = int(sys.argv[2]) if sys.argv[2:] else 60
        sizes(pages, sys.argv[3:] or ("group 4", "jpeg", "flate"))
    else:
        main()
