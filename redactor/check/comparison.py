"""Two releases of one document: what one hides and the other shows, by page.

Also between a public original and its redacted copy.
"""

from collections.abc import Callable, Iterator

from redactor.check.consistency.evidence import Evidence, Locate, spot
from redactor.check.consistency.masks import is_masked
from redactor.check.consistency.twins import Sheet, differences, sheets
from redactor.check.finding import Finding, Kind, Report, Severity, in_order

#: Words in a row that make two pages look alike, as a part of the smaller page's.
_ALIKE = 0.3


def compare(old: Report, new: Report, locate_in: Callable[[str], Locate]) -> tuple[Report, Report]:
    """A report for each release: what it shows that the other hides."""
    olds = sheets(Evidence(old.path, old.flows))
    news = sheets(Evidence(new.path, new.flows))
    pairs = list(_pairs(olds, news))
    of_old = [*_shown(pairs, locate_in(old.path), "finding.old-shows"), *old.unread]
    turned = [(b, a) for a, b in pairs]
    of_new = [*_shown(turned, locate_in(new.path), "finding.new-shows"), *new.unread]
    return Report(old.path, in_order(of_old)), Report(new.path, in_order(of_new))


def _pairs(olds: list[Sheet], news: list[Sheet]) -> Iterator[tuple[Sheet, Sheet]]:
    """Each old page with the new page most like it; pages of one number first."""
    free = dict(enumerate(news))
    left: list[Sheet] = []
    for sheet in olds:
        same = next((n for n, other in free.items() if other.page == sheet.page), None)
        if same is not None and _alike(sheet, free[same]) >= _ALIKE:
            yield sheet, free.pop(same)
        else:
            left.append(sheet)
    for sheet in left:
        best = max(free, key=lambda n: _alike(sheet, free[n]), default=None)
        if best is not None and _alike(sheet, free[best]) >= _ALIKE:
            yield sheet, free.pop(best)


def _alike(one: Sheet, two: Sheet) -> float:
    fewest = min(len(one.prints), len(two.prints))
    if not fewest:
        words = set(one.bare) & set(two.bare)
        return len(words) / max(1, min(len(set(one.bare)), len(set(two.bare))))
    return sum((one.prints & two.prints).values()) / fewest


def _shown(pairs: list[tuple[Sheet, Sheet]], locate: Locate, message: str) -> Iterator[Finding]:
    """What the first page of each pair shows and the second does not."""
    for sheet, other in pairs:
        for low, high, first, last in differences(sheet, other):
            shown, instead = sheet.text(low, high), other.text(first, last)
            if low == high or is_masked(shown):
                continue
            if first < last and not is_masked(instead):
                continue  # other words, not hidden ones
            here = sheet.place(low, high)
            assert here is not None
            there = other.place(first, last) or other.place(
                max(0, first - 1), max(0, first - 1) + (len(other.words) > 0)
            )
            yield Finding(
                Kind.INCONSISTENT,
                Severity.LEAK,
                0.9 if first < last else 0.7,
                message,
                here.flow.page,
                locate(here.flow, here.start, here.end),
                here.flow.channel,
                shown,
                here.flow.place,
                also=(spot(there, sheet.document, locate),) if there else (),
            )
