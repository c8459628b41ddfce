"""The fields say what the person does, and show answers without getting in the way."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from forms.questionnaire import Item, ItemType, Option, Voice
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Coding, Place, Value
from tests.views.screen.at_a_field import Said, Show, press, type_in, wheel_over
from views.screen.fields.choice_field import ChoiceField
from views.screen.fields.date_field import DateField
from views.screen.fields.drop_down_field import DropDownField
from views.screen.fields.growing_box import GrowingBox
from views.screen.fields.line_field import LineField
from views.screen.fields.making import field_for
from views.screen.fields.read_field import UNANSWERED, ReadField
from views.screen.fields.text_field import TextField
from views.screen.fields.ticks import CheckTick, RadioTick

NAME = Item("name", ItemType.STRING, "Hvad hedder borgeren?")
STORY = Item("story", ItemType.TEXT, "Hvad siger borgeren?", voice=Voice.CITIZEN)
DAY = Item("day", ItemType.DATE, "Hvornår var det?")
CHILDREN = Item("children", ItemType.BOOLEAN, "Er der børn?")


def options(*names: str, exclusive: str = "") -> tuple[Option, ...]:
    return tuple(Option(Coding(n.lower(), n), exclusive=n == exclusive) for n in names)


WAY = Item("way", ItemType.CHOICE, "Hvordan?", options=options("Brev", "Mail", "Telefon"))
LONG = Item("long", ItemType.CHOICE, "Hvilket?", options=options(*"ABCDEFG"))
HELP = Item(
    "help",
    ItemType.CHOICE,
    "Hvilken hjælp?",
    repeats=True,
    options=options("Bolig", "Gæld", "Ingen", exclusive="Ingen"),
)
DRUG = Item("drug", ItemType.OPEN_CHOICE, "Hvilket rusmiddel?", options=options("Hash", "Kokain"))
ALL = (NAME, STORY, DAY, CHILDREN, WAY, LONG, HELP, DRUG)


def test_each_kind_of_answer_has_its_field(shown: Show) -> None:
    kinds = [type(field) for field in shown(*ALL)]

    assert kinds == [
        LineField,
        TextField,
        DateField,
        ChoiceField,
        ChoiceField,
        DropDownField,
        ChoiceField,
        ChoiceField,
    ]


@pytest.mark.parametrize("item", [NAME, STORY], ids=["line", "box"])
def test_every_key_is_said_while_one_types(shown: Show, item: Item) -> None:
    (field,) = shown(item)
    said = Said(field)
    field.focus_here()

    type_in("Åse")

    assert [reply.text for reply in said.replies] == ["Å", "Ås", "Åse"]


def test_showing_an_answer_says_nothing(shown: Show) -> None:
    (field,) = shown(STORY)
    said = Said(field)

    field.show_answer(("Jeg vil gerne stoppe.",))

    assert said.replies == []


@pytest.mark.parametrize("item", [NAME, STORY], ids=["line", "box"])
def test_showing_what_is_already_there_leaves_the_caret_alone(shown: Show, item: Item) -> None:
    (field,) = shown(item)
    field.focus_here()
    type_in("Jeg er her")
    field.set_caret(3)

    field.show_answer(("Jeg er her",))

    assert field.caret() == 3


@pytest.mark.parametrize("item", [NAME, STORY], ids=["line", "box"])
def test_an_answer_that_changes_under_the_caret_keeps_its_place(shown: Show, item: Item) -> None:
    (field,) = shown(item)
    field.focus_here()
    type_in("Jeg er her")
    field.set_caret(3)

    field.show_answer(("Jeg er hjemme",))

    assert field.caret() == 3


def test_tab_leaves_a_text_box(shown: Show) -> None:
    _, story, day = shown(NAME, STORY, DAY)
    said = Said(story)
    story.focus_here()

    press(Qt.Key.Key_Tab)

    assert day.isAncestorOf(QApplication.focusWidget() or day)
    assert said.comings == ["entered", "left"]
    assert said.replies == []


def test_a_box_grows_with_its_text_and_then_stops(shown: Show) -> None:
    (field,) = shown(STORY)
    box = field.findChild(GrowingBox)
    empty = box.height()

    field.show_answer(("En linje\n" * 8,))
    grown = box.height()
    field.show_answer(("Meget lang tekst. " * 6_000,))

    assert empty < grown < box.height() <= 360
    assert len(field.reply().text) > 100_000


def test_a_date_is_typed_freely_and_stands_as_it_was_understood(shown: Show) -> None:
    day, _ = shown(DAY, NAME)
    said = Said(day)
    day.focus_here()

    type_in("3/2-26")
    day.show_answer(said.values())
    typed = day.reply().text
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)

    assert typed == "3/2-26"
    assert said.values() == (date(2026, 2, 3),)
    assert day.reply().text == "3.2.2026"


def test_what_cannot_be_read_stays_as_typed(shown: Show) -> None:
    day, name = shown(DAY, NAME)
    day.focus_here()

    type_in("engang i maj")
    name.focus_here()

    assert day.reply().text == "engang i maj"


def test_yes_and_no_can_be_chosen_by_letter_and_taken_back(shown: Show) -> None:
    (field,) = shown(CHILDREN)
    said = Said(field)
    field.focus_here()

    press(Qt.Key.Key_N)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_Delete)

    assert [reply.codes for reply in said.replies] == [("false",), ("true",), ()]


def test_a_click_on_the_chosen_option_lets_go_of_it(shown: Show) -> None:
    (field,) = shown(WAY)
    said = Said(field)
    mail = field.findChildren(RadioTick)[1]

    mail.click()
    mail.click()

    assert [reply.codes for reply in said.replies] == [("mail",), ()]


def test_arrows_walk_the_options_without_choosing(shown: Show) -> None:
    (field,) = shown(WAY)
    said = Said(field)
    field.focus_here()

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)

    assert said.replies == [Reply(codes=("telefon",))]


def test_an_exclusive_option_stands_alone(shown: Show) -> None:
    (field,) = shown(HELP)
    said = Said(field)
    housing, debt, none = field.findChildren(CheckTick)

    for tick in (housing, debt, none, debt):
        tick.click()

    assert [reply.codes for reply in said.replies] == [
        ("bolig",),
        ("bolig", "gæld"),
        ("ingen",),
        ("gæld",),
    ]


def test_an_open_choice_takes_other_words(shown: Show) -> None:
    (field,) = shown(DRUG)
    said = Said(field)

    field.findChildren(RadioTick)[-1].click()
    type_in("GHB")

    assert said.values() == ("GHB",)
    assert said.replies[-1].codes == ()


def test_a_drop_down_can_be_emptied_again(shown: Show) -> None:
    (field,) = shown(LONG)
    said = Said(field)
    field.show_answer((Coding("c", "C"),))
    field.focus_here()

    press(Qt.Key.Key_Home)

    assert said.replies == [Reply()]


@pytest.mark.parametrize("item", ALL, ids=[item.link_id for item in ALL])
def test_the_mouse_wheel_changes_no_answer(shown: Show, item: Item) -> None:
    (field,) = shown(item)
    said = Said(field)
    before = field.reply()

    for widget in field.findChildren(QWidget):
        if widget.isVisible():
            wheel_over(widget)

    assert field.reply() == before
    assert said.replies == []


@pytest.mark.parametrize(
    ("item", "values"),
    [
        (NAME, ("Åse",)),
        (STORY, ("Første linje\n\nog  to mellemrum",)),
        (DAY, (date(2026, 11, 2),)),
        (CHILDREN, (False,)),
        (WAY, (Coding("mail", "Mail"),)),
        (LONG, (Coding("f", "F"),)),
        (HELP, (Coding("bolig", "Bolig"), Coding("gæld", "Gæld"))),
        (DRUG, (Coding("hash", "Hash"),)),
        (DRUG, ("GHB",)),
    ],
)
def test_what_is_shown_reads_back_the_same(
    shown: Show, item: Item, values: tuple[Value, ...]
) -> None:
    (field,) = shown(item)

    field.show_answer(values)

    assert read_reply(item, field.reply()) == values


@pytest.mark.parametrize("item", ALL, ids=[item.link_id for item in ALL])
def test_an_answer_taken_away_is_no_longer_shown(shown: Show, item: Item) -> None:
    (field,) = shown(item)
    field.show_answer(read_reply(item, Reply("3.2.2026", ("mail", "true"))))

    field.show_answer(())

    assert read_reply(item, field.reply()) == ()


def test_a_problem_is_seen_and_heard(shown: Show) -> None:
    (field,) = shown(NAME)
    line = field.findChild(QLineEdit)

    field.show_problem("Der mangler et navn.")
    heard = line.accessibleDescription()
    field.show_problem("")

    assert "Der mangler et navn" in heard
    assert line.accessibleDescription() == ""
    assert field.problem() == ""


def test_the_citizens_words_are_marked_as_theirs(shown: Show) -> None:
    (field,) = shown(STORY)
    box = field.findChild(GrowingBox)
    heard = box.accessibleDescription()

    field.set_citizen_view(True)

    assert heard == "Borgerens egne ord"
    assert box.accessibleDescription() == "Dine egne ord"


def test_the_citizen_reads_the_question_in_other_words(shown: Show) -> None:
    item = Item("n", ItemType.STRING, "Borgerens navn", citizen_wording="Hvad hedder du?")
    (field,) = shown(item)

    field.set_citizen_view(True)

    assert field.findChild(QLineEdit).accessibleName() == "Hvad hedder du?"


def test_a_signed_answer_stands_as_text(qtbot: QtBot) -> None:
    field = field_for(CHILDREN, Place("children"), read_only=True)
    qtbot.addWidget(field)
    nothing = field.reply().text

    field.show_answer((True,))

    assert isinstance(field, ReadField)
    assert (nothing, field.reply().text) == (UNANSWERED, "Ja")


def test_markup_in_an_answer_is_shown_not_obeyed(qtbot: QtBot) -> None:
    field = field_for(STORY, Place("story"), read_only=True)
    qtbot.addWidget(field)

    field.show_answer(("<b>fed</b> & <img src='x'>",))

    assert field.reply().text == "<b>fed</b> & <img src='x'>"


def test_a_drop_down_is_named_after_its_question(shown: Show) -> None:
    (field,) = shown(LONG)

    labels = [label for label in field.findChildren(QLabel) if label.text() == "Hvilket?"]
    assert [label.buddy() for label in labels] == [field.findChild(QComboBox)]
