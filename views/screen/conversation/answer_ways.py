"""Below each question: the ways not to answer it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.answers import Place
from views.screen.conversation.large_type import hit
from views.screen.icons import Ink, Sign, SignButton, sign_icon
from views.screen.look import Role, scaled, set_role

SKIP = "Spring over"
SKIPPED = "Sprunget over"
DECLINE = "Ønsker ikke at svare"
_AIR = 5


class AnswerWays(QWidget):
    """Two quiet buttons; a tick stands on the one that was chosen, and choosing it again undoes."""

    skip_asked = Signal(Place)
    decline_asked = Signal(Place)

    def __init__(self, place: Place, question: str, *, can_decline: bool) -> None:
        super().__init__()
        self._place = place
        self._question = question
        self._can_decline = can_decline
        self._skip = _Way("Gem spørgsmålet til sidst (F7)")
        self._decline = _Way("Det er også et svar (F9)")
        self._skip.clicked.connect(self._ask_to_skip)
        self._decline.clicked.connect(self._ask_to_decline)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(10))
        row.addWidget(self._skip)
        row.addWidget(self._decline)
        row.addStretch(1)
        self.show_ways(is_skipped=False, is_declined=False)

    def show_ways(self, *, is_skipped: bool, is_declined: bool) -> None:
        """Show which way was chosen, if any."""
        self._skip.mark(SKIPPED if is_skipped else SKIP, chosen=is_skipped)
        self._decline.mark(DECLINE, chosen=is_declined)
        self._skip.setHidden(is_declined)
        self._decline.setHidden(is_skipped or not self._can_decline)
        for button in (self._skip, self._decline):
            button.setAccessibleName(f"{button.text()}: {self._question}")

    @Slot()
    def _ask_to_skip(self) -> None:
        self.skip_asked.emit(self._place)

    @Slot()
    def _ask_to_decline(self) -> None:
        self.decline_asked.emit(self._place)


class _Way(SignButton):
    """One of the ways, with a ring, or with a tick once it was chosen."""

    def __init__(self, tip: str) -> None:
        super().__init__("", Sign.RING, Ink.QUIET)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setMinimumHeight(hit(30))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self, text: str, *, chosen: bool) -> None:
        """Say *text*, and whether this way was *chosen*."""
        self.setText(text)
        self.setChecked(chosen)
        set_role(self, Role.PLAIN if chosen else Role.SUBTLE)
        sign, ink = (Sign.CHECK, Ink.THREAD) if chosen else (Sign.RING, Ink.QUIET)
        self.setIcon(sign_icon(sign, ink, air_after=_AIR))
