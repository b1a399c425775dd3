"""E-mails (.eml, .msg): headers, bodies and attachments read as flows, in place."""

from redactor.formats.mail.source import MAIL, OUTLOOK

__all__ = ["MAIL", "OUTLOOK"]
