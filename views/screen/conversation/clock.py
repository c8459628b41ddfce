"""What time it is, quietly."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel

from views.screen.look import Role, set_role

_LOOK_EVERY = 5_000


class QuietClock(QLabel):
    """The hour and the minute; it does not tick, and no screen reader is told when it turns."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        set_role(self, Role.QUIET)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_EVERY)
        self._look()

    @Slot()
    def _look(self) -> None:
        self.setText(f"{self._now():%H.%M}")
        self.setAccessibleName(f"Klokken er {self.text()}")
