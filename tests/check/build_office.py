# ruff: noqa: E501 - one case a line reads as a table
"""Word, OpenDocument, Excel and e-mail files with one fault each, and their clean twins."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.shared import RGBColor

NAME = "Solange Béranger"
PLAIN = "Le service instruit les demandes dans leur ordre d’arrivée."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(change: Callable[[docx.document.Document], None] | None = None) -> bytes:
    """A Word file of a paragraph and a table, then `change`."""
    made = docx.Document()
    core = made.core_properties
    core.author = core.title = core.comments = core.last_modified_by = ""
    made.add_paragraph(PLAIN)
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Objet"
    table.cell(0, 1).text = "Subvention"
    if change:
        change(made)
    stream = io.BytesIO()
    made.save(stream)
    return _without(stream.getvalue(), "docProps/thumbnail.jpeg")


def _without(data: bytes, name: str) -> bytes:
    """The library's own template has a thumbnail."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(
                    part, old.read(part).replace(b' Extension="jpeg"', b' Extension="jpg"')
                )
    return stream.getvalue()


def highlighted(made: docx.document.Document) -> None:
    run = made.add_paragraph("La demande de Mme ").add_run(NAME)
    run.font.highlight_color = WD_COLOR_INDEX.BLACK


def highlighted_yellow(made: docx.document.Document) -> None:
    run = made.add_paragraph("La demande de Mme ").add_run("[nom]")
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def shaded(made: docx.document.Document) -> None:
    run = made.add_paragraph("La demande de Mme ").add_run(NAME)
    run.font.color.rgb = RGBColor(0, 0, 0)
    run._r.get_or_add_rPr().append(parse_xml(f'<w:shd {_W} w:val="clear" w:fill="000000"/>'))


def banner(made: docx.document.Document) -> None:
    """White text on a dark cell: a heading, seen by everyone."""
    cell = made.add_table(1, 1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {_W} w:val="clear" w:fill="1F3864"/>'))
    cell.paragraphs[0].add_run("Délibération").font.color.rgb = RGBColor(255, 255, 255)


def hidden(made: docx.document.Document) -> None:
    made.add_paragraph("La demande de Mme ").add_run(NAME).font.hidden = True


def white(made: docx.document.Document) -> None:
    run = made.add_paragraph("La demande de Mme ").add_run(NAME)
    run.font.color.rgb = RGBColor(255, 255, 255)


def deleted(made: docx.document.Document, text: str = NAME) -> None:
    made.add_paragraph("La demande de Mme ")._p.append(
        parse_xml(
            f'<w:del {_W} w:id="9" w:author="Greffe" w:date="2026-01-05T10:00:00Z">'
            f"<w:r><w:delText>{text}</w:delText></w:r></w:del>"
        )
    )


def commented(made: docx.document.Document) -> None:
    paragraph = made.add_paragraph("La demande est recevable.")
    made.add_comment(paragraph.runs, f"Prévenir Mme {NAME}", author="Greffe", initials="G")


def authored(made: docx.document.Document) -> None:
    made.core_properties.author = NAME


def linked(made: docx.document.Document) -> None:
    made.part.relate_to(
        "mailto:solange.beranger@exemple.fr",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )


def linked_plainly(made: docx.document.Document) -> None:
    made.part.relate_to(
        "https://exemple.fr/aide",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )


def boxed(made: docx.document.Document) -> None:
    """A black shape floating over the paragraph."""
    paragraph = made.add_paragraph(f"La demande de Mme {NAME} est recevable.")
    paragraph.add_run()._r.append(parse_xml(_SHAPE))


def boxed_after_removal(made: docx.document.Document) -> None:
    paragraph = made.add_paragraph("La demande de Mme ████ est recevable.")
    assert paragraph.text


_SHAPE = f"""<w:drawing {_W}
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wp:anchor behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" simplePos="0"
 relativeHeight="2" distT="0" distB="0" distL="0" distR="0">
<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>900000</wp:posOffset>
</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>
<wp:extent cx="1200000" cy="170000"/><wp:wrapNone/><wp:docPr id="7" name="Rectangle 7"/>
<a:graphic><a:graphicData
 uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1200000" cy="170000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing>"""


def embedded() -> bytes:
    """A chart's workbook left in the package."""
    return _with(word(), {"word/embeddings/Classeur.xlsx": workbook(NAME)})


def _with(data: bytes, parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


# --- OpenDocument --------------------------------------------------------------------------------

_ODF = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)


def odt(
    body: str, styles: str = "", meta: str = "", parts: dict[str, bytes] | None = None
) -> bytes:
    """An OpenDocument text of `body` after an ordinary paragraph."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text><text:p>{PLAIN}</text:p>{body}"
            "</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "meta.xml",
            f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        )
        for name, part in (parts or {}).items():
            archive.writestr(name, part)
    return stream.getvalue()


def odt_run(properties: str, text: str = NAME) -> bytes:
    return odt(
        f'<text:p>Mme <text:span text:style-name="T1">{text}</text:span></text:p>',
        f'<style:style style:name="T1" style:family="text"><style:text-properties {properties}/>'
        "</style:style>",
    )


ODT_DELETION = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    f"<text:p>{NAME}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)
ODT_COMMENT = (
    "<text:p>Recevable<office:annotation><dc:creator>Greffe</dc:creator>"
    f"<text:p>Prévenir Mme {NAME}</text:p></office:annotation></text:p>"
)


# --- Excel ---------------------------------------------------------------------------------------

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(
    value: str,
    *,
    row: str = "",
    state: str = "",
    columns: str = "",
    style: str = "",
    extra: str = "",
) -> bytes:
    """A workbook of one sheet: a heading, and `value` below it."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="Liste" sheetId="1" r:id="r1" {state}/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{columns}<sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Objet</t></is></c></row>'
        f'<row r="2" {row}><c r="A2" t="inlineStr" {style}><is><t>{value}</t></is></c></row>'
        "</sheetData></worksheet>",
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts><font/><font><color rgb="FFFFFFFF"/>'
        '</font><font><color rgb="FF000000"/></font></fonts><fills><fill/><fill><patternFill '
        'patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></fills><cellXfs><xf/>'
        '<xf fontId="1" fillId="0"/><xf fontId="2" fillId="1"/><xf fontId="1" fillId="1"/>'
        "</cellXfs></styleSheet>",
    }
    if extra:
        parts["xl/comments1.xml"] = extra
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


XLSX_COMMENT = (
    f'<comments xmlns="{_MAIN}"><authors><author>Greffe</author></authors><commentList>'
    f'<comment ref="A1" authorId="0"><text><t>Prévenir Mme {NAME}</t></text></comment>'
    "</commentList></comments>"
)


# --- e-mail --------------------------------------------------------------------------------------


def mail(html: str = "", headers: str = "", attachment: str = "") -> bytes:
    """A message in text and HTML."""
    parts = [
        f"--X\nContent-Type: text/plain; charset=utf-8\n\n{PLAIN}\n",
        f"--X\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>{PLAIN}</p>{html}"
        "</body></html>\n",
    ]
    if attachment:
        parts.append(
            f'--X\nContent-Type: text/plain\nContent-Disposition: attachment; filename="{attachment}"'
            "\n\nliste\n"
        )
    text = (
        "From: mairie@valombre.example\nTo: contact@asso.example\nSubject: Votre demande\n"
        f"{headers}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n"
        + "".join(parts)
        + "--X--\n"
    )
    return text.encode()


@dataclass(frozen=True)
class Case:
    """A fault of a format: its kind, the file that has it, the file that does not."""

    name: str
    kind: str
    suffix: str
    bad: Callable[[], bytes]
    clean: Callable[[], bytes]
    text: str = NAME


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
    Case("word_link", "link", ".docx", lambda: word(linked), lambda: word(linked_plainly), "solange.beranger@exemple.fr"),
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
    Case("mail_bcc", "metadata", ".eml", lambda: mail(headers="Bcc: solange.beranger@exemple.fr\n"), mail, "solange.beranger@exemple.fr"),
    Case("mail_link", "link", ".eml", lambda: mail('<a href="mailto:solange.beranger@exemple.fr">écrire</a>'), lambda: mail('<a href="https://exemple.fr">site</a>'), "solange.beranger@exemple.fr"),
]  # fmt: skip
