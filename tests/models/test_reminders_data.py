"""The reminders as data: true to the rules, the guideline, the law and the forms beside them."""

import re
from datetime import date
from itertools import combinations

import pytest

import resources
from app.supplies import supplies
from models.course import Form
from models.law_tables import NoRuleInForceError
from models.reminders.registry import RULES
from models.reminders.reminder import Before, Reminder, ReminderKind, read_reminders
from models.toml_rows import rows

TEXT = resources.text("guidelines/reminders.toml")
REMINDERS = read_reminders(TEXT)
LAW = supplies().law
FAR_AHEAD = date(2099, 1, 1)
FORMAL_WORDS = re.compile(
    r"\b(vedrørende|såfremt|endvidere|ligeledes|herunder|hvorvidt|dersom|pågældende|jf)\b",
    re.IGNORECASE,
)
NAMED = [pytest.param(row, id=f"{row.id}-{row.valid_from}") for row in REMINDERS]


def test_rows_and_rules_correspond_one_to_one() -> None:
    assert {row.id for row in REMINDERS} == RULES.keys()


def test_every_row_is_read() -> None:
    sources = [line for line in TEXT.splitlines() if line == "[[reminder]]"]

    assert len(sources) == len(REMINDERS) > len(RULES) > 100


@pytest.mark.parametrize("row", NAMED)
def test_a_reminder_says_what_to_do_where_and_on_what_ground(row: Reminder) -> None:
    assert row.title
    assert row.text.endswith((".", "?"))
    assert row.source
    assert row.instructions
    assert row.form in set(Form) - {Form.TASK_NOTE}


@pytest.mark.parametrize("row", NAMED)
def test_a_reminder_speaks_plainly_and_cites_nothing_itself(row: Reminder) -> None:
    said = f"{row.title} {row.text}"

    assert FORMAL_WORDS.search(said) is None
    assert "§" not in said
    assert "  " not in said
    assert len(row.title) <= 50
    assert len(row.text) <= 250


@pytest.mark.parametrize("row", NAMED)
def test_every_instruction_named_is_in_the_guideline(row: Reminder) -> None:
    assert set(row.instructions) <= supplies().instructions.keys()


@pytest.mark.parametrize("row", NAMED)
def test_every_provision_named_is_in_force_as_long_as_the_row(row: Reminder) -> None:
    for provision in row.provisions:
        rule = LAW.provision(provision, row.valid_from)
        last = LAW.provision(provision, row.valid_until or FAR_AHEAD)
        assert rule.id == last.id == provision


@pytest.mark.parametrize("row", NAMED)
def test_a_row_ends_after_it_began(row: Reminder) -> None:
    assert row.valid_from <= (row.valid_until or FAR_AHEAD)
    assert row.valid_from >= date(2020, 1, 1)


def test_two_rows_of_one_reminder_never_hold_on_the_same_day() -> None:
    for one, other in combinations(REMINDERS, 2):
        if one.id == other.id:
            early, late = sorted((one, other), key=began)
            assert early.valid_until is not None
            assert early.valid_until < late.valid_from


def began(row: Reminder) -> date:
    return row.valid_from


def test_every_gate_stands_before_a_step() -> None:
    gates = [row for row in REMINDERS if row.kind is ReminderKind.GATE]

    assert {row.kind for row in REMINDERS} == {ReminderKind.GATE, ReminderKind.REMINDER}
    assert {row.before for row in gates} == {Before.DECISION, Before.APPROVAL, Before.DISCHARGE}


def test_no_task_goes_by_the_name_of_a_deadline() -> None:
    deadlines = {str(row["id"]) for row in rows(resources.text("law/deadlines.toml"), "deadline")}

    assert RULES.keys() & deadlines == set()


@pytest.mark.parametrize(
    "number",
    [
        *(f"2020/2.3.{number}" for number in (5, 10, 11, 12, 13, 14)),
        *(f"2020/3.10.{number}" for number in range(1, 9)),
        *(f"2020/3.5.{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 11)),
        *(f"2020/3.11.{number}" for number in (3, 4, 5)),
        *("2020/2.6.13", "2020/2.6.14", "2020/3.4.5", "2020/3.6.4", "2020/3.6.5"),
        *(f"2020/3.12.{number}" for number in (1, 3, 5, 6, 7)),
        *(f"2016/2.10.{number}" for number in range(1, 7)),
    ],
)
def test_the_program_reminds_of_what_the_answers_can_call_for(number: str) -> None:
    assert any(number in row.instructions for row in REMINDERS)


def test_a_provision_out_of_force_would_be_seen() -> None:
    with pytest.raises(NoRuleInForceError):
        LAW.provision("sul-82c", date(2020, 1, 1))
