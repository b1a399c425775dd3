"""What the writer put in the place of what went: not text of the document."""

import re

from redactor.formats.base import Plan
from redactor.release.verify.needles import WALL


class Marks:
    """The labels and notices of a plan, and block characters."""

    def __init__(self, plan: Plan) -> None:
        labels = {o.label for o in plan.occultations} | {a.label for a in plan.areas}
        labels |= {page.notice for page in plan.removed_pages}
        words = sorted((label for label in labels if label.strip()), key=len, reverse=True)
        # An engine may break a label at any place: « [L.311-6 1°] » over two lines.
        patterns = [r"\s*".join(map(re.escape, re.sub(r"\s", "", label))) for label in words]
        self._pattern = re.compile("|".join([*patterns, "[\u2588\u25a0\u25ae\u2591-\u2593]+"]))

    def hide(self, text: str) -> str:
        return self._pattern.sub(WALL, text)
