"""The foot of a form's section: back, on, or the deed that closes the form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, set_role


class WayOn(QWidget):
    """Buttons to the section before and the section after; after the last, the closing deed."""

    back_asked = Signal()
    on_asked = Signal()
    closing_asked = Signal()
    giving_up_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = SignButton("Forrige", Sign.ARROW_LEFT)
        self._on = SignButton("Næste", Sign.ARROW_RIGHT, Ink.ON_THREAD)
        self._on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._close = QPushButton()
        self._give_up = QPushButton()
        set_role(self._on, Role.PRIMARY)
        set_role(self._close, Role.PRIMARY)
        set_role(self._give_up, Role.SUBTLE)
        self._back.clicked.connect(self.back_asked)
        self._on.clicked.connect(self.on_asked)
        self._close.clicked.connect(self.closing_asked)
        self._give_up.clicked.connect(self.giving_up_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._back)
        row.addWidget(self._give_up)
        row.addStretch(1)
        row.addWidget(self._on)
        row.addWidget(self._close)
        self.show_way("", "", "")
        self.offer_giving_up("")

    def offer_giving_up(self, text: str) -> None:
        """Offer to give up what is begun, in the words *text*; empty offers nothing."""
        self._give_up.setText(text)
        self._give_up.setVisible(bool(text))

    def show_way(self, before: str, after: str, closing: str) -> None:
        """Show the ways there are: titles of the sections around, words of the closing deed."""
        self._back.setVisible(bool(before))
        self._back.setAccessibleName(f"Forrige afsnit: {before}")
        self._back.setToolTip(f"{before} (Ctrl+PgUp)")
        self._on.setVisible(bool(after))
        self._on.setAccessibleName(f"Næste afsnit: {after}")
        self._on.setToolTip(f"{after} (Ctrl+PgDn)")
        self._close.setText(closing)
        self._close.setVisible(bool(closing) and not after)
