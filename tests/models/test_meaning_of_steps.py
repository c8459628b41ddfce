"""What the forms of the course mean, read from forms filled as a person fills them."""

from datetime import date

from app.facts import Facts
from models.course import Form
from tests.builders import CONTACT, REQUEST, course

WORDS = "Jeg vil gerne have hjælp."


def test_the_first_contact_tells_who_the_citizen_is_and_how_to_reach_them() -> None:
    told = course(
        contact={
            **CONTACT,
            "contact.words": WORDS,
            "contact.wish": ["treatment"],
            "contact.other_help": "Bolig.",
            "contact.acute": ["true"],
            "contact.acute_note": "Ringet til lægen.",
            "citizen.email": "prøve@example.invalid",
            "citizen.protected_address": ["true"],
            "citizen.case_number": "Ø-1",
            "citizen.may_contact": ["call", "sms"],
            "citizen.interpreter": ["true"],
            "citizen.language": "Polsk",
            "citizen.reading": ["large"],
            "contact.told": ["privacy"],
        }
    )
    contact, citizen = told.contact, told.citizen

    assert (contact.day, contact.way, contact.words) == (date(2026, 11, 2), "phone", WORDS)
    assert (contact.wish, contact.other_help) == ("treatment", "Bolig.")
    assert contact.told == {"privacy"}
    assert contact.is_acute
    assert contact.acute_note == "Ringet til lægen."
    assert (citizen.email, citizen.case_number) == ("prøve@example.invalid", "Ø-1")
    assert citizen.has_protected_address
    assert citizen.may_contact == {"call", "sms"}
    assert (citizen.needs_interpreter, citizen.language) == (True, "Polsk")
    assert citizen.reads_large_print


def test_an_anonymous_contact_says_so() -> None:
    assert course(contact={"contact.anonymous": ["true"]}).contact.is_anonymous
    assert not course(contact=CONTACT).contact.is_anonymous


def test_a_request_tells_who_has_the_duty_for_now_and_who_is_with_the_citizen() -> None:
    request = course(
        request={
            **REQUEST,
            "request.medical": ["true"],
            "request.regional": ["integrated"],
            "request.regional_end": "1.12.2026",
            "request.municipality_doubt": ["true"],
            "request.representation": ["companion"],
            "request.companion_name": "Bi Øvesidder",
            "request.told": ["guarantee"],
        }
    ).request

    assert request.wishes_medical
    assert request.is_elsewhere
    assert request.elsewhere_end == date(2026, 12, 1)
    assert request.is_municipality_in_doubt
    assert (request.companion, request.representative) == ("Bi Øvesidder", None)
    assert request.told == {"guarantee"}


def test_a_medical_interview_tells_who_goes_along() -> None:
    interview = course(
        medical_interview={
            "medical.offered": "3.11.2026",
            "medical.result": ["booked"],
            "medical.date": "5.11.2026",
            "medical.support": ["true"],
        }
    ).medical_interview

    assert (interview.offered, interview.day) == (date(2026, 11, 3), date(2026, 11, 5))
    assert interview.needs_company
    assert not interview.is_settled


def test_an_assessment_tells_the_risks_as_codes() -> None:
    assessment = course(
        assessment={
            "substance.name@0": ["heroin"],
            "substance.way@0": ["injects"],
            "substance.days@0": "20",
            "substance.age@0": "17",
            "drugs.alcohol": ["too-much"],
            "drugs.alcohol_offer": ["not-yet"],
            "drugs.injecting": ["recent"],
            "drugs.sharing": ["earlier"],
            "drugs.overdose": ["earlier"],
            "drugs.opioids": ["true"],
            "drugs.naloxone": ["offered"],
            "drugs.hepatitis": ["declined"],
            "drugs.treatment_before": ["earlier"],
            "assessment.other_help": "Gældsrådgivning.",
            "assessment.conclusion": "Der er brug for behandling.",
            "assessment.unfinished": ["true"],
            "assessment.unfinished_reason": "Vi venter på svar.",
        }
    ).assessment
    drugs = assessment.drugs
    (substance,) = drugs.substances

    assert (substance.code, substance.way) == ("heroin", "injects")
    assert (substance.days, substance.age) == (20, 17)
    assert (drugs.alcohol, drugs.alcohol_offer) == ("too-much", "not-yet")
    assert (drugs.injecting, drugs.sharing, drugs.overdose) == ("recent", "earlier", "earlier")
    assert (drugs.takes_opioids, drugs.naloxone) == (True, "offered")
    assert (drugs.hepatitis, drugs.treatment_before) == ("declined", "earlier")
    assert assessment.other_help == "Gældsrådgivning."
    assert assessment.conclusion == "Der er brug for behandling."
    assert assessment.is_unfinished
    assert assessment.unfinished_reason == "Vi venter på svar."


def test_an_assessment_tells_how_the_citizen_lives() -> None:
    life = course(
        assessment={
            "social.partner": ["partner-with"],
            "social.network_uses": ["true"],
            "social.violence": ["earlier"],
            "health.suicide": ["no"],
            "health.further": ["true"],
            "work.income": ["wage"],
            "work.debt": ["none"],
            "housing.situation": ["shelter"],
            "other.crime": ["supervision"],
            "children.home": ["yes"],
            "pregnancy": ["yes"],
            "pregnancy.referral": ["referred"],
            "children.told": ["false"],
        }
    ).assessment.life

    assert (life.partner, life.network_uses) == ("partner-with", True)
    assert (life.violence, life.suicide, life.needs_examination) == ("earlier", "no", True)
    assert (life.income, life.debt, life.housing) == ("wage", "none", "shelter")
    assert life.crime == {"supervision"}
    assert (life.pregnancy, life.pregnancy_referral) == ("yes", "referred")
    assert life.is_told_of_duty is False
    assert course(assessment={"pregnancy.prevention": ["offered"]}).assessment.life.contraception


def test_a_feedback_tells_what_speaks_against_the_wish() -> None:
    told = course(
        feedback={
            "feedback.date": "4.11.2026",
            "feedback.way": ["in-person"],
            "feedback.recognises": ["mostly"],
            "feedback.words": "Det passer.",
            "feedback.wishes": WORDS,
            "feedback.wished_kind": ["day"],
            "feedback.wished_provider": "Åløkke",
            "feedback.against": ["true"],
            "feedback.told": ["decision"],
            "feedback.written": "5.11.2026",
        }
    )
    feedback = told.feedback

    assert (feedback.day, feedback.written) == (date(2026, 11, 4), date(2026, 11, 5))
    assert (feedback.way, feedback.recognises) == ("in-person", "mostly")
    assert (feedback.words, feedback.wishes) == ("Det passer.", WORDS)
    assert feedback.wished_kind
    assert feedback.wished_kind.code == "day"
    assert feedback.wished_provider == "Åløkke"
    assert feedback.told == {"decision"}
    assert told.has_adverse_facts


def test_a_hearing_tells_until_when_one_waits_for_a_reply() -> None:
    sent: Facts = {
        "hearing.fact.what@0": "En prøve var positiv.",
        "hearing.date": "4.11.2026",
        "hearing.due": "11.11.2026",
    }
    more: Facts = {
        **sent,
        "hearing.answered": ["waiting"],
        "hearing.more_time": ["true"],
        "hearing.new_due": "18.11.2026",
    }
    replied: Facts = {
        **sent,
        "hearing.answered": ["replied"],
        "hearing.reply_date": "10.11.2026",
        "hearing.again": ["true"],
    }

    assert course(hearing=sent).hearing.due == date(2026, 11, 11)
    assert course(hearing=more).hearing.due == date(2026, 11, 18)
    hearing = course(hearing=replied).hearing
    assert (hearing.answered, hearing.replied) == ("replied", date(2026, 11, 10))
    assert hearing.is_needed_again


def test_a_recommendation_tells_the_proposal_and_the_answer() -> None:
    recommendation = course(
        recommendation={
            "recommendation.date": "6.11.2026",
            "recommendation.occasion": ["new"],
            "recommendation.requested": "2.11.2026",
            "recommendation.consent": ["yes"],
            "recommendation.words": WORDS,
            "recommendation.measure": ["outpatient"],
            "recommendation.provider": "Åløkke",
            "recommendation.proposal": "Samtaler.",
            "recommendation.reasons": "Det er nok.",
            "recommendation.against": ["true"],
            "recommendation.against_known": ["false"],
            "recommendation.agrees": ["partly"],
            "recommendation.view": "Hellere døgn.",
            "recommendation.copy": "6.11.2026",
            "recommendation.sent": "7.11.2026",
            "recommendation.answer": ["followed"],
            "recommendation.answer_date": "9.11.2026",
        }
    ).recommendation

    assert (recommendation.day, recommendation.requested) == (date(2026, 11, 6), date(2026, 11, 2))
    assert (recommendation.occasion, recommendation.consent) == ("new", "yes")
    assert recommendation.measure
    assert recommendation.measure.code == "outpatient"
    assert (recommendation.words, recommendation.provider) == (WORDS, "Åløkke")
    assert (recommendation.proposal, recommendation.reasons) == ("Samtaler.", "Det er nok.")
    assert (recommendation.is_against, recommendation.is_against_known) == (True, False)
    assert (recommendation.agrees, recommendation.view) == ("partly", "Hellere døgn.")
    assert (recommendation.copied, recommendation.sent) == (date(2026, 11, 6), date(2026, 11, 7))
    assert (recommendation.answer, recommendation.answered) == ("followed", date(2026, 11, 9))


def test_a_free_choice_tells_the_place_and_the_answer() -> None:
    chosen = course(
        free_choice={
            "free_choice.date": "10.11.2026",
            "free_choice.place": "Åløkke",
            "free_choice.part": ["social"],
            "free_choice.room": ["later"],
            "free_choice.earliest": "1.12.2026",
            "free_choice.limited": ["true"],
            "free_choice.answer": ["no"],
            "free_choice.answer_date": "12.11.2026",
            "free_choice.guidance": ["true"],
        }
    ).free_choice

    assert (chosen.day, chosen.answered) == (date(2026, 11, 10), date(2026, 11, 12))
    assert (chosen.place, chosen.part, chosen.room) == ("Åløkke", "social", "later")
    assert chosen.earliest == date(2026, 12, 1)
    assert (chosen.is_limited, chosen.answer, chosen.is_granted) == (True, "no", False)
    assert chosen.has_guidance


def test_a_late_start_tells_why() -> None:
    start = course(
        start={
            "start.date": "1.12.2026",
            "start.provider": "Åløkke",
            "start.delay": ["no-place"],
            "start.delay_reason": "Der var fuldt.",
        }
    ).start

    assert (start.delay, start.delay_reason) == ("no-place", "Der var fuldt.")


def test_a_plan_tells_what_the_family_was_told() -> None:
    plan = course(
        treatment_plan={
            "plan.occasion": ["adjusted"],
            "plan.family": ["home", "expecting"],
            "plan.family_told": ["true"],
            "contract.tests": ["agreed"],
            "plan.agreed": ["oral"],
        }
    ).plan

    assert plan.occasion == "adjusted"
    assert plan.family == {"home", "expecting"}
    assert plan.is_told_of_duty
    assert (plan.tests, plan.agreed) == ("agreed", "oral")


def test_a_discharge_tells_how_life_is_and_what_was_said() -> None:
    discharge = course(
        discharge={
            "discharge.date": "1.11.2026",
            "discharge.reason": ["completed"],
            "discharge.status": "Det går godt.",
            "discharge.drugs": ["stopped"],
            "discharge.citizen_view": "Jeg er glad.",
            "discharge.wishes": "Et arbejde.",
            "discharge.self_help": ["true"],
            "discharge.partner": ["alone"],
            "discharge.housing": ["own"],
            "discharge.income": ["wage"],
            "discharge.tolerance": ["true"],
            "discharge.written": "2.11.2026",
            "discharge.follow_up_told": ["true"],
            "discharge.follow_up_declined": ["true"],
        }
    ).discharge

    assert (discharge.day, discharge.written) == (date(2026, 11, 1), date(2026, 11, 2))
    assert (discharge.status, discharge.citizen_view) == ("Det går godt.", "Jeg er glad.")
    assert discharge.wishes == "Et arbejde."
    assert (discharge.drugs, discharge.self_help, discharge.partner) == ("stopped", True, "alone")
    assert (discharge.housing, discharge.income) == ("own", "wage")
    assert discharge.is_told_of_tolerance
    assert discharge.is_told_of_follow_up
    assert (discharge.has_declined_follow_up, discharge.is_followed_up) == (True, False)


def test_only_a_discharge_against_the_plan_is_unplanned() -> None:
    away = course(
        discharge={"discharge.reason": ["dropped-out"], "discharge.outreach": "Ringet to gange."}
    ).discharge

    assert away.is_unplanned
    assert away.outreach == "Ringet to gange."
    assert not course(discharge={"discharge.reason": ["completed"]}).discharge.is_unplanned


def test_a_form_is_signed_in_the_course_once_the_entry_that_stands_is() -> None:
    told = course(contact=CONTACT)

    assert told.is_signed(Form.CONTACT)
    assert not told.is_signed(Form.REQUEST)
