"""Where characters of a page's text stand. Asked only for what a finding shows."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import pymupdf

from redactor.boxes import union
from redactor.check.pdf.sight import characters
from redactor.formats.base import Box
from redactor.text.flow import Channel, Flow


class Locator:
    """Places in the pages of one PDF, whose flows are its pages' texts."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        self._doc: Any = pymupdf.open(path, filetype="pdf")
        if password:
            self._doc.authenticate(password)
        self._page = lru_cache(maxsize=8)(self._boxes)

    def __call__(self, flow: Flow, start: int, end: int) -> Box | None:
        if flow.page is None or flow.channel is not Channel.BODY:
            return None
        text, boxes = self._page(flow.page)
        if text[start:end] != flow.text[start:end]:
            return None
        found = [box for box in boxes[start:end] if box is not None]
        return union(found) if found else None

    def _boxes(self, number: int) -> tuple[str, list[Box | None]]:
        return characters(self._doc[number - 1])
