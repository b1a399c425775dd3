"""Messages, and what careless hands leave in them."""

from email.message import EmailMessage

from .case import PLAIN


def mail(html: str = "", headers: str = "", attachment: str = "") -> bytes:
    """A message in text and HTML."""
    parts = [
        f"--X\nContent-Type: text/plain; charset=utf-8\n\n{PLAIN}\n",
        f"--X\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>{PLAIN}</p>{html}"
        "</body></html>\n",
    ]
    if attachment:
        parts.append(
            "--X\nContent-Type: text/plain\nContent-Disposition: attachment; "
            f'filename="{attachment}"\n\nliste\n'
        )
    text = (
        "From: mairie@valombre.example\nTo: contact@asso.example\nSubject: Votre demande\n"
        f"{headers}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n"
        + "".join(parts)
        + "--X--\n"
    )
    return text.encode()


def sealed_mail(name: str, kind: str) -> bytes:
    """A message with an attachment of that type, all noise to whoever has no key."""
    made = EmailMessage()
    made["Subject"] = "Dossier"
    made.set_content("Voir la pièce jointe.")
    main, _, sub = kind.partition("/")
    made.add_attachment(b"Bordereau des pieces.", maintype=main, subtype=sub, filename=name)
    return made.as_bytes()
