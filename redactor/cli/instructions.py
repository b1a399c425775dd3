"""From the file of `--decisions` to the instructions of a plan."""

from pathlib import Path

from redactor.cli.analysis import Document
from redactor.cli.decisions import Decisions, WrongDecisions
from redactor.dossier.plan import Instructions, Told, ToldArea, ToldPage, ToldPassage


def instructions(document: Document, decided: Decisions, file: Path) -> Instructions:
    """What the file decides of a document.

    Raises `WrongDecisions` for a page or a picture that the document does not have; a span that
    does not fit its text is left to the plan, which names it.
    """
    parts = {each.part for each in document.illustrations}
    for part in (a.part for a in decided.areas if a.part and a.part not in parts):
        raise WrongDecisions(file=str(file), where=document.path.name, what=part)
    areas = [a.page for a in decided.areas if not a.part]
    for page in [*areas, *(p.page for p in decided.pages)]:
        if not 1 <= page <= (document.opened.pages or 0):
            raise WrongDecisions(file=str(file), where=document.path.name, what=f"page {page}")
    return Instructions(
        mentions=tuple(
            Told(m.id, m.decision, m.ground, span=m.span, text=m.text, category=m.category)
            for m in decided.mentions
        ),
        passages=tuple(ToldPassage(p.span, p.ground) for p in decided.passages),
        areas=tuple(ToldArea(a.page, a.box, a.ground, part=a.part) for a in decided.areas),
        pages=tuple(ToldPage(p.page, p.ground) for p in decided.pages),
    )
