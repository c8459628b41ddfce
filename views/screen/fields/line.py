"""A line to type in that leaves to the form what it cannot take back itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from views.screen.fields.form_keys import AGAIN, BACK, retracing


class Line(QLineEdit):
    """Ctrl+Z takes back what was typed since one came here, letter by letter; then the form's."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back or do again here while there is something; else let the form hear the key."""
        if way := retracing(event):
            event.setAccepted(self.retrace(way))
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the letters: from now on the form takes the answer back as a whole."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._forget_letters()

    def retrace(self, way: int) -> bool:
        """Take back the last letters (`BACK`) or do them `AGAIN`; return whether there were any."""
        if way == BACK and self.isUndoAvailable():
            self.undo()
        elif way == AGAIN and self.isRedoAvailable():
            self.redo()
        else:
            return False
        return True

    def _forget_letters(self) -> None:
        if self.isUndoAvailable() or self.isRedoAvailable():
            caret = self.cursorPosition()
            self.setText(self.text())
            self.setCursorPosition(caret)
