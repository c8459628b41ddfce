"""What stands where a list would be when there is nothing in it, or when it cannot be shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.screen.look import Role, scaled, set_role
from views.screen.thread import ThreadMark
from views.screen.words import words


class EmptyState(QWidget):
    """The thread, a sentence, and what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = ThreadMark(96)
        self._title = words("", Role.SUBTITLE)
        self._text = words("", Role.QUIET)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(8))
        column.addStretch(2)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)

    def explain(self, title: str, text: str) -> None:
        """Say in *title* that there is nothing, and in *text* what to do."""
        self._show(title, text, Role.QUIET)

    def explain_trouble(self, title: str, text: str) -> None:
        """Say in *title* that it cannot be shown, and in *text* why and what to do."""
        self._show(title, text, Role.PROBLEM)
        self._mark.hide()

    def _show(self, title: str, text: str, role: Role) -> None:
        self._mark.show()
        self._title.setText(title)
        self._text.setText(text)
        set_role(self._text, role)
