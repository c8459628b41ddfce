"""What stands around a form that is scrolled: its name above, its scores and deeds below."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from forms.questionnaire import Item, ItemType, Questionnaire
from models.answers import Answers, Place
from views.screen.form_page import FormPage
from views.screen.look import Theme, apply_look
from views.screen.way_on import WayOn

SLEEP = Item("sleep", ItemType.INTEGER, "Hvor mange timer sover du?")
FORM = Questionnaire(
    "urn:form", "form", "1", "Søvnmål", (Item("a", ItemType.GROUP, "Søvnen", (SLEEP,)),)
)
ENABLED = frozenset({Place("a"), Place("sleep")})


@pytest.fixture
def page(qtbot: QtBot) -> FormPage:
    """Return a page that asks one question."""
    page = FormPage()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show_form(FORM, 0, Answers(), ENABLED)
    page.show()
    return page


def seen(page: FormPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_the_name_of_the_form_stands_above_its_sections(page: FormPage) -> None:
    page.name.show_name("Søvnmål · rettelse")

    name, title = (
        label
        for label in page.findChildren(QLabel)
        if label.text() in {"Søvnmål · rettelse", "Søvnen"} and label.isVisible()
    )
    assert name.mapTo(page, name.rect().topLeft()).y() < title.mapTo(page, title.pos()).y()


def test_a_form_without_a_name_takes_no_room_for_one(page: FormPage) -> None:
    assert not page.name.isVisible()
    page.name.show_name("Søvnmål")

    page.name.show_name("")

    assert not page.name.isVisible()


def test_the_scores_stand_below_the_questions_while_there_are_any(page: FormPage) -> None:
    page.scores.show_scores("Søvn: 7 – nok")
    assert "Søvn: 7 – nok" in seen(page)

    page.scores.show_scores("")

    assert not page.scores.isVisible()


def test_the_scores_are_not_for_the_citizen_who_reads_along(page: FormPage) -> None:
    page.scores.show_scores("Søvn: 7 – nok")

    page.set_citizen_view(True)
    page.scores.show_scores("Søvn: 6 – for lidt")
    assert not page.scores.isVisible()
    page.set_citizen_view(False)

    assert "Søvn: 6 – for lidt" in seen(page)


def test_one_more_of_the_same_is_offered_only_when_there_can_be(
    page: FormPage, qtbot: QtBot
) -> None:
    assert "Skriv en ny" not in buttons(page)

    page.foot.offer_another("Skriv en ny")

    with qtbot.waitSignal(page.foot.another_asked):
        buttons(page)["Skriv en ny"].click()


def buttons(page: FormPage) -> dict[str, QPushButton]:
    return {b.text(): b for b in page.findChildren(QPushButton) if b.isVisible()}


def test_with_large_text_the_buttons_make_the_page_no_wider(qapp: QApplication) -> None:
    apply_look(qapp, Theme.LIGHT, 2.0)
    foot = WayOn()
    foot.show_way("Samtalen", "", "Ret det, der er skrevet")
    alone = foot.sizeHint().width()

    foot.offer_another("Skriv en ny")

    assert foot.sizeHint().width() == alone
    apply_look(qapp, Theme.LIGHT, 1.0)
