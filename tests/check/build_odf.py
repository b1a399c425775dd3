"""OpenDocument texts and spreadsheets, and what careless hands leave in them."""

import io
import zipfile

from .case import NAME, PLAIN

ODF = " ".join(
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
_DRAW = (
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)


def _file_of(kind: str, body: str, styles: str, meta: str, parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body>{body}</office:body>"
            "</office:document-content>",
        )
        archive.writestr(
            "meta.xml",
            f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        )
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def odt(
    body: str, styles: str = "", meta: str = "", parts: dict[str, bytes] | None = None
) -> bytes:
    """An OpenDocument text of `body` after an ordinary paragraph."""
    text = f"<office:text><text:p>{PLAIN}</text:p>{body}</office:text>"
    return _file_of("text", text, styles, meta, parts or {})


def odt_run(properties: str, text: str = NAME) -> bytes:
    return odt(
        f'<text:p>Mme <text:span text:style-name="T1">{text}</text:span></text:p>',
        f'<style:style style:name="T1" style:family="text"><style:text-properties {properties}/>'
        "</style:style>",
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


ODT_DELETION = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    f"<text:p>{NAME}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)
ODT_COMMENT = (
    "<text:p>Recevable<office:annotation><dc:creator>Greffe</dc:creator>"
    f"<text:p>Prévenir Mme {NAME}</text:p></office:annotation></text:p>"
)


def ods(rows: str, before: str = "", table: str = "", styles: str = "", meta: str = "") -> bytes:
    """A spreadsheet of one sheet: a heading, then `rows`."""
    sheet = (
        f'<office:spreadsheet>{before}<table:table table:name="Liste" {table}>{row("Objet")}{rows}'
        "</table:table></office:spreadsheet>"
    )
    return _file_of("spreadsheet", sheet, styles, meta, {})


def row(inner: str, row: str = "", cell: str = "") -> str:
    return (
        f"<table:table-row {row}><table:table-cell {cell}><text:p>{inner}</text:p>"
        "</table:table-cell></table:table-row>"
    )


def cell_style(ground: str, ink: str) -> str:
    return (
        '<style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties '
        f'fo:background-color="{ground}"/><style:text-properties fo:color="{ink}"/></style:style>'
    )


STYLED = 'table:style-name="ce1"'
HIDDEN_SHEET = (
    '<style:style style:name="ta1" style:family="table"><style:table-properties '
    'table:display="{}"/></style:style>'
)
ODS_CHANGE = (
    '<table:tracked-changes><table:cell-content-change table:id="c1"><table:previous>'
    "<table:change-track-table-cell><text:p>{}</text:p></table:change-track-table-cell>"
    "</table:previous></table:cell-content-change></table:tracked-changes>"
)
ODS_COMMENT = f"</text:p>{ODT_COMMENT}<text:p>"
