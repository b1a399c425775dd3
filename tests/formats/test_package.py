"""Zip and XML as hostile inputs."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from redactor.formats.errors import Damaged, Hostile, NeedsPassword, TooLarge
from redactor.formats.package import Limits, Package, is_safe_name, pack, write_package
from redactor.formats.xml import parse, serialise


def zipped(*parts: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "name", ["../a", "/a", "a/../../b", "a\\b", "C:/a", "a//b", "./a", "a\nb", ""]
)
def test_a_name_that_leaves_the_package_is_refused(name: str) -> None:
    assert not is_safe_name(name)
    if name:
        with pytest.raises(Hostile):
            Package(zipped((name, b"x")))


def test_ordinary_names_are_safe() -> None:
    assert all(map(is_safe_name, ["[Content_Types].xml", "word/média/image1.png", "_rels/.rels"]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    """Two readers would see two documents; Windows and Word make no difference of case."""
    with pytest.raises(Hostile):
        Package(zipped(("a.xml", b"1"), ("A.XML", b"2")))


def test_a_bomb_is_stopped_before_it_is_unpacked() -> None:
    bomb = zipped(("a.xml", bytes(40 * 1024 * 1024)))
    assert len(bomb) < 100_000
    with pytest.raises(TooLarge):
        Package(bomb)


def test_too_many_parts_and_too_much_in_all_are_refused() -> None:
    parts = [(f"{n}.xml", bytes(100)) for n in range(20)]
    with pytest.raises(TooLarge):
        Package(zipped(*parts), limits=Limits(entries=10))
    with pytest.raises(TooLarge):
        Package(zipped(*parts), limits=Limits(total=1000))


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(zipped(("a.xml", b"x" * 1000)))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    package = Package(bytes(data))
    with pytest.raises(Damaged):
        package.part("a.xml")


def test_a_size_that_lies_is_found_out_before_all_is_unpacked() -> None:
    size = 64 * 1024 * 1024
    data = bytearray(zipped(("a.xml", bytes(size))))
    at = data.rfind(b"PK\x01\x02")
    assert data[at + 24 : at + 28] == size.to_bytes(4, "little")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    package = Package(bytes(data))
    tracemalloc.start()
    with pytest.raises(Damaged):
        package.part("a.xml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < size / 8


def test_a_zip_with_a_password_says_so() -> None:
    data = bytearray(zipped(("a.xml", b"x")))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(NeedsPassword):
        Package(bytes(data))


def test_what_is_no_zip_is_damaged() -> None:
    with pytest.raises(Damaged):
        Package(b"PK\x03\x04 and nothing more")


def test_the_same_parts_give_the_same_bytes(tmp_path: Path) -> None:
    parts = [("b.xml", b"1"), ("a.xml", b"2")]
    write_package(tmp_path / "x.zip", parts)
    assert (tmp_path / "x.zip").read_bytes() == pack(parts)
    assert Package(pack(parts)).names == ("b.xml", "a.xml")


def test_a_copy_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "x.zip"
    out.write_bytes(b"before")

    def failing() -> list[tuple[str, bytes]]:
        raise Damaged(where="a.xml")

    with pytest.raises(Damaged):
        write_package(out, failing())
    assert [p.name for p in tmp_path.iterdir()] == ["x.zip"]
    assert out.read_bytes() == b"before"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(Hostile):
        parse(text.encode(encoding), "a.xml")


def test_a_document_type_behind_a_long_comment_is_refused() -> None:
    text = f"<!-- {'x' * 9000} --><!DOCTYPE a><a/>"
    with pytest.raises(Hostile):
        parse(text.encode(), "a.xml")


def test_a_word_that_looks_like_a_document_type_is_text() -> None:
    assert parse(b"<a>&lt;!DOCTYPE</a>", "a.xml").text == "<!DOCTYPE"


def test_a_tree_too_deep_is_damaged() -> None:
    with pytest.raises(Damaged):
        parse(b"<a>" * 400 + b"</a>" * 400, "a.xml")


def test_xml_is_written_as_it_was_read() -> None:
    data = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<a b=\"é\">c<!-- d --></a>"
    assert serialise(parse(data.encode(), "a.xml")).decode() == data
