"""A page that tells nothing, and a small place on it for a note that nobody else reads."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from views.screen.conversation.large_type import ordinary_points
from views.screen.look import Role, scaled
from views.screen.words import words

WAIT = "Vent et øjeblik"
_WIDTH = 260
_HEIGHT = 62


class NoteBox(QPlainTextEdit):
    """A small box that begins empty each time: what was written before does not show."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Privat note")
        self.setAccessibleDescription("Gemmes i samtalenotatet. F8 lukker den.")
        self.setTabChangesFocus(True)
        # Too small to be read from the other side of a table.
        self.setStyleSheet(f"QPlainTextEdit {{ font-size: {ordinary_points():.2f}pt; }}")
        self.setFixedSize(scaled(_WIDTH), scaled(_HEIGHT))
        self.textChanged.connect(self._say)

    def begin(self) -> None:
        """Be empty and ready."""
        self.empty()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        """Hold nothing any more, without saying so."""
        was_silent = self.blockSignals(True)
        self.clear()
        self.blockSignals(was_silent)

    @Slot()
    def _say(self) -> None:
        self.typed.emit(self.toPlainText())


class PausePage(QWidget):
    """Stands in place of the questions; `note` is in the corner."""

    def __init__(self) -> None:
        super().__init__()
        self.note = NoteBox()
        waiting = words(WAIT, Role.TITLE)
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        corner = QHBoxLayout()
        corner.addStretch(1)
        corner.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(10))
        column.addStretch(1)
        column.addWidget(waiting)
        column.addStretch(1)
        column.addLayout(corner)
