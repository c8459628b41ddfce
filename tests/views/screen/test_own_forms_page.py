"""The page of the clinic's own forms, as a person meets it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.form_page import FormPage
from views.screen.form_trial_page import FormTrialPage
from views.screen.own_form_row import FormState, OwnFormShown
from views.screen.own_forms_page import OwnFormsPage, Remark, Weight

WAITING = OwnFormShown("a|1", "Søvn", "Udgave 1 · hentet ind i dag", FormState.WAITING)
IN_USE = OwnFormShown("b|2", "Åndenød", "Udgave 2 · hentet ind i dag", FormState.IN_USE)
OUT = OwnFormShown("c|3", "Ærgrelser", "Udgave 3 · hentet ind i går", FormState.OUT_OF_USE)


def page(qtbot: QtBot, *forms: OwnFormShown) -> OwnFormsPage:
    made = OwnFormsPage()
    made.show_forms(forms)
    made.resize(900, 1200)
    show_active(qtbot, made)
    return made


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def buttons(widget: QWidget, title: str) -> list[str]:
    return [
        one.text()
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and f" {title}," in one.accessibleName()
    ]


def press(widget: QWidget, name: str) -> QPushButton:
    return next(
        one
        for one in widget.findChildren(QPushButton)
        if one.isVisible() and one.accessibleName().startswith(name)
    )


def answering(page: QWidget, answer: str, opening: Callable[[], None]) -> str:
    """Do what opens a box, answer it, and return what it asked."""
    asked: list[str] = []

    def click() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog):
            asked.extend(label.text() for label in box.findChildren(QLabel))
            next(b for b in box.findChildren(QPushButton) if b.text() == answer).click()

    QTimer.singleShot(50, click)
    opening()
    # Without a window manager nobody gives the focus back when a dialog closes.
    page.activateWindow()
    QApplication.processEvents()
    return "\n".join(asked)


def test_every_state_offers_what_can_be_done_in_it(qtbot: QtBot) -> None:
    shown = page(qtbot, WAITING, IN_USE, OUT)

    assert buttons(shown, "Søvn") == ["Prøv skemaet", "Tag i brug …", "Fjern …"]
    assert buttons(shown, "Åndenød") == ["Prøv skemaet", "Tag ud af brug …"]
    assert buttons(shown, "Ærgrelser") == ["Prøv skemaet", "Tag i brug …"]
    assert "Her er ingen endnu." not in said(shown)


def test_without_forms_it_says_so(qtbot: QtBot) -> None:
    assert "Her er ingen endnu." in said(page(qtbot))


def test_a_form_that_cannot_be_used_says_why_and_can_still_be_tried(qtbot: QtBot) -> None:
    obstacle = "Skemaet kan ikke tages i brug. »title« mangler."
    shown = page(qtbot, OwnFormShown("a|1", "Søvn", "Udgave 1", FormState.WAITING, obstacle))

    assert buttons(shown, "Søvn") == ["Prøv skemaet", "Fjern …"]
    assert obstacle in said(shown)


def test_a_form_is_taken_into_use_only_after_a_yes(qtbot: QtBot) -> None:
    shown = page(qtbot, OwnFormShown("a|1", "Søvn", "1", FormState.WAITING, "", "jeres udgave 0"))
    activate = press(shown, "Tag i brug … Søvn")

    with qtbot.assertNotEmitted(shown.activation_asked):
        asked = answering(shown, "Ikke endnu", activate.click)
    with qtbot.waitSignal(shown.activation_asked) as taken:
        answering(shown, "Tag i brug", activate.click)

    assert "i stedet for jeres udgave 0" in asked
    assert taken.args == ["a|1"]


@pytest.mark.parametrize(
    ("form", "button", "answer"),
    [(WAITING, "Fjern … Søvn", "Fjern"), (IN_USE, "Tag ud af brug … Åndenød", "Tag ud af brug")],
)
def test_a_form_is_taken_away_only_after_a_yes(
    qtbot: QtBot, form: OwnFormShown, button: str, answer: str
) -> None:
    shown = page(qtbot, form)

    with qtbot.assertNotEmitted(shown.retirement_asked):
        answering(shown, "Behold", press(shown, button).click)
    with qtbot.waitSignal(shown.retirement_asked) as taken:
        answering(shown, answer, press(shown, button).click)

    assert taken.args == [form.key]


def test_what_is_wrong_with_a_file_is_said_in_full_up_to_a_limit(qtbot: QtBot) -> None:
    shown = page(qtbot)
    remarks = [Remark(Weight.ERROR, f"Punkt »{number}«: forkert.") for number in range(25)]
    shown.show_outcome("Skemaet er ikke hentet ind.", remarks, went_well=False)

    assert "Punkt »0«: forkert." in said(shown)
    assert "Punkt »24«" not in said(shown)
    assert "Og 5 til." in said(shown)


def test_a_warning_is_called_one(qtbot: QtBot) -> None:
    shown = page(qtbot)
    shown.show_outcome("Hentet ind.", [Remark(Weight.WARNING, "Titlen mangler.")], went_well=True)

    assert "Advarsel: Titlen mangler." in said(shown)


def test_the_cursor_stays_at_the_form_one_was_at(qtbot: QtBot) -> None:
    shown = page(qtbot, WAITING, IN_USE)
    answering(shown, "Tag i brug", press(shown, "Tag i brug … Søvn").click)
    shown.show_forms([OwnFormShown("a|1", "Søvn", "Udgave 1", FormState.IN_USE), IN_USE])

    assert focused().accessibleName() == "Prøv skemaet Søvn, Udgave 1"


def test_the_cursor_goes_to_the_start_when_the_form_is_gone(qtbot: QtBot) -> None:
    shown = page(qtbot, WAITING)
    answering(shown, "Fjern", press(shown, "Fjern … Søvn").click)
    shown.show_forms([])

    assert focused() is next(
        one for one in shown.findChildren(QPushButton) if one.text() == "Vælg en fil …"
    )


def test_after_a_trial_one_is_back_at_the_form(qtbot: QtBot) -> None:
    shown = page(qtbot, WAITING, IN_USE)
    press(shown, "Prøv skemaet Åndenød").click()
    shown.show_trial(FormTrialPage("Åndenød", FormPage()))
    tried = said(shown)

    with qtbot.waitSignal(shown.trial_ended):
        qtbot.keyClick(focused(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert "Du prøver »Åndenød«. Intet af det, du skriver her, bliver gemt." in tried
    assert focused().accessibleName().startswith("Prøv skemaet Åndenød")


def test_everything_on_it_has_a_name(qtbot: QtBot) -> None:
    shown = page(qtbot, WAITING, IN_USE, OUT)
    shown.show_outcome("Nej.", [Remark(Weight.ERROR, "Fejl.")], went_well=False)

    assert unnamed(shown) == []
