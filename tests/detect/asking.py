"""What the tests of detection ask of a text."""

from redactor.detect.document import detect
from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Flow


def people(detector: Detector, text: str) -> list[str]:
    """The persons of a text alone."""
    found = detector.mentions([Flow("f", text)])
    return [m.text for m in found if m.category is Category.PERSON]


def of(detector: Detector, text: str, category: str) -> list[str]:
    """What a text holds of a category, as a document of its own."""
    found = detect([Flow("f", text)], detector)
    return [m.text for m in found if m.category == category]
