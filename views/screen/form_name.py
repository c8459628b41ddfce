"""Which form stands in the middle, above all that can be scrolled."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from views.screen.look import Role, scaled
from views.screen.words import words

_AIR = 24


class FormName(QWidget):
    """A quiet line that begins where the questions below it begin; there when it says something."""

    def __init__(self, widest: int) -> None:
        """*widest* is the width of the questions in pixels at 100 %."""
        super().__init__()
        self._name = words("", Role.QUIET)
        self._is_withheld = False
        self._name.setMaximumWidth(scaled(widest))
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(_AIR), 0, scaled(_AIR), 0)
        row.addStretch(1)
        # As in the column below: the line takes all there is, the stretches share what is left.
        row.addWidget(self._name, 1000)
        row.addStretch(1)
        self.hide()

    def show_name(self, name: str) -> None:
        """Say that the form is *name*; empty says nothing."""
        self._name.setText(name)
        self._appear()

    def withhold(self, withheld: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Keep the name to oneself, or not any more."""
        self._is_withheld = withheld
        self._appear()

    def _appear(self) -> None:
        self.setHidden(self._is_withheld or not self._name.text())
