"""What a part of a package says beside its running text, as flows: attributes, comments, texts of
other elements. Which of them hold words is for each format to say."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from redactor.formats.bookmarks import OWN_BOOKMARK
from redactor.formats.slots import Manner, Mapped, Piece
from redactor.text.flow import Channel, Flow, Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """What an attribute or an element's text is."""

    channel: Channel
    what: str
    """A word for the place, and the middle of the flow's id."""
    manner: Manner = Manner.MARKED
    shared: bool = False
    """One flow for all the places of a part that hold the same value."""
    unique: bool = False
    """Values must differ from each other, or programs leave some out."""


#: A name where the schema wants a number or a word of its own.
STRAY = Rule(Channel.HIDDEN, "stray-value", Manner.NAMED)


def flows(
    part: str,
    places: Iterable[tuple[Piece, Rule]],
    is_programs_own: Callable[[Rule, str], bool],
) -> Iterator[Mapped]:
    """A flow for each of `places`, but for what programs themselves write there."""
    counts: dict[str, int] = {}
    shared: dict[tuple[str, str], Mapped] = {}
    for piece, rule in places:
        series = "mark" if piece.text.startswith(OWN_BOOKMARK) else rule.what
        # Every place counts, also those that give no flow: ids stay when texts change.
        number = counts.get(series, 0)
        counts[series] = number + 1
        known = shared.get((rule.what, piece.text)) if rule.shared else None
        if known is not None:
            known.copies.append(piece)
            continue
        if series == "mark" or is_programs_own(rule, piece.text):
            continue
        flow = Flow(
            id=f"{part}#{series}-{number}",
            text=piece.text,
            channel=rule.channel,
            kind=Kind.VALUE,
            place=f"{part} · {rule.what}",
        )
        mapped = Mapped(flow, (piece,), rule.manner)
        if rule.unique:
            mapped.unique_among = rule.what
        if rule.shared:
            shared[rule.what, piece.text] = mapped
        yield mapped
