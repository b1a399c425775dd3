"""How many surnames a gap leaves possible: before and after gaps are given one width.

Each of 400 surnames stands alone on a line of a letter, in a proportional face with serifs and
in one without. The copy's boxes are measured; a surname is compatible with a gap when, set in
that face, it is as wide to half a point.
"""

import tempfile
from pathlib import Path

import pymupdf

from redactor.formats.base import Occultation, Plan
from redactor.formats.registry import adapter_for
from redactor.paths import resource
from redactor.text.flow import Flow, Span

NAMES = 400
FACES = {"Nimbus Sans": "helv", "Nimbus Roman": "tiro"}
SIZE = 11
_ON_A_PAGE = 40
_NEAR = 0.5


def main() -> None:
    names = surnames()
    print(f"surnames compatible with a gap, mean over {len(names)} surnames at {SIZE} points")
    with tempfile.TemporaryDirectory() as folder:
        for face, code in FACES.items():
            path = _letter(Path(folder, f"{code}.pdf"), code, names)
            font = pymupdf.Font(code)
            widths = [font.text_length(name, SIZE) for name in names]
            for gap in ("", "fixed"):
                gaps, kept = _gaps(path, Path(folder, "copy.pdf"), names, gap)
                fitting = [_compatible(width, widths, gap) for width in gaps]
                mean = sum(fitting) / len(fitting)
                print(
                    f"  {face:14} {gap or 'as the name':12} {mean:7.1f}   "
                    f"alone {sum(n == 1 for n in fitting):4}   kept their width {kept:4}"
                )


def surnames() -> list[str]:
    """An even spread over the list that detection uses, written as names are."""
    every = resource("lists/noms.txt").read_text(encoding="utf-8").splitlines()[1:]
    words = [line.split("\t")[0].strip() for line in every]
    fit = [word for word in words if word.isalpha() and len(word) > 2 and _latin(word)]
    return [fit[n * len(fit) // NAMES].title() for n in range(NAMES)]


def _latin(word: str) -> bool:
    try:
        word.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _letter(path: Path, code: str, names: list[str]) -> Path:
    with pymupdf.open() as doc:
        for start in range(0, len(names), _ON_A_PAGE):
            page = doc.new_page()
            for row, name in enumerate(names[start : start + _ON_A_PAGE]):
                line = f"Le dossier de M. {name}, reçu le 3 mai, est complet."
                page.insert_text((72, 80 + 17 * row), line, fontname=code, fontsize=SIZE)
        doc.save(path)
    return path


def _gaps(path: Path, out: Path, names: list[str], gap: str) -> tuple[list[float], int]:
    wanted = [f"M. {name}," for name in names]
    with adapter_for(path).open(path) as source:
        flows = [flow for flow in source.read() if isinstance(flow, Flow)]
        text = [(flow, line) for flow in flows for line in _lines(flow)]
        spans = []
        for (flow, start), name, shown in zip(text, names, wanted, strict=True):
            at = flow.text.index(shown, start) + 3
            spans.append(Span(flow.id, at, at + len(name)))
        plan = Plan(
            tuple(Occultation(f"o{n}", span, "[nom]") for n, span in enumerate(spans)),
            options={"gap": gap},
        )
        written = source.write_redacted(out, plan)
    with pymupdf.open(out) as copy:
        boxes = [drawing["rect"].width for page in copy for drawing in page.get_drawings()]
    assert len(boxes) == len(names)
    return boxes, len(written.narrow)


def _lines(flow: Flow) -> list[int]:
    starts, at = [], 0
    for line in flow.text.split("\n"):
        if "M. " in line:
            starts.append(at)
        at += len(line) + 1
    return starts


def _compatible(gap: float, widths: list[float], how: str) -> int:
    if how == "fixed" and abs(gap - 6 * SIZE) < _NEAR:
        return len(widths)  # the one width of all gaps: it fits every name
    return sum(abs(width - gap) < _NEAR for width in widths)


if __name__ == "__main__":
    main()
