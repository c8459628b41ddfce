"""The plans: the treatment plan, its follow-up, and those made with others."""

from datetime import date

from models.course import Course, Form
from models.deadlines.rule import NOTHING, Rule, Scope, Shown
from models.deadlines.seen import Seen
from models.deadlines.term import Deadline, Whose, on_the_day
from models.decisions import in_force
from models.law_tables import LawTables

_PLAN = Rule(
    id="treatment_plan",
    title="Behandlingsplan",
    form=Form.TREATMENT_PLAN,
    waits="Fristen begynder, når behandlingen går i gang.",
    duty="Behandlingsplanen skal være lavet",
    missed="Behandlingsplanen skulle være lavet",
    done="Behandlingsplanen blev lavet",
    since="behandlingens start",
    closes="Loven siger: ved start. Fristen er holdt, når planen er underskrevet.",
    scope=Scope.TREATMENT,
)
_REVIEW = Rule(
    id="plan_review",
    title="Opfølgning på planen",
    form=Form.FOLLOW_UP,
    waits="Fristen begynder, når behandlingsplanen er lavet.",
    duty="Planen skal følges op",
    missed="Planen skulle følges op",
    done="Planen blev fulgt op",
    since="den seneste plan eller opfølgning",
    closes="En underskrevet opfølgning sætter den næste frist. Loven siger løbende.",
    scope=Scope.TREATMENT,
)
_COORDINATED = Rule(
    id="coordinated_meeting",
    title="Møde om koordinerende indsatsplan",
    form=Form.COORDINATED_PLAN,
    waits="Fristen begynder, når der er en koordinerende indsatsplan.",
    duty="I skal have holdt møde om den koordinerende indsatsplan",
    missed="I skulle have holdt møde om den koordinerende indsatsplan",
    done="Mødet blev holdt",
    since="det seneste, der er skrevet om planen,",
    closes="Koordinatoren indkalder. Skriv mødet i skemaet om planen.",
    scope=Scope.TREATMENT,
    whose=Whose.OTHERS,
)
_AGREEMENT = Rule(
    id="discharge_agreement",
    title="Udskrivningsaftale med psykiatrien",
    form=Form.COORDINATED_PLAN,
    waits="Fristen begynder, når borgeren er indlagt og har brug for en aftale.",
    duty="Udskrivningsaftalen skal være lavet før udskrivningen fra sygehuset,",
    missed="Udskrivningsaftalen skulle være lavet før udskrivningen fra sygehuset,",
    done="Udskrivningsaftalen blev lavet",
    since="den ventede udskrivning fra sygehuset",
    closes="Psykiatrien laver den sammen med jer.",
    whose=Whose.OTHERS,
    lapses=True,
)
_PLAN_141 = Rule(
    id="plan_141",
    title="Tilbud om handleplan",
    form=Form.COORDINATED_PLAN,
    waits="Fristen begynder, når en bevilget behandling går i gang.",
    duty="En handleplan skal være tilbudt",
    missed="En handleplan skulle være tilbudt",
    done="En handleplan blev tilbudt",
    since="behandlingens start",
    closes="Loven nævner ingen frist, men tilbuddet hører med til hjælpen.",
    scope=Scope.TREATMENT,
)
_OFFERED = {"exists", "wished", "offered", "declined"}


def treatment_plan(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the treatment plan (serviceloven § 101, stk. 8)."""
    seen = Seen(course, law, today)
    start = seen.signed_day(Form.START, course.start.day)
    return seen.count(_PLAN, start, Shown(course.plan.day, course.is_signed(Form.TREATMENT_PLAN)))


def plan_review(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the next follow-up of the plan (serviceloven § 148).

    It runs from the newest signed plan or follow-up until the day agreed last, else for as long as
    is usual; each follow-up begins it anew.
    """
    seen = Seen(course, law, today)
    latest, agreed = _latest_look(seen)
    span = seen.span(_REVIEW, latest)
    if isinstance(span, Deadline):
        return span
    return seen.judge(span.until(agreed, "Dagen er aftalt.") if agreed else span, NOTHING)


def _latest_look(seen: Seen) -> tuple[date | None, date | None]:
    """Return the newest day the plan was looked at, and the day agreed for the next time."""
    course = seen.course
    planned = seen.signed_day(Form.TREATMENT_PLAN, course.plan.day)
    if planned is None:
        return None, None
    looks = [(planned, course.plan.review)]
    looks += [(f.day, f.next_day) for f in course.follow_ups if f.is_signed and f.day]
    done = [look for look in looks if look[0] <= seen.today] or looks[:1]
    done.sort(key=_day_of_look)
    day = done[-1][0]
    agreed = [until for _, until in done if until and until > day]
    return day, agreed[-1] if agreed else None


def _day_of_look(look: tuple[date, date | None]) -> date:
    return look[0]


def coordinated_meeting(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the time until the next meeting about a coordinating plan (retningslinjen 2.6.13)."""
    seen, plan = Seen(course, law, today), course.coordinated_plan
    exists = plan.state == "exists" and course.is_signed(Form.COORDINATED_PLAN)
    days = [day for day in (plan.day, plan.made) if day]
    agreed = f"Næste møde er aftalt til {on_the_day(plan.meeting)}." if plan.meeting else ""
    return seen.count(_COORDINATED, max(days) if exists and days else None, NOTHING, agreed)


def discharge_agreement(course: Course, law: LawTables, today: date) -> Deadline:
    """Return the deadline for the agreement with the psychiatric ward (psykiatriloven § 13 a)."""
    seen, plan = Seen(course, law, today), course.coordinated_plan
    is_there = plan.discharge_agreement == "yes"
    is_wanted = course.request.is_elsewhere and (is_there or plan.discharge_agreement == "no")
    span = seen.span(_AGREEMENT, course.request.elsewhere_end if is_wanted else None)
    if isinstance(span, Deadline):
        return span
    if is_there and course.is_signed(Form.COORDINATED_PLAN):
        return span.settled("Udskrivningsaftalen er lavet.", "Udskrivningsaftale: lavet")
    return seen.judge(span, NOTHING)


def plan_141(course: Course, law: LawTables, today: date) -> Deadline:
    """Return when the municipality's plan must have been offered (serviceloven § 141).

    The law names no time: the offer is part of the help, so it is counted to the day that begins.
    """
    seen, has_granted = Seen(course, law, today), in_force(course.decisions) is not None
    start = seen.signed_day(Form.START, course.start.day)
    span = seen.span(_PLAN_141, start if has_granted else None)
    if isinstance(span, Deadline):
        return span
    said = _said_of_plan_141(course)
    if said & _OFFERED:
        return span.settled("Borgeren har fået tilbud om en handleplan.", "Handleplan: tilbudt")
    if "not-relevant" in said:
        return span.rests("Borgeren er ikke omfattet af reglen om handleplan.", "Ikke omfattet")
    return seen.judge(span, NOTHING)


def _said_of_plan_141(course: Course) -> set[str]:
    plan, is_told = course.coordinated_plan, course.is_signed(Form.COORDINATED_PLAN)
    decided = {decision.plan_141 for decision in course.decisions}
    return decided | {plan.plan_141 if is_told else ""}
