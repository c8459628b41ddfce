"""Earlier scores that today's may be compared with: those of editions that score alike."""

from collections.abc import Iterator
from dataclasses import replace

from app.supplies import Supplies, UnknownFormError
from forms.errors import UnsupportedFormError
from models.case import Case, Entry
from models.measured import Measuring, measured_before


def scores_before(entry: Entry, case: Case, supplies: Supplies) -> tuple[Measuring, ...]:
    """Return what was measured before *entry* with the same form, oldest first.

    Of each only the scores that were come to as in the shipped form: what another edition gave
    other points for says nothing about today's number.
    """
    return tuple(_comparable(entry, case, supplies))


def _comparable(entry: Entry, case: Case, supplies: Supplies) -> Iterator[Measuring]:
    for measuring in measured_before(entry, case):
        try:
            form = supplies.form(entry.form, measuring.version)
        except (UnknownFormError, UnsupportedFormError):
            # How an edition that cannot be read came to its scores is not known.
            continue
        scales = supplies.instruments_for(form).scales
        scored = (place for place in measuring.answers.values if place.link_id in scales)
        yield replace(measuring, answers=measuring.answers.only(frozenset(scored)))
