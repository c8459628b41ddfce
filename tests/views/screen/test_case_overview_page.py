"""The overview of a case as a page: its tabs, its rows, and names without end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.case_overview.goal_marks import GoalMarks, Going, MarkShown
from views.screen.case_overview.notes_view import NoteShown, NotesView, SaidShown
from views.screen.case_overview.page import CaseOverviewPage, Part
from views.screen.case_overview.people_view import PeopleShown, PeopleView, PersonShown
from views.screen.case_overview.rows import RowGroup, RowShown
from views.screen.case_overview.rows_view import RowsView
from views.screen.look import Role, Theme, apply_look

ENDLESS = "Å" * 200
NOTHING = ("Intet her", "Der er intet.")


def a_row(number: int, name: str = "Note") -> RowShown:
    return RowShown(f"step:{number}", f"{name} {number}", "Underskrevet i går", "Note")


def a_note(number: int) -> NoteShown:
    said = (SaidShown("Hvad sagde borgeren?", ENDLESS, is_citizens=True),)
    return NoteShown(f"step:{number}", "1. november 2026", "af Ida", "", said)


def a_page(qtbot: QtBot, width: int = 900) -> CaseOverviewPage:
    page = CaseOverviewPage()
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.turn_to(Part.THREAD)
    page.show()
    return page


def texts(view: CaseOverviewPage | NotesView | PeopleView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view)]


def test_arrows_walk_from_tab_to_tab(qtbot: QtBot) -> None:
    page = a_page(qtbot)
    show_active(qtbot, page)
    turned: list[Part] = []
    page.part_turned.connect(turned.append)

    for _ in range(2):
        qtbot.keyClick(focused(), Qt.Key.Key_Right)

    assert turned == [Part.TIMELINE, Part.NOTES]
    assert page.part is Part.NOTES


def test_where_there_is_no_room_for_tabs_a_box_holds_them(qtbot: QtBot) -> None:
    page = a_page(qtbot, 340)
    page.setMinimumWidth(0)
    box = next(
        one for one in page.findChildren(QComboBox) if one.accessibleName() == "Del af overblikket"
    )

    page.resize(340, 600)
    page.turn_to(Part.PEOPLE)

    assert box.isVisible()
    assert box.currentText() == "Personer"
    page.resize(1200, 600)
    assert not box.isVisible()


def test_everything_on_the_page_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(a_page(qtbot)) == []


def test_a_heading_is_passed_over_and_a_row_is_chosen_by_enter(qtbot: QtBot) -> None:
    view = RowsView("Rækker")
    qtbot.addWidget(view)
    view.show_groups([RowGroup("November", (a_row(1), a_row(2)))], NOTHING)
    view.show()

    qtbot.keyClick(view.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view.rows, Qt.Key.Key_Return)

    assert chosen.args == ["step:2"]


def test_one_stays_at_the_row_one_was_at_when_others_come(qtbot: QtBot) -> None:
    view = RowsView("Rækker")
    qtbot.addWidget(view)
    view.show_groups([RowGroup("November", (a_row(1), a_row(2)))], NOTHING)
    view.rows.setCurrentIndex(view.rows.model().index(2, 0))

    view.show_groups([RowGroup("December", (a_row(0), a_row(1), a_row(2)))], NOTHING)

    assert view.current_key == "step:2"


def test_without_rows_there_is_a_word_and_nothing_to_choose(qtbot: QtBot) -> None:
    view = RowsView("Rækker")
    qtbot.addWidget(view)

    view.show_groups([RowGroup("Tom", ())], NOTHING)

    assert view.rows.isHidden() or not view.rows.isVisibleTo(view)
    assert "Intet her" in [label.text() for label in view.findChildren(QLabel)]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_name_without_end_makes_no_card_wider_than_the_page(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    apply_look(qapp, Theme.LIGHT, scale)
    view = PeopleView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    person = PersonShown("step:1", ENDLESS, ENDLESS, ENDLESS, "Gælder", Role.GOOD, (ENDLESS,))
    view.show_people([PeopleShown("Netværk", (person,))])
    view.show()
    qtbot.wait(1)

    named = [label for label in view.findChildren(QLabel) if "Å" in label.text()]

    assert len(named) == 4
    assert all(label.mapTo(view, label.rect().topRight()).x() < 600 for label in named)
    apply_look(qapp, Theme.LIGHT, 1.0)


def test_many_notes_are_laid_out_some_at_a_time(qtbot: QtBot) -> None:
    view = NotesView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show_notes([a_note(number) for number in range(45)])
    view.show()
    more = next(button for button in view.findChildren(QAbstractButton) if "ældre" in button.text())

    first = more.text()
    more.click()
    qtbot.wait(1)
    second = more.text()
    more.click()

    assert (first, second) == ("Vis 20 ældre (25 tilbage)", "Vis 5 ældre (5 tilbage)")
    assert more.isHidden()


def test_marks_say_in_words_how_it_went_each_time(qtbot: QtBot) -> None:
    marks = GoalMarks(
        [
            MarkShown("1.10.2026", Going.UNCHANGED, "Uændret", "Uændret: som før"),
            MarkShown("1.11.2026", Going.REACHED, "Nået", "Nået"),
        ]
    )
    qtbot.addWidget(marks)

    assert marks.accessibleDescription() == "1.10.2026: Uændret: som før. 1.11.2026: Nået"
    assert not marks.grab().isNull()
