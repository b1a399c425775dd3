"""Whether bytes that no adapter reads hold a text that must go."""

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
