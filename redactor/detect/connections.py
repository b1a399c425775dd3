"""Credentials that stand where a machine presents itself to another: connection strings, headers,
private keys, what a form sends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.found import Found
from redactor.detect.links import entropy, looks_random
from redactor.detect.searched import Searched
from redactor.detect.secret_rules import is_empty
from redactor.law.categories import Category

# « POST /login?user=…&password=ajonc93 »
_QUERY = re.compile(
    r"[?&](?:password|passwd|pwd|pass|mdp|mot_?de_?passe)=(?P<value>[^&\s\"'#<>]{3,80})", re.I
)
# « grant_type=…&client_secret=…&refresh_token=… »: what a form sends, in no link
_SENT = re.compile(
    r"(?<=&)(?:client_secret|(?:refresh|access|id)_token|assertion|api_?key|otp|code_verifier)="
    r"(?P<value>[^&\s\"'#<>]{4,400})",
    re.I,
)
_CONNECTION = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]{1,30})://(?P<user>[^\s:/@\"'<>]{0,80}):"
    r"(?P<value>[^\s/\"'<>]{1,120})@",
    re.I,
)
# https://7f3a…@sentry.example/44: a key alone before the host
_CONNECTION_KEY = re.compile(r"[a-z][a-z0-9+.-]{1,30}://(?P<value>[\w-]{8,100})@", re.I)
# « Data Source=db;User ID=app;Password=x », inside another value or alone.
_KEYWORD = re.compile(
    r"(?<=[;?&])[ ]?(?:Jet OLEDB:Database )?(?:password|passwd|pwd|accountkey|sharedaccesskey)="
    r"(?P<value>[^;&\"'\s/][^;&\"'\s]{0,119})",
    re.I,
)
_HEADER = re.compile(
    r"(?:authorization|x-api-key|x-auth-token|private-token|cookie|"
    r"set-cookie)[\"']?[ ]*[:=, ][ ]*[\"']?(?:(?:bearer|basic|token|digest)[ ]+)?"
    r"(?P<value>[A-Za-z0-9+/=_.~%-]{12,}(?:;[^\n\"']*)?)",
    re.I,
)
_KEY_BLOCK = re.compile(
    r"-----BEGIN (?:[A-Z0-9]+ )*(?:PRIVATE KEY|PGP PRIVATE KEY BLOCK)"
    r"(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]+-----|\Z)|"
    r"\$ANSIBLE_VAULT;[^\n]+\n(?:[ \t]*[0-9a-f]{20,}[ \t]*(?:\n|\Z))+",
    re.S,
)
# In small letters: what every match of `_HEADER` holds.
_HEADERS = ("authorization", "x-api-key", "x-auth-token", "private-token", "cookie")


def presented(searched: Searched) -> Iterator[Found]:
    """What opens a connection, a service or a session."""
    text = searched.text
    for match in _KEY_BLOCK.finditer(text):
        yield Found(*match.span(), Category.SECRET, "secret:private-key", "clé privée", 0.99)
    if "://" in text:
        yield from _of_hosts(text)
    if "=" in text:
        yield from _of_pairs(searched)
    if any(map(searched.small.__contains__, _HEADERS)):
        yield from _of_headers(text)


def _of_hosts(text: str) -> Iterator[Found]:
    for match in _CONNECTION.finditer(text):
        if not is_empty(match["value"]):
            yield Found(
                match.start("user"), match.end("value"), Category.SECRET, "secret:connection",
                "identifiants dans une chaîne de connexion", 0.97,
            )  # fmt: skip
    for match in _CONNECTION_KEY.finditer(text):
        if looks_random(match["value"], 2.5):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:connection",
                "clé dans une chaîne de connexion", 0.95,
            )  # fmt: skip


def _of_pairs(searched: Searched) -> Iterator[Found]:
    for match in _QUERY.finditer(searched.text):
        # a random one is a token, which `links.urls` reads
        if not looks_random(match["value"], 2) and not is_empty(match["value"].strip()):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:named",
                "valeur d’un mot de passe ou d’un jeton", 0.9,
            )  # fmt: skip
    for match in _SENT.finditer(searched.text):
        if not searched.in_link(match.start()) and not is_empty(match["value"]):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:named",
                "valeur d’un mot de passe ou d’un jeton", 0.9,
            )  # fmt: skip
    for match in _KEYWORD.finditer(searched.text):
        if not searched.in_link(match.start()) and not is_empty(match["value"]):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:connection",
                "mot de passe dans une connexion", 0.95,
            )  # fmt: skip


def _of_headers(text: str) -> Iterator[Found]:
    for match in _HEADER.finditer(text):
        value = match["value"]
        drawn = any(map(str.isdigit, value)) or entropy(value) > 3.2
        if drawn and not is_empty(value):
            yield Found(
                *match.span("value"), Category.SECRET, "secret:header",
                "en-tête d’authentification", 0.92,
            )  # fmt: skip
