"""A name in every channel of a Word file: each is read, and in the copy it is nowhere."""

import base64
import re
import zipfile
from contextlib import closing
from pathlib import Path

from redactor.formats import images, ocr
from redactor.formats.docx import ADAPTER
from redactor.text.flow import Channel
from tests.formats.asking import READING, every_part, plan_for, said_in, tags_of
from tests.formats.docx import sound
from tests.formats.docx.helpers import flows_of
from tests.formats.docx.torture import NAME, TAGS


def _holding(data: bytes) -> list[str]:
    """The parts in which the name can be read."""
    encoded = base64.b64encode(NAME.encode())[:-4]
    return [
        part for part, content in every_part(data) if said_in(content, NAME) or encoded in content
    ]


def test_the_file_is_a_trap(tortured: Path) -> None:
    """The name is in every kind of part, seen by a walk that knows no format."""
    parts = _holding(tortured.read_bytes())
    assert {
        "word/document.xml",
        "word/media/image1.png",
        "word/embeddings/Classeur1.xlsx!xl/sharedStrings.xml",
        "word/printerSettings/printerSettings1.bin",
        "customXml/item1.xml",
        "(comment)",
    } <= set(parts)
    assert len(parts) > 25


def test_every_channel_is_read(tortured: Path) -> None:
    said = " ".join(flow.text for flow in flows_of(tortured))
    seen = set(re.findall(rf"([\w-]+) {NAME}", said))
    assert seen == TAGS


def test_channels_are_told_apart(tortured: Path) -> None:
    channels = tags_of(flows_of(tortured), NAME)
    expected = {
        "corps": Channel.BODY,
        "insere": Channel.BODY,
        "supprime": Channel.REVISION,
        "moitie": Channel.REVISION,
        "deplace-de": Channel.REVISION,
        "auteur-suivi": Channel.REVISION,
        "texte-cache": Channel.HIDDEN,
        "orphelin": Channel.HIDDEN,
        "entete": Channel.HEADER,
        "pied": Channel.FOOTER,
        "note-bas": Channel.FOOTNOTE,
        "note-fin": Channel.ENDNOTE,
        "commentaire": Channel.COMMENT,
        "commentateur": Channel.COMMENT,
        "zone-texte": Channel.TEXTBOX,
        "zone-ancienne": Channel.HIDDEN,
        "champ-simple": Channel.FIELD,
        "index": Channel.FIELD,
        "infobulle": Channel.LINK,
        "image-desc": Channel.STRUCTURE,
        "controle-balise": Channel.FORM,
        "prop-auteur": Channel.METADATA,
        "classeur": Channel.EMBEDDED,
        "importe": Channel.BODY,
        "style-cache": Channel.HIDDEN,
        "sur-fond": Channel.HIDDEN,
        "blanc": Channel.HIDDEN,
        "minuscule": Channel.HIDDEN,
        "image-ocr": Channel.OCR,
        "rogne": Channel.OCR,
        "dessin": Channel.TEXTBOX,
        "ole": Channel.EMBEDDED,
        "imprimante": Channel.METADATA,
    }
    assert {tag: channels[tag] for tag in expected} == expected


def test_the_copy_holds_the_name_in_no_byte(tortured: Path, tmp_path: Path) -> None:
    out = tmp_path / "copie.docx"
    plan = plan_for(flows_of(tortured), NAME)
    with ADAPTER.open(tortured, options=READING) as source:
        written = source.write_redacted(out, plan)
    assert _holding(out.read_bytes()) == []
    assert [a.id for a in written.applied] == [o.id for o in plan.occultations]
    assert {"thumbnail", "printer-settings", "ole-object", "orphan-part", "image-metadata"} <= set(
        written.dropped
    )


def test_pictures_of_the_copy_are_read_in_vain(tortured: Path, tmp_path: Path) -> None:
    out = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        written = source.write_redacted(out, plan_for(flows_of(tortured), NAME))
    assert "cropped-pixels" in written.dropped
    reader = ocr.reader(READING.ocr_cache)
    assert reader is not None
    with closing(reader), zipfile.ZipFile(out) as archive:
        picture = images.without_boxes(archive.read("word/media/image2.png"))
        said = " ".join(block.text for block in images.read(picture, reader).blocks)
    assert "image-ocr" in said
    assert NAME not in said
    assert "rogne" not in said


def test_every_other_word_is_still_there(tortured: Path, tmp_path: Path) -> None:
    out = tmp_path / "copie.docx"
    before = flows_of(tortured)
    with ADAPTER.open(tortured, options=READING) as source:
        source.write_redacted(out, plan_for(before, NAME))
    after = {flow.id: flow.text for flow in flows_of(out)}
    for flow in before:
        # A word half deleted goes whole: the kept half is in the flow of the change, too.
        if flow.id in after and "moitie" not in flow.text:
            kept = [re.escape(piece) for piece in flow.text.split(NAME)]
            assert re.fullmatch(".{0,11}".join(kept), after[flow.id], re.DOTALL), flow.id
    lost = {flow.id for flow in before} - set(after)
    dropped = (
        "word/ancien.xml",
        "word/media/",
        "word/embeddings/oleObject1",
        "word/printer",
        "word/vbaProject",
        "word/recipientData",
    )
    unexpected = [i for i in lost if not i.startswith(dropped)]
    assert unexpected == []


def test_the_copy_is_a_sound_word_file(tortured: Path, tmp_path: Path) -> None:
    assert sound.problems(tortured) == []
    flows = flows_of(tortured)
    with ADAPTER.open(tortured, options=READING) as source:
        source.write_redacted(tmp_path / "copie.docx", plan_for(flows, NAME))
        source.write_audit(tmp_path / "audit.docx", plan_for(flows, NAME))
    assert sound.problems(tmp_path / "copie.docx") == []
    assert sound.problems(tmp_path / "audit.docx") == []


def test_a_reference_follows_its_bookmark(tortured: Path, tmp_path: Path) -> None:
    out = tmp_path / "copie.docx"
    with ADAPTER.open(tortured, options=READING) as source:
        source.write_redacted(out, plan_for(flows_of(tortured), NAME))
    text = dict(every_part(out.read_bytes()))["word/document.xml"].decode()
    assert 'w:name="signet_occulte"' in text
    assert 'w:anchor="signet_occulte"' in text


def test_the_same_bytes_give_the_same_copy(tortured: Path, tmp_path: Path) -> None:
    plan = plan_for(flows_of(tortured), NAME)
    for name in ("une.docx", "deux.docx"):
        with ADAPTER.open(tortured, options=READING) as source:
            source.write_redacted(tmp_path / name, plan)
    assert (tmp_path / "une.docx").read_bytes() == (tmp_path / "deux.docx").read_bytes()


def test_the_audit_copy_shows_the_same_spans(tortured: Path, tmp_path: Path) -> None:
    out = tmp_path / "audit.docx"
    before = flows_of(tortured)
    plan = plan_for(before, NAME)
    with ADAPTER.open(tortured, options=READING) as source:
        source.write_audit(out, plan)
    with ADAPTER.open(out, options=READING) as source:
        marked = source.marked()
    assert {(a.id, a.span) for a in marked} == {(o.id, o.span) for o in plan.occultations}
    after = {flow.id: flow.text for flow in flows_of(out)}
    assert all(after[flow.id] == flow.text for flow in before)
