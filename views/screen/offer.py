"""Another way on, offered when the usual one is barred: why it may help, and a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from views.screen.look import Role, scaled, set_role
from views.screen.words import words


class Offer(QFrame):
    """Shown while there is something to offer."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._explanation = words("")
        self._take = QPushButton()
        self._take.clicked.connect(self.taken)
        set_role(self, Role.CARD)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(14))
        column.setSpacing(scaled(8))
        column.addWidget(self._explanation)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._take)
        self.hide()

    def show_offer(self, explanation: str, button: str) -> None:
        """Offer what *button* says; *explanation* says what it means."""
        self._explanation.setText(explanation)
        self._take.setText(button)
        self._take.setAccessibleDescription(explanation)
        self.show()
