"""What headers that describe a part for programs say beside the words of their standard:
comments, parameters of nobody's, values that no program gives."""

import codecs
import mimetypes
import re
from collections.abc import Iterator

from redactor.formats.splice import Range

_TYPE = re.compile(r"\s*([\w.-]+)(/[\w.+-]+)?")
_PARAMETER = re.compile(
    r';\s*(?P<key>[\w.*-]+)\s*=\s*("(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^;\s()]*))'
)
#: Read apart: the names of files, and the line between parts.
_APART = frozenset({"boundary", "name", "filename"})
_MAIN = frozenset("text image audio video font multipart message model".split())
_USUAL_SUBTYPE = re.compile(r"(?i)/(x-|vnd\.|pkcs|pgp|octet-stream|ms-?tnef)[\w.+-]*")
_IS_TYPE = re.compile(r"(?i)(text|multipart|application|message)/[\w.+-]+")
_USUAL = re.compile(
    r"(?i)attachment|inline|form-data|[78]bit|binary|base64|quoted-printable|(x-)?uuencode"
    r"|flowed|fixed|yes|no|(pgp-)?(sha-?\d+|md5)|request|reply|cancel|publish|counter|original"
    r"|delivery-status|disposition-notification|feedback-report|(enveloped|signed)-data|url"
    r"|local-file|anon-ftp|ftp|tftp|mail-server"
    r"|\(Apple Message framework [\w.]+\)|(mon|tue|wed|thu|fri|sat|sun), .*|[\W\d_a-f]*"
)


def stretches(raw: str, *, is_first: bool) -> Iterator[Range]:
    """The places in the value of such a header, as it stands in the file, that may hold words.
    `is_first`: no header of that name stands before it, so that its files' names are read."""
    done = 0
    kind = _TYPE.match(raw)
    if kind and _is_usual_type(kind[1].lower(), kind[2] or ""):
        done = kind.end()
    for found in _PARAMETER.finditer(raw, done):
        yield from _worded(raw, done, found.start())
        done = found.end()
        key = found["key"].lower().partition("*")[0]
        which = "bare" if found["quoted"] is None else "quoted"
        if (key in _APART and is_first) or (key == "charset" and _is_charset(found[which])):
            continue
        if not _USUAL.fullmatch(found[which]) and not _IS_TYPE.fullmatch(found[which]):
            yield found.span(which)
    yield from _worded(raw, done, len(raw))


def _worded(raw: str, start: int, end: int) -> Iterator[Range]:
    said = raw[start:end]
    stripped = said.strip(" \t\r\n;")
    if not _USUAL.fullmatch(stripped):
        at = start + said.index(stripped)
        yield at, at + len(stripped)


def _is_usual_type(main: str, sub: str) -> bool:
    if not sub:
        return _USUAL.fullmatch(main) is not None
    known = mimetypes.guess_extension(main + sub.lower()) is not None
    return known or main in _MAIN or _USUAL_SUBTYPE.fullmatch(sub) is not None


def _is_charset(name: str) -> bool:
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return True
