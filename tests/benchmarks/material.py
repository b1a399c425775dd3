"""Long documents to measure on: administrative prose about invented people."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

import pymupdf

_SURNAMES = (
    (
        "TRÉGUIER LE GOASTER KERMARREC CADIOU PENNANEC’H BOUSSAÏD DIALLO NGUYEN MARCHETTI DUBOIS "
        "FERNANDES LEVRAULT OUEDRAOGO ROUSSEL KOWALCZYK BENHADDOU SANTUCCI HOARAU"
    )
    .replace("LE ", "LE_")
    .split()
)
_FIRST = (
    "Élodie Yann Hélène Bruno Gérard Nadia Amadou Linh Paul Jeanne Rui Noël Fatoumata Claire "
    "Piotr Samir Ange Marie-Reine"
).split()
_SENTENCES = (
    "Par lettre du {d}, {c} {p} {n} a saisi la direction d’une demande d’indemnisation.",
    "Le rapport du service, remis le {d}, conclut que la responsabilité de la commune est engagée.",
    "{c} {n} demeure 14, rue des Goélands et peut être joint au 06 39 98 {k:02d} {k:02d}.",
    "La commission a entendu {n} {p}, puis a délibéré hors la présence des intéressés.",
    "Il est rappelé que l’article L. 311-6 du code des relations entre le public et "
    "l’administration protège la vie privée des personnes.",
    "Les crédits sont inscrits au budget primitif, chapitre 011, article 6227, pour l’exercice.",
    "Courriel : {e}@courriel.example. Dossier n° 2026{k:04d}, transmis au service compétent.",
    "Le présent avis est notifié aux parties et affiché en mairie pendant deux mois.",
)


def paragraphs(seed: int = 1) -> Iterator[str]:
    """Paragraphs without end, the same for the same seed."""
    chance = random.Random(seed)
    while True:
        sentences = []
        for _ in range(chance.randint(2, 5)):
            surname = chance.choice(_SURNAMES).replace("_", " ")
            first = chance.choice(_FIRST)
            sentences.append(
                chance.choice(_SENTENCES).format(
                    d=f"{chance.randint(1, 28)} mars 20{chance.randint(10, 26)}",
                    c=chance.choice(("M.", "Mme", "Madame", "Monsieur")),
                    p=first,
                    n=chance.choice((surname, surname.title())),
                    k=chance.randint(0, 99),
                    e=f"{first}.{surname}".lower().replace(" ", ""),
                )
            )
        yield " ".join(sentences)


def text_pdf(path: Path, pages: int, seed: int = 1) -> Path:
    """A PDF of so many pages of text, about 350 words each."""
    source = paragraphs(seed)
    document = pymupdf.open()
    for number in range(1, pages + 1):
        page = document.new_page(width=595, height=842)
        writer = pymupdf.TextWriter(page.rect)
        y = 60.0
        for paragraph in itertools.islice(source, 9):
            rest = writer.fill_textbox(
                pymupdf.Rect(56, y, 539, 800), paragraph, fontsize=10.5, warn=None
            )
            y = writer.text_rect.y1 + 8
            if rest:
                break
        writer.append((500, 820), f"page {number}", fontsize=9)
        writer.write_text(page)
    document.subset_fonts()
    document.save(path, garbage=3, deflate=True)
    document.close()
    return path
