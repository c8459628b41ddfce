"""What was changed in a form is taken back step by step, also across its sections."""

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.conductors.form import FormConductor
from app.conductors.form_copy import FormCopyConductor
from app.open_case import OpenCase, new_case, read_case
from app.work import Work
from models.answers import Answers, Place, Unread
from storage.register import Register, create_register
from tests.app.own_forms import kept, supplies_of
from tests.app.test_asking import answer, worked_out
from tests.app.test_form_conductor import Clock
from tests.builders import NOON, TODAY, clinic
from tests.demo.journey import PASSPHRASE, PERSON
from tests.forms.everything import form, item, option
from tests.journeys.people import CHEAP
from views.screen.fields.field import Field
from views.screen.form_more import FormMore
from views.screen.look import Theme, apply_look

NAME = "urn:prøve:fortryd"
TALK = form(
    item(
        "first",
        "group",
        item("who", "string", text="Hvem var med?"),
        item("when", "date", text="Hvornår?"),
        item("times", "integer", text="Hvor mange gange?"),
        item(
            "double",
            "integer",
            text="Det dobbelte",
            extension=worked_out("calculatedExpression", f"{answer('times')} * 2"),
        ),
        text="Samtalen",
    ),
    item(
        "second",
        "group",
        item("well", "boolean", text="Gik det godt?"),
        item("way", "choice", text="Hvordan?", answerOption=[option("mail"), option("brev")]),
        item(
            "aim",
            "group",
            item("words", "string", text="Hvad er målet?"),
            text="Mål",
            repeats=True,
        ),
        text="Resten",
    ),
    url=NAME,
)
WHO, WHEN, WELL, WAY, AIM = (Place(name) for name in ("who", "when", "well", "way", "aim"))
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder = tmp_path_factory.mktemp("kartotek") / "kartotek"
    made, _ = create_register(folder, PERSON, PASSPHRASE, NOON, CHEAP)
    yield made
    made.close(even_unsaved=True)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def work(register: Register, clock: Clock) -> Work:
    return Work(register, supplies_of(kept(json.dumps(TALK))), clock, PERSON)


@pytest.fixture
def case(work: Work, qapp: QApplication) -> OpenCase:
    apply_look(qapp, Theme.LIGHT, 1.0)
    return OpenCase(new_case(work), work)


@pytest.fixture
def talk(case: OpenCase, work: Work, qtbot: QtBot) -> FormConductor:
    conductor = FormConductor(case, work, case.begin(NAME))
    qtbot.addWidget(conductor.page)
    conductor.page.resize(900, 700)
    with qtbot.waitActive(conductor.page):
        conductor.page.show()
        conductor.page.activateWindow()
    conductor.begin()
    return conductor


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def back() -> None:
    press(Qt.Key.Key_Z, CONTROL)


def again() -> None:
    press(Qt.Key.Key_Y, CONTROL)


def type_in(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def at() -> Place | None:
    """Return the question one is at."""
    around: QWidget | None = QApplication.focusWidget()
    while around is not None and not isinstance(around, Field):
        around = around.parentWidget()
    return around.place if isinstance(around, Field) else None


def seen(talk: FormConductor) -> str:
    labels = talk.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def stored(case: OpenCase, work: Work) -> Answers:
    """Return the answers of the only entry as the disk has them."""
    work.register.flush()
    (entry,) = read_case(case.case.id, work).entries
    return entry.answers


def fill(talk: FormConductor) -> None:
    """Answer a question in each section, as a person does."""
    type_in("Mor")
    press(Qt.Key.Key_Return)
    type_in("i går")
    talk.go_to(WELL)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_1)


def test_each_ctrl_z_takes_back_one_change_and_shows_where_it_was(
    talk: FormConductor, case: OpenCase, work: Work
) -> None:
    fill(talk)
    places, answers = [], []

    for _ in range(4):
        back()
        places.append(at())
        answers.append(talk.entry.answers)

    assert places == [WELL, WELL, WHEN, WHO]
    assert [a.yes("well") for a in answers] == [False, None, None, None]
    assert [a.day("when") is not None for a in answers] == [True, True, False, False]
    assert answers[-1].values == {}
    assert stored(case, work).values == {}
    assert talk.is_kept


def test_what_was_taken_back_is_done_again(talk: FormConductor, case: OpenCase, work: Work) -> None:
    fill(talk)
    done = talk.entry.answers
    for _ in range(4):
        back()

    for _ in range(3):
        again()
    press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert talk.entry.answers == done
    assert at() == WELL
    assert stored(case, work) == done


def test_it_is_said_at_which_question_and_never_what_stood_there(talk: FormConductor) -> None:
    fill(talk)
    back()
    back()
    back()
    taken = seen(talk)
    again()
    done = seen(talk)
    type_in("x")

    assert "Fortrudt: Hvornår?" in taken
    assert "november" not in taken
    assert "Gjort om: Hvornår?" in done
    assert "Gjort om" not in seen(talk)


def test_when_nothing_is_left_to_take_back_it_is_said(talk: FormConductor) -> None:
    back()
    nothing = seen(talk)
    again()

    assert "Der er ikke mere at fortryde." in nothing
    assert "Der er ikke mere at gøre om." in seen(talk)


def test_what_follows_from_an_answer_is_taken_back_with_it(talk: FormConductor) -> None:
    talk.page.focus_place(Place("times"))
    type_in("4")
    doubled = talk.entry.answers.number("double")
    press(Qt.Key.Key_Return)

    back()

    assert doubled == 8
    assert talk.entry.answers.values == {}


def say_yes() -> None:
    """Answer the box that asks whether the row is to go."""
    box = QApplication.activeModalWidget()
    assert box is not None
    next(b for b in box.findChildren(QPushButton) if b.text() == "Fjern").click()


def test_a_row_added_or_removed_is_a_change(talk: FormConductor) -> None:
    talk.go_to(AIM)
    press(Qt.Key.Key_Space)
    type_in("Bolig")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    written = talk.entry.answers
    buttons = talk.page.findChildren(QPushButton)
    QTimer.singleShot(50, say_yes)
    next(b for b in buttons if b.accessibleName() == "Fjern mål 1").click()
    # Without a window manager nobody gives the focus back when a box closes.
    talk.page.activateWindow()
    QApplication.processEvents()
    removed = talk.entry.answers

    back()
    first_back = talk.entry.answers, at()
    for _ in range(3):
        back()

    assert removed.rows(AIM) == 1
    assert removed.text("words", 0) == ""
    assert first_back == (written, Place("words", (0,)))
    assert talk.entry.answers.rows(AIM) == 0


def test_letters_are_taken_back_one_way_and_leave_nothing_behind(talk: FormConductor) -> None:
    type_in("Mor")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_in("far")
    while talk.entry.answers.text("who") != "Mor":
        back()

    back()

    assert talk.entry.answers.values == {}
    assert at() == WHO


def test_an_answer_given_after_a_step_back_ends_what_could_be_done_again(
    talk: FormConductor,
) -> None:
    fill(talk)
    back()
    back()
    press(Qt.Key.Key_1)
    then = talk.entry.answers

    again()

    assert talk.entry.answers == then


def test_a_signed_form_has_nothing_to_take_back(
    talk: FormConductor, case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    type_in("Mor")
    talk.page.closing_asked.emit()
    signed = talk.entry

    talk.retrace(-1)
    copying = FormCopyConductor(talk, case, work, clinic())

    assert signed.is_signed
    assert talk.entry == signed
    assert offered(copying.more) == []


def test_the_menu_takes_back_too(talk: FormConductor, case: OpenCase, work: Work) -> None:
    copying = FormCopyConductor(talk, case, work, clinic())
    type_in("Mor")
    press(Qt.Key.Key_Return)
    actions = {action.text(): action for action in copying.more.menu().actions()}

    actions["Fortryd (Ctrl+Z)"].trigger()
    taken = talk.entry.answers.text("who")
    actions["Gør om (Ctrl+Y)"].trigger()

    assert taken == ""
    assert talk.entry.answers.text("who") == "Mor"
    assert offered(copying.more) == ["Fortryd (Ctrl+Z)", "Gør om (Ctrl+Y)"]


def offered(more: FormMore) -> list[str]:
    texts = [action.text() for action in more.menu().actions() if action.isVisible()]
    return [text for text in texts if text.startswith(("Fortryd", "Gør om"))]


def test_a_day_told_is_the_day_it_was_told_on(
    talk: FormConductor, case: OpenCase, work: Work
) -> None:
    talk.page.focus_place(WHEN)
    type_in("+3")
    while_typing = talk.entry.answers.at(WHEN)
    talk.save()

    assert while_typing == (Unread("+3"),)
    assert stored(case, work).day("when") == TODAY.replace(day=TODAY.day + 3)


def test_a_day_told_is_counted_from_the_day_it_is_also_after_midnight(
    talk: FormConductor, clock: Clock
) -> None:
    talk.page.focus_place(WHEN)
    clock.now = NOON.replace(day=NOON.day + 1)

    type_in("i går")
    press(Qt.Key.Key_Return)

    focused = talk.page.findChildren(QLineEdit)
    assert talk.entry.answers.day("when") == TODAY
    assert f"{TODAY.day}.{TODAY.month}.{TODAY.year}" in [line.text() for line in focused]


def test_ctrl_z_is_heard_beside_the_questions_too(talk: FormConductor) -> None:
    type_in("Mor")
    talk.page.foot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    talk.page.foot.setFocus()

    back()

    assert talk.entry.answers.values == {}
    assert at() == WHO
