"""Embedded fonts: the letters that a copy shows no more leave neither shape, text nor name."""

import io
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from fontTools.misc import eexec
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

from redactor.check.inspection import check
from redactor.formats.pdf import fontprogram, outlines, subsets
from tests.formats.pdf import embedded_fonts as fonts
from tests.formats.pdf.build import line, page, redact, save

SAID, NAME = "Le dossier de", "Kwyzax"
LETTERS = "".join(dict.fromkeys((SAID + NAME).replace(" ", "")))
ALONE = set("Kwyzax") - set(SAID)
FontOf = Callable[[pikepdf.Pdf], Dictionary]


def _shown(text: str, wide: bool) -> bytes:
    if not wide:
        return text.encode("ascii").hex().encode()
    return "".join(f"{LETTERS.index(one) + 1:04x}" for one in text).encode()


def _line(text: str, y: int, wide: bool) -> bytes:
    """Each word on its own, so that no font needs a space."""
    shown, x = b"", 72.0
    for word in text.split():
        shown += b"BT /F1 12 Tf %.1f %d Td <%s> Tj ET\n" % (x, y, _shown(word, wide))
        x += 6 * len(word) + 6
    return shown


def _file(path: Path, font_of: FontOf, wide: bool = False) -> Path:
    def build(pdf: pikepdf.Pdf) -> None:
        content = _line(f"{SAID} {NAME}", 700, wide) + _line(SAID, 600, wide)
        page(pdf, content, Font={"/F1": font_of(pdf)})

    return save(path, build)


KINDS: dict[str, FontOf] = {
    "composite": lambda pdf: fonts.composite(pdf, LETTERS),
    "composite of names": lambda pdf: fonts.composite_of_names(pdf, LETTERS),
    "truetype": lambda pdf: fonts.simple(pdf, LETTERS, "TrueType"),
    "type1": lambda pdf: fonts.simple(pdf, LETTERS, "Type1"),
    "type1c": lambda pdf: fonts.simple(pdf, LETTERS, "Type1C"),
    "type3": lambda pdf: fonts.type3(pdf, LETTERS),
}


def _letters(path: Path) -> set[str]:
    """What the first page's font has, in its program and around it."""
    with pikepdf.open(path) as pdf:
        font: Any = pdf.pages[0].obj.Resources.Font.F1
        found = set(str(font.get("/Encoding", {}).get("/Differences", "")))
        if font.Subtype == Name.Type3:
            return {str(key)[1:] for key in font.CharProcs.keys()}  # noqa: SIM118
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        found = {chr(code) for code in subsets._listed(font)} if inner is font else set()
        found |= {chr(int(text, 16)) for text in subsets._texts(font).values()}
        descriptor = inner.FontDescriptor
        found |= set(str(descriptor.get("/CharSet", "")).split("/"))
        return found | _drawn(descriptor)


def _drawn(descriptor: Dictionary) -> set[str]:
    if "/FontFile" in descriptor:
        data = descriptor.FontFile.read_bytes()
        plain, _ = eexec.decrypt(data[data.index(b"eexec") + 6 :], 55665)
        clear = re.findall(rb"dup \d+ /(\w) put", data)
        return {one.decode() for one in [*clear, *re.findall(rb"/(\w) \d+ RD ", plain)]}
    if "/FontFile3" in descriptor:
        top = fontprogram._cff(descriptor.FontFile3.read_bytes())["CFF "].cff[0]
        if descriptor.FontFile3.Subtype == Name.Type1C:
            return set(top.charset)
        drawn = {
            LETTERS[n - 1]
            for n, one in enumerate(top.charset)
            if n and _draws(top.CharStrings[one])
        }
        return drawn | set(top.charset)
    font = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    glyphs = font["glyf"]
    outlined = {
        LETTERS[n - 1]
        for n, name in enumerate(glyphs.keys())
        if n and glyphs[name].numberOfContours
    }
    named = set(font.getGlyphOrder()) if font["post"].formatType == 2 else set()
    return outlined | named | {chr(code) for code in font.getBestCmap()}


def _draws(glyph: Any) -> bool:
    pen = RecordingPen()
    glyph.draw(pen)
    return bool(pen.value)


def test_an_accented_letter_keeps_the_two_that_it_is_made_of() -> None:
    data = fonts.type1("eaB", {"eacute": ("e", "B")})
    use = fontprogram.Use({0xE9}, {0xE9: "eacute"})
    cut = fontprogram.type1(data, [use])
    assert set(cut.names) == {".notdef", "eacute", "e", "B"}
    plain, _ = eexec.decrypt(cut.data[cut.parts[0] : cut.parts[0] + cut.parts[1]], 55665)
    assert b"/eacute " in plain
    assert b"/a " not in plain


def test_outlines_out_of_order_are_kept_and_emptied() -> None:
    one, two, three = (bytes([0, 1]) + bytes([n]) * 14 for n in (1, 2, 3))
    starts = (32, 16, 0, 48)
    assert list(starts) != sorted(starts)  # the trap: the first glyph lies last
    tables = {
        "head": bytes(50) + struct.pack(">h", 1),
        "loca": struct.pack(">4L", *starts),
        "glyf": one + two + three,
    }
    assert outlines.keep(tables, {0, 2}) == {0, 2}
    assert struct.unpack(">4L", tables["loca"]) == (0, 16, 16, 32)
    assert tables["glyf"] == three + one  # and nothing of the second


@pytest.mark.parametrize("kind", KINDS)
def test_the_letters_of_a_name_leave_their_font(kind: str, tmp_path: Path) -> None:
    wide = kind.startswith("composite")
    path = _file(tmp_path / "in.pdf", KINDS[kind], wide)
    assert _letters(path) >= ALONE, "the fixture's font lacks the name's letters"

    redact(path, tmp_path / "out.pdf", NAME)

    assert not _letters(tmp_path / "out.pdf") & ALONE


@pytest.mark.parametrize("kind", KINDS)
def test_letters_that_stay_are_drawn_as_they_were(kind: str, tmp_path: Path) -> None:
    path = _file(tmp_path / "in.pdf", KINDS[kind], kind.startswith("composite"))
    redact(path, tmp_path / "out.pdf", NAME)

    below = pymupdf.Rect(0, 150, 595, 842)  # the line that the name is not on
    before, after = (
        pymupdf.open(each)[0].get_pixmap(dpi=150, clip=below)
        for each in (path, tmp_path / "out.pdf")
    )
    assert before.samples == after.samples
    assert len(set(before.samples)) > 1, "the fixture draws nothing there"


def test_our_own_check_finds_no_letters_left(tmp_path: Path) -> None:
    path = _file(tmp_path / "in.pdf", KINDS["composite"], wide=True)
    redact(path, tmp_path / "out.pdf", NAME)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:  # as a tool that trims nothing leaves it
        pdf.pages[0].obj.Resources.Font.F1 = fonts.composite(pdf, LETTERS)
        pdf.save(tmp_path / "untrimmed.pdf")

    def left(name: str) -> list[str]:
        found = check(tmp_path / name).findings
        return [one.text for one in found if one.message == "finding.glyphs"]

    assert left("untrimmed.pdf")
    assert not left("out.pdf")


ELSEWHERE = {
    "form": lambda pdf, p, made: p.obj.Resources.__setitem__(
        "/XObject", Dictionary(X=_stream(pdf, made, Type=Name.XObject, Subtype=Name.Form))
    ),
    "pattern": lambda pdf, p, made: p.obj.Resources.__setitem__(
        "/Pattern",
        Dictionary(
            X=_stream(pdf, made, PatternType=1, PaintType=1, TilingType=1, XStep=99, YStep=99)
        ),
    ),
    "appearance": lambda pdf, p, made: p.obj.__setitem__(
        "/Annots",
        Array(
            [
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Stamp,
                    Rect=Array([100, 100, 200, 140]),
                    AP=Dictionary(N=_stream(pdf, made, Type=Name.XObject, Subtype=Name.Form)),
                )
            ]
        ),
    ),
}


def _stream(pdf: pikepdf.Pdf, font: Dictionary, **entries: object) -> Stream:
    # Without resources of its own a form would draw with the page's; here it has some.
    made = Stream(pdf, b"BT /G 12 Tf 5 5 Td <" + _shown("zy", wide=True) + b"> Tj ET")
    made.BBox = Array([0, 0, 100, 40])
    made.Resources = Dictionary(Font=Dictionary(G=font))
    for key, value in entries.items():
        made["/" + key] = value
    return pdf.make_indirect(made)


@pytest.mark.parametrize("home", ELSEWHERE)
def test_letters_drawn_elsewhere_stay(home: str, tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        font = fonts.composite(pdf, LETTERS)
        use = b"/Pattern cs /X scn 10 10 80 80 re f\n" if home == "pattern" else b"/X Do\n"
        content = _line(f"{SAID} {NAME}", 700, wide=True) + use * (home != "appearance")
        ELSEWHERE[home](pdf, page(pdf, content, Font={"/F1": font}), font)

    path = save(tmp_path / "in.pdf", build)

    redact(path, tmp_path / "out.pdf", NAME)

    left = _letters(tmp_path / "out.pdf")
    assert left >= {"z", "y"}
    assert not left & (ALONE - {"z", "y"})


def test_a_code_of_which_its_font_says_nothing_stays(tmp_path: Path) -> None:
    """The trap: another font draws with the same program, and lists no code at all."""

    def build(pdf: pikepdf.Pdf) -> None:
        font: Any = fonts.composite(pdf, LETTERS)
        page(pdf, _line(f"{SAID} {NAME}", 700, wide=True), Font={"/F1": font})
        inner = pdf.make_indirect(Dictionary(font.DescendantFonts[0]))
        del inner["/W"]
        inner.DW = 500
        silent = Dictionary(font)
        silent.DescendantFonts = Array([inner])
        del silent["/ToUnicode"]
        content = _line("z", 700, wide=True)
        page(pdf, content, Font={"/F1": pdf.make_indirect(silent)})

    path = save(tmp_path / "in.pdf", build)

    redact(path, tmp_path / "out.pdf", NAME)

    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        descriptor: Any = pdf.pages[1].obj.Resources.Font.F1.DescendantFonts[0].FontDescriptor
        assert _drawn(descriptor) & ALONE == {"z"}


def test_a_font_of_forms_to_fill_in_keeps_its_letters(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        font = fonts.composite(pdf, LETTERS)
        page(pdf, _line(f"{SAID} {NAME}", 700, wide=True), Font={"/F1": font})
        pdf.Root.AcroForm = Dictionary(Fields=Array(), DR=Dictionary(Font=Dictionary(F1=font)))

    path = save(tmp_path / "in.pdf", build)

    redact(path, tmp_path / "out.pdf", NAME)

    assert _letters(tmp_path / "out.pdf") >= ALONE


def test_a_whole_font_keeps_its_letters(tmp_path: Path) -> None:
    every = "".join(map(chr, range(0x4E00, 0x4E00 + 200)))

    def build(pdf: pikepdf.Pdf) -> None:
        font = fonts.composite(pdf, LETTERS + every, name="Whole")
        page(pdf, _line(f"{SAID} {NAME}", 700, wide=True), Font={"/F1": font})

    path = save(tmp_path / "in.pdf", build)

    redact(path, tmp_path / "out.pdf", NAME)

    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        inner = pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0]
        program = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
        glyf = program["glyf"]
        drawn = [name for name in program.getGlyphOrder() if glyf[name].numberOfContours]
        assert len(drawn) == len(program.getGlyphOrder()) > len(every)


def test_a_font_that_shows_nothing_more_is_embedded_no_more(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line(SAID), Font={"/F1": fonts.composite(pdf, LETTERS)})

    with pikepdf.open(save(tmp_path / "in.pdf", build)) as pdf:
        assert subsets.trim(pdf) == (True, [])
        font: Any = pdf.pages[0].obj.Resources.Font.F1
        assert "/FontFile2" not in font.DescendantFonts[0].FontDescriptor
        assert not subsets._texts(font)


def test_a_broken_program_is_left_and_said(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        font = fonts.composite(pdf, LETTERS)
        file = font.DescendantFonts[0].FontDescriptor.FontFile2
        file.write(file.read_bytes()[:60])
        page(pdf, _line(f"{SAID} {NAME}", 700, wide=True), Font={"/F1": font})

    path = save(tmp_path / "in.pdf", build)
    with pikepdf.open(path) as pdf:
        _, warnings = subsets.trim(pdf)
        assert not warnings, "the fixture shows all its letters"
        pdf.pages[0].obj.Contents = Stream(pdf, _line(SAID, 600, wide=True))
        assert subsets.trim(pdf) == (True, [subsets.LEFT])


def test_a_font_whose_name_is_in_no_known_letters_is_left_and_said(tmp_path: Path) -> None:
    path = _file(tmp_path / "in.pdf", KINDS["composite"], wide=True)
    data = path.read_bytes()
    named = re.sub(rb"/BaseFont ?/([A-Za-z])", rb"/BaseFont/#b7", data)
    assert named != data, "the fixture names no font"
    path.write_bytes(named)
    with pikepdf.open(path) as pdf:
        pdf.pages[0].obj.Contents = Stream(pdf, _line(SAID, 600, wide=True))
        assert subsets.trim(pdf) == (False, [subsets.LEFT])
