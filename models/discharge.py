"""The discharge (udskrivning): why the course ended, how it stands, and what comes after."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers

_FOLLOWED_UP = {"completed", "other-offer", "hospital", "other"}
_UNPLANNED = {"dropped-out", "expelled"}


@dataclass(frozen=True, slots=True)
class Discharge:
    """When and why the course ended; `is_followed_up` unless the citizen said no to it.

    `written` is the day the citizen got the status in writing. What stands under `drugs`,
    `self_help`, `partner`, `housing` and `income` are codes: how life is at the end. The answers
    that nobody gave are None. `together` is the code of whether the status was written with the
    citizen, `agreed_with` are the words of those the end was agreed with.
    """

    day: date | None
    reason: str
    outreach: str
    status: str
    citizen_view: str
    wishes: str
    written: date | None
    drugs: str
    self_help: bool | None
    partner: str
    housing: str
    income: str
    is_told_of_tolerance: bool | None
    is_told_of_follow_up: bool | None
    has_declined_follow_up: bool
    is_followed_up: bool
    background: str = ""
    goals: str = ""
    together: str = ""
    further_needs: str = ""
    plan: str = ""
    agreed_with: tuple[str, ...] = ()
    where_to_turn: str = ""
    follow_up_how: str = ""

    @property
    def is_unplanned(self) -> bool:
        """Whether the citizen stayed away, broke off or was expelled."""
        return self.reason in _UNPLANNED


def discharge_of(answers: Answers) -> Discharge:
    """Return the end of the course that the answers to the form *discharge* tell."""
    reason = answers.code("discharge.reason")
    has_declined = answers.yes("discharge.follow_up_declined") is True
    return Discharge(
        day=answers.day("discharge.date"),
        reason=reason,
        outreach=answers.text("discharge.outreach"),
        status=answers.text("discharge.status"),
        citizen_view=answers.text("discharge.citizen_view"),
        wishes=answers.text("discharge.wishes"),
        written=answers.day("discharge.written"),
        drugs=answers.code("discharge.drugs"),
        self_help=answers.yes("discharge.self_help"),
        partner=answers.code("discharge.partner"),
        housing=answers.code("discharge.housing"),
        income=answers.code("discharge.income"),
        is_told_of_tolerance=answers.yes("discharge.tolerance"),
        is_told_of_follow_up=answers.yes("discharge.follow_up_told"),
        has_declined_follow_up=has_declined,
        is_followed_up=reason in _FOLLOWED_UP and not has_declined,
        background=answers.text("discharge.background"),
        goals=answers.text("discharge.goals"),
        together=answers.code("discharge.together"),
        further_needs=answers.text("discharge.further_needs"),
        plan=answers.text("discharge.plan"),
        agreed_with=tuple(choice.display for choice in answers.choices("discharge.agreed_with")),
        where_to_turn=answers.text("discharge.where_to_turn"),
        follow_up_how=answers.text("discharge.follow_up_how"),
    )
