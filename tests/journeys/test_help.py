from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.conductors.help import HelpConductor
from app.help_guide import shipped_guide
from forms.reply import Reply
from models.answers import Place
from models.help.guide import place_of
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.seeing import said
from tests.views.screen.accessible import unnamed
from views.screen.help.help_reader import HelpReader
from views.screen.help.help_screen import HelpScreen
from views.screen.window import MainWindow

pytestmark = pytest.mark.journey

_NONE = Qt.KeyboardModifier.NoModifier
PAGES = "Vejledningens sider"
BACK = "Tilbage, hvor du var"


def ask(journey: Journey) -> None:
    journey.hands.press(Qt.Key.Key_F1, _NONE)
    journey.hands.rest(20)


def page_read(window: MainWindow) -> str:
    (reader,) = (one for one in window.findChildren(HelpReader) if one.isVisible())
    return reader.accessibleName().removeprefix("Vejledning: ")


def test_help_is_about_where_one_is_and_leads_back_to_the_same_letter(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("contact.words"), Reply("Jeg er træt af det hele."))
    typing = QApplication.focusWidget()
    assert isinstance(typing, QPlainTextEdit)
    at = typing.textCursor().position()

    ask(journey)
    assert page_read(journey.window) == "Et forløb fra ende til anden"

    ask(journey)
    assert QApplication.focusWidget() is typing
    assert typing.textCursor().position() == at


@pytest.mark.parametrize(
    ("room", "title"),
    [
        ("I dag", "I dag"),
        ("Borgere", "Borgere og søgning"),
        ("Breve", "Breve og udskrift"),
        ("Retningslinjer", "Retningslinjer"),
        ("Indstillinger", "Kom i gang"),
    ],
)
def test_each_room_has_its_page(journey: Journey, room: str, title: str) -> None:
    journey.hands.click(room)

    ask(journey)

    assert page_read(journey.window) == title


def test_the_contents_and_the_search_lead_to_a_page(journey: Journey) -> None:
    journey.hands.click("Hjælp")
    assert page_read(journey.window) == "Kom i gang"

    journey.hands.choose_row(PAGES, "Sikkerhedskopier og gendannelse")
    assert page_read(journey.window) == "Sikkerhedskopier og gendannelse"

    journey.hands.type_into("Søg i vejledningen", "gendannelsesark")
    assert any("Lås og sikkerhed" in row for row in journey.hands.rows(PAGES))
    journey.hands.type_into("Søg i vejledningen", "xylofon")
    assert journey.hands.rows(PAGES) == []
    assert "Ingen side har de ord" in said(journey)


def test_help_is_there_before_unlocking_and_keeps_what_is_typed(journey: Journey) -> None:
    journey.hands.click("Lås")
    journey.hands.type_into("Adgangssætning", "halvt skr")

    ask(journey)
    assert page_read(journey.window) == "Lås og sikkerhed"
    assert not journey.hands.has_button("Tag rundvisningen")

    journey.hands.click(BACK)
    journey.unlock(PASSPHRASE)
    assert journey.hands.has_button("I dag")


def test_a_lock_in_the_midst_of_reading_comes_back_to_the_case(journey: Journey) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("contact.words"), Reply("Kort."))
    ask(journey)

    journey.hands.click("Lås")
    journey.hands.rest(20)
    journey.unlock(PASSPHRASE)

    assert journey.window.findChildren(HelpScreen) == []
    field = journey.hands.field(Place("contact.words"))
    assert field is not None
    assert field.findChildren(QPlainTextEdit)[0].toPlainText() == "Kort."


def test_choosing_a_room_leaves_the_guide(journey: Journey) -> None:
    journey.hands.click("Hjælp")

    journey.hands.click("Breve")
    journey.hands.rest(20)

    assert "Ingen breve venter" in said(journey)
    assert [one for one in journey.window.findChildren(HelpScreen) if one.isVisible()] == []


def test_the_guide_is_saved_as_a_file_anybody_can_read(journey: Journey, tmp_path: Path) -> None:
    journey.hands.click("Hjælp")
    path = tmp_path / "vejledning.pdf"

    journey.hands.in_the_file_dialog(path, lambda: journey.hands.click("Gem som PDF …"))

    assert path.read_bytes().startswith(b"%PDF")
    assert "Filen er gemt." in said(journey)


def test_every_page_is_shown_with_names_for_a_screen_reader(qapp: QApplication) -> None:
    window = MainWindow()
    guide = HelpConductor(window)
    window.show()

    for page in shipped_guide().pages.values():
        guide.open(place_of(page.name), date(2026, 11, 2), with_tour=True)
        (reader,) = window.findChildren(HelpReader)
        assert page.title in reader.toPlainText()
        assert unnamed(window) == []
    guide.close()
    window.close()


def test_a_link_inside_leads_on_and_nothing_leads_outside(qapp: QApplication) -> None:
    window = MainWindow()
    guide = HelpConductor(window)
    guide.open(place_of("kom_i_gang"), date(2026, 11, 2), with_tour=False)
    (reader,) = window.findChildren(HelpReader)

    reader.link_followed.emit("laas_og_sikkerhed#flere-personer")
    assert page_title(reader) == "Lås og sikkerhed"

    reader.link_followed.emit("https://eksempel.dk")
    assert page_title(reader) == "Lås og sikkerhed"
    assert reader.loadResource(2, "file:///etc/hostname") is None
    window.close()


def page_title(reader: HelpReader) -> str:
    return reader.accessibleName().removeprefix("Vejledning: ")
