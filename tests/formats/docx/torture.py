"""A Word file with an invented name in every channel, each beside a word that says which.

``tag Brindavoine`` stands in each: the test reads the tag to know the channel.
"""

# ruff: noqa: E501, UP032  (markup reads better unbroken)

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from tests.formats.pictures import letter, metafile

NAME = "Brindavoine"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"


def run(text: str, properties: str = "") -> str:
    formatting = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatting}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def say(tag: str) -> str:
    return paragraph(run(f"{tag} {NAME} suite"))


def relation(id_: str, kind: str, target: str, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    kind = kind if kind.startswith("http") else f"{_REL}/{kind}"
    return f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"{mode}/>'


def relations(*lines: str) -> str:
    return f'{_XML}<Relationships xmlns="{_PKG}/relationships">{"".join(lines)}</Relationships>'


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def cell(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def table(rows: list[list[str]], caption: str = "") -> str:
    lines = "".join(f"<w:tr>{''.join(cell(c) for c in row)}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="2000"/>' * len(rows[0])
    said = f'<w:tblCaption w:val="{caption}"/>' if caption else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{said}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def body() -> str:
    first, second = NAME[:6], NAME[6:]
    author = f'w:author="auteur-suivi {NAME}" w:date="2024-01-02T03:04:05Z"'
    text_box = paragraph(run(f"zone-texte {NAME}"))
    old_box = paragraph(run(f"zone-ancienne {NAME}"))
    picture = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="41" name="nom-image {n}" descr="image-desc {n}"/>'
        '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdImage"/><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic>"
    ).format(n=NAME)
    cut = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="43" name="Image 43"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdLetter"/><a:srcRect b="50000"/><a:stretch><a:fillRect/>'
        "</a:stretch></pic:blipFill><pic:spPr/></pic:pic>"
    )
    pictures = "http://schemas.openxmlformats.org/drawingml/2006/picture"

    def inline(number: int, uri: str, graphic: str, said: str = "") -> str:
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="900000" cy="900000"/><wp:docPr id="{number}" name="Objet {number}"'
            f"{said}/><a:graphic><a:graphicData uri="
            f'"{uri}">{graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )

    charts = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    diagrams = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    alternate = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="31" name="Zone 31" title="forme-titre {NAME}"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>'
        f"{text_box}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape id="forme-id {NAME}" style="width:70pt;height:70pt" alt="forme-alt {NAME}" '
        f'o:gfxdata="{base64.b64encode(NAME.encode()).decode()}">'
        f"<v:textbox><w:txbxContent>{old_box}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    control = (
        f'<w:sdt><w:sdtPr><w:alias w:val="controle-alias {NAME}"/>'
        f'<w:tag w:val="controle-balise {NAME}"/><w:id w:val="12345"/>'
        f'<w:dropDownList w:lastValue="dernier-choix {NAME}"><w:listItem w:displayText="choix {NAME}" w:value="valeur {NAME}"/>'
        "</w:dropDownList></w:sdtPr><w:sdtContent>"
        f"{run(f'controle {NAME}')}</w:sdtContent></w:sdt>"
    )
    form = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="champ-nom {NAME}"/><w:enabled/>'
        f'<w:helpText w:type="text" w:val="aide {NAME}"/><w:statusText w:type="text" '
        f'w:val="statut {NAME}"/><w:textInput><w:default w:val="defaut {NAME}"/></w:textInput>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(f"formulaire {NAME}")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return "".join(
        [
            paragraph(run(f"titre {NAME}"), style="Titre1"),
            paragraph(run("corps "), run(first, "<w:b/>"), '<w:proofErr w:type="spellStart"/>',
                      run(second, "<w:i/>"), run(" suite")),
            paragraph('<w:r><w:t>avant</w:t><w:tab/><w:t>signes '
                      f"{NAME}</w:t><w:br/><w:t>suite</w:t></w:r>"),
            paragraph('<w:bookmarkStart w:id="1" w:name="signet_Brindavoine"/>'
                      f'{run(f"signet {NAME}")}<w:bookmarkEnd w:id="1"/>'),
            paragraph('<w:hyperlink w:anchor="signet_Brindavoine" '
                      f'w:tooltip="infobulle {NAME}">{run("interne ")}</w:hyperlink>',
                      f'<w:hyperlink r:id="rIdLink">{run(f"lien {NAME}")}</w:hyperlink>'),
            paragraph(field(f'HYPERLINK "mailto:champ-{NAME}@exemple.fr"', f"champ {NAME}"),
                      f'<w:fldSimple w:instr=" AUTHOR champ-simple {NAME} ">'
                      f'{run(f"auteur {NAME}")}</w:fldSimple>'),
            paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "index '
                      f'{NAME}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
            paragraph(run("suivi avant "),
                      f'<w:del w:id="2" {author}><w:r><w:delText>supprime {NAME}</w:delText></w:r>'
                      f'</w:del><w:ins w:id="3" {author}>{run(f"insere {NAME}")}</w:ins>',
                      run(" apres")),
            paragraph(run(f"moitie {first}"),
                      f'<w:del w:id="4" {author}><w:r><w:delText>{second}</w:delText></w:r></w:del>',
                      f'<w:ins w:id="5" {author}>{run("der")}</w:ins>'),
            paragraph(f'<w:moveFromRangeStart w:id="6" w:name="deplace1" {author}/>'
                      f'<w:moveFrom w:id="7" {author}>{run(f"deplace-de {NAME}")}</w:moveFrom>'
                      '<w:moveFromRangeEnd w:id="6"/>'),
            paragraph(f'<w:moveToRangeStart w:id="8" w:name="deplace1" {author}/>'
                      f'<w:moveTo w:id="9" {author}>{run(f"deplace-a {NAME}")}</w:moveTo>'
                      '<w:moveToRangeEnd w:id="8"/>'),
            paragraph('<w:pPr><w:pPrChange w:id="10" w:author="auteur-forme Brindavoine" '
                      'w:date="2024-01-02T03:04:05Z"><w:pPr/></w:pPrChange></w:pPr>',
                      run("forme")),
            paragraph(run("cache "), run(f"texte-cache {NAME}", "<w:vanish/>")),
            paragraph(run(f"blanc {NAME}", '<w:color w:val="FFFFFF"/>'),
                      run(f" minuscule {NAME}", '<w:sz w:val="2"/>')),
            paragraph(run("vu "), run(f"style-cache {NAME}", '<w:rStyle w:val="Invisible"/>')),
            paragraph(run(f"sur-fond {NAME}", '<w:color w:val="204060"/><w:shd w:val="clear" '
                          'w:color="auto" w:fill="214161"/>'), run(" vu")),
            paragraph('<w:r><w:pict><v:shape id="dessin" style="width:70pt;height:70pt">'
                      '<v:imagedata r:id="rIdDrawing" o:title=""/></v:shape></w:pict></w:r>'),
            paragraph(inline(42, pictures, cut)),
            paragraph(run("notes "), '<w:r><w:footnoteReference w:id="2"/></w:r>',
                      '<w:r><w:endnoteReference w:id="2"/></w:r>',
                      '<w:commentRangeStart w:id="0"/>', run("commente"),
                      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
            table([[say("cellule"), paragraph(run("autre"))],
                   [table([[say("cellule-imbriquee")]]) + paragraph(), paragraph(run("fin"))]],
                  caption=f"legende-tableau {NAME}"),
            paragraph(control),
            paragraph(form),
            paragraph(alternate),
            paragraph(inline(40, pictures, picture, f' descr="desc-dessin {NAME}"')),
            paragraph(inline(50, charts, '<c:chart r:id="rIdChart"/>')),
            paragraph(inline(60, diagrams, '<dgm:relIds r:dm="rIdData" r:lo="rIdLayout" '
                             'r:qs="rIdStyle" r:cs="rIdColors"/>')),
            paragraph('<w:r><w:object w:dxaOrig="100" w:dyaOrig="100">'
                      '<v:shape id="_x0000_i1025" style="width:5pt;height:5pt">'
                      f'<v:imagedata r:id="rIdImage" o:title="image-titre {NAME}"/></v:shape>'
                      '<o:OLEObject Type="Embed" ProgID="Package" ShapeID="_x0000_i1025" '
                      'DrawAspect="Content" ObjectID="_1" r:id="rIdOle"/></w:object></w:r>'),
            paragraph("<m:oMath><m:r><m:t>equation " f"{NAME}</m:t></m:r></m:oMath>"),
            paragraph("<w:r><w:ruby><w:rubyPr/><w:rt>" f"{run(f'lecture {NAME}')}</w:rt>"
                      f"<w:rubyBase>{run(f'base {NAME}')}</w:rubyBase></w:ruby></w:r>"),
            paragraph(f'<w:smartTag w:uri="urn:exemple" w:element="nom"><w:smartTagPr><w:attr '
                      f'w:name="cle" w:val="etiquette {NAME}"/></w:smartTagPr>'
                      f'{run(f"balise {NAME}")}</w:smartTag>'),
            paragraph('<w:r><w:t xml:space="preserve">coupe Brinda<!-- note -->voine fin</w:t></w:r>'),
            paragraph(run(f"legende {NAME} "), field(f'SEQ suite-{NAME} \\* ARABIC', "1")),
            paragraph(field(f'TOC \\o "1-3" \\t "style-sommaire {NAME};1"', f"sommaire {NAME}")),
            paragraph(field(f'INDEX \\f "lettres {NAME}"', f"page-index {NAME}")),
            '<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:n=\'prefixe '
            f'{NAME}\'" w:xpath="/n:dossier/n:liaison-{NAME}[1]" w:storeItemID="{{0}}"/></w:sdtPr>'
            f"<w:sdtContent>{say('lie')}</w:sdtContent></w:sdt>",
            f"<!-- commentaire-xml {NAME} -->",
            '<w:altChunk r:id="rIdChunk"/>',
            paragraph(run("intact jusqu’au bout")),
        ]
    )  # fmt: skip


def documents() -> dict[str, str | bytes]:
    """The parts, in order."""
    workbook = book()
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdFirst"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        '<w:printerSettings r:id="rIdPrinter"/>'
        '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    note = (
        '<w:{0} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
        '<w:{0} w:id="2">{1}</w:{0}>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(
            relation("rId1", "officeDocument", "word/document.xml"),
            relation("rId2", f"{_PKG}/relationships/metadata/core-properties", "docProps/core.xml"),
            relation("rId3", "extended-properties", "docProps/app.xml"),
            relation("rId4", "custom-properties", "docProps/custom.xml"),
            relation("rId5", f"{_PKG}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"),
        ),
        "word/document.xml": document(body() + section),
        "word/_rels/document.xml.rels": relations(
            relation("rIdStyles", "styles", "styles.xml"),
            relation("rIdNumbering", "numbering", "numbering.xml"),
            relation("rIdSettings", "settings", "settings.xml"),
            relation("rIdHeader", "header", "header1.xml"),
            relation("rIdFirst", "header", "header2.xml"),
            relation("rIdFooter", "footer", "footer1.xml"),
            relation("rIdFoot", "footnotes", "footnotes.xml"),
            relation("rIdEnd", "endnotes", "endnotes.xml"),
            relation("rIdComments", "comments", "comments.xml"),
            relation(
                "rIdPeople",
                "http://schemas.microsoft.com/office/2011/relationships/people",
                "people.xml",
            ),
            relation(
                "rIdVba",
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                "vbaProject.bin",
            ),
            relation("rIdGlossary", "glossaryDocument", "glossary/document.xml"),
            relation("rIdImage", "image", "media/image1.png"),
            relation("rIdLetter", "image", "media/image2.png"),
            relation("rIdDrawing", "image", "media/image3.emf"),
            relation("rIdChart", "chart", "charts/chart1.xml"),
            relation("rIdData", "diagramData", "diagrams/data1.xml"),
            relation("rIdLayout", "diagramLayout", "diagrams/layout1.xml"),
            relation("rIdStyle", "diagramQuickStyle", "diagrams/quickStyle1.xml"),
            relation("rIdColors", "diagramColors", "diagrams/colors1.xml"),
            relation("rIdOle", "oleObject", "embeddings/oleObject1.bin"),
            relation("rIdPrinter", "printerSettings", "printerSettings/printerSettings1.bin"),
            relation("rIdCustom", "customXml", "../customXml/item1.xml"),
            relation("rIdChunk", "aFChunk", "afchunk.htm"),
            relation("rIdLink", "hyperlink", f"mailto:lien-{NAME}@exemple.fr", external=True),
        ),
        "word/styles.xml": f"{_XML}<w:styles {_NS}>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Style{NAME}">'
        f'<w:name w:val="style {NAME}"/><w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="Invisible"><w:name w:val="Invisible"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>",
        "word/numbering.xml": f'{_XML}<w:numbering {_NS}><w:abstractNum w:abstractNumId="0">'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText '
        f'w:val="niveau {NAME} %1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId '
        'w:val="0"/></w:num></w:numbering>',
        "word/settings.xml": f'{_XML}<w:settings {_NS}><w:attachedTemplate r:id="rId1"/><w:mailMerge>'
        f'<w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        f'<w:connectString w:val="source {NAME}"/><w:query w:val="requete {NAME}"/><w:odso><w:recipientData r:id="rId2"/></w:odso></w:mailMerge>'
        f'<w:docVars><w:docVar w:name="variable-nom {NAME}" w:val="variable {NAME}"/></w:docVars>'
        "</w:settings>",
        "word/_rels/settings.xml.rels": relations(
            relation("rId2", "recipientData", "recipientData.xml"),
            relation("rId1", "attachedTemplate", f"file:///C:/modele-{NAME}/m.dotx", external=True),
        ),
        "word/header1.xml": f"{_XML}<w:hdr {_NS}>{say('entete')}{watermark()}</w:hdr>",
        "word/header2.xml": f"{_XML}<w:hdr {_NS}>{say('entete-premiere')}</w:hdr>",
        "word/footer1.xml": f"{_XML}<w:ftr {_NS}>{say('pied')}</w:ftr>",
        "word/footnotes.xml": f"{_XML}<w:footnotes {_NS}>"
        f"{note.format('footnote', say('note-bas'))}</w:footnotes>",
        "word/endnotes.xml": f"{_XML}<w:endnotes {_NS}>"
        f"{note.format('endnote', say('note-fin'))}</w:endnotes>",
        "word/comments.xml": f'{_XML}<w:comments {_NS}><w:comment w:id="0" '
        f'w:author="commentateur {NAME}" w:initials="initiales {NAME}" '
        f'w:date="2024-01-02T03:04:05Z">{say("commentaire")}</w:comment></w:comments>',
        "word/people.xml": f'{_XML}<w15:people {_NS}><w15:person w15:author="personne {NAME}">'
        f'<w15:presenceInfo w15:providerId="AD" w15:userId="utilisateur {NAME}"/></w15:person>'
        "</w15:people>",
        "word/glossary/document.xml": f"{_XML}<w:glossaryDocument {_NS}><w:docParts><w:docPart>"
        f'<w:docPartPr><w:name w:val="bloc {NAME}"/></w:docPartPr>'
        f"<w:docPartBody>{say('glossaire')}</w:docPartBody></w:docPart></w:docParts>"
        "</w:glossaryDocument>",
        "word/media/image1.png": png(),
        "word/media/image2.png": letter(f"image-ocr {NAME}", f"rogne {NAME}"),
        "word/media/image3.emf": metafile(f"dessin {NAME}", "suite"),
        "word/charts/chart1.xml": chart(),
        "word/charts/_rels/chart1.xml.rels": relations(
            relation("rId1", "package", "../embeddings/Classeur1.xlsx")
        ),
        "word/embeddings/Classeur1.xlsx": workbook,
        "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + f"ole {NAME}".encode("utf-16-le"),
        "word/printerSettings/printerSettings1.bin": f"imprimante {NAME}".encode("utf-16-le"),
        "word/diagrams/data1.xml": f'{_XML}<dgm:dataModel {_NS}><dgm:ptLst><dgm:pt modelId="1" '
        f'type="doc"><dgm:prSet phldrT="[schema-invite {NAME}]"/><dgm:spPr/><dgm:t><a:bodyPr/>'
        f"<a:p><a:r><a:t>schema {NAME}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
        "<dgm:cxnLst/></dgm:dataModel>",
        "word/diagrams/layout1.xml": f'{_XML}<dgm:layoutDef {_NS}><dgm:title val="schema-titre {NAME}"/>'
        '<dgm:layoutNode name="a"/></dgm:layoutDef>',
        "word/diagrams/quickStyle1.xml": f"{_XML}<dgm:styleDef {_NS}/>",
        "word/diagrams/colors1.xml": f"{_XML}<dgm:colorsDef {_NS}/>",
        "word/afchunk.htm": f"<html><body><p>importe {NAME}</p></body></html>",
        "customXml/item1.xml": f'{_XML}<dossier xmlns="urn:exemple:dossier" cle="xml-attribut {NAME}">'
        f"<agent>xml-texte {NAME}</agent></dossier>",
        "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="{_PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>prop-titre {NAME}</dc:title><dc:creator>prop-auteur {NAME}</dc:creator>"
        f"<cp:keywords>prop-mots {NAME}</cp:keywords><dc:description>prop-desc {NAME}</dc:description>"
        f"<cp:lastModifiedBy>prop-dernier {NAME}</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-02T03:04:05Z</dcterms:created>'
        "</cp:coreProperties>",
        "docProps/app.xml": f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"<Pages>1</Pages><Manager>prop-chef {NAME}</Manager><Company>prop-societe {NAME}</Company>"
        f'<TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>prop-partie {NAME}</vt:lpstr>'
        "</vt:vector></TitlesOfParts></Properties>",
        "docProps/custom.xml": f'{_XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="perso-nom {NAME}">'
        f"<vt:lpwstr>perso {NAME}</vt:lpwstr></property></Properties>",
        "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0vignette " + NAME.encode() + b"\xff\xd9",
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0\0\0" + f"macro {NAME}".encode(),
        "word/recipientData.xml": f"{_XML}<w:recipients {_NS}><w:recipientData><w:uniqueTag "
        f'w:val="destinataire {NAME}"/></w:recipientData></w:recipients>',
        "word/ancien.xml": f"{_XML}<w:document {_NS}><w:body>{say('orphelin')}</w:body></w:document>",
    }
    return parts


def document(content: str) -> str:
    """The part of a body."""
    return f"{_XML}<w:document {_NS}><w:body>{content}</w:body></w:document>"


def types_of(*parts: str) -> str:
    """The list of content types of a file with `parts` alone."""
    rows = "".join(
        f'<Override PartName="/{part}" ContentType="{_WML}.document.main+xml"/>' for part in parts
    )
    return (
        f'{_XML}<Types xmlns="{_PKG}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def types() -> str:
    overrides = {
        "word/document.xml": f"{_WML}.document.main+xml",
        "word/styles.xml": f"{_WML}.styles+xml",
        "word/numbering.xml": f"{_WML}.numbering+xml",
        "word/settings.xml": f"{_WML}.settings+xml",
        "word/header1.xml": f"{_WML}.header+xml",
        "word/header2.xml": f"{_WML}.header+xml",
        "word/footer1.xml": f"{_WML}.footer+xml",
        "word/footnotes.xml": f"{_WML}.footnotes+xml",
        "word/endnotes.xml": f"{_WML}.endnotes+xml",
        "word/comments.xml": f"{_WML}.comments+xml",
        "word/people.xml": f"{_WML}.people+xml",
        "word/recipientData.xml": f"{_WML}.mailMergeRecipientData+xml",
        "word/vbaProject.bin": "application/vnd.ms-office.vbaProject",
        "word/glossary/document.xml": f"{_WML}.document.glossary+xml",
        "word/charts/chart1.xml": f"{_OFFICE}.drawingml.chart+xml",
        "word/diagrams/data1.xml": f"{_OFFICE}.drawingml.diagramData+xml",
        "word/diagrams/layout1.xml": f"{_OFFICE}.drawingml.diagramLayout+xml",
        "word/diagrams/quickStyle1.xml": f"{_OFFICE}.drawingml.diagramStyle+xml",
        "word/diagrams/colors1.xml": f"{_OFFICE}.drawingml.diagramColors+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
        "docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
        "word/ancien.xml": f"{_WML}.document.main+xml",
    }
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "emf": "image/x-emf",
        "jpeg": "image/jpeg",
        "bin": f"{_OFFICE}.oleObject",
        "htm": "text/html",
        "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    }
    return (
        f'{_XML}<Types xmlns="{_PKG}/content-types">'
        + "".join(f'<Default Extension="{k}" ContentType="{v}"/>' for k, v in defaults.items())
        + "".join(f'<Override PartName="/{k}" ContentType="{v}"/>' for k, v in overrides.items())
        + "</Types>"
    )


def watermark() -> str:
    return paragraph(
        '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" style="width:400pt;height:100pt">'
        f'<v:textpath style="font-family:Arial" string="filigrane {NAME}"/></v:shape></w:pict></w:r>'
    )


def chart() -> str:
    return (
        f"{_XML}<c:chartSpace {_NS}><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>"
        f"graphique {NAME}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>"
        '<c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:strRef>'
        f'<c:f>\'feuille {NAME}\'!$A$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>'
        f"serie {NAME}</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>A!$B$1"
        f'</c:f><c:numCache><c:formatCode>0&quot; format-nombre {NAME}&quot;</c:formatCode><c:ptCount val="1"/><c:pt idx="0">'
        '<c:v>4321</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/>'
        '<c:axId val="2"/></c:barChart></c:plotArea></c:chart><c:externalData r:id="rId1"/>'
        "</c:chartSpace>"
    )


def book() -> bytes:
    """A workbook, as it lies behind a chart."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f"{_OFFICE}.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PKG}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{sheet}.sharedStrings+xml"/></Types>',
        "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{main}" xmlns:r="{R}"><sheets><sheet name='
        f'"feuille {NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml"),
            relation("rId2", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": f'{_XML}<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" '
        't="s"><v>0</v></c><c r="B1"><v>4321</v></c><c r="C1" t="inlineStr"><is><t>cellule-directe '
        f"{NAME}</t></is></c></row></sheetData></worksheet>",
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{main}"><si><r><t>classeur Brinda</t></r><r><t>'
        "voine</t></r></si></sst>",
    }
    return zipped(parts)


def png() -> bytes:
    """One pixel, with the name in a text chunk."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Author\x00image-auteur " + NAME.encode())
        + chunk(b"IDAT", zlib.compress(b"\x00\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )


def zipped(
    parts: Mapping[str, str] | Mapping[str, bytes] | Mapping[str, str | bytes], comment: bytes = b""
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def build(path: Path) -> Path:
    path.write_bytes(zipped(documents(), comment=f"zip {NAME}".encode()))
    return path


#: The tag of each channel whose flows are read.
TAGS = frozenset(
    "titre corps signes signet infobulle lien champ champ-simple auteur index supprime insere "
    "moitie deplace-de deplace-a auteur-suivi auteur-forme texte-cache blanc minuscule cellule "
    "cellule-imbriquee legende-tableau controle-alias controle-balise choix valeur controle aide "
    "statut defaut formulaire zone-texte zone-ancienne forme-titre forme-alt nom-image image-desc "
    "desc-dessin image-titre equation lecture base etiquette balise coupe commentaire-xml style "
    "niveau source requete variable-nom variable entete entete-premiere pied filigrane note-bas "
    "note-fin commentaire commentateur initiales personne utilisateur bloc glossaire graphique "
    "serie feuille classeur cellule-directe schema schema-invite schema-titre importe xml-attribut "
    "xml-texte prop-titre prop-auteur prop-mots prop-desc prop-dernier prop-chef prop-societe "
    "prop-partie perso-nom perso orphelin image-auteur ole imprimante style-cache sur-fond "
    "image-ocr rogne dessin legende style-sommaire sommaire lettres page-index prefixe lie macro "
    "destinataire forme-id dernier-choix champ-nom format-nombre".split()
)


if __name__ == "__main__":
    print(build(Path("torture.docx")))
