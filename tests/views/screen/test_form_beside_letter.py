"""A form and a letter beside it: the letter is made when somebody wishes to see it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.keyboard import show_active
from views.screen.case_screen import CaseScreen
from views.screen.form_beside_letter import FormBesideLetter
from views.screen.form_page import FormPage
from views.screen.guidance_panel import GuidancePanel
from views.screen.letter_beside import LetterBeside, LetterChoice
from views.screen.page_view import PageView

CHOICES = (LetterChoice("decision", "Afgørelse"),)


def beside(qtbot: QtBot) -> tuple[CaseScreen, FormBesideLetter]:
    screen = CaseScreen()
    page = FormBesideLetter(FormPage())
    page.room_needed.connect(screen.give_room)
    screen.show_centre(page)
    page.offer(offer=True)
    screen.resize(1250, 700)
    show_active(qtbot, screen)
    return screen, page


def comes_after(first: QWidget, then: QWidget) -> bool:
    """Return whether Tab comes from *first* to *then* before it begins anew at the form."""
    widget = first.nextInFocusChain()
    while widget is not None and widget is not then and not isinstance(widget, FormPage):
        widget = widget.nextInFocusChain()
    return widget is then


def test_no_letter_is_made_until_it_is_wished_for(qtbot: QtBot) -> None:
    screen, page = beside(qtbot)
    before = screen.findChildren(LetterBeside)

    qtbot.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    (letter,) = screen.findChildren(LetterBeside)
    assert before == []
    assert letter.isVisible()


def test_the_letter_made_late_is_half_as_wide_as_both_and_says_what_is_chosen(
    qtbot: QtBot,
) -> None:
    _screen, page = beside(qtbot)
    page.turn(on=True)
    page.letter.offer(CHOICES, "decision")
    (form,) = page.findChildren(FormPage)
    qtbot.waitUntil(lambda: page.letter.width() > page.width() // 3)

    with qtbot.waitSignal(page.open_asked) as asked:
        page.letter.open_asked.emit("decision")

    assert asked.args == ["decision"]
    assert form.isVisible()
    assert "Afgørelse" in {label.text() for label in page.letter.findChildren(QLabel)}


def test_tab_comes_to_the_letter_after_the_form_and_before_the_guidance(qtbot: QtBot) -> None:
    screen, page = beside(qtbot)

    page.turn(on=True)

    view, guidance = page.letter.findChild(PageView), screen.findChild(GuidancePanel)
    assert isinstance(view, PageView)
    assert isinstance(guidance, GuidancePanel)
    assert comes_after(view, guidance)


def test_what_is_turned_off_goes_away_and_the_same_letter_comes_back(qtbot: QtBot) -> None:
    screen, page = beside(qtbot)
    page.turn(on=True)
    first = page.letter

    page.turn(on=False)
    is_away = first.isHidden()
    page.turn(on=True)

    assert is_away
    assert screen.findChildren(LetterBeside) == [first]
