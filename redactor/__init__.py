"""Redactor: review documents before disclosure, offline (CRPA, articles L.311-5 to L.311-7)."""

import os

__version__ = "0.1.0"

# Read by numpy when it is first imported: threads would fight for the two cores we have.
os.environ.setdefault("OMP_NUM_THREADS", "1")
