"""What is due as the list of the day shows it: when in words, and which days make a group."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.due_shown import due_state_of
from models.danish import days, short_date, weekday
from models.deadlines.term import DeadlineState, Term
from models.deadlines_of_clinic import ClinicDeadline
from storage.case_ids import CLINIC_CASE
from storage.list_records import Derived, DueSpan
from storage.records import DueTask
from views.screen.today_rows import DueGroup, DueLine

FAR = timedelta(days=92)
"""So far ahead what is due is shown."""
_ONE_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_OUR_OWN = "Klinikken"
NAMELESS = "Uden navn"


def spans_of(today: date, only: Derived | None) -> Iterator[tuple[DueGroup, DueSpan]]:
    """Yield each group of what is due, and the days that make it.

    With *only* what other rows say is left out.
    """
    tomorrow, next_week = today + _ONE_DAY, today + _WEEK + _ONE_DAY
    yield DueGroup.OVERDUE, DueSpan(before=today, only=only)
    yield DueGroup.TODAY, DueSpan(since=today, before=tomorrow, only=only)
    yield DueGroup.WEEK, DueSpan(since=tomorrow, before=next_week, only=only)
    soon = DueSpan(since=next_week, before=today + FAR, near_on=today, only=only)
    yield DueGroup.SOON, soon
    yield DueGroup.LATER, replace(soon, is_near=False)


def lines_due(
    group: DueGroup, due: Iterable[DueTask], of_clinic: Iterable[ClinicDeadline], today: date
) -> tuple[DueLine, ...]:
    """Return the lines of *group*, soonest first; of what is overdue the order of *due* stands.

    So a guarantee that is overdue, which *due* begins with, stands before all else.
    """
    # Two things with one name and one day are seen to together.
    distinct = {(one.case_id, one.task.title, one.task.due): one for one in due}.values()
    dated = [(one.task.due, _line(group, one, today)) for one in distinct]
    dated += [(one.due, _clinic_line(one, one.due, today)) for one in of_clinic if one.due]
    in_group = [(day, line) for day, line in dated if line.group is group]
    if group is not DueGroup.OVERDUE:
        in_group.sort(key=_day_due)
    return tuple(line for _, line in in_group)


def _day_due(dated: tuple[date, DueLine]) -> date:
    return dated[0]


def _line(group: DueGroup, due: DueTask, today: date) -> DueLine:
    task = due.task
    return DueLine(
        case_id=due.case_id,
        group=group,
        what=task.title,
        citizen=due.name or NAMELESS,
        due_text=_counted_aloud(due, today) or _when(task.due, today, is_planned=task.is_planned),
        key=task.id,
        state=due_state_of(Term(task.due, task.soon, task.urgent), today),
    )


def _clinic_line(one: ClinicDeadline, due: date, today: date) -> DueLine:
    term = one.term or Term(due)
    who = f"{_OUR_OWN} · {one.responsible}" if one.responsible else _OUR_OWN
    state = due_state_of(term, today)
    when = _when(due, today, is_planned=False)
    return DueLine(CLINIC_CASE, _group(term, today), one.title, who, when, one.form, state)


def _group(term: Term, today: date) -> DueGroup:
    if term.due <= today:
        return DueGroup.TODAY if term.due == today else DueGroup.OVERDUE
    if term.due <= today + _WEEK:
        return DueGroup.WEEK
    is_near = term.state_on(today) is not DeadlineState.RUNNING
    return DueGroup.SOON if is_near else DueGroup.LATER


def _counted_aloud(due: DueTask, today: date) -> str:
    """Return which day of how many it is, for what is counted so; else nothing."""
    begun, last = due.task.begun, due.task.due
    if begun is None or begun > today:
        return ""
    counted = f"Dag {(today - begun).days} af {(last - begun).days}"
    if last < today:
        return counted
    is_near = last <= today + _ONE_DAY
    return f"{counted} · {_day(last, today) if is_near else short_date(last)}"


def _when(due: date, today: date, *, is_planned: bool) -> str:
    if due < today:
        late = days((today - due).days)
        return f"Planlagt for {late} siden" if is_planned else f"Overskredet {late}"
    return f"Planlagt {_day(due, today).lower()}" if is_planned else _day(due, today)


def _day(due: date, today: date) -> str:
    if due == today:
        return "I dag"
    if due == today + _ONE_DAY:
        return "I morgen"
    return f"{weekday(due).capitalize()} {short_date(due)}"
