"""Excel workbooks, and what careless hands leave in them."""

import io
import zipfile

from .build_package import with_parts
from .case import NAME

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


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


def _drawing(inner: str) -> bytes:
    part = f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{DRAWING}">{inner}</xdr:wsDr>'
    return with_parts(workbook("12"), {"xl/drawings/drawing1.xml": part})


def sheet_shape(colour: str) -> bytes:
    return _drawing(
        f'<xdr:sp><xdr:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></xdr:spPr>'
        "</xdr:sp>"
    )


def sheet_formula(value: str) -> bytes:
    cell = f'<c r="B2"><f>IF(A1="{value}",1,0)</f><v>0</v></c>'
    made = workbook("12")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    sheet = sheet.replace("</row></sheetData>", f"{cell}</row></sheetData>")
    return with_parts(made, {"xl/worksheets/sheet1.xml": sheet})


def sheet_crop(cut: int) -> bytes:
    return _drawing(f'<xdr:pic><xdr:blipFill><a:srcRect r="{cut}"/></xdr:blipFill></xdr:pic>')


def sheet_description(text: str) -> bytes:
    return _drawing(
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Image 1" descr="{text}"/></xdr:nvPicPr>'
        "</xdr:pic>"
    )


def sheet_link(target: str) -> bytes:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" TargetMode="External" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/hyperlink" Target="{target}"/></Relationships>'
    )
    return with_parts(workbook("12"), {"xl/worksheets/_rels/sheet1.xml.rels": rels})


def sheet_log(old: str) -> bytes:
    log = (
        f'<revisions xmlns="{_MAIN}"><rcc rId="1" sId="1"><oc r="A2" t="inlineStr"><is><t>{old}</t>'
        "</is></oc></rcc></revisions>"
    )
    return with_parts(workbook("12"), {"xl/revisions/revisionLog1.xml": log})


def sheet_cache(value: str) -> bytes:
    part = f'<pivotCacheRecords xmlns="{_MAIN}"><r><s v="{value}"/></r></pivotCacheRecords>'
    return with_parts(workbook("12"), {"xl/pivotCache/pivotCacheRecords1.xml": part})


def sheet_author(author: str) -> bytes:
    part = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        f'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}'
        "</dc:creator></cp:coreProperties>"
    )
    return with_parts(workbook("12"), {"docProps/core.xml": part})
