"""Small PDFs with invented people, one trap each, built by hand from objects."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from redactor.formats.base import Occultation, Plan
from redactor.formats.pdf import ADAPTER
from redactor.formats.pdf.source import PdfSource
from redactor.text.flow import Flow, Span, Unread

A4 = (595, 842)


def helvetica() -> Dictionary:
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )


def page(pdf: pikepdf.Pdf, content: bytes, **resources: object) -> pikepdf.Page:
    """Add an A4 page whose font ``/F`` is Helvetica."""
    added = pdf.add_blank_page(page_size=A4)
    added.obj.Contents = Stream(pdf, content)
    added.obj.Resources = Dictionary(Font=Dictionary(F=helvetica()))
    for key, value in resources.items():
        if key == "Font":
            for name, font in value.items():  # type: ignore[attr-defined]
                added.obj.Resources.Font[name] = font
        else:
            added.obj.Resources["/" + key] = value
    return added


def line(text: str, x: float = 72, y: float = 700, size: float = 12) -> bytes:
    """Operators that show `text` in one string."""
    shown = text.encode("cp1252").hex()
    return f"BT /F {size} Tf {x} {y} Td <{shown}> Tj ET\n".encode()


def form(pdf: pikepdf.Pdf, content: bytes, box: Iterable[float] = (0, 0, 200, 40)) -> Stream:
    """A form XObject whose font ``/F`` is Helvetica."""
    made = Stream(pdf, content)
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array(list(box))
    made.Resources = Dictionary(Font=Dictionary(F=helvetica()))
    return pdf.make_indirect(made)


def save(path: Path, build: Callable[[pikepdf.Pdf], object]) -> Path:
    with pikepdf.new() as pdf:
        build(pdf)
        pdf.save(path, fix_metadata_version=False)
    return path


def flows(path: Path) -> list[Flow]:
    with ADAPTER.open(path) as source:
        return [flow for flow in source.read() if isinstance(flow, Flow)]


def texts(path: Path) -> list[str]:
    return [flow.text for flow in flows(path)]


def plan_for(source: PdfSource, *words: str, label: str = "[nom]") -> Plan:
    """Occult each word wherever a flow has it, as detection would ask."""
    found: list[Occultation] = []
    for flow in source.read():
        if isinstance(flow, Unread):
            continue
        for word in words:
            for match in re.finditer(re.escape(word), flow.text, re.IGNORECASE):
                id = f"o{len(found) + 1}"
                found.append(Occultation(id, Span(flow.id, *match.span()), label, f"note {id}"))
    return Plan(tuple(found))


def redact(path: Path, out: Path, *words: str, label: str = "[nom]") -> Plan:
    """Write the redacted copy of `path` without `words`; they must be there to be taken out."""
    with ADAPTER.open(path) as source:
        plan = plan_for(source, *words, label=label)
        assert plan.occultations, "the fixture does not show the word to the reader"
        written = source.write_redacted(out, plan)
        assert [one.span for one in written.applied] == [o.span for o in plan.occultations]
    return plan


def everything(path: Path) -> str:
    """All that the file holds, decompressed, in the encodings that text may take."""
    pieces: list[bytes] = [path.read_bytes()]
    with pikepdf.open(path) as pdf:
        for value in pdf.objects:
            pieces.append(value.unparse())
            if isinstance(value, Stream):
                try:
                    pieces.append(value.read_bytes())
                except pikepdf.PdfError:
                    pieces.append(value.read_raw_bytes())
            pieces += [str(s).encode("utf-8", "replace") for s in _strings(value)]
    joined = b"\n".join(pieces)
    hexes = [bytes.fromhex(m.decode()) for m in re.findall(rb"<((?:[0-9a-fA-F]{2})+)>", joined)]
    joined += b"\n" + b"\n".join(hexes)
    return joined.decode("latin-1") + joined.replace(b"\0", b"").decode("latin-1")


def _strings(value: object, depth: int = 0) -> list[object]:
    if depth > 20:
        return []
    if isinstance(value, pikepdf.String):
        return [value]
    # What stands elsewhere is met there: following references goes round in circles.
    items = (
        [item for _, item in value.items()]
        if isinstance(value, Dictionary | Stream)
        else list(value)
        if isinstance(value, Array)
        else []
    )
    direct = [one for one in items if not (isinstance(one, _COMPOSITE) and one.is_indirect)]
    return [string for one in direct for string in _strings(one, depth + 1)]


_COMPOSITE = (Dictionary, Stream, Array)


def attached(
    pdf: pikepdf.Pdf, data: bytes, name: str, description: str = ""
) -> pikepdf.AttachedFileSpec:
    """A file to attach, without dates."""
    return pikepdf.AttachedFileSpec(
        pdf,
        data,
        filename=name,
        description=description,
        mime_type="",
        creation_date="",
        mod_date="",
    )
