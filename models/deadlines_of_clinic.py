"""What is due about the clinic itself: its quality standard, its reviews, its agreements.

The quality standard is revised at least every two years (bekendtgørelse 1477 § 6, instruction 2.8.1
of 2020). All other days are those that the clinic has set itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.checklists import Checklist, ListState, QualityStandard, Standing
from models.danish import days, long_date
from models.deadlines.term import DeadlineState, Term, left, on_the_day, term_of
from models.law_tables import Confidence, LawTables, NoRuleInForceError

_SOON = timedelta(days=30)
"""So long before a day that the clinic has set itself it is said to be near."""

_REVISION = "quality_standard.revised"
_TITLE = "Se kvalitetsstandarden efter"
_NO_BASIS = (
    "Skriv, hvornår kvalitetsstandarden er vedtaget. Så regner programmet ud, hvornår den skal ses "
    "efter."
)


@dataclass(frozen=True, slots=True)
class ClinicDeadline:
    """Something about the clinic that is to be seen to; without `term` its day is not known.

    `form` is the checklist and `link_id` the question that says so, `row` which of several
    agreements it is about. `provision` is the id of its source in the law tables; empty when the
    clinic has set the day itself.
    """

    id: str
    title: str
    form: str
    link_id: str
    state: DeadlineState
    sentence: str
    term: Term | None = None
    responsible: str = ""
    provision: str = ""
    confidence: Confidence = Confidence.SURE
    row: int | None = None

    @property
    def due(self) -> date | None:
        """The last day that is in time."""
        return self.term.due if self.term else None


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that the clinic has set itself, and for what."""

    link_id: str
    title: str
    day: date
    responsible: str
    row: int | None = None


def deadlines_of_clinic(
    lists: Iterable[ListState], law: LawTables, today: date
) -> tuple[ClinicDeadline, ...]:
    """Return what is due about the clinic, soonest first, what has no day before all of it."""
    found = (due for state in lists if state.is_begun for due in _of_list(state, law, today))
    return tuple(sorted(found, key=_by_day))


def _of_list(state: ListState, law: LawTables, today: date) -> Iterator[ClinicDeadline]:
    revision = _revision(state, state.standard, law, today) if state.standard else None
    if revision:
        yield revision
    for own in (*_reviews(state, revision), *_points(state), *_agreements(state)):
        yield _own(state.head.form, own, today)


def _revision(
    state: ListState, standard: QualityStandard, law: LawTables, today: date
) -> ClinicDeadline:
    """Return when the quality standard is to be revised (bekendtgørelse 1477 § 6)."""
    if standard.basis is None:
        return _without_day(state, _NO_BASIS)
    try:
        # A standing duty: what is asked today is asked of an older standard, too.
        length = law.length("quality_standard", today)
    except NoRuleInForceError as error:
        return _without_day(state, str(error))
    term = term_of(standard.basis, length, law.calendar)
    return ClinicDeadline(
        id=Checklist.QUALITY_STANDARD,
        title=_TITLE,
        form=state.head.form,
        link_id=_REVISION,
        state=term.state_on(today),
        sentence=_revised_by(term, state.next, today),
        term=term,
        responsible=state.responsible,
        provision=length.provision,
        confidence=length.confidence,
    )


def _without_day(state: ListState, sentence: str) -> ClinicDeadline:
    form, unknown = state.head.form, DeadlineState.UNKNOWN
    return ClinicDeadline(
        *(Checklist.QUALITY_STANDARD, _TITLE, form, "quality_standard.approved", unknown, sentence),
        responsible=state.responsible,
    )


def _revised_by(term: Term, planned: date | None, today: date) -> str:
    due = term.due
    if today > due:
        late = days((today - due).days)
        by = f"Kvalitetsstandarden skulle være set efter senest {on_the_day(due)}."
        return f"{by} Fristen er overskredet med {late}."
    by = f"Kvalitetsstandarden skal ses efter senest {on_the_day(due)}. {left((due - today).days)}"
    if planned and planned > due:
        return f"{by} I har sat {long_date(planned)} af til det. Det er for sent."
    return by


def _reviews(state: ListState, revision: ClinicDeadline | None) -> Iterator[_Day]:
    """Yield the next review of the list, unless the law wants it sooner."""
    if state.next is None or (revision and revision.due and state.next >= revision.due):
        return
    title = _TITLE if revision else f"Gå listen »{state.head.title}« igennem"
    yield _Day(f"{state.head.form}.next", title, state.next, state.responsible)


def _points(state: ListState) -> Iterator[_Day]:
    for point in state.points:
        if point.next and point.standing is not Standing.NOT_RELEVANT:
            responsible = point.responsible or state.responsible
            title = f"{state.head.title}: {point.point.title}"
            yield _Day(f"{point.point.id}.next", title, point.next, responsible)


def _agreements(state: ListState) -> Iterator[_Day]:
    for agreed in state.agreements:
        if agreed.next:
            title = f"Se aftalen efter: {agreed.party or 'den uden navn'}"
            responsible = agreed.responsible or state.responsible
            link_id = "cooperation.agreement.next"
            yield _Day(link_id, title, agreed.next, responsible, agreed.row)


def _own(form: str, own: _Day, today: date) -> ClinicDeadline:
    term = Term(own.day, own.day - _SOON)
    return ClinicDeadline(
        id=own.link_id if own.row is None else f"{own.link_id}:{own.row}",
        title=own.title,
        form=form,
        link_id=own.link_id,
        state=term.state_on(today),
        sentence=_set_for(own.day, today),
        term=term,
        responsible=own.responsible,
        row=own.row,
    )


def _set_for(day: date, today: date) -> str:
    if today > day:
        return (
            f"I ville se på det senest {on_the_day(day)}. Det er {days((today - day).days)} siden."
        )
    return f"I har sat {on_the_day(day)} af til det. {left((day - today).days)}"


def _by_day(due: ClinicDeadline) -> tuple[date, str, str]:
    return due.due or date.min, due.form, due.id
