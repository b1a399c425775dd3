"""A mention: what a detector saw, in the words of the law."""

from dataclasses import dataclass, field

from redactor.law.categories import SIGNALS, Category, Role, Trait
from redactor.text.flow import Channel, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names or concerns someone.

    What to do with it is not its business: a profile gives the default, a person decides.
    """

    id: str
    """The same for the same bytes and version."""
    span: Span
    text: str
    """The original characters of the span."""
    category: Category
    channel: Channel = Channel.BODY
    page: int | None = None
    role: Role = Role.UNKNOWN
    traits: frozenset[Trait] = field(default_factory=frozenset)
    entity: str = ""
    """The id of the entity it names, shared across the documents of a dossier."""
    confidence: float = 1.0
    """0 to 1: measured precision of the rule, or the model's own estimate."""
    detector: str = ""
    """What saw it: ``ner``, ``rule:civility``, ``pattern:email``, ``propagation:surname``."""
    why: str = ""
    """The clue, for the reviewer, in French: « précédé de Mme », « clé valide »."""
    role_clue: str = ""
    """What gave the role: « affaire suivie par »."""

    @property
    def is_signal(self) -> bool:
        """A sentence to look at, never occulted unless a person decides."""
        return self.category in SIGNALS
