"""The box that finds a command: typed into at the top of the window, chosen with Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.command_search_rows import FoundLine, FoundList
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_WIDTH = 620
_TOP = 48
_MARGIN = 16
_MOST_ROWS = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _MOST_ROWS,
}
_NOTHING = "Intet passer. Prøv med færre bogstaver."
_HOW = "Pil op og ned vælger · Enter går derhen · Esc lukker"


class CommandSearch(QFrame):
    """Lies over *above*, which it follows in size; the conductor finds, this shows and says."""

    typed = Signal(str)
    chosen = Signal(str)
    closed = Signal()
    left = Signal()

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self._above = above
        self._line = QLineEdit()
        self._list = FoundList(_MOST_ROWS)
        self._nothing = words(_NOTHING, Role.QUIET)
        set_role(self, Role.CARD)
        self.setAccessibleName("Find en kommando")
        self._line.setPlaceholderText("Find et rum, en borger, et spørgsmål, hjælp …")
        self._line.setAccessibleName("Find en kommando, en borger eller et spørgsmål")
        self._line.setAccessibleDescription(_HOW)
        self._line.textChanged.connect(self.typed)
        self._list.row_chosen.connect(self._choose)
        # The keys stay in the line: one goes on typing when the right one is not there.
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line.installEventFilter(self)
        above.installEventFilter(self)
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Show the box, empty, with the keyboard in it."""
        self._line.clear()
        self.typed.emit("")
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def empty(self) -> None:
        """Forget what was typed and found, and be gone."""
        self.hide()
        self._line.blockSignals(True)
        self._line.clear()
        self._line.blockSignals(False)
        self._list.show_lines(())

    def show_found(self, lines: Sequence[FoundLine]) -> None:
        """Show *lines*, with the first of them marked."""
        self._list.show_lines(lines)
        self._list.setVisible(bool(lines))
        self._nothing.setVisible(not lines)
        self._place()
        self._tell()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the line, leave on Escape, and follow the size of the window."""
        if watched is self._above and event.type() is QEvent.Type.Resize:
            self._place()
        elif watched is self._line and isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._takes(event)
        elif watched is self._line and isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave(event.reason())
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._list.walk(_STEPS[key])
            self._tell()
        elif key in _ENTER:
            self._choose(self._list.row)
        elif key is Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True

    def _leave(self, reason: Qt.FocusReason) -> None:
        staying = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.isVisible() and reason not in staying:
            self.left.emit()

    def _tell(self) -> None:
        """Let a screen reader say which line is marked, for the focus stays where one types."""
        line = self._list.line(self._list.row)
        if self.isVisible():
            said = line.spoken if line else _NOTHING
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, said))

    @Slot(int)
    def _choose(self, row: int) -> None:
        if line := self._list.line(row):
            self.chosen.emit(line.key)

    def _place(self) -> None:
        room = self._above.width() - 2 * scaled(_MARGIN)
        self.setFixedWidth(max(min(scaled(_WIDTH), room), 1))
        most = self._above.height() - scaled(_TOP + _MARGIN)
        around = self.sizeHint().height() - self._list.height() * (not self._list.isHidden())
        self._list.fit(most - around)
        self.adjustSize()
        left = (self._above.width() - self.width()) // 2
        self.move(left, min(scaled(_TOP), max(self._above.height() - self.height(), 0)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(12), scaled(12), scaled(10))
        column.setSpacing(scaled(8))
        column.addWidget(self._line)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        column.addWidget(words(_HOW, Role.QUIET))
