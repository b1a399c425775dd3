"""OpenDocument files with an invented name in every channel, each beside a word that says which.

``tag Brindavoine`` stands in each: the test reads the tag to know the channel.
"""

# ruff: noqa: E501  (markup reads better unbroken)

import io
import struct
import zipfile
import zlib
from pathlib import Path

from tests.formats.pictures import letter

NAME = "Brindavoine"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NS = " ".join(
    f'xmlns:{prefix}="{_OASIS}{path}:1.0"'
    for prefix, path in {
        "office": "office", "style": "style", "text": "text", "table": "table",
        "draw": "drawing", "fo": "xsl-fo-compatible", "meta": "meta", "number": "datastyle",
        "svg": "svg-compatible", "form": "form", "script": "script", "config": "config",
        "chart": "chart",
    }.items()
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:math="http://www.w3.org/1998/Math/MathML"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" office:version="1.3"'
)  # fmt: skip
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def say(tag: str) -> str:
    return f"<text:p>{tag} {NAME} suite</text:p>"


def part(root: str, body: str) -> str:
    return f"{_XML}<office:{root} {_NS}>{body}</office:{root}>"


def _changes(first: str) -> str:
    def region(number: int, kind: str, content: str = "", author: str = "Anne Rivoal") -> str:
        return (
            f'<text:changed-region xml:id="ct{number}" text:id="ct{number}"><text:{kind}>'
            f"<office:change-info><dc:creator>{author}</dc:creator>"
            f"<dc:date>2024-01-02T03:04:05</dc:date></office:change-info>{content}"
            f"</text:{kind}></text:changed-region>"
        )

    return (
        "<text:tracked-changes>"
        + region(1, "insertion", author=f"auteur-suivi {NAME}")
        + region(2, "deletion", f"<text:p>supprime {NAME}</text:p>", f"auteur-suivi {NAME}")
        + region(3, "deletion", f"<text:p>{first}</text:p>")
        + region(4, "deletion", f"<text:p>fin</text:p><text:p>a-cheval {NAME}</text:p>")
        + region(5, "deletion", f"<text:p>perdu {NAME}</text:p>")
        + "</text:tracked-changes>"
    )


def body() -> str:
    first, second = NAME[:6], NAME[6:]
    return "".join(
        [
            f'<office:forms><form:form form:name="formulaire {NAME}"><form:text form:name="champ-nom {NAME}" '
            f'form:current-value="champ-valeur {NAME}"/><form:listbox form:name="liste">'
            f'<form:option form:label="choix {NAME}"/></form:listbox></form:form></office:forms>',
            _changes(f"moitie {first}"),
            f'<text:variable-decls><text:variable-decl office:value-type="string" text:name="variable_{NAME}"/></text:variable-decls>',
            f'<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="champ-perso {NAME}" text:name="perso_{NAME}"/></text:user-field-decls>',
            f'<text:h text:outline-level="1">titre {NAME} suite</text:h>',
            say("corps"),
            f'<text:p>coupe {first}<text:span text:style-name="T1">{second}</text:span> suite</text:p>',
            f'<text:p>style-cache <text:span text:style-name="Cache">texte-cache {NAME}</text:span> visible</text:p>',
            f'<text:p>vu <text:span text:style-name="Blanc">style-blanc {NAME}</text:span> vu <text:span text:style-name="Minuscule">style-minuscule {NAME}</text:span> vu</text:p>',
            f'<text:p text:style-name="Perso_20_{NAME}">espaces<text:s text:c="3"/>tab<text:tab/>ligne {NAME}<text:line-break/>suite</text:p>',
            f'<text:p>avant <text:change-start text:change-id="ct1"/>insere {NAME}<text:change-end text:change-id="ct1"/> apres <text:change text:change-id="ct2"/> fin</text:p>',
            f'<text:p>debut <text:change text:change-id="ct3"/>{second} reste</text:p>',
            '<text:p>Le debut <text:change text:change-id="ct4"/> et la suite</text:p>',
            f"<text:list><text:list-item><text:p>puce {NAME} suite</text:p></text:list-item></text:list>",
            f'<text:section text:name="section {NAME}" text:display="none">{say("section-cachee")}</text:section>',
            f'<text:p>note<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{say("note-bas")}</text:note-body></text:note>'
            f'<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>{say("note-fin")}</text:note-body></text:note></text:p>',
            f'<text:p>commente<office:annotation office:name="1"><dc:creator>commentateur {NAME}</dc:creator><dc:date>2024-01-02T03:04:05</dc:date>'
            f"<text:p>commentaire {NAME} suite</text:p></office:annotation>e</text:p>",
            f'<text:p>lien <text:a xlink:href="https://exemple.fr/lien-cible/{NAME}" xlink:type="simple" office:title="infobulle {NAME}">ici</text:a></text:p>',
            f'<text:p><text:bookmark-start text:name="signet {NAME}"/>signet<text:bookmark-end text:name="signet {NAME}"/>'
            f'<text:bookmark-ref text:reference-format="text" text:ref-name="signet {NAME}">signet</text:bookmark-ref></text:p>',
            f'<text:p><loext:content-control loext:alias="controle-alias {NAME}" loext:tag="controle-balise {NAME}" loext:dropdown="true"><loext:list-item loext:display-text="controle-choix {NAME}" loext:value="controle-valeur {NAME}"/>controle {NAME}</loext:content-control></text:p>',
            f'<text:p>notes <text:bibliography-mark text:identifier="cle {NAME}" text:bibliography-type="book" text:publisher="editeur {NAME}">[1]</text:bibliography-mark></text:p>',
            f'<text:p>champs <text:author-name text:fixed="false">champ-auteur {NAME}</text:author-name> <text:user-field-get text:name="perso_{NAME}">valeur</text:user-field-get>'
            f'<text:hidden-text text:condition="ooow:TRUE" text:string-value="texte-conditionnel {NAME}" text:is-hidden="true"/>'
            f'<text:alphabetical-index-mark text:string-value="index {NAME}"/>'
            f'<text:database-display text:database-name="base {NAME}" text:table-name="t" text:column-name="c">x</text:database-display>'
            f'<text:script script:language="JavaScript">script {NAME}</text:script></text:p>',
            f"<text:p><text:ruby><text:ruby-base>base-ruby</text:ruby-base><text:ruby-text>ruby {NAME}</text:ruby-text></text:ruby></text:p>",
            f'<text:p><draw:frame draw:name="cadre {NAME}" svg:width="3cm" svg:height="2cm"><draw:text-box>{say("zone-texte")}</draw:text-box>'
            f"<svg:title>forme-titre {NAME}</svg:title><svg:desc>forme-desc {NAME}</svg:desc></draw:frame></text:p>",
            f'<text:p><draw:a xlink:type="simple" xlink:href="https://exemple.fr/" office:name="lien-image {NAME}"><draw:frame draw:name="Image1" svg:width="1cm" svg:height="1cm"><draw:image xlink:href="Pictures/photo.png"/></draw:frame></draw:a>'
            '<draw:frame draw:name="Objet1" svg:width="1cm" svg:height="1cm"><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
            '<draw:frame draw:name="Objet2" svg:width="1cm" svg:height="1cm"><draw:object-ole xlink:href="./Object 2"/><draw:image xlink:href="./ObjectReplacements/Object 2"/></draw:frame></text:p>',
            '<text:p><draw:frame draw:name="Image3" svg:width="12cm" svg:height="2cm"><draw:image xlink:href="Pictures/lettre.png"/></draw:frame></text:p>',
            f'<text:p><draw:frame draw:name="Image2"><draw:image xlink:href="Pictures/portrait-{NAME}.png"/></draw:frame></text:p>',
            f'<table:table table:name="Tableau {NAME}"><table:table-column/><table:table-row><table:table-cell office:value-type="string">{say("cellule")}</table:table-cell>'
            f'<table:table-cell><table:table table:name="Tableau2"><table:table-row><table:table-cell>{say("cellule-imbriquee")}</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>',
            f"<!-- commentaire-xml {NAME} -->",
        ]
    )


_PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def png(said: str) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    return (
        _PNG_HEAD
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"tEXt", b"Author\0" + said.encode("latin-1"))
        + chunk(b"IDAT", zlib.compress(b"\0\xff"))
        + chunk(b"IEND", b"")
    )


def styles() -> str:
    return part(
        "document-styles",
        f'<office:styles><style:style style:name="Perso_20_{NAME}" style:display-name="style Perso {NAME}" style:family="paragraph"/></office:styles>'
        '<office:automatic-styles><style:page-layout style:name="Mpm1"/></office:automatic-styles>'
        f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Mpm1"><style:header>{say("entete")}</style:header>'
        f"<style:footer>{say('pied')}</style:footer><style:header-first>{say('entete-premiere')}</style:header-first></style:master-page></office:master-styles>",
    )


def meta() -> str:
    return part(
        "document-meta",
        "<office:meta><meta:generator>LibreOffice/7.4</meta:generator>"
        f"<dc:title>prop-titre {NAME}</dc:title><dc:subject>prop-sujet {NAME}</dc:subject><dc:description>prop-resume {NAME}</dc:description>"
        f"<meta:initial-creator>prop-auteur {NAME}</meta:initial-creator><dc:creator>prop-modifie {NAME}</dc:creator><dc:date>2024-01-02T03:04:05</dc:date>"
        f"<meta:printed-by>prop-imprime {NAME}</meta:printed-by><meta:keyword>prop-mot {NAME}</meta:keyword>"
        f'<meta:template xlink:href="file:///modeles/prop-modele/{NAME}.ott" xlink:title="prop-modele-titre {NAME}"/>'
        f'<meta:user-defined meta:name="prop-cle {NAME}">prop-valeur {NAME}</meta:user-defined></office:meta>',
    )


def settings() -> str:
    return part(
        "document-settings",
        '<office:settings><config:config-item-set config:name="ooo:configuration-settings">'
        f'<config:config-item config:name="PrinterName" config:type="string">imprimante {NAME}</config:config-item>'
        f'<config:config-item config:name="EmbeddedDatabaseName" config:type="string">reglage {NAME}</config:config-item>'
        f'<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="vue {NAME}"/></config:config-item-map-named>'
        "</config:config-item-set></office:settings>",
    )


def manifest(names: list[str], kind: str) -> str:
    lines = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{"text/xml" if name.endswith(".xml") else ""}"/>'
        for name in names
        if name != "mimetype"
    )
    return (
        f'{_XML}<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{lines}</manifest:manifest>'
    )


def package(parts: dict[str, str | bytes], kind: str, comment: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.writestr("META-INF/manifest.xml", manifest(list(parts), kind))
        archive.comment = comment
    return buffer.getvalue()


TEXT_TYPE = "application/vnd.oasis.opendocument.text"
SHEET_TYPE = "application/vnd.oasis.opendocument.spreadsheet"

_STYLES = (
    '<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Cache" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Blanc" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="Minuscule" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style></office:automatic-styles>'
)


def content(inside: str, kind: str = "text") -> str:
    return part(
        "document-content",
        f"{_STYLES}<office:body><office:{kind}>{inside}</office:{kind}></office:body>",
    )


def build_text(path: Path) -> Path:
    """The text with the name everywhere."""
    formula = f'{_XML}<!DOCTYPE math:math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN" "math.dtd"><math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:mtext>formule {NAME}</math:mtext></math:math>'
    path.write_bytes(
        package(
            {
                "content.xml": content(body()),
                "styles.xml": styles(),
                "meta.xml": meta(),
                "settings.xml": settings(),
                "Pictures/photo.png": png(f"exif {NAME}"),
                f"Pictures/portrait-{NAME}.png": png("rien"),
                "Object 1/content.xml": formula,
                "ObjectReplacements/Object 1": f"VCLMTF apercu {NAME}".encode("utf-16-le"),
                "Object 2": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + f"ole {NAME}".encode("utf-16-le"),
                "ObjectReplacements/Object 2": png("rien"),
                "Thumbnails/thumbnail.png": png(f"vignette {NAME}"),
                "Basic/Standard/Module1.xml": f"<m>macro {NAME}</m>",
                "Configurations2/accelerator/current.xml": f"<a>raccourci {NAME}</a>",
                "VersionList.xml": f"<v>version {NAME}</v>",
                "Versions/Version1": f"version {NAME}",
                "layout-cache": f"cache {NAME}".encode(),
                "META-INF/documentsignatures.xml": f"<s>signataire {NAME}</s>",
                "ancien.xml": f"<a>inconnu {NAME}</a>",
                "Pictures/lettre.png": letter(f"image-ocr {NAME}"),
            },
            TEXT_TYPE,
            f"comment {NAME}".encode(),
        )
    )
    return path


#: The tag of every place that a person should see.
TEXT_TAGS = set(
    """formulaire champ-nom champ-valeur choix champ-perso titre corps coupe texte-cache ligne
    insere supprime moitie a-cheval perdu auteur-suivi puce section section-cachee note-bas
    note-fin commentateur commentaire infobulle lien-image signet champ-auteur
    texte-conditionnel index base script ruby cadre zone-texte forme-titre forme-desc Tableau
    cellule cellule-imbriquee commentaire-xml exif formule Perso entete entete-premiere pied
    prop-titre prop-sujet prop-resume prop-auteur prop-modifie prop-imprime prop-mot
    prop-modele-titre prop-cle prop-valeur imprimante reglage vue inconnu ole style-blanc
    style-minuscule image-ocr controle-alias controle-balise controle-choix controle-valeur controle
    cle editeur""".split()
)


def sheets() -> str:
    return "".join(
        [
            f'<table:content-validations><table:content-validation table:name="val1" table:condition="of:cell-content-is-in-list(&quot;validation {NAME}&quot;)">'
            f'<table:help-message table:title="aide-titre {NAME}">{say("aide")}</table:help-message></table:content-validation></table:content-validations>',
            f'<table:table table:name="feuille {NAME}"><office:forms><form:form form:name="f"/></office:forms><table:table-column table:number-columns-repeated="2"/>'
            '<table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16381"/>',
            f'<table:table-row><table:table-cell office:value-type="string"><text:p>cellule {NAME} suite</text:p></table:table-cell>'
            f'<table:table-cell office:value-type="string" table:formula="of:=&quot;formule {NAME}&quot;&amp;1" office:string-value="valeur-typee {NAME}"><text:p>resultat {NAME}</text:p></table:table-cell>'
            f'<table:table-cell office:value-type="string"><text:p>colonne-cachee {NAME}</text:p></table:table-cell></table:table-row>',
            f'<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string"><text:p>ligne-cachee {NAME}</text:p></table:table-cell></table:table-row>',
            f'<table:table-row><table:table-cell office:value-type="string"><office:annotation><dc:creator>commentateur {NAME}</dc:creator><text:p>commentaire {NAME}</text:p></office:annotation><text:p>x</text:p></table:table-cell>'
            f'<table:table-cell table:formula="of:=[$\'feuille {NAME}\'.A1]" office:value-type="string"><text:p>renvoi</text:p></table:table-cell></table:table-row>',
            '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
            f'<table:table table:name="Masquee" table:style-name="ta2"><table:table-row><table:table-cell><text:p>feuille-cachee {NAME}</text:p></table:table-cell></table:table-row></table:table>',
            f'<table:named-expressions><table:named-range table:name="plage_{NAME}" table:cell-range-address="$\'feuille {NAME}\'.$A$1"/></table:named-expressions>',
            f'<table:data-pilot-tables><table:data-pilot-table table:name="Pilote1"><table:data-pilot-field table:source-field-name="croise {NAME}"><table:data-pilot-level><table:data-pilot-members><table:data-pilot-member table:name="membre {NAME}"/></table:data-pilot-members></table:data-pilot-level></table:data-pilot-field></table:data-pilot-table></table:data-pilot-tables>',
        ]
    )


SHEET_TAGS = set(
    """validation aide-titre aide feuille cellule formule valeur-typee resultat colonne-cachee
    ligne-cachee commentateur commentaire feuille-cachee croise membre entete pied prop-auteur
    reglage vue""".split()
)


def build_sheet(path: Path) -> Path:
    """The workbook with the name everywhere."""
    hidden = '<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>'
    path.write_bytes(
        package(
            {
                "content.xml": part(
                    "document-content",
                    f"{hidden}<office:body><office:spreadsheet>{sheets()}</office:spreadsheet></office:body>",
                ),
                "styles.xml": styles(),
                "meta.xml": meta(),
                "settings.xml": settings(),
            },
            SHEET_TYPE,
        )
    )
    return path
