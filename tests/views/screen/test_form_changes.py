"""What a form page says when answers change it: notes, questions that open, newer editions."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from forms.checking import problems
from forms.enablement import enabled_places
from forms.questionnaire import EnableWhen, Item, ItemType, Operator, Questionnaire
from forms.reply import Reply
from models.answers import Answers, Place
from views.screen.fields.field import Field
from views.screen.fields.note import Note
from views.screen.form_page import FormPage
from views.screen.newer_edition import LeftShown

YES = (EnableWhen("children", Operator.EQUAL, answer=True),)
CHILDREN = Item("children", ItemType.BOOLEAN, "Bor der børn hos dig?")
HOW_MANY = Item("how_many", ItemType.INTEGER, "Hvor mange?", enable_when=YES)
NAMES = Item("names", ItemType.STRING, "Hvad hedder de?", enable_when=YES)
SECRET = replace(NAMES, link_id="secret", text="Egen note", counsellor_only=True)
SLEEP = Item("sleep", ItemType.INTEGER, "Hvor mange timer sover du?")
BODY = Item("body", ItemType.GROUP, "Kroppen", (SLEEP,), required=True)
DAY = Item("day", ItemType.DATE, "Hvilken dag?")


def form(*items: Item, required: bool = False) -> Questionnaire:
    section = Item("section", ItemType.GROUP, "Afsnit", items, required=required)
    return Questionnaire("urn:form", "form", "1", "Prøve", (section,))


@pytest.fixture
def page(qtbot: QtBot) -> FormPage:
    shown = FormPage()
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def show(page: FormPage, asked: Questionnaire, answers: Answers | None = None) -> None:
    found = answers or Answers()
    page.show_form(asked, 0, found, enabled_places(asked, found))


def show_answers(page: FormPage, asked: Questionnaire, answers: Answers) -> None:
    page.show_answers(answers, enabled_places(asked, answers))


def told_by(page: FormPage) -> list[str]:
    told: list[str] = []
    page.questions_changed.connect(told.append)
    return told


def seen(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_questions_that_open_and_close_are_told(page: FormPage) -> None:
    asked = form(CHILDREN, HOW_MANY)
    told = told_by(page)
    show(page, asked)

    show_answers(page, asked, Answers().with_answer(Place("children"), True))
    show_answers(page, asked, Answers())

    assert told == ["Nyt spørgsmål: Hvor mange?", "Stilles ikke længere: Hvor mange?"]


def test_many_questions_that_open_are_counted(page: FormPage) -> None:
    more = tuple(replace(HOW_MANY, link_id=f"q{number}") for number in range(3))
    asked = form(CHILDREN, *more)
    told = told_by(page)
    show(page, asked)

    show_answers(page, asked, Answers().with_answer(Place("children"), True))

    assert told == ["3 nye spørgsmål."]


def test_a_section_turned_to_tells_nothing(page: FormPage) -> None:
    told = told_by(page)

    show(page, form(CHILDREN, HOW_MANY))
    show(page, form(CHILDREN, HOW_MANY), Answers().with_answer(Place("children"), True))

    assert told == []


def test_what_is_the_counsellors_alone_is_not_told_while_the_citizen_reads(page: FormPage) -> None:
    asked = form(CHILDREN, NAMES, SECRET)
    told = told_by(page)
    page.set_citizen_view(True)
    show(page, asked)

    show_answers(page, asked, Answers().with_answer(Place("children"), True))

    assert told == ["Nyt spørgsmål: Hvad hedder de?"]


def test_what_a_whole_group_lacks_stands_at_the_group(page: FormPage) -> None:
    asked = form(CHILDREN, BODY)
    show(page, asked)

    page.show_problems(problems(asked, Answers()))
    page.focus_place(Place("body"))

    assert "Der mangler svar under »Kroppen«." in seen(page)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    page.show_problems(())
    assert "Der mangler svar under »Kroppen«." not in seen(page)


def test_what_a_whole_section_lacks_stands_above_its_questions(page: FormPage) -> None:
    asked = form(SLEEP, required=True)
    show(page, asked)

    page.show_problems(problems(asked, Answers()))
    page.focus_place(Place("section"))

    assert "Der mangler svar under »Afsnit«." in seen(page)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_a_note_stands_at_its_answer_and_asks_to_follow(page: FormPage) -> None:
    show(page, form(SLEEP))
    asked: list[Place] = []
    page.following_asked.connect(asked.append)

    page.show_notes({Place("sleep"): Note("Rettet i hånden.", can_follow=True)})
    button(page, "Følg igen").click()
    page.show_notes({})

    assert asked == [Place("sleep")]
    assert "Rettet i hånden." not in seen(page)


def button(page: FormPage, text: str) -> QPushButton:
    shown = (b for b in page.findChildren(QPushButton) if b.isVisible())
    return next(found for found in shown if found.text() == text)


def test_a_day_being_typed_is_finished_before_the_form_is_closed(page: FormPage) -> None:
    show(page, form(DAY))
    page.set_closing_action("Skriv under")
    said: list[str] = []
    page.answered.connect(note_text(said))
    page.closing_asked.connect(note_closing(said))
    page.focus_place(Place("day"))
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "2.11.20")

    # Not by a mouse: on some systems a button clicked does not take the focus.
    button(page, "Skriv under").clicked.emit()

    assert said[-2:] == ["2.11.2020", "lukket"]


def note_text(said: list[str]) -> Callable[[Place, Reply], None]:
    def note(_place: Place, reply: Reply) -> None:
        said.append(reply.text)

    return note


def note_closing(said: list[str]) -> Callable[[], None]:
    def note() -> None:
        said.append("lukket")

    return note


def test_with_another_window_in_front_a_day_is_still_being_typed(
    page: FormPage, qtbot: QtBot
) -> None:
    show(page, form(DAY))
    page.focus_place(Place("day"))
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "2.11.20")

    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()

    assert focused.text() == "2.11.20"


def long_form(count: int) -> Questionnaire:
    return form(*(replace(SLEEP, link_id=f"q{number}") for number in range(count)))


def test_a_very_long_section_is_whole_as_soon_as_the_window_rests(
    page: FormPage, qtbot: QtBot
) -> None:
    asked = long_form(300)
    show(page, asked, Answers().with_answer(Place("q299"), 7))
    page.show_notes({Place("q299"): Note("Regnet ud")})
    at_once = len(fields(page))

    qtbot.waitUntil(lambda: len(fields(page)) == 300)

    last = fields(page)[-1]
    assert at_once < 60
    assert all(field.isVisible() for field in fields(page))
    assert (last.reply().text, "Regnet ud" in seen(last)) == ("7", True)


def fields(page: FormPage) -> list[Field]:
    return [field for field in page.findChildren(Field) if not field.isHidden()]


def test_one_can_go_to_the_last_question_of_a_very_long_section_at_once(page: FormPage) -> None:
    show(page, long_form(300))

    page.focus_place(Place("q299"))

    focused = QApplication.focusWidget()
    assert focused is not None
    assert fields(page)[-1].isAncestorOf(focused)


def test_tab_walks_a_very_long_section_as_one_reads(page: FormPage, qtbot: QtBot) -> None:
    show(page, long_form(120))
    came: list[Place] = []
    page.entered.connect(came.append)
    qtbot.waitUntil(lambda: len(fields(page)) == 120)
    page.focus_place(Place("q0"))

    for _ in range(119):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)

    assert came == [Place(f"q{number}") for number in range(120)]


def test_a_newer_edition_is_offered_calmly_and_tells_what_is_left_behind(page: FormPage) -> None:
    show(page, form(SLEEP))
    deeds: list[str] = []
    page.head.newer.asked.connect(partial(deeds.append, "spurgt"))
    page.head.newer.agreed.connect(partial(deeds.append, "ja"))

    page.head.newer.offer()
    button(page, "Gå over til den nye udgave").click()
    page.head.newer.tell_left([LeftShown("Hvornår?", "2. november 2026", "Findes ikke.")])
    told = "\n".join(seen(page.head.newer))
    button(page, "Gå over uden det").click()

    assert deeds == ["spurgt", "ja"]
    assert "Hvornår?\n2. november 2026\nFindes ikke." in told


def test_one_can_stay_in_the_edition_one_began_in(page: FormPage) -> None:
    show(page, form(SLEEP))
    page.head.newer.offer()
    page.head.newer.tell_left([LeftShown("Hvornår?", "2. november 2026", "Findes ikke.")])

    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Space)

    assert "2. november 2026" not in "\n".join(seen(page.head.newer))
    assert button(page, "Gå over til den nye udgave").hasFocus()
