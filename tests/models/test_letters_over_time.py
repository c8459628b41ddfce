"""A letter follows the law of its own day: before and after the childrens' act of 2024."""

from datetime import date

import pytest

from app.facts import Facts
from app.supplies import supplies
from models.course import Course
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST, course, draft, text_of

BEFORE = date(2023, 12, 29)
AFTER = date(2024, 1, 2)
IN_SEPTEMBER = date(2024, 9, 2)
GROWN_UP = "300279-0012"
CHILD = "150715-4000"


def decided(cpr: str, day: date) -> Course:
    on = f"{day:%d.%m.%Y}"
    contact: Facts = {**CONTACT, "citizen.cpr": cpr, "contact.date": on}
    request: Facts = {**REQUEST, "request.received": on}
    decision: Facts = {**PARTIAL_REFUSAL, "decision.date": on, "decision.start": on}
    return course(contact=contact, request=request, decision=decision)


def letter_of(cpr: str, day: date) -> LetterDraft:
    return draft(LetterKind.DECISION, decided(cpr, day), today=day)


def source_of(lack: str, of: LetterDraft) -> str:
    return next(found.source for found in of.lacks if found.id == lack)


@pytest.mark.parametrize(
    ("day", "source"), [(BEFORE, "serviceloven § 101, stk. 12"), (AFTER, "barnets lov § 33")]
)
def test_a_letter_about_a_child_is_stopped_by_the_law_of_its_day(day: date, source: str) -> None:
    letter = letter_of(CHILD, day)

    assert source_of("adult", letter) == source


def test_a_letter_prints_the_right_to_treatment_as_it_was_on_its_day() -> None:
    before, after, september = (
        text_of(letter_of(GROWN_UP, day).letter) for day in (BEFORE, AFTER, IN_SEPTEMBER)
    )

    assert "fyldt 18 år" not in before
    assert "fyldt 18 år" in after
    assert "visiteret til regionens" not in after
    assert "visiteret til regionens" in september


def test_a_letter_of_one_day_differs_from_one_of_another_only_as_the_tables_say() -> None:
    law = supplies().law
    changed = {
        row.id for row in law.provisions if row.valid_from == date(2024, 1, 1) or row.replaced_by
    }
    used = [set(letter_of(GROWN_UP, day).law_used) for day in (BEFORE, AFTER)]

    assert used[0] == used[1]
    differing = {
        name for name in used[0] if law.provision(name, BEFORE) != law.provision(name, AFTER)
    }
    assert differing == {"sel-101-1"}
    assert differing <= changed


def test_the_duty_to_notify_is_cited_in_the_act_it_stood_in() -> None:
    law = supplies().law

    assert law.citation("bl-133", BEFORE) == "serviceloven § 153"
    assert law.citation("bl-133", AFTER) == "barnets lov § 133"
