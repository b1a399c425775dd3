"""Values behind a program's key: JSON, XML, arrays, the conditions and changes of a query."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.cells import Cells, ColumnRule
from redactor.detect.found import Found
from redactor.law.categories import Category

_KEYED = re.compile(
    r"(?<![\w$-])(?P<q>[\"'`]?)(?P<key>[^\W\d][\w.-]{1,40})(?P=q)\]?[ ]?"
    r"(?::=|=>|[:=]|==|<>|!=|(?i:I?LIKE|eq|ne))[ ]*"
    r"(?P<mark>[\"'])(?P<value>[^\"'\n]{1,120})(?P=mark)"
)
# "prenoms": ["Solenn", "Maël"], ine IN ('…', '…')
_LIST = re.compile(
    r"(?<![\w$-])(?P<q>[\"']?)(?P<key>[^\W\d][\w.-]{1,40})(?P=q)[ ]?"
    r"(?:[:=]\s*\[|(?i:(?:not[ ])?in)[ ]?[(\[])"
    r"(?P<values>(?:\s*[\"'][^\"'\n]{1,80}[\"']\s*,?){1,50})\s*[\])]"
)
# {"id": "AG-22019", "nom": …
_NUMBERS = re.compile(
    r"[\"'](?:id|ref|reference|code|num|numero)[\"'][ ]?[:=]>?\s*[\"'][^\"'\n]*[\"'],\s*"
    r"[\"'](?:nom|prenom|name|last_?name|first_?name|civilite)[\"']",
    re.I,
)
#: Characters between the street of an address and its other parts.
_NEAR = 200
_ITEM = re.compile(r"(?P<mark>[\"'])(?P<value>[^\"'\n]+)(?P=mark)")
_TAGGED = re.compile(
    r"<(?:\w+:)?(?P<key>[^\W\d][\w.-]{1,40})(?:\s[^<>]*)?>(?P<value>[^<>]{1,120})</"
)


def keyed(text: str, cells: Cells) -> Iterator[Found]:
    """What stands behind keys that say what they hold."""
    if not re.search(r"[\"'>]", text):
        return
    for pattern in (_KEYED, _TAGGED):
        matches = list(pattern.finditer(text))
        rules = [_rule(cells, match["key"]) for match in matches]
        streets = [
            match.start()
            for match, rule in zip(matches, rules, strict=True)
            if rule and rule.category is Category.ADDRESS
        ]
        for match, known in zip(matches, rules, strict=True):
            rule = known
            if rule is None and any(abs(match.start() - start) < _NEAR for start in streets):
                rule = cells.of_part(match["key"])
            if rule is None and _NUMBERS.match(text, match.start()):
                rule = cells.numbered
            if rule is None or rule.category is Category.SECRET:
                continue  # `secrets` knows more of variables
            yield from cells.read(text, *match.span("value"), rule, match["key"])
    for match in _LIST.finditer(text):
        rule = _rule(cells, match["key"])
        if rule is None or rule.category is Category.SECRET:
            continue
        for item in _ITEM.finditer(text, *match.span("values")):
            yield from cells.read(text, *item.span("value"), rule, match["key"])


def _rule(cells: Cells, key: str) -> ColumnRule | None:
    """« e.ine », « pa0001-pernr »: a table's name may stand before that of its column."""
    return cells.of_key(key) or cells.of_key(re.split(r"[.-]", key)[-1])
