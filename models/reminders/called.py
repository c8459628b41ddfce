"""What a course calls for on a day: each reminder with how it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.course import Course, Form
from models.danish import long_date, weekday
from models.law_tables import Confidence, LawTables, NoRuleInForceError, holds
from models.reminders.facts import is_dead
from models.reminders.lettered import NO_LETTERS, Lettered
from models.reminders.registry import RULES
from models.reminders.reminder import Before, Reminder, ReminderKind
from models.reminders.rule import is_since
from models.task_note import TaskNote

_HOW_SURE = {
    Confidence.SURE: "",
    Confidence.LIKELY: "Reglen er sandsynlig, men ikke helt bekræftet.",
    Confidence.UNVERIFIED: "Reglen er ikke bekræftet.",
}


class CalledState(StrEnum):
    """How something that was called for stands."""

    OPEN = "open"
    DONE = "done"
    PLANNED = "planned"
    SET_ASIDE = "set-aside"


@dataclass(frozen=True, slots=True)
class Called:
    """A reminder that the answers call for, and how it stands.

    `sentence` is for the counsellor. `planned` is the day it is planned for; `citations` are the
    provisions it rests on as they are cited on the day.
    """

    reminder: Reminder
    state: CalledState
    planned: date | None
    sentence: str
    citations: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something still has to be done."""
        return self.state in {CalledState.OPEN, CalledState.PLANNED}


def called_for(
    course: Course,
    reminders: Iterable[Reminder],
    law: LawTables,
    today: date,
    letters: Lettered = NO_LETTERS,
) -> tuple[Called, ...]:
    """Return what *course* calls for on the day *today*, done or not, in the order of *reminders*.

    What a draft says counts, so that it can be thought of during the conversation. What one of the
    *letters* approved in the course does is done. After a signed discharge only what outlives the
    course, or is planned by a signed note, is called for.
    """
    in_force = (row for row in reminders if holds(row, today))
    called = (row for row in in_force if _is_called(row, course, today))
    return tuple(
        _written(row, law, today)
        if _is_written(row, course, letters)
        else _called(row, course, law, today)
        for row in called
    )


def is_taken_over(reminder_id: str, earlier: Course, later: Course, today: date) -> bool:
    """Return whether what is left of the *earlier* course is asked for or shown in the *later*.

    What happened in the earlier course, as a notification on its way, is never taken over.
    """
    rule = RULES.get(reminder_id)
    if rule is None or not earlier.is_signed(Form.DISCHARGE):
        return False
    if rule.outlives and not rule.passes_on:
        return False
    return rule.is_called(later, today) or rule.shows(later)


def passes_on(reminder_id: str) -> bool:
    """Return whether the reminder stands until a later course takes it over."""
    return reminder_id in RULES and RULES[reminder_id].passes_on


def gates_before(step: Before, called: Iterable[Called]) -> tuple[Called, ...]:
    """Return those of *called* that must be there before *step*, and are not yet.

    They are shown and never in the way: what a letter may not be without is the letter's own rule.
    """
    return tuple(
        one
        for one in called
        if one.is_open and one.reminder.kind is ReminderKind.GATE and one.reminder.before is step
    )


def _is_called(row: Reminder, course: Course, today: date) -> bool:
    rule = RULES[row.id]
    is_left = not course.is_signed(Form.DISCHARGE) or rule.outlives
    return (is_left or _is_planned(row, course, today)) and rule.is_called(course, today)


def _is_planned(row: Reminder, course: Course, today: date) -> bool:
    note = _note_about(row.id, RULES[row.id].event(course, today), course)
    return _state(note) is CalledState.PLANNED and not is_dead(course)


def _called(row: Reminder, course: Course, law: LawTables, today: date) -> Called:
    rule, cited = RULES[row.id], tuple(_citations(row, law, today))
    if rule.shows(course):
        return Called(row, CalledState.DONE, None, "Det er gjort og står i sagen.", cited)
    note = _note_about(row.id, rule.event(course, today), course)
    state, day = _state(note), note.day if note else rule.agreed(course)
    if note is None and day:
        state = CalledState.PLANNED
    sentence = _sentence(row, state, day, today)
    if note and state is CalledState.SET_ASIDE:
        sentence = f"Lagt til side: {note.reason}"
    return Called(row, state, day if state is CalledState.PLANNED else None, sentence, cited)


def _written(row: Reminder, law: LawTables, today: date) -> Called:
    cited = tuple(_citations(row, law, today))
    return Called(row, CalledState.DONE, None, "Der er godkendt et brev om det.", cited)


def _is_written(row: Reminder, course: Course, letters: Lettered) -> bool:
    """Whether a letter of the kind that does it was approved about each entry that waits."""
    if row.letter is None:
        return False
    waiting = RULES[row.id].waiting(course)
    if waiting is None:
        waiting = tuple(named for form, named in course.entry_ids.items() if form is row.form)
    return bool(waiting) and all((row.letter, one) in letters for one in waiting)


def _note_about(task_id: str, event: date | None, course: Course) -> TaskNote | None:
    """Return the newest signed note about the task, unless something has called for it since."""
    signed = (note for note in course.task_notes if note.is_signed and note.task_id == task_id)
    newest = next(iter(reversed(tuple(signed))), None)
    if newest is None or (event and not is_since(newest.day, event)):
        return None
    return newest


def _state(note: TaskNote | None) -> CalledState:
    match note:
        case TaskNote(outcome="done"):
            return CalledState.DONE
        case TaskNote(outcome="planned", day=date()):
            return CalledState.PLANNED
        case TaskNote(outcome="set-aside", reason=str(reason)) if reason:
            return CalledState.SET_ASIDE
        case _:
            return CalledState.OPEN


def _sentence(row: Reminder, state: CalledState, day: date | None, today: date) -> str:
    if state is CalledState.DONE:
        return f"Det er noteret som gjort {_on(day)}." if day else "Det er noteret som gjort."
    return " ".join(part for part in (row.text, _plan(day, state, today), _sure(row)) if part)


def _plan(day: date | None, state: CalledState, today: date) -> str:
    if state is not CalledState.PLANNED or day is None:
        return ""
    if day < today:
        return f"Det var planlagt til {_on(day)}. Er det gjort?"
    return f"Planlagt til {_on(day)}."


def _sure(row: Reminder) -> str:
    return _HOW_SURE[row.confidence]


def _on(day: date) -> str:
    return f"{weekday(day)} den {long_date(day)}"


def _citations(row: Reminder, law: LawTables, today: date) -> Iterator[str]:
    for provision in row.provisions:
        try:
            yield law.citation(provision, today)
        except NoRuleInForceError:
            # A provision that has ended is no ground today; the row's other grounds still are.
            continue
