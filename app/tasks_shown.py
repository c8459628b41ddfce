"""Tasks as the screen shows them: in groups, with when in words, sources and what can be said."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.rule_keys import instruction_key, provision_key
from app.rule_words import doubt_in_words
from app.supplies import Supplies
from models.danish import days, short_date
from models.law_tables import Confidence, NoRuleInForceError
from models.reminders.reminder import Before
from models.task import Task, TaskState
from models.tasks import tasks_before
from views.screen.due import DueState
from views.screen.task_card import TaskOutcome, TaskShown, TaskSource
from views.screen.task_panel import TaskGroup

_A_YEAR = timedelta(days=365)
_PLANNED = TaskOutcome("planned", "Planlagt")
_DONE = TaskOutcome("done", "Gjort")
_SET_ASIDE = TaskOutcome("set-aside", "Sæt til side")
_DUE = {
    TaskState.OVERDUE: DueState.OVERDUE,
    TaskState.URGENT: DueState.OVERDUE,
    TaskState.SOON: DueState.SOON,
    TaskState.OPEN: DueState.NONE,
    TaskState.PLANNED: DueState.LATER,
    TaskState.LATER: DueState.LATER,
}
_MISSING = frozenset({TaskState.OVERDUE, TaskState.URGENT, TaskState.SOON})
_EARLIER = "Fra et tidligere forløb."


def task_groups(tasks: Sequence[Task], supplies: Supplies, today: date) -> tuple[TaskGroup, ...]:
    """Return the tasks of a case in groups, the most pressing first, none of them empty.

    What is not due within a year is left out until then.
    """
    near = [task for task in tasks if task.day is None or task.day <= today + _A_YEAR]
    missing = [task for task in near if _is_missing(task)]
    later = [task for task in near if task.state is TaskState.LATER and task not in missing]
    called = [task for task in near if task not in missing and task not in later]
    grouped = (
        ("Det mangler", missing),
        ("Det kalder svarene på", called),
        ("Senere", later),
    )
    return tuple(
        TaskGroup(heading, tuple(_shown(task, supplies, today) for task in found))
        for heading, found in grouped
        if found
    )


def count_in_words(groups: Sequence[TaskGroup]) -> str:
    """Return how many tasks there are, as it stands beside their name; empty for none."""
    count = sum(len(group.tasks) for group in groups)
    return f"({count})" if count else ""


def usually_first(tasks: Sequence[Task], step: Before) -> tuple[str, ...]:
    """Return what is usually in place before *step* and is not, a title each."""
    return tuple(task.title for task in tasks_before(step, tasks))


def _is_missing(task: Task) -> bool:
    return task.state in _MISSING or (
        task.before is not Before.NOTHING and task.state is TaskState.OPEN
    )


def _shown(task: Task, supplies: Supplies, today: date) -> TaskShown:
    return TaskShown(
        key=task.id,
        title=task.title,
        sentence=task.sentence,
        when=_when(task, today),
        state=_DUE[task.state],
        notes=tuple(_notes(task)),
        sources=tuple(_sources(task, supplies, today)),
        way=supplies.title(task.form) if task.form else "",
        outcomes=(_PLANNED, *(() if task.is_shown_by_entry else (_DONE,)), _SET_ASIDE),
    )


def _when(task: Task, today: date) -> str:
    if task.begun and task.term:
        return f"Dag {(today - task.begun).days} af {(task.term.due - task.begun).days}"
    if task.planned and task.planned == task.day:
        return f"Planlagt {short_date(task.planned)}"
    return _left((task.day - today).days) if task.day else ""


def _left(left: int) -> str:
    if left < 0:
        return f"Overskredet {days(-left)}"
    return "I dag" if left == 0 else f"Om {days(left)}"


def _notes(task: Task) -> Iterator[str]:
    if task.basis:
        yield task.basis
    # A reminder says itself how sure it is.
    if task.term and task.confidence is not Confidence.SURE:
        yield doubt_in_words(task.confidence)
    if "@" in task.id:
        yield _EARLIER


def _sources(task: Task, supplies: Supplies, today: date) -> Iterator[TaskSource]:
    for name in task.provisions:
        try:
            provision = supplies.law.provision(name, today)
        except NoRuleInForceError:
            continue
        yield TaskSource(provision.citation, provision_key(provision.id))
    standing = supplies.own_rules.instructions_on(today)
    for number in task.instructions:
        if number in standing:
            said = standing[number]
            yield TaskSource(f"Anvisning {said.id} ({said.edition})", instruction_key(number))
