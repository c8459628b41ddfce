"""The groups of the list of the day, each with what the register holds of it now."""

from collections.abc import Collection, Iterator, Sequence

from app.clinic_due import clinic_due
from app.today_beside import (
    drafts_of_day,
    letters_of_day,
    meetings_of_day,
    quiet_of_day,
    urgent_of_day,
)
from app.today_shown import FAR, lines_due, spans_of
from app.trouble import READING_TROUBLE
from app.work import Work
from models.appointments import rule_of
from models.deadlines_of_clinic import ClinicDeadline
from storage.list_records import Derived, DueSpan
from views.screen.today_rows import DueGroup, DueLine, DueLines

_FEW = {
    DueGroup.OVERDUE: 10,
    DueGroup.MEETINGS: 10,
    DueGroup.TODAY: 10,
    DueGroup.WEEK: 8,
    DueGroup.URGENT: 8,
}
_FEWEST = 5
"""So many of a group are shown first, where `_FEW` does not say how many."""
_TWINS = 10
"""So many more are read than are shown, for some are two of one."""
_ALL = 100_000


class DayFound:
    """What *work* has for the day, read group by group; `trouble` says what could not be read.

    Of the groups *opened* all is read. With *only*, what other rows say is due is left out.
    """

    def __init__(self, work: Work, opened: Collection[DueGroup], only: Derived | None) -> None:
        self._work = work
        self._opened = opened
        self._only = only
        self.trouble = ""

    def groups(self) -> tuple[DueLines, ...]:
        """Return the groups in the order they are shown; raises `RegisterError`."""
        found = {one.group: one for one in self._all_groups()}
        return tuple(found[group] for group in DueGroup if group in found)

    def _all_groups(self) -> Iterator[DueLines]:
        work = self._work
        meetings = meetings_of_day(work, self._most(DueGroup.MEETINGS))
        yield meetings
        yield from self._due(meetings.lines)
        yield letters_of_day(work)
        yield drafts_of_day(work, self._most(DueGroup.DRAFTS))
        yield quiet_of_day(work, self._most(DueGroup.QUIET))
        yield urgent_of_day(work, self._most(DueGroup.URGENT))

    def _due(self, meetings: Sequence[DueLine]) -> Iterator[DueLines]:
        of_clinic = self._of_clinic()
        met = {(line.case_id, rule_of(line.key)) for line in meetings}
        for group, span in spans_of(self._work.today, self._only):
            yield self._due_in(group, span, of_clinic, met)

    def _due_in(
        self,
        group: DueGroup,
        span: DueSpan,
        of_clinic: Sequence[ClinicDeadline],
        met: Collection[tuple[str, str]],
    ) -> DueLines:
        most, lists, today = self._most(group), self._work.register.lists, self._work.today
        due = lists.due(span, most + _TWINS)
        lines = lines_due(group, due, of_clinic, today)
        if group is DueGroup.TODAY:
            # What was agreed for today and is due today is one thing.
            lines = tuple(one for one in lines if (one.case_id, _rule(one)) not in met)
        is_all = len(due) < most + _TWINS
        count = len(lines) if is_all else lists.count_due(span)
        return DueLines(group, lines[:most], max(count, len(lines)))

    def _most(self, group: DueGroup) -> int:
        return _ALL if group in self._opened else _FEW.get(group, _FEWEST)

    def _of_clinic(self) -> Sequence[ClinicDeadline]:
        """Return what is due about the clinic; none where its own file cannot be read."""
        try:
            return clinic_due(self._work, FAR)
        except READING_TROUBLE as error:
            self.trouble = str(error)
            return ()


def _rule(line: DueLine) -> str:
    """Return the id of the deadline behind a task, as the task itself does."""
    return line.key.partition("@")[0].partition(":")[0]
