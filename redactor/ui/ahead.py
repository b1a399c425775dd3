"""What begins before the window's own modules are loaded: the process that reads and detects.

Loading both one after the other kept the first mentions back by as long as the window takes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from redactor.jobs.process import Worker
from redactor.jobs.warm import Warm, service


@contextmanager
def reader() -> Iterator[Worker]:
    """The process, loading its model; ended with the context."""
    # Reading a scan takes seconds a page: what one process recognised, the others find here.
    with TemporaryDirectory(prefix="redactor-", ignore_cleanup_errors=True) as recognised:
        os.environ.setdefault("REDACTOR_OCR_CACHE", recognised)
        worker = Worker(service, gives_way=True)
        worker.submit(Warm())
        try:
            yield worker
        finally:
            worker.close()
