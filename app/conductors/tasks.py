"""The conductor of the tasks of an open case: where each is done, and what is said of it."""

from PySide6.QtCore import QObject, Signal, Slot

from app.entry_at import entry_of_task
from app.open_case import OpenCase
from app.task_notes import note_about
from app.trouble import READING_TROUBLE
from app.work import Work
from models.case import Entry
from models.task import Task
from views.screen.case_screen import CaseScreen


class CaseTasks(QObject):
    """Leads from a task to the entry it is done in, or to a note about it.

    After `entry_asked` it says `question_asked` with the link id at which the task is answered in
    that entry, when it is at one question.
    """

    entry_asked = Signal(Entry)
    question_asked = Signal(str)
    problem = Signal(str)

    def __init__(self, screen: CaseScreen, case: OpenCase, work: Work) -> None:
        super().__init__()
        self._screen = screen
        self._case = case
        self._work = work
        screen.task_chosen.connect(self.go_to)
        screen.task_note_asked.connect(self._note)

    @Slot(str)
    def go_to(self, key: str) -> None:
        """Ask for the entry that the task with this *key* is done in, else show the tasks."""
        task = self._task(key)
        try:
            entry = entry_of_task(self._case, task) if task else None
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
            return
        if task is None or entry is None:
            self._screen.focus_task(key)
            return
        self.entry_asked.emit(entry)
        # A draft may be of an edition of the form that did not ask it.
        form = self._work.supplies.form(entry.form, entry.version)
        if task.question in form.by_link_id:
            self.question_asked.emit(task.question)

    @Slot(str, str)
    def _note(self, key: str, outcome: str) -> None:
        task = self._task(key)
        if task is None:
            return
        try:
            note = note_about(task, outcome, self._case, self._work)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))
        else:
            self.entry_asked.emit(note)

    def _task(self, key: str) -> Task | None:
        return next((task for task in self._case.tasks() if task.id == key), None)
