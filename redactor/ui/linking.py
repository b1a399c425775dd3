"""Who is who over the documents, and the names of each looked for in the others.

All of it is asked of the process that detects: telling persons apart loads lists of names and
takes seconds over 20,000 mentions, which a thread of the window would feel.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from redactor.detect.context import Context
from redactor.jobs.gather import Gather, Link, Read, Value
from redactor.law.mention import Mention
from redactor.ui.review import Item
from redactor.ui.workers import Calls, Job

Entities: TypeAlias = Mapping[tuple[str, str, str], str]
"""Document, category and text → entity."""


class Linking:
    """Asks; an answer that is no longer wanted is dropped."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._task = 0

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._task != 0

    def forget(self) -> None:
        """No answer is wanted any more."""
        if self._task:
            self._job.drop(self._task)
            self._task = 0

    def link(self, items: Sequence[Item], then: Callable[[Entities], None]) -> None:
        """Ask who is who; the last asked replaces what was asked before."""
        self._ask(lambda: Link(_values(items)), then)

    def gather(
        self,
        stored: Mapping[str, tuple[str, tuple[bytes, ...]]],
        items: Sequence[Item],
        context: Context,
        then: Callable[[Mapping[str, tuple[Mention, ...]]], None],
    ) -> None:
        """Ask for the names of each document in the others. `stored`: by document, the hash of
        its file and its flows as its dossier stores them."""
        self._ask(lambda: Gather(_read(stored, items), context), then)

    def _ask(self, make: Callable[[], object], then: Callable[..., None]) -> None:
        self.forget()

        def done(answer: object) -> None:
            self._task = 0
            then(answer)

        def failed(_: object) -> None:
            self._task = 0

        self._task = self._job.ask_apart(make, Calls(done=done, failed=failed, cancelled=_nothing))


def _nothing() -> None:
    """What is cancelled was forgotten first."""


def _values(items: Sequence[Item]) -> dict[str, Sequence[Value]]:
    found: dict[str, dict[Value, None]] = {}
    for item in items:
        value = (item.mention.category.value, item.mention.text)
        found.setdefault(item.document, {})[value] = None
    return {document: tuple(values) for document, values in found.items()}


def _read(
    stored: Mapping[str, tuple[str, tuple[bytes, ...]]], items: Sequence[Item]
) -> tuple[Read, ...]:
    seen: dict[str, list[tuple[str, int, int, str, str, float, str]]] = {}
    for item in items:
        mention = item.mention
        if not mention.is_signal:
            span = mention.span
            seen.setdefault(item.document, []).append(
                (
                    span.flow, span.start, span.end, mention.category.value, mention.text,
                    mention.confidence, mention.detector,
                )
            )  # fmt: skip
    return tuple(
        Read(document, sha256, flows, tuple(seen.get(document, ())))
        for document, (sha256, flows) in stored.items()
    )
