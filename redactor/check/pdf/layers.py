"""Text in layers that are not shown."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from redactor.boxes import union
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.letters import means_something
from redactor.check.pdf.sight import Letter, PageView
from redactor.text.flow import Channel


def has_layers(doc: Any) -> bool:
    return bool(doc.xref_get_key(doc.pdf_catalog(), "OCProperties")[0] != "null")


def reveal(doc: Any) -> None:
    """Show every layer of a document opened for that purpose."""
    doc.xref_set_key(doc.pdf_catalog(), "OCProperties", "null")


def findings(view: PageView, bare: PageView) -> Iterator[Finding]:
    """What `bare`, the same page with all layers shown, has more than `view`."""
    shown: Counter[tuple[str, int, int]] = Counter(
        _key(letter) for op in view.texts for letter in op.letters
    )
    hidden: dict[str, list[Letter]] = {}
    for op in bare.texts:
        letters = hidden.setdefault(op.layer, [])
        for letter in op.letters:
            if shown[_key(letter)] > 0:
                shown[_key(letter)] -= 1
            else:
                letters.append(letter)
        letters.append(Letter(" ", op.box))
    for name, letters in hidden.items():
        text = " ".join("".join(letter.char for letter in letters).split())
        if not means_something(text):
            continue
        yield Finding(
            Kind.LAYER,
            Severity.LEAK,
            0.8,
            "finding.layer",
            view.number,
            union(letter.box for letter in letters if not letter.char.isspace()),
            Channel.LAYER,
            text[:2000],
            name,
        )


def _key(letter: Letter) -> tuple[str, int, int]:
    return letter.char, round(letter.box[0] * 2), round(letter.box[1] * 2)
