"""What the register's writing thread says, said again in the window's thread."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from app.wording import clock_in_words
from storage.errors import RegisterError
from storage.register import Register


class SavingReport(QObject):
    """Says in words when something is saved, and when it cannot be."""

    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, register: Register) -> None:
        super().__init__()
        register.listen(self._hear_saved, self._hear_failed)

    def _hear_saved(self, _entry_id: str, changed: datetime) -> None:
        # Called from the writing thread: Qt queues the signal for the thread this object lives in.
        self.saved.emit(f"Gemt kl. {clock_in_words(changed)}")

    def _hear_failed(self, error: RegisterError) -> None:
        self.failed.emit(str(error))
