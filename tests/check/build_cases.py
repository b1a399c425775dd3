# ruff: noqa: E501 - one case a line reads as a table
"""Every kind of finding in every format where it exists: a file that has it, and its clean twin,
which differs by the one step that was missing. Some need candidates, or a second document."""

from collections.abc import Callable
from typing import Any

import pymupdf

from . import office_faults, pdf_faults
from .build_mail import mail, sealed_mail
from .build_odf import (
    HIDDEN_SHEET,
    ODS_CHANGE,
    ODS_COMMENT,
    STYLED,
    cell_style,
    ods,
    odt,
    odt_crop,
    odt_link,
    odt_shape,
    odt_title,
    row,
)
from .build_package import broken, with_parts
from .build_pdf import BLACK, black_box, covered, document, photograph, redacted
from .build_pictures import black, blur, cropped, leftover_glyphs, mosaic, scan
from .build_sheet import (
    sheet_author,
    sheet_cache,
    sheet_crop,
    sheet_description,
    sheet_formula,
    sheet_link,
    sheet_log,
    sheet_shape,
    workbook,
)
from .build_word import word, word_crop, word_description, word_mark
from .case import ADDRESS, NAME, PLAIN, SENTENCE, Case

#: Kind → the formats in which it exists. `test_cases` fails where a pair is missing.
WHERE: dict[str, str] = {
    "covered-text": ".pdf .docx .odt .xlsx",
    "see-through-cover": ".pdf",
    "unapplied-redaction": ".pdf",
    "hidden-text": ".pdf .xlsx .ods .eml",
    "off-page-text": ".pdf",
    "covered-image": ".pdf .docx .odt .xlsx",
    "layer": ".pdf",
    "structure-text": ".pdf .docx .odt .xlsx",
    "annotation": ".pdf",
    "form-value": ".pdf",
    "attachment": ".pdf .docx .odt .xlsx .eml",
    "bookmark": ".pdf .docx",
    "link": ".pdf .docx .odt .xlsx .ods .eml",
    "metadata": ".pdf .docx .odt .xlsx .ods .eml",
    "revision": ".pdf .odt .xlsx",
    "orphan-text": ".pdf .xlsx",
    "comment": ".docx .odt .xlsx .ods",
    "tracked-change": ".docx .odt .ods",
    "hidden-run": ".docx .odt .ods",
    "highlight-only": ".docx .odt .xlsx .ods .eml",
    "inconsistent": ".pdf .docx .odt .xlsx .eml .txt",
    "partial-mask": ".pdf .docx .odt .xlsx .eml .txt",
    "gap-width": ".pdf",
    "over-redaction": ".pdf .docx .odt .xlsx .eml .txt",
    "residual": ".pdf .docx .odt .xlsx .eml .txt",
    "unread": ".pdf .docx .odt .xlsx .ods .eml",
}


def _text(suffix: str) -> Callable[[str], bytes]:
    """How a line of text is written in a format."""

    def in_word(line: str) -> bytes:
        return word(lambda made: made.add_paragraph(line) and None)

    made: dict[str, Callable[[str], bytes]] = {
        ".pdf": lambda line: document(lambda made: None, line),
        ".docx": in_word,
        ".odt": lambda line: odt(f"<text:p>{line}</text:p>"),
        ".xlsx": workbook,
        ".eml": lambda line: mail(f"<p>{line}</p>"),
        ".txt": lambda line: f"{PLAIN}\n{line}\n".encode(),
    }
    return made[suffix]


def _texts(
    name: str,
    kind: str,
    bad: str,
    clean: str,
    text: str,
    beside: str = "",
    *,
    residual: bool = False,
) -> list[Case]:
    """The same in every format that has text."""

    def case(suffix: str) -> Case:
        write = _text(suffix)
        return Case(
            f"{name}{suffix}",
            kind,
            suffix,
            bad=lambda: write(bad),
            clean=lambda: write(clean),
            text=text,
            beside=beside,
            residual=residual,
        )

    return [case(suffix) for suffix in WHERE[kind].split()]


def broken_pdf() -> bytes:
    """A page whose picture of text nobody can read, without recognition or text layer."""
    doc = pymupdf.open()
    doc.new_page().insert_image((0, 0, 595, 842), stream=photograph())
    return bytes(doc.tobytes())


def highlight_note(made: Any, box: Any) -> None:
    note = made.add_highlight_annot(box)
    note.set_colors(stroke=BLACK)
    note.update()


def text_note(made: Any, box: Any) -> None:
    made.add_freetext_annot(box, "", fill_color=BLACK).update()


CANDIDATES = (NAME, "Ève Li", "Maximilienne de Kergoat-Pennanec’h", "Luc Roy", "Jo Bé")
PAGE = (
    "Le conseil municipal, réuni sous la présidence du maire, a examiné la demande présentée par "
    "{} pour la réfection du lavoir, et l’a acceptée à l’unanimité des membres."
)
CASES = [
    *pdf_faults.CASES,
    *office_faults.CASES,
    Case("highlight_note", "covered-text", ".pdf", covered(highlight_note), redacted(black_box)),
    Case("text_note", "covered-text", ".pdf", covered(text_note), redacted(black_box)),
    Case("mosaic", "see-through-cover", ".pdf", lambda: scan(mosaic), lambda: scan(black), ""),
    Case("blur", "see-through-cover", ".pdf", lambda: scan(blur), lambda: scan(black), ""),
    Case("cropped", "covered-image", ".pdf", lambda: cropped(cut=False), lambda: cropped(cut=True), ""),
    Case("off_edge", "covered-image", ".pdf", lambda: cropped(cut=False, by_page=True), lambda: cropped(cut=True), ""),
    Case("leftover", "orphan-text", ".pdf", lambda: leftover_glyphs(redacted_after=True), lambda: leftover_glyphs(redacted_after=False), "ZF"),
    Case("odt_shape", "covered-text", ".odt", lambda: odt_shape("#000000"), lambda: odt_shape("#ffcc00")),
    Case("sheet_shape", "covered-text", ".xlsx", lambda: sheet_shape("000000"), lambda: sheet_shape("FFCC00"), ""),
    Case("ods_row", "hidden-text", ".ods", lambda: ods(row(NAME, 'table:visibility="collapse"')), lambda: ods(row(NAME))),
    Case("ods_sheet", "hidden-text", ".ods", lambda: ods(row(NAME), table='table:style-name="ta1"', styles=HIDDEN_SHEET.format("false")), lambda: ods(row(NAME), table='table:style-name="ta1"', styles=HIDDEN_SHEET.format("true"))),
    Case("ods_value", "hidden-text", ".ods", lambda: ods(row("[nom]", cell=f'office:string-value="{NAME}"')), lambda: ods(row("[nom]", cell='office:string-value="[nom]"'))),
    Case("ods_formula", "hidden-text", ".ods", lambda: ods(row("1", cell=f'table:formula="of:=IF([.A1]=&quot;{NAME}&quot;;1;0)"')), lambda: ods(row("1", cell='table:formula="of:=IF([.A1]=&quot;Objet&quot;;1;0)"'))),
    Case("ods_white", "hidden-run", ".ods", lambda: ods(row(NAME, cell=STYLED), styles=cell_style("#ffffff", "#ffffff")), lambda: ods(row(NAME, cell=STYLED), styles=cell_style("#ffffff", "#000000"))),
    Case("ods_black", "highlight-only", ".ods", lambda: ods(row(NAME, cell=STYLED), styles=cell_style("#000000", "#000000")), lambda: ods(row(NAME, cell=STYLED), styles=cell_style("#000000", "#ffffff"))),
    Case("ods_comment", "comment", ".ods", lambda: ods(row("12" + ODS_COMMENT)), lambda: ods(row("12"))),
    Case("ods_change", "tracked-change", ".ods", lambda: ods(row("12"), ODS_CHANGE.format(NAME)), lambda: ods(row("12"), ODS_CHANGE.format(""))),
    Case("ods_author", "metadata", ".ods", lambda: ods(row("12"), meta=f"<dc:creator>{NAME}</dc:creator>"), lambda: ods(row("12"))),
    Case("ods_link", "link", ".ods", lambda: ods(row(f'<text:a xlink:href="mailto:{ADDRESS}">écrire</text:a>')), lambda: ods(row('<text:a xlink:href="https://exemple.fr">écrire</text:a>')), ADDRESS),
    Case("ods_broken", "unread", ".ods", lambda: broken(ods(row("12")), "content.xml"), lambda: ods(row("12")), ""),
    Case("sheet_formula", "hidden-text", ".xlsx", lambda: sheet_formula(NAME), lambda: sheet_formula("Objet")),
    Case("word_crop", "covered-image", ".docx", lambda: word_crop(30_000), lambda: word_crop(0), ""),
    Case("odt_crop", "covered-image", ".odt", lambda: odt_crop("rect(0cm, 2.1cm, 0cm, 0cm)"), lambda: odt_crop("rect(0cm, 0cm, 0cm, 0cm)"), ""),
    Case("sheet_crop", "covered-image", ".xlsx", lambda: sheet_crop(30_000), lambda: sheet_crop(0), ""),
    Case("word_alt", "structure-text", ".docx", lambda: word_description(f"Photographie de {NAME}"), lambda: word_description("Photographie")),
    Case("odt_alt", "structure-text", ".odt", lambda: odt_title(f"Photographie de {NAME}"), lambda: odt_title("Photographie")),
    Case("sheet_alt", "structure-text", ".xlsx", lambda: sheet_description(f"Photographie de {NAME}"), lambda: sheet_description("Photographie")),
    Case("odt_object", "attachment", ".odt", lambda: with_parts(odt(""), {"Object 1/content.xml": "<a/>"}), lambda: odt(""), "Object 1"),
    Case("sheet_embedded", "attachment", ".xlsx", lambda: with_parts(workbook("12"), {"xl/embeddings/oleObject1.bin": "x"}), lambda: workbook("12"), "oleObject1"),
    Case("word_bookmark", "bookmark", ".docx", lambda: word_mark("Solange_Béranger"), lambda: word_mark("_Toc1234"), "Solange_Béranger"),
    Case("odt_link", "link", ".odt", lambda: odt_link(f"mailto:{ADDRESS}"), lambda: odt_link("https://exemple.fr"), ADDRESS),
    Case("sheet_link", "link", ".xlsx", lambda: sheet_link(f"mailto:{ADDRESS}"), lambda: sheet_link("https://exemple.fr"), ADDRESS),
    Case("sheet_author", "metadata", ".xlsx", lambda: sheet_author(NAME), lambda: sheet_author("")),
    Case("word_thumbnail", "metadata", ".docx", lambda: with_parts(word(), {"docProps/thumbnail.jpeg": "x"}), word, ""),
    Case("odt_thumbnail", "metadata", ".odt", lambda: with_parts(odt(""), {"Thumbnails/thumbnail.png": "x"}), lambda: odt(""), ""),
    Case("sheet_log", "revision", ".xlsx", lambda: sheet_log(NAME), lambda: sheet_log("12")),
    Case("sheet_cache", "orphan-text", ".xlsx", lambda: sheet_cache(NAME), lambda: sheet_cache("12")),
    Case("width", "gap-width", ".pdf", redacted(black_box), lambda: document(lambda made: None, "La demande de Mme [nom] a été reçue le 12 mars."), names=CANDIDATES),
    Case("pictured_box", "inconsistent", ".pdf", redacted(black_box), lambda: document(lambda made: None), NAME, beside=f"{SENTENCE}\n{PLAIN}\n"),
    *_texts("twice", "inconsistent", PAGE.format("XXXXXXX"), PAGE.format(f"Mme {NAME}"), "XXXXXXX", PAGE.format(f"Mme {NAME}")),
    *_texts("half", "partial-mask", "Identifiant suivi-a7f3xxx", "Identifiant [...]", "suivi-a7f3xxx", "Identifiant suivi-a7f3c19"),
    *_texts("masked_function", "over-redaction", "Fonction : XXXXXX", "Fonction : adjointe administrative", ""),
    *_texts("left_name", "residual", f"Le dossier de Mme {NAME} est clos.", "Le dossier est clos.", "Béranger", residual=True),
    Case("mail_encrypted", "unread", ".eml", lambda: sealed_mail("smime.p7m", "application/pkcs7-mime"), lambda: sealed_mail("note.txt", "text/plain"), ""),
    Case("picture_page", "unread", ".pdf", broken_pdf, lambda: document(lambda made: None), ""),
    Case("word_broken", "unread", ".docx", lambda: with_parts(word(), {"word/embeddings/a.xlsx": "PK"}), word, ""),
    Case("odt_broken", "unread", ".odt", lambda: broken(odt(""), "content.xml"), lambda: odt(""), ""),
    Case("sheet_broken", "unread", ".xlsx", lambda: broken(workbook("12"), "xl/worksheets/sheet1.xml"), lambda: workbook("12"), ""),
]  # fmt: skip
