"""What the counsellor writes during a conversation and the citizen does not read there."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.conductors.form import FormConductor
from app.open_case import OpenCase
from app.trouble import READING_TROUBLE
from app.work import Work
from forms.reply import Reply
from models.answers import Place
from models.case import Entry
from models.course import Form

_KEEP_AFTER = 150
"""Milliseconds from a keystroke to its save; the promise is 250 at the latest."""
_PLACE = Place("conversation_note.private")


class PrivateNote(QObject):
    """Adds to the private question of today's conversation note, a draft that is begun if needed.

    What stood there before is never shown, and stays above what is added.
    """

    problem = Signal(str)

    def __init__(self, form: FormConductor, case: OpenCase, work: Work) -> None:
        super().__init__()
        self._form = form
        self._case = case
        self._work = work
        self._entry: Entry | None = None
        self._before = ""
        self._typed = ""
        self._is_waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEEP_AFTER)
        self._timer.timeout.connect(self.keep)

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that was written."""
        return not self._is_waiting

    def begin(self) -> None:
        """Begin something new below what was written before."""
        self.keep()
        self._typed = ""
        self._entry = None if self._is_own else self._begun_today()
        entry = self._form.entry if self._is_own else self._entry
        self._before = entry.answers.text(_PLACE.link_id) if entry else ""

    @Slot(str)
    def write(self, typed: str) -> None:
        """Let what is new say *typed*; it is kept soon."""
        self._typed = typed
        self._is_waiting = True
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Hand what was written to the register now."""
        self._timer.stop()
        if not self._is_waiting:
            return
        self._is_waiting = False
        whole = "\n".join(part for part in (self._before, self._typed.strip()) if part)
        if self._is_own:
            self._form.page.answered.emit(_PLACE, Reply(whole))
            self._form.save()
            return
        try:
            self._keep_beside(whole)
        except READING_TROUBLE as error:
            self.problem.emit(str(error))

    @property
    def _is_own(self) -> bool:
        """Whether the form that is filled is the conversation note itself."""
        return self._form.entry.form == Form.CONVERSATION_NOTE

    def _keep_beside(self, whole: str) -> None:
        entry = self._entry or self._case.begin(Form.CONVERSATION_NOTE)
        answers = entry.answers.with_answer(_PLACE, *((whole,) if whole else ()))
        self._entry = entry.rewritten(answers, self._work.clock())
        self._case.keep(self._entry)

    def _begun_today(self) -> Entry | None:
        notes = reversed(tuple(self._case.present.all(Form.CONVERSATION_NOTE)))
        today = self._work.today
        drafts = (note for note in notes if not note.is_signed)
        return next((note for note in drafts if note.started.date() == today), None)
