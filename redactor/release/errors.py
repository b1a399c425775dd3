"""Why a release was not made. Nothing has been written where one of these is raised."""

from redactor.problem import Problem


class OutputNotEmpty(Problem):
    """The folder holds something that no earlier export wrote. Facts: ``folder``."""

    key = "problem.output-not-empty"


class OutputNotWritable(Problem):
    """The folder cannot be written or replaced. Facts: ``folder``, ``why``."""

    key = "problem.output-not-writable"


class DiskFull(Problem):
    """No room for the copies. Facts: ``folder``."""

    key = "problem.disk-full"


class OriginalChanged(Problem):
    """The file is no longer the one that was analysed. Facts: ``name``."""

    key = "problem.original-changed"


class OutputHoldsOriginal(Problem):
    """The folder to write holds one of the originals, which are never written to."""

    key = "problem.output-holds-original"


class AuditUnprotected(Problem):
    """A password was asked for on the audit copy of a format that has none."""

    key = "problem.audit-unprotected"
