# ruff: noqa: E501 - one case a line reads as a table
"""Every kind of finding in every format where it exists: a file that has it, and its clean twin,
which differs by the one step that was missing. Some need candidates, or a second document."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage

import docx
import pymupdf
from docx.oxml import parse_xml

from . import build_office, build_pdf
from .build_office import _ODF, mail, odt, word, workbook
from .build_pdf import NAME, PLAIN, SENTENCE
from .build_pictures import black, blur, cropped, leftover_glyphs, mosaic, scan

ADDRESS = "solange.beranger@exemple.fr"


@dataclass(frozen=True)
class Case:
    """A fault: its kind, the file that has it, the file that does not."""

    name: str
    kind: str
    suffix: str
    bad: Callable[[], bytes]
    clean: Callable[[], bytes]
    text: str = NAME
    beside: str = ""
    """What another document of the batch says."""
    names: tuple[str, ...] = ()
    residual: bool = False


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

    def in_pdf(line: str) -> bytes:
        doc = pymupdf.open()
        build_pdf.page(doc, line)
        return build_pdf.saved(doc)

    def in_word(line: str) -> bytes:
        return word(lambda made: made.add_paragraph(line) and None)

    made: dict[str, Callable[[str], bytes]] = {
        ".pdf": in_pdf,
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
            *(
                f"{name}{suffix}",
                kind,
                suffix,
                lambda: write(bad),
                lambda: write(clean),
                text,
                beside,
            ),
            residual=residual,
        )

    return [case(suffix) for suffix in WHERE[kind].split()]


def _parts(data: bytes, **parts: str) -> bytes:
    """A package with parts more, or others; « __ » stands for a slash."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        wanted = {
            name.replace("__", "/").replace("_DOT_", "."): part for name, part in parts.items()
        }
        for name in old.namelist():
            if name not in wanted:
                new.writestr(name, old.read(name))
        for name, part in wanted.items():
            new.writestr(name, part)
    return stream.getvalue()


def sealed_mail(name: str, kind: str) -> bytes:
    """A message with an attachment of that type, all noise to whoever has no key."""
    made = EmailMessage()
    made["Subject"] = "Dossier"
    made.set_content("Voir la pièce jointe.")
    main, _, sub = kind.partition("/")
    made.add_attachment(b"Bordereau des pieces.", maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


# --- drawings of office files --------------------------------------------------------------------

_DRAW = (
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)


def odt_shape(colour: str) -> bytes:
    return odt(
        f'<text:p>Mme {NAME}<draw:rect {_DRAW} draw:style-name="gr1"/></text:p>',
        f'<style:style style:name="gr1" style:family="graphic"><style:graphic-properties {_DRAW} '
        f'draw:fill="solid" draw:fill-color="{colour}"/></style:style>',
    )


def odt_crop(clip: str) -> bytes:
    return odt(
        "<text:p>Photographie</text:p>",
        '<style:style style:name="fr1" style:family="graphic"><style:graphic-properties '
        f'fo:clip="{clip}"/></style:style>',
    )


def odt_title(text: str) -> bytes:
    return odt(
        f"<text:p>Photographie<draw:frame {_DRAW}><svg:desc>{text}</svg:desc></draw:frame></text:p>"
    )


def odt_link(target: str) -> bytes:
    return odt(f'<text:p><text:a xlink:href="{target}">écrire</text:a></text:p>')


def ods(rows: str, before: str = "", table: str = "", styles: str = "", meta: str = "") -> bytes:
    """A spreadsheet of one sheet: a heading, then `rows`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{before}"
            f'<table:table table:name="Liste" {table}>{_row("Objet")}{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "meta.xml",
            f"<office:document-meta {_ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        )
    return stream.getvalue()


def _row(inner: str, row: str = "", cell: str = "") -> str:
    return (
        f"<table:table-row {row}><table:table-cell {cell}><text:p>{inner}</text:p>"
        "</table:table-cell></table:table-row>"
    )


def _cells(ground: str, ink: str) -> str:
    return (
        '<style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties '
        f'fo:background-color="{ground}"/><style:text-properties fo:color="{ink}"/></style:style>'
    )


_CE = 'table:style-name="ce1"'
_HIDDEN_SHEET = (
    '<style:style style:name="ta1" style:family="table"><style:table-properties '
    'table:display="{}"/></style:style>'
)
_ODS_CHANGE = (
    '<table:tracked-changes><table:cell-content-change table:id="c1"><table:previous>'
    "<table:change-track-table-cell><text:p>{}</text:p></table:change-track-table-cell>"
    "</table:previous></table:cell-content-change></table:tracked-changes>"
)
_ODS_COMMENT = f"</text:p>{build_office.ODT_COMMENT}<text:p>"


_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def _drawing(inner: str) -> bytes:
    part = f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}">{inner}</xdr:wsDr>'
    return _parts(workbook("12"), xl__drawings__drawing1_DOT_xml=part)


def sheet_shape(colour: str) -> bytes:
    return _drawing(
        f'<xdr:sp><xdr:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></xdr:spPr></xdr:sp>'
    )


def sheet_formula(value: str) -> bytes:
    cell = f'<c r="B2"><f>IF(A1="{value}",1,0)</f><v>0</v></c>'
    made = workbook("12")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    return _parts(
        made,
        xl__worksheets__sheet1_DOT_xml=sheet.replace(
            "</row></sheetData>", f"{cell}</row></sheetData>"
        ),
    )


def sheet_crop(cut: int) -> bytes:
    return _drawing(f'<xdr:pic><xdr:blipFill><a:srcRect r="{cut}"/></xdr:blipFill></xdr:pic>')


def sheet_description(text: str) -> bytes:
    return _drawing(
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Image 1" descr="{text}"/></xdr:nvPicPr></xdr:pic>'
    )


def sheet_link(target: str) -> bytes:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" TargetMode="External" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/hyperlink" Target="{target}"/></Relationships>'
    )
    return _parts(workbook("12"), xl__worksheets___rels__sheet1_DOT_xml_DOT_rels=rels)


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_log(old: str) -> bytes:
    log = f'<revisions {_MAIN}><rcc rId="1" sId="1"><oc r="A2" t="inlineStr"><is><t>{old}</t></is></oc></rcc></revisions>'
    return _parts(workbook("12"), xl__revisions__revisionLog1_DOT_xml=log)


def sheet_cache(value: str) -> bytes:
    part = f'<pivotCacheRecords {_MAIN}><r><s v="{value}"/></r></pivotCacheRecords>'
    return _parts(workbook("12"), xl__pivotCache__pivotCacheRecords1_DOT_xml=part)


def sheet_author(author: str) -> bytes:
    part = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}'
        "</dc:creator></cp:coreProperties>"
    )
    return _parts(workbook("12"), docProps__core_DOT_xml=part)


def _drawn(inner: str) -> Callable[[docx.document.Document], None]:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    namespaces = f'{w} {wp} xmlns:a="{_A}" xmlns:pic="{_PIC}"'

    def change(made: docx.document.Document) -> None:
        run = made.add_paragraph("Photographie").add_run()
        run._r.append(
            parse_xml(f"<w:drawing {namespaces}><wp:inline>{inner}</wp:inline></w:drawing>")
        )

    return change


def word_crop(cut: int) -> bytes:
    return word(_drawn(f'<pic:pic><pic:blipFill><a:srcRect l="{cut}"/></pic:blipFill></pic:pic>'))


def word_description(text: str) -> bytes:
    return word(_drawn(f'<wp:docPr id="3" name="Image 3" descr="{text}"/>'))


def word_mark(title: str) -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return word(
        lambda made: made.add_paragraph("Objet")._p.append(
            parse_xml(f'<w:bookmarkStart {w} w:id="4" w:name="{title}"/>')
        )
    )


def broken(data: bytes, name: str) -> bytes:
    return _parts(data, **{name.replace("/", "__").replace(".", "_DOT_"): "<a><b>"})


def broken_pdf() -> bytes:
    """A page whose picture of text nobody can read, without recognition or text layer."""
    doc = pymupdf.open()
    doc.new_page().insert_image((0, 0, 595, 842), stream=build_pdf.photograph())
    return bytes(doc.tobytes())


def annotated(kind: str) -> Callable[[], bytes]:
    def cover(made: object, box: object) -> None:
        if kind == "highlight":
            note = made.add_highlight_annot(box)  # type: ignore[attr-defined]
            note.set_colors(stroke=(0, 0, 0))
        else:
            note = made.add_freetext_annot(box, "", fill_color=(0, 0, 0))  # type: ignore[attr-defined]
        note.update()

    return build_pdf.covered(cover)


CANDIDATES = (NAME, "Ève Li", "Maximilienne de Kergoat-Pennanec’h", "Luc Roy", "Jo Bé")
PAGE = (
    "Le conseil municipal, réuni sous la présidence du maire, a examiné la demande présentée par "
    "{} pour la réfection du lavoir, et l’a acceptée à l’unanimité des membres."
)

CASES = [
    *(Case(c.name, c.kind, ".pdf", c.bad, c.clean, c.text) for c in build_pdf.CASES),
    *(Case(c.name, c.kind, c.suffix, c.bad, c.clean, c.text) for c in build_office.CASES),
    Case("highlight_note", "covered-text", ".pdf", annotated("highlight"), build_pdf.redacted(build_pdf.black_box)),
    Case("text_note", "covered-text", ".pdf", annotated("freetext"), build_pdf.redacted(build_pdf.black_box)),
    Case("mosaic", "see-through-cover", ".pdf", lambda: scan(mosaic), lambda: scan(black), ""),
    Case("blur", "see-through-cover", ".pdf", lambda: scan(blur), lambda: scan(black), ""),
    Case("cropped", "covered-image", ".pdf", lambda: cropped(cut=False), lambda: cropped(cut=True), ""),
    Case("off_edge", "covered-image", ".pdf", lambda: cropped(cut=False, by_page=True), lambda: cropped(cut=True), ""),
    Case("leftover", "orphan-text", ".pdf", lambda: leftover_glyphs(redacted_after=True), lambda: leftover_glyphs(redacted_after=False), "ZF"),
    Case("odt_shape", "covered-text", ".odt", lambda: odt_shape("#000000"), lambda: odt_shape("#ffcc00")),
    Case("sheet_shape", "covered-text", ".xlsx", lambda: sheet_shape("000000"), lambda: sheet_shape("FFCC00"), ""),
    Case("ods_row", "hidden-text", ".ods", lambda: ods(_row(NAME, 'table:visibility="collapse"')), lambda: ods(_row(NAME))),
    Case("ods_sheet", "hidden-text", ".ods", lambda: ods(_row(NAME), table='table:style-name="ta1"', styles=_HIDDEN_SHEET.format("false")), lambda: ods(_row(NAME), table='table:style-name="ta1"', styles=_HIDDEN_SHEET.format("true"))),
    Case("ods_value", "hidden-text", ".ods", lambda: ods(_row("[nom]", cell=f'office:string-value="{NAME}"')), lambda: ods(_row("[nom]", cell='office:string-value="[nom]"'))),
    Case("ods_formula", "hidden-text", ".ods", lambda: ods(_row("1", cell=f'table:formula="of:=IF([.A1]=&quot;{NAME}&quot;;1;0)"')), lambda: ods(_row("1", cell='table:formula="of:=IF([.A1]=&quot;Objet&quot;;1;0)"'))),
    Case("ods_white", "hidden-run", ".ods", lambda: ods(_row(NAME, cell=_CE), styles=_cells("#ffffff", "#ffffff")), lambda: ods(_row(NAME, cell=_CE), styles=_cells("#ffffff", "#000000"))),
    Case("ods_black", "highlight-only", ".ods", lambda: ods(_row(NAME, cell=_CE), styles=_cells("#000000", "#000000")), lambda: ods(_row(NAME, cell=_CE), styles=_cells("#000000", "#ffffff"))),
    Case("ods_comment", "comment", ".ods", lambda: ods(_row("12" + _ODS_COMMENT)), lambda: ods(_row("12"))),
    Case("ods_change", "tracked-change", ".ods", lambda: ods(_row("12"), _ODS_CHANGE.format(NAME)), lambda: ods(_row("12"), _ODS_CHANGE.format(""))),
    Case("ods_author", "metadata", ".ods", lambda: ods(_row("12"), meta=f"<dc:creator>{NAME}</dc:creator>"), lambda: ods(_row("12"))),
    Case("ods_link", "link", ".ods", lambda: ods(_row(f'<text:a xlink:href="mailto:{ADDRESS}">écrire</text:a>')), lambda: ods(_row('<text:a xlink:href="https://exemple.fr">écrire</text:a>')), ADDRESS),
    Case("ods_broken", "unread", ".ods", lambda: broken(ods(_row("12")), "content.xml"), lambda: ods(_row("12")), ""),
    Case("sheet_formula", "hidden-text", ".xlsx", lambda: sheet_formula(NAME), lambda: sheet_formula("Objet")),
    Case("word_crop", "covered-image", ".docx", lambda: word_crop(30_000), lambda: word_crop(0), ""),
    Case("odt_crop", "covered-image", ".odt", lambda: odt_crop("rect(0cm, 2.1cm, 0cm, 0cm)"), lambda: odt_crop("rect(0cm, 0cm, 0cm, 0cm)"), ""),
    Case("sheet_crop", "covered-image", ".xlsx", lambda: sheet_crop(30_000), lambda: sheet_crop(0), ""),
    Case("word_alt", "structure-text", ".docx", lambda: word_description(f"Photographie de {NAME}"), lambda: word_description("Photographie")),
    Case("odt_alt", "structure-text", ".odt", lambda: odt_title(f"Photographie de {NAME}"), lambda: odt_title("Photographie")),
    Case("sheet_alt", "structure-text", ".xlsx", lambda: sheet_description(f"Photographie de {NAME}"), lambda: sheet_description("Photographie")),
    Case("odt_object", "attachment", ".odt", lambda: _parts(odt(""), **{"Object 1__content_DOT_xml": "<a/>"}), lambda: odt(""), "Object 1"),
    Case("sheet_embedded", "attachment", ".xlsx", lambda: _parts(workbook("12"), xl__embeddings__oleObject1_DOT_bin="x"), lambda: workbook("12"), "oleObject1"),
    Case("word_bookmark", "bookmark", ".docx", lambda: word_mark("Solange_Béranger"), lambda: word_mark("_Toc1234"), "Solange_Béranger"),
    Case("odt_link", "link", ".odt", lambda: odt_link(f"mailto:{ADDRESS}"), lambda: odt_link("https://exemple.fr"), ADDRESS),
    Case("sheet_link", "link", ".xlsx", lambda: sheet_link(f"mailto:{ADDRESS}"), lambda: sheet_link("https://exemple.fr"), ADDRESS),
    Case("sheet_author", "metadata", ".xlsx", lambda: sheet_author(NAME), lambda: sheet_author("")),
    Case("word_thumbnail", "metadata", ".docx", lambda: _parts(word(), docProps__thumbnail_DOT_jpeg="x"), word, ""),
    Case("odt_thumbnail", "metadata", ".odt", lambda: _parts(odt(""), Thumbnails__thumbnail_DOT_png="x"), lambda: odt(""), ""),
    Case("sheet_log", "revision", ".xlsx", lambda: sheet_log(NAME), lambda: sheet_log("12")),
    Case("sheet_cache", "orphan-text", ".xlsx", lambda: sheet_cache(NAME), lambda: sheet_cache("12")),
    Case("width", "gap-width", ".pdf", build_pdf.redacted(build_pdf.black_box), lambda: build_pdf._document(lambda made: None, "La demande de Mme [nom] a été reçue le 12 mars."), names=CANDIDATES),
    Case("pictured_box", "inconsistent", ".pdf", build_pdf.redacted(build_pdf.black_box), lambda: build_pdf._document(lambda made: None), NAME, beside=f"{SENTENCE}\n{PLAIN}\n"),
    *_texts("twice", "inconsistent", PAGE.format("XXXXXXX"), PAGE.format(f"Mme {NAME}"), "XXXXXXX", PAGE.format(f"Mme {NAME}")),
    *_texts("half", "partial-mask", "Identifiant suivi-a7f3xxx", "Identifiant [...]", "suivi-a7f3xxx", "Identifiant suivi-a7f3c19"),
    *_texts("masked_function", "over-redaction", "Fonction : XXXXXX", "Fonction : adjointe administrative", ""),
    *_texts("left_name", "residual", f"Le dossier de Mme {NAME} est clos.", "Le dossier est clos.", "Béranger", residual=True),
    Case("mail_encrypted", "unread", ".eml", lambda: sealed_mail("smime.p7m", "application/pkcs7-mime"), lambda: sealed_mail("note.txt", "text/plain"), ""),
    Case("picture_page", "unread", ".pdf", broken_pdf, lambda: build_pdf._document(lambda made: None), ""),
    Case("word_broken", "unread", ".docx", lambda: _parts(word(), word__embeddings__a_DOT_xlsx="PK"), word, ""),
    Case("odt_broken", "unread", ".odt", lambda: broken(odt(""), "content.xml"), lambda: odt(""), ""),
    Case("sheet_broken", "unread", ".xlsx", lambda: broken(workbook("12"), "xl/worksheets/sheet1.xml"), lambda: workbook("12"), ""),
]  # fmt: skip
