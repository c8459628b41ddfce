import time
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QTableView
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.choices import Choice
from views.screen.citizen_filter import CitizensOffered, CitizensWanted
from views.screen.citizen_list import CitizenList
from views.screen.citizen_table import CitizenLine
from views.screen.due import DueState


def line(number: int, birth: str = "320485") -> CitizenLine:
    return CitizenLine(
        case_id=f"sag-{number}",
        name=f"Testa Opdigtet {number}",
        birth=birth,
        stage="Afdækning",
        due_text="Overskredet",
        due_state=DueState.OVERDUE,
        changed_text="20.11.2026",
    )


def shown(qtbot: QtBot, count: int) -> CitizenList:
    screen = CitizenList()
    screen.resize(1200, 700)
    screen.show_citizens([line(number) for number in range(count)], has_more=False)
    show_active(qtbot, screen)
    return screen


def visible_texts(screen: CitizenList) -> str:
    labels = [label for label in screen.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def test_each_letter_typed_is_searched_for(qtbot: QtBot) -> None:
    screen = shown(qtbot, 3)
    typed: list[CitizensWanted] = []
    screen.searched.connect(typed.append)

    qtbot.keyClicks(focused(), "sø")

    assert [wanted.words for wanted in typed] == ["s", "sø"]


def test_enter_in_the_search_chooses_the_first_found(qtbot: QtBot) -> None:
    screen = shown(qtbot, 3)

    with qtbot.waitSignal(screen.citizen_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == ["sag-0"]


def test_the_arrows_and_enter_choose_a_citizen(qtbot: QtBot) -> None:
    screen = shown(qtbot, 3)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    with qtbot.waitSignal(screen.citizen_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert chosen.args == ["sag-1"]


def test_a_click_chooses_a_citizen_once(qtbot: QtBot) -> None:
    screen = shown(qtbot, 3)
    chosen: list[str] = []
    screen.citizen_chosen.connect(chosen.append)
    table = screen.findChild(QTableView)
    place = table.visualRect(table.model().index(2, 0)).center()

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen == ["sag-2"]


def test_ctrl_n_asks_for_a_new_contact_and_ctrl_f_for_the_search(qtbot: QtBot) -> None:
    screen = shown(qtbot, 3)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    with qtbot.waitSignal(screen.new_asked):
        qtbot.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert focused().accessibleName() == "Søg efter en borger"


def test_the_last_digits_of_the_cpr_number_are_never_shown(qtbot: QtBot) -> None:
    screen = shown(qtbot, 1)

    model = screen.findChild(QTableView).model()

    assert model.index(0, 1).data() == "320485-••••"


def test_an_anonymous_citizen_has_an_empty_cpr(qtbot: QtBot) -> None:
    screen = shown(qtbot, 0)

    screen.show_citizens([line(1, birth="")], has_more=False)

    assert screen.findChild(QTableView).model().index(0, 1).data() == ""


def test_an_empty_register_says_how_to_begin(qtbot: QtBot) -> None:
    screen = shown(qtbot, 0)

    assert "Ny henvendelse" in visible_texts(screen)


def test_a_search_without_a_find_names_what_was_searched_for(qtbot: QtBot) -> None:
    screen = shown(qtbot, 1)
    qtbot.keyClicks(focused(), "xyz")

    screen.show_citizens((), has_more=False)

    assert "»xyz«" in visible_texts(screen)


def test_what_is_to_be_said_of_a_search_stands_below_the_rows(qtbot: QtBot) -> None:
    screen = shown(qtbot, 1)

    screen.show_citizens([line(1)], has_more=False, note="Skriv mere.")

    assert "Skriv mere." in visible_texts(screen)


def test_who_scrolls_to_the_end_is_given_the_rows_that_follow(qtbot: QtBot) -> None:
    screen = shown(qtbot, 0)
    screen.show_citizens([line(number) for number in range(50)], has_more=True)
    asked: list[int] = []

    def give_more() -> None:
        asked.append(1)
        screen.add_citizens([line(number) for number in range(50, 60)], has_more=False)

    screen.more_wanted.connect(give_more)
    table = screen.findChild(QTableView)
    table.scrollToBottom()
    table.scrollToBottom()
    qtbot.wait(50)

    assert asked == [1]
    assert table.model().rowCount() == 60
    assert table.model().index(59, 0).data() == "Testa Opdigtet 59"


def test_a_filter_is_searched_by_at_once_and_kept_when_others_are_offered(qtbot: QtBot) -> None:
    screen = shown(qtbot, 3)
    stages = (Choice("Anmodning", "Anmodning"), Choice("Udskrevet", "Udskrevet"))
    screen.offer(CitizensOffered(stages, ()))
    box = next(
        box for box in screen.findChildren(QComboBox) if box.accessibleName() == "Hvor i forløbet"
    )

    with qtbot.waitSignal(screen.searched) as searched:
        box.setCurrentIndex(2)
    screen.offer(CitizensOffered(stages[1:], ()))

    assert searched.args == [CitizensWanted(stage="Udskrevet")]
    assert screen.wanted == CitizensWanted(stage="Udskrevet")


def test_the_tick_searches_in_notes_too(qtbot: QtBot) -> None:
    screen = shown(qtbot, 3)

    with qtbot.waitSignal(screen.searched) as searched:
        qtbot.mouseClick(screen.findChild(QCheckBox), Qt.MouseButton.LeftButton)

    assert searched.args == [CitizensWanted(in_notes=True)]


def test_a_filter_that_fits_nobody_says_how_to_see_all(qtbot: QtBot) -> None:
    screen = shown(qtbot, 1)
    box = next(box for box in screen.findChildren(QComboBox) if box.accessibleName() == "Forløb")
    box.setCurrentIndex(1)

    screen.show_citizens((), has_more=False)

    assert "»Alle«" in visible_texts(screen)


def test_a_name_of_200_letters_is_cut_and_whole_under_the_pointer(qtbot: QtBot) -> None:
    screen = shown(qtbot, 0)
    long = replace(line(1), name="Åse " * 50)

    screen.show_citizens([long], has_more=False)
    table = screen.findChild(QTableView)

    assert table.columnWidth(0) < table.viewport().width()
    assert table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == long.name


def test_ten_thousand_rows_are_shown_at_once(qtbot: QtBot) -> None:
    screen = shown(qtbot, 1)
    lines = [line(number) for number in range(10_000)]
    start = time.perf_counter()

    screen.show_citizens(lines, has_more=False)
    screen.grab()

    assert time.perf_counter() - start < 0.5


def test_everything_in_the_citizen_list_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot, 3)) == []
