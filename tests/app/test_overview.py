"""The room Overblik: the numbers of a real register, and the way from a number to the citizens."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from app.conductors.citizens import CitizensConductor
from app.conductors.overview import OverviewConductor
from app.facts import Facts
from app.list_rooms import ListRooms
from app.open_case import OpenCase, new_case
from app.supplies import supplies
from app.work import Work
from models.course import Form
from storage.register import Register, open_register
from tests.builders import CONTACT, NOON, REQUEST, entry
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import make_register
from views.screen.citizen_filter import OPEN, CitizensWanted
from views.screen.navigation import Room
from views.screen.overview.number_card import NumberCard
from views.screen.overview.page import OverviewPage

ASKED_LONG_AGO: Facts = {**REQUEST, "request.received": "1.10.2026"}
STARTED: Facts = {"start.date": "12.10.2026"}


@pytest.fixture
def work(tmp_path: Path) -> Generator[Work]:
    make_register(tmp_path / "kartotek")
    register: Register = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    yield Work(register, supplies(), lambda: NOON, PERSON)
    register.close()


def add(work: Work, **forms: Facts) -> None:
    case = OpenCase(new_case(work), work)
    for name, facts in forms.items():
        begun = case.begin(name).rewritten(entry(Form(name), facts).answers, work.clock())
        case.keep(begun)
        case.sign(begun)


def shown(qtbot: QtBot, work: Work) -> OverviewConductor:
    conductor = OverviewConductor(work)
    qtbot.addWidget(conductor.page)
    conductor.page.resize(1000, 700)
    conductor.page.show()
    conductor.show_numbers()
    # Cards that are new in a window that is there are shown a moment later.
    qtbot.wait(1)
    return conductor


def numbers(conductor: OverviewConductor) -> dict[str, str]:
    """Return every number on the page by what it is of."""
    labels = (
        label.accessibleName()
        for card in conductor.page.findChildren(NumberCard)
        if card.isVisible()
        for label in card.findChildren(QLabel)
    )
    return dict(name.rsplit(": ", 1) for name in labels if name)


def words(conductor: OverviewConductor) -> str:
    labels = conductor.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_an_empty_register_has_a_calm_word_and_no_numbers(qtbot: QtBot, work: Work) -> None:
    conductor = shown(qtbot, work)

    assert numbers(conductor) == {}
    assert "Her er ikke noget at tælle endnu" in words(conductor)


def test_open_courses_the_guarantee_and_who_wrote_are_counted_from_what_was_signed(
    qtbot: QtBot, work: Work
) -> None:
    add(work, contact=CONTACT, request=REQUEST)
    add(work, contact=CONTACT, request=ASKED_LONG_AGO, start=STARTED)
    add(work, contact=CONTACT, request=ASKED_LONG_AGO)

    found = numbers(shown(qtbot, work))

    assert (found["Anmodning"], found["I behandling"], found[PERSON]) == ("2", "1", "3")
    assert (found["Begyndt til tiden"], found["Begyndt for sent"]) == ("1", "0")
    assert found["Venter nu, inden for fristen"] == "1"
    assert found["Venter nu, fristen er overskredet"] == "1"


def test_the_median_and_the_share_are_told_in_words(qtbot: QtBot, work: Work) -> None:
    add(work, contact=CONTACT, request=ASKED_LONG_AGO, start=STARTED)

    told = words(shown(qtbot, work))

    assert "1 behandling er begyndt. 100 % til tiden." in told
    assert "Median fra anmodning til start: 11 dage." in told


def test_another_period_counts_what_came_about_in_it(qtbot: QtBot, work: Work) -> None:
    add(work, contact=CONTACT, request=ASKED_LONG_AGO, start=STARTED)
    conductor = shown(qtbot, work)
    (periods,) = conductor.page.findChildren(QComboBox)

    periods.setCurrentIndex(periods.findText("Sidste år"))
    qtbot.wait(1)

    found = numbers(conductor)
    assert (found["Begyndt til tiden"], found["I behandling"]) == ("0", "1")
    assert "Behandlingsgaranti · sidste år" in words(conductor)


def test_no_citizen_is_named_in_the_room(qtbot: QtBot, work: Work) -> None:
    add(work, contact=CONTACT, request=REQUEST)

    assert "Øvelund" not in words(shown(qtbot, work))


def test_a_number_leads_to_just_the_citizens_it_counts(qtbot: QtBot, work: Work) -> None:
    add(work, contact=CONTACT, request=REQUEST)
    conductor = shown(qtbot, work)
    see = next(
        button
        for button in conductor.page.findChildren(QAbstractButton)
        if button.accessibleName() == "Vis dem: Anmodning"
    )

    with qtbot.waitSignal(conductor.citizens_asked) as asked:
        see.click()

    assert asked.args == [CitizensWanted(stage="Anmodning", standing=OPEN)]


def test_the_list_of_citizens_is_filtered_as_it_was_wanted(qtbot: QtBot, work: Work) -> None:
    add(work, contact=CONTACT, request=REQUEST)
    add(work, contact={**CONTACT, "citizen.name": "Bo Prøve"}, request=REQUEST, start=STARTED)
    citizens = CitizensConductor(work)
    qtbot.addWidget(citizens.page)
    wanted = CitizensWanted(stage="Anmodning", standing=OPEN)

    citizens.want(wanted)
    citizens.show_citizens()

    assert citizens.page.wanted == wanted


def test_the_room_leads_to_the_citizens(qtbot: QtBot, work: Work) -> None:
    add(work, contact=CONTACT, request=REQUEST)
    rooms = ListRooms(work)
    page = rooms.show(Room.OVERVIEW)
    qtbot.addWidget(page)
    qtbot.addWidget(rooms.show(Room.CITIZENS))

    assert isinstance(page, OverviewPage)
    with qtbot.waitSignal(rooms.room_chosen) as chosen:
        page.citizens_asked.emit(CitizensWanted(counsellor=PERSON))

    assert chosen.args == [Room.CITIZENS]
    rooms.put_away()


def test_rows_that_wait_to_be_derived_anew_are_told_of(qtbot: QtBot, work: Work) -> None:
    add(work, contact=CONTACT, request=REQUEST)
    case = work.register.citizens("", 1)[0]
    work.register.upkeep.rebuild_lists((case,), PERSON, NOON)

    assert "ved at blive læst igen" in words(shown(qtbot, work))


def test_a_register_that_is_closed_says_so_in_place_of_numbers(qtbot: QtBot, work: Work) -> None:
    conductor = shown(qtbot, work)
    work.register.close()

    with qtbot.waitSignal(conductor.problem):
        conductor.show_numbers()

    assert "Tallene kan ikke vises" in words(conductor)
