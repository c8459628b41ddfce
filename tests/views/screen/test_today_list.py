import time
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.today_list import TodayList
from views.screen.today_rows import DueGroup, DueLine, DueLines

LINES = (
    DueLine("sag-4", DueGroup.LATER, "Opfølgning", "Zoë Tænktsen", "14.12."),
    DueLine("sag-1", DueGroup.OVERDUE, "Send afgørelsen", "Testa Opdigtet", "4 dage over", "brev"),
    DueLine("sag-2", DueGroup.TODAY, "Ring om lægesamtalen", "Prøve Eksempelsen", "I dag"),
)


def grouped(lines: Iterable[DueLine], more: int = 0) -> list[DueLines]:
    """Return *lines* by group, with *more* things in each than are shown."""
    every = tuple(lines)
    found = ((group, tuple(one for one in every if one.group is group)) for group in DueGroup)
    return [DueLines(group, in_it, len(in_it) + more) for group, in_it in found]


def shown(qtbot: QtBot, lines: tuple[DueLine, ...]) -> TodayList:
    screen = TodayList()
    screen.resize(1000, 700)
    screen.show_day("Søndag den 22. november 2026", grouped(lines))
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

    assert chosen.args == [LINES[1]]


def test_the_arrow_steps_over_headings(qtbot: QtBot) -> None:
    screen = shown(qtbot, LINES)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    with qtbot.waitSignal(screen.line_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == [LINES[2]]


def test_rows_shown_anew_leave_the_chosen_line_chosen(qtbot: QtBot) -> None:
    screen = shown(qtbot, LINES)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    screen.show_day("Søndag den 22. november 2026", grouped(LINES[1:]))

    with qtbot.waitSignal(screen.line_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == [LINES[2]]


def test_a_day_with_nothing_due_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot, ())

    texts = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]

    assert "Ingen frist er ved at udløbe" in texts


def test_ten_thousand_things_due_are_shown_at_once(qtbot: QtBot) -> None:
    screen, lines = shown(qtbot, ()), grouped(LINES * 3334)
    start = time.perf_counter()

    screen.show_day("", lines)
    screen.grab()

    assert time.perf_counter() - start < 0.5


def test_everything_in_today_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot, LINES)) == []


def test_the_way_to_the_rest_asks_for_all_of_its_group_and_leads_on_from_there(
    qtbot: QtBot,
) -> None:
    screen = shown(qtbot, ())
    screen.show_day("", grouped(LINES[1:2], more=7))
    screen.setFocus()
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    with qtbot.waitSignal(screen.all_asked) as asked:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    every = [replace(LINES[1], key=str(number)) for number in range(8)]
    screen.show_day("", grouped(every))

    assert asked.args == [DueGroup.OVERDUE]
    with qtbot.waitSignal(screen.line_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == [every[1]]


def test_a_line_without_a_day_is_read_without_one(qtbot: QtBot) -> None:
    urgent = DueLine("sag-1", DueGroup.URGENT, "Spørg nu", "Testa Opdigtet", "")

    screen = shown(qtbot, (urgent,))
    index = screen.findChild(QListView).model().index(1, 0)

    assert index.data() == index.data(Qt.ItemDataRole.ToolTipRole) == "Spørg nu, Testa Opdigtet"


def test_while_the_day_is_worked_out_nobody_is_told_that_nothing_is_due(qtbot: QtBot) -> None:
    screen = shown(qtbot, ())

    screen.show_day("Regner dagens frister ud …", (), is_counting=True)

    texts = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert "Ingen frist er ved at udløbe" not in texts


def test_who_stands_at_the_first_line_is_led_to_a_more_pressing_one_that_comes(
    qtbot: QtBot,
) -> None:
    screen = shown(qtbot, LINES[2:])

    screen.show_day("", grouped(LINES[1:]))

    with qtbot.waitSignal(screen.line_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == [LINES[1]]


def test_what_is_summed_up_in_one_line_has_no_way_to_the_rest(qtbot: QtBot) -> None:
    screen = shown(qtbot, ())
    letters = DueLine("", DueGroup.LETTERS, "99 breve er godkendt", "Åbn Breve", "")

    screen.show_day("", [DueLines(DueGroup.LETTERS, (letters,), 99, summed_up=True)])
    model = screen.findChild(QListView).model()

    texts = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert texts == ["Breve, der venter: 99", "99 breve er godkendt, Åbn Breve"]


def test_who_reads_on_with_the_wheel_is_not_led_back_when_rows_come(qtbot: QtBot) -> None:
    screen = shown(qtbot, LINES * 30)
    bar = screen.findChild(QListView).verticalScrollBar()
    bar.setValue(700)

    screen.show_day("", grouped(LINES * 31))

    assert bar.value() == 700
