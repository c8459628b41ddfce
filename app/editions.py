"""A draft that was begun in an older edition of its form, carried over to the newest."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.own_forms import version_order
from app.supplies import Supplies
from app.trouble import READING_TROUBLE
from forms.calculation import with_calculated
from forms.carrying import LeftBehind, carried_over
from forms.questionnaire import Questionnaire
from models.case import Entry


@dataclass(frozen=True)
class CarriedDraft:
    """The draft as it would be in the newest edition, and what could not come along."""

    entry: Entry
    left_behind: tuple[LeftBehind, ...]


def newer_edition(entry: Entry, supplies: Supplies) -> Questionnaire | None:
    """Return the edition that the draft *entry* could go over to; None when there is no newer."""
    if entry.is_signed:
        return None
    try:
        newest = supplies.newest(entry.form)
    except READING_TROUBLE:
        # Without it the draft can still be finished as it was begun.
        return None
    is_newer = version_order(newest.version) > version_order(entry.version)
    return newest if is_newer else None


def carried_draft(entry: Entry, supplies: Supplies, now: datetime) -> CarriedDraft | None:
    """Return *entry* carried over to the newest edition of its form; None when there is none."""
    newest = newer_edition(entry, supplies)
    if newest is None:
        return None
    carried = carried_over(supplies.form(entry.form, entry.version), newest, entry.answers)
    answers = with_calculated(newest, carried.answers, now.date())
    draft = replace(entry.rewritten(answers, now), version=newest.version)
    return CarriedDraft(draft, carried.left_behind)
