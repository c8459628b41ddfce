"""Which entry one works on when a step of a case is chosen."""

from app.open_case import OpenCase
from models.case import Entry
from models.clinic import Clinic
from models.steps import THREAD, steps_of


def next_entry(case: OpenCase, clinic: Clinic) -> Entry:
    """Return the entry of the first step that is not done, else of the last step."""
    steps = steps_of(case.case, case.course, clinic)
    following = next((step for step in steps if step.is_next), steps[-1])
    return entry_of_form(case, following.form)


def entry_of_form(case: OpenCase, form: str) -> Entry:
    """Return the entry of *form* one works on; what stands beside the steps is filled anew.

    Raises `UnknownFormError` or `FormError` when this program cannot read the form.
    """
    standing = case.case.current(form) if form in THREAD else None
    return _worked_on(case, standing) if standing else case.begin(form)


def entry_at(case: OpenCase, key: str) -> Entry:
    """Return the entry of the step with this *key*: the id of an entry, or a form not begun.

    Raises as `entry_of_form` does.
    """
    chosen = case.case.entry(key)
    return _worked_on(case, chosen) if chosen else entry_of_form(case, key)


def _worked_on(case: OpenCase, entry: Entry) -> Entry:
    return case.case.correction_of(entry) or entry
