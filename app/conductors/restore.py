"""The conductor of restoring before one is at work: chooses a backup when no register opens."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.backups_shown import lines_of
from app.closed_task import ClosedTask
from app.restoring import restoring
from app.work import Clock
from storage.backups import Backup, backups_in
from storage.credentials import ByPassphrase, ByRecoveryKey, Credential
from storage.errors import RegisterError
from storage.key_file import people
from storage.restoring import check_can_restore
from views.screen.restore_page import RestorePage


class RestoreConductor(QObject):
    """Says `closed_task` with the work of putting the chosen backup into *folder*."""

    closed_task = Signal(ClosedTask)
    back_asked = Signal()

    def __init__(self, folder: Path, clock: Clock, *, is_first: bool) -> None:
        """*is_first*: there never was a register in *folder*, and the way back is not the door."""
        super().__init__()
        self.screen = RestorePage(str(folder) if is_first else "")
        self.is_first = is_first
        self.place = str(folder)
        self._folder = folder
        self._clock = clock
        self._listed: dict[str, Backup] = {}
        self._chosen: Backup | None = None
        self.screen.back_asked.connect(self.back_asked)
        self.screen.place_chosen.connect(self._look_in)
        self.screen.backup_chosen.connect(self._choose)
        self.screen.restoring_asked.connect(self._restore)
        self.screen.restoring_by_key_asked.connect(self._restore_by_key)
        self._look_in(self.place)

    def begin_again(self, place: str, sentence: str) -> None:
        """Look in *place*, after an attempt that came to nothing for the reason in *sentence*."""
        self._look_in(place)
        self.screen.show_refusal(sentence)

    @Slot(str)
    def _look_in(self, place: str) -> None:
        self._chosen, self.place = None, place
        try:
            found = backups_in(Path(place))
        except RegisterError:
            # Shown as what it is for the person: a place without backups.
            found = ()
        self._listed = {str(backup.folder): backup for backup in found}
        self.screen.show_people(())
        lines = lines_of(found, self._folder, self._today())
        is_expected = not found and self.is_first and place == str(self._folder)
        self.screen.show_backups("" if is_expected else place, lines)

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._chosen = self._listed[key]
        self.screen.show_people(_people_of(self._chosen, self._folder))

    @Slot(str, str)
    def _restore(self, person: str, passphrase: str) -> None:
        self._say(ByPassphrase(person, passphrase))

    @Slot(str)
    def _restore_by_key(self, typed: str) -> None:
        self._say(ByRecoveryKey(typed))

    def _say(self, who: Credential) -> None:
        """Look at the passphrase or key while one can still type it again, and leave the rest."""
        if self._chosen is None:
            return
        try:
            check_can_restore(self._folder, self._chosen.folder, who, self._clock())
        except RegisterError as error:
            self.screen.show_problem(str(error))
        else:
            self.closed_task.emit(restoring(self._folder, self._chosen, who, self._clock()))

    def _today(self) -> date:
        return self._clock().date()


def _people_of(backup: Backup, folder: Path) -> tuple[str, ...]:
    """Return who could open the backup when it was made, and who can open the register now."""
    found: list[str] = []
    for place in (backup.folder, folder):
        try:
            found.extend(person for person in people(place) if person not in found)
        except RegisterError:
            continue
    return tuple(found)
