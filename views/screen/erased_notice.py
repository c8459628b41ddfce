"""The notice that backups still hold citizens who were erased, with the way to clean them."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.screen.look import Role
from views.screen.problem_line import ProblemLine
from views.screen.side_page import button, card, in_a_row
from views.screen.words import words

_WHY = (
    "I selve kartoteket er de slettet. Når du renser, forsvinder de også fra kopierne, og resten "
    "af en kopi bliver, som den er."
)
_CLEAN = "Rens kopierne"
_CLEANING = "Renser kopierne …"


@dataclass(frozen=True, slots=True)
class ErasedShown:
    """`held` counts the copies to be cleaned; the others are sentences; empty ones are not shown.

    `unseen` names what could not be looked into, `done` says that all the rest was cleaned.
    """

    held: str
    unseen: str
    problem: str = ""
    done: str = ""


class ErasedNotice(QWidget):
    """Shown while there is something to say."""

    cleaning_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = words("", Role.STRONG)
        self._why = words(_WHY)
        self._unseen = words("", Role.QUIET)
        self._problem = ProblemLine()
        self._clean = button(_CLEAN)
        self._clean.clicked.connect(self.cleaning_asked)
        inside = (self._title, self._why, self._unseen, self._problem, in_a_row(self._clean))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card("", *inside))
        self.hide()

    def show_erased(self, shown: ErasedShown) -> None:
        """Show *shown*; nothing at all hides the notice."""
        title = shown.held or shown.done
        for label, text in ((self._title, title), (self._unseen, shown.unseen)):
            label.setText(text)
            label.setVisible(bool(text))
        self._problem.show_sentence(shown.problem)
        self._why.setVisible(bool(shown.held))
        self._clean.setVisible(bool(shown.held))
        self.setVisible(any((title, shown.unseen, shown.problem)))

    def show_cleaning(self, *, busy: bool) -> None:
        """Show that the copies are being cleaned."""
        self._clean.setEnabled(not busy)
        self._clean.setText(_CLEANING if busy else _CLEAN)
