"""Pictures inside documents: listed, shown, read, blanked where asked, yellow in the audit copy."""

import base64
import io
import re
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from PIL import Image

from redactor.formats import images, metafiles, ocr
from redactor.formats.base import Area, Illustrated, Plan
from redactor.formats.errors import CannotRedact, NeedsPassword, WrongPassword
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_audit, verify_copy
from redactor.text.flow import Channel, Flow
from tests.formats.asking import READING, every_part, plan_for
from tests.formats.docx.markup import relation, relations, types_of, zipped
from tests.formats.odf import torture as odf
from tests.formats.pictures import letter, metafile

NAME = "Brindavoine"
_BOX = (30.0, 30.0, 250.0, 110.0)


def _word(folder: Path, picture: bytes) -> Path:
    document = docx.Document()
    document.add_paragraph("Voici la lettre.")
    document.add_picture(io.BytesIO(picture))
    document.save(str(folder / "lettre.docx"))
    return folder / "lettre.docx"


def _text(folder: Path, picture: bytes) -> Path:
    frame = '<draw:frame svg:width="8cm" svg:height="3cm"><draw:image xlink:href="Pictures/a.png"/>'
    parts: dict[str, str | bytes] = {
        "content.xml": odf.content(f"<text:p>Voici {frame}</draw:frame></text:p>"),
        "Pictures/a.png": picture,
    }
    path = folder / "lettre.odt"
    path.write_bytes(odf.package(parts, odf.TEXT_TYPE))
    return path


def _sheet(folder: Path, picture: bytes) -> Path:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    drawn = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    plain = "http://schemas.openxmlformats.org/drawingml/2006/main"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types_of().replace(
            "</Types>",
            '<Default Extension="png" ContentType="image/png"/><Override '
            'PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        ),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets><sheet name="A"'
        ' sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml")
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}" xmlns:r="{kinds}"><sheetData/>'
        '<drawing r:id="rId1"/></worksheet>',
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            relation("rId1", "drawing", "../drawings/drawing1.xml")
        ),
        "xl/drawings/drawing1.xml": f'<xdr:wsDr xmlns:xdr="{drawn}" xmlns:a="{plain}"'
        f' xmlns:r="{kinds}"><xdr:pic><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill>'
        "</xdr:pic></xdr:wsDr>",
        "xl/drawings/_rels/drawing1.xml.rels": relations(
            relation("rId1", "image", "../media/image1.png")
        ),
        "xl/media/image1.png": picture,
    }
    path = folder / "lettre.xlsx"
    path.write_bytes(zipped(parts))
    return path


def _mail(folder: Path, picture: bytes) -> Path:
    message = EmailMessage()
    message["From"], message["Subject"] = "agent@exemple.fr", "Lettre"
    message.set_content("Voici la lettre.\n")
    message.add_attachment(picture, "image", "png", filename="lettre.png")
    path = folder / "lettre.eml"
    path.write_bytes(message.as_bytes())
    return path


def _in_address(picture: bytes) -> str:
    said = base64.b64encode(picture).decode("ascii")
    return f'<p>Voici la lettre.</p><img src="data:image/png;base64,{said}">'


def _page(folder: Path, picture: bytes) -> Path:
    path = folder / "lettre.html"
    path.write_text(_in_address(picture), encoding="utf-8")
    return path


def _mail_body(folder: Path, picture: bytes) -> Path:
    message = EmailMessage()
    message["From"], message["Subject"] = "agent@exemple.fr", "Lettre"
    message.set_content(_in_address(picture), subtype="html")
    path = folder / "corps.eml"
    path.write_bytes(message.as_bytes())
    return path


FORMATS: dict[str, Callable[[Path, bytes], Path]] = {
    "docx": _word,
    "odt": _text,
    "xlsx": _sheet,
    "eml": _mail,
    "html": _page,
    "eml-body": _mail_body,
}


@pytest.fixture(params=FORMATS)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A document with a scan of a letter in it."""
    return FORMATS[request.param](tmp_path, letter(f"lettre de {NAME}", "le service"))


def _flows(path: Path) -> list[Flow]:
    with adapter_for(path).open(path, options=READING) as source:
        return [each for each in source.read() if isinstance(each, Flow)]


def _part(path: Path) -> str:
    with adapter_for(path).open(path, options=READING) as source:
        assert isinstance(source, Illustrated)
        (picture,) = source.illustrations()
        shown = source.illustration(picture.part, 100)
    assert shown is not None
    assert shown.width == 100 < picture.width
    return picture.part


def _copies(path: Path, plan: Plan) -> tuple[Path, Path]:
    adapter = adapter_for(path)
    copy = path.with_name(f"copie{path.suffix}")
    audit = path.with_name(f"audit{adapter.audit_suffix or path.suffix}")
    with adapter.open(path, options=READING) as source:
        source.write_redacted(copy, plan)
        source.write_audit(audit, plan)
    return copy, audit


def test_what_is_read_in_a_picture_goes_from_its_pixels(document: Path) -> None:
    flows = _flows(document)
    read = [flow for flow in flows if flow.channel is Channel.OCR]
    assert any(NAME in flow.text for flow in read)
    plan = plan_for(flows, NAME)
    copy, audit = _copies(document, plan)
    name = adapter_for(document).name
    assert not any(NAME in flow.text for flow in _flows(copy))
    assert verify_copy(document, copy, flows, plan, format=name, reading=READING).sound
    with adapter_for(document).open(audit) as source:
        marked = source.marked()
    assert {(a.id, a.span) for a in marked} == {(o.id, o.span) for o in plan.occultations}
    assert verify_audit(document, audit, flows, plan, marked, format=name).sound
    untouched, _ = _copies(document, Plan())
    leaks = verify_copy(document, untouched, flows, plan, format=name, reading=READING).leaks
    assert {leak.place.engine for leak in leaks} == {"tesseract"}


def test_an_area_of_a_picture_is_blanked(document: Path) -> None:
    plan = Plan(areas=(Area("a1", 0, _BOX, note="motif", part=_part(document)),))
    copy, _ = _copies(document, plan)
    flows, name = _flows(document), adapter_for(document).name
    assert verify_copy(document, copy, flows, plan, format=name, reading=READING).sound
    untouched, _ = _copies(document, Plan())
    leaks = verify_copy(document, untouched, flows, plan, format=name, reading=READING).leaks
    assert [(leak.occultations, leak.kind) for leak in leaks] == [(("a1",), "area")]


def test_an_area_of_a_picture_that_is_not_there_is_refused(document: Path) -> None:
    plan = Plan(areas=(Area("a1", 0, _BOX, part="media/none.png"),))
    with pytest.raises(CannotRedact):
        _copies(document, plan)


@pytest.mark.parametrize("make", FORMATS.values(), ids=FORMATS)
def test_what_a_camera_noted_is_in_no_byte_of_the_copy(
    make: Callable[[Path, bytes], Path], tmp_path: Path
) -> None:
    exif = Image.Exif()
    exif[0x013B] = NAME
    out = io.BytesIO()
    with Image.open(io.BytesIO(letter("le service", kind="JPEG"))) as picture:
        picture.save(out, "JPEG", exif=exif)
    assert NAME.encode() in out.getvalue()
    path = make(tmp_path, out.getvalue())
    copy, _ = _copies(path, Plan())
    found = {name: [NAME in said for said in _bytes_of(name)] for name in (path, copy)}
    assert any(found[path])
    assert not any(found[copy])


def _bytes_of(path: Path) -> list[str]:
    """Each part of a package; each run of base64 of any other file, decoded."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        return [part.decode("latin-1") for _, part in every_part(data)]
    packed = re.findall(rb"[A-Za-z0-9+/]{40}[A-Za-z0-9+/\s]*={0,2}", data)
    whole = [re.sub(rb"\s", b"", each).rstrip(b"=") for each in packed]
    cut = [each[: len(each) // 4 * 4] for each in whole]
    return [data.decode("latin-1"), *(base64.b64decode(each).decode("latin-1") for each in cut)]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "BMP", "WEBP"])
def test_every_kind_of_pixels_can_be_blanked(kind: str) -> None:
    was = letter(NAME, kind=kind)
    assert images.is_raster(was)
    with Image.open(io.BytesIO(images.blank(was, [_BOX]))) as picture:
        assert picture.format == kind
        assert max(picture.convert("L").crop((40, 40, 240, 100)).tobytes()) < 30
        assert picture.convert("L").getpixel((5, 5)) > 225  # type: ignore[operator]


def test_a_picture_that_lies_is_turned_before_it_is_measured() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "white").save(out, "JPEG", exif=exif)
    assert images.size(out.getvalue()) == (100, 300)
    with Image.open(io.BytesIO(images.blank(out.getvalue(), [(0, 0, 50, 50)]))) as picture:
        assert picture.size == (100, 300)
        assert 0x0112 not in picture.getexif()


def test_a_word_is_placed_upright_in_a_small_picture() -> None:
    """Its two lines have the profile of columns: the picture was once taken to lie."""
    reader = ocr.reader(READING.ocr_cache)
    assert reader is not None
    blocks = images.read(letter("image-ocr Brindavoine", "Service des marches"), reader).blocks
    reader.close()
    first = next(block for block in blocks if NAME in block.text).letters[0]
    assert first is not None
    assert first[2] - first[0] < first[3] - first[1]


def test_a_drawing_says_its_letters_and_loses_them() -> None:
    drawing = metafile(f"dessin {NAME}", "suite")
    drawn = metafiles.read(drawing)
    assert drawn is not None
    text = metafiles.text_of(drawn)
    assert text == f"dessin {NAME}\nsuite"
    changed = metafiles.without(drawing, drawn, [(7, 7 + len(NAME))])
    assert len(changed) == len(drawing)
    after = metafiles.read(changed)
    assert after is not None
    # The mark has the same length whatever it hides.
    assert metafiles.text_of(after) == "dessin █████      \nsuite"
    assert metafiles.read(drawing[:150]) is None


def test_a_sealed_file_opens_with_its_password_alone(tmp_path: Path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = _word(tmp_path, letter(NAME))
    sealed = tmp_path / "scelle.docx"
    with plain.open("rb") as file, sealed.open("wb") as out:
        OOXMLFile(file).encrypt("motdepasse", out)
    adapter = adapter_for(sealed)
    with pytest.raises(NeedsPassword):
        adapter.open(sealed)
    with pytest.raises(WrongPassword):
        adapter.open(sealed, "autre")
    copy = tmp_path / "copie.docx"
    with adapter.open(sealed, "motdepasse", READING) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        plan = plan_for(flows, "lettre")
        source.write_redacted(copy, plan)
    report = verify_copy(
        sealed, copy, flows, plan, format="docx", password="motdepasse", reading=READING
    )
    assert report.sound
    assert zipfile.is_zipfile(copy)


def test_a_word_that_runs_upwards_goes_in_one_strip() -> None:
    letters = [(10.0, 90.0, 20.0, 99.0), (12.0, 80.0, 20.0, 88.0), None, (10.0, 60.0, 20.0, 78.0)]
    assert len(images.strip_of(letters, 0, 4)) == 2
    assert len({(x0, x1) for x0, _, x1, _ in images.strip_of(letters, 0, 2)}) == 1
