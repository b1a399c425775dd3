"""What lies inside a Word file with a name in it: a chart, the workbook behind it, a picture."""

# ruff: noqa: E501  (markup reads better unbroken)

import struct
import zlib

from tests.formats.docx.markup import NS, OFFICE, PKG, XML, R, relation, relations, zipped


def chart(name: str) -> str:
    return (
        f"{XML}<c:chartSpace {NS}><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>"
        f"graphique {name}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>"
        '<c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef>'
        f'<c:f>\'feuille {name}\'!$A$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>'
        f"serie {name}</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>A!$B$1"
        f'</c:f><c:numCache><c:formatCode>0&quot; format-nombre {name}&quot;</c:formatCode><c:ptCount val="1"/><c:pt idx="0">'
        '<c:v>4321</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/>'
        '<c:axId val="2"/></c:barChart></c:plotArea></c:chart><c:externalData r:id="rId1"/>'
        "</c:chartSpace>"
    )


def book(name: str) -> bytes:
    """A workbook, as it lies behind a chart."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f"{OFFICE}.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PKG}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{sheet}.sharedStrings+xml"/></Types>',
        "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{main}" xmlns:r="{R}"><sheets><sheet name='
        f'"feuille {name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml"),
            relation("rId2", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" '
        't="s"><v>0</v></c><c r="B1"><v>4321</v></c><c r="C1" t="inlineStr"><is><t>cellule-directe '
        f"{name}</t></is></c></row></sheetData></worksheet>",
        "xl/sharedStrings.xml": f'{XML}<sst xmlns="{main}"><si><r><t>classeur {name[:6]}</t></r><r><t>'
        f"{name[6:]}</t></r></si></sst>",
    }
    return zipped(parts)


def png(name: str) -> bytes:
    """One pixel, with the name in a text chunk."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Author\x00image-auteur " + name.encode())
        + chunk(b"IDAT", zlib.compress(b"\x00\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )
