"""How soon a long Word file shows its first screen: ``python -m tests.benchmarks.word [PAGES]``

The file has headings, tables, notes, comments and tracked changes. The window is open and its
processes are warm, as they are a few seconds after the program started. Prints the time from the
order to the first screen painted, and the window's stalls until the whole file is read. With
`--why`, it says what the window's thread was at during the longest.
"""

import sys
import tempfile
from itertools import islice
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QObject

from tests.benchmarks.desk import Desk
from tests.benchmarks.material import paragraphs
from tests.formats.docx.markup import (
    W,
    document,
    paragraph,
    relation,
    relations,
    run,
    table,
    zipped,
)
from tests.formats.docx.torture import types

#: Paragraphs of `material` that fill a page, with the rest of it.
A_PAGE = 6
_BY = 'w:author="Greffe" w:date="2026-01-05T09:00:00Z"'


def word_file(path: Path, pages: int) -> Path:
    """A report of so many pages, some 300 words each, with what long reports have."""
    source = paragraphs()
    body, notes, comments = [], [], []
    for page in range(1, pages + 1):
        body += [paragraph(run(f"Partie {page}"), style="Titre1")]
        first, second, third, *rest = (run(text) for text in islice(source, A_PAGE))
        body += [
            paragraph(first, f'<w:r><w:footnoteReference w:id="{page}"/></w:r>'),
            paragraph(
                f'<w:commentRangeStart w:id="{page}"/>{second}<w:commentRangeEnd w:id="{page}"/>',
                f'<w:r><w:commentReference w:id="{page}"/></w:r>',
            ),
            paragraph(third, _changed(page)),
            paragraph(run("Les pièces"), style="Titre2"),
            table(
                [[paragraph(run(cell)) for cell in row] for row in _ROWS]
                + [[paragraph(run(f"{page} {n}")) for n in range(3)]]
            ),
            *(paragraph(text) for text in rest),
        ]
        note = paragraph(run(next(source)))
        notes.append(f'<w:footnote w:id="{page}">{note}</w:footnote>')
        said = paragraph(run(f"À revoir avec M. Tréguier, pièce {page}."))
        comments.append(f'<w:comment w:id="{page}" {_BY} w:initials="G">{said}</w:comment>')
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Titre{n}"><w:name w:val="heading {n}"/></w:style>'
        for n in (1, 2)
    )
    kinds = ("footnotes", "comments", "styles")
    contents = dict(zip(kinds, ("".join(notes), "".join(comments), styles), strict=True))
    parts = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document("".join(body)),
        "word/_rels/document.xml.rels": relations(
            *(relation(f"rId-{kind}", kind, f"{kind}.xml") for kind in kinds)
        ),
        **{
            f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{content}</w:{kind}>'
            for kind, content in contents.items()
        },
    }
    path.write_bytes(zipped(parts))
    return path


_ROWS = (("Nom", "Qualité", "Montant"), ("Élodie Tréguier", "voisine", "1 240 €"))


def _changed(number: int) -> str:
    gone = "<w:r><w:delText> Mme Nadia Boussaïd s’y oppose.</w:delText></w:r>"
    return (
        f'<w:del w:id="{2 * number}" {_BY}>{gone}</w:del>'
        f'<w:ins w:id="{2 * number + 1}" {_BY}>{run(" M. Yann Cadiou y consent.")}</w:ins>'
    )


def main(pages: int, *, why: bool = False) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bench-word-"))
    source = word_file(folder / "rapport.docx", pages)
    bench = Desk(folder, why=why)
    window, clock, wait = bench.window, bench.clock, bench.wait

    class Painted(QObject):
        """When the view of the text was painted full, not begun."""

        at = 0.0

        def eventFilter(self, port: QObject, event: QEvent) -> bool:
            full = window.pane.text.verticalScrollBar().maximum() > 0
            if event.type() is QEvent.Type.Paint and full and not self.at:
                self.at = monotonic()
            return False

    painted = Painted()
    window.pane.text.viewport().installEventFilter(painted)

    wait(8.0)
    clock.report("warming up")
    start = monotonic()
    window.open_paths([source])
    while not painted.at and monotonic() - start < 120:
        wait(0.01)
    print(f"{pages} pages: first screen painted after {painted.at - start:.2f} s")
    clock.report("until the first screen")
    desk = window.desk
    while desk.busy and monotonic() - start < 500:
        wait(0.1)
    print(f"read in {monotonic() - start:.1f} s, {len(desk.review.items)} mentions")
    clock.report("until all is read")
    window.close()


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if each != "--why"]
    main(int(given[0]) if given else 300, why="--why" in sys.argv)
