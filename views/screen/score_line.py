"""What a section's scores came to, where one sees it without looking for the question."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from views.screen.look import Role, scaled, set_role
from views.screen.words import words


class ScoreLine(QFrame):
    """A quiet strip for the counsellor; it is there when it says something."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.PANEL)
        self._said = words("", Role.STRONG)
        self._reads_along = False
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(6), scaled(24), scaled(6))
        column.addWidget(self._said)
        self.hide()

    def show_scores(self, text: str) -> None:
        """Show *text*, and let a screen reader say it when it is new."""
        is_new = text != self._said.text()
        self._said.setText(text)
        self._appear()
        if is_new and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Hide the line while the citizen reads along."""
        self._reads_along = reads_along
        self._appear()

    def _appear(self) -> None:
        self.setHidden(self._reads_along or not self._said.text())
