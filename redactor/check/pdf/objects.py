"""What a PDF holds beside its pages: properties, bookmarks, notes, fields, links, files.

A finding is what tells more than the pages do. Bookmarks that repeat headings, links whose
address is printed and fields that show their value are in every document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import pikepdf

from redactor.check import personal
from redactor.check.finding import Finding, Kind, Severity
from redactor.check.pdf.letters import means_something
from redactor.check.pdf.said import Said
from redactor.formats.base import Box
from redactor.formats.pdf.channels import Walk
from redactor.formats.pdf.places import Place
from redactor.text.flow import Channel, Flow, Unread

#: Properties that programs write of themselves (ISO 32000-2, 14.3.3, and XMP's namespaces).
_OF_PROGRAMS = re.compile(
    r"(?:^|[/ ])(?:Producer|CreatorTool|Creator|PTEX\.Fullbanner|Trapped|ViewState|format|"
    r"DocumentID|InstanceID|OriginalDocumentID|RenditionClass|conformance|part|rev|Lang\w*|"
    r"Language|"
    r"GTS_\w+|PageMode|PageLayout|Marked|parseType|about|xmptk|instanceID|documentID|"
    r"softwareAgent|action|when|changed|schema|prefix|namespaceURI|property|valueType|category|"
    r"name|description|Company_?Version|AppVersion|ProductVersion|SourceModified|lang)$"
)
_AUTHORS = re.compile(
    r"(?i)author|creator|manager|company|lastmodifiedby|lastsavedby|owner|contributor|artist|"
    r"auteur|responsable|publisher"
)
#: Keys of an annotation that programs fill (ISO 32000-2, 12.5.2 and 12.5.6).
_NO_NOTE = frozenset("NM DS DA Subj Name State StateModel IT Lang M CreationDate".split())
_DATE = re.compile(r"D:\d{4,14}")
_LOCAL = re.compile(r"(?i)(?:^file:|^[a-z]:[\\/]|^\\\\|/users/|/home/|\\users\\)")


@dataclass(frozen=True, slots=True)
class _Where:
    page: int | None
    box: Box | None


class Objects:
    """The objects of an opened file, looked through once."""

    def __init__(self, pdf: pikepdf.Pdf, said: Said, heights: dict[int, Any]) -> None:
        """`heights`: the matrix from a page's user space to the page as displayed."""
        self._pdf = pdf
        self._said = said
        self._matrices = heights
        self._properties: set[str] = set()
        self._notes: set[tuple[int | None, Box | None, str]] = set()

    def findings(self) -> Iterator[Finding | Flow | Unread]:
        """Everything the file's objects tell beyond the pages."""
        yield from self._attachments()
        yield from self._thumbnails()
        walk = Walk(self._pdf)
        for place in walk.everything():
            if isinstance(place, Unread):
                yield place
            else:
                yield place.flow
                yield from self._of(place)

    def _of(self, place: Place) -> Iterator[Finding]:
        flow = place.flow
        match flow.channel:
            case Channel.METADATA:
                yield from self._property(place)
            case Channel.BOOKMARK:
                yield from self._bookmark(place)
            case Channel.LINK:
                yield from self._link(place)
            case Channel.ANNOTATION:
                yield from self._note(place)
            case Channel.FORM:
                yield from self._field(place)
            case Channel.STRUCTURE:
                yield from self._structure(place)
            case Channel.LAYER:
                if personal.names_someone(flow.text) and not self._said.has(flow.text):
                    yield self._finding(
                        Kind.LAYER, Severity.WARNING, 0.7, "finding.layer-name", place
                    )
            case Channel.SCRIPT:
                if personal.EMAIL.search(flow.text) and not self._said.has(flow.text):
                    yield self._finding(
                        Kind.METADATA, Severity.WARNING, 0.6, "finding.script", place
                    )

    def _finding(
        self, kind: Kind, severity: Severity, certainty: float, message: str, place: Place
    ) -> Finding:
        where = self._where(place)
        return Finding(
            kind,
            severity,
            certainty,
            message,
            where.page,
            where.box,
            place.flow.channel,
            place.flow.text[:2000],
            place.flow.place,
        )

    def _where(self, place: Place) -> _Where:
        page = place.flow.page
        owner = place.owner
        if page is None or owner is None:
            return _Where(page, None)
        return _Where(page, rectangle(owner.get("/Rect"), self._matrices.get(page)))

    # --- properties ------------------------------------------------------------------------

    def _property(self, place: Place) -> Iterator[Finding]:
        flow = place.flow
        text = flow.text.strip()
        if _OF_PROGRAMS.search(flow.place) and not personal.names_someone(text):
            return
        if not any(char.isalpha() for char in text) or personal.nobody(text):
            return
        if _DATE.match(text):
            return
        if text in self._properties:
            return  # XMP repeats the information dictionary.
        self._properties.add(text)
        asks = bool(_AUTHORS.search(flow.place.rpartition("/")[2]))
        if not asks and not personal.names_someone(text) and not _is_property(flow.place):
            return
        named = personal.of_author(text) if asks else personal.names_someone(text)
        named = named and not self._said.has(text)
        yield self._finding(
            Kind.METADATA,
            Severity.WARNING if named else Severity.INFO,
            (0.9 if asks else 0.6) if named else 1.0,
            "finding.metadata-person" if named else "finding.metadata",
            place,
        )

    # --- bookmarks, links ---------------------------------------------------------------------

    def _bookmark(self, place: Place) -> Iterator[Finding]:
        text = place.flow.text
        named = personal.names_someone(text)
        title = place.flow.place.endswith("Title") or "Title" in place.flow.place
        if self._said.has(text) or not (title or named):
            return
        if self._said.has_words(text):
            return  # every word of it is read on the pages
        yield self._finding(
            Kind.BOOKMARK,
            Severity.LEAK if named else Severity.INFO,
            0.9 if named else 0.6,
            "finding.bookmark",
            place,
        )

    def _link(self, place: Place) -> Iterator[Finding]:
        text = unquote(place.flow.text)
        for address in personal.EMAIL.findall(text):
            if not self._said.has(address):
                yield self._finding(Kind.LINK, Severity.LEAK, 0.9, "finding.link-address", place)
                return
        if _LOCAL.search(text):
            yield self._finding(Kind.LINK, Severity.WARNING, 0.7, "finding.link-local", place)
        elif any(not self._said.has(name) for name in personal.people(_spaced(text))):
            yield self._finding(Kind.LINK, Severity.WARNING, 0.6, "finding.link-name", place)

    # --- notes, fields --------------------------------------------------------------------------

    def _note(self, place: Place) -> Iterator[Finding]:
        owner = place.owner
        kind = str(owner.get("/Subtype", "")) if owner is not None else ""
        key = place.flow.place.rpartition("/")[2]
        if kind == "/Redact":
            return  # said by the unapplied redaction itself
        if key in _NO_NOTE:
            return
        if key == "T" and not personal.of_author(place.flow.text):
            return
        if key not in ("Contents", "RC", "T") and not personal.names_someone(place.flow.text):
            return
        shown = kind in ("/Stamp", "/FreeText", "/Watermark") and self._said.has(place.flow.text)
        if key == "RC" and owner is not None and "/Contents" in owner:
            return
        about = (place.flow.page, self._where(place).box, place.flow.text)
        if about in self._notes:
            return  # programs write a note twice and thrice
        self._notes.add(about)
        quiet = shown or personal.was_redacted(place.flow.text)
        severity = Severity.INFO if quiet else Severity.WARNING
        yield self._finding(Kind.ANNOTATION, severity, 0.9, "finding.annotation", place)

    def _field(self, place: Place) -> Iterator[Finding]:
        key = place.flow.place.rpartition("/")[2]
        text = place.flow.text
        named = personal.names_someone(text)
        if place.flow.place.endswith("XFA"):
            # Whole, since it is no XML by itself: lists and answers cannot be told apart.
            if personal.EMAIL.search(text) and not self._said.has(text):
                yield self._finding(Kind.FORM_VALUE, Severity.WARNING, 0.5, "finding.form", place)
        elif place.flow.place in _XFA_OFFERS:
            if named and not self._said.has(text):
                severity = Severity.WARNING if personal.has_contact(text) else Severity.INFO
                yield self._finding(Kind.FORM_VALUE, severity, 0.4, "finding.form", place)
        elif key in _SIGNED or place.flow.place == "Signature":
            if named and not self._said.has(text):
                yield self._finding(Kind.FORM_VALUE, Severity.WARNING, 0.8, "finding.form", place)
        elif key == "V":
            if (
                not means_something(text)
                or self._said.has(text)
                or self._said.has(_choice(place.owner, text) or text)
            ):
                yield self._finding(
                    Kind.FORM_VALUE, Severity.INFO, 0.9, "finding.form-shown", place
                )
            else:
                yield self._finding(Kind.FORM_VALUE, Severity.LEAK, 0.9, "finding.form", place)
        elif (key in ("DV", "RV") or named) and not self._said.has(text):
            # What a blank form offers is nobody's answer.
            offered = key in ("DV", "Opt")
            yield self._finding(
                Kind.FORM_VALUE,
                _of_offer(named=named) if offered else Severity.LEAK if named else Severity.WARNING,
                0.8 if named else 0.5,
                "finding.form",
                place,
            )

    def _structure(self, place: Place) -> Iterator[Finding]:
        key = place.flow.place.rpartition("/")[2]
        text = place.flow.text
        if self._said.has(text):
            return
        named = personal.names_someone(text)
        replaced = key in ("ActualText", "E") and len(text.strip()) > 3
        if named or (replaced and not self._said.has_words(text)):
            path = bool(_LOCAL.search(text))  # where the author's picture came from
            yield self._finding(
                Kind.STRUCTURE_TEXT,
                Severity.LEAK if named and not path else Severity.WARNING,
                0.9 if named else 0.5,
                "finding.structure",
                place,
            )

    # --- files ----------------------------------------------------------------------------------

    def _attachments(self) -> Iterator[Finding]:
        seen: set[tuple[int, int]] = set()
        for number, page in enumerate(self._pdf.pages, 1):
            annots = page.obj.get("/Annots")
            for annot in annots if isinstance(annots, pikepdf.Array) else ():
                if (
                    isinstance(annot, pikepdf.Dictionary)
                    and annot.get("/Subtype") == "/FileAttachment"
                ):
                    spec = annot.get("/FS")
                    box = rectangle(annot.get("/Rect"), self._matrices.get(number))
                    yield from self._file(spec, number, box, seen)
        try:
            items = list(self._pdf.attachments.items())
        except (pikepdf.PdfError, ValueError, TypeError, AttributeError):
            return
        for _, attached in items:
            yield from self._file(attached.obj, None, None, seen)

    def _thumbnails(self) -> Iterator[Finding]:
        """Small pictures of pages, drawn when they were last saved by the program that made
        them: before the redaction (ISO 32000-2, 12.3.4)."""
        for number, page in enumerate(self._pdf.pages, 1):
            if isinstance(page.obj.get("/Thumb"), pikepdf.Stream):
                yield Finding(
                    Kind.METADATA,
                    Severity.WARNING,
                    0.6,
                    "finding.thumbnail",
                    number,
                    None,
                    Channel.METADATA,
                    "",
                    "Thumb",
                )

    def _file(
        self, spec: Any, page: int | None, box: Box | None, seen: set[tuple[int, int]]
    ) -> Iterator[Finding]:
        if not isinstance(spec, pikepdf.Dictionary) or spec.objgen in seen:
            return
        if spec.is_indirect:
            seen.add(spec.objgen)
        name = str(spec.get("/UF", spec.get("/F", "")))
        yield Finding(
            Kind.ATTACHMENT,
            Severity.WARNING,
            1.0,
            "finding.attachment",
            page,
            box,
            Channel.ATTACHMENT,
            name,
            name,
        )


#: What an XFA form is made of: captions, lists to choose from, scripts (XFA 3.3, « template »).
#: What was filled in stands in elements of the form's own names.
_XFA_OFFERS = frozenset(
    f"XFA {name}" for name in ("text", "script", "exData", "speak", "toolTip", "desc", "p", "span")
)
#: What a signature says of itself (ISO 32000-2, table 255); nobody meant to hide it.
_SIGNED = frozenset(("Reason", "Location", "ContactInfo"))


def _of_offer(*, named: bool) -> Severity:
    return Severity.WARNING if named else Severity.INFO


def _choice(field: Any, value: str) -> str | None:
    """What a list shows for the value that it exports (ISO 32000-2, 12.7.5.4)."""
    options = None
    for _ in range(8):
        if not isinstance(field, pikepdf.Dictionary):
            return None
        options = field.get("/Opt")
        if options is not None:
            break
        field = field.get("/Parent")
    for option in options if isinstance(options, pikepdf.Array) else ():
        if isinstance(option, pikepdf.Array) and len(option) == 2 and str(option[0]) == value:
            return str(option[1])
    return None


def rectangle(value: Any, matrix: Any) -> Box | None:
    """A rectangle of a page's objects as a box of the page as displayed."""
    try:
        x0, y0, x1, y1 = (float(v) for v in value)
    except (TypeError, ValueError):
        return None
    if matrix is None:
        return None
    points = [_through(matrix, x, y) for x, y in ((x0, y0), (x1, y1), (x0, y1), (x1, y0))]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _through(matrix: Any, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _is_property(place: str) -> bool:
    """Whether it is a property that a person may have written, not the file's machinery."""
    last = place.rpartition("/")[2].rpartition(" ")[2]
    return (place.startswith("XMP ") and last in ("li", "title", "subject", "Keywords")) or (
        "/" not in place and last in ("Title", "Subject", "Keywords", "Author", "Company")
    )


def _spaced(address: str) -> str:
    """An address as words: « /agents/Solange_Beranger.pdf »."""
    return re.sub(r"[_+./=&?#-]+", " ", address)
