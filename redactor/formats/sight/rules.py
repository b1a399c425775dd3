"""Straight lines of frames, tables and underlines: no one draws them by hand."""

from redactor.formats.sight.blobs import runs_of
from redactor.formats.sight.seen import Mask


def without_rules(ink: Mask, longest: int) -> Mask:
    """The ink less its straight stretches, upright or level, longer than `longest`."""
    left = ink.copy()
    for source, view in ((ink, left), (ink.T, left.T)):
        runs = runs_of(source)
        for row, start, end in runs[runs[:, 2] - runs[:, 1] > longest]:
            view[row, start:end] = False
    return left
