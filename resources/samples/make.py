"""Build the sample dossier: three documents of an invented commune, about invented people.

    python resources/samples/make.py [FOLDER]

The documents hold what a real request holds: private people with their contacts and
identifiers, agents and elected members whose names are public, functional mailboxes, reference
numbers that are nobody's, and the hidden places where names stay (properties, bookmarks, a
comment, a tracked change, a footnote).
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import docx
import pymupdf
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

HERE = Path(__file__).resolve().parent
DATE = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)

LETTER = """
<h3>COMMUNE DE SAINT-AUBIN-LES-MARAIS</h3>
<p>Direction des affaires générales<br>1, place de l’Hôtel-de-Ville<br>
29999 Saint-Aubin-les-Marais<br>Courriel : mairie@saint-aubin-les-marais.example<br>
Standard : 02 61 91 00 10</p>
<p>Affaire suivie par : Hélène KERMARREC, adjointe administrative<br>
Ligne directe : 02 61 91 00 27 – helene.kermarrec@saint-aubin-les-marais.example<br>
Réf. : DAG/2026/20261799</p>
<p style="margin-left: 230pt">Madame Élodie TRÉGUIER<br>14, rue des Goélands<br>
29999 Saint-Aubin-les-Marais</p>
<p>Saint-Aubin-les-Marais, le 12 mars 2026</p>
<p><b>Objet : sinistre du 3 février 2026, dossier n° 20261799</b></p>
<p>Madame,</p>
<p>Par lettre du 9 février 2026, vous avez déclaré à la commune les dommages que la chute d’une
branche a causés à votre véhicule, immatriculé FX-482-QT, alors qu’il stationnait rue Jean-Jaurès,
devant l’école Simone-Veil. Votre voisin, Monsieur Yann LE GOASTER, demeurant au 16 de la même
rue, en a été le témoin.</p>
<p>Le rapport du service des espaces verts, établi par M. Bruno CADIOU, technicien principal,
confirme que l’arbre avait été signalé en novembre 2025. La commune reconnaît sa responsabilité
et propose de vous verser la somme de 1 240 euros.</p>
<p>Pour établir le mandat, nous avons retenu les renseignements suivants : Mme Tréguier, née le
17 juillet 1984 à Quimper, numéro de sécurité sociale 2 84 07 29 232 081 03, compte
FR76 3000 6000 0112 3456 7890 189. Vous pouvez les corriger par téléphone au 06 39 98 12 34
ou par courriel à elodie.treguier@courriel.example.</p>
"""
LETTER_2 = """
<p>Vous avez par ailleurs indiqué que votre fille Maëlle, suivie au centre hospitalier pour un
asthme sévère, avait été très affectée par l’accident. Cette circonstance a été transmise à
l’assureur de la commune, la société Armorique Assurances (contrat n° AA-77120-C).</p>
<p>Si vous acceptez cette proposition, je vous prie de me retourner le présent courrier daté et
signé. À défaut, vous pouvez saisir le tribunal administratif de Rennes dans un délai de deux mois
(articles R. 421-1 et suivants du code de justice administrative).</p>
<p>Je vous prie d’agréer, Madame, l’expression de ma considération distinguée.</p>
<p style="margin-left: 230pt">Pour le maire et par délégation,<br>l’adjoint aux travaux,<br><br>
<b>Gérard PENNANEC’H</b></p>
<p>Copie : M. Le Goaster ; service comptabilité</p>
<table border="1"><tr><td><b>Nom</b></td><td><b>Prénom</b></td><td><b>Qualité</b></td>
<td><b>Téléphone</b></td></tr>
<tr><td>TRÉGUIER</td><td>Élodie</td><td>déclarante</td><td>06 39 98 12 34</td></tr>
<tr><td>LE GOASTER</td><td>Yann</td><td>témoin</td><td>06 39 98 56 78</td></tr>
<tr><td>CADIOU</td><td>Bruno</td><td>technicien principal</td><td>02 61 91 00 31</td></tr></table>
"""
MAIL = """
<p><b>De :</b> LE GOASTER Yann &lt;yann.legoaster@courriel.example&gt;<br>
<b>Envoyé :</b> lundi 16 mars 2026 08:41<br>
<b>À :</b> mairie@saint-aubin-les-marais.example<br>
<b>Cc :</b> Élodie Tréguier &lt;elodie.treguier@courriel.example&gt;<br>
<b>Objet :</b> RE: sinistre rue Jean-Jaurès – dossier 20261799</p>
<p>Bonjour Madame Kermarrec,</p>
<p>Je confirme ce que j’ai vu le 3 février : la branche est tombée sur la voiture de Mme Tréguier
vers 18 h. Je préfère toutefois que M. Cadiou ne sache pas que j’avais signalé son inaction à deux
reprises, car nous sommes voisins de palier.</p>
<p>Les photographies sont ici :
https://depot.example/partage?id=88213&amp;token=f3a9c1d7e5b24680a1c3&amp;de=yann.legoaster%40courriel.example</p>
<p>Bien à vous,<br>Yann Le Goaster<br>06 39 98 56 78</p>
<hr>
<p><b>De :</b> Hélène KERMARREC &lt;helene.kermarrec@saint-aubin-les-marais.example&gt;<br>
<b>Envoyé :</b> vendredi 13 mars 2026 17:02<br>
<b>À :</b> LE GOASTER Yann<br>
<b>Objet :</b> sinistre rue Jean-Jaurès – dossier 20261799</p>
<p>Bonjour Monsieur,</p>
<p>Pourriez-vous confirmer par écrit votre témoignage du 3 février ? Notre référence est
20261799.</p>
<p>Cordialement,<br>Hélène Kermarrec<br>adjointe administrative, direction des affaires
générales<br>02 61 91 00 27</p>
"""
CSS = "body {font-family: sans-serif; font-size: 10.5pt; line-height: 1.35} td {padding: 3pt}"


def pdf(path: Path, pages: list[str], title: str, author: str, bookmarks: list[str]) -> None:
    """A PDF with real text, properties, bookmarks and an e-mail link."""
    document = pymupdf.open()
    for html in pages:
        page = document.new_page(width=595, height=842)
        page.insert_htmlbox(pymupdf.Rect(56, 50, 539, 800), html, css=CSS)
        for address in ("elodie.treguier@courriel.example", "yann.legoaster@courriel.example"):
            for box in page.search_for(address)[:1]:
                page.insert_link(
                    {"kind": pymupdf.LINK_URI, "from": box, "uri": f"mailto:{address}"}
                )
    document.set_toc([[1, name, min(i, len(pages))] for i, name in enumerate(bookmarks, 1)])
    document.set_metadata(
        {
            "title": title,
            "author": author,
            "creator": "Traitement de texte",
            "producer": "",
            "creationDate": "D:20260316090000Z",
            "modDate": "D:20260316090000Z",
        }
    )
    document.subset_fonts()
    document.save(path, garbage=4, deflate=True, no_new_id=True)
    document.close()


FOOTNOTES = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>
</w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Mme Tréguier \
a produit deux attestations, dont celle de son voisin, M. Le Goaster.</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""


def minutes(path: Path) -> None:
    """A Word file with header, footnote, table, comment and tracked change."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    properties = document.core_properties
    properties.author = "Hélène Kermarrec"
    properties.last_modified_by = "Bruno Cadiou"
    properties.title = "Commission des sinistres – dossier Tréguier"
    properties.created = properties.modified = DATE.replace(tzinfo=None)
    header = document.sections[0].header.paragraphs[0]
    header.text = "Commune de Saint-Aubin-les-Marais – commission des sinistres – dossier TRÉGUIER"
    document.add_heading("Compte rendu de la commission du 10 mars 2026", 1)
    document.add_paragraph(
        "La commission s’est réunie sous la présidence de M. Gérard PENNANEC’H, adjoint au maire."
    )
    document.add_heading("Présents", 2)
    table = document.add_table(rows=1, cols=3)
    table.style = "Table Grid"
    rows = [
        ("Nom et prénom", "Qualité", "Émargement"),
        ("PENNANEC’H Gérard", "adjoint aux travaux, président", "présent"),
        ("KERMARREC Hélène", "adjointe administrative, rapporteure", "présente"),
        ("CADIOU Bruno", "technicien principal", "excusé"),
    ]
    for i, row in enumerate(rows):
        cells = table.rows[0].cells if i == 0 else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    document.add_heading("Dossier n° 20261799", 2)
    paragraph = document.add_paragraph("Mme Élodie ")
    paragraph.add_run("Tréguier").bold = True
    paragraph.add_run(
        ", demeurant 14, rue des Goélands à Saint-Aubin-les-Marais, demande réparation des "
        "dommages causés à son véhicule immatriculé FX-482-QT."
    )
    _footnote(document, paragraph)
    tracked = document.add_paragraph("La commission propose de verser 1 240 euros")
    _tracked(tracked)
    comment = document.add_comment(
        tracked.runs,
        text="Vérifier auprès de M. Le Goaster (06 39 98 56 78) avant l’envoi.",
        author="Bruno Cadiou",
        initials="BC",
    )
    comment._comment_elm.set(qn("w:date"), "2026-03-11T10:00:00Z")
    document.add_paragraph(
        "M. Cadiou n’a pas fait preuve de la diligence attendue : l’arbre lui avait été signalé "
        "en novembre 2025. Un avertissement est envisagé."
    )
    document.add_paragraph("Le président,\nGérard PENNANEC’H")
    document.sections[0].footer.paragraphs[0].text = "Réf. DAG/2026/20261799 – page 1"
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(buffer.getvalue())


def _footnote(document: Document, paragraph: docx.text.paragraph.Paragraph) -> None:
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        FOOTNOTES.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    run = paragraph.add_run()
    run.font.superscript = True
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="1"/>'))


def _tracked(paragraph: docx.text.paragraph.Paragraph) -> None:
    deleted = parse_xml(
        f'<w:del {nsdecls("w")} w:id="901" w:author="Hélène Kermarrec" '
        'w:date="2026-03-11T09:00:00Z"><w:r><w:delText xml:space="preserve"> à Mme Tréguier et à '
        "M. Le Goaster</w:delText></w:r></w:del>"
    )
    inserted = parse_xml(
        f'<w:ins {nsdecls("w")} w:id="902" w:author="Hélène Kermarrec" '
        'w:date="2026-03-11T09:00:00Z"><w:r><w:t xml:space="preserve"> à l’intéressée.</w:t></w:r>'
        "</w:ins>"
    )
    paragraph._p.extend([deleted, inserted])


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pdf(
        folder / "1-lettre-sinistre.pdf",
        [LETTER, LETTER_2],
        "Sinistre Tréguier – proposition d’indemnisation",
        "Hélène Kermarrec",
        ["Lettre à Mme Tréguier", "Annexe : personnes entendues"],
    )
    minutes(folder / "2-compte-rendu-commission.docx")
    pdf(
        folder / "3-courriel-temoin.pdf",
        [MAIL],
        "RE: sinistre rue Jean-Jaurès",
        "Yann Le Goaster",
        [],
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
