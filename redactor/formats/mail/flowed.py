"""Texts whose lines are soft: a reader joins them again (RFC 3676, « format=flowed »)."""

import re
from email.message import Message
from typing import Any

from redactor.formats.splice import Range

#: The sign above a sender's own lines, which ends in a space and joins nothing.
_SIGNATURE = "-- "
_LINE = re.compile(r"(?P<quotes>>*)(?P<stuffed> ?)(?P<said>[^\r\n]*)(?P<end>\r\n|\r|\n|$)")


def read(source: str, part: "Message[Any, Any]") -> tuple[str, tuple[Range, ...]]:
    """The text of a plain body as readers show it, and the place of each character in `source`;
    no places where it stands there as it is."""
    if str(part.get_param("format", "")).strip().lower() != "flowed":
        return source, ()
    takes_space = str(part.get_param("delsp", "")).strip().lower() == "yes"
    text: list[str] = []
    ranges: list[Range] = []

    def say(start: int, end: int) -> None:
        text.append(source[start:end])
        ranges.extend((at, at + 1) for at in range(start, end))

    quotes_before: str | None = None
    for line in _LINE.finditer(source):
        if line.start() == len(source):
            break
        quotes = line["quotes"]
        joins = quotes_before == quotes
        say(line.start("said") if joins else line.start(), line.end("said"))
        is_soft = line["said"].endswith(" ") and line["said"] != _SIGNATURE
        quotes_before = quotes if is_soft else None
        follows = _LINE.match(source, line.end())
        if is_soft and line["end"] and follows and follows["quotes"] == quotes:
            if takes_space:
                text[-1] = text[-1][:-1]
                ranges.pop()
        else:
            quotes_before = None
            say(line.start("end"), line.end("end"))
    return "".join(text), tuple(ranges)
