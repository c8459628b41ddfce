"""The register between door and desk: opened by a person, closed when all of it is saved."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.backup_watch import BackupWatch
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.errors import RegisterClosedError, RegisterError, WritingStoppedError
from storage.records import Deed
from storage.register import Register, open_register, open_with_recovery_key
from storage.trail import Step
from storage.unlocking import check_credential

_AGAIN = 2000
"""Milliseconds between attempts to close what could not be saved at a lock."""


class Custody(QObject):
    """Has the register while it is open; `closed` says that it was closed.

    `saved_late` says that what could not be saved when it was left is saved now.

    A register that cannot be closed yet, because the disk takes no more or a last backup is being
    made, stays open behind the door: nothing typed is lost, and the next to unlock goes on with it.
    """

    closed = Signal()
    saved_late = Signal()

    def __init__(self, watch: BackupWatch) -> None:
        super().__init__()
        self._register: Register | None = None
        self._watch = watch
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_AGAIN)
        self._late.timeout.connect(self._leave_late)

    @property
    def register(self) -> Register | None:
        """The register while it is open."""
        return self._register

    def open(self, folder: Path, person: str, passphrase: str, now: datetime) -> Register:
        """Return the register opened by *person*; raises `RegisterError`."""
        if self._register is None:
            return self.take(open_register(folder, person, passphrase, now))
        check_credential(folder, ByPassphrase(person, passphrase), now)
        return self._take_back(self._register, Step(now, person, Deed.OPENED))

    def open_with_sheet(self, folder: Path, key: str, now: datetime) -> Register:
        """Return the register opened with the recovery key; raises `RegisterError`."""
        if self._register is None:
            return self.take(open_with_recovery_key(folder, key, now))
        check_credential(folder, ByRecoveryKey(key), now)
        return self._take_back(self._register, Step(now, "", Deed.OPENED_WITH_RECOVERY_KEY))

    def take(self, register: Register) -> Register:
        """Take a *register* that is open already, and return it."""
        self._register = register
        return register

    def leave(self) -> str:
        """Close the register after a last backup; return why it has to stay open, if it has to.

        It may be closed at once, or only when `closed` is said.
        """
        if self._register is None:
            return ""
        if sentence := self._save(self._register):
            return sentence
        self._watch.leave(self._close_left)
        return ""

    def close(self) -> str:
        """Close the register without a last backup; return why it cannot be, if it cannot."""
        self._late.stop()
        self._watch.let_go()
        if self._register is None:
            return ""
        sentence = self._save(self._register)
        if not sentence:
            self.give_up()
        return sentence

    def give_up(self) -> None:
        """Close the register whatever is not saved."""
        self._late.stop()
        self._watch.let_go()
        register, self._register = self._register, None
        if register is not None:
            register.close(even_unsaved=True)
            self.closed.emit()

    def _take_back(self, register: Register, step: Step) -> Register:
        # What could not be written can still be read, by whoever unlocks.
        with suppress(WritingStoppedError):
            register.note(step)
        self._late.stop()
        self._watch.attend(register)
        return register

    def _save(self, register: Register) -> str:
        try:
            register.flush()
        except RegisterClosedError as error:
            # It can save nothing any more: the next to unlock opens it anew, or is told why not.
            self.give_up()
            return str(error)
        except RegisterError as error:
            # Also what passes by itself, as when another program has the file in its hands.
            self._late.start()
            return str(error)
        return ""

    @Slot()
    def _leave_late(self) -> None:
        if not self.leave():
            self.saved_late.emit()

    def _close_left(self) -> None:
        self.close()
