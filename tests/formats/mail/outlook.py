"""An Outlook message with an invented name in every channel, each beside a word that says which."""

import struct
from pathlib import Path

from tests.formats.mail.compound import Property, Tree, compound, storage, texts
from tests.formats.mail.torture import NAME
from tests.formats.odf import torture as odf

#: Of no word of a message: what Outlook says of its own classes and addresses.
_UNICODE = (0x340D, 0x40000)


def say(tag: str) -> str:
    return f"{tag} {NAME}"


def _recipient(number: int, kind: int, tag: str) -> Tree:
    row: list[Property] = [
        (0x0C15, kind),
        (0x3001, say(tag)),
        (0x3002, "SMTP"),
        (0x3003, f"{tag}.{NAME}@exemple.fr"),
        (0x39FE, f"{tag}.{NAME}@exemple.fr"),
    ]
    return {f"__recip_version1.0_#{number:08X}": storage(bytes(8), row)}


def _file(number: int, name: str, data: bytes, kind: str) -> Tree:
    row: list[Property] = [
        (0x3705, 1),
        (0x3701, data),
        (0x3001, name),
        (0x3704, name[:8]),
        (0x3707, name),
        (0x370D, rf"C:\Users\{NAME}\{name}"),
        (0x370E, kind),
    ]
    return {f"__attach_version1.0_#{number:08X}": storage(bytes(8), row)}


def _open_message(number: int) -> Tree:
    """A message that lies open inside the file of another."""
    inside = storage(
        bytes(8) + struct.pack("<4I", 1, 0, 1, 0),
        [
            _UNICODE,
            (0x001A, "IPM.Note"),
            (0x0037, say("interne-objet")),
            (0x0C1A, say("interne-de")),
            (0x1000, say("interne-corps")),
        ],
        _recipient(0, 1, "interne-pour"),
    )
    row: list[Property] = [(0x3705, 5), (0x3001, say("interne-nom")), (0x3707, say("interne-nom"))]
    made = storage(bytes(8), row, {"__substg1.0_3701000D": inside})
    return {f"__attach_version1.0_#{number:08X}": made}


def _followed() -> bytes:
    head = f"From: suivi-de {NAME} <a@exemple.fr>\r\nTo: b@exemple.fr\r\nSubject: suite\r\n"
    return f"{head}\r\nsuivi-corps {NAME}\r\n".encode()


def build(path: Path, folder: Path) -> Path:
    """The message, with a text, a picture, a message in each of both forms, and a page."""
    headers = (
        f"Received: from poste-{NAME} by mx.exemple.fr; Tue, 2 Jan 2024 03:04:05 +0100\r\n"
        f"Received: from second-{NAME} by mx.exemple.fr; Tue, 2 Jan 2024 03:04:04 +0100\r\n"
        f"From: entete-de {NAME} <de@exemple.fr>\r\nTo: entete-pour {NAME} <a@exemple.fr>\r\n"
        f"Subject: entete-objet {NAME}\r\nX-Interne: entete-x {NAME}\r\n"
    )
    page = (
        f"<html><body><p class='classe-{NAME}'>corps-html {NAME}</p>"
        f"<!-- commentaire-html {NAME} --><a href='http://exemple.fr/lien/{NAME}'>ici</a></body></html>"
    )
    text = odf.build_text(folder / "piece.odt").read_bytes()
    root = storage(
        bytes(8) + struct.pack("<4I8x", 3, 4, 3, 4),
        [
            _UNICODE,
            (0x3FDE, 65001),
            (0x001A, "IPM.Note"),
            (0x007D, headers),
            (0x0037, say("objet")),
            (0x0070, say("fil")),
            (0x0042, say("pour-le-compte")),
            (0x0C1A, say("expediteur")),
            (0x0C1F, f"expediteur.{NAME}@exemple.fr"),
            (0x0040, say("recu-par")),
            (0x0E02, say("cci-affiche")),
            (0x0E03, say("copie-affichee")),
            (0x0E04, say("pour-affiche")),
            (0x3FF8, say("createur")),
            (0x3FFA, say("modifie-par")),
            (0x1000, f"{say('corps-texte')}\r\n\r\nsignature {NAME}\r\n"),
            (0x1013, page.encode()),
            # Outlook's own: a place, a billing note, under numbers that the file gives them.
            (0x8001, say("lieu")),
            (0x8002, say("facturation")),
        ],
        texts(0x8000, say("categorie"), say("autre-categorie"))
        | _recipient(0, 1, "destinataire")
        | _recipient(1, 2, "copie")
        | _recipient(2, 3, "cci-cache")
        | _file(0, f"piece-{NAME}.odt", text, "application/vnd.oasis.opendocument.text")
        | _file(1, "photo.png", odf.png(say("exif")), "image/png")
        | _open_message(2)
        | _file(3, "suivi.eml", _followed(), "message/rfc822"),
    )
    path.write_bytes(compound(root))
    return path


TAGS = set(
    """entete-de entete-pour entete-objet entete-x fil pour-le-compte expediteur recu-par
    cci-affiche copie-affichee pour-affiche createur modifie-par corps-texte signature corps-html
    commentaire-html lieu facturation categorie autre-categorie cci-cache copie destinataire
    exif interne-objet interne-de interne-corps interne-pour suivi-de suivi-corps
    corps note-bas commentaire
    prop-auteur""".split()
)
