"""What holds for the whole suite: no internet, an offscreen window."""

import os

from redactor.jobs.offline import forbid_internet

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# In force for every test, and for every process that a test starts through a worker.
forbid_internet()
