"""What is asked of the reading process before there is anything to read.

Apart from `redactor.jobs.analyse`, so that a start can send it before it has loaded that: the
process loads its model while the window is made.
"""

from dataclasses import dataclass

from redactor.jobs.process import Handler


@dataclass(frozen=True, slots=True)
class Warm:
    """Ask for the model to be loaded."""


def service() -> Handler:
    """That of `redactor.jobs.analyse`, loaded in its process alone."""
    from redactor.jobs import analyse

    return analyse.service()
