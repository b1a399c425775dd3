"""Values behind a program's key: JSON, XML, arrays, the conditions and changes of a query."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.cells import Cells
from redactor.detect.found import Found
from redactor.law.categories import Category

_KEYED = re.compile(
    r"(?<![\w$-])(?P<q>[\"'`]?)(?P<key>[^\W\d][\w.-]{1,40})(?P=q)\]?[ ]?"
    r"(?::=|=>|[:=]|<>|!=|(?i:I?LIKE|IN[ ]?\())[ ]*"
    r"(?P<mark>[\"'])(?P<value>[^\"'\n]{1,120})(?P=mark)"
)
# "prenoms": ["Solenn", "Maël"]
_LIST = re.compile(
    r"(?<![\w$-])(?P<q>[\"'])(?P<key>[^\W\d][\w.-]{1,40})(?P=q)[ ]?[:=]\s*"
    r"\[(?P<values>(?:\s*[\"'][^\"'\n]{1,80}[\"']\s*,?){1,50})\s*\]"
)
_ITEM = re.compile(r"(?P<mark>[\"'])(?P<value>[^\"'\n]+)(?P=mark)")
_TAGGED = re.compile(
    r"<(?:\w+:)?(?P<key>[^\W\d][\w.-]{1,40})(?:\s[^<>]*)?>(?P<value>[^<>]{1,120})</"
)


def keyed(text: str, cells: Cells) -> Iterator[Found]:
    """What stands behind keys that say what they hold."""
    if not re.search(r"[\"'>]", text):
        return
    for pattern in (_KEYED, _TAGGED):
        for match in pattern.finditer(text):
            rule = cells.of_key(match["key"])
            if rule is None or rule.category is Category.SECRET:
                continue  # `secrets` knows more of variables
            yield from cells.read(text, *match.span("value"), rule, match["key"])
    for match in _LIST.finditer(text):
        rule = cells.of_key(match["key"])
        if rule is None or rule.category is Category.SECRET:
            continue
        for item in _ITEM.finditer(text, *match.span("values")):
            yield from cells.read(text, *item.span("value"), rule, match["key"])
