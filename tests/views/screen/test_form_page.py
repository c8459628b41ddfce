"""A section of a form on the screen: what is shown, where focus goes, what is said."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from forms.checking import problems
from forms.enablement import enabled_places
from forms.outline import link_ids_inside
from forms.questionnaire import EnableWhen, Item, ItemType, Operator, Option, Questionnaire, Voice
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Answers, Coding, Place
from views.screen.fields.field import Field
from views.screen.fields.read_field import ReadField
from views.screen.form_page import FormPage
from views.screen.look import Theme, apply_look

NAME = Item("name", ItemType.STRING, "Hvad hedder borgeren?", required=True)
CHILDREN = Item("children", ItemType.BOOLEAN, "Bor der børn hos borgeren?")
HOW_MANY = Item(
    "how_many",
    ItemType.INTEGER,
    "Hvor mange børn?",
    unit="børn",
    enable_when=(EnableWhen("children", Operator.EQUAL, answer=True),),
)
NOTE = Item("note", ItemType.TEXT, "Egne noter", counsellor_only=True)
DAY = Item("day", ItemType.DATE, "Hvornår?")
WAY = Item(
    "way",
    ItemType.OPEN_CHOICE,
    "Hvordan?",
    options=(Option(Coding("letter", "Brev")), Option(Coding("mail", "Mail"))),
)
MANY = Item(
    "many", ItemType.CHOICE, "Hvilket?", options=tuple(Option(Coding(c, c)) for c in "abcdefgh")
)
WORDS = Item("words", ItemType.TEXT, "Målet med borgerens ord", voice=Voice.CITIZEN)
WHAT = Item("what", ItemType.STRING, "Hvad gør vi?")
INTERVENTION = Item("intervention", ItemType.GROUP, "Aftale", (WHAT,), repeats=True)
GOAL = Item("goal", ItemType.GROUP, "Mål", (WORDS, INTERVENTION), repeats=True)
FORM = Questionnaire(
    "urn:form",
    "form",
    "1",
    "Prøve",
    (
        Item("a", ItemType.GROUP, "Borgeren", (NAME, CHILDREN, HOW_MANY, NOTE)),
        Item("b", ItemType.GROUP, "Mål og indsats", (GOAL,)),
        Item("c", ItemType.GROUP, "Resten", (DAY, WAY, MANY)),
    ),
)


class Conductor:
    """Does with a page what the program does, and remembers what was said."""

    def __init__(self, page: FormPage) -> None:
        self.page = page
        self.answers = Answers()
        self.section = 0
        self.closings = 0
        self.comings: list[tuple[str, Place]] = []
        page.answered.connect(self.record)
        page.entered.connect(self.enter)
        page.left.connect(self.leave)
        page.section_chosen.connect(self.go)
        page.row_added.connect(self.add_row)
        page.row_removed.connect(self.remove_row)
        page.closing_asked.connect(self.close)
        self.go(0)

    def record(self, place: Place, reply: Reply) -> None:
        values = read_reply(FORM.by_link_id[place.link_id], reply)
        self.show(self.answers.with_answer(place, *values))

    def add_row(self, group: Place) -> None:
        self.show(self.answers.with_row(group))

    def remove_row(self, group: Place, row: int) -> None:
        inside = link_ids_inside(FORM.by_link_id[group.link_id]) - {group.link_id}
        self.show(self.answers.without_row(group, row, inside))

    def show(self, answers: Answers) -> None:
        self.answers = answers
        self.page.show_answers(answers, enabled_places(FORM, answers))

    def go(self, section: int) -> None:
        self.section = section
        enabled = enabled_places(FORM, self.answers)
        self.page.show_form(FORM, section, self.answers, enabled)

    def enter(self, place: Place) -> None:
        self.comings.append(("entered", place))

    def leave(self, place: Place) -> None:
        self.comings.append(("left", place))

    def close(self) -> None:
        self.closings += 1


@pytest.fixture
def conductor(qtbot: QtBot) -> Conductor:
    page = FormPage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return Conductor(page)


def field(conductor: Conductor, link_id: str, *rows: int) -> Field:
    place = Place(link_id, rows)
    return next(f for f in conductor.page.findChildren(Field) if f.place == place)


def button(conductor: Conductor, name: str) -> QAbstractButton:
    return next(
        found
        for found in conductor.page.findChildren(QPushButton)
        if name in (found.accessibleName(), found.text()) and found.isVisible()
    )


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def test_what_is_typed_reaches_the_conductor(conductor: Conductor) -> None:
    conductor.page.focus_place(Place("name"))

    type_in("Prøve Person")

    assert conductor.answers.text("name") == "Prøve Person"


def test_a_disabled_question_is_hidden_and_keeps_its_answer(conductor: Conductor) -> None:
    how_many = field(conductor, "how_many")
    conductor.show(conductor.answers.with_answer(Place("children"), value_yes()))
    conductor.show(conductor.answers.with_answer(Place("how_many"), Decimal(2)))
    while_asked = how_many.isVisible()

    conductor.show(conductor.answers.with_answer(Place("children"), not value_yes()))

    assert while_asked
    assert not how_many.isVisible()
    assert how_many.reply().text == "2"


def value_yes() -> bool:
    return True


def test_showing_answers_does_not_move_focus_or_caret(conductor: Conductor) -> None:
    conductor.page.focus_place(Place("name"))
    type_in("Prøve")
    press(Qt.Key.Key_Home)

    conductor.show(conductor.answers.with_answer(Place("children"), value_yes()))

    assert conductor.comings == [("entered", Place("name"))]
    assert conductor.page.caret(Place("name")) == 0


def test_one_comes_back_to_the_same_letter_after_a_lock(conductor: Conductor) -> None:
    conductor.show(conductor.answers.with_answer(Place("note"), "Aftalt torsdag."))
    conductor.go(0)

    conductor.page.focus_place(Place("note"), 7)

    assert conductor.page.caret(Place("note")) == 7
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_leaving_a_section_leaves_its_field_first(conductor: Conductor) -> None:
    conductor.page.focus_place(Place("name"))

    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    assert conductor.section == 1
    assert conductor.comings[:2] == [("entered", Place("name")), ("left", Place("name"))]


def test_a_section_asked_for_here_begins_at_its_first_question(conductor: Conductor) -> None:
    conductor.go(1)

    button(conductor, "Næste afsnit: Resten").click()

    assert conductor.section == 2
    assert conductor.comings[-1] == ("entered", Place("day"))


def test_ctrl_page_up_goes_back(conductor: Conductor) -> None:
    conductor.go(2)
    conductor.page.focus_place(Place("day"))

    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)

    assert conductor.section == 1


def test_the_last_section_offers_to_close(conductor: Conductor) -> None:
    conductor.page.set_closing_action("Skriv under")
    conductor.go(2)

    button(conductor, "Skriv under").click()

    assert conductor.closings == 1


def test_a_new_row_is_shown_and_one_begins_in_it(conductor: Conductor) -> None:
    conductor.go(1)

    button(conductor, "Tilføj mål").click()

    assert conductor.answers.rows(Place("goal")) == 1
    assert conductor.comings[-1] == ("entered", Place("words", (0,)))


def test_rows_stand_inside_rows(conductor: Conductor) -> None:
    conductor.show(Answers().with_row(Place("goal")).with_row(Place("goal")))
    conductor.go(1)

    conductor.add_row(Place("intervention", (1,)))
    conductor.page.focus_place(Place("what", (1, 0)))
    type_in("Samtaler")

    assert conductor.answers.text("what", 1, 0) == "Samtaler"


def test_a_row_taken_away_takes_its_answers_with_it(conductor: Conductor) -> None:
    answers = Answers().with_row(Place("goal")).with_row(Place("goal"))
    answers = answers.with_answer(Place("words", (0,)), "Et").with_row(Place("intervention", (0,)))
    conductor.show(answers.with_answer(Place("words", (1,)), "To"))
    conductor.go(1)

    button(conductor, "Fjern mål 1").click()

    assert field(conductor, "words", 0).reply().text == "To"
    shown = {f.place for f in conductor.page.findChildren(Field) if f.isVisible()}
    assert shown == {Place("words", (0,))}


def test_focus_does_not_fall_out_of_the_page_with_a_row(conductor: Conductor) -> None:
    conductor.show(Answers().with_row(Place("goal")))
    conductor.go(1)
    remove = button(conductor, "Fjern mål 1")
    remove.setFocus()

    remove.click()

    assert QApplication.focusWidget() is button(conductor, "Tilføj mål")


def test_tab_walks_as_one_reads_also_through_rows_added_later(conductor: Conductor) -> None:
    conductor.go(1)
    conductor.add_row(Place("goal"))
    conductor.add_row(Place("intervention", (0,)))
    button(conductor, "Fjern mål 1").setFocus()

    walked = []
    for _ in range(6):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPlainTextEdit | QLineEdit | QPushButton)
        own = focused.text() if isinstance(focused, QPushButton) else ""
        walked.append(focused.accessibleName() or own)

    assert walked == [
        "Målet med borgerens ord",
        "Fjern aftale 1",
        "Hvad gør vi?",
        "Tilføj aftale",
        "Tilføj mål",
        "Forrige afsnit: Borgeren",
    ]


def test_problems_stand_at_their_questions_and_go_again(conductor: Conductor) -> None:
    conductor.page.show_problems(problems(FORM, conductor.answers))
    said = field(conductor, "name").problem()

    conductor.page.show_problems(())

    assert said == "Der mangler et svar på »Hvad hedder borgeren?«."
    assert field(conductor, "name").problem() == ""


def test_the_thread_says_how_far_one_is(conductor: Conductor) -> None:
    conductor.record(Place("name"), Reply("Prøve Person"))

    heard = [
        (knot.accessibleName(), knot.accessibleDescription())
        for knot in conductor.page.findChildren(QAbstractButton)
        if knot.accessibleName().startswith("Afsnit 1")
    ]

    assert heard == [("Afsnit 1 af 3: Borgeren, vises nu", "1 af 3 besvaret")]


def test_what_is_the_counsellors_alone_is_hidden_when_the_citizen_reads(
    conductor: Conductor,
) -> None:
    note = field(conductor, "note")

    conductor.page.set_citizen_view(True)
    hidden = not note.isVisible()
    conductor.page.set_citizen_view(False)

    assert hidden
    assert note.isVisible()


def test_a_signed_entry_has_nothing_to_type_in(conductor: Conductor) -> None:
    answers = Answers().with_row(Place("goal")).with_answer(Place("words", (0,)), "Mit mål")

    conductor.page.show_form(FORM, 1, answers, enabled_places(FORM, answers), read_only=True)

    (shown,) = conductor.page.findChildren(ReadField)
    assert shown.reply().text == "Mit mål"
    visible = [w for w in conductor.page.findChildren(QWidget) if w.isVisible()]
    assert not any(isinstance(w, QLineEdit | QPlainTextEdit) for w in visible)
    assert not any(isinstance(w, QPushButton) and "øj" in w.text() for w in visible)


def test_focus_is_scrolled_into_view(conductor: Conductor, qtbot: QtBot) -> None:
    answers = Answers()
    for _ in range(6):
        answers = answers.with_row(Place("goal"))
    conductor.show(answers)
    conductor.go(1)

    conductor.page.focus_place(Place("words", (5,)))

    box = field(conductor, "words", 5)
    view = conductor.page.findChild(QScrollArea).viewport()
    qtbot.waitUntil(is_inside(view, box))


def is_inside(view: QWidget, box: QWidget) -> Callable[[], bool]:
    def seen() -> bool:
        place = QRect(box.mapTo(view, box.rect().topLeft()), box.size())
        return view.rect().contains(place)

    return seen


@pytest.mark.parametrize("section", [0, 1, 2])
def test_nothing_is_cut_at_twice_the_text_size(
    qapp: QApplication, qtbot: QtBot, section: int
) -> None:
    apply_look(qapp, Theme.LIGHT, 2.0)
    page = FormPage()
    qtbot.addWidget(page)
    page.resize(680, 700)
    page.show()
    answers = Answers().with_row(Place("goal")).with_row(Place("intervention", (0,)))

    page.show_form(FORM, section, answers, enabled_places(FORM, answers))
    QApplication.processEvents()

    sheet = page.findChild(QScrollArea).widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() <= page.width()
    labels = [label for label in sheet.findChildren(QLabel) if label.isVisible()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
