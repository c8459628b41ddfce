"""One entry led from the screen to the register: calculations, days half typed, newer editions."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.conductors.form import FormConductor
from app.facts import answers_from
from app.open_case import OpenCase, new_case, read_case
from app.supplies import Supplies
from app.work import Work
from forms.reply import Reply
from models.answers import Place, Unread
from models.case import Entry
from models.course import Form
from storage.register import Register, create_register
from tests.app.own_forms import kept, supplies_of
from tests.app.test_asking import answer, worked_out
from tests.builders import CONTACT, NOON, TODAY
from tests.demo.journey import PASSPHRASE, PERSON
from tests.forms.everything import form, item
from tests.journeys.people import CHEAP
from views.screen.look import Theme, apply_look

WEEK = form(
    item("date", "date", text="Hvornår?"),
    item("days", "integer", text="Hvor mange dage?"),
    item("times", "integer", text="Hvor mange gange?"),
    item(
        "total",
        "integer",
        text="I alt",
        extension=worked_out("calculatedExpression", f"{answer('days')} * {answer('times')}"),
    ),
    item(
        "since",
        "integer",
        text="Dage siden",
        extension=worked_out("calculatedExpression", f"{answer('date')}.duration(today(), 'days')"),
    ),
    url="urn:prøve:uge",
)
EARLIER = form(
    item("date", "date", text="Hvornår?"),
    item("place", "string", text="Hvor var det?"),
    version="0.9",
    url="urn:prøve:uge",
)
TOTAL, DAY = Place("total"), Place("date")


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    yield made
    made.close(even_unsaved=True)


@pytest.fixture
def work(register: Register, clock: Clock) -> Work:
    return Work(register, forms_of_the_clinic(), clock, PERSON)


def forms_of_the_clinic() -> Supplies:
    return supplies_of(kept(json.dumps(WEEK)), kept(json.dumps(EARLIER)))


@pytest.fixture
def case(work: Work, qapp: QApplication) -> OpenCase:
    apply_look(qapp, Theme.LIGHT, 1.0)
    return OpenCase(new_case(work), work)


def lead(case: OpenCase, work: Work, entry: Entry, qtbot: QtBot) -> FormConductor:
    """Return the conductor of *entry*, its page in the active window."""
    conductor = FormConductor(case, work, entry)
    qtbot.addWidget(conductor.page)
    with qtbot.waitActive(conductor.page):
        conductor.page.show()
        conductor.page.activateWindow()
    return conductor


def began(case: OpenCase, version: str = "1", **facts: str) -> Entry:
    """Return a kept draft of the week's form in this version."""
    entry = replace(case.begin(WEEK_NAME), version=version)
    asked = forms_of_the_clinic().form(WEEK_NAME, version)
    draft = replace(entry, answers=answers_from(asked, facts, TODAY))
    case.keep(draft)
    return draft


WEEK_NAME = "urn:prøve:uge"


def type_at(conductor: FormConductor, place: Place, text: str) -> QLineEdit:
    conductor.page.focus_place(place)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)
    return line


def seen(conductor: FormConductor) -> str:
    labels = conductor.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def click(conductor: FormConductor, text: str) -> None:
    buttons = conductor.page.findChildren(QPushButton)
    next(b for b in buttons if b.isVisible() and b.text() == text).click()


def stored(case: OpenCase, work: Work) -> Entry:
    """Return the only entry as the disk has it."""
    work.register.flush()
    (entry,) = read_case(case.case.id, work).entries
    return entry


def test_what_is_calculated_is_kept_with_what_it_comes_from(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    conductor = lead(case, work, case.begin(WEEK_NAME), qtbot)

    type_at(conductor, Place("days"), "4")
    type_at(conductor, Place("times"), "3")
    conductor.save()

    assert stored(case, work).answers.number("total") == 12
    assert "Regnet ud" in seen(conductor)


def test_a_calculation_overruled_stays_overruled_until_it_shall_follow_again(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    conductor = lead(case, work, began(case, days="4", times="3"), qtbot)
    type_at(conductor, TOTAL, "13")
    conductor.save()
    overruled = stored(case, work).answers

    click(conductor, "Følg igen")

    assert (overruled.number("total"), overruled.edited) == (13, frozenset({TOTAL}))
    assert stored(case, work).answers.number("total") == 12
    assert QApplication.focusWidget() is not None


def test_a_day_half_typed_is_saved_as_it_stands_and_read_when_left(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    conductor = lead(case, work, case.begin(WEEK_NAME), qtbot)
    line = type_at(conductor, DAY, "2.11.20")
    conductor.save()
    on_the_way = stored(case, work).answers

    QTest.keyClicks(line, "26")
    conductor.page.focus_place(Place("days"))

    assert on_the_way.at(DAY) == (Unread("2.11.20"),)
    assert stored(case, work).answers.day("date") == TODAY
    assert "kan ikke læses" not in seen(conductor)


def test_half_a_year_left_is_the_year_it_says(case: OpenCase, work: Work, qtbot: QtBot) -> None:
    conductor = lead(case, work, case.begin(WEEK_NAME), qtbot)
    line = type_at(conductor, DAY, "2.11.20")

    conductor.page.focus_place(Place("days"))

    assert line.text() == "2.11.2020"
    assert stored(case, work).answers.day("date") == TODAY.replace(year=2020)
    assert "kan ikke læses" not in seen(conductor)


def test_a_draft_opened_another_day_is_worked_out_for_that_day(
    case: OpenCase, work: Work, clock: Clock, qtbot: QtBot
) -> None:
    draft = began(case, date="1.11.2026")
    clock.now = NOON + timedelta(days=3)

    conductor = lead(case, work, draft, qtbot)
    qtbot.waitUntil(lambda: conductor.is_kept)

    assert draft.answers.number("since") == 1
    assert stored(case, work).answers.number("since") == 4


def test_what_is_signed_stays_what_it_was_on_its_day(
    case: OpenCase, work: Work, clock: Clock, qtbot: QtBot
) -> None:
    signed = case.sign(began(case, date="1.11.2026"))
    clock.now = NOON + timedelta(days=3)

    conductor = lead(case, work, signed, qtbot)

    assert conductor.entry.answers.number("since") == 1
    assert stored(case, work).answers.number("since") == 1


def test_what_is_signed_is_worked_out_on_the_day_it_is_signed(
    case: OpenCase, work: Work, clock: Clock, qtbot: QtBot
) -> None:
    conductor = lead(case, work, began(case, date="1.11.2026"), qtbot)
    clock.now = NOON + timedelta(days=3)

    conductor.page.closing_asked.emit()

    assert conductor.entry.is_signed
    assert stored(case, work).answers.number("since") == 4


def test_a_draft_in_the_newest_edition_is_offered_no_other(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    conductor = lead(case, work, began(case), qtbot)

    assert not conductor.page.head.newer.isVisible()


def test_a_signed_entry_in_an_older_edition_stays_in_it(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    conductor = lead(case, work, case.sign(began(case, "0.9", date="1.11.2026")), qtbot)

    assert not conductor.page.head.newer.isVisible()


def test_a_draft_that_loses_nothing_goes_over_at_once(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    conductor = lead(case, work, began(case, "0.9", date="1.11.2026"), qtbot)

    click(conductor, "Gå over til den nye udgave")

    now = stored(case, work)
    assert (now.version, now.answers.number("since")) == ("1", 1)
    assert conductor.form.version == "1"
    assert not conductor.page.head.newer.isVisible()


def test_what_would_be_lost_is_shown_and_a_no_loses_nothing(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    draft = began(case, "0.9", date="1.11.2026", place="På havnen")
    conductor = lead(case, work, draft, qtbot)

    click(conductor, "Gå over til den nye udgave")
    told = seen(conductor)
    click(conductor, "Bliv i den her udgave")

    assert "Hvor var det?\nPå havnen" in told
    assert stored(case, work) == replace(draft, changed=stored(case, work).changed)


def test_what_was_shown_is_left_behind_on_a_yes_and_the_draft_can_be_signed(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    draft = began(case, "0.9", date="1.11.2026", place="På havnen")
    conductor = lead(case, work, draft, qtbot)

    click(conductor, "Gå over til den nye udgave")
    click(conductor, "Gå over uden det")
    conductor.page.closing_asked.emit()

    signed = stored(case, work)
    assert (signed.version, signed.is_signed) == ("1", True)
    assert signed.answers.text("place") == ""


def test_what_was_typed_after_the_question_is_shown_before_it_is_lost(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    conductor = lead(case, work, began(case, "0.9", place="På havnen"), qtbot)
    click(conductor, "Gå over til den nye udgave")
    conductor.page.answered.emit(Place("place"), Reply("Hjemme"))

    click(conductor, "Gå over uden det")

    assert conductor.entry.version == "0.9"
    assert "Hvor var det?\nHjemme" in seen(conductor)


def test_a_correction_in_an_older_edition_can_go_over_too(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    signed = case.sign(began(case, "0.9", date="1.11.2026"))
    conductor = lead(case, work, case.correct(signed), qtbot)

    click(conductor, "Gå over til den nye udgave")

    assert conductor.entry.replaces == signed.id
    assert conductor.entry.version == "1"


def test_a_score_is_read_by_the_limits_for_whom_the_case_is_about(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    # The number's date makes it one that nobody has, so its sex is not taken from it either.
    facts = {**CONTACT, "citizen.cpr": "300279-0012"}
    contact = answers_from(work.supplies.newest(Form.CONTACT), facts, TODAY)
    case.sign(case.begin(Form.CONTACT).rewritten(contact, NOON))
    conductor = lead(case, work, case.begin("dudit"), qtbot)

    type_at(conductor, Place("dudit.score"), "4")

    assert "kan ikke læse kønnet" in seen(conductor)
