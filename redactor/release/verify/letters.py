"""Whether exactly the planned letters are gone, and the rest is there in order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import LCSseq

#: Not compared: engines differ on where they see white space, and on hyphens at line ends.
_IGNORED = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\ufffd\ufffe\x00-\x1f-\u2010\u2011]+")
_IGNORED_ASCII = bytes(code for code in range(128) if _IGNORED.match(chr(code)))


def bare(text: str) -> str:
    """The characters that are compared."""
    data = unicodedata.normalize("NFKC", text).encode("utf-8", "surrogatepass")
    # Most of what is ignored is ASCII, and taken out of bytes a hundred times quicker.
    some = data.translate(None, _IGNORED_ASCII).decode("utf-8", "surrogatepass")
    return _IGNORED.sub("", some)


def compare(
    before: str, after: str, planned: Iterable[str], flows: Iterable[str], in_areas: str = ""
) -> set[str]:
    """What is wrong: ``letters`` (planned ones are still there), ``missing``, ``added``,
    ``order``.

    `flows` are the texts as Redactor read them: where the engine reads the original otherwise,
    the difference is not held against the copy.
    """
    old, new = bare(before), bare(after)
    due = Counter(bare("".join(planned)))
    there, left = Counter(old), Counter(new)
    lost, added = there - left, left - there
    wrong: set[str] = set()
    if lost != due:
        read = Counter(bare("".join(flows)))
        if (due - lost) - (read - there):
            wrong.add("letters")
        # A name drawn twice, for boldness, is one in the flows: both go.
        twice = Counter({letter: n for letter, n in (there - read).items() if letter in due})
        if (lost - due) - twice - Counter(bare(in_areas)):
            wrong.add("missing")
    if added:
        wrong.add("added")
    elif LCSseq.similarity(old, new) != len(new):
        wrong.add("order")
    return wrong


def gone_whole(before: str, after: str, flows: Iterable[str]) -> Iterator[str]:
    """Those of `flows` whose text stands less often in `after` than in `before`: so often."""
    times = Counter(text for flow in flows if (text := bare(flow)))
    old, new = (bare(before), bare(after)) if times else ("", "")
    for text, there in times.items():
        yield text * max(0, min(there, old.count(text) - new.count(text)))


def without_layer(text: str, layer: str, own: str) -> str:
    """`text` less the letters of `layer`, which end it in whatever order its lines are read.

    Where they do not, all of it: `compare` says what is there besides. After the page's `own`
    words, engines may leave out letters of recognised words that overlap (a photographed
    newspaper: 28 of 3,500), never add any.
    """
    whole, first = bare(text), bare(own)
    if whole.startswith(first) and not Counter(whole[len(first) :]) - Counter(bare(layer)):
        return own
    due = Counter(bare(layer))
    left = due.total()
    for at in range(len(text) - 1, -1, -1):
        if not left:
            return text[: at + 1]
        for letter in bare(text[at]):
            if not due[letter]:
                return text
            due[letter] -= 1
            left -= 1
    return text if left else ""


def is_within(short: str, long: str) -> bool:
    """Whether `short` is `long` with letters taken out, the rest in order."""
    return LCSseq.similarity(short, long) == len(short)
