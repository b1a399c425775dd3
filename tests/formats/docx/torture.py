"""A Word file with an invented name in every channel, each beside a word that says which.

``tag Brindavoine`` stands in each: the test reads the tag to know the channel.
"""

# ruff: noqa: E501, UP032  (markup reads better unbroken)

import base64
from pathlib import Path

from tests.formats.docx.embedded import book, chart, png
from tests.formats.docx.markup import (
    NS,
    OFFICE,
    PKG,
    WML,
    XML,
    document,
    field,
    paragraph,
    relation,
    relations,
    run,
    table,
    zipped,
)
from tests.formats.pictures import letter, metafile

NAME = "Brindavoine"


def say(tag: str) -> str:
    return paragraph(run(f"{tag} {NAME} suite"))


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


def watermark() -> str:
    return paragraph(
        '<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" style="width:400pt;height:100pt">'
        f'<v:textpath style="font-family:Arial" string="filigrane {NAME}"/></v:shape></w:pict></w:r>'
    )


def documents() -> dict[str, str | bytes]:
    """The parts, in order."""
    workbook = book(NAME)
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
            relation("rId2", f"{PKG}/relationships/metadata/core-properties", "docProps/core.xml"),
            relation("rId3", "extended-properties", "docProps/app.xml"),
            relation("rId4", "custom-properties", "docProps/custom.xml"),
            relation("rId5", f"{PKG}/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg"),
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
        "word/styles.xml": f"{XML}<w:styles {NS}>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Style{NAME}">'
        f'<w:name w:val="style {NAME}"/><w:basedOn w:val="Normal"/></w:style>'
        '<w:style w:type="character" w:styleId="Invisible"><w:name w:val="Invisible"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>",
        "word/numbering.xml": f'{XML}<w:numbering {NS}><w:abstractNum w:abstractNumId="0">'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText '
        f'w:val="niveau {NAME} %1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId '
        'w:val="0"/></w:num></w:numbering>',
        "word/settings.xml": f'{XML}<w:settings {NS}><w:attachedTemplate r:id="rId1"/><w:mailMerge>'
        f'<w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        f'<w:connectString w:val="source {NAME}"/><w:query w:val="requete {NAME}"/><w:odso><w:recipientData r:id="rId2"/></w:odso></w:mailMerge>'
        f'<w:docVars><w:docVar w:name="variable-nom {NAME}" w:val="variable {NAME}"/></w:docVars>'
        "</w:settings>",
        "word/_rels/settings.xml.rels": relations(
            relation("rId2", "recipientData", "recipientData.xml"),
            relation("rId1", "attachedTemplate", f"file:///C:/modele-{NAME}/m.dotx", external=True),
        ),
        "word/header1.xml": f"{XML}<w:hdr {NS}>{say('entete')}{watermark()}</w:hdr>",
        "word/header2.xml": f"{XML}<w:hdr {NS}>{say('entete-premiere')}</w:hdr>",
        "word/footer1.xml": f"{XML}<w:ftr {NS}>{say('pied')}</w:ftr>",
        "word/footnotes.xml": f"{XML}<w:footnotes {NS}>"
        f"{note.format('footnote', say('note-bas'))}</w:footnotes>",
        "word/endnotes.xml": f"{XML}<w:endnotes {NS}>"
        f"{note.format('endnote', say('note-fin'))}</w:endnotes>",
        "word/comments.xml": f'{XML}<w:comments {NS}><w:comment w:id="0" '
        f'w:author="commentateur {NAME}" w:initials="initiales {NAME}" '
        f'w:date="2024-01-02T03:04:05Z">{say("commentaire")}</w:comment></w:comments>',
        "word/people.xml": f'{XML}<w15:people {NS}><w15:person w15:author="personne {NAME}">'
        f'<w15:presenceInfo w15:providerId="AD" w15:userId="utilisateur {NAME}"/></w15:person>'
        "</w15:people>",
        "word/glossary/document.xml": f"{XML}<w:glossaryDocument {NS}><w:docParts><w:docPart>"
        f'<w:docPartPr><w:name w:val="bloc {NAME}"/></w:docPartPr>'
        f"<w:docPartBody>{say('glossaire')}</w:docPartBody></w:docPart></w:docParts>"
        "</w:glossaryDocument>",
        "word/media/image1.png": png(NAME),
        "word/media/image2.png": letter(f"image-ocr {NAME}", f"rogne {NAME}"),
        "word/media/image3.emf": metafile(f"dessin {NAME}", "suite"),
        "word/charts/chart1.xml": chart(NAME),
        "word/charts/_rels/chart1.xml.rels": relations(
            relation("rId1", "package", "../embeddings/Classeur1.xlsx")
        ),
        "word/embeddings/Classeur1.xlsx": workbook,
        "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + f"ole {NAME}".encode("utf-16-le"),
        "word/printerSettings/printerSettings1.bin": f"imprimante {NAME}".encode("utf-16-le"),
        "word/diagrams/data1.xml": f'{XML}<dgm:dataModel {NS}><dgm:ptLst><dgm:pt modelId="1" '
        f'type="doc"><dgm:prSet phldrT="[schema-invite {NAME}]"/><dgm:spPr/><dgm:t><a:bodyPr/>'
        f"<a:p><a:r><a:t>schema {NAME}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
        "<dgm:cxnLst/></dgm:dataModel>",
        "word/diagrams/layout1.xml": f'{XML}<dgm:layoutDef {NS}><dgm:title val="schema-titre {NAME}"/>'
        '<dgm:layoutNode name="a"/></dgm:layoutDef>',
        "word/diagrams/quickStyle1.xml": f"{XML}<dgm:styleDef {NS}/>",
        "word/diagrams/colors1.xml": f"{XML}<dgm:colorsDef {NS}/>",
        "word/afchunk.htm": f"<html><body><p>importe {NAME}</p></body></html>",
        "customXml/item1.xml": f'{XML}<dossier xmlns="urn:exemple:dossier" cle="xml-attribut {NAME}">'
        f"<agent>xml-texte {NAME}</agent></dossier>",
        "docProps/core.xml": f'{XML}<cp:coreProperties xmlns:cp="{PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>prop-titre {NAME}</dc:title><dc:creator>prop-auteur {NAME}</dc:creator>"
        f"<cp:keywords>prop-mots {NAME}</cp:keywords><dc:description>prop-desc {NAME}</dc:description>"
        f"<cp:lastModifiedBy>prop-dernier {NAME}</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-02T03:04:05Z</dcterms:created>'
        "</cp:coreProperties>",
        "docProps/app.xml": f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"<Pages>1</Pages><Manager>prop-chef {NAME}</Manager><Company>prop-societe {NAME}</Company>"
        f'<TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>prop-partie {NAME}</vt:lpstr>'
        "</vt:vector></TitlesOfParts></Properties>",
        "docProps/custom.xml": f'{XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="perso-nom {NAME}">'
        f"<vt:lpwstr>perso {NAME}</vt:lpwstr></property></Properties>",
        "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0vignette " + NAME.encode() + b"\xff\xd9",
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0\0\0" + f"macro {NAME}".encode(),
        "word/recipientData.xml": f"{XML}<w:recipients {NS}><w:recipientData><w:uniqueTag "
        f'w:val="destinataire {NAME}"/></w:recipientData></w:recipients>',
        "word/ancien.xml": f"{XML}<w:document {NS}><w:body>{say('orphelin')}</w:body></w:document>",
    }
    return parts


def types() -> str:
    overrides = {
        "word/document.xml": f"{WML}.document.main+xml",
        "word/styles.xml": f"{WML}.styles+xml",
        "word/numbering.xml": f"{WML}.numbering+xml",
        "word/settings.xml": f"{WML}.settings+xml",
        "word/header1.xml": f"{WML}.header+xml",
        "word/header2.xml": f"{WML}.header+xml",
        "word/footer1.xml": f"{WML}.footer+xml",
        "word/footnotes.xml": f"{WML}.footnotes+xml",
        "word/endnotes.xml": f"{WML}.endnotes+xml",
        "word/comments.xml": f"{WML}.comments+xml",
        "word/people.xml": f"{WML}.people+xml",
        "word/recipientData.xml": f"{WML}.mailMergeRecipientData+xml",
        "word/vbaProject.bin": "application/vnd.ms-office.vbaProject",
        "word/glossary/document.xml": f"{WML}.document.glossary+xml",
        "word/charts/chart1.xml": f"{OFFICE}.drawingml.chart+xml",
        "word/diagrams/data1.xml": f"{OFFICE}.drawingml.diagramData+xml",
        "word/diagrams/layout1.xml": f"{OFFICE}.drawingml.diagramLayout+xml",
        "word/diagrams/quickStyle1.xml": f"{OFFICE}.drawingml.diagramStyle+xml",
        "word/diagrams/colors1.xml": f"{OFFICE}.drawingml.diagramColors+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": f"{OFFICE}.extended-properties+xml",
        "docProps/custom.xml": f"{OFFICE}.custom-properties+xml",
        "word/ancien.xml": f"{WML}.document.main+xml",
    }
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "emf": "image/x-emf",
        "jpeg": "image/jpeg",
        "bin": f"{OFFICE}.oleObject",
        "htm": "text/html",
        "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    }
    return (
        f'{XML}<Types xmlns="{PKG}/content-types">'
        + "".join(f'<Default Extension="{k}" ContentType="{v}"/>' for k, v in defaults.items())
        + "".join(f'<Override PartName="/{k}" ContentType="{v}"/>' for k, v in overrides.items())
        + "</Types>"
    )


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
