"""Time and memory of a piece of work."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Measure:
    seconds: float = 0.0
    processor: float = 0.0
    """Seconds of this process: what others run does not count."""


@contextmanager
def clock() -> Iterator[Measure]:
    """Wall-clock and processor seconds of the block."""
    measure = Measure()
    start, busy = time.perf_counter(), time.process_time()
    try:
        yield measure
    finally:
        measure.seconds = time.perf_counter() - start
        measure.processor = time.process_time() - busy


def peak_mb() -> float:
    """Peak resident memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
