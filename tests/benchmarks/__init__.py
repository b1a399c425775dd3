"""Measures, as ratios against the bare engines in the same run. Nothing here asserts."""
