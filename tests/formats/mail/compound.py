"""A compound file (OLE), as Outlook's messages are: [MS-CFB], version 3, and [MS-OXMSG]."""

import struct
from collections.abc import Sequence
from typing import Any, TypeAlias

Tree: TypeAlias = dict[str, "bytes | Tree"]
"""Streams and storages by their names."""
Property: TypeAlias = tuple[int, str | bytes | int]
"""An identifier, and a text, bytes or a number."""

_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR, _MINI, _SMALL = 512, 64, 4096
_TEXT, _BYTES, _NUMBER, _TEXTS = 0x001F, 0x0102, 0x0003, 0x101F


def compound(root: Tree) -> bytes:
    """The bytes of a compound file."""
    chains, minis = _Chains(_SECTOR), _Chains(_MINI)
    entries: list[list[Any]] = []
    top = _entry(entries, "Root Entry", 5)
    _add(entries, top, root, chains, minis)
    small = b"".join(minis.sectors)
    entries[top][5:] = [chains.store(small), len(small)]
    mini_table = struct.pack(f"<{len(minis.table)}I", *minis.table)
    mini_count = -(-len(mini_table) // _SECTOR)
    first_mini = chains.store(mini_table.ljust(mini_count * _SECTOR, b"\xff"))
    first_entry = chains.store(b"".join(_packed(*entry) for entry in entries))
    count = 1
    while (len(chains.table) + count) * 4 > count * _SECTOR:
        count += 1
    places = range(len(chains.table), len(chains.table) + count)
    table = [*chains.table, *[_FAT] * count]
    table += [_FREE] * (count * _SECTOR // 4 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, count, first_entry, 0, _SMALL, first_mini, mini_count, _END, 0)
    header += struct.pack("<109I", *places, *[_FREE] * (109 - count))
    return header + b"".join(chains.sectors) + struct.pack(f"<{len(table)}I", *table)


class _Chains:
    """Sectors, and which follows which."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.sectors: list[bytes] = []
        self.table: list[int] = []

    def store(self, data: bytes) -> int:
        """The first sector of `data`."""
        first = len(self.table)
        for at in range(0, len(data), self.size):
            self.sectors.append(data[at : at + self.size].ljust(self.size, b"\0"))
            self.table.append(len(self.table) + 1)
        if not data:
            return _END
        self.table[-1] = _END
        return first


def _entry(entries: list[list[Any]], name: str, kind: int) -> int:
    entries.append([name, kind, _NONE, _NONE, _NONE, _END, 0])
    return len(entries) - 1


def _add(
    entries: list[list[Any]], parent: int, tree: Tree, chains: _Chains, minis: _Chains
) -> None:
    numbers: list[int] = []
    for name in sorted(tree, key=lambda n: (len(n), n.upper())):
        inside = tree[name]
        number = _entry(entries, name, 2 if isinstance(inside, bytes) else 1)
        numbers.append(number)
        if isinstance(inside, bytes):
            home = minis if len(inside) < _SMALL else chains
            entries[number][5:] = [home.store(inside), len(inside)]
        else:
            _add(entries, number, inside, chains, minis)
    entries[parent][4] = _balanced(entries, numbers)


def _balanced(entries: list[list[Any]], numbers: Sequence[int]) -> int:
    """The root of a search tree of entries in order."""
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    entries[numbers[middle]][2] = _balanced(entries, numbers[:middle])
    entries[numbers[middle]][3] = _balanced(entries, numbers[middle + 1 :])
    return numbers[middle]


def _packed(
    name: str, kind: int, left: int, right: int, child: int, start: int, size: int
) -> bytes:
    said = name.encode("utf-16-le")
    links = struct.pack("<64sHBBIII", said, len(said) + 2, kind, 1, left, right, child)
    return links + bytes(36) + struct.pack("<IQ", start, size)


def storage(header: bytes, properties: Sequence[Property], inside: Tree | None = None) -> Tree:
    """The storage of a message, a recipient or an attachment."""
    tree: Tree = {}
    rows = b""
    for identifier, value in properties:
        kind = {str: _TEXT, bytes: _BYTES, int: _NUMBER}[type(value)]
        if isinstance(value, int):
            rows += struct.pack("<HHIQ", kind, identifier, 6, value)
            continue
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        size = len(data) + 2 * (kind == _TEXT)
        rows += struct.pack("<HHII4x", kind, identifier, 6, size)
        tree[f"__substg1.0_{identifier:04X}{kind:04X}"] = data
    return tree | {"__properties_version1.0": header + rows} | (inside or {})


def texts(identifier: int, *values: str) -> Tree:
    """A property of several texts, such as Outlook's categories."""
    name = f"__substg1.0_{identifier:04X}{_TEXTS:04X}"
    said = [f"{value}\0".encode("utf-16-le") for value in values]
    sizes = struct.pack(f"<{len(said)}I", *map(len, said))
    tree: Tree = {f"{name}-{number:08X}": data for number, data in enumerate(said)}
    return tree | {name: sizes}
