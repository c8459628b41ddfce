"""An option that was taken from suggestions, with a button that lets go of it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.answers import Coding
from views.screen.icons import IconButton, Ink, Sign
from views.screen.look import scaled
from views.screen.words import words


class TakenOption(QWidget):
    """One option by its words; `removal_asked` comes with its code."""

    removal_asked = Signal(str)

    def __init__(self, option: Coding) -> None:
        super().__init__()
        self.option = option
        remove = IconButton(Sign.CROSS, f"Fjern {option.display}", Ink.QUIET)
        remove.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(9), 0, 0, 0)
        row.setSpacing(scaled(6))
        row.addWidget(words(option.display), 1)
        row.addWidget(remove)

    @Slot()
    def _ask(self) -> None:
        self.removal_asked.emit(self.option.code)
