from dataclasses import replace

import pytest

from app.facts import Facts
from models.beside import SHELVES, Shelf, beside, telling
from models.case import Case, Entry, EntryState
from models.clinic import Role
from models.course import Form, course_of
from models.steps import SOMETIMES, THREAD, Step, StepState, leads_on, steps_of
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST, clinic, entry

ASSESSMENT: Facts = {"assessment.date": "3.11.2026", "assessment.conclusion": "Har brug for ro."}
ASSESSED = (
    entry(Form.CONTACT, CONTACT, number=1),
    entry(Form.REQUEST, REQUEST, number=2),
    entry(Form.MEDICAL_INTERVIEW, {"medical.result": ["held"]}, number=3),
    entry(Form.ASSESSMENT, ASSESSMENT, number=4),
)
DECIDED = (*ASSESSED, entry(Form.DECISION, PARTIAL_REFUSAL, number=6))
TOLD = {"feedback.date": "4.11.2026", "feedback.needs": "Ro."}


def steps(*entries: Entry, role: Role = Role.BOTH, opened: str = "") -> dict[str, Step]:
    case = Case("case", entries)
    return {step.form: step for step in steps_of(case, course_of(case), clinic(role), opened)}


def following(*entries: Entry, role: Role = Role.BOTH) -> list[str]:
    return [form for form, step in steps(*entries, role=role).items() if step.is_next]


def beside_of(*entries: Entry, opened: str = "") -> list[Step]:
    case = Case("case", entries)
    return list(beside(case, course_of(case), opened))


def test_a_course_that_begins_shows_the_steps_of_every_course_and_no_others() -> None:
    assert tuple(steps()) == tuple(form for form in THREAD if form not in SOMETIMES)
    assert following() == [Form.CONTACT]


def test_a_signed_assessment_is_next_told_to_the_citizen() -> None:
    assert following(*ASSESSED) == [Form.FEEDBACK]
    order = tuple(steps(*ASSESSED))
    assert order.index(Form.ASSESSMENT) < order.index(Form.FEEDBACK) < order.index(Form.DECISION)


def test_an_assessment_that_was_never_told_is_not_asked_for_after_the_decision() -> None:
    assert Form.FEEDBACK not in steps(*DECIDED)
    assert following(*DECIDED) == [Form.START]


def test_a_decision_that_is_begun_passes_by_what_was_left_out() -> None:
    begun = entry(Form.DECISION, PARTIAL_REFUSAL, signed=False, number=6)

    assert Form.FEEDBACK in steps(*ASSESSED, begun)
    assert following(*ASSESSED, begun) == [Form.DECISION]


def test_a_step_that_was_begun_stays_whether_it_is_due_or_not() -> None:
    told = entry(Form.FEEDBACK, TOLD, number=5)

    assert steps(*DECIDED, told)[Form.FEEDBACK].state is StepState.DONE


@pytest.mark.parametrize(
    ("form", "facts"),
    [
        (Form.FEEDBACK, {**TOLD, "feedback.against": ["true"]}),
        (
            Form.CONVERSATION_NOTE,
            {"conversation_note.new_facts": "To prøver.", "conversation_note.adverse": ["true"]},
        ),
    ],
)
def test_what_speaks_against_the_citizen_asks_for_a_hearing(form: Form, facts: Facts) -> None:
    told = entry(form, facts, number=5)

    assert Form.HEARING in steps(*ASSESSED, told)
    assert Form.HEARING not in steps(*ASSESSED)
    assert Form.HEARING not in steps(*DECIDED, told)
    assert Form.HEARING not in steps(*ASSESSED, told, role=Role.PROVIDER)


def test_only_a_provider_recommends() -> None:
    told = entry(Form.FEEDBACK, TOLD, number=5)

    assert following(*ASSESSED, told, role=Role.PROVIDER) == [Form.RECOMMENDATION]
    assert Form.RECOMMENDATION not in steps(*ASSESSED, told, role=Role.AUTHORITY)
    assert following(*ASSESSED, told, role=Role.AUTHORITY) == [Form.DECISION]


def test_a_place_the_citizen_chose_is_told_about() -> None:
    chosen = entry(Form.START, {"start.free_choice": ["true"]}, number=7)

    assert Form.FREE_CHOICE in steps(*DECIDED, chosen)
    assert Form.FREE_CHOICE not in steps(*DECIDED, entry(Form.START, {}, number=7))


def test_a_place_the_citizen_chose_is_asked_for_until_it_is_answered_or_all_is_over() -> None:
    chosen = entry(Form.START, {"start.free_choice": ["true"]}, number=7)
    answered = entry(Form.FREE_CHOICE, {}, number=8)
    begun = entry(Form.FREE_CHOICE, {}, signed=False, number=8)
    over = entry(Form.DISCHARGE, {}, number=12)

    assert steps(*DECIDED, chosen, answered)[Form.FREE_CHOICE].state is StepState.DONE
    assert steps(*DECIDED, chosen, begun)[Form.FREE_CHOICE].state is StepState.DRAFT
    assert Form.FREE_CHOICE not in steps(*DECIDED, chosen, over)


@pytest.mark.parametrize(
    ("facts", "is_followed_up"),
    [
        ({"discharge.reason": ["completed"]}, True),
        ({"discharge.reason": ["dead"]}, False),
        ({"discharge.reason": ["moved"]}, False),
        ({"discharge.reason": ["completed"], "discharge.follow_up_declined": ["true"]}, False),
    ],
)
def test_a_discharge_is_followed_up_unless_the_citizen_says_no(
    facts: Facts, *, is_followed_up: bool
) -> None:
    assert (Form.AFTER_CARE in steps(entry(Form.DISCHARGE, facts))) is is_followed_up
    assert Form.AFTER_CARE not in steps(entry(Form.DISCHARGE, facts, signed=False))


def test_no_form_of_the_running_treatment_is_next_after_the_discharge() -> None:
    over = entry(Form.DISCHARGE, {"discharge.reason": ["dead"]}, number=12)
    begun = entry(Form.FOLLOW_UP, {}, signed=False, number=11)

    assert following(*DECIDED, over) == []
    assert steps(*DECIDED, over)[Form.FOLLOW_UP].text == ""
    assert following(*DECIDED, begun, over) == [Form.FOLLOW_UP]
    assert following(*DECIDED, replace(over, signed=None, state=EntryState.DRAFT)) == [Form.START]


def test_the_form_on_the_screen_is_shown_though_it_is_not_due() -> None:
    assert steps(opened=Form.HEARING)[Form.HEARING].state is StepState.NOT_BEGUN


def test_each_follow_up_is_a_step_and_only_the_newest_is_next() -> None:
    first = entry(Form.FOLLOW_UP, {}, number=10)
    second = entry(Form.FOLLOW_UP, {}, signed=False, number=11)
    case = Case("case", (first, second))

    found = [s for s in steps_of(case, course_of(case), clinic()) if s.form == Form.FOLLOW_UP]

    assert [step.entry for step in found] == [first, second]
    assert [step.text for step in found] == ["Færdig 2.11.2026", "Kladde 2.11.2026"]


def test_one_more_follow_up_is_a_step_before_anything_is_typed() -> None:
    case = Case("case", (entry(Form.FOLLOW_UP, {}, number=10),))

    shown = steps_of(case, course_of(case), clinic(), Form.FOLLOW_UP)
    found = [step.state for step in shown if step.form == Form.FOLLOW_UP]

    assert found == [StepState.DONE, StepState.NOT_BEGUN]


@pytest.mark.parametrize(
    ("signed", "following", "goes_on"),
    [
        (Form.CONTACT, Form.REQUEST, True),
        (Form.FREE_CHOICE, Form.REQUEST, False),
        (Form.DISCHARGE, Form.DISCHARGE, False),
        (Form.FOLLOW_UP, Form.DISCHARGE, False),
        (Form.CONSENT, Form.REQUEST, False),
        ("who_5", Form.REQUEST, False),
    ],
)
def test_one_goes_on_in_the_order_of_the_course_alone(
    signed: str, following: str, *, goes_on: bool
) -> None:
    assert leads_on(signed, following) is goes_on


def test_beside_the_steps_stands_what_was_filled_the_newest_first() -> None:
    note = entry(Form.CONVERSATION_NOTE, {}, number=20)
    consent = entry(Form.CONSENT, {}, number=21, signed=False)

    found = beside_of(*ASSESSED, note, consent)

    assert [step.entry for step in found] == [consent, note]
    assert [step.state for step in found] == [StepState.DRAFT, StepState.DONE]


def test_several_of_one_kind_stand_beside_each_for_itself() -> None:
    consents = [entry(Form.CONSENT, {}, number=number) for number in (1, 2, 3)]

    assert [step.entry for step in beside_of(*consents)] == consents[::-1]


def test_an_instrument_and_a_form_of_the_clinics_own_stand_beside_too() -> None:
    measured = replace(entry(Form.CONSENT, {}), form="who_5")
    own = replace(entry(Form.CONSENT, {}, number=2), form="http://example.invalid/own")

    assert [step.form for step in beside_of(measured, own)] == [own.form, "who_5"]
    assert (telling(measured), telling(own)) == ("", "")


def test_a_correction_stands_in_the_row_of_what_it_corrects() -> None:
    signed = entry(Form.CONSENT, {})
    correction = replace(entry(Form.CONSENT, {}, signed=False, number=2), replaces=signed.id)

    (found,) = beside_of(signed, correction)

    assert (found.entry, found.text) == (signed, "Bliver rettet")


def test_who_only_wants_to_talk_is_offered_counselling() -> None:
    contact = entry(Form.CONTACT, {**CONTACT, "contact.wish": ["counselling"]})
    talked = entry(Form.COUNSELLING, {}, number=2)

    assert [step.form for step in beside_of(contact)] == [Form.COUNSELLING]
    assert [step.entry for step in beside_of(contact, talked)] == [talked]
    assert beside_of(contact, entry(Form.REQUEST, REQUEST, number=3)) == []


def test_a_lapse_told_at_a_follow_up_is_to_be_gone_through() -> None:
    told = entry(Form.FOLLOW_UP, {"follow_up.lapse": ["true"]}, number=10)
    earlier = entry(Form.LAPSE, {}, number=9)
    after = entry(Form.LAPSE, {}, number=11)

    assert [step.entry for step in beside_of(earlier, told)] == [None, earlier]
    assert [step.entry for step in beside_of(told, after)] == [after]


def test_a_follow_up_corrected_asks_no_more_for_a_lapse_that_was_gone_through() -> None:
    told = entry(Form.FOLLOW_UP, {"follow_up.lapse": ["true"]}, number=10)
    after = entry(Form.LAPSE, {}, number=11)
    corrected = replace(
        entry(Form.FOLLOW_UP, {"follow_up.lapse": ["true"]}, number=12), replaces=told.id
    )

    assert [step.entry for step in beside_of(told, after, corrected)] == [after]


def test_the_form_on_the_screen_stands_beside_before_anything_is_typed() -> None:
    (found,) = beside_of(opened=Form.CONSENT)

    assert (found.form, found.entry, found.state) == (Form.CONSENT, None, StepState.NOT_BEGUN)
    assert beside_of(opened=Form.HEARING) == []


def test_a_consent_is_told_from_others_by_whom_it_concerns() -> None:
    assert telling(entry(Form.CONSENT, {"consent.party": "Egen læge"})) == "Egen læge"
    assert telling(entry(Form.NETWORK, {})) == ""


def test_every_form_of_a_case_can_be_reached() -> None:
    by_itself = set(Form) - {Form.TASK_NOTE}

    assert by_itself == {*THREAD, *SHELVES}
    assert {*SOMETIMES} <= {*SHELVES}
    assert set(SHELVES.values()) == set(Shelf) - {Shelf.MEASURES}
