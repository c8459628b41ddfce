"""What listens to the computer, and what it says when the register must be locked."""

from PySide6.QtCore import QObject, Signal, Slot


class SystemWatch(QObject):
    """Says `lock_asked` when the computer is locked, goes to sleep or is given to somebody else.

    This one hears nothing: it stands in where a system tells of none of it.
    """

    lock_asked = Signal()

    @Slot()
    def let_go(self) -> None:
        """Hear that all is put away: the computer need not wait for us."""
