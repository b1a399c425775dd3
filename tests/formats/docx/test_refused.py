"""Word files that are not opened, or of which no copy is made."""

from pathlib import Path

import pytest

from redactor.formats.base import Plan
from redactor.formats.docx import ADAPTER
from redactor.formats.errors import CannotRedact, Damaged, Hostile, NeedsPassword, WrongType
from tests.formats.asking import READING, plan_for
from tests.formats.docx.embedded import book
from tests.formats.docx.helpers import flows_of, redact
from tests.formats.docx.markup import (
    document,
    paragraph,
    relation,
    relations,
    run,
    types_of,
    zipped,
)
from tests.formats.docx.torture import NAME, documents


def test_an_unknown_part_that_holds_the_name_stops_the_export(tmp_path: Path) -> None:
    for content in ("Verdier", "VERDIER", "verdier"):
        for encoding in ("utf-8", "utf-16-le"):
            parts = documents()
            parts["word/inconnu.dat"] = b"\x00\x01" + content.encode(encoding) + b"\x02"
            rels = str(parts["word/_rels/document.xml.rels"])
            line = relation("rIdX", "http://exemple.fr/inconnu", "inconnu.dat")
            parts["word/_rels/document.xml.rels"] = rels.replace("</Rel", line + "</Rel")
            parts["word/document.xml"] = document(paragraph(run("M. Verdier")))
            path = tmp_path / "inconnu.docx"
            path.write_bytes(zipped(parts))
            with pytest.raises(CannotRedact) as caught:
                redact(path, plan_for(flows_of(path), "Verdier"))
            assert caught.value.facts == {"where": "word/inconnu.dat"}
            assert not (tmp_path / "copie.docx").exists()


def test_a_malformed_part_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    parts = documents()
    parts["word/footer1.xml"] = "<w:ftr><w:p></w:ftr>"
    path = tmp_path / "casse.docx"
    path.write_bytes(zipped(parts))
    with pytest.raises(Damaged) as caught:
        redact(path, Plan())
    assert caught.value.facts == {"where": "word/footer1.xml"}
    assert not (tmp_path / "copie.docx").exists()


def test_entities_are_refused(tmp_path: Path) -> None:
    body = document(paragraph(run("&b;")))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types_of("word/document.xml"),
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": body.replace("<w:doc", bomb + "<w:doc", 1),
    }
    path = tmp_path / "entites.docx"
    path.write_bytes(zipped(parts))
    with pytest.raises(Hostile):
        flows_of(path)


def test_a_workbook_named_docx_is_not_word(tmp_path: Path) -> None:
    path = tmp_path / "classeur.docx"
    path.write_bytes(book(NAME))
    with pytest.raises(WrongType):
        ADAPTER.open(path, options=READING)


def test_a_document_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "protege.docx"
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    path.write_bytes(container + "EncryptedPackage".encode("utf-16-le") + bytes(600))
    assert ADAPTER.recognises(path, path.read_bytes()[:64])
    with pytest.raises(NeedsPassword):
        ADAPTER.open(path, options=READING)
