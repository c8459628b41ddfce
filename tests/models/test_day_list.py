"""What the list of the day shows beside what is due."""

from datetime import timedelta

import pytest

import resources
from app.facts import Facts
from app.supplies import supplies
from models.case import Case
from models.course import Form, course_of
from models.day_list import is_open, read_day_rules, urgent_tasks
from models.tasks import tasks_of
from tests.builders import CONTACT, REQUEST, TODAY, entry

RULES = read_day_rules(resources.text("guidelines/today.toml"))


def case(contact: Facts = CONTACT, **more: Facts) -> Case:
    forms = {Form.CONTACT: contact, **{Form(form): facts for form, facts in more.items()}}
    return Case("sag", tuple(entry(form, facts) for form, facts in forms.items()))


@pytest.mark.parametrize(
    ("told", "open_now"),
    [
        (case(), False),
        (case(request=REQUEST), True),
        (case(request=REQUEST, discharge={"discharge.date": "1.11.2026"}), False),
        (case(request=REQUEST, discharge={"discharge.date": "9.11.2026"}), True),
    ],
    ids=["only a contact", "asked for", "ended", "ends later"],
)
def test_a_course_is_open_from_its_request_until_its_end(told: Case, *, open_now: bool) -> None:
    assert is_open(course_of(told), TODAY) is open_now


def test_what_cannot_wait_is_urgent_though_no_day_is_set_for_it() -> None:
    told = case({**CONTACT, "contact.acute": ["true"]}, request=REQUEST)
    tasks = tasks_of(told, supplies().reminders, supplies().law, TODAY)

    urgent = [task.id for task in urgent_tasks(tasks, RULES)]

    assert urgent == ["acute_need"]
    assert len(tasks) > 1


def test_every_urgent_reminder_is_a_reminder_there_is() -> None:
    assert {row.id for row in supplies().reminders} >= RULES.urgent


def test_nothing_is_left_or_quiet_on_the_day_it_was_written() -> None:
    assert RULES.left_after >= timedelta(days=1)
    assert RULES.quiet_after > RULES.left_after
