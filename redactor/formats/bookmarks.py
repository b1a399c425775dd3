"""How an audit copy says which span a highlight stands for: in the name of a bookmark."""

import hashlib
import re
from collections.abc import Sequence

from redactor.formats.slots import Mapped
from redactor.text.flow import Span

#: How the names of the bookmarks begin that an audit copy adds. They are numbered apart, so that
#: the flows of the copy bear the ids of the original's.
OWN_BOOKMARK = "_Redactor_"

#: Where a stretch of a flow stands: the flow, and its own start and end there.
Home = tuple[Mapped, int, int]


def named(kind: str, id_: str, longest: int) -> str:
    """A legal name for the bookmark of an occultation: letters, digits, underscores."""
    escaped = re.sub(r"[^A-Za-z0-9]", lambda c: f"_{ord(c.group()):x}_", id_)
    if len(escaped) > longest:
        escaped = hashlib.sha256(id_.encode()).hexdigest()[: min(longest, 32)]
    return f"{OWN_BOOKMARK}{kind}_{escaped}"


def read(called: str) -> tuple[str, str]:
    """The kind and the id of an occultation's bookmark."""
    kind, _, escaped = called.removeprefix(OWN_BOOKMARK).partition("_")
    return kind, re.sub(r"_([0-9a-f]{1,6})_", lambda c: chr(int(c.group(1), 16)), escaped)


def covered(homes: Sequence[Home]) -> Span | None:
    """The stretch that places cover in the one flow that holds them all."""
    if not homes:
        return None
    flow = homes[0][0].flow.id
    own = [(start, end) for mapped, start, end in homes if mapped.flow.id == flow]
    return Span(flow, min(start for start, _ in own), max(end for _, end in own))
