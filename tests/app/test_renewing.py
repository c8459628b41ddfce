"""Rows of the lists stay true as days pass, rules change and older registers are opened."""

import shutil
from collections.abc import Generator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.facts import Facts
from app.open_case import OpenCase, new_case
from app.renewing import Renewing
from app.rules_mark import rules_mark
from app.supplies import supplies
from app.work import Work
from models.course import Form
from storage.list_records import Derived, DueSpan
from storage.register import Register, open_register
from tests.builders import CONTACT, NOON, REQUEST, entry
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import make_register
from tests.storage.samples import PASSPHRASE as OLD_PASSPHRASE
from tests.storage.samples import PERSON as OLD_PERSON
from tests.storage.test_released import RELEASED

FAR = date(2030, 1, 1)
MANY = 12
"""More cases than are derived at once."""


def work_on(register: Register, now: datetime = NOON) -> Work:
    return Work(register, supplies(), lambda: now, PERSON)


@pytest.fixture
def register(tmp_path: Path) -> Generator[Register]:
    make_register(tmp_path / "kartotek")
    opened = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    yield opened
    opened.close()


def add_discharge(work: Work, day: str) -> None:
    case = OpenCase(new_case(work), work)
    ended: Facts = {"discharge.date": day, "discharge.reason": ["completed"]}
    forms = ((Form.CONTACT, CONTACT), (Form.REQUEST, REQUEST), (Form.DISCHARGE, ended))
    for number, (form, facts) in enumerate(forms):
        case.sign(case.begin(form).rewritten(entry(form, facts, number=number).answers, NOON))


def renew(qtbot: QtBot, work: Work) -> int:
    """Return how often something was renewed until nothing was outdated any more."""
    told: list[int] = []
    renewing = Renewing(work)
    renewing.renewed.connect(lambda: told.append(1))
    renewing.begin()
    outdated = work.register.upkeep.outdated_cases
    qtbot.waitUntil(lambda: not outdated(rules_mark(work.supplies), work.today, 1))
    qtbot.wait(100)
    renewing.end()
    return len(told)


def due(register: Register) -> list[str]:
    return [one.task.id for one in register.lists.due(DueSpan(before=FAR), 50)]


def test_a_register_of_an_older_version_shows_what_is_due_at_its_first_opening(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(RELEASED / "0.1.0", tmp_path / "kartotek"))
    now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    opened = open_register(folder, OLD_PERSON, OLD_PASSPHRASE, now)
    before = due(opened)

    renew(qtbot, work_on(opened, now))
    after, findings = due(opened), opened.upkeep.verify()
    opened.close()

    assert before == []
    assert "treatment_guarantee" in after
    assert findings == ()


def test_a_day_that_comes_takes_away_what_it_ends(qtbot: QtBot, register: Register) -> None:
    add_discharge(work_on(register), "20.11.2026")
    before = due(register)

    renewed = renew(qtbot, work_on(register, NOON + timedelta(days=20)))

    assert renewed == 0
    assert "treatment_guarantee" in before
    assert "treatment_guarantee" not in due(register)
    assert "follow_up_one_month" in due(register)


def test_what_a_few_citizens_need_is_derived_before_anything_is_shown(
    qtbot: QtBot, register: Register
) -> None:
    add_discharge(work_on(register), "20.11.2026")
    renewing = Renewing(work_on(register, NOON + timedelta(days=20)))

    renewing.begin()

    assert renewing.outdated_by is None
    assert "treatment_guarantee" not in due(register)


def test_many_are_derived_in_the_background_and_the_end_of_it_is_told(
    qtbot: QtBot, register: Register
) -> None:
    for _ in range(MANY):
        add_discharge(work_on(register), "20.11.2026")
    now = work_on(register, NOON + timedelta(days=20))
    renewing = Renewing(now)

    with qtbot.waitSignal(renewing.ended):
        renewing.begin()
        meanwhile = renewing.outdated_by

    assert meanwhile == Derived(rules_mark(now.supplies), now.today)
    assert renewing.outdated_by is None
    assert "treatment_guarantee" not in due(register)


def test_what_is_true_still_is_not_derived_again(qtbot: QtBot, register: Register) -> None:
    add_discharge(work_on(register), "2.11.2026")

    assert renew(qtbot, work_on(register)) == 0


def test_nothing_is_renewed_once_it_was_ended(qtbot: QtBot, register: Register) -> None:
    for _ in range(MANY):
        add_discharge(work_on(register), "20.11.2026")
    before = due(register)
    renewing = Renewing(work_on(register, NOON + timedelta(days=20)))

    renewing.begin()
    renewing.end()
    qtbot.wait(200)

    assert due(register) == before
