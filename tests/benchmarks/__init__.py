"""Measures, as ratios against the bare engines in the same run. Nothing here asserts."""

import redactor  # noqa: F401 - before numpy: it decides on threads
