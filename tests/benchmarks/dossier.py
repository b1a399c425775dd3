"""How long a dossier takes at scale: 40 documents, 1,000 pages, 20,000 mentions.

Prints milliseconds, by the clock and of processor time. Run it with
``python -m tests.benchmarks.dossier``.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from redactor.dossier import Dossier
from redactor.dossier.gate import holds
from redactor.dossier.materials import plan
from redactor.law.categories import Category, Role
from redactor.law.decisions import Decision
from redactor.law.mention import Mention
from redactor.text.flow import Flow, Span
from tests.benchmarks.clock import clock
from tests.dossier.stored import store_analysis

DOCUMENTS, PAGES, FLOWS = 40, 25, 20
Result = TypeVar("Result")
TEXT = "Madame Jeanne Dupont habite au 3 rue des Lilas depuis longtemps. " * 6


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _run(Path(folder))


def _run(folder: Path) -> None:
    path = folder / "grand.redactor"
    dossier = Dossier.create(path)
    names = [_document(dossier, folder, number) for number in range(DOCUMENTS)]
    _time("store the analysis of one document (500 flows, 500 mentions)", _again(dossier, names))
    dossier.close()
    dossier = _time("open", lambda: Dossier.open(path))
    everyone = [row.id for row in _time("list all mentions in reading order", dossier.mentions)]
    print(f"{'mentions':60} {len(everyone):8}")
    _time("count by state", dossier.counts)
    _time("decide one", lambda: dossier.decide(everyone[:1], Decision.KEEP))
    _time("decide all", lambda: dossier.decide(everyone, Decision.OCCULT))
    _time("undo that", dossier.undo)
    _time("redo that", dossier.redo)
    some = everyone[:2000]
    _time("correct the role of 2,000", lambda: dossier.change(some, role=Role.AGENT))
    _time("merge 2,000 into one entity", lambda: dossier.set_entity(some, "e"))
    _time("plan the release", lambda: plan(dossier))
    _time("look for what holds it", lambda: holds(dossier))
    _time("close", dossier.close)
    print(f"{'size of the file, MB':60} {path.stat().st_size / 1e6:8.1f}")


def _document(dossier: Dossier, folder: Path, number: int) -> str:
    path = folder / f"{number}.txt"
    path.write_text(f"document {number}", encoding="utf-8")
    row = dossier.add_document(path)
    store_analysis(dossier, row.id, _flows(), (), _mentions(), pages=PAGES)
    return row.id


def _flows() -> list[Flow]:
    return [Flow(f"p{n}", TEXT, page=n // FLOWS + 1) for n in range(PAGES * FLOWS)]


def _mentions() -> list[Mention]:
    return [
        Mention(
            f"m{n}", Span(f"p{n}", 7, 20), "Jeanne Dupont", Category.PERSON,
            page=n // FLOWS + 1, role=Role.PRIVATE, entity="e1", detector="ner",
            why="précédé de Madame",
        )
        for n in range(PAGES * FLOWS)
    ]  # fmt: skip


def _again(dossier: Dossier, names: list[str]) -> Callable[[], None]:
    return lambda: store_analysis(dossier, names[0], _flows(), (), _mentions(), pages=PAGES)


def _time(what: str, call: Callable[[], Result]) -> Result:
    with clock() as taken:
        result = call()
    print(f"{what:60} {taken.seconds * 1000:8.1f} {taken.processor * 1000:8.1f}")
    return result


if __name__ == "__main__":
    main()
