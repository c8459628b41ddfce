"""The foot of a form's section: back, on, the deed that closes the form, and the rarer ones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from views.screen.enter_presses import want_space
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.usually_first import UsuallyFirst


class WayOn(QWidget):
    """Buttons to the section before and the section after; after the last, the closing deed."""

    back_asked = Signal()
    on_asked = Signal()
    closing_asked = Signal()
    giving_up_asked = Signal()
    another_asked = Signal()
    end_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._back = SignButton("Forrige", Sign.ARROW_LEFT)
        self._on = SignButton("Næste", Sign.ARROW_RIGHT, Ink.ON_THREAD)
        self._on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._close = QPushButton()
        self._give_up = QPushButton()
        self._another = QPushButton()
        self._first = UsuallyFirst("Du kan godt skrive under alligevel.")
        set_role(self._on, Role.PRIMARY)
        set_role(self._close, Role.PRIMARY)
        self._close.setToolTip("Tryk på mellemrum (Ctrl+Skift+Enter fører hertil)")
        want_space(self._close)
        set_role(self._give_up, Role.SUBTLE)
        self._back.clicked.connect(self.back_asked)
        self._on.clicked.connect(self.on_asked)
        self._close.clicked.connect(self.closing_asked)
        self._give_up.clicked.connect(self.giving_up_asked)
        self._another.clicked.connect(self.another_asked)
        self._lay_out()
        self.show_way("", "", "")
        self.offer_giving_up("")
        self.offer_another("")

    def offer_giving_up(self, text: str) -> None:
        """Offer to give up what is begun, in the words *text*; empty offers nothing."""
        self._give_up.setText(text)
        self._give_up.setVisible(bool(text))

    def offer_another(self, text: str, why: str = "") -> None:
        """Offer to write one more of the same form, in the words *text*; empty offers nothing.

        *why* says when one does that.
        """
        self._another.setText(text)
        self._another.setToolTip(why)
        self._another.setAccessibleDescription(why)
        self._another.setVisible(bool(text))

    def name_first(self, titles: Sequence[str]) -> None:
        """Say above the closing deed what is usually in place before it; none says nothing."""
        self._first.show_titles(titles)

    def focus_closing(self) -> bool:
        """Put the focus on the closing deed; return whether it is offered here."""
        if self._close.isHidden():
            return False
        self._close.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def lead_to_end(self) -> None:
        """Ask for the last section, and put the focus on the deed that closes the form."""
        self.end_asked.emit()
        self.focus_closing()

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
        self._first.let_be_seen(wanted=bool(closing) and not after)

    def _lay_out(self) -> None:
        # Two rows, for with large text three buttons are wider than the page.
        ways, deeds = QHBoxLayout(), QHBoxLayout()
        ways.addWidget(self._back)
        ways.addStretch(1)
        ways.addWidget(self._on)
        ways.addWidget(self._close)
        deeds.addWidget(self._give_up)
        deeds.addWidget(self._another)
        deeds.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(scaled(10))
        rows.addWidget(self._first)
        rows.addLayout(ways)
        rows.addLayout(deeds)
