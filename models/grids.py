"""Tables of invented people as they come out of pages, exports and screens.

A table is a template with one row a line; its cells are then set apart as columns of spaces,
tabs, pipes, semicolons, or one cell a line.
"""

import random
from dataclasses import dataclass

from models.noise import Letters, from_letters, to_letters
from models.synthesis import Annotated, Synthesis

#: Between the cells of a row until they are laid out.
CELL = "\x1f"

#: Headings of a column of people with its cells; `#` is the row, so that its person is one.
_PEOPLE: tuple[tuple[int, tuple[tuple[str, str], ...]], ...] = (
    (6, (("Nom|NOM|Nom de famille|NOM_USAGE|nom", "[[{NOM#}]]"),
         ("Prénom|PRENOM|Prénoms|prenom|PRÉNOM", "[[{Prénom#}]]"))),
    (2, (("Nom|NOM|nom", "[[{NOM#}]]"), ("PRENOM|Prénom|prenom", "[[{PRÉNOM#}]]"))),
    (3, (("Nom|nom|Nom usuel", "[[{Nom#}]]"), ("Prénom|prénom|Prénom usuel", "[[{Prénom#}]]"))),
    (2, (("Prénom|PRENOM|first_name", "[[{Prénom#}]]"), ("Nom|NOM|last_name", "[[{NOM#}]]"))),
    (2, (("Civ.|Civilité|Titre", "{titre}"), ("Nom|NOM", "[[{NOM#}]]"),
         ("Prénom|PRENOM", "[[{Prénom#}]]"))),
    (2, (("Nom|NOM", "[[{NOM#}]]"), ("Nom de naissance|NOM_NAISS|Née", "[[{NOM}]]"),
         ("Prénom", "[[{Prénom#}]]"))),
    (6, (("Agent|Nom et prénom|NOM Prénom|Candidat|Bénéficiaire|Élève|Demandeur|Locataire",
          "[[{NOM#} {Prénom#}]]"),)),
    (3, (("Agent|Intervenant|Contact|Responsable|Référente", "[[{Prénom#} {Nom#}]]"),)),
    (3, (("Interlocuteur|Gestionnaire|Pilote|Conducteur", "[[{Prénom#} {NOM#}]]"),)),
    (2, (("Titulaire|Présent|De garde|Qui", "[[{Nom#}]]"),)),
    (2, (("Titulaire|Remplaçant|Élu|Conseiller", "[[{NOM#}]]"),)),
    (2, (("Animateur|Accueil|Qui ?|Équipe", "[[{Prénom#}]]"),)),
    (2, (("Instructeur|Suivi|Visa|Vérif.", "[[{P#}. {NOM#}]]"),)),
    (2, (("Agent|Chauffeur|Astreinte", "[[{Nom#} {P#}.]]"),)),
    (2, (("Riverain|Contact|Destinataire", "{titre} [[{Nom#}]]"),)),
    (2, (("Couple|Foyer|Propriétaires", "[[{NOM#} {Prénom#}]] et [[{Prénom}]]"),)),
)  # fmt: skip
#: Headings of other columns, their cells, and how often they are drawn.
_THINGS: tuple[tuple[str, str, int], ...] = (
    ("Grade|GRADE|Cadre d'emplois", "{grade}", 6),
    ("Fonction|Qualité|Emploi", "{fonction}", 4),
    ("Service|Affectation|Direction", "{service}", 4),
    ("Org.|Code|UF|Orga.|Type", "{sigle}", 6),
    ("Date|Né(e) le|DATE_NAIS|Le|Entrée", "{date}", 5),
    ("Ville|Commune|Résidence|Lieu", "{ville}", 5),
    ("Ville|COMMUNE|VILLE", "{VILLE}", 3),
    ("Montant|Net|NET|Total", "{montant}", 4),
    ("N°|Rang|Ordre|Pers.", "{n}", 4),
    ("Note|Moy.|Pts", "{note}", 3),
    ("Matricule|MATRICULE|ID|N° dossier|Réf.", "{numéro}", 4),
    ("Tél.|Téléphone|Poste", "{tel}", 3),
    ("Courriel|Mail|adresse mél", "{adel#}", 2),
    ("NIR|N° SS|NUM_SECU", "{nir}", 1),
    ("IBAN|RIB|Compte", "{iban}", 1),
    ("Immat.|Véhicule|Plaque", "{plaque}", 2),
    ("Modèle|Matériel|Marque", "{marque}", 2),
    ("Société|Entreprise|Titulaire du lot", "{société}", 3),
    ("Organisme|Partenaire|Service payeur", "{organisme}", 3),
    ("Application|Outil|Logiciel", "{logiciel}", 2),
    ("Établissement|École|Site|Lieu", "{lieu}", 4),
    ("Adresse|Voie|Rue", "{n} {voie}", 3),
    ("Lieu-dit|Quartier", "{lieudit}", 2),
    ("Objet|Motif|Nature", "{objet}", 3),
    ("Décision|Avis|État|Présence|Résultat", "{état}", 5),
    ("Horaire|Heure|Début", "{heure}", 3),
    ("Jour|Sem.|Semaine", "{lundi|mardi|mercredi|jeudi|vendredi|S12|S13|S40|matin|nuit}", 2),
    ("Activité|Atelier|Matière", "{matière}", 3),
)
_NOBODY = ("vacant", "néant", "-", "", "à pourvoir", "N.C.", "congés", "poste gelé", "idem", "///")
_LAYOUTS = ("\t", "   ", " | ", ";", ",", " ", "\n", '","')
_LAYOUT_WEIGHTS = (22, 27, 12, 9, 5, 8, 15, 2)


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    cell: str
    people: bool
    person: int
    """Which of the row's people its cells are about."""


def grid(synthesis: Synthesis, rng: random.Random) -> Annotated:
    """One table; one in seven names nobody."""
    columns = _columns(rng)
    rows = [_heading(columns, rng)] if rng.random() < 0.6 else []
    rows += [_row(columns, number, rng) for number in range(1, rng.randint(2, 7))]
    filled = synthesis.fill("\n".join(rows))
    return _laid_out(filled, rng.choices(_LAYOUTS, _LAYOUT_WEIGHTS)[0], rng)


def _columns(rng: random.Random) -> list[_Column]:
    groups: list[list[_Column]] = []
    if rng.random() > 0.14:
        for _ in range(rng.choices((1, 2, 3), (75, 18, 7))[0]):
            chosen = rng.choices([g for _, g in _PEOPLE], [w for w, _ in _PEOPLE])[0]
            groups.append(
                [_Column(rng.choice(h.split("|")), c, True, len(groups)) for h, c in chosen]
            )
    for _ in range(rng.randint(0 if groups else 2, 4)):
        heading, cell, _weight = rng.choices(_THINGS, [w for *_, w in _THINGS])[0]
        groups.append([_Column(rng.choice(heading.split("|")), cell, False, 0)])
    rng.shuffle(groups)
    return [column for group in groups for column in group]


def _heading(columns: list[_Column], rng: random.Random) -> str:
    shout = rng.random() < 0.3
    return CELL.join(c.heading.upper() if shout else c.heading for c in columns)


def _row(columns: list[_Column], number: int, rng: random.Random) -> str:
    cells = []
    empty = rng.random() < 0.07
    for column in columns:
        cell = column.cell.replace("#", f"{number}{column.person}")
        if column.people and empty:
            cell = rng.choice((*_NOBODY, "{société}", "{organisme}"))
        elif not column.people and rng.random() < 0.05:
            cell = rng.choice(_NOBODY)
        cells.append(cell)
    return CELL.join(cells)


def _laid_out(filled: Annotated, between: str, rng: random.Random) -> Annotated:
    letters = to_letters(filled)
    if between == "   ":
        letters = _aligned(letters, rng)
    else:
        letters = [(between if c == CELL else c, n) for c, n in letters]
        if between == " | " and rng.random() < 0.5:
            framed = [("| ", -1), *letters, (" |", -1)]
            letters = [(" |\n| " if c == "\n" else c, n) for c, n in framed]
    return from_letters(letters, [label for *_, label in filled.spans])


def _aligned(letters: Letters, rng: random.Random) -> Letters:
    """Columns of spaces, some ragged, as in text taken from a page."""
    rows: list[list[Letters]] = [[[]]]
    for letter in letters:
        if letter[0] == "\n":
            rows.append([[]])
        elif letter[0] == CELL:
            rows[-1].append([])
        else:
            rows[-1][-1].append(letter)
    gap = rng.randint(2, 6)
    ragged = rng.random() < 0.3
    widths: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row):
            widths[place] = max(widths.get(place, 0), len(cell))
    out: Letters = []
    for number, row in enumerate(rows):
        if number:
            out.append(("\n", -1))
        for place, cell in enumerate(row):
            out += cell
            if place < len(row) - 1:
                room = rng.randint(2, 9) if ragged else widths[place] - len(cell) + gap
                out.append((" " * room, -1))
    return out
