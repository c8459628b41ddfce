"""What calls for each reminder, which answer takes it away, and which entry shows it done."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from app.facts import Fact
from models.case import Case, Entry
from models.course import Course, Form, course_of
from tests.builders import entry

Forms: TypeAlias = Mapping[str, Mapping[str, Fact]]
"""Facts by form; the second entry of a form is called ``"lapse#2"``, a draft ``"decision?"``.

In a change an empty fact takes the answer away, and no facts at all the entry.
"""


class ReminderCase(NamedTuple):
    """What calls, and the changes to it after which it is quiet, and done."""

    id: str
    calls: Forms
    quiet: Forms
    shows: Forms | None = None


TODAY = date(2026, 12, 1)
YES, NO = ["true"], ["false"]
CONTACT: dict[str, Fact] = {"contact.date": "1.11.2026"}
ASKED: dict[str, Fact] = {"request.received": "2.11.2026"}
ASSESSED: dict[str, Fact] = {"assessment.date": "3.11.2026"}
DECIDED: dict[str, Fact] = {"decision.date": "9.11.2026", "decision.result": ["refusal"]}
STARTED: dict[str, Fact] = {"start.date": "12.11.2026"}
PLANNED: dict[str, Fact] = {"plan.date": "13.11.2026"}
ENDED: dict[str, Fact] = {"discharge.date": "27.11.2026", "discharge.reason": ["completed"]}
ONWARD: dict[str, Fact] = {"discharge.plan": "Ida ringer på mandag."}
STAY: dict[str, Fact] = {"decision.result": ["full"], "decision.measure": ["residential"]}
ILL: dict[str, Fact] = {"coordinated_plan.mental": ["yes"]}
EXPECTING: dict[str, Fact] = {**ASSESSED, "pregnancy": ["yes"]}
PARENT: dict[str, Fact] = {**ASSESSED, "children.home": ["yes"]}
REPRESENTED: dict[str, Fact] = {**ASKED, "request.representation": ["representative"]}
CONSENT: dict[str, Fact] = {
    "consent.party": "Egen læge",
    "consent.answer": ["given"],
    "consent.date": "3.11.2026",
    "consent.told": ["refusal", "withdrawal"],
}
FETCH: dict[str, Fact] = {"consent.direction": ["fetch"]}
WORRY: dict[str, Fact] = {"notification.date": "4.11.2026"}
AGAINST: dict[str, Fact] = {
    "conversation_note.date": "5.11.2026",
    "conversation_note.new_facts": "Noget nyt.",
    "conversation_note.adverse": YES,
}
HEARD: dict[str, Fact] = {"hearing.date": "6.11.2026"}
MISSED: dict[str, Fact] = {"attendance.date": "20.11.2026", "attendance.outcome": ["no-show"]}
CAME: dict[str, Fact] = {"attendance.date": "24.11.2026", "attendance.outcome": ["came"]}
TALK: dict[str, Fact] = {"follow_up.date": "20.11.2026"}
LAPSE: dict[str, Fact] = {"lapse.date": "21.11.2026", "lapse.kind": ["slip"]}
EXAM: dict[str, Fact] = {"screening.examination.answer@0": ["accepted"]}
CARD: dict[str, Fact] = {"gift_card.step": ["both"], "gift_card.given": "20.11.2026"}
APPEAL: dict[str, Fact] = {"appeal.received": "16.11.2026", "appeal.kind": ["decision"]}
REACHED: dict[str, Fact] = {"after_care.reached": ["reached"], "after_care.date": "28.11.2026"}
ALONG: dict[str, Fact] = {"network.person.name@0": "Øve", "network.person.involve@0": ["yes"]}

CONTACT_CASES = (
    ReminderCase(
        "acute_need",
        {"contact": {**CONTACT, "contact.acute": YES}},
        {"contact": {"contact.acute": NO}},
        {"contact": {"contact.acute_note": "Vagtlægen er kontaktet."}},
    ),
    ReminderCase(
        "acute_need",
        {"counselling": {"counselling.date": "2.11.2026", "counselling.acute": YES}},
        {"counselling": {"counselling.acute": ""}},
        {"counselling": {"counselling.agreement": "Vi ringede sammen."}},
    ),
    ReminderCase(
        "acute_need",
        {"conversation_note": {"conversation_note.acute": YES}},
        {"conversation_note": {"conversation_note.acute": NO}},
        {"conversation_note": {"conversation_note.acute_action": "Vi tog på skadestuen."}},
    ),
    ReminderCase(
        "counselling_talk",
        {"contact": {"contact.wish": ["unsure"]}},
        {"request": ASKED},
        {"counselling": {"counselling.date": "3.11.2026"}},
    ),
    ReminderCase(
        "counselling_talk",
        {"contact": {"contact.wish": ["counselling"]}},
        {"contact": {"contact.wish": ["treatment"]}},
    ),
    ReminderCase(
        "counselling_next",
        {"counselling": {"counselling.date": "3.11.2026", "counselling.next": "10.11.2026"}},
        {"counselling": {"counselling.next": ""}},
        {"conversation_note": {"conversation_note.date": "11.11.2026"}},
    ),
    ReminderCase(
        "counselling_next",
        {"counselling": {"counselling.date": "3.11.2026", "counselling.next": "10.11.2026"}},
        {"counselling#2": {"counselling.date": "10.11.2026"}},
        {"attendance": {"attendance.date": "10.11.2026", "attendance.outcome": ["no-show"]}},
    ),
    ReminderCase(
        "counselling_needs",
        {"counselling": {"counselling.other_needs": ["housing"]}},
        {"counselling": {"counselling.other_needs": ["none"]}},
        {"counselling": {"counselling.agreement": "Vi går derhen sammen."}},
    ),
    ReminderCase(
        "request_written",
        {"counselling": {"counselling.choice": ["treatment"]}},
        {"counselling": {"counselling.choice": ["thinking"]}},
        {"request": ASKED},
    ),
    ReminderCase(
        "companion_told",
        {"contact": CONTACT},
        {"contact": {}},
        {"contact": {"contact.told": ["companion"]}},
    ),
    ReminderCase(
        "companion_told",
        {"request": ASKED},
        {"request": {}},
        {"request": {"request.told": ["representation"]}},
    ),
    ReminderCase("companion_told", {"request": ASKED}, {"request": {}}, {"request": REPRESENTED}),
    ReminderCase(
        "companion_told",
        {"request": {**ASKED, "request.representation": ["companion"]}},
        {"request": {}},
        {"request": {"request.companion_name": "Øve"}},
    ),
    ReminderCase(
        "privacy_told",
        {"contact": CONTACT},
        {"contact": {}},
        {"counselling": {"counselling.told": ["privacy"]}},
    ),
    ReminderCase(
        "confidentiality_told",
        {"contact": CONTACT},
        {"contact": {}},
        {"contact": {"contact.told": ["confidentiality"]}},
    ),
    ReminderCase(
        "interpreter",
        {"contact": {"citizen.interpreter": YES}},
        {"contact": {"citizen.interpreter": NO}},
    ),
    ReminderCase(
        "reading_aloud",
        {"contact": {"citizen.reading": ["aloud"]}},
        {"contact": {"citizen.reading": ["large"]}},
    ),
    ReminderCase(
        "reading_asked",
        {"contact": {"citizen.reading": ["unknown"]}},
        {"contact": {"citizen.reading": ["plain"]}},
    ),
    ReminderCase(
        "digital_post_exempt",
        {
            "contact": {"citizen.digital_post": ["exempt"]},
            "decision?": {"decision.date": "9.11.2026"},
        },
        {"contact": {"citizen.digital_post": ["reads"]}},
        {"decision?": {"decision.delivery": ["letter"]}},
    ),
    ReminderCase(
        "digital_post_unread",
        {
            "contact": {"citizen.digital_post": ["does-not-read"]},
            "decision": {"decision.delivery": ["digital-post"]},
        },
        {"contact": {"citizen.digital_post": ["exempt"]}},
        {"decision": {"decision.delivery": ["handed-over"]}},
    ),
    ReminderCase(
        "protected_address",
        {"contact": {"citizen.protected_address": YES}},
        {"contact": {"citizen.protected_address": NO}},
    ),
    ReminderCase(
        "mandate",
        {"request": REPRESENTED},
        {"request": {"request.representation": ["companion"]}},
        {"request": {"request.representative_mandate": YES}},
    ),
    ReminderCase(
        "guardian_covers",
        {"request": {**ASKED, "request.representation": ["guardian"]}},
        {"request": {"request.representation": ["none"]}},
        {"request": {"request.guardian_covers": NO}},
    ),
    ReminderCase(
        "under_age",
        {"contact": {"citizen.cpr": "031108-4000"}, "request": ASKED},
        {"contact": {"citizen.cpr": "021108-4000"}},
    ),
    ReminderCase(
        "under_age",
        {"contact": {**CONTACT, "citizen.cpr": "021108-4000"}},
        {"contact": {"contact.date": ""}},
    ),
    ReminderCase(
        "anonymous_limits",
        {"contact": {"contact.anonymous": YES}, "request": ASKED},
        {"contact": {"contact.anonymous": NO}},
    ),
    ReminderCase(
        "anonymous_limits",
        {"contact": {"contact.anonymous": YES}, "request": ASKED},
        {"request": {}},
    ),
    ReminderCase(
        "guarantee_told",
        {"request": ASKED},
        {"start": STARTED},
        {"request": {"request.told": ["guarantee"]}},
    ),
    ReminderCase(
        "guarantee_told",
        {"request": ASKED},
        {"request": {"request.regional": ["hospital"]}},
        {"feedback": {"feedback.told": ["guarantee"]}},
    ),
    ReminderCase(
        "free_choice_told",
        {"request": ASKED},
        {"contact": {"contact.anonymous": YES}},
        {"request": {"request.told": ["free-choice"]}},
    ),
    ReminderCase(
        "free_choice_told",
        {"request": ASKED},
        {"request": {}},
        {"free_choice": {"free_choice.date": "9.11.2026"}},
    ),
    ReminderCase(
        "municipality_doubt",
        {"request": {**ASKED, "request.municipality_doubt": YES}, "start?": STARTED},
        {"request": {"request.municipality_doubt": NO}},
        {"start": STARTED},
    ),
    ReminderCase(
        "region_asked",
        {"request": {**ASKED, "request.regional": ["unknown"]}},
        {"request": {"request.regional": ["hospital"]}},
        {"request": {"request.regional": ["neither"]}},
    ),
    ReminderCase(
        "region_asked",
        {"request?": ASKED},
        {"decision": DECIDED},
        {"request?": {"request.regional": ["neither"]}},
    ),
    ReminderCase(
        "region_handover",
        {"request": {"request.regional": ["integrated"]}},
        {"request": {"request.regional": ["neither"]}},
        {"request": {"request.regional_end": "1.2.2027"}},
    ),
    ReminderCase(
        "medical_wish",
        {
            "request": {"request.medical": YES},
            "medical_interview": {"medical.result": ["declined"]},
        },
        {"request": {"request.medical": NO}},
        {"medical_interview": {"medical.result": ["booked"]}},
    ),
)

HEALTH_CASES = (
    ReminderCase(
        "medical_interview_offered",
        {"request": ASKED},
        {"start": STARTED},
        {"medical_interview": {"medical.offered": "2.11.2026"}},
    ),
    ReminderCase(
        "medical_interview_offered",
        {"request": ASKED},
        {"request": {"request.regional": ["integrated"]}},
        {"medical_interview": {"medical.result": ["declined"]}},
    ),
    ReminderCase(
        "medical_interview_missed",
        {"medical_interview": {"medical.result": ["not-reached"]}},
        {"medical_interview": {"medical.result": ["held"]}},
    ),
    ReminderCase(
        "suicide_safety",
        {"assessment": {**ASSESSED, "health.suicide": ["now"]}},
        {"assessment": {"health.suicide": ["earlier"]}},
        {
            "screening": {
                **EXAM,
                "screening.examination.kind@0": ["psychiatry"],
                "screening.examination.referred@0": "3.11.2026",
            }
        },
    ),
    ReminderCase(
        "suicide_safety",
        {"screening": {"screening.date": "4.11.2026", "screening.suicide": ["plans"]}},
        {"screening": {"screening.suicide": ["no"]}},
        {
            "screening": {
                **EXAM,
                "screening.examination.kind@0": ["doctor"],
                "screening.examination.referred@0": "4.11.2026",
            }
        },
    ),
    ReminderCase(
        "suicide_safety",
        {"lapse": {**LAPSE, "lapse.danger": ["suicide"]}},
        {"lapse": {"lapse.danger": ["wound"]}},
        {"lapse": {"lapse.danger_done": "Vi ringede til vagtlægen."}},
    ),
    ReminderCase(
        "suicide_safety",
        {"assessment": {**ASSESSED, "health.suicide": ["now"]}},
        {"assessment": {"health.suicide": ["no"]}},
        {"assessment": {"health.suicide_help": "Vi ringede til vagtlægen."}},
    ),
    ReminderCase(
        "suicide_asked",
        {"assessment": {"health.suicide": ["not-asked"]}},
        {"assessment": {"health.suicide": ["no"]}},
    ),
    ReminderCase(
        "suicide_asked",
        {"assessment": {"health.suicide": ["not-asked"]}},
        {"screening": {"screening.suicide": ["no"]}},
    ),
    ReminderCase(
        "violence_safety",
        {"assessment": {**ASSESSED, "social.violence": ["now"]}},
        {"assessment": {"social.violence": ["earlier"]}},
        {
            "screening": {
                **EXAM,
                "screening.examination.kind@0": ["violence"],
                "screening.examination.referred@0": "5.11.2026",
            }
        },
    ),
    ReminderCase(
        "violence_safety",
        {"screening": {"screening.date": "4.11.2026", "screening.violence": ["now"]}},
        {"screening": {"screening.violence": ["earlier"]}},
    ),
    ReminderCase(
        "violence_safety",
        {"lapse": {**LAPSE, "lapse.danger": ["violence"]}},
        {"lapse": {"lapse.danger": ["nothing"]}},
        {"lapse": {"lapse.danger_done": "Krisecentret er ringet op."}},
    ),
    ReminderCase(
        "violence_safety",
        {"assessment": {**ASSESSED, "social.violence": ["now"]}},
        {"assessment": {"social.violence": ["no"]}},
        {"assessment": {"social.violence_help": "Et sted at sove er fundet."}},
    ),
    ReminderCase(
        "violence_asked",
        {"assessment": {"social.violence": ["not-asked"]}},
        {"assessment": {"social.violence": ["no"]}},
    ),
    ReminderCase(
        "violence_asked",
        {"assessment": {"social.violence": ["not-asked"]}},
        {"screening": {"screening.violence": ["no"]}},
    ),
    ReminderCase(
        "further_examination",
        {"assessment": {"health.further": YES}},
        {"assessment": {"health.further": NO}},
        {"screening": {"screening.examination.answer@0": ["declined"]}},
    ),
    ReminderCase(
        "examination_told",
        {
            "screening": {
                **EXAM,
                "screening.examination.state@0": ["done"],
                "screening.examination.date@0": "10.11.2026",
            }
        },
        {"screening": {"screening.examination.state@0": ["waiting"]}},
        {"screening": {"screening.examination.told@0": "12.11.2026"}},
    ),
    ReminderCase(
        "examination_missed",
        {
            "screening": {
                **EXAM,
                "screening.examination.kind@0": ["teeth"],
                "screening.examination.state@0": ["missed"],
            }
        },
        {"screening": {"screening.examination.state@0": ["done"]}},
        {
            "screening#2": {
                "screening.examination.answer@0": ["declined"],
                "screening.examination.kind@0": ["teeth"],
            }
        },
    ),
    ReminderCase(
        "examination_missed",
        {
            "screening": {
                **EXAM,
                "screening.examination.kind@0": ["teeth"],
                "screening.examination.state@0": ["refused"],
            },
            "screening#2": {**EXAM, "screening.examination.kind@0": ["doctor"]},
        },
        {"screening": {"screening.examination.state@0": ["waiting"]}},
    ),
    ReminderCase(
        "examination_company",
        {"screening": {**EXAM, "screening.examination.support@0": YES}},
        {"screening": {"screening.examination.state@0": ["missed"]}},
    ),
    ReminderCase(
        "examination_company",
        {"medical_interview": {"medical.result": ["booked"], "medical.support": YES}},
        {"medical_interview": {"medical.result": ["held"]}},
    ),
    ReminderCase(
        "viso",
        {"screening": {"screening.viso": ["planned"]}},
        {"screening": {"screening.viso": ""}},
        {"screening#2": {"screening.viso": ["asked"]}},
    ),
    ReminderCase(
        "viso",
        {"coordinated_plan": {"coordinated_plan.complex": YES}},
        {"coordinated_plan": {"coordinated_plan.complex": NO}},
        {"screening": {"screening.viso": ["not-needed"]}},
    ),
    ReminderCase(
        "adapted_treatment",
        {"screening": {"screening.signs": ["memory"]}, "treatment_plan": PLANNED},
        {"screening": {"screening.signs": ["eating"]}},
        {"treatment_plan": {"plan.barriers": "Korte samtaler uden larm."}},
    ),
    ReminderCase(
        "adapted_treatment",
        {"screening": {"screening.signs": ["social"]}, "treatment_plan": PLANNED},
        {"treatment_plan": {}},
    ),
    ReminderCase(
        "contraception",
        {"assessment": ASSESSED, "contact": {"citizen.cpr": "041176-0000"}},
        {"contact": {"citizen.cpr": "031176-0000"}},
        {"assessment": {"pregnancy": ["no"], "pregnancy.prevention": ["declined"]}},
    ),
    ReminderCase(
        "contraception",
        {"assessment": ASSESSED},
        {"assessment": {"pregnancy": ["not-relevant"]}},
        {"screening": {"screening.contraception": ["has"]}},
    ),
    ReminderCase(
        "contraception",
        {"assessment": {**ASSESSED, "pregnancy": ["unknown"]}},
        {"assessment": {"pregnancy": ["yes"]}},
        {"assessment": {"pregnancy.prevention": ["not-relevant"]}},
    ),
)

SUBSTANCE_CASES = (
    ReminderCase(
        "naloxone",
        {"assessment": {**ASSESSED, "drugs.opioids": YES}},
        {"assessment": {"drugs.opioids": NO}},
        {"assessment": {"drugs.naloxone": ["declined"]}},
    ),
    *(
        ReminderCase(
            "naloxone",
            {"assessment": {"substance.name@0": ["cannabis"], "substance.name@1": [opioid]}},
            {"assessment": {"substance.name@1": ["cocaine"]}},
            {"screening": {"screening.opioids": ["yes"], "screening.naloxone": ["accepted"]}},
        )
        for opioid in ("heroin", "methadone", "buprenorphine", "opioids")
    ),
    ReminderCase(
        "naloxone",
        {"screening": {"screening.opioids": ["unsure"], "screening.naloxone": ["not-yet"]}},
        {"screening": {"screening.opioids": ["no"]}},
        {"screening": {"screening.naloxone": ["given"]}},
    ),
    ReminderCase(
        "naloxone",
        {"lapse": {"lapse.opioids": ["yes"]}},
        {"lapse": {"lapse.opioids": ["no"]}},
        {"lapse": {"lapse.naloxone": ["has"]}},
    ),
    ReminderCase(
        "naloxone_delivered",
        {"assessment": {"drugs.opioids": YES, "drugs.naloxone": ["offered"]}},
        {"assessment": {"drugs.naloxone": ["declined"]}},
        {"screening": {"screening.opioids": ["yes"], "screening.naloxone": ["given"]}},
    ),
    ReminderCase(
        "naloxone_delivered",
        {"lapse": {"lapse.opioids": ["yes"], "lapse.naloxone": ["accepted"]}},
        {"lapse": {"lapse.naloxone": ["not-yet"]}},
        {"lapse#2": {"lapse.opioids": ["yes"], "lapse.naloxone": ["has"]}},
    ),
    ReminderCase(
        "naloxone_after_lapse",
        {"lapse": {**LAPSE, "lapse.opioids": ["unsure"], "lapse.naloxone": ["not-yet"]}},
        {"lapse": {"lapse.opioids": ["no"]}},
        {"lapse": {"lapse.naloxone": ["declined"]}},
    ),
    ReminderCase(
        "infections",
        {"assessment": {"drugs.injecting": ["earlier"]}},
        {"assessment": {"drugs.injecting": ["never"]}},
        {"assessment": {"drugs.hepatitis": ["offered"]}},
    ),
    ReminderCase(
        "infections",
        {"assessment": {"drugs.opioids": YES, "drugs.hepatitis": ["not-yet"]}},
        {"assessment": {"drugs.opioids": NO}},
        {"screening": {"screening.hepatitis": ["declined"]}},
    ),
    ReminderCase(
        "vaccination",
        {"screening": {"screening.hepatitis": ["done"], "screening.vaccination": ["not-yet"]}},
        {"screening": {"screening.vaccination": ["not-relevant"]}},
        {"screening": {"screening.vaccination": ["declined"]}},
    ),
    ReminderCase(
        "vaccination",
        {"screening": {"screening.hepatitis": ["accepted"]}},
        {"screening": {"screening.hepatitis": ["declined"]}},
        {"screening": {"screening.vaccination": ["done"]}},
    ),
    ReminderCase(
        "clean_equipment",
        {"assessment": {"drugs.injecting": ["recent"]}},
        {"assessment": {"drugs.injecting": ["earlier"]}},
        {"counselling": {"counselling.safer": ["equipment"]}},
    ),
    ReminderCase(
        "clean_equipment",
        {"assessment": {"drugs.injecting": ["earlier"], "drugs.sharing": ["recent"]}},
        {"assessment": {"drugs.sharing": ["never"]}},
        {"lapse": {"lapse.advice": ["equipment"]}},
    ),
    ReminderCase(
        "overdose_plan",
        {"assessment": {"drugs.overdose": ["earlier"]}},
        {"assessment": {"drugs.overdose": ["never"]}},
        {
            "treatment_plan": {
                **PLANNED,
                "relapse.i_do": "Ringer op.",
                "relapse.call": "Ida Øvesen",
            }
        },
    ),
    ReminderCase(
        "overdose_plan",
        {
            "lapse": {"lapse.danger": ["overdose"]},
            "treatment_plan": {**PLANNED, "relapse.i_do": "Går en tur."},
        },
        {"lapse": {"lapse.danger": ["wound"]}},
        {"treatment_plan": {"relapse.call": "Ida Øvesen"}},
    ),
    ReminderCase(
        "dangerous_withdrawal",
        {"assessment": {"substance.name@0": ["ghb"]}},
        {"assessment": {"substance.name@0": ["cannabis"]}},
        {"medical_interview": {"medical.result": ["held"]}},
    ),
    ReminderCase(
        "dangerous_withdrawal",
        {"assessment": {"drugs.alcohol": ["too-much"]}},
        {"assessment": {"drugs.alcohol": ["little"]}},
        {"medical_interview": {"medical.result": ["booked"]}},
    ),
    ReminderCase(
        "dangerous_withdrawal",
        {
            "lapse": {**LAPSE, "lapse.danger": ["withdrawal"]},
            "medical_interview": {"medical.result": ["held"], "medical.date": "20.11.2026"},
        },
        {"lapse": {"lapse.danger": ["wound"]}},
        {"medical_interview": {"medical.date": "21.11.2026"}},
    ),
    ReminderCase(
        "alcohol",
        {"assessment": {"drugs.alcohol": ["too-much"], "drugs.alcohol_offer": ["not-yet"]}},
        {"assessment": {"drugs.alcohol": ["little"]}},
        {"assessment": {"drugs.alcohol_offer": ["declined"]}},
    ),
    ReminderCase(
        "alcohol",
        {"assessment": {"substance.name@0": ["alcohol"]}},
        {"assessment": {"drugs.alcohol": ["little"]}},
        {
            "screening": {
                "screening.examination.kind@0": ["alcohol"],
                "screening.examination.answer@0": ["declined"],
            }
        },
    ),
)

CHILDREN_CASES = (
    ReminderCase(
        "children_asked",
        {"assessment": {**ASSESSED, "children.home": ["unknown"]}},
        {"assessment": {}},
        {"assessment": {"children.home": ["no"]}},
    ),
    ReminderCase(
        "children_asked",
        {"assessment": ASSESSED},
        {"assessment": {}},
        {"network": {"network.children": ["elsewhere"]}},
    ),
    ReminderCase(
        "pregnancy_asked",
        {"assessment": {**ASSESSED, "pregnancy": ["unknown"]}},
        {"assessment": {}},
        {"assessment": {"pregnancy": ["no"]}},
    ),
    ReminderCase(
        "pregnancy_asked",
        {"assessment": ASSESSED},
        {"assessment": {}},
        {"lapse": {"lapse.danger": ["pregnant"]}},
    ),
    ReminderCase(
        "children_told",
        {"assessment": PARENT},
        {"assessment": {"children.home": ["no"]}},
        {"assessment": {"children.told": YES}},
    ),
    ReminderCase(
        "children_told",
        {"screening": {"screening.pregnancy": ["yes"]}},
        {"screening": {"screening.pregnancy": ["no"]}},
        {"treatment_plan": {"plan.family": ["home"], "plan.family_told": YES}},
    ),
    ReminderCase(
        "children_told",
        {"network": {"network.children": ["home"]}},
        {"network": {"network.children": ["no"]}},
        {"network": {"network.children_told": YES}},
    ),
    ReminderCase(
        "children_told",
        {"counselling": {"counselling.children": ["sometimes"]}},
        {"counselling": {"counselling.children": ["unknown"]}},
        {"notification": {"notification.told": ["together"]}},
    ),
    ReminderCase(
        "notification_considered",
        {"assessment": {**ASSESSED, "children.home": ["elsewhere"]}},
        {"assessment": {"children.home": ["unknown"]}},
        {"notification": {"notification.sent": "4.11.2026"}},
    ),
    ReminderCase(
        "notification_considered",
        {"treatment_plan": {"plan.family": ["expecting"]}},
        {"treatment_plan": {"plan.family": ["no"]}},
    ),
    ReminderCase(
        "notification_sent",
        {"notification?": WORRY},
        {"notification?": {}},
        {"notification?": {"notification.sent": "4.11.2026"}},
    ),
    ReminderCase(
        "notification_told",
        {"notification": {**WORRY, "notification.told": ["later"]}},
        {"notification": {"notification.told": ["told"]}},
    ),
    ReminderCase(
        "notification_again",
        {
            "notification": {
                **WORRY,
                "notification.sent": "4.11.2026",
                "notification.still_worried": YES,
            }
        },
        {"notification": {"notification.still_worried": NO}},
        {"notification#2": {"notification.sent": "20.11.2026"}},
    ),
    ReminderCase(
        "children_in_lapse",
        {"lapse": {**LAPSE, "lapse.children": ["yes"]}},
        {"lapse": {"lapse.children": ["unknown"]}},
        {"notification": {"notification.sent": "21.11.2026"}},
    ),
    ReminderCase(
        "children_help",
        {"assessment": PARENT, "network": {"network.children": ["home"]}},
        {"assessment": {"children.home": ["no"]}, "network": {"network.children": ["no"]}},
        {"network": {"network.children_help": ["family"]}},
    ),
    ReminderCase(
        "family_ambulatory",
        {"assessment": EXPECTING},
        {"assessment": {"pregnancy": ["no"]}},
        {"assessment": {"pregnancy.referral": ["referred"]}},
    ),
    ReminderCase(
        "family_ambulatory",
        {"assessment": EXPECTING, "network": {"network.children": ["expecting"]}},
        {"assessment": {"pregnancy": ["no"]}, "network": {"network.children": ["no"]}},
        {"network": {"network.children_help": ["pregnancy"]}},
    ),
    ReminderCase(
        "family_ambulatory",
        {"lapse": {"lapse.danger": ["pregnant"]}},
        {"lapse": {"lapse.danger": ["wound"]}},
        {
            "screening": {
                "screening.pregnancy": ["yes"],
                "screening.pregnancy_referral": ["already"],
            }
        },
    ),
    ReminderCase(
        "pregnant_contract",
        {"assessment": EXPECTING, "request": {"request.wished_kind": ["residential"]}},
        {"decision": {"decision.result": ["refusal"]}},
    ),
    ReminderCase(
        "pregnant_contract",
        {"assessment": EXPECTING, "feedback": {"feedback.wished_kind": ["residential"]}},
        {"assessment": {"pregnancy": ["no"]}},
    ),
    ReminderCase(
        "pregnant_contract",
        {
            "assessment": EXPECTING,
            "recommendation": {
                "recommendation.occasion": ["new"],
                "recommendation.measure": ["residential"],
            },
        },
        {"recommendation": {"recommendation.measure": ["day"]}},
    ),
    ReminderCase(
        "pregnant_contract",
        {
            "assessment": EXPECTING,
            "decision": {"decision.result": ["partial"], "decision.measure": ["residential"]},
        },
        {"decision": {"decision.measure": ["outpatient"]}},
    ),
)

LIVING_CASES = (
    *(
        ReminderCase(
            "contact_person",
            {"assessment": {"housing.situation": [where]}},
            {"assessment": {"housing.situation": ["own"]}},
            {"attendance": {**MISSED, "attendance.outreach": ["contact-person"]}},
        )
        for where in ("none", "shelter", "family")
    ),
    ReminderCase(
        "contact_person",
        {"assessment": {"housing.situation": ["none"]}},
        {"assessment": {"housing.situation": ["room"]}},
        {"decision?": {"decision.other_help": ["contact-person"]}},
    ),
    ReminderCase(
        "debt_advice",
        {"assessment": {"work.debt": ["pressing"]}},
        {"assessment": {"work.debt": ["managed"]}},
        {"assessment": {"work.debt_help": "Ida ringer til gældsrådgivningen."}},
    ),
    ReminderCase(
        "debt_threats",
        {"assessment": {"work.debt": ["threats"], "social.violence": ["not-asked"]}},
        {"assessment": {"work.debt": ["pressing"]}},
        {"assessment": {"social.violence": ["earlier"]}},
    ),
    ReminderCase(
        "debt_threats",
        {"assessment": {"work.debt": ["threats"]}},
        {"assessment": {"work.debt": ["none"]}},
        {"screening": {"screening.violence": ["no"]}},
    ),
    ReminderCase(
        "no_income",
        {"assessment": {"work.income": ["none"]}},
        {"assessment": {"work.income": ["assistance"]}},
    ),
    ReminderCase(
        "probation",
        {"assessment": {"other.crime": ["supervision"]}},
        {"assessment": {"other.crime": ["fine"]}},
        {"assessment": {"other.crime_what": "Mødet om tirsdagen."}},
    ),
    ReminderCase(
        "other_help",
        {"assessment": {"assessment.other_help": "En ny bolig."}},
        {"assessment": {"assessment.other_help": ""}},
        {"decision": {**DECIDED, "decision.other_help": ["support"]}},
    ),
    ReminderCase(
        "other_help",
        {"assessment": {"assessment.other_help": "En ny bolig."}},
        {"assessment": {"assessment.other_help": ""}},
        {"treatment_plan": {**PLANNED, "actor.name@0": "Boligrådgiveren"}},
    ),
    ReminderCase(
        "other_help",
        {"assessment": {"assessment.other_help": "En ny bolig."}},
        {"assessment": {"assessment.other_help": ""}},
        {"decision": {**DECIDED, "decision.other_help_text": "Boligrådgivningen."}},
    ),
    ReminderCase(
        "help_already",
        {"assessment": {"other.help_now": "En mentor."}, "treatment_plan": PLANNED},
        {"assessment": {"other.help_now": ""}},
        {"treatment_plan": {"actor.name@0": "Mentoren"}},
    ),
    ReminderCase(
        "help_already",
        {"assessment": {"other.help_now": "En mentor."}, "treatment_plan": PLANNED},
        {"treatment_plan": {}},
    ),
)

NETWORK_CASES = (
    ReminderCase(
        "supporters_asked",
        {"assessment": ASSESSED},
        {"assessment": {}},
        {"network": {"network.date": "4.11.2026"}},
    ),
    ReminderCase(
        "supporters_asked",
        {"assessment": ASSESSED},
        {"assessment": {}},
        {"treatment_plan": {"network.who": "Min søster."}},
    ),
    ReminderCase(
        "network_involved",
        {"network": ALONG},
        {"network": {"network.person.involve@0": ["later"]}},
        {"treatment_plan": {"network.who": "Min søster."}},
    ),
    ReminderCase(
        "network_consent",
        {"network": ALONG, "consent": {**CONSENT, "consent.party_kind": ["doctor"]}},
        {"network": {"network.person.involve@0": ["no"]}},
        {"consent": {"consent.party_kind": ["network"]}},
    ),
    ReminderCase(
        "network_refused",
        {"network": {"network.declined": YES}},
        {"network": {"network.declined": NO}},
        {"network": {"network.declined_reason": "Der har været vold."}},
    ),
    ReminderCase(
        "guardian", {"network": {"network.guardian": YES}}, {"network": {"network.guardian": NO}}
    ),
    ReminderCase(
        "network_uses",
        {"assessment": {"social.network_uses": YES}},
        {"assessment": {"social.network_uses": NO}},
        {"treatment_plan": {"relapse.situations": "Fredag aften."}},
    ),
    ReminderCase(
        "network_uses",
        {"assessment": {"social.partner": ["partner-with"]}},
        {"assessment": {"social.partner": ["partner-without"]}},
    ),
    ReminderCase(
        "network_uses",
        {"network": {"network.person.name@0": "Øve", "network.person.uses@0": ["yes"]}},
        {"network": {"network.person.uses@0": ["stopped"]}},
    ),
    ReminderCase(
        "network_uses",
        {"discharge?": {"discharge.partner": ["partner-with"]}},
        {"discharge?": {"discharge.partner": ["alone"]}},
    ),
    ReminderCase(
        "network_uses", {"network": {"network.friends": YES}}, {"network": {"network.friends": NO}}
    ),
    ReminderCase(
        "friends_use",
        {"network": {"network.friends": YES}},
        {"network": {"network.friends": NO}},
        {"network": {"network.friends_plan": "De kommer med på torsdag."}},
    ),
)

COORDINATION_CASES = (
    ReminderCase(
        "coordinating_plan",
        {"coordinated_plan": ILL},
        {"coordinated_plan": {"coordinated_plan.mental": ["suspected"]}},
        {"coordinated_plan": {"coordinated_plan.state": ["contacted"]}},
    ),
    ReminderCase(
        "coordinating_plan",
        {"coordinated_plan": {"coordinated_plan.state": ["needed"]}},
        {"coordinated_plan": {"coordinated_plan.state": ["unknown"]}},
        {"coordinated_plan": {"coordinated_plan.state": ["exists"], **ILL}},
    ),
    ReminderCase(
        "coordinating_plan",
        {"screening": {"screening.coordinated": ["yes"]}},
        {"screening": {"screening.coordinated": ["no"]}},
        {"screening#2": {"screening.coordinated": ["exists"]}},
    ),
    ReminderCase(
        "coordinating_plan",
        {"coordinated_plan": {"coordinated_plan.complex": YES}},
        {"coordinated_plan": {"coordinated_plan.complex": NO}},
        {"coordinated_plan": {"coordinated_plan.state": ["declined"]}},
    ),
    *(
        ReminderCase(
            "coordination_considered",
            {"assessment": {**ASSESSED, "health.level": [level]}},
            {"assessment": {"health.level": ["2"], "drugs.level": [level]}},
            shows,
        )
        for level, shows in (
            ("3", {"coordinated_plan": {"coordinated_plan.state": ["not-needed"]}}),
            ("4", {"screening": {"screening.coordinated": ["no"]}}),
        )
    ),
    ReminderCase(
        "next_plan_meeting",
        {"coordinated_plan": {"coordinated_plan.state": ["exists"]}},
        {"coordinated_plan": {"coordinated_plan.state": ["contacted"]}},
        {"coordinated_plan": {"coordinated_plan.meeting": "1.2.2027"}},
    ),
    ReminderCase(
        "integration_considered",
        {"coordinated_plan": {"coordinated_plan.mental": ["suspected"]}},
        {"coordinated_plan": {"coordinated_plan.mental": ["no"]}},
        {
            "screening": {
                "screening.examination.kind@0": ["psychiatry"],
                "screening.examination.answer@0": ["declined"],
            }
        },
    ),
    ReminderCase(
        "integration_considered",
        {"screening": {"screening.signs": ["psychosis"]}},
        {"screening": {"screening.signs": ["anxiety"]}},
        {"request": {"request.regional": ["integrated"]}},
    ),
    ReminderCase(
        "no_wrong_door",
        {"coordinated_plan": ILL, "decision": {"decision.result": ["partial"]}},
        {"decision": {"decision.result": ["full"]}},
    ),
    ReminderCase(
        "no_wrong_door",
        {"coordinated_plan": ILL, "decision": DECIDED},
        {"coordinated_plan": {"coordinated_plan.mental": ["no"]}},
    ),
    ReminderCase(
        "psychiatry_agreement",
        {"coordinated_plan": {"coordinated_plan.discharge_agreement": ["no"]}},
        {"coordinated_plan": {"coordinated_plan.discharge_agreement": ["unknown"]}},
        {"assessment": {"other.plans": ["discharge-agreement"]}},
    ),
    ReminderCase(
        "psychiatry_agreement",
        {"discharge?": {"discharge.reason": ["hospital"]}},
        {"discharge?": {"discharge.reason": ["completed"]}},
        {"coordinated_plan": {"coordinated_plan.discharge_agreement": ["yes"]}},
    ),
    ReminderCase(
        "plan_141_offered",
        {"request": ASKED, "coordinated_plan": {"coordinated_plan.plan_141": ["not-offered"]}},
        {"decision": DECIDED},
        {"coordinated_plan": {"coordinated_plan.plan_141": ["asked"]}},
    ),
    ReminderCase(
        "plan_141_offered",
        {"request": ASKED},
        {"contact": {"contact.anonymous": YES}},
        {"decision?": {"decision.plan_141": ["declined"]}},
    ),
    ReminderCase(
        "plan_141_offered",
        {"request": ASKED},
        {"request": {}},
        {"assessment": {"other.plans": ["plan-141"]}},
    ),
    ReminderCase(
        "plan_141_parts",
        {"assessment": {"other.plans": ["plan-141"]}},
        {"assessment": {"other.plans": ["job"]}},
        {
            "coordinated_plan": {
                "coordinated_plan.plan_141": ["exists"],
                "coordinated_plan.plan_141_received": YES,
            }
        },
    ),
    ReminderCase(
        "plan_141_parts",
        {
            "coordinated_plan": {
                "coordinated_plan.plan_141": ["exists"],
                "coordinated_plan.plan_141_received": NO,
            }
        },
        {"coordinated_plan": {"coordinated_plan.plan_141": ["wished"]}},
    ),
)

DECISION_CASES = (
    ReminderCase(
        "assessment_signed",
        {"request": ASKED, "assessment?": ASSESSED},
        {"request": {"request.regional": ["hospital"]}},
        {"assessment": ASSESSED},
    ),
    ReminderCase("assessment_signed", {"request": ASKED}, {"decision": DECIDED}),
    ReminderCase(
        "assessment_explained",
        {"assessment?": {**ASSESSED, "assessment.explained": NO}},
        {"assessment?": {"assessment.date": ""}},
        {"assessment?": {"assessment.explained": YES}},
    ),
    *(
        ReminderCase(
            "assessment_tool",
            {"assessment?": ASSESSED},
            {"assessment?": {"assessment.date": ""}},
            {"assessment?": {"assessment.tool": [tool]}},
        )
        for tool in ("voksenmap", "conversation")
    ),
    ReminderCase(
        "consent_to_fetch",
        {"request": ASKED, "assessment?": {"assessment.sources": ["doctor"]}},
        {"assessment?": {"assessment.sources": ["conversation", "earlier"]}},
        {"consent": {**CONSENT, "consent.direction": ["both"], "consent.party_kind": ["doctor"]}},
    ),
    ReminderCase(
        "consent_to_fetch",
        {"request": ASKED, "assessment": {"assessment.sources": ["municipality"]}},
        {"decision": DECIDED},
        {"consent": {**CONSENT, **FETCH, "consent.party_kind": ["jobcenter"]}},
    ),
    ReminderCase(
        "unfinished_assessment",
        {
            "request": ASKED,
            "assessment": {**ASSESSED, "assessment.unfinished": YES},
            "decision?": DECIDED,
        },
        {"assessment": {"assessment.unfinished": NO}},
        {"decision": DECIDED},
    ),
    ReminderCase(
        "unfinished_assessment",
        {"request": ASKED, "assessment": {"assessment.unfinished": YES}},
        {"request": {}},
    ),
    ReminderCase(
        "feedback_given",
        {"request": ASKED, "assessment": ASSESSED},
        {"decision": DECIDED},
        {"feedback": {"feedback.date": "5.11.2026"}},
    ),
    ReminderCase(
        "decider_told",
        {"request": ASKED, "assessment": ASSESSED},
        {"assessment": {}},
        {"feedback": {"feedback.told": ["decision"]}},
    ),
    ReminderCase(
        "consent_expired",
        {"consent": {**CONSENT, "consent.valid_until": "30.11.2026"}},
        {"consent": {"consent.valid_until": "1.12.2026"}},
    ),
    ReminderCase(
        "consent_expired",
        {
            "consent": {**CONSENT, "consent.valid_until": "30.11.2026"},
            "consent#2": {**CONSENT, "consent.party": "Jobcentret", "consent.date": "5.11.2026"},
        },
        {"consent#2": {"consent.party": "egen læge"}},
    ),
    ReminderCase(
        "consent_expired",
        {
            "consent": {**CONSENT, "consent.valid_until": "30.11.2026"},
            "consent#2": {**CONSENT, "consent.date": "2.11.2026"},
        },
        {"consent": {"consent.withdrawn": YES}},
    ),
    ReminderCase(
        "consent_withdrawn",
        {"consent": {**CONSENT, "consent.withdrawn": YES}},
        {"consent": {"consent.withdrawn": NO}},
        {"consent": {"consent.withdrawn_told": "Lægen har fået besked."}},
    ),
    ReminderCase(
        "consent_explained",
        {"consent": {**CONSENT, "consent.told": ["refusal"]}},
        {"consent": {"consent.told": ["what", "refusal", "withdrawal"]}},
    ),
    ReminderCase(
        "consent_explained",
        {"consent": {**CONSENT, "consent.told": ["withdrawal"]}},
        {"consent": {"consent.answer": ["refused"]}},
    ),
    ReminderCase(
        "hearing",
        {"request": ASKED, "conversation_note": AGAINST, "hearing": {"hearing.date": "4.11.2026"}},
        {"conversation_note": {"conversation_note.adverse": NO}},
        {"hearing": {"hearing.date": "5.11.2026"}},
    ),
    ReminderCase(
        "hearing",
        {
            "request": ASKED,
            "feedback": {"feedback.date": "6.11.2026", "feedback.against": YES},
        },
        {"feedback": {"feedback.against": NO}},
        {
            "decision?": {
                "decision.result": ["partial"],
                "decision.hearing": ["oral"],
                "decision.hearing_date": "6.11.2026",
            }
        },
    ),
    ReminderCase(
        "hearing",
        {
            "request": ASKED,
            "recommendation": {
                "recommendation.date": "7.11.2026",
                "recommendation.against": YES,
            },
            "hearing": HEARD,
        },
        {"decision": DECIDED},
        {"hearing": {"hearing.date": "7.11.2026"}},
    ),
    ReminderCase(
        "hearing",
        {
            "request": ASKED,
            "hearing": {**HEARD, "hearing.answered": ["declined"], "hearing.again": YES},
        },
        {"hearing": {"hearing.again": NO}},
    ),
    ReminderCase(
        "hearing_reply_awaited",
        {"request": ASKED, "hearing": {**HEARD, "hearing.answered": ["waiting"]}},
        {"decision": DECIDED},
        {"hearing": {"hearing.answered": ["no-reply"]}},
    ),
    ReminderCase(
        "hearing_reply_awaited",
        {"request": ASKED, "hearing": HEARD},
        {"hearing": {"hearing.date": ""}},
        {"hearing": {"hearing.answered": ["replied"]}},
    ),
    ReminderCase(
        "adverse_told",
        {"recommendation": {"recommendation.against": YES, "recommendation.against_known": NO}},
        {"recommendation": {"recommendation.against": NO}},
        {"recommendation": {"recommendation.against_known": YES}},
    ),
    ReminderCase(
        "access_before_decision",
        {
            "request": ASKED,
            "record_access": {
                "record_access.received": "5.11.2026",
                "record_access.pending": YES,
            },
        },
        {"record_access": {"record_access.pending": NO}},
        {"record_access": {"record_access.sent": "6.11.2026"}},
    ),
    ReminderCase(
        "access_before_decision",
        {"request": ASKED, "record_access": {"record_access.pending": YES}},
        {"decision": DECIDED},
    ),
    ReminderCase(
        "refusal_other_help",
        {"decision?": {"decision.result": ["partial"]}},
        {"decision?": {"decision.result": ["full"]}},
        {"decision?": {"decision.other_help": ["counselling"]}},
    ),
    ReminderCase(
        "refusal_other_help",
        {"decision": DECIDED},
        {"decision": {"decision.result": ""}},
        {"decision": {"decision.other_help_text": "Ring til rådgivningen."}},
    ),
    ReminderCase(
        "refusal_talked_through",
        {
            "decision": DECIDED,
            "conversation_note": {
                "conversation_note.date": "8.11.2026",
                "conversation_note.about": ["case"],
            },
            "conversation_note#2": {
                "conversation_note.date": "10.11.2026",
                "conversation_note.about": ["drugs"],
            },
        },
        {"decision": {"decision.result": ["full"]}},
        {"conversation_note": {"conversation_note.date": "9.11.2026"}},
    ),
    ReminderCase(
        "refusal_talked_through",
        {"decision": DECIDED},
        {"decision": {}},
        {"appeal": APPEAL},
    ),
    ReminderCase(
        "appeal_help",
        {"appeal": APPEAL},
        {"appeal": {}},
        {"appeal": {"appeal.helped": ["wrote"]}},
    ),
    ReminderCase(
        "appeal_told",
        {"appeal": APPEAL},
        {"appeal": {}},
        {"appeal": {"appeal.told_date": "17.11.2026"}},
    ),
    ReminderCase(
        "appeal_forwarded",
        {"appeal": {**APPEAL, "appeal.result": ["partly"], "appeal.kept": ["yes"]}},
        {"appeal": {"appeal.kept": ["waiting"]}},
        {"appeal": {"appeal.forwarded": "28.12.2026"}},
    ),
)

PLAN_CASES = (
    ReminderCase(
        "start_delayed",
        {"start": {**STARTED, "start.delay": ["no-place"]}},
        {"start": {"start.delay": ["none"]}},
        {"start": {"start.delay_reason": "Der var fuldt."}},
    ),
    ReminderCase(
        "plan_handed_over",
        {"treatment_plan": PLANNED},
        {"treatment_plan": {}},
        {"treatment_plan": {"plan.handed_over": "14.11.2026"}},
    ),
    ReminderCase(
        "plan_findings",
        {"treatment_plan?": PLANNED},
        {"treatment_plan?": {"plan.date": ""}},
        {"treatment_plan?": {"plan.summary": "Hash fylder mest."}},
    ),
    ReminderCase(
        "plan_drugs_stance",
        {"treatment_plan": PLANNED},
        {"treatment_plan": {"plan.date": ""}},
        {"treatment_plan": {"plan.drugs_stance": "Skære ned."}},
    ),
    ReminderCase(
        "plan_relapse",
        {"treatment_plan": PLANNED},
        {"treatment_plan": {"plan.date": ""}},
        {"treatment_plan": {"relapse.i_do": "Går en tur."}},
    ),
    ReminderCase(
        "plan_support",
        {"treatment_plan": PLANNED},
        {"treatment_plan": {"plan.date": ""}},
        {"treatment_plan": {"plan.support": ["reminder"]}},
    ),
    ReminderCase(
        "plan_no_show",
        {"treatment_plan": PLANNED},
        {"treatment_plan": {"plan.date": ""}},
        {"treatment_plan": {"plan.no_show": "Ida ringer."}},
    ),
    *(
        ReminderCase(
            "plan_after",
            {"treatment_plan": {**PLANNED, **dict.fromkeys(others, "Et opkald.")}},
            {"treatment_plan": {"plan.date": ""}},
            {"treatment_plan": {missing: "Ida ringer."}},
        )
        for missing, others in {
            "plan.one_month": ("plan.six_months", "plan.follow_up_who"),
            "plan.six_months": ("plan.one_month", "plan.follow_up_who"),
            "plan.follow_up_who": ("plan.one_month", "plan.six_months"),
        }.items()
    ),
    ReminderCase(
        "plan_review_day",
        {"treatment_plan": PLANNED},
        {"treatment_plan": {"plan.date": ""}},
        {"treatment_plan": {"plan.review": "1.2.2027"}},
    ),
    ReminderCase(
        "plan_actors_follow_up",
        {
            "treatment_plan": {
                "actor.name@0": "Jobcentret",
                "actor.follow_up@0": "Hver måned",
                "actor.name@1": "Egen læge",
            }
        },
        {"treatment_plan": {}},
        {"treatment_plan": {"actor.follow_up@1": "Til foråret"}},
    ),
    ReminderCase(
        "free_choice_waiting",
        {"free_choice": {"free_choice.room": ["later"], "free_choice.answer": ["yes"]}},
        {"start": STARTED},
    ),
    ReminderCase(
        "free_choice_waiting",
        {"free_choice": {"free_choice.room": ["later"], "free_choice.answer": ["yes"]}},
        {"free_choice": {"free_choice.answer": ["no"]}},
    ),
    ReminderCase(
        "free_choice_waiting",
        {"free_choice": {"free_choice.room": ["later"], "free_choice.answer": ["yes"]}},
        {"free_choice": {"free_choice.room": ["yes"]}},
    ),
    ReminderCase(
        "gift_card_decided",
        {"gift_card": {"gift_card.decided": ["unknown"]}},
        {"gift_card": {}},
        {"gift_card": {"gift_card.decided": ["yes"]}},
    ),
    ReminderCase(
        "gift_card_agreed",
        {"gift_card": {**CARD, "gift_card.amount": "200", "gift_card.given_amount": "201"}},
        {"gift_card": {"gift_card.given_amount": "200"}},
    ),
    ReminderCase(
        "gift_card_agreed",
        {
            "gift_card": {**CARD, "gift_card.most": "2"},
            "gift_card#2": {**CARD, "gift_card.most": "1", "gift_card.given_amount": "100"},
        },
        {"gift_card#2": {"gift_card.most": ""}},
    ),
    ReminderCase(
        "gift_card_receipt",
        {"gift_card": CARD},
        {"gift_card": {"gift_card.receipt": ["signed"]}},
    ),
    ReminderCase(
        "gift_card_receipt",
        {"gift_card": {**CARD, "gift_card.receipt": ["not-yet"]}},
        {"gift_card": {"gift_card.given": ""}},
    ),
)

ON_THE_WAY_CASES = (
    ReminderCase(
        "no_show_contact",
        {"attendance": MISSED},
        {"attendance#2": CAME},
        {"attendance": {"attendance.attempt.way@0": ["call"]}},
    ),
    ReminderCase(
        "no_show_contact",
        {"attendance": CAME | {"attendance.date": "10.11.2026"}, "attendance#2": MISSED},
        {"attendance#2": {"attendance.outcome": ["cancelled"]}},
        {"attendance#2": {"attendance.reached": YES}},
    ),
    ReminderCase(
        "no_show_again",
        {"attendance": MISSED, "attendance#2": MISSED | {"attendance.date": "18.11.2026"}},
        {"attendance#2": {"attendance.outcome": ["came"]}},
        {"attendance": {"attendance.next": ["adjust"]}},
    ),
    ReminderCase(
        "no_show_again",
        {"attendance": {**MISSED, "attendance.in_a_row": "2"}},
        {"attendance": {"attendance.in_a_row": "1"}},
        {"attendance": {"attendance.outreach": ["street"]}},
    ),
    ReminderCase(
        "no_show_again",
        {
            "attendance": {
                **MISSED,
                "attendance.in_a_row": "3",
                "attendance.outreach": ["nobody"],
                "attendance.next": ["keep-trying"],
            }
        },
        {"attendance": {"attendance.outcome": ["came"]}},
        {"attendance": {"attendance.next": ["elsewhere"]}},
    ),
    ReminderCase(
        "no_show_worry",
        {"attendance": {**MISSED, "attendance.worry": YES}},
        {"attendance": {"attendance.worry": NO}},
        {"attendance": {"attendance.worry_note": "Vi ringede til søsteren."}},
    ),
    ReminderCase(
        "lapse_talk",
        {
            "follow_up": {**TALK, "follow_up.lapse": YES},
            "lapse": {**LAPSE, "lapse.date": "19.11.2026"},
        },
        {"follow_up": {"follow_up.lapse": NO}},
        {"lapse": {"lapse.date": "20.11.2026"}},
    ),
    ReminderCase(
        "lapse_change",
        {"lapse": LAPSE},
        {"lapse": {"lapse.kind": ["close"]}},
        {"lapse": {"lapse.change": ["continue"]}},
    ),
    ReminderCase(
        "lapse_danger",
        {"lapse": {**LAPSE, "lapse.danger": ["wound"]}},
        {"lapse": {"lapse.danger": ["nothing"]}},
        {"lapse": {"lapse.danger_done": "Skadestuen."}},
    ),
    ReminderCase(
        "new_decision",
        {"follow_up": {**TALK, "follow_up.change": ["new-decision"]}, "decision": DECIDED},
        {"follow_up": {"follow_up.change": ["continue"]}},
        {"decision": {"decision.date": "20.11.2026"}},
    ),
    ReminderCase(
        "new_decision",
        {
            "lapse": {**LAPSE, "lapse.change": ["new-decision"]},
            "decision?": {"decision.date": "22.11.2026"},
        },
        {"lapse": {"lapse.change": ["more"]}},
        {"recommendation": {"recommendation.sent": "21.11.2026"}},
    ),
    ReminderCase(
        "new_decision",
        {"attendance": {**MISSED, "attendance.next": ["new-decision"]}},
        {"attendance": {"attendance.next": ["support"]}},
        {"decision": {"decision.date": "22.11.2026"}},
    ),
    ReminderCase(
        "plan_adjusted",
        {"follow_up": {**TALK, "follow_up.change": ["adjust"]}, "treatment_plan": PLANNED},
        {"follow_up": {"follow_up.change": ["continue"]}},
        {"treatment_plan": {"plan.date": "20.11.2026"}},
    ),
    ReminderCase(
        "plan_adjusted",
        {"lapse": {**LAPSE, "lapse.change": ["more", "other-help"]}},
        {"lapse": {"lapse.change": ["continue"]}},
        {"treatment_plan": {"plan.date": "21.11.2026"}},
    ),
    ReminderCase(
        "plan_adjusted",
        {
            "conversation_note": {
                "conversation_note.date": "22.11.2026",
                "conversation_note.plan_change": YES,
            }
        },
        {"conversation_note": {"conversation_note.plan_change": NO}},
        {"treatment_plan": {"plan.date": "23.11.2026"}},
    ),
    ReminderCase(
        "plan_adjusted",
        {"attendance": {**MISSED, "attendance.next": ["adjust"]}},
        {"attendance": {"attendance.next": ["keep-trying"]}},
        {"treatment_plan": {"plan.date": "20.11.2026"}},
    ),
    *(
        ReminderCase("heard_asked", {"follow_up": TALK}, {"follow_up": {}}, {"follow_up": asked})
        for asked in (
            {"follow_up.heard": "0"},
            {"follow_up.involved": "0"},
            {"follow_up.srs": "0"},
        )
    ),
    ReminderCase(
        "heard_asked",
        {"follow_up": TALK, "conversation_note": {"conversation_note.date": "5.11.2026"}},
        {"follow_up": {}},
        {"conversation_note": {"conversation_note.heard": "0"}},
    ),
    *(
        ReminderCase("measured", {"follow_up": TALK}, {"follow_up": {}}, {"follow_up": {tool: "0"}})
        for tool in (
            "follow_up.days",
            "follow_up.well_being",
            "follow_up.who5",
            "follow_up.ors",
            "follow_up.srs",
        )
    ),
    ReminderCase(
        "no_progress",
        {
            "follow_up": {
                **TALK,
                "follow_up.goal.words@0": "Sove",
                "follow_up.goal.status@0": ["unchanged"],
                "follow_up.goal.words@1": "Arbejde",
                "follow_up.goal.status@1": ["given-up"],
                "follow_up.change": ["continue"],
            }
        },
        {"follow_up": {"follow_up.goal.status@1": ["on-way"]}},
        {"follow_up": {"follow_up.change": ["adjust"]}},
    ),
)

ENDING_CASES = (
    ReminderCase(
        "discharge_status",
        {"discharge": ENDED},
        {"discharge": {"discharge.reason": ["dead"]}},
        {"discharge": {"discharge.written": "28.11.2026"}},
    ),
    ReminderCase(
        "discharge_status",
        {"follow_up": {**TALK, "follow_up.change": ["end"]}},
        {"follow_up": {"follow_up.change": ["continue"]}},
        {"discharge": {"discharge.written": "28.11.2026"}},
    ),
    ReminderCase(
        "discharge_view",
        {"discharge?": ENDED},
        {"discharge?": {"discharge.reason": ["dropped-out"]}},
        {"discharge?": {"discharge.citizen_view": "Det har hjulpet."}},
    ),
    ReminderCase(
        "follow_up_told",
        {"discharge?": ENDED},
        {"discharge?": {"discharge.reason": ["moved"]}},
        {"discharge?": {"discharge.follow_up_told": YES}},
    ),
    ReminderCase(
        "follow_up_told",
        {"discharge?": ENDED},
        {"discharge?": {}},
        {"discharge?": {"discharge.follow_up_declined": YES}},
    ),
    *(
        ReminderCase(
            "discharge_items",
            {
                "discharge?": {
                    **ENDED,
                    "discharge.drugs": ["stopped"],
                    "discharge.self_help": NO,
                    "discharge.partner": ["alone"],
                    "discharge.housing": ["own"],
                    "discharge.income": ["wage"],
                    missing: "",
                }
            },
            {"discharge?": {"discharge.reason": ["dead"]}},
            {"discharge?": {missing: answer}},
        )
        for missing, answer in (
            ("discharge.drugs", ["unknown"]),
            ("discharge.self_help", NO),
            ("discharge.partner", ["unknown"]),
            ("discharge.housing", ["unknown"]),
            ("discharge.income", ["unknown"]),
        )
    ),
    ReminderCase(
        "discharge_tolerance",
        {"discharge?": {"discharge.reason": ["expelled"], "discharge.tolerance": NO}},
        {"discharge?": {"discharge.reason": ["dropped-out"]}},
        {"discharge?": {"discharge.tolerance": YES}},
    ),
    ReminderCase(
        "discharge_others",
        {"discharge?": {**ENDED, **ONWARD, "discharge.further_needs": "En mentor."}},
        {"discharge?": {"discharge.further_needs": ""}},
        {"discharge?": {"discharge.agreed_with": ["jobcenter"]}},
    ),
    ReminderCase(
        "discharge_others",
        {"decision": STAY, "discharge?": {**ENDED, "discharge.agreed_with": ["support"]}},
        {"decision": {"decision.result": ["refusal"]}},
        {"discharge?": ONWARD},
    ),
    ReminderCase(
        "discharge_where",
        {"discharge?": ENDED},
        {"discharge?": {"discharge.reason": ["dead"]}},
        {"discharge?": {"discharge.where_to_turn": "Værestedet."}},
    ),
    *(
        ReminderCase(
            "discharge_loads",
            {"discharge?": {**ENDED, question: [hard]}},
            {"discharge?": {question: [easy]}},
            {"discharge?": ONWARD},
        )
        for question, hard, easy in (
            ("discharge.housing", "none", "family"),
            ("discharge.housing", "shelter", "supported"),
            ("discharge.income", "none", "assistance"),
            ("discharge.partner", "partner-with", "others"),
        )
    ),
    ReminderCase(
        "discharge_outreach",
        {"discharge": {"discharge.reason": ["dropped-out"]}},
        {"discharge": {"discharge.reason": ["expelled"]}},
        {"discharge": {"discharge.outreach": "Gademedarbejderen."}},
    ),
    ReminderCase(
        "asked_again",
        {
            "discharge": ENDED,
            "request": ASKED,
            "after_care": {**REACHED, "after_care.need": ["treatment"]},
        },
        {"after_care": {"after_care.need": ["talk"]}},
        {"request": {"request.received": "28.11.2026"}},
    ),
    ReminderCase(
        "follow_up_treatment",
        {"after_care": {**REACHED, "after_care.need": ["after-treatment"]}},
        {"after_care": {"after_care.need": ["nothing"]}},
        {"after_care": {"after_care.offer_answer": ["no"]}},
    ),
    ReminderCase(
        "follow_up_treatment",
        {"after_care": {**REACHED, "after_care.drugs": ["worse"]}},
        {"after_care": {"after_care.drugs": ["reduced"]}},
        {"after_care": {"after_care.need": ["talk"], "after_care.offer_answer": ["yes"]}},
    ),
    ReminderCase(
        "after_care_other_help",
        {"after_care": {**REACHED, "after_care.need": ["other-help"]}},
        {"after_care": {"after_care.need": ["nothing"]}},
        {"after_care": {"after_care.offer_answer": ["thinking"]}},
    ),
    ReminderCase(
        "after_care_attempts",
        {
            "after_care": {
                "after_care.reached": ["not-reached"],
                "after_care.attempt.way@0": ["phone"],
            }
        },
        {"after_care": {"after_care.reached": ["declined"]}},
        {"after_care": {"after_care.attempt.way@1": ["sms"]}},
    ),
    ReminderCase(
        "after_care_safety",
        {"after_care": REACHED},
        {"after_care": {"after_care.reached": ["not-reached"]}},
        {"after_care": {"after_care.safer": YES}},
    ),
)

CASES = (
    *CONTACT_CASES,
    *HEALTH_CASES,
    *SUBSTANCE_CASES,
    *CHILDREN_CASES,
    *LIVING_CASES,
    *NETWORK_CASES,
    *COORDINATION_CASES,
    *DECISION_CASES,
    *PLAN_CASES,
    *ON_THE_WAY_CASES,
    *ENDING_CASES,
)


def changed(forms: Forms, change: Forms) -> Forms:
    """Return *forms* with a *change*: facts added, taken away, or a whole entry gone."""
    kept = {name: facts for name, facts in forms.items() if change.get(name) != {}}
    for name, facts in change.items():
        if facts:
            merged = {**kept.get(name, {}), **facts}
            kept[name] = {link_id: fact for link_id, fact in merged.items() if fact}
    return kept


def entries_of(forms: Forms) -> tuple[Entry, ...]:
    """Return an entry of each of *forms*, begun in their order."""
    return tuple(
        entry(
            Form(name.partition("#")[0].rstrip("?")),
            facts,
            signed=not name.endswith("?"),
            number=number,
        )
        for number, (name, facts) in enumerate(forms.items(), start=1)
    )


def course_from(forms: Forms, *notes: Entry) -> Course:
    """Return the course that *forms*, and *notes* about its tasks, tell."""
    return course_of(Case("case", (*entries_of(forms), *notes)))


def note(task_id: str, outcome: str, day: str, reason: str = "", number: int = 50) -> Entry:
    """Return a signed note about a task; *reason* may be empty."""
    facts: dict[str, Fact] = {
        "task.id": task_id,
        "task.outcome": [outcome],
        "task.date": day,
        "task.reason": reason,
    }
    kept = {link_id: fact for link_id, fact in facts.items() if fact}
    return entry(Form.TASK_NOTE, kept, number=number)
