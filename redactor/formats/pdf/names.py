"""Names and name trees that carry a text: destinations, the states of check boxes.

A name (``/cas_Dupont``) is an atom of the format, but producers make it from words: from the
title that a destination leads to, from the label of a choice. Renaming it keeps every
reference to it in step.
"""

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_REFERENCES = ("/Dest", "/D", "/AS", "/V", "/DV")
"""Keys whose value may be the name of a destination or of a state."""
_USUAL_STATE = re.compile(r"Off|Yes|No|On|Oui|Non|\d+|Choix?\d*|Choice\d*")


def destinations(root: Any) -> Iterator[str]:
    """The names of old-style destinations (ISO 32000-2, 12.3.2.4), without the slash."""
    dests = root.get("/Dests")
    if isinstance(dests, Dictionary):
        yield from (key[1:] for key in sorted(dests.keys()))


def states(annot: Any) -> Iterator[str]:
    """The names of a button's states that say more than on and off (12.7.5.2.3)."""
    looks = annot.get("/AP") if annot.get("/Subtype") == Name.Widget else None
    normal = looks.get("/N") if isinstance(looks, Dictionary) else None
    if isinstance(normal, Dictionary):
        for key in sorted(normal.keys()):
            if not _USUAL_STATE.fullmatch(key[1:]):
                yield key[1:]


def rename(pdf: pikepdf.Pdf, old: str, new: str) -> None:
    """Rename destination or state `old` wherever it is defined or referred to."""
    before = f"/{old}"
    after = f"/{new.replace('/', '_') or '_'}"
    for value in pdf.objects:
        if isinstance(value, Dictionary):
            _rename(value, before, after, 0)


def _rename(value: Any, before: str, after: str, depth: int) -> None:
    """In one indirect object and what lies in it directly."""
    if depth > 20:
        return
    if isinstance(value, Array):
        for item in value:
            if isinstance(item, Dictionary | Array) and not item.is_indirect:
                _rename(item, before, after, depth + 1)
        return
    for key in list(value.keys()):
        item = value[key]
        if key in _REFERENCES and isinstance(item, Name) and str(item) == before:
            value[key] = Name(after)
        elif isinstance(item, Dictionary | Array) and not item.is_indirect:
            _rename(item, before, after, depth + 1)
    if before in value:
        value[after] = value[before]
        del value[before]


def rebuild_trees(pdf: pikepdf.Pdf) -> None:
    """Write each name tree as one sorted leaf: its keys may have changed (7.9.6)."""
    trees = pdf.Root.get("/Names")
    for tree in [trees[key] for key in trees.keys()] if isinstance(trees, Dictionary) else []:  # noqa: SIM118
        if not isinstance(tree, Dictionary):
            continue
        pairs = sorted(_pairs(tree, 0), key=lambda pair: pair[0])
        for key in ("/Kids", "/Limits"):
            if key in tree:
                del tree[key]
        tree.Names = Array([part for key, value in pairs for part in (String(key), value)])


def _pairs(node: Any, depth: int) -> Iterator[tuple[bytes, Any]]:
    if depth > 50 or not isinstance(node, Dictionary):
        return
    names = node.get("/Names")
    if isinstance(names, Array):
        for at in range(0, len(names) - 1, 2):
            yield bytes(names[at]), names[at + 1]
    for kid in node.get("/Kids", ()):
        yield from _pairs(kid, depth + 1)
