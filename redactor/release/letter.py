"""The letter to the requester, as a Word file that a person completes and signs.

A refusal, a partial one included, is a written decision that gives its grounds in law and in
fact and tells how it can be contested (CRPA, art. L.211-5, L.311-14 and R.311-12 to R.311-15):
what the program cannot know stands in yellow, between brackets, to be filled or struck out.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from redactor.formats.package import Package, write_package
from redactor.law.grounds import ground as known_ground
from redactor.law.words import counted
from redactor.release.account import Account, Document, Outcome, by_ground, in_full
from redactor.release.bordereau import DROPPED

#: Properties that say who wrote a file, on what and when: the letter's are the person's to give.
_PROPERTIES = (
    "author", "category", "comments", "content_status", "identifier", "keywords", "language",
    "last_modified_by", "subject", "version",
)  # fmt: skip


def write(out: Path, account: Account) -> None:
    """Write the letter to `out`. It holds no occulted text."""
    letter = _Letter(account)
    letter.compose()
    letter.save(out)


class _Letter:
    def __init__(self, account: Account) -> None:
        import docx

        self._account = account
        self._case = account.case
        self._word = docx.Document()
        style: Any = self._word.styles["Normal"]
        style.font.name = "Calibri"
        style.font.size = docx.shared.Pt(11)
        page = self._word.sections[0]
        page.page_width, page.page_height = docx.shared.Mm(210), docx.shared.Mm(297)
        page.left_margin = page.right_margin = docx.shared.Mm(25)

    def compose(self) -> None:
        whole = [d for d in self._account.documents if d.outcome is Outcome.WHOLE]
        part = [d for d in self._account.documents if d.occulted]
        disjoined = [d for d in self._account.documents if d.disjoined]
        outside = [each for each in self._case.refused if each.out_of_scope]
        refused = [each for each in self._case.refused if not each.out_of_scope]
        without = [d for d in self._account.documents if d.withheld]
        self._head()
        if whole:
            self._heading("Documents communiqués intégralement")
            self._list([document.name for document in whole])
        if part:
            self._heading("Documents communiqués après occultation")
            self._occulted(part)
        if without:
            self._heading("Documents communiqués sans tous leurs éléments")
            for document in without:
                paragraph = self._word.add_paragraph(style="List Bullet")
                left_out = dict.fromkeys(DROPPED[each] for each in document.withheld)
                paragraph.add_run(f"{document.name}, sans : {', '.join(left_out)}. ")
                _blank(paragraph, "motif, ou document à part sous lequel ils sont communiqués")
        if disjoined or outside:
            self._heading("Passages et documents hors du périmètre de la demande")
            self._text(
                "Les éléments suivants ne répondent pas à votre demande. Ils ont été disjoints "
                "pour ce seul motif, qui n’est pas celui de l’article L.311-7 du CRPA."
            )
            self._list(
                [f"{d.name} : {_places(d)}" for d in disjoined]
                + [f"{each.name} : document entier" for each in outside]
            )
        if refused:
            self._heading("Documents non communiqués")
            for each in refused:
                paragraph = self._word.add_paragraph(style="List Bullet")
                paragraph.add_run(f"{each.name} : ")
                _ground(paragraph, each.ground)
                paragraph.add_run(". ")
                if each.note:
                    paragraph.add_run(each.note)
                else:
                    _blank(paragraph, "motif de fait : en quoi ce document relève de ce motif")
        if part or without or disjoined or self._case.refused:
            self._remedies()
        self._end()

    def save(self, out: Path) -> None:
        """Write the file without author or dates: every run gives the same bytes."""
        from datetime import datetime

        properties: Any = self._word.core_properties
        for name in _PROPERTIES:
            setattr(properties, name, "")
        properties.title = "Réponse à une demande de communication"
        properties.revision = 1
        # The format asks for dates; these are the first that a zip can hold.
        properties.created = properties.modified = datetime(1980, 1, 1)
        draft = out.with_name(f"{out.name}.part")
        try:
            self._word.save(str(draft))
            with Package(draft) as package:
                names = [name for name in package.names if name != "docProps/thumbnail.jpeg"]
                write_package(out, [(name, _settled(name, package.part(name))) for name in names])
        finally:
            draft.unlink(missing_ok=True)

    # --- parts of the letter -------------------------------------------------------------

    def _head(self) -> None:
        for field in ("nom de l’administration", "service", "adresse"):
            _blank(self._word.add_paragraph(), field)
        paragraph = self._word.add_paragraph("Affaire suivie par : ")
        _blank(paragraph, "nom, courriel, téléphone")
        names = ", ".join(self._case.requesters)
        paragraph = self._word.add_paragraph("À l’attention de : ")
        _given(paragraph, names, "nom du demandeur")
        paragraph = self._word.add_paragraph()
        _blank(paragraph, "lieu")
        paragraph.add_run(", le ")
        _blank(paragraph, "date")
        paragraph = self._word.add_paragraph()
        paragraph.add_run("Objet : ").bold = True
        paragraph.add_run("votre demande de communication de documents administratifs, référence ")
        _given(paragraph, self._case.reference, "référence")
        self._text("Madame, Monsieur,")
        paragraph = self._word.add_paragraph("Par une demande reçue le ")
        received = f"{self._case.received:%d/%m/%Y}" if self._case.received else ""
        _given(paragraph, received, "date de réception")
        paragraph.add_run(", vous avez demandé la communication de ")
        _given(paragraph, "", "objet de la demande")
        paragraph.add_run(
            ". Vous trouverez ci-joints les documents qui peuvent vous être communiqués, avec leur "
            "bordereau et le registre des occultations."
        )

    def _occulted(self, documents: Sequence[Document]) -> None:
        self._text(
            "En application de l’article L.311-7 du code des relations entre le public et "
            "l’administration (CRPA), les mentions qui ne vous sont pas "
            "communicables ont été occultées dans les documents suivants :"
        )
        self._list([f"{d.name} : {counted(len(d.occulted), 'passage(s)')}" for d in documents])
        self._text("Ces occultations reposent sur les motifs suivants :")
        table: Any = self._word.add_table(rows=1, cols=2)
        table.style = "Table Grid"
        for cell, text in zip(table.rows[0].cells, ("Motif", "Mentions occultées"), strict=True):
            cell.paragraphs[0].add_run(text).bold = True
        for ground, categories in by_ground([p for d in documents for p in d.occulted]):
            row = table.add_row()
            _keep_whole(row)
            cells = row.cells
            _ground(cells[0].paragraphs[0], ground)
            cells[1].text = ", ".join(f"{name} ({count})" for name, count in categories)
        self._word.add_paragraph()
        paragraph = self._word.add_paragraph()
        _blank(paragraph, "considérations de fait : en quoi ces mentions relèvent de ces motifs")

    def _remedies(self) -> None:
        self._heading("Voies et délais de recours")
        self._text(
            "Si vous entendez contester ce refus, même partiel, vous pouvez saisir la Commission "
            "d’accès aux documents administratifs (CADA) dans un délai de deux mois à compter de "
            "la notification de la présente décision (CRPA, art. L.311-14, R.311-15 et R.343-1)."
        )
        paragraph = self._word.add_paragraph(
            "La saisine se fait par le formulaire du site www.cada.fr ou par courrier : "
        )
        _blank(paragraph, "adresse postale de la CADA, à vérifier sur www.cada.fr")
        self._text(
            "Joignez-y une copie de votre demande et de la présente réponse. Cette saisine est un "
            "préalable obligatoire à tout recours contentieux (CRPA, art. L.342-1)."
        )
        # Without the second delay neither runs: CE, 11 mars 2024, n° 488227.
        paragraph = self._word.add_paragraph(
            "Si le refus est confirmé après cette saisine, vous pouvez saisir le tribunal "
            "administratif dans un délai de deux mois à compter de la notification de la décision "
            "qui le confirme ou, si aucune réponse ne vous a été faite deux mois après "
            "l’enregistrement de votre demande par la CADA, à compter de la décision implicite "
            "qui naît à cette date (CRPA, art. R.343-4 et R.343-5 ; code de justice "
            "administrative, art. R.421-1 et R.421-2). Tribunal compétent : "
        )
        _blank(paragraph, "nom et adresse du tribunal")

    def _end(self) -> None:
        self._text(
            "Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations "
            "distinguées."
        )
        _blank(self._word.add_paragraph(), "nom, prénom, qualité et signature de l’auteur")
        self._text(
            "Pièces jointes : documents communiqués, bordereau de communication, registre des "
            "occultations."
        )

    def _heading(self, text: str) -> None:
        paragraph = self._word.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(text).bold = True

    def _text(self, text: str) -> None:
        self._word.add_paragraph(text)

    def _list(self, items: Sequence[str]) -> None:
        for item in items:
            self._word.add_paragraph(item, style="List Bullet")


def _places(document: Document) -> str:
    pages = sorted({passage.page for passage in document.disjoined if passage.page})
    passages = counted(len(document.disjoined), "passage(s)")
    if not pages:
        return passages
    return f"{passages}, page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}"


def _ground(paragraph: Any, codes: str) -> None:
    """Grounds in full; one that nobody gave, or read in the law in force, is the person's to
    settle."""
    if codes:
        paragraph.add_run(in_full(codes))
    known = [known_ground(code.strip()) for code in codes.split(",")]
    if not codes:
        _blank(paragraph, "motif de droit")
    elif not all(each and each.source.startswith("[V]") for each in known):
        paragraph.add_run(" ")
        _blank(paragraph, "motif à vérifier")


def _keep_whole(row: Any) -> None:
    """A row that no page's end cuts."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _given(paragraph: Any, value: str, otherwise: str) -> None:
    if value:
        paragraph.add_run(value)
    else:
        _blank(paragraph, otherwise)


def _blank(paragraph: Any, what: str) -> None:
    """A place to fill in, in yellow."""
    from docx.enum.text import WD_COLOR_INDEX

    paragraph.add_run(f"[{what}]").font.highlight_color = WD_COLOR_INDEX.YELLOW


def _settled(name: str, data: bytes) -> bytes:
    """A part without the thumbnail that the library's template speaks of."""
    if name != "_rels/.rels":
        return data
    from redactor.formats.xml import parse, serialise

    root = parse(data, name)
    for relation in list(root):
        if "thumbnail" in str(relation.get("Type", "")):
            root.remove(relation)
    return serialise(root)
