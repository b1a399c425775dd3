"""Text files: encodings, line ends, marks, the audit page."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.formats.base import Occultation, Plan
from redactor.formats.errors import CannotRedact
from redactor.formats.plain import ADAPTER
from redactor.formats.plain.audit import read_back, render
from redactor.formats.plain.encoding import decode
from redactor.text.flow import Flow, Span


def plan(*edges: tuple[int, int], label: str = "") -> Plan:
    return Plan(
        tuple(Occultation(f"o{n}", Span("text", *e), label, "motif") for n, e in enumerate(edges))
    )


def redacted(path: Path, what: Plan) -> bytes:
    with ADAPTER.open(path) as source:
        source.write_redacted(path.with_name("copie"), what)
    return path.with_name("copie").read_bytes()


def text_of(path: Path) -> str:
    with ADAPTER.open(path) as source:
        (flow,) = source.read()
    assert isinstance(flow, Flow)
    return flow.text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_a_copy_keeps_its_encoding_and_line_ends(tmp_path: Path, encoding: str) -> None:
    text = "Hélène Œuvrard,\r\nélève\r\nde l’école\n"
    path = tmp_path / "note.txt"
    path.write_bytes(text.encode(encoding))
    assert text_of(path) == text
    out = redacted(path, plan((0, 14)))
    mark = "[occulte]" if encoding == "cp1252" else "█████"
    assert out.decode(encoding) == mark + text[14:]
    assert out[:2] == path.read_bytes()[:2] or not encoding.endswith(("sig", "16", "32"))


def test_a_byte_order_mark_is_not_counted(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"\xef\xbb\xbfAda")
    assert text_of(path) == "Ada"
    assert redacted(path, plan((0, 3))) == b"\xef\xbb\xbf" + "█████".encode()


def test_bytes_that_cp1252_leaves_out_are_latin_1(tmp_path: Path) -> None:
    """Old DOS files hold 0x81: read letter for byte, it comes back as it was."""
    path = tmp_path / "note.txt"
    path.write_bytes(b"pr\xe9fecture \x81")
    assert redacted(path, plan((0, 10))) == b"[occulte] \x81"


def test_binary_data_with_zeros_is_not_utf_16() -> None:
    assert decode(bytes(range(1, 256)) * 40 + b"\x00") is None
    assert decode("Réunion".encode("utf-16-le")) is not None


def test_a_label_that_would_break_the_syntax_gives_way_to_the_mark(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("nom;ville\nVerdier;Rennes\n", encoding="utf-8")
    assert redacted(path, plan((10, 17), label="nom; prénom")).decode().splitlines() == [
        "nom;ville",
        "█████;Rennes",
    ]
    assert "[L.311-6 1°];Rennes" in redacted(path, plan((10, 17), label="[L.311-6 1°]")).decode()


def test_spans_that_overlap_leave_one_mark(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Ada Verdier vint", encoding="utf-8")
    assert redacted(path, plan((0, 11), (4, 11))).decode() == "█████ vint"


def test_spans_that_touch_leave_two_marks(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("AdaVerdier", encoding="utf-8")
    assert redacted(path, plan((0, 3), (3, 10), label="[x]")).decode() == "[x][x]"


def test_a_span_outside_the_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Ada", encoding="utf-8")
    with pytest.raises(CannotRedact):
        redacted(path, plan((0, 9)))
    assert not (tmp_path / "copie").exists()


def test_markup_in_a_text_is_text_in_its_audit_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"<mark data-id='x'>Ada</mark> &amp; <script>\r\n</pre>")
    out = tmp_path / "page.audit.html"
    with ADAPTER.open(path) as source:
        source.write_audit(out, plan((18, 21)))
    with ADAPTER.open(out) as source:
        assert [(a.id, a.span) for a in source.marked()] == [("o0", Span("text", 18, 21))]
    found = read_back(out.read_bytes().decode())
    assert found is not None
    assert found[0] == text_of(path)
    assert "<script>" not in out.read_text()


def test_another_page_has_no_marks(tmp_path: Path) -> None:
    path = tmp_path / "autre.html"
    path.write_text("<pre><mark>Ada</mark></pre>")
    with ADAPTER.open(path) as source:
        assert source.marked() == []


@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.just("\n")),
    data=st.data(),
)
def test_an_audit_page_reads_back_as_it_was(text: str, data: st.DataObject) -> None:
    edge = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    edges = [(a, b) for a, b in data.draw(st.lists(edge, max_size=5)) if a < b]
    occultations = plan(*edges).occultations
    found = read_back(render("titre", text, occultations))
    assert found is not None
    assert found[0] == text
    assert sorted(found[1]) == sorted((o.id, o.span) for o in occultations)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.sampled_from("aé€œ█\u0301\r\n \t中"), min_size=1), data=st.data())
def test_outside_the_spans_no_character_changes(
    tmp_path: Path, text: str, data: st.DataObject
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(text.encode())
    edge = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    edges = [(a, b) for a, b in data.draw(st.lists(edge, max_size=4)) if a < b]
    kept = "".join(c for at, c in enumerate(text) if not any(a <= at < b for a, b in edges))
    out = redacted(path, plan(*edges, label="§")).decode()
    assert out.replace("§", "") == kept


def test_no_passage_crosses_the_rows_of_a_table(tmp_path: Path) -> None:
    table = tmp_path / "agents.csv"
    table.write_bytes(b'nom;note\r\nAnne\r\nRivoal;"Anne\r\nRivoal"\r\n')
    with ADAPTER.open(table) as source:
        (flow,) = [each for each in source.read() if isinstance(each, Flow)]
    across, inside = (found.span() for found in re.finditer(r"Anne\s+Rivoal", flow.text))
    assert flow.is_crossed(*across)
    assert not flow.is_crossed(*inside)
