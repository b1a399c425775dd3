"""Word files, and what careless hands leave in them."""

import io
import zipfile
from collections.abc import Callable

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import RGBColor

from .build_package import with_parts
from .build_sheet import DRAWING, workbook
from .case import ADDRESS, NAME, PLAIN

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


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
    return _without_thumbnail(stream.getvalue())


def _without_thumbnail(data: bytes) -> bytes:
    """The library's own template has a thumbnail."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            if part != "docProps/thumbnail.jpeg":
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


def linked(made: docx.document.Document, target: str = f"mailto:{ADDRESS}") -> None:
    made.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def linked_plainly(made: docx.document.Document) -> None:
    linked(made, "https://exemple.fr/aide")


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


def boxed(made: docx.document.Document) -> None:
    """A black shape floating over the paragraph."""
    paragraph = made.add_paragraph(f"La demande de Mme {NAME} est recevable.")
    paragraph.add_run()._r.append(parse_xml(_SHAPE))


def boxed_after_removal(made: docx.document.Document) -> None:
    made.add_paragraph("La demande de Mme ████ est recevable.")


def embedded() -> bytes:
    """A chart's workbook left in the package."""
    return with_parts(word(), {"word/embeddings/Classeur.xlsx": workbook(NAME)})


def _drawn(inner: str) -> Callable[[docx.document.Document], None]:
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    namespaces = f'{_W} {wp} xmlns:a="{DRAWING}" xmlns:pic="{_PIC}"'

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
    return word(
        lambda made: made.add_paragraph("Objet")._p.append(
            parse_xml(f'<w:bookmarkStart {_W} w:id="4" w:name="{title}"/>')
        )
    )
