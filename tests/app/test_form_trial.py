"""A form that is tried behaves as a form that is filled, and leaves nothing behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.conductors.form_trial import FormTrial
from app.supplies import supplies
from forms.reply import Reply
from models.answers import Place
from tests.builders import TODAY
from tests.forms.everything import item, read_form
from tests.forms.scored import answers_of, calculated
from views.screen.fields.field import Field
from views.screen.form_page import FormPage
from views.screen.look import Theme, apply_look
from views.screen.row_group import RowGroup

BOTH = f"{answers_of('a')} + {answers_of('b')}"
FORM = read_form(
    item(
        "sum",
        "group",
        item("a", "integer"),
        item("b", "integer", required=True),
        item("both", "integer", extension=[calculated(BOTH)]),
        item("people", "group", item("name", "string"), repeats=True),
    ),
    item("end", "group", item("c", "string")),
)


@pytest.fixture(scope="module", autouse=True)
def _dressed(qapp: QApplication) -> None:
    apply_look(qapp, Theme.LIGHT, 1.0)


class Trial:
    """A trial, and what can be seen of it."""

    def __init__(self) -> None:
        self._trial = FormTrial(FORM, TODAY, supplies().instruments)
        self.asking = self._trial.page.findChildren(FormPage)[0]
        self._trial.page.show()

    def put_away(self) -> None:
        """Let the page go, as the window does when another one is shown."""
        self._trial.page.deleteLater()

    def answer(self, link_id: str, text: str) -> None:
        """Answer as the field would say it."""
        self.asking.answered.emit(Place(link_id), Reply(text))

    def line(self, link_id: str) -> str:
        """Return what stands in the line of a question."""
        fields = self._trial.page.findChildren(Field)
        field = next(one for one in fields if one.place.link_id == link_id and one.isVisible())
        return field.findChildren(QLineEdit)[0].text()

    def rows(self) -> int:
        """Return how many rows the group has."""
        return next(g for g in self._trial.page.findChildren(RowGroup) if g.isVisible()).rows()

    def said(self) -> str:
        """Return all that can be read."""
        labels = self._trial.page.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def trial(qtbot: QtBot) -> Iterator[Trial]:
    trial = Trial()
    yield trial
    trial.put_away()
    # The page goes only when Qt has its turn, and must be gone before its conductor.
    qtbot.wait(1)


def test_what_is_calculated_follows_until_it_is_answered(trial: Trial) -> None:
    trial.answer("a", "2")
    trial.answer("b", "3")
    followed = trial.line("both")
    trial.answer("both", "9")
    trial.answer("a", "4")

    assert (followed, trial.line("both")) == ("5", "9")
    assert "Udregningen giver 7" in trial.said()
    trial.asking.following_asked.emit(Place("both"))
    assert trial.line("both") == "7"


def test_rows_come_and_go(trial: Trial) -> None:
    before = trial.rows()
    trial.asking.row_added.emit(Place("people"))
    more = trial.rows()
    trial.asking.row_removed.emit(Place("people"), more - 1)

    assert (more, trial.rows()) == (before + 1, before)


def test_looking_it_over_leads_to_what_is_missing(trial: Trial) -> None:
    trial.asking.section_chosen.emit(1)
    trial.asking.closing_asked.emit()
    missing = trial.said()
    trial.answer("b", "3")
    trial.asking.closing_asked.emit()

    assert "Der mangler ikke noget" not in missing
    assert trial.line("b") == "3"
    assert "Der mangler ikke noget" in trial.said()


def test_only_when_every_question_is_answered_is_that_said(trial: Trial) -> None:
    for name in "ab":
        trial.answer(name, "3")
    trial.asking.closing_asked.emit()
    enough = trial.said()
    trial.asking.section_chosen.emit(1)
    trial.answer("c", "Slut")
    trial.asking.closing_asked.emit()

    assert "Alt er besvaret" not in enough
    assert "Alt er besvaret" in trial.said()
