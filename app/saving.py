"""What the register's writing thread says, said again in the window's thread."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from storage.errors import RegisterError
from storage.register import Register


class SavingReport(QObject):
    """Says which state of an entry the disk has, and in words when it cannot take one."""

    saved = Signal(datetime)
    failed = Signal(str)

    def __init__(self, register: Register) -> None:
        super().__init__()
        register.listen(self._hear_saved, self._hear_failed)

    def _hear_saved(self, _entry_id: str, changed: datetime) -> None:
        # Called from the writing thread: Qt queues the signal for the thread this object lives in.
        self.saved.emit(changed)

    def _hear_failed(self, error: RegisterError) -> None:
        self.failed.emit(str(error))
