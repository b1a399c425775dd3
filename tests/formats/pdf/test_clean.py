"""What a copy does not keep as it was, and what of the format's own is no leak in it."""

import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.formats.base import Occultation, Plan
from redactor.formats.pdf import ADAPTER
from redactor.release.verify import verify_copy
from redactor.release.verify.report import Report
from redactor.text.flow import Flow, Span
from redactor.text.fold import find_all
from tests.formats.pdf.build import everything, form, line, page, save


def _released(path: Path, word: str) -> tuple[Path, Report]:
    """The copy without `word`, and what verification says of it."""
    copy = path.with_name("copie.pdf")
    with ADAPTER.open(path) as source:
        flows = [each for each in source.read() if isinstance(each, Flow)]
        found = [(flow.id, *at) for flow in flows for at in find_all(word, flow.text)]
        plan = Plan(tuple(Occultation(f"o{n}", Span(*one)) for n, one in enumerate(found)))
        source.write_redacted(copy, plan)
    return copy, verify_copy(path, copy, flows, plan, format="pdf")


def test_what_a_sound_shows_is_redacted_though_it_plays_no_more(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        sound = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Sound,
            Rect=[72, 600, 272, 640],
            F=4,
            Sound=pdf.make_indirect(Stream(pdf, b"\0")),
            AP=Dictionary(N=form(pdf, line("Message de Kervella", 5, 12))),
        )
        page(pdf, line("Un message joint.")).obj.Annots = Array([pdf.make_indirect(sound)])

    copy, report = _released(save(tmp_path / "a.pdf", build), "Kervella")
    assert report.sound, report
    assert "Kervella" not in everything(copy)


def test_a_stream_that_breaks_off_is_packed_anew(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        added = page(pdf, line("Madame Kervella est venue."))
        cut = form(pdf, b"")
        cut.write(zlib.compress(b"0 0 9 9 re f\n" * 50)[:-4], filter=Name.FlateDecode)
        added.obj.Resources.XObject = Dictionary(Fm0=cut)
        added.obj.Contents = Stream(pdf, line("Madame Kervella est venue.") + b"/Fm0 Do\n")

    path = save(tmp_path / "a.pdf", build)
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax(), "the trap is not set"
    copy, report = _released(path, "Kervella")
    assert report.sound, report
    with pikepdf.open(copy) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_producers_own_entry_of_a_form_goes(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        stamp = form(pdf, line("Reçu", 5, 12))
        stamp["/PenArchive"] = Stream(pdf, b"drawn by Kervella")
        added = page(pdf, line("Vu par Kervella.") + b"/Fm0 Do\n")
        added.obj.Resources.XObject = Dictionary(Fm0=stamp)

    copy, report = _released(save(tmp_path / "a.pdf", build), "Kervella")
    assert report.sound, report
    assert b"PenArchive" not in copy.read_bytes()


def test_one_kept_name_accounts_for_each_place_where_it_stands(tmp_path: Path) -> None:
    def build(pdf: pikepdf.Pdf) -> None:
        look = Dictionary({"/N": Dictionary({"/kervellaChoice": form(pdf, b"0 0 9 9 re f")})})
        box = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String("case"), AP=look,
            Rect=[72, 600, 90, 618], AS=Name("/kervellaChoice"), V=Name("/kervellaChoice"),
        )  # fmt: skip
        note = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=[9, 9, 29, 29],
            Contents=String("Kervella"),
        )
        each = [pdf.make_indirect(one) for one in (box, note)]
        page(pdf, line("Cochez.")).obj.Annots = Array(each)
        pdf.Root.AcroForm = Dictionary(Fields=Array(each[:1]))

    copy, report = _released(save(tmp_path / "a.pdf", build), "Kervella")
    assert everything(copy).count("kervellaChoice") > 2, "the trap is not set"
    assert report.sound, report


def test_the_formats_own_words_are_no_leak(tmp_path: Path) -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf='
        b'"http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc='
        b'"http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>'
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )

    def build(pdf: pikepdf.Pdf) -> None:
        page(pdf, line("Application de la convention."))
        pdf.Root.Metadata = Stream(pdf, packet, Type=Name.Metadata, Subtype=Name.XML)

    copy, report = _released(save(tmp_path / "a.pdf", build), "Application")
    assert b"application/pdf" in everything(copy).encode(), "the trap is not set"
    assert report.sound, report
