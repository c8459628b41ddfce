"""Plans that must fit together: the coordinating plan with psychiatry, the municipality's own."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody with a part in the help; `consent` says whether we may talk, None if not asked."""

    name: str
    task: str
    consent: bool | None
    next_day: date | None


@dataclass(frozen=True, slots=True)
class CoordinatedPlan:
    """Whether the help is coordinated; `mental`, `state` and `plan_141` are codes.

    `made` is the day of the coordinating plan (koordinerende indsatsplan), `plan_141_made` that of
    the municipality's plan (handleplan); `has_plan_141_parts` when we have what matters of it.
    """

    day: date | None
    words: str
    mental: str
    is_complex: bool
    state: str
    contacted: date | None
    coordinator: str
    made: date | None
    meeting: date | None
    discharge_agreement: str
    plan_141: str
    plan_141_asked: date | None
    plan_141_made: date | None
    participants: tuple[Participant, ...]
    lead: str
    next_day: date | None
    has_plan_141_parts: bool = False


def coordinated_plan_of(answers: Answers) -> CoordinatedPlan:
    """Return what the answers to the form *coordinated_plan* say; empty rows are left out."""
    rows = range(answers.rows(Place("coordinated_plan.participant")))
    return CoordinatedPlan(
        day=answers.day("coordinated_plan.date"),
        words=answers.text("coordinated_plan.citizen_words"),
        mental=answers.code("coordinated_plan.mental"),
        is_complex=answers.yes("coordinated_plan.complex") is True,
        state=answers.code("coordinated_plan.state"),
        contacted=answers.day("coordinated_plan.contacted"),
        coordinator=answers.text("coordinated_plan.coordinator"),
        made=answers.day("coordinated_plan.made"),
        meeting=answers.day("coordinated_plan.meeting"),
        discharge_agreement=answers.code("coordinated_plan.discharge_agreement"),
        plan_141=answers.code("coordinated_plan.plan_141"),
        plan_141_asked=answers.day("coordinated_plan.plan_141_asked"),
        plan_141_made=answers.day("coordinated_plan.plan_141_made"),
        participants=tuple(found for row in rows if (found := _participant(answers, row)).name),
        lead=answers.text("coordinated_plan.lead"),
        next_day=answers.day("coordinated_plan.next"),
        has_plan_141_parts=answers.yes("coordinated_plan.plan_141_received") is True,
    )


def _participant(answers: Answers, row: int) -> Participant:
    return Participant(
        name=answers.text("coordinated_plan.participant.name", row),
        task=answers.text("coordinated_plan.participant.task", row),
        consent=answers.yes("coordinated_plan.participant.consent", row),
        next_day=answers.day("coordinated_plan.participant.next", row),
    )
