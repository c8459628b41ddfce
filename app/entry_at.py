"""Which entry one works on when a step of a case is chosen."""

from app.course_at import NEW_REQUEST, course_at, course_named
from app.letters_standing import standing_letter
from app.open_case import OpenCase
from models.case import Entry
from models.clinic import Clinic
from models.course import Form
from models.courses import courses_of
from models.letters.letter import letter_of
from models.steps import BESIDE_EACH_OTHER, THREAD, leads_on, steps_of
from models.task import Task
from models.tasks import course_of_task


def next_entry(case: OpenCase, clinic: Clinic) -> Entry:
    """Return the entry of the first step that is not done, else of the last step."""
    steps = steps_of(case.present, case.course, clinic)
    following = next((step for step in steps if step.is_next), steps[-1])
    return entry_of_form(case, following.form)


def entry_after(signed: Entry, case: OpenCase, clinic: Clinic) -> Entry | None:
    """Return the entry one goes on with now that *signed* is; None when one stays at it."""
    if signed.form not in THREAD or case.present.entry(signed.id) is None:
        return None
    if signed.form in BESIDE_EACH_OTHER and len(tuple(case.present.all(signed.form))) > 1:
        return None
    following = next_entry(case, clinic)
    return following if leads_on(signed.form, following.form) else None


def another_entry(case: OpenCase, form: str) -> Entry:
    """Return the draft of one more *form*: the one that is begun, else a new one.

    Raises as `entry_of_form` does.
    """
    newest = case.present.current(form)
    return newest if newest and not newest.is_signed else case.begin(form)


def entry_instead(given_up: Entry, case: OpenCase) -> Entry | None:
    """Return the entry one is at when a draft is *given_up*; None when it was beside the steps."""
    corrected = case.case.entry(given_up.replaces or "")
    if corrected:
        return corrected
    return entry_of_form(case, given_up.form) if given_up.form in THREAD else None


def entry_of_task(case: OpenCase, task: Task) -> Entry | None:
    """Return the entry in which *task* is done: one that stands, or a new one; None for no form.

    Raises as `entry_of_form` does.
    """
    form, part = task.form, course_of_task(case.case, task)
    if form is None:
        return None
    standing = part.current(form)
    if standing is None or (standing.is_signed and task.is_of_another_time):
        return case.begin(form)
    return _worked_on(case, standing)


def entry_of_form(case: OpenCase, form: str) -> Entry:
    """Return the entry of *form* one works on; what stands beside the steps is filled anew.

    Raises `UnknownFormError` or `FormError` when this program cannot read the form.
    """
    standing = case.present.current(form) if form in THREAD else None
    return _worked_on(case, standing) if standing else case.begin(form)


def entry_of_lack(case: OpenCase, form: str, letter: str) -> Entry:
    """Return the entry of *form* in the course of the letter with this key.

    It is the one the letter is about, where that is of the form. Raises as `entry_of_form` does.
    """
    about = _about(case, letter)
    if about and about.form == form:
        return _worked_on(case, about)
    at = course_at(case, None, letter)
    standing = None if at.is_present else at.part.current(form)
    return _worked_on(case, standing) if standing else entry_of_form(case, form)


def entry_at(case: OpenCase, key: str) -> Entry:
    """Return the entry of the step with this *key*: the id of an entry, or a form not begun.

    Raises as `entry_of_form` does.
    """
    if key == NEW_REQUEST:
        return case.begin(Form.REQUEST)
    chosen = case.case.entry(key)
    return _worked_on(case, chosen) if chosen else entry_of_form(case, key)


def _about(case: OpenCase, letter: str) -> Entry | None:
    """Return the entry that stands now for the one that the letter with this key is about."""
    key, of_course = course_named(letter)
    named = letter_of(key)
    part = next((p for p in courses_of(case.case) if p.entry(of_course)), case.present)
    now = standing_letter(part, named) if named and named.entry_id else None
    return part.entry(now.entry_id) if now else None


def _worked_on(case: OpenCase, entry: Entry) -> Entry:
    return case.case.correction_of(entry) or entry
