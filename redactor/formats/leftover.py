"""What can be told of bytes that no adapter reads: the words in them, and whether they hold a
text that must go."""

import re
import unicodedata
from collections.abc import Iterable

#: Shorter texts turn up by chance: three given bytes stand in one of every 16 MB of noise, and
#: each text is looked for in a dozen forms.
MIN_LENGTH = 4

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac-roman")


def holds(data: bytes, texts: Iterable[str]) -> bool:
    """Whether `data` holds one of `texts` in a usual encoding, in any case, accented or not."""
    # ASCII letters alone change case here: the forms hold the accented ones both ways.
    low = data.lower()
    return any(form in low for text in texts for form in _forms(text))


def _forms(text: str) -> set[bytes]:
    text = " ".join(text.split())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    variants = {text, text.upper(), text.lower(), text.title(), bare}
    forms = set()
    for variant in variants:
        if len(variant) < MIN_LENGTH:
            continue
        for encoding in _ENCODINGS:
            forms.add(variant.encode(encoding, "ignore").lower())
    return {form for form in forms if len(form) >= MIN_LENGTH}


_WIDE_RUN = re.compile(rb"(?:[\x20-\x7e\xc0-\xfe]\x00){4,}")
_NARROW_RUN = re.compile(rb"[\x20-\x7e\xc0-\xfe]{5,}")
_WORD = re.compile(r"[A-Za-z][a-zà-þ]{2}|[A-ZÀ-Þ]{4}")
#: An embedded document says its first pages; what follows would bury what must be read.
_MOST = 20_000


def words(data: bytes) -> str:
    """The readable stretches of `data`, a line each: of use for showing, not for taking out."""
    wide = [found.group().decode("utf-16-le") for found in _WIDE_RUN.finditer(data)]
    bare = _WIDE_RUN.sub(b"\0", data)
    narrow = [found.group().decode("cp1252", "replace") for found in _NARROW_RUN.finditer(bare)]
    said = dict.fromkeys(
        run.strip() for run in (*wide, *narrow) if _WORD.search(run) and "\ufffd" not in run
    )
    return "\n".join(said)[:_MOST]
