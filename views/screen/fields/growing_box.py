"""A plain text box that grows with what is written in it."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit
from typing_extensions import override

from views.screen.fields.form_keys import AGAIN, BACK, retracing, stepping

_LEAST_LINES = 3
_TALLEST = 340


class GrowingBox(QPlainTextEdit):
    """A plain text box, at least three lines tall, that Tab leaves.

    `typed` comes when the person changed the text, not when the program showed another one. Ctrl+Z
    takes back what was typed since one came here; then the form's.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_showing = False
        self._lines = 0
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.textChanged.connect(self._note_change)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show *text* in place of what stands here; the way back with Ctrl+Z begins anew."""
        self._is_showing = True
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._is_showing = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the form hear Shift+Enter, and what there is nothing here to take back for."""
        if way := retracing(event):
            event.setAccepted(self.retrace(way))
        elif stepping(event) < 0:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the letters: from now on the form takes the answer back as a whole."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.document().clearUndoRedoStacks()

    def retrace(self, way: int) -> bool:
        """Take back the last letters (`BACK`) or do them `AGAIN`; return whether there were any."""
        if way == BACK and self.document().isUndoAvailable():
            self.undo()
        elif way == AGAIN and self.document().isRedoAvailable():
            self.redo()
        else:
            return False
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to how the text wraps at the new width."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Fit the height to a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lines = 0
            self._fit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll in the box only when one writes in it; else the page scrolls on."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot()
    def _note_change(self) -> None:
        self._fit()
        if not self._is_showing:
            self.typed.emit()

    def _fit(self) -> None:
        lines = self._lines_needed()
        if lines == self._lines:
            return
        self._lines = lines
        around = self.contentsMargins()
        edges = around.top() + around.bottom() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + edges + 2)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines == self._most_lines()
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def _most_lines(self) -> int:
        # A box taller than the page could not be seen whole, least of all in large text.
        return max(_LEAST_LINES + 1, _TALLEST // self.fontMetrics().lineSpacing())

    def _lines_needed(self) -> int:
        """Return how many lines the box should have; stops counting at the most there can be."""
        layout = self.document().documentLayout()
        block = self.document().firstBlock()
        lines = 0
        most = self._most_lines()
        while block.isValid() and lines < most:
            # Asking for its rectangle makes Qt wrap a paragraph that has not been seen yet.
            layout.blockBoundingRect(block)
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return min(max(lines, _LEAST_LINES), most)
