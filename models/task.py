"""A task: one thing to do in a case, by when, why, and in which form."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.course import Form
from models.deadlines.term import Term
from models.law_tables import Confidence
from models.reminders.reminder import Before

GUARANTEE = "treatment_guarantee"
"""The task that comes before all others when it is overdue."""

_EACH_TIME = frozenset(
    {Form.FOLLOW_UP, Form.CONVERSATION_NOTE, Form.SCREENING, Form.CONSENT, Form.TASK_NOTE}
)
"""Forms of which there is one for each talk."""

_ANEW = frozenset(
    {"lapse_talk", "notification_again", "children_in_lapse", "asked_again", "counselling_next"}
)
"""Reminders to fill a form that may have been filled about something else before."""


class TaskState(StrEnum):
    """How pressing a task is, the most pressing first; `OPEN` is one without a day."""

    OVERDUE = "overdue"
    URGENT = "urgent"
    SOON = "soon"
    OPEN = "open"
    PLANNED = "planned"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do; `id` is what a task note calls it.

    `form` is where it is done, None when only a note can show it, and `question` the link id at
    which it is answered there, empty for no one question. `begun` is the day a deadline is
    counted from where days are counted aloud, `planned` the day it is planned for. `before` is the
    step that it usually comes before. `instructions` and `provisions` are its sources.
    """

    id: str
    title: str
    sentence: str
    state: TaskState
    form: Form | None
    term: Term | None = None
    basis: str = ""
    begun: date | None = None
    planned: date | None = None
    before: Before = Before.NOTHING
    instructions: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    confidence: Confidence = Confidence.SURE
    question: str = ""
    is_shown_by_entry: bool = False
    """Whether only an entry can show that it is done; a note can plan it or set it aside."""

    @property
    def is_of_another_time(self) -> bool:
        """Whether it is done in a new entry of its form, though one is signed already."""
        if self.form is Form.AFTER_CARE:
            return self.term is not None
        return self.form in _EACH_TIME or self.rule in _ANEW

    @property
    def rule(self) -> str:
        """The id of the deadline or reminder behind the task."""
        return self.id.partition("@")[0].partition(":")[0]

    @property
    def day(self) -> date | None:
        """The day to see to it: the one it is planned for, else the last that is in time.

        The treatment guarantee is seen to by its last day, whatever is planned.
        """
        due = self.term.due if self.term else None
        if self.planned is None or self.rule == GUARANTEE:
            return due
        return min(self.planned, due) if due else self.planned
