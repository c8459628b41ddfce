"""Noticing that nobody is at the computer."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication
from typing_extensions import override

_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_WARNING = 30
"""Seconds from the first warning to `IdleWatch.idle`."""


class IdleWatch(QObject):
    """Says `idle` once when neither key nor mouse was touched for some minutes.

    In the last half minute `warned` says each second how many seconds are left, and zero when
    somebody was there after all.
    """

    idle = Signal()
    warned = Signal(int)

    def __init__(self, application: QApplication, minutes: int) -> None:
        super().__init__()
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin_to_warn)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._count_down)
        self.wait(minutes)
        application.installEventFilter(self)

    def wait(self, minutes: int) -> None:
        """Begin anew, waiting so many minutes."""
        self._take_back()
        self._timer.start((minutes * 60 - _WARNING) * 1000)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew at every sign of life; nothing is ever held back."""
        if event.type() in _SIGNS_OF_LIFE and (self._left or self._timer.isActive()):
            self._take_back()
            self._timer.start()
        return False

    def _take_back(self) -> None:
        if self._left:
            self._left = 0
            self._second.stop()
            self.warned.emit(0)

    @Slot()
    def _begin_to_warn(self) -> None:
        self._left = _WARNING
        self._second.start()
        self.warned.emit(self._left)

    @Slot()
    def _count_down(self) -> None:
        self._left -= 1
        self.warned.emit(self._left)
        if not self._left:
            self._second.stop()
            self.idle.emit()
