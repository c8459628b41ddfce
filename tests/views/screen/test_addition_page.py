from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.addition_page import AdditionPage
from views.screen.addition_rows import Addition

NOTE = Addition("conversation_note", "Note om samtalen", "Hvad I talte om.", "Samtalen")
LAPSE = Addition("lapse", "Slip og tilbagefald", "Hvad kan det lære os?", "Støtte og risici")
NETWORK = Addition("network", "Netværk", "Menneskene omkring borgeren.", "Støtte og risici")


def shown(qtbot: QtBot, *additions: Addition) -> AdditionPage:
    page = AdditionPage()
    page.show_additions(additions)
    page.resize(900, 600)
    show_active(qtbot, page)
    page.setFocus()
    return page


def search(page: AdditionPage) -> QLineEdit:
    return page.findChildren(QLineEdit)[0]


def rows(page: AdditionPage) -> QListView:
    return page.findChildren(QListView)[0]


def test_one_can_type_at_once_and_enter_chooses_the_first(qtbot: QtBot) -> None:
    page = shown(qtbot, NOTE, LAPSE)
    typed: list[str] = []
    page.searched.connect(typed.append)
    qtbot.keyClicks(focused(), "note")

    with qtbot.waitSignal(page.addition_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)

    assert typed == ["n", "no", "not", "note"]
    assert chosen.args == ["conversation_note"]


def test_the_arrow_leads_into_the_list_and_past_the_headings(qtbot: QtBot) -> None:
    page = shown(qtbot, NOTE, LAPSE, NETWORK)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(rows(page), Qt.Key.Key_Down)

    with qtbot.waitSignal(page.addition_chosen) as chosen:
        qtbot.keyClick(rows(page), Qt.Key.Key_Return)

    assert chosen.args == ["lapse"]


def test_a_heading_stands_above_each_group_and_cannot_be_chosen(qtbot: QtBot) -> None:
    page = shown(qtbot, NOTE, LAPSE, NETWORK)
    model = rows(page).model()
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]

    with qtbot.assertNotEmitted(page.addition_chosen):
        heading = rows(page).visualRect(model.index(2, 0)).center()
        qtbot.mouseClick(rows(page).viewport(), Qt.MouseButton.LeftButton, pos=heading)

    assert titles == [
        "Samtalen",
        "Note om samtalen",
        "Støtte og risici",
        "Slip og tilbagefald",
        "Netværk",
    ]


def test_a_screen_reader_hears_what_a_form_is_for_and_where_it_belongs(qtbot: QtBot) -> None:
    page = shown(qtbot, NOTE)

    spoken = rows(page).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Note om samtalen: Hvad I talte om. Samtalen"


def test_a_search_that_finds_nothing_says_so_and_enter_does_nothing(qtbot: QtBot) -> None:
    page = shown(qtbot, NOTE)
    search(page).setText("flyvemaskine")

    page.show_additions(())

    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    assert "Intet passer på »flyvemaskine«." in said
    with qtbot.assertNotEmitted(page.addition_chosen):
        qtbot.keyClick(search(page), Qt.Key.Key_Return)


def test_escape_and_the_button_lead_back(qtbot: QtBot) -> None:
    page = shown(qtbot, NOTE)

    with qtbot.waitSignal(page.leaving_asked):
        qtbot.keyClick(focused(), Qt.Key.Key_Escape)


def test_ctrl_f_leads_back_to_the_search(qtbot: QtBot) -> None:
    page = shown(qtbot, NOTE)
    rows(page).setFocus()

    qtbot.keyClick(rows(page), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert focused() is search(page)


def test_everything_on_the_page_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot, NOTE, LAPSE)) == []
