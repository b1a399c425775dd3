"""What ties a Word file to the others of its author: no text, and nothing that Word needs.

Numbers of editing sessions stand on every paragraph, are the same in all that was copied from
one file to another, and are listed in the settings beside the file's own number.
"""

import re

#: Only inside a tag: the next angle bracket closes it.
_SESSION = re.compile(rb'\s+[\w.-]+:rsid\w{1,12}="[0-9A-Fa-f]{8}"(?=[^<>]*>)')
_SESSIONS = re.compile(rb"(?s)<([\w.-]+:rsids)(?:\s*/>|>.*?</\1>)")
_NUMBER = re.compile(rb"<w1[45]:docId\b[^<>]*/>")
_SUBSETS = re.compile(rb"<[\w.-]+:saveSubsetFonts(?![^<>]*\"(?:0|false|off)\")[^<>]*>")


def without_traces(data: bytes) -> bytes:
    """The bytes of a part without them; all others stay."""
    if b"rsid" not in data and b":docId" not in data:
        return data
    if b"<![CDATA[" in data:  # where tags are text
        return data
    return _NUMBER.sub(b"", _SESSIONS.sub(b"", _SESSION.sub(b"", data)))


def embeds_subsets(settings: bytes) -> bool:
    """Whether the fonts inside hold the letters of this text alone: those of a name that went
    would still be there."""
    return _SUBSETS.search(settings) is not None
