"""What holds for the whole suite: no internet, an offscreen window."""

import os
import tempfile

from hypothesis import settings

from redactor.jobs.offline import forbid_internet

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What releases note of themselves stays out of the folders of whoever runs the tests.
_STATE = tempfile.TemporaryDirectory()
os.environ["XDG_STATE_HOME"] = _STATE.name
# In force for every test, and for every process that a test starts through a worker.
forbid_internet()

# A busy machine is no failure: one measured 664 ms for what takes it 0.03 otherwise.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
