"""One exception per cause. Each carries a message key and its facts, never document text."""

from redactor.problem import Problem as Problem  # the base that callers of formats catch


class NotFound(Problem):
    key = "problem.not-found"


class NotPermitted(Problem):
    key = "problem.not-permitted"


class IsFolder(Problem):
    key = "problem.is-folder"


class EmptyFile(Problem):
    key = "problem.empty"


class EmptyFolder(Problem):
    """A folder without a file to read."""

    key = "problem.empty-folder"


class WrongType(Problem):
    """The content is not what the name says. Facts: ``expected``."""

    key = "problem.wrong-type"


class UnknownFormat(Problem):
    key = "problem.unknown-format"


class NeedsPassword(Problem):
    key = "problem.needs-password"


class WrongPassword(Problem):
    key = "problem.wrong-password"


class Damaged(Problem):
    """Broken beyond what the engines repair without loss. Facts: ``where`` where known."""

    key = "problem.damaged"


class NoPages(Problem):
    """A paged file without a page."""

    key = "problem.no-pages"


class TooLarge(Problem):
    """Over a limit meant for hostile files. Facts: ``what``, ``limit``."""

    key = "problem.too-large"


class Hostile(Problem):
    """A construction no honest file needs: entity expansion, path traversal. Facts: ``what``."""

    key = "problem.hostile"


class TooLong(Problem):
    """The process reading it went over its time. Facts: ``seconds``."""

    key = "problem.too-long"


class WorkerDied(Problem):
    """The process reading it ended: out of memory, or a crash in an engine."""

    key = "problem.worker-died"


class CannotRedact(Problem):
    """A part not handled holds an occulted text: the export refuses. Facts: ``where``."""

    key = "problem.cannot-redact"


class NeedsOffice(Problem):
    """An old format that only an office suite reads, and none is installed."""

    key = "problem.needs-office"
