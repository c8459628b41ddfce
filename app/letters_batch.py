"""Many letters, one after another: each is taken, then noted in its story, then the next."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.letters_outlets import Outlet
from app.letters_waiting import WaitingLetter
from app.upkeep import row_with
from app.work import Work
from storage.errors import RegisterError
from storage.records import DocumentEvent, DocumentStep
from views.paper.faults import NotOurPaperError
from views.screen.pdf_pages import UnreadableLetterError

_DELIVERIES = frozenset({DocumentStep.SENT, DocumentStep.HANDED_OVER})
_NOT_NOTED = "Skrevet ud, men det kunne ikke noteres. {reason}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch: how many of how many were done, whether it was stopped, and why."""

    done: int
    of: int
    is_stopped: bool
    sentence: str


class LettersBatch(QObject):
    """Does with each letter of a batch what an outlet does; one batch at a time."""

    progressed = Signal(int, int)
    failed = Signal(str, str)
    """The id of a letter, and why nothing was noted of it."""
    noted = Signal(str)
    ended = Signal(Outcome)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.unnoted: set[str] = set()
        """The letters that came out of the printer while the register could not note it."""
        self._work = work
        self._left: deque[WaitingLetter] = deque()
        self._present: WaitingLetter | None = None
        self._outlet: Outlet | None = None
        self._of = self._done = 0
        self._is_stopped = self._is_busy = False
        self._sentence = ""
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether a batch is under way."""
        return self._is_busy

    def begin(self, letters: Iterable[WaitingLetter], outlet: Outlet) -> None:
        """Begin a batch; must not be called while another `is_busy`."""
        self._left = deque(letters)
        self._of, self._done = len(self._left), 0
        self._is_stopped, self._sentence = False, ""
        # Kept until the next: it may be in the midst of telling when the batch ends.
        self._outlet, self._is_busy = outlet, True
        outlet.taken.connect(self._note)
        outlet.refused.connect(self._refuse)
        outlet.concluded.connect(self._end)
        self.progressed.emit(0, self._of)
        self._turn.start()

    @Slot()
    def stop(self) -> None:
        """Take no more letters; the one on its way comes to its end."""
        self._is_stopped = self._is_stopped or bool(self._left)
        self._left.clear()

    def put_away(self) -> None:
        """Stop, and note what becomes of the letter on its way."""
        self._left.clear()
        if self._outlet and self._is_busy:
            self._outlet.settle()
        self._turn.stop()
        self._is_busy = False

    @Slot()
    def _go_on(self) -> None:
        outlet = self._outlet
        if outlet is None or not self._is_busy:
            return
        if not self._left:
            outlet.conclude()
            return
        self._present = letter = self._left.popleft()
        try:
            outlet.take(letter)
        except (RegisterError, NotOurPaperError, UnreadableLetterError) as error:
            self.failed.emit(letter.id, str(error))
            self._turn.start()

    @Slot(str, str)
    def _note(self, step: str, way: str) -> None:
        letter, outlet = self._present, self._outlet
        if letter is None or outlet is None:
            return
        now, person = self._work.clock(), self._work.person
        event = DocumentEvent(letter.id, DocumentStep(step), now, person, way)
        try:
            self._keep(event, letter)
        except RegisterError as error:
            outlet.take_back()
            self._leave_unnoted(letter, event.what, str(error))
            return
        self._done += 1
        self.unnoted.discard(letter.id)
        self.noted.emit(letter.id)
        self.progressed.emit(self._done, self._of)
        self._turn.start()

    def _keep(self, event: DocumentEvent, letter: WaitingLetter) -> None:
        """Keep what happened; what the lists show of the case is derived with it."""
        # Only a delivery moves a deadline or does a task.
        is_delivery = event.what in _DELIVERIES
        row = row_with(event, letter.case_id, self._work) if is_delivery else None
        self._work.register.add_document_event(event, row)

    def _leave_unnoted(self, letter: WaitingLetter, step: DocumentStep, reason: str) -> None:
        """Stop: what cannot be noted of this one could not be noted of the next."""
        if step is DocumentStep.PRINTED:
            self.unnoted.add(letter.id)
            reason = _NOT_NOTED.format(reason=reason)
        self._refuse(reason)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if letter := self._present:
            self.failed.emit(letter.id, sentence)
        self._sentence = sentence
        self._left.clear()
        self._turn.start()

    @Slot(str)
    def _end(self, sentence: str) -> None:
        self._is_busy = False
        said = self._sentence or sentence
        self.ended.emit(Outcome(self._done, self._of, self._is_stopped, said))
