"""Tasks: what is due, missing and called for in a case, each thing once and with its source.

A deadline that runs, or a reminder that the answers call for. Nothing is ticked off here: what is
signed takes its task away, and a note about a task says the rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.case import Case
from models.course import Course, Form
from models.courses import OF_THE_CITIZEN, courses_of
from models.courses_told import CoursesTold, courses_told
from models.deadlines.all import deadlines_of
from models.deadlines.notes import note_about
from models.deadlines.term import Deadline, DeadlineState, Whose, on_the_day
from models.law_tables import LawTables
from models.reminders.called import Called, called_for, is_taken_over, passes_on
from models.reminders.facts import is_dead
from models.reminders.lettered import NO_LETTERS, Lettered, lettered
from models.reminders.reminder import Before, Reminder, ReminderKind
from models.task import GUARANTEE, Task, TaskState

_OF_ONE_THING = {
    "medical_interview_offered": "medical_interview",
    "notification_sent": "notification",
    "plan_141_offered": "plan_141",
    "next_plan_meeting": "coordinated_meeting",
    "psychiatry_agreement": "discharge_agreement",
    "assessment_signed": "assessment",
    "unfinished_assessment": "decision",
    "access_before_decision": "case_access",
}
"""Reminders by their ids, each about the same thing as a deadline."""

_ONE_DAY = timedelta(days=1)


_STATES = {
    DeadlineState.OVERDUE: TaskState.OVERDUE,
    DeadlineState.URGENT: TaskState.URGENT,
    DeadlineState.SOON: TaskState.SOON,
    DeadlineState.RUNNING: TaskState.LATER,
}
_ORDER = tuple(TaskState)


def tasks_of(
    case: Case, reminders: Sequence[Reminder], law: LawTables, today: date
) -> tuple[Task, ...]:
    """Return the tasks of every course of *case*, as `tasks_told` does."""
    return tasks_told(courses_told(case), reminders, law, today)


def tasks_told(
    told: CoursesTold, reminders: Sequence[Reminder], law: LawTables, today: date
) -> tuple[Task, ...]:
    """Return the tasks of every course *told* on the day *today*, the most pressing first.

    Ids are unique: that of an earlier course's task ends with
    an ``@`` and the id of the request it began with.
    """
    parts, courses = told.parts, told.courses
    earlier = (
        task
        for number, part in enumerate(parts[:-1])
        for task in _tasks_of_earlier(part, courses[number:], reminders, law, today)
    )
    present = tasks_in(courses[-1], reminders, law, today, lettered(parts[-1]))
    kept = _planned_beyond(courses[-1], law, today)
    return tuple(sorted((*present, *earlier, *kept), key=_urgency))


def tasks_in(
    course: Course,
    reminders: Iterable[Reminder],
    law: LawTables,
    today: date,
    letters: Lettered = NO_LETTERS,
) -> tuple[Task, ...]:
    """Return the tasks of one course on the day *today*, the most pressing first.

    *letters* are those that were approved in it.
    """
    deadlines = [one for one in deadlines_of(course, law, today) if one.whose is not Whose.CITIZENS]
    called = [one for one in called_for(course, reminders, law, today, letters) if one.is_open]
    folded, others = _folded(deadlines, called)
    tasks = (
        *(_of_deadline(one, course, folded.get(one.id, ())) for one in deadlines if one.is_open),
        *(_of_reminder(one, today) for one in others),
    )
    return tuple(sorted(tasks, key=_urgency))


def course_of_task(case: Case, task: Task) -> Case:
    """Return what *case* holds of the course that *task* belongs to."""
    parts, key = courses_of(case), task.id.partition("@")[2]
    return next((part for part in parts if key and _key_of(part) == key), parts[-1])


def tasks_before(step: Before, tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return those of *tasks* that usually come before *step*; they are never in its way."""
    return tuple(task for task in tasks if task.before is step)


def next_look(
    case: Case, tasks: Iterable[Task], today: date, told: CoursesTold | None = None
) -> date | None:
    """Return the first day after *today* on which time alone may give the case other tasks.

    A day that was told comes or passes, or a deadline runs out; None when nothing of it will.
    """
    courses = (told or courses_told(case)).courses
    days = {day.day for course in courses for day in course.days_told}
    due = {task.term.due for task in tasks if task.term}
    turns = days | {day + _ONE_DAY for day in days | due if day < date.max}
    return min((day for day in turns if day > today), default=None)


def _tasks_of_earlier(
    part: Case,
    courses: Sequence[Course],
    reminders: Iterable[Reminder],
    law: LawTables,
    today: date,
) -> Iterator[Task]:
    """Yield the tasks of the first of *courses*, *part*; what was noted later counts, too."""
    earlier, *later = courses
    key = _key_of(part)
    notes = (note for course in later for note in course.task_notes)
    about = tuple(
        replace(note, task_id=note.task_id.removesuffix(f"@{key}"))
        for note in notes
        if note.task_id.endswith(f"@{key}")
    )
    told = replace(earlier, task_notes=(*earlier.task_notes, *about))
    for task in tasks_in(told, reminders, law, today, lettered(part)):
        # What is the citizen's is told with the present course; that has a request of its own.
        is_told = task.form in {*OF_THE_CITIZEN, Form.REQUEST} and not passes_on(task.rule)
        if not (is_told or any(is_taken_over(task.rule, earlier, one, today) for one in later)):
            yield replace(task, id=f"{task.id}@{key}")


def _key_of(part: Case) -> str:
    asked = part.current(Form.REQUEST)
    return part.begun(asked)[1] if asked else ""


def _folded(
    deadlines: Iterable[Deadline], called: Iterable[Called]
) -> tuple[Mapping[str, Sequence[Called]], Sequence[Called]]:
    """Return which of *called* say the same as a deadline, by its id, and the others.

    What says the same as one that was set aside is set aside with it.
    """
    by_rule: dict[str, Deadline] = {}
    for one in deadlines:
        if one.is_open or one.state is DeadlineState.WAIVED:
            by_rule.setdefault(one.id.partition(":")[0], one)
    folded: dict[str, list[Called]] = {}
    others: list[Called] = []
    for call in called:
        twin = by_rule.get(_OF_ONE_THING.get(call.reminder.id, ""))
        (folded.setdefault(twin.id, []) if twin else others).append(call)
    return folded, others


def _of_deadline(deadline: Deadline, course: Course, same: Sequence[Called]) -> Task:
    rows = [call.reminder for call in same]
    said = dict.fromkeys((deadline.sentence, *(row.text for row in rows)))
    provisions = (deadline.provision, *(name for row in rows for name in row.provisions))
    gates = (row.before for row in rows if row.kind is ReminderKind.GATE)
    return Task(
        id=deadline.id,
        title=deadline.title,
        sentence=" ".join(said),
        state=_STATES[deadline.state],
        form=deadline.form,
        term=deadline.term,
        basis=deadline.basis,
        begun=course.request.received if deadline.id == GUARANTEE else None,
        planned=_planned(deadline, course) or next((c.planned for c in same if c.planned), None),
        before=next(gates, Before.NOTHING),
        instructions=tuple(dict.fromkeys(name for row in rows for name in row.instructions)),
        provisions=tuple(dict.fromkeys(name for name in provisions if name)),
        confidence=deadline.confidence,
        question=next((row.question for row in rows if row.form is deadline.form), ""),
        is_shown_by_entry=deadline.form is not None,
    )


def _planned(deadline: Deadline, course: Course) -> date | None:
    note = note_about(course, deadline.id)
    return note.day if note and note.outcome == "planned" else None


def _planned_beyond(course: Course, law: LawTables, today: date) -> Iterator[Task]:
    """Yield what a signed note plans for after the discharge, though its deadline ended with it."""
    ended = course.discharge.day
    if ended is None or not course.is_signed(Form.DISCHARGE) or is_dead(course):
        return
    for one in deadlines_of(course, law, today):
        planned = _planned(one, course)
        is_over = one.state is DeadlineState.SUSPENDED and one.id != GUARANTEE
        if is_over and planned and planned > ended:
            yield _kept(one, planned, course, today)


def _kept(ended: Deadline, planned: date, course: Course, today: date) -> Task:
    task = _of_deadline(replace(ended, state=DeadlineState.RUNNING, term=None), course, ())
    return replace(
        task,
        sentence=f"{ended.sentence} Planlagt til {on_the_day(planned)}.",
        state=TaskState.OVERDUE if planned < today else TaskState.PLANNED,
        basis="",
        is_shown_by_entry=False,
    )


def _of_reminder(called: Called, today: date) -> Task:
    row, planned = called.reminder, called.planned
    state = TaskState.PLANNED if planned else TaskState.OPEN
    return Task(
        id=row.id,
        title=row.title,
        sentence=called.sentence,
        state=TaskState.OVERDUE if planned and planned < today else state,
        form=row.form,
        planned=planned,
        before=row.before if row.kind is ReminderKind.GATE else Before.NOTHING,
        instructions=row.instructions,
        provisions=row.provisions,
        confidence=row.confidence,
        question=row.question,
    )


def _urgency(task: Task) -> tuple[int, bool, date, bool]:
    is_gate = task.before is not Before.NOTHING
    return _ORDER.index(task.state), task.rule != GUARANTEE, task.day or date.max, not is_gate
