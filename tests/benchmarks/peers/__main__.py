"""Redactor beside the tools of its field: the same files for all, made by script.

    python -m tests.benchmarks.peers [names|copies|received]…

Needs the package index once: each tool is installed apart, into `.cache/peers`. Prints three
tables; asserts nothing. What a tool does not set out to do is not held against it: the tables
say which tools do which work.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from models.scoring import Score, read, wilson
from tests.benchmarks.check import with_drawings
from tests.benchmarks.peers.tools import (
    BARE,
    BLANKOUT,
    GDPR,
    HOME,
    PRESIDIO,
    REDACTOR,
    RESIDUE,
    ROOT,
    XRAY,
    Given,
    Tool,
    run,
)
from tests.check.case import NAME as REVEALED
from tests.check.pdf_faults import CASES as FAULTS
from tests.formats.pdf.build import everything
from tests.formats.pdf.channels import BESIDE, CASES, NAME, made

_TEXTS = ("porches.txt",)


def main(parts: Sequence[str]) -> None:
    HOME.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for part in parts or ("names", "copies", "received"):
            {"names": names, "copies": copies, "received": received}[part](Path(folder))


def names(_: Path) -> None:
    """Names of people covered to the last letter, over whole texts of invented people."""
    items = [item for name in _TEXTS for item in read(ROOT / "models" / "eval" / name)]
    words = sum(len(item.text.split()) for item in items)
    print(f"\n## Names: {len(items)} texts, {words} words ({', '.join(_TEXTS)})\n")
    _head("tool", "every letter covered", "precision", "loading", "words/s", "memory")
    for tool in (PRESIDIO, GDPR, REDACTOR):
        given = _run(tool, {"part": "names", "texts": [item.text for item in items]})
        if given is None:
            continue
        score = Score()
        for item, spans in zip(items, given.result["found"], strict=True):
            score.add(item, [(start, end, "person") for start, end in spans])
        people = score.total("person")
        _row(
            tool.name,
            _share(people.covered, people.true),
            _share(people.right, people.proposed),
            f"{given.result['load']:.1f} s",
            f"{words / given.result['work']:,.0f}",
            f"{given.memory_mb:,.0f} MB",
        )


def copies(folder: Path) -> None:
    """A word in one place of a PDF after another: gone from the copy, and its neighbours not."""
    sources = {name: made(name, folder / f"{name}.pdf") for name in CASES}
    print(f"\n## Copies: the word asked for stands in one of {len(sources)} places of a PDF\n")
    _head("tool", "gone", "still in the file", "no copy", "other text lost", "seconds", "memory")
    for tool in (BARE, BLANKOUT, REDACTOR):
        outs = {name: folder / f"{name}-{tool.driver}.pdf" for name in sources}
        files = [(str(path), str(outs[name])) for name, path in sources.items()]
        given = _run(tool, {"part": "copies", "word": NAME, "files": files})
        if given is None:
            continue
        written = {name: everything(path) for name, path in outs.items() if path.is_file()}
        leaks = [name for name, text in written.items() if NAME.casefold() in text.casefold()]
        lost = [name for name, text in written.items() if BESIDE not in text]
        _row(
            tool.name,
            str(len(written) - len(leaks)),
            str(len(leaks)),
            str(len(sources) - len(written)),
            str(len(lost)),
            f"{given.result['work']:.1f}",
            f"{given.memory_mb:,.0f} MB",
        )
        for what, which in (("still in the file", leaks), ("lost beside", lost)):
            if which:
                print(f"<!-- {tool.name}, {what}: {', '.join(which)} -->")


def received(folder: Path) -> None:
    """Faulty redactions, each with a twin where the same redaction was done right."""
    pairs = []
    for fault in FAULTS:
        bad, clean = folder / f"{fault.name}-bad.pdf", folder / f"{fault.name}-clean.pdf"
        bad.write_bytes(fault.bad())
        clean.write_bytes(fault.clean())
        pairs.append((str(bad), str(clean)))
    drawn = str(with_drawings(folder / "drawn.pdf", 50, 44))
    print(f"\n## Received files: {len(pairs)} faults, each with a twin done right\n")
    _head("tool", "faults found", "twins accused", "50 pages, 44 drawings each", "memory")
    told = Tool(f"{RESIDUE.name}, told the name", RESIDUE.driver, RESIDUE.packages)
    for tool, word in ((XRAY, ""), (RESIDUE, ""), (told, REVEALED), (REDACTOR, "")):
        files = [path for pair in pairs for path in pair] + [drawn]
        given = _run(tool, {"part": "received", "word": word, "files": files})
        if given is None:
            continue
        *found, _ = given.result["found"]
        missed = [fault.name for fault, count in zip(FAULTS, found[::2], strict=True) if not count]
        _row(
            tool.name,
            str(len(pairs) - len(missed)),
            str(sum(bool(count) for count in found[1::2])),
            f"{given.result['seconds'][-1]:.1f} s",
            f"{given.memory_mb:,.0f} MB",
        )
        print(f"<!-- {tool.name}, not found: {', '.join(missed) or 'none'} -->")


def _run(tool: Tool, job: dict[str, object]) -> Given | None:
    why = tool.install()
    if why:
        print(f"| {tool.name} | not installed: {why} |")
        return None
    return run(tool, job)


def _head(*cells: str) -> None:
    _row(*cells)
    _row(*("---" for _ in cells))


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def _share(right: int, of: int) -> str:
    if not of:
        return "–"
    low, high = wilson(right, of)
    return f"{right / of:.3f} [{low:.2f}–{high:.2f}]"


if __name__ == "__main__":
    main(sys.argv[1:])
