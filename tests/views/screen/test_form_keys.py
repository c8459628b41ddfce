"""A form filled by keyboard: Enter leads on, digits choose, Ctrl+Z takes back, days are told."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from forms.enablement import enabled_places
from forms.questionnaire import (
    Control,
    EnableWhen,
    Item,
    ItemType,
    Operator,
    Option,
    Questionnaire,
)
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Answers, Coding, Place
from tests.views.screen.at_a_field import Said, Show, press, type_in
from views.screen.fields.date_field import DateField
from views.screen.fields.field import Field
from views.screen.fields.making import field_for
from views.screen.fields.numbered import option_numbered
from views.screen.form_page import FormPage

TODAY = date(2026, 11, 22)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(Coding(text, text)) for text in texts)


NAME = Item("name", ItemType.STRING, "Hvad hedder borgeren?", required=True)
STORY = Item("story", ItemType.TEXT, "Hvad siger borgeren?")
CHILDREN = Item("children", ItemType.BOOLEAN, "Er der børn?")
HOW_MANY = Item(
    "how_many",
    ItemType.INTEGER,
    "Hvor mange børn?",
    enable_when=(EnableWhen("children", Operator.EQUAL, answer=True),),
)
COUNTED = Item("counted", ItemType.INTEGER, "Regnet ud", read_only=True)
DAY = Item("day", ItemType.DATE, "Hvornår?")
WAY = Item("way", ItemType.CHOICE, "Hvordan?", options=options("Brev", "Mail", "Telefon"))
MARKS = Item("marks", ItemType.CHOICE, "Hvor meget?", options=options("0 – slet ikke", "1 – lidt"))
HELP = Item("help", ItemType.CHOICE, "Hvad?", repeats=True, options=options("Bolig", "Gæld"))
LONG = Item("long", ItemType.CHOICE, "Hvilket?", options=options(*"ABCDEFG"))
LANGUAGE = Item(
    "language",
    ItemType.CHOICE,
    "Sprog?",
    control=Control.AUTOCOMPLETE,
    options=options("Dansk", "Polsk"),
)
TONGUES = Item(
    "tongues",
    ItemType.CHOICE,
    "Hvilke sprog?",
    repeats=True,
    control=Control.AUTOCOMPLETE,
    options=options("Dansk", "Polsk"),
)
SCALE = Item("scale", ItemType.INTEGER, "Trang?", control=Control.SLIDER, minimum=0, maximum=10)
NAMES = Item("names", ItemType.STRING, "Hvem bor hos dig?", repeats=True)
AMOUNT = Item("amount", ItemType.QUANTITY, "Hvor meget?")
GOAL = Item(
    "goal",
    ItemType.GROUP,
    "Mål",
    (Item("aim", ItemType.STRING, "Hvad vil du?"), Item("until", ItemType.DATE, "Hvornår?")),
    repeats=True,
)
KINDS = (NAME, STORY, CHILDREN, COUNTED, DAY, WAY, HELP, LONG, LANGUAGE, TONGUES, SCALE)
FORM = Questionnaire(
    "urn:x",
    "x",
    "1",
    "Prøve",
    (
        Item("a", ItemType.GROUP, "Alt", (*KINDS, NAMES, AMOUNT)),
        Item("b", ItemType.GROUP, "Mål og børn", (CHILDREN, HOW_MANY, GOAL)),
        Item("c", ItemType.GROUP, "Resten", (MARKS,)),
    ),
)


class Person:
    """Fills the form, on a page that does what it does in the program."""

    def __init__(self, page: FormPage) -> None:
        self.page = page
        self.answers = Answers()
        self.section = 0
        self.ways: list[int] = []
        page.answered.connect(self.record)
        page.section_chosen.connect(self.go)
        page.row_added.connect(self.add_row)
        page.retracing_asked.connect(self.ways.append)
        page.set_closing_action("Underskriv")
        self.go(0)

    def record(self, place: Place, reply: Reply) -> None:
        values = read_reply(FORM.by_link_id[place.link_id], reply, TODAY)
        self.show(self.answers.with_answer(place, *values))

    def add_row(self, group: Place) -> None:
        self.show(self.answers.with_row(group))

    def show(self, answers: Answers) -> None:
        self.answers = answers
        self.page.show_answers(answers, enabled_places(FORM, answers))

    def go(self, section: int) -> None:
        self.section = section
        self.page.show_form(FORM, section, self.answers, enabled_places(FORM, self.answers))

    def at(self) -> str:
        """Return the question one is at, or the button."""
        around: QWidget | None = QApplication.focusWidget()
        while around is not None and not isinstance(around, Field | QPushButton):
            around = around.parentWidget()
        if isinstance(around, Field):
            return f"{around.place.link_id}{''.join(map(str, around.place.rows))}"
        return around.text() if isinstance(around, QPushButton) else ""


def hit(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    page = FormPage(lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return Person(page)


def test_enter_leads_through_every_kind_of_question_and_into_the_next_section(
    person: Person,
) -> None:
    person.page.focus_first()
    seen = []
    while person.section == 0:
        seen.append(person.at())
        hit(
            Qt.Key.Key_Return, CONTROL if seen[-1] in {"story", "names"} else Qt.KeyboardModifier(0)
        )

    asked = [item.link_id for item in FORM.items[0].items if not item.read_only]
    assert seen == asked
    assert person.at() == "children"


def test_shift_enter_leads_back_also_out_of_a_text_and_into_the_section_before(
    person: Person,
) -> None:
    person.go(1)
    person.page.focus_first()

    hit(Qt.Key.Key_Return, SHIFT)
    first = (person.section, person.at())
    hit(Qt.Key.Key_Return, SHIFT)
    hit(Qt.Key.Key_Enter, SHIFT | Qt.KeyboardModifier.KeypadModifier)

    assert first == (0, "amount")
    assert person.at() == "scale"


def test_in_a_text_enter_is_a_new_line_and_tab_leads_on(person: Person) -> None:
    person.page.focus_place(Place("story"))

    type_in("Godt")
    hit(Qt.Key.Key_Return)
    hit(Qt.Key.Key_Tab)

    assert person.answers.at(Place("story")) == ("Godt\n",)
    assert person.at() == "children"


def test_enter_sees_what_the_answer_just_given_opens(person: Person) -> None:
    person.go(1)
    person.page.focus_first()

    type_in("j")
    hit(Qt.Key.Key_Return)

    assert person.at() == "how_many"


def test_enter_leads_through_rows_and_stops_where_one_more_can_be_added(person: Person) -> None:
    person.go(1)
    person.page.focus_place(Place("goal"))

    hit(Qt.Key.Key_Space)
    seen = [person.at()]
    for _ in range(2):
        hit(Qt.Key.Key_Return)
        seen.append(person.at())
    hit(Qt.Key.Key_Return)

    assert seen == ["aim0", "until0", "Tilføj mål"]
    assert (person.section, person.at()) == (2, "marks")


def test_enter_after_the_last_question_stands_at_the_closing_deed_and_does_not_do_it(
    person: Person, qtbot: QtBot
) -> None:
    person.go(2)
    person.page.focus_first()

    with qtbot.assertNotEmitted(person.page.closing_asked):
        hit(Qt.Key.Key_Return)
        hit(Qt.Key.Key_Return)

    assert person.at() == "Underskriv"


def test_enter_on_the_first_question_of_all_stays_when_it_should_lead_back(person: Person) -> None:
    person.page.focus_first()

    hit(Qt.Key.Key_Return, SHIFT)

    assert (person.section, person.at()) == (0, "name")


def test_enter_takes_a_suggestion_typed_in_full_and_then_leads_on(person: Person) -> None:
    person.page.focus_place(Place("tongues"))

    type_in("polsk")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Return)

    assert person.answers.at(Place("tongues")) == (Coding("Polsk", "Polsk"),)
    hit(Qt.Key.Key_Return)
    assert person.at() == "scale"


def test_nothing_is_red_while_one_types_or_goes_on(person: Person) -> None:
    person.page.focus_first()

    type_in("A")
    hit(Qt.Key.Key_Backspace)
    hit(Qt.Key.Key_Return)

    assert all(not field.problem() for field in person.page.findChildren(Field))


@pytest.mark.parametrize(
    ("item", "keys", "values"),
    [
        (WAY, "2", ("Mail",)),
        (WAY, "23", ("Telefon",)),
        (WAY, "9", ()),
        (CHILDREN, "2", ("false",)),
        (MARKS, "0", ("0 – slet ikke",)),
        (MARKS, "1", ("1 – lidt",)),
        (HELP, "12", ("Bolig", "Gæld")),
        (HELP, "121", ("Gæld",)),
        (LONG, "3", ("C",)),
    ],
    ids=str,
)
def test_digits_choose(shown: Show, item: Item, keys: str, values: Sequence[str]) -> None:
    (field,) = shown(item)
    said = Said(field)
    field.focus_here()

    for key in keys:
        type_in(key)

    assert said.replies == [] if not values else said.replies[-1].codes == tuple(values)


def test_a_digit_typed_in_the_line_for_other_words_stays_there(shown: Show) -> None:
    (field,) = shown(Item("drug", ItemType.OPEN_CHOICE, "Hvilket?", options=options("Hash")))
    said = Said(field)
    field.focus_here()

    type_in("2")
    type_in("4 slags")

    assert said.replies[-1] == Reply("4 slags")


def test_an_option_goes_by_its_own_number_only_where_all_have_one() -> None:
    assert option_numbered(("0 – aldrig", "1 – tit"), 1) == 1
    assert option_numbered(("0 – aldrig", "1 – tit"), 2) is None
    assert option_numbered(("0 – aldrig", "Tit"), 2) == 1
    assert option_numbered(("A", "B"), 0) is None


@pytest.mark.parametrize(
    "item", [*KINDS, NAMES, AMOUNT], ids=[*(k.link_id for k in KINDS), "ns", "am"]
)
def test_tab_leaves_every_kind_of_field(shown: Show, item: Item) -> None:
    first, second = shown(item, NAME)
    first.focus_here()

    for _ in first.findChildren(QWidget):
        if first.isAncestorOf(QApplication.focusWidget() or second):
            press(Qt.Key.Key_Tab)

    assert second.isAncestorOf(QApplication.focusWidget() or first)


@pytest.mark.parametrize("link_id", ["name", "story", "amount", "day"])
def test_ctrl_z_takes_back_here_first_and_then_asks_the_form(person: Person, link_id: str) -> None:
    place = Place(link_id)
    person.page.focus_place(place)
    type_in("ab")

    while person.answers.at(place):
        hit(Qt.Key.Key_Z, CONTROL)
    before = list(person.ways)
    hit(Qt.Key.Key_Y, CONTROL)
    again = person.answers.at(place)
    hit(Qt.Key.Key_Z, CONTROL)
    hit(Qt.Key.Key_Z, CONTROL)

    assert before == []
    assert again
    assert person.ways == [-1]


def test_what_was_typed_before_one_left_is_the_forms_to_take_back(person: Person) -> None:
    person.page.focus_place(Place("name"))
    type_in("ab")
    hit(Qt.Key.Key_Return)
    hit(Qt.Key.Key_Return, SHIFT)

    hit(Qt.Key.Key_Z, CONTROL)

    assert person.answers.at(Place("name")) == ("ab",)
    assert person.ways == [-1]


@pytest.mark.parametrize("link_id", ["children", "way", "help", "long", "scale", "language"])
def test_ctrl_z_and_ctrl_y_are_heard_in_every_kind_of_field(person: Person, link_id: str) -> None:
    person.page.focus_place(Place(link_id))

    hit(Qt.Key.Key_Z, CONTROL)
    hit(Qt.Key.Key_Y, CONTROL)
    hit(Qt.Key.Key_Z, CONTROL | SHIFT)

    assert person.ways == [-1, 1, 1]


def meant(field: DateField) -> str:
    labels = (label for label in field.findChildren(QLabel) if label.isVisible())
    return next((label.text() for label in labels if " den " in label.text()), "")


@pytest.fixture
def day(qtbot: QtBot, shown: Show) -> DateField:
    field = field_for(DAY, Place("day"), today=lambda: TODAY)
    assert isinstance(field, DateField)
    (other,) = shown(NAME)
    page = other.parentWidget()
    column = page.layout() if page is not None else None
    assert column is not None
    column.addWidget(field)
    return field


@pytest.mark.parametrize(
    ("typed", "said", "left"),
    [
        ("i går", "lørdag den 21. november 2026", "21.11.2026"),
        ("2/11", "mandag den 2. november 2026", "2.11.2026"),
        ("om 14 dage", "søndag den 6. december 2026", "6.12.2026"),
        ("næste tirsdag", "tirsdag den 24. november 2026", "24.11.2026"),
        ("måske", "", "måske"),
    ],
)
def test_a_day_told_stands_whole_beside_the_field_until_it_is_left(
    day: DateField, typed: str, said: str, left: str
) -> None:
    heard = Said(day)
    day.focus_here()

    type_in(typed)
    while_typing = meant(day)
    line = day.findChild(QLineEdit)
    described = line.accessibleDescription()
    press(Qt.Key.Key_Backtab)

    assert (while_typing, line.text(), meant(day)) == (said, left, "")
    assert said in described
    assert heard.comings == ["entered", "left"]


def test_a_day_told_in_a_draft_stands_whole_beside_it_when_it_comes_back(day: DateField) -> None:
    day.show_answer(read_reply(DAY, Reply("2/11")))

    assert meant(day) == "mandag den 2. november 2026"


def test_a_drop_down_with_two_digit_numbers_is_searched_as_ever(shown: Show) -> None:
    (field,) = shown(Item("n", ItemType.CHOICE, "?", options=options(*map(str, range(12)))))
    combo = field.findChild(QComboBox)
    field.focus_here()

    type_in("11")

    assert combo.currentText() == "11"
