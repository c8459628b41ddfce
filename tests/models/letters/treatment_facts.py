"""The forms along a treatment, filled as full as their letters ask, for a made-up course."""

from app.facts import Facts
from models.course import Course
from models.letters.letter import LetterKind, LetterOf
from models.letters.writer import Told
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST, course

ASSESSMENT: Facts = {
    "assessment.date": "9.11.2026",
    "assessment.wishes": "Jeg vil sove om natten.",
    "drugs.problem": "Du tager kokain hver weekend.",
    "housing.resources": "Du har egen lejlighed.",
    "drugs.words": "Det begyndte som en fest.",
}
RECOMMENDATION: Facts = {
    "recommendation.date": "2.11.2026",
    "recommendation.occasion": ["new"],
    "recommendation.requested": "28.10.2026",
    "recommendation.to": "Åse Øvemand, visitationen",
    "recommendation.consent": ["yes"],
    "recommendation.words": "Jeg vil væk hjemmefra en tid.",
    "recommendation.wished_kind": ["residential"],
    "recommendation.sources": ["assessment"],
    "recommendation.facts": "Tager kokain hver weekend.",
    "recommendation.against": ["true"],
    "recommendation.against_known": ["true"],
    "recommendation.measure": ["day"],
    "recommendation.proposal": "Dagbehandling fire dage om ugen.",
    "recommendation.purpose": "At blive fri af kokain.",
    "recommendation.reasons": "Faste dage har virket før.",
    "recommendation.agrees": ["partly"],
    "recommendation.view": "Jeg tror stadig mest på døgn.",
    "recommendation.copy": "2.11.2026",
}
PLAN: Facts = {
    "plan.date": "20.11.2026",
    "plan.provider": "Åløkke Dagbehandling",
    "plan.authority_contact": "Bo Øvemann, 00 00 00 11",
    "plan.dream": "At se min datter hver uge.",
    "plan.summary": "Vi fandt ud af, at aftenerne er svære.",
    "plan.barriers": "Bussen er dyr. Vi søger om et kort.",
    "plan.drugs_stance": "Du vil stoppe helt.",
    "plan.family": ["sometimes"],
    "plan.family_support": "Familiesamtaler hver anden uge.",
    "plan.family_told": ["true"],
    "goal.area@0": ["drugs"],
    "goal.words@0": "Jeg vil være clean til jul.",
    "goal.sign@0": "Kryds i kalenderen",
    "goal.steps@0": "Den første hele uge.",
    "goal.date@0": "24.12.2026",
    "goal.importance@0": "9",
    "intervention.what@0.0": "Samtale",
    "intervention.method@0.0": ["mi"],
    "intervention.who@0.0": "Ida Øvesen",
    "intervention.when@0.0": "Hver tirsdag",
    "intervention.where@0.0": "En time her hos os",
    "plan.duration": "Et halvt år",
    "plan.intensity": "Fire dage om ugen",
    "plan.start": "16.11.2026",
    "plan.end": "14.5.2027",
    "plan.other_plans": ["job"],
    "plan.other_plans_owner": "Jobcentret har planen.",
    "actor.name@0": "Jobcenter Øvestrup",
    "actor.role@0": "Sagsbehandler",
    "actor.task@0": "Tid til samtalerne",
    "actor.consent@0": ["yes"],
    "actor.authority@0": ["true"],
    "actor.name@1": "Lægehuset",
    "actor.role@1": "Egen læge",
    "actor.consent@1": ["not-yet"],
    "actor.authority@1": ["false"],
    "network.who": "Din søster er med.",
    "plan.support": ["reminder"],
    "plan.no_show": "Vi ringer samme dag.",
    "relapse.signs": "Jeg svarer ikke på beskeder.",
    "relapse.situations": "Lørdag aften alene.",
    "relapse.i_do": "Går en tur til havnen.",
    "relapse.call": "Min søster, 00 00 00 12",
    "relapse.children": "Ella er hos mormor.",
    "relapse.counsellor_does": "Ida ringer samme dag.",
    "relapse.naloxone": ["has"],
    "contract.rules": ["true"],
    "contract.expectations": "At I ringer, før I skriver.",
    "contract.confidentiality": ["true"],
    "contract.tests": ["declined"],
    "plan.review": "12.2.2027",
    "plan.measures": ["goals"],
    "plan.one_month": "Ida ringer",
    "plan.six_months": "Ida kommer forbi",
    "plan.remarks": "Jeg vil helst have aftentider.",
    "plan.agreed": ["partly"],
    "plan.handed_over": "21.11.2026",
}
NOTE: Facts = {
    "conversation_note.date": "2.11.2026",
    "conversation_note.summary": "Vi talte om ugen.",
    "conversation_note.agreement.what@0": "Ringe til jobcentret",
    "conversation_note.agreement.who@0": "Ida",
    "conversation_note.agreement.when@0": "5.11.2026",
    "conversation_note.next": "10.11.2026",
    "conversation_note.next_where": "Klokken 10 her hos os",
    "conversation_note.reminder": ["sms"],
}
ATTENDANCE: Facts = {
    "attendance.date": "30.10.2026",
    "attendance.time": "10.00",
    "attendance.outcome": ["no-show"],
    "attendance.easier": "At nogen ringer om morgenen.",
    "attendance.next": ["elsewhere"],
    "attendance.next_date": "9.11.2026",
}
FOLLOW_UP: Facts = {
    "follow_up.date": "2.11.2026",
    "follow_up.citizen_words": "Det går op og ned, mest op.",
    "follow_up.goal.words@0": "Være clean til jul",
    "follow_up.goal.status@0": ["on-way"],
    "follow_up.goal.note@0": "Elleve dage uden.",
    "follow_up.well_being": "6",
    "follow_up.days": "4",
    "follow_up.heard": "5",
    "follow_up.better": "Sig det til mig først.",
    "follow_up.judgement": "Du er kommet langt.",
    "follow_up.change": ["new-decision"],
    "follow_up.agreed": "Vi fortsætter hver tirsdag.",
    "follow_up.next": "1.12.2026",
}
DISCHARGE: Facts = {
    "discharge.date": "2.10.2026",
    "discharge.reason": ["completed"],
    "discharge.background": "Kokain fyldte hver weekend.",
    "discharge.status": "Du har ikke taget kokain siden juli.",
    "discharge.drugs": ["stopped"],
    "discharge.goals": "Clean til jul: nået.",
    "discharge.citizen_view": "Jeg ser anderledes på det end I gør.",
    "discharge.wishes": "At få en hund.",
    "discharge.together": ["together"],
    "discharge.self_help": ["true"],
    "discharge.partner": ["alone"],
    "discharge.housing": ["own"],
    "discharge.income": ["wage"],
    "discharge.further_needs": "Hjælp til søvnen.",
    "discharge.plan": "Lægen ser på det i december.",
    "discharge.agreed_with": ["doctor"],
    "discharge.where_to_turn": "Værestedet Øen hver aften.",
    "discharge.tolerance": ["true"],
    "discharge.follow_up_told": ["true"],
    "discharge.follow_up_declined": ["false"],
    "discharge.follow_up_how": "Ida ringer om formiddagen.",
}
AFTER_CARE: Facts = {
    "after_care.which": ["one-month"],
    "after_care.reached": ["reached"],
    "after_care.date": "1.11.2026",
    "after_care.words": "Jeg har det bedre, end jeg troede.",
    "after_care.well_being": "7",
    "after_care.drugs": ["stopped"],
    "after_care.goals": ["partly"],
    "after_care.safer": ["true"],
    "after_care.health": ["hard"],
    "after_care.health_need": "En tid hos lægen.",
    "after_care.need": ["talk"],
    "after_care.offered": "Ida ringer i december.",
    "after_care.offer_answer": ["yes"],
    "after_care.next": "1.12.2026",
}
LATER_CARE: Facts = {**AFTER_CARE, "after_care.which": ["six-months"]}

FORMS: dict[LetterKind, dict[str, Facts]] = {
    LetterKind.RECOMMENDATION: {"contact": CONTACT, "recommendation": RECOMMENDATION},
    LetterKind.TREATMENT_PLAN: {
        "contact": CONTACT,
        "assessment": ASSESSMENT,
        "decision": PARTIAL_REFUSAL,
        "treatment_plan": PLAN,
    },
    LetterKind.TREATMENT_PLAN_FULL: {
        "contact": CONTACT,
        "assessment": ASSESSMENT,
        "decision": PARTIAL_REFUSAL,
        "treatment_plan": PLAN,
    },
    LetterKind.LAPSE_CARD: {"contact": CONTACT, "treatment_plan": PLAN},
    LetterKind.MEETING: {"contact": CONTACT, "conversation_note": NOTE},
    LetterKind.MEETING_REMINDER: {"contact": CONTACT, "conversation_note": NOTE},
    LetterKind.NO_SHOW: {
        "contact": CONTACT,
        "request": REQUEST,
        "decision": PARTIAL_REFUSAL,
        "attendance": ATTENDANCE,
    },
    LetterKind.STATUS: {"contact": CONTACT, "follow_up": FOLLOW_UP},
    LetterKind.DISCHARGE_STATUS: {"contact": CONTACT, "discharge": DISCHARGE},
    LetterKind.FOLLOW_UP_ONE_MONTH: {
        "contact": CONTACT,
        "discharge": DISCHARGE,
        "after_care": AFTER_CARE,
    },
    LetterKind.FOLLOW_UP_SIX_MONTHS: {
        "contact": CONTACT,
        "discharge": DISCHARGE,
        "after_care": LATER_CARE,
    },
}
"""What each letter along the treatment is made from, when it lacks nothing."""

EACH = {
    LetterKind.MEETING: "conversation_note",
    LetterKind.MEETING_REMINDER: "conversation_note",
    LetterKind.NO_SHOW: "attendance",
    LetterKind.STATUS: "follow_up",
    LetterKind.FOLLOW_UP_ONE_MONTH: "after_care",
    LetterKind.FOLLOW_UP_SIX_MONTHS: "after_care",
}
"""The forms of which each entry has a letter of its own."""


def treated(
    kind: LetterKind, changed: Facts | None = None, without: tuple[str, ...] = ()
) -> Course:
    """Return a course that calls for a letter of *kind*, with answers *changed* or taken away.

    An answer belongs to the last of the forms unless another has one at its link id.
    """
    forms = FORMS[kind]
    last = next(reversed(forms))
    said = {name: dict(facts) for name, facts in forms.items()}
    for link_id, fact in (changed or {}).items():
        owner = next((name for name, facts in said.items() if link_id in facts), last)
        said[owner][link_id] = fact
    kept = {
        name: {link_id: fact for link_id, fact in facts.items() if link_id not in without}
        for name, facts in said.items()
    }
    return course(**kept)


def letter_in(kind: LetterKind, of: Course) -> LetterOf:
    """Return which letter of *kind* the made-up course calls for."""
    told: dict[str, tuple[Told, ...]] = {
        "conversation_note": of.conversation_notes,
        "attendance": of.attendances,
        "follow_up": of.follow_ups,
        "after_care": of.after_care,
    }
    form = EACH.get(kind)
    return LetterOf(kind, told[form][-1].entry_id) if form else LetterOf(kind)
