"""A message with an invented name in every channel, each beside a word that says which."""

# ruff: noqa: E501  (markup reads better unbroken)

import base64
import quopri
from email.header import Header
from pathlib import Path

from tests.formats.odf import torture as odf

NAME = odf.NAME

_HTML = f"""<html><head><title>titre-page {NAME}</title><style>p {{ color: red }} /* feuille-style {NAME} */</style>
<script>var s = "script {NAME}";</script></head><body>
<!-- commentaire-html {NAME} -->
<h1>titre {NAME} suite</h1>
<p>corps-html {NAME[:5]}<b>{NAME[5:]}</b> suite &eacute;t&eacute;<br>deux lignes</p>
<div style="display:none">cache {NAME}</div>
<table><tr><td>cellule {NAME}</td><td>autre</td></tr></table>
<p><a href="https://exemple.fr/lien/{NAME}?x=1&amp;y=2" title="infobulle {NAME}">ici</a>
<a href="https://eur01.safelinks.example/?url=https%3A%2F%2Fx.fr%2Fenveloppe%2F{NAME}&amp;data=1">ici</a></p>
<img src="https://pixel.example/o.gif?qui={NAME}" width="1" height="1">
<img src="cid:logo" alt="image-alt {NAME}">
<blockquote><p>De : cite {NAME}</p></blockquote>
</body></html>"""

_TEXT = f"Bonjour,\r\n\r\ncorps-texte {NAME} suite d'été\r\n\r\n-- \r\nsignature {NAME}\r\n> cite-texte {NAME}\r\n"


def _encoded(text: str, charset: str = "utf-8") -> str:
    return Header(text, charset).encode()


def message(attachment: bytes) -> bytes:
    inner = f"From: interne-de {NAME} <a@exemple.fr>\r\nSubject: interne-objet {NAME}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\ninterne-corps {NAME}\r\n"
    q = (
        quopri.encodestring(_TEXT.replace("\r\n", "\n").encode("iso-8859-1"))
        .decode()
        .replace("\n", "\r\n")
    )
    h = base64.encodebytes(_HTML.encode()).decode().replace("\n", "\r\n")
    a = base64.encodebytes(attachment).decode().replace("\n", "\r\n")
    p = base64.encodebytes(odf.png(f"exif {NAME}")).decode().replace("\n", "\r\n")
    lines = [
        f"Return-Path: <retour.{NAME}@exemple.fr>",
        f"Received: from poste-{NAME} (poste [10.0.0.1]) by mx.exemple.fr\r\n\tfor <recu.{NAME}@exemple.fr>; Tue, 2 Jan 2024 03:04:05 +0100",
        "DKIM-Signature: v=1; a=rsa-sha256; d=exemple.fr; b=AAAA",
        f"From: {_encoded(f'expéditeur {NAME}')} <de@exemple.fr>",
        f'To: "a-destinataire {NAME}" <a@exemple.fr>, =?iso-8859-1?Q?Ren=E9?= Autre <b@exemple.fr>',
        f"Cc: c-copie {NAME} <c@exemple.fr>",
        f"Bcc: cci {NAME} <d@exemple.fr>",
        f"Reply-To: repondre {NAME} <e@exemple.fr>",
        f"Sender: envoyeur {NAME} <f@exemple.fr>",
        f"Subject: {_encoded(f'objet {NAME} de la réunion')}",
        f"Message-ID: <msgid.{NAME}@exemple.fr>",
        f"References: <ref.{NAME}@exemple.fr>",
        "Date: Tue, 2 Jan 2024 03:04:05 +0100",
        f"Thread-Topic: fil {NAME}",
        f"X-Originating-User: entete-x {NAME}",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b1"',
        "",
        f"preambule {NAME}",
        "--b1",
        'Content-Type: multipart/alternative; boundary="b2"',
        "",
        "--b2",
        'Content-Type: text/plain; charset="iso-8859-1"',
        "Content-Transfer-Encoding: quoted-printable",
        "",
        q,
        "--b2",
        'Content-Type: text/html; charset="utf-8"',
        "Content-Transfer-Encoding: base64",
        "",
        h,
        "--b2--",
        "--b1",
        f'Content-Type: application/vnd.oasis.opendocument.text; name="piece-{NAME}.odt"',
        "Content-Transfer-Encoding: base64",
        f'Content-Disposition: attachment; filename="piece-{NAME}.odt"',
        f"Content-Description: description {NAME}",
        "",
        a,
        "--b1",
        "Content-Type: image/png",
        "Content-ID: <logo>",
        "Content-Transfer-Encoding: base64",
        "",
        p,
        "--b1",
        "Content-Type: message/rfc822",
        "",
        inner,
        "--b1--",
        f"epilogue {NAME}",
        "",
    ]
    return "\r\n".join(lines).encode()


TAGS = set(
    """expéditeur a-destinataire c-copie cci repondre envoyeur objet fil entete-x preambule
    epilogue corps-texte signature cite-texte titre-page feuille-style script commentaire-html titre
    corps-html cache cellule infobulle image-alt cite description exif interne-de interne-objet
    interne-corps corps note-bas commentaire prop-auteur""".split()
)


def build(path: Path, folder: Path) -> Path:
    """The message with the name everywhere, a torture text attached."""
    path.write_bytes(message(odf.build_text(folder / "piece.odt").read_bytes()))
    return path
