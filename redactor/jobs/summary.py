"""The summary of a batch: a line a file, as a French spreadsheet opens it."""

from collections.abc import Sequence
from pathlib import Path

from redactor.jobs.ledger import Line, State
from redactor.messages import say
from redactor.release.register import write_table

NAME = "suivi.csv"
_HEADINGS = (
    "Fichier", "État", "Pages", "Mentions", "Occultations", "À décider", "Signaux", "Raison",
    "Emplacement", "Secondes",
)  # fmt: skip
_STATES = {State.RELEASED: "publié", State.WAITS: "à relire", State.FAILED: "échec"}


def write(path: Path, lines: Sequence[Line]) -> None:
    """The summary as CSV that a French spreadsheet opens. It names files, and no text."""
    rows = []
    for line in lines:
        why = ", ".join(say(f"batch.{reason}", "fr") for reason in line.reasons)
        if line.problem:
            why = say(line.problem, "fr", **line.facts)
        known = line.state is not State.FAILED
        rows.append(
            (
                line.path,
                _STATES[line.state],
                "" if line.pages is None else str(line.pages),
                *(
                    str(each) if known else ""
                    for each in (line.mentions, line.occulted, line.undecided, line.signals)
                ),
                why,
                line.where,
                f"{line.seconds:g}".replace(".", ",") if known else "",
            )
        )
    draft = path.with_name(path.name + ".part")
    write_table(draft, _HEADINGS, rows)
    draft.replace(path)
