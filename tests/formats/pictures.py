"""Pictures with letters in their pixels."""

import io
import struct

from PIL import Image, ImageDraw, ImageFont

_SIZE = 40


def letter(*lines: str, kind: str = "PNG", ground: str = "white") -> bytes:
    """A scan of some lines of print."""
    font = ImageFont.load_default(_SIZE)
    width = max(int(font.getlength(line)) for line in lines) + 80
    picture = Image.new("RGB", (width, 80 * len(lines) + 60), ground)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        draw.text((40, 40 + 80 * number), line, font=font, fill="black")
    out = io.BytesIO()
    picture.save(out, kind, dpi=(200, 200))
    return out.getvalue()


def metafile(*lines: str) -> bytes:
    """A drawing of Windows (EMF) that writes each line: [MS-EMF] §§ 2.3.4.2 and 2.3.5.8."""
    records = []
    for number, line in enumerate(lines):
        said = line.encode("utf-16-le")
        said += b"\0" * (-len(said) % 4)
        body = struct.pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
        body += struct.pack("<iiIII4iI", 10, 40 * number, len(line), 76, 0, 0, 0, -1, -1, 0)
        records.append(struct.pack("<II", 84, 8 + len(body) + len(said)) + body + said)
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    size = 88 + sum(map(len, records)) + len(end)
    header = struct.pack("<II4i4i", 1, 88, 0, 0, 400, 200, 0, 0, 10000, 5000) + b" EMF"
    header += struct.pack("<IIIHHIIIiiii", 0x10000, size, 2 + len(records), 1, 0, 0, 0, 0,
                          1000, 800, 300, 200)  # fmt: skip
    return header + b"".join(records) + end
