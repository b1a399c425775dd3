"""What was occulted in the pictures inside a document: areas without pixels left, and nothing of
the letters left to read. The copy's pictures are read anew; the writer is not asked."""

import email
import email.policy
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

from PIL import Image, ImageOps, ImageSequence

from redactor.formats import embedded, images, ocr
from redactor.formats.base import Area, Plan, ReadOptions
from redactor.formats.rows import RECOGNISED
from redactor.formats.slots import NAME_MARK
from redactor.release.verify import binary
from redactor.release.verify.kept import Kept, spans_by_flow
from redactor.release.verify.needles import WALL, Needles, Reading
from redactor.release.verify.report import Leak, Place
from redactor.text.flow import Channel, Flow, Unread

#: Of 255: what re-encoding leaves of one flat colour, beside the edge of the area.
_FLAT = 40
#: Pixels at the area's edge that a lossy picture blurs into it.
_EDGE = 8
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)


def part_of(flow: Flow) -> str:
    """The picture that a flow was read in, empty for any other flow."""
    return flow.id.rpartition(RECOGNISED)[0]


class Illustrations:
    """The plan's places in pictures, looked for in a copy."""

    def __init__(
        self, flows: Sequence[Flow], plan: Plan, needles: Needles, reading: ReadOptions
    ) -> None:
        self._areas: dict[str, list[Area]] = {}
        for area in plan.areas:
            if area.part:
                self._areas.setdefault(area.part, []).append(area)
        self._spans = spans_by_flow(plan)
        self._flows: dict[str, list[Flow]] = {}
        for flow in flows:
            if part_of(flow):
                self._flows.setdefault(part_of(flow), []).append(flow)
        self._read = {
            part for part, own in self._flows.items() if any(f.id in self._spans for f in own)
        }
        self._needles, self._reading = needles, reading
        self.unread: list[Unread] = []

    def leaks(self, copy: Path) -> Iterator[Leak]:
        data = copy.read_bytes() if self._areas or self._read else b""
        reader = ocr.reader(self._reading.ocr_cache) if self._read else None
        try:
            for part in sorted(self._areas.keys() | self._read):
                picture = _inside(data, self._called(part))
                if picture is None:
                    continue
                yield from self._pixels(part, picture)
                if part in self._read:
                    yield from self._letters(part, picture, reader)
        finally:
            if reader is not None:
                reader.close()

    def _called(self, part: str) -> str:
        """The name that the copy has for a part: what was occulted in it gave way."""
        folder, slash, base = part.rpartition("/")
        for span in sorted(self._spans.get(f"{part}#name", ()), reverse=True):
            base = base[: span.start] + NAME_MARK + base[span.end :]
        return folder + slash + base

    def _pixels(self, part: str, data: bytes) -> Iterator[Leak]:
        try:
            left = [a for a in self._areas.get(part, ()) if _shows(data, a)]
        except _BROKEN:
            self.unread.append(Unread(self._needles.safe(part), "unread.part"))
            return
        for area in left:
            yield Leak((area.id,), self._place(part, "pixels"), "area")

    def _letters(self, part: str, data: bytes, reader: ocr.Reader | None) -> Iterator[Leak]:
        readings = [images.read(data, reader)]
        with suppress(ValueError):
            readings.append(images.read(images.without_boxes(data), reader))
        if reader is None or readings[0].why in ("unread.part", "unread.ocr-too-long"):
            self.unread.append(Unread(self._needles.safe(part), "unread.ocr-poor"))
            return
        there: Counter[str] = Counter()
        for found in readings:
            text = WALL.join(block.text for block in found.blocks)
            there |= Counter(hit.key for hit in self._needles.find(Reading(text)))
        kept = Kept(self._flows[part], self._spans, self._needles)
        for key, count in there.items():
            if count > len(kept.slots.get(key, ())):
                place = self._place(part, "tesseract")
                yield Leak(self._needles.occultations(key), place, "text")

    def _place(self, part: str, engine: str) -> Place:
        return Place(self._needles.safe(part), None, Channel.OCR, engine)


def _inside(data: bytes, part: str) -> bytes | None:
    """The bytes of a part at any depth: ``outer.xlsx!xl/media/image1.png`` in a package, ``2.1``
    in a message, ``data-0`` in a page; None where there is no such part."""
    first, _, rest = part.partition("!")
    if data.startswith(b"PK"):
        found = _of_zip(data, first)
    elif first.startswith(embedded.NAME):
        found = _of_page(data, first)
    else:
        found = _of_message(data, first)
    return _inside(found, rest) if found is not None and rest else found


def _of_zip(data: bytes, part: str) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(part)
    except (KeyError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return None


def _of_message(data: bytes, part: str) -> bytes | None:
    message: object = email.message_from_bytes(data, policy=email.policy.default)
    for number in part.split(".") if part else ():
        children = message.get_payload() if isinstance(message, EmailMessage) else None
        at = int(number) - 1 if number.isdigit() else -1
        if not isinstance(children, list) or not 0 <= at < len(children):
            return None
        message = children[at]
    found = message.get_payload(decode=True) if isinstance(message, EmailMessage) else None
    return found if isinstance(found, bytes) else None


def _of_page(data: bytes, name: str) -> bytes | None:
    text = binary.decode(data)
    return next((each.data for each in embedded.files(text) if each.name == name), None)


def _shows(data: bytes, area: Area) -> bool:
    with Image.open(io.BytesIO(data)) as picture:
        return any(
            _varies(ImageOps.exif_transpose(frame.copy()), area)
            for frame in ImageSequence.Iterator(picture)
        )


def _varies(frame: Image.Image, area: Area) -> bool:
    x0, y0, x1, y1 = (round(edge) for edge in area.box)
    edge = min(_EDGE, (x1 - x0) // 4, (y1 - y0) // 4)
    region = (
        max(x0 + edge, 0),
        max(y0 + edge, 0),
        min(x1 - edge, frame.width),
        min(y1 - edge, frame.height),
    )
    if region[2] <= region[0] or region[3] <= region[1]:
        return False
    layered = frame.crop(region).convert("RGBA")
    low, high = layered.convert("L").getextrema()
    clear = layered.getchannel("A").getextrema()[0]
    return bool(high - low > _FLAT or clear < 255)  # type: ignore[operator]
