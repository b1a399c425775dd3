"""Flows as blocks: structure kept, every character reachable."""

from hypothesis import given
from hypothesis import strategies as st

from redactor.text.flow import Cell, Channel, Flow, Kind
from redactor.ui.blocks import LONGEST, Style, blocks_of, code_point, utf16


def test_the_cells_of_a_row_are_one_block() -> None:
    cells = [
        Flow(f"c{r}{c}", f"{r}{c}", kind=Kind.CELL, cell=Cell(0, r, c))
        for r in range(2)
        for c in range(3)
    ]
    rows = list(blocks_of(cells))
    assert [block.style for block in rows] == [Style.ROW, Style.ROW]
    assert [piece.column for piece in rows[1].pieces] == [0, 1, 2]
    assert rows[0].columns == 3


def test_two_tables_that_touch_stay_apart() -> None:
    cells = [
        Flow("a", "a", kind=Kind.CELL, cell=Cell(0, 0, 0)),
        Flow("b", "b", kind=Kind.CELL, cell=Cell(1, 0, 0)),
    ]
    assert len(list(blocks_of(cells))) == 2


def test_hidden_channels_come_last_under_their_titles() -> None:
    flows = [
        Flow("m", "Auteur inventé", Channel.METADATA, place="dc:creator"),
        Flow("p", "Un paragraphe."),
        Flow("c", "Une remarque", Channel.COMMENT),
    ]
    blocks = list(blocks_of(flows))
    assert [block.style for block in blocks] == [
        Style.PARAGRAPH, Style.TITLE, Style.HIDDEN, Style.TITLE, Style.HIDDEN,
    ]  # fmt: skip
    assert blocks[-1].label == "dc:creator"
    assert next(blocks_of(flows, visible=False)).style is Style.TITLE


def test_a_header_is_said_to_be_one() -> None:
    (block,) = blocks_of([Flow("h", "Mairie", Channel.HEADER)])
    assert block.style is Style.ASIDE


def test_a_text_file_is_cut_at_its_lines() -> None:
    text = "".join(f"ligne {i}\n" for i in range(50))
    blocks = list(blocks_of([Flow("t", text, kind=Kind.SOURCE)]))
    assert len(blocks) == 50
    assert "".join(piece.text for block in blocks for piece in block.pieces) == text


@given(st.text(alphabet=st.sampled_from("ab é\n😀"), max_size=200))
def test_every_character_of_a_source_stands_in_one_piece(text: str) -> None:
    blocks = list(blocks_of([Flow("t", text, kind=Kind.SOURCE)]))
    pieces = [piece for block in blocks for piece in block.pieces]
    if not text.strip():
        assert not pieces
        return
    assert "".join(piece.text for piece in pieces) == text
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)


def test_a_line_without_end_is_cut_too() -> None:
    blocks = list(blocks_of([Flow("t", "x" * (3 * LONGEST), kind=Kind.SOURCE)]))
    lengths = [len(piece.text) for block in blocks for piece in block.pieces]
    assert sum(lengths) == 3 * LONGEST
    assert max(lengths) <= LONGEST


@given(st.text(max_size=50), st.integers(0, 50))
def test_positions_in_utf16_go_back(text: str, index: int) -> None:
    index = min(index, len(text))
    assert code_point(text, utf16(text, index)) == index
    assert utf16(text, index) == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


PARAGRAPH = Flow("p", "Il propose de verser 1 240 euros à l’intéressée.")


def test_a_comment_stands_in_the_margin_of_its_paragraph() -> None:
    note = Flow("c", "À vérifier", Channel.COMMENT, beside="p")
    (block,) = blocks_of([PARAGRAPH, note])
    assert [piece.flow for piece in block.pieces] == ["p", "c"]
    assert [block.in_margin(number) for number in (0, 1)] == [False, True]


def test_a_comment_on_a_paragraph_that_is_not_seen_stays_listed() -> None:
    note = Flow("c", "À vérifier", Channel.COMMENT, beside="elsewhere")
    assert [block.style for block in blocks_of([PARAGRAPH, note])][-1] is Style.HIDDEN


def test_a_tracked_change_is_told_word_by_word() -> None:
    was = Flow("r", "verser 900 euros à M. Le Goaster", Channel.REVISION, beside="p")
    shown, before = blocks_of([PARAGRAPH, was])
    (piece,) = shown.pieces
    assert [piece.text[a:b] for a, b in piece.new] == ["1 240", "l’intéressée"]
    assert before.style is Style.BEFORE
    (piece,) = before.pieces
    assert piece.text[slice(*piece.struck[0])] == "900"


def test_headers_come_first_and_notes_and_footers_last() -> None:
    flows = [
        PARAGRAPH,
        Flow("n", "Une note", Channel.FOOTNOTE),
        Flow("h", "Mairie", Channel.HEADER),
        Flow("f", "Page 1", Channel.FOOTER),
        Flow("e", "Une note de fin", Channel.ENDNOTE),
    ]
    assert [block.pieces[0].flow for block in blocks_of(flows)] == ["h", "p", "n", "e", "f"]
