from dataclasses import replace

from app.supplies import supplies
from models.case import Case, EntryState
from models.course import Form, course_of
from models.steps import Step, StepState, steps_of
from models.summary import stage_of, summary_of
from tests.builders import CONTACT, NOON, REQUEST, TODAY, clinic, entry


def steps(case: Case) -> tuple[Step, ...]:
    return steps_of(case, course_of(case), clinic())


CONTACT_ENTRY = entry(Form.CONTACT, CONTACT)
REQUEST_DRAFT = entry(Form.REQUEST, REQUEST, signed=False, number=2)


def test_a_correction_stands_in_place_of_what_it_replaces() -> None:
    correction = replace(
        entry(Form.CONTACT, {**CONTACT, "citizen.name": "Łukasz Øvelund-Dvořák"}, number=3),
        replaces=CONTACT_ENTRY.id,
    )

    case = Case("case").with_entry(CONTACT_ENTRY).with_entry(correction)

    assert case.current(Form.CONTACT) == correction
    assert case.entry(CONTACT_ENTRY.id) == CONTACT_ENTRY


def test_a_correction_counts_only_when_it_is_signed() -> None:
    correction = replace(
        entry(Form.CONTACT, {**CONTACT, "citizen.name": "Bo Testgaard"}, signed=False, number=3),
        replaces=CONTACT_ENTRY.id,
    )
    case = Case("case").with_entry(CONTACT_ENTRY).with_entry(correction)

    assert case.current(Form.CONTACT) == CONTACT_ENTRY
    assert case.correction_of(CONTACT_ENTRY) == correction
    assert case.without_entry(correction.id).correction_of(CONTACT_ENTRY) is None
    signed = case.with_entry(correction.as_signed("Prøve Behandler", NOON))
    assert signed.current(Form.CONTACT) == signed.entry(correction.id)


def test_a_correction_of_an_earlier_one_stands_before_a_later_one() -> None:
    first, second = (entry(Form.FOLLOW_UP, {}, number=number) for number in (1, 2))
    again = replace(entry(Form.FOLLOW_UP, {}, number=3), replaces=first.id)
    once_more = replace(entry(Form.FOLLOW_UP, {}, number=4), replaces=again.id)

    case = Case("case", (first, second, again, once_more))

    assert list(case.all(Form.FOLLOW_UP)) == [once_more, second]
    assert case.current(Form.FOLLOW_UP) == second


def test_corrections_of_each_other_in_a_damaged_register_end() -> None:
    one = replace(CONTACT_ENTRY, id="one", replaces="other")
    other = replace(CONTACT_ENTRY, id="other", replaces="one")

    assert list(Case("case", (one, other)).all(Form.CONTACT)) == []


def test_a_step_under_correction_says_so() -> None:
    correction = replace(
        entry(Form.CONTACT, CONTACT, signed=False, number=3), replaces=CONTACT_ENTRY.id
    )

    contact = steps(Case("case", (CONTACT_ENTRY, correction)))[0]

    assert contact.text == "Bliver rettet"
    assert not contact.is_next


def test_a_draft_kept_again_takes_the_place_of_itself() -> None:
    case = Case("case").with_entry(REQUEST_DRAFT)

    again = case.with_entry(REQUEST_DRAFT.rewritten(CONTACT_ENTRY.answers, NOON))

    assert len(again.entries) == 1


def test_the_first_step_that_is_not_done_is_next() -> None:
    case = Case("case", (CONTACT_ENTRY, REQUEST_DRAFT))

    by_form = {step.form: step for step in steps(case)}

    assert by_form[Form.CONTACT].state is StepState.DONE
    assert by_form[Form.REQUEST].state is StepState.DRAFT
    assert by_form[Form.DECISION].state is StepState.NOT_BEGUN
    assert [step.form for step in steps(case) if step.is_next] == [Form.REQUEST]


def test_a_signed_request_leads_on_to_the_medical_interview() -> None:
    signed = REQUEST_DRAFT.as_signed("Prøve Behandler", NOON)

    (following,) = (step for step in steps(Case("case", (CONTACT_ENTRY, signed))) if step.is_next)

    assert signed.state is EntryState.SIGNED
    assert following.form is Form.MEDICAL_INTERVIEW


def test_the_stage_is_how_far_the_course_has_come() -> None:
    assert stage_of(Case("case")) == "Ny"
    assert stage_of(Case("case", (CONTACT_ENTRY,))) == "Henvendelse"
    assert stage_of(Case("case", (CONTACT_ENTRY, REQUEST_DRAFT))) == "Anmodning"


def test_the_summary_names_the_guarantee_while_it_runs() -> None:
    summary = summary_of(Case("case", (CONTACT_ENTRY, REQUEST_DRAFT)), supplies().law, TODAY)

    assert summary.name == "Łukasz Øvelund"
    assert summary.due_text == "Behandlingsgaranti"
    assert summary.due is not None


def test_nothing_is_due_after_a_contact_alone() -> None:
    summary = summary_of(Case("case", (CONTACT_ENTRY,)), supplies().law, TODAY)

    assert summary.due is None
