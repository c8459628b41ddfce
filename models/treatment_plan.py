"""The treatment plan: what is agreed, goal by goal, between citizen and counsellor."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place


@dataclass(frozen=True, slots=True)
class Intervention:
    """Who does what, and when."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal in the citizen's own words, and how both will see that it is reached."""

    area: str
    words: str
    kind: str
    sign: str
    baseline: str
    target: str
    day: date | None
    importance: int | None
    confidence: int | None
    interventions: tuple[Intervention, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Another office or person who helps, and with what."""

    name: str
    role: str
    task: str
    is_authority: bool
    follow_up: str


@dataclass(frozen=True, slots=True)
class RelapsePlan:
    """What to do before, during and after a lapse or relapse."""

    signs: str
    situations: str
    i_do: str
    call: str
    counsellor_does: str
    naloxone: str


@dataclass(frozen=True, slots=True)
class TreatmentPlan:
    """One version of the plan."""

    day: date | None
    provider: str
    therapist: str
    participants: str
    dream: str
    summary: str
    drugs_stance: str
    goals: tuple[Goal, ...]
    duration: str
    intensity: str
    start: date | None
    end: date | None
    actors: tuple[Actor, ...]
    network: str
    support: tuple[str, ...]
    no_show: str
    other_plans: str
    relapse: RelapsePlan
    review: date | None
    one_month: str
    six_months: str
    follow_up_who: str
    remarks: str
    handed_over: date | None


def treatment_plan_of(answers: Answers) -> TreatmentPlan:
    """Return what the answers to the form *treatment_plan* say; empty rows are left out."""
    return TreatmentPlan(
        day=answers.day("plan.date"),
        provider=answers.text("plan.provider"),
        therapist=answers.text("plan.therapist"),
        participants=answers.text("plan.participants"),
        dream=answers.text("plan.dream"),
        summary=answers.text("plan.summary"),
        drugs_stance=answers.text("plan.drugs_stance"),
        goals=tuple(goal for row in _rows(answers, "goal") if (goal := _goal(answers, row)).words),
        duration=answers.text("plan.duration"),
        intensity=answers.text("plan.intensity"),
        start=answers.day("plan.start"),
        end=answers.day("plan.end"),
        actors=tuple(a for row in _rows(answers, "actor") if (a := _actor(answers, row)).name),
        network=answers.text("network.who"),
        support=tuple(choice.display for choice in answers.choices("plan.support")),
        no_show=answers.text("plan.no_show"),
        other_plans=answers.text("plan.other_plans"),
        relapse=_relapse_plan(answers),
        review=answers.day("plan.review"),
        one_month=answers.text("plan.one_month"),
        six_months=answers.text("plan.six_months"),
        follow_up_who=answers.text("plan.follow_up_who"),
        remarks=answers.text("plan.remarks"),
        handed_over=answers.day("plan.handed_over"),
    )


def _rows(answers: Answers, group: str, *outer: int) -> range:
    return range(answers.rows(Place(group, outer)))


def _goal(answers: Answers, row: int) -> Goal:
    return Goal(
        area=_display(answers, "goal.area", row),
        words=answers.text("goal.words", row),
        kind=_display(answers, "goal.kind", row),
        sign=answers.text("goal.sign", row),
        baseline=answers.text("goal.baseline", row),
        target=answers.text("goal.target", row),
        day=answers.day("goal.date", row),
        importance=_whole(answers, "goal.importance", row),
        confidence=_whole(answers, "goal.confidence", row),
        interventions=tuple(
            made
            for inner in _rows(answers, "intervention", row)
            if (made := _intervention(answers, row, inner)).what
        ),
    )


def _intervention(answers: Answers, goal: int, row: int) -> Intervention:
    return Intervention(
        what=answers.text("intervention.what", goal, row),
        who=answers.text("intervention.who", goal, row),
        when=answers.text("intervention.when", goal, row),
    )


def _actor(answers: Answers, row: int) -> Actor:
    return Actor(
        name=answers.text("actor.name", row),
        role=answers.text("actor.role", row),
        task=answers.text("actor.task", row),
        is_authority=answers.yes("actor.authority", row) is True,
        follow_up=answers.text("actor.follow_up", row),
    )


def _relapse_plan(answers: Answers) -> RelapsePlan:
    return RelapsePlan(
        signs=answers.text("relapse.signs"),
        situations=answers.text("relapse.situations"),
        i_do=answers.text("relapse.i_do"),
        call=answers.text("relapse.call"),
        counsellor_does=answers.text("relapse.counsellor_does"),
        naloxone=_asked_for(answers, "relapse.naloxone"),
    )


def _display(answers: Answers, link_id: str, *rows: int) -> str:
    return next((choice.display for choice in answers.choices(link_id, *rows)), "")


def _asked_for(answers: Answers, link_id: str) -> str:
    """Return the option chosen, unless it says that the question is not relevant."""
    return "" if answers.code(link_id) == "not-relevant" else _display(answers, link_id)


def _whole(answers: Answers, link_id: str, *rows: int) -> int | None:
    number = answers.number(link_id, *rows)
    return None if number is None else int(number)
