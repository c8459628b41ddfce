"""The rarer fields: amounts, scales, suggestions, several answers to one question."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from forms.questionnaire import Control, Item, ItemType, Option
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Coding, Place, Quantity, Unread, Value
from tests.views.screen.accessible import unnamed
from tests.views.screen.at_a_field import Said, Show, press, type_in, wheel_over
from views.screen.fields.autocomplete_field import AutocompleteField, AutocompleteListField
from views.screen.fields.choice_field import ChoiceField
from views.screen.fields.drop_down_field import DropDownField
from views.screen.fields.field import Field
from views.screen.fields.growing_box import GrowingBox
from views.screen.fields.line_field import LineField
from views.screen.fields.lines_field import LinesField
from views.screen.fields.making import field_for
from views.screen.fields.note import Note
from views.screen.fields.quantity_field import QuantityField
from views.screen.fields.scale import Scale
from views.screen.fields.slider_field import NOTHING, SliderField
from views.screen.fields.text_field import TextField

GRAM, MILLIGRAM = Coding("g", "gram", "urn:ucum"), Coding("mg", "milligram", "urn:ucum")
AMOUNT = Item("amount", ItemType.QUANTITY, "Hvor meget?", unit_options=(GRAM, MILLIGRAM))
WEIGHT = Item("weight", ItemType.QUANTITY, "Hvad vejer du?", unit_options=(GRAM,))
CRAVING = Item(
    "craving",
    ItemType.INTEGER,
    "Hvor stor er trangen?",
    control=Control.SLIDER,
    minimum=0,
    maximum=10,
)
LINE = Item(
    "line",
    ItemType.DECIMAL,
    "Alt i alt",
    control=Control.SLIDER,
    minimum=Decimal(0),
    maximum=Decimal(10),
    max_decimal_places=1,
    unit="cm",
)
LANGUAGES = tuple(Option(Coding(c, c.title())) for c in ("arabisk", "dansk", "norsk", "polsk"))
LANGUAGE = Item(
    "language", ItemType.CHOICE, "Hvilket sprog?", control=Control.AUTOCOMPLETE, options=LANGUAGES
)
TONGUES = Item(
    "tongues",
    ItemType.OPEN_CHOICE,
    "Hvilke sprog?",
    repeats=True,
    control=Control.AUTOCOMPLETE,
    options=(*LANGUAGES, Option(Coding("ingen", "Ingen"), exclusive=True)),
)
DRUG = Item(
    "drug",
    ItemType.OPEN_CHOICE,
    "Hvilket rusmiddel?",
    control=Control.DROP_DOWN,
    options=(Option(Coding("hash", "Hash")), Option(Coding("kokain", "Kokain"))),
)
DAYS = Item("days", ItemType.DATE, "Hvilke dage?", repeats=True)
NAMES = Item("names", ItemType.STRING, "Hvem bor hos dig?", repeats=True)
ALL = (AMOUNT, WEIGHT, CRAVING, LINE, LANGUAGE, TONGUES, DRUG, DAYS, NAMES)
IDS = [item.link_id for item in ALL]
TWO_AND_A_HALF = Quantity(Decimal("2.5"), "gram", "g", "urn:ucum")


def test_each_kind_of_answer_has_its_field(shown: Show) -> None:
    kinds = [type(field) for field in shown(*ALL)]

    assert kinds == [
        QuantityField,
        QuantityField,
        SliderField,
        SliderField,
        AutocompleteField,
        AutocompleteListField,
        DropDownField,
        LinesField,
        LinesField,
    ]


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        (Item("s", ItemType.STRING, "S", control=Control.TEXT_AREA), TextField),
        (Item("i", ItemType.INTEGER, "I", control=Control.SLIDER), LineField),
        (Item("b", ItemType.BOOLEAN, "B", control=Control.DROP_DOWN), DropDownField),
        (Item("o", ItemType.OPEN_CHOICE, "O", options=DRUG.options), ChoiceField),
    ],
)
def test_a_control_is_heeded_where_it_can_be(shown: Show, item: Item, kind: type[Field]) -> None:
    (field,) = shown(item)

    assert type(field) is kind


@pytest.mark.parametrize(
    ("item", "values"),
    [
        (AMOUNT, (TWO_AND_A_HALF,)),
        (AMOUNT, (Quantity(None, "gram", "g", "urn:ucum"),)),
        (AMOUNT, (Unread("en del"),)),
        (WEIGHT, (TWO_AND_A_HALF,)),
        (CRAVING, (7,)),
        (CRAVING, (0,)),
        (CRAVING, (15,)),
        (CRAVING, (Unread("megen"),)),
        (LINE, (Decimal("7.3"),)),
        (LANGUAGE, (Coding("norsk", "Norsk"),)),
        (LANGUAGE, (Unread("svensk"),)),
        (TONGUES, (Coding("dansk", "Dansk"), Coding("polsk", "Polsk"))),
        (TONGUES, (Coding("dansk", "Dansk"), "svensk")),
        (DRUG, (Coding("kokain", "Kokain"),)),
        (DRUG, ("GHB",)),
        (DAYS, (date(2026, 11, 1), date(2026, 11, 2))),
        (DAYS, (date(2026, 11, 1), Unread("i går"))),
        (NAMES, ("Åse", "", "Bo")),
    ],
)
def test_what_is_shown_reads_back_the_same(
    shown: Show, item: Item, values: tuple[Value, ...]
) -> None:
    (field,) = shown(item)

    field.show_answer(values)

    assert read_reply(item, field.reply()) == values


@pytest.mark.parametrize("item", ALL, ids=IDS)
def test_an_answer_taken_away_is_no_longer_shown(shown: Show, item: Item) -> None:
    (field,) = shown(item)
    field.show_answer(read_reply(item, Reply("3", ("dansk", "hash", "g"))))

    field.show_answer(())

    assert read_reply(item, field.reply()) == ()


@pytest.mark.parametrize("item", ALL, ids=IDS)
def test_the_mouse_wheel_changes_no_answer(shown: Show, item: Item) -> None:
    (field,) = shown(item)
    said = Said(field)
    before = field.reply()

    for widget in field.findChildren(QWidget):
        if widget.isVisible():
            wheel_over(widget)

    assert field.reply() == before
    assert said.replies == []


def test_every_control_has_a_name(shown: Show) -> None:
    fields = shown(*ALL)

    fields[5].show_answer((Coding("dansk", "Dansk"),))

    assert [name for field in fields for name in unnamed(field)] == []


def test_a_unit_typed_after_the_number_is_chosen_when_one_leaves(shown: Show) -> None:
    amount, weight = shown(AMOUNT, WEIGHT)
    said = Said(amount)
    amount.focus_here()

    type_in("2,5 gram")
    weight.focus_here()

    assert said.values() == (TWO_AND_A_HALF,)
    assert amount.findChild(QLineEdit).text() == "2,5"
    assert amount.findChild(QComboBox).currentText() == "gram"


def test_a_unit_is_chosen_by_keyboard(shown: Show) -> None:
    (amount,) = shown(AMOUNT)
    said = Said(amount)
    amount.focus_here()

    type_in("2,5")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)

    assert said.values() == (TWO_AND_A_HALF,)


def test_a_scale_has_no_value_before_it_is_given_one(shown: Show) -> None:
    (field,) = shown(CRAVING)
    scale = field.findChild(Scale)

    assert field.reply() == Reply("")
    assert scale.accessibleName() == f"Hvor stor er trangen? {NOTHING}"


def test_a_scale_is_pointed_at_and_says_its_value(shown: Show) -> None:
    (field,) = shown(CRAVING)
    said = Said(field)
    scale = field.findChild(Scale)

    for part in (0.0, 1.0, 0.5):
        spot = QPoint(round(16 + part * (scale.width() - 32)), scale.height() // 2)
        QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=spot)

    assert [reply.text for reply in said.replies] == ["0", "10", "5"]
    assert scale.accessibleName() == "Hvor stor er trangen? 5"


def test_a_scale_is_walked_by_keyboard_from_its_lowest(shown: Show) -> None:
    (field,) = shown(LINE)
    said = Said(field)
    field.focus_here()

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        press(key)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Delete)

    assert [reply.text for reply in said.replies] == ["0", "0,1", "1,1", "10", ""]


def test_the_number_on_a_scale_can_be_typed(shown: Show) -> None:
    (field,) = shown(CRAVING)
    said = Said(field)
    scale = field.findChild(Scale)

    QTest.keyClicks(scale, "7")
    QTest.keyClicks(scale, "5")
    QTest.keyClicks(scale, "10")
    QTest.keyClick(scale, Qt.Key.Key_Left)
    QTest.keyClick(scale, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert [reply.text for reply in said.replies] == ["7", "5", "1", "10", "9"]


def test_a_number_is_typed_anew_when_one_comes_back_to_the_scale(shown: Show) -> None:
    first, second = shown(CRAVING, LINE)
    scale = first.findChild(Scale)

    scale.setFocus()
    QTest.keyClicks(scale, "1")
    second.findChild(Scale).setFocus()
    scale.setFocus()
    QTest.keyClicks(scale, "0")

    assert first.reply() == Reply("0")


def test_a_screen_reader_can_set_a_scale(shown: Show) -> None:
    (field,) = shown(CRAVING)
    said = Said(field)

    field.findChild(Scale).setValue(4)

    assert said.values() == (4,)


def test_the_answer_on_a_scale_can_be_taken_away_with_the_mouse(shown: Show) -> None:
    (field,) = shown(CRAVING)
    field.show_answer((7,))
    said = Said(field)

    field.findChild(QAbstractButton).click()

    assert said.values() == ()
    assert not field.findChild(QAbstractButton).isVisible()


def test_an_option_is_taken_from_suggestions_by_keyboard(shown: Show) -> None:
    (field,) = shown(LANGUAGE)
    said = Said(field)
    field.focus_here()

    type_in("sk")
    press_in_list(Qt.Key.Key_Down)
    press_in_list(Qt.Key.Key_Down)
    press_in_list(Qt.Key.Key_Return)

    assert said.values() == (Coding("dansk", "Dansk"),)
    assert field.findChild(QLineEdit).text() == "Dansk"


def press_in_list(key: Qt.Key) -> None:
    """Press *key* where it goes while suggestions are open."""
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, key)


def test_what_is_no_option_is_kept_as_typed_and_named_as_unread(shown: Show) -> None:
    language, names = shown(LANGUAGE, NAMES)
    said = Said(language)
    language.focus_here()

    type_in("svensk")
    names.focus_here()

    assert said.values() == (Unread("svensk"),)
    assert language.findChild(QLineEdit).text() == "svensk"


def test_options_are_taken_one_after_the_other_and_let_go_of(shown: Show) -> None:
    (field,) = shown(TONGUES)
    said = Said(field)
    field.focus_here()

    type_in("dansk")
    press(Qt.Key.Key_Return)
    type_in("polsk")
    press(Qt.Key.Key_Return)
    next(b for b in field.findChildren(QAbstractButton) if "Dansk" in b.accessibleName()).click()

    assert said.replies[-1] == Reply("", ("polsk",))


def test_an_exclusive_option_taken_stands_alone(shown: Show) -> None:
    (field,) = shown(TONGUES)
    said = Said(field)
    field.focus_here()

    for name in ("dansk", "ingen", "norsk"):
        type_in(name)
        press(Qt.Key.Key_Return)

    taken = [reply.codes for reply in said.replies if not reply.text]
    assert taken == [("dansk",), ("ingen",), ("norsk",)]


def test_a_drop_down_takes_other_words(shown: Show) -> None:
    (field,) = shown(DRUG)
    said = Said(field)
    field.focus_here()

    press(Qt.Key.Key_End)
    type_in("GHB")

    assert said.values() == ("GHB",)
    assert field.caret() == 3


def test_each_line_is_an_answer_and_days_stand_as_understood(shown: Show) -> None:
    days, names = shown(DAYS, NAMES)
    said = Said(days)
    days.focus_here()

    type_in("1/11-26")
    press(Qt.Key.Key_Return)
    type_in("2.11.20")
    names.focus_here()

    assert said.values() == (date(2026, 11, 1), date(2020, 11, 2))
    assert days.findChild(GrowingBox).toPlainText() == "1.11.2026\n2.11.2020"


def test_addresses_stand_as_text_to_copy_that_nothing_opens(shown: Show) -> None:
    (field,) = shown(Item("q", ItemType.STRING, "Hvad?", support_links=("https://prøve.example",)))

    (label,) = [label for label in field.findChildren(QLabel) if "prøve.example" in label.text()]

    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not label.openExternalLinks()
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_note_says_how_an_answer_came_about_and_what_it_means(shown: Show) -> None:
    (field,) = shown(Item("score", ItemType.INTEGER, "I alt"))
    said: list[Place] = []
    field.following_asked.connect(said.append)

    field.show_note(Note("Rettet i hånden.", can_follow=True, meaning=("God trivsel.",)))
    heard = field.findChild(QLineEdit).accessibleDescription()
    follow_button(field).click()

    assert heard == "Rettet i hånden. God trivsel"
    assert said == [Place("score")]


def test_what_a_score_means_is_not_for_the_citizen_to_read(shown: Show) -> None:
    (field,) = shown(Item("score", ItemType.INTEGER, "I alt"))
    field.show_note(Note("Regnet ud", can_follow=True, meaning=("Svær afhængighed.",)))

    field.set_citizen_view(True)
    seen = [label.text() for label in field.findChildren(QLabel) if label.isVisible()]
    field.set_citizen_view(False)

    assert seen == ["I alt", "Regnet ud"]
    assert follow_button(field).isVisible()


def follow_button(field: Field) -> QPushButton:
    return next(b for b in field.findChildren(QPushButton) if b.text() == "Følg igen")


def test_a_note_taken_away_is_gone(qtbot: QtBot) -> None:
    field = field_for(Item("score", ItemType.INTEGER, "I alt"), Place("score"), read_only=True)
    qtbot.addWidget(field)
    field.show()
    field.show_note(Note("Regnet ud"))

    field.show_note(Note())

    assert "Regnet ud" not in [w.text() for w in field.findChildren(QLabel) if w.isVisible()]
