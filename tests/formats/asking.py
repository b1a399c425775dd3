"""What the tests of every format ask of its files and of their copies."""

import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.formats.base import Applied, Occultation, Plan, ReadOptions
from redactor.formats.registry import adapter_for
from redactor.release.verify import verify_audit
from redactor.text.flow import Channel, Flow, Span

_CACHE = tempfile.TemporaryDirectory(prefix="redactor-tests-")
#: Pictures are read too, each once.
READING = ReadOptions(ocr=True, ocr_cache=Path(_CACHE.name))


def flows_of(path: Path, options: ReadOptions | None = None) -> list[Flow]:
    with adapter_for(path).open(path, options=options) as source:
        return [each for each in source.read() if isinstance(each, Flow)]


def plan_for(flows: list[Flow], word: str, label: str = "") -> Plan:
    """An occultation for each occurrence of `word`."""
    occultations: list[Occultation] = []
    for flow in flows:
        at = flow.text.find(word)
        while at >= 0:
            span = Span(flow.id, at, at + len(word))
            occultations.append(Occultation(f"m-{len(occultations)}", span, label, "motif"))
            at = flow.text.find(word, at + len(word))
    return Plan(tuple(occultations))


def redacted(path: Path, out: Path, plan: Plan, options: ReadOptions | None = None) -> Path:
    with adapter_for(path).open(path, options=options) as source:
        source.write_redacted(out, plan)
    return out


def marked_in(audit: Path, format_of: Path) -> Sequence[Applied]:
    """The marks of an audit copy, as the format of the original reads them back."""
    with adapter_for(format_of).open(audit) as source:
        return source.marked()


def assert_audited(path: Path, audit: Path, plan: Plan, flows: list[Flow]) -> Sequence[Applied]:
    """The audit copy of `path`, made at `audit`, marks the same spans, each of which counts.
    Returns its marks."""
    adapter = adapter_for(path)
    with adapter.open(path) as source:
        source.write_audit(audit, plan)
    marked = marked_in(audit, path)
    assert {(a.id, a.span) for a in marked} == {(o.id, o.span) for o in plan.occultations}
    assert verify_audit(path, audit, flows, plan, marked, format=adapter.name).sound
    assert not verify_audit(path, audit, flows, plan, marked[1:], format=adapter.name).sound
    return marked


def tags_of(flows: list[Flow], name: str) -> dict[str, Channel]:
    """The word before each occurrence of `name`, with the channel it stands in."""
    return {
        tag: flow.channel for flow in flows for tag in re.findall(rf"([\w-]+) {name}", flow.text)
    }


def leaving(plan: Plan, flows: list[Flow], tag: str) -> Plan:
    """The plan without the occultations that stand behind `tag`, of which there are some."""
    texts = {flow.id: flow.text for flow in flows}
    kept = tuple(
        o
        for o in plan.occultations
        if not texts[o.span.flow][: o.span.start].rstrip().endswith(tag)
    )
    assert len(kept) < len(plan.occultations)
    return Plan(kept)


def said_in(content: bytes, name: str) -> bool:
    """Whether bytes say `name`, in any case and width, the tags that cut it aside."""
    plain = re.sub(rb"<[^>]*>", b"", content)
    forms = [
        form
        for said in (name, name.upper(), name.lower())
        for form in (said.encode(), said.encode("utf-16-le"), said.encode("utf-16-be"))
    ]
    return any(form in content or form in plain for form in forms)


def every_part(data: bytes, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """Every part of a zip, decompressed, at any depth, and the zip's own bytes around them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield f"{prefix}(comment)", archive.comment
        for name in archive.namelist():
            part = archive.read(name)
            yield prefix + name, name.encode() + b"\n" + part
            if part.startswith(b"PK"):
                yield from every_part(part, f"{prefix}{name}!")
