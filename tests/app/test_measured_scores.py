"""Today's score is compared only with those that were come to in the same way."""

from dataclasses import replace
from datetime import date

from app.measured_scores import scores_before
from app.supplies import Supplies, supplies
from models.answers import Answers, Place
from models.case import Case, Entry
from models.course import Form
from models.score_change import Score
from tests.app.own_forms import kept, shipped_as, supplies_of
from tests.builders import entry

ALIKE, OTHER = "98", "99"
SCORE, CONSUMPTION = Place("audit.score"), Place("audit.consumption")
TODAYS = supplies().newest("audit").version


def measured(number: int, version: str, score: int) -> Entry:
    """Return an AUDIT signed in the month *number*, with one part of it and a word beside."""
    answers = (
        Answers()
        .with_answer(Place("audit.date"), date(2026, number, 3))
        .with_answer(SCORE, score)
        .with_answer(CONSUMPTION, 5)
        .with_answer(Place("audit.words"), "Det går.")
    )
    base = entry(Form.CONTACT, {}, number=number)
    return replace(base, form="audit", version=version, answers=answers)


def clinic() -> Supplies:
    # In the other edition the fourth answer to the last question gives one point more.
    changed = shipped_as("instruments/audit", OTHER)
    last = changed.rindex('"valueDecimal": 4')
    changed = changed[:last] + '"valueDecimal": 5' + changed[last + len('"valueDecimal": 4') :]
    return supplies_of(kept(shipped_as("instruments/audit", ALIKE)), kept(changed))


def scores(*versions: str, at_hand: Supplies) -> list[tuple[Score | None, Score | None]]:
    """Return score and consumption as they count before a new entry of today's edition."""
    earlier = [measured(number, version, 10 + number) for number, version in enumerate(versions, 1)]
    newest = measured(len(versions) + 1, TODAYS, 9)
    found = scores_before(newest, Case("case", (*earlier, newest)), at_hand)
    return [
        (one.answers.number("audit.score"), one.answers.number("audit.consumption"))
        for one in found
    ]


def test_an_earlier_edition_that_scores_alike_is_compared_with() -> None:
    assert scores(TODAYS, ALIKE, at_hand=clinic()) == [(11, 5), (12, 5)]


def test_of_an_edition_that_gives_other_points_only_the_parts_that_are_alike_count() -> None:
    assert scores(OTHER, TODAYS, at_hand=clinic()) == [(None, 5), (12, 5)]


def test_an_edition_that_nobody_has_any_more_says_nothing() -> None:
    assert scores(ALIKE, TODAYS, at_hand=supplies()) == [(12, 5)]


def test_nothing_but_the_scores_is_told() -> None:
    earlier, newest = measured(1, TODAYS, 9), measured(2, TODAYS, 9)

    (found,) = scores_before(newest, Case("case", (earlier, newest)), supplies())

    assert found.answers.values.keys() == {SCORE, CONSUMPTION}
    assert found.day == date(2026, 1, 3)
