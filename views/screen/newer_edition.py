"""A calm line that offers a newer edition of the form, and tells what could not come along."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_OFFER = "Skemaet er kommet i en ny udgave. Du kan gøre det færdigt i den, du er begyndt på."
_LEFT = "Dette kan ikke komme med over i den nye udgave, og det bliver slettet, hvis du går over:"


@dataclass(frozen=True, slots=True)
class LeftShown:
    """An answer that would be left behind: what was asked, what was said, and why."""

    question: str
    answer: str
    reason: str


class NewerEdition(QFrame):
    """Hidden until there is something to offer.

    `asked` wants to go over; `agreed` wants it after having seen what is left behind.
    """

    asked = Signal()
    agreed = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, Role.CARD)
        self._said = words(_OFFER)
        self._left = words("", Role.READ)
        self._left.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._go = QPushButton("Gå over til den nye udgave")
        self._agree = QPushButton("Gå over uden det")
        self._stay = QPushButton("Bliv i den her udgave")
        self._go.clicked.connect(self.asked)
        self._agree.clicked.connect(self.agreed)
        self._stay.clicked.connect(self._offer_again)
        self._lay_out()
        self.withdraw()

    def offer(self) -> None:
        """Offer to go over."""
        self._show_state(left="")
        self.show()

    def tell_left(self, left: Sequence[LeftShown]) -> None:
        """Show what would be left behind, and ask whether to go over all the same."""
        lines = (f"{one.question}\n{one.answer}\n{one.reason}" for one in left)
        self._show_state(left="\n\n".join(lines))
        # The careful way is the one that Enter takes.
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Offer nothing."""
        self._show_state(left="")
        self.hide()

    def _show_state(self, *, left: str) -> None:
        self._said.setText(_LEFT if left else _OFFER)
        self._left.setText(left)
        self._left.setAccessibleName(left)
        self._left.setVisible(bool(left))
        self._agree.setVisible(bool(left))
        self._agree.setAccessibleDescription(f"{_LEFT} {left}" if left else "")
        self._stay.setVisible(bool(left))
        self._go.setHidden(bool(left))
        self._go.setAccessibleDescription(_OFFER)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        for button in (self._go, self._stay, self._agree):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        edge = scaled(12)
        column.setContentsMargins(scaled(16), edge, scaled(16), edge)
        column.setSpacing(scaled(8))
        column.addWidget(self._said)
        column.addWidget(self._left)
        column.addLayout(buttons)

    @Slot()
    def _offer_again(self) -> None:
        self.offer()
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)
