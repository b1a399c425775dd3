"""The text of files of older programs, read without the suite that shows them whole."""

import io
import struct
from collections.abc import Callable, Iterator
from typing import TypeAlias

from redactor.formats.errors import Damaged, NeedsPassword
from redactor.text.flow import Cell, Channel, Flow, Kind

Reader: TypeAlias = Callable[[bytes, str], Iterator[Flow]]
"""The flows of a file's bytes. The second argument is its name, for errors."""

#: Of the head of a Word file ([MS-DOC] § 2.5.1): its bits, how long each story is, where the
#: table of pieces stands.
_FLAGS, _STORY_LENGTHS, _PIECES = 0x0A, 0x4C, 0x01A2
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_COMPRESSED = 0x4000_0000
_STORIES = (
    Channel.BODY,
    Channel.FOOTNOTE,
    Channel.HEADER,
    Channel.HIDDEN,
    Channel.COMMENT,
    Channel.ENDNOTE,
    Channel.TEXTBOX,
    Channel.TEXTBOX,
)
_PROPERTIES = ("title", "subject", "author", "keywords", "comments", "last_saved_by", "manager",
               "company", "category")  # fmt: skip
#: A page, a line, a hyphen, what fields and pictures stand on.
_SIGNS = str.maketrans("\x0b\x0c\x1e", "\n\n-", "\x01\x02\x05\x08\x13\x14\x15\x1f")


def of_doc(data: bytes, name: str) -> Iterator[Flow]:
    """The stories and properties of a Word file (97 to 2003). Raises Damaged, NeedsPassword."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            head = file.openstream("WordDocument").read()
            (flags,) = struct.unpack_from("<H", head, _FLAGS)
            if flags & _ENCRYPTED:
                raise NeedsPassword
            table = file.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
            lengths = struct.unpack_from(f"<{len(_STORIES)}i", head, _STORY_LENGTHS)
            text = _pieces(head, table)
            properties = file.get_metadata()
    except (OSError, struct.error, ValueError, IndexError) as error:
        raise Damaged(where=name) from error
    at = 0
    for number, (channel, length) in enumerate(zip(_STORIES, lengths, strict=True)):
        story, at = text[at : at + length], at + length
        yield from _paragraphs(story, channel, f"story-{number}")
    for key in _PROPERTIES:
        value = getattr(properties, key, None)
        said = value.decode("cp1252", "replace") if isinstance(value, bytes) else ""
        if said.strip():
            yield Flow(f"property:{key}", said, Channel.METADATA, kind=Kind.VALUE, place=key)


def _pieces(head: bytes, table: bytes) -> str:
    """The whole text, put together from its pieces ([MS-DOC] § 2.4.1)."""
    at, length = struct.unpack_from("<II", head, _PIECES)
    list_ = table[at : at + length]
    at = 0
    while list_[at] == 1:  # what pieces look like comes first
        at += 3 + struct.unpack_from("<H", list_, at + 1)[0]
    (size,) = struct.unpack_from("<I", list_, at + 1)
    places = list_[at + 5 : at + 5 + size]
    count = (size - 4) // 12
    edges = struct.unpack_from(f"<{count + 1}I", places)
    said: list[str] = []
    for number in range(count):
        (place,) = struct.unpack_from("<I", places, 4 * (count + 1) + 8 * number + 2)
        letters = edges[number + 1] - edges[number]
        if place & _COMPRESSED:
            start = (place & ~_COMPRESSED) // 2
            said.append(head[start : start + letters].decode("cp1252", "replace"))
        else:
            said.append(head[place : place + 2 * letters].decode("utf-16-le", "replace"))
    return "".join(said)


def _paragraphs(story: str, channel: Channel, id_: str) -> Iterator[Flow]:
    for number, said in enumerate(story.replace("\x07", "\r").split("\r")):
        text = said.translate(_SIGNS)
        if text.strip():
            yield Flow(f"{id_}:{number}", text, channel)


def of_rtf(data: bytes, name: str) -> Iterator[Flow]:
    """The paragraphs of a rich text. Raises Damaged."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise Damaged(where=name) from error
    for number, said in enumerate(text.split("\n")):
        if said.strip():
            yield Flow(f"paragraph:{number}", said)


def of_xls(data: bytes, name: str) -> Iterator[Flow]:
    """The cells of a workbook (Excel 5 to 2003). Raises Damaged, NeedsPassword."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        raise (NeedsPassword if "encrypted" in str(error) else Damaged(where=name)) from error
    except Exception as error:  # it raises whatever it meets in a broken file
        raise Damaged(where=name) from error
    for number, sheet in enumerate(book.sheets()):
        channel = Channel.HIDDEN if sheet.visibility else Channel.BODY
        for row in range(sheet.nrows):
            for column, cell in enumerate(sheet.row(row)):
                text = _said(cell.value)
                if text.strip():
                    yield Flow(
                        f"{number}:{row}:{column}",
                        text,
                        channel,
                        kind=Kind.CELL,
                        cell=Cell(number, row, column),
                        place=sheet.name,
                    )
    if book.user_name.strip():
        yield Flow("user", book.user_name, Channel.METADATA, kind=Kind.VALUE, place="user")


def _said(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
