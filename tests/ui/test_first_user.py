"""What a person met at the desk for the first time, and should not meet again."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel

from redactor.check.finding import Finding, Kind, Severity, Spot
from redactor.law.decisions import Decision
from redactor.text.flow import Channel
from redactor.ui.ask import Question
from redactor.ui.main_window import MainWindow
from redactor.ui.preview import Preview
from redactor.ui.profile_choice import ProfileChoice
from redactor.ui.review import Filter, Group, Show
from redactor.ui.translation import typeset
from tests.ui.driving import Driver

OWN = 'extends = "tiers"\ntitle = "Le service"\n[options]\nsecond_reader = true\n'


def test_a_dossier_whose_profile_was_deleted_reopens_with_another(
    driver: Driver, window: MainWindow, letter: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "service.toml"
    profile.write_text(OWN, "utf-8")
    driver.open(letter)
    desk = window.desk
    desk.files.set_info({"profile": str(profile)}, desk.person)
    desk.decisions.decide([driver.item("Yann Cadiou").id], Decision.KEEP)
    driver.settled()
    assert desk.dossier is not None
    path = desk.dossier.path
    window.close_dossier()
    profile.unlink()

    window.open_paths([path])
    driver.until(lambda: window.findChild(Question) is not None)
    question = window.findChildren(Question)[-1]
    choice = question.findChild(ProfileChoice)
    assert choice is not None
    choice.setCurrentIndex(choice.findData("publication"))
    question.accept()
    driver.until(lambda: desk.dossier is not None)
    driver.settled()
    assert desk.dossier is not None
    assert desk.dossier.info.profile == "publication"
    assert driver.decision(driver.item("Yann Cadiou")) is Decision.KEEP

    # Undo must not lead back to a profile that nobody has.
    told: list[object] = []
    desk.failed.disconnect(window.show_problem)
    desk.failed.connect(told.append)
    desk.steps.undo()
    desk.failed.disconnect(told.append)
    desk.failed.connect(window.show_problem)
    assert told
    assert desk.dossier.info.profile == "publication"


def test_a_short_mention_takes_no_more_room_than_it_needs(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    title = window.review.detail._title
    reach = window.desk.review.reach(())
    items = driver.items()[:1]
    window.review.detail.show_group("Commune de Saint-Aubin-les-Marais " * 4, items, reach)
    long = title.minimumHeight()
    window.review.detail.show_group("Yann Cadiou", items, reach)
    assert title.minimumHeight() < long / 2


def test_how_many_will_go_is_never_cut(driver: Driver, window: MainWindow, letter: Path) -> None:
    driver.open(letter)
    bar = window.pane.selecting.bar
    bar.offer("Élodie Tréguier", driver.items()[0].mention.category)
    bar.say_count(128, 40)
    driver.until(lambda: bar.isVisible() and bar.width() > 200)
    button = bar._everywhere
    driver.until(lambda: button.width() >= button.sizeHint().width())
    assert bar._label.text() == typeset("« Élodie Tréguier »")
    window.pane.selecting.clear()
    bar.hide()


def test_the_person_nearest_by_name_is_offered_first(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    elodie = next(item for item in driver.items() if item.mention.text == "Élodie Tréguier")
    others = [item for item in driver.items() if item.group == elodie.group]
    assert len(others) > 1
    window.review.go_to(others[-1].id)
    window.actions_by_name["split"].trigger()
    driver.settled()
    window.review.go_to(others[-1].id)
    window.actions_by_name["merge"].trigger()
    question = window.findChildren(Question)[-1]
    combo = question.findChild(QComboBox)
    assert combo is not None
    assert combo.itemText(0).startswith("Yann")
    assert combo.currentText().startswith("Élodie Tréguier")
    question.reject()


def test_rows_that_come_above_keep_the_current_one_in_sight(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    review = window.review
    last = driver.items()[-1]
    review.filter.show_only(Show.ALL)
    review._filter(Filter(text=last.mention.text))
    review.go_to(last.id)
    top = review.list._top_of_current()
    review._filter(Filter())
    assert review.row() is not None
    assert review.list._top_of_current() == top or review.list.verticalScrollBar().value() == 0
    place = review.list.visualRect(review.list.currentIndex())
    assert review.list.viewport().rect().contains(place.topLeft())


def test_the_heading_of_a_person_is_seen_with_the_first_mention(
    driver: Driver, window: MainWindow, letter: Path
) -> None:
    driver.open(letter)
    rows = window.review.model.rows
    head = max(number for number, row in enumerate(rows) if isinstance(row, Group))
    window.review.list.verticalScrollBar().setValue(10_000)
    window.review.list.go_to_row(head + 1)
    heading = window.review.list.visualRect(window.review.model.index(head))
    assert not heading.isEmpty()
    assert window.review.list.viewport().rect().contains(heading)


def test_a_preview_closed_while_it_reads_asks_for_nothing_more(
    driver: Driver, window: MainWindow, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Madame Élodie Tréguier a été reçue.\n" * 20, "utf-8")
    driver.open(note)
    window.actions_by_name["preview"].trigger()
    preview = window.findChildren(Preview)[-1]
    driver.until(lambda: preview._copies)
    preview.show_copy("communicable")
    reading = preview._read
    assert reading in preview._reading._calls
    preview.reject()
    assert reading not in preview._reading._calls


def test_two_other_places_on_one_page_are_said_once(window: MainWindow) -> None:
    spot = Spot("", 2, (0.0, 0.0, 9.0, 9.0), Channel.BODY, "Yann")
    finding = Finding(
        Kind.INCONSISTENT, Severity.LEAK, 0.9, "finding.address-masked-known", also=(spot, spot)
    )
    card = window.check.card
    card.show_finding(finding, revealed=False, why_aside=None)
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert said.count("Voir aussi") == 1
