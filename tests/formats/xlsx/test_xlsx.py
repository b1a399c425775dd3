"""Excel workbooks: a name in every channel is read, and in the copy it is nowhere."""

# ruff: noqa: E501  (markup reads better unbroken)

import io
import re
import zipfile
from pathlib import Path

import pytest

from redactor.formats.base import Occultation, Plan
from redactor.formats.errors import Damaged, TooLarge
from redactor.formats.xlsx import ADAPTER
from redactor.release.verify import verify_copy
from redactor.text.flow import Channel, Span
from tests.formats.asking import (
    assert_audited,
    every_part,
    flows_of,
    leaving,
    plan_for,
    redacted,
    said_in,
)
from tests.formats.docx.markup import relation, relations
from tests.formats.docx.torture import NAME

_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_X = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_D = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_T = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def cell(place: str, inside: str, kind: str = "", style: int = 0) -> str:
    said = f' t="{kind}"' if kind else ""
    return f'<c r="{place}" s="{style}"{said}>{inside}</c>'


def build(path: Path) -> Path:
    """A workbook with the name everywhere; A1 and A3 share one text, B1 and B3 another."""
    sheet1 = (
        f'{_X}<worksheet {_S}><cols><col min="4" max="4" hidden="1"/></cols><sheetData>'
        f'<row r="1">{cell("A1", "<v>0</v>", "s")}{cell("B1", "<v>1</v>", "s")}{cell("C1", f"<f>&quot;formule {NAME}&quot;</f><v>resultat {NAME}</v>", "str")}{cell("D1", "<v>2</v>", "s")}</row>'
        f'<row r="2" hidden="1">{cell("A2", f"<is><t>ligne-cachee {NAME}</t></is>", "inlineStr")}{cell("B2", f"<f>&apos;Feuille {NAME}&apos;!A1</f><v>renvoi</v>", "str")}</row>'
        f'<row r="3">{cell("A3", "<v>0</v>", "s")}{cell("B3", "<v>1</v>", "s")}{cell("C3", "<v>29292</v>", style=1)}{cell("D3", "<v>612345678</v>")}</row>'
        '</sheetData><dataValidations count="1">'
        f'<dataValidation type="list" prompt="consigne {NAME}" sqref="A9"><formula1>"liste {NAME}"</formula1></dataValidation></dataValidations>'
        f'<autoFilter ref="A1:D3"><filterColumn colId="0"><filters><filter val="{NAME}"/></filters></filterColumn></autoFilter>'
        f'<conditionalFormatting sqref="A1"><cfRule type="containsText" priority="1" operator="containsText" text="condition {NAME}"/></conditionalFormatting>'
        f'<protectedRanges><protectedRange sqref="A1" name="zone-protegee {NAME}"/></protectedRanges>'
        f'<scenarios><scenario name="scenario {NAME}" user="auteur-scenario {NAME}"><inputCells r="A1" val="hypothese {NAME}"/></scenario></scenarios>'
        f"<headerFooter><oddHeader>&amp;L{NAME}&amp;C entete {NAME}&amp;R&amp;&quot;Arial,Bold&quot;{NAME}</oddHeader></headerFooter></worksheet>"
    )
    parts = {
        "[Content_Types].xml": f'{_X}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_T}.sheet.main+xml"/></Types>',
        "_rels/.rels": relations(
            relation("rId1", "officeDocument", "xl/workbook.xml"),
            relation("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'{_X}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>prop-auteur {NAME}</dc:creator></cp:coreProperties>',
        "xl/workbook.xml": f'{_X}<workbook {_S}><sheets><sheet name="Feuille {NAME}" sheetId="1" r:id="rId1"/><sheet name="Cachee" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>'
        f'<definedNames><definedName name="plage_{NAME}" comment="note-plage {NAME}" help="aide-plage {NAME}">\'Feuille {NAME}\'!$A$1</definedName></definedNames><customWorkbookViews><customWorkbookView name="{NAME} - Affichage personnel" guid="{{3}}" windowWidth="1" windowHeight="1" activeSheetId="1"/></customWorkbookViews></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            relation("rId1", "worksheet", "worksheets/sheet1.xml"),
            relation("rId2", "worksheet", "worksheets/sheet2.xml"),
            relation("rId3", "sharedStrings", "sharedStrings.xml"),
            relation("rId4", "styles", "styles.xml"),
            relation("rId5", "calcChain", "calcChain.xml"),
            relation("rId6", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
            relation("rId7", "externalLink", "externalLinks/externalLink1.xml"),
            relation("rId8", "connections", "connections.xml"),
            relation("rId9", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"),
            relation("rId10", "customXml", "../customXml/item1.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet1,
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            relation("rId1", "comments", "../comments1.xml"),
            relation("rId2", "hyperlink", f"https://exemple.fr/lien/{NAME}", external=True),
            relation("rId3", "table", "../tables/table1.xml"),
            relation("rId4", "drawing", "../drawings/drawing1.xml"),
            relation("rId5", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
            relation("rId6", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"),
        ),
        "xl/tables/table1.xml": f'{_X}<table {_S} id="1" name="Tableau_{NAME}" displayName="Tableau_{NAME}" comment="note-tableau {NAME}" ref="A1:A3"><tableColumns count="1"><tableColumn id="1" name="colonne {NAME}" totalsRowLabel="total {NAME}"/></tableColumns></table>',
        "xl/drawings/drawing1.xml": f'{_X}<xdr:wsDr {_D}><xdr:twoCellAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="forme {NAME}" descr="description {NAME}"/></xdr:nvSpPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>dessin {NAME}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>',
        "xl/drawings/_rels/drawing1.xml.rels": relations(relation("rId1", "chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": f'{_X}<c:chartSpace {_D}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>graphique {NAME}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:f>Cachee!A1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>cache-graphique {NAME}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>',
        "xl/drawings/vmlDrawing1.vml": f'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="s1" alt="bulle {NAME}"><v:textbox><div>infobulle {NAME}</div></v:textbox></v:shape></xml>',
        "xl/threadedComments/threadedComment1.xml": f'{_X}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" personId="{{1}}" id="{{2}}"><text>fil {NAME}</text></threadedComment></ThreadedComments>',
        "xl/persons/person.xml": f'{_X}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="personne {NAME}" id="{{1}}" userId="compte {NAME}" providerId="None"/></personList>',
        "xl/externalLinks/externalLink1.xml": f'{_X}<externalLink {_S}><externalBook r:id="rId1"><sheetNames><sheetName val="feuille-liee {NAME}"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>valeur-liee {NAME}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations(relation("rId1", "externalLinkPath", f"file:///C:/annexe-{NAME}/a.xlsx", external=True)),
        "xl/connections.xml": f'{_X}<connections {_S}><connection id="1" name="connexion {NAME}" description="description-connexion {NAME}"><dbPr connection="serveur {NAME}" command="commande {NAME}"/></connection></connections>',
        "customXml/item1.xml": f'{_X}<dossier cle="xml-attribut {NAME}">xml-texte {NAME}</dossier>',
        "xl/worksheets/sheet2.xml": f'{_X}<worksheet {_S}><sheetData><row r="1">{cell("A1", f"<is><t>feuille-cachee {NAME}</t></is>", "inlineStr")}</row></sheetData></worksheet>',
        "xl/comments1.xml": f'{_X}<comments {_S}><authors><author>commentateur {NAME}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>commentaire {NAME}</t></r></text></comment></commentList></comments>',
        "xl/sharedStrings.xml": f"{_X}<sst {_S}><si><r><t>partage {NAME[:4]}</t></r><r><rPr><b/></rPr><t>{NAME[4:]} suite</t></r></si><si><t>commun {NAME}</t></si><si><t>colonne-cachee {NAME}</t></si><si><t>reste {NAME}</t></si></sst>",
        "xl/styles.xml": f'{_X}<styleSheet {_S}><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;{NAME} &quot;0"/></numFmts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="14" fillId="0"/></cellXfs><cellStyles count="1"><cellStyle name="style-cellule {NAME}" xfId="0"/></cellStyles></styleSheet>',
        "xl/calcChain.xml": f'{_X}<calcChain {_S}><c r="C1" i="1"/></calcChain>',
        "xl/pivotCache/pivotCacheDefinition1.xml": f'{_X}<pivotCacheDefinition {_S} refreshedBy="actualise {NAME}"><cacheSource type="worksheet"><worksheetSource ref="A1:A3" sheet="Feuille {NAME}"/></cacheSource><cacheFields><cacheField name="croise {NAME}" caption="intitule {NAME}"><sharedItems><s v="element {NAME}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


TAGS = set(
    """partage commun colonne-cachee ligne-cachee formule resultat consigne liste entete prop-auteur
    Feuille feuille-cachee commentateur commentaire reste croise element note-plage aide-plage colonne
    total forme description dessin graphique cache-graphique bulle infobulle fil personne compte
    feuille-liee valeur-liee connexion description-connexion serveur commande xml-attribut xml-texte condition zone-protegee
    scenario auteur-scenario hypothese actualise intitule style-cellule note-tableau""".split()
)


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("xlsx") / "torture.xlsx")


def holding(path: Path) -> list[str]:
    return [part for part, content in every_part(path.read_bytes()) if said_in(content, NAME)]


def test_the_file_is_a_trap(book: Path) -> None:
    assert len(holding(book)) == 19


def test_every_channel_is_read(book: Path) -> None:
    flows = flows_of(book)
    seen = {
        tag: flow.channel for flow in flows for tag in re.findall(rf"([\w-]+) {NAME}", flow.text)
    }
    assert TAGS - set(seen) == set()
    assert {seen[t] for t in ("ligne-cachee", "colonne-cachee", "feuille-cachee")} == {
        Channel.HIDDEN
    }
    assert seen["partage"] is Channel.BODY
    assert seen["commentaire"] is Channel.COMMENT
    texts = {flow.text for flow in flows}
    assert {f"https://exemple.fr/lien/{NAME}", f"plage_{NAME}"} <= texts
    # A date is read as it is shown; a long number is one that may identify somebody.
    assert {"12/03/1980", "612345678"} <= texts


def test_the_copy_holds_the_name_in_no_byte(book: Path, tmp_path: Path) -> None:
    flows = flows_of(book)
    plan = plan_for(flows, NAME)
    copy = redacted(book, tmp_path / "copie.xlsx", plan)
    assert holding(copy) == []
    report = verify_copy(book, copy, flows, plan, format="xlsx")
    assert report.sound, report
    parts = dict(every_part(copy.read_bytes()))
    assert "xl/calcChain.xml" not in parts
    # References follow the sheet's new name; a redacted result is not calculated again.
    assert b"'Feuille occulte'!A1" in parts["xl/worksheets/sheet1.xml"]
    assert b'name="Feuille occulte"' in parts["xl/workbook.xml"]
    assert b"formule" not in parts["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("tag", sorted(TAGS))
def test_each_place_left_is_a_leak(book: Path, tmp_path: Path, tag: str) -> None:
    flows = flows_of(book)
    plan = plan_for(flows, NAME)
    copy = redacted(book, tmp_path / "copie.xlsx", leaving(plan, flows, tag))
    if holding(copy):  # a formula goes with its result
        assert verify_copy(book, copy, flows, plan, format="xlsx").leaks
    else:
        assert tag == "formule"


def test_a_shared_text_goes_from_one_cell_alone(book: Path, tmp_path: Path) -> None:
    flows = flows_of(book)
    plan = plan_for([f for f in flows if f.id.endswith("#B1")], NAME)
    assert len(plan.occultations) == 1
    copy = redacted(book, tmp_path / "copie.xlsx", plan)
    before = {f.id: f.text for f in flows}
    after = {f.id: f.text for f in flows_of(copy)}
    changed = {id_ for id_ in before if after.get(id_) != before[id_]}
    assert changed == {"xl/worksheets/sheet1.xml#B1"}
    assert after["xl/worksheets/sheet1.xml#B1"] == "commun █████"


def test_dates_and_numbers_go_whole(book: Path, tmp_path: Path) -> None:
    flows = [f for f in flows_of(book) if f.text in ("12/03/1980", "612345678")]
    plan = Plan(tuple(Occultation(f.id, Span(f.id, 0, len(f.text))) for f in flows))
    copy = redacted(book, tmp_path / "copie.xlsx", plan)
    sheet = dict(every_part(copy.read_bytes()))["xl/worksheets/sheet1.xml"]
    assert b"29292" not in sheet
    assert b"612345678" not in sheet


def test_nothing_to_occult_changes_no_part_but_those_dropped(book: Path, tmp_path: Path) -> None:
    copy = redacted(book, tmp_path / "copie.xlsx", Plan())
    before, after = dict(every_part(book.read_bytes())), dict(every_part(copy.read_bytes()))
    same = {part for part in after if after[part] == before[part]}
    assert set(after) - same <= {"xl/_rels/workbook.xml.rels", "[Content_Types].xml"}


def test_the_audit_copy_shows_the_same_spans(book: Path, tmp_path: Path) -> None:
    flows = flows_of(book)
    plan = plan_for(flows, NAME)
    out = tmp_path / "audit.xlsx"
    marked = assert_audited(book, out, plan, flows)
    parts = dict(every_part(out.read_bytes()))
    assert b"FFFFFF00" in parts["xl/styles.xml"]
    pale = tmp_path / "pale.xlsx"
    with zipfile.ZipFile(pale, "w") as archive:
        for name, data in parts.items():
            if name != "(comment)":
                archive.writestr(name, data.partition(b"\n")[2].replace(b"FFFFFF00", b"FFFFFFFE"))
    with ADAPTER.open(pale) as source:
        assert len(source.marked()) < len(marked)


def test_a_text_that_too_many_cells_share_is_stopped(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "bombe.xlsx"
    cells = "".join(cell(f"A{row}", "<v>0</v>", "s") for row in range(9, 309))
    with zipfile.ZipFile(book) as archive, zipfile.ZipFile(path, "w", 8) as out:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "xl/sharedStrings.xml":
                data = data.replace(b"partage", b"a" * 1_000_000)
            elif name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", f"<row>{cells}</row></sheetData>".encode())
            out.writestr(name, data)
    with ADAPTER.open(path) as source, pytest.raises(TooLarge):
        list(source.read())


def test_a_malformed_part_is_named(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "casse.xlsx"
    with (
        zipfile.ZipFile(io.BytesIO(book.read_bytes())) as archive,
        zipfile.ZipFile(path, "w") as out,
    ):
        for name in archive.namelist():
            data = archive.read(name)
            out.writestr(name, data[:-9] if name == "xl/comments1.xml" else data)
    with ADAPTER.open(path) as source, pytest.raises(Damaged) as caught:
        list(source.read())
    assert caught.value.facts["where"] == "xl/comments1.xml"


def test_millions_of_cells_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build(tmp_path / "a.xlsx")
    monkeypatch.setattr("redactor.formats.xlsx.workbook._MOST_CELLS", 2)
    with pytest.raises(TooLarge) as refused:
        flows_of(path)
    assert "xl/worksheets/" in str(refused.value.facts["what"])
