"""What the forms about rights, papers, others and health mean."""

from datetime import date

from models.course import Course
from tests.builders import course

WORDS = "Jeg er uenig."


def test_a_conversation_note_tells_what_is_new_and_what_is_agreed() -> None:
    told = course(
        conversation_note={
            "conversation_note.date": "2.11.2026",
            "conversation_note.about": ["drugs"],
            "conversation_note.words": WORDS,
            "conversation_note.new_facts": "Et nyt job.",
            "conversation_note.adverse": ["true"],
            "conversation_note.acute": ["true"],
            "conversation_note.acute_action": "Ringet 1813.",
            "conversation_note.plan_change": ["true"],
            "conversation_note.heard": "6",
            "conversation_note.agreement.what@0": "Ringe til jobcentret",
            "conversation_note.agreement.who@0": "Bo",
            "conversation_note.agreement.when@0": "9.11.2026",
            "conversation_note.next": "16.11.2026",
            "conversation_note.read": ["true"],
        }
    )
    (note,) = told.conversation_notes
    (agreed,) = note.agreements

    assert (note.day, note.next_day) == (date(2026, 11, 2), date(2026, 11, 16))
    assert (note.words, note.new_facts, note.about) == (WORDS, "Et nyt job.", frozenset({"drugs"}))
    assert (note.is_acute, note.acute_action) == (True, "Ringet 1813.")
    assert (note.changes_plan, note.heard, note.is_read) == (True, 6, True)
    assert (agreed.what, agreed.who) == ("Ringe til jobcentret", "Bo")
    assert agreed.day == date(2026, 11, 9)
    assert told.has_adverse_facts


def test_a_screening_tells_what_was_offered_and_how_far_each_examination_is() -> None:
    (screening,) = course(
        screening={
            "screening.date": "2.11.2026",
            "screening.occasion": ["wish"],
            "screening.opioids": ["yes"],
            "screening.naloxone": ["accepted"],
            "screening.hepatitis": ["accepted"],
            "screening.vaccination": ["declined"],
            "screening.contraception": ["has"],
            "screening.pregnancy": ["yes"],
            "screening.pregnancy_referral": ["referred"],
            "screening.signs": ["anxiety"],
            "screening.suicide": ["no"],
            "screening.violence": ["earlier"],
            "screening.examination.kind@0": ["infection"],
            "screening.examination.answer@0": ["accepted"],
            "screening.examination.referred@0": "3.11.2026",
            "screening.examination.date@0": "9.11.2026",
            "screening.examination.support@0": ["true"],
            "screening.examination.state@0": ["done"],
            "screening.examination.told@0": "12.11.2026",
            "screening.coordinated": ["yes"],
            "screening.viso": ["asked"],
            "screening.next": "16.11.2026",
        }
    ).screenings
    (examined,) = screening.examinations

    assert (screening.day, screening.next_day) == (date(2026, 11, 2), date(2026, 11, 16))
    assert (screening.occasion, screening.opioids) == ("wish", "yes")
    assert (screening.naloxone, screening.hepatitis) == ("accepted", "accepted")
    assert (screening.vaccination, screening.contraception) == ("declined", "has")
    assert (screening.pregnancy, screening.pregnancy_referral) == ("yes", "referred")
    assert (screening.suicide, screening.violence) == ("no", "earlier")
    assert (screening.coordinated, screening.viso) == ("yes", "asked")
    assert screening.signs == {"anxiety"}
    assert (examined.kind, examined.answer, examined.state) == ("infection", "accepted", "done")
    assert (examined.referred, examined.day) == (date(2026, 11, 3), date(2026, 11, 9))
    assert (examined.told, examined.needs_company) == (date(2026, 11, 12), True)


def test_plans_that_must_fit_together_tell_who_has_which() -> None:
    plan = course(
        coordinated_plan={
            "coordinated_plan.date": "2.11.2026",
            "coordinated_plan.citizen_words": WORDS,
            "coordinated_plan.mental": ["yes"],
            "coordinated_plan.complex": ["true"],
            "coordinated_plan.state": ["exists"],
            "coordinated_plan.contacted": "3.11.2026",
            "coordinated_plan.coordinator": "Ea Øve",
            "coordinated_plan.made": "4.11.2026",
            "coordinated_plan.meeting": "1.12.2026",
            "coordinated_plan.discharge_agreement": ["yes"],
            "coordinated_plan.plan_141": ["exists"],
            "coordinated_plan.plan_141_made": "6.11.2026",
            "coordinated_plan.participant.name@0": "Bo Øve",
            "coordinated_plan.participant.task@0": "Bolig",
            "coordinated_plan.participant.consent@0": ["true"],
            "coordinated_plan.participant.next@0": "9.11.2026",
            "coordinated_plan.lead": "Ea Øve",
            "coordinated_plan.next": "16.11.2026",
        }
    ).coordinated_plan
    (participant,) = plan.participants

    assert (plan.day, plan.next_day) == (date(2026, 11, 2), date(2026, 11, 16))
    assert (plan.words, plan.lead) == (WORDS, "Ea Øve")
    assert (plan.mental, plan.is_complex, plan.state) == ("yes", True, "exists")
    assert (plan.coordinator, plan.made) == ("Ea Øve", date(2026, 11, 4))
    assert (plan.meeting, plan.discharge_agreement) == (date(2026, 12, 1), "yes")
    assert (plan.plan_141, plan.plan_141_made) == ("exists", date(2026, 11, 6))
    assert (participant.name, participant.task, participant.consent) == ("Bo Øve", "Bolig", True)
    assert participant.next_day == date(2026, 11, 9)


def test_plans_that_are_not_there_yet_tell_when_they_were_asked_for() -> None:
    plan = course(
        coordinated_plan={
            "coordinated_plan.state": ["contacted"],
            "coordinated_plan.contacted": "3.11.2026",
            "coordinated_plan.plan_141": ["asked"],
            "coordinated_plan.plan_141_asked": "5.11.2026",
        }
    ).coordinated_plan

    assert plan.contacted == date(2026, 11, 3)
    assert plan.plan_141_asked == date(2026, 11, 5)


def test_a_notification_tells_whether_the_citizen_knows() -> None:
    (notified,) = course(
        notification={
            "notification.date": "2.11.2026",
            "notification.acute": ["true"],
            "notification.ground": ["support"],
            "notification.child.name@0": "Bo",
            "notification.child.age@0": "7 år",
            "notification.child.words@0": "Jeg er sulten.",
            "notification.told": ["told"],
            "notification.told_date": "3.11.2026",
            "notification.citizen_words": WORDS,
            "notification.receiver": "Familieafdelingen",
            "notification.way": ["secure"],
            "notification.sent": "3.11.2026",
            "notification.receipt": "5.11.2026",
            "notification.answer": "Tak.",
            "notification.still_worried": ["false"],
            "notification.next": "16.11.2026",
        }
    ).notifications
    (child,) = notified.children

    assert (notified.day, notified.next_day) == (date(2026, 11, 2), date(2026, 11, 16))
    assert (notified.is_acute, notified.grounds) == (True, frozenset({"support"}))
    assert (child.name, child.age, child.words) == ("Bo", "7 år", "Jeg er sulten.")
    assert (notified.told, notified.told_day) == ("told", date(2026, 11, 3))
    assert (notified.words, notified.receiver) == (WORDS, "Familieafdelingen")
    assert (notified.way, notified.sent) == ("secure", date(2026, 11, 3))
    assert (notified.receipt, notified.answer) == (date(2026, 11, 5), "Tak.")
    assert notified.is_still_worried is False


def test_an_after_care_tells_whether_the_citizen_was_reached() -> None:
    (talk,) = course(
        after_care={
            "after_care.which": ["one-month"],
            "after_care.by": "Ea Øve",
            "after_care.attempt.date@0": "1.11.2026",
            "after_care.attempt.way@0": ["phone"],
            "after_care.attempt.result@0": ["contact"],
            "after_care.reached": ["reached"],
            "after_care.date": "2.11.2026",
            "after_care.words": WORDS,
            "after_care.well_being": "8",
            "after_care.drugs": ["stopped"],
            "after_care.safer": ["true"],
            "after_care.children": ["home"],
            "after_care.need": ["talk"],
            "after_care.offer_answer": ["yes"],
            "after_care.next": "16.11.2026",
        }
    ).after_care
    (attempt,) = talk.attempts

    assert (talk.day, talk.next_day) == (date(2026, 11, 2), date(2026, 11, 16))
    assert (talk.which, talk.by, talk.reached) == ("one-month", "Ea Øve", "reached")
    assert (attempt.day, attempt.way) == (date(2026, 11, 1), "phone")
    assert (talk.words, talk.well_being, talk.drugs) == (WORDS, 8, "stopped")
    assert (talk.is_safer_told, talk.offer_answer) == (True, "yes")
    assert talk.children | talk.needs == {"home", "talk"}


def test_an_after_care_that_was_declined_tells_the_citizens_words() -> None:
    (declined,) = course(
        after_care={"after_care.reached": ["declined"], "after_care.declined_words": "Nej tak."}
    ).after_care

    assert (declined.reached, declined.declined_words) == ("declined", "Nej tak.")


def _appealed() -> Course:
    return course(
        appeal={
            "appeal.received": "2.11.2026",
            "appeal.words": WORDS,
            "appeal.kind": ["decision"],
            "appeal.by": ["representative"],
            "appeal.mandate": ["true"],
            "appeal.decision_date": "1.10.2026",
            "appeal.decision_received": "3.10.2026",
            "appeal.late": ["true"],
            "appeal.late_reason": "Var indlagt.",
            "appeal.helped": ["wrote"],
            "appeal.told_date": "3.11.2026",
            "appeal.result": ["partly"],
            "appeal.result_date": "9.11.2026",
            "appeal.new_decision": "10.11.2026",
            "appeal.kept": ["yes"],
            "appeal.forwarded": "12.11.2026",
            "appeal.informed": "13.11.2026",
            "appeal.outcome": ["changed"],
            "appeal.outcome_date": "1.12.2026",
        }
    )


def test_an_appeal_tells_who_appeals_what() -> None:
    (appeal,) = _appealed().appeals

    assert (appeal.day, appeal.words, appeal.kind) == (date(2026, 11, 2), WORDS, "decision")
    assert (appeal.by, appeal.has_mandate) == ("representative", True)
    assert (appeal.decided, appeal.decision_received) == (date(2026, 10, 1), date(2026, 10, 3))
    assert (appeal.is_late, appeal.late_reason) == (True, "Var indlagt.")
    assert appeal.helped == {"wrote"}
    assert appeal.told_day == date(2026, 11, 3)


def test_an_appeal_tells_what_came_of_it() -> None:
    (appeal,) = _appealed().appeals

    assert (appeal.result, appeal.reassessed) == ("partly", date(2026, 11, 9))
    assert (appeal.new_decision, appeal.kept) == (date(2026, 11, 10), "yes")
    assert (appeal.forwarded, appeal.informed) == (date(2026, 11, 12), date(2026, 11, 13))
    assert (appeal.outcome, appeal.outcome_day) == ("changed", date(2026, 12, 1))


def test_a_request_for_access_tells_what_was_given() -> None:
    (access,) = course(
        record_access={
            "record_access.received": "2.11.2026",
            "record_access.words": WORDS,
            "record_access.kind": ["both"],
            "record_access.by": ["representative"],
            "record_access.mandate": ["true"],
            "record_access.pending": ["true"],
            "record_access.medical": ["true"],
            "record_access.exceptions": ["others"],
            "record_access.delayed": ["true"],
            "record_access.delay_told": "På torsdag.",
            "record_access.result": ["partial"],
            "record_access.guidance": ["true"],
            "record_access.date": "9.11.2026",
            "record_access.data_told": ["rights"],
            "record_access.sent": "10.11.2026",
        }
    ).record_accesses

    assert (access.day, access.answered) == (date(2026, 11, 2), date(2026, 11, 9))
    assert (access.words, access.kind, access.by) == (WORDS, "both", "representative")
    assert (access.has_mandate, access.is_decision_pending, access.is_medical) == (True, True, True)
    assert (access.is_delayed, access.delay_told) == (True, "På torsdag.")
    assert (access.result, access.has_guidance, access.sent) == (
        "partial",
        True,
        date(2026, 11, 10),
    )
    assert access.exceptions | access.data_told == {"others", "rights"}


def test_a_task_note_tells_which_task_and_why() -> None:
    (note,) = course(
        task_note={
            "task.id": "appeal",
            "task.title": "Klagefrist",
            "task.outcome": ["set-aside"],
            "task.reason": "Borgeren er flyttet.",
        }
    ).task_notes
    (planned,) = course(
        task_note={"task.id": "appeal", "task.outcome": ["planned"], "task.date": "9.11.2026"}
    ).task_notes

    assert (note.task_id, note.outcome) == ("appeal", "set-aside")
    assert (note.reason, note.is_signed) == ("Borgeren er flyttet.", True)
    assert (planned.outcome, planned.day) == ("planned", date(2026, 11, 9))
