"""The door: what one meets while the register is locked. Light, because it is the first window."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from storage.errors import RegisterError
from storage.key_file import people
from views.screen.unlock_screen import UnlockScreen

PRACTICE_PERSON = "Øvebehandler"
PRACTICE_PASSPHRASE = "øvelse gør mester her"  # noqa: S105 - it guards only made-up citizens
_PRACTICE_HINT = f"Øvekartotekets adgangssætning er: {PRACTICE_PASSPHRASE}"


class Door(QObject):
    """Asks who it is; the program answers by opening, or with `refuse`.

    It can stand in the window before the rest of the program is there: what is asked then waits
    until `attend`.
    """

    unlock_asked = Signal(str, str)
    recovery_asked = Signal(str)

    def __init__(self, folder: Path, *, is_practice: bool) -> None:
        super().__init__()
        self.screen = UnlockScreen()
        self._folder = folder
        self._asked = ("", "")
        self._key = ""
        self._is_attended = False
        self.screen.unlock_asked.connect(self._ask)
        self.screen.recovery_asked.connect(self._ask_recovery)
        if is_practice:
            self.screen.show_hint(_PRACTICE_HINT)
        self.screen.show_people((), str(folder))
        try:
            self.screen.show_people(people(folder), str(folder))
        except RegisterError as error:
            self.refuse(str(error))

    def attend(self) -> None:
        """Let what is asked, and what was asked already, be heard."""
        self._is_attended = True
        self._say_asked()

    def refuse(self, sentence: str) -> None:
        """Say why it does not open, and let the person try again."""
        self.screen.show_busy(busy=False)
        self.screen.show_problem(sentence)

    def take_back(self) -> None:
        """Say no longer why it did not open; what is being typed stays."""
        self.screen.hide_problem()

    @Slot(str, str)
    def _ask(self, person: str, passphrase: str) -> None:
        if not person and not (person := self._only_person()):
            return
        self._asked, self._key = (person, passphrase), ""
        self._wait()

    def _only_person(self) -> str:
        """Look again who can unlock, as when the drive was out before; one alone is not asked."""
        try:
            found = people(self._folder)
        except RegisterError as error:
            self.refuse(str(error))
            return ""
        self.screen.show_people(found, str(self._folder))
        if len(found) == 1:
            return found[0]
        self.refuse("Vælg dit navn, og prøv igen.")
        return ""

    @Slot(str)
    def _ask_recovery(self, key: str) -> None:
        self._asked, self._key = ("", ""), key
        self._wait()

    def _wait(self) -> None:
        self.screen.show_busy(busy=True)
        # The window shows that it is busy before the key is made, which takes up to half a second.
        QTimer.singleShot(20, self._say_asked)

    @Slot()
    def _say_asked(self) -> None:
        (person, passphrase), key = self._asked, self._key
        if not self._is_attended:
            return
        self._asked, self._key = ("", ""), ""
        if passphrase:
            self.unlock_asked.emit(person, passphrase)
        elif key:
            self.recovery_asked.emit(key)
