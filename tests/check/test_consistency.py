"""What is masked in one place and readable in another, in a file and across a batch."""

import sys
from pathlib import Path

import pytest

from redactor.check.comparison import compare
from redactor.check.consistency.across import across
from redactor.check.finding import Finding, Kind, Report, Severity
from redactor.check.inspection import check, locator
from redactor.text.flow import Flow

from . import build_pdf
from .case import NAME


def batch(folder: Path, **texts: str | bytes) -> tuple[Report, ...]:
    reports = []
    for name, content in texts.items():
        data = content.encode() if isinstance(content, str) else content
        path = folder / f"{name}.{'txt' if isinstance(content, str) else 'pdf'}"
        path.write_bytes(data)
        reports.append(check(path))
    return across(reports, lambda path: locator(Path(path)))


def kinds(report: Report) -> list[Kind]:
    return [finding.kind for finding in report.findings]


def of_kind(report: Report, kind: Kind) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind is kind]


def test_a_half_masked_token_is_completed_from_elsewhere(tmp_path: Path) -> None:
    (report,) = batch(
        tmp_path,
        a="De : suivi+demande-511-a7f3xxx@xxxxx.xx\n\n"
        "Répondre à suivi+demande-511-a7f3c19@ouvre.fr",
    )
    (found,) = of_kind(report, Kind.INCONSISTENT)
    assert found.text == "suivi+demande-511-a7f3xxx@xxxxx.xx"
    assert [f.text for f in of_kind(report, Kind.PARTIAL_MASK)] == [found.text]
    assert [spot.text for spot in found.also] == ["suivi+demande-511-a7f3c19@ouvre.fr"]
    assert found.severity is Severity.LEAK


def test_of_two_places_that_give_a_value_the_document_s_own_is_shown(tmp_path: Path) -> None:
    text = "De : suivi+511-a7f3xxx@xxxxx.xx\n\nRépondre à suivi+511-a7f3c19@ouvre.fr"
    for report in batch(tmp_path, a=text, b=text):
        (found,) = of_kind(report, Kind.INCONSISTENT)
        assert [spot.document for spot in found.also] == [""]


def test_stars_that_count_notes_mask_nothing(tmp_path: Path) -> None:
    (trap,) = batch(tmp_path, a="Présents : Maryline (Pr***), Solange.")
    assert of_kind(trap, Kind.INCONSISTENT) or of_kind(trap, Kind.PARTIAL_MASK), "no trap"
    (report,) = batch(tmp_path, b="Présents : Agnès (Pr*), Jacques (Pr**), Maryline (Pr***).")
    assert not report.findings


def test_a_short_mask_says_how_few_values_it_leaves(tmp_path: Path) -> None:
    (report,) = batch(tmp_path, a="Jeton : 9c41d0xxx")
    (found,) = of_kind(report, Kind.PARTIAL_MASK)
    assert found.facts == {"possible": 4096}


@pytest.mark.parametrize("text", ["Louis XXX et XXXIV", "les années xx et 4xx", "Merci, bisous"])
def test_numerals_and_words_are_no_masks(text: str, tmp_path: Path) -> None:
    (report,) = batch(tmp_path, a=text)
    assert report.findings == ()


def test_a_masked_address_in_clear_after_the_same_words(tmp_path: Path) -> None:
    (report,) = batch(
        tmp_path,
        a="1) recevoir un lien (votre adresse mail suivi@valombre.example et le mot de passe) ;\n"
        "2) indiquer votre adresse mail xxxxx@xxxxxxxx.xx et le mot de passe choisi.",
    )
    (found,) = of_kind(report, Kind.INCONSISTENT)
    assert found.text == "xxxxx@xxxxxxxx.xx"
    assert found.also[0].text == "suivi@valombre.example"


def test_another_address_after_other_words_is_not_the_same(tmp_path: Path) -> None:
    (report,) = batch(
        tmp_path,
        a="Écrire à la mairie : accueil@valombre.example.\n"
        "Le plaignant, xxxxx@xxxxxxxx.xx, attend.",
    )
    assert of_kind(report, Kind.INCONSISTENT) == []


def test_a_name_beside_its_masked_address(tmp_path: Path) -> None:
    (report,) = batch(
        tmp_path,
        a="De : BÉRANGER Solange <xxxxxxx.xxxxxxxx@xxxxxxxx.xx>\n\n"
        "Contact : solange.beranger@valombre.example",
    )
    (found,) = of_kind(report, Kind.INCONSISTENT)
    assert [spot.text for spot in found.also] == [
        "BÉRANGER Solange",
        "solange.beranger@valombre.example",
    ]


def test_a_masked_name_beside_its_address(tmp_path: Path) -> None:
    (report,) = batch(tmp_path, a="À : Mme xxxxxxxx <solange.beranger@valombre.example>")
    (found,) = of_kind(report, Kind.INCONSISTENT)
    assert found.also[0].text == "solange.beranger@valombre.example"


def test_both_masked_say_nothing(tmp_path: Path) -> None:
    (report,) = batch(tmp_path, a="À : Mme xxxxxxxx <xxxxxxx.xxxxxxxx@xxxxxxxx.xx>")
    assert of_kind(report, Kind.INCONSISTENT) == []


def test_what_a_box_covers_stands_in_clear_in_another_document(tmp_path: Path) -> None:
    covered = build_pdf.covered(build_pdf.black_box)()
    one, _ = batch(tmp_path, a=covered, b=f"Liste : {NAME}, présente.")
    (found,) = of_kind(one, Kind.INCONSISTENT)
    assert found.page == 1
    assert found.also[0].document.endswith("b.txt")


def test_a_covered_text_is_not_inconsistent_with_itself(tmp_path: Path) -> None:
    (report,) = batch(tmp_path, a=build_pdf.covered(build_pdf.black_box)())
    assert Kind.COVERED_TEXT in kinds(report)
    assert of_kind(report, Kind.INCONSISTENT) == []


PAGE = (
    "Le conseil municipal, réuni sous la présidence du maire, a examiné la demande présentée par "
    "{} pour la réfection du lavoir, et l’a acceptée à l’unanimité des membres présents."
)


def test_the_same_page_twice_with_different_masks(tmp_path: Path) -> None:
    one, two = batch(tmp_path, a=PAGE.format("XXXXXXX"), b=PAGE.format("Mme Béranger"))
    (found,) = of_kind(one, Kind.INCONSISTENT)
    assert (found.text, found.also[0].text) == ("XXXXXXX", "Mme Béranger")
    assert two.findings == ()


def test_a_line_that_stands_elsewhere_is_not_what_a_mask_hides(tmp_path: Path) -> None:
    """Two copies of one document, PDF and Word, whose lines are read in another order."""
    line = "Vous pouvez consulter notre documentation"
    shown = PAGE.format(line)
    alone, _ = batch(tmp_path, a=PAGE.format("XXXXXXX"), b=shown)
    assert [found.also[0].text for found in of_kind(alone, Kind.INCONSISTENT)] == [line]
    moved, _ = batch(tmp_path, a=PAGE.format("XXXXXXX") + f"\n{line}", b=shown)
    assert of_kind(moved, Kind.INCONSISTENT) == []


def test_compare_says_which_release_shows_what_the_other_hides(tmp_path: Path) -> None:
    old, new = batch(tmp_path, a=PAGE.format("Mme Béranger"), b=PAGE.format("███"))
    of_old, of_new = compare(old, new, lambda path: locator(Path(path)))
    (found,) = of_old.findings
    assert (found.text, found.message) == ("Mme Béranger", "finding.old-shows")
    assert of_new.findings == ()


def test_compare_sees_a_silent_removal_by_page(tmp_path: Path) -> None:
    shown = build_pdf.covered(lambda made, box: None)()
    hidden = build_pdf.redacted()()
    old, new = batch(tmp_path, a=shown, b=hidden)
    of_old, of_new = compare(old, new, lambda path: locator(Path(path)))
    (found,) = of_old.findings
    assert (found.text, found.page) == (NAME, 1)
    assert found.box is not None
    assert of_new.findings == ()


def test_two_equal_releases_compare_to_nothing(tmp_path: Path) -> None:
    one, two = batch(tmp_path, a=PAGE.format("Mme Béranger"), b=PAGE.format("Mme Béranger"))
    of_one, of_two = compare(one, two, lambda path: locator(Path(path)))
    assert of_one.findings == of_two.findings == ()


def test_two_masks_of_one_value_complete_each_other(tmp_path: Path) -> None:
    (report,) = batch(tmp_path, a="Dossier 9c41d0xxx17, puis dossier 9c4xxxab217.")
    found = of_kind(report, Kind.INCONSISTENT)
    assert [f.message for f in found] == ["finding.partial-joined"] * 2
    assert found[0].also[0].text == "9c4xxxab217"


def test_masks_of_two_values_do_not(tmp_path: Path) -> None:
    (report,) = batch(tmp_path, a="Dossier 9c41d0xxx17, puis dossier 8b4xxxab217.")
    assert of_kind(report, Kind.INCONSISTENT) == []


def test_the_same_passage_masked_in_two_ways(tmp_path: Path) -> None:
    one, _ = batch(tmp_path, a=PAGE.format("Mme BXXXXXXX"), b=PAGE.format("Mme XXXXXger"))
    assert "finding.masks-differ" in [f.message for f in of_kind(one, Kind.INCONSISTENT)]


def test_a_box_in_one_copy_of_a_page_that_the_other_shows(tmp_path: Path) -> None:
    boxed = build_pdf.redacted(build_pdf.black_box)()
    shown = build_pdf.covered(lambda made, box: None)()
    one, two = batch(tmp_path, a=boxed, b=shown)
    (found,) = of_kind(one, Kind.INCONSISTENT)
    assert (found.message, found.text) == ("finding.twin-pages-box", NAME)
    assert found.box is not None
    assert of_kind(two, Kind.INCONSISTENT) == []


def test_a_removal_without_a_box_is_not_taken_for_one(tmp_path: Path) -> None:
    bare = build_pdf.redacted()()
    shown = build_pdf.covered(lambda made, box: None)()
    one, _ = batch(tmp_path, a=bare, b=shown)
    assert of_kind(one, Kind.INCONSISTENT) == []


@pytest.mark.parametrize("beside", ["link", "property", "name"])
def test_what_a_box_covers_can_be_read_beside_the_page(tmp_path: Path, beside: str) -> None:
    import io

    import pikepdf

    covered = build_pdf.covered(build_pdf.black_box)()
    with pikepdf.open(io.BytesIO(covered)) as pdf:
        if beside == "link":
            build_pdf.link("https://exemple.fr/?q=Solange%20B%C3%A9ranger")(pdf)
        elif beside == "property":
            build_pdf.property_of("/Subject", f"Dossier {NAME}")(pdf)
        covered = build_pdf.bytes_of(pdf)
    (report,) = batch(tmp_path, **{"Solange Béranger" if beside == "name" else "a": covered})
    (found,) = of_kind(report, Kind.INCONSISTENT)
    assert found.message == "finding.covered-elsewhere-clear"


def test_a_hole_with_the_width_of_one_name_of_the_batch(tmp_path: Path) -> None:
    boxed = build_pdf.redacted(build_pdf.black_box)()
    names = "Présents : Paul Durand, Marie Petit, Jean Martin, Solange Béranger."
    one, _ = batch(tmp_path, a=boxed, b=names)
    (found,) = of_kind(one, Kind.GAP_WIDTH)
    assert (found.text, found.severity) == (NAME, Severity.INFO)


def test_the_work_grows_with_the_batch_and_not_with_its_square() -> None:
    def calls(documents: int) -> int:
        """Calls of functions: the same on every machine, unlike seconds."""
        reports = [letter(number) for number in range(documents)]
        count = 0

        def profile(_frame: object, event: str, _arg: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(profile)
        try:
            done = across(reports, lambda _: lambda _flow, _start, _end: None)
        finally:
            sys.setprofile(None)
        found = {finding.message for report in done for finding in report.findings}
        assert found >= {
            "finding.partial-completed",
            "finding.covered-elsewhere-clear",
            "finding.address-masked-known",
            "finding.twin-pages",
        }
        return count

    calls(2)  # what is read once in a process
    assert calls(24) < 2.5 * calls(12)


def letter(number: int) -> Report:
    """A letter that hides what the next one shows."""
    pair = f"{100 + number // 2}"
    body = " ".join(f"mot {pair}-{place}" for place in range(80))
    hidden = ("Jean Martin", "xxxxxxxx", "a7f3xxx") if number % 2 else ("xxxxxxxx",) * 3
    name, phone, token = hidden
    shown = "Mme Aela Kerouanton" if number % 2 else "personne"
    text = (
        f"De : Jean MARTIN <xxxx.xxxxxx@mairie.example>\n{body} Signé {name}, tél. {phone},\n"
        f"réf. {pair}-{token} puis {pair}-a7f3c19,\n"
        f"jean.martin@mairie.example {shown}"
    )
    covered = Finding(
        Kind.COVERED_TEXT,
        Severity.LEAK,
        0.9,
        "finding.covered-text",
        page=1,
        box=(10, 10, 60, 20),
        text="Mme Aela Kerouanton",
    )
    return Report(f"lettre-{number}.txt", (covered,), (Flow(id="p", text=text),))
