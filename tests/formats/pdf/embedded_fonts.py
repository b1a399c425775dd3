"""Fonts made by script, of which each letter is a box of a height of its own."""

import io
from collections.abc import Mapping

from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.fontBuilder import FontBuilder
from fontTools.misc import eexec
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from redactor.formats.pdf import tounicode


def _draw(pen: object, height: int) -> None:
    pen.moveTo((50, 0))  # type: ignore[attr-defined]
    for point in ((50, height), (450, height), (450, 0)):
        pen.lineTo(point)  # type: ignore[attr-defined]
    pen.closePath()  # type: ignore[attr-defined]


def _height(letter: str) -> int:
    return 200 + 4 * (ord(letter) % 128)


def _names(letters: str) -> list[str]:
    return [".notdef", *letters]


def truetype(letters: str) -> bytes:
    """A TrueType program of which glyph n is the n-th letter, counted from 1."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(_names(letters))
    made.setupCharacterMap({ord(letter): letter for letter in letters})
    glyphs = {}
    for name in _names(letters):
        pen = TTGlyphPen(None)
        _draw(pen, 100 if name == ".notdef" else _height(name))
        glyphs[name] = pen.glyph()
    made.setupGlyf(glyphs)
    made.setupHorizontalMetrics(dict.fromkeys(_names(letters), (500, 50)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupPost(keepGlyphNames=letters.isascii())
    return _saved(made)


def cff(letters: str) -> bytes:
    """A bare CFF program with those letters, called by their names."""
    made = FontBuilder(1000, isTTF=False)
    made.setupGlyphOrder(_names(letters))
    made.setupCharacterMap({ord(letter): letter for letter in letters})
    programs = {}
    for name in _names(letters):
        pen = T2CharStringPen(500, None)
        _draw(pen, 100 if name == ".notdef" else _height(name))
        programs[name] = pen.getCharString()
    made.setupCFF("Made", {"FullName": "Made"}, programs, {})
    made.setupHorizontalMetrics(dict.fromkeys(_names(letters), (500, 50)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.font["CFF "].cff[0].Encoding = "StandardEncoding"
    return bytes(made.font["CFF "].compile(made.font))


def _saved(made: FontBuilder) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def type1(letters: str, accented: Mapping[str, tuple[str, str]] | None = None) -> bytes:
    """A Type 1 program (Adobe Type 1 Font Format, chapter 2).

    `accented`: glyphs made of two others (6.4, seac).
    """
    accented = accented or {}
    clear = (
        b"%!PS-AdobeFont-1.0: Made\n11 dict begin\n/FontName /Made def\n/FontType 1 def\n"
        b"/PaintType 0 def\n/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n"
        b"/FontBBox {0 -200 1000 900} readonly def\n/Encoding 256 array\n"
        b"0 1 255 {1 index exch /.notdef put} for\n"
    )
    clear += b"".join(f"dup {ord(one)} /{one} put\n".encode() for one in letters)
    clear += b"readonly def\ncurrentdict end\ncurrentfile eexec\n"
    glyphs = b"".join(_type1_glyph(name) for name in _names(letters))
    count = str(len(letters) + len(accented) + 1).encode()
    glyphs += b"".join(_type1_accented(name, *parts) for name, parts in accented.items())
    private = (
        b"dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly"
        b" def\n/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n"
        b"/BlueValues [] def\n/MinFeature {16 16} def\n/password 5839 def\n/lenIV 4 def\n"
        b"2 index /CharStrings " + count + b" dict dup begin\n"
        + glyphs
        + b"end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\n"
        b"mark currentfile closefile\n"
    )  # fmt: skip
    encrypted: bytes = eexec.encrypt(b"\0\0\0\0" + private, 55665)[0]
    tail = (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"
    return clear + encrypted + tail


def _type1_glyph(name: str) -> bytes:
    height = 100 if name == ".notdef" else _height(name)
    program = (
        _number(50) + _number(500) + b"\x0d"  # hsbw
        + _number(0) + b"\x04"  # vmoveto
        + _number(height) + b"\x07" + _number(400) + b"\x06" + _number(-height) + b"\x07"
        + b"\x09\x0e"  # closepath endchar
    )  # fmt: skip
    return _type1_entry(name, program)


def _type1_accented(name: str, letter: str, accent: str) -> bytes:
    codes = [StandardEncoding.index(part) for part in (letter, accent)]
    program = _number(50) + _number(500) + b"\x0d" + b"".join(map(_number, (50, 0, 300, *codes)))
    return _type1_entry(name, program + b"\x0c\x06")


def _type1_entry(name: str, program: bytes) -> bytes:
    data: bytes = eexec.encrypt(b"\0\0\0\0" + program, 4330)[0]
    return f"/{name} {len(data)} RD ".encode() + data + b" ND\n"


def _number(value: int) -> bytes:
    return b"\xff" + value.to_bytes(4, "big", signed=True)


def composite(pdf: Pdf, letters: str, name: str = "ABCDEF+Made") -> Dictionary:
    """A composite font whose code n is the n-th letter, with its ToUnicode table."""
    file = Stream(pdf, truetype(letters))
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/" + name),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=_descriptor(pdf, name, "/FontFile2", file),
        CIDToGIDMap=Name.Identity,
        DW=0,
        W=Array([1, Array([500] * len(letters))]),
    )
    table = {n: f"{ord(one):04X}" for n, one in enumerate(letters, 1)}
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/" + name),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
            ToUnicode=Stream(pdf, tounicode.write(table, wide=True)),
        )
    )


def composite_of_names(pdf: Pdf, letters: str, name: str = "ABCDEF+Made") -> Dictionary:
    """The same with a CFF program that has names for its letters and is asked by their order."""
    font = composite(pdf, letters, name)
    inner = font.DescendantFonts[0]
    inner.Subtype = Name.CIDFontType0
    del inner.CIDToGIDMap, inner.FontDescriptor.FontFile2
    file = Stream(pdf, cff(letters))
    file.Subtype = Name.CIDFontType0C
    inner.FontDescriptor.FontFile3 = pdf.make_indirect(file)
    return font


def simple(pdf: Pdf, letters: str, kind: str, name: str = "ABCDEF+Made") -> Dictionary:
    """A simple font; `kind` is ``TrueType``, ``Type1`` or ``Type1C``."""
    key, data = {
        "TrueType": ("/FontFile2", truetype),
        "Type1": ("/FontFile", type1),
        "Type1C": ("/FontFile3", cff),
    }[kind]
    file = Stream(pdf, data(letters))
    if kind == "Type1C":
        file.Subtype = Name.Type1C
    codes = [ord(one) for one in letters]
    every = range(min(codes), max(codes) + 1)
    descriptor = _descriptor(pdf, name, key, file)
    if kind != "TrueType":
        descriptor.CharSet = String("".join("/" + one for one in sorted(set(letters))))
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name("/" + kind.rstrip("C")),
            BaseFont=Name("/" + name),
            FirstChar=min(codes),
            LastChar=max(codes),
            Widths=Array([500 if code in codes else 0 for code in every]),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=descriptor,
        )
    )


def type3(pdf: Pdf, letters: str) -> Dictionary:
    """A font whose glyphs are content streams."""
    programs = {
        "/" + one: Stream(pdf, f"500 0 d0 50 0 400 {_height(one)} re f".encode()) for one in letters
    }
    codes = [ord(one) for one in letters]
    named = [item for one in sorted(set(letters)) for item in (ord(one), Name("/" + one))]
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 500, 900]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=Dictionary(programs),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array(named)),
            FirstChar=min(codes),
            LastChar=max(codes),
            Widths=Array([500] * (max(codes) - min(codes) + 1)),
        )
    )


def _descriptor(pdf: Pdf, name: str, key: str, file: Stream) -> Dictionary:
    made = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/" + name),
        Flags=32,
        FontBBox=Array([0, -200, 1000, 900]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
    )
    made[key] = pdf.make_indirect(file)
    return pdf.make_indirect(made)
