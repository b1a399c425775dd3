"""Where a flow stands, in words for a person: « page 3, annotation »."""

import re

_ID = re.compile(r"(?:p(\d+)\.)?([a-z]*)")
_WORDS = {
    "": "texte de la page",
    "h": "texte que la page ne montre pas",
    "o": "texte reconnu dans une image",
    "ap": "annotation ou champ",
    "annot": "annotation",
    "form": "champ de formulaire",
    "link": "lien",
    "struct": "texte de structure",
    "comment": "commentaire du fichier",
    "type": "dessin d’une lettre",
    "mask": "masque",
    "pointless": "texte sans taille",
    "unused": "dessin qu’aucune page n’utilise",
    "xmp": "propriétés",
    "meta": "propriétés",
    "bookmark": "signet",
    "layer": "calque",
    "script": "script",
    "attachment": "pièce jointe",
    "stray": "reste d’une version antérieure",
}


def in_words(flow: str) -> str:
    """The place of the flow of that id."""
    found = _ID.match(flow)
    page, kind = (found[1], found[2]) if found else (None, "")
    words = _WORDS.get(kind, "propriétés")
    return f"page {page}, {words}" if page else words


def on_page(number: int) -> str:
    return in_words(f"p{number}.")
