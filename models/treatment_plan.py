"""The treatment plan: what is agreed, goal by goal, between citizen and counsellor."""

from dataclasses import dataclass, replace
from datetime import date

from models.answers import Answers, Place
from models.chosen import chosen
from models.plan_goals import Goal, goals_of


@dataclass(frozen=True, slots=True)
class Actor:
    """Another office or person who helps, and with what.

    `consent` is the code of whether the citizen agrees that we talk with them.
    """

    name: str
    role: str
    task: str
    is_authority: bool
    follow_up: str
    consent: str = ""


@dataclass(frozen=True, slots=True)
class RelapsePlan:
    """What to do before, during and after a lapse or relapse.

    `naloxone` is the code of whether the citizen has the antidote.
    """

    signs: str
    situations: str
    i_do: str
    call: str
    counsellor_does: str
    naloxone: str
    children: str = ""

    @property
    def is_made(self) -> bool:
        """Whether anything of it was agreed."""
        return any((self.signs, self.situations, self.i_do, self.call, self.counsellor_does))


@dataclass(frozen=True, slots=True)
class Contract:
    """What was gone through and agreed about the treatment itself; None where nobody answered."""

    knows_rules: bool | None
    expectations: str
    knows_confidentiality: bool | None
    tests_purpose: str


@dataclass(frozen=True, slots=True)
class TreatmentPlan:
    """One version of the plan.

    `occasion`, `family`, `tests` and `agreed` are codes of the form's options, `other_plans` and
    `measures` the words of theirs. `is_told_of_duty` is None when nobody said whether the citizen
    knows when one must notify about a child.
    """

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
    other_plans: tuple[str, ...]
    relapse: RelapsePlan
    contract: Contract
    review: date | None
    one_month: str
    six_months: str
    follow_up_who: str
    remarks: str
    handed_over: date | None
    occasion: str = ""
    family: frozenset[str] = frozenset()
    is_told_of_duty: bool | None = None
    tests: str = ""
    agreed: str = ""
    changed: str = ""
    authority_contact: str = ""
    barriers: str = ""
    family_support: str = ""
    other_plans_owner: str = ""
    measures: tuple[str, ...] = ()


def treatment_plan_of(answers: Answers) -> TreatmentPlan:
    """Return what the answers to the form *treatment_plan* say; empty rows are left out."""
    return replace(
        _as_printed(answers),
        occasion=answers.code("plan.occasion"),
        family=chosen(answers, "plan.family"),
        is_told_of_duty=answers.yes("plan.family_told"),
        tests=answers.code("contract.tests"),
        agreed=answers.code("plan.agreed"),
        changed=answers.text("plan.changed"),
        authority_contact=answers.text("plan.authority_contact"),
        barriers=answers.text("plan.barriers"),
        family_support=answers.text("plan.family_support"),
        other_plans_owner=answers.text("plan.other_plans_owner"),
        measures=_displays(answers, "plan.measures"),
    )


def _as_printed(answers: Answers) -> TreatmentPlan:
    return TreatmentPlan(
        day=answers.day("plan.date"),
        provider=answers.text("plan.provider"),
        therapist=answers.text("plan.therapist"),
        participants=answers.text("plan.participants"),
        dream=answers.text("plan.dream"),
        summary=answers.text("plan.summary"),
        drugs_stance=answers.text("plan.drugs_stance"),
        goals=goals_of(answers),
        duration=answers.text("plan.duration"),
        intensity=answers.text("plan.intensity"),
        start=answers.day("plan.start"),
        end=answers.day("plan.end"),
        actors=tuple(a for row in _rows(answers, "actor") if (a := _actor(answers, row)).name),
        network=answers.text("network.who"),
        support=_displays(answers, "plan.support"),
        no_show=answers.text("plan.no_show"),
        other_plans=_displays(answers, "plan.other_plans"),
        relapse=_relapse_plan(answers),
        contract=_contract(answers),
        review=answers.day("plan.review"),
        one_month=answers.text("plan.one_month"),
        six_months=answers.text("plan.six_months"),
        follow_up_who=answers.text("plan.follow_up_who"),
        remarks=answers.text("plan.remarks"),
        handed_over=answers.day("plan.handed_over"),
    )


def _rows(answers: Answers, group: str, *outer: int) -> range:
    return range(answers.rows(Place(group, outer)))


def _actor(answers: Answers, row: int) -> Actor:
    return Actor(
        name=answers.text("actor.name", row),
        role=answers.text("actor.role", row),
        task=answers.text("actor.task", row),
        is_authority=answers.yes("actor.authority", row) is True,
        follow_up=answers.text("actor.follow_up", row),
        consent=answers.code("actor.consent", row),
    )


def _relapse_plan(answers: Answers) -> RelapsePlan:
    return RelapsePlan(
        signs=answers.text("relapse.signs"),
        situations=answers.text("relapse.situations"),
        i_do=answers.text("relapse.i_do"),
        call=answers.text("relapse.call"),
        counsellor_does=answers.text("relapse.counsellor_does"),
        naloxone=answers.code("relapse.naloxone"),
        children=answers.text("relapse.children"),
    )


def _contract(answers: Answers) -> Contract:
    return Contract(
        knows_rules=answers.yes("contract.rules"),
        expectations=answers.text("contract.expectations"),
        knows_confidentiality=answers.yes("contract.confidentiality"),
        tests_purpose=answers.text("contract.tests_purpose"),
    )


def _displays(answers: Answers, link_id: str) -> tuple[str, ...]:
    """Return the options chosen in their own words, but for one that says there are none."""
    chosen_ones = answers.choices(link_id)
    return tuple(choice.display for choice in chosen_ones if choice.code != "none")
