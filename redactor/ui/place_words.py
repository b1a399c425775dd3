"""Where a hidden text stands, as one would say it: formats name places by their own keys."""

from PySide6.QtCore import QCoreApplication


def place_name(place: str) -> str:
    """« docProps/core.xml · lastModifiedBy » is « dernier auteur ».

    The last key that is known names the place; a place of which none is known stays as the
    format gives it, for it may be a field's own name.
    """
    words = _words()
    keys = place.replace(" · ", "/").split("[")[0].split("/")
    for key in reversed(keys):
        if key in words:
            return words[key]
    return place


def _words() -> dict[str, str]:
    translate = QCoreApplication.translate
    title = translate("places", "titre")
    author = translate("places", "auteur")
    return {
        "Title": title,
        "title": title,
        "Author": author,
        "author": author,
        "creator": author,
        "initials": translate("places", "initiales de l’auteur"),
        "lastModifiedBy": translate("places", "dernier auteur"),
        "Subject": translate("places", "sujet"),
        "subject": translate("places", "sujet"),
        "Keywords": translate("places", "mots-clés"),
        "keywords": translate("places", "mots-clés"),
        "description": translate("places", "commentaire du fichier"),
        "Creator": translate("places", "logiciel d’origine"),
        "Producer": translate("places", "logiciel de fabrication"),
        "Template": translate("places", "modèle de document"),
        "created": translate("places", "date de création"),
        "CreationDate": translate("places", "date de création"),
        "modified": translate("places", "date de modification"),
        "ModDate": translate("places", "date de modification"),
        "lpstr": translate("places", "titres des parties"),
        "company": translate("places", "organisme"),
        "Company": translate("places", "organisme"),
        "Manager": translate("places", "responsable"),
        "Name": translate("places", "nom"),
        "URI": translate("places", "adresse du lien"),
        "NM": translate("places", "nom interne de la note"),
        "Contents": translate("places", "texte de la note"),
        "hyperlink": translate("places", "adresse du lien"),
        "bookmark": translate("places", "nom du signet"),
        "before": translate("places", "texte avant modification"),
        "Alt": translate("places", "texte de remplacement"),
        "ActualText": translate("places", "texte lu à la place"),
        "descr": translate("places", "texte de remplacement"),
        "T": translate("places", "nom du champ"),
        "TU": translate("places", "aide du champ"),
        "V": translate("places", "valeur du champ"),
        "comments.xml": translate("places", "commentaire"),
        "footnotes.xml": translate("places", "note de bas de page"),
        "endnotes.xml": translate("places", "note de fin"),
        "document.xml": translate("places", "corps du document"),
    }
