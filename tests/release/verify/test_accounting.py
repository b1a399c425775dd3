"""One Martin may stay while another goes, and words that only look like one are none.

False alarms block a publication, so they are as bad as misses.
"""

from collections.abc import Sequence
from pathlib import Path

import pymupdf
import pytest

from redactor.formats.base import Occultation, Plan
from redactor.release.verify import Report, verify_copy
from redactor.text.flow import Channel, Flow, Span

Line = tuple[float, float, str]


def write(path: Path, lines: Sequence[Line], **options: object) -> None:
    document = pymupdf.open()
    page = document.new_page()
    for x, y, text in lines:
        page.insert_text((x, y), text, fontsize=11, **options)
    document.save(path, deflate=True, garbage=3)


def plan(flows: Sequence[Flow], *spans: tuple[str, str, int]) -> Plan:
    """Occult the n-th occurrence of a text in a flow."""
    by_id = {flow.id: flow.text for flow in flows}
    occultations = []
    for number, (flow, text, nth) in enumerate(spans):
        start = -1
        for _ in range(nth + 1):
            start = by_id[flow].index(text, start + 1)
        occultations.append(Occultation(f"o{number}", Span(flow, start, start + len(text))))
    return Plan(tuple(occultations))


def check(
    folder: Path, before: Sequence[Line], after: Sequence[Line], flows: Sequence[Flow], what: Plan
) -> Report:
    write(folder / "original.pdf", before)
    write(folder / "copy.pdf", after)
    return verify_copy(folder / "original.pdf", folder / "copy.pdf", flows, what, format="pdf")


TWO = (
    Flow("a", "Monsieur Martin, maire, préside.", page=1),
    Flow("b", "La plainte de Martin est classée.", page=1),
)
TWO_LINES = [
    (60.0, 80.0, "Monsieur Martin, maire, préside."),
    (60.0, 110.0, "La plainte de Martin est classée."),
]


def test_the_kept_one_may_stay(tmp_path: Path) -> None:
    after = [TWO_LINES[0], (60.0, 110.0, "La plainte de"), (172.0, 110.0, "est classée.")]
    report = check(tmp_path, TWO_LINES, after, TWO, plan(TWO, ("b", "Martin", 0)))
    assert not report.leaks, report


def test_the_wrong_one_gone_is_a_leak(tmp_path: Path) -> None:
    after = [(60.0, 80.0, "Monsieur"), (150.0, 80.0, ", maire, préside."), TWO_LINES[1]]
    report = check(tmp_path, TWO_LINES, after, TWO, plan(TWO, ("b", "Martin", 0)))
    assert report.leaks


def test_a_second_hidden_one_is_a_leak_beside_a_kept_one(tmp_path: Path) -> None:
    # The flows know two; the page holds a third, which nobody decided to keep.
    hidden = (60.0, 300.0, "Martin")
    after = [
        TWO_LINES[0],
        (60.0, 110.0, "La plainte de"),
        (172.0, 110.0, "est classée."),
        hidden,
    ]
    report = check(tmp_path, [*TWO_LINES, hidden], after, TWO, plan(TWO, ("b", "Martin", 0)))
    assert report.leaks


def test_two_kept_cells_are_not_the_occulted_name(tmp_path: Path) -> None:
    # An engine reads the two cells as one text; each word is kept on its own.
    flows = (
        Flow("a", "Jean Martin est absent.", page=1),
        Flow("c1", "Jean", page=1),
        Flow("c2", "Martin", page=1),
    )
    cells = [(60.0, 200.0, "Jean"), (120.0, 200.0, "Martin")]
    report = check(
        tmp_path,
        [(60.0, 80.0, "Jean Martin est absent."), *cells],
        [(125.0, 80.0, "est absent."), *cells],
        flows,
        plan(flows, ("a", "Jean Martin", 0)),
    )
    assert not report.leaks, report


def test_a_word_within_a_kept_word_is_not_the_name(tmp_path: Path) -> None:
    flows = (
        Flow("a", "Mme Marne habite ici.", page=1),
        Flow("b", "Le Val-de-Marneau et les Marnes.", page=1),
    )
    report = check(
        tmp_path,
        [(60.0, 80.0, "Mme Marne habite ici."), (60.0, 110.0, flows[1].text)],
        [(60.0, 80.0, "Mme"), (130.0, 80.0, "habite ici."), (60.0, 110.0, flows[1].text)],
        flows,
        plan(flows, ("a", "Marne", 0)),
    )
    assert not report.leaks, report


@pytest.mark.parametrize("text", ["Li", "A", "Roy", "Léa"])
def test_short_texts_do_not_alarm_by_chance(tmp_path: Path, text: str) -> None:
    other = "Il alla le à par oyez du royaume, lit à la lie, et la Leatrice."
    flows = (Flow("a", f"Mme {text} habite ici.", page=1), Flow("b", other, page=1))
    report = check(
        tmp_path,
        [(60.0, 80.0, f"Mme {text} habite ici."), (60.0, 110.0, other)],
        [(60.0, 80.0, "Mme"), (120.0, 80.0, "habite ici."), (60.0, 110.0, other)],
        flows,
        plan(flows, ("a", text, 0)),
    )
    assert not report.leaks, report


@pytest.mark.parametrize("text", ["Li", "A", "Roy"])
def test_short_texts_left_are_found(tmp_path: Path, text: str) -> None:
    flows = (Flow("a", f"Mme {text} habite ici.", page=1),)
    lines = [(60.0, 80.0, f"Mme {text} habite ici.")]
    report = check(tmp_path, lines, lines, flows, plan(flows, ("a", text, 0)))
    assert report.leaks


WORDS = [
    "Helvetica", "Text", "Normal", "w", "Page", "Type", "Font", "Contents", "obj", "endstream",
    "stream", "xref", "trailer", "Root", "Info", "Producer", "MuPDF", "BT", "Tj", "re", "Length",
    "FlateDecode", "WinAnsiEncoding", "helv", "PDF", "EOF", "Metadata", "f", "0", "1", "595", "65",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_the_formats_own_words_are_not_text(tmp_path: Path, word: str) -> None:
    flows = (Flow("a", f"Le mot {word} est ici.", page=1),)
    report = check(
        tmp_path,
        [(60.0, 80.0, f"Le mot {word} est ici.")],
        [(60.0, 80.0, "Le mot"), (220.0, 80.0, "est ici.")],
        flows,
        plan(flows, ("a", word, 0)),
    )
    assert report.sound, report


def test_a_label_is_not_the_word_it_repeats(tmp_path: Path) -> None:
    flows = (Flow("a", "Le nom est ici.", page=1),)
    what = Plan((Occultation("o", Span("a", 3, 6), "[nom]"),))
    report = check(
        tmp_path,
        [(60.0, 80.0, "Le nom est ici.")],
        [(60.0, 80.0, "Le"), (75.0, 80.0, "[nom]"), (110.0, 80.0, "est ici.")],
        flows,
        what,
    )
    assert not report.leaks, report


def test_a_kept_title_may_stand_twice(tmp_path: Path) -> None:
    # One flow speaks for the Info dictionary and for XMP, which say the same.
    import pikepdf

    flows = (
        Flow("a", "Mme Quernec habite ici.", page=1),
        Flow("m", "Maison Quernec", Channel.METADATA),
    )
    for name, lines in (
        ("original", [(60.0, 80.0, "Mme Quernec habite ici.")]),
        ("copy", [(60.0, 80.0, "Mme"), (140.0, 80.0, "habite ici.")]),
    ):
        path = tmp_path / f"{name}.pdf"
        write(path, lines)
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            pdf.docinfo["/Title"] = "Maison Quernec"
            packet = pikepdf.Stream(pdf, b"<x><t>Maison Quernec</t></x>")
            packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
            pdf.Root.Metadata = pdf.make_indirect(packet)
            pdf.save(path)
    what = plan(flows, ("a", "Quernec", 0))
    report = verify_copy(
        tmp_path / "original.pdf", tmp_path / "copy.pdf", flows, what, format="pdf"
    )
    assert not report.leaks, report
