"""Several decisions of one course: each stays as it was made, and the newest is what holds."""

from dataclasses import replace
from datetime import date

import pytest

from app.facts import Facts, answers_from
from app.supplies import supplies
from forms.enablement import enabled_places
from models.answers import Coding, Place
from models.case import Case, Document, DocumentEvent
from models.course import Course, Form, course_of
from models.deadlines.appeals import appeal, appeal_about, appeals
from models.decision import Delivered, Delivery, Result
from models.decisions import appealed, granted_last, in_force, of_entry
from models.delivery import way_noted
from models.letters.alone import alone
from models.letters.letter import LetterKind, LetterOf
from models.letters.likely_way import likely_way
from models.letters.writing import letters_called
from models.oddities import oddities_of
from models.reminders.called import called_for
from models.starting import known_answers
from models.steps import StepState, steps_of
from tests.builders import (
    CONTACT,
    NOON,
    PARTIAL_REFUSAL,
    REQUEST,
    TODAY,
    clinic,
    draft,
    entry,
    text_of,
)
from tests.letters_told import CATALOGUE

LAW = supplies().law
STOP: Facts = {
    "decision.date": "10.12.2026",
    "decision.result": ["refusal"],
    "decision.change": ["stopped"],
    "decision.change_before": "Du får dagbehandling.",
    "decision.change_decided": "9.11.2026",
    "decision.change_starts": "4.1.2027",
    "decision.delivery": ["handed-over"],
    "decision.caseworker": "Ida Øvesen",
}
REFUSAL: Facts = {
    "decision.date": "1.12.2026",
    "decision.result": ["refusal"],
    "decision.change": ["new"],
    "decision.delivery": ["digital-post"],
    "decision.caseworker": "Bo Øvemann",
}
APPEAL: Facts = {
    "appeal.received": "15.12.2026",
    "appeal.kind": ["decision"],
    "appeal.words": "Jeg er ikke enig.",
}
GRANTED, STOPPED = "decision-3", "decision-4"


def case(*more: tuple[Form, Facts], signed: bool = True) -> Case:
    """Return a case with a grant, and *more* after it, the last of it *signed* or a draft."""
    told = ((Form.CONTACT, CONTACT), (Form.REQUEST, REQUEST), (Form.DECISION, PARTIAL_REFUSAL))
    forms = (*told, *more)
    entries = (
        entry(form, facts, number=number, signed=signed or number < len(forms))
        for number, (form, facts) in enumerate(forms, start=1)
    )
    return Case("case", tuple(entries))


def course(*more: tuple[Form, Facts], signed: bool = True) -> Course:
    return course_of(case(*more, signed=signed))


STOPS = (Form.DECISION, STOP)
REFUSES = (Form.DECISION, REFUSAL)


def test_the_newest_decision_made_is_the_one_of_the_course_and_all_are_told() -> None:
    known = course(STOPS)

    assert [one.entry_id for one in known.decisions] == [GRANTED, STOPPED]
    assert known.decision.entry_id == known.entry_ids[Form.DECISION] == STOPPED


def test_a_draft_beside_a_decision_made_changes_nothing_until_it_is_signed() -> None:
    known = course(STOPS, signed=False)

    assert known.decision.entry_id == GRANTED
    assert known.is_signed(Form.DECISION)
    assert [one.is_signed for one in known.decisions] == [True, False]


def test_the_first_decision_is_told_while_it_is_a_draft() -> None:
    only = course_of(Case("case", (entry(Form.DECISION, REFUSAL, signed=False),)))

    assert only.decision.chosen is Result.REFUSAL
    assert not only.is_signed(Form.DECISION)


def test_a_decision_that_is_entered_late_does_not_become_the_newest() -> None:
    earlier: Facts = {**REFUSAL, "decision.date": "2.11.2026"}

    assert course((Form.DECISION, earlier)).decision.entry_id == GRANTED


def test_a_correction_takes_the_place_of_what_was_wrong_among_the_others() -> None:
    held = case(STOPS)
    wrong = held.entry(GRANTED)
    assert wrong is not None
    right = replace(entry(Form.DECISION, PARTIAL_REFUSAL, number=9), replaces=wrong.id)

    known = course_of(held.with_entry(right))

    assert [one.entry_id for one in known.decisions] == [right.id, STOPPED]


@pytest.mark.parametrize(
    ("more", "granting"),
    [
        ((), GRANTED),
        ((STOPS,), None),
        ((REFUSES,), GRANTED),
        (
            (STOPS, (Form.DECISION, {**PARTIAL_REFUSAL, "decision.date": "20.12.2026"})),
            "decision-5",
        ),
    ],
)
def test_a_stop_takes_the_help_away_and_a_no_to_something_else_does_not(
    more: tuple[tuple[Form, Facts], ...], granting: str | None
) -> None:
    now = in_force(course(*more).decisions)

    assert (now.entry_id if now else None) == granting


@pytest.mark.parametrize(
    ("decided", "received", "about"),
    [
        (date(2026, 11, 9), date(2026, 12, 15), GRANTED),
        (date(2026, 12, 10), date(2026, 12, 15), STOPPED),
        (None, date(2026, 12, 15), STOPPED),
        (None, date(2026, 12, 9), GRANTED),
        (date(2026, 11, 8), date(2026, 12, 15), STOPPED),
        (None, date(2026, 11, 8), None),
        (None, None, None),
    ],
)
def test_an_appeal_is_about_the_decision_it_names_else_the_newest_there_was(
    decided: date | None, received: date | None, about: str | None
) -> None:
    found = appealed(course(STOPS).decisions, decided, received)

    assert (found.entry_id if found else None) == about


def test_each_decision_has_its_own_time_to_appeal() -> None:
    known = course(STOPS)

    assert [one.brief for one in appeals(known, LAW, TODAY)] == [
        "Klagefrist 15.12.2026",
        "Klagefrist 7.1.2027",
    ]
    assert appeal_about(known, GRANTED, LAW, TODAY).brief == "Klagefrist 15.12.2026"
    assert appeal(known, LAW, TODAY).brief == "Klagefrist 7.1.2027"


def test_the_delivery_noted_of_one_letter_counts_for_its_decision_alone() -> None:
    given = way_noted(Delivered(date(2026, 11, 10), Delivery.HANDED_OVER))
    event = DocumentEvent("handed-over", NOON, "Prøve Behandler", given)
    letter = Document("one", "decision", "", "0", NOON, frozenset({GRANTED}), (event,))
    known = course_of(case(STOPS).with_document(letter))

    assert appeal_about(known, GRANTED, LAW, TODAY).brief == "Klagefrist 8.12.2026"
    assert appeal_about(known, STOPPED, LAW, TODAY).brief == "Klagefrist 7.1.2027"


def called(known: Course) -> list[tuple[LetterKind, str, str]]:
    named = letters_called(known, clinic(), CATALOGUE)
    own = (LetterKind.DECISION, LetterKind.DECISION_CHANGED)
    return [
        (one.letter.kind, one.letter.entry_id, one.telling)
        for one in named
        if one.letter.kind in own
    ]


def test_every_decision_has_its_own_letter_named_by_its_day_when_there_are_several() -> None:
    assert called(course()) == [(LetterKind.DECISION, GRANTED, "")]
    assert called(course(STOPS)) == [
        (LetterKind.DECISION, GRANTED, "9. november 2026"),
        (LetterKind.DECISION_CHANGED, STOPPED, "10. december 2026"),
    ]


def test_the_letter_of_an_earlier_decision_says_what_it_said() -> None:
    first = LetterOf(LetterKind.DECISION, GRANTED)
    alone_letter = draft(first, course(), today=date(2026, 11, 9))

    beside_another = draft(first, course(STOPS), today=date(2026, 11, 9))

    assert beside_another == alone_letter


def test_each_letter_is_likely_to_go_as_was_said_with_its_decision() -> None:
    known = course(STOPS)
    ways = {
        one.kind: likely_way(CATALOGUE[one.kind], alone(known, one))
        for one in (
            LetterOf(LetterKind.DECISION, GRANTED),
            LetterOf(LetterKind.DECISION_CHANGED, STOPPED),
        )
    }

    assert ways == {
        LetterKind.DECISION: Delivery.LETTER,
        LetterKind.DECISION_CHANGED: Delivery.HANDED_OVER,
    }


@pytest.mark.parametrize(
    ("named", "day"), [("9.11.2026", "9. november 2026"), ("10.12.2026", "10. december 2026")]
)
def test_the_reassessment_names_the_decision_that_was_appealed(named: str, day: str) -> None:
    result: Facts = {"appeal.result": ["upheld"], "appeal.points": "Du har bolig og arbejde."}
    told: Facts = {**APPEAL, **result, "appeal.decision_date": named}
    known = course(STOPS, (Form.APPEAL, told))

    letter = draft(LetterOf(LetterKind.REASSESSMENT, "appeal-5"), known, today=date(2026, 12, 16))

    assert day in text_of(letter.letter)


def test_the_receipt_for_an_appeal_says_what_holds_for_the_decision_appealed() -> None:
    about_the_grant: Facts = {**APPEAL, "appeal.decision_date": "9.11.2026"}
    about_the_stop: Facts = {**APPEAL, "appeal.decision_date": "10.12.2026"}
    letter = LetterOf(LetterKind.APPEAL_RECEIPT, "appeal-5")

    grant, stop = (
        text_of(draft(letter, course(STOPS, (Form.APPEAL, facts))).letter)
        for facts in (about_the_grant, about_the_stop)
    )

    assert grant != stop


def opened(known: Course) -> dict[str, object]:
    answers = known_answers(Form.DECISION, known, date(2026, 12, 10), "Ida Øvesen")
    return {
        place.link_id: said.code if isinstance(said, Coding) else said
        for place, (said, *_) in answers.items()
    }


def test_a_new_decision_opens_with_what_the_citizen_has_as_what_was_before() -> None:
    said = opened(course())

    assert said["decision.change"] == "changed"
    assert said["decision.change_decided"] == date(2026, 11, 9)
    assert said["decision.change_before"] == (
        "Du får dagbehandling hos Åløkke Dagbehandling. Fire dage om ugen. Samtaler og gruppe."
    )
    assert said["decision.provider"] == "Åløkke Dagbehandling"
    assert said["decision.date"] == date(2026, 12, 10)
    assert said["decision.caseworker"] == "Ida Øvesen"


def test_what_is_decided_and_why_is_never_suggested() -> None:
    never = {"decision.result", "decision.facts", "decision.considerations", "decision.start"}

    assert not never & opened(course()).keys()


@pytest.mark.parametrize("more", [(STOPS,), ()])
def test_without_help_to_change_a_new_decision_answers_a_new_wish(
    more: tuple[tuple[Form, Facts], ...],
) -> None:
    refused = (entry(Form.DECISION, REFUSAL, number=1),)
    known = course(*more) if more else course_of(Case("case", refused))

    assert opened(known)["decision.change"] == "new"
    assert "decision.change_before" not in opened(known)


def test_the_place_the_citizen_chose_since_is_where_the_help_is() -> None:
    chosen: Facts = {
        "free_choice.date": "12.11.2026",
        "free_choice.place": "Bakkens Behandling",
        "free_choice.answer": ["yes"],
        "free_choice.answer_date": "16.11.2026",
    }

    said = opened(course((Form.FREE_CHOICE, chosen)))

    assert "hos Bakkens Behandling" in str(said["decision.change_before"])
    assert said["decision.provider"] == "Bakkens Behandling"


def test_a_hearing_before_the_last_decision_says_nothing_of_the_next() -> None:
    heard: Facts = {"hearing.fact.what@0": "Tre udeblivelser.", "hearing.date": "4.11.2026"}
    again: Facts = {**heard, "hearing.date": "1.12.2026"}

    assert "decision.hearing_about" not in opened(course((Form.HEARING, heard)))
    assert "decision.hearing_about" in opened(course((Form.HEARING, again)))


def test_each_decision_is_a_step_of_its_own() -> None:
    held = case(STOPS, signed=False)

    steps = steps_of(held, course_of(held), clinic())

    decisions = [step for step in steps if step.form == Form.DECISION]
    assert [step.state for step in decisions] == [StepState.DONE, StepState.DRAFT]


def test_each_choice_of_another_place_has_its_own_letter() -> None:
    first: Facts = {
        "free_choice.date": "12.11.2026",
        "free_choice.place": "Prøvegården",
        "free_choice.answer": ["no"],
        "free_choice.answer_date": "16.11.2026",
    }
    second: Facts = {
        **first,
        "free_choice.date": "1.12.2026",
        "free_choice.place": "Bakken",
        "free_choice.answer": ["yes"],
    }
    known = course((Form.FREE_CHOICE, first), (Form.FREE_CHOICE, second))

    letters = [LetterOf(LetterKind.FREE_CHOICE_REPLY, f"free_choice-{number}") for number in (4, 5)]
    refused, granted = (text_of(draft(letter, known).letter) for letter in letters)

    assert "Du kan ikke få din behandling hos Prøvegården." in refused
    assert "Du kan få din behandling hos Bakken." in granted
    assert known.free_choice.place == "Bakken"
    assert of_entry(known.free_choices, "free_choice-4") == known.free_choices[0]


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"free_choice.answer": ["yes"]}, True),
        ({"free_choice.answer": ["no"]}, True),
        ({"free_choice.answer": ["withdrawn"]}, False),
        ({"free_choice.limited": ["true"]}, True),
        ({}, False),
    ],
)
def test_how_the_letter_goes_is_asked_when_there_is_one_to_send(
    answers: Facts,
    asked: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    form = supplies().newest(Form.FREE_CHOICE)

    enabled = enabled_places(form, answers_from(form, answers, TODAY), TODAY)

    assert (Place("free_choice.delivery") in enabled) is asked


def test_a_hearing_before_a_change_is_not_odd_after_the_first_decision() -> None:
    heard: Facts = {"hearing.fact.what@0": "Tre udeblivelser.", "hearing.date": "1.12.2026"}

    changed = oddities_of(course((Form.HEARING, heard), STOPS), date(2026, 12, 20))
    unchanged = oddities_of(course((Form.HEARING, heard)), date(2026, 12, 20))

    assert changed == ()
    assert [odd.link_id for odd in unchanged] == ["decision.date"]


def test_a_no_to_something_more_leaves_the_start_to_open_with_what_was_granted() -> None:
    said = known_answers(Form.START, course(REFUSES), TODAY, "Ida Øvesen")

    assert said[Place("start.provider")] == ("Åløkke Dagbehandling",)


def test_one_who_was_missed_hears_of_the_help_that_still_stands() -> None:
    missed: Facts = {"attendance.date": "12.12.2026", "attendance.outcome": ["no-show"]}
    letters = [
        text_of(draft(LetterOf(LetterKind.NO_SHOW, "attendance-5"), known).letter)
        for known in (
            course(REFUSES, (Form.ATTENDANCE, missed)),
            course(STOPS, (Form.ATTENDANCE, missed)),
        )
    ]

    assert letters[0] != letters[1]


STAY: Facts = {**PARTIAL_REFUSAL, "decision.measure": ["residential"]}
STAYS = (Form.DECISION, {**STAY, "decision.date": "1.12.2026"})
ENDS: tuple[Form, Facts] = (
    Form.DISCHARGE,
    {"discharge.date": "10.1.2027", "discharge.reason": ["completed"]},
)


def reminded(told: Course) -> set[str]:
    reminders = supplies().reminders
    return {one.reminder.id for one in called_for(told, reminders, LAW, date(2027, 1, 11))}


@pytest.mark.parametrize("since", [(), (REFUSES,), (STOPS,)])
def test_who_had_a_stay_comes_home_from_it_whatever_was_decided_since(
    since: tuple[tuple[Form, Facts], ...],
) -> None:
    assert "discharge_others" in reminded(course(STAYS, *since, ENDS, signed=False))
    assert "discharge_others" not in reminded(course(*since, ENDS, signed=False))


def test_help_that_was_stopped_was_the_last_that_was_granted() -> None:
    made = course(STAYS, STOPS).decisions

    assert in_force(made) is None
    last = granted_last(made)
    assert last is not None
    assert last.grants_stay
    assert granted_last(course().decisions[:0]) is None


@pytest.mark.parametrize(("since", "is_called"), [((REFUSES,), True), ((STOPS,), False)])
def test_a_no_to_something_else_takes_no_stay_from_one_who_is_pregnant(
    since: tuple[tuple[Form, Facts], ...], *, is_called: bool
) -> None:
    expecting: tuple[Form, Facts] = (Form.ASSESSMENT, {"pregnancy": ["yes"]})
    told = course(expecting, STAYS, *since)

    assert ("pregnant_contract" in reminded(told)) is is_called
