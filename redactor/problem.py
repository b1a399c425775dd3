"""Something a person must be told, as an exception: a message key and its facts.

The base of every error that reaches a person. The sentence is in `redactor.messages`; the
facts never hold document text.
"""

import errno


class Problem(Exception):
    """Something a person must be told. `key` names a sentence of `redactor.messages`."""

    key = "problem"

    def __init__(self, **facts: str | int) -> None:
        super().__init__(self.key, facts)
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross process borders; the default would pass the facts as positions.
        return _rebuild, (type(self), self.facts)


def reason(error: OSError) -> str:
    """Why the system refused: the key of a sentence, or the system's words where we have none."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


_REASONS = {
    errno.ENOENT: "why.missing",
    errno.EACCES: "why.permission",
    errno.EPERM: "why.permission",
    errno.EROFS: "why.read-only",
    errno.ENOTDIR: "why.no-folder",
    errno.EISDIR: "why.folder",
    errno.ENOSPC: "why.full",
    errno.ENAMETOOLONG: "why.long-name",
    errno.EIO: "why.disk",
}


def _rebuild(kind: type[Problem], facts: dict[str, str | int]) -> Problem:
    return kind(**facts)
