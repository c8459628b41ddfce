"""What an open case means today, each thing worked out once for as long as it stands."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Generic, TypeVar

from app.records import Meaning, row_told
from app.work import Work
from models.case import Case, Entry
from models.course import Course, course_of
from models.courses_told import CoursesTold, courses_told
from models.oddities import Oddity, oddities_of_case, oddities_told
from models.task import Task
from models.tasks import tasks_told
from storage.records import CitizenRow

_MOST_COURSES = 8
"""More courses than a case has, and few enough to be forgotten soon."""

_Worked = TypeVar("_Worked")


class CaseTold:
    """Works out what the answers that apply mean; belongs to one open case and goes with it.

    A case is a frozen value, so what was worked out holds while it is the same one, the same day
    and the same law. It is asked for at every save, by the index and by all that stands around.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._meaning = Meaning(work.supplies)
        # It knows one state of each entry, and what is on the screen is not what is kept.
        self._meaning_on_screen = Meaning(work.supplies)
        self._courses: dict[tuple[date, tuple[int, ...]], tuple[Case, Course]] = {}
        self._said: _Last[Case] = _Last()
        self._all: _Last[CoursesTold] = _Last()
        self._tasks: _Last[tuple[Task, ...]] = _Last()
        self._odd: _Last[tuple[Oddity, ...]] = _Last()
        self._odd_on_screen: _Last[tuple[Oddity, ...]] = _Last()

    def said(self, case: Case, today: date) -> Case:
        """Return *case* with the answers that apply on the day *today*."""
        return self._said.of(today, (case,), lambda: self._meaning.of(case, today))

    def course(self, part: Case) -> Course:
        """Return what one course of the case means today; parts that hold the same mean the same.

        What is held of a part is kept with it, so that an identity is never that of another.
        """
        today = self._work.today
        key = (today, tuple(id(held) for held in (*part.entries, *part.documents)))
        if key not in self._courses:
            if len(self._courses) == _MOST_COURSES:
                del self._courses[next(iter(self._courses))]
            self._courses[key] = (part, course_of(self._meaning.of(part, today)))
        return self._courses[key][1]

    def row(self, case: Case, now: datetime) -> CitizenRow:
        """Return the line about *case* that lists show; its tasks are those of `tasks`."""
        told = self._told(case, now.date())
        return row_told(told, self.tasks(case), self._work.supplies, now)

    def _told(self, case: Case, today: date) -> CoursesTold:
        said = self.said(case, today)
        return self._all.of(today, (said,), lambda: courses_told(said))

    def tasks(self, case: Case) -> tuple[Task, ...]:
        """Return what is to be done in all courses today, the most pressing first."""
        today, supplies = self._work.today, self._work.supplies
        law, reminders = supplies.law, supplies.reminders
        told = self._told(case, today)
        return self._tasks.of(today, (told, law), lambda: tasks_told(told, reminders, law, today))

    def oddities(self, case: Case, on_screen: Entry | None) -> tuple[Oddity, ...]:
        """Return what looks wrong today, with the draft *on_screen* as it stands there."""
        today = self._work.today
        if on_screen is None or on_screen.is_signed:
            told = self._told(case, today)
            return self._odd.of(today, (told,), lambda: oddities_told(told, today))
        draft = on_screen
        return self._odd_on_screen.of(
            today, (case, draft), lambda: self._odd_with(case, draft, today)
        )

    def _odd_with(self, case: Case, draft: Entry, today: date) -> tuple[Oddity, ...]:
        # As if it were signed: a correction tells nothing else until it is.
        shown = case.with_entry(draft.as_signed(draft.author, draft.changed))
        return oddities_of_case(self._meaning_on_screen.of(shown, today), today)


class _Last(Generic[_Worked]):
    """The last thing worked out, and what it was worked out from."""

    def __init__(self) -> None:
        self._known: tuple[date, tuple[object, ...], _Worked] | None = None

    def of(
        self, today: date, given: tuple[object, ...], work_out: Callable[[], _Worked]
    ) -> _Worked:
        """Return what *work_out* gives, at once when it is asked of the very same values."""
        if self._known is not None:
            day, before, worked = self._known
            if day == today and all(a is b for a, b in zip(before, given, strict=True)):
                return worked
        worked = work_out()
        self._known = (today, given, worked)
        return worked
