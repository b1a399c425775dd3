"""Word and OpenDocument packages for verification, with one function for each place that leaks."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from redactor.formats.base import Occultation, Plan
from redactor.text.flow import Flow, Span

NAME = "Zélie Quernec"
OTHER = "Armel Prigent"
BEFORE, AFTER = "Madame ", " habite à Brest."
LINE = f"{BEFORE}{NAME}{AFTER}"
FLOWS = (Flow("d1", LINE), Flow("d2", "Le conseil municipal a délibéré."))
PLAN = Plan((Occultation("o1", Span("d1", len(BEFORE), len(BEFORE) + len(NAME)), "[nom]"),))

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"

Parts = dict[str, bytes]
Inject = Callable[[Parts, str], None]


def document(body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}" '
        f'xmlns:r="{_R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        f'wordprocessingDrawing"><w:body>{body}<w:sectPr/></w:body></w:document>'
    ).encode()


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def part(root: str, content: str) -> bytes:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{_W}">{content}</w:{root}>'.encode()


def docx(*, redacted: bool) -> Parts:
    name = "[nom]" if redacted else NAME
    body = (
        paragraph(BEFORE + name + AFTER, '<w:pPr><w:pStyle w:val="Normal"/></w:pPr>')
        + paragraph("Le conseil municipal a délibéré.")
        + "%EXTRA%"
    )
    types = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>'
    )
    rels = (
        f'<?xml version="1.0"?><Relationships xmlns="{_P}"><Relationship Id="rId1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    styles = part(
        "styles",
        '<w:latentStyles><w:lsdException w:name="Normal"/></w:latentStyles>'
        '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:rPr><w:rFonts w:ascii="Calibri"/><w:lang w:val="fr-FR"/></w:rPr></w:style>',
    )
    return {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": rels.encode(),
        "word/document.xml": document(body),
        "word/styles.xml": styles,
    }


def save(path: Path, parts: Parts) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data.replace(b"%EXTRA%", b""))


def pair(folder: Path, inject: Inject | None = None, text: str = "") -> tuple[Path, Path]:
    original, copy = folder / "original.docx", folder / "copy.docx"
    for path, redacted in ((original, False), (copy, True)):
        parts = docx(redacted=redacted)
        if inject is not None:
            inject(parts, text)
        save(path, parts)
    return original, copy


def extra(parts: Parts, markup: str) -> None:
    """More in the body."""
    main = parts["word/document.xml"]
    assert b"%EXTRA%" in main
    parts["word/document.xml"] = main.replace(b"%EXTRA%", markup.encode())


# --- in the body -------------------------------------------------------------------------


def paragraph_left(parts: Parts, text: str) -> None:
    extra(parts, paragraph(text))


def split_runs(parts: Parts, text: str) -> None:
    runs = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{letter}</w:t></w:r><w:proofErr w:type='x'/>"
        for letter in text
    )
    extra(parts, f"<w:p>{runs}</w:p>")


def hidden_run(parts: Parts, text: str) -> None:
    extra(parts, f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r></w:p>")


def tracked_deletion(parts: Parts, text: str) -> None:
    extra(
        parts,
        f'<w:p><w:del w:id="1" w:author="X"><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>',
    )


def through_a_deletion(parts: Parts, text: str) -> None:
    """The name shows only once the tracked deletion in its middle is accepted."""
    middle = '<w:del w:id="1"><w:r><w:delText>xxxx</w:delText></w:r></w:del>'
    extra(
        parts,
        f"<w:p><w:r><w:t>{text[:8]}</w:t></w:r>{middle}<w:r><w:t>{text[8:]}</w:t></w:r></w:p>",
    )


def field_code(parts: Parts, text: str) -> None:
    extra(parts, f'<w:p><w:r><w:instrText> HYPERLINK "mailto:{text}" </w:instrText></w:r></w:p>')


def alternative_text(parts: Parts, text: str) -> None:
    extra(parts, f'<w:p><w:r><w:drawing><wp:docPr id="1" descr="{text}"/></w:drawing></w:r></w:p>')


def bookmark(parts: Parts, text: str) -> None:
    extra(parts, f'<w:p><w:bookmarkStart w:id="1" w:name="{text.replace(" ", "_")}"/></w:p>')


def author(parts: Parts, text: str) -> None:
    extra(parts, f'<w:p><w:ins w:id="1" w:author="{text}"/></w:p>')


def content_control(parts: Parts, text: str) -> None:
    extra(parts, f'<w:sdt><w:sdtPr><w:tag w:val="{text}"/></w:sdtPr></w:sdt>')


def xml_comment(parts: Parts, text: str) -> None:
    extra(parts, f"<!-- {text} -->")


def instruction(parts: Parts, text: str) -> None:
    extra(parts, f"<?outil {text}?>")


def character_references(parts: Parts, text: str) -> None:
    extra(parts, paragraph("".join(f"&#{ord(letter)};" for letter in text)))


def unknown_namespace(parts: Parts, text: str) -> None:
    extra(parts, f'<x:objet xmlns:x="urn:exemple" x:cle="{text}"/>')


# --- in other parts ----------------------------------------------------------------------


def _part(name: str, root: str) -> Inject:
    def inject(parts: Parts, text: str) -> None:
        parts[name] = part(root, paragraph(text))

    inject.__name__ = name.replace("/", "_")
    return inject


def properties(parts: Parts, text: str) -> None:
    parts["docProps/core.xml"] = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:creator>{text}</dc:creator></cp:coreProperties>"
    ).encode()


def custom_xml(parts: Parts, text: str) -> None:
    parts["customXml/item1.xml"] = f"<dossier><agent>{text}</agent></dossier>".encode("utf-16")


def relation(parts: Parts, text: str) -> None:
    from urllib.parse import quote

    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_P}"><Relationship Id="r9" Type="{_R}/hyperlink" '
        f'Target="https://exemple.fr/{quote(text)}" TargetMode="External"/></Relationships>'
    ).encode()


def part_name(parts: Parts, text: str) -> None:
    parts[f"word/media/{text}.bin"] = b"rien"


def embedded_workbook(parts: Parts, text: str) -> None:
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", f"<sst><si><t>{text}</t></si></sst>")
    parts["word/embeddings/Microsoft_Excel_Sheet1.xlsx"] = book.getvalue()


def ole_object(parts: Parts, text: str) -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(41)
    parts["word/embeddings/oleObject1.bin"] = head + text.encode("utf-16-le") + bytes(40)


def thumbnail(parts: Parts, text: str) -> None:
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(data, "JPEG", comment=text.encode())
    parts["docProps/thumbnail.jpeg"] = data.getvalue()


def picture_text(parts: Parts, text: str) -> None:
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    about = PngInfo()
    about.add_text("Author", text, zip=True)
    data = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(data, "PNG", pnginfo=about)
    parts["word/media/image1.png"] = data.getvalue()


def printer_settings(parts: Parts, text: str) -> None:
    parts["word/printerSettings1.bin"] = b"\x01\x02" + text.encode("utf-16-le") + b"\0\0"


def macro(parts: Parts, text: str) -> None:
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + bytes(30) + text.encode("cp1252")


def attached_pdf(parts: Parts, text: str) -> None:
    import pymupdf

    document = pymupdf.open()
    document.new_page().insert_text((60, 80), f"Pour {text}", fontsize=11)
    parts["word/embeddings/piece.pdf"] = document.tobytes(deflate=True)


BODY = (
    paragraph_left, split_runs, hidden_run, tracked_deletion, through_a_deletion, field_code,
    alternative_text, bookmark, author, content_control, xml_comment, instruction,
    character_references, unknown_namespace,
)  # fmt: skip
PARTS = (
    *(
        _part(f"word/{name}.xml", root)
        for name, root in (
            ("header1", "hdr"), ("footer2", "ftr"), ("footnotes", "footnotes"),
            ("endnotes", "endnotes"), ("comments", "comments"),
            ("glossary/document", "glossaryDocument"), ("diagrams/data1", "data"),
        )
    ),
    properties, custom_xml, relation, part_name, embedded_workbook, ole_object, thumbnail,
    picture_text, printer_settings, macro, attached_pdf,
)  # fmt: skip


# --- in the zip itself -------------------------------------------------------------------


def archive_comment(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "a") as package:
        package.comment = text.encode()


def entry_comment(path: Path, text: str) -> None:
    info = zipfile.ZipInfo("word/rien.xml")
    info.comment = text.encode()
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(info, "<a/>")


def extra_field(path: Path, text: str) -> None:
    data = text.encode()
    info = zipfile.ZipInfo("word/rien.xml")
    info.extra = struct.pack("<HH", 0x7777, len(data)) + data
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(info, "<a/>")


def unlisted_entry(path: Path, text: str) -> None:
    """A part whose header stands in the file, that the directory no longer lists."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = compressor.compress(text.encode()) + compressor.flush()
    name = b"word/ancien.xml"
    head = struct.pack(
        "<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 33, zlib.crc32(text.encode()),
        len(packed), len(text.encode()), len(name), 0,
    )  # fmt: skip
    rest = path.read_bytes()
    stray = head + name + packed
    # Offsets in the directory are moved by what now stands before the parts.
    with zipfile.ZipFile(io.BytesIO(rest)) as package:
        directory = package.start_dir
    out = bytearray(stray + rest)
    position = len(stray) + directory
    while out[position : position + 4] == b"PK\x01\x02":
        n, e, c = struct.unpack("<HHH", out[position + 28 : position + 34])
        (offset,) = struct.unpack("<I", out[position + 42 : position + 46])
        out[position + 42 : position + 46] = struct.pack("<I", offset + len(stray))
        position += 46 + n + e + c
    (start,) = struct.unpack("<I", out[position + 16 : position + 20])
    out[position + 16 : position + 20] = struct.pack("<I", start + len(stray))
    path.write_bytes(bytes(out))


def after_the_end(path: Path, text: str) -> None:
    with path.open("ab") as file:
        file.write(text.encode("utf-16-le"))


ZIP = (archive_comment, entry_comment, extra_field, unlisted_entry, after_the_end)
