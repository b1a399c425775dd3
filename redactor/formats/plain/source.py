"""Text files: read as one flow, rewritten in their own encoding and line ends."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from redactor.formats.base import Applied, Occultation, Plan, ReadOptions, Written
from redactor.formats.errors import CannotRedact
from redactor.formats.files import write_bytes
from redactor.formats.pageless import Pageless, applied, placed, silent
from redactor.formats.plain.audit import read_back, render
from redactor.formats.plain.written import WrittenAdapter, decoded
from redactor.text.flow import Flow, Kind, Unread

FLOW = "text"
MARK = "█████"
#: For encodings without the block character: cp1252, latin-1.
ASCII_MARK = "[occulte]"

_TABLES = frozenset({".csv", ".tsv", ".psv"})
_QUOTED_OR_END = re.compile(r'"(?:[^"]|"")*"|\r\n|\r|\n')

#: What would end a cell, a string or a tag in the formats that are plain text.
_SYNTAX = frozenset("\"'`\\;,|<>&\t\r\n{}")

_SUFFIXES = (
    "txt text md markdown rst adoc tex log csv tsv psv json jsonl ndjson geojson yaml yml toml "
    "ini cfg conf properties env xml xsd xsl xslt css scss svg sql py pyi ipynb "
    "r rmd sas do jl js mjs ts jsx tsx vue php rb pl pm lua go rs java kt scala groovy c h cc "
    "cpp hpp cs fs vb vbs bas m swift sh bash zsh ps1 psm1 bat cmd awk mak mk cmake gradle "
    "dockerfile tf diff patch srt vtt ics vcf po pot lock sha256"
)


class TextSource(Pageless):
    """A text file, opened. See `redactor.formats.base.Source`."""

    def __init__(self, path: Path, _: ReadOptions | None = None) -> None:
        """Raises WrongType, TooLarge, NotPermitted, NotFound."""
        self._path = path
        _data, self._decoded = decoded(path, "texte")

    def read(self) -> Iterator[Flow | Unread]:
        if self._decoded.text:
            text = self._decoded.text
            walls = tuple(rows(text)) if self._path.suffix.lower() in _TABLES else ()
            yield Flow(id=FLOW, text=text, kind=Kind.SOURCE, walls=walls)

    def write_redacted(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        occultations = self._checked(plan)
        text: list[str] = []
        at = 0
        for group in _merged(occultations):
            start, end = group[0].span.start, max(o.span.end for o in group)
            text += [self._decoded.text[at:start], self._mark(group[0].label)]
            at = end
        text.append(self._decoded.text[at:])
        write_bytes(out, self._decoded.encode("".join(text)))
        (progress or silent)(1.0)
        return Written(applied(occultations))

    def write_audit(
        self, out: Path, plan: Plan, progress: Callable[[float], None] | None = None
    ) -> Written:
        occultations = self._checked(plan)
        page = render(self._path.name, self._decoded.text, occultations)
        write_bytes(out, page.encode("utf-8", "surrogatepass"))
        (progress or silent)(1.0)
        return Written(applied(occultations))

    def marked(self) -> Sequence[Applied]:
        found = read_back(self._decoded.text)
        return [Applied(id_, span, None) for id_, span in found[1]] if found else []

    def _mark(self, label: str) -> str:
        for mark in (label, MARK):
            if mark and not _SYNTAX & set(mark) and self._decoded.can_hold(mark):
                return mark
        return ASCII_MARK

    def _checked(self, plan: Plan) -> list[Occultation]:
        """The occultations in order. Raises CannotRedact for a place that is not here."""
        if plan.areas or plan.removed_pages:
            raise CannotRedact(where="page")
        placed(plan, {FLOW: FLOW}, {FLOW: len(self._decoded.text)})
        return sorted(plan.occultations, key=lambda o: (o.span, o.id))


def rows(text: str) -> Iterator[int]:
    """Where the rows of a table written as text end: line ends outside of quotes (RFC 4180)."""
    for found in _QUOTED_OR_END.finditer(text):
        if not found.group().startswith('"'):
            yield found.start()


def _merged(occultations: Sequence[Occultation]) -> Iterator[list[Occultation]]:
    """Runs of occultations (in order) that share characters: one mark stands for each run."""
    group: list[Occultation] = []
    end = 0
    for each in occultations:
        if group and each.span.start >= end:
            yield group
            group = []
        group.append(each)
        end = max(end, each.span.end)
    if group:
        yield group


ADAPTER = WrittenAdapter("text", _SUFFIXES, TextSource)
"""Plain text and what is written as such."""
