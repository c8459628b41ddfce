"""A course as the case screen shows it: its steps, its letters, the citizen and the clock."""

from datetime import date

from app.open_case import OpenCase
from app.supplies import Supplies
from app.work import Work
from models.clinic import Clinic
from models.course import Course, Form
from models.danish import short_date
from models.deadlines import Deadline, DeadlineState, treatment_guarantee
from models.law_tables import NoRuleInForceError
from models.letters.letter import LetterKind
from models.letters.writing import Occasion, write_letter
from models.steps import Step, StepState, steps_of
from views.screen import step_knot
from views.screen.citizen_bar import CitizenShown
from views.screen.due import DueState
from views.screen.step_list import StepShown

LETTER_TITLES = {
    LetterKind.REQUEST_RECEIPT: "Kvittering for anmodning",
    LetterKind.DECISION: "Afgørelse",
    LetterKind.TREATMENT_PLAN: "Behandlingsplan",
}
"""What each letter is called where it is chosen."""

LETTER_FORMS = {
    LetterKind.REQUEST_RECEIPT: Form.REQUEST,
    LetterKind.DECISION: Form.DECISION,
    LetterKind.TREATMENT_PLAN: Form.TREATMENT_PLAN,
}
"""The form each letter rests on."""

_DUE = {
    DeadlineState.NOT_STARTED: DueState.NONE,
    DeadlineState.RUNNING: DueState.LATER,
    DeadlineState.SOON: DueState.SOON,
    DeadlineState.URGENT: DueState.OVERDUE,
    DeadlineState.OVERDUE: DueState.OVERDUE,
    DeadlineState.MET: DueState.MET,
    DeadlineState.MET_LATE: DueState.OVERDUE,
    DeadlineState.EXPIRED: DueState.NONE,
    DeadlineState.SUSPENDED: DueState.NONE,
    DeadlineState.UNKNOWN: DueState.OVERDUE,
}
_STEP = {
    StepState.NOT_BEGUN: step_knot.StepState.NOT_BEGUN,
    StepState.DRAFT: step_knot.StepState.DRAFT,
    StepState.DONE: step_knot.StepState.DONE,
}


def steps_shown(case: OpenCase, supplies: Supplies) -> tuple[StepShown, ...]:
    """Return the steps of the course, each under the title of its form."""
    return tuple(_step_shown(step, supplies) for step in steps_of(case.case))


def _step_shown(step: Step, supplies: Supplies) -> StepShown:
    return StepShown(step.form, supplies.newest(step.form).title, step.text, _STEP[step.state])


def letters_shown(case: OpenCase, clinic: Clinic, work: Work) -> tuple[StepShown, ...]:
    """Return the letters and how far each is: waiting for its form, lacking, ready or issued."""
    return tuple(_letter_shown(kind, case, clinic, work) for kind in LetterKind)


def _letter_shown(kind: LetterKind, case: OpenCase, clinic: Clinic, work: Work) -> StepShown:
    title = LETTER_TITLES[kind]
    if issued := case.case.issued(kind):
        day = short_date(issued.approved.astimezone().date())
        return StepShown(kind, title, f"Godkendt {day}", step_knot.StepState.DONE)
    if case.case.current(LETTER_FORMS[kind]) is None:
        waits_for = work.supplies.newest(LETTER_FORMS[kind]).title.lower()
        return StepShown(kind, title, f"Venter på {waits_for}", step_knot.StepState.WAITING)
    if _lacks_something(kind, case.course, clinic, work):
        return StepShown(kind, title, "Mangler noget", step_knot.StepState.MISSING)
    return StepShown(kind, title, "Klar til at godkende", step_knot.StepState.DRAFT)


def _lacks_something(kind: LetterKind, course: Course, clinic: Clinic, work: Work) -> bool:
    occasion = Occasion(work.today, work.person)
    try:
        draft = write_letter(kind, course, clinic, work.supplies.book, occasion)
    except NoRuleInForceError:
        return True
    return bool(draft.lacks)


def citizen_shown(course: Course, supplies: Supplies, today: date) -> CitizenShown:
    """Return who the case is about, and the clock of the treatment guarantee."""
    citizen = course.citizen
    cpr = f"{citizen.cpr.written} (tjek nummeret)" if citizen.cpr.hint else citizen.cpr.written
    name = citizen.name or "Ny borger"
    if citizen.is_under_age(today):
        where = supplies.law.citation("bl-33", today)
        stop = (
            "Borgeren er under 18 år, og programmet er til voksne. Henvis til kommunens hjælp til "
            f"unge ({where})."
        )
        return CitizenShown(name, cpr, "Under 18 år: se hvorhen", DueState.OVERDUE, stop)
    guarantee = treatment_guarantee(course, supplies.law, today)
    state = due_state(guarantee, today)
    return CitizenShown(name, cpr, guarantee.brief, state, guarantee.sentence)


def due_state(deadline: Deadline, today: date) -> DueState:
    """Return how near *deadline* is, as colours show it."""
    if deadline.is_open and deadline.due == today:
        return DueState.TODAY
    return _DUE[deadline.state]
