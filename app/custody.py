"""The register between door and desk: opened by a person, closed when all of it is saved."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from storage.errors import RegisterClosedError, RegisterError
from storage.register import (
    Register,
    check_passphrase,
    check_recovery_key,
    open_register,
    open_with_recovery_key,
)

_AGAIN = 2000
"""Milliseconds between attempts to close what could not be saved at a lock."""


class Custody(QObject):
    """Has the register while it is open; `closed_late` says that what had to wait is saved.

    A register that cannot be closed yet, because the disk takes no more, stays open behind the
    door: nothing typed is lost, and the next to unlock goes on with it.
    """

    closed_late = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._register: Register | None = None
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_AGAIN)
        self._late.timeout.connect(self._close_late)

    def open(self, folder: Path, person: str, passphrase: str, now: datetime) -> Register:
        """Return the register opened by *person*; raises `RegisterError`."""
        if self._register is None:
            return self.take(open_register(folder, person, passphrase, now))
        check_passphrase(folder, person, passphrase)
        self._late.stop()
        return self._register

    def open_with_sheet(self, folder: Path, key: str, now: datetime) -> Register:
        """Return the register opened with the recovery key; raises `RegisterError`."""
        if self._register is None:
            return self.take(open_with_recovery_key(folder, key, now))
        check_recovery_key(folder, key)
        self._late.stop()
        return self._register

    def take(self, register: Register) -> Register:
        """Take a *register* that is open already, and return it."""
        self._register = register
        return register

    def close(self) -> str:
        """Close the register; return why it has to stay open, empty when it is closed."""
        self._late.stop()
        if self._register is None:
            return ""
        try:
            self._register.close()
        except RegisterClosedError as error:
            # It can save nothing any more: the next to unlock opens it anew, or is told why not.
            self.give_up()
            return str(error)
        except RegisterError as error:
            # Also what passes by itself, as when another program has the file in its hands.
            self._late.start()
            return str(error)
        self._register = None
        return ""

    def give_up(self) -> None:
        """Close the register whatever is not saved."""
        self._late.stop()
        if self._register is not None:
            self._register.close(even_unsaved=True)
            self._register = None

    @Slot()
    def _close_late(self) -> None:
        if not self.close():
            self.closed_late.emit()
