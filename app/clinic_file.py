"""The clinic's own file: entries kept as a citizen's are, in a case that is no citizen."""

from dataclasses import replace
from datetime import date

from app.open_case import OpenCase, read_case
from app.work import Work
from forms.carrying import carried_over
from models.answers import Answers, Place
from models.case import Case, Entry
from models.checklists import draft_of
from storage.case_ids import CLINIC_CASE

__all__ = ("CLINIC_CASE", "begun_again", "read_clinic_case")

_NEXT = ".next"


def read_clinic_case(work: Work) -> Case:
    """Return the clinic's own file as the register holds it, empty when nothing is in it yet.

    That it was read is noted in the trail. Raises `RegisterError`, `UnknownFormError` or
    `FormError`.
    """
    return read_case(CLINIC_CASE, work)


def begun_again(case: OpenCase, last: Entry, work: Work) -> Entry:
    """Return a draft of today that says what the checklist *last* said; not kept yet.

    The days that were set for a next look are left out when they have come. A draft that is begun
    already is returned instead. Raises `UnknownFormError` or `FormError`.
    """
    begun = draft_of(case.case, last.form)
    if begun:
        return begun
    draft, supplies, today = case.begin(last.form), work.supplies, work.today
    was, newest = supplies.form(last.form, last.version), supplies.form(draft.form, draft.version)
    carried = _without_past_days(carried_over(was, newest, last.answers).answers, today)
    return replace(draft, answers=carried.with_answer(Place(f"{last.form}.date"), today))


def _without_past_days(answers: Answers, today: date) -> Answers:
    kept = answers
    for place, values in answers.values.items():
        if place.link_id.endswith(_NEXT) and any(_has_come(value, today) for value in values):
            kept = kept.with_answer(place)
    return kept


def _has_come(value: object, today: date) -> bool:
    return isinstance(value, date) and value <= today
