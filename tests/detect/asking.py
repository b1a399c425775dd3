"""What the tests of detection ask of a text."""

from redactor.detect.pipeline import Detector
from redactor.law.categories import Category
from redactor.text.flow import Flow


def people(detector: Detector, text: str) -> list[str]:
    """The persons of a text alone."""
    found = detector.mentions([Flow("f", text)])
    return [m.text for m in found if m.category is Category.PERSON]
