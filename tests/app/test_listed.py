"""What lists show of a case beside its tasks, and how the day groups it all."""

from collections.abc import Generator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QListView, QTableView
from pytestqt.qtbot import QtBot

from app.bookmark import Bookmark
from app.conductors.citizens import CitizensConductor
from app.conductors.today import TodayConductor
from app.facts import Facts
from app.list_rooms import ListRooms
from app.open_case import OpenCase, new_case
from app.supplies import supplies
from app.today_found import DayFound
from app.work import Work
from models.course import Form
from storage.list_records import CitizenSearch, NoticeKind
from storage.register import Register, open_register
from tests.builders import CONTACT, NOON, REQUEST, entry
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import make_register
from views.screen.citizen_filter import CitizensWanted
from views.screen.navigation import Room
from views.screen.today_rows import DueGroup, DueLine

NOTE: Facts = {
    "conversation_note.date": "1.11.2026",
    "conversation_note.words": "Det går bedre med kajakken.",
    "conversation_note.next": "2.11.2026",
    "conversation_note.next_where": "kl. 10 i huset",
}
ACUTE: Facts = {**CONTACT, "contact.acute": ["true"]}


@pytest.fixture
def register(tmp_path: Path) -> Generator[Register]:
    make_register(tmp_path / "kartotek")
    opened = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    yield opened
    opened.close()


def work_on(register: Register, now: datetime = NOON, person: str = PERSON) -> Work:
    return Work(register, supplies(), lambda: now, person)


def add(work: Work, draft: Form | None = None, **forms: Facts) -> OpenCase:
    """Add a citizen whose *forms* are signed, but for *draft*."""
    case = OpenCase(new_case(work), work)
    for name, facts in forms.items():
        filled = entry(Form(name), facts).answers
        begun = case.begin(name).rewritten(filled, work.clock())
        case.keep(begun)
        if name != draft:
            case.sign(begun)
    work.register.flush()
    return case


def groups(work: Work) -> dict[DueGroup, tuple[DueLine, ...]]:
    return {one.group: one.lines for one in DayFound(work, (), None).groups() if one.lines}


def test_a_meeting_agreed_for_today_leads_to_the_note_it_was_agreed_in(
    qtbot: QtBot, register: Register
) -> None:
    work = work_on(register)
    case = add(work, contact=CONTACT, request=REQUEST, conversation_note=NOTE)
    conductor = TodayConductor(work)
    qtbot.addWidget(conductor.page)

    (line,) = groups(work)[DueGroup.MEETINGS]
    with qtbot.waitSignal(conductor.entry_chosen) as chosen:
        conductor.page.line_chosen.emit(line)

    note = case.case.current(Form.CONVERSATION_NOTE)
    assert note is not None
    assert (line.what, line.citizen) == ("Samtale", "Łukasz Øvelund · kl. 10 i huset")
    assert chosen.args == [Bookmark(case.case.id, entry_id=note.id)]


def test_what_is_urgent_without_a_day_is_on_the_list_and_nothing_else_without_one(
    register: Register,
) -> None:
    work = work_on(register)
    add(work, contact=ACUTE, request=REQUEST)

    (line,) = groups(work)[DueGroup.URGENT]
    add(work, contact=CONTACT, request=REQUEST)

    assert (line.what, line.key) == ("Noget, der ikke kan vente", "acute_need")
    assert groups(work)[DueGroup.URGENT] == (line,)


def test_a_form_begun_the_day_before_yesterday_is_a_draft_left(
    qtbot: QtBot, register: Register
) -> None:
    add(work_on(register, NOON - timedelta(days=2)), Form.REQUEST, contact=CONTACT, request=REQUEST)
    work = work_on(register)
    add(work, Form.REQUEST, contact=CONTACT, request=REQUEST)
    conductor = TodayConductor(work)
    qtbot.addWidget(conductor.page)

    (line,) = groups(work)[DueGroup.DRAFTS]
    with qtbot.waitSignal(conductor.entry_chosen) as chosen:
        conductor.page.line_chosen.emit(line)

    assert (line.what, line.due_text) == ("Anmodning", "Begyndt 31.10.2026")
    assert chosen.args == [Bookmark(line.case_id, entry_id=line.key)]


def test_an_open_course_that_nobody_wrote_in_for_two_months_leads_to_the_citizen(
    qtbot: QtBot, register: Register
) -> None:
    case = add(work_on(register), contact=CONTACT, request=REQUEST)
    conductor = TodayConductor(work_on(register, NOON + timedelta(days=61)))
    qtbot.addWidget(conductor.page)

    assert DueGroup.QUIET not in groups(work_on(register, NOON + timedelta(days=59)))
    (line,) = groups(work_on(register, NOON + timedelta(days=61)))[DueGroup.QUIET]
    with qtbot.waitSignal(conductor.citizen_chosen) as chosen:
        conductor.page.line_chosen.emit(line)

    assert (line.what, line.due_text) == ("Łukasz Øvelund", "61 dage siden")
    assert chosen.args == [case.case.id]


def test_the_line_about_letters_leads_to_their_room(qtbot: QtBot, register: Register) -> None:
    conductor = TodayConductor(work_on(register))
    qtbot.addWidget(conductor.page)

    with qtbot.waitSignal(conductor.room_chosen) as chosen:
        conductor.page.line_chosen.emit(DueLine("", DueGroup.LETTERS, "1 brev", "", ""))

    assert chosen.args == [Room.LETTERS]


def test_of_many_in_a_group_the_most_pressing_are_read_and_all_when_asked_for(
    register: Register,
) -> None:
    work = work_on(register)
    for _ in range(7):
        add(work, contact=CONTACT, request=REQUEST)

    few = {one.group: one for one in DayFound(work, (), None).groups()}
    every = {one.group: one for one in DayFound(work, {DueGroup.LATER}, None).groups()}

    assert len(few[DueGroup.LATER].lines) == 5
    assert few[DueGroup.LATER].count == len(every[DueGroup.LATER].lines) > 20


def test_a_row_tells_the_address_who_wrote_last_and_whether_the_course_is_open(
    register: Register,
) -> None:
    add(work_on(register, person="Ole Øre"), contact=CONTACT, request=REQUEST)

    (row,) = register.citizens("prøvevej", 5)

    assert row.address == "Prøvevej 12 0000 Prøveby"
    assert (row.counsellor, row.is_open) == ("Ole Øre", True)


@pytest.mark.parametrize("words", ["kajak", "døgnbehandling", "doegnbehand"])
def test_what_was_written_and_chosen_is_searched_in_by_choice(
    register: Register, words: str
) -> None:
    add(work_on(register), contact=CONTACT, request=REQUEST, conversation_note=NOTE)

    with_notes = register.lists.find(CitizenSearch(words, in_told=True), 5).rows

    assert register.lists.find(CitizenSearch(words), 5).rows == ()
    assert [row.name for row in with_notes] == ["Łukasz Øvelund"]


def test_answers_to_questions_that_do_not_apply_are_not_searched_in(register: Register) -> None:
    hidden: Facts = {**CONTACT, "contact.acute": ["false"], "contact.acute_note": "solsort"}
    add(work_on(register), contact=hidden)

    found = register.lists.find(CitizenSearch("solsort", in_told=True), 5)

    assert found.rows == ()


def test_a_meeting_is_told_of_on_its_day_alone(register: Register) -> None:
    add(work_on(register), contact=CONTACT, request=REQUEST, conversation_note=NOTE)

    notices = register.lists.notices

    assert notices(NoticeKind.MEETING, date(2026, 11, 2), 5)[1] == 1
    assert notices(NoticeKind.MEETING, date(2026, 11, 3), 5)[1] == 0


def test_who_was_erased_while_the_list_stood_there_is_told_of_and_leaves_it(
    qtbot: QtBot, register: Register
) -> None:
    work = work_on(register)
    case = add(work, contact=CONTACT)
    rooms = ListRooms(work)
    page = rooms.show(Room.CITIZENS)
    qtbot.addWidget(page)
    chosen: list[str] = []
    rooms.citizen_chosen.connect(chosen.append)
    register.upkeep.erase(case.case.id, PERSON, NOON + timedelta(minutes=1))

    with qtbot.waitSignal(rooms.problem) as problem:
        page.citizen_chosen.emit(case.case.id)  # type: ignore[attr-defined]  # the page of the citizens

    assert problem.args[0].startswith("Borgeren er ikke i kartoteket mere.")
    assert chosen == []
    rooms.put_away()


def test_the_list_reads_on_until_the_last_citizen(qtbot: QtBot, register: Register) -> None:
    work = work_on(register)
    case = add(work, contact=CONTACT)
    (row,) = register.citizens("", 1)
    signed = register.case_entries(case.case.id)[0]
    for number in range(150):
        other = f"00000000-0000-7000-8000-{number + 1:012}"
        register.sign(
            replace(signed, id=f"e{number}", case_id=other), replace(row, case_id=other, told=())
        )
    conductor = CitizensConductor(work)
    qtbot.addWidget(conductor.page)
    model = conductor.page.findChild(QTableView).model()

    conductor.show_citizens()
    first = model.rowCount()
    model.fetchMore(QModelIndex())

    assert (first, model.rowCount()) == (60, 151)
    assert not model.canFetchMore(QModelIndex())


def test_a_filter_by_step_leaves_out_the_others(qtbot: QtBot, register: Register) -> None:
    work = work_on(register)
    add(work, contact=CONTACT, request=REQUEST)
    add(work, contact={**CONTACT, "citizen.name": "Bo Prøve"})
    conductor = CitizensConductor(work)
    qtbot.addWidget(conductor.page)
    conductor.show_citizens()

    conductor.page.searched.emit(CitizensWanted(stage="Henvendelse"))

    model = conductor.page.findChild(QTableView).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Bo Prøve"]


def test_rows_of_another_day_are_not_shown_while_those_of_today_are_worked_out(
    qtbot: QtBot, register: Register
) -> None:
    for _ in range(7):
        add(work_on(register), contact=CONTACT, request=REQUEST)
    conductor = TodayConductor(work_on(register, NOON + timedelta(days=20)))
    qtbot.addWidget(conductor.page)
    conductor.page.show()
    model = conductor.page.findChild(QListView).model()

    def said() -> str:
        return " ".join(label.text() for label in conductor.page.findChildren(QLabel))

    conductor.show_due()
    rows_at_first, said_at_first = model.rowCount(), said()
    qtbot.waitUntil(lambda: "Regner" not in said())

    assert rows_at_first == 0
    assert "Regner dagens frister ud …" in said_at_first
    assert model.index(0, 0).data().startswith("Overskredet: ")
    conductor.put_away()
