"""Names and name trees that carry a text: destinations, states, resources, custom keys.

A name (``/cas_Dupont``) is an atom of the format, but producers make it from words: from the
title that a destination leads to, from the label of a choice. Renaming it keeps every
reference to it in step, in content streams too.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.formats.pdf import content
from redactor.formats.pdf.broken import BROKEN


def destinations(root: Any) -> Iterator[str]:
    """The names of old-style destinations (ISO 32000-2, 12.3.2.4), without the slash."""
    dests = root.get("/Dests")
    if isinstance(dests, Dictionary):
        yield from (key[1:] for key in sorted(dests.keys()))


def rename(pdf: pikepdf.Pdf, old: str, new: str) -> None:
    """Rename `old` wherever it is a key or a value, and where content refers to it."""
    before = f"/{old}"
    after = f"/{new.replace('/', '_') or '_'}"
    for value in pdf.objects:
        if isinstance(value, Dictionary | Array | Stream):
            _rename(value, before, after, 0)
    _rename(pdf.trailer, before, after, 0)
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        data = content.contents(page)
        if data is not None and _may_refer(data, old):
            page.obj.Contents = Stream(pdf, _renamed(page, before, after))
        streams = [*content.streams(page.obj.get("/Resources"), seen, 0)]
        for annot in page.obj.get("/Annots", ()):
            streams += content.appearance_streams(annot, seen)
        for stream in streams:
            try:
                if _may_refer(stream.read_bytes(), old):
                    stream.write(_renamed(stream, before, after))
            except BROKEN:
                continue


def _may_refer(data: bytes, name: str) -> bool:
    return b"/" + name.encode("utf-8", "surrogateescape") in data or b"#" in data


def _renamed(source: Any, before: str, after: str) -> bytes:
    program = [
        step
        if isinstance(step, pikepdf.ContentStreamInlineImage)
        else ([_renamed_operand(part, before, after) for part in step.operands], step.operator)
        for step in pikepdf.parse_content_stream(source)
    ]
    return bytes(pikepdf.unparse_content_stream(program))


def _renamed_operand(part: Any, before: str, after: str) -> Any:
    if isinstance(part, Name):
        return Name(after) if str(part) == before else part
    if isinstance(part, Dictionary):
        _rename(part, before, after, 0)  # a property list (14.6.2)
    return part


def _rename(value: Any, before: str, after: str, depth: int) -> None:
    """In one indirect object and what lies in it directly."""
    if depth > 20:
        return
    if isinstance(value, Array):
        for index, item in enumerate(value):
            if isinstance(item, Name):
                if str(item) == before:
                    value[index] = Name(after)
            elif isinstance(item, Dictionary | Array) and not item.is_indirect:
                _rename(item, before, after, depth + 1)
        return
    for key in list(value.keys()):
        item = value[key]
        if isinstance(item, Name):
            if str(item) == before:
                value[key] = Name(after)
        elif isinstance(item, Dictionary | Array) and not item.is_indirect:
            _rename(item, before, after, depth + 1)
    if before in value:
        value[after] = value[before]
        del value[before]


def rename_elements(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Rename the ID of a structure element (14.7.2) where the tree of IDs and the cells that it
    heads refer to it."""
    for value in pdf.objects:
        _rename_element(value, old, new, 0)


def _rename_element(value: Any, old: bytes, new: bytes, depth: int) -> None:
    if depth > 20 or not isinstance(value, Dictionary):
        return
    for key in ("/Names", "/Limits", "/Headers"):
        _replace(value.get(key), old, new)
    for key in ("/A", "/IDTree", "/Kids"):
        inner = value.get(key)
        for one in inner if isinstance(inner, Array) else [inner]:
            if isinstance(one, Dictionary) and not one.is_indirect:
                _rename_element(one, old, new, depth + 1)


def _replace(array: Any, old: bytes, new: bytes) -> None:
    if isinstance(array, Array):
        for at, item in enumerate(array):
            if isinstance(item, String) and bytes(item) == old:
                array[at] = String(new)


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
