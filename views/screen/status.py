"""The lines at the bottom: what is saved, and what went wrong."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.screen.look import Role, scaled, set_role
from views.screen.words import chip, words


class StatusLine(QWidget):
    """Shows quietly that all is saved, and clearly, until it is closed, that something is not."""

    problem_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = words("", Role.QUIET)
        self._warning = chip("", Role.STRONG)
        self._problem = words("")
        self._banner = QFrame()
        self._close = QPushButton("Luk")
        self._close.setAccessibleName("Luk beskeden")
        self._close.clicked.connect(self._close_problem)
        set_role(self._banner, Role.BANNER)
        self._lay_out()

    def say_saved(self, text: str) -> None:
        """Show *text*, such as that everything is saved."""
        self._saved.setText(text)

    def say_warning(self, text: str) -> None:
        """Show *text* beside what is saved; a screen reader says it when it comes, not each change.

        An empty one takes the last away.
        """
        if text and not self._warning.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._warning.setText(text)

    def say_problem(self, text: str) -> None:
        """Show *text* and let a screen reader say it; an empty one takes the last away."""
        self._problem.setText(text)
        self._banner.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _lay_out(self) -> None:
        inside = QHBoxLayout(self._banner)
        inside.setContentsMargins(scaled(14), scaled(6), scaled(8), scaled(6))
        inside.addWidget(self._problem, 1)
        inside.addWidget(self._close)
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(scaled(14), scaled(3), scaled(14), scaled(5))
        row.addWidget(self._saved, 1)
        row.addWidget(self._warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._banner)
        column.addWidget(line)
        self._banner.hide()

    @Slot()
    def _close_problem(self) -> None:
        self.say_problem("")
        self.problem_closed.emit()
