"""One merge of everything that was found in a text.

The rule: what overlaps and is of one category becomes one mention over the union, explained by
the surest detector. Between categories the one that says more of the same letters wins: a
secret over a token over an e-mail over a number over an address over a name; a name inside an
e-mail address or a street is no mention of its own. Signals lie over everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from redactor.detect.found import Found
from redactor.law.categories import SIGNALS, Category, Role, shared

_RANK = {
    category: rank
    for rank, category in enumerate(
        (
            Category.CUSTOM, Category.SECRET, Category.URL_TOKEN, Category.MASK, Category.EMAIL,
            Category.NIR, Category.IBAN, Category.BANK_CARD, Category.TAX_ID, Category.PHONE,
            Category.COMPANY_ID, Category.LICENCE_PLATE, Category.IP_ADDRESS,
            Category.IDENTITY_DOCUMENT, Category.BIRTH_DATE, Category.ACCOUNT_ID, Category.CASE_ID,
            Category.USERNAME, Category.BIRTH_PLACE, Category.AGE, Category.INCOME,
            Category.ADDRESS, Category.PERSON, Category.COMPANY,
        )
    )
}  # fmt: skip
_BARE = 0.85
"""The confidence of a telephone number without anything between its digits."""


def merge(found: Iterable[Found]) -> list[Found]:
    """Mentions that do not overlap, in order; signals beside them."""
    signals: list[Found] = []
    rest: list[Found] = []
    for item in found:
        (signals if item.category in SIGNALS else rest).append(item)
    by_category: dict[Category, list[Found]] = {}
    for item in _as_headed(rest):
        by_category.setdefault(item.category, []).append(item)
    united = [one for items in by_category.values() for one in _unite(items)]
    united.sort(key=lambda f: (_RANK.get(f.category, 99), f.start - f.end, -f.confidence, f.start))
    kept: list[Found] = []
    taken: list[tuple[int, int]] = []
    for item in united:
        remains = _outside(item, taken)
        if remains:
            kept.append(remains)
            taken.append((remains.start, remains.end))
    return sorted([*kept, *_unite(signals)], key=lambda f: (f.start, f.end, f.category))


def _as_headed(items: list[Found]) -> list[Found]:
    """Without the telephone numbers, of ten digits in one, that a column says to be a file's."""
    headed = {(one.start, one.end) for one in items if one.detector == "table:account_id"}
    return [
        one
        for one in items
        if one.category is not Category.PHONE
        or one.confidence > _BARE
        or (one.start, one.end) not in headed
    ]


def _unite(items: list[Found]) -> list[Found]:
    """Union of what overlaps within one category."""
    items = sorted(items, key=lambda f: (f.category, f.start, -f.end))
    united: list[Found] = []
    for item in items:
        if united and united[-1].category is item.category and united[-1].overlaps(item):
            united[-1] = _both(united[-1], item)
        else:
            united.append(item)
    return united


def _both(one: Found, two: Found) -> Found:
    best, other = (one, two) if one.confidence >= two.confidence else (two, one)
    role, clue = (best.role, best.role_clue)
    if role is Role.UNKNOWN:
        role, clue = other.role, other.role_clue
    agree = {one.detector.split(":")[0], two.detector.split(":")[0]} == {"ner", "rule"}
    return replace(
        best,
        start=min(one.start, two.start),
        end=max(one.end, two.end),
        role=role,
        role_clue=clue,
        traits=shared(one.traits | two.traits),
        confidence=min(0.99, best.confidence + 0.02) if agree else best.confidence,
    )


def _outside(item: Found, taken: list[tuple[int, int]]) -> Found | None:
    """What of an item lies outside what is taken: whole, cut at one end, or nothing."""
    start, end = item.start, item.end
    for low, high in taken:
        if low >= end or high <= start:
            continue
        if low <= start and high >= end:
            return None
        if low <= start:
            start = high
        elif high >= end:
            end = low
        else:
            # something surer inside: keep the whole only where it is much longer
            end = low
    if item.category is Category.EMAIL and start > item.start:
        return None  # « @gitlab.fr » once its token is gone
    whole = (start, end) == (item.start, item.end)  # « Escalier : 1 »
    return item.moved(start, end) if whole or end - start >= 2 else None
