"""A conversation about one form: what is read together, what is noted, what is never shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import resources
from app.conductors.conversation import ConversationConductor
from app.conductors.conversation_note import PrivateNote
from app.conductors.form import FormConductor
from app.conversation_way import ConversationWay
from app.facts import PracticeForm, answers_from, read_practice
from app.open_case import OpenCase, new_case
from app.supplies import supplies
from app.work import Work
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.together import can_be_asked_together, turns
from models.answers import Answers, Declined, Place
from models.course import Form
from storage.register import Register, create_register
from tests.builders import CONTACT, NOON, TODAY
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP
from tests.views.screen.accessible import unnamed
from views.screen.fields.field import Field
from views.screen.look import Theme, apply_look

CANARY = "Kanariefugl: kun for den, der fører sagen"
HOPES = Place("assessment.wishes")
MOST_OF_A_FORM = 60
MOST_TURNS = 60
NOTHING = Qt.KeyboardModifier.NoModifier
_COURSES = read_practice(resources.text("practice/citizens.json")).citizens
COURSES = sorted(_COURSES, key=len)[-3:]
"""The three practice citizens of whom most is told."""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder = tmp_path_factory.mktemp("samtale")
    made, _ = create_register(folder, PERSON, PASSPHRASE, NOON, CHEAP)
    yield made
    made.close()


@dataclass
class Talk:
    """A conversation under way, and what it is about."""

    case: OpenCase
    form: FormConductor
    conductor: ConversationConductor

    @property
    def screen(self) -> QWidget:
        return self.conductor.screen

    @property
    def answers(self) -> Answers:
        return self.form.entry.answers

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, held)
        QApplication.processEvents()

    def click(self, text: str) -> None:
        button = next(
            button
            for button in self.screen.findChildren(QAbstractButton)
            if button.isVisible() and text in {button.text(), button.accessibleName()}
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def place(self) -> Place | None:
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, Field):
            widget = widget.parentWidget()
        return widget.place if widget else None

    def told(self) -> str:
        return told_by(self.screen)

    def go_on(self) -> None:
        self.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    def each_turn(self) -> Iterator[None]:
        for _ in range(MOST_TURNS):
            if self.conductor.mark.is_at_end:
                return
            yield
            self.go_on()

    def go_to(self, place: Place) -> None:
        for _ in self.each_turn():
            if self.conductor.screen.side.turn.focus_place(place):
                return

    def go_back_to(self, place: Place) -> None:
        if not self.conductor.screen.side.turn.focus_place(place):
            self.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
            assert self.conductor.screen.side.turn.focus_place(place)

    def go_to_end(self) -> None:
        for _ in self.each_turn():
            pass
        assert self.conductor.mark.is_at_end


class Talks:
    """Begins conversations, and puts them away with the test."""

    def __init__(self, register: Register, qtbot: QtBot) -> None:
        self.work = Work(register, supplies(), lambda: NOON, PERSON)
        self._qtbot = qtbot
        self._begun: list[Talk] = []

    def about(self, form: str, answers: Answers | None = None, room: float = 9) -> Talk:
        case = OpenCase(new_case(self.work), self.work)
        entry = case.begin(form)
        entry = entry if answers is None else replace(entry, answers=answers)
        conductor = FormConductor(case, self.work, entry)
        self._qtbot.addWidget(conductor.page)
        note = PrivateNote(conductor, case, self.work)
        way = ConversationWay(turns(conductor.form, room))
        talk = Talk(case, conductor, ConversationConductor(conductor, note, self.work, way))
        self._begun.append(talk)
        talk.screen.resize(1280, 720)
        talk.screen.show()
        talk.screen.activateWindow()
        self._qtbot.waitUntil(talk.screen.isActiveWindow)
        talk.conductor.begin(conductor.whereabouts, None)
        QApplication.processEvents()
        return talk

    def end(self) -> None:
        while self._begun:
            self._begun.pop().conductor.put_away()


@pytest.fixture
def talks(register: Register, qtbot: QtBot, qapp: QApplication) -> Iterator[Talks]:
    apply_look(qapp, Theme.LIGHT, 1.0)
    begun = Talks(register, qtbot)
    yield begun
    begun.end()
    assert qapp.property("look_scale") == 1.0


def write(text: str) -> None:
    """Type *text* where the focus is."""
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClicks(here, text)


def told_by(root: QWidget) -> str:
    """Return all that stands in *root* or is told of it, seen or not."""
    widgets = (root, *root.findChildren(QWidget))
    return "\n".join(
        said
        for widget in widgets
        for said in (
            str(widget.property("text") or ""),
            widget.toPlainText() if isinstance(widget, QPlainTextEdit) else "",
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.windowTitle(),
        )
    )


def filled(told: PracticeForm) -> Answers:
    """Return what a practice citizen told, with a secret in each question of the counsellor's."""
    form = supplies().newest(told.form)
    answers = answers_from(form, told.answers, TODAY)
    for item in form.by_link_id.values():
        outside = not form.groups_around[item.link_id]
        if item.counsellor_only and item.type in {ItemType.TEXT, ItemType.STRING} and outside:
            answers = answers.with_answer(Place(item.link_id), CANARY)
    return answers


def secrets(form: Questionnaire) -> set[str]:
    """Return every sentence of *form* that is not put to the citizen."""
    items = form.by_link_id.values()
    put = {i.citizen_wording or i.text for i in items}
    put |= {option.coding.display for i in items for option in i.options}
    return {said for i in items for said in private_words(i) if said not in put} | {CANARY}


def private_words(item: Item) -> set[str]:
    wording = {item.text} if item.citizen_wording or item.counsellor_only else set()
    # A word or two can stand inside any other sentence.
    return {said for said in wording | {item.help} if len(said) > 20}


@pytest.mark.parametrize("course", COURSES, ids=["first", "second", "third"])
def test_nothing_private_is_on_the_citizens_side_of_any_form_of_a_practice_course(
    talks: Talks, course: tuple[PracticeForm, ...]
) -> None:
    asked = {told.form: told for told in course}
    forms = [form for form in asked if can_be_asked_together(supplies().newest(form))]
    assert len(forms) > 1

    for form in forms:
        talk = talks.about(form, filled(asked[form]), room=MOST_OF_A_FORM)
        hidden = secrets(talk.form.form)
        for _ in talk.each_turn():
            told = talk.told()
            assert not {secret for secret in hidden if secret in told}, form
        at_end = talk.told()
        assert "Er det sådan, du ser det?" in at_end
        assert not {secret for secret in hidden if secret in at_end}, form
        talks.end()


def test_what_is_said_goes_the_forms_own_way_to_the_register(talks: Talks) -> None:
    talk = talks.about(Form.ASSESSMENT)
    talk.go_to(HOPES)

    write("Ro i huset")
    talk.form.save()

    kept = talk.case.case.entry(talk.form.entry.id)
    assert kept is not None
    assert kept.answers.text("assessment.wishes") == "Ro i huset"


def test_declining_is_an_answer_and_can_be_taken_back_with_what_stood_there(talks: Talks) -> None:
    talk = talks.about(Form.ASSESSMENT)
    talk.go_to(HOPES)
    write("Ro i huset")

    talk.press(Qt.Key.Key_F9)
    declined = talk.answers.at(HOPES)
    went_on = talk.place()
    talk.go_back_to(HOPES)
    talk.press(Qt.Key.Key_F9)

    assert declined == (Declined(),)
    assert went_on != HOPES
    assert talk.answers.text("assessment.wishes") == "Ro i huset"


def test_a_declined_answer_is_in_the_signed_entry(talks: Talks) -> None:
    talk = talks.about(Form.REQUEST)
    talk.go_to(Place("request.words"))

    talk.press(Qt.Key.Key_F9)
    signed = talk.case.sign(talk.form.entry)

    assert signed.answers.at(Place("request.words")) == (Declined(),)


def test_what_the_form_requires_of_the_counsellor_cannot_be_declined(talks: Talks) -> None:
    talk = talks.about(Form.REQUEST)
    assert talk.conductor.screen.side.turn.focus_place(Place("request.received"))

    talk.press(Qt.Key.Key_F9)

    assert talk.answers.at(Place("request.received")) != (Declined(),)


def test_what_was_skipped_is_offered_again_at_the_end(talks: Talks) -> None:
    talk = talks.about(Form.START, room=MOST_OF_A_FORM)
    place = talk.place()
    assert place is not None

    talk.press(Qt.Key.Key_F7)
    talk.go_to_end()
    at_end = talk.told()
    question = talk.form.form.by_link_id[place.link_id].citizen_wording
    talk.click(f"Svar nu: {question}")

    assert "Det sprang vi over" in at_end
    assert talk.place() == place


def test_what_is_answered_after_all_is_not_skipped_any_more(talks: Talks) -> None:
    talk = talks.about(Form.ASSESSMENT)
    talk.go_to(HOPES)
    talk.press(Qt.Key.Key_F7)
    talk.go_back_to(HOPES)

    write("Ro")

    assert talk.conductor.mark.skipped == ()


def test_what_was_said_is_looked_over_and_can_be_put_right(talks: Talks) -> None:
    said = Answers().with_answer(HOPES, "Ro i huset")
    talk = talks.about(Form.ASSESSMENT, said)
    talk.go_to_end()
    at_end = talk.told()

    talk.click("Ret: Hvad vil du gerne have ud af behandlingen?")

    assert "Er det sådan, du ser det?" in at_end
    assert "Ro i huset" in at_end
    assert talk.place() == HOPES


def test_a_private_note_goes_into_the_conversation_note_and_is_never_shown_again(
    talks: Talks,
) -> None:
    talk = talks.about(Form.ASSESSMENT)
    talk.press(Qt.Key.Key_F8)
    waiting = [w.text() for w in talk.screen.findChildren(QLabel) if is_title(w)]
    write(CANARY)
    talk.press(Qt.Key.Key_F8)

    (note,) = talk.case.case.all(Form.CONVERSATION_NOTE)
    assert waiting == ["Vent et øjeblik"]
    assert note.answers.text("conversation_note.private") == CANARY
    assert not note.is_signed
    assert CANARY not in talk.told()
    talk.press(Qt.Key.Key_F8)
    assert CANARY not in talk.told()


def is_title(widget: QWidget) -> bool:
    return widget.property("role") == "title" and widget.isVisible()


def test_a_second_private_note_stands_below_the_first_in_the_same_draft(talks: Talks) -> None:
    talk = talks.about(Form.ASSESSMENT)

    for said in ("Først det.", "Så det."):
        talk.press(Qt.Key.Key_F8)
        write(said)
        talk.press(Qt.Key.Key_F8)

    (note,) = talk.case.case.all(Form.CONVERSATION_NOTE)
    assert note.answers.text("conversation_note.private") == "Først det.\nSå det."


def test_in_a_conversation_note_the_private_note_is_its_own_question(talks: Talks) -> None:
    talk = talks.about(Form.CONVERSATION_NOTE)

    talk.press(Qt.Key.Key_F8)
    write(CANARY)
    talk.press(Qt.Key.Key_F8)

    assert talk.answers.text("conversation_note.private") == CANARY
    assert list(talk.case.case.all(Form.CONVERSATION_NOTE)) == [talk.form.entry]
    assert CANARY not in talk.told()


def test_keys_of_the_questions_do_nothing_while_the_note_is_open(talks: Talks) -> None:
    talk = talks.about(Form.ASSESSMENT)
    before = talk.answers
    talk.press(Qt.Key.Key_F8)

    for key in (Qt.Key.Key_F7, Qt.Key.Key_F9):
        talk.press(key)
    talk.go_on()

    assert talk.answers == before
    assert talk.conductor.mark.skipped == ()


def test_the_note_stays_when_a_screen_comes_that_the_citizen_does_not_look_at(
    talks: Talks,
) -> None:
    talk = talks.about(Form.ASSESSMENT)
    talk.press(Qt.Key.Key_F8)

    talk.conductor.screen.other.changed.emit()
    QTest.keyClicks(QApplication.focusWidget() or talk.screen, CANARY)

    assert talk.conductor.screen.is_paused
    assert CANARY not in str(talk.answers)


def test_the_large_type_is_half_as_large_again_and_a_finger_hits_it(talks: Talks) -> None:
    talk = talks.about(Form.FOLLOW_UP, room=MOST_OF_A_FORM)

    buttons = [b for b in talk.screen.findChildren(QAbstractButton) if b.isVisible()]
    field = next(f for f in talk.screen.findChildren(Field) if f.isVisible())

    assert field.fontInfo().pointSizeF() == pytest.approx(10.5 * 1.5, abs=0.6)
    assert {button.text(): button.height() for button in buttons if button.height() < 44} == {}


def test_everything_on_the_screen_has_a_name(talks: Talks) -> None:
    talk = talks.about(Form.CONTACT, answers_from(supplies().newest("contact"), CONTACT, TODAY))

    for _ in talk.each_turn():
        assert unnamed(talk.screen) == []
    assert unnamed(talk.screen) == []


def test_nothing_scrolls_sideways(talks: Talks) -> None:
    talk = talks.about(Form.SCREENING, room=MOST_OF_A_FORM)
    talk.screen.resize(1024, 700)

    for _ in talk.each_turn():
        assert talk.conductor.screen.side.turn.horizontalScrollBar().maximum() == 0


def test_enter_leads_on_from_the_last_question_and_shift_enter_back(talks: Talks) -> None:
    talk = talks.about(Form.ASSESSMENT)
    first = talk.place()

    for _ in range(6):
        talk.press(Qt.Key.Key_Return)
    further = talk.place()
    for _ in range(12):
        talk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert first is not None
    assert further is not None
    assert further.link_id != first.link_id
    assert talk.form.whereabouts.section == 0


def test_a_note_of_an_earlier_day_is_left_as_it_is(talks: Talks) -> None:
    talk = talks.about(Form.ASSESSMENT)
    old = talk.case.begin(Form.CONVERSATION_NOTE)
    talk.case.keep(replace(old, started=NOON - timedelta(days=2)))

    talk.press(Qt.Key.Key_F8)
    write("I dag.")
    talk.press(Qt.Key.Key_F8)

    notes = list(talk.case.case.all(Form.CONVERSATION_NOTE))
    assert [note.answers.text("conversation_note.private") for note in notes] == ["", "I dag."]
