"""The page of the checklists, as a person meets it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.checklists_card import ChecklistShown
from views.screen.checklists_due import ClinicDueShown
from views.screen.checklists_form import ChecklistFormPage
from views.screen.checklists_page import ChecklistsPage
from views.screen.due import DueState
from views.screen.form_page import FormPage
from views.screen.guidance_panel import GuidanceLine, GuidancePanel
from views.screen.strength import Strength

METHODS = ChecklistShown(
    *("methods", "Metoder", "Om metoderne virker.", "3 af 8 på plads"),
    *(("Gået igennem 2.11.2026.", "Mangler: Kendskab."), "Åbn", "Skal ses på: overskredet 2 dage"),
    *(DueState.OVERDUE, ("Datoen ligger ude i fremtiden.",)),
)
ACCESS = ChecklistShown("access", "Adgang", "Om I er til at finde.", "7 punkter", (), "Begynd")
LATE = ClinicDueShown(
    "a", "Metoder: Kendskab", "Hele sætningen.", "Overskredet 2 dage", METHODS.next_state
)
GO_TO_LATE = "Gå til: Metoder: Kendskab, Overskredet 2 dage"


def page(qtbot: QtBot) -> ChecklistsPage:
    made = ChecklistsPage()
    made.show_lists((METHODS, ACCESS), (LATE,), "Det næste: Adgang, senest 1.1.2027.")
    made.resize(900, 1200)
    show_active(qtbot, made)
    return made


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget: QWidget, name: str) -> QPushButton:
    found = widget.findChildren(QPushButton)
    return next(one for one in found if one.accessibleName() == name)


def test_what_is_due_is_said_in_words_and_not_by_colour_alone(qtbot: QtBot) -> None:
    shown = said(page(qtbot))

    assert "Overskredet 2 dage" in shown
    assert "Skal ses på: overskredet 2 dage" in shown
    assert "Det næste: Adgang, senest 1.1.2027." in shown
    assert "Datoen ligger ude i fremtiden." in shown


def test_a_list_and_what_is_due_are_chosen_by_their_keys(qtbot: QtBot) -> None:
    shown = page(qtbot)

    with qtbot.waitSignal(shown.list_chosen) as opened:
        button(shown, "Begynd: Adgang").click()
    with qtbot.waitSignal(shown.due_chosen) as gone_to:
        button(shown, GO_TO_LATE).click()

    assert (opened.args, gone_to.args) == (["access"], ["a"])


def test_everything_has_a_name_and_tab_comes_to_it_as_one_reads(qtbot: QtBot) -> None:
    shown = page(qtbot)
    button(shown, "Tilbage til indstillinger").setFocus()
    come_to = []
    for _ in range(3):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        come_to.append(focused().accessibleName())

    assert unnamed(shown) == []
    assert come_to == [
        GO_TO_LATE,
        "Åbn: Metoder",
        "Begynd: Adgang",
    ]


def test_back_from_a_list_one_is_where_one_was(qtbot: QtBot) -> None:
    shown = page(qtbot)
    button(shown, "Begynd: Adgang").click()
    shown.show_form(ChecklistFormPage(FormPage()))

    shown.show_lists((METHODS, ACCESS), (), "")

    assert focused().accessibleName() == "Begynd: Adgang"
    assert not any(form.isVisible() for form in shown.findChildren(ChecklistFormPage))


def test_the_guidance_is_beside_a_wide_form_and_turned_on_by_a_key(qtbot: QtBot) -> None:
    form = ChecklistFormPage(FormPage())
    form.resize(1000, 700)
    show_active(qtbot, form)
    panel = form.findChildren(GuidancePanel)[0]
    was_shown = panel.isVisible()

    qtbot.keyClick(form, Qt.Key.Key_F2)

    assert (was_shown, panel.isVisible()) == (True, False)
    form.resize(500, 700)
    assert not panel.isVisible()


def test_a_line_of_the_guidance_leads_on(qtbot: QtBot) -> None:
    form = ChecklistFormPage(FormPage())
    form.resize(1000, 700)
    show_active(qtbot, form)
    form.show_guidance(
        (GuidanceLine(Strength.MUST, "Anvisning 2.8.1 (2020)", "Titel", "Tekst.", "", "nøgle"),)
    )

    with qtbot.waitSignal(form.guidance_chosen) as chosen:
        button(form, "Læs mere om Anvisning 2.8.1 (2020)").click()

    assert chosen.args == ["nøgle"]
