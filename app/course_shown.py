"""A course as the case screen shows it: its steps, its letters, the citizen and the clock."""

from datetime import date

from app.due_shown import due_state
from app.issuing import LETTER_FORMS, issued_now
from app.open_case import OpenCase
from app.supplies import Supplies
from app.work import Work
from models.appeal import appeal
from models.case import Document
from models.clinic import Clinic
from models.course import Course, Form
from models.danish import short_date
from models.deadlines import treatment_guarantee
from models.law_tables import NoRuleInForceError
from models.letters.letter import LetterKind
from models.letters.writing import Occasion, write_letter
from models.steps import Step, StepState, steps_of
from views.screen import step_knot
from views.screen.citizen_bar import CitizenShown
from views.screen.due import DueState
from views.screen.step_model import StepShown

LETTER_TITLES = {
    LetterKind.REQUEST_RECEIPT: "Kvittering for anmodning",
    LetterKind.DECISION: "Afgørelse",
    LetterKind.TREATMENT_PLAN: "Behandlingsplan",
}
"""What each letter is called where it is chosen."""

_LONGEST_NAME = 120
_STEP = {
    StepState.NOT_BEGUN: step_knot.StepState.NOT_BEGUN,
    StepState.DRAFT: step_knot.StepState.DRAFT,
    StepState.DONE: step_knot.StepState.DONE,
}


def steps_shown(
    case: OpenCase, clinic: Clinic, work: Work, opened: str = ""
) -> tuple[StepShown, ...]:
    """Return the steps of the course, each under the title of its form.

    The key of a step is the id of its entry, or its form when nothing is begun. *opened* is the
    form on the screen.
    """
    steps = steps_of(case.case, case.course, clinic, opened)
    decided = case.case.current(Form.DECISION)
    detail = appeal(case.course, work.supplies.law, work.today).brief
    return tuple(
        step_shown(step, work.supplies, detail if decided and step.entry is decided else "")
        for step in steps
    )


def step_shown(step: Step, supplies: Supplies, detail: str) -> StepShown:
    """Return *step* under the title of its form."""
    entry, state = step.entry, _STEP[step.state]
    if entry is None:
        return StepShown(step.form, supplies.title(step.form), step.text, state, detail)
    title = supplies.form(entry.form, entry.version).title
    return StepShown(entry.id, title, step.text, state, detail)


def letters_shown(case: OpenCase, clinic: Clinic, work: Work) -> tuple[StepShown, ...]:
    """Return the letters and how far each is: waiting, lacking, ready or issued; earlier ones too.

    The key of a letter is its kind, that of an earlier one the id of the document.
    """
    shown: list[StepShown] = []
    for kind in LetterKind:
        shown.append(_letter_shown(kind, case, clinic, work))
        now = issued_now(case.case, kind)
        earlier = (document for document in case.case.issued(kind) if document is not now)
        shown += [_issued_shown(d, d.id, f"{LETTER_TITLES[kind]} (tidligere)") for d in earlier]
    return tuple(shown)


def _letter_shown(kind: LetterKind, case: OpenCase, clinic: Clinic, work: Work) -> StepShown:
    title = LETTER_TITLES[kind]
    if issued := issued_now(case.case, kind):
        return _issued_shown(issued, kind, title)
    if case.case.current(LETTER_FORMS[kind]) is None:
        waits_for = work.supplies.newest(LETTER_FORMS[kind]).title.lower()
        return StepShown(kind, title, f"Venter på {waits_for}", step_knot.StepState.WAITING)
    if _lacks_something(kind, case.course, clinic, work):
        return StepShown(kind, title, "Mangler noget", step_knot.StepState.MISSING)
    return StepShown(kind, title, "Klar til at godkende", step_knot.StepState.DRAFT)


def _issued_shown(document: Document, key: str, title: str) -> StepShown:
    text = f"Godkendt {short_date(document.approved.date())}"
    return StepShown(key, title, text, step_knot.StepState.DONE)


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
    name = citizen.name[:_LONGEST_NAME] or "Ny borger"
    if citizen.is_under_age(today):
        where = supplies.law.citation("bl-33", today)
        stop = (
            "Borgeren er under 18 år, og programmet er til voksne. Henvis til kommunens hjælp til "
            f"unge ({where})."
        )
        return CitizenShown(
            name, cpr, "Under 18 år: kontakt børne- og ungeområdet", DueState.OVERDUE, stop
        )
    guarantee = treatment_guarantee(course, supplies.law, today)
    state = due_state(guarantee.state)
    return CitizenShown(name, cpr, guarantee.brief, state, guarantee.sentence)
