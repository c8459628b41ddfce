"""The small button that folds a task out and together."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton
from typing_extensions import override

from views.screen.look import Role, set_role


class TaskFold(QToolButton):
    """Checked while the task called *title* is folded out; says so to a screen reader."""

    def __init__(self, title: str) -> None:
        super().__init__()
        set_role(self, Role.ICON)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"Opgave: {title}")
        self.toggled.connect(self._say)
        self._say()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold with Enter as well as with the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _say(self) -> None:
        is_open = self.isChecked()
        self.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.setAccessibleDescription("Foldet ud" if is_open else "Foldet sammen")
        self.setToolTip("Fold opgaven sammen" if is_open else "Fold opgaven ud")
