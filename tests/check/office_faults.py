# ruff: noqa: E501 - one case a line reads as a table
"""Word, OpenDocument, Excel and e-mail files with one fault each, and their clean twins."""

from .build_mail import mail
from .build_odf import ODT_COMMENT, ODT_DELETION, odt, odt_run
from .build_sheet import XLSX_COMMENT, workbook
from .build_word import (
    authored,
    banner,
    boxed,
    boxed_after_removal,
    commented,
    deleted,
    embedded,
    hidden,
    highlighted,
    highlighted_yellow,
    linked,
    linked_plainly,
    shaded,
    white,
    word,
)
from .case import ADDRESS, NAME, Case


def _odt(name: str, kind: str, properties: str, right: str) -> Case:
    return Case(name, kind, ".odt", lambda: odt_run(properties), lambda: odt_run(right, "[nom]"))


CASES = [
    Case("word_highlight", "highlight-only", ".docx", lambda: word(highlighted), lambda: word(highlighted_yellow)),
    Case("word_shade", "highlight-only", ".docx", lambda: word(shaded), lambda: word(banner)),
    Case("word_hidden", "hidden-run", ".docx", lambda: word(hidden), word),
    Case("word_white", "hidden-run", ".docx", lambda: word(white), lambda: word(banner)),
    Case("word_deleted", "tracked-change", ".docx", lambda: word(deleted), word),
    Case("word_comment", "comment", ".docx", lambda: word(commented), word),
    Case("word_author", "metadata", ".docx", lambda: word(authored), word),
    Case("word_link", "link", ".docx", lambda: word(linked), lambda: word(linked_plainly), ADDRESS),
    Case("word_shape", "covered-text", ".docx", lambda: word(boxed), lambda: word(boxed_after_removal)),
    Case("word_embedded", "attachment", ".docx", embedded, word, "Classeur.xlsx"),
    _odt("odt_black", "highlight-only", 'fo:background-color="#000000" fo:color="#000000"', 'fo:background-color="#ffff00"'),
    _odt("odt_white", "hidden-run", 'fo:color="#ffffff"', 'fo:color="#333333"'),
    _odt("odt_hidden", "hidden-run", 'text:display="none"', 'text:display="true"'),
    Case("odt_deleted", "tracked-change", ".odt", lambda: odt(ODT_DELETION), lambda: odt("")),
    Case("odt_comment", "comment", ".odt", lambda: odt(ODT_COMMENT), lambda: odt("<text:p>Recevable</text:p>")),
    Case("odt_author", "metadata", ".odt", lambda: odt("", meta=f"<dc:creator>{NAME}</dc:creator>"), lambda: odt("")),
    Case("odt_version", "revision", ".odt", lambda: odt("", parts={"Versions/Version1": b"x"}), lambda: odt(""), "Version1"),
    Case("xlsx_row", "hidden-text", ".xlsx", lambda: workbook(NAME, row='hidden="1"'), lambda: workbook("12")),
    Case("xlsx_sheet", "hidden-text", ".xlsx", lambda: workbook(NAME, state='state="veryHidden"'), lambda: workbook("12")),
    Case("xlsx_column", "hidden-text", ".xlsx", lambda: workbook(NAME, columns='<cols><col min="1" max="1" hidden="1"/></cols>'), lambda: workbook("12")),
    Case("xlsx_white", "hidden-text", ".xlsx", lambda: workbook(NAME, style='s="1"'), lambda: workbook("12", style='s="3"')),
    Case("xlsx_black", "highlight-only", ".xlsx", lambda: workbook(NAME, style='s="2"'), lambda: workbook("12", style='s="3"')),
    Case("xlsx_comment", "comment", ".xlsx", lambda: workbook("12", extra=XLSX_COMMENT), lambda: workbook("12")),
    Case("mail_attachment", "attachment", ".eml", lambda: mail(attachment="liste.txt"), mail, "liste.txt"),
    Case("mail_hidden", "hidden-text", ".eml", lambda: mail(f'<p style="display:none">{NAME}</p>'), lambda: mail("<p>Reçue</p>")),
    Case("mail_black", "highlight-only", ".eml", lambda: mail(f'<span style="background:#000">{NAME}</span>'.replace("#000", "#000000")), lambda: mail('<span style="background:#ffff00">Reçue</span>')),
    Case("mail_bcc", "metadata", ".eml", lambda: mail(headers=f"Bcc: {ADDRESS}\n"), mail, ADDRESS),
    Case("mail_link", "link", ".eml", lambda: mail(f'<a href="mailto:{ADDRESS}">écrire</a>'), lambda: mail('<a href="https://exemple.fr">site</a>'), ADDRESS),
]  # fmt: skip
