"""The conductor of what comes after the recovery key: a name and a new passphrase."""

import time

from PySide6.QtCore import QObject, Signal, Slot

from app.work import Clock
from storage.errors import RegisterError
from storage.keys import calibrated_cost, spelt
from storage.register import Register
from views.screen.recovered_page import RecoveredPage


class RecoveredConductor(QObject):
    """Says `settled` with the name of the person who now has a passphrase, or `given_up`."""

    settled = Signal(str)
    given_up = Signal()

    def __init__(self, register: Register, clock: Clock) -> None:
        """*register* was opened with the recovery key; raises `RegisterError`."""
        super().__init__()
        self.screen = RecoveredPage(register.access.people())
        self._register = register
        self._clock = clock
        self.screen.chosen.connect(self._reset)
        self.screen.given_up.connect(self.given_up)

    @Slot(str, str)
    def _reset(self, person: str, passphrase: str) -> None:
        access, now = self._register.access, self._clock()
        self.screen.show_busy()
        try:
            access.reset_passphrase(person, passphrase, now, calibrated_cost(time.perf_counter))
            (as_known,) = (known for known in access.people() if spelt(known) == spelt(person))
        except RegisterError as error:
            self.screen.show_problem(str(error))
        else:
            self.settled.emit(as_known)
