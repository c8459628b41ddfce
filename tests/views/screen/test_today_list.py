import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.today_list import TodayList
from views.screen.today_rows import DueGroup, DueLine

LINES = (
    DueLine("sag-4", DueGroup.LATER, "Opfølgning", "Zoë Tænktsen", "14.12."),
    DueLine("sag-1", DueGroup.OVERDUE, "Send afgørelsen", "Testa Opdigtet", "4 dage over", "brev"),
    DueLine("sag-2", DueGroup.TODAY, "Ring om lægesamtalen", "Prøve Eksempelsen", "I dag"),
)


def shown(qtbot: QtBot, lines: tuple[DueLine, ...]) -> TodayList:
    screen = TodayList()
    screen.resize(1000, 700)
    screen.show_due("Søndag den 22. november 2026", lines)
    show_active(qtbot, screen)
    return screen


def test_the_overdue_comes_first_and_each_group_says_how_many(qtbot: QtBot) -> None:
    screen = shown(qtbot, LINES)
    model = screen.findChild(QListView).model()

    texts = [model.index(row, 0).data() for row in range(model.rowCount())]

    assert texts == [
        "Overskredet: 1",
        "Send afgørelsen, Testa Opdigtet, 4 dage over",
        "I dag: 1",
        "Ring om lægesamtalen, Prøve Eksempelsen, I dag",
        "Senere: 1",
        "Opfølgning, Zoë Tænktsen, 14.12.",
    ]


def test_enter_chooses_the_most_urgent(qtbot: QtBot) -> None:
    screen = shown(qtbot, LINES)

    with qtbot.waitSignal(screen.line_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == ["sag-1", "brev"]


def test_the_arrow_steps_over_headings(qtbot: QtBot) -> None:
    screen = shown(qtbot, LINES)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    with qtbot.waitSignal(screen.line_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == ["sag-2", ""]


def test_rows_shown_anew_leave_the_chosen_line_chosen(qtbot: QtBot) -> None:
    screen = shown(qtbot, LINES)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    screen.show_due("Søndag den 22. november 2026", LINES[1:])

    with qtbot.waitSignal(screen.line_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["sag-2", ""]


def test_a_day_with_nothing_due_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot, ())

    texts = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]

    assert "Ingen frist er ved at udløbe" in texts


def test_ten_thousand_things_due_are_shown_at_once(qtbot: QtBot) -> None:
    screen = shown(qtbot, ())
    start = time.perf_counter()

    screen.show_due("", LINES * 3334)
    screen.grab()

    assert time.perf_counter() - start < 0.5


def test_everything_in_today_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot, LINES)) == []
