"""Sensitive passages: most that should be examined are signalled, few that should not are."""

from pathlib import Path

from models.scoring import read
from redactor.detect.pipeline import Detector
from redactor.text.flow import Flow


def test_signals_on_the_labelled_sentences() -> None:
    detector = Detector()
    items = read(Path("models/eval/passages.txt"))
    seen = [
        {m.category.value for m in detector.mentions([Flow("f", i.text)]) if m.is_signal}
        for i in items
    ]
    sensitive = [(i.spans[0][2], s) for i, s in zip(items, seen, strict=True) if i.spans]
    plain = [s for i, s in zip(items, seen, strict=True) if not i.spans]
    assert len(sensitive) >= 40
    assert len(plain) >= 30
    assert sum(kind in s for kind, s in sensitive) >= 0.9 * len(sensitive)
    assert sum(map(bool, plain)) <= 0.1 * len(plain)
