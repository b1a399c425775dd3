"""What a document gives on the way, while it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.jobs import analyse
from redactor.text.flow import Flow


def test_pages_that_take_long_are_given_before_they_fill_a_batch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(0, 1000, 3))  # each look at it is three seconds later
    monkeypatch.setattr(analyse, "monotonic", lambda: float(next(clock)))

    def pages() -> Iterator[Flow]:
        for number in range(1, 6):
            yield Flow(f"p{number}", "Une ligne sous une grande image.", page=number)

    given = [flows for flows, _ in analyse._batches(Path("x.pdf"), pages())]
    assert sum(len(flow.text) for flows in given for flow in flows) < analyse.BATCH  # the trap
    assert [flows[-1].page for flows in given] == [None, 1, 2, 3, 4, 5]
