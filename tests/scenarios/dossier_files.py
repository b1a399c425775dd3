"""A request's documents as they come in: seven kinds of file about the same invented people."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pymupdf

from tests.formats.ocr.scanned import Spoil, scan


@dataclass(frozen=True, slots=True)
class Resident:
    """Someone private, whose data must not go out."""

    civility: str
    first: str
    surname: str
    street: str
    phone: str

    @property
    def name(self) -> str:
        return f"{self.civility} {self.first} {self.surname}"

    @property
    def email(self) -> str:
        return f"{_ascii(self.first)}.{_ascii(self.surname)}@courriel.example"


RESIDENTS = (
    Resident("Mme", "Aela", "Kerouanton", "4 impasse des Goélands", "06 39 98 11 20"),
    Resident("M.", "Yann", "Penmarch", "12 rue du Lavoir", "06 39 98 11 21"),
    Resident("Mme", "Élodie", "Tréguier", "7 allée des Tilleuls", "06 39 98 11 22"),
    Resident("M.", "Amadou", "Sissokho", "31 rue Basse", "06 39 98 11 23"),
    Resident("Mme", "Linh", "Nguyen-Carré", "2 quai des Salines", "06 39 98 11 24"),
)
OFFICE = "Commune de Saint-Aubin-les-Marais"
"""Kept: an administration's name and its functional mailbox are public."""
MAILBOX = "urbanisme@saint-aubin-les-marais.example"


def sentences(number: int) -> list[str]:
    """What document `number` says: two residents, one of them by name alone."""
    one, other = (RESIDENTS[(number + step) % len(RESIDENTS)] for step in (0, 1))
    return [
        f"Objet : dossier de sinistre n° 2026-{number:03}",
        f"{one.name} demeure {one.street}, 29000 Saint-Aubin-les-Marais.",
        f"Téléphone : {one.phone}. Courriel : {one.email}",
        f"{other.name}, voisin de la parcelle, confirme les faits constatés le 3 février 2026.",
        f"Le service répond à l’adresse {MAILBOX} les jours ouvrés.",
    ]


def build(folder: Path, count: int) -> list[Path]:
    """Write `count` documents into `folder`, each kind in its turn."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(count):
        suffix, write = KINDS[number % len(KINDS)]
        path = folder / f"piece-{number + 1:02}{suffix}"
        write(path, number)
        paths.append(path)
    return paths


def _pdf(path: Path, number: int) -> None:
    with pymupdf.open() as document:
        for _ in range(2):
            page = document.new_page()
            for line, text in enumerate([OFFICE, *sentences(number)]):
                page.insert_text((60, 90 + 26 * line), text, fontsize=10.5)
        document.set_metadata({"author": RESIDENTS[number % len(RESIDENTS)].name})
        document.save(path)


def _scan(path: Path, number: int) -> None:
    scan(path, ["\n\n".join([OFFICE, *sentences(number)])], Spoil(noise=4), font="helv")


def _word(path: Path, number: int) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = OFFICE
    for text in sentences(number):
        document.add_paragraph(text)
    one = RESIDENTS[number % len(RESIDENTS)]
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (each for row in table.rows for each in row.cells),
        ("Demandeur", "Téléphone", f"{one.first} {one.surname}", one.phone),
        strict=True,
    ):
        cell.text = text
    document.core_properties.author = one.name
    document.save(str(path))


_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def _text(path: Path, number: int) -> None:
    body = "".join(f"<text:p>{escape(text)}</text:p>" for text in [OFFICE, *sentences(number)])
    content = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document-content xmlns:office="{_OASIS}office:1.0"'
        f' xmlns:text="{_OASIS}text:1.0" office:version="1.3">'
        f"<office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)


def _mail(path: Path, number: int) -> None:
    one = RESIDENTS[number % len(RESIDENTS)]
    message = EmailMessage()
    message["From"] = f"{one.first} {one.surname} <{one.email}>"
    message["To"] = f"Urbanisme <{MAILBOX}>"
    message["Subject"] = f"Dossier 2026-{number:03}"
    message["Date"] = format_datetime(datetime(2026, 2, 3, 9, 30, tzinfo=UTC))
    message.set_content("\n\n".join(sentences(number)))
    path.write_bytes(message.as_bytes())


def _code(path: Path, number: int) -> None:
    one = RESIDENTS[number % len(RESIDENTS)]
    path.write_text(
        f"# Auteur : {one.first} {one.surname} <{one.email}>\n"
        f'SERVICE = "{OFFICE}"\n'
        f'BOITE = "{MAILBOX}"\n\n\n'
        "def total(montants: list[float]) -> float:\n"
        '    """Somme des indemnités."""\n'
        "    return sum(montants)\n",
        "utf-8",
    )


_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _workbook(path: Path, number: int) -> None:
    table = [("Nom", "Prénom", "Téléphone"), *((r.surname, r.first, r.phone) for r in RESIDENTS)]
    rows = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{column}{at}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for column, text in zip("ABC", cells, strict=True)
        )
        + "</row>"
        for at, cells in enumerate(table, 1)
    )
    relations = f"{_PACKAGE}/relationships"
    parts = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml"'
        f' ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml"'
        f' ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{relations}"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="Liste {number:03}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{relations}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet"'
        ' Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{_SHEETS}">'
        f"<sheetData>{rows}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


KINDS: tuple[tuple[str, Callable[[Path, int], None]], ...] = (
    (".pdf", _pdf),
    (".docx", _word),
    (".scan.pdf", _scan),
    (".odt", _text),
    (".eml", _mail),
    (".py", _code),
    (".xlsx", _workbook),
)


def _ascii(text: str) -> str:
    return text.lower().replace("é", "e").replace(" ", "").replace("’", "")
