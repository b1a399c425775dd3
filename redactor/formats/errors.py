"""One exception per cause. Each carries a message key and its facts, never document text."""

class Problem(Exception):
    """Something a person must be told. `key` names a sentence of `redactor.messages`."""

    key = "problem"

    def __init__(self, **facts: str | int) -> None:
        super().__init__(self.key, facts)
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process borders; the default would pass the facts as positions.
        return _rebuild, (type(self), self.facts)


def _rebuild(kind: type[Problem], facts: dict[str, str | int]) -> Problem:
    return kind(**facts)


class NotFound(Problem):
    key = "problem.not-found"


class NotPermitted(Problem):
    key = "problem.not-permitted"


class IsFolder(Problem):
    key = "problem.is-folder"


class EmptyFile(Problem):
    key = "problem.empty"


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
