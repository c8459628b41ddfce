"""The door: what one meets while the register is locked. Light, because it is the first window."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from storage.access_errors import OlderRegisterInPlaceError
from storage.errors import (
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyOfAnotherRegisterError,
    NotARegisterError,
    RecoveryKeyMistypedError,
    RegisterDamagedError,
    RegisterError,
    RegisterInUseError,
    RegisterMissingError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.key_file import people
from storage.place_risk import risk_of
from views.screen.unlock_screen import UnlockScreen

PRACTICE_PERSON = "Øvebehandler"
PRACTICE_PASSPHRASE = "øvelse gør mester her"  # noqa: S105 - it guards only made-up citizens
_PRACTICE_HINT = f"Øvekartotekets adgangssætning er: {PRACTICE_PASSPHRASE}"

_FILES_AT_FAULT = (
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyOfAnotherRegisterError,
    NotARegisterError,
    OlderRegisterInPlaceError,
    RegisterDamagedError,
    RegisterMissingError,
)
_MAY_BE_MISTYPED = (
    RecoveryKeyMistypedError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
_RESTORE = "Hent fra en sikkerhedskopi …"
_WHY_RESTORE = (
    "Har I en sikkerhedskopi, kan du hente kartoteket frem fra den. Filerne, der ligger her nu, "
    "bliver gemt ved siden af, så intet går tabt."
)
_FORGET = "Computeren kører ikke mere: åbn alligevel"
_WHY_FORGET = (
    "Er den slukket, eller gik den i stå, mens kartoteket var åbent, kan du åbne det her. Er "
    "programmet åbent dér endnu, så lad være: to computere på én gang kan ødelægge kartoteket."
)


class _Offer(Enum):
    NONE = auto()
    FORGET_LOCK = auto()
    RESTORE = auto()


class Door(QObject):
    """Asks who it is; the program answers by opening, or with `answer`, `refuse` or `welcome`.

    It can stand in the window before the rest of the program is there: what is asked then waits
    until `attend`.
    """

    unlock_asked = Signal(str, str)
    recovery_asked = Signal(str)
    restore_asked = Signal()

    def __init__(self, folder: Path, *, is_practice: bool) -> None:
        super().__init__()
        self.screen = UnlockScreen()
        self._folder = folder
        self._is_practice = is_practice
        self._offer = _Offer.NONE
        self._asked = ("", "")
        self._key = ""
        self._asks_restoring = False
        self._is_attended = False
        self.screen.unlock_asked.connect(self._ask)
        self.screen.recovery_asked.connect(self._ask_recovery)
        self.screen.offer_taken.connect(self._take_offer)
        if is_practice:
            self.screen.show_hint(_PRACTICE_HINT)
        self.screen.show_people((), str(folder))
        try:
            self.screen.show_people(people(folder), str(folder))
        except RegisterError as error:
            self.answer(error)

    def attend(self) -> None:
        """Let what is asked, and what was asked already, be heard."""
        self._is_attended = True
        # Only now: a look at every folder above is more than the first window should wait for.
        self.screen.show_risk(risk_of(self._folder))
        self._say_asked()

    def answer(self, error: Exception) -> None:
        """Say why it does not open, and offer what can be done about it here."""
        is_asked_again = isinstance(error, RegisterInUseError) and error.of_another_machine
        if not is_asked_again and not isinstance(error, _MAY_BE_MISTYPED):
            # What was typed was right, or was not looked at: it need not stand there any longer.
            self.screen.forget_typed()
        self.refuse(str(error))
        if isinstance(error, RegisterInUseError) and error.of_another_machine:
            self._offer = _Offer.FORGET_LOCK
            self.screen.show_offer(_WHY_FORGET, _FORGET)
        elif isinstance(error, _FILES_AT_FAULT) and not self._is_practice:
            self._offer = _Offer.RESTORE
            self.screen.show_offer(_WHY_RESTORE, _RESTORE)

    def refuse(self, sentence: str) -> None:
        """Say why it does not open, and let the person try again."""
        self._offer = _Offer.NONE
        self.screen.show_busy(busy=False)
        self.screen.show_problem(sentence)

    def welcome(self, sentence: str) -> None:
        """Say what went well while the register was closed."""
        self.screen.show_news(sentence)

    def take_back(self) -> None:
        """Say no longer why it did not open; what is being typed stays."""
        self._offer = _Offer.NONE
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
            self.answer(error)
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

    @Slot()
    def _take_offer(self) -> None:
        if self._offer is _Offer.RESTORE:
            self._asks_restoring = True
            self._say_asked()
        elif self._offer is _Offer.FORGET_LOCK:
            self._forget_lock()

    def _forget_lock(self) -> None:
        from storage.lock_file import (  # noqa: PLC0415 - after the first window
            forget_lock_of_another_machine,
        )

        try:
            forget_lock_of_another_machine(self._folder)
        except RegisterError as error:
            self.answer(error)
        else:
            self.take_back()
            self.screen.ask_again()

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
        if self._asks_restoring:
            self._asks_restoring = False
            self.restore_asked.emit()
        elif passphrase:
            self.unlock_asked.emit(person, passphrase)
        elif key:
            self.recovery_asked.emit(key)
