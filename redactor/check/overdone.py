"""Over-redaction: what is hidden although the doctrine says to communicate it, and without a
stated ground.

What a mask hides is not known; what stands before it often says what it was: « Fonction : ███ »,
« SARL ███ », « Le maire, ███ ». The reference is the doctrine's, as the law's
rows have it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from redactor.check.consistency.masks import masked_at
from redactor.check.finding import Finding, Kind, Severity
from redactor.formats.base import Box
from redactor.law.decisions import Decision
from redactor.law.profile import load
from redactor.law.words import counted
from redactor.text.flow import VISIBLE_CHANNELS, Channel, Flow

#: What stands just before a mask → the row of the law that speaks of what it hid.
_BEFORE = (
    (
        "contact:functional",
        r"\b(?:standard|accueil\s+téléphonique|boîte\s+fonctionnelle|courriel\s+du\s+service)"
        r"\s*:\s*|\b(?:contact|accueil|mairie|prada|secretariat|cada|dpo)@",
    ),
    (
        "function",
        r"(?:fonctions?|qualité|grade|services?|directions?|bureau|pôle|emploi|corps|échelon|"
        r"indice)\s*:\s*|\b(?:le|la|les|du|au|notre|votre)\s+(?:services?|direction|bureau|pôle)"
        r"\s+(?:des?|du|de\s+la)\s+|\bchef(?:fe)?\s+d[ue]\s+",
    ),
    (
        "company",
        r"\b(?:la\s+)?société\s+|\b(?:SARL|SAS|SASU|SA|EURL|SCI|SCOP|GIE|EARL)\s+|"
        r"\b(?:raison\s+sociale|titulaire\s+du\s+marché|entreprise|fournisseur)\s*:\s*",
    ),
    ("person:signatory", r"\b(?:signé|signataire)\s*:?\s*|\bpar\s+délégation,?\s*"),
    (
        "person:elected",
        r"\b(?:le|la)\s+(?:maire|président|présidente|sénateur|sénatrice|député|députée)\s*,?\s*|"
        r"\b(?:rapporteur|rapporteure)\s*:\s*",
    ),
    (
        "person:agent",
        r"\b(?:affaire\s+suivie\s+par|dossier\s+suivi\s+par|agent\s+instructeur|instructeur|"
        r"interlocuteur)\s*:?\s*",
    ),
)
_CIVILITY = r"(?:(?:M\.|Mme|Monsieur|Madame)\s+)?$"
_RULES = tuple((row, re.compile(f"(?:{rule}){_CIVILITY}", re.I)) for row, rule in _BEFORE)
#: Characters before a mask that can say what it hid.
_REACH = 80
#: Fewer masks than this in a document, and no ground need be stated beside them.
_FEW = 3
_MOST = 200
_GROUND = re.compile(
    r"(?i)\bL\.?\s?\*?(?:311|312|211|212|213|2231)-\d|\bCRPA\b|code des relations entre le public|"
    r"secret (?:des affaires|médical|de la vie privée)|vie privée|RGPD|\bloi n°\s?78-753"
)


_ARTICLE = re.compile(r"\b[LR]\.?\s?\*?(?:311|312|213|2231)-\d+(?:-\d+)?(?:\s+\d+°)?")


def of_texts(flows: Sequence[Flow]) -> Iterator[Finding]:
    """What typed masks hide although it is to be communicated, in any format."""
    found = 0
    for flow in flows:
        if flow.channel not in VISIBLE_CHANNELS:
            continue
        for start, end in masked_at(flow.text):
            row = what_was(flow.text[max(0, start - _REACH) : start])
            if row is not None:
                found += 1
                yield _finding(row, flow.page, None, flow.channel, flow.text[start:end], flow.place)
            if found >= _MOST:
                return


def of_box(before: str, page: int, box: Box) -> Iterator[Finding]:
    """The same for a box of a page; `before`: what its line says left of it."""
    row = what_was(before[-_REACH:])
    if row is not None:
        yield _finding(row, page, box, Channel.BODY, "", "")


def what_was(before: str) -> str | None:
    """The row of the law that speaks of what stood after these words; None where unknown, or
    where it may be occulted by default."""
    line = before.rpartition("\n")[2]
    for row, rule in _RULES:
        if rule.search(line):
            return row if load("tiers").decisions.get(row) is Decision.KEEP else None
    return None


def _finding(
    row: str, page: int | None, box: Box | None, channel: Channel, text: str, place: str
) -> Finding:
    told = load("tiers").rows[row]
    source = told.source.removeprefix("lu : ")
    # Agents and signatories have exceptions that no reader of the copy can know.
    severity = Severity.INFO if row.startswith("person:") else Severity.WARNING
    return Finding(
        Kind.OVER_REDACTION,
        severity,
        0.5,
        "finding.over-kept",
        page,
        box,
        channel,
        text,
        place,
        facts={"what": f"{told.french} ({source})"},
    )


class Means:
    """How much of each page is hidden, by what, and with which stated grounds."""

    def __init__(self) -> None:
        self.boxes = 0
        """Boxes that stand in a line of text."""
        self._shares: dict[int, float] = {}

    def add(self, page: int, boxes: int, share: float) -> None:
        """Note the boxes of a page (1-based) and the part of its text that they take, 0 to 1."""
        if boxes:
            self.boxes += boxes
            self._shares[page] = share

    def findings(self, flows: Sequence[Flow]) -> Iterator[Finding]:
        """One finding for the document, for information."""
        shown = [flow for flow in flows if flow.channel in VISIBLE_CHANNELS]
        masks = Counter(flow.page for flow in shown for _ in masked_at(flow.text))
        if self.boxes + masks.total() < _FEW:
            return
        grounds = sorted({g for flow in shown for g in _ARTICLE.findall(flow.text)})
        pages = sorted({*self._shares, *(page for page in masks if page is not None)})
        yield Finding(
            Kind.OVER_REDACTION,
            Severity.INFO,
            0.6,
            "finding.over-means",
            text=" ; ".join(f"p. {page} : {self._of(page, masks[page])}" for page in pages),
            facts={
                "boxes": self.boxes,
                "masks": masks.total(),
                "pages": len(pages) or 1,
                "grounds": ", ".join(grounds[:12]) or "—",
            },
        )

    def _of(self, page: int, masks: int) -> str:
        share = self._shares.get(page)
        told = [f"{max(1, round(100 * share))} % sous des caches"] if share is not None else []
        return ", ".join(told + ([counted(masks, "masque(s)")] if masks else []))


def without_ground(flows: Sequence[Flow], boxes: int) -> Iterator[Finding]:
    """That nothing in the document says why it was redacted; `boxes` of its pages hide text."""
    shown = [flow for flow in flows if flow.channel in VISIBLE_CHANNELS]
    count = boxes
    for flow in shown:
        if _GROUND.search(flow.text):
            return
        count += sum(1 for _ in masked_at(flow.text))
    if count >= _FEW:
        yield Finding(Kind.OVER_REDACTION, Severity.INFO, 0.6, "finding.over-ground")
