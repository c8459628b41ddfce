"""Words that wrap are as tall as Qt itself makes them, in every size and width."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forms.questionnaire import Item, ItemType, Voice
from views.screen.fields.labels import VoiceWords
from views.screen.fields.wrapping_words import WrappingWords
from views.screen.look import Role, Theme, apply_look, scaled, set_role
from views.screen.words import words

TEXT = "Hvad siger borgeren selv om det, der er svært lige nu?"
CITIZENS = Item("q", ItemType.TEXT, "Hvad siger borgeren?", voice=Voice.CITIZEN)


@given(
    text=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])),
    width=st.integers(60, 900),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_height_is_that_of_an_ordinary_label(qapp: QApplication, text: str, width: int) -> None:
    ours, ordinary = WrappingWords(text, Role.QUIET), words(text, Role.QUIET)

    assert ours.heightForWidth(width) == ordinary.heightForWidth(width)
    assert ours.heightForWidth(width) == ordinary.heightForWidth(width)


def test_the_height_follows_the_words(qtbot: QtBot) -> None:
    label = WrappingWords(TEXT, Role.STRONG)
    qtbot.addWidget(label)
    short = label.heightForWidth(200)

    label.setText(TEXT * 3)

    assert label.heightForWidth(200) > short


def test_the_height_follows_the_role_and_the_text_size(qtbot: QtBot, qapp: QApplication) -> None:
    label = WrappingWords(TEXT, Role.STRONG)
    qtbot.addWidget(label)
    label.show()
    strong = label.heightForWidth(200)

    set_role(label, Role.SUBTITLE)
    heading = label.heightForWidth(200)
    apply_look(qapp, Theme.LIGHT, 2.0)
    large = label.heightForWidth(200)
    apply_look(qapp, Theme.LIGHT, 1.0)

    assert strong < heading < large


def test_markup_in_the_words_is_shown_and_not_obeyed(qtbot: QtBot) -> None:
    label = WrappingWords("<b>Fed</b> & ærlig", Role.QUIET)
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Fed</b> & ærlig"


def test_the_sign_has_room_before_the_words_in_every_text_size(
    qtbot: QtBot, qapp: QApplication
) -> None:
    voice = VoiceWords(CITIZENS)
    qtbot.addWidget(voice)
    voice.show()
    apply_look(qapp, Theme.LIGHT, 2.0)

    room = voice.contentsMargins().left()
    sign = scaled(16)
    apply_look(qapp, Theme.LIGHT, 1.0)

    assert room > sign
