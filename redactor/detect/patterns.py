"""Things with a shape, validated: every detector of a form, in one place."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.detect.emails import emails, is_functional
from redactor.detect.found import Found
from redactor.detect.machines import machines, plates
from redactor.detect.numbers import banks, companies, nirs
from redactor.detect.phones import phones

__all__ = ["find", "is_functional"]


def find(text: str) -> Iterator[Found]:
    """Everything in a text that its form gives away."""
    yield from emails(text)
    if any(map(str.isdigit, text)):
        for detect in (phones, nirs, banks, companies, plates, machines):
            yield from detect(text)
