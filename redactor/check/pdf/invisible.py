"""Text written invisibly: the text layer of a scan, or a text that hides."""

import re
from collections.abc import Iterator

from redactor.boxes import area, common, union
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.geometry import core
from redactor.check.pdf.covers import Covers
from redactor.check.pdf.letters import Unseen, means_something, neighbours, text_of
from redactor.check.pdf.offpage import clipped, outside
from redactor.check.pdf.paint import Difference
from redactor.check.pdf.sight import PageView, TextOp, words
from redactor.text.flow import Channel

_WORD = re.compile(r"[^\W\d_]{3}")


def invisible(view: PageView, texts: list[TextOp], covers: Covers) -> Iterator[Finding]:
    """Invisible text is right where the picture of the same words lies at its place."""
    region = common(union(op.box for op in texts), view.box)
    if not area(region):
        return
    seen = Difference(view.page, region, frozenset(), scale=1.0)
    hidden: list[Unseen] = []
    for op in texts:
        for word in words(op):
            letters = [
                (number, letter)
                for number, letter in word
                if letter.char.isalnum() and not outside(letter.box, view.box)
            ]
            flat = [letter for _, letter in letters if seen.flat(letter.box)]
            if letters and 2 * len(flat) > len(letters):
                dark = 2 * sum(seen.seen(core(each.box))[1] < 110 for each in flat) > len(flat)
                hidden += [
                    Unseen(number, each, op, None, "invisible", dark) for number, each in letters
                ]
    for dark in (True, False):
        for run in neighbours([each for each in hidden if each.dark is dark]):
            text = text_of(run)
            if len(run) < 3 or not means_something(text):
                continue
            scan = bool(covers.under(run[0].letter.box, run[0].op.number)) or view.is_scan
            if not dark and scan:
                # Programs that read scans see letters in their specks, seldom words.
                severity = Severity.WARNING if _WORD.search(text) else Severity.INFO
                certainty = 0.4
            else:
                severity, certainty = Severity.LEAK, 0.9
            yield Finding(
                Kind.COVERED_TEXT if dark else Kind.HIDDEN_TEXT,
                severity,
                certainty,
                "finding.scan-covered" if dark else "finding.invisible",
                view.number,
                clipped(union(u.letter.box for u in run), view.box),
                Channel.HIDDEN,
                text,
            )
