"""Of all the answers to a question, just these call for a reminder, and just these show it done."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

import resources
from app.facts import Fact
from app.supplies import supplies
from models.course import Form
from models.reminders.called import CalledState, called_for
from models.reminders.reminder import read_reminders
from tests.models.reminder_cases import (
    ALONG,
    ASKED,
    ASSESSED,
    CONSENT,
    CONTACT,
    DECIDED,
    ENDED,
    EXAM,
    EXPECTING,
    HEARD,
    ILL,
    LAPSE,
    MISSED,
    PARENT,
    PLANNED,
    REACHED,
    TALK,
    TODAY,
    WORRY,
    YES,
    Forms,
    changed,
    course_from,
)

REMINDERS = read_reminders(resources.text("guidelines/reminders.toml"))
LAW = supplies().law
OPIOID_LAPSE: Mapping[str, Fact] = {**LAPSE, "lapse.opioids": ["yes"]}


class Question(NamedTuple):
    """A question of a form, the rest of the course, and the codes after which something is so."""

    id: str
    rest: Forms
    form: str
    link_id: str
    codes: set[str]


CALLING = (
    Question(
        "region_asked", {"request": ASKED}, "request", "request.regional", {"neither", "unknown"}
    ),
    Question("coordination_considered", {}, "assessment", "health.level", {"3", "4"}),
    Question(
        "consent_to_fetch",
        {"request": ASKED},
        "assessment",
        "assessment.sources",
        {"provider", "doctor", "psychiatry", "municipality", "probation", "network"},
    ),
    Question(
        "discharge_loads",
        {"discharge?": ENDED},
        "discharge?",
        "discharge.housing",
        {"none", "shelter"},
    ),
    Question("discharge_loads", {"discharge?": ENDED}, "discharge?", "discharge.income", {"none"}),
    Question(
        "discharge_loads",
        {"discharge?": ENDED},
        "discharge?",
        "discharge.partner",
        {"partner-with"},
    ),
    Question("counselling_talk", {}, "contact", "contact.wish", {"counselling", "unsure"}),
    Question("reading_aloud", {}, "contact", "citizen.reading", {"aloud"}),
    Question("reading_asked", {}, "contact", "citizen.reading", {"unknown"}),
    Question(
        "digital_post_exempt",
        {"decision?": DECIDED},
        "contact",
        "citizen.digital_post",
        {"exempt"},
    ),
    Question(
        "digital_post_unread",
        {"decision?": DECIDED},
        "contact",
        "citizen.digital_post",
        {"does-not-read"},
    ),
    Question("region_handover", {}, "request", "request.regional", {"integrated", "hospital"}),
    Question(
        "guarantee_told", {"request": ASKED}, "request", "request.regional", {"neither", "unknown"}
    ),
    Question("mandate", {}, "request", "request.representation", {"representative"}),
    Question("request_written", {}, "counselling", "counselling.choice", {"treatment"}),
    Question(
        "counselling_needs",
        {},
        "counselling",
        "counselling.other_needs",
        {"housing", "money", "work", "family", "body", "mind", "violence", "legal", "lonely"},
    ),
    Question(
        "children_told",
        {},
        "counselling",
        "counselling.children",
        {"home", "sometimes", "expecting"},
    ),
    Question(
        "children_told",
        {},
        "network",
        "network.children",
        {"home", "sometimes", "elsewhere", "expecting"},
    ),
    Question(
        "children_help", {}, "network", "network.children", {"home", "sometimes", "elsewhere"}
    ),
    Question(
        "children_told",
        {},
        "after_care",
        "after_care.children",
        {"home", "sometimes", "expecting"},
    ),
    Question("children_told", {}, "assessment", "children.home", {"yes", "sometimes", "elsewhere"}),
    Question("family_ambulatory", {}, "assessment", "pregnancy", {"yes"}),
    Question("family_ambulatory", {}, "screening", "screening.pregnancy", {"yes"}),
    Question("family_ambulatory", {}, "lapse", "lapse.danger", {"pregnant"}),
    Question("family_ambulatory", {}, "after_care", "after_care.children", {"expecting"}),
    Question(
        "medical_interview_missed", {}, "medical_interview", "medical.result", {"not-reached"}
    ),
    Question(
        "examination_company",
        {"medical_interview": {"medical.support": YES}},
        "medical_interview",
        "medical.result",
        {"booked", "declined", "not-reached"},
    ),
    Question("suicide_safety", {}, "assessment", "health.suicide", {"now"}),
    Question("suicide_safety", {}, "screening", "screening.suicide", {"thoughts", "plans"}),
    Question("suicide_asked", {}, "assessment", "health.suicide", {"not-asked"}),
    Question("violence_safety", {}, "assessment", "social.violence", {"now"}),
    Question("violence_safety", {}, "screening", "screening.violence", {"now"}),
    Question("violence_asked", {}, "assessment", "social.violence", {"not-asked"}),
    Question(
        "examination_told",
        {"screening": EXAM},
        "screening",
        "screening.examination.state@0",
        {"done"},
    ),
    Question(
        "examination_missed",
        {"screening": EXAM},
        "screening",
        "screening.examination.state@0",
        {"missed", "refused"},
    ),
    Question(
        "examination_company",
        {"screening": {**EXAM, "screening.examination.support@0": YES}},
        "screening",
        "screening.examination.state@0",
        {"waiting"},
    ),
    Question("viso", {}, "screening", "screening.viso", {"planned"}),
    Question(
        "adapted_treatment",
        {"treatment_plan": PLANNED},
        "screening",
        "screening.signs",
        {"memory", "attention", "social"},
    ),
    Question(
        "contraception", {"assessment": ASSESSED}, "assessment", "pregnancy", {"no", "unknown"}
    ),
    Question(
        "naloxone",
        {},
        "assessment",
        "substance.name@0",
        {"heroin", "methadone", "buprenorphine", "opioids"},
    ),
    Question("naloxone", {}, "screening", "screening.opioids", {"yes", "unsure"}),
    Question("naloxone", {}, "lapse", "lapse.opioids", {"yes", "unsure"}),
    Question("naloxone_after_lapse", {}, "lapse", "lapse.opioids", {"yes", "unsure"}),
    Question("naloxone_delivered", {}, "assessment", "drugs.naloxone", {"offered"}),
    Question("naloxone_delivered", {}, "screening", "screening.naloxone", {"accepted"}),
    Question("naloxone_delivered", {}, "lapse", "lapse.naloxone", {"accepted"}),
    Question("infections", {}, "assessment", "drugs.injecting", {"earlier", "recent"}),
    Question("vaccination", {}, "screening", "screening.hepatitis", {"done", "accepted"}),
    Question("clean_equipment", {}, "assessment", "drugs.injecting", {"recent"}),
    Question("clean_equipment", {}, "assessment", "drugs.sharing", {"recent"}),
    Question("overdose_plan", {}, "assessment", "drugs.overdose", {"earlier", "recent"}),
    Question("overdose_plan", {}, "lapse", "lapse.danger", {"overdose"}),
    Question(
        "dangerous_withdrawal",
        {},
        "assessment",
        "substance.name@0",
        {"ghb", "benzodiazepines", "alcohol"},
    ),
    Question("dangerous_withdrawal", {}, "lapse", "lapse.danger", {"withdrawal"}),
    Question("alcohol", {}, "assessment", "substance.name@0", {"alcohol"}),
    Question("alcohol", {}, "assessment", "drugs.alcohol", {"too-much"}),
    Question("notification_told", {}, "notification", "notification.told", {"later"}),
    Question("children_in_lapse", {}, "lapse", "lapse.children", {"yes"}),
    Question(
        "pregnant_contract",
        {"assessment": EXPECTING},
        "request",
        "request.wished_kind",
        {"residential"},
    ),
    Question(
        "pregnant_contract",
        {"assessment": EXPECTING, "decision": {"decision.measure": ["residential"]}},
        "decision",
        "decision.result",
        {"full", "partial"},
    ),
    Question(
        "contact_person", {}, "assessment", "housing.situation", {"none", "shelter", "family"}
    ),
    Question("debt_advice", {}, "assessment", "work.debt", {"pressing", "threats"}),
    Question("debt_threats", {}, "assessment", "work.debt", {"threats"}),
    Question("no_income", {}, "assessment", "work.income", {"none"}),
    Question("probation", {}, "assessment", "other.crime", {"case", "supervision", "serving"}),
    Question(
        "network_involved", {"network": ALONG}, "network", "network.person.involve@0", {"yes"}
    ),
    Question("network_uses", {"network": ALONG}, "network", "network.person.uses@0", {"yes"}),
    Question("network_uses", {}, "assessment", "social.partner", {"partner-with"}),
    Question("coordinating_plan", {}, "coordinated_plan", "coordinated_plan.mental", {"yes"}),
    Question("coordinating_plan", {}, "screening", "screening.coordinated", {"yes"}),
    Question("next_plan_meeting", {}, "coordinated_plan", "coordinated_plan.state", {"exists"}),
    Question(
        "integration_considered",
        {},
        "coordinated_plan",
        "coordinated_plan.mental",
        {"yes", "suspected"},
    ),
    Question("integration_considered", {}, "screening", "screening.signs", {"psychosis"}),
    Question(
        "no_wrong_door",
        {"coordinated_plan": ILL},
        "decision",
        "decision.result",
        {"partial", "refusal"},
    ),
    Question(
        "psychiatry_agreement",
        {},
        "coordinated_plan",
        "coordinated_plan.discharge_agreement",
        {"no"},
    ),
    Question("psychiatry_agreement", {}, "discharge?", "discharge.reason", {"hospital"}),
    Question("plan_141_parts", {}, "coordinated_plan", "coordinated_plan.plan_141", {"exists"}),
    Question("plan_141_parts", {}, "assessment", "other.plans", {"plan-141"}),
    Question("refusal_other_help", {}, "decision", "decision.result", {"partial", "refusal"}),
    Question("refusal_talked_through", {}, "decision", "decision.result", {"partial", "refusal"}),
    Question("refusal_talked_through", {}, "decision?", "decision.result", set()),
    Question(
        "start_delayed",
        {},
        "start",
        "start.delay",
        {"free-choice", "citizen", "away", "no-place", "other"},
    ),
    Question(
        "free_choice_waiting",
        {"free_choice": {"free_choice.answer": ["yes"]}},
        "free_choice",
        "free_choice.room",
        {"later"},
    ),
    Question(
        "gift_card_receipt",
        {"gift_card": {"gift_card.given": "20.11.2026"}},
        "gift_card",
        "gift_card.receipt",
        {"not-yet"},
    ),
    Question("no_show_contact", {}, "attendance", "attendance.outcome", {"no-show"}),
    Question(
        "no_show_worry",
        {"attendance": {"attendance.worry": YES}},
        "attendance",
        "attendance.outcome",
        {"no-show"},
    ),
    Question("lapse_change", {}, "lapse", "lapse.kind", {"slip", "relapse"}),
    Question(
        "lapse_danger",
        {},
        "lapse",
        "lapse.danger",
        {"withdrawal", "overdose", "mixing", "suicide", "violence", "wound", "pregnant"},
    ),
    Question("new_decision", {}, "follow_up", "follow_up.change", {"new-decision"}),
    Question("new_decision", {}, "lapse", "lapse.change", {"new-decision"}),
    Question("plan_adjusted", {}, "follow_up", "follow_up.change", {"adjust"}),
    Question(
        "plan_adjusted",
        {},
        "lapse",
        "lapse.change",
        {"goals", "more", "method", "medical", "network"},
    ),
    Question("plan_adjusted", {}, "attendance", "attendance.next", {"adjust"}),
    Question(
        "no_progress",
        {"follow_up": {**TALK, "follow_up.goal.words@0": "Sove"}},
        "follow_up",
        "follow_up.goal.status@0",
        {"unchanged", "given-up"},
    ),
    Question("discharge_status", {}, "follow_up", "follow_up.change", {"end"}),
    Question(
        "discharge_view",
        {},
        "discharge?",
        "discharge.reason",
        {"completed", "other-offer", "hospital", "other", "expelled", "moved", "prison"},
    ),
    Question(
        "discharge_items",
        {},
        "discharge?",
        "discharge.reason",
        {
            "completed",
            "other-offer",
            "hospital",
            "other",
            "dropped-out",
            "expelled",
            "moved",
            "prison",
        },
    ),
    Question(
        "follow_up_told",
        {},
        "discharge",
        "discharge.reason",
        {"completed", "other-offer", "hospital", "other"},
    ),
    Question("discharge_outreach", {}, "discharge", "discharge.reason", {"dropped-out"}),
    Question("asked_again", {}, "after_care", "after_care.need", {"treatment"}),
    Question("follow_up_treatment", {}, "after_care", "after_care.need", {"after-treatment"}),
    Question("follow_up_treatment", {}, "after_care", "after_care.drugs", {"worse"}),
    Question("after_care_other_help", {}, "after_care", "after_care.need", {"other-help"}),
    Question("after_care_attempts", {}, "after_care", "after_care.reached", {"not-reached"}),
    Question("after_care_safety", {}, "after_care", "after_care.reached", {"reached"}),
)

SHOWING = (
    Question("region_asked", {"request": ASKED}, "request", "request.regional", {"neither"}),
    Question(
        "contact_person",
        {"assessment": {"housing.situation": ["none"]}},
        "decision",
        "decision.other_help",
        {"contact-person"},
    ),
    Question(
        "coordination_considered",
        {"assessment": {"health.level": ["4"]}},
        "coordinated_plan",
        "coordinated_plan.state",
        {"exists", "contacted", "needed", "declined", "not-needed"},
    ),
    Question(
        "coordination_considered",
        {"assessment": {"health.level": ["4"]}},
        "screening",
        "screening.coordinated",
        {"no", "yes", "exists"},
    ),
    Question(
        "assessment_tool",
        {"assessment": ASSESSED},
        "assessment",
        "assessment.tool",
        {"ungmap", "voksenmap", "europasi", "mate", "conversation"},
    ),
    Question(
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["doctor"]},
            "consent": {**CONSENT, "consent.direction": ["fetch"]},
        },
        "consent",
        "consent.party_kind",
        {"doctor", "hospital"},
    ),
    Question(
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["psychiatry"]},
            "consent": {**CONSENT, "consent.direction": ["fetch"]},
        },
        "consent",
        "consent.party_kind",
        {"psychiatry", "hospital"},
    ),
    Question(
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["provider"]},
            "consent": {**CONSENT, "consent.direction": ["fetch"]},
        },
        "consent",
        "consent.party_kind",
        {"provider"},
    ),
    Question(
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["municipality"]},
            "consent": {**CONSENT, "consent.direction": ["fetch"]},
        },
        "consent",
        "consent.party_kind",
        {"same-municipality", "other-municipality", "jobcenter", "housing"},
    ),
    Question(
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["probation"]},
            "consent": {**CONSENT, "consent.direction": ["fetch"]},
        },
        "consent",
        "consent.party_kind",
        {"probation"},
    ),
    Question(
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["network"]},
            "consent": {**CONSENT, "consent.direction": ["fetch"]},
        },
        "consent",
        "consent.party_kind",
        {"network"},
    ),
    Question(
        "consent_to_fetch",
        {
            "request": ASKED,
            "assessment": {"assessment.sources": ["doctor"]},
            "consent": {**CONSENT, "consent.party_kind": ["doctor"]},
        },
        "consent",
        "consent.direction",
        {"fetch", "both"},
    ),
    Question("companion_told", {"contact": CONTACT}, "contact", "contact.told", {"companion"}),
    Question("companion_told", {"request": ASKED}, "request", "request.told", {"representation"}),
    Question("privacy_told", {"request": ASKED}, "request", "request.told", {"privacy"}),
    Question("guarantee_told", {"request": ASKED}, "feedback", "feedback.told", {"guarantee"}),
    Question("free_choice_told", {"request": ASKED}, "feedback", "feedback.told", {"free-choice"}),
    Question(
        "digital_post_exempt",
        {"contact": {"citizen.digital_post": ["exempt"]}},
        "decision",
        "decision.delivery",
        {"letter", "handed-over"},
    ),
    Question(
        "medical_wish",
        {"request": {"request.medical": YES}},
        "medical_interview",
        "medical.result",
        {"booked", "held"},
    ),
    Question(
        "medical_interview_offered",
        {"request": ASKED},
        "medical_interview",
        "medical.result",
        {"booked", "held", "declined", "not-reached"},
    ),
    Question(
        "suicide_safety",
        {
            "screening": {
                "screening.suicide": ["plans"],
                "screening.examination.referred@0": "4.11.2026",
            }
        },
        "screening",
        "screening.examination.kind@0",
        {"psychiatry", "doctor"},
    ),
    Question(
        "violence_safety",
        {
            "screening": {
                "screening.violence": ["now"],
                "screening.examination.referred@0": "4.11.2026",
            }
        },
        "screening",
        "screening.examination.kind@0",
        {"violence"},
    ),
    Question(
        "viso",
        {"coordinated_plan": {"coordinated_plan.complex": YES}},
        "screening",
        "screening.viso",
        {"asked", "not-needed"},
    ),
    Question(
        "contraception",
        {"assessment": ASSESSED},
        "assessment",
        "pregnancy.prevention",
        {"offered", "declined", "not-relevant"},
    ),
    Question(
        "contraception",
        {"assessment": ASSESSED},
        "screening",
        "screening.contraception",
        {"has", "accepted", "declined", "not-relevant"},
    ),
    Question(
        "naloxone",
        {"lapse": OPIOID_LAPSE},
        "assessment",
        "drugs.naloxone",
        {"has", "offered", "declined"},
    ),
    Question(
        "naloxone",
        {"lapse": OPIOID_LAPSE},
        "screening",
        "screening.naloxone",
        {"has", "given", "accepted", "declined"},
    ),
    Question(
        "naloxone_delivered",
        {"assessment": {"drugs.naloxone": ["offered"]}},
        "screening",
        "screening.naloxone",
        {"has", "given"},
    ),
    Question(
        "naloxone_after_lapse",
        {"lapse": OPIOID_LAPSE},
        "lapse",
        "lapse.naloxone",
        {"has", "given", "accepted", "declined"},
    ),
    Question(
        "infections",
        {"assessment": {"drugs.injecting": ["recent"]}},
        "assessment",
        "drugs.hepatitis",
        {"done", "offered", "declined"},
    ),
    Question(
        "infections",
        {"assessment": {"drugs.injecting": ["recent"]}},
        "screening",
        "screening.hepatitis",
        {"done", "accepted", "declined"},
    ),
    Question(
        "vaccination",
        {"screening": {"screening.hepatitis": ["done"]}},
        "screening",
        "screening.vaccination",
        {"done", "accepted", "declined"},
    ),
    Question(
        "clean_equipment",
        {"assessment": {"drugs.injecting": ["recent"]}},
        "lapse",
        "lapse.advice",
        {"equipment"},
    ),
    Question(
        "dangerous_withdrawal",
        {"assessment": {"substance.name@0": ["ghb"]}},
        "medical_interview",
        "medical.result",
        {"booked", "held"},
    ),
    Question(
        "alcohol",
        {"assessment": {"drugs.alcohol": ["too-much"]}},
        "assessment",
        "drugs.alcohol_offer",
        {"has", "offered", "declined"},
    ),
    Question(
        "alcohol",
        {
            "assessment": {"drugs.alcohol": ["too-much"]},
            "screening": {"screening.examination.answer@0": ["later"]},
        },
        "screening",
        "screening.examination.kind@0",
        {"alcohol"},
    ),
    Question(
        "children_asked",
        {"assessment": ASSESSED},
        "assessment",
        "children.home",
        {"no", "yes", "sometimes", "elsewhere"},
    ),
    Question(
        "pregnancy_asked",
        {"assessment": ASSESSED},
        "assessment",
        "pregnancy",
        {"no", "yes", "not-relevant"},
    ),
    Question(
        "children_told",
        {"assessment": PARENT},
        "notification",
        "notification.told",
        {"together", "told"},
    ),
    Question(
        "children_help",
        {"assessment": PARENT},
        "network",
        "network.children_help",
        {"own", "family", "parent", "department", "declined", "has"},
    ),
    Question(
        "family_ambulatory",
        {"assessment": EXPECTING},
        "assessment",
        "pregnancy.referral",
        {"referred", "already", "declined"},
    ),
    Question(
        "family_ambulatory",
        {"assessment": EXPECTING},
        "screening",
        "screening.pregnancy_referral",
        {"referred", "already", "declined"},
    ),
    Question(
        "family_ambulatory",
        {"assessment": EXPECTING},
        "network",
        "network.children_help",
        {"pregnancy"},
    ),
    Question(
        "contact_person",
        {"assessment": {"housing.situation": ["none"]}, "attendance": MISSED},
        "attendance",
        "attendance.outreach",
        {"contact-person"},
    ),
    Question(
        "debt_threats",
        {"assessment": {"work.debt": ["threats"]}},
        "assessment",
        "social.violence",
        {"no", "earlier", "now"},
    ),
    Question(
        "network_consent",
        {"network": ALONG, "consent": CONSENT},
        "consent",
        "consent.party_kind",
        {"network"},
    ),
    Question(
        "network_consent",
        {"network": ALONG, "consent": {**CONSENT, "consent.party_kind": ["network"]}},
        "consent",
        "consent.answer",
        {"given"},
    ),
    Question(
        "coordinating_plan",
        {"coordinated_plan": ILL},
        "coordinated_plan",
        "coordinated_plan.state",
        {"exists", "contacted", "declined", "not-needed"},
    ),
    Question(
        "coordinating_plan",
        {"coordinated_plan": ILL},
        "screening",
        "screening.coordinated",
        {"exists"},
    ),
    Question(
        "integration_considered",
        {
            "coordinated_plan": ILL,
            "screening": {"screening.examination.answer@0": ["later"]},
        },
        "screening",
        "screening.examination.kind@0",
        {"psychiatry", "doctor"},
    ),
    Question(
        "psychiatry_agreement",
        {"discharge?": {"discharge.reason": ["hospital"]}},
        "coordinated_plan",
        "coordinated_plan.discharge_agreement",
        {"yes", "not-relevant"},
    ),
    Question(
        "psychiatry_agreement",
        {"discharge?": {"discharge.reason": ["hospital"]}},
        "assessment",
        "other.plans",
        {"discharge-agreement"},
    ),
    Question(
        "plan_141_offered",
        {"request": ASKED},
        "coordinated_plan",
        "coordinated_plan.plan_141",
        {"exists", "wished", "offered", "declined", "asked", "not-relevant"},
    ),
    Question("plan_141_offered", {"request": ASKED}, "assessment", "other.plans", {"plan-141"}),
    Question(
        "decider_told",
        {"request": ASKED, "assessment": ASSESSED},
        "feedback",
        "feedback.told",
        {"decision"},
    ),
    Question(
        "hearing_reply_awaited",
        {"request": ASKED, "hearing": HEARD},
        "hearing",
        "hearing.answered",
        {"replied", "declined", "no-reply"},
    ),
    Question(
        "refusal_talked_through",
        {
            "decision": DECIDED,
            "conversation_note": {"conversation_note.date": "10.11.2026"},
        },
        "conversation_note",
        "conversation_note.about",
        {"case"},
    ),
    Question(
        "gift_card_decided",
        {"gift_card": {}},
        "gift_card",
        "gift_card.decided",
        {"yes"},
    ),
    Question(
        "no_show_again",
        {"attendance": {**MISSED, "attendance.in_a_row": "2"}},
        "attendance",
        "attendance.next",
        {"elsewhere", "adjust", "new-decision"},
    ),
    Question(
        "no_show_again",
        {"attendance": {**MISSED, "attendance.in_a_row": "2"}},
        "attendance",
        "attendance.outreach",
        {"street", "contact-person", "housing", "supporter"},
    ),
    Question(
        "no_progress",
        {
            "follow_up": {
                **TALK,
                "follow_up.goal.words@0": "Sove",
                "follow_up.goal.status@0": ["unchanged"],
            }
        },
        "follow_up",
        "follow_up.change",
        {"adjust", "new-decision", "end"},
    ),
    Question(
        "discharge_items",
        {
            "discharge?": {
                **ENDED,
                "discharge.self_help": YES,
                "discharge.partner": ["alone"],
                "discharge.housing": ["own"],
                "discharge.income": ["wage"],
            }
        },
        "discharge?",
        "discharge.drugs",
        {"stopped", "reduced", "unchanged", "worse", "unknown"},
    ),
    Question(
        "after_care_other_help",
        {"after_care": {**REACHED, "after_care.need": ["other-help"]}},
        "after_care",
        "after_care.offer_answer",
        {"yes", "no", "thinking"},
    ),
    Question(
        "notification_considered",
        {"assessment": PARENT, "notification": WORRY},
        "notification",
        "notification.told",
        set(),
    ),
)


def options(question: Question) -> list[str]:
    form = supplies().newest(Form(question.form.rstrip("?")))
    item = form.by_link_id[question.link_id.partition("@")[0]]
    return [option.coding.code for option in item.options]


def state_after(question: Question, code: str) -> CalledState | None:
    """Return how the reminder stands after the answer *code*; None when it is not called for."""
    course = course_from(changed(question.rest, {question.form: {question.link_id: [code]}}))
    called = called_for(course, REMINDERS, LAW, TODAY)
    return next((one.state for one in called if one.reminder.id == question.id), None)


def label(question: Question) -> str:
    return f"{question.id} {question.form} {question.link_id}"


def parameters(questions: tuple[Question, ...]) -> list[object]:
    return [
        pytest.param(question, id=f"{label(question)} {number}")
        for number, question in enumerate(questions, 1)
    ]


@pytest.mark.parametrize("question", parameters(CALLING))
def test_just_these_answers_call(question: Question) -> None:
    codes = options(question)

    calling = {code for code in codes if state_after(question, code) is not None}

    assert question.codes <= set(codes)
    assert calling == question.codes


@pytest.mark.parametrize("question", parameters(SHOWING))
def test_just_these_answers_show_that_it_is_done(question: Question) -> None:
    codes = options(question)

    showing = {code for code in codes if state_after(question, code) is CalledState.DONE}

    assert question.codes <= set(codes)
    assert showing == question.codes
