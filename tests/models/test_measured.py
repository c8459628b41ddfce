"""What was measured before is looked for in the same case and the same form."""

from dataclasses import replace
from datetime import date, timedelta

from models.answers import Answers, Place
from models.case import Case, Entry
from models.course import Form
from models.measured import measured_before
from tests.builders import NOON, entry

FIRST, SECOND, THIRD = (date(2026, month, 3) for month in (9, 10, 11))
SCORE, DAY = Place("who_5.score"), Place("who_5.date")


def measured(number: int, day: date | None, score: int, *, signed: bool = True) -> Entry:
    filled = Answers().with_answer(SCORE, score)
    answers = filled.with_answer(DAY, day) if day else filled
    base = entry(Form.CONTACT, {}, number=number, signed=signed)
    return replace(base, form="who_5", answers=answers)


def scores(of: Entry, *others: Entry) -> list[tuple[date, object]]:
    found = measured_before(of, Case("case", (*others, of)))
    return [(measuring.day, measuring.answers.number("who_5.score")) for measuring in found]


def test_what_was_signed_before_comes_oldest_first_by_the_day_it_is_about() -> None:
    late, early = measured(1, SECOND, 44), measured(2, FIRST, 32)

    found = scores(measured(3, THIRD, 60, signed=False), late, early)

    assert found == [(FIRST, 32), (SECOND, 44)]


def test_neither_drafts_nor_what_came_later_nor_other_forms_are_compared_with() -> None:
    draft, later = measured(1, FIRST, 32, signed=False), measured(3, THIRD, 60)
    other = replace(measured(4, FIRST, 20), form="audit")

    assert scores(measured(2, SECOND, 44), draft, later, other) == []


def test_a_correction_is_not_compared_with_what_it_corrects() -> None:
    wrong = measured(1, SECOND, 40)
    correction = replace(measured(9, SECOND, 44, signed=False), replaces=wrong.id)

    assert scores(correction, measured(2, FIRST, 32), wrong) == [(FIRST, 32)]


def test_without_a_day_the_day_of_the_signature_counts() -> None:
    undated = replace(measured(1, None, 32), signed=NOON - timedelta(days=30))

    assert scores(measured(2, THIRD, 44), undated) == [(date(2026, 10, 3), 32)]


def test_two_of_one_day_stand_in_the_order_they_were_begun() -> None:
    morning = measured(1, SECOND, 32)
    evening = measured(2, SECOND, 44)
    corrected = replace(measured(9, SECOND, 36), replaces=morning.id)

    assert scores(evening, morning, corrected) == [(SECOND, 36)]
    assert scores(corrected, morning, evening) == []
