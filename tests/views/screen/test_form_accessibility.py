"""A form can be used by ear and by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from forms.enablement import enabled_places
from forms.outline import sections, starting_answers, with_started_row
from forms.questionnaire import Item, Questionnaire
from forms.reader import read_questionnaire
from models.answers import Answers, Place
from tests.views.screen.accessible import unnamed
from views.screen.form_page import FormPage

FORMS = resources.names("questionnaires")


class Visit:
    """Remembers where focus came."""

    def __init__(self, page: FormPage) -> None:
        self.places: set[Place] = set()
        page.entered.connect(self.come)

    def come(self, place: Place) -> None:
        self.places.add(place)


def with_rows(form: Questionnaire) -> Answers:
    answers = starting_answers(form)
    for link_id, groups in form.groups_around.items():
        item = form.by_link_id[link_id]
        place = Place(link_id, (0,) * len(groups))
        if item.is_repeating_group and not answers.rows(place):
            answers = with_started_row(item, place, answers)
    return answers


@pytest.mark.parametrize("form_name", FORMS)
@pytest.mark.parametrize("read_only", [False, True], ids=["asked", "signed"])
def test_every_control_of_every_form_has_a_name(
    qtbot: QtBot, form_name: str, *, read_only: bool
) -> None:
    form = read_questionnaire(resources.text(form_name))
    answers = with_rows(form)
    page = FormPage()
    page.setWindowTitle("Formular")
    qtbot.addWidget(page)
    page.show()

    found = []
    for section in range(len(sections(form))):
        page.show_form(form, section, answers, enabled_places(form, answers), read_only=read_only)
        found += unnamed(page)

    assert found == []


def _has_rows(section: Item) -> bool:
    return any(item.is_repeating_group for item in section.walk())


def test_tab_comes_to_every_question(qtbot: QtBot) -> None:
    form = read_questionnaire(resources.text("questionnaires/treatment_plan.json"))
    answers = with_rows(form)
    page = FormPage()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    section = next(i for i, item in enumerate(sections(form)) if _has_rows(item))
    page.show_form(form, section, answers, enabled_places(form, answers))
    asked = [
        place
        for place in enabled_places(form, answers)
        if form.by_link_id[place.link_id].is_question
        and place.link_id in {inner.link_id for inner in sections(form)[section].walk()}
    ]

    visit = Visit(page)
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)

    assert visit.places == set(asked)
