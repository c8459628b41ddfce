"""Backups made without being asked for: while one works, and when the register is left."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.background import Background
from app.work import Clock
from storage.backups import Reason
from storage.open_backups import Backups
from storage.register import Register
from storage.upkeep_errors import RestsRemainError

_EACH = 60_000
"""Milliseconds between looks at whether a backup is due."""


class BackupWatch(QObject):
    """Makes one backup at a time of the register it attends.

    `ended` is said when one was made, or could not be; `trouble` is what went wrong with the last.
    Each trouble is said once, as `failed`, and not again before it is over.
    """

    ended = Signal()
    failed = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.trouble = ""
        self._told = ""
        self._clock = clock
        self._register: Register | None = None
        self._next: Callable[[], str | None] | None = None
        self._then: Callable[[], None] | None = None
        self._background = Background()
        self._timer = QTimer(self)
        self._timer.setInterval(_EACH)
        self._timer.timeout.connect(self.look)

    def attend(self, register: Register) -> None:
        """Look after *register* from now on, and say what went wrong while nobody could hear."""
        self._register, self._then = register, None
        self._timer.start()
        self._tell()

    def leave(self, then: Callable[[], None]) -> None:
        """Call *then* when no backup is being made, and the last change is in one if it can be."""
        self._timer.stop()
        self._then = then
        if self._register is None:
            self._go_on()
        else:
            self._begin(partial(_make_if_due, self._register, self._clock(), is_leaving=True))

    def let_go(self) -> None:
        """Wait for no backup any more; one that is being made ends when the register closes."""
        self._timer.stop()
        self._register = self._next = self._then = None
        self._background.let_go()

    def make(self, reason: Reason) -> None:
        """Make a backup as soon as no other is being made."""
        if self._register is not None:
            self._begin(partial(_make, self._register.backups, reason, self._clock()))

    @Slot()
    def look(self) -> None:
        """Make a backup if one is due by now."""
        if self._register is not None and not self._background.is_busy:
            self._begin(partial(_make_if_due, self._register, self._clock(), is_leaving=False))

    def _begin(self, work: Callable[[], str | None]) -> None:
        if self._background.is_busy:
            self._next = work
        else:
            self._background.run(work, self._note_made, self._learn)

    def _note_made(self, trouble: str | None) -> None:
        """Note how it ended; None says that none was due."""
        if trouble is None:
            self._go_on()
        else:
            self._learn(trouble)

    def _learn(self, trouble: str) -> None:
        self.trouble = trouble
        self._tell()
        self.ended.emit()
        self._go_on()

    def _go_on(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._begin(work)
        elif then := self._then:
            self.let_go()
            then()

    def _tell(self) -> None:
        """Say what went wrong, unless it was said or nobody is there to hear it."""
        if self._then is None:
            if self.trouble and self.trouble != self._told:
                self.failed.emit(self.trouble)
            self._told = self.trouble


def _make(backups: Backups, reason: Reason, now: datetime) -> str:
    """Make a backup, and return what went wrong though it was made."""
    backups.make(reason, now)
    return backups.trouble


def _make_if_due(register: Register, now: datetime, *, is_leaving: bool) -> str | None:
    """Make a backup if one is due, and return what went wrong; None when there was nothing to do.

    An erasing that was cut short comes to its end first, so that no rests of it get into a copy.
    """
    trouble = _finish_erasing(register)
    if register.backups.is_due(now, is_leaving=is_leaving):
        return _make(register.backups, Reason.AUTOMATIC, now) or trouble
    return trouble or None


def _finish_erasing(register: Register) -> str:
    try:
        if register.upkeep.has_rests():
            register.upkeep.compact()
    except RestsRemainError as error:
        return str(error)
    return ""
