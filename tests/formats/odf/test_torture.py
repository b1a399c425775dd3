"""A name in every channel of an OpenDocument file: each is read, and in the copy it is nowhere."""

import re
import zipfile
from pathlib import Path

import pytest

from redactor.formats.base import Plan
from redactor.formats.odf import SHEET, TEXT
from redactor.release.verify import verify_audit, verify_copy
from redactor.text.flow import Channel, Flow
from tests.formats.asking import READING, every_part, plan_for, said_in, tags_of
from tests.formats.odf import torture
from tests.formats.odf.torture import NAME, SHEET_TAGS, TEXT_TAGS

ADAPTERS = {".odt": TEXT, ".ods": SHEET}
TAGS = {".odt": TEXT_TAGS, ".ods": SHEET_TAGS}


@pytest.fixture(params=["text", "sheet"])
def tortured(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def flows_of(path: Path) -> list[Flow]:
    with ADAPTERS[path.suffix].open(path, options=READING) as source:
        return [each for each in source.read() if isinstance(each, Flow)]


def holding(path: Path) -> list[str]:
    """The parts in which the name can be read, markup that cuts it aside too."""
    return [part for part, content in every_part(path.read_bytes()) if said_in(content, NAME)]


def redacted(path: Path, tmp_path: Path, plan: Plan | None = None) -> Path:
    out = tmp_path / f"copie{path.suffix}"
    with ADAPTERS[path.suffix].open(path, options=READING) as source:
        source.write_redacted(out, plan or plan_for(flows_of(path), NAME))
    return out


def test_the_file_is_a_trap(text: Path, sheet: Path) -> None:
    parts = set(holding(text))
    assert {"content.xml", "styles.xml", "meta.xml", "settings.xml", "(comment)"} <= parts
    assert {"Object 1/content.xml", "ObjectReplacements/Object 1", "layout-cache"} <= parts
    assert len(parts) > 15
    assert {"content.xml", "styles.xml", "meta.xml", "settings.xml"} <= set(holding(sheet))


def test_every_channel_is_read(tortured: Path) -> None:
    said = " ".join(flow.text for flow in flows_of(tortured))
    seen = set(re.findall(rf"([\w-]+) {NAME}", said))
    assert TAGS[tortured.suffix] - seen == set()
    assert re.search(rf"prop-modele/{NAME}\.ott", said)


def test_links_variables_and_part_names_are_read(text: Path) -> None:
    said = {flow.text for flow in flows_of(text)}
    assert {f"https://exemple.fr/lien-cible/{NAME}", f"variable_{NAME}"} <= said
    assert {f"perso_{NAME}", f"portrait-{NAME}.png"} <= said


def test_channels_are_told_apart(text: Path, sheet: Path) -> None:
    expected = {
        "corps": Channel.BODY,
        "insere": Channel.BODY,
        "supprime": Channel.REVISION,
        "moitie": Channel.REVISION,
        "a-cheval": Channel.REVISION,
        "perdu": Channel.REVISION,
        "auteur-suivi": Channel.REVISION,
        "texte-cache": Channel.HIDDEN,
        "section-cachee": Channel.HIDDEN,
        "inconnu": Channel.HIDDEN,
        "style-blanc": Channel.HIDDEN,
        "style-minuscule": Channel.HIDDEN,
        "image-ocr": Channel.OCR,
        "ole": Channel.EMBEDDED,
        "entete": Channel.HEADER,
        "pied": Channel.FOOTER,
        "note-bas": Channel.FOOTNOTE,
        "note-fin": Channel.ENDNOTE,
        "commentaire": Channel.COMMENT,
        "commentateur": Channel.COMMENT,
        "zone-texte": Channel.TEXTBOX,
        "infobulle": Channel.LINK,
        "signet": Channel.BOOKMARK,
        "forme-desc": Channel.STRUCTURE,
        "champ-valeur": Channel.FORM,
        "prop-auteur": Channel.METADATA,
        "formule": Channel.EMBEDDED,
    }
    seen = tags_of(flows_of(text), NAME)
    assert {tag: seen[tag] for tag in expected} == expected
    hidden = {"ligne-cachee", "colonne-cachee", "feuille-cachee"}
    assert {tags_of(flows_of(sheet), NAME)[tag] for tag in hidden} == {Channel.HIDDEN}


def test_the_copy_holds_the_name_in_no_byte(tortured: Path, tmp_path: Path) -> None:
    assert holding(redacted(tortured, tmp_path)) == []


def test_what_is_dropped_is_said(text: Path, tmp_path: Path) -> None:
    with TEXT.open(text, options=READING) as source:
        written = source.write_redacted(tmp_path / "c.odt", Plan())
    assert set(written.dropped) == {
        "custom-interface", "image-metadata", "layout-cache", "macros", "object-preview",
        "ole-object", "printer-settings", "signature", "thumbnail", "versions",
    }  # fmt: skip


def test_a_part_that_the_manifest_does_not_list_goes(text: Path, tmp_path: Path) -> None:
    leftover = tmp_path / "reste.odt"
    leftover.write_bytes(text.read_bytes())
    with zipfile.ZipFile(leftover, "a") as archive:
        archive.writestr("reste.xml", f"<a>orphelin {NAME}</a>")
    said = {flow.text: flow.channel for flow in flows_of(leftover)}
    assert said[f"orphelin {NAME}"] is Channel.HIDDEN
    with TEXT.open(leftover) as source:
        assert "orphan-part" in source.write_redacted(tmp_path / "c.odt", Plan()).dropped
    assert "reste.xml" not in zipfile.ZipFile(tmp_path / "c.odt").namelist()


def test_every_other_word_is_still_there(tortured: Path, tmp_path: Path) -> None:
    before = flows_of(tortured)
    after = " ".join(f.text for f in flows_of(redacted(tortured, tmp_path)))
    shown = (Channel.BODY, Channel.HEADER, Channel.FOOTNOTE, Channel.COMMENT, Channel.TEXTBOX)
    kept = [flow for flow in before if flow.channel in shown and NAME in flow.text]
    assert len(kept) > 5
    for flow in kept:
        # A word half deleted goes whole: the kept half is in the flow of the change, too.
        pattern = ".{0,10}".join(map(re.escape, flow.text.split(NAME)))
        assert re.search(pattern, after, re.DOTALL), flow


def test_the_copy_is_sound_to_the_verification(tortured: Path, tmp_path: Path) -> None:
    flows = flows_of(tortured)
    plan = plan_for(flows, NAME)
    name = ADAPTERS[tortured.suffix].name
    report = verify_copy(
        tortured, redacted(tortured, tmp_path), flows, plan, format=name, reading=READING
    )
    assert report.sound, report
    leak = redacted(tortured, tmp_path, Plan(plan.occultations[1:]))
    assert not verify_copy(tortured, leak, flows, plan, format=name).sound


def test_the_manifest_names_the_parts_that_are_there(text: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(redacted(text, tmp_path)) as archive:
        names = set(archive.namelist())
        assert archive.namelist()[0] == "mimetype"
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        manifest = archive.read("META-INF/manifest.xml").decode()
        content = archive.read("content.xml").decode()
    listed = set(re.findall(r'full-path="([^"]+)"', manifest)) - {"/"}
    assert listed == names - {"mimetype", "META-INF/manifest.xml"}
    assert "Pictures/portrait-occulte.png" in listed
    assert 'xlink:href="Pictures/portrait-occulte.png"' in content


def test_a_cell_loses_its_typed_value_and_its_formula(sheet: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(redacted(sheet, tmp_path)) as archive:
        content = archive.read("content.xml").decode()
    assert "<text:p>resultat █████</text:p>" in content
    assert "valeur-typee" not in content
    # A reference to a renamed sheet follows it.
    assert "[$'feuille occulte'.A1]" in content
    assert 'table:name="feuille occulte"' in content


def test_the_audit_copy_shows_the_same_spans(tortured: Path, tmp_path: Path) -> None:
    out = tmp_path / f"audit{tortured.suffix}"
    adapter = ADAPTERS[tortured.suffix]
    before = flows_of(tortured)
    plan = plan_for(before, NAME)
    with adapter.open(tortured, options=READING) as source:
        source.write_audit(out, plan)
    with adapter.open(out) as source:
        marked = source.marked()
    assert {(a.id, a.span) for a in marked} == {(o.id, o.span) for o in plan.occultations}
    after = {flow.id: flow.text for flow in flows_of(out)}
    assert all(after[flow.id] == flow.text for flow in before)
    report = verify_audit(tortured, out, before, plan, marked, format=adapter.name)
    assert report.sound, report


def test_yellow_that_is_removed_is_not_read_back(text: Path, tmp_path: Path) -> None:
    out = tmp_path / "audit.odt"
    with TEXT.open(text, options=READING) as source:
        source.write_audit(out, plan_for(flows_of(text), NAME))
    parts = dict(every_part(out.read_bytes()))
    painted = tmp_path / "pale.odt"
    with zipfile.ZipFile(painted, "w") as archive:
        for name, data in parts.items():
            if name != "(comment)":
                content = data.partition(b"\n")[2].replace(b"#ffff00", b"#fffffe")
                archive.writestr(name, content)
    with TEXT.open(painted) as source:
        assert source.marked() == []


def test_nothing_to_occult_changes_no_part_that_stays(tortured: Path, tmp_path: Path) -> None:
    before = dict(every_part(tortured.read_bytes()))
    after = dict(every_part(redacted(tortured, tmp_path, Plan()).read_bytes()))
    assert after["meta.xml"] == before["meta.xml"]
    assert after["styles.xml"] == before["styles.xml"]


@pytest.mark.parametrize("comments", ["keep", "remove"])
@pytest.mark.parametrize("changes", ["keep", "accept"])
def test_changes_and_comments_go_as_one_chose(tmp_path: Path, changes: str, comments: str) -> None:
    """What follows a comment in its paragraph is redacted too; the copy is found sound."""
    region = (
        f'<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Greffe'
        f"</dc:creator></office:change-info><text:p>efface {NAME}</text:p></text:deletion>"
        '</text:changed-region><text:changed-region text:id="c2"><text:insertion>'
        "<office:change-info><dc:creator>Greffe</dc:creator></office:change-info>"
        "</text:insertion></text:changed-region>"
    )
    note = (
        f"<office:annotation><dc:creator>Greffe</dc:creator><text:p>note {NAME}</text:p>"
        "</office:annotation>"
    )
    path = tmp_path / "suivi.odt"
    path.write_bytes(
        torture.package(
            {
                "content.xml": torture.content(
                    f"<text:tracked-changes>{region}</text:tracked-changes><text:p>avant "
                    '<text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>mis '
                    f'{NAME}<text:change-end text:change-id="c2"/> entre {note}suite {NAME}.'
                    "</text:p>"
                )
            },
            torture.TEXT_TYPE,
        )
    )
    options = {"tracked_changes": changes, "comments": comments}
    flows = flows_of(path)
    plan = Plan(plan_for(flows, NAME).occultations, options=options)
    assert {o.span.flow for o in plan.occultations} >= {"content.xml#0"}
    copy = redacted(path, tmp_path, plan)
    said = "".join(data.decode("latin-1") for _, data in every_part(copy.read_bytes()))
    assert NAME not in said
    assert ("tracked-changes" in said) is (changes == "keep")
    assert ("office:annotation>" in said) is (comments == "keep")
    shown = [flow.text for flow in flows_of(copy) if flow.channel is Channel.BODY]
    assert shown == ["avant mis █████ entre suite █████."]
    report = verify_copy(path, copy, flows, plan, format="odt")
    assert report.sound, report
