"""One detector for the whole run: loading takes seconds."""

import pytest

from redactor.detect.pipeline import Detector


@pytest.fixture(scope="session")
def detector() -> Detector:
    return Detector()
